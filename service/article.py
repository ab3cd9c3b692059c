"""What everybody hands around: the article as it was sent, and a stretch of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

DocumentType = Literal["news", "narrative", "auto"]
Detail = Literal["main", "full"]


class Span(NamedTuple):
    """A stretch of the article: code-point offsets into ``Article.text``, the end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article to be read.

    ``published_at`` is a ``date`` or an (aware or naive) ``datetime``, None where the request gives none. ``timezone`` is an
    IANA name; None means the offset of ``published_at``, else UTC. ``title`` is read for context; offsets speak of ``text``.
    """

    text: str
    title: str | None = None
    published_at: date | None = None
    timezone: str | None = None
    language: str = "en"
    document_type: DocumentType = "auto"
