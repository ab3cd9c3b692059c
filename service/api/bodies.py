"""Reading a body: within its size and its time, as UTF-8, as JSON of a sane shape."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any, NoReturn

from flask import request

from service.api.problems import KINDS, Problem
from service.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_CHUNK = 65_536
# A string, or one character of structure. Possessive, and without need of a closing quote: linear whatever comes.
_STRUCTURE = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)


class Incoming:
    """The body as it arrives: whatever is there, without waiting for more.

    It ends where ``Content-Length`` or the server says; without either it is empty.
    """

    def __init__(self, environ: WSGIEnvironment, length: int | None) -> None:
        source = environ["wsgi.input"]
        self._read = getattr(source, "read1", source.read)
        self._left = length if length is not None or environ.get("wsgi.input_terminated") else 0

    def some(self, most: int = _CHUNK) -> bytes:
        """From 1 to ``most`` bytes; none at the end. Raises ``Problem``: 400 when it breaks off, 408 when it stalls."""
        if self._left is not None:
            most = min(most, self._left)
        if not most:
            return b""
        try:
            part: bytes = self._read(most)
        except (TimeoutError, BlockingIOError):
            raise Problem("body-timeout", KINDS["body-timeout"].remedy) from None
        except Exception:  # noqa: BLE001 - each server has classes of its own for a body that is broken
            raise _broken() from None
        if self._left is not None:
            if not part:
                raise _broken()
            self._left -= len(part)
        return part


def read_body(settings: Settings) -> bytes:
    """The whole body. Raises ``Problem``: 413 beyond the limit, chunked or not; 408 when it is slow; 415 when coded."""
    refuse_coding()
    length = request.content_length
    if (length or 0) > settings.max_body_bytes:
        raise _too_large(settings)
    incoming = Incoming(request.environ, length)
    deadline = time.monotonic() + settings.body_seconds
    parts: list[bytes] = []
    size = 0
    while part := incoming.some():
        parts.append(part)
        size += len(part)
        if size > settings.max_body_bytes:
            raise _too_large(settings)
        if time.monotonic() > deadline:
            raise Problem("body-timeout", f"The body must arrive within {settings.body_seconds:g} seconds.")
    return b"".join(parts)


def refuse_coding() -> None:
    """Raise ``Problem`` (415) for a compressed body: there is no limit that would hold for what it unpacks to."""
    if request.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        detail = "Compressed bodies are not read. Send the body without Content-Encoding."
        raise Problem("unsupported-media-type", detail, headers={"Accept-Encoding": "identity"})


def decode(body: bytes) -> str:
    """``body`` as UTF-8; a byte order mark is dropped. Raises ``Problem`` (400)."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"Byte {error.start} of the body is not UTF-8. Encode it as UTF-8."
        raise Problem("undecodable-text", detail) from None


def parse_json(body: bytes, settings: Settings) -> Any:
    """The JSON value in ``body``. Raises ``Problem`` (400) for anything that RFC 8259 does not allow, for a member that
    comes twice, and for nesting or counts beyond the limits, before a value is built.
    """
    _check_shape(body, settings)
    text = decode(body)
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise Problem("invalid-json", "The body is empty. Send a JSON object.") from None
        detail = f"Not JSON at line {error.lineno}, column {error.colno}: {error.msg}."
        raise Problem("invalid-json", detail) from None
    except RecursionError:
        raise Problem("invalid-json", "The JSON is nested too deeply.") from None


def _broken() -> Problem:
    return Problem("bad-request", "The body broke off, or its chunks are not well-formed. Send it whole.")


def _too_large(settings: Settings) -> Problem:
    return Problem("body-too-large", f"The body may have {settings.max_body_bytes} bytes at most.")


def _check_shape(body: bytes, settings: Settings) -> None:
    depth = count = 0
    for match in _STRUCTURE.finditer(body):
        mark = match.group()
        if mark in b"[{":
            depth += 1
            if depth > settings.max_json_depth:
                raise Problem("invalid-json", f"JSON may be nested {settings.max_json_depth} deep at most.")
        elif mark in b"]}":
            depth -= 1
        elif mark == b",":
            count += 1
            if count >= settings.max_json_members:
                raise Problem("invalid-json", f"JSON may have {settings.max_json_members} members and items at most.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise Problem("invalid-json", "A member comes twice in one object. Send each member once.")
    return members


def _no_constant(name: str) -> NoReturn:
    raise Problem("invalid-json", f"{name} is not JSON.")


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 20 else float("inf")  # no member is a number: its size is all one
