"""When an event was: the tightest interval that the text supports, and no tighter.

In order: what an expression says of it, what its order to a dated event says, what its tense says against the day of
publication.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.events.dating import Dating, against_today, both, day_after, day_before, moved, shift, upright
from service.events.links import Anchor, Links
from service.events.model import Basis, Extent, RelationType
from service.events.order import apply_order
from service.events.outlook import Outlook
from service.events.trigger import Trigger
from service.temporal.calendar import Interval, Moment, period_of
from service.temporal.model import Precision, Timex

_CLOCK = frozenset({"hour", "minute", "second"})


def date_triggers(
    triggers: Sequence[Trigger],
    links: Links,
    timexes: Sequence[Timex],
    outlooks: Sequence[Outlook],
    today: Moment | None,
) -> list[Dating | None]:
    """The dating of each trigger by expressions and order, None where neither says anything. ``today`` is the moment
    of publication."""
    found: list[Dating | None] = [
        _anchored(_affirmed(trigger, anchors), timexes, "ongoing" if _lasts(trigger, anchors) else outlook, today)
        for trigger, anchors, outlook in zip(triggers, links.anchors, outlooks, strict=True)
    ]
    for _ in range(2):  # an order may hang on an order: "after the talks, which followed the vote on Friday"
        apply_order(found, links.ties, outlooks, today)
    return found


def _affirmed(trigger: Trigger, anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """What will not be done before May is done from May on."""
    if not trigger.negated or all(a.relation != "before" for a in anchors):
        return anchors
    return [a._replace(relation="from") if a.relation == "before" else a for a in anchors]


def _lasts(trigger: Trigger, anchors: Sequence[Anchor]) -> bool:
    """Whether a perfect tells how long something has been going on: "has led the party for three years"."""
    perfect = trigger.tense == "PRESENT" and trigger.aspect.startswith("PERFECTIVE")
    return perfect and len(anchors) == 1 and anchors[0].relation == "for"


def _anchored(
    anchors: Sequence[Anchor], timexes: Sequence[Timex], outlook: Outlook, today: Moment | None
) -> Dating | None:
    found: Dating | None = None
    for anchor in anchors:
        dating = _one(anchor, timexes, outlook, today)
        if dating is None:
            continue
        found = dating if found is None else both(found, dating)
    return found


def _one(anchor: Anchor, timexes: Sequence[Timex], outlook: Outlook, today: Moment | None) -> Dating | None:
    timex = timexes[anchor.timex]
    names = (timex.id,) if anchor.until is None else (timex.id, timexes[anchor.until].id)
    bounds = timex.bounds
    if bounds is not None and anchor.offset is not None:
        distance = anchor.offset.lstrip("-")
        bounds = moved(bounds, "before" if anchor.offset.startswith("-") else "after", distance)
    if bounds is None:
        return _unbounded(anchor, timex, outlook, today)
    if anchor.relation == "span" and anchor.until is not None and bounds.end is not None:
        begun = shift(Moment(bounds.end.day + 1), timexes[anchor.until].value, -1)
        bounds = Interval(begun or bounds.start, bounds.end)
    elif anchor.until is not None and timexes[anchor.until].bounds is not None:
        other = timexes[anchor.until].bounds
        assert other is not None
        bounds = Interval(bounds.start, other.end)
    basis: Basis = "explicit" if timex.explicit else "relative"
    extent: Extent = "within"
    start, end = bounds
    if end is not None and start is not None and timex.value.endswith("TNI") and end.day == start.day + 1:
        end = Moment(start.day, 86_399, start.zone)  # "Thursday night" is Thursday's
    precision: Precision = timex.precision
    relation = anchor.relation
    if relation == "until" and outlook == "ongoing" and today is not None and end is not None and end.day > today.day:
        outlook = "future"  # "the contract runs until 2028"
    if relation in ("since", "until") or (relation in ("range", "throughout") and outlook != "future"):
        extent = "throughout"
    if relation == "since" and outlook == "past" and not anchor.perfect:
        return None  # "its lowest level since 1997"
    if relation == "since":
        end = None if outlook == "future" or today is None else Moment(today.day)
    elif relation in ("until", "by"):
        start = Moment(today.day) if outlook == "future" and today is not None else None
        if relation == "by" and timex.mod is None and outlook != "future" and end is not None:
            end = bounds.end  # "by Thursday night": until it is over
    elif relation == "before":
        start, end = None, day_before(start)
    elif relation == "from":
        end = None
    elif relation == "after" and timex.precision in _CLOCK and start is not None:
        end = Moment(start.day)  # "shortly after 4 a.m.": the same day
    elif relation == "after":
        start, end = day_after(end) if timex.precision != "day" else end, None
        if outlook in ("past", "present") and today is not None:
            end = Moment(today.day)
    dating = Dating(
        Interval(start, end),
        extent,
        precision,
        timex.vague or timex.mod == "APPROX",
        basis,
        names,
        anchor.via == "shared",
    )
    if relation == "for" or (timex.type == "DURATION" and outlook == "ongoing"):
        dating = dating._replace(extent="throughout")
    return upright(against_today(dating, outlook, today), relation in ("until", "by", "before"))


def _unbounded(anchor: Anchor, timex: Timex, outlook: Outlook, today: Moment | None) -> Dating | None:
    """Expressions that denote no interval: "now", "recently", "for three years"."""
    if today is None:
        return None
    day = Moment(today.day)
    if timex.value == "PRESENT_REF" and outlook in ("ongoing", "present"):
        extent: Extent = "throughout" if outlook == "ongoing" else "within"
        start = None if outlook == "ongoing" else day
        return Dating(Interval(start, day), extent, "unknown", False, "relative", (timex.id,))
    if timex.type == "DURATION" and anchor.relation == "for" and outlook == "ongoing":
        begun = shift(day, timex.value, -1)
        if begun is not None:
            if timex.precision == "month" or timex.precision == "year":  # "three-year" tells a year, and no day of it
                begun = Moment(period_of(timex.precision, begun.day).first())
            return Dating(Interval(begun, day), "throughout", timex.precision, True, "relative", (timex.id,))
    if timex.type == "DURATION" and anchor.relation == "within" and outlook == "future":
        last = shift(day, timex.value, 1)
        if last is not None:
            return Dating(Interval(day, last), "within", timex.precision, False, "relative", (timex.id,))
    return None


def shifted(dating: Dating, timex: Timex, words: Sequence[str]) -> Dating | None:
    """``dating`` moved by what "a week later" says; None where the number is not told."""
    count = next((_COUNTS[w] for w in words if w in _COUNTS), None)
    unit = next((_UNITS[w] for w in words if w in _UNITS), None)
    if not _HOURS.isdisjoint(words) and not dating.open:
        return Dating(dating.bounds, "within", dating.precision, True, "relative", (*dating.timexes, timex.id))
    if count is None or unit is None:
        return None
    relation: RelationType = "before" if timex.rule.endswith("earlier") else "after"
    there = moved(dating.bounds, relation, f"P{count}{unit}")
    if there is None:
        return None
    return Dating(there, "within", dating.precision, True, "relative", (*dating.timexes, timex.id))


_COUNTS = {
    word: number
    for number, words in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in words.split()
}
_HOURS = frozenset("minute minutes hour hours second seconds moment moments".split())
_UNITS = {
    "day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "year": "Y", "years": "Y",
}  # fmt: skip
