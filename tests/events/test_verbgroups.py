"""Verb groups: where they begin and end, and what their auxiliaries say."""

from __future__ import annotations

import pytest

from service.events.clauses.verbgroups import VerbGroup, find_verb_groups
from service.events.words.lexicon import noun_base, verb_base
from service.text.sentences import split_sentences
from service.text.tagging import tag
from service.text.tokens import tokenize


def groups_of(text: str) -> list[tuple[str, VerbGroup]]:
    tokens = tokenize(text)
    sentences = split_sentences(tokens)
    return [(tokens.words[g.token], g) for g in find_verb_groups(tokens, sentences, tag(tokens, sentences))]


def group(text: str, verb: str) -> VerbGroup:
    return next(g for word, g in groups_of(text) if word == verb)


@pytest.mark.parametrize(
    ("text", "verb", "tense", "aspect", "voice"),
    [
        ("The minister resigned on Monday.", "resigned", "PAST", "NONE", "active"),
        ("The minister has resigned.", "resigned", "PRESENT", "PERFECTIVE", "active"),
        ("The minister had already resigned.", "resigned", "PAST", "PERFECTIVE", "active"),
        ("Rebels are advancing on the city.", "advancing", "PRESENT", "PROGRESSIVE", "active"),
        ("They have been talking for weeks.", "talking", "PRESENT", "PERFECTIVE_PROGRESSIVE", "active"),
        ("Two men were arrested.", "arrested", "PAST", "NONE", "passive"),
        ("Two men have been arrested.", "arrested", "PRESENT", "PERFECTIVE", "passive"),
        ("The plant is being rebuilt.", "rebuilt", "PRESENT", "PROGRESSIVE", "passive"),
        ("The court will rule next week.", "rule", "FUTURE", "NONE", "active"),
        ("He is going to resign.", "resign", "FUTURE", "NONE", "active"),
        ("They plan to resign.", "resign", "INFINITIVE", "NONE", "active"),
        ("After losing the vote, he left.", "losing", "PRESPART", "NONE", "active"),
        ("The vote, delayed by rain, began.", "delayed", "PASTPART", "NONE", "passive"),
        ("The bridge, built in 1932, collapsed on Monday.", "collapsed", "PAST", "NONE", "active"),
        ("The storm killed twelve people and destroyed homes.", "destroyed", "PAST", "NONE", "active"),
    ],
)
def test_tense_aspect_and_voice(text: str, verb: str, tense: str, aspect: str, voice: str) -> None:
    found = group(text, verb)
    assert (found.tense, found.aspect, found.voice) == (tense, aspect, voice)


@pytest.mark.parametrize(
    ("text", "verb", "modal"),
    [
        ("They may have met in May.", "met", "may"),
        ("He would not say why.", "say", "would"),
        ("They have to leave now.", "leave", "have to"),
        ("He used to live there.", "live", "used to"),
        ("He lives there.", "lives", None),
    ],
)
def test_a_modal_is_told_as_it_is_written(text: str, verb: str, modal: str | None) -> None:
    assert group(text, verb).modal == modal


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("They no longer expected it to open.", "expected", True),
        ("They expected it no longer than a week.", "expected", False),
        ("He did not resign.", "resign", True),
        ("He didn't resign.", "resign", True),
        ("He has never resigned.", "resigned", True),
        ("They agreed not to strike.", "strike", True),
        ("He resigned.", "resigned", False),
        ("He did not say that she left.", "left", False),
    ],
)
def test_negation_stays_in_its_group(text: str, verb: str, negated: bool) -> None:
    assert group(text, verb).negated is negated


def test_auxiliaries_are_part_of_the_group_of_their_verb() -> None:
    assert [word for word, _ in groups_of("She may not have been told that it had ended.")] == ["told", "ended"]


def test_a_question_turns_auxiliary_and_subject_around() -> None:
    assert [word for word, _ in groups_of("When did they leave?")] == ["leave"]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("announced", "announce"), ("stopped", "stop"), ("denies", "deny"), ("denied", "deny"), ("dying", "die"),
        ("met", "meet"), ("struck", "strike"), ("closing", "close"), ("killed", "kill"), ("created", "create"),
        ("visited", "visit"), ("required", "require"), ("agreed", "agree"), ("rises", "rise"), ("watches", "watch"),
        ("controlled", "control"), ("included", "include"), ("was", "be"), ("resigned", "resign"), ("freed", "free"),
        ("helped", "help"), ("acquired", "acquire"), ("submitted", "submit"), ("seized", "seize"), ("crossed", "cross"),
        ("escaped", "escape"), ("wiped", "wipe"), ("heaped", "heap"), ("shipped", "ship"), ("challenged", "challenge"),
        ("guaranteed", "guarantee"), ("restored", "restore"), ("ignored", "ignore"), ("monitored", "monitor"),
    ],
)  # fmt: skip
def test_base_forms_of_verbs(form: str, base: str) -> None:
    assert verb_base(form) == base


@pytest.mark.parametrize(
    ("form", "base"),
    [("inquiries", "inquiry"), ("clashes", "clash"), ("crises", "crisis"), ("attacks", "attack"), ("losses", "loss")],
)
def test_base_forms_of_nouns(form: str, base: str) -> None:
    assert noun_base(form) == base
