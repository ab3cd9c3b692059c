"""Dates without a year between two of a time long past: a report that tells an old story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from service.temporal.document import points_from_speech, year_told
from service.temporal.rules.expressions import Fields, Meaning, Modified

_LONG_PAST = 2  # years before publication
_APART = 2  # years between the two dates


def bracketed(found: Sequence[Any], published: date | None) -> frozenset[int]:
    """Which of the expressions are months or days of the story that the dates before and after them tell.

    "The ship left on 14 August 1838. In January they found no whales. The men rose on 2 June 1839": nothing between
    the two points from the day of publication. Numbers of ``found``.
    """
    if published is None:
        return frozenset()
    last = published.year - _LONG_PAST
    opened: int | None = None  # the year long past that was told last
    since: list[int] = []
    old: list[int] = []
    for number, each in enumerate(found):
        meaning = each.meaning
        year = year_told(meaning)
        if year is not None:
            if opened is not None and opened <= year <= min(opened + _APART, last):
                old += since
            opened, since = (year if year <= last else None), []
        elif opened is None:
            continue
        elif points_from_speech(meaning):
            opened = None
        elif _lacks_year(meaning):
            since.append(number)
    return frozenset(old)


def _lacks_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Modified):
        return _lacks_year(meaning.inner)
    return isinstance(meaning, Fields) and meaning.month is not None and meaning.year is None
