"""What a renderer is to the rest of the house: a media type, a file name, a function from a timeline to text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from service.article import UNLIMITED, Budget
from service.timeline.model import Timeline

OffsetUnit = Literal["codepoint", "utf16"]


class Renderer(Protocol):
    """Writes a timeline down. ``budget`` is polled at each event: ``BudgetExceeded`` when it is spent."""

    def __call__(self, timeline: Timeline, unit: OffsetUnit, budget: Budget = UNLIMITED, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a timeline down.

    ``parameters`` go after the media type in ``Content-Type``. ``attachment``: a browser should save it, not show it.
    ``content_security_policy`` is what this document needs, where that differs from the service's own.
    """

    media_type: str
    extension: str
    render: Renderer
    parameters: str = ""
    attachment: bool = False
    content_security_policy: str | None = None

    @property
    def content_type(self) -> str:
        """The whole ``Content-Type`` field: ``text/csv; charset=utf-8; header=present``."""
        return f"{self.media_type}; {self.parameters}" if self.parameters else self.media_type

    @property
    def content_disposition(self) -> str:
        """The ``Content-Disposition`` field (RFC 6266). The name is fixed: nothing of the article gets into it."""
        kind = "attachment" if self.attachment else "inline"
        return f'{kind}; filename="timeline.{self.extension}"'
