"""Which format the client gets: proactive negotiation by ``Accept`` (RFC 9110, 12.5.1).

Parsing is werkzeug's. The most specific range that covers a format decides its quality; the highest quality wins, then
the more specific range, then the order of ``FORMATS``, so that ``*/*`` and ``application/*`` are JSON.
"""

from __future__ import annotations

from importlib import import_module

from flask import Response
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable
from werkzeug.http import parse_accept_header

from service.render.formats import Format, OffsetUnit
from service.timeline.model import Timeline


def _json(timeline: Timeline, unit: OffsetUnit) -> str:
    written: str = import_module("service.render.json").render(timeline, unit)
    return written


FORMATS: tuple[Format, ...] = (Format("application/json", "json", _json),)
BY_MEDIA_TYPE: dict[str, Format] = {each.media_type: each for each in FORMATS}


def choose(accept: str | None) -> Format:
    """The format that suits the ``Accept`` field best; JSON where there is none.

    Raises ``NotAcceptable`` (406) with a description that lists the formats.
    """
    if accept is None or not accept.strip(" \t,"):
        return FORMATS[0]
    ranges = parse_accept_header(_without_parameters(accept), MIMEAccept)
    best = ranges.best_match(BY_MEDIA_TYPE)
    if best is None:
        raise NotAcceptable(f"None of the media types in Accept can be had. Ask for one of: {', '.join(BY_MEDIA_TYPE)}.")
    return BY_MEDIA_TYPE[best]


def respond(timeline: Timeline, chosen: Format, unit: OffsetUnit = "codepoint") -> Response:
    """``timeline`` written in ``chosen``, with the header fields that belong to the format."""
    response = Response(chosen.render(timeline, unit), content_type=chosen.content_type)
    response.headers["Content-Disposition"] = chosen.content_disposition
    response.vary.add("Accept")
    if chosen.content_security_policy:
        response.headers["Content-Security-Policy"] = chosen.content_security_policy
    return response


def _without_parameters(accept: str) -> str:
    """``accept`` with nothing but quality values after its ranges.

    No format here comes in variants, so ``application/json;charset=utf-8`` means JSON; werkzeug would find no match.
    """
    return ",".join(_bare(part) for part in accept.split(","))


def _bare(part: str) -> str:
    media_range, *parameters = part.split(";")
    weights = [each for each in parameters if each.strip(" \t").lower().startswith("q=")]
    return ";".join([media_range, *weights[:1]])
