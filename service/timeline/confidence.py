"""How likely an event is right in kind, time and factuality, from how it was read."""

from __future__ import annotations

from service.events.model import Factuality
from service.events.reading import EventReading, Mention


def confidence(reading: EventReading, mention: Mention, fact: Factuality) -> float:
    """Between 0 and 1: the share of events read in this way that are right."""
    return 0.5
