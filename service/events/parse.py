"""What has been read of an article's sentences, for the stages that date its events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.events.clauses.model import Clauses
from service.events.triggers.model import Trigger
from service.temporal.calendar.periods import Moment
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens


class Parse(NamedTuple):
    """One article's sentences with their tags and clauses, its events' triggers and its expressions of time.

    ``today``: the day of publication, None where it is not known.
    """

    tokens: Tokens
    sentences: Sequence[Sentence]
    tags: Sequence[str]
    clauses: Clauses
    triggers: Sequence[Trigger]
    timexes: Sequence[Timex]
    today: Moment | None

    @property
    def day(self) -> int | None:
        """The ordinal of ``today``."""
        return self.today.day if self.today is not None else None
