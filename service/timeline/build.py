"""One article in, its timeline out."""

from __future__ import annotations

from service.article import UNLIMITED, Article, Budget, Detail
from service.temporal.engine import Reading, read_timexes
from service.text.sentences import split_sentences
from service.text.tokens import tokenize
from service.timeline.model import Timeline, Warning


def build_timeline(article: Article, detail: Detail = "main", budget: Budget | None = None) -> Timeline:
    """Read ``article`` and tell what happened when. Pure: the answer depends on nothing but the arguments.

    ``detail``: "main" tells each thing once, "full" every event mention. ``budget`` is polled between the stages:
    ``BudgetExceeded`` when it is spent.
    """
    budget = budget or UNLIMITED
    tokens = tokenize(article.text)
    budget.check()
    sentences = split_sentences(tokens)
    budget.check()
    reading = read_timexes(article, tokens, sentences)
    return _timeline(article, reading)


def _timeline(article: Article, reading: Reading) -> Timeline:
    return Timeline(
        article=article,
        published_at=reading.published.isoformat() if reading.published else None,
        published_at_source=reading.published_source,
        timezone=reading.timezone,
        document_type=reading.document_type,
        document_type_reason=reading.document_type_reason,
        events=(),
        undated=(),
        timexes=reading.timexes,
        warnings=tuple(Warning(code, detail) for code, detail in reading.warnings),
    )
