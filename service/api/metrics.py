"""What is counted: Prometheus metrics, added up over the workers where ``PROMETHEUS_MULTIPROC_DIR`` is set."""

from __future__ import annotations

import os
from collections import Counter as Tally

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector

from service.api.metric_files import reading
from service.timeline.model import Timeline
from service.version import VERSION

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The metrics of one application. Labels are of small, fixed sets: nothing that a client chooses is one."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self._requests = Counter("timeline_requests", "Requests answered", ["route", "method", "status"], registry=own)
        self._seconds = Histogram(
            "timeline_request_seconds", "Time to the last byte", ["route"], buckets=_BUCKETS, registry=own
        )
        self._articles = Counter("timeline_articles", "Articles read", registry=own)
        self._characters = Counter("timeline_characters", "Characters of the articles read", registry=own)
        self._events = Counter("timeline_events", "Events told", registry=own)
        self._expressions = Counter("timeline_expressions", "Temporal expressions found", ["family"], registry=own)
        self._overruns = Counter("timeline_budget_overruns", "Articles given up for time", registry=own)
        self._waiting = Gauge(
            "timeline_waiting", "Articles that wait for their turn", multiprocess_mode="livesum", registry=own
        )
        about = Gauge(
            "timeline_build_info", "The release that runs", ["version"], multiprocess_mode="livemax", registry=own
        )
        about.labels(VERSION).set(1)
        self._refusals = Counter("timeline_overload_refusals", "Articles refused under overload", registry=own)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answer to ``route`` (the rule, not the path)."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def read(self, timeline: Timeline) -> None:
        """Count one article that was read."""
        self._articles.inc()
        self._characters.inc(len(timeline.article.text))
        self._events.inc(len(timeline.events) + len(timeline.undated))
        for family, times in Tally(_family(each.rule) for each in timeline.timexes).items():
            self._expressions.labels(family).inc(times)

    def queued(self, waiting: int) -> None:
        """Say how many wait for their turn in this process now."""
        self._waiting.set(waiting)

    def overrun(self) -> None:
        """Count one article whose time budget was spent."""
        self._overruns.inc()

    def refused(self) -> None:
        """Count one article that was refused because too many waited."""
        self._refusals.inc()

    def exposition(self, accept: str) -> tuple[bytes, str]:
        """All metrics of every worker, and their media type: OpenMetrics or Prometheus's text format."""
        encode, content_type = choose_encoder(accept)
        directory = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
        if not directory:
            return encode(self._registry), content_type
        everyone = CollectorRegistry()
        MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]
        with reading(directory):
            return encode(everyone), content_type


def _family(rule: str) -> str:
    """The family of a rule: its name up to the first slash, dot or colon."""
    for mark in "/.:":
        rule = rule.partition(mark)[0]
    return rule
