"""A mention that may be told."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.triggers.model import Trigger
from service.record import record


@record
class Candidate:
    """``mention``, named by ``trigger``, in ``own``, its clause, and as ``fact`` says. ``rank``: how many sentences
    that are no headings stand before its own; ``dated``: more than the publication date bounds it."""

    reading: EventReading
    mention: Mention
    trigger: Trigger
    fact: Factuality
    own: Clause
    rank: int
    dated: bool
