"""Nouns that were tagged as verbs: people, plurals, the ends of compounds."""

from __future__ import annotations

from typing import Final

from service.events.tags.tables import AHEAD, SUBJECT, TELLING
from service.events.words.lexicon import noun_base
from service.events.words.names import NAMES
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

STRICKEN: Final = frozenset("dead wounded injured missing homeless sick poor".split())
_RISING: Final = frozenset("to by from sharply slightly steadily again above for".split())
_IN_OPENING: Final = NOUN | {"DT", "JJ", "CD"}
_MODIFIED: Final = NOUN | {"JJ", "CC", "HYPH"}
_PLURALS: Final = ("headquarters", "ionships", "iendships", "derships", "nerships", "larships")


def _ends_compound(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "The second-homes tax": what a hyphen joins to a word before it, and a noun follows, is no verb."""
    joined = tokens.words[i - 1] == "-" and tokens.ends[i - 1] == tokens.starts[i]
    return joined and tags[i + 1] in NOUN


def _modifies(tokens: Tokens, tags: list[str], i: int) -> bool:
    return tags[i + 1] in _MODIFIED and not (tokens.lower[i + 1] == "rose" and _is_rising(tokens, tags, i + 1))


def _is_rising(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether "rose" is a verb: "the number of dead rose to 83"."""
    if i + 1 >= len(tags):
        return False
    after = tokens.lower[i + 1]
    return (tags[i - 1] in NOUN or tags[i - 1] in ("JJ", "CD")) and (after in _RISING or tags[i + 1] == "CD")


def _is_somebody(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether what looks like a verb names people: "before Selby magistrates on Friday"."""
    if tags[i - 1] not in ("NNP", "NN", "JJ", "DT") or tags[i + 1] not in ("IN", ",", ".", "TO", "CC", "VBD"):
        return False
    word = tokens.lower[i]
    return noun_base(word) in NAMES["person_words"] and word not in TELLING


def stricken(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The number of dead rose"."""
    if tokens.lower[i] not in STRICKEN or tags[i - 1] not in ("DT", "IN"):
        return None
    return None if _modifies(tokens, tags, i) else "NNS"


def plural(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    named = tokens.lower[i].endswith(_PLURALS) or _opens_subject(tokens, tags, i, sentence)
    return "NNS" if named or _is_somebody(tokens, tags, i) or _ends_compound(tokens, tags, i) else None


def _opens_subject(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a plural after a comma is the subject of the past tense to come: "On Monday, trains on it stopped"."""
    if tokens.words[i - 1] != "," or tags[i + 1] != "IN":
        return False
    for k in range(i + 2, min(i + SUBJECT, sentence.last)):
        if tags[k] in ("VBD", "VBN"):
            before = tags[max(sentence.first, i - AHEAD) : i]
            tags[k] = "VBD" if FINITE.isdisjoint(before) else tags[k]
            return tags[k] == "VBD"
        if tags[k] not in _IN_OPENING:
            return False
    return False


def partner(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Her team-mate Ann Orme"."""
    return "NN" if _ends_compound(tokens, tags, i) and tags[i - 2] in NOUN else None
