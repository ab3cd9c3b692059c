"""The engine reads passages as they are annotated, but for what the marks in them account for."""

from __future__ import annotations

import pytest

from service.temporal.model import Timex
from tests.temporal.annotation import Annotated, Passage, load_passages
from tests.temporal.reading import read

PASSAGES = load_passages()
NAMES = [passage.name for passage in PASSAGES]
_MOST_MISSED = 0.1  # of all annotated expressions: a text of a new kind may bring more, the corpus as a whole not


def _is_read(annotated: Annotated, timexes: dict[tuple[int, int], Timex]) -> bool:
    timex = timexes.get((annotated.start, annotated.end))
    if timex is None or annotated.type is None:
        return timex is not None
    return (timex.type, timex.value, timex.mod) == (annotated.type, annotated.value, annotated.mod)


def _timexes(passage: Passage) -> dict[tuple[int, int], Timex]:
    return {(t.start, t.end): t for t in read(passage.text, passage.published, "auto").timexes}


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_a_passage_is_read_as_annotated(passage: Passage) -> None:
    timexes = _timexes(passage)
    for annotated in passage.right:
        timex = timexes.get((annotated.start, annotated.end))
        told = None if timex is None else (timex.text, timex.type, timex.value, timex.mod)
        assert told == (annotated.words, annotated.type, annotated.value, annotated.mod)


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_nothing_else_is_read(passage: Passage) -> None:
    known = (*passage.right, *passage.missed, *passage.spurious)
    others = [t.text for t in _timexes(passage).values() if not any(k.start < t.end and t.start < k.end for k in known)]
    assert others == []


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_the_marks_for_what_is_wrong_still_hold(passage: Passage) -> None:
    timexes = _timexes(passage)
    mended = [a.words for a in passage.missed if _is_read(a, timexes)]
    mended += [a.words for a in passage.spurious if not _is_read(a, timexes)]
    assert mended == [], "read rightly now: take the marks away"


def test_few_expressions_are_missed() -> None:
    missed = sum(len(passage.missed) for passage in PASSAGES)
    assert missed <= _MOST_MISSED * (missed + sum(len(passage.right) for passage in PASSAGES))


def test_no_two_passages_have_the_same_name() -> None:
    assert len(set(NAMES)) == len(NAMES)
