"""Periods whose direction the words tell: "last May", "next Tuesday", "this summer", "the summer before last"."""

from __future__ import annotations

from typing import TypeGuard

from service.temporal.calendar.periods import Period, civil, weekday_of, year_of
from service.temporal.resolving.anchors import Anchor, Place, UnresolvedError
from service.temporal.resolving.fields import origin_of
from service.temporal.resolving.occurrences import grain_of_fields, try_year, underspecified, with_year
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Chosen


def place_of_chosen(meaning: Chosen, story: Story) -> Place:
    """ "last May", "next Tuesday", "this summer": the direction is in the words."""
    fields, which = meaning.fields, meaning.which
    grain = grain_of_fields(fields)
    try:
        base, anchor = origin_of(meaning.origin, story, "day" if grain == "day" else "quarter")
    except UnresolvedError:
        raise UnresolvedError(underspecified(fields), grain) from None
    limit = story.limit
    if meaning.origin == "story" and which > 0 and _is_after(limit, story):
        base, anchor = limit.period, limit.id  # "rose until 1907; the following January …"
    day = base.last() if which > 0 and base.grain == "year" else base.first()
    if fields.weekday is not None and fields.day is None:
        if meaning.origin == "story" and which == 0 and base.grain not in ("day", "week", "weekend"):
            raise UnresolvedError(underspecified(fields), grain)  # "that Friday", and no day has been told
        return Place(Period("day", _chosen_weekday(fields.weekday, day, which)), anchor)
    year = year_of(day)
    if which < 0:
        here = (try_year(fields, year + delta) for delta in range(which - 1, 1))
        past = [p for p in here if p is not None and p.last() < day]
        if which < -1:
            return Place(past[which], anchor)
        # "Last February" in March is a year back: the month just over is "last month".
        return Place(past[-2] if grain == "month" and day - past[-1].last() <= 31 else past[-1], anchor)
    if which > 0:
        ahead = (try_year(fields, year + delta) for delta in range(3))
        found = next(p for p in ahead if p is not None and p.first() > day)
        if meaning.origin == "story" and grain != "day" and story.is_beyond(base, found):
            raise UnresolvedError(underspecified(fields), grain)
        return Place(found, anchor)
    if grain == "season" and civil(day)[1] <= _SPRING and fields.season == _WINTER:
        return Place(Period("season", (year - 1) * 4 + _WINTER), anchor)  # the one under way, or just over
    found, other = with_year(fields, year), story.other_year
    if meaning.origin == "story" and other is not None and not story.narrative and story.is_ahead(found):
        return Place(with_year(fields, year_of(other.period.first())), other.id)  # "that December", of the year told
    return Place(found, anchor)


def place_of_next(meaning: Chosen, story: Story) -> Place:
    """The same where the words say no more: "next Friday", said on a Thursday, is not tomorrow."""
    place = place_of_chosen(meaning, story)
    weekday = meaning.which == 1 and meaning.origin == "speech" and meaning.fields.weekday is not None
    tomorrow = weekday and meaning.fields.day is None and place.period.number == (story.published or 0) + 1
    return Place(Period("day", place.period.number + 7), place.anchor) if tomorrow else place


def _is_after(limit: Anchor | None, story: Story) -> TypeGuard[Anchor]:
    """Whether the date told last is one that did not move a narrative."""
    if not story.narrative or limit is None or story.latest is None or limit.last < story.latest.last:
        return False
    return limit.period.last() >= story.latest.period.first()  # not "where she had taught since 1994"


_WINTER = 3
_SPRING = 4  # the last month in which "this winter" is the one before


def _chosen_weekday(weekday: int, day: int, which: int) -> int:
    ahead = (weekday - weekday_of(day)) % 7
    if which > 0:
        return day + (ahead or 7) + 7 * (which - 1)
    if which < 0:
        return day + ahead + 7 * which
    return day - weekday_of(day) + weekday
