"""The answer: a timeline of one article. Renderers need nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.article import Article
from service.events.model import Event
from service.temporal.model import Timex

PublishedAtSource = Literal["request", "text"]


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the contract's word
    """Something the reader should know: a stable ``code``, and words."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """``events`` in chronological order, ``undated`` in text order, ``timexes`` in text order.

    ``published_at`` is ISO 8601 as it was used (None where there is none); ``document_type`` is what was decided on,
    and ``document_type_reason`` says why in a few words.
    """

    article: Article
    published_at: str | None
    published_at_source: PublishedAtSource | None
    timezone: str
    document_type: Literal["news", "narrative"]
    document_type_reason: str
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    timexes: tuple[Timex, ...]
    warnings: tuple[Warning, ...]
