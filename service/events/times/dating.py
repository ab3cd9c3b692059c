"""When an event was, before it is written down, and the arithmetic of such times: moved, joined, put upright.

Everything here is in days of the proleptic calendar; clock times are kept where an expression gives them.
"""

from __future__ import annotations

from service.events.model import Basis, Extent, Outlook, RelationType
from service.record import changed, record
from service.temporal.calendar.periods import Grain, Interval, Moment, period_of, shift_day
from service.temporal.model import Precision

_GRAINS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_RANK: dict[Precision, int] = {
    "second": 0, "minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "season": 6, "quarter": 6, "year": 7,
    "decade": 8, "century": 9, "unknown": 10,
}  # fmt: skip
NOON = 43_200  # seconds


@record
class Dating:
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


def by_tense(outlook: Outlook, today: Moment | None) -> Dating | None:
    """What ``today``, the day of publication, alone says of something past, going on, or to come."""
    if today is None or outlook == "unknown":
        return None
    if outlook == "past":
        return Dating(Interval(None, today), "within", "unknown", False, "document")
    if outlook == "ongoing":
        return Dating(Interval(None, today), "throughout", "unknown", False, "document")
    if outlook == "present":
        return Dating(Interval(today, today), "within", "day", False, "document")
    return Dating(Interval(today, None), "within", "unknown", False, "document")


def upright(dating: Dating, ended: bool) -> Dating:
    """Where two sources contradict each other (``start`` after ``end``) only one is kept: the end where ``ended``."""
    start, end = dating.bounds
    if start is None or end is None or start.day < end.day or _early(start) <= _late(end):
        return dating
    return dating.within(Interval(None, end) if ended else Interval(start, None))


def against_today(dating: Dating, outlook: Outlook, today: Moment | None) -> Dating:
    """Past events end by ``today``, the day of publication; coming ones begin no earlier."""
    if today is None:
        return dating
    start, end = dating.bounds
    day = today.day
    if outlook in ("past", "ongoing") and (end is None or end.day > day) and (start is None or start.day <= day):
        if not (start is not None and start.day == day and end is not None and end.day <= day + 1):
            return dating.within(Interval(start, today))
    elif outlook == "future" and (start is None or start.day < day) and (end is None or end.day >= day):
        return dating.within(Interval(today, end))
    return dating


def both(a: Dating, b: Dating) -> Dating:
    """Two expressions on one event: their common part; where there is none, the first decides."""
    start = max((m for m in (a.bounds.start, b.bounds.start) if m is not None), key=_early, default=None)
    end = min((m for m in (a.bounds.end, b.bounds.end) if m is not None), key=_late, default=None)
    if start is not None and end is not None and _early(start) > _late(end):
        return a
    finer = a if _RANK[a.precision] <= _RANK[b.precision] else b
    extent: Extent = "throughout" if "throughout" in (a.extent, b.extent) and finer.extent == "throughout" else "within"
    return changed(finer, bounds=Interval(start, end), extent=extent, timexes=a.timexes + b.timexes)


def closer(a: Dating, b: Dating) -> Dating | None:
    """The finer of two datings that may be of one event, the first where they are alike; None where they are apart."""
    start = max((m.day for m in (a.bounds.start, b.bounds.start) if m is not None), default=0)
    end = min((m.day for m in (a.bounds.end, b.bounds.end) if m is not None), default=start)
    if start > end:
        return None
    return b if _RANK[b.precision] < _RANK[a.precision] and not b.open else a


def _early(moment: Moment) -> tuple[int, int]:
    return moment.day, moment.second or 0


def _late(moment: Moment) -> tuple[int, int]:
    return moment.day, 86_400 if moment.second is None else moment.second


def next_to(dating: Dating, sign: int) -> Moment | None:
    """What "shortly" before or after it reaches to: one more unit of its own grain."""
    grain = dating.precision if dating.precision in ("day", "week", "month", "year") else None
    edge = dating.bounds.start if sign < 0 else dating.bounds.end
    if grain is None or edge is None or dating.open:
        return None
    return Moment(shift_day(edge.day + sign, grain, sign) - sign)


def moved(bounds: Interval, relation: RelationType, distance: str) -> Interval | None:
    """``bounds`` moved by a duration: "two days after". "within days of": from then on, some days."""
    if distance[1:2] == "X":
        return Interval(None, bounds.end) if relation == "before" else Interval(bounds.start, None)
    sign = -1 if relation == "before" else 1
    start = shift(bounds.start, distance, sign) if bounds.start else None
    end = shift(bounds.end, distance, sign) if bounds.end else None
    return Interval(start, end) if start is not None or end is not None else None


def coarser(precision: Precision, distance: str) -> Precision:
    """The grain of a date that is a duration away from another: the coarser of the two."""
    grain: Precision = _GRAINS.get(distance[-1:], "day")  # type: ignore[assignment]
    return precision if _RANK[precision] >= _RANK[grain] else grain


def as_exact(bounds: Interval, precision: Precision) -> Interval:
    """The whole months or years that bounds lie in: "three years after" tells a year, and no day of it."""
    if precision not in ("month", "year"):
        return bounds
    start, end = bounds
    first = Moment(period_of(precision, start.day).first()) if start is not None else None
    return Interval(first, Moment(period_of(precision, end.day).last()) if end is not None else None)


def shift(moment: Moment | None, value: str, sign: int) -> Moment | None:
    """``moment`` moved by a duration value in days, weeks, months or years; None for any other."""
    grain = _GRAINS.get(value[-1:]) if not value.startswith("PT") else None
    number = value[1:-1]
    if moment is None or grain is None or not number.isdigit() or len(number) > 5:
        return None
    return Moment(shift_day(moment.day, grain, sign * int(number)))


def day_before(moment: Moment | None) -> Moment | None:
    if moment is None or moment.second is not None:
        return moment
    return Moment(moment.day - 1)


def day_after(moment: Moment | None) -> Moment | None:
    if moment is None or moment.second is not None:
        return moment
    return Moment(moment.day + 1)
