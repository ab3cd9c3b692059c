"""Passages of our own, in the manner of the texts that the service reads, with every expression of time annotated.

``passages/*.txt``: a line ``=== name | published`` (a day, or ``undated``) opens each. An expression stands as
``[[words|TYPE|value]]`` or ``[[words|TYPE|value|MOD]]``, after the TimeML guidelines. Two marks keep account of what
the engine gets wrong: ``[[?words|TYPE|value]]`` is an expression that it misses or reads otherwise, ``[[!words]]`` are
words that tell no time and are read all the same. A mark that no longer holds fails the test, so that it is taken away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_HEAD = re.compile(r"^=== (\S+) \| (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\[\[([?!]?)(.*?)(?:\|([A-Z]+)\|([^|\]]+)(?:\|([A-Z_]+))?)?\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An expression as annotated: its place in the text (code points), and what it means; no type where it is none."""

    start: int
    end: int
    words: str
    type: str | None
    value: str | None
    mod: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its annotation: ``right`` is read so, ``missed`` is not, ``spurious`` should not be read."""

    name: str
    published: date | None
    text: str
    right: tuple[Annotated, ...]
    missed: tuple[Annotated, ...]
    spurious: tuple[Annotated, ...]


def load_passages() -> list[Passage]:
    """All passages, in the order of the files."""
    found: list[Passage] = []
    for path in sorted(Path(__file__).with_name("passages").glob("*.txt")):
        parts = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
        for name, published, body in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
            found.append(_passage(name, published, body.strip("\n")))
    return found


def _passage(name: str, published: str, body: str) -> Passage:
    text = ""
    at = 0
    marks: dict[str, list[Annotated]] = {"": [], "?": [], "!": []}
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        mark, words, type_, value, mod = match.groups()
        marks[mark].append(Annotated(len(text), len(text) + len(words), words, type_, value, mod))
        text += words
        at = match.end()
    text += body[at:]
    day = None if published == "undated" else date.fromisoformat(published)
    return Passage(name, day, text, tuple(marks[""]), tuple(marks["?"]), tuple(marks["!"]))
