"""One article in, its timeline out."""

from __future__ import annotations

from service.article import Article, Budget, Detail
from service.timeline.model import Timeline


def build_timeline(article: Article, detail: Detail = "main", budget: Budget | None = None) -> Timeline:
    """Read ``article`` and tell what happened when. Pure: the answer depends on nothing but the arguments.

    ``detail``: "main" tells each thing once, "full" every event mention. ``budget``, where there is one, is polled between the stages;
    ``BudgetExceeded`` when it is spent.
    """
    raise NotImplementedError
