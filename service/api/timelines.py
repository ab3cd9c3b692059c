"""``POST /v1/timelines``: one article in, its timeline out."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, request

from service.api import negotiation
from service.api.bodies import decode, parse_json, read_body
from service.api.problems import Fault, Problem
from service.api.reading import Reader
from service.api.schemas import TimelineRequest, TimelineRequestSchema, load
from service.settings import Settings

JSON = "application/json"
TEXT = "text/plain"
# What curl calls any body that it is told no type of: `curl --data-binary @article.txt` is an article all the same.
CURL = "application/x-www-form-urlencoded"
_NO_ARTICLE = re.compile(rb"\s*[{\[]|[\w.-]+=")  # JSON without its type, or a form after all


def timelines(settings: Settings, reader: Reader) -> Blueprint:
    """The route, for one application."""
    blueprint = Blueprint("timelines", __name__)
    schema = TimelineRequestSchema(settings.max_article_characters)

    @blueprint.post("/v1/timelines")
    def create_timeline() -> Response:
        chosen = negotiation.choose(request.headers.get("Accept"))
        wanted = _wanted(settings, schema)
        written = reader.read(wanted, lambda timeline, budget: chosen.render(timeline, wanted.offset_unit, budget))
        return negotiation.respond(written, chosen)

    return blueprint


def _wanted(settings: Settings, schema: TimelineRequestSchema) -> TimelineRequest:
    """What the request asks for. Raises ``Problem`` for anything wrong with it."""
    if request.mimetype not in {JSON, TEXT, CURL}:
        raise _unsupported()
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in {"utf-8", "utf8", "us-ascii"}:
        detail = "The charset cannot be read. Encode the body as UTF-8."
        raise Problem("unsupported-media-type", detail, headers={"Accept-Post": f"{JSON}, {TEXT}"})
    body = read_body(settings)
    if request.mimetype == CURL and _NO_ARTICLE.match(body):
        raise _unsupported("This looks like JSON, or like a form. ")
    if request.mimetype in {TEXT, CURL}:
        return load(schema, {**_query("text"), "text": decode(body)})
    members = parse_json(body, settings)
    if not isinstance(members, dict):
        raise Problem("validation-failed", "The body: Must be a JSON object.", (Fault("", "Must be a JSON object."),))
    return load(schema, {**members, **_query(*members)})


def _unsupported(why: str = "") -> Problem:
    detail = f"{why}Send Content-Type: {JSON}, or {TEXT} with the other members as query parameters."
    return Problem("unsupported-media-type", detail, headers={"Accept-Post": f"{JSON}, {TEXT}"})


def _query(*given: str) -> dict[str, Any]:
    """The query parameters, none of which may come twice or be ``given`` in the body."""
    found: dict[str, Any] = {}
    for name, values in request.args.lists():
        if len(values) > 1 or name in given:
            fault = Fault(f"/{name[:100]}", "Is given twice. Give it once, in the query or in the body.")
            raise Problem("validation-failed", f"{fault.pointer}: {fault.detail}", (fault,))
        found[name] = values[0]
    return found
