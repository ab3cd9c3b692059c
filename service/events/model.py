"""An event as the article tells it: what happened, when, how sure, according to whom."""

from __future__ import annotations

from typing import Literal, NamedTuple

from service.article import Span
from service.record import record
from service.temporal.calendar.periods import Interval
from service.temporal.model import Precision

Extent = Literal["within", "throughout"]
Basis = Literal["explicit", "relative", "relation", "document"]
Status = Literal["occurred", "ongoing", "scheduled", "hypothetical", "denied"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
EventClass = Literal["OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE"]
PartOfSpeech = Literal["verb", "noun", "adjective"]
Outlook = Literal["past", "present", "ongoing", "future", "unknown"]  # how an event lies to the time of writing
Role = Literal["main", "background"]
RelationType = Literal["before", "after", "includes", "is_included", "during", "simultaneous", "begun_by", "ended_by"]


class EventTime(NamedTuple):
    """When: some time within ``bounds``, or throughout them. ``edtf`` says the same in ISO 8601-2 (EDTF)."""

    bounds: Interval
    extent: Extent
    precision: Precision
    approximate: bool
    edtf: str
    basis: Basis
    timexes: tuple[str, ...] = ()


@record
class Factuality:
    """How the article stands to the event. ``source`` is who says so; ``disputed_by`` who denies it."""

    status: Status
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    source: str | None = None
    disputed_by: tuple[str, ...] = ()


class Relation(NamedTuple):
    """What the text itself says of the order: this event stands in ``type`` to ``event`` (an id)."""

    type: RelationType
    event: str


class Event(NamedTuple):
    """One event of the timeline. Spans are code points of the article's text.

    ``tense``, ``aspect``, ``pos`` and ``modal`` ("may") are the trigger's, for those who write TimeML.
    ``retold`` are the other sentences that tell it again, in text order: one of them may say when.
    ``confidence`` is between 0 and 1: the share of events with that figure that are right in kind, time and factuality.
    """

    id: str
    headline: str
    trigger: Span
    time: EventTime | None
    factuality: Factuality
    evidence: Span
    role: Role
    confidence: float
    event_class: EventClass = "OCCURRENCE"
    tense: str = "NONE"
    aspect: str = "NONE"
    relations: tuple[Relation, ...] = ()
    pos: PartOfSpeech | None = None
    modal: str | None = None
    retold: tuple[Span, ...] = ()
