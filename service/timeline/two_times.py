"""Whether two times may be those of one happening."""

from __future__ import annotations

from typing import Final

from service.temporal.calendar.periods import Interval

_SEASON: Final = 92  # days
_DAYS: Final = 6
_LAST_SECOND: Final = 86_399


def is_closer(one: Interval | None, other: Interval | None) -> bool:
    """Whether one of two times says more closely what the other says: "last winter", "on 11 January"."""
    for a, b in ((one, other), (other, one)):
        if a is not None and b is not None and within(a, b):
            return b.start is not None and b.end is not None and b.end.day - b.start.day <= _SEASON
    return False


def is_nested(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and (within(a, b) or within(b, a))


def is_day(bounds: Interval | None) -> bool:
    """Whether the bounds are known and no more than a few days apart."""
    if bounds is None or bounds.start is None or bounds.end is None:
        return False
    return bounds.end.day - bounds.start.day <= _DAYS


def is_same_day(a: Interval | None, b: Interval | None) -> bool:
    """Whether both are times of one day, and one lies in the other: "late on Tuesday", "at 11.52 p.m."."""
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    if len({a.start.day, a.end.day, b.start.day, b.end.day}) > 1:
        return False
    one, other = (
        (a.start.second or 0, a.end.second or _LAST_SECOND),
        (b.start.second or 0, b.end.second or _LAST_SECOND),
    )
    return _holds(one, other) or _holds(other, one)


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def meet(a: Interval, b: Interval) -> bool:
    return not (
        (a.end is not None and b.start is not None and a.end.day < b.start.day)
        or (b.end is not None and a.start is not None and b.end.day < a.start.day)
    )


def within(inner: Interval, outer: Interval) -> bool:
    if inner.start is None or inner.end is None:
        return False
    starts = outer.start is None or outer.start.day <= inner.start.day
    return starts and (outer.end is None or inner.end.day <= outer.end.day)
