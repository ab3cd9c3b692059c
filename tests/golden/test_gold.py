"""The gold files say what they mean: every mark stands once in its article, every time can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.timelines import ARTICLES, SPLITS, Gold, bounds_of, read_gold

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
