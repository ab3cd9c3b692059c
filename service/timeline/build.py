"""One article in, its timeline out."""

from __future__ import annotations

from service.article import UNLIMITED, Article, Budget, Detail
from service.events.model import Event
from service.events.reading import read_events
from service.temporal.engine import Reading
from service.timeline.assemble import assemble
from service.timeline.model import Timeline, Warning  # noqa: A004 - the contract's word


def build_timeline(article: Article, detail: Detail = "main", budget: Budget | None = None) -> Timeline:
    """Read ``article`` and tell what happened when. Pure: the answer depends on nothing but the arguments.

    ``detail``: "main" tells each thing once, "full" every event mention. ``budget`` is polled on the way:
    ``BudgetExceeded`` when it is spent.
    """
    budget = budget or UNLIMITED
    reading = read_events(article, budget)
    return _timeline(article, reading.reading, *assemble(reading, detail, budget))


def _timeline(article: Article, reading: Reading, events: tuple[Event, ...], undated: tuple[Event, ...]) -> Timeline:
    return Timeline(
        article=article,
        published_at=reading.published.isoformat() if reading.published else None,
        published_at_source=reading.published_source,
        timezone=reading.timezone,
        document_type=reading.document_type,
        document_type_reason=reading.document_type_reason,
        events=events,
        undated=undated,
        timexes=reading.timexes,
        warnings=tuple(Warning(code, detail) for code, detail in reading.warnings),
    )
