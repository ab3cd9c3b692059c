"""What times and standings are called."""

from __future__ import annotations

import pytest
from hypothesis import given

from service.events.model import EventTime, Factuality
from service.render.phrases import attribution, labelled, published, standing, status, when
from tests.render.timelines import event_time, factualities, times

WITHIN, THROUGHOUT = "within", "throughout"


@pytest.mark.parametrize(
    ("start", "end", "extent", "precision", "words"),
    [
        ("2025-03-22", "2025-03-22", WITHIN, "day", "22 March 2025"),
        ("2024-11-01", "2024-11-10", WITHIN, "day", "between 1 and 10 November 2024"),
        ("2024-11-01", "2024-11-10", THROUGHOUT, "day", "1–10 November 2024"),
        ("2024-10-28", "2024-11-03", WITHIN, "day", "between 28 October and 3 November 2024"),
        ("2024-10-28", "2024-11-03", THROUGHOUT, "day", "28 October – 3 November 2024"),
        ("2023-12-30", "2024-01-02", THROUGHOUT, "day", "30 December 2023 – 2 January 2024"),
        ("2024-03-01", "2024-05-31", WITHIN, "month", "between March and May 2024"),
        ("2023-11-01", "2024-02-29", THROUGHOUT, "month", "November 2023 – February 2024"),
        ("2019-01-01", "2021-12-31", THROUGHOUT, "year", "2019–2021"),
        ("2021-01-01", "2024-12-31", WITHIN, "year", "between 2021 and 2024"),
        ("2024-11-01", "2024-11-30", WITHIN, "month", "November 2024"),
        ("2024-11-01", "2024-11-30", THROUGHOUT, "month", "throughout November 2024"),
        ("2024-02-01", "2024-02-29", WITHIN, "month", "February 2024"),
        ("2024-02-01", "2024-02-28", WITHIN, "month", "between 1 and 28 February 2024"),
        ("2024-01-01", "2024-12-31", WITHIN, "year", "some time in 2024"),
        ("2024-01-01", "2024-12-31", THROUGHOUT, "year", "throughout 2024"),
        ("1980-01-01", "1989-12-31", WITHIN, "decade", "some time in the 1980s"),
        ("1800-01-01", "1899-12-31", WITHIN, "century", "some time in the 19th century"),
        ("2024-07-01", "2024-09-30", WITHIN, "quarter", "the third quarter of 2024"),
        ("2024-12-01", "2025-02-28", WITHIN, "season", "winter 2024–25"),
        ("2024-06-01", "2024-08-31", WITHIN, "season", "summer 2024"),
        ("-0044-12-01", "-0043-02-28", WITHIN, "season", "winter 45 BC"),
        ("2025-03-22", "2025-03-23", WITHIN, "week", "the weekend of 22–23 March 2025"),
        ("2025-03-22", "2025-03-23", WITHIN, "day", "between 22 and 23 March 2025"),
        ("2024-12-01", "2025-02-28", WITHIN, "month", "between December 2024 and February 2025"),
        ("2024-11-11", "2024-11-17", WITHIN, "week", "the week of 11 November 2024"),
        ("2024-11-11", "2024-11-17", WITHIN, "day", "between 11 and 17 November 2024"),
        ("2024-01-01", "2024-06-30", WITHIN, "month", "the first half of 2024"),
        ("2022-02-01", None, THROUGHOUT, "month", "since February 2022"),
        ("2022-02-24", None, THROUGHOUT, "day", "since 24 February 2022"),
        ("2022-01-01", None, THROUGHOUT, "year", "since 2022"),
        ("2022-01-01", None, THROUGHOUT, "day", "since 1 January 2022"),
        ("2025-03-23", None, WITHIN, "day", "23 March 2025 or later"),
        (None, "2025-03-23", WITHIN, "day", "by 23 March 2025"),
        (None, "2024-12-31", WITHIN, "year", "by the end of 2024"),
        (None, "2022-02-28", WITHIN, "month", "by the end of February 2022"),
        (None, "2024-12-31", THROUGHOUT, "year", "until the end of 2024"),
        ("-0043-03-15", "-0043-03-15", WITHIN, "day", "15 March 44 BC"),
        ("-0043-01-01", "-0043-12-31", WITHIN, "year", "some time in 44 BC"),
        ("-0057-01-01", "-0049-12-31", THROUGHOUT, "year", "58–50 BC"),
        ("-0026-01-01", "0014-12-31", THROUGHOUT, "year", "27 BC – AD 14"),
        ("0079-08-24", "0079-08-24", WITHIN, "day", "24 August AD 79"),
        ("0000-01-01", "0000-12-31", WITHIN, "year", "some time in 1 BC"),
        ("2025-03-22T14:30:00", "2025-03-22T14:30:00", WITHIN, "minute", "22 March 2025, 14:30"),
        ("2025-03-22T14:30:05Z", "2025-03-22T14:30:05Z", WITHIN, "second", "22 March 2025, 14:30:05 UTC"),
        (
            "2025-03-22T19:00:00+02:00",
            "2025-03-22T22:59:59+02:00",
            WITHIN,
            "hour",
            "22 March 2025, between 19:00 and 22:00 UTC+02:00",
        ),
        ("2025-03-22T22:00:00", "2025-03-22T22:59:59", WITHIN, "hour", "22 March 2025, 22:00"),
        (None, "2025-03-22T17:59:59", WITHIN, "hour", "by 17:00 on 22 March 2025"),
        ("2025-03-22T05:00:00", "2025-03-22T11:59:59", WITHIN, "hour", "22 March 2025, in the morning"),
        ("2025-03-22T18:00:00Z", "2025-03-22T23:59:59Z", WITHIN, "hour", "22 March 2025, at night"),
        ("2025-03-22T12:00:00", "2025-03-22T17:59:59", WITHIN, "minute", "22 March 2025, between 12:00 and 17:59"),
        ("2025-03-22T18:00:00", "2025-03-22T20:00:00", THROUGHOUT, "hour", "22 March 2025, 18:00–20:00"),
        (
            "2025-03-22T22:00:00",
            "2025-03-23T02:00:00",
            THROUGHOUT,
            "hour",
            "from 22:00 on 22 March 2025 to 02:00 on 23 March 2025",
        ),
        ("2025-01-21", "2025-05-07T23:59:59", WITHIN, "unknown", "between 21 January and 7 May 2025"),
        (
            "2024-09-14T18:00:00",
            "2024-09-18",
            WITHIN,
            "unknown",
            "between 18:00 on 14 September 2024 and 18 September 2024",
        ),
        ("2021-01-01", "2024-07-03", THROUGHOUT, "year", "2021 – 3 July 2024"),
        ("2024-05-01", "2025-01-16", THROUGHOUT, "month", "May 2024 – 16 January 2025"),
        ("2024-05-01", "2025-01-16", THROUGHOUT, "day", "1 May 2024 – 16 January 2025"),
        (None, "2025-03-22T14:30:00Z", WITHIN, "minute", "by 14:30 UTC on 22 March 2025"),
        (None, None, WITHIN, "unknown", "undated"),
        ("12024-01-01", "12024-12-31", WITHIN, "year", "some time in 12024"),
    ],
)
def test_a_time_in_words(start: str | None, end: str | None, extent: str, precision: str, words: str) -> None:
    assert when(event_time(start, end, extent=extent, precision=precision)) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-11-01", "2024-11-10", "month", "early November 2024"),
        ("2024-02-21", "2024-02-29", "month", "late February 2024"),
        ("2024-11-11", "2024-11-20", "month", "mid November 2024"),
        ("2024-05-01", "2024-08-31", "year", "mid 2024"),
        ("2024-09-01", "2024-12-31", "year", "late 2024"),
        ("1986-01-01", "1989-12-31", "decade", "late 1980s"),
        ("1980-01-01", "1983-12-31", "decade", "early 1980s"),
        ("1983-01-01", "1986-12-31", "decade", "mid 1980s"),
        ("1984-01-01", "1984-12-31", "year", "about 1984"),
        ("2025-03-22", "2025-03-22", "day", "about 22 March 2025"),
        ("2024-11-05", "2024-11-15", "month", "about 5–15 November 2024"),
        ("2022-02-01", None, "month", "about February 2022 or later"),
    ],
)
def test_a_time_that_is_not_sharp(start: str, end: str | None, precision: str, words: str) -> None:
    assert when(event_time(start, end, precision=precision, approximate=True)) == words


def test_before_something_in_a_year_is_by_the_end_of_that_year() -> None:
    assert when(event_time(None, "2024-12-31", basis="relation")) == "by the end of 2024"
    assert when(event_time(None, "2024-11-30", basis="relation")) == "by 30 November 2024"
    assert when(event_time(None, "2024-12-31", basis="explicit")) == "by 31 December 2024"


def test_a_season_is_named_as_the_edtf_names_it() -> None:
    southern = event_time("2024-12-01", "2025-02-28", precision="season", edtf="2024-30")
    assert when(southern) == "summer 2024–25"


def test_no_time_is_undated() -> None:
    assert when(None) == "undated"


@pytest.mark.parametrize(
    ("factuality", "words"),
    [
        (Factuality("occurred"), "happened"),
        (
            Factuality(
                "occurred", certainty="probable", source="Separate letters", disputed_by=("the mayor", "the union")
            ),
            "probably happened, according to Separate letters; disputed by the mayor, the union",
        ),
        (Factuality("occurred", polarity="negative"), "did not happen"),
        (
            Factuality("occurred", source="The Supreme Court", disputed_by=("She", "It", "They said", "Theresa May")),
            "happened, according to the Supreme Court; disputed by her, it, They said, Theresa May",
        ),
        (Factuality("scheduled", certainty="probable"), "expected"),
        (Factuality("scheduled", certainty="possible"), "possibly planned"),
        (Factuality("scheduled", polarity="negative", certainty="probable"), "not expected to happen"),
        (Factuality("ongoing"), "still going on"),
        (Factuality("scheduled", source="officials"), "planned, according to officials"),
        (Factuality("scheduled", polarity="negative"), "planned not to happen"),
        (Factuality("hypothetical", certainty="possible"), "might happen"),
        (Factuality("denied", disputed_by=("the mayor",)), "denied, disputed by the mayor"),
    ],
)
def test_a_standing_in_words(factuality: Factuality, words: str) -> None:
    assert standing(factuality) == words


def test_nobody_named_is_nobody_said() -> None:
    assert attribution(Factuality("occurred")) == ""


@pytest.mark.parametrize(
    ("factuality", "line"),
    [
        (Factuality("occurred"), "X"),
        (Factuality("scheduled"), "Planned: X"),
        (Factuality("occurred", certainty="possible"), "Possible: X"),
        (Factuality("occurred", polarity="negative"), "Did not happen: X"),
        (Factuality("occurred", disputed_by=("Y",)), "Disputed: X"),
        (Factuality("hypothetical", polarity="negative"), "Not expected: X"),
    ],
)
def test_a_headline_never_claims_more_than_the_article(factuality: Factuality, line: str) -> None:
    assert labelled("X", factuality) == line


@pytest.mark.parametrize(("date", "words"), [
    (None, ""), ("2025-03-23", "23 March 2025"), ("2025-03-23T08:15:00Z", "23 March 2025, 08:15 UTC"),
    ("2025-03-23T08:15:00+02:00", "23 March 2025, 08:15 UTC+02:00"), ("2025-03-23T08:15:00", "23 March 2025, 08:15"),
    ("23/3/25", "23/3/25"),
])  # fmt: skip
def test_the_publication_date_in_words(date: str | None, words: str) -> None:
    assert published(date) == words


@given(times)
def test_every_time_has_words(time: EventTime) -> None:
    words = when(time)
    assert words == words.strip()
    assert words
    assert "  " not in words
    assert (words == "undated") == (time.bounds == (None, None))


@given(factualities)
def test_every_standing_has_words(factuality: Factuality) -> None:
    assert status(factuality)
    assert standing(factuality).startswith(status(factuality))
