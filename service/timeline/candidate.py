"""A mention that may be told."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.triggers.model import Trigger
from service.record import record
from service.timeline.facts import Facts


@record
class Candidate:
    """``mention``, named by ``trigger``, in ``own``, its clause. ``rank``: how many sentences that are no headings
    stand before its own; ``dated``: more than the publication date bounds it."""

    reading: EventReading
    mention: Mention
    trigger: Trigger
    facts: Facts
    own: Clause
    rank: int
    dated: bool

    @property
    def fact(self) -> Factuality:
        """How the article stands to it: worked out now, for what is excluded whatever that is never asks."""
        return self.facts[self.mention.number]
