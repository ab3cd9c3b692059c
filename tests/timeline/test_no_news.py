"""What is no event of the news: who signed the article, what is shouted, waited for, or may come some day."""

from __future__ import annotations

import pytest

from tests.timeline.test_main_timeline import told, words


@pytest.mark.parametrize(
    "text",
    [
        "Ann Orme in Oslo contributed to this article.",
        "Tom Velde contributed to this report from Hull.",
        '"Stop the dam," the marchers shouted.',
        '"Leave us alone!" the crowd cried.',
        "The agency said it must be ready for future floods.",
        "Villages have to prepare for future storms.",
        "Orme holds a 12% stake in the bank. It is a rich firm.",
        "Velde is one of those who wept at the news.",
    ],
)
def test_it_is_not_told(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The bank will look for a buyer until a better offer is made.", "made"),
        ("The firm will begin work once the minister arrives in Oslo.", "arrives"),
        ("She had been working in Hull when she was abducted in March 1996.", "working"),
        ("If a thief is found and tried, he will go to jail.", "tried"),
        ("It would be easy to jail a man who had been seen there.", "seen"),
        ("She has decided against hiring a guide or taking a boat.", "taking"),
    ],
)
def test_what_only_says_when_is_not_told(text: str, word: str) -> None:
    assert word not in words(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orme contributed $3 million to this party on Monday.", "contributed"),
        ("The board stopped the dam on Monday.", "stopped"),
        ("The future talks on 3 May were cancelled on Monday.", "cancelled"),
        ("The bridge will stay shut until a new one opens in May 2026.", "opens"),
        ("She had been working in Hull when she was abducted in March 1996.", "abducted"),
        ("Ann Orme was named head of the bank. Its shares rose.", "named"),
        ("Guards have named a suspect for the theft. He is 40.", "named"),
        ("Velde will be named president of the court.", "named"),
    ],
)
def test_it_is_told(text: str, word: str) -> None:
    assert word in words(text)


@pytest.mark.parametrize(
    "text",
    ["The boat was named Hope. It sank.", "The town was named for a saint.", "It was named the best hotel in Norland."],
)
def test_what_a_thing_is_called_is_no_event(text: str) -> None:
    assert "named" not in words(text)


def test_what_is_done_in_answer_is_told_not_the_answer() -> None:
    assert words("In response to signals from Orsk on Monday, the army left the town.") == ["left"]
    assert words("The response on Monday was quick. The army left the town.")[-1:] == ["left"]


def test_what_is_reported_done_is_told_as_if_nothing_stood_before_it() -> None:
    events = told("The army left Orsk. At least 50 people were reported killed in the clashes.")
    assert any("killed" in event.headline for event in events)
