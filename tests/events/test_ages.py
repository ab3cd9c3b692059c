"""Ages, counted from the birth that the article dates."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.events.test_dating import when as time_of

when = partial(time_of, published=date(2025, 6, 18))
BORN = "Ines Calder was born on 4 May 1937 in Leith. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("At 26 she joined a survey ship.", "joined", "[1963-05-04..1964-05-03]"),
        ("She married at the age of thirty-one.", "married", "[1968-05-04..1969-05-03]"),
        ("Calder retired aged 65.", "retired", "[2002-05-04..2003-05-03]"),
        ("When she was six, a fire destroyed the house.", "destroyed", "[1943-05-04..1944-05-03]"),
        ("When she turned 80, the town named a quay after her.", "named", "[2017-05-04..2018-05-03]"),
    ],
)
def test_an_age_tells_the_year_of_life(text: str, word: str, expected: str) -> None:
    assert when(BORN + text, word) == expected


def test_from_a_year_of_birth_an_age_may_fall_in_two_years() -> None:
    assert when("Ines Calder was born in 1937. At 26 she joined a survey ship.", "joined") == "[1963-01-01..1964-12-30]"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Her deputy, Tom Fry, left at 60.", "left"),  # another's age
        ("She had a son, who drowned aged 19.", "drowned"),
        ("She left at six.", "left"),  # an hour
        ("She sold shares at 65 pence.", "sold"),  # a price
        ("The lighthouse closed at 90.", "closed"),
        ("When she was 26 miles out, the engine failed.", "failed"),
    ],
)
def test_other_numbers_are_no_ages_of_hers(text: str, word: str) -> None:
    assert when(f"{BORN}Leith was a port then. It had no bridge. {text}", word) == "[..2025-06-18]"


def test_without_a_birth_an_age_tells_no_date() -> None:
    assert when("At 26 Ines Calder joined a survey ship.", "joined") == "[..2025-06-18]"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ana Ruiz was born on 2 June 1934. She gave up drink on her 45th birthday.", "gave", "1979-06-02"),
        ("Ana Ruiz was born in 1934. She gave up drink on her 45th birthday.", "gave", "2025-06-18~"),
        ("Ana Ruiz was born on 2 June 1934. She marked its 45th birthday.", "marked", "2025-06-18~"),
    ],
)
def test_a_birthday_is_the_day_itself(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected
