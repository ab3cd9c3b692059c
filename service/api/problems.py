"""Problem details (RFC 9457): what every refusal looks like.

``KINDS`` is the whole list; ``/docs/problems`` shows it, and ``type`` points there.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from flask import Flask, Response, g
from werkzeug.exceptions import HTTPException

from service.api.logs import log_failure

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 20


class Kind(NamedTuple):
    """A kind of problem: its HTTP status, its title, and what a client can do about it."""

    status: int
    title: str
    remedy: str


KINDS: dict[str, Kind] = {
    "bad-request": Kind(400, "Bad request", "Send a complete, well-formed HTTP request."),
    "invalid-json": Kind(400, "Body is not JSON", "Send one JSON object (RFC 8259), with each member once."),
    "undecodable-text": Kind(400, "Body is not UTF-8", "Encode the body as UTF-8."),
    "no-such-path": Kind(404, "No such path", "See /docs for the paths there are."),
    "no-such-method": Kind(405, "No such method here", "Use one of the methods in the Allow field."),
    "not-acceptable": Kind(406, "No acceptable format", "Ask in Accept for a format that the detail lists."),
    "body-timeout": Kind(408, "Body did not arrive in time", "Send the body faster, or in smaller requests."),
    "body-too-large": Kind(413, "Body is too large", "Send less, or send articles by /v1/timelines/batch."),
    "uri-too-long": Kind(414, "URI is too long", "Send the article in the body, and a shorter query."),
    "unsupported-media-type": Kind(415, "Unsupported media type", "Send a media type that the detail lists."),
    "expectation-failed": Kind(417, "Expectation failed", "Leave Expect out, or send 100-continue."),
    "validation-failed": Kind(422, "Request does not validate", "Mend each member that errors points to."),
    "header-too-large": Kind(431, "Header is too large", "Send fewer and shorter header fields."),
    "internal-error": Kind(500, "Internal error", "Report it with the request's id."),
    "unsupported-coding": Kind(501, "Unsupported transfer coding", "Send the body chunked, or with Content-Length."),
    "not-ready": Kind(503, "Not ready", "Try again after Retry-After seconds."),
    "overloaded": Kind(503, "Too many requests at once", "Try again after Retry-After seconds."),
    "time-budget-spent": Kind(503, "Time budget is spent", "Send a shorter article, or try again later."),
}
_BY_STATUS = {
    404: "no-such-path",
    405: "no-such-method",
    406: "not-acceptable",
    408: "body-timeout",
    413: "body-too-large",
    415: "unsupported-media-type",
    422: "validation-failed",
}


class Fault(NamedTuple):
    """One thing wrong with the request: where (a JSON pointer, RFC 6901), and what to do."""

    pointer: str
    detail: str


class Problem(Exception):
    """A refusal. ``kind`` is a key of ``KINDS``; ``detail`` tells this client what to do."""

    def __init__(
        self, kind: str, detail: str, errors: tuple[Fault, ...] = (), headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.errors, self.headers = kind, detail, errors, headers or {}

    @property
    def status(self) -> int:
        return KINDS[self.kind].status


def describe(problem: Problem, request_id: str) -> dict[str, Any]:
    """The problem document as an object."""
    told: dict[str, Any] = {
        "type": f"/docs/problems#{problem.kind}",
        "title": KINDS[problem.kind].title,
        "status": problem.status,
        "detail": problem.detail,
        "request_id": request_id,
    }
    if problem.errors:
        told["errors"] = [{"pointer": each.pointer, "detail": each.detail} for each in problem.errors[:MOST_ERRORS]]
    return told


def problem_object(problem: Problem) -> dict[str, Any]:
    """The problem document of the request at hand."""
    return describe(problem, g.request_id)


def problem_response(problem: Problem) -> Response:
    """The problem document as an answer. It is ASCII, so that whatever it quotes can be sent."""
    g.problem = problem.kind
    body = json.dumps(problem_object(problem)) + "\n"
    return Response(body, problem.status, headers=problem.headers, content_type=MEDIA_TYPE)


def of_http_exception(error: HTTPException) -> Problem:
    """What werkzeug or Flask raised, as one of ``KINDS``."""
    status = error.code or 500
    kind = _BY_STATUS.get(status) or ("bad-request" if status < 500 else "internal-error")
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    detail = error.description if status == 406 and error.description else KINDS[kind].remedy
    return Problem(kind, detail, headers=headers)


def register(app: Flask) -> None:
    """Make every error of ``app`` a problem document."""
    app.register_error_handler(Problem, problem_response)
    app.register_error_handler(HTTPException, _http_exception)
    app.register_error_handler(Exception, _unforeseen)


def _http_exception(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400 and error.response is None:
        return Response(status=error.code, headers=dict(error.get_headers()))  # a redirect
    return problem_response(of_http_exception(error))


def _unforeseen(error: Exception) -> Response:
    log_failure(error)
    return problem_response(Problem("internal-error", KINDS["internal-error"].remedy))
