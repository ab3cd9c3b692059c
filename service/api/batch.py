"""``POST /v1/timelines/batch``: newline-delimited JSON in, newline-delimited JSON out, one line at a time.

Nothing is kept but the line at hand, so that a batch may be of any length. A wrong line gets a problem of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Semaphore
from typing import Any

from flask import Blueprint, Response, request, stream_with_context
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from service.api.bodies import Incoming, parse_json, refuse_coding
from service.api.logs import log_failure
from service.api.problems import KINDS, Fault, Problem, problem_object
from service.api.reading import Reader
from service.api.schemas import TimelineRequestSchema, load
from service.render.json import as_object
from service.settings import Settings

NDJSON = "application/x-ndjson"
ACCEPTED = (NDJSON, "application/ndjson", "application/jsonl")
MOST_ID_CHARACTERS = 200
_PART = 262_144  # bytes taken at once


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body, counted from 1. ``body`` is None where the line is longer than allowed."""

    number: int
    body: bytes | None


def batch(settings: Settings, reader: Reader) -> Blueprint:
    """The route, for one application."""
    blueprint = Blueprint("batch", __name__)
    schema = TimelineRequestSchema(settings.max_article_characters)
    # An open batch keeps a thread as long as it lasts: some are left for single articles and for probes.
    places = Semaphore(max(1, settings.max_waiting // 2))

    @blueprint.post("/v1/timelines/batch")
    def create_timelines() -> Response:
        if request.mimetype not in ACCEPTED:
            detail = f"Send {NDJSON}: one JSON object a line."
            raise Problem("unsupported-media-type", detail, headers={"Accept-Post": NDJSON})
        accepted = parse_accept_header(request.headers.get("Accept", "*/*"), MIMEAccept)
        if accepted.best_match(ACCEPTED) is None:
            raise Problem("not-acceptable", f"A batch is answered in {NDJSON} only. Ask for it in Accept.")
        refuse_coding()
        _refuse_query()
        if not places.acquire(blocking=False):
            raise Problem("overloaded", "Too many batches are open.", headers={"Retry-After": "10"})
        incoming = Incoming(request.environ, request.content_length)
        answers = _answers(read_lines(incoming, settings.max_line_bytes), settings, schema, reader)
        response = Response(stream_with_context(answers), content_type=NDJSON)
        response.call_on_close(places.release)
        return response

    return blueprint


def _refuse_query() -> None:
    """Raise ``Problem`` (422) for a query parameter: each line says for itself what it asks for."""
    if faults := tuple(Fault(f"/{name[:100]}", "A batch has no query. Say it in each line.") for name in request.args):
        raise Problem("validation-failed", f"{faults[0].pointer}: {faults[0].detail}", faults)


def read_lines(incoming: Incoming, most: int) -> Iterator[Line]:
    """The lines that are not blank, each as soon as it is there; of a line beyond ``most`` bytes only its number.

    Raises ``Problem`` where the body breaks off.
    """
    number, held, too_long = 1, bytearray(), False
    while part := incoming.some(_PART):
        begin = 0
        while (end := part.find(b"\n", begin)) >= 0:
            held += part[begin:end]
            yield from _line(number, held, too_long or _exceeds(held, most))
            number, held, too_long, begin = number + 1, bytearray(), False, end + 1
        held += part[begin:]
        if len(held) > most + 1:  # a carriage return does not count
            held, too_long = bytearray(), True
    yield from _line(number, held, too_long or _exceeds(held, most))


def _exceeds(held: bytearray, most: int) -> bool:
    return len(held) - held.endswith(b"\r") > most


def _line(number: int, held: bytearray, too_long: bool) -> Iterator[Line]:
    if too_long:
        yield Line(number, None)
    elif held.strip():
        yield Line(number, bytes(held))


def _answers(lines: Iterator[Line], settings: Settings, schema: TimelineRequestSchema, reader: Reader) -> Iterator[str]:
    number = 0
    try:
        for line in lines:
            number = line.number
            yield _answer(line, settings, schema, reader)
    except Problem as problem:  # the body broke off: there is nothing more to read
        yield _told(number + 1, problem.status, problem=problem_object(problem))


def _answer(line: Line, settings: Settings, schema: TimelineRequestSchema, reader: Reader) -> str:
    name: Any = line.number
    try:
        if line.body is None:
            raise Problem("body-too-large", f"A line may have {settings.max_line_bytes} bytes at most.")
        members = parse_json(line.body, settings)
        if isinstance(members, dict):
            name = _take_id(members, line.number)
        wanted = load(schema, members)
        timeline = reader.read(wanted, lambda read, budget: as_object(read, wanted.offset_unit, budget), patient=True)
    except Problem as problem:
        return _told(name, problem.status, problem=problem_object(problem))
    except Exception as error:  # noqa: BLE001 - a bad line never spoils its neighbours
        log_failure(error)
        return _told(name, 500, problem=problem_object(Problem("internal-error", KINDS["internal-error"].remedy)))
    return _told(name, 200, timeline=timeline)


def _take_id(members: dict[str, Any], number: int) -> str | int:
    """The line's own id, taken out of ``members``; its number where it has none. Raises ``Problem`` (422)."""
    given = members.pop("id", number)
    if isinstance(given, str) and len(given) <= MOST_ID_CHARACTERS and given.isprintable():
        return given
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    fault = Fault("/id", f"Must be a whole number, or a string of {MOST_ID_CHARACTERS} printable characters at most.")
    raise Problem("validation-failed", f"{fault.pointer}: {fault.detail}", (fault,))


def _told(name: str | int, status: int, **result: Any) -> str:
    line = {"id": name, "status": status, **result}
    return json.dumps(line, ensure_ascii="problem" in result, separators=(",", ":")) + "\n"
