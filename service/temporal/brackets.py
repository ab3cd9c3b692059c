"""Dates without a year between two of a time long past: a report that tells an old story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    meanings = [f.meaning for f in found]
    last = published.year - _LONG_PAST
    if not any(year is not None and year <= last for year in map(year_told, meanings)):
        return frozenset()
    before = _told(meanings)
    after = list(reversed(list(_told(reversed(meanings)))))
    return frozenset(
        number
        for number, (meaning, opened, closed) in enumerate(zip(meanings, before, after, strict=True))
        if opened is not None
        and closed is not None
        and 0 <= closed - opened <= _APART
        and closed <= last
        and _lacks_year(meaning)
    )


def _told(meanings: Iterable[Meaning]) -> Iterable[int | None]:
    """For each expression the year told last, None where something has pointed from the day of publication since."""
    year: int | None = None
    for meaning in meanings:
        told = year_told(meaning)
        if told is not None:
            year = told
        elif points_from_speech(meaning):
            year = None
        yield year


def _lacks_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Modified):
        return _lacks_year(meaning.inner)
    return isinstance(meaning, Fields) and meaning.month is not None and meaning.year is None
