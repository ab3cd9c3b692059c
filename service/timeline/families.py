"""Words that may tell the same happening: by families ("die", "death"), and by lines of retellings ("kill", "die") and
of synonyms ("kidnap", "seize")."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from service.events.model import PartOfSpeech

_DATA: Final = tomllib.loads(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))
_MARKS: Final = {"verb": "/v", "noun": "/n", "adjective": "/a"}


def _families() -> dict[str, str]:
    """Word → the first of its family. ``ValueError`` where a word stands in two."""
    found: dict[str, str] = {}
    for line in _DATA["families"].strip().splitlines():
        first, *others = line.split()
        for word in (first, *others):
            if found.setdefault(word, first) != first:
                raise ValueError(f"families.toml: {word!r} stands in two families")
    return found


def _lines(table: str) -> dict[str, frozenset[int]]:
    """Word, or verb and what follows it, → numbers of the lines of ``table`` that it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_DATA[table].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_NO_LINES: Final[frozenset[int]] = frozenset()
_FAMILY: Final = _families()
RETELLINGS: Final = _lines("retellings")
SYNONYMS: Final = _lines("synonyms")
COMING_ABOUT: Final = frozenset(_DATA["coming_about"].split())
CARRYING: Final = frozenset(_DATA["carrying"].split())
STRIKING: Final = frozenset(_DATA["striking"].split())
DISASTERS: Final = frozenset(_DATA["disasters"].split())
SUFFERING: Final = frozenset(_FAMILY.get(word, word) for word in _DATA["suffering"].split())
ONCE: Final = frozenset(_FAMILY.get(word, word) for word in _DATA["once"].split())
# Verbs that some word after them makes another happening.
PHRASAL: Final = frozenset(
    word.partition("+")[0]
    for table in (_FAMILY, RETELLINGS, SYNONYMS, COMING_ABOUT, CARRYING)
    for word in table
    if "+" in word
)
# They say little themselves: what happened is their noun.
LIGHT: Final = frozenset(
    """be have make take give hold reach come begin start open end happen occur face issue launch stage carry conduct
    sign suffer win cast strike cause break erupt last continue get do see hear mark follow accept broker
    pass""".split()
)


def family(word: str, pos: PartOfSpeech) -> str:
    """The family of a word, as a key: its first word, or the word itself."""
    return _FAMILY.get(word + _MARKS[pos]) or _FAMILY.get(word, word)


def has_family(word: str) -> bool:
    """Whether a noun, or a verb with what follows it, stands in a family."""
    return word in _FAMILY or f"{word}/n" in _FAMILY


def is_idiom(phrase: str) -> bool:
    """Whether a verb and its object are one word for what happens: "opened fire"."""
    return phrase in _FAMILY or phrase in RETELLINGS or phrase in SYNONYMS


def lines_of(table: dict[str, frozenset[int]], words: Sequence[str], pos: PartOfSpeech) -> frozenset[int]:
    """The lines of a table that any of the words stands in."""
    mark = _MARKS[pos]
    found = [lines for word in words for lines in (table.get(word), table.get(word + mark)) if lines]
    return found[0] if len(found) == 1 else _NO_LINES.union(*found)
