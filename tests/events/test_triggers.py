"""Which words name events."""

from __future__ import annotations

import pytest

from service.events.triggers.finding import find_triggers
from service.events.triggers.model import Trigger
from service.text.sentences import split_sentences
from service.text.tagging import tag
from service.text.tokens import tokenize


def triggers_of(text: str) -> list[Trigger]:
    tokens = tokenize(text)
    sentences = split_sentences(tokens)
    return find_triggers(tokens, sentences, tag(tokens, sentences))


def words_of(text: str) -> list[str]:
    words = tokenize(text).words
    return [words[trigger.token] for trigger in triggers_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The company announced the merger on Friday.", ["announced", "merger"]),
        ("The earthquake killed forty people.", ["earthquake", "killed"]),
        ("He may have been told.", ["told"]),
        ("In his 2024 book, she described the siege.", ["described", "siege"]),
        ("The building stood on a hill.", ["stood"]),
        ("The talks' venue has not been named.", ["named"]),
        ("According to police, he fled.", ["fled"]),
        ("The mayor is dead.", ["dead"]),
        ("Workers voted to strike.", ["voted", "strike"]),
    ],
)
def test_events_and_nothing_else(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The minister said so.", "said", "REPORTING"),
        ("They tried again.", "tried", "I_ACTION"),
        ("They believe him.", "believe", "I_STATE"),
        ("Talks resumed on Monday.", "resumed", "ASPECTUAL"),
        ("Witnesses saw smoke.", "saw", "PERCEPTION"),
        ("He owns a farm.", "owns", "STATE"),
        ("The roof collapsed.", "collapsed", "OCCURRENCE"),
    ],
)
def test_classes_are_those_of_timeml(text: str, word: str, kind: str) -> None:
    words = tokenize(text).words
    assert {t.event_class for t in triggers_of(text) if words[t.token] == word} == {kind}


def test_a_noun_is_negated_by_its_determiner() -> None:
    assert [t.negated for t in triggers_of("There was no vote.")] == [True]


@pytest.mark.parametrize(
    "unit", ["said ", "to be ", "not ", "may have been ", "attack's ", "did n't he ", "and built "]
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * 5_000
    found, length = triggers_of(text), len(tokenize(text))
    assert [t.token for t in found] == sorted({t.token for t in found})
    assert all(t.first <= t.token < t.last <= length for t in found)
