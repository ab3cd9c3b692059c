"""Laws of reading time that hold for any text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.article import DocumentType
from service.temporal.calendar.periods import Interval, Moment
from service.temporal.model import Timex
from tests.property.texts import EVERYDAY, KINDS, PUBLISHED, TEXTS, WEEKLY, WRITTEN
from tests.temporal.reading import read


@given(TEXTS, st.none() | PUBLISHED, KINDS)
def test_offsets_give_the_words_back(text: str, published: date | None, kind: DocumentType) -> None:
    for timex in read(text, published, kind).timexes:
        assert text[timex.start : timex.end] == timex.text
        assert timex.text.strip() == timex.text != ""


@given(TEXTS, st.none() | PUBLISHED, KINDS)
def test_expressions_stand_in_text_order_and_never_overlap(
    text: str, published: date | None, kind: DocumentType
) -> None:
    timexes = read(text, published, kind).timexes
    assert [timex.id for timex in timexes] == [f"t{n}" for n in range(1, len(timexes) + 1)]
    for before, after in pairwise(timexes):
        assert before.end <= after.start


@given(WRITTEN, st.none() | PUBLISHED, KINDS)
def test_no_interval_ends_before_it_starts(text: str, published: date | None, kind: DocumentType) -> None:
    for timex in read(text, published, kind).timexes:
        if timex.bounds is not None and timex.bounds.start is not None and timex.bounds.end is not None:
            assert _place(timex.bounds.start) <= _place(timex.bounds.end), timex


@given(WRITTEN, st.none() | PUBLISHED, KINDS)
def test_an_anchor_is_the_publication_date_or_an_expression_told_before(
    text: str, published: date | None, kind: DocumentType
) -> None:
    reading = read(text, published, kind)
    known = {"published_at"} if reading.published is not None else set()
    for timex in reading.timexes:
        assert timex.anchor is None or timex.anchor in known
        known.add(timex.id)


@given(WRITTEN, KINDS)
def test_without_a_publication_date_no_bounds_are_invented(text: str, kind: DocumentType) -> None:
    reading = read(text, None, kind)
    if reading.published is not None:
        return  # the text itself said when it was published
    grounded: set[str] = set()
    for timex in reading.timexes:
        if timex.bounds is None:
            continue
        assert _has_year(timex) or timex.anchor in grounded, timex
        grounded.add(timex.id)


@given(
    st.lists(st.sampled_from(WEEKLY), min_size=1, max_size=6),
    EVERYDAY,
    st.integers(-500, 500),
    st.sampled_from(["", "will ", "was "]),
)
def test_moving_publication_by_whole_weeks_moves_relative_dates_as_much(
    pieces: list[str], published: date, weeks: int, verb: str
) -> None:
    text = " ".join(f"The ferry {verb}sailed {piece}." for piece in pieces)
    here = read(text, published, "news").timexes
    there = read(text, published + timedelta(weeks=weeks), "news").timexes
    assert len(here) == len(pieces)
    assert [_moved(timex.bounds, 7 * weeks) for timex in here] == [timex.bounds for timex in there]


@given(WRITTEN, st.none() | PUBLISHED, KINDS, WRITTEN)
def test_the_same_request_has_the_same_answer_whatever_was_read_between(
    text: str, published: date | None, kind: DocumentType, other: str
) -> None:
    first = read(text, published, kind)
    read(other, published, "narrative")
    assert read(text, published, kind) == first


def _place(moment: Moment) -> tuple[int, int]:
    return moment.day, moment.second or 0


def _has_year(timex: Timex) -> bool:
    """Whether the expression says itself when it was: no part of its value came from elsewhere."""
    return timex.explicit or (timex.anchor is None and any(letter.isdigit() for letter in timex.text))


def _moved(bounds: Interval | None, days: int) -> Interval | None:
    if bounds is None:
        return None
    start, end = bounds
    return Interval(
        replace(start, day=start.day + days) if start else None, replace(end, day=end.day + days) if end else None
    )
