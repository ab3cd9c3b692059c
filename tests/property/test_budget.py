"""The engine gives up when its time is spent, wherever it is, and does not let the clock change an answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count, pairwise

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


@contextmanager
def counting_calls() -> Iterator[list[int]]:
    """How many Python functions were called meanwhile: the engine's work, whatever the machine."""
    calls = [0]

    def note(_frame: object, event: str, _arg: object) -> None:
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("detail", ["main", "full"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_long_stretch_of_work_goes_without_a_look_at_the_clock(detail: str, language: str) -> None:
    text = "He said on Monday that the ferry, which sank in May 2019, may sail again. " * 200
    article = Article(text, published_at=date(2025, 3, 23), language=language)
    with counting_calls() as calls:
        looks: list[int] = []

        def clock() -> float:
            looks.append(calls[0])
            return 0.0

        build_timeline(article, detail, Budget(1.0, clock))  # type: ignore[arg-type]
        looks.append(calls[0])
    longest = max(after - before for before, after in pairwise(looks))
    assert longest < looks[-1] / 8


def test_a_budget_that_is_not_spent_changes_nothing() -> None:
    assert build_timeline(ARTICLE, "full", Budget(1e9, lambda: 0.0)) == build_timeline(ARTICLE, "full")
