"""The occurrences of a date that lacks its year or its week: with a year, and around the day of publication."""

from __future__ import annotations

from functools import lru_cache

from service.temporal.calendar import holidays
from service.temporal.calendar.periods import Grain, Period, civil, ordinal, weekday_of, year_of
from service.temporal.model import Direction
from service.temporal.resolving.anchors import UnresolvedError
from service.temporal.rules.expressions import Fields

SEASON_CODES = ("SP", "SU", "FA", "WI")


def with_year(fields: Fields, year: int) -> Period:
    """The period that the fields denote in that year. Raises ValueError where there is no such day."""
    if fields.holiday is not None:
        return Period("day", holidays.day_of(fields.holiday, year))
    if fields.month is not None:
        if fields.day is not None:
            return Period("day", ordinal(year, fields.month, fields.day))
        return Period("month", year * 12 + fields.month - 1)
    if fields.season is not None:
        return Period("season", year * 4 + fields.season)
    if fields.quarter is not None:
        return Period("quarter", year * 4 + fields.quarter - 1)
    if fields.half is not None:
        return Period("half", year * 2 + fields.half - 1)
    return Period("year", year)


def near_weekday(weekday: int, published: int, direction: Direction, until: int | None = None) -> int:
    """The weekday nearest to the publication day on the side that the tense tells; that day itself is on both.

    ``until``: the last weekday of a list that it opens, all of which is over where the tense is past.
    """
    if direction > 0:
        return published + (weekday - weekday_of(published)) % 7
    day = published - (weekday_of(published) - weekday) % 7
    return day - 7 if until is not None and direction < 0 and day + (until - weekday) % 7 > published else day


@lru_cache(4_096)
def nearest(fields: Fields, published: int, direction: Direction) -> Period:
    """The occurrence of a yearless date around publication: the nearest for a day, else the one the tense asks for."""
    year = year_of(published)
    if fields.fiscal and fields.quarter is not None:
        return with_year(fields, year - _is_of_last_year(fields.quarter, civil(published)[1]))
    candidates = [period for period in (try_year(fields, year + delta) for delta in (-1, 0, 1)) if period is not None]
    if not candidates:
        if fields.holiday is not None:
            raise UnresolvedError("XXXX-XX-XX", "day")
        raise ValueError("no such day")
    if fields.weekday is not None:
        fitting = [period for period in candidates if weekday_of(period.first()) == fields.weekday]
        candidates = fitting or candidates
    for period in candidates:
        if period.first() <= published <= period.last() and not (fields.half is not None and direction < 0):
            return period  # but what a half-year brought is told when it is over
    before = [period for period in candidates if period.last() < published]
    after = [period for period in candidates if period.first() > published]
    if not before or not after:
        return (before or after)[-1 if before else 0]
    gap_after = after[0].first() - published
    gap_before = published - before[-1].last()
    if fields.quarter is not None or fields.half is not None:
        return after[0] if direction > 0 and year_of(after[0].first()) == year else before[-1]
    if direction == SURELY_PAST:
        return before[-1]
    if direction < 0:
        return after[0] if gap_before > _FAR_DAYS and gap_before > _MUCH * gap_after else before[-1]
    if direction > 0:
        return before[-1] if gap_after > _FAR_DAYS and gap_before < _JUST_OVER else after[0]
    return after[0] if gap_after < gap_before and gap_after < _SOON_DAYS else before[-1]


def _is_of_last_year(quarter: int, month: int) -> bool:
    """Whether a firm that reports on its quarter in that month has begun another year of accounts since."""
    return (quarter == 4 and month <= 3) or (quarter == 3 and month == 1)


# A yearless date that far off is not meant where the other one is so much nearer, whatever the tense around it.
_FAR_DAYS = 250
_MUCH = 3
_JUST_OVER = 30
SURELY_PAST = -2
_SOON_DAYS = 60


def try_year(fields: Fields, year: int) -> Period | None:
    try:
        return with_year(fields, year)
    except ValueError:
        return None


def grain_of_fields(fields: Fields) -> Grain:
    if fields.weekday is not None or fields.day is not None or fields.holiday is not None:
        return "day"
    if fields.month is not None:
        return "month"
    if fields.season is not None:
        return "season"
    return "quarter" if fields.quarter is not None else "half"


def underspecified(fields: Fields) -> str:
    """``XXXX-11``, ``XXXX-11-03``, ``XXXX-WXX-5``, ``XXXX-SU``, ``XXXX-Q3``."""
    if fields.weekday is not None and fields.day is None:
        return f"XXXX-WXX-{fields.weekday + 1}"
    if fields.season is not None:
        return f"XXXX-{SEASON_CODES[fields.season]}"
    if fields.quarter is not None:
        return f"XXXX-Q{fields.quarter}"
    if fields.half is not None:
        return f"XXXX-H{fields.half}"
    if fields.holiday is not None:
        return holidays.format_unknown_year(fields.holiday)
    month = "XX" if fields.month is None else f"{fields.month:02d}"
    return f"XXXX-{month}" if fields.day is None else f"XXXX-{month}-{fields.day:02d}"
