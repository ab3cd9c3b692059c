"""What everybody hands around: the article as it was sent, a stretch of its text, the time to be spent on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple, TypeVar

T = TypeVar("T")
DocumentType = Literal["news", "narrative", "auto"]
Detail = Literal["main", "full"]


class Span(NamedTuple):
    """A stretch of the article: code-point offsets into ``Article.text``, the end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article to be read.

    ``published_at`` is a ``date`` or an (aware or naive) ``datetime``, None where the request gives none. ``timezone``
    is an IANA name; None means the offset of ``published_at``, else UTC. ``title`` is read for context; offsets speak
    of ``text``.
    """

    text: str
    title: str | None = None
    published_at: date | None = None
    timezone: str | None = None
    language: str = "en"
    document_type: DocumentType = "auto"


class BudgetExceeded(Exception):
    """The time that one article may take is spent."""


_POLLED = 8  # items


class Budget:
    """A deadline that the stages of the engine poll: once a sentence or so, never once a character.

    The clock is the caller's (seconds, monotonic), so that the engine itself stays pure.
    """

    __slots__ = ("_clock", "_deadline")

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._deadline = clock() + seconds

    def check(self) -> None:
        """Raise ``BudgetExceeded`` when the deadline has passed."""
        if self._clock() >= self._deadline:
            raise BudgetExceeded

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Each of ``items``, the deadline polled before every few of them."""
        left = iter(items)
        while some := [*islice(left, _POLLED)]:
            self.check()
            yield from some


UNLIMITED = Budget(math.inf, lambda: 0.0)
