"""Meaning + anchor + direction → a period of the calendar, its TIMEX3 value and its bounds.

The publication date and the story's date so far are the only things that a relative expression can lean on; where the one
it needs is missing, the value stays underspecified (``XXXX-11``) and there are no bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from service.temporal import holidays
from service.temporal.calendar import (
    DAY_SECONDS,
    Grain,
    Interval,
    Moment,
    Period,
    civil,
    days_in_month,
    ordinal,
    period_of,
    shift_day,
    weekday_of,
    year_of,
)
from service.temporal.expressions import (
    Chosen,
    Clock,
    Distance,
    Duration,
    Fields,
    Inside,
    Meaning,
    Modified,
    Near,
    Nth,
    Origin,
    Recurring,
    Reported,
    Step,
    Vague,
)
from service.temporal.model import Precision, TimexType
from service.temporal.parts import narrow
from service.temporal.timeml import format_clock, format_duration, format_period
from service.temporal.zones import offset_text

Direction = Literal[-1, 0, 1]

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "season": "XXXX-XX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
SEASON_CODES = ("SP", "SU", "FA", "WI")
# Hours (from, to) of the parts of a day; a night runs into the next morning.
PART_HOURS = {"TMO": (5, 12), "TMI": (11, 14), "TAF": (12, 18), "TDT": (6, 18), "TEV": (17, 24), "TNI": (18, 30)}
_GRAINS_OF_CLOCK: dict[str, int] = {"second": 0, "minute": 59, "hour": 3599}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date told before: the period, the id of its expression, and the token after it."""

    period: Period
    id: str
    last: int


@dataclass(frozen=True, slots=True)
class Denoted:
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


@dataclass(slots=True)
class Story:
    """What one article has told so far: the publication day, and the dates mentioned, by grain. Lives as long as one reading.

    ``leading_year`` is a year that opened a sentence or a heading ("In 1943, …"); a year in passing does not move the story.
    """

    published: int | None
    narrative: bool
    zone: str = ""
    latest: Anchor | None = None
    latest_year: Anchor | None = None
    leading_year: Anchor | None = None
    latest_month: Anchor | None = None
    latest_day: Anchor | None = None
    latest_quarter: Anchor | None = None

    def told(self, period: Period, timex: str, last: int, leading: bool) -> None:
        """Remember that this period was mentioned."""
        grain = period.grain
        anchor = Anchor(period, timex, last)
        self.latest = anchor
        if grain in ("decade", "century", "millennium"):
            return
        self.latest_year = anchor
        if grain == "quarter":
            if self.published is None or period.first() <= self.published:
                if self.latest_quarter is None or period.number >= self.latest_quarter.period.number:
                    self.latest_quarter = anchor
                else:
                    self.latest_quarter = Anchor(self.latest_quarter.period, self.latest_quarter.id, last)
        if grain in ("month", "day", "week", "weekend", "season"):
            self.latest_month = anchor
        elif leading:
            self.leading_year = anchor
        if grain == "day":
            self.latest_day = anchor

    def year_in_force(self, at: int) -> Anchor | None:
        """Where an incomplete date of a narrative belongs: the date told last, unless a year has been announced since."""
        month, year = self.latest_month, self.leading_year
        if month is None or (year is not None and year.last > month.last):
            return year or self.latest_year
        if self.latest_year is not None and self.latest_year.last > month.last and at - self.latest_year.last < 8:
            return self.latest_year
        return month


class _UnresolvedError(Exception):
    """The anchor that a meaning needs is missing; ``value`` is what can be said all the same."""

    def __init__(self, value: str, grain: Grain) -> None:
        super().__init__(value)
        self.value = value
        self.grain = grain


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved period with where it came from."""

    period: Period
    anchor: str | None = None
    explicit: bool = False


def resolve(meaning: Meaning, story: Story, direction: Direction, at: int) -> Denoted:
    """What ``meaning`` denotes. ``direction``: the tense around it; ``at``: its first token. Raises ValueError for 30 February."""
    if isinstance(meaning, Modified):
        return _modified(meaning, story, direction, at)
    if isinstance(meaning, Vague):
        return Denoted("DATE", meaning.value, "unknown", vague=True)
    if isinstance(meaning, Recurring):
        return Denoted("SET", meaning.value, "unknown", quant=meaning.quant, freq=meaning.freq)
    if isinstance(meaning, Duration):
        return _duration(meaning, story)
    if isinstance(meaning, Clock):
        return _clock(meaning, story, direction, at)
    if isinstance(meaning, Distance):
        vague = _vague_distance(meaning)
        if vague is not None:
            return vague
    mod = meaning.count.mod if isinstance(meaning, Distance) else None
    try:
        place = _place(meaning, story, direction, at)
    except _UnresolvedError as unknown:
        return Denoted("DATE", unknown.value, _precision(unknown.grain), mod=mod)
    value = format_period(place.period)
    return Denoted(
        "DATE",
        value,
        _precision(place.period.grain),
        place.period,
        place.period.interval(),
        mod,
        place.anchor,
        place.explicit,
        mod is not None,
    )


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
    bounds = narrow(inner.bounds, inner.period, meaning.mod)
    return replace(inner, mod=meaning.mod, bounds=bounds, vague=True)


def _vague_distance(meaning: Distance) -> Denoted | None:
    if meaning.count.number is not None:
        return None
    value = "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    return Denoted("DATE", value, "unknown", vague=True)


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
    there = _shift(here, unit, number * meaning.side)
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
        begin_point=Moment(first).isoformat(),
        end_point=Moment(last).isoformat(),
    )


def _unit_precision(unit: str) -> Precision:
    known: dict[str, Precision] = {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month", "quarter": "quarter",
        "season": "season", "year": "year", "decade": "decade", "century": "century", "weekend": "week",
    }  # fmt: skip
    return known.get(unit, "unknown")


_UNIT_GRAINS: dict[str, Grain] = {
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "millennium",
    "fortnight": "week",
}


def _grain_of_unit(unit: str) -> Grain:
    """The grain that counting in ``unit`` arrives at: hours, minutes and weekends arrive at a day."""
    return _UNIT_GRAINS.get(unit, "day")


def _shift(day: int, unit: str, number: float) -> int:
    """``number`` units after ``day``; fractions of a unit are counted in days."""
    if unit == "fortnight":
        unit, number = "week", number * 2
    whole = int(number)
    grain = _grain_of_unit(unit)
    moved = shift_day(day, grain, whole)
    if number == whole:
        return moved
    step = 1 if number > 0 else -1
    return moved + round((shift_day(moved, grain, step) - moved) * abs(number - whole))


# ------------------------------------------------------------------ periods


def _place(meaning: Meaning, story: Story, direction: Direction, at: int) -> Place:
    if isinstance(meaning, Fields):
        return _fields(meaning, story, direction, at)
    if isinstance(meaning, Step):
        return _step(meaning, story)
    if isinstance(meaning, Chosen):
        return _chosen(meaning, story)
    if isinstance(meaning, Distance):
        return _distance(meaning, story, direction, at)
    if isinstance(meaning, Inside):
        return _inside(meaning, story, direction, at)
    if isinstance(meaning, Near):
        return _near(meaning, story, direction)
    if isinstance(meaning, Reported):
        return _reported(story)
    if isinstance(meaning, Nth):
        return _nth(meaning, story, direction, at)
    if isinstance(meaning, Modified):
        return _place(meaning.inner, story, direction, at)
    raise _UnresolvedError("XXXX-XX-XX", "day")


def _origin(origin: Origin, story: Story, grain: Grain) -> tuple[Period, str]:
    """The period that an expression points from: the publication day, or the date told last."""
    if origin == "story" or (story.narrative and story.latest is not None):
        anchor = story.latest_day if grain == "day" and story.latest_day is not None else story.latest
        if grain in ("year", "month", "season") and story.latest_year is not None:
            anchor = story.latest_year
        if anchor is not None:
            return anchor.period, anchor.id
    if story.published is None:
        raise _UnresolvedError(UNKNOWN[grain], grain)
    return Period("day", story.published), "published_at"


_FINENESS = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}


def _step(meaning: Step, story: Story) -> Place:
    """A period counted from the one with the origin in it. "today" in a narrative is no day of the story."""
    if story.narrative and meaning.grain == "day" and meaning.origin == "speech" and meaning.count == 0:
        raise _UnresolvedError("PRESENT_REF", "day")
    base, anchor = _origin(meaning.origin, story, meaning.grain)
    if _FINENESS[base.grain] > _FINENESS[meaning.grain]:
        if meaning.origin == "story" and anchor != "published_at":
            raise _UnresolvedError(_within_value(base, meaning.grain), meaning.grain)
    there = period_of(meaning.grain, base.first())
    return Place(Period(meaning.grain, there.number + meaning.count), anchor)


def _within_value(base: Period, grain: Grain) -> str:
    """An unknown cell of ``grain`` in a known coarser one: ``1945-10-XX``."""
    year = year_of(base.first())
    if grain in ("day", "week", "weekend") and base.grain == "month":
        return format_period(base) + "-XX"
    if grain == "month":
        return format_period(Period("year", year)) + "-XX" if _FINENESS[base.grain] <= 5 else UNKNOWN[grain]
    if grain in ("day",) and _FINENESS[base.grain] <= 5:
        return format_period(Period("year", year)) + "-XX-XX"
    return UNKNOWN[grain]


def _distance(meaning: Distance, story: Story, direction: Direction, at: int) -> Place:
    unit, number = meaning.unit, meaning.count.number or 0
    grain = _grain_of_unit(unit)
    base, anchor = _base(meaning, story, direction, at, grain)
    if unit == "year" and number == 1 and meaning.direction < 0 and meaning.base in ("speech", "story"):
        quarter = story.latest_quarter
        if quarter is not None and at - quarter.last < 80 and not story.narrative:
            return Place(Period("quarter", quarter.period.number - 4), quarter.id)
    if unit in ("hour", "minute", "second"):
        seconds = {"hour": 3600, "minute": 60, "second": 1}[unit] * number
        return Place(
            Period("day", base.first() + int(meaning.direction * seconds // DAY_SECONDS) * (seconds >= DAY_SECONDS)),
            anchor,
        )
    if _FINENESS[base.grain] > _FINENESS[grain]:
        raise _UnresolvedError(UNKNOWN[grain], grain)
    moved = _shift(base.first(), unit, number * meaning.direction)
    if unit in ("decade", "century", "millennium"):
        grain = "year"
    return Place(period_of(grain, moved), anchor)


def _base(meaning: Distance, story: Story, direction: Direction, at: int, grain: Grain) -> tuple[Period, str]:
    if meaning.base == "speech":
        if story.published is not None:
            return Period("day", story.published), "published_at"
        raise _UnresolvedError(UNKNOWN[grain], grain)
    if meaning.base == "story":
        if grain == "year" and not story.narrative and story.published is not None and story.latest_year is not None:
            recent = story.latest_year
            if year_of(recent.period.first()) == year_of(story.published):
                return Period("day", story.published), "published_at"
        if grain in ("day", "week") and story.latest_day is not None:
            return story.latest_day.period, story.latest_day.id
        return _origin("story", story, grain)
    place = _place(meaning.base, story, direction, at)
    return place.period, place.anchor or ""


def _inside(meaning: Inside, story: Story, direction: Direction, at: int) -> Place:
    outer = _place(meaning.outer, story, direction, at)
    inner = meaning.inner
    if isinstance(inner, Modified):
        inner = inner.inner
    first = outer.period.first()
    year = outer.period.number if outer.period.grain == "year" else year_of(first + 3)
    if isinstance(inner, Fields):
        if inner.weekday is not None and inner.day is None:
            return replace(outer, period=Period("day", first + (inner.weekday - weekday_of(first)) % 7))
        if inner.month is None and inner.day is not None:
            _, month, _ = civil(first)
            return replace(outer, period=Period("day", ordinal(year, month, inner.day)))
        return replace(outer, period=_with_year(replace(inner, year=year)))
    return outer


def _nth(meaning: Nth, story: Story, direction: Direction, at: int) -> Place:
    if meaning.outer is None:
        raise _UnresolvedError("XXXX-XX-XX", "day")
    outer = _place(meaning.outer, story, direction, at)
    if meaning.grain not in _FINENESS or _FINENESS[meaning.grain] >= _FINENESS[outer.period.grain]:
        raise _UnresolvedError(UNKNOWN.get(meaning.grain, "XXXX-XX-XX"), outer.period.grain)
    grain: Grain = meaning.grain  # type: ignore[assignment]
    if meaning.number > 0:
        start = period_of(grain, outer.period.first())
        return replace(outer, period=Period(grain, start.number + meaning.number - 1))
    end = period_of(grain, outer.period.last())
    return replace(outer, period=Period(grain, end.number + meaning.number + 1))


def _near(meaning: Near, story: Story, direction: Direction) -> Place:
    """The nearest period of that grain: the one just begun or over, or, in the future, the one to come."""
    if story.narrative and story.latest_day is not None:
        return Place(period_of(meaning.grain, story.latest_day.period.first()), story.latest_day.id)
    if story.published is None:
        raise _UnresolvedError(UNKNOWN[meaning.grain], meaning.grain)
    here = period_of(meaning.grain, story.published)
    if direction <= 0 and here.first() > story.published:
        return Place(Period(meaning.grain, here.number - 1), "published_at")
    return Place(here, "published_at")


def _reported(story: Story) -> Place:
    """The quarter that has been spoken of, else the last complete one."""
    if story.latest_quarter is not None:
        return Place(story.latest_quarter.period, story.latest_quarter.id)
    if story.published is None:
        raise _UnresolvedError(UNKNOWN["quarter"], "quarter")
    return Place(Period("quarter", period_of("quarter", story.published).number - 1), "published_at")


# ------------------------------------------------------------------ fields


def _with_year(fields: Fields) -> Period:
    """The period that fields with a year denote."""
    year = fields.year
    if year is None:
        raise ValueError("no year")
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


def _fields(fields: Fields, story: Story, direction: Direction, at: int) -> Place:
    if fields.year is not None:
        return Place(_with_year(fields), None, True)
    if fields.decade is not None:
        return Place(Period("decade", fields.decade), None, True)
    if fields.century is not None:
        index = fields.century - 1 if fields.century > 0 else fields.century
        return Place(Period("century", index), None, True)
    if fields.decade_of_century is not None:
        return _short_decade(fields.decade_of_century, story)
    if story.narrative:
        anchor = story.year_in_force(at)
        if anchor is not None:
            return _in_story(fields, story, anchor)
    if story.published is None:
        raise _UnresolvedError(_underspecified(fields), _grain_of(fields))
    if fields.weekday is not None and fields.day is None:
        return Place(Period("day", _near_weekday(fields.weekday, story.published, direction)), "published_at")
    if fields.month is None and fields.day is not None:
        return _day_of_month(fields.day, story, direction)
    return Place(_nearest(fields, story.published, direction), "published_at")


def _short_decade(decade: int, story: Story) -> Place:
    """The '60s: the latest decade of that name that has begun by the time of speech."""
    anchor = story.latest_year if story.narrative and story.latest_year else None
    day = anchor.period.first() if anchor else story.published
    if day is None:
        return Place(Period("decade", 190 + decade), None)
    index = year_of(day) // 100 * 10 + decade
    if index * 10 > year_of(day):
        index -= 10
    return Place(Period("decade", index), anchor.id if anchor else "published_at")


def _in_story(fields: Fields, story: Story, anchor: Anchor) -> Place:
    """An incomplete date in a narrative belongs to the time told just before; a story moves on from December to January."""
    first = anchor.period.first()
    if fields.weekday is not None and fields.day is None:
        base = story.latest_day or anchor
        return Place(
            Period("day", base.period.first() + (fields.weekday - weekday_of(base.period.first())) % 7), base.id
        )
    if fields.month is None and fields.day is not None:
        base = story.latest_month or anchor
        year, month, _ = civil(base.period.first())
        return Place(Period("day", ordinal(year, month, fields.day)), base.id)
    year, month, _ = civil(first)
    if (
        fields.month is not None
        and anchor.period.grain in ("day", "month", "week")
        and month - fields.month >= _ROLLS_OVER
    ):
        year += 1
    return Place(_with_year(replace(fields, year=year)), anchor.id)


_ROLLS_OVER = 7  # months back that are more likely the next year's


def _near_weekday(weekday: int, published: int, direction: Direction) -> int:
    """The weekday nearest to the publication day on the side that the tense tells; the publication day itself is on both."""
    if direction > 0:
        return published + (weekday - weekday_of(published)) % 7
    return published - (weekday_of(published) - weekday) % 7


def _day_of_month(day: int, story: Story, direction: Direction) -> Place:
    base = story.latest_month
    if base is not None:
        year, month, _ = civil(base.period.first())
        return Place(Period("day", ordinal(year, month, day)), base.id)
    published = story.published or 0
    year, month, today = civil(published)
    if day > today and direction < 0:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if day > days_in_month(year, month):
        raise ValueError("no such day")
    return Place(Period("day", ordinal(year, month, day)), "published_at")


def _nearest(fields: Fields, published: int, direction: Direction) -> Period:
    """The occurrence of a yearless date around the publication day: the nearest for a day, else the one the tense asks for."""
    year = year_of(published)
    candidates = [period for period in (_try_year(fields, year + delta) for delta in (-1, 0, 1)) if period is not None]
    if not candidates:
        raise ValueError("no such day")
    if fields.weekday is not None:
        fitting = [period for period in candidates if weekday_of(period.first()) == fields.weekday]
        candidates = fitting or candidates
    for period in candidates:
        if period.first() <= published <= period.last():
            return period
    before = [period for period in candidates if period.last() < published]
    after = [period for period in candidates if period.first() > published]
    if not before or not after:
        return (before or after)[-1 if before else 0]
    gap_after = after[0].first() - published
    gap_before = published - before[-1].last()
    if fields.quarter is not None or fields.half is not None:
        return after[0] if direction > 0 and year_of(after[0].first()) == year else before[-1]
    near = _NEAR_DAYS if fields.day is not None else 0
    if direction < 0:
        return after[0] if gap_after <= near and gap_before > 10 * gap_after else before[-1]
    if direction > 0:
        return before[-1] if gap_before <= near and gap_after > 10 * gap_before else after[0]
    return after[0] if gap_after < gap_before and gap_after < _SOON_DAYS else before[-1]


_NEAR_DAYS = 21  # so near to publication, a day is meant whatever the tense around it
_SOON_DAYS = 45


def _try_year(fields: Fields, year: int) -> Period | None:
    try:
        return _with_year(replace(fields, year=year))
    except ValueError:
        return None


def _grain_of(fields: Fields) -> Grain:
    if fields.weekday is not None or fields.day is not None or fields.holiday is not None:
        return "day"
    if fields.month is not None:
        return "month"
    if fields.season is not None:
        return "season"
    return "quarter" if fields.quarter is not None else "half"


def _underspecified(fields: Fields) -> str:
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


def _chosen(meaning: Chosen, story: Story) -> Place:
    """ "last May", "next Tuesday", "this summer": the direction is in the words."""
    fields, which = meaning.fields, meaning.which
    grain = _grain_of(fields)
    base, anchor = _origin(meaning.origin, story, "day")
    day = base.first()
    if fields.weekday is not None and fields.day is None:
        return Place(Period("day", _chosen_weekday(fields.weekday, day, which)), anchor)
    year = year_of(day)
    here = [p for p in (_try_year(fields, year + delta) for delta in (-2, -1, 0, 1, 2)) if p is not None]
    if which < 0:
        return Place([p for p in here if p.last() < day][-1], anchor)
    if which > 0:
        return Place(next(p for p in here if p.first() > day), anchor)
    if grain == "season" and civil(day)[1] <= 2 and fields.season == 3:
        return Place(period_of("season", day), anchor)
    return Place(_with_year(replace(fields, year=year)), anchor)


def _chosen_weekday(weekday: int, day: int, which: int) -> int:
    ahead = (weekday - weekday_of(day)) % 7
    if which > 0:
        return day + (ahead or 7)
    if which < 0:
        return day + ahead - 7
    return day - weekday_of(day) + weekday


# ------------------------------------------------------------------ times of day


def _clock(meaning: Clock, story: Story, direction: Direction, at: int) -> Denoted:
    try:
        place = _clock_day(meaning, story, direction, at)
    except _UnresolvedError as unknown:
        return Denoted("TIME", unknown.value + _clock_text(meaning, None), _clock_precision(meaning))
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


def _clock_day(meaning: Clock, story: Story, direction: Direction, at: int) -> Place:
    if meaning.date is not None:
        return _place(meaning.date, story, direction, at)
    near = story.latest_day
    if near is not None and (story.narrative or at - near.last < 40):
        return Place(near.period, near.id)
    if story.published is None:
        raise _UnresolvedError("XXXX-XX-XX", "day")
    return Place(Period("day", story.published), "published_at")


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
