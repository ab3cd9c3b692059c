"""Texts as they come from the web and the wire: odd hyphens and spaces, capitals, lines that end within a date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.temporal.reading import values

PUBLISHED = date(2013, 6, 12)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on 5\u00a0June\u00a02013.", ("5\u00a0June\u00a02013", "2013-06-05")),
        ("It closed at 10\u202fa.m. on Monday.", ("10\u202fa.m. on Monday", "2013-06-10T10:00")),
        ("It closed on Sep\u00adtember 5, 2012.", ("Sep\u00adtember 5, 2012", "2012-09-05")),
        ("It closed in the mid\u20111990s.", ("the mid\u20111990s", "199")),
        ("It closed in the third\nquarter of 2012.", ("the third\nquarter of 2012", "2012-Q3")),
        ("MAYOR QUITS; VOTE SET FOR SEPT. 9", ("SEPT. 9", "2013-09-09")),
        ("TRAMS RAN TILL THE EARLY 1990S", ("THE EARLY 1990S", "199")),
        ("== Spring 1940 ==\nThe offensive began.", ("Spring 1940", "1940-SP")),
    ],
)
def test_what_is_copied_is_read(text: str, expected: tuple[str, str]) -> None:
    assert expected in values(text, PUBLISHED)


def test_a_time_does_not_run_on_into_the_label_below_it() -> None:
    text = "The broadcast is at 3 p.m.\nThursday, June 13: The Test begins in Leeds."
    assert [words for words, _ in values(text, PUBLISHED)] == ["3 p.m.", "Thursday, June 13"]


def test_a_line_that_ends_within_a_date_does_not_end_it() -> None:
    assert values("The mill burnt on June\n5, and shut.", PUBLISHED) == [("June\n5", "2013-06-05")]


def test_a_story_without_publication_date_is_read_against_its_own() -> None:
    text = "The siege began on 3 May 1812. It was raised on 7 June, and two days later the town was burnt."
    assert values(text, None, "auto") == [
        ("3 May 1812", "1812-05-03"),
        ("7 June", "1812-06-07"),
        ("two days later", "1812-06-09"),
    ]


def test_an_obituary_is_read_against_its_own_day() -> None:
    text = (
        "Ada Holt, who built the first of them in 1931, died on May 19. She was born in 1904, married in 1926, was "
        "widowed in 1940 and retired in 1964."
    )
    assert ("May 19", "2013-05-19") in values(text, PUBLISHED, "auto")
