"""What a word says of the event that it governs: that it is planned, wished, denied …; data: ``factuality.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, Literal, get_args

from service.events.words.lexicon import LexiconError

Effect = Literal["inherit", "negate", "plan", "wish", "doubt", "believe", "claim", "deny", "clear"]

_FILE: Final = "factuality.toml"


@dataclass(frozen=True, slots=True)
class Governors:
    """Effects by base form (``modifiers``: by form), and the words that change certainty or polarity."""

    verbs: dict[str, Effect]
    nouns: dict[str, Effect]
    adjectives: dict[str, Effect]
    modifiers: dict[str, Effect]
    adverbs: dict[str, str]
    statement: frozenset[str]
    nobody: frozenset[str]
    hearsay: frozenset[str]
    untrue: frozenset[str]
    factive: frozenset[str]
    wish_for: frozenset[str]
    taking_place: frozenset[str]


def _words(data: dict[str, Any], table: str, entry: str) -> list[str]:
    value = data[table][entry]
    if not isinstance(value, str) or not value.split() or value != value.lower():
        raise LexiconError(f"{_FILE}: [{table}] {entry} must be a string of words in small letters")
    return value.split()


def _effects(data: dict[str, Any], table: str) -> dict[str, Effect]:
    found: dict[str, Effect] = {}
    for effect in data[table]:
        if effect not in get_args(Effect):
            raise LexiconError(f"{_FILE}: [{table}] {effect}: no such effect")
        for word in _words(data, table, effect):
            found[word] = effect
    return found


def load() -> Governors:
    """The data of ``factuality.toml``. Raises ``LexiconError`` for an entry that cannot be read."""
    data = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return Governors(
        verbs=_effects(data, "verbs"),
        nouns=_effects(data, "nouns"),
        adjectives=_effects(data, "adjectives"),
        modifiers=_effects(data, "modifiers"),
        adverbs={word: kind for kind in data["adverbs"] for word in _words(data, "adverbs", kind)},
        statement=frozenset(_words(data, "reporting", "statement")),
        nobody=frozenset(_words(data, "reporting", "nobody")),
        hearsay=frozenset(_words(data, "reporting", "hearsay")),
        untrue=frozenset(_words(data, "reporting", "untrue")),
        factive=frozenset(_words(data, "reporting", "factive")),
        wish_for=frozenset(_words(data, "reporting", "wish_for")),
        taking_place=frozenset(_words(data, "reporting", "taking_place")),
    )


GOVERNORS: Final = load()
