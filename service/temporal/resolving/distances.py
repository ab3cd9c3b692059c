"""Counting from a date: "last week", "two years later", "a week after the vote"; and where the counting starts."""

from __future__ import annotations

from service.temporal.calendar.periods import (
    DAY_SECONDS,
    Grain,
    Interval,
    Moment,
    Period,
    period_of,
    shift_day,
    weekday_of,
    year_of,
)
from service.temporal.calendar.timeml import format_period
from service.temporal.model import AT_LEAST, Direction
from service.temporal.resolving.anchors import FINENESS, UNKNOWN, Anchor, Place, UnresolvedError
from service.temporal.resolving.fields import origin_of
from service.temporal.resolving.fiscal import year_before
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Distance, Step

_GOES_ON = 40  # tokens for which news goes on about a year, a month or a week that it told
_SUNDAY = 6
_STORY = 200  # tokens for which news goes on about a year that is not that of publication
_JUST_BEFORE = 12  # tokens
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}  # a step this much shorter than its base stays in it
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


def place_of_step(meaning: Step, story: Story, direction: Direction, at: int) -> Place:
    """A period counted from the one with the origin in it. "today" in a narrative is no day of the story."""
    if story.narrative and meaning.grain == "day" and meaning.origin == "speech" and meaning.count == 0:
        raise UnresolvedError("PRESENT_REF", "day")
    origin = meaning.origin
    if origin == "here":
        ahead = direction > 0 and _is_of_what_is_to_come(meaning.grain, story)
        origin = "speech" if ahead or _is_of_speech(meaning.grain, story, at) else "story"
    base, anchor = origin_of(origin, story, meaning.grain)
    near = story.latest_day if meaning.grain == "day" else story.lately if origin == "story" else None
    stays = meaning.origin == "here" or (meaning.grain == "day" and meaning.count != 0 and origin == "story")
    left = story.has_left_day() or (meaning.count != 0 and story.has_gone_back())
    if stays and near is not None and not (story.narrative or left):
        beside = story.lately  # also a day in an aside: "halted for most of Saturday, ran again by the next morning"
        on_day = beside is not None and meaning.count != 0 and beside.period.grain == "day"
        if beside is not None and on_day and at - beside.last < _JUST_BEFORE:
            near = beside
        base, anchor = near.period, near.id
    other = story.other_year
    that_year = meaning.origin == "story" and meaning.grain == "year" and meaning.count == 0
    if that_year and other is not None and not story.narrative and at - other.last < _STORY:
        base, anchor = other.period, other.id  # "in 1977 …; tonight …; the fire of July of that year"
    limit = story.limit if story.narrative and meaning.grain == "year" and meaning.count == 0 else None
    if limit is not None and origin == "story" and story.latest is not None and limit.last > story.latest.last:
        base, anchor = limit.period, limit.id  # "she reigned until her death in 1603; in March of that year …"
    if origin == "story" and anchor == "published_at" and meaning.grain == "day" and meaning.count != 0:
        raise UnresolvedError(UNKNOWN["day"], "day")  # "the next day", and no day has been told
    if origin == "story" and meaning.grain == "day" and direction < 0 and story.is_ahead(base):
        past = story.past_day
        base, anchor = (past.period, past.id) if past is not None else (base, anchor)
    if FINENESS[base.grain] > FINENESS[meaning.grain] and origin == "story" and anchor != "published_at":
        raise UnresolvedError(_within_value(base, meaning.grain), meaning.grain)
    there = period_of(meaning.grain, base.first())
    count = meaning.count
    if meaning.grain == "week" and origin == "speech" and meaning.origin == "here" and direction > 0:
        count += weekday_of(base.first()) == _SUNDAY  # "by the end of the week", written on its last day
    found = Period(meaning.grain, there.number + count)
    long = FINENESS[meaning.grain] > FINENESS["week"]
    if meaning.origin == "story" and count > 0 and long and story.is_beyond(base, found):
        raise UnresolvedError(UNKNOWN[found.grain], found.grain)
    return Place(found, anchor)


def _is_of_what_is_to_come(grain: Grain, story: Story) -> bool:
    """Whether "by the end of the month", said of what is to come, is the month of publication: where the sentence names
    no other, and the one before it is not about years ago."""
    if story.published is None or story.narrative:
        return False
    near = story.lately
    if near is None or grain in ("week", "decade", "century"):
        return True
    return near.last <= story.begin and year_of(near.period.first()) >= year_of(story.published) - 1


def _is_of_speech(grain: Grain, story: Story, at: int) -> bool:
    """Whether "the year" in news is the one of publication: after "since", or where no other was told just before."""
    if story.narrative or story.published is None:
        return False
    near = story.lately
    if near is None or FINENESS[near.period.grain] > FINENESS[grain]:
        return True
    return story.since or at - near.last > _GOES_ON


def place_of_distance(meaning: Distance, named: Place | None, story: Story, direction: Direction, at: int) -> Place:
    """A period some units before or after another: ``named``, where the meaning names one."""
    unit, number = meaning.unit, meaning.count.number or 0
    grain = grain_of_unit(unit)
    base, anchor = _base(meaning, named, story, direction, at, grain)
    plain = unit == "year" and number == 1 and meaning.count.mod is None  # not "more than a year ago"
    if plain and meaning.direction < 0 and meaning.base in ("speech", "story"):
        compared = year_before(story, at)
        if compared is not None:
            return compared
    if unit in ("hour", "minute", "second"):
        seconds = {"hour": 3600, "minute": 60, "second": 1}[unit] * number
        return Place(
            Period("day", base.first() + int(meaning.direction * seconds // DAY_SECONDS) * (seconds >= DAY_SECONDS)),
            anchor,
        )
    if FINENESS[base.grain] > FINENESS[grain]:
        short = story.narrative and 4 * number * _DAYS.get(unit, 365) < base.last() - base.first()
        raise UnresolvedError(_within_value(base, grain) if short else UNKNOWN[grain], grain)
    moved = shift(base.first(), unit, number * meaning.direction)
    if direction <= 0 and _runs_ahead(meaning, base, moved, story):
        raise UnresolvedError(UNKNOWN[grain], grain)
    if unit == "week" and base.grain == "day" and meaning.base == "story":
        day = Moment(moved)
        bounds = _beyond(meaning, base) or Interval(day, day)  # "a week later" is that day's
        return Place(period_of(grain, moved), anchor, bounds=bounds)
    if named is not None:
        grain = base.grain  # counted from a day, it is that day of another week or year
    elif unit in ("decade", "century", "millennium"):
        grain = "year"
    return Place(period_of(grain, moved), anchor, bounds=_beyond(meaning, base))


def _beyond(meaning: Distance, base: Period) -> Interval | None:
    """The bounds of "more than three years ago" and "less than a week later": on which side of that it was.

    None for what is as far as the number says, or nearly.
    """
    count, back = meaning.count, meaning.direction < 0
    if count.mod not in AT_LEAST and not count.any_less and count.mod != "EQUAL_OR_LESS":
        return None
    number = (count.number or 0) * meaning.direction
    first, last = Moment(shift(base.first(), meaning.unit, number)), Moment(shift(base.last(), meaning.unit, number))
    beyond = count.mod in AT_LEAST
    if count.just:  # by less than half a unit
        half = 0.5 if beyond else -0.5
        edge = shift(base.first(), meaning.unit, number + half * meaning.direction)
        days = sorted((edge, first.day if edge < first.day else last.day))
        return Interval(Moment(days[0]), Moment(days[1]))
    if beyond:
        return Interval(None, last) if back else Interval(first, None)
    return Interval(first, Moment(base.last())) if back else Interval(Moment(base.first()), last)


def _runs_ahead(meaning: Distance, base: Period, moved: int, story: Story) -> bool:
    """Whether "ten years on", told in the past, would lie after publication: it counts from what was not dated."""
    told = story.published
    if meaning.base != "story" or meaning.direction < 0 or told is None or story.narrative:
        return False
    return base.last() <= told and moved > told


def _base(
    meaning: Distance, named: Place | None, story: Story, direction: Direction, at: int, grain: Grain
) -> tuple[Period, str]:
    if named is not None:
        return named.period, named.anchor or ""
    if meaning.base == "speech" and not (story.narrative and story.latest_here is not None):
        if story.published is not None:
            return Period("day", story.published), "published_at"
        raise UnresolvedError(UNKNOWN[grain], grain)
    found, anchor = _told_base(meaning, story, at, grain)
    if meaning.direction < 0 and direction < 0 and story.is_ahead(found) and not story.narrative:
        return Period("day", story.published or 0), "published_at"  # "from 4.1% a week earlier", after a day to come
    return found, anchor


def _told_base(meaning: Distance, story: Story, at: int, grain: Grain) -> tuple[Period, str]:
    """What a distance counts from that names nothing: the date told last."""
    if grain == "year" and not story.narrative and story.published is not None and story.latest_year is not None:
        recent = story.latest_year
        if year_of(recent.period.first()) == year_of(story.published):
            return Period("day", story.published), "published_at"
    day, told = story.day_in_force() if grain in ("day", "week") else None, story.latest
    if day is not None:
        near = told if told is not None and _is_nearer_month(told, day.last, at) else day
        return near.period, near.id
    if grain == "year" and told is not None and told.period.grain == "decade" and at - told.last < _JUST_BEFORE:
        raise UnresolvedError(UNKNOWN[grain], grain)  # "in the '70s …; thirty years later"
    month = story.latest_month
    compared = grain == "month" and meaning.direction < 0 and not story.narrative
    if compared and month is not None and month.period.grain == "month":
        return month.period, month.id  # "rose in January, to the most since 1974, from 7.2 percent a month earlier"
    base, anchor = origin_of("story", story, grain)
    unknown = meaning.direction > 0 or (grain == "day" and not story.narrative)
    if anchor == "published_at" and unknown:
        raise UnresolvedError(UNKNOWN[grain], grain)  # "two years later", "two days earlier", and nothing has been told
    return base, anchor


def _is_nearer_month(told: Anchor, day_last: int, at: int) -> bool:
    """Whether a month or a year was told since the last day, just before: "in October he left; a week later …"."""
    return FINENESS[told.period.grain] > 1 and told.last > day_last and at - told.last < _JUST_BEFORE


def _within_value(base: Period, grain: Grain) -> str:
    """An unknown cell of ``grain`` in a known coarser one: ``1945-10-XX``."""
    year = year_of(base.first())
    if grain in ("day", "week", "weekend") and base.grain == "month":
        return format_period(base) + "-XX"
    if grain == "month":
        return format_period(Period("year", year)) + "-XX" if FINENESS[base.grain] <= 5 else UNKNOWN[grain]
    if grain == "week" and base.grain == "year":
        return format_period(base) + "-WXX"
    if grain == "day" and FINENESS[base.grain] <= 5:
        return format_period(Period("year", year)) + "-XX-XX"
    return UNKNOWN[grain]


def grain_of_unit(unit: str) -> Grain:
    """The grain that counting in ``unit`` arrives at: hours, minutes and weekends arrive at a day."""
    return _UNIT_GRAINS.get(unit, "day")


def shift(day: int, unit: str, number: float) -> int:
    """``number`` units after ``day``; fractions of a unit are counted in days."""
    if unit == "fortnight":
        unit, number = "week", number * 2
    whole = int(number)
    grain = grain_of_unit(unit)
    moved = shift_day(day, grain, whole)
    if number == whole:
        return moved
    step = 1 if number > 0 else -1
    return moved + round((shift_day(moved, grain, step) - moved) * abs(number - whole))
