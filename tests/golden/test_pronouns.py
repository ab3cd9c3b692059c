"""Whom the pronouns of short articles stand for: ``{She|Anna Berg/Berg}`` is right with either name, ``-`` is nobody.

A pronoun that is filled in wrongly tells a falsehood; one that is left tells less. So the first is counted strictly.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from service.article import Article
from service.events.reading import read_events

ARTICLES = sorted((Path(__file__).parent / "pronouns").glob("*.txt"))
MARK = re.compile(r"\{([^|}]*)\|([^}]*)\}")
_ARTICLE = re.compile(r"^(?:the|an?) ")


def read_marked(marked: str) -> tuple[str, dict[int, list[str]]]:
    """The article without its marks, and what may be filled in, by the offset of the pronoun."""
    text, names, at = "", {}, 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        names[len(text)] = mark[2].split("/")
        text, at = text + mark[1], mark.end()
    return text + marked[at:], names


def plain(name: str) -> str:
    return _ARTICLE.sub("", name.replace("’", "'").lower())


def verdict(found: str | None, names: list[str]) -> str:
    """``right``, ``wrong``, ``left`` (nobody is filled in, and somebody might be) or ``nobody``."""
    if found is None:
        return "nobody" if "-" in names else "left"
    fitting = [plain(name) for name in names]
    return "right" if any(name == plain(found) or name.endswith(f" {plain(found)}") for name in fitting) else "wrong"


def count(paths: list[Path]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in paths:
        text, names = read_marked(path.read_text(encoding="utf-8"))
        reading = read_events(Article(text))
        of = {reading.tokens.starts[i]: name for i, name in reading.referents.of.items()}
        counts.update(verdict(of.get(offset), fitting) for offset, fitting in names.items())
    return counts


def test_marks_are_read() -> None:
    text, names = read_marked("Berg left. {She|Anna Berg/Berg} fell, and {it|-} rained.")
    assert text == "Berg left. She fell, and it rained."
    assert {text[at : at + 3].strip(): fitting for at, fitting in names.items()} == {
        "She": ["Anna Berg", "Berg"],
        "it": ["-"],
    }
    assert [verdict(found, ["Anna Berg", "-"]) for found in ("Berg", "Otto", None)] == ["right", "wrong", "nobody"]


def test_hardly_any_pronoun_is_filled_in_wrongly() -> None:
    counts = count(ARTICLES)
    assert counts["wrong"] <= 0.03 * (counts["right"] + counts["wrong"])
    assert counts["right"] >= 0.8 * (counts["right"] + counts["wrong"] + counts["left"])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_article_has_two_wrong_ones(path: Path) -> None:
    counts = count([path])
    assert counts["right"] > 0
    assert counts["wrong"] < 2
