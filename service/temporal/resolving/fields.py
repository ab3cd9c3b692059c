"""The parts of a date that the words give → a period.

The year, month or weekday that is missing comes from the story or from the publication day, on the side that the
tense tells.
"""

from __future__ import annotations

from typing import TypeGuard

from service.temporal.calendar.periods import Grain, Period, civil, days_in_month, ordinal, weekday_of, year_of
from service.temporal.calendar.timeml import format_year
from service.temporal.model import Direction
from service.temporal.resolving.anchors import UNKNOWN, Anchor, Place, UnresolvedError
from service.temporal.resolving.occurrences import (
    SURELY_PAST,
    grain_of_fields,
    nearest,
    underspecified,
    with_year,
)
from service.temporal.resolving.story import Story
from service.temporal.resolving.weekdays import place_of_weekday
from service.temporal.rules.expressions import Fields, Origin


def origin_of(origin: Origin, story: Story, grain: Grain) -> tuple[Period, str]:
    """The period that an expression points from: the publication day, or the date told last."""
    if origin == "story" or (story.narrative and story.latest is not None and not _is_of_writer(story, grain)):
        day = story.day_in_force() if grain == "day" else None
        anchor = day or story.latest
        if grain in ("year", "month", "season") and story.latest_year is not None:
            anchor = story.latest_year
        if anchor is not None:
            return anchor.period, anchor.id
    if story.published is None or (story.narrative and origin == "story"):
        raise UnresolvedError(UNKNOWN[grain], grain)
    return Period("day", story.published), "published_at"


def _is_of_writer(story: Story, grain: Grain) -> bool:
    """Whether "last week" in a narrative is the writer's; "last year" only where the story has come near it."""
    if story.published is None:
        return grain in ("day", "week", "weekend", "month")  # and nobody knows when that was
    here = story.latest_year
    recent = here is not None and year_of(here.period.first()) >= year_of(story.published) - 1
    return recent or grain in ("day", "week", "weekend", "month")


def place_of_fields(fields: Fields, story: Story, direction: Direction, at: int) -> Place:
    if fields.year is not None:
        return Place(with_year(fields, fields.year), None, True)
    if fields.short_year is not None:
        return _of_short_year(fields, fields.short_year, story)
    if fields.decade is not None:
        return Place(Period("decade", fields.decade), None, True)
    if fields.century is not None:
        index = fields.century - 1 if fields.century > 0 else fields.century
        return Place(Period("century", index), None, True)
    if fields.decade_of_century is not None:
        return _short_decade(fields.decade_of_century, story)
    if story.narrative and story.of_writer and story.published is not None:
        if fields.weekday is not None and fields.day is None:
            return place_of_weekday(fields.weekday, fields.until, story, direction, at)
        return Place(nearest(fields, story.published, direction), "published_at")
    if story.narrative:
        anchor = story.year_in_force(at)
        if anchor is not None:
            return _in_story(fields, story, anchor, at)
    near = story.lately
    beside = near is not None and near.last > story.begin and at - near.last <= _NEXT_BUT_ONE
    named = fields.month is not None or fields.season is not None
    if near is not None and beside and named and near.period.grain == "year" and not story.is_ahead(near.period):
        return Place(with_year(fields, near.period.number), near.id)  # "two years later, in November"
    year = story.latest_year
    then = year is not None and year.last == story.when and year.explicit and year.period.grain == "year"
    dated = fields.month is not None or fields.holiday is not None
    if then and dated and year is not None and not story.is_ahead(year.period):
        return Place(with_year(fields, year.period.number), year.id)  # "in 2003, when it failed before Christmas"
    counted = story.counted
    if counted is not None and counted is near and direction <= 0 and _goes_on_from(counted, fields, story):
        return Place(_next_month(fields, counted.period), counted.id)  # "the following month but not until March"
    of_season = _of_told_season(fields, story, at) if direction <= 0 and fields.month is not None else None
    if of_season is not None:
        return of_season
    back = story.flashback
    if back is not None and (direction <= 0 or story.headed):
        on_days = story.headed and back.period.grain == "day"
        if fields.month is not None or fields.holiday is not None or (fields.weekday is not None and on_days):
            return _in_story(fields, story, back, at)
    if story.published is None or story.narrative:
        raise UnresolvedError(underspecified(fields), grain_of_fields(fields))
    if fields.weekday is not None and fields.day is None:
        return place_of_weekday(fields.weekday, fields.until, story, direction, at)
    if fields.month is None and fields.day is not None:
        return _day_of_month(fields.day, story, direction)
    told = (_of_told_year(fields, story, at) or _of_told_month(fields, story, at)) if direction < 0 else None
    if told is not None:
        return told
    year = story.latest_year if direction >= 0 else None
    beside = year is not None and year.last > story.begin and at - year.last < _BESIDE
    if year is not None and beside and year.period.grain == "year" and story.is_ahead(year.period):
        return Place(with_year(fields, year.period.number), year.id)  # "due next year, much of it in the first quarter"
    past = story.year_ago
    if direction < 0 and fields.month is not None and fields.day is None and _is_of_year_ago(past, story, at):
        return Place(with_year(fields, past.period.number), past.id)  # "four years ago it was over by March"
    if direction == 0 and story.lately is not None and at - story.lately.last < _BESIDE:
        direction = 1 if story.is_ahead(story.lately.period) else 0  # "in Accra next month and in Oslo in December"
    if (
        direction < 0
        and story.lately is not None
        and at - story.lately.last == 1
        and story.is_ahead(story.lately.period)
    ):
        direction = 1  # "come in on 6 April and 1 July"
    found = nearest(fields, story.published, direction)
    if direction < 0 and fields.month in story.months and found.first() > story.published:
        found = with_year(fields, story.months[fields.month])  # "the fire of last August …; it broke out on Aug. 25"
    if near is not None and direction < 0 and named and fields.day is None and _had_been(found, near, story):
        return Place(with_year(fields, year_of(found.first()) - 1), near.id)
    return Place(found, "published_at")


def _had_been(found: Period, near: Anchor, story: Story) -> bool:
    """Whether what had been then cannot be later than what is told beside it: "broke down on 8 November, for the mayor
    had said so in the spring", written in March."""
    beside = story.begin < near.last <= story.had and story.published is not None
    beside = beside and story.reasoned and near.period.grain in ("day", "month")
    return beside and not story.is_ahead(found) and near.period.last() < min(found.first(), story.published or 0)


def _of_told_year(fields: Fields, story: Story, at: int) -> Place | None:
    """A day without its year, told in the past, of the year that the story is in and not of the last one.

    "Crashed on Tuesday 12 November. … The valve was tested on 1 November", published a year later. "Was seized on 12
    September 2019. … On 16 September her phone was found": whoever meant last year's would say so.
    """
    told, published, dated = story.past_day, story.published, story.dated_day
    if told is None or fields.day is None or fields.month is None or fields.weekday is not None or published is None:
        return None  # a month alone ("in February") is mostly the last one
    year, month, _ = civil(told.period.first())
    if year >= year_of(published):
        return None
    if not told.explicit and fields.month == month:
        return Place(with_year(fields, year), told.id)
    if not told.explicit and (dated is None or year_of(dated.period.first()) != year):
        return None
    if at - told.last > _FLOW or published - nearest(fields, published, SURELY_PAST).last() < _LONG_AGO:
        return None
    found = with_year(fields, year)
    if found.last() < told.period.first() and month != fields.month:
        found = with_year(fields, year + 1)
    return Place(found, told.id) if found.last() < published else None


def _of_told_month(fields: Fields, story: Story, at: int) -> Place | None:
    """A day of a month that was told just before with its year, long past: "vanished in February 1968. … Its last
    message came on 11 February"."""
    month = story.latest_month
    if month is None or not month.explicit or month.period.grain != "month" or story.published is None:
        return None
    year, number, _ = civil(month.period.first())
    if fields.day is None or fields.month != number or at - month.last > _FLOW:
        return None
    recent = story.published - nearest(fields, story.published, SURELY_PAST).last() < _RECENT
    return None if recent or year >= year_of(story.published) - 1 else Place(with_year(fields, year), month.id)


def _of_told_season(fields: Fields, story: Story, at: int) -> Place | None:
    """A month or day of a season long past that was told just before: "in the autumn of 2010 … in October"."""
    told = story.latest
    if told is None or told.period.grain != "season" or not told.explicit or at - told.last > _TWO_SENTENCES:
        return None
    if story.published is None or told.last <= story.paragraph or story.published - told.period.last() < _YEAR:
        return None
    year = year_of(told.period.first())
    for found in (with_year(fields, year), with_year(fields, year + 1)):
        if told.period.first() <= found.first() <= told.period.last():
            return Place(found, told.id)
    return None


_RECENT = 31  # days
_TWO_SENTENCES = 40  # tokens
_YEAR = 366  # days


def _is_of_year_ago(past: Anchor | None, story: Story, at: int) -> TypeGuard[Anchor]:
    """Whether the date told just before, in the same sentence, is a year counted back from now."""
    if past is None or story.begin > past.last:
        return False
    return at - past.last < _BESIDE and past.period.last() < (story.published or 0)


_FLOW = 150  # tokens
_LONG_AGO = 120  # days


def _of_short_year(fields: Fields, number: int, story: Story) -> Place:
    """'98: the year of that ending in the ninety before, or the ten from, the time of speech."""
    anchor = story.latest_year if story.narrative else None
    day = anchor.period.first() if anchor else story.published
    if day is None:
        raise UnresolvedError(f"XX{number:02d}", "year")  # "in '48": of any century
    last = year_of(day) + _YEARS_AHEAD
    return Place(with_year(fields, last - (last - number) % 100), anchor.id if anchor else "published_at")


_YEARS_AHEAD = 9


def _short_decade(decade: int, story: Story) -> Place:
    """The '60s: the latest decade of that name that has begun by the time of speech."""
    anchor = (story.latest or story.latest_year) if story.narrative else None
    day = anchor.period.last() if anchor else story.published
    if day is None:
        return Place(Period("decade", 190 + decade), None)
    index = year_of(day) // 100 * 10 + decade
    latest = year_of(day)
    if anchor is not None:  # a story goes on to the next decades, up to the time of writing
        latest = latest + _GOES_ON if story.published is None else min(latest + _GOES_ON, year_of(story.published))
    if index * 10 > latest:
        index -= 10
    return Place(Period("decade", index), anchor.id if anchor else "published_at")


def _goes_on_from(counted: Anchor, fields: Fields, story: Story) -> bool:
    """Whether a month follows one of an earlier year that its sentence has counted on to."""
    if fields.month is None or fields.day is not None or counted.last <= story.begin or story.published is None:
        return False
    months = counted.period.grain in ("month", "season", "quarter")
    return months and year_of(counted.period.first()) < year_of(story.published)


def _next_month(fields: Fields, after: Period) -> Period:
    """The first of these months that begins after a period."""
    year = year_of(after.first())
    here = with_year(fields, year)
    return here if here.first() > after.first() else with_year(fields, year + 1)


_GOES_ON = 30  # years


def _in_story(fields: Fields, story: Story, anchor: Anchor, at: int) -> Place:
    """An incomplete date in a narrative belongs to the time told just before; stories go on from December to
    January."""
    first = anchor.period.first()
    if fields.weekday is not None and fields.day is None:
        base = story.day_in_force()
        if base is None:
            raise UnresolvedError(underspecified(fields), "day")
        day = base.period.first()
        return Place(Period("day", day + (fields.weekday - weekday_of(day)) % 7), base.id)
    if fields.month is None and fields.day is not None:
        return _in_month(fields.day, story.month_near(at) or anchor)
    year, month, _ = civil(first)
    if fields.until is not None and fields.month is not None and month <= fields.until < fields.month:
        year -= 1  # "from October to March", told in March
    elif (
        fields.month is not None
        and anchor.period.grain in ("day", "month", "week")
        and month - fields.month >= _ROLLS_OVER
    ):
        year += 1
    found = with_year(fields, year)
    if fields.holiday is not None and anchor.period.grain in ("day", "month", "week"):
        rolls = first - found.first() >= _ROLLS_OVER * 30
        found = with_year(fields, year + rolls)  # "in December …; on New Year's Day"
    if anchor.period.grain == "season" and month == 12 and found.last() < first:
        found = with_year(fields, year + 1)  # after the winter of 1870 it is June 1871
    if story.since and found.first() > anchor.period.last():
        found = with_year(fields, year - 1)  # "besieged since November", told in March
    return Place(found, anchor.id)


_ROLLS_OVER = 7  # months back that are more likely the next year's


_NEXT_BUT_ONE = 2  # tokens: a comma and a preposition
_BESIDE = 10  # tokens


def _day_of_month(day: int, story: Story, direction: Direction) -> Place:
    base = story.latest_month
    if base is not None:
        return _in_month(day, base)
    published = story.published or 0
    year, month, today = civil(published)
    if day > today and direction < 0:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if day > days_in_month(year, month):
        raise ValueError("no such day")
    return Place(Period("day", ordinal(year, month, day)), "published_at")


def _in_month(day: int, base: Anchor) -> Place:
    """A numbered day of the month that was told; a week belongs to the month that it ends in."""
    if base.period.grain not in ("day", "week", "weekend", "month"):
        raise UnresolvedError(f"{format_year(year_of(base.period.first()))}-XX-{day:02d}", "day")
    year, month, _ = civil(base.period.last())
    return Place(Period("day", ordinal(year, month, day)), base.id)
