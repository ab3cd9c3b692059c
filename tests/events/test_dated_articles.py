"""Articles of our own in which the time of each event was marked before the engine read them.

``[fell|2017-09-10]`` marks a trigger and the days that the text gives: a day, month or year; ``a..b`` or ``a/b`` from
one to the other, either side open; another ``|`` before another reading. ``!`` marks a time that is not told so yet,
mostly for want of a bound. The first line is the day of publication.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from service.article import Article
from service.events.reading import read_events

ARTICLES = sorted((Path(__file__).parent / "dated").glob("*.txt"))
_MARK = re.compile(r"\[([^|\]]+)\|(!?)([^\]]+)\]")


class Mark(NamedTuple):
    start: int
    word: str
    known_miss: bool
    times: tuple[tuple[date, date], ...]


def _edge(text: str, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.replace("/", "..").partition("..")
    last = last if ".." in text or "/" in text else first
    return (_edge(first, False) if first else date.min), (_edge(last, True) if last else date.max)


def _read(path: Path) -> tuple[Article, list[Mark]]:
    published, marked = path.read_text(encoding="utf-8").split("\n", 1)
    text, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        times = tuple(_days(time) for time in found[3].split("|"))
        marks.append(Mark(len(text), found[1], found[2] == "!", times))
        text, at = text + found[1], found.end()
    return Article(text + marked[at:], published_at=date.fromisoformat(published)), marks


def _told(path: Path) -> list[tuple[Mark, tuple[date, date]]]:
    """Each mark, and the days that the engine tells of its event."""
    article, marks = _read(path)
    reading = read_events(article)
    told = {reading.tokens.starts[mention.trigger.token]: mention.dating for mention in reading.mentions}
    found = []
    for mark in marks:
        assert mark.start in told, f"{mark.word} names no event"
        dating = told[mark.start]
        start, end = dating.bounds if dating is not None else (None, None)
        first = date.fromordinal(start.day) if start is not None else date.min
        found.append((mark, (first, date.fromordinal(end.day) if end is not None else date.max)))
    return found


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_each_marked_event_has_the_time_that_the_text_gives_it(path: Path) -> None:
    wrong = [(mark.word, mark.start, days) for mark, days in _told(path) if days not in mark.times]
    known = {mark.start for mark, _ in _told(path) if mark.known_miss}
    assert [one for one in wrong if one[1] not in known] == []


def test_what_is_not_told_yet_is_less_than_a_quarter() -> None:
    marks = [mark for path in ARTICLES for mark in _read(path)[1]]
    assert sum(mark.known_miss for mark in marks) < len(marks) / 4


def test_no_day_is_told_for_another() -> None:
    """A wrong day is worse than none: of all events told to the day, few are told of a day outside their time."""
    exact = [(mark, days) for path in ARTICLES for mark, days in _told(path) if days[0] == days[1]]
    outside = [mark.word for mark, (day, _) in exact if all(not a <= day <= b for a, b in mark.times)]
    assert len(outside) < len(exact) / 20
