"""From a request to a timeline as it is sent: the engine and what writes it down, in turn, within time, and counted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, TypeVar

from service.api.gate import Gate, OverloadedError, Turn
from service.api.metrics import Metrics
from service.api.problems import Problem
from service.api.schemas import TimelineRequest
from service.article import Article, Budget, BudgetExceeded, Detail
from service.settings import Settings
from service.timeline.model import Timeline

Written = TypeVar("Written")
_A_WHILE = 1.0  # seconds: longer than any stretch of work between two looks at the clock


class Build(Protocol):
    """What the engine is to the API: ``service.timeline.build.build_timeline``, or a stand-in."""

    def __call__(self, article: Article, detail: Detail, budget: Budget | None) -> Timeline: ...


class Reader:
    """Reads articles for one application."""

    def __init__(self, build: Build, settings: Settings, metrics: Metrics) -> None:
        self._build = build
        self._seconds = settings.time_budget_seconds
        self._metrics = metrics
        self._gate = Gate(settings.max_waiting, settings.max_waiting_seconds)

    def read(
        self, wanted: TimelineRequest, write: Callable[[Timeline, Budget], Written], patient: bool = False
    ) -> Written:
        """The timeline of one article, as ``write`` writes it. ``patient``: wait for a turn however long it takes.

        Raises ``Problem`` (503) when the time budget is spent, or when too many are waiting.
        """
        try:
            with self._gate.turn(patient):
                self._metrics.queued(self._gate.waiting)
                budget = Budget(self._seconds, time.monotonic)
                timeline = self._build(wanted.article, wanted.detail, budget)
                written = write(timeline, budget)
        except BudgetExceeded:
            self._metrics.overrun()
            detail = f"The article was not read within {self._seconds:g} seconds. Send a shorter one, or try later."
            raise Problem("time-budget-spent", detail, headers={"Retry-After": "10"}) from None
        except OverloadedError:
            self._metrics.refused()
            raise Problem("overloaded", "Too many requests are waiting.", headers={"Retry-After": "1"}) from None
        self._metrics.read(timeline)
        return written

    def overdue(self) -> Turn | None:
        """The turn of an article that is still read a while after its time, as nobody looked at the clock."""
        turn = self._gate.current
        return turn if turn is not None and time.monotonic() - turn.begun > self._seconds + _A_WHILE else None
