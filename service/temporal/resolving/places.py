"""Meaning + anchor + direction → one period of the calendar, or the news that the anchor it needs is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.record import changed
from service.temporal.calendar.periods import (
    Grain,
    Period,
    civil,
    ordinal,
    period_of,
    weekday_of,
    year_of,
)
from service.temporal.model import Direction
from service.temporal.resolving.anchors import FINENESS, UNKNOWN, Place, UnresolvedError
from service.temporal.resolving.chosen import place_of_chosen, place_of_next
from service.temporal.resolving.distances import place_of_distance, place_of_step
from service.temporal.resolving.fields import place_of_fields
from service.temporal.resolving.fiscal import ended_quarter, reported_quarter
from service.temporal.resolving.occurrences import grain_of_fields, underspecified, with_year
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import (
    Around,
    Beside,
    Chosen,
    Distance,
    Ended,
    Fields,
    Inside,
    Meaning,
    Modified,
    Near,
    Nth,
    NthWeekday,
    Reported,
    Step,
)


def place_of(meaning: Meaning, story: Story, direction: Direction, at: int) -> Place:
    """The period that a meaning at token ``at`` denotes.

    Raises UnresolvedError where what it is counted from is not known, ValueError where there is no such day.
    """
    read = _READERS.get(type(meaning))
    if read is None:
        raise UnresolvedError("XXXX-XX-XX", "day")
    return read(meaning, story, direction, at)


def _distance(meaning: Distance, story: Story, direction: Direction, at: int) -> Place:
    base = meaning.base
    if isinstance(base, Chosen):
        named: Place | None = place_of_chosen(base, story)  # "Monday week"
    else:
        named = None if isinstance(base, str) else place_of(base, story, direction, at)
    return place_of_distance(meaning, named, story, direction, at)


def _ended(meaning: Ended, story: Story, direction: Direction, at: int) -> Place:
    return ended_quarter(meaning.quarter, place_of(meaning.end, story, direction, at), at, story)


def _modified(meaning: Modified, story: Story, direction: Direction, at: int) -> Place:
    return place_of(meaning.inner, story, direction, at)


def _inside(meaning: Inside, story: Story, direction: Direction, at: int) -> Place:
    inner = meaning.inner
    if isinstance(inner, Modified):
        inner = inner.inner
    try:
        outer = place_of(meaning.outer, story, direction, at)
    except UnresolvedError as unknown:
        if unknown.value == UNKNOWN["year"] and isinstance(inner, Fields):
            raise UnresolvedError(underspecified(inner), grain_of_fields(inner)) from None
        raise
    first = outer.period.first()
    year = outer.period.number if outer.period.grain == "year" else year_of(first + 3)
    if isinstance(inner, Fields):
        if inner.weekday is not None and inner.day is None:
            return changed(outer, period=Period("day", first + (inner.weekday - weekday_of(first)) % 7))
        if inner.month is None and inner.day is not None:
            _, month, _ = civil(first)
            return changed(outer, period=Period("day", ordinal(year, month, inner.day)))
        return changed(outer, period=with_year(inner, year))
    return outer


def _nth(meaning: Nth, story: Story, direction: Direction, at: int) -> Place:
    if meaning.outer is None:
        raise UnresolvedError("XXXX-XX-XX", "day")
    outer = place_of(meaning.outer, story, direction, at)
    if meaning.grain not in FINENESS or FINENESS[meaning.grain] >= FINENESS[outer.period.grain]:
        raise UnresolvedError(UNKNOWN.get(meaning.grain, "XXXX-XX-XX"), outer.period.grain)
    grain: Grain = meaning.grain  # type: ignore[assignment]
    if grain == "week":  # a week belongs to the month in which most of it lies
        day = outer.period.first() + _MOST if meaning.number > 0 else outer.period.last() - _MOST
        whole = period_of(grain, day).number
        return changed(outer, period=Period(grain, whole + meaning.number + (-1 if meaning.number > 0 else 1)))
    if meaning.number > 0:
        start = period_of(grain, outer.period.first())
        return changed(outer, period=Period(grain, start.number + meaning.number - 1))
    end = period_of(grain, outer.period.last())
    if grain == "weekend" and end.first() > outer.period.last():
        end = Period(grain, end.number - 1)
    return changed(outer, period=Period(grain, end.number + meaning.number + 1))


_MOST = 3  # days


def _nth_weekday(meaning: NthWeekday, story: Story, direction: Direction, at: int) -> Place:
    """A weekday counted from the first day, or back from the last, of another period."""
    outer = place_of(meaning.outer, story, direction, at)
    first, last = outer.period.first(), outer.period.last()
    if meaning.number > 0:
        day = first + (meaning.weekday - weekday_of(first)) % 7 + 7 * (meaning.number - 1)
    else:
        day = last - (weekday_of(last) - meaning.weekday) % 7
    if not first <= day <= last:
        raise ValueError("no such weekday")
    return changed(outer, period=Period("day", day))


def _beside(meaning: Beside, story: Story, direction: Direction, at: int) -> Place:
    """A weekday before or after a day, and never that day itself; "on the Friday" may be the day told."""
    place = place_of(meaning.day, story, direction, at)
    counted = isinstance(meaning.day, Step)  # "on the Friday": from a day that was told
    if counted and (place.anchor == "published_at" or place.period.grain != "day"):
        raise UnresolvedError(f"XXXX-WXX-{meaning.weekday + 1}", "day")
    day = place.period.first()
    ahead = (meaning.weekday - weekday_of(day)) % 7
    found = day + (ahead or (0 if counted else 7)) if meaning.side > 0 else day + ahead - 7
    return changed(place, period=Period("day", found))


def _around(meaning: Around, story: Story, direction: Direction, at: int) -> Place:
    """The period that another lies in. The weekend of a Monday's holiday is the one before it."""
    inner = place_of(meaning.inner, story, direction, at)
    day = inner.period.first()
    if meaning.grain == "weekend" and weekday_of(day) <= 1:
        day -= 2
    return changed(inner, period=period_of(meaning.grain, day))


def _near(meaning: Near, story: Story, direction: Direction) -> Place:
    """The nearest period of that grain: the one just begun or over, or, in the future, the one to come."""
    if story.narrative and story.latest_day is not None:
        return Place(period_of(meaning.grain, story.latest_day.period.first()), story.latest_day.id)
    if story.published is None:
        raise UnresolvedError(UNKNOWN[meaning.grain], meaning.grain)
    here = period_of(meaning.grain, story.published)
    if direction <= 0 and here.first() > story.published:
        return Place(Period(meaning.grain, here.number - 1), "published_at")
    return Place(here, "published_at")


_READERS: dict[type, Callable[[Any, Story, Direction, int], Place]] = {
    Fields: place_of_fields,
    Step: place_of_step,
    Distance: _distance,
    Chosen: lambda meaning, story, direction, at: place_of_next(meaning, story),
    Inside: _inside,
    Around: _around,
    Near: lambda meaning, story, direction, at: _near(meaning, story, direction),
    Reported: lambda meaning, story, direction, at: reported_quarter(meaning, story),
    Ended: _ended,
    Nth: _nth,
    NthWeekday: _nth_weekday,
    Beside: _beside,
    Modified: _modified,
}
