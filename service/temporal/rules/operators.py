"""The operators that a rule's ``meaning`` may use: they compose meanings, numbers and TIMEX3 values from the parts that
the words give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from service.temporal.calendar.timeml import SEASONS, UNITS, format_clock, format_duration
from service.temporal.rules.expressions import (
    Around,
    Beside,
    Chosen,
    Clock,
    Count,
    Distance,
    Duration,
    Ended,
    Fields,
    Inside,
    Meaning,
    Modified,
    Near,
    Nth,
    NthWeekday,
    Origin,
    Recurring,
    Reported,
    Step,
    Vague,
)


def on(meaning: Meaning, date: Meaning) -> Meaning:
    """A time of day put on a date."""
    if isinstance(meaning, Modified):
        return Modified(meaning.mod, on(meaning.inner, date))
    if isinstance(meaning, Clock):
        return replace(meaning, date=date)
    return Inside(meaning, date)


def mod(value: str | None, inner: Any) -> Any:
    """``inner`` modified; nothing happens without a modifier, and an inner modifier stays nearest to its words."""
    if value is None or inner is None:
        return inner
    return Modified("LESS_THAN" if value == "UNDER" else value, inner)


def count(number: float | None, qualifier: str | None = None) -> Count:
    """A count with an optional modifier (APPROX, MORE_THAN, …).

    UNDER is TIMEX3's LESS_THAN, said of any smaller number: "less than two years", not "nearly two years".
    """
    return Count(number, "LESS_THAN", any_less=True) if qualifier == "UNDER" else Count(number, qualifier)


def add(*numbers: float) -> float:
    """Sum of spelt-out parts: twenty + four."""
    return sum(numbers)


def multiply(a: float, b: float) -> float:
    """Product of spelt-out parts: three × hundred."""
    return a * b


def bc(year: int) -> int:
    """The astronomical number of a year BC."""
    return 1 - year


def year2(number: int) -> int:
    """A year of two digits: 69–99 are of the 1900s, the others of the 2000s (POSIX strptime)."""
    return number + (1900 if number >= 69 else 2000)


def clock12(hour: int, minute: int = 0, afternoon: bool = False) -> int:
    """Seconds from midnight of a twelve-hour clock; negative minutes are those to the hour."""
    return ((hour % 12 + (12 if afternoon else 0)) * 3600 + minute * 60) % 86400


def spoken12(hour: int, minutes: int) -> int:
    """Seconds from midnight of "half past twelve", "a quarter to one": what is around twelve is around noon."""
    second = (hour * 3600 + minutes * 60) % 86400
    return second + _HALF_DAY if second < 3600 else second


def clock24(hour: int, minute: int = 0, second: int = 0) -> int:
    """Seconds from midnight."""
    return hour * 3600 + minute * 60 + second


def decimal(whole: int, fraction: int) -> float:
    """A number written with a decimal point: 22.8."""
    return float(f"{whole}.{fraction}")


def century_bc(number: int) -> int:
    """The ordinal of a century before AD 1, negative: the 5th century BC is -5."""
    return -number


def daily(clock: Clock, quant: str) -> Recurring:
    """A clock time on each day: ``XXXX-XX-XXT03:30``."""
    return Recurring("XXXX-XX-XX" + format_clock(clock.second or 0, clock.precision, ""), quant)


def months_ended(number: float, unit: str, end: Meaning) -> Duration:
    """The months, weeks or years up to a day: "the three months ended June 30"."""
    return Duration(Count(number), unit, end=end)


def compound(amount: Count, unit: str, number: float, smaller: str) -> Duration | None:
    """A length told in two units, "an hour and twenty minutes"; None where the second is not the smaller one."""
    if unit in _SIZES and smaller in _SIZES and _SIZES.index(smaller) >= _SIZES.index(unit):
        return None
    return Duration(amount, unit, extra=((number, smaller),))


_SIZES = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


def away(length: Duration, direction: int, base: Meaning | Origin) -> Distance:
    """The point that lies ``length`` before or after ``base``."""
    return Distance(length.count, length.unit, direction, base)


def moment(date: Meaning, second: int, zone: str = "", precision: str = "minute") -> Clock:
    """A time of day on a date, written as one: 2024-03-15T14:30Z."""
    return Clock(second, precision, None, zone, date)


def offset(sign: int, hour: int, minute: int = 0) -> str:
    """A UTC offset: +02:00."""
    return f"{'-' if sign < 0 else '+'}{hour:02d}:{minute:02d}"


def small_hours(date: Meaning | None) -> Modified:
    """The hours of a day from midnight to dawn; of the story's day where none is told."""
    return Modified("START", Clock(None, "small", "TMO", "", date))


def after_noon(clock: Clock) -> Clock:
    """The same hour of the other half of the day."""
    second = clock.second or 0
    return replace(clock, second=second + _HALF_DAY) if second < _HALF_DAY else clock


def at_part(clock: Clock, part: str, date: Meaning) -> Clock:
    """An hour that a part of the day places before or after noon: the hours from one to four of a night are early."""
    early = part == "TMO" or (part == "TNI" and (clock.second or 0) < _FIVE)
    return replace(clock if early else after_noon(clock), date=date)


_HALF_DAY, _FIVE = 43_200, 18_000  # seconds from midnight


def early_year(year: int) -> Fields | None:
    """A year of three digits; fewer are a count or a class ("the year 10 pupils")."""
    return Fields(year=year) if year >= 100 else None


def of_recent_year(part: Fields, number: int) -> Fields | None:
    """A quarter or half of the year of a company's report, in two digits; None for what is more likely a code."""
    return part._replace(year=year2(number)) if number >= 90 or number <= 40 else None


def in_order(first: int, last: int, meaning: Meaning) -> Meaning | None:
    """``meaning``, where the first month comes before the last."""
    return meaning if first < last else None


def zoned(clock: Clock, zone: str) -> Clock:
    """A clock time in a zone: "Z", an offset, or an IANA name whose offset depends on the day."""
    return replace(clock, zone=zone)


def mixed(whole: int, numerator: int, denominator: int) -> float:
    """A mixed number: 2 1/2."""
    return whole + numerator / (denominator or 1)


def decade_bc(decade: int) -> int:
    """The 470s BC run from -478 to -469; their number on the line of decades is negative."""
    return -decade - 1


def named(date: Meaning, weekday: int) -> Meaning:
    """A date told with its weekday, which helps to find the year."""
    return date._replace(weekday=weekday) if isinstance(date, Fields) else date


def frequency(number: int) -> str:
    """``3X``: three times."""
    return f"{number}X"


def period_value(unit: str, number: float | None = 1) -> str:
    """``P1Y`` for "every year"."""
    return format_duration(number, unit)


def weekday_value(weekday: int) -> str:
    """``XXXX-WXX-2`` for "every Tuesday"."""
    return f"XXXX-WXX-{weekday + 1}"


def weekday_part(weekday: int, part: str) -> str:
    """``XXXX-WXX-2TNI`` for "Tuesday nights"."""
    return weekday_value(weekday) + part


def month_value(month: int) -> str:
    """``XXXX-07`` for "each July"."""
    return f"XXXX-{month:02d}"


def day_value(month: int, day: int) -> str:
    """``XXXX-06-09`` for "every 9 June"."""
    return f"{month_value(month)}-{day:02d}"


def season_value(season: int) -> str:
    """``XXXX-SU`` for "every summer"."""
    return f"XXXX-{SEASONS[season]}"


def part_value(part: str) -> str:
    """``XXXX-XX-XXTMO`` for "every morning"."""
    return f"XXXX-XX-XX{part}"


def ended(quarter: Fields | None, end: Meaning) -> Ended:
    """The quarter, numbered or not, that ends on a day."""
    return Ended(quarter.quarter if quarter is not None else None, end)


def quarter_of_months(first: int, last: int) -> Fields | None:
    """The quarter from one month to another; None where the three months are not one of the calendar's."""
    return Fields(quarter=last // 3) if last % 3 == 0 and last - first == 2 else None


def half_year(number: int) -> Fields | None:
    """The first or second half of a year; None for any other."""
    return Fields(half=number) if number in (1, 2) else None


def minutes_from(hour: int | None, minutes: int, midnight: int | None) -> int:
    """Seconds from midnight of so many minutes past (negative: to) an hour, noon or midnight."""
    base = clock12(hour) if hour is not None else 0 if midnight is not None else clock12(12, 0, True)
    return (base + minutes * 60) % 86400


def frequency_of(number: float, unit: str) -> str:
    """``5D``: on five days; ``24H``: for 24 hours."""
    return f"{number:g}{UNITS[unit][-1]}"


def opening_year(first: int, last: int, year: int) -> int:
    """The year in which a range opens that ends in ``year``: November to April 1932 opens in 1931."""
    return year - (first > last)


def year_of_century(year: int, end: int) -> Fields | None:
    """The year that "13" means in 1911-13; None where it is not later, or reads as a month (2003-11)."""
    last = year // 100 * 100 + end
    if last <= year or (end <= 12 and last != year + 1):
        return None
    return Fields(year=last)


OPERATORS: dict[str, Callable[..., Any]] = {
    "fields": Fields,
    "step": Step,
    "chosen": Chosen,
    "distance": Distance,
    "duration": Duration,
    "inside": Inside,
    "nth": Nth,
    "nth_weekday": NthWeekday,
    "clock": Clock,
    "vague": Vague,
    "recurring": Recurring,
    "mod": mod,
    "on": on,
    "count": count,
    "add": add,
    "multiply": multiply,
    "bc": bc,
    "year2": year2,
    "clock12": clock12,
    "clock24": clock24,
    "spoken12": spoken12,
    "decimal": decimal,
    "century_bc": century_bc,
    "away": away,
    "compound": compound,
    "zoned": zoned,
    "small_hours": small_hours,
    "after_noon": after_noon,
    "at_part": at_part,
    "early_year": early_year,
    "of_recent_year": of_recent_year,
    "in_order": in_order,
    "moment": moment,
    "offset": offset,
    "period_value": period_value,
    "weekday_value": weekday_value,
    "mixed": mixed,
    "decade_bc": decade_bc,
    "named": named,
    "frequency": frequency,
    "weekday_part": weekday_part,
    "month_value": month_value,
    "day_value": day_value,
    "season_value": season_value,
    "part_value": part_value,
    "near": Near,
    "reported": Reported,
    "around": Around,
    "ended": ended,
    "daily": daily,
    "months_ended": months_ended,
    "beside": Beside,
    "minutes_from": minutes_from,
    "half_year": half_year,
    "quarter_of_months": quarter_of_months,
    "frequency_of": frequency_of,
    "opening_year": opening_year,
    "year_of_century": year_of_century,
}
"""The names that a rule's ``meaning`` may use."""
