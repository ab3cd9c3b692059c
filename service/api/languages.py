"""``GET /v1/languages``: the languages, and what each supports."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from flask import Blueprint, Response, jsonify

blueprint = Blueprint("languages", __name__)


@dataclass(frozen=True, slots=True)
class Language:
    """What can be read in one language. ``code`` is BCP 47's primary subtag."""

    code: str
    name: str
    timexes: bool
    events: bool


LANGUAGES = (Language("en", "English", timexes=True, events=True),)
BY_CODE = {each.code: each for each in LANGUAGES}


@blueprint.get("/v1/languages")
def list_languages() -> Response:
    """The languages in the order of their codes."""
    return jsonify({"languages": [asdict(each) for each in LANGUAGES]})
