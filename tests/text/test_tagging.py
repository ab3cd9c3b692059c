"""Part-of-speech tags of sentences of our own, written as news writes them."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.text.sentences import split_sentences
from service.text.tagging import tag
from service.text.tokens import tokenize

SENTENCES = [
    "The/DT assembly/NN adopted/VBD the/DT budget/NN on/IN Thursday/NNP ./.",
    "The/DT plan/NN was/VBD approved/VBN by/IN the/DT council/NN ./.",
    "Police/NNS said/VBD two/CD people/NNS had/VBD been/VBN arrested/VBN ./.",
    "She/PRP has/VBZ resigned/VBN ,/, the/DT ministry/NN said/VBD ./.",
    "The/DT company/NN will/MD announce/VB its/PRP$ results/NNS tomorrow/NN ./.",
    "Rebels/NNS attacked/VBD a/DT convoy/NN carrying/VBG food/NN ./.",
    "He/PRP did/VBD n't/RB say/VB when/WRB the/DT talks/NNS would/MD resume/VB ./.",
    "The/DT court/NN is/VBZ expected/VBN to/TO rule/VB next/JJ week/NN ./.",
    "Workers/NNS want/VBP to/TO strike/VB in/IN March/NNP ./.",
    "The/DT fire/NN injured/VBD four/CD guests/NNS and/CC damaged/VBD the/DT roof/NN ./.",
    "They/PRP may/MD have/VB met/VBN before/IN the/DT vote/NN ./.",
    "After/IN losing/VBG the/DT election/NN ,/, he/PRP left/VBD the/DT country/NN ./.",
    "Profits/NNS rose/VBD sharply/RB last/JJ year/NN ,/, analysts/NNS noted/VBD ./.",
    "The/DT tower/NN ,/, finished/VBN in/IN 1907/CD ,/, burned/VBD down/RP on/IN Thursday/NNP ./.",
    "I/PRP think/VBP the/DT strike/NN is/VBZ over/RB ./.",
]


def tagged(text: str) -> list[str]:
    tokens = tokenize(text)
    return tag(tokens, split_sentences(tokens))


def test_own_sentences_are_tagged_as_a_reader_would() -> None:
    right = total = verbs_right = verbs = 0
    for sentence in SENTENCES:
        words, gold = zip(*(pair.rsplit("/", 1) for pair in sentence.split(" ")), strict=True)
        text = " ".join(words).replace(" n't", "n't")
        for expected, found in zip(gold, tagged(text), strict=True):
            total += 1
            right += expected == found
            verbs += expected.startswith("VB")
            verbs_right += expected == found and expected.startswith("VB")
    assert right / total > 0.95
    assert verbs_right / verbs > 0.92


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Council Sacks Auditor After Budget Row", "Sacks"),
        ("Brewer to shed hundreds of workers", "shed"),
        ("Ferry Hits Pier in Thick Fog", "Hits"),
    ],
)
def test_verbs_of_headlines_are_seen(headline: str, verb: str) -> None:
    tokens = tokenize(headline + "\n\nMore follows here.")
    tags = tag(tokens, split_sentences(tokens))
    assert tags[tokens.words.index(verb)].startswith("VB")


def test_a_number_is_one_kind_of_token_throughout() -> None:
    assert tagged("Sales rose 3.5 percent .")[2:5] == ["CD", "CD", "CD"]


def test_an_empty_text_has_no_tags() -> None:
    assert tagged("") == []


def test_a_sentence_is_tagged_alike_whatever_stands_around_it() -> None:
    alone = tagged("The minister resigned on Sunday.")
    among = tagged("Rain fell all night. The minister resigned on Sunday. Nobody asked why.")
    assert among[5:11] == alone


def test_threads_and_order_change_nothing() -> None:
    texts = [" ".join(pair.rsplit("/", 1)[0] for pair in s.split(" ")) for s in SENTENCES] * 4
    expected = {text: tagged(text) for text in texts}
    random.Random(7).shuffle(texts)
    with ThreadPoolExecutor(8) as pool:
        assert dict(zip(texts, pool.map(tagged, texts), strict=True)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "1" * 100_000,
        "é" * 5_000 + "\u0301" * 5_000,
        "\u200b \ufeff \x00 ^ ^^ \U0001f600" * 50,
        "^the ^^THE",
    ],
)
def test_hostile_text_gets_a_tag_a_token(text: str) -> None:
    assert len(tagged(text)) == len(tokenize(text))
