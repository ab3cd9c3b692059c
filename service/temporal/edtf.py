"""Interval, precision and extent as an Extended Date/Time Format string (ISO 8601-2:2019, levels 0 to 2)."""

from __future__ import annotations

from typing import Final, Literal

from service.temporal.calendar.periods import Grain, Interval, Moment, civil, format_year, period_of
from service.temporal.model import Precision

# Which grain has periods of so many days.
_OF_DAYS: Final[dict[int, Grain]] = {
    **dict.fromkeys((28, 29, 30, 31), "month"),
    **dict.fromkeys((365, 366), "year"),
    **dict.fromkeys((3652, 3653), "decade"),
    **dict.fromkeys((36_524, 36_525), "century"),
}


def format_edtf(
    interval: Interval, precision: Precision, extent: Literal["within", "throughout"], approximate: bool = False
) -> str:
    """``2024-11``, ``[2024-11-01..2024-11-10]`` (some time within), ``2022-02-24/2025-03-23`` (throughout),
    ``../2025``, ``1984~``, ``2022~/2025-03-23`` (throughout, begun about 2022).

    A day, month, year, decade or century that the interval fills exactly is written as such. ``precision`` is the
    grain that was asked for; both ends open is the empty string.
    """
    start, end = interval
    if start is None and end is None:
        return ""
    single = _single(interval)
    if single is not None:
        return single + "~" if approximate and "T" not in single else single
    first = start.isoformat() if start else ""
    last = end.isoformat() if end else ""
    if extent == "within":
        return f"[{first}..{last}]"
    if approximate and start is not None and precision in ("month", "year") and start.second is None:
        first = _format("month" if precision == "month" else "year", start) + "~"  # "for three years": no day is told
    return f"{first or '..'}/{last or '..'}"


def _single(interval: Interval) -> str | None:
    start, end = interval
    if start is None or end is None:
        return None
    if start == end:
        return start.isoformat()
    if start.second is not None or end.second is not None:
        return None
    grain = _OF_DAYS.get(end.day - start.day + 1)
    if grain is None:
        return None
    period = period_of(grain, start.day)
    if period.number <= 0 and grain in ("decade", "century"):
        return None  # "-048X" would be ten other years than the 480s BC
    return _format(grain, start) if period.first() == start.day and period.last() == end.day else None


def _format(grain: Grain, start: Moment) -> str:
    year, month, _ = civil(start.day)
    text = format_year(year)
    if grain == "month":
        return f"{text}-{month:02d}"
    if grain == "decade":
        return text[:-1] + "X"
    if grain == "century":
        return text[:-2] + "XX"
    return text
