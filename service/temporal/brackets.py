"""Dates without a year between two of a time long past: a report that tells an old story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from service.temporal.document import points_from_speech, year_told
from service.temporal.rules.expressions import Fields, Meaning, Modified

_LONG_PAST = 2  # years before publication
_APART = 2  # years between the two dates


def bracketed(found: Sequence[Any], lower: Sequence[str], published: date | None) -> frozenset[int]:
    """Which of the expressions are months or days of the story that the dates before and after them tell.

    "The ship left on 14 August 1838. In January they found no whales. The men rose on 2 June 1839": nothing between
    the two points from the day of publication; a year told of somebody only ("a man who died in 1838") opens nothing.
    Numbers of ``found``.
    """
    if published is None:
        return frozenset()
    last = published.year - _LONG_PAST
    opened: int | None = None  # the year long past that was told last
    opener: Any = None  # by this expression
    since: list[int] = []
    old: list[int] = []
    for number, each in enumerate(found):
        meaning = each.meaning
        year = year_told(meaning)
        if year is not None:
            closed = opened is not None and opened <= year <= min(opened + _APART, last)
            if since and closed and not _is_of_somebody(opener, lower):
                old += since
            opened, opener, since = (year if year <= last else None), each, []
        elif opened is None:
            continue
        elif points_from_speech(meaning):
            opened = None
        elif _lacks_year(meaning):
            since.append(number)
    return frozenset(old)


def _is_of_somebody(each: Any, lower: Sequence[str]) -> bool:
    """Whether a bare year stands in the clause that tells who or which: "a man who died in 2012"."""
    meaning = each.meaning
    if not isinstance(meaning, Fields) or meaning.year is None or meaning.month is not None:
        return False
    for i in range(each.first - 1, max(-1, each.first - _CLAUSE), -1):
        if lower[i] in _RELATIVES:
            return True
        if not lower[i][0].isalnum():
            return False
    return False


_CLAUSE = 12  # tokens
_RELATIVES = frozenset({"who", "whom", "whose", "which"})


def _lacks_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Modified):
        return _lacks_year(meaning.inner)
    return isinstance(meaning, Fields) and meaning.month is not None and meaning.year is None
