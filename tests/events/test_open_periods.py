"""Periods named from where the story or the writer stands; distances. Published on Sunday 23 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.timeline.build import build_timeline
from tests.events.test_dating import when


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what is to come by the end of a period is of the writer's, whatever was told before
        (
            "The flights stopped in January. The agency hopes to resume them by the end of the month.",
            "resume",
            "[2025-03-23..2025-03-31]",
        ),
        (
            "It closed last year. It will be rebuilt by the end of the year.",
            "rebuilt",
            "[2025-03-23..2025-12-31]",
        ),
        (
            "The mill was shut in February. It is to reopen at the end of the month.",
            "reopen",
            "[2025-03-23..2025-03-31]",
        ),
        # what is past is of the story's
        ("The fire broke out on 12 January. By the end of the month nine people had died.", "died", "[..2025-01-31]"),
        ("The court fined him on 3 February. He paid at the end of the month.", "paid", "[2025-02-21..2025-02-28]"),
        # of a period that the sentence names, and of one long past
        ("In February 2011 the mayor said it would reopen by the end of the year.", "reopen", "[..2011-12-31]"),
        (
            "The dam failed in May 2011. The mayor said it would reopen by the end of the year.",
            "reopen",
            "[..2011-12-31]",
        ),
        # what is expected of a year that has begun is expected now
        ("The firm expects sales of $5 billion this year.", "expects", "2025-03-23"),
        ("The firm expected sales of $5 billion in 2023.", "expected", "2023"),
        # a span that is over
        ("The truce lasted from the start of this year until 4 March, when a hall was hit.", "hit", "2025-03-04"),
        (
            "The truce lasted from the start of this year until 4 March, when a hall was hit.",
            "lasted",
            "2025~/2025-03-04",
        ),
    ],
)
def test_a_period_is_the_writers_where_it_lies_ahead(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Velde died on 20 February. In March it emerged that he had rung her three days before he died.",
            "rung",
            "2025-02-17",
        ),
        (
            "One man died in May 2024, another died in June. It emerged that he rang a day before he died.",
            "rang",
            "[..2025-03-23]",
        ),
        (
            "A fire that killed nine last May began below. The leak was found a month before the fire. In 2021 "
            "a smaller fire hurt a guard.",
            "found",
            "2024-04",
        ),
    ],
)
def test_a_distance_counts_from_what_was_told_before(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kieran Voss appeared before Orme magistrates on Thursday accused of theft.", "2025-03-20"),
        ("Kieran Voss appeared before Orme magistrates on Thursday charged with theft.", "2025-03-20"),
        ("Kieran Voss appeared before police arrived on Thursday.", "[..2025-03-20]"),
    ],
)
def test_before_a_court_is_no_order(text: str, edtf: str) -> None:
    events = build_timeline(Article(text, published_at=date(2025, 3, 23))).events
    times = [e.time.edtf for e in events if e.headline.startswith("Kieran Voss appeared") and e.time is not None]
    assert times == [edtf]
