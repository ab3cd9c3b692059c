"""English names of days, and of days that together are one cell of the calendar, or an early or late part of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from service.events.model import EventTime
from service.temporal.calendar.periods import Grain, Period, civil, period_of
from service.temporal.model import Precision

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = ("first", "second", "third", "fourth")
_GRAINS: tuple[Grain, ...] = (
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
# Grains whose cells are called so only where that is the precision.
_SPOKEN_OF: dict[Grain, Precision] = {"quarter": "quarter", "season": "season", "week": "week", "weekend": "week"}
_EDTF_SEASON = re.compile(r"(-?\d{4,})-(2[1-9]|3[0-2])[~?%]?")
# The thirds of a month, in days; of a year, in months; of a decade, in years.
_MONTH_PARTS = {(1, 10): "early", (11, 20): "mid", (21, 31): "late"}
_YEAR_PARTS = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
_DECADE_PARTS = {(0, 3): "early", (3, 6): "mid", (6, 9): "late"}


class Name(NamedTuple):
    """``vague``: the words already say that the bounds are not sharp ("early 2024")."""

    text: str
    grain: Grain
    vague: bool = False


def year_name(year: int) -> str:
    """``2024``, ``AD 79``, ``44 BC``; the argument is astronomical (44 BC is -43)."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def day_name(day: int) -> str:
    """``22 March 2025``."""
    year, month, dom = civil(day)
    return f"{dom} {MONTHS[month - 1]} {year_name(year)}"


def month_name(day: int) -> str:
    """``March 2025``: the month that a day falls in."""
    year, month, _ = civil(day)
    return f"{MONTHS[month - 1]} {year_name(year)}"


def name_of(first: int, last: int, time: EventTime) -> Name | None:
    """What the days ``first`` to ``last`` are called together; None where they are no unit."""
    return _season(first, last, time.edtf) or _vague_part(first, last, time) or _cell(first, last, time.precision)


def part_of(day: int, precision: Precision, first: bool) -> Name | None:
    """The month or year of which ``day`` is the first (or the last) day, where the precision is no finer than that."""
    grains: tuple[Grain, ...] = ("month",) if precision in ("month", "season", "quarter") else ("year", "month")
    if precision not in ("month", "season", "quarter", "year", "decade", "century"):
        return None
    for grain in grains:
        period = period_of(grain, day)
        if day == (period.first() if first else period.last()):
            return Name(_period_name(period), grain)
    return None


def span_names(first: int, last: int, within: bool, precision: Precision = "day") -> str:
    """``between 1 and 10 November 2024`` (``within``) or ``1–10 November 2024``; whole months and years by name.

    What lasted from a month or a year (by its ``precision``) to a day is told so: ``2021 – 3 July 2024``.
    """
    low, high = _ends(first, last)
    if within:
        return f"between {low} and {high}"
    begin = part_of(first, precision, first=True)
    if begin is not None and not _stops("month", last):
        return f"{begin.text} – {high}"
    return f"{low}–{high}" if " " not in low else f"{low} – {high}"


def _ends(first: int, last: int) -> tuple[str, str]:
    """The two ends, the first without what both share: ``28 October`` and ``3 November 2024``."""
    (year, month, dom), (last_year, last_month, _) = civil(first), civil(last)
    if _starts("year", first) and _stops("year", last):
        if year <= 0 < last_year:
            return year_name(year), f"AD {last_year}"
        return (str(1 - year) if last_year <= 0 else year_name(year)), year_name(last_year)
    if _starts("month", first) and _stops("month", last):
        return (MONTHS[month - 1] if year == last_year else month_name(first)), month_name(last)
    if (year, month) == (last_year, last_month):
        return str(dom), day_name(last)
    return (f"{dom} {MONTHS[month - 1]}" if year == last_year else day_name(first)), day_name(last)


def _starts(grain: Grain, day: int) -> bool:
    return period_of(grain, day).first() == day


def _stops(grain: Grain, day: int) -> bool:
    return period_of(grain, day).last() == day


def _cell(first: int, last: int, precision: Precision) -> Name | None:
    for grain in _GRAINS:
        period = period_of(grain, first)
        if period.first() == first and period.last() == last:
            # Three months are a quarter or a season only where the article speaks of one; so with seven days, or two.
            if grain in _SPOKEN_OF and _SPOKEN_OF[grain] != precision:
                continue
            text = _period_name(period)
            return Name(text, grain) if text else None
    return None


def _period_name(period: Period) -> str:
    grain, index = period
    if grain == "day":
        return day_name(index)
    if grain == "week":
        return f"the week of {day_name(period.first())}"
    if grain == "month":
        return month_name(period.first())
    if grain == "quarter":
        return f"the {_QUARTERS[index % 4]} quarter of {year_name(index // 4)}"
    if grain == "half":
        return f"the {_QUARTERS[index % 2]} half of {year_name(index // 2)}"
    if grain == "year":
        return year_name(index)
    if grain == "decade" and index >= 100:
        return f"the {index}0s"
    if grain == "century" and index >= 0:
        return f"the {_ordinal(index + 1)} century"
    if grain == "weekend":
        return f"the weekend of {span_names(period.first(), period.last(), within=False)}"
    if grain == "season":
        return _season_name(_SEASONS[21 + index % 4], period.first(), period.last())
    return ""


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _season(first: int, last: int, edtf: str) -> Name | None:
    """The season as the EDTF names it (21–24, or 25–32 with the hemisphere): in the south the months mislead."""
    match = _EDTF_SEASON.fullmatch(edtf)
    if match is None or not 60 < last - first < 100:
        return None
    season = _SEASONS[21 + (int(match[2]) - 21) % 4]
    return Name(_season_name(season, first, last), "season")


def _season_name(season: str, first: int, last: int) -> str:
    """``summer 2024``; ``winter 2024–25`` where it runs into the next year."""
    year, next_year = civil(first)[0], civil(last)[0]
    if year == next_year:
        return f"{season} {year_name(year)}"
    return f"{season} {year_name(year)}–{next_year % 100:02d}" if year >= 1000 else f"{season} {year_name(year)}"


def _vague_part(first: int, last: int, time: EventTime) -> Name | None:
    """``early November 2024``, ``late 1980s``: the conventions for early, mid and late, where the time is not sharp."""
    if not time.approximate:
        return None
    (year, month, dom), (last_year, last_month, last_dom) = civil(first), civil(last)
    if time.precision == "month" and (year, month) == (last_year, last_month):
        word = _MONTH_PARTS.get((dom, 31 if _stops("month", last) else last_dom))
        return Name(f"{word} {month_name(first)}", "month", vague=True) if word else None
    if time.precision == "year" and year == last_year and _starts("month", first) and _stops("month", last):
        word = _YEAR_PARTS.get((month, last_month))
        return Name(f"{word} {year_name(year)}", "year", vague=True) if word else None
    if time.precision == "decade" and year >= 1000 and _starts("year", first) and _stops("year", last):
        word = _DECADE_PARTS.get((year % 10, year % 10 + last_year - year))
        return Name(f"{word} {year - year % 10}s", "decade", vague=True) if word else None
    return None
