"""Meaning + anchor + direction → a TIMEX3 value, its bounds and where they come from.

The publication date and the story's date so far are the only things that a relative expression can lean on; where
the one
it needs is missing, the value stays underspecified (``XXXX-11``) and there are no bounds.
"""

from __future__ import annotations

from functools import lru_cache

from service.record import changed
from service.temporal.calendar.holidays import last_day
from service.temporal.calendar.periods import Grain, Interval, Moment
from service.temporal.calendar.timeml import format_duration, format_period
from service.temporal.model import Direction, Precision
from service.temporal.resolving.anchors import Place, UnresolvedError
from service.temporal.resolving.clocks import clock_time, minutes_away
from service.temporal.resolving.denoted import Denoted
from service.temporal.resolving.distances import shift
from service.temporal.resolving.fiscal import months_up_to
from service.temporal.resolving.occurrences import with_year
from service.temporal.resolving.parts import narrow
from service.temporal.resolving.places import place_of
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import (
    Chosen,
    Clock,
    Distance,
    Duration,
    Fields,
    Inside,
    Meaning,
    Modified,
    Recurring,
    Vague,
)

_DATES = 4_096  # with their year that are remembered: articles of a time name the same ones again and again


def resolve(meaning: Meaning, story: Story, direction: Direction, at: int) -> Denoted:
    """What ``meaning`` denotes. ``direction``: the tense around it; ``at``: its first token. Raises ValueError for
    30 February."""
    if isinstance(meaning, Fields):  # the commonest by far
        if meaning.year is None or meaning.fiscal:
            return _dated(meaning, story, direction, at, None)
        return _with_its_year(meaning, meaning.year)
    if isinstance(meaning, Duration):
        denoted = _duration(meaning, story, direction)
        return denoted if meaning.end is None else _ended(denoted, meaning, meaning.end, story, direction, at)
    if isinstance(meaning, Clock):
        return clock_time(meaning, story, direction, at)
    if isinstance(meaning, Modified):
        return _modified(meaning, story, direction, at)
    if isinstance(meaning, Vague):
        part = meaning.value.startswith("XXXX") and "T" in meaning.value  # "a Sunday evening"
        return Denoted("TIME" if part else "DATE", meaning.value, "unknown", vague=True)
    if isinstance(meaning, Recurring):
        return Denoted("SET", meaning.value, "unknown", quant=meaning.quant, freq=meaning.freq)
    if isinstance(meaning, Distance):
        return (
            _vague_distance(meaning)
            or minutes_away(meaning, story, at)
            or _dated(meaning, story, direction, at, meaning.count.mod)
        )
    return _dated(meaning, story, direction, at, None)


def _dated(meaning: Meaning, story: Story, direction: Direction, at: int, mod: str | None) -> Denoted:
    """A meaning that names a period of the calendar."""
    try:
        place = place_of(meaning, story, direction, at)
    except UnresolvedError as unknown:
        return Denoted("DATE", unknown.value, _precision(unknown.grain), mod=mod)
    bounds = place.bounds or _interval_of(meaning, place, story)
    return _on_days(place, bounds, _holiday_of(meaning), mod)


@lru_cache(_DATES)
def _with_its_year(fields: Fields, year: int) -> Denoted:
    """What fields denote that leave nothing to the article."""
    place = Place(with_year(fields, year), None, True)
    return _on_days(place, place.period.interval(), fields.holiday, None)


def _on_days(place: Place, bounds: Interval | None, holiday: str | None, mod: str | None) -> Denoted:
    """A period of the calendar with its bounds, which are those of the feast where it is one."""
    period = place.period
    value = format_period(period)
    if holiday is not None:
        first = period.first()
        bounds = Interval(Moment(first), Moment(last_day(holiday, first)))
        value = value[:7] if holiday == "ramadan" else value
    return Denoted(
        "DATE", value, _precision(period.grain), period, bounds, mod, place.anchor, place.explicit, mod is not None
    )


def _interval_of(meaning: Meaning, place: Place, story: Story) -> Interval | None:
    """The days of a period; none where it is a quarter of a year of accounts of which nobody tells when it begins."""
    of_accounts = isinstance(meaning, Fields) and meaning.fiscal and meaning.quarter is not None
    return None if of_accounts and story.quarter_end is None else place.period.interval()


def _holiday_of(meaning: Meaning) -> str | None:
    """The holiday that the meaning is, if it is one."""
    if isinstance(meaning, Fields):
        return meaning.holiday
    if isinstance(meaning, Chosen):
        return meaning.fields.holiday
    return _holiday_of(meaning.inner) if isinstance(meaning, Inside) else None


def _precision(grain: Grain) -> Precision:
    return _COARSE.get(grain) or grain  # type: ignore[return-value]


_COARSE: dict[Grain, Precision] = {"weekend": "week", "half": "quarter", "millennium": "century"}


def _modified(meaning: Modified, story: Story, direction: Direction, at: int) -> Denoted:
    inner = resolve(meaning.inner, story, direction, at)
    if meaning.mod in _CUT:
        bounds = _cut(inner, story, meaning.mod)
        return changed(inner, mod=_CUT[meaning.mod], bounds=bounds, vague=True)
    bounds = narrow(inner.bounds, inner.period, meaning.mod)
    part_of_day = inner.period is not None and inner.period.grain == "day" and meaning.mod in ("START", "MID", "END")
    return changed(inner, mod=meaning.mod, bounds=bounds, vague=inner.vague or not part_of_day)


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


def _duration(meaning: Duration, story: Story, direction: Direction) -> Denoted:
    unit, number = meaning.unit, meaning.count.number
    value = format_duration(number, unit)
    for extra, extra_unit in meaning.extra:
        value += format_duration(extra, extra_unit).removeprefix("PT" if value.startswith("PT") else "P")
    precision = _unit_precision(unit)
    mod = meaning.count.mod
    if meaning.side == 0 or number is None or story.published is None or unit in ("hour", "minute", "second"):
        return Denoted("DURATION", value, precision, mod=mod)
    if meaning.side > 0 and direction < 0:
        return _from_then(Denoted("DURATION", value, precision, mod=mod), meaning, story)
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


def _from_then(denoted: Denoted, meaning: Duration, story: Story) -> Denoted:
    """ "For the next ten years", told in the past: from the date told last."""
    then = story.latest
    if then is None:
        return denoted
    last = shift(then.period.last(), meaning.unit, meaning.count.number or 0)
    return changed(denoted, bounds=Interval(Moment(then.period.first()), Moment(last)), anchor=then.id, vague=True)


def _ended(denoted: Denoted, meaning: Duration, end: Meaning, story: Story, direction: Direction, at: int) -> Denoted:
    """The same length with the bounds that the day of its end gives."""
    try:
        day = place_of(end, story, direction, at).period.last()
    except UnresolvedError:
        return denoted
    number = meaning.count.number or 0
    if (meaning.unit, number) in _QUARTERS and story.latest_quarter is not None and story.quarter_end is None:
        last = story.latest_quarter.period.last()
        story.of_accounts = story.of_accounts or abs(last - day) > _OFF_CALENDAR
        story.quarter_end = day if story.of_accounts else None
    if meaning.unit == "month" and number == int(number):
        return changed(denoted, bounds=months_up_to(day, int(number)))
    return changed(denoted, bounds=Interval(Moment(shift(day, meaning.unit, -number) + 1), Moment(day)))


_QUARTERS = frozenset({("month", 3), ("week", 12), ("week", 13), ("week", 14)})
_OFF_CALENDAR = 20  # days from the end of a quarter of the calendar


def _unit_precision(unit: str) -> Precision:
    return _PRECISIONS.get(unit, "unknown")


_PRECISIONS: dict[str, Precision] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "season": "season", "year": "year", "decade": "decade", "century": "century",
    "weekend": "week",
}  # fmt: skip
