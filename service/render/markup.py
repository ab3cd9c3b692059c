"""The article cut into pieces, so that expressions and triggers can be marked: none overlapping, nothing lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.article import Span
from service.events.model import Event
from service.temporal.model import Timex
from service.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: plain, or a temporal expression, or the trigger of one event or of several."""

    text: str
    timex: Timex | None = None
    events: tuple[Event, ...] = ()


def pieces(timeline: Timeline) -> Iterator[Piece]:
    """The pieces whose texts joined are the article.

    Where spans overlap, an expression goes before a trigger and the earlier (then the longer) before the later one.
    """
    text = timeline.article.text
    at = 0
    for span, timex, events in _marks(timeline):
        if at < span.start:
            yield Piece(text[at : span.start])
        yield Piece(text[span.start : span.end], timex, events)
        at = span.end
    if at < len(text):
        yield Piece(text[at:])


def _marks(timeline: Timeline) -> list[tuple[Span, Timex | None, tuple[Event, ...]]]:
    timexes = {Span(timex.start, timex.end): timex for timex in reversed(timeline.timexes)}
    triggers: dict[Span, list[Event]] = {}
    for event in (*timeline.events, *timeline.undated):
        triggers.setdefault(event.trigger, []).append(event)
    kept = _disjoint(timexes)
    marks = [(span, timexes.get(span), tuple(triggers.get(span, ()))) for span in kept]
    taken = set(kept)
    free = [span for span in _disjoint(triggers) if span not in taken and not _touches(span, kept)]
    marks += [(span, None, tuple(triggers[span])) for span in free]
    return sorted(marks, key=lambda mark: mark[0])


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if span.start < span.end and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def _touches(span: Span, kept: list[Span]) -> bool:
    """Whether ``span`` shares a character with one of ``kept`` (sorted, disjoint)."""
    before = bisect_left(kept, span.end, key=lambda each: each.start)
    return before > 0 and kept[before - 1].end > span.start
