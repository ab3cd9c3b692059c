"""Six whole timelines as they would be published: each line of each is asserted, time, standing and headline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.timelines import ARTICLES, read_gold, score
from benchmarks.timelines import answer as timeline_of
from service.article import Article
from service.timeline.build import build_timeline

PUBLISHED = sorted((Path(__file__).parent / "timelines").glob("*.txt"))


def _lines(name: str) -> list[str]:
    gold = read_gold(ARTICLES / f"{name}.toml")
    assert gold.published_at is not None
    timeline = build_timeline(Article(gold.text, published_at=date.fromisoformat(gold.published_at)))
    return [
        f"{event.time.edtf if event.time else 'undated'} | {event.factuality.status} | {event.headline}"
        for event in (*timeline.events, *timeline.undated)
    ]


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda path: path.stem)
def test_the_timeline_is_the_one_that_an_editor_would_publish(published: Path) -> None:
    assert _lines(published.stem) == published.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda path: path.stem)
def test_no_published_timeline_tells_what_never_happened_or_a_date_the_text_does_not_give(published: Path) -> None:
    gold = read_gold(ARTICLES / f"{published.stem}.toml")
    faults = score(gold, timeline_of(gold)).counts
    assert not faults["never-happened"]
    assert not faults["invented-date"]
    assert not faults["duplicate"]
    assert not faults["headline"]


def test_there_are_six_of_different_kinds() -> None:
    kinds = {read_gold(ARTICLES / f"{path.stem}.toml").kind for path in PUBLISHED}
    assert kinds == {"court", "earnings", "disaster", "obituary", "history", "preview"}
