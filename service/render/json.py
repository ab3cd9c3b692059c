"""A timeline as JSON: the answer that ``openapi.yaml`` describes as ``Timeline``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from service.article import UNLIMITED, Budget, Span
from service.events.model import Event, EventTime, Factuality
from service.render.formats import OffsetUnit
from service.render.offsets import converter
from service.temporal.calendar.periods import Moment
from service.temporal.model import Timex
from service.timeline.model import Timeline
from service.version import VERSION

Offset = Callable[[int], int]


def render(timeline: Timeline, unit: OffsetUnit = "codepoint", budget: Budget = UNLIMITED) -> str:
    """``timeline`` as one line of JSON, its offsets in ``unit``."""
    return json.dumps(as_object(timeline, unit, budget), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def as_object(timeline: Timeline, unit: OffsetUnit = "codepoint", budget: Budget = UNLIMITED) -> dict[str, Any]:
    """``timeline`` as the object that ``render`` writes. ``budget`` is polled at each event and expression."""
    text = timeline.article.text
    offset = converter(text, unit)
    return {
        "document": {
            "published_at": timeline.published_at,
            "published_at_source": timeline.published_at_source,
            "timezone": timeline.timezone,
            "language": timeline.article.language,
            "document_type": timeline.document_type,
            "document_type_reason": timeline.document_type_reason,
            "length": offset(len(text)),
            "offset_unit": unit,
        },
        "events": [_event(each, text, offset) for each in budget.over(timeline.events)],
        "undated": [_event(each, text, offset) for each in budget.over(timeline.undated)],
        "timexes": [_timex(each, offset) for each in budget.over(timeline.timexes)],
        "warnings": [{"code": each.code, "detail": each.detail} for each in timeline.warnings],
        "engine": {"version": VERSION},
    }


def _event(event: Event, text: str, offset: Offset) -> dict[str, Any]:
    return {
        "id": event.id,
        "headline": event.headline,
        "trigger": _span(event.trigger, text, offset),
        "time": None if event.time is None else _time(event.time),
        "factuality": _factuality(event.factuality),
        "evidence": _span(event.evidence, text, offset),
        "retold": [_span(each, text, offset) for each in event.retold],
        "role": event.role,
        "relations": [{"type": each.type, "event": each.event} for each in event.relations],
        "confidence": event.confidence,
    }


def _time(time: EventTime) -> dict[str, Any]:
    return {
        "start": _moment(time.bounds.start),
        "end": _moment(time.bounds.end),
        "extent": time.extent,
        "precision": time.precision,
        "approximate": time.approximate,
        "edtf": time.edtf,
        "basis": time.basis,
        "timexes": list(time.timexes),
    }


def _factuality(factuality: Factuality) -> dict[str, Any]:
    return {
        "status": factuality.status,
        "polarity": factuality.polarity,
        "certainty": factuality.certainty,
        "source": factuality.source,
        "disputed_by": list(factuality.disputed_by),
    }


def _timex(timex: Timex, offset: Offset) -> dict[str, Any]:
    bounds = timex.bounds
    return {
        "id": timex.id,
        "text": timex.text,
        "start": offset(timex.start),
        "end": offset(timex.end),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "earliest": None if bounds is None else _moment(bounds.start),
        "latest": None if bounds is None else _moment(bounds.end),
        "anchor": timex.anchor,
        "rule": timex.rule,
    }


def _span(span: Span, text: str, offset: Offset) -> dict[str, Any]:
    return {"text": text[span.start : span.end], "start": offset(span.start), "end": offset(span.end)}


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else moment.isoformat()
