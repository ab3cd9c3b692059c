"""``text/html``: the timeline as one static document, complete without script, to be read, printed or mailed.

The stylesheet is inside, so that a saved or mailed copy keeps it; the document's content security policy allows that
one sheet by its hash and nothing else at all. Jinja escapes everything: an article full of markup is shown as text.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from service.article import UNLIMITED, Budget
from service.events.model import Event
from service.record import changed
from service.render.calendar_names import day_name
from service.render.characters import plain_lines
from service.render.markup import Piece, pieces
from service.render.phrases import attribution, basis, published, relation, status, when
from service.temporal.calendar.periods import civil
from service.temporal.model import Timex
from service.timeline.model import Timeline

_TEMPLATES = files("service.render") / "templates"
_SHEET = (_TEMPLATES / "timeline.css").read_text("utf-8")
_HASH = b64encode(sha256(_SHEET.encode()).digest()).decode()
CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """The whole document. ``budget`` is polled at each event and each piece of the text."""
    cut = list(budget.over(pieces(timeline)))
    return _TEMPLATE.render(
        timeline=timeline,
        over=budget.over,
        title=timeline.article.title or "Timeline",
        published=published(timeline.published_at),
        pieces=cut,
        headlines={event.id: event.headline for event in (*timeline.events, *timeline.undated)},
        marked_events={event.id for piece in cut for event in piece.events},
    )


def _evidence(event: Event, timeline: Timeline) -> str:
    return timeline.article.text[slice(*event.evidence)]


def _machine_date(event: Event) -> str | None:
    """What ``<time datetime>`` may hold: one day of the years 1 to 9999; None for anything less exact."""
    start, end = event.time.bounds if event.time else (None, None)
    if start is None or end is None or start.day != end.day or not 1 <= civil(start.day)[0] <= 9999:
        return None
    return changed(start, second=None).isoformat()


def _reading(timex: Timex) -> str:
    """How an expression was read, in a few words: ``2024-11 START, counted from the publication date``."""
    words = [" ".join(part for part in (timex.value, timex.mod) if part)]
    if timex.bounds:
        start, end = timex.bounds
        if start and end:
            words.append(
                day_name(start.day) if start.day == end.day else f"{day_name(start.day)} – {day_name(end.day)}"
            )
    if timex.anchor == "published_at":
        words.append("counted from the publication date")
    return ", ".join(words)


def _marked(piece: Piece) -> str:
    """Which element a piece is."""
    if piece.timex:
        return "timex"
    return "trigger" if piece.events else "plain"


def _finalize(value: object) -> object:
    return plain_lines(value) if isinstance(value, str) and not isinstance(value, Markup) else value


_environment = Environment(
    loader=DictLoader({"timeline.html": (_TEMPLATES / "timeline.html").read_text("utf-8")}),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)
_environment.globals |= {
    "sheet": Markup(_SHEET),  # noqa: S704 - our own file
    "when": when,
    "status": status,
    "attribution": attribution,
    "basis": basis,
    "relation": relation,
    "evidence": _evidence,
    "machine_date": _machine_date,
    "reading": _reading,
    "marked": _marked,
}
_TEMPLATE = _environment.get_template("timeline.html")
