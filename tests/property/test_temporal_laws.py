"""What holds of every reading, whatever the text: Hypothesis looks for a text of which it does not."""

from __future__ import annotations

import random
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.article import Article
from service.temporal.calendar.periods import Interval, Moment, Period, civil, iso_week, ordinal, period_of
from service.temporal.engine import Reading, read_timexes
from service.temporal.model import Timex
from service.text.sentences import split_sentences
from service.text.tokens import tokenize

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WORDS = st.sampled_from(
    """Monday Friday on in of the last next this past year month week day days years ago earlier later two three 1998
    2024 2019 March May may
    June 3 14 21st first second early late mid - , . / : 's about more than a an half quarter fiscal
    winter spring Easter Christmas morning night p.m. 9 30 UTC EST today yesterday tomorrow now recent every each twice
    between and from to until BC AD 44 '80s 1990s century decade end beginning said will Obama 😀 é ( ) $ %""".split()
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200)
GRAINS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"])
VALUE = re.compile(
    r"(?:PAST_REF|PRESENT_REF|FUTURE_REF"
    r"|(?:BC)?[\dX]{1,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|AF|EV|NI|MI|DT|[\dX]{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::\d{2})?)?))?"
    r"|P(?:T?(?:[\d.]+|X)(?:[YMWDHSQ]|WE|DE|CE|ML))+(?:T?[\d.]+[MSH])?)"
)


def read(text: str, published: date | None, kind: str = "news") -> Reading:
    tokens = tokenize(text)
    return read_timexes(Article(text, None, published, document_type=kind), tokens, split_sentences(tokens))  # type: ignore[arg-type]


@given(TEXTS, st.none() | DAYS, st.sampled_from(["news", "narrative", "auto"]))
@settings(deadline=None, max_examples=400)
def test_an_expression_is_where_it_says(text: str, published: date | None, kind: str) -> None:
    end = 0
    for timex in read(text, published, kind).timexes:
        assert text[timex.start : timex.end] == timex.text
        assert end <= timex.start < timex.end
        end = timex.end


@given(TEXTS, st.none() | DAYS, st.sampled_from(["news", "narrative"]))
@settings(deadline=None, max_examples=400)
def test_bounds_do_not_end_before_they_start(text: str, published: date | None, kind: str) -> None:
    for timex in read(text, published, kind).timexes:
        if timex.bounds is not None and None not in timex.bounds:
            assert _instant(timex.bounds.start) <= _instant(timex.bounds.end), timex


def _instant(moment: Moment | None) -> tuple[int, int]:
    assert moment is not None
    return moment.day, moment.second or 0


@given(TEXTS, st.none() | DAYS)
@settings(deadline=None, max_examples=400)
def test_values_are_written_as_timex3_writes_them(text: str, published: date | None) -> None:
    for timex in read(text, published).timexes:
        assert VALUE.fullmatch(timex.value), timex


@given(TEXTS, DAYS)
@settings(deadline=None, max_examples=200)
def test_the_same_request_has_the_same_answer(text: str, published: date) -> None:
    assert read(text, published) == read(text, published)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_no_date_is_invented_where_nothing_dates_the_text(text: str) -> None:
    reading = read(text, None)
    known = {timex.id for timex in reading.timexes}
    for timex in reading.timexes:
        if timex.bounds is not None and reading.published is None:
            assert timex.explicit or timex.anchor in known or any(map(str.isdigit, timex.text)), timex


RELATIVE = [
    "He left on Monday.",
    "They meet next Friday.",
    "It rained yesterday.",
    "It will snow tomorrow.",
    "She came last week.",
    "The talks resume next week.",
    "Rain fell this morning.",
    "It burned last night.",
    "He wrote three days ago.",
    "It opened two weeks ago.",
    "The fair is this weekend.",
    "Over the weekend it snowed.",
    "On Tuesday night they met.",
]


@pytest.mark.parametrize("text", RELATIVE)
@given(published=DAYS, weeks=st.integers(-500, 500))
@settings(deadline=None, max_examples=30)
def test_weeks_later_relative_dates_are_as_much_later(text: str, published: date, weeks: int) -> None:
    moved = published + timedelta(weeks=weeks)
    before, after = (_bounds(read(text, day).timexes) for day in (published, moved))
    assert [(a + 7 * weeks, b + 7 * weeks) for a, b in before] == after


def _bounds(timexes: tuple[Timex, ...]) -> list[tuple[int, int]]:
    found = [timex.bounds for timex in timexes if timex.bounds]
    assert found
    return [(_instant(bounds.start)[0], _instant(bounds.end)[0]) for bounds in found]


@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 28))
def test_a_day_and_its_number_are_the_same_day(year: int, month: int, day: int) -> None:
    assert civil(ordinal(year, month, day)) == (year, month, day)


@given(DAYS)
def test_the_calendar_agrees_with_the_standard_library(day: date) -> None:
    assert ordinal(day.year, day.month, day.day) == day.toordinal()
    assert Moment(day.toordinal()).isoformat() == day.isoformat()
    assert iso_week(period_of("week", day.toordinal()).number) == tuple(day.isocalendar())[:2]


@given(GRAINS, st.integers(-500_000, 900_000))
def test_a_day_lies_in_its_period(grain: str, day: int) -> None:
    period = period_of(grain, day)  # type: ignore[arg-type]
    if grain != "weekend":
        assert period.first() <= day <= period.last()
    assert Period(period.grain, period.number + 1).first() > period.last() or grain == "weekend"
    assert period.interval() == Interval(Moment(period.first()), Moment(period.last()))


ARTICLES = Path(__file__).parent.parent / "golden" / "articles"


def test_no_answer_depends_on_what_was_read_before_or_beside_it() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    jobs = [(text, day, kind) for text in texts for day in (None, date(2024, 5, 15)) for kind in ("news", "auto")]
    alone = {job: repr(read(*job)) for job in jobs}
    for seed in range(3):
        mixed = random.Random(seed).sample(jobs, len(jobs))
        assert [repr(read(*job)) for job in mixed] == [alone[job] for job in mixed]
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(lambda job: repr(read(*job)), mixed)) == [alone[job] for job in mixed]
