"""Early, middle and late parts of a period: the bounds that the contract sets for them."""

from __future__ import annotations

from service.temporal.calendar.periods import Interval, Moment, Period, civil, ordinal

# Months (from, to) of the parts of a year, days of a month, years of a decade and of a century; the last is open.
_THIRDS = {"START": 0, "MID": 1, "END": 2}
_YEAR = ((1, 4), (5, 8), (9, 12))
_DECADE = ((0, 3), (3, 6), (6, 9))
_CENTURY = ((0, 33), (33, 66), (66, 99))


def narrow(bounds: Interval | None, period: Period | None, mod: str) -> Interval | None:
    """``bounds`` cut to the part that ``mod`` names: days 1–10 / 11–20 / 21–end of a month, months 1–4 / 5–8 / 9–12
    of a year,
    years 0–3 / 3–6 / 6–9 of a decade, thirds of anything else; before and after open one end."""
    if bounds is None or period is None:
        return bounds
    if mod in ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"):
        return _beside(bounds, mod)
    part = _THIRDS.get(mod)
    if part is None or (bounds.start is not None and bounds.start.second is not None):
        return bounds
    first, last = _part_of(period, part)
    return Interval(Moment(first), Moment(last))


def _beside(bounds: Interval, mod: str) -> Interval:
    start, end = bounds
    if mod == "BEFORE":
        return Interval(None, None if start is None else Moment(start.day - 1))
    if mod == "AFTER":
        return Interval(None if end is None else Moment(end.day + 1), None)
    return Interval(None, end) if mod == "ON_OR_BEFORE" else Interval(start, None)


def _part_of(period: Period, part: int) -> tuple[int, int]:
    first, last = period.first(), period.last()
    if period.grain == "month":
        return (first, first + 9) if part == 0 else (first + 10, first + 19) if part == 1 else (first + 20, last)
    if period.grain == "year":
        low, high = _YEAR[part]
        return ordinal(period.number, low, 1), Period("month", period.number * 12 + high - 1).last()
    if period.grain in ("decade", "century"):
        low, high = (_DECADE if period.grain == "decade" else _CENTURY)[part]
        year = civil(first)[0]
        return ordinal(year + low, 1, 1), ordinal(year + high, 12, 31)
    if period.grain == "day":
        return first, last
    length = last - first + 1
    return first + length * part // 3, first + length * (part + 1) // 3 - 1
