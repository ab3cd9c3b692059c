"""``GET /v1/languages``: the languages, and what each supports."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from flask import Blueprint, Response, jsonify

from service.temporal.fallback import LANGUAGES as FOREIGN

blueprint = Blueprint("languages", __name__)


@dataclass(frozen=True, slots=True)
class Language:
    """What can be read in one language. ``code`` is BCP 47's primary subtag; ``expressions`` says which are found."""

    code: str
    name: str
    timexes: bool
    events: bool
    expressions: str


_SOME = (
    "Dates with or without a year, months, years after a preposition, weekdays; days, weeks, months and years counted "
    "from publication. No clock times, durations, seasons or recurrences."
)
LANGUAGES = tuple(
    sorted(
        [Language("en", "English", True, True, "All kinds.")]
        + [Language(code, words.name, True, False, _SOME) for code, words in FOREIGN.items()],
        key=lambda language: language.code,
    )
)
BY_CODE = {each.code: each for each in LANGUAGES}


@blueprint.get("/v1/languages")
def list_languages() -> Response:
    """The languages in the order of their codes."""
    return jsonify({"languages": [asdict(each) for each in LANGUAGES]})
