"""How likely an event is right in kind, time and factuality, from how it was read.

A figure for what dates the event, and one factor for each thing that makes the reading doubtful. The figures are
rounded shares, counted on our own articles (tests/golden/articles). They are kept a little lower than counted, for
the headline, which the count does not judge, may be wrong as well. ``benchmarks/reliability.py`` prints what they
come to.
"""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import ClauseKind
from service.events.model import Basis, Factuality, Status
from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating
from service.timeline.doubt import is_carried

_UNDATED: Final = 0.7
_CARRIED: Final = 0.8  # the day is the story's, not the sentence's
_UNTOLD: Final = 0.57  # the story has a day, but only the publication is told to bound the event
_BY_BASIS: Final[dict[Basis, float]] = {"explicit": 0.93, "relative": 0.87, "relation": 0.67, "document": 0.57}

_BY_CLAUSE: Final[dict[ClauseKind, float]] = {"complement": 0.95}
_BY_STATUS: Final[dict[Status, float]] = {"hypothetical": 0.9, "denied": 0.9, "scheduled": 0.97, "ongoing": 0.95}
_PURPOSE: Final = 0.75  # "to carry freight": what somebody means to happen, with no day
_PRESENT: Final = 0.75  # "the council meets": a state, a habit or a plan as well as an event
_LASTING: Final = 0.95
_NAMED_STRETCH: Final = 0.92  # "last week", "the quarter": it often only tells what the event is about
_SEVERAL_ANCHORS: Final = 0.95
_NEGATED: Final = 0.9
_REPORTED: Final = 0.95
_NOUN: Final = 0.95


def confidence(reading: EventReading, mention: Mention, dating: Dating | None, fact: Factuality) -> float:
    """Between 0 and 1: the share of events read in this way that are right. ``dating`` is the one that is told."""
    trigger = mention.trigger
    figure = _of_dating(reading, mention, dating) * _BY_CLAUSE.get(reading.clauses.at(trigger.token).kind, 1.0)
    if trigger.tense == "PRESENT" and trigger.aspect == "NONE" and fact.status in ("occurred", "ongoing"):
        figure *= _PRESENT
    else:
        figure *= _BY_STATUS.get(fact.status, 1.0)
    if dating is not None:
        if fact.status == "scheduled" and dating.basis == "document":
            figure *= _PURPOSE
        if dating.extent == "throughout":
            figure *= _LASTING
        if dating.precision in ("week", "quarter"):
            figure *= _NAMED_STRETCH
    if len(reading.links.anchors[mention.number]) > 1:
        figure *= _SEVERAL_ANCHORS
    if fact.polarity == "negative":
        figure *= _NEGATED
    if fact.source is not None:
        figure *= _REPORTED
    if trigger.pos == "noun":
        figure *= _NOUN
    return round(figure, 2)


def _of_dating(reading: EventReading, mention: Mention, dating: Dating | None) -> float:
    if dating is None:
        return _UNDATED
    if is_carried(reading, mention) and dating.basis != "relation":
        return _UNTOLD if dating is not mention.dating else _CARRIED
    return _BY_BASIS[dating.basis]
