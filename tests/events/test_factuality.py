"""What has happened, what may, what somebody denies: sentences of our own, each with what a reader knows from it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from service.article import Article
from service.events.facts.factuality import Factualities
from service.events.model import Factuality
from service.events.reading import read_events
from service.events.referents.resolving import read_referents

_CASES = tomllib.loads(Path(__file__).with_name("factuality.toml").read_text(encoding="utf-8"))["cases"]
CASES = [[cell.strip() for cell in line.split(" | ")] for line in _CASES.strip().splitlines()]
_STATUS = {"occurred", "ongoing", "scheduled", "hypothetical", "denied"}


def facts_of(text: str) -> dict[str, Factuality]:
    """The factuality of each trigger word of ``text``."""
    reading = read_events(Article(text=text, published_at=date(2025, 5, 20)))
    referents = read_referents(reading.tokens, reading.sentences, reading.tags, reading.clauses)
    triggers = [mention.trigger for mention in reading.mentions]
    outlooks = [mention.outlook for mention in reading.mentions]
    facts = Factualities(reading.parse(), reading.links, outlooks, referents.of)
    return {reading.tokens.words[t.token]: facts.of(n) for n, t in enumerate(triggers)}


def _agrees(fact: Factuality, expected: str) -> bool:
    if expected in _STATUS:
        return fact.status == expected
    if expected in {"positive", "negative"}:
        return fact.polarity == expected
    if expected in {"certain", "probable", "possible"}:
        return fact.certainty == expected
    kind, _, who = expected.partition(" ")
    assert kind in {"by", "against"}, f"a test that says {expected!r}"
    return fact.source == (None if who == "nobody" else who) if kind == "by" else who in fact.disputed_by


@pytest.mark.parametrize("case", CASES, ids=[f"{case[1]}-{n}" for n, case in enumerate(CASES)])
def test_what_a_reader_knows(case: list[str]) -> None:
    text, word, *expected = case
    facts = facts_of(text)
    assert word in facts, f"{word!r} is no trigger of {text!r}"
    assert [e for e in expected if not _agrees(facts[word], e)] == [], facts[word]


def test_there_are_as_many_sentences_as_the_subject_needs() -> None:
    assert len(CASES) >= 80


def test_a_source_is_named_where_a_pronoun_certainly_stands_for_somebody() -> None:
    facts = facts_of("Mrs. Ilse Brandt spoke on Monday. She said the dam had leaked.")
    assert facts["leaked"].source in {"Ilse Brandt", "Mrs. Ilse Brandt"}


@pytest.mark.parametrize(
    "unit",
    ["said that ", "denied that he ", "if he ", "failed to ", "which denied ", "talks and ", "denied the report. "],
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = "They called " + unit * 4_000
    reading = read_events(Article(text=text))
    outlooks = [mention.outlook for mention in reading.mentions]
    facts = Factualities(reading.parse(), reading.links, outlooks, {})
    assert all(facts.of(n).status in _STATUS for n in reversed(range(len(reading.mentions))))
