"""From a request to a timeline: the engine, in its turn, within its time, and counted."""

from __future__ import annotations

import time
from typing import Protocol

from service.api.gate import Gate, OverloadedError
from service.api.metrics import Metrics
from service.api.problems import Problem
from service.api.schemas import TimelineRequest
from service.article import Article, Budget, BudgetExceeded, Detail
from service.settings import Settings
from service.timeline.model import Timeline


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

    def read(self, wanted: TimelineRequest, patient: bool = False) -> Timeline:
        """The timeline of one article. ``patient``: wait for a turn however long it takes.

        Raises ``Problem`` (503) when the time budget is spent, or when too many are waiting.
        """
        try:
            with self._gate.turn(patient):
                timeline = self._build(wanted.article, wanted.detail, Budget(self._seconds, time.monotonic))
        except BudgetExceeded:
            self._metrics.overrun()
            detail = f"The article was not read within {self._seconds:g} seconds. Send a shorter one, or try later."
            raise Problem("time-budget-spent", detail, headers={"Retry-After": "10"}) from None
        except OverloadedError:
            self._metrics.refused()
            raise Problem("overloaded", "Too many requests are waiting.", headers={"Retry-After": "1"}) from None
        self._metrics.read(timeline)
        return timeline
