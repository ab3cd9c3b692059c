"""The engine gives up when its time is spent, wherever it is, and does not let the clock change an answer."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from service.article import Article, Budget, BudgetExceeded
from service.timeline.build import build_timeline

ARTICLE = Article(
    "The quarry was closed on Friday. It had been flooded two days earlier, and 40 people left. " * 20,
    published_at=date(2025, 3, 23),
)


def polls(detail: str) -> int:
    """How often the engine looks at the clock for ``ARTICLE``."""
    ticks = count()
    build_timeline(ARTICLE, detail, Budget(float("inf"), lambda: next(ticks)))  # type: ignore[arg-type]
    return next(ticks) - 1


@pytest.mark.parametrize("detail", ["main", "full"])
def test_the_deadline_is_seen_wherever_it_falls(detail: str) -> None:
    times = polls(detail)
    assert times > 20
    for last in range(1, times, 7):
        ticks = count()
        with pytest.raises(BudgetExceeded):
            build_timeline(ARTICLE, detail, Budget(last, lambda ticks=ticks: next(ticks)))  # type: ignore[arg-type]
        assert next(ticks) == last + 1


def test_a_budget_that_is_not_spent_changes_nothing() -> None:
    assert build_timeline(ARTICLE, "full", Budget(1e9, lambda: 0.0)) == build_timeline(ARTICLE, "full")
