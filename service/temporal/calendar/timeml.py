"""TIMEX3 values: how TimeML 1.2.1 (as TempEval-3 annotates) writes periods, durations and clock times."""

from __future__ import annotations

from functools import lru_cache

from service.temporal.calendar.periods import Period, civil, iso_week

SEASONS = ("SP", "SU", "FA", "WI")
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q",
    "season": "S", "half": "H", "fortnight": "W", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip


def format_year(year: int) -> str:
    """``1998``; TIMEX2's ``BC0044`` before AD 1 (``year`` is astronomical)."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(4_096)
def format_period(period: Period) -> str:
    """``2024``, ``2024-11``, ``2024-W12``, ``2024-W12-WE``, ``2024-SU``, ``2024-Q3``, ``2024-H1``, ``198``, ``19``."""
    grain, index = period
    if grain == "day":
        year, month, day = civil(index)
        return f"{format_year(year)}-{month:02d}-{day:02d}"
    if grain == "month":
        return f"{format_year(index // 12)}-{index % 12 + 1:02d}"
    if grain == "year":
        return format_year(index)
    if grain in ("week", "weekend"):
        year, week = iso_week(index)
        return f"{format_year(year)}-W{week:02d}{'-WE' if grain == 'weekend' else ''}"
    if grain == "quarter":
        return f"{format_year(index // 4)}-Q{index % 4 + 1}"
    if grain == "half":
        return f"{format_year(index // 2)}-H{index % 2 + 1}"
    if grain == "season":
        return f"{format_year(index // 4)}-{SEASONS[index % 4]}"
    width = {"decade": 3, "century": 2, "millennium": 1}[grain]
    return f"{index:0{width}d}" if index >= 0 else f"BC{-1 - index:0{width}d}"


@lru_cache(4_096)
def format_duration(count: float | None, unit: str) -> str:
    """``P3Y``, ``PT45M``, ``PXD`` (``count`` None); halves as ``P2Y6M`` and ``PT5H30M``; decades and centuries in
    years,
    quarters in months, fortnights in weeks."""
    if count is not None and unit in _MULTIPLES:
        factor, unit = _MULTIPLES[unit]
        count *= factor
    code = UNITS[unit]
    prefix, letter = ("PT", code[1]) if code[0] == "T" else ("P", code)
    if count is None:
        return f"{prefix}X{letter}"
    whole = int(count)
    if count == whole:
        return f"{prefix}{whole}{letter}"
    if unit in _HALVES and (count - whole) * 2 == 1:
        half = _HALVES[unit]
        return f"{prefix}{whole}{letter}{half}" if whole else f"{prefix}{half}"
    return f"{prefix}{count:g}{letter}"


_MULTIPLES = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "half": (6, "month"),
}
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}


def format_clock(second: int, precision: str, zone: str) -> str:
    """``T14:30``, ``T14:30:05``, ``T18:00Z``, ``T09:00-05``."""
    minute, rest = divmod(second, 60)
    hour, minute = divmod(minute, 60)
    text = f"T{hour:02d}:{minute:02d}" + (f":{rest:02d}" if precision == "second" else "")
    return text + zone.removesuffix(":00")
