"""The gold files say what they mean: every mark stands once in its article, every time can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.timelines import ARTICLES, SPLITS, Gold, GoldEvent, Score, Told, bounds_of, holds, read_gold, score

FILES = sorted(ARTICLES.glob("*.toml"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    path: Path = request.param
    return read_gold(path)


def test_every_time_of_the_gold_is_a_time(gold: Gold) -> None:
    for event in gold.events:
        for time in event.times:
            if time not in {"any", "none"}:
                start, end, _ = bounds_of(time)
                assert start or end, f"{event.id} is bounded on neither side"
                assert not (start and end) or start.startswith("-") or start <= end, f"{event.id} ends before it starts"


def test_an_editor_keeps_at_least_the_events_that_must_be_told(gold: Gold) -> None:
    assert sum(event.must for event in gold.events) <= gold.most


def test_no_place_is_both_told_and_never_told(gold: Gold) -> None:
    told = {place for event in gold.events for place in event.triggers}
    assert not told & gold.never


def test_every_article_is_of_a_known_split(gold: Gold) -> None:
    assert gold.split in SPLITS


def test_what_a_headline_has_to_say_stands_in_the_article(gold: Gold) -> None:
    for event in gold.events:
        for words in event.says:
            assert holds(gold.text, words), f"{event.id}: {words!r} does not stand in the article"


@pytest.mark.parametrize(
    ("headline", "words", "held"),
    [
        ("[Anna Rell] sold the mill", "anna rell", True),
        ("The firm’s mill burned", "mill", True),
        ("The millers struck", "mill", False),
        ("She sold the mill", "Rell", False),
    ],
)
def test_words_are_held_whole_in_any_case_and_filled_in_or_not(headline: str, words: str, held: bool) -> None:
    assert holds(headline, words) is held


def test_a_headline_that_does_not_name_whom_it_has_to_is_a_fault() -> None:
    assert _faults_of("[Rell] sold the mill") == 0
    assert _faults_of("She sold the mill") == 1


def _faults_of(headline: str) -> int:
    text = "Anna Rell came in 1990. She sold the mill."
    sold = GoldEvent("sold", True, frozenset({(28, 32)}), ("any",), frozenset({"any"}), False, False, ("Rell", "mill"))
    gold = Gold("mill", "local", "dev", text, None, "news", 3, (sold,), frozenset(), (), ())
    told = Told(28, 32, "sold", headline, None, "", "occurred", "positive", 0.9)
    found: Score = score(gold, [told])
    return found.counts["says"]
