"""Times of day: on which day they are, and minutes counted from one another."""

from __future__ import annotations

from service.temporal.calendar.periods import DAY_SECONDS, Interval, Moment, Period
from service.temporal.calendar.timeml import format_clock, format_period
from service.temporal.calendar.zones import offset_text
from service.temporal.model import Direction, Precision
from service.temporal.resolving.anchors import UNKNOWN, Anchor, Place, UnresolvedError
from service.temporal.resolving.denoted import Denoted
from service.temporal.resolving.places import place_of
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Clock, Distance

# Hours (from, to) of the parts of a day; a night runs into the next morning.
PART_HOURS = {"TMO": (5, 12), "TMI": (11, 14), "TAF": (12, 18), "TDT": (6, 18), "TEV": (17, 24), "TNI": (18, 30)}
_SMALL = (0, 6)


_GRAINS_OF_CLOCK: dict[str, int] = {"second": 0, "minute": 59, "hour": 3599}


def minutes_away(meaning: Distance, story: Story, at: int) -> Denoted | None:
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


def clock_time(meaning: Clock, story: Story, direction: Direction, at: int) -> Denoted:
    try:
        place = _clock_day(meaning, story, direction, at)
    except UnresolvedError as unknown:
        where = UNKNOWN["day"] if unknown.value.endswith("_REF") else unknown.value
        return Denoted("TIME", where + _clock_text(meaning, None), _clock_precision(meaning))
    if place.bounds is not None:  # one of several days
        value = UNKNOWN["day"] + _clock_text(meaning, None)
        return Denoted("TIME", value, "day", bounds=place.bounds, anchor=place.anchor)
    day = place.period.first()
    zone = offset_text(meaning.zone, day, meaning.second or 0) if meaning.zone else ""
    value = format_period(place.period) + _clock_text(meaning, zone)
    if place.period.grain != "day":
        return Denoted(
            "TIME", value, _clock_precision(meaning), place.period, place.period.interval(), anchor=place.anchor
        )
    if meaning.second is None:
        low, high = _SMALL if meaning.precision == "small" else PART_HOURS[meaning.part or "TDT"]
        bounds = Interval(_moment(day, low * 3600, zone), _moment(day, high * 3600 - 1, zone))
    else:
        bounds = Interval(
            _moment(day, meaning.second, zone), _moment(day, meaning.second + _GRAINS_OF_CLOCK[meaning.precision], zone)
        )
    return Denoted(
        "TIME", value, _clock_precision(meaning), place.period, bounds, anchor=place.anchor, explicit=place.explicit
    )


_SAME_DAY = 70  # tokens after a day that a clock time still belongs to it
_SAME_STORY = 200  # … and that "in the morning" does


def _clock_day(meaning: Clock, story: Story, direction: Direction, at: int) -> Place:
    if meaning.date is not None:
        return place_of(meaning.date, story, direction, at)
    logged = _of_log(meaning, story, direction)
    if logged is not None:
        return logged
    near = story.day_in_force()
    stays = direction >= 0 or (meaning.second is None and not story.has_left_day())
    if near is None and not story.narrative and stays and _is_of_the_week(story.latest_day, story):
        near = story.latest_day  # a month in passing does not end the day of a report: "Monday: … It starts at 3pm"
    clock = story.latest_clock
    if near is None and not story.narrative and direction < 0 and clock is not None and at - clock.last < _SAME_DAY:
        near = Anchor(Period("day", clock.day), clock.id, clock.last)  # the hours go on: "at 23:59 …; by 00:20 …"
    if near is not None and direction < 0 and story.is_ahead(near.period):
        near = story.past_day if _is_of_the_week(story.past_day, story) else None  # what has happened is not to come
    if near is not None and _is_over(near, direction, story):
        # A report of this week, or of this day, looked back.
        aside = story.of_today or (story.weekday is not None and not _is_of_the_week(near, story))
        if story.viewpoint == "then" and at - near.last < _SAME_DAY and not aside:
            return _from_then(near, story)
        near = near if story.viewpoint == "story" and not aside else None  # what is to come is of no day that is over
    if story.apart or (near is not None and _is_adrift(near, story)):
        raise UnresolvedError("XXXX-XX-XX", "day")
    reach = _SAME_DAY if meaning.second is not None else _SAME_STORY
    if near is not None and (story.narrative or at - near.last < reach):
        if meaning.second == _NOON and _is_night(near, story):
            day = near.period.first()  # that of the day before the night, or of the day after
            return Place(near.period, near.id, bounds=Interval(Moment(day), Moment(day + 1)))
        if _is_past_midnight(meaning, near.period, story, at) or _is_next_morning(meaning, near, story):
            return Place(Period("day", near.period.first() + 1), near.id)
        return Place(near.period, near.id)
    if story.published is None or story.narrative or (direction < 0 and _is_of_old(story)):
        raise UnresolvedError("XXXX-XX-XX", "day")
    return Place(Period("day", story.published), "published_at")


def _of_log(meaning: Clock, story: Story, direction: Direction) -> Place | None:
    """The day of a log: its lines open with hours, one after the other; what is told below of an hour in the past is of
    that day, unless its paragraph names another."""
    log, second = story.log, meaning.second
    if log is None or second is None:
        return None
    if story.in_log:
        return Place(Period("day", log.day + (second < log.second - _TURN)), log.id)
    day = story.day_in_force()
    told = story.logged < _LINES or direction > 0 or (day is not None and day.last >= story.paragraph)
    if told:
        return None
    before = second > _EVENING and log.second < _SMALL_HOURS  # of the evening before
    return Place(Period("day", log.day - before), log.id)


_TURN = 6 * 3600  # seconds: lines of a log that go back by more are of the next day
_LINES = 3  # that make a log


def _is_adrift(near: Anchor, story: Story) -> bool:
    """Whether a report that has told of a day long past looks back in a new paragraph, or went on from such an hour:
    "the court heard that she had left shortly before midnight. A driver saw her at about 12.20am"."""
    if story.lost > near.last:
        return True
    return story.had >= 0 and near.last < story.paragraph and story.dated_day is not None


def _is_over(near: Anchor, direction: Direction, story: Story) -> bool:
    """Whether what is to come is told after a sentence on a day that is over."""
    if direction <= 0 or story.narrative or story.published is None:
        return False
    return near.last < story.begin and near.period.last() < story.published


def _from_then(near: Anchor, story: Story) -> Place:
    """ "It sank on Sunday. … It was due at six": of Sunday, or of a day since, up to that of publication."""
    days = Interval(Moment(near.period.first()), Moment(story.published or near.period.last()))
    return Place(near.period, near.id, bounds=days)


def _is_of_old(story: Story) -> bool:
    """Whether a report has told of days of long ago only: "at 10 p.m." is no hour of its own day."""
    told = story.past_day
    return story.weekday is None and told is not None and told.period.last() < (story.published or 0) - _LONG_AGO


def _is_of_the_week(told: Anchor | None, story: Story) -> bool:
    """Whether the day that was told is none of long ago: "closed since 12 October … restored by noon" is of another
    day."""
    published = story.published
    return told is not None and published is not None and told.period.first() > published - _WEEK


_WEEK = 7  # days
_LONG_AGO = 60  # days


def _is_past_midnight(meaning: Clock, day: Period, story: Story, at: int) -> bool:
    """Whether a time of the small hours follows one of the late evening: "left at 10 p.m.; at 1:52 a.m. …"."""
    told, second = story.latest_clock, meaning.second
    if told is None or second is None or day.grain != "day" or at - told.last > _SAME_DAY:
        return False
    midnight = told.day == day.first() + 1 and told.second == 0  # "at midnight on Tuesday; at 3am …"
    late = told.day == day.first() and told.second >= _EVENING
    return (late or midnight) and second < _SMALL_HOURS


def _is_next_morning(meaning: Clock, day: Anchor, story: Story) -> bool:
    """Whether a dawn or the small hours follow the night told last: "on Monday night …, until daybreak"."""
    if not _is_night(day, story):
        return False
    return meaning.part == "TMO" if meaning.second is None else meaning.second < _SMALL_HOURS


def _is_night(day: Anchor, story: Story) -> bool:
    """Whether the day told last was told as a night."""
    return story.latest_night is not None and story.latest_night.last == day.last


_NOON = 12 * 3600
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
