"""Dates that head a paragraph, in a diary or a chronicle."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.links.agenda import find_heads
from service.events.reading import read_events
from service.timeline.build import build_timeline

FRIDAY = date(2025, 9, 5)
DIARY = """The week to come

Monday: The council votes on the tram. It was put off in May.

Thursday: A court hears the appeal of two bakers. Judges could take months.

Friday: Varn Steel reports its half-year results, and its chairman leaves the board.

Over the weekend: The regatta ends on Sunday.
"""
CHRONICLE = """The mill

1812: Jonas Varn builds a paper mill on the Ode.

1869: The mill burns down.

1958: The family sold it to the town.
"""


def told(text: str, published: date | None) -> dict[str, tuple[str, str]]:
    timeline = build_timeline(Article(text, published_at=published), "full")
    return {
        text[event.trigger.start : event.trigger.end]: (event.time.edtf, event.factuality.status)
        for event in timeline.events
        if event.time is not None
    }


@pytest.mark.parametrize(
    ("word", "time"),
    [
        ("votes", "2025-09-08"),
        ("hears", "2025-09-11"),
        ("reports", "2025-09-12"),  # not the Friday of publication
        ("leaves", "2025-09-12"),
        ("ends", "2025-09-14"),  # the Sunday of the weekend named
    ],
)
def test_a_diary_tells_what_is_to_come_in_order(word: str, time: str) -> None:
    assert told(DIARY, FRIDAY)[word] == (time, "scheduled")


def test_what_a_diary_looks_back_on_keeps_its_own_date() -> None:
    assert told(DIARY, FRIDAY)["put"] == ("2025-05", "occurred")


def test_what_only_might_be_is_not_dated_by_the_head() -> None:
    assert told(DIARY, FRIDAY)["take"][0] == "[2025-09-05..]"


@pytest.mark.parametrize("published", [FRIDAY, None])
def test_a_chronicle_in_the_present_tense_tells_what_is_past(published: date | None) -> None:
    found = told(CHRONICLE, published)
    assert found["builds"] == ("1812", "occurred")
    assert found["burns"] == ("1869", "occurred")
    assert found["sold"] == ("1958", "occurred")


@pytest.mark.parametrize(
    "text",
    [
        "ORLIN, Sept. 4 — The council votes on Monday.\n\nThe mayor left.",  # a dateline
        "The vote is on Monday: nobody doubts it.\n\nOn Tuesday the mayor left.",
        "Monday was quiet.\n\nTuesday was not.",
    ],
)
def test_other_dates_head_nothing(text: str) -> None:
    reading = read_events(Article(text, published_at=FRIDAY))
    assert not find_heads(reading.tokens, reading.sentences, reading.reading.timexes)
