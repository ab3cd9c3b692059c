"""From mentions to a timeline: each thing once, in order, with an id."""

from __future__ import annotations

from service.article import Detail, Span
from service.events.bounds import Dating
from service.events.headlines import Page, headline
from service.events.model import Event, EventTime, Factuality, Status
from service.events.reading import EventReading, Mention
from service.events.referents import read_referents
from service.temporal.edtf import format_edtf

_STATUS: dict[str, Status] = {"past": "occurred", "present": "occurred", "ongoing": "ongoing", "future": "scheduled"}


def assemble(reading: EventReading, detail: Detail) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The dated events in chronological order, and the undated ones in text order."""
    chosen = reading.mentions if detail == "full" else [m for m in reading.mentions if _keeps(reading, m)]
    page = _page(reading)
    events = [_event(reading, page, mention, f"e{number}") for number, mention in enumerate(chosen, start=1)]
    dated = sorted((e for e in events if e.time is not None), key=_chronological)
    return tuple(dated), tuple(e for e in events if e.time is None)


def _page(reading: EventReading) -> Page:
    referents = read_referents(reading.tokens, reading.sentences, reading.tags, reading.clauses)
    return Page.of(reading.tokens, reading.tags, reading.clauses, reading.reading.timexes, referents)


def _keeps(reading: EventReading, mention: Mention) -> bool:
    return (
        mention.trigger.pos == "verb"
        and mention.trigger.event_class in ("OCCURRENCE", "ASPECTUAL", "I_ACTION")
        and mention.outlook in ("past", "future")
        and mention.dating is not None
        and mention.dating.known
    )


def _event(reading: EventReading, page: Page, mention: Mention, name: str) -> Event:
    tokens, trigger = reading.tokens, mention.trigger
    sentence = reading.sentences[trigger.sentence]
    status = _STATUS.get(mention.outlook, "occurred")
    return Event(
        id=name,
        headline=headline(page, trigger),
        trigger=Span(tokens.starts[trigger.token], tokens.ends[trigger.token]),
        time=_time(mention.dating),
        factuality=Factuality(status, "negative" if trigger.negated else "positive"),
        evidence=Span(tokens.starts[sentence.first], tokens.ends[sentence.last - 1]),
        role="main",
        confidence=0.5,
        event_class=trigger.event_class,
        tense=trigger.tense,
        aspect=trigger.aspect,
    )


def _time(dating: Dating | None) -> EventTime | None:
    if dating is None or (dating.bounds.start is None and dating.bounds.end is None):
        return None
    edtf = format_edtf(dating.bounds, dating.precision, dating.extent, dating.approximate)
    return EventTime(
        dating.bounds, dating.extent, dating.precision, dating.approximate, edtf, dating.basis, dating.timexes
    )


def _chronological(event: Event) -> tuple[bool, int, int, int, int, int]:
    """What has not happened yet comes after what has; then by start (an open one by its end), end, place in the text."""
    assert event.time is not None
    start, end = event.time.bounds
    first = start or end
    last = end or start
    assert first is not None
    assert last is not None
    coming = event.factuality.status in ("scheduled", "hypothetical")
    return coming, first.day, first.second or 0, last.day, last.second or 86_400, event.trigger.start
