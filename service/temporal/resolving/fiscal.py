"""The quarters that reports are about: by the calendar, or by the year of accounts of the firm that reports.

"Its fourth quarter ended June 30" says when the firm's quarters end. Such a quarter keeps the number that the report
gives it, as annotators write it (``2024-Q4``), and has the bounds of its three months (April to June 2024).
"""

from __future__ import annotations

from service.temporal.calendar.periods import (
    Interval,
    Moment,
    Period,
    add_months,
    civil,
    days_in_month,
    ordinal,
    period_of,
    year_of,
)
from service.temporal.resolving.anchors import UNKNOWN, Anchor, Place, UnresolvedError
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Reported

_REACH = 200  # tokens for which a report goes on about the quarter that it named
_HALF = 45  # days from the middle of a quarter to its end


def ended_quarter(number: int | None, end: Place, at: int, story: Story) -> Place:
    """The quarter that ends on the day ``end``: the ``number``-th of a year of accounts, or the one just named."""
    day = end.period.last()
    named = story.latest_quarter
    if number is not None:
        label = Period("quarter", year_of(day) * 4 + number - 1)
    elif named is not None and story.of_accounts and story.quarter_end in (None, day) and at - named.last < _REACH:
        label = named.period
    else:
        label = period_of("quarter", day - _HALF)
    story.quarter_end = day
    return Place(label, end.anchor, end.explicit, months_up_to(day, 3))


def year_before(story: Story, at: int) -> Place | None:
    """What "a year earlier" is in a report on a quarter, on a half-year, or on several quarters; None where the text is
    no such report."""
    if story.narrative:
        return None
    half = story.latest_half
    if half is not None and at - half.last < _REACH:
        return Place(Period("half", half.period.number - 2), half.id)
    named = story.latest_quarter
    if named is None or at - named.last >= _REACH:
        return None
    if story.of_longer:
        return Place(Period("year", year_of(named.period.first()) - 1), named.id)
    return _quarter_back(named, 1, story.quarter_end)


def half_reported(bounds: Interval | None, story: Story) -> Period | None:
    """The half-year that a report is about: the one with these ``bounds``, else the last that is over; None where the
    bounds are no half of the calendar's, or nothing tells the day."""
    if bounds is None or bounds.start is None:
        return None if story.published is None else Period("half", period_of("half", story.published).number - 1)
    half = period_of("half", bounds.start.day)
    return half if half.interval() == bounds else None


def _quarter_back(named: Anchor, years: int, end: int | None) -> Place:
    """The quarter that the report is about, or the same one ``years`` before."""
    bounds = months_up_to(add_months(end, -12 * years), 3) if end is not None else None
    return Place(Period("quarter", named.period.number - 4 * years), named.id, False, bounds)


def reported_quarter(meaning: Reported, story: Story) -> Place:
    """The half-year or quarter that has been spoken of, else (``back`` years before it) the month, else the last full
    quarter."""
    named, half = story.latest_quarter, story.latest_half
    if half is not None and meaning.loose and not story.narrative:
        back = meaning.back if meaning.year is None else year_of(half.period.first()) - meaning.year
        return Place(Period("half", half.period.number - 2 * back), half.id)
    if meaning.year is not None and (named is None or story.narrative or (meaning.loose and story.of_longer)):
        return Place(Period("year", meaning.year), None, True)
    if named is not None:
        back = meaning.back if meaning.year is None else year_of(named.period.first()) - meaning.year
        if back and meaning.loose and story.of_longer:
            return Place(Period("year", year_of(named.period.first()) - back), named.id)
        return _quarter_back(named, back, story.quarter_end)
    month = story.latest_month
    if meaning.back and meaning.loose and month is not None and month.period.grain == "month":
        return Place(Period("month", month.period.number - 12 * meaning.back), month.id)
    if story.published is None:
        raise UnresolvedError(UNKNOWN["quarter"], "quarter")
    number = period_of("quarter", story.published).number - 1 - 4 * meaning.back
    return Place(Period("quarter", number), "published_at")


def months_up_to(end: int, number: int) -> Interval:
    """So many months up to the day ``end``; whole ones where it is the last of one."""
    year, month, day = civil(end)
    if day == days_in_month(year, month):
        first = add_months(ordinal(year, month, 1), 1 - number)
    else:
        first = add_months(end, -number) + 1
    return Interval(Moment(first), Moment(end))
