"""TimelineJS 3 JSON, as Knight Lab's library loads it (https://timeline.knightlab.com/docs/json-format.html).

Knight Lab registered no media type. ``application/json`` is taken by our own format, so clients ask for
``application/vnd.knightlab.timelinejs+json``: the vendor tree says whose format it is, and ``+json`` (RFC 6839) how to
parse it. Every slide needs a start date: "by" a date stands on that date, and its words say so; events without a date
are named on the title slide. Dates are drawn from bounds, told by ``display_date``.

TimelineJS reads ``headline`` and ``text`` as HTML, so what comes from the article is escaped.
"""

from __future__ import annotations

import json
from html import escape

from service.article import UNLIMITED, Budget
from service.events.model import Event
from service.render.characters import printable
from service.render.phrases import label, labelled, published, standing, when
from service.temporal.calendar.periods import Moment, civil
from service.timeline.model import Timeline

MEDIA_TYPE = "application/vnd.knightlab.timelinejs+json"
# What a JavaScript Date can hold, and with it TimelineJS's "human" scale; beyond it "cosmological" knows years only.
_YEARS = range(-271_820, 275_760)


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """The document: ``title``, ``events`` and ``scale``. ``budget`` is polled at each event."""
    slides = []
    left_out = list(timeline.undated)
    for event in budget.over(timeline.events):
        slide = _slide(event, timeline.article.text)
        if slide is None:
            left_out.append(event)
        else:
            slides.append(slide)
    document = {"scale": "human", "title": _title(timeline, left_out), "events": slides}
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def _slide(event: Event, text: str) -> dict[str, object] | None:
    """One event; None where TimelineJS has no place for it on its axis."""
    if event.time is None:
        return None
    start, end = event.time.bounds
    first = start or end
    if first is None or any(civil(moment.day)[0] not in _YEARS for moment in (start, end) if moment):
        return None
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _date(first),
        "display_date": when(event.time),
        "text": {"headline": _html(labelled(event.headline, event.factuality)), "text": _body(event, text)},
        "autolink": False,
    }
    if label(event.factuality):
        slide["group"] = label(event.factuality)
    if start is not None and end is not None and end != start:
        slide["end_date"] = _date(end)
    return slide


def _date(moment: Moment) -> dict[str, int]:
    """A TimelineJS date: years are astronomical there too, the zone is left to the words."""
    year, month, day = civil(moment.day)
    found = {"year": year, "month": month, "day": day}
    if moment.second is not None:
        found |= {"hour": moment.second // 3600, "minute": moment.second // 60 % 60, "second": moment.second % 60}
    return found


def _body(event: Event, text: str) -> str:
    quote = _html(text[slice(*event.evidence)])
    return f"<p>{_html(standing(event.factuality))}</p><blockquote>{quote}</blockquote>"


def _title(timeline: Timeline, left_out: list[Event]) -> dict[str, object]:
    date = published(timeline.published_at)
    dated = f"<p>Published {_html(date)}</p>" if date else ""
    names = "".join(f"<li>{_html(labelled(event.headline, event.factuality))}</li>" for event in left_out)
    without = f"<p>Without a date:</p><ul>{names}</ul>" if names else ""
    headline = _html(timeline.article.title or "Timeline")
    return {"unique_id": "title", "text": {"headline": headline, "text": dated + without}, "autolink": False}


def _html(text: str) -> str:
    return escape(printable(text))
