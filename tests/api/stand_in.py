"""An engine of one line for the tests of the API: it finds the word "Friday", and knows when it was."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from service import create_app
from service.article import Article, Budget, Detail, Span
from service.events.model import Event, EventTime, Factuality
from service.settings import Settings
from service.temporal.calendar.periods import Interval, Moment
from service.temporal.model import Timex
from service.timeline.model import Timeline
from service.timeline.model import Warning as TimelineWarning
from tests.contract.checking import CheckedClient

FRIDAY = Moment(739_331)  # 2025-03-21


def build(article: Article, detail: Detail = "main", budget: Budget | None = None) -> Timeline:
    """One expression and one dated event for each "Friday"; one undated event for the whole text."""
    if budget is not None:
        budget.check()
    text = article.text
    places = [at for at in range(len(text)) if text.startswith("Friday", at)]
    bounds = Interval(FRIDAY, FRIDAY)
    whole = Span(0, len(text))
    timexes = tuple(
        Timex(
            f"t{n}",
            at,
            at + 6,
            n,
            n + 1,
            "Friday",
            "DATE",
            "2025-03-21",
            "weekday/bare",
            "day",
            bounds=bounds,
            anchor="published_at",
        )
        for n, at in enumerate(places)
    )
    events = tuple(
        Event(
            f"e{n}",
            "It happened",
            Span(at, at + 6),
            EventTime(bounds, "within", "day", False, "2025-03-21", "relative", (f"t{n}",)),
            Factuality("occurred"),
            whole,
            "main",
            0.5,
        )
        for n, at in enumerate(places)
    )
    undated = (Event("u0", "It was told", Span(0, 1), None, Factuality("hypothetical"), whole, "background", 0.25),)
    published = None if article.published_at is None else article.published_at.isoformat()
    return Timeline(
        article=article,
        published_at=published,
        published_at_source=None if published is None else "request",
        timezone=article.timezone or "UTC",
        document_type="news",
        document_type_reason="asked for",
        events=events,
        undated=undated,
        timexes=timexes,
        warnings=() if published else (TimelineWarning("no-publication-date", "Nothing to count from."),),
    )


def made(engine: object, settings: Settings | None = None) -> FlaskClient:
    """A client, held to the contract, of an application with ``engine`` for an engine."""
    app = create_app(settings or Settings(), engine)  # type: ignore[arg-type]
    app.test_client_class = CheckedClient
    return app.test_client()


def faults(answer: Any) -> dict[str, str]:
    """What is wrong, by pointer, as an answer of 422 tells it."""
    assert answer.status_code == 422, answer.data
    return {each["pointer"]: each["detail"] for each in answer.json["errors"]}
