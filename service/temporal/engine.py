"""Finds the temporal expressions of an article and resolves them, front to back. Nothing is kept between calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from service.article import UNLIMITED, Article, Budget
from service.temporal.brackets import bracketed
from service.temporal.calendar.zones import format_offset, load_zone
from service.temporal.dateline import published_in_text
from service.temporal.document import decide_type
from service.temporal.finding import Found, find_all, joined
from service.temporal.model import Timex
from service.temporal.neighbours import with_neighbours
from service.temporal.resolving.era import ancient_year, opening_years, years_without_era
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Meaning
from service.temporal.teller import Teller
from service.text.sentences import Sentence
from service.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """The expressions of one article in text order, and what they were read against.

    ``published``: the publication day or time that was used; ``published_source`` is "request", "text" (a dateline)
    or None.
    ``timezone``: the zone's label. ``warnings``: (code, words) pairs.
    """

    timexes: tuple[Timex, ...]
    published: date | None
    published_source: Literal["request", "text"] | None
    timezone: str
    document_type: Literal["news", "narrative"]
    document_type_reason: str
    warnings: tuple[tuple[str, str], ...]


def read_timexes(article: Article, tokens: Tokens, sentences: list[Sentence], budget: Budget = UNLIMITED) -> Reading:
    """All expressions of time in ``article``, resolved. Pure; linear in the number of tokens.

    ``budget`` is polled every few words that one may begin at, and before each is resolved.
    """
    found = find_all(tokens, article.language, budget)
    published, source = article.published_at, "request" if article.published_at is not None else None
    if published is None:
        published = published_in_text(tokens, [(f.first, f.last, f.meaning) for f in found])
        source = "text" if published is not None else None
    zone = _zone_label(article, published)
    local = _in_zone(published, article.timezone)
    if article.language == "en" and (article.document_type == "narrative" or local is None):
        # Where years are told with their era, those without it follow them.
        ancient = [ancient_year(f.meaning) for f in found]
        opening = [] if any(year is not None and year < 1 for year in ancient) else opening_years(tokens)
        found = _with_years(found, [*opening, *years_without_era(tokens, opening)])
    kind, reason = decide_type(article.document_type, found, local, tokens.lower)
    found = [f for f in found if not f.kinds or kind in f.kinds]
    if kind == "narrative" and any(ancient_year(f.meaning) is not None for f in found):
        found = _with_years(found, years_without_era(tokens, [(f.first, f.last, f.meaning) for f in found]))
    found = with_neighbours(tokens, found, local)
    story = Story(local.toordinal() if local is not None else None, kind == "narrative")
    budget.check()
    old = bracketed(found, tokens.lower, local) if kind == "news" and article.language == "en" else frozenset()
    timexes = Teller(tokens, sentences, found, story, article.language, old).resolved(budget)
    return Reading(timexes, local, source, zone, kind, reason, _warnings(story, timexes, article.language))  # type: ignore[arg-type]


def _with_years(found: list[Found], bare: list[tuple[int, int, Meaning]]) -> list[Found]:
    years = [Found(first, last, "year-without-era", meaning) for first, last, meaning in bare]
    return joined(found, years) if years else found


def _zone_label(article: Article, published: date | None) -> str:
    if article.timezone is not None:
        return article.timezone
    offset = published.utcoffset() if isinstance(published, datetime) else None
    return format_offset(offset).replace("Z", "UTC") if offset is not None else "UTC"


def _in_zone(published: date | None, timezone: str | None) -> date | None:
    """The publication time as a clock in the article's zone shows it."""
    if isinstance(published, datetime) and published.tzinfo is not None and timezone is not None:
        zone = load_zone(timezone)
        if zone is not None:
            try:
                return published.astimezone(zone)
            except OverflowError:
                return published
    return published


def _warnings(story: Story, timexes: tuple[Timex, ...], language: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    if language != "en":
        found.append(("no-events", "In this language expressions of time are read, and no events."))
    if story.published is None and any(t.bounds is None and "X" in t.value and t.type != "DURATION" for t in timexes):
        found.append(_NO_DATE)
    return tuple(found)


_NO_DATE = ("no-publication-date", "Without a publication date, incomplete and relative dates stay unresolved.")
