"""Intervals and grains: pure arithmetic on the proleptic Gregorian calendar, years before AD 1 included.

A :class:`Period` is one cell of the calendar: a grain and its place on that grain's number line, so that "two months
earlier" is a subtraction, whatever the grain.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from service.record import record

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century", "millennium"
]

DAY_SECONDS = 86_400
_CYCLE_YEARS = 400
_CELLS = 4_096  # of the calendar, whose days are remembered: articles of a time name the same ones again and again
_CYCLE_DAYS = 146_097
_LAST_DAY = date.max.toordinal()
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@record
class Moment:
    """A day, or a time on it. ``day`` is the proleptic Gregorian ordinal (0001-01-01 is 1, as in ``date.toordinal``;
    BC is ≤ 0).

    ``second`` counts from local midnight, None for the whole day; ``zone`` is "" (local), "Z" or "+HH:MM".
    """

    day: int
    second: int | None = None
    zone: str = ""

    def isoformat(self) -> str:
        """ISO 8601: ``2024-11-01``, ``2024-11-01T14:30:00+02:00``, ``-0043-03-15``."""
        if 1 <= self.day <= _LAST_DAY:
            text = date.fromordinal(self.day).isoformat()
        else:
            year, month, day = civil(self.day)
            text = f"{format_year(year)}-{month:02d}-{day:02d}"
        if self.second is None:
            return text
        minute, second = divmod(self.second, 60)
        hour, minute = divmod(minute, 60)
        return f"{text}T{hour:02d}:{minute:02d}:{second:02d}{self.zone}"


class Interval(NamedTuple):
    """From ``start`` to ``end``, both inclusive; None is open."""

    start: Moment | None
    end: Moment | None


class Period(NamedTuple):
    """One cell of the calendar: the ``number``-th day, month, … on the number line of its grain.

    day: the ordinal; week and weekend: weeks since Monday 0001-01-01; month: ``year * 12 + month - 1``; quarter,
    half: the same
    with 4 and 2; season: ``year * 4`` plus 0 spring, 1 summer, 2 autumn, 3 winter (which runs into the next year);
    year, decade, century, millennium: ``year // 1, 10, 100, 1000``; before AD 1 the last three count back from
    there: -1 is the
    first century BC (100–1 BC), -49 the 480s BC (489–480 BC). Years are astronomical (44 BC is -43).
    """

    grain: Grain
    number: int

    @lru_cache(_CELLS)  # noqa: B019 - a period is a value, and no more than so many are kept
    def first(self) -> int:
        """Ordinal of its first day."""
        grain, index = self
        if grain == "day":
            return index
        if grain == "week":
            return index * 7 + 1
        if grain == "weekend":
            return index * 7 + 6
        if grain == "season":
            return ordinal(index // 4, 3 + 3 * (index % 4), 1)
        if index <= 0 and grain in _COUNTED_BACK:
            return ordinal(_first_year(grain, index), 1, 1)
        months = _MONTHS[grain]
        year, month = divmod(index * months, 12)
        return ordinal(year, month + 1, 1)

    @lru_cache(_CELLS)  # noqa: B019
    def last(self) -> int:
        """Ordinal of its last day."""
        grain, index = self
        if grain == "day":
            return index
        if grain in ("week", "weekend"):
            return index * 7 + 7
        return Period(grain, index + 1).first() - 1

    @lru_cache(_CELLS)  # noqa: B019
    def interval(self) -> Interval:
        """Its first and last day."""
        if self.grain == "day":
            day = Moment(self.number)
            return Interval(day, day)
        if self.grain == "month" and self.number > 12:
            year, month = divmod(self.number, 12)
            first = ordinal(year, month + 1, 1)
            return Interval(Moment(first), Moment(first + days_in_month(year, month + 1) - 1))
        return Interval(Moment(self.first()), Moment(self.last()))


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


_COUNTED_BACK = frozenset({"decade", "century", "millennium"})


def _first_year(grain: Grain, index: int) -> int:
    """The first (astronomical) year of a decade, century or millennium that begins before AD 10."""
    if index == 0:
        return 1
    years = _MONTHS[grain] // 12
    return index * years + (2 if grain == "decade" else 1)


def ordinal(year: int, month: int, day: int) -> int:
    """The day's number (0001-01-01 is 1). Raises ValueError where there is no such day."""
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal()
    cycles = (2000 - year) // _CYCLE_YEARS
    return date(year + cycles * _CYCLE_YEARS, month, day).toordinal() - cycles * _CYCLE_DAYS


@lru_cache(_CELLS)
def civil(day: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day of an ordinal."""
    if 1 <= day <= _LAST_DAY:
        found = date.fromordinal(day)
        return found.year, found.month, found.day
    cycles = (730_000 - day) // _CYCLE_DAYS
    found = date.fromordinal(day + cycles * _CYCLE_DAYS)
    return found.year - cycles * _CYCLE_YEARS, found.month, found.day


def year_of(day: int) -> int:
    """The (astronomical) year that a day falls in."""
    return civil(day)[0]


def weekday_of(day: int) -> int:
    """Monday is 0, as in ``date.weekday``."""
    return (day - 1) % 7


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _MONTH_DAYS[month - 1]


def period_of(grain: Grain, day: int) -> Period:
    """The period of this grain that a day falls in. January and February belong to the winter of the year before."""
    if grain == "day":
        return Period("day", day)
    if grain in ("week", "weekend"):
        return Period(grain, (day - 1) // 7)
    year, month, _ = civil(day)
    if grain == "season":
        return Period("season", (year * 12 + month - 3) // 3)
    if year <= 0 and grain in _COUNTED_BACK:
        years = _MONTHS[grain] // 12
        return Period(grain, -1 - (1 - year if grain == "decade" else -year) // years)
    return Period(grain, (year * 12 + month - 1) // _MONTHS[grain])


def add_months(day: int, months: int) -> int:
    """The same day of the month, ``months`` later (or earlier), or that month's last day where it is shorter."""
    year, month, dom = civil(day)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return ordinal(year, month + 1, min(dom, days_in_month(year, month + 1)))


def shift_day(day: int, grain: Grain, count: int) -> int:
    """The day that is ``count`` days, weeks, months, … after ``day``."""
    if grain == "day":
        return day + count
    if grain in ("week", "weekend"):
        return day + 7 * count
    return add_months(day, count * (3 if grain == "season" else _MONTHS[grain]))


def format_year(year: int) -> str:
    """Four digits; with a sign before year 0 (ISO 8601, 5.2.2.3)."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def iso_week(index: int) -> tuple[int, int]:
    """ISO 8601 year and number of the ``number``-th week: the week belongs to the year of its Thursday."""
    thursday = index * 7 + 4
    year = year_of(thursday)
    return year, (thursday - ordinal(year, 1, 1)) // 7 + 1
