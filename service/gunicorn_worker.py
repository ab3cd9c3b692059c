"""Gunicorn's threaded worker, with four habits of its own.

A body can be read as it arrives; a client that stalls is given up; a request that is not HTTP is refused with a problem
document like every other, without a word of it in the log; and a worker that one article holds for ever is replaced.
"""

from __future__ import annotations

import json
import logging
import uuid
from typing import Any

from gunicorn.http import errors
from gunicorn.http.body import Body, ChunkedReader
from gunicorn.workers.gthread import ThreadWorker

from service.api.logs import log, log_hang
from service.api.problems import KINDS, MEDIA_TYPE, Problem, describe
from service.api.reading import Reader
from service.settings import Settings

_KIND_OF: tuple[tuple[type[Exception], str], ...] = (
    (errors.LimitRequestLine, "uri-too-long"),
    (errors.LimitRequestHeaders, "header-too-large"),
    (errors.ExpectationFailed, "expectation-failed"),
    (errors.UnsupportedTransferCoding, "unsupported-coding"),
    (errors.ParseException, "bad-request"),
)
_PATIENCE = Settings.from_environment().body_seconds


class PromptBody(Body):  # type: ignore[misc]
    """Gunicorn's body with ``read1``: what has arrived, and one wait at most.

    Gunicorn's own ``readline`` waits for 1,024 bytes at a time: a client that sends a line of a batch and waits for its
    answer would wait for ever.
    """

    def read1(self, size: int) -> bytes:
        """From 1 to ``size`` bytes; none at the end."""
        if held := self.buf.tell():
            return bytes(self.read(min(size, held)))
        first = bytes(self._read_reader(1))
        held = min(self._held(), size - 1)
        return first + self._read_reader(held) if first and held else first

    def _held(self) -> int:
        """Bytes that were received and not yet asked for."""
        reader = self.reader
        buffer = reader.buf if isinstance(reader, ChunkedReader) else reader.unreader.buf
        return int(buffer.tell())


class TimelineWorker(ThreadWorker):  # type: ignore[misc]
    """The worker class that ``gunicorn_conf`` names."""

    hanging = False

    def notify(self) -> None:
        """Tell the master that this worker lives, unless an article has overrun its time by itself.

        Time is looked at everywhere in the engine: this is for what was overlooked. The thread cannot be stopped, and
        no other article gets its turn; so no connection is accepted any more, and the master, which hears nothing for
        ``timeout`` seconds, puts another worker in this one's place.
        """
        turn = self.wsgi.extensions[Reader.__name__].overdue()
        if turn is None:
            super().notify()
        elif not self.hanging:
            log_hang(turn.thread)
        self.hanging = turn is not None
        self.worker_connections = 0 if self.hanging else self.cfg.worker_connections

    def handle_request(self, req: Any, conn: Any) -> Any:
        """One request, its body prompt, its reads and writes bounded in time."""
        req.body = PromptBody(req.body.reader)
        conn.sock.settimeout(_PATIENCE)
        return super().handle_request(req, conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Refuse what could not be read as a request."""
        kind = next((kind for error, kind in _KIND_OF if isinstance(exc, error)), "internal-error")
        problem = Problem(kind, KINDS[kind].remedy)
        request_id = uuid.uuid4().hex
        level = logging.ERROR if kind == "internal-error" else logging.INFO
        log("unreadable request", level, status=problem.status, error=type(exc).__name__, request_id=request_id)
        body = json.dumps(describe(problem, request_id)).encode() + b"\n"
        head = (
            f"HTTP/1.1 {problem.status} {KINDS[kind].title}\r\nConnection: close\r\nX-Request-ID: {request_id}\r\n"
            f"Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Type: {MEDIA_TYPE}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        try:
            client.sendall(head.encode("ascii") + body)
        except OSError:
            log("the client is gone", logging.DEBUG, request_id=request_id)
