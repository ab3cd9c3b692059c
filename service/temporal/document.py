"""Which kind of document this is: news, read against its publication date, or a narrative, read against its own dates.

What tells them apart is the first date: news says early on what happened today, yesterday or this year; a
narrative opens in
another time. How many dates lie in the past, and how many point from the day of publication, settles the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from service.article import DocumentType
from service.temporal.rules.expressions import Chosen, Clock, Distance, Fields, Inside, Meaning, Modified, Step

Kind = Literal["news", "narrative"]
_ENOUGH = 4  # dates in the past, where the first date is one of them
_FOR_EACH = 6  # so many for each date that points from the day of publication: a profile of today has a few of these
_PLENTY = 20  # … and where it is not
_ALL = 5  # … and where it has no year
_ASIDES = 2  # more expressions that point from today are those of a report
_LONG_AGO = 10  # years
_TODAY = Step("day", 0, "speech")
_UNDATED_ENOUGH = 1  # dates with a year, where there is no publication date


def decide_type(
    asked: DocumentType, found: Sequence[Any], published: date | None, lower: Sequence[str] = ()
) -> tuple[Kind, str]:
    """The kind of document, and why in a few words. ``found`` are the expressions with their meanings, in text
    order; ``lower`` the tokens in lower case."""
    if asked != "auto":
        return asked, "as asked for"
    years: list[int] = []
    pointing = 0
    for each in found:
        meaning: Meaning = each.meaning
        if not isinstance(meaning, Fields):
            year = year_told(meaning)
            if year is not None:
                years.append(year)
            pointing += points_from_speech(meaning)
        elif meaning.year is not None:  # the commonest
            years.append(meaning.year)
        elif meaning.weekday is not None:  # "on the Friday" is a Friday of the story
            pointing += not (each.first and lower and lower[each.first - 1] == "the")
    lead = next((f.meaning for f in found if _is_dated(f.meaning)), None)
    first = year_told(lead) if lead is not None else None
    if published is None:
        opens = first is not None or not pointing  # no date of it is seen from a day of writing
        if opens and len(years) >= _UNDATED_ENOUGH and len(years) > pointing * (2 if pointing > _ASIDES else 1):
            return "narrative", f"no publication date; dates with a year: {len(years)}, pointing from today: {pointing}"
        return "news", "no publication date, and few dates with a year"
    head = lower[:_HEAD]
    if "died" in head and (_has_died(head) or any(_tells_death(f, head) for f in found[:_FIRST])):
        return "news", "an obituary, with the day of death read against the day of publication"
    past = sum(year < published.year - 1 for year in years)
    opens_in_past = first is not None and first < published.year - 1
    if first is not None and first < published.year - _LONG_AGO:
        pointing -= sum(f.meaning == _TODAY for f in found)  # an account of long ago may end with "today"
    counts = f"dates before the year of publication: {past}, pointing from it: {pointing}"
    if first is not None and first < published.year - _LONG_AGO:
        end = found[-1].last * 3 // 4  # an account of long ago may end with what is to come
        pointing = min(pointing, sum(points_from_speech(f.meaning) for f in found if f.first < end))
    if opens_in_past and past >= _ENOUGH and past > _FOR_EACH * pointing:
        return "narrative", f"opens before the year of publication; {counts}"
    if past >= _PLENTY and past > 8 * pointing:
        return "narrative", counts
    if first is None and past == len(years) >= _ALL and past > _FOR_EACH * pointing:
        return "narrative", f"every date with a year lies before that of publication; {counts}"
    return "news", counts


def _has_died(head: Sequence[str]) -> bool:
    """Whether a head with "died" in it opens with a death that is news: "who has died aged 88"."""
    at = head.index("died")
    return head[at - 1 : at] == ["has"] or head[at + 1 : at + 2] == ["aged"]


def _tells_death(found: Any, head: Sequence[str]) -> bool:
    """Whether it says on which day, of a year that it need not tell, somebody died: "who …, died on May 19"."""
    if found.first >= _HEAD or "died" not in head[max(0, found.first - _BESIDE) : found.first]:
        return False
    return year_told(found.meaning) is None and (_is_dated(found.meaning) or points_from_speech(found.meaning))


_FIRST = 4  # expressions
_BESIDE = 3  # tokens
_HEAD = 80  # tokens


def year_told(meaning: Meaning) -> int | None:
    """The year that a date is told with; None where it has none."""
    if isinstance(meaning, Fields):  # the commonest by far
        return meaning.year
    if isinstance(meaning, Modified):
        return year_told(meaning.inner)
    return year_told(meaning.date) if isinstance(meaning, Clock) and meaning.date is not None else None


def _is_dated(meaning: Meaning) -> bool:
    """Whether it is a date at all: with its year, without, or pointed at."""
    if isinstance(meaning, Modified):
        return _is_dated(meaning.inner)
    if isinstance(meaning, Clock):
        return meaning.date is not None and _is_dated(meaning.date)
    if isinstance(meaning, Fields):
        return any(part is not None for part in (meaning.year, meaning.month, meaning.weekday, meaning.day))
    return points_from_speech(meaning)


def points_from_speech(meaning: Meaning) -> bool:
    """Whether the words point from the time of speech: "yesterday", "last week", a bare weekday."""
    if isinstance(meaning, Fields):
        return meaning.weekday is not None and meaning.year is None
    if isinstance(meaning, Modified):
        return points_from_speech(meaning.inner)
    if isinstance(meaning, Clock):
        return meaning.date is not None and points_from_speech(meaning.date)
    if isinstance(meaning, _POINTING):
        return meaning.origin == "speech"
    if isinstance(meaning, Distance):
        return meaning.base == "speech"
    return isinstance(meaning, Inside) and points_from_speech(meaning.outer)


_POINTING = (Step, Chosen)
