"""Time grows with the length of the text and no faster, whatever the text.

Lines of our code that run are counted, not seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import service
from service.article import Article
from service.timeline.build import build_timeline
from tests.property.texts import HOSTILE
from tests.temporal.reading import read

_OURS = str(Path(service.__file__).parent)
_SIZE = 3_000  # characters
PROSE = (
    "The harbour board met on Tuesday and said that the new pier would open in May 2026, two years later than planned. "
    "Its chairman, who resigned last week, had promised the mayor in early March that the work would be finished by "
    "the summer. "
)


def steps(work: Callable[[], object]) -> int:
    """How many lines of the service's own code run."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if not frame.f_code.co_filename.startswith(_OURS):
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grown(seed: str, size: int) -> str:
    return (seed * (size // len(seed) + 1))[:size]


@pytest.mark.parametrize("seed", HOSTILE.values(), ids=HOSTILE)
def test_reading_time_in_a_hostile_text_grows_with_its_length(seed: str) -> None:
    short = steps(lambda: read(grown(seed, _SIZE)))
    long = steps(lambda: read(grown(seed, 4 * _SIZE)))
    assert long <= 4.4 * short + 2_000


@pytest.mark.parametrize("seed", HOSTILE.values(), ids=HOSTILE)
def test_a_timeline_of_a_hostile_text_grows_with_its_length(seed: str) -> None:
    short = steps(lambda: build_timeline(Article(grown(seed, _SIZE))))
    long = steps(lambda: build_timeline(Article(grown(seed, 4 * _SIZE))))
    assert long <= 4.6 * short + 2_000


@pytest.mark.parametrize("seed", ["il y a ", "il y a trois ", "3 mai ", "1 ", "l'", "la semaine ", "lundi 3 ", "en "])
def test_a_hostile_text_in_another_language_takes_steps_as_its_length(seed: str) -> None:
    short = steps(lambda: read(grown(seed, _SIZE), language="fr"))
    long = steps(lambda: read(grown(seed, 4 * _SIZE), language="fr"))
    assert long <= 4.4 * short + 2_000


def test_prose_takes_steps_at_all() -> None:
    assert steps(lambda: read(grown(PROSE, _SIZE))) > 1_000
