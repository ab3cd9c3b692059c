"""Around every request: its id, its trace, its log line, its metrics, security headers, and CORS where configured."""

from __future__ import annotations

import logging
import re
import time
import uuid
from typing import NamedTuple

from flask import Flask, Response, g, request

from service.api.logs import log
from service.api.metrics import Metrics
from service.settings import Settings

_PROBES = frozenset({"/livez", "/readyz", "/metrics"})  # asked every few seconds: their success is no news
_REQUEST_ID = re.compile(r"[A-Za-z0-9._\-]{1,128}")
_TRACEPARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?")
CSP_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
CSP_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Trace(NamedTuple):
    """Who called, in W3C Trace Context's terms."""

    trace_id: str | None
    parent_id: str | None


def register(app: Flask, settings: Settings, metrics: Metrics) -> None:
    """Put ``app`` under this module's care."""

    @app.before_request
    def _begin() -> None:
        g.started = time.perf_counter()
        g.request_id = _request_id(request.headers.get("X-Request-ID"))
        g.trace = _trace(request.headers.get("traceparent"))

    @app.after_request
    def _end(response: Response) -> Response:
        response.headers["X-Request-ID"] = g.request_id
        _empty(response)
        _secure(response)
        _share(response, settings.cors_origins)
        seen = _Seen(response.status_code, g.request_id, g.trace, g.get("problem"), g.started)
        if response.is_streamed:
            response.call_on_close(lambda: seen.tell(metrics))
        else:
            seen.tell(metrics, response.content_length)
        return response


class _Seen:
    """One answer, told when its last byte is made: to the log and to the metrics."""

    def __init__(self, status: int, request_id: str, trace: Trace, problem: str | None, started: float) -> None:
        self._status, self._request_id, self._trace, self._problem = status, request_id, trace, problem
        self._started = started
        # The rule, not the path: a path that nobody serves may hold anything, an article too.
        self._route = request.url_rule.rule if request.url_rule else "unknown"
        self._method = request.method if request.url_rule or request.routing_exception else "unknown"
        self._bytes_in = request.content_length

    def tell(self, metrics: Metrics, bytes_out: int | None = None) -> None:
        seconds = time.perf_counter() - self._started
        metrics.answered(self._route, _method(self._method), self._status, seconds)
        log(
            "request",
            logging.DEBUG if self._route in _PROBES and self._status < 400 else logging.INFO,
            method=_method(self._method),
            route=self._route,
            status=self._status,
            problem=self._problem,
            milliseconds=round(seconds * 1_000, 3),
            bytes_in=self._bytes_in,
            bytes_out=bytes_out,
            request_id=self._request_id,
            trace_id=self._trace.trace_id,
            parent_id=self._trace.parent_id,
        )


def _method(name: str) -> str:
    return name if name in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} else "other"


def _request_id(given: str | None) -> str:
    """The client's own id where it is a plain one, else a new one."""
    return given if given and _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _trace(given: str | None) -> Trace:
    found = _TRACEPARENT.fullmatch(given or "")
    return Trace(found.group(1), found.group(2)) if found else Trace(None, None)


def _empty(response: Response) -> None:
    """An answer to OPTIONS has nothing to say but ``Allow``; Flask calls that nothing a page."""
    if request.method == "OPTIONS" and response.status_code == 200:
        response.status_code = 204
        del response.headers["Content-Type"]


def _secure(response: Response) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    page = response.mimetype in {"text/html", "text/javascript", "text/css"} and request.method in {"GET", "HEAD"}
    response.headers.setdefault("Content-Security-Policy", CSP_PAGE if page else CSP_DATA)
    response.headers.setdefault("Cache-Control", "no-store")


def _share(response: Response, origins: tuple[str, ...]) -> None:
    """CORS (Fetch standard, 3.2): only for the origins that the operator named."""
    if not origins:
        return
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin is None or not ("*" in origins or origin in origins):
        return
    response.headers["Access-Control-Allow-Origin"] = "*" if "*" in origins else origin
    response.headers["Access-Control-Expose-Headers"] = "X-Request-ID, Retry-After, Content-Disposition"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, X-Request-ID, traceparent"
        response.headers["Access-Control-Max-Age"] = "3600"
