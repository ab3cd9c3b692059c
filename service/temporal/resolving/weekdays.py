"""Bare weekdays in a report: the last one or the next, or the one that the days told beside it leave."""

from __future__ import annotations

from service.temporal.calendar.periods import Period, weekday_of
from service.temporal.model import Direction
from service.temporal.resolving.anchors import Anchor, Place
from service.temporal.resolving.occurrences import near_weekday
from service.temporal.resolving.story import Story


def place_of_weekday(weekday: int, until: int | None, story: Story, direction: Direction, at: int) -> Place:
    """A weekday at token ``at``, on the side of publication that the tense tells; ``until``: the last of its list."""
    published = story.published or 0
    same = _beside_weekday(weekday, story, direction, at)
    if same is not None:
        return same
    if direction == 0 and _goes_on_ahead(story):
        direction = 1
    day = near_weekday(weekday, published, direction, until)
    if direction > 0 and day == published and _is_ahead(story, at):
        day += 7
    said = _said_before(weekday, story) if direction > 0 else None
    if said is not None:
        day = said
    elif direction > 0 and story.in_order and _is_before_what_was_told(day, story, at):
        day += 7
    story.weekday = Anchor(Period("day", day), "published_at", at)
    return Place(story.weekday.period, "published_at")


def _beside_weekday(weekday: int, story: Story, direction: Direction, at: int) -> Place | None:
    """A weekday told again, or right after another: "from eight on Saturday; Saturday and Sunday are holidays"."""
    told = story.weekday
    if told is None or at - told.last >= _BESIDE:
        return None
    day = told.period.first()
    ahead = (weekday - weekday_of(day)) % 7
    past = direction < 0 and day <= (story.published or 0) < day + ahead
    if ahead and (at - told.last != _AND or (past and ahead > _SPAN)):
        return None
    story.weekday = Anchor(Period("day", day + ahead), told.id, at)
    return Place(story.weekday.period, told.id)


_AND = 2  # tokens: "Saturday and Sunday"
_SPAN = 4  # days: "Friday and Thursday" is told backwards
_BESIDE = 10  # tokens


def _said_before(weekday: int, story: Story) -> int | None:
    """ "Said on Thursday that it would open on Saturday": the first such weekday after the day of the saying."""
    told = story.weekday
    if told is None or told.last < story.begin or story.viewpoint != "then" or story.is_ahead(told.period):
        return None
    said = told.period.first()
    return said + ((weekday - weekday_of(said)) % 7 or 7)


def _is_before_what_was_told(day: int, story: Story, at: int) -> bool:
    """Whether the sentence has told just before of a later weekday to come: "arrives on Monday and leaves on Friday",
    told on a Wednesday."""
    told = story.weekday
    if told is None or told.last < story.begin or at - told.last > _NEXT_TO or not story.is_ahead(told.period):
        return False
    return day < told.period.first() < day + 7


def _goes_on_ahead(story: Story) -> bool:
    """Whether the sentence has told of a weekday to come: "is on Friday, with the final on Sunday"."""
    told = story.weekday
    return told is not None and told.last >= story.begin and story.is_ahead(told.period)


def _is_ahead(story: Story, at: int) -> bool:
    """Whether a day after publication was told a few words before: "Monday through Thursday", told on a Thursday."""
    near = story.latest_day
    if near is None or story.published is None or at - near.last > _NEXT_TO:
        return False
    return near.period.first() > story.published


_NEXT_TO = 25  # tokens
