"""What a request may hold (marshmallow); ``TimelineRequest`` in ``openapi.yaml`` says the same."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from service.api.languages import BY_CODE
from service.api.problems import Fault, Problem
from service.article import Article, Detail
from service.render.formats import OffsetUnit

MOST_TITLE_CHARACTERS = 2_000
_VISIBLE = re.compile(r"[^\s\x00\ufeff]")
_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]")
_ISO_8601 = re.compile(
    r"\d{4}-\d\d-\d\d"
    r"(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?",
    re.ASCII,
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*")
_ZONES = frozenset(zoneinfo.available_timezones()) - {"localtime", "Factory"}


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """One article to read, and how the answer is wanted."""

    article: Article
    detail: Detail
    offset_unit: OffsetUnit


class Words(fields.String):
    """Text that can be sent on: no NUL, no half of a surrogate pair."""

    default_error_messages = {
        "invalid": "Must be a string.",
        "nul": "Holds U+0000 at character {at}, which is no text. Leave it out.",
        "surrogate": "Holds half of a surrogate pair at character {at}. Send whole characters.",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **rest: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **rest)
        if found := _UNSENDABLE.search(text):
            raise self.make_error("nul" if found.group() == "\0" else "surrogate", at=found.start())
        return text


class PublishedAt(fields.Field[date]):
    """An ISO 8601 calendar date, or date and time; seconds, a fraction and an offset may follow."""

    default_error_messages = {
        "form": "Must be an ISO 8601 date or date-time, such as 2025-03-23 or 2025-03-23T08:30:00+01:00.",
        "calendar": "There is no such date or time. Send one that is in the calendar.",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **rest: Any) -> date:
        if not isinstance(value, str) or not _ISO_8601.fullmatch(value):
            raise self.make_error("form")
        try:
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value.upper())
        except ValueError:
            raise self.make_error("calendar") from None


def _at_most(characters: int) -> validate.Length:
    return validate.Length(max=characters, error="Is longer than {max} characters, which is the most. Send less.")


class TimelineRequestSchema(Schema):
    """The members of a request. ``load`` gives a ``TimelineRequest``."""

    class Meta:
        unknown = RAISE

    error_messages = {
        "unknown": "There is no such member. Leave it out.",
        "type": "Must be a JSON object.",
    }

    text = Words(required=True, error_messages={"required": "Is missing. Send the article's text."})
    title = Words(load_default=None, allow_none=True, validate=_at_most(MOST_TITLE_CHARACTERS))
    published_at = PublishedAt(load_default=None, allow_none=True)
    timezone = Words(load_default=None, allow_none=True)
    language = Words(load_default="en")
    document_type = Words(load_default="auto", validate=validate.OneOf(["auto", "news", "narrative"]))
    detail = Words(load_default="main", validate=validate.OneOf(["main", "full"]))
    offset_unit = Words(load_default="codepoint", validate=validate.OneOf(["codepoint", "utf16"]))

    def __init__(self, max_characters: int) -> None:
        super().__init__()
        self.fields["text"].validators = [_visible, _at_most(max_characters)]
        self.fields["timezone"].validators = [_known_zone]
        self.fields["language"].validators = [_known_language]

    @post_load
    def _assemble(self, data: dict[str, Any], **_: Any) -> TimelineRequest:
        detail, offset_unit = data.pop("detail"), data.pop("offset_unit")
        data["language"] = data["language"].partition("-")[0].lower()
        return TimelineRequest(Article(**data), detail, offset_unit)


def load(schema: TimelineRequestSchema, members: Any) -> TimelineRequest:
    """``members`` as a request. Raises ``Problem`` (422) with a pointer to everything that is wrong."""
    try:
        loaded: TimelineRequest = schema.load(members)
    except ValidationError as error:
        faults = tuple(_faults(error.messages_dict))
        detail = f"{faults[0].pointer or 'The body'}: {faults[0].detail}"
        raise Problem("validation-failed", detail, faults) from None
    return loaded


def _faults(messages: Mapping[str, Any]) -> list[Fault]:
    found: list[Fault] = []
    for name, told in messages.items():
        pointer = "" if name == "_schema" else "/" + _escape(name)
        found.extend(Fault(pointer, str(each)) for each in (told if isinstance(told, list) else [told]))
    return found


def _escape(name: str) -> str:
    """A member's name in a JSON pointer (RFC 6901), cut where it is absurdly long."""
    return str(name)[:100].replace("~", "~0").replace("/", "~1")


def _visible(text: str) -> None:
    if not _VISIBLE.search(text):
        raise ValidationError("Is blank. Send the article's text.")


def _known_zone(name: str | None) -> None:
    if name is not None and name not in _ZONES:
        raise ValidationError("Is not a zone of the IANA database. Send a name such as Europe/Berlin or UTC.")


def _known_language(tag: str) -> None:
    found = _LANGUAGE.fullmatch(tag)
    if not found or found.group(1).lower() not in BY_CODE:
        raise ValidationError(f"Is no language that can be read. GET /v1/languages lists them: {', '.join(BY_CODE)}.")
