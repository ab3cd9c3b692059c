"""``text/csv``: one event a row, undated ones last (RFC 4180).

A cell that a spreadsheet would take for a formula is given an apostrophe in front (as OWASP advises), and that includes
a date before AD 1: ``'-0043-03-15``, which would otherwise be computed. The columns and their order do not change.
"""

from __future__ import annotations

import csv
import io

from service.article import UNLIMITED, Budget
from service.events.model import Event
from service.render.characters import printable
from service.render.phrases import standing, when
from service.temporal.calendar.periods import Moment
from service.timeline.model import Timeline

COLUMNS = (
    "id", "headline", "when", "start", "end", "extent", "precision", "approximate", "edtf", "basis",
    "status", "polarity", "certainty", "source", "disputed_by", "standing", "role", "confidence", "evidence",
)  # fmt: skip
# Excel, LibreOffice and Google Sheets read these as the start of a formula, the full-width ones in some locales.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """The rows with a header, lines ended by CRLF. ``budget`` is polled at each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in budget.over((*timeline.events, *timeline.undated)):
        writer.writerow([_inert(cell) for cell in _cells(event, timeline.article.text)])
    return out.getvalue()


def _cells(event: Event, text: str) -> list[str]:
    told = event.factuality
    return [
        event.id, event.headline, *_time_cells(event),
        told.status, told.polarity, told.certainty, told.source or "", "; ".join(told.disputed_by), standing(told),
        event.role, f"{event.confidence:.2f}", text[slice(*event.evidence)],
    ]  # fmt: skip


def _time_cells(event: Event) -> list[str]:
    time = event.time
    if time is None:
        return [when(None), "", "", "", "", "", "", ""]
    approximate = "true" if time.approximate else "false"
    start, end = time.bounds
    return [when(time), _iso(start), _iso(end), time.extent, time.precision, approximate, time.edtf, time.basis]


def _iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


def _inert(cell: str) -> str:
    """``cell`` as text that no spreadsheet computes."""
    cell = printable(cell)
    return f"'{cell}" if cell[:1] in _FORMULA or cell.lstrip()[:1] in _FORMULA else cell
