"""Meaning + anchor + direction → a TIMEX3 value, its bounds and where they come from.

The publication date and the story's date so far are the only things that a relative expression can lean on; where
the one
it needs is missing, the value stays underspecified (``XXXX-11``) and there are no bounds.
"""

from __future__ import annotations

from typing import NamedTuple

from service.temporal.calendar import DAY_SECONDS, Grain, Interval, Moment, Period
from service.temporal.expressions import (
    Chosen,
    Clock,
    Distance,
    Duration,
    Fields,
    Inside,
    Meaning,
    Modified,
    Recurring,
    Step,
    Vague,
)
from service.temporal.fields import Direction
from service.temporal.fiscal import months_up_to
from service.temporal.holidays import last_day
from service.temporal.model import Precision, TimexType
from service.temporal.parts import narrow
from service.temporal.places import place_of, shift
from service.temporal.story import UNKNOWN, Place, Story, UnresolvedError
from service.temporal.timeml import format_clock, format_duration, format_period
from service.temporal.zones import offset_text

# Hours (from, to) of the parts of a day; a night runs into the next morning.
PART_HOURS = {"TMO": (5, 12), "TMI": (11, 14), "TAF": (12, 18), "TDT": (6, 18), "TEV": (17, 24), "TNI": (18, 30)}
_GRAINS_OF_CLOCK: dict[str, int] = {"second": 0, "minute": 59, "hour": 3599}


class Denoted(NamedTuple):
    """What an expression denotes. ``period`` is the cell of the calendar behind it, where there is one."""

    type: TimexType
    value: str
    precision: Precision
    period: Period | None = None
    bounds: Interval | None = None
    mod: str | None = None
    anchor: str | None = None
    explicit: bool = False
    vague: bool = False
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None


_PLAIN = (Fields, Step)  # the commonest by far


def resolve(meaning: Meaning, story: Story, direction: Direction, at: int) -> Denoted:
    """What ``meaning`` denotes. ``direction``: the tense around it; ``at``: its first token. Raises ValueError for
    30 February."""
    if isinstance(meaning, _PLAIN):
        return _dated(meaning, story, direction, at, None)
    if isinstance(meaning, Modified):
        return _modified(meaning, story, direction, at)
    if isinstance(meaning, Vague):
        return Denoted("DATE", meaning.value, "unknown", vague=True)
    if isinstance(meaning, Recurring):
        return Denoted("SET", meaning.value, "unknown", quant=meaning.quant, freq=meaning.freq)
    if isinstance(meaning, Duration):
        denoted = _duration(meaning, story)
        return denoted if meaning.end is None else _ended(denoted, meaning, meaning.end, story, direction, at)
    if isinstance(meaning, Clock):
        return _clock(meaning, story, direction, at)
    if isinstance(meaning, Distance):
        return (
            _vague_distance(meaning)
            or _minutes_away(meaning, story, at)
            or _dated(meaning, story, direction, at, meaning.count.mod)
        )
    return _dated(meaning, story, direction, at, None)


def _dated(meaning: Meaning, story: Story, direction: Direction, at: int, mod: str | None) -> Denoted:
    """A meaning that names a period of the calendar."""
    try:
        place = place_of(meaning, story, direction, at)
    except UnresolvedError as unknown:
        return Denoted("DATE", unknown.value, _precision(unknown.grain), mod=mod)
    value, bounds = format_period(place.period), place.bounds or place.period.interval()
    name = _holiday_of(meaning)
    if name is not None:
        first = place.period.first()
        bounds = Interval(Moment(first), Moment(last_day(name, first)))
        value = value[:7] if name == "ramadan" else value
    return Denoted(
        "DATE",
        value,
        _precision(place.period.grain),
        place.period,
        bounds,
        mod,
        place.anchor,
        place.explicit,
        mod is not None,
    )


def _holiday_of(meaning: Meaning) -> str | None:
    """The holiday that the meaning is, if it is one."""
    if isinstance(meaning, Fields):
        return meaning.holiday
    if isinstance(meaning, Chosen):
        return meaning.fields.holiday
    return _holiday_of(meaning.inner) if isinstance(meaning, Inside) else None


def _precision(grain: Grain) -> Precision:
    if grain == "weekend":
        return "week"
    if grain == "half":
        return "quarter"
    if grain == "millennium":
        return "century"
    return grain


def _modified(meaning: Modified, story: Story, direction: Direction, at: int) -> Denoted:
    inner = resolve(meaning.inner, story, direction, at)
    if meaning.mod in _CUT:
        bounds = _cut(inner, story, meaning.mod)
        return inner._replace(mod=_CUT[meaning.mod], bounds=bounds, vague=True)
    bounds = narrow(inner.bounds, inner.period, meaning.mod)
    return inner._replace(mod=meaning.mod, bounds=bounds, vague=True)


_CUT = {"EARLIER": "START", "LATER": "END"}


def _cut(inner: Denoted, story: Story, mod: str) -> Interval | None:
    """The part of a period before, or from, the day on which it is spoken of (in a story: the day told last)."""
    if inner.bounds is None or inner.bounds.start is None or inner.bounds.end is None:
        return inner.bounds
    first, last = inner.bounds.start.day, inner.bounds.end.day
    now = story.published if inner.anchor == "published_at" else None
    if now is None and story.latest is not None:
        now = story.latest.period.last() if mod == "EARLIER" else story.latest.period.first()
    if now is None or not first <= now <= last:
        return inner.bounds
    return Interval(Moment(first), Moment(now)) if mod == "EARLIER" else Interval(Moment(now), Moment(last))


_AGES = 10_000  # years and more that lie between are no count to the year


def _vague_distance(meaning: Distance) -> Denoted | None:
    number = meaning.count.number
    if number is not None and (number < _AGES or meaning.unit not in ("year", "decade", "century", "millennium")):
        return None
    value = "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    return Denoted("DATE", value, "unknown", vague=True)


def _minutes_away(meaning: Distance, story: Story, at: int) -> Denoted | None:
    """ "Eleven minutes later": the time of day, where one has been told just before."""
    told, unit = story.latest_clock, _SECONDS.get(meaning.unit)
    if told is None or unit is None or meaning.base != "story" or at - told.last > _SAME_DAY:
        return None
    second = told.second + round((meaning.count.number or 0) * unit) * meaning.direction
    day, second = told.day + second // DAY_SECONDS, second % DAY_SECONDS
    period, precision = Period("day", day), "second" if unit == 1 else "minute"
    value = format_period(period) + format_clock(second, precision, told.zone)
    low = Moment(day, second, told.zone)
    bounds = Interval(low, Moment(day, second + _GRAINS_OF_CLOCK[precision], told.zone))
    mod = meaning.count.mod
    return Denoted("TIME", value, _clock_precision(Clock(second, precision)), period, bounds, mod, told.id)


_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


# ------------------------------------------------------------------ lengths of time


def _duration(meaning: Duration, story: Story) -> Denoted:
    unit, number = meaning.unit, meaning.count.number
    value = format_duration(number, unit)
    for extra, extra_unit in meaning.extra:
        value += format_duration(extra, extra_unit).removeprefix("PT" if value.startswith("PT") else "P")
    precision = _unit_precision(unit)
    mod = meaning.count.mod
    if meaning.side == 0 or number is None or story.published is None or unit in ("hour", "minute", "second"):
        return Denoted("DURATION", value, precision, mod=mod)
    here = story.published
    there = shift(here, unit, number * meaning.side)
    first, last = min(here, there), max(here, there)
    bounds = Interval(Moment(first), Moment(last))
    return Denoted(
        "DURATION",
        value,
        precision,
        bounds=bounds,
        mod=mod,
        anchor="published_at",
        vague=mod is not None,
        begin_point="published_at" if meaning.side > 0 else None,
        end_point="published_at" if meaning.side < 0 else None,
    )


def _ended(denoted: Denoted, meaning: Duration, end: Meaning, story: Story, direction: Direction, at: int) -> Denoted:
    """The same length with the bounds that the day of its end gives."""
    try:
        day = place_of(end, story, direction, at).period.last()
    except UnresolvedError:
        return denoted
    number = meaning.count.number or 0
    if meaning.unit == "month" and number == int(number):
        if number == _MONTHS_OF_QUARTER and story.of_accounts and story.quarter_end is None:
            story.quarter_end = day
        return denoted._replace(bounds=months_up_to(day, int(number)))
    return denoted._replace(bounds=Interval(Moment(shift(day, meaning.unit, -number) + 1), Moment(day)))


_MONTHS_OF_QUARTER = 3


def _unit_precision(unit: str) -> Precision:
    known: dict[str, Precision] = {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
        "quarter": "quarter",
        "season": "season", "year": "year", "decade": "decade", "century": "century", "weekend": "week",
    }  # fmt: skip
    return known.get(unit, "unknown")


# ------------------------------------------------------------------ times of day


def _clock(meaning: Clock, story: Story, direction: Direction, at: int) -> Denoted:
    try:
        place = _clock_day(meaning, story, direction, at)
    except UnresolvedError as unknown:
        where = UNKNOWN["day"] if unknown.value.endswith("_REF") else unknown.value
        return Denoted("TIME", where + _clock_text(meaning, None), _clock_precision(meaning))
    day = place.period.first()
    zone = offset_text(meaning.zone, day, meaning.second or 0) if meaning.zone else ""
    value = format_period(place.period) + _clock_text(meaning, zone)
    if place.period.grain != "day":
        return Denoted(
            "TIME", value, _clock_precision(meaning), place.period, place.period.interval(), anchor=place.anchor
        )
    if meaning.second is None:
        low, high = PART_HOURS[meaning.part or "TDT"]
        bounds = Interval(_moment(day, low * 3600, zone), _moment(day, high * 3600 - 1, zone))
    else:
        bounds = Interval(
            _moment(day, meaning.second, zone), _moment(day, meaning.second + _GRAINS_OF_CLOCK[meaning.precision], zone)
        )
    return Denoted(
        "TIME", value, _clock_precision(meaning), place.period, bounds, anchor=place.anchor, explicit=place.explicit
    )


_SAME_DAY = 70  # tokens after a day that a clock time still belongs to it


def _clock_day(meaning: Clock, story: Story, direction: Direction, at: int) -> Place:
    if meaning.date is not None:
        return place_of(meaning.date, story, direction, at)
    near = story.day_in_force()
    if near is not None and (story.narrative or at - near.last < _SAME_DAY):
        if _is_past_midnight(meaning, near.period, story, at):
            return Place(Period("day", near.period.first() + 1), near.id)
        return Place(near.period, near.id)
    if story.published is None or story.narrative:
        raise UnresolvedError("XXXX-XX-XX", "day")
    return Place(Period("day", story.published), "published_at")


def _is_past_midnight(meaning: Clock, day: Period, story: Story, at: int) -> bool:
    """Whether a time of the small hours follows one of the late evening: "left at 10 p.m.; at 1:52 a.m. …"."""
    told, second = story.latest_clock, meaning.second
    if told is None or second is None or day.grain != "day" or at - told.last > _SAME_DAY:
        return False
    return told.day == day.first() and told.second >= _EVENING and second < _SMALL_HOURS


_EVENING = 20 * 3600
_SMALL_HOURS = 5 * 3600


def _moment(day: int, second: int, zone: str) -> Moment:
    return Moment(day + second // DAY_SECONDS, second % DAY_SECONDS, zone)


def _clock_text(meaning: Clock, zone: str | None) -> str:
    if meaning.second is None:
        return meaning.part or "TDT"
    return format_clock(meaning.second, meaning.precision, zone or "")


def _clock_precision(meaning: Clock) -> Precision:
    if meaning.second is None:
        return "hour"
    return "second" if meaning.precision == "second" else "hour" if meaning.precision == "hour" else "minute"
