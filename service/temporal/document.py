"""Which kind of document this is: news, read against its publication date, or a narrative, read against the dates it tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from service.article import DocumentType
from service.temporal.expressions import Chosen, Distance, Fields, Inside, Meaning, Modified, Step


def decide_type(
    asked: DocumentType, found: Sequence[Any], published: date | None
) -> tuple[Literal["news", "narrative"], str]:
    """The kind of document, and why in a few words. ``found`` are the expressions with their meanings.

    A narrative gives most of its dates with their years, years away from publication; news points from its own day.
    """
    if asked != "auto":
        return asked, "as asked for"
    years = [year for year in (_year(f.meaning) for f in found) if year is not None]
    pointing = sum(_points(f.meaning) for f in found)
    if published is None:
        if len(years) >= 3 and len(years) > 2 * pointing:
            return "narrative", "no publication date, and most dates come with a year"
        return "news", "no publication date; few dates come with a year"
    far = sum(abs(year - published.year) > 1 for year in years)
    if far >= 8 and far > 2 * pointing:
        return "narrative", f"{far} dates away from the year of publication, {pointing} that point from it"
    return "news", f"{pointing} dates that point from the publication date, {far} away from its year"


def _year(meaning: Meaning) -> int | None:
    if isinstance(meaning, Modified):
        return _year(meaning.inner)
    return meaning.year if isinstance(meaning, Fields) else None


def _points(meaning: Meaning) -> bool:
    """Whether the words point from the time of speech: "yesterday", "last week", a bare weekday."""
    if isinstance(meaning, Modified):
        return _points(meaning.inner)
    if isinstance(meaning, Step | Chosen):
        return meaning.origin == "speech"
    if isinstance(meaning, Distance):
        return meaning.base == "speech"
    if isinstance(meaning, Inside):
        return _points(meaning.outer)
    return isinstance(meaning, Fields) and meaning.weekday is not None
