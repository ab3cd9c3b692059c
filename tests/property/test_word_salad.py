"""Whatever the words, a timeline comes back: clauses that no grammar knows neither stop the reading nor turn it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from service.article import Article
from service.timeline.build import build_timeline

HARBOUR = Path(__file__).parents[2] / "benchmarks" / "articles" / "harbour.txt"
_WORDS = """the a their minister company talks strike vote Anna Reyes Monday in before after since until by when while
which that who to , . “ ” ( ) : ; – and or but said announced denied has had been being is was will would may might
signed leave leaving left killed expected agreed failed according report 2019 May last year three days later early not
's of for with from between late if as than because where ago week yesterday accused damaging plans running began
ended""".split()

_texts = st.lists(st.sampled_from([*_WORDS, "\n", "\n\n"]), min_size=1, max_size=80).map(" ".join).filter(str.strip)


@example(", early March\nbeen minister may a")
@example("who hit but is , after , three")
@example("Anna planned where agreed was arrested and a Putin")
@example("Friday late would began was")
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(_texts)
def test_any_order_of_words_gives_a_timeline(text: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 23)), "full")

    for event in (*timeline.events, *timeline.undated):
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)
        assert event.evidence.start <= event.trigger.start
        assert event.trigger.end <= event.evidence.end
        assert event.headline.strip()


@pytest.mark.parametrize(
    "text",
    [
        "The two boards said last Wednesday that",
        "Hardly surely it is",
        "It was not",
        "Three days, two years later",
    ],
)
def test_a_text_that_is_cut_off_in_mid_sentence_is_read(text: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 23)), "full")

    assert timeline.article.text == text


def test_a_text_can_be_cut_off_anywhere() -> None:
    words = HARBOUR.read_text(encoding="utf-8").split(" ")

    assert build_timeline(Article(" ".join(words), published_at=date(2025, 3, 23))).events
    for end in range(1, len(words), 3):
        text = " ".join(words[:end])
        timeline = build_timeline(Article(text, published_at=date(2025, 3, 23)))
        assert all(event.evidence.end <= len(text) for event in (*timeline.events, *timeline.undated))
