"""Which format the client gets: proactive negotiation by ``Accept`` (RFC 9110, 12.5.1).

Parsing is werkzeug's. The most specific range that covers a format decides its quality; the highest quality wins, then
the more specific range, then the order of ``FORMATS``, so that ``*/*`` and ``application/*`` are JSON.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable
from werkzeug.http import parse_accept_header

from service.article import UNLIMITED, Budget
from service.render import csv, html, icalendar, json, jsonld, timelinejs, timeml
from service.render.formats import Format, Renderer
from service.timeline.model import Timeline


def _any_unit(render: Callable[[Timeline, Budget], str]) -> Renderer:
    """A renderer that writes no offsets does not care in which unit they are counted."""
    return lambda timeline, _unit, budget=UNLIMITED: render(timeline, budget)


_UTF8 = "charset=utf-8"
FORMATS: tuple[Format, ...] = (
    Format("application/json", "json", json.render),
    Format("text/html", "html", _any_unit(html.render), _UTF8, content_security_policy=html.CONTENT_SECURITY_POLICY),
    Format("text/csv", "csv", _any_unit(csv.render), f"{_UTF8}; header=present", attachment=True),
    Format("text/calendar", "ics", _any_unit(icalendar.render), _UTF8, attachment=True),
    Format("application/ld+json", "jsonld", _any_unit(jsonld.render)),
    Format(timelinejs.MEDIA_TYPE, "timelinejs.json", _any_unit(timelinejs.render)),
    Format(timeml.MEDIA_TYPE, "tml", _any_unit(timeml.render), _UTF8),
)
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
        raise NotAcceptable(f"None of the media types in Accept can be had. Ask for: {', '.join(BY_MEDIA_TYPE)}.")
    return BY_MEDIA_TYPE[best]


def respond(written: str, chosen: Format) -> Response:
    """What ``chosen`` wrote, with the header fields that belong to the format."""
    response = Response(written, content_type=chosen.content_type)
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
