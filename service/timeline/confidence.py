"""How likely an event is right in kind, time and factuality, from how it was read.

The figures were counted on our own annotated articles (tests/golden/articles) and then lowered by about a tenth: texts
that no rule was tried on come out that much lower. `benchmarks/timelines.py` prints what they come to, by tenths.
"""

from __future__ import annotations

from typing import Final

from service.events.bounds import Dating
from service.events.clauses import ClauseKind
from service.events.model import Factuality, Status
from service.events.reading import EventReading, Mention

_UNDATED: Final = 0.6
_CARRIED: Final = 0.5  # the day is the story's, not the sentence's
_BY_BASIS: Final[dict[str, float]] = {"explicit": 0.88, "relative": 0.82, "relation": 0.55, "document": 0.7}
_BY_CLAUSE: Final[dict[ClauseKind, float]] = {
    "coordinate": 0.85,
    "complement": 0.7,
    "participle": 0.85,
    "infinitive": 0.9,
    "gerund": 0.7,
}
_BY_STATUS: Final[dict[Status, float]] = {"ongoing": 0.85, "hypothetical": 0.8, "denied": 0.85, "scheduled": 0.95}


def confidence(reading: EventReading, mention: Mention, fact: Factuality) -> float:
    """Between 0 and 1: the share of events read in this way that are right."""
    clause = reading.clauses.at(mention.trigger.token)
    figure = _of_dating(mention.dating) * _BY_CLAUSE.get(clause.kind, 1.0) * _BY_STATUS.get(fact.status, 1.0)
    return round(figure, 2)


def _of_dating(dating: Dating | None) -> float:
    if dating is None:
        return _UNDATED
    if dating.shared and dating.basis != "relation":
        return _CARRIED
    return _BY_BASIS[dating.basis]
