"""When an event was: the tightest interval that the text supports, and no tighter.

In order: what an expression says of it, what its order to a dated event says, what its tense says against the day of
publication. Everything here is in days of the proleptic calendar; clock times are kept where an expression gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.events.links import Anchor, Links, Tie
from service.events.model import Basis, Extent, RelationType
from service.events.outlook import Outlook
from service.events.triggers import Trigger
from service.temporal.calendar import Grain, Interval, Moment, period_of, shift_day
from service.temporal.model import Precision, Timex

_GRAINS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_CLOCK = frozenset({"hour", "minute", "second"})
_RANK: dict[Precision, int] = {
    "second": 0, "minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "season": 6, "quarter": 6, "year": 7,
    "decade": 8, "century": 9, "unknown": 10,
}  # fmt: skip


class Dating(NamedTuple):
    """When an event was, before it is written down: see ``EventTime``. ``shared``: taken over from another event."""

    bounds: Interval
    extent: Extent
    precision: Precision
    approximate: bool
    basis: Basis
    timexes: tuple[str, ...] = ()
    shared: bool = False

    def lent(self) -> Dating:
        """The same, taken over by another event."""
        return self if self.shared else self._with(self.bounds, True)

    def by_day(self) -> Dating:
        """The same to the day, lent to another event: what follows at once is not of the same minute."""
        start, end = self.bounds
        if (start is None or start.second is None) and (end is None or end.second is None):
            return self.lent()
        days = Interval(Moment(start.day) if start else None, Moment(end.day) if end else None)
        return Dating(days, self.extent, "day", self.approximate, self.basis, self.timexes, True)

    def within(self, bounds: Interval) -> Dating:
        """The same with other bounds."""
        return self._with(bounds, self.shared)

    def _with(self, bounds: Interval, shared: bool) -> Dating:
        return Dating(bounds, self.extent, self.precision, self.approximate, self.basis, self.timexes, shared)

    @property
    def open(self) -> bool:
        """Whether it lacks a bound on either side."""
        return self.bounds.start is None or self.bounds.end is None

    @property
    def known(self) -> bool:
        """Whether the text itself dates it, be it by its order to something dated."""
        return self.basis != "document"


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


def apply_order(
    found: list[Dating | None], ties: Sequence[Sequence[Tie]], outlooks: Sequence[Outlook], today: Moment | None
) -> None:
    """Bound what stands before or after something dated, in place, in both directions."""
    for n, own in enumerate(ties):
        for tie in own:
            found[n] = _ordered(found[n], tie, found[tie.other], outlooks[n], today)
            found[tie.other] = _ordered_back(found[tie.other], tie, found[n], outlooks[tie.other], today)


def by_tense(outlook: Outlook, today: Moment | None) -> Dating | None:
    """What the publication day alone says of something past, going on, or to come."""
    if today is None or outlook == "unknown":
        return None
    day = Moment(today.day)
    if outlook == "past":
        return Dating(Interval(None, day), "within", "unknown", False, "document")
    if outlook == "ongoing":
        return Dating(Interval(None, day), "throughout", "unknown", False, "document")
    if outlook == "present":
        return Dating(Interval(day, day), "within", "day", False, "document")
    return Dating(Interval(day, None), "within", "unknown", False, "document")


# -- expressions


def _anchored(
    anchors: Sequence[Anchor], timexes: Sequence[Timex], outlook: Outlook, today: Moment | None
) -> Dating | None:
    found: Dating | None = None
    for anchor in anchors:
        dating = _one(anchor, timexes, outlook, today)
        if dating is None:
            continue
        found = dating if found is None else _both(found, dating)
    return found


def _one(anchor: Anchor, timexes: Sequence[Timex], outlook: Outlook, today: Moment | None) -> Dating | None:
    timex = timexes[anchor.timex]
    names = (timex.id,) if anchor.until is None else (timex.id, timexes[anchor.until].id)
    bounds = timex.bounds
    if bounds is not None and anchor.offset is not None:
        distance = anchor.offset.lstrip("-")
        bounds = _moved(bounds, "before" if anchor.offset.startswith("-") else "after", distance)
    if bounds is None:
        return _unbounded(anchor, timex, outlook, today)
    if anchor.relation == "span" and anchor.until is not None and bounds.end is not None:
        begun = _shift(Moment(bounds.end.day + 1), timexes[anchor.until].value, -1)
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
            end = bounds.end
    elif relation == "before":
        start, end = None, _day_before(start)
    elif relation == "from":
        end = None
    elif relation == "after" and timex.precision in _CLOCK and start is not None:
        end = Moment(start.day)  # "shortly after 4 a.m.": the same day
    elif relation == "after":
        start, end = _day_after(end) if timex.precision != "day" else end, None
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
    return upright(_against_today(dating, outlook, today), relation in ("until", "by", "before"))


def upright(dating: Dating, ended: bool) -> Dating:
    """Where two sources contradict each other (``start`` after ``end``) only one is kept: the end where ``ended``."""
    start, end = dating.bounds
    if start is None or end is None or _early(start) <= _late(end):
        return dating
    return dating.within(Interval(None, end) if ended else Interval(start, None))


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
        begun = _shift(day, timex.value, -1)
        if begun is not None:
            if timex.precision == "month" or timex.precision == "year":  # "three-year" tells a year, and no day of it
                begun = Moment(period_of(timex.precision, begun.day).first())
            return Dating(Interval(begun, day), "throughout", timex.precision, True, "relative", (timex.id,))
    if timex.type == "DURATION" and anchor.relation == "within" and outlook == "future":
        last = _shift(day, timex.value, 1)
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
    moved = _moved(dating.bounds, relation, f"P{count}{unit}")
    if moved is None:
        return None
    return Dating(moved, "within", dating.precision, True, "relative", (*dating.timexes, timex.id))


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


def _against_today(dating: Dating, outlook: Outlook, today: Moment | None) -> Dating:
    """Past events end by the publication day, coming ones begin no earlier."""
    if today is None:
        return dating
    start, end = dating.bounds
    day = Moment(today.day)
    if (
        outlook in ("past", "ongoing")
        and (end is None or end.day > day.day)
        and (start is None or start.day <= day.day)
    ):
        if not (start is not None and start.day == day.day and end is not None and end.day <= day.day + 1):
            end = day
    elif outlook == "future" and (start is None or start.day < day.day) and (end is None or end.day >= day.day):
        start = day
    return dating.within(Interval(start, end))


def _both(a: Dating, b: Dating) -> Dating:
    """Two expressions on one event: their common part; where there is none, the first decides."""
    start = max((m for m in (a.bounds.start, b.bounds.start) if m is not None), key=_early, default=None)
    end = min((m for m in (a.bounds.end, b.bounds.end) if m is not None), key=_late, default=None)
    if start is not None and end is not None and _early(start) > _late(end):
        return a
    finer = a if _RANK[a.precision] <= _RANK[b.precision] else b
    extent: Extent = "throughout" if "throughout" in (a.extent, b.extent) and finer.extent == "throughout" else "within"
    return finer._replace(bounds=Interval(start, end), extent=extent, timexes=a.timexes + b.timexes)


def _early(moment: Moment) -> tuple[int, int]:
    return moment.day, moment.second or 0


def _late(moment: Moment) -> tuple[int, int]:
    return moment.day, 86_400 if moment.second is None else moment.second


# -- order


def _ordered(
    own: Dating | None, tie: Tie, other: Dating | None, outlook: Outlook, today: Moment | None
) -> Dating | None:
    """What the order to a dated event says of this one."""
    if other is None or not other.known:
        return own
    start, end = other.bounds
    approximate = other.approximate
    precision: Precision = "unknown"
    if tie.offset is not None:
        moved = _moved(other.bounds, tie.relation, tie.offset)
        if moved is None:
            return own
        start, end = moved
        precision = _coarser(other.precision, tie.offset)
    elif tie.same_day and start is not None and end is not None:
        start, end, precision = Moment(start.day), Moment(end.day), other.precision
    elif tie.relation == "before":
        last = end if other.extent == "within" else start or end
        start, end = (_next_to(other, -1) if tie.close else None), last
        approximate = approximate or tie.close
    elif tie.relation == "after":
        first = start
        end = _next_to(other, 1) if tie.close else None
        if end is None and today is not None and outlook in ("past", "present"):
            end = Moment(today.day)
        start, approximate = first, approximate or tie.close
    elif tie.relation == "simultaneous":
        precision = other.precision
    names = other.timexes
    if own is not None and own.known:
        if tie.offset is not None or tie.relation == "simultaneous":
            return own
        tighter = _both(own, Dating(Interval(start, end), own.extent, own.precision, False, own.basis))
        return own.within(tighter.bounds)
    if start is None and end is None:
        return own
    dating = Dating(Interval(start, end), "within", precision, approximate, "relation", names, True)
    return _against_today(dating, outlook, today)


def _ordered_back(
    own: Dating | None, tie: Tie, other: Dating | None, outlook: Outlook, today: Moment | None
) -> Dating | None:
    """The same order seen from the other event."""
    if own is not None and own.known:
        return own
    mirrored = _MIRRORED.get(tie.relation)
    if mirrored is None:
        return own
    return _ordered(own, Tie(-1, mirrored, tie.offset, tie.close, tie.same_day), other, outlook, today)


_MIRRORED: dict[RelationType, RelationType] = {"before": "after", "after": "before", "simultaneous": "simultaneous"}


def _next_to(dating: Dating, sign: int) -> Moment | None:
    """What "shortly" before or after it reaches to: one more unit of its own grain."""
    grain = dating.precision if dating.precision in ("day", "week", "month", "year") else None
    edge = dating.bounds.start if sign < 0 else dating.bounds.end
    if grain is None or edge is None or dating.open:
        return None
    return Moment(shift_day(edge.day + sign, grain, sign) - sign)


def _moved(bounds: Interval, relation: RelationType, distance: str) -> Interval | None:
    """``bounds`` moved by a duration: "two days after". "within days of": from then on, some days."""
    if distance[1:2] == "X":
        return Interval(None, bounds.end) if relation == "before" else Interval(bounds.start, None)
    sign = -1 if relation == "before" else 1
    start = _shift(bounds.start, distance, sign) if bounds.start else None
    end = _shift(bounds.end, distance, sign) if bounds.end else None
    return Interval(start, end) if start is not None or end is not None else None


def _coarser(precision: Precision, distance: str) -> Precision:
    """The grain of a date that is a duration away from another: the coarser of the two."""
    grain: Precision = _GRAINS.get(distance[-1:], "day")  # type: ignore[assignment]
    return precision if _RANK[precision] >= _RANK[grain] else grain


def _shift(moment: Moment | None, value: str, sign: int) -> Moment | None:
    """``moment`` moved by a duration value in days, weeks, months or years; None for any other."""
    grain = _GRAINS.get(value[-1:]) if not value.startswith("PT") else None
    number = value[1:-1]
    if moment is None or grain is None or not number.isdigit() or len(number) > 5:
        return None
    return Moment(shift_day(moment.day, grain, sign * int(number)))


def _day_before(moment: Moment | None) -> Moment | None:
    if moment is None or moment.second is not None:
        return moment
    return Moment(moment.day - 1)


def _day_after(moment: Moment | None) -> Moment | None:
    if moment is None or moment.second is not None:
        return moment
    return Moment(moment.day + 1)


def covers(outer: Interval, inner: Interval) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    if outer.start is not None and (inner.start is None or _early(inner.start) < _early(outer.start)):
        return False
    return not (outer.end is not None and (inner.end is None or _late(inner.end) > _late(outer.end)))


__all__ = ["Dating", "Outlook", "by_tense", "covers", "date_triggers"]
