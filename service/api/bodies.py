"""Reading a body: within its size and its time, as UTF-8, as JSON of a sane shape."""

from __future__ import annotations

import json
import re
import time
from typing import Any, NoReturn

from flask import request
from werkzeug.exceptions import HTTPException

from service.api.problems import KINDS, Problem
from service.settings import Settings

_CHUNK = 65_536
# A string, or one character of structure. Possessive, and without need of a closing quote: linear whatever comes.
_STRUCTURE = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)


def read_body(settings: Settings) -> bytes:
    """The whole body. Raises ``Problem``: 413 beyond the limit, chunked or not; 408 when it is slow; 415 when coded."""
    refuse_coding()
    if (request.content_length or 0) > settings.max_body_bytes:
        raise _too_large(settings)
    request.max_content_length = settings.max_body_bytes + 1
    deadline = time.monotonic() + settings.body_seconds
    parts: list[bytes] = []
    size = 0
    while part := _read_some():
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


def unreadable(error: Exception) -> Problem:
    """The problem with a body that could not be read to its end."""
    if isinstance(error, TimeoutError | BlockingIOError):
        return Problem("body-timeout", KINDS["body-timeout"].remedy)
    return Problem("bad-request", "The body broke off, or its chunks are not well-formed. Send it whole.")


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
        detail = f"Not JSON at line {error.lineno}, column {error.colno}: {error.msg}."
        raise Problem("invalid-json", detail) from None
    except RecursionError:
        raise Problem("invalid-json", "The JSON is nested too deeply.") from None


def _read_some() -> bytes:
    try:
        return request.stream.read(_CHUNK)
    except HTTPException:
        raise
    except Exception as error:  # noqa: BLE001 - each server has classes of its own for a body that is broken
        raise unreadable(error) from None


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
