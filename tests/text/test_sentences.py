"""Sentences, paragraphs and headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.sentences import split_sentences
from service.text.tokens import tokenize


def sentences_of(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens.starts[s.first] : tokens.ends[s.last - 1]] for s in split_sentences(tokens)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The council met on Friday.", "It adjourned at noon."],
        ["Mr. Okafor met Dr. Lindqvist in Oslo.", "They signed nothing."],
        ["The train left at 5 p.m. on Sunday.", "Nobody was hurt."],
        ["The train left at 5 p.m.", "The driver had been warned."],
        ["Shares of Brightwell Inc. Chairman Ana Pires fell."],
        ["The U.S. Senate voted.", "It took an hour."],
        ["She moved to the U.S.", "She never went back."],
        ["Sales rose 3.5 percent to $1.25 billion.", "Profit fell."],
        ["J. R. Hallam wrote it.", "B. Osei drew the maps."],
        ["“We won.”", "Nobody doubted it."],
        ['"We will appeal," she said.', '"It is not over."'],
        ['"Why now?" Hallam asked.', "No one answered."],
        ['"Stop!" he cried.', "They ran."],
        ["Was it planned?", "No."],
        ["He waited … and waited.", "Then he left."],
        ["They came third.", "“A miracle,” the coach said."],
        ["The firm ranked No. 3 in Europe.", "It was No. 5 before."],
        ["Visit example.com for details.", "It is free."],
        ["He was born on Jan. 4, 1950, in St. Ives.", "He died in Aug. 2001."],
        ["The war ended.[12]", "Peace followed."],
        ["LAGOS, Nigeria (AP) _ The strike began on Monday.", "Talks failed."],
    ],
)
def test_sentences_are_cut_where_they_end(parts: list[str]) -> None:
    assert sentences_of(" ".join(parts)) == parts


def test_a_missing_blank_after_the_full_stop_does_not_join_sentences() -> None:
    assert sentences_of("The vote failed.The minister resigned.") == ["The vote failed.", "The minister resigned."]


def test_a_line_break_ends_a_paragraph() -> None:
    tokens = tokenize("Storm hits coast\n\nRain fell all night. Roads flooded.\nSchools stayed shut.")
    found = split_sentences(tokens)
    assert [(s.paragraph, s.heading) for s in found] == [(0, True), (1, False), (1, False), (2, False)]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Parliament Dissolves After Budget Defeat", True),
        ("KENYA:", True),
        ("OSLO, Norway (AP) _", True),
        ("Daily-Mirror.example ➤ The news, as it comes", True),
        ("Parliament was dissolved on Monday.", False),
        ("- 1920: the bridge is opened", False),
        ("and so it went on", False),
        ("Did the minister know?", False),
        ("The minister listed what had gone wrong:" + " more" * 20, False),
    ],
)
def test_headings_are_lines_without_a_full_stop(line: str, heading: bool) -> None:
    tokens = tokenize(f"{line}\n\nThe rest of the article follows here.")
    assert split_sentences(tokens)[0].heading is heading


def test_a_text_of_one_line_has_no_heading() -> None:
    assert [s.heading for s in split_sentences(tokenize("Parliament met on Friday"))] == [False]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    text = (
        "The committee heard on Tuesday that the bridge had been closed in early\n"
        "November because of cracks that were found in two of its pillars, and\n"
        "the Ministry of Works said that repairs would not start before the spring.\n\n"
        "Nobody was hurt."
    )
    assert len(sentences_of(text)) == 2


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_every_kind_of_line_break_counts(line_break: str) -> None:
    assert sentences_of(f"First line here{line_break}Second line here") == ["First line here", "Second line here"]


def test_an_empty_text_has_no_sentences() -> None:
    assert split_sentences(tokenize(" \n ")) == []


@given(st.text(alphabet="aA. \n\"'“”?!…)(U.S1-", max_size=80))
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    covered = [i for s in split_sentences(tokens) for i in range(s.first, s.last)]
    assert covered == list(range(len(tokens)))


@pytest.mark.parametrize("unit", [".", '"', "\n", "a.\n", "A. ", "a\n", '." ', "U.S. ", "! ", "\r"])
def test_hostile_text_is_cut_into_sentences(unit: str) -> None:
    tokens = tokenize(unit * 20_000)
    found = split_sentences(tokens)
    assert sum(s.last - s.first for s in found) == len(tokens)


def test_a_sentence_that_nobody_writes_is_read_in_pieces() -> None:
    tokens = tokenize("He said that she said that " * 400)
    pieces = split_sentences(tokens)
    assert max(each.last - each.first for each in pieces) <= 250
    assert [each.first for each in pieces[1:]] == [each.last for each in pieces[:-1]]
    assert (pieces[0].first, pieces[-1].last) == (0, len(tokens))
