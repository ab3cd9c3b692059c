"""``application/ld+json``: the article and its events in schema.org's words.

``startDate`` and ``endDate`` say only what is true of the event: a day (or month, or year) that it took place in, or
the ends of what lasted. "Some time between 1 and 10 November" becomes ``2024-11``; the exact bounds are in ``edtf``,
typed as EDTF (the Library of Congress's datatype). schema.org cannot say that an event is denied or hypothetical: the
context adds terms of our own for that, and every consumer finds it in words in ``description``.
"""

from __future__ import annotations

import json

from service.article import UNLIMITED, Budget
from service.events.model import Event, EventTime
from service.record import changed
from service.render.characters import printable
from service.render.phrases import standing, when
from service.temporal.calendar.periods import Moment
from service.timeline.model import Timeline

_OWN = "urn:event-timeline:"
CONTEXT = [
    "https://schema.org",
    {
        "edtf": {"@id": "http://purl.org/dc/terms/date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
        "status": f"{_OWN}status",
        "polarity": f"{_OWN}polarity",
        "certainty": f"{_OWN}certainty",
        "source": f"{_OWN}source",
        "disputedBy": f"{_OWN}disputedBy",
    },
]


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """An Article that mentions a list of Events, undated ones last. ``budget`` is polled at each."""
    article = timeline.article
    events = (*timeline.events, *timeline.undated)
    document: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "NewsArticle" if timeline.document_type == "news" else "Article",
        "headline": printable(article.title) if article.title else None,
        "datePublished": timeline.published_at,
        "inLanguage": printable(article.language),
        "mentions": {
            "@type": "ItemList",
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "numberOfItems": len(events),
            "itemListElement": [
                {"@type": "ListItem", "position": place, "item": _event(event, article.text)}
                for place, event in enumerate(budget.over(events), 1)
            ],
        },
    }
    return json.dumps(_told(document), ensure_ascii=False, allow_nan=False)


def _event(event: Event, text: str) -> dict[str, object]:
    told = event.factuality
    start, end = _dates(event.time) if event.time else (None, None)
    return _told({
        "@type": "Event",
        "@id": f"#{event.id}",
        "name": printable(event.headline),
        "startDate": start,
        "endDate": end,
        "edtf": (event.time.edtf or None) if event.time else None,
        "eventStatus": _event_status(event),
        "status": told.status,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "source": printable(told.source) if told.source else None,
        "disputedBy": [printable(name) for name in told.disputed_by] or None,
        "description": printable(f"{when(event.time)}: {standing(told)}. “{text[slice(*event.evidence)]}”"),
    })  # fmt: skip


def _event_status(event: Event) -> str | None:
    """schema.org's EventStatusType speaks of plans only."""
    if event.factuality.status != "scheduled":
        return None
    cancelled = event.factuality.polarity == "negative"
    return "https://schema.org/EventCancelled" if cancelled else "https://schema.org/EventScheduled"


def _dates(time: EventTime) -> tuple[str | None, str | None]:
    start, end = time.bounds
    if time.extent == "throughout":
        return _iso(start), _iso(end)
    if start is None or end is None:
        return None, None
    return _shared(start, end), None


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _shared(start: Moment, end: Moment) -> str | None:
    """The most exact ISO 8601 date that both bounds lie in: a moment, a day, a month or a year."""
    if start == end:
        return start.isoformat()
    first, last = changed(start, second=None).isoformat(), changed(end, second=None).isoformat()
    for cut in (len(first), -3, -6):
        if first[:cut] == last[:cut]:
            return first[:cut]
    return None


def _told(members: dict[str, object]) -> dict[str, object]:
    """Without the members that there is nothing to say for."""
    return {name: value for name, value in members.items() if value is not None}
