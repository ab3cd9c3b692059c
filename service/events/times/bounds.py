"""When an event was: the tightest interval that the text supports, and no tighter.

In order: what an expression says of it, what its order to a dated event says, what its tense says against the day of
publication.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from service.events.links.model import Anchor, AnchorRelation, Links
from service.events.model import Extent, Outlook, RelationType
from service.events.parse import Parse
from service.events.times.dating import (
    NOON,
    Dating,
    against_today,
    as_exact,
    both,
    coarser,
    day_after,
    day_before,
    moved,
    shift,
    upright,
)
from service.events.times.order import apply_order
from service.events.triggers.model import Trigger
from service.record import changed
from service.temporal.calendar.periods import Interval, Moment, period_of
from service.temporal.model import AT_LEAST, Precision, Timex

_CLOCK = frozenset({"hour", "minute", "second"})


# What is so long has not gone on for so long: "is serving three years", "cannot be brought for a year".
_MEASURED = frozenset({"serve", "face"})
_LETTING = frozenset({"release", "free", "grant", "give", "book"})


def date_triggers(parse: Parse, links: Links, outlooks: Sequence[Outlook]) -> list[Dating | None]:
    """The dating of each trigger by expressions and order, None where neither says anything."""
    timexes, today = parse.timexes, parse.today
    found = [
        _anchored(trigger, anchors, timexes, outlook, today) if anchors else None
        for trigger, anchors, outlook in zip(parse.triggers, links.anchors, outlooks, strict=True)
    ]
    for _ in range(2):  # an order may hang on an order: "after the talks, which followed the vote on Friday"
        apply_order(found, links.ties, outlooks, today)
    return found


def _affirmed(trigger: Trigger, anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """What will not be done before May is done from May on."""
    plain = trigger.tense == "PRESENT" and trigger.aspect == "NONE" and trigger.pos == "verb"
    if trigger.lemma in _MEASURED or trigger.modal or plain:  # "keeps its laws for 50 years": for so long to come
        anchors = [a for a in anchors if a.relation != "for"]
    if trigger.lemma in _LETTING and trigger.tense in ("PAST", "PASTPART"):  # "released on Tuesday until 6 December"
        anchors = [changed(a, relation="in", until=None) if a.relation == "range" else a for a in anchors]
    if not trigger.negated or all(a.relation != "before" for a in anchors):
        return anchors
    if trigger.tense == "INFINITIVE":
        return [a for a in anchors if a.relation != "before"]  # "promised not to close it before 2030"
    return [changed(a, relation="from") if a.relation == "before" else a for a in anchors]


def _nearest_first(trigger: Trigger, anchors: Sequence[Anchor], timexes: Sequence[Timex]) -> Sequence[Anchor]:
    """Of two dates that exclude each other the nearer one is the verb's: "in 1870 they changed their minds, and the
    ships were bought that winter"."""
    if len(anchors) < 2:
        return anchors
    return sorted(anchors, key=lambda anchor: _remoteness(anchor, anchors, trigger, timexes))


def _remoteness(
    anchor: Anchor, anchors: Sequence[Anchor], trigger: Trigger, timexes: Sequence[Timex]
) -> tuple[bool, int]:
    """How far a date is from its verb; a full date right after another explains it: "three years ago, on 20 January
    2021"."""
    timex = timexes[anchor.timex]
    before = timexes[anchor.timex - 1] if anchor.timex else timex
    explains = timex.explicit and not before.explicit and timex.first - before.last in (1, _APPOSED)
    beside = explains and any(a.timex == anchor.timex - 1 for a in anchors)
    return not beside, abs(timex.first - trigger.token)


_APPOSED = 2  # tokens: ", on"


def _lasts(trigger: Trigger, anchors: Sequence[Anchor]) -> bool:
    """Whether a perfect tells how long something has been going on: "has led the party for three years"."""
    perfect = trigger.tense == "PRESENT" and trigger.aspect.startswith("PERFECTIVE")
    return perfect and len(anchors) == 1 and anchors[0].relation == "for"


def _anchored(
    trigger: Trigger, anchors: Sequence[Anchor], timexes: Sequence[Timex], outlook: Outlook, today: Moment | None
) -> Dating | None:
    if _lasts(trigger, anchors):
        outlook = "ongoing"
    found: Dating | None = None
    for anchor in _nearest_first(trigger, _affirmed(trigger, anchors), timexes):
        dating = _one(anchor, timexes, outlook, today)
        if dating is None:
            continue
        found = dating if found is None else both(found, dating)
    return found


def _one(anchor: Anchor, timexes: Sequence[Timex], outlook: Outlook, today: Moment | None) -> Dating | None:
    timex, relation = timexes[anchor.timex], anchor.relation
    if timex.value.startswith(_OF_NO_DAY):
        today = None  # to come from some day of the story on
    bounds = _stretch(anchor, timexes)
    if bounds is None:
        return _unbounded(anchor, timex, outlook, today)
    if relation == "since" and outlook == "past" and not anchor.perfect:
        if today is None or bounds.start is None or bounds.start.day <= today.day:
            return None  # "its lowest level since 1997"
        outlook = "future"  # "voted to strike from May 20"
    start, end = named = _night(bounds, timex)
    if relation == "until" and outlook == "ongoing" and today is not None and end is not None and end.day > today.day:
        outlook = "future"  # "the contract runs until 2028"
    read = _BY_RELATION.get(relation)
    if read is not None and timex.rule == "coming-new-year":
        end, named = start, Interval(start, start)  # "until the new year": no longer than till it begins
    dating = Dating(
        named if read is None else read(_Named(start, end, bounds.end, timex, outlook, today, anchor.perfect)),
        "throughout" if _fills(relation, timex, outlook) else "within",
        timex.precision if anchor.offset is None else coarser(timex.precision, anchor.offset),
        timex.vague or timex.mod == "APPROX",
        "explicit" if timex.explicit else "relative",
        (timex.id,) if anchor.until is None else (timex.id, timexes[anchor.until].id),
        anchor.via == "shared",
    )
    return upright(against_today(dating, outlook, today), relation in _ENDING)


_OF_NO_DAY = "XXXX-XX-XXT"  # "was due at six", on a day of the story or on that of publication


def _stretch(anchor: Anchor, timexes: Sequence[Timex]) -> Interval | None:
    """What the expression denotes: moved by the anchor's offset, or up to the end of a range's second expression."""
    bounds = timexes[anchor.timex].bounds
    if bounds is not None and anchor.offset is not None:
        distance = anchor.offset.lstrip("-")
        bounds = moved(bounds, "before" if anchor.offset.startswith("-") else "after", distance)
        bounds = as_exact(bounds, coarser(timexes[anchor.timex].precision, distance)) if bounds is not None else None
    if bounds is None or anchor.until is None:
        return bounds
    other = timexes[anchor.until]
    if anchor.relation == "head" and bounds.start is not None:
        over = shift(bounds.start, other.value, 1)
        return Interval(bounds.start, Moment(over.day - 1) if over is not None else bounds.end)
    if anchor.relation == "span" and bounds.end is not None:
        begun = shift(Moment(bounds.end.day + 1), other.value, -1)
        return Interval(begun or bounds.start, bounds.end)
    return bounds if other.bounds is None else Interval(bounds.start, other.bounds.end)


def _night(bounds: Interval, timex: Timex) -> Interval:
    """ "Thursday night" is Thursday's."""
    start, end = bounds
    if not timex.value.endswith("TNI") or start is None or end is None or end.day != start.day + 1:
        return bounds
    return Interval(start, Moment(start.day, 86_399, start.zone))


def _fills(relation: AnchorRelation, timex: Timex, outlook: Outlook) -> bool:
    """Whether the event lasted the whole stretch, and was not some time in it."""
    if relation in ("since", "until", "for") or (relation in ("range", "throughout") and outlook != "future"):
        return True
    return timex.type == "DURATION" and outlook == "ongoing"


class _Named(NamedTuple):
    """What an expression names, for the relation of an event to it. ``whole_end``: the end of the night of "Thursday
    night", which reaches into Friday."""

    start: Moment | None
    end: Moment | None
    whole_end: Moment | None
    timex: Timex
    outlook: Outlook
    today: Moment | None
    perfect: bool


def _since(named: _Named) -> Interval:
    return Interval(named.start, None if named.outlook == "future" else named.today)


def _until(named: _Named) -> Interval:
    return Interval(named.today if named.outlook == "future" else None, named.end)


def _by(named: _Named) -> Interval:
    """ "By Thursday night": until it is over; "fell by noon": on that day."""
    start, end = _until(named)
    if _on_the_day(named) and end is not None and not named.perfect:
        return Interval(Moment(end.day), named.whole_end)
    over = named.timex.mod is None and named.outlook != "future"
    return Interval(start, named.whole_end if over else end)


def _before(named: _Named) -> Interval:
    start, end = named.start, day_before(named.start)
    if named.timex.mod == "END":
        return Interval(None, named.end)  # "before the end of March"
    if start is not None and _on_the_day(named):
        return Interval(Moment(start.day), end)  # "before dawn on Friday": on Friday
    if start is not None and start.second == 0 and named.timex.precision in _CLOCK and named.outlook == "past":
        return Interval(Moment(start.day - 1), Moment(start.day - 1))  # "shortly before midnight"
    return Interval(None, end)


def _on_the_day(named: _Named) -> bool:
    """Whether something past is told of up to a clock time: that is of the same day."""
    start = named.start
    clocked = start is not None and bool(start.second) and named.timex.precision in _CLOCK
    return clocked and named.outlook == "past"


def _from(named: _Named) -> Interval:
    return Interval(named.end if named.timex.mod == "END" else named.start, None)


def _after(named: _Named) -> Interval:
    if named.timex.precision in _CLOCK and named.start is not None:
        return Interval(named.start, Moment(named.start.day))  # "shortly after 4 a.m.": the same day
    if named.timex.type == "TIME" and named.timex.value.startswith("X"):
        return Interval(named.start, named.end)  # a time of one of several days
    begun = named.end if named.timex.precision == "day" else day_after(named.end)
    return Interval(begun, named.today if named.outlook in ("past", "present") else None)


# How an event lies to what is named; in any other relation it is within it.
_BY_RELATION: dict[AnchorRelation, Callable[[_Named], Interval]] = {
    "since": _since,
    "until": _until,
    "by": _by,
    "before": _before,
    "from": _from,
    "after": _after,
}
_ENDING: frozenset[AnchorRelation] = frozenset({"until", "by", "before"})


def _unbounded(anchor: Anchor, timex: Timex, outlook: Outlook, today: Moment | None) -> Dating | None:
    """Expressions that denote no interval: "now", "recently", "for three years"."""
    if today is None:
        return None
    if timex.value == "PRESENT_REF" and outlook in ("ongoing", "present"):
        extent: Extent = "throughout" if outlook == "ongoing" else "within"
        start = None if outlook == "ongoing" else today
        return Dating(Interval(start, today), extent, "unknown", False, "relative", (timex.id,))
    if timex.type == "DURATION" and anchor.relation == "for" and outlook == "ongoing":
        begun = shift(today, timex.value, -1)
        if begun is not None:
            begun = _as_exact(begun, timex.precision).start
            return Dating(Interval(begun, today), "throughout", timex.precision, True, "relative", (timex.id,))
    if anchor.relation in ("ago", "ahead"):
        there = moved(_as_exact(today, timex.precision), "before" if anchor.relation == "ago" else "after", timex.value)
        if there is None:
            return None
        if timex.mod in AT_LEAST:  # "more than two weeks after a leak was found, the road is still shut"
            there = Interval(None, there.end) if anchor.relation == "ago" else Interval(there.start, None)
        return Dating(there, "within", timex.precision, True, "relative", (timex.id,))
    if timex.type == "DURATION" and anchor.relation == "within" and outlook == "future":
        last = shift(today, timex.value, 1)
        if last is not None:
            return Dating(Interval(today, last), "within", timex.precision, False, "relative", (timex.id,))
    return None


def _as_exact(day: Moment, precision: Precision) -> Interval:
    """The month or year of a day: "three years" tells a year, and no day of it."""
    return period_of(precision, day.day).interval() if precision in ("month", "year") else Interval(day, day)


def counts_on(timex: Timex, words: Sequence[str]) -> bool:
    """Whether an expression counts from what is told before it: "a week later"; "the next morning", if the day before
    it is not known."""
    pointed = words[:1] == ["the"] and not _POINTING.isdisjoint(words)  # "next month" is the writer's
    pointed = pointed and not words[-1].endswith("s")  # "in the next 24 hours"
    return timex.rule in _DISTANT or (timex.bounds is None and timex.type != "SET" and pointed)


_DISTANT = frozenset({"distance-later", "distance-earlier"})


def shifted(dating: Dating, timex: Timex, words: Sequence[str]) -> Dating | None:
    """``dating`` moved by what "a week later", "the next morning" says; None where the number is not told."""
    pointed = not _POINTING.isdisjoint(words)
    count = 1 if pointed else next((_COUNTS.get(w) or int(w) for w in words if w in _COUNTS or _is_count(w)), None)
    unit = next((_UNITS[w] for w in words if w in _UNITS), None)
    if not _HOURS.isdisjoint(words) and not dating.open:
        bounds, precision = _some_hours_from(dating, timex)
        return Dating(bounds, "within", precision, True, "relative", (*dating.timexes, timex.id))
    if count is None or unit is None or not _VAGUE.isdisjoint(words):
        return None
    back = timex.rule.endswith("earlier") or not _POINTING_BACK.isdisjoint(words)
    relation: RelationType = "before" if back else "after"
    if unit == "fortnight":
        count, unit = 2 * count, "W"
    there = moved(dating.bounds, relation, f"P{count}{unit}")
    if there is None:
        return None
    return Dating(there, "within", dating.precision, True, "relative", (*dating.timexes, timex.id))


def _some_hours_from(dating: Dating, timex: Timex) -> tuple[Interval, Precision]:
    """The rest of the day of something dated to the hour, and from noon on that of the next: "a few hours later"."""
    start, end = dating.bounds
    if start is None or start.second is None or end is None:
        return dating.bounds, dating.precision
    if timex.rule.endswith("earlier"):
        return Interval(Moment(start.day - (start.second < NOON)), end), "day"
    return Interval(start, Moment(end.day + (start.second >= NOON))), "day"


def soon_after(dating: Dating, timex: Timex) -> Dating | None:
    """From ``dating`` on, and no later than ``timex`` tells: "within hours", "within three weeks". None where it tells
    no length."""
    start, end = dating.by_day().bounds
    if timex.value.startswith("PT"):
        hours = timex.value[2:-1] if timex.value.endswith("H") else ""
        last = shift(end, f"P{int(hours) // 24}D", 1) if hours.isdigit() and len(hours) < _LONG_NUMBER else end
    else:
        last = shift(end, _AT_MOST.get(timex.value, timex.value), 1)
    if last is None:
        return None
    return Dating(Interval(start, last), "within", "day", True, "relative", (*dating.timexes, timex.id))


_AT_MOST = {"PXD": "P13D", "PXW": "P8W", "PXM": "P11M"}  # "within days" is sooner than within weeks


def _is_count(word: str) -> bool:
    return word.isdecimal() and 0 < len(word) < _LONG_NUMBER


_LONG_NUMBER = 4  # digits
_VAGUE = frozenset("few couple several some many half quarter less more under over almost nearly dozen score".split())
_COUNTS = {
    word: number
    for number, words in enumerate(
        """,a an one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,
        seventeen,eighteen,nineteen,twenty""".split(",")
    )
    for word in words.split()
}
_HOURS = frozenset("minute minutes hour hours second seconds moment moments".split())
_POINTING_BACK = frozenset({"previous", "preceding"})
_POINTING = _POINTING_BACK | {"next", "following"}
_UNITS = {
    "morning": "D", "afternoon": "D", "evening": "D", "night": "D", "day": "D", "days": "D",
    "week": "W", "weeks": "W", "fortnight": "fortnight", "month": "M", "months": "M", "year": "Y", "years": "Y",
}  # fmt: skip
