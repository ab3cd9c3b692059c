"""Words that may tell the same happening: by families ("die", "death"), and by lines of retellings ("kill", "die")."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Final

_DATA: Final = tomllib.loads(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))


def _families() -> dict[str, int]:
    """Word → number of its family. ``ValueError`` where a word stands in two."""
    found: dict[str, int] = {}
    for number, line in enumerate(_DATA["families"].strip().splitlines()):
        for word in line.split():
            if found.setdefault(word, number) != number:
                raise ValueError(f"families.toml: {word!r} stands in two families")
    return found


def _retellings() -> dict[str, frozenset[int]]:
    """Word, or verb and what follows it, → numbers of the lines of retellings that it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_DATA["retellings"].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_FAMILY: Final = _families()
RETELLINGS: Final = _retellings()
PHRASAL: Final = frozenset(word.partition("+")[0] for word in RETELLINGS if "+" in word)  # verbs with what follows
# They say little themselves: what happened is their noun.
LIGHT: Final = frozenset(
    """be have make take give hold reach come begin start open end happen occur face issue launch stage carry conduct
    sign suffer win cast strike cause break erupt last continue get do see hear mark follow accept broker
    pass""".split()
)


def family(lemma: str) -> str:
    """The family of a word, as a key: its number, or the word itself."""
    number = _FAMILY.get(lemma)
    return str(number) if number is not None else lemma
