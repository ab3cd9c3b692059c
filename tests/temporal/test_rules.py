"""Each rule reads its own examples as they say, and the sentences that tell no time are read as telling none."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from service.temporal.rules.lexicon import LANGUAGES
from tests.temporal.reading import read

PUBLISHED = date(2025, 3, 19)  # a Wednesday
FILES = ("hours.toml", "rules.toml", "points.toml", "rhythms.toml")
RULES = [
    rule for name in FILES for rule in tomllib.loads((LANGUAGES / "en" / name).read_text(encoding="utf-8"))["rule"]
]
NEGATIVES = tomllib.loads((LANGUAGES / "en" / "negatives.toml").read_text(encoding="utf-8"))
EXAMPLES = [(rule["name"], example) for rule in RULES for example in rule.get("examples", [])]
NEVER = [(rule["name"], sentence) for rule in RULES for sentence in rule.get("never", [])]
SENTENCES = [(kind, sentence) for kind, entry in NEGATIVES.items() for sentence in entry["sentences"]]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{name}: {e['span']}" for name, e in EXAMPLES])
def test_a_rule_reads_its_example(rule: str, example: dict[str, Any]) -> None:
    timex = next(t for t in read(example["text"], PUBLISHED).timexes if t.text == example["span"])
    start, end = timex.bounds or (None, None)
    assert timex.rule == rule
    assert (timex.type, timex.value) == (example["type"], example["value"])
    assert (timex.mod, timex.quant, timex.freq) == (example.get("mod"), example.get("quant"), example.get("freq"))
    assert (start and start.isoformat(), end and end.isoformat()) == (example.get("from"), example.get("to"))


@pytest.mark.parametrize(("rule", "sentence"), NEVER)
def test_a_rule_leaves_alone_what_it_should(rule: str, sentence: str) -> None:
    assert rule not in [timex.rule for timex in read(sentence, PUBLISHED).timexes]


def test_every_rule_has_an_example() -> None:
    assert [rule["name"] for rule in RULES if not rule.get("examples")] == []


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES, ids=[f"{kind}: {s}" for kind, s in SENTENCES])
def test_a_sentence_without_time_gives_nothing(kind: str, sentence: str) -> None:
    assert [(t.text, t.rule) for t in read(sentence, PUBLISHED).timexes] == []
