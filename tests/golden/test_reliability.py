"""Confidence means what it says, and so does its measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.reliability import Judged, bins, brier, calibration_error, judge, judge_document
from benchmarks.timelines import ARTICLES, GoldEvent, Told, answer, read_gold


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    golds = [read_gold(path) for path in sorted(ARTICLES.glob("*.toml"))]
    return [one for gold in golds for one in judge(gold, answer(gold))]


def _share(judged: list[Judged], low: float, high: float) -> float:
    held = [one.right for one in judged if low <= one.confidence < high]
    assert len(held) > 10
    return sum(held) / len(held)


def test_of_events_told_with_four_fifths_of_confidence_four_in_five_are_right(judged: list[Judged]) -> None:
    assert _share(judged, 0.75, 0.87) >= 0.8
    assert _share(judged, 0.8, 1.0) >= 0.85


def test_the_surer_the_more_often_right(judged: list[Judged]) -> None:
    assert _share(judged, 0.0, 0.6) < _share(judged, 0.6, 0.8) < _share(judged, 0.8, 0.9) <= _share(judged, 0.9, 1.0)


def test_on_the_whole_confidence_is_within_a_tenth_of_what_comes_of_it(judged: list[Judged]) -> None:
    assert calibration_error(judged) < 0.12


def test_a_forecast_that_is_always_right_scores_nothing() -> None:
    certain = [Judged(1.0, True, True), Judged(0.0, False, False)]
    assert brier(certain) == 0
    assert calibration_error(certain) == 0


def test_the_error_is_the_distance_of_the_mean_confidence_from_the_share() -> None:
    half = [Judged(0.8, True, True), Judged(0.8, False, True)]
    assert calibration_error(half) == pytest.approx(0.3)
    assert brier(half) == pytest.approx((0.04 + 0.64) / 2)
    (only,) = bins(half)
    assert (only.low, only.events, only.right, only.true) == (0.8, 2, 0.5, 1.0)


def test_no_events_have_no_score() -> None:
    with pytest.raises(ValueError, match="no events"):
        brier([])


def _told(bounds: tuple[str, str], status: str = "occurred") -> Told:
    return Told(0, 4, "fell", "The wall fell", bounds, "within", status, "positive", 0.8)


@pytest.mark.parametrize(
    ("told", "right", "true"),
    [
        (_told(("2024-05-01", "2024-05-31")), True, True),
        (_told(("", "2024-06-10")), False, True),
        (_told(("2024-05-10", "2024-05-10")), False, False),
        (_told(("2024-05-01", "2024-05-31"), "scheduled"), False, False),
    ],
)
def test_an_event_is_right_with_the_time_and_the_standing_of_the_gold(told: Told, right: bool, true: bool) -> None:
    event = GoldEvent("fall", True, frozenset({(0, 4)}), ("2024-05",), frozenset({"occurred"}), False, False)
    gold = read_gold(sorted(ARTICLES.glob("*.toml"))[0])
    (one,) = judge(replace(gold, events=(event,)), [told])
    assert (one.right, one.true) == (right, true)


def test_a_mention_in_a_corpus_is_judged_by_its_day() -> None:
    text = "The mill burned down on Tuesday. Its owner had bought it in 2019."
    document = {
        "text": text,
        "dct": "2024-05-09",
        "events": [
            {"start": text.index("burned"), "end": text.index("burned") + 6, "time": {"time": "2024-05-07"}},
            {"start": text.index("bought"), "end": text.index("bought") + 6, "time": "2019-03-05"},
            {"start": 0, "end": 3, "time": {"time": "2024-XX-XX"}},
        ],
    }
    assert [(one.right, one.true) for one in judge_document(document)] == [(False, True), (True, True)]
