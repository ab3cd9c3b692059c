"""Whom a pronoun stands for, and where nobody is named for it."""

from __future__ import annotations

import pytest

from service.article import Article
from service.events.reading import read_events


def referent(text: str, pronoun: str) -> str | None:
    """What the last such pronoun of the text stands for."""
    reading = read_events(Article(text))
    at = max(i for i, word in enumerate(reading.tokens.lower) if word == pronoun)
    return reading.referents.of.get(at)


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # a name of no known sex is a person's who is told of with "who", was born, married or died
        ("Osmarie Velde, who taught a town to swim, died on Friday. She was 91.", "she", "Osmarie Velde"),
        ("Osmarie Velde died on Friday. Her son found the letters.", "her", "Osmarie Velde"),
        # … or by what is said to be hers before she is named
        ("Mr Orune left in May. In her memoir the envoy Dagny Rolle wrote that he had called.", "he", "Orune"),
        ("In her memoir the envoy Dagny Rolle wrote that she had called.", "she", "Dagny Rolle"),
        # … and its sex is known from then on
        ("Osmarie Velde died in May. She feared her mother. In 1954 she left.", "she", "Osmarie Velde"),
        # many who bear one name do what events cannot do
        ("The Tarsis resumed attacks on the port in May. They have denied firing first.", "they", "the Tarsis"),
        # who many are, with all that their number needs
        ("More than 200 people marched on Friday. They handed in a petition.", "they", "more than 200 people"),
        ("Tens of thousands of people marched. They blocked a bridge.", "they", "tens of thousands of people"),
        # whoever is beside an office, and no chair that she holds
        ("Command passed to the surgeon, Osmar Velde. On 2 March he left.", "he", "Osmar Velde"),
        ("By then Anna Velde held a chair at Orm, to which she was appointed in 1984.", "she", "Anna Velde"),
        # the sex of whom a name stands beside is that of who bears it
        ("Jarl Rook died in May. His wife, the soprano Inge Rask, had left. He was born in Orm.", "he", "Jarl Rook"),
        # what is mended is no happening
        ("The collision closed the motorway in May. It was reopened in June.", "it", "the motorway"),
        ("Orvane closed its side of the bridge in May. It reopened in June.", "it", "Orvane’s side"),
        # what a reef does not do
        ("The ship hit a reef on Monday. It sank on Tuesday.", "it", "the ship"),
        # a couple
        ("The year after, she married Tom Velde, whom she met at sea. They separated in 1974.", "they", None),
        ("Anna Berg married Tom Velde, whom she had met at sea. They separated.", "they", "Anna Berg and Tom Velde"),
        # no ship that is only told of in passing
        ("Anna Berg came in 1963, a week before the ship sailed. She sold it.", "she", "Anna Berg"),
        # whoever did something to something, and not the place where it was
        ("The firm, Oren, denied felling trees on the hill since it bought the mine.", "it", "the firm"),
        # what the same pronoun stands for in the clause that it is joined to
        ("The train left. It passed a signal, and at noon it ran into a bus.", "it", "the train"),
        ("Inflation peaked in May and fell, but it picked up in June.", "it", "inflation"),
        # not whoever says that somebody died
        ("Edith Marrow is dead. Her daughter, Sian, said she died at home.", "she", "Edith Marrow"),
        # a couple that is named as one
        ("In Orm Anna Velde met her husband, Karim Berg. They returned home in 1994.", "they", None),
        (
            "Anna Velde studied in Orm, where she met her husband, Karim Berg. They returned.",
            "they",
            "Anna Velde and Karim Berg",
        ),
        (
            "Two brothers, Sean and Dale Purvis, aged 26 and 23, were held. Both were charged.",
            "both",
            "Sean and Dale Purvis",
        ),
        ("Some were held. Both were charged.", "both", None),
        ("The trustees voted to give the statue up. They announced the decision.", "they", "the trustees"),
        # one body that is told of as of many
        ("The club have lost nine games in a row. They were beaten on Saturday.", "they", "the club"),
        # where something has been before
        ("The council met. It is the second fire at the theatre. In 1941 its roof fell in.", "its", "the theatre"),
        ("It is the third time the bridge has closed.", "it", None),
        ("The collapse is the worst accident at the rodeo since it was founded.", "it", "the rodeo"),
        ("The bell is old. It survived the war, when the parish hid it. It cracked in 1897.", "it", "the bell"),
        # who was born under another name
        (
            "Connie Lark has died. Constance Larkov was born in Orm in 1934. She left school at 15.",
            "she",
            "Connie Lark",
        ),
        ("Anna Berg has died, and Karl Holt died. Ida Moe was born in Orm. She left school.", "she", "Ida Moe"),
        # a woman who is an agent of some kind, and nobody told of before
        ("Anna Berg waited. The headliner lost her voice.", "her", None),
        # the two whom the subject names
        (
            "Two of its clerks, Neil Velde, 49, and Tom Orme, 36, were charged. They deny it.",
            "they",
            "Neil Velde and Tom Orme",
        ),
        ("Anna Berg married in 1980. The Ormes came. Anna Berg gave birth to their third child.", "their", None),
        # what was put down first is not what puts it down
        ("The Kestrel was done. After letting go of the capsule it turned.", "it", "the Kestrel"),
        # a club that is told of with "who"
        ("Danilo Velde left. It was Norvane who seemed to have won. He stayed.", "he", "Danilo Velde"),
        # the only one who fits in the sentence before
        ("She married James Velde, a clerk, in 1957. He died in 1998.", "he", "James Velde"),
    ],
)
def test_a_pronoun_stands_for_whom_the_text_names(text: str, pronoun: str, expected: str | None) -> None:
    assert referent(text, pronoun) == expected


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        # the president as well as Daniel
        ("Daniel Kiber won. The president's critics were jailed, and a medal came from his successor.", "his"),
        ("Ellen Osk levelled. Substitute Jorie Lath won it. It was Lath's first goal since she fell.", "she"),
        # who speaks for somebody, as well as the other
        ("Calvin Berg was jailed. Berg's lawyer, Tom Orme, said it was wrong. He must go to prison by May.", "he"),
        ("The funerals, for 14 of the victims, were held on Friday. Their names were read out.", "their"),
        # nothing
        ("The slide came down on Wednesday. It had rained since Sunday.", "it"),
        ("The town was ready in May. It took 117 days to build a wall.", "it"),
        # what may have come about to either
        ("A truck hit a bus on Monday. It caught fire within minutes.", "it"),
        ("The ship hit a trawler on Monday. It sank on Tuesday.", "it"),
        ("The rebels freed the hostages on Monday. They were flown to Orm.", "they"),
        ("The firm bought the mill in 2019. It closed in 2021.", "it"),
        ("Castrel's rival Orvane raised its bid in May.", "its"),
        ("Orlin United, who lost the cup, sacked a coach. He left at once.", "he"),
    ],
)
def test_a_pronoun_that_may_be_another_stands_for_nobody(text: str, pronoun: str) -> None:
    assert referent(text, pronoun) is None


def test_a_measure_is_nobody() -> None:
    assert referent("Orlin fell 18 per cent on Monday and said its pit was shut.", "its") != "18 per cent"


def test_the_headline_may_be_the_only_place_for_a_full_name() -> None:
    text = "Berg resigned on Friday. She had been in office for a year."
    reading = read_events(Article(text, title="Minister Anna Berg Quits Over Flat"))
    at = reading.tokens.lower.index("she")
    assert reading.referents.of[at] == "Anna Berg"
    assert read_events(Article(text, title="Minister Quits")).referents.of.get(at) != "Anna Berg"


def test_the_subject_of_a_clause_that_says_when_is_not_what_it_is() -> None:
    text = "When the pit closed in 1991 she joined the council, and in 1997 she beat Ian Pratt to become its head."
    assert referent(text, "its") is None
    assert referent("When the pit closed in 1991 its owner left.", "its") == "the pit"
