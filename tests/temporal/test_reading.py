"""What an article is read against: its publication date, a dateline, a zone; and what happens where there is none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from service.article import Article, DocumentType
from service.temporal.engine import Reading, read_timexes
from service.text.sentences import split_sentences
from service.text.tokens import tokenize
from tests.temporal.reading import read, values


def read_in(text: str, published: date, zone: str | None) -> Reading:
    tokens = tokenize(text)
    return read_timexes(Article(text, None, published, zone), tokens, split_sentences(tokens))


def test_the_day_of_publication_is_that_of_the_zone() -> None:
    late = datetime(2024, 5, 15, 23, 30, tzinfo=UTC)
    assert [t.value for t in read_in("The court ruled today.", late, "Asia/Tokyo").timexes] == ["2024-05-16"]
    assert [t.value for t in read_in("The court ruled today.", late, None).timexes] == ["2024-05-15"]


@pytest.mark.parametrize(
    ("published", "zone", "label"),
    [
        (date(2024, 5, 15), None, "UTC"),
        (datetime(2024, 5, 15, 8, tzinfo=timezone(timedelta(hours=2))), None, "+02:00"),
        (date(2024, 5, 15), "Europe/Paris", "Europe/Paris"),
    ],
)
def test_the_zone_has_a_label(published: date, zone: str | None, label: str) -> None:
    assert read_in("It rained.", published, zone).timezone == label


def test_a_clock_time_has_the_offset_of_its_day() -> None:
    assert values("The gates open at 9 a.m. ET on July 3, 2023.") == [
        ("9 a.m. ET on July 3, 2023", "2023-07-03T09:00-04")
    ]
    assert values("The gates open at 9 a.m. ET on January 3, 2023.") == [
        ("9 a.m. ET on January 3, 2023", "2023-01-03T09:00-05")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, March 3, 2021 (Agency) - The ferry sank yesterday.",
        "Ferry sinks off the cape\n\nPublished: 3 March 2021\n\nThe ferry sank yesterday.",
        "March 3, 2021\n\nThe ferry sank yesterday.",
    ],
)
def test_a_dateline_is_the_publication_date(text: str) -> None:
    reading = read(text, None)
    assert (reading.published, reading.published_source) == (date(2021, 3, 3), "text")
    assert reading.timexes[-1].value == "2021-03-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry sank in November.", "XXXX-11"),
        ("The ferry sank on Friday.", "XXXX-WXX-5"),
        ("The ferry sank yesterday.", "XXXX-XX-XX"),
        ("The ferry sank on 3 May.", "XXXX-05-03"),
        ("The ferry sank last summer.", "XXXX-SU"),
        ("The ferry sank last year.", "XXXX"),
        ("The ferry sank two years ago.", "XXXX"),
        ("The ferry sank in the summer.", "XXXX-SU"),
    ],
)
def test_without_any_date_nothing_is_invented(text: str, value: str) -> None:
    reading = read(text, None)
    (timex,) = reading.timexes
    assert (timex.value, timex.bounds, timex.anchor) == (value, None, None)
    assert [code for code, _ in reading.warnings] == ["no-publication-date"]


def test_an_explicit_date_needs_no_publication_date() -> None:
    reading = read("The ferry sank on 3 May 1921.", None)
    (timex,) = reading.timexes
    assert (timex.value, timex.explicit) == ("1921-05-03", True)
    assert reading.warnings == ()


def test_a_date_told_in_the_text_serves_what_follows_it() -> None:
    text = "The dam broke on May 31, 1889. Two days later the army came, and the following year the town was rebuilt."
    assert [value for _, value in values(text, None)] == ["1889-05-31", "1889-06-02", "1890"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Friday.", "2024-05-10"),
        ("The council will meet on Friday.", "2024-05-17"),
        ("On Friday the council will meet.", "2024-05-17"),
        ("The council agreed to meet on Friday.", "2024-05-17"),
        ("The work should be finished on Friday.", "2024-05-17"),
        ("Friday's meeting was stormy.", "2024-05-10"),
        ("Talks resume on Friday.", "2024-05-17"),
        ("The council met on Wednesday.", "2024-05-15"),
        ("The ferry sank in November.", "2023-11"),
        ("The ferry will sail in November.", "2024-11"),
        ("The dividend is payable July 1.", "2024-07-01"),
        ("Anna P. Holm will succeed Lars T. Berg on July 1.", "2024-07-01"),
        ("The firm has an agreement to buy the mill in January.", "2025-01"),
        ("The ferry is to resume its service on Friday.", "2024-05-17"),
        ("The tender had been due to close on Friday.", "2024-05-10"),
        ("She was named treasurer, effective July 1.", "2024-07-01"),
        ("Wheat for July delivery rose.", "2024-07"),
        ("A delegation that arrived on Friday leaves the island.", "2024-05-10"),
        ("Until Friday, nobody had asked for a list.", "2024-05-10"),
        ("The list stays open until Friday.", "2024-05-17"),
        ("By setting a May 20 deadline, the court allowed them time.", "2024-05-20"),
    ],
)
def test_the_tense_tells_the_direction(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


CHARTERS = (
    "In 956 King Harold of Ostrey gave the abbey a charter. In 957, the kingdom was split. The younger of his sons "
    "held the north until 959, when both were reconciled. In 300 cases nothing is known."
)


@pytest.mark.parametrize(("published", "kind"), [(None, "auto"), (date(2024, 5, 15), "narrative")])
def test_years_of_three_digits_that_open_the_sentences_of_a_story(published: date | None, kind: DocumentType) -> None:
    assert values(CHARTERS, published, kind) == [("956", "0956"), ("957", "0957"), ("959", "0959")]


def test_one_number_after_in_is_no_year() -> None:
    assert values("In 120 the fever broke. The others were well.", None) == []


def test_the_days_of_a_range_are_read_in_one_direction() -> None:
    text = "The talks of June 3-5 failed. Strikes are planned on 20 and 21 August."
    assert [value for _, value in values(text)] == ["2023-06-03", "2023-06-05", "2024-08-20", "2024-08-21"]


def test_years_on_do_not_run_ahead_of_publication_in_the_past() -> None:
    assert values("The mill burnt in 2019. Forty years on, she came back.")[-1] == ("Forty years on", "XXXX")
    assert values("The law takes effect in July 2024. Two years later it will end.")[-1] == ("Two years later", "2026")


def test_a_length_of_time_has_the_publication_as_the_point_where_it_ends_or_begins() -> None:
    timexes = read("Rents rose over the past two years. They will fall over the next three years.").timexes
    assert [(each.begin_point, each.end_point) for each in timexes] == [(None, "published_at"), ("published_at", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She remembers the winter of '63.", ("the winter of '63", "1963-WI")),
        ("He has not rested since Easter '09.", ("Easter '09", "2009-04-12")),
        ("Plans for June '26 are ready.", ("June '26", "2026-06")),
        ("The lake formed some 2.6 million years ago.", ("some 2.6 million years ago", "PAST_REF")),
        ("It took several hundred thousand years.", ("several hundred thousand years", "PXY")),
        ("The bone lay there for 80,000 years.", ("80,000 years", "P80000Y")),
        ("The talks will run from Friday and the fair through Wednesday.", ("Wednesday", "2024-05-22")),
        ("The probe was launched in June.", ("June", "2023-06")),
    ],
)
def test_expressions_of_the_long_tail(text: str, expected: tuple[str, str]) -> None:
    assert values(text)[-1] == expected


def test_the_week_is_that_of_publication_where_only_a_month_was_told() -> None:
    text = "Prices were last so high in September. They may rise for the rest of the week."
    assert values(text)[-1] == ("the week", "2024-W20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council will meet on July 19. The mayor fell ill on May 6, and that day the vote was lost.",
            "2024-05-06",
        ),
        ("The raid of July 4, 1999 failed. Last October the envoy left the same day.", "2023-10-XX"),
        ("The firm bought a mill in 2021, and has lost money since the start of the year.", "2024"),
        ("He was hired in 2019 and left at the end of the year.", "2019"),
        ('"If it holds we are out of danger by Friday," the mayor said.', "2024-05-17"),
        ("The school shut on Monday and will reopen in the autumn.", "2024-FA"),
        ("The hearing is set to last two weeks.", "P2W"),
        ("The rate of Friday was the lowest since June 1970. Jobs grew over the year.", "2024"),
        ("It closed lower on Friday. Jobs grew through April. Volume fell from the previous day.", "2024-05-09"),
        ("A cut is likely by year-end. The yield fell to 3.9% from 4.1% a week earlier.", "2024-W19"),
        ("A vigil takes place on Sunday at noon.", "2024-05-19T12:00"),
        ("On her last evening as mayor she dined alone on Sunday.", "2024-05-12"),
    ],
)
def test_what_an_expression_leans_on(text: str, expected: str) -> None:
    assert values(text)[-1][1] == expected


def test_the_day_on_which_a_period_of_accounts_ends_is_not_the_day_of_a_clock_time() -> None:
    text = "Sales fell in the three months to March 31, 2024. Shares were down at 1015 GMT."
    assert values(text)[-1] == ("1015 GMT", "2024-05-15T10:15Z")


def test_hours_and_minutes_are_counted_from_the_time_of_day_told_last() -> None:
    text = (
        "The ferry left at 10 p.m. on 3 August 2023. Smoke was seen at 1:52 a.m. Half an hour later it sank, "
        "ten minutes after the last call."
    )
    assert [value for _, value in values(text)][:3] == ["2023-08-03T22:00", "2023-08-04T01:52", "2023-08-04T02:22"]


def test_without_a_time_of_day_an_hour_later_is_on_the_day_that_was_told() -> None:
    assert values("On Monday it rained. An hour later it stopped.")[-1] == ("An hour later", "2024-05-13")


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("In 1931 the bank failed; in 1940 its owner died. She spoke of it last week.", date(1995, 5, 10), "1995-W18"),
        ("In 1931 the bank failed; in 1940 its owner died. Another event of last year was a fire.", None, "1939"),
        ("In 1931 the bank failed; in 1994 its hall burnt. It will be rebuilt next year.", date(1995, 5, 10), "1996"),
    ],
)
def test_in_a_narrative_a_week_is_the_writers_and_a_year_mostly_the_storys(
    text: str, published: date | None, value: str
) -> None:
    assert values(text, published, "narrative")[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army will free prisoners taken in June.", "2023-06"),
        ("The port will be shelled unless the men are released by Friday.", "2024-05-17"),
        ("The talks are supposed to end by August.", "2024-08"),
        ("On Friday she promised to resign.", "2024-05-10"),
        ("The offer expires at 5:00 p.m., City time, on June 4, unless extended.", "2024-06-04"),
        ("The rents, unchanged for long, will rise on 1 June.", "2024-06-01"),
        ("The minister, to retire in June, wept.", "2024-06"),
    ],
)
def test_the_verb_nearest_to_a_date_tells_where_it_points(text: str, value: str) -> None:
    assert [found for _, found in values(text)][-1:] == [value]


def test_a_clock_time_is_not_of_a_day_of_long_ago() -> None:
    text = "The bridge had been closed since 12 January. She was warned in February. Power was back by noon."
    assert read(text, date(2025, 3, 19)).timexes[-1].value == "2025-03-19T12:00"


def test_a_month_in_passing_does_not_end_the_day_of_a_report() -> None:
    text = "Monday, March 24: Parliament returns after his budget fell in February. The debate starts at 3pm."
    assert read(text, date(2025, 3, 19)).timexes[-1].value == "2025-03-24T15:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shares have halved since November.", "2023-11"),
        ("They raised prices in January in May and again in April.", "2024-04"),
        ("The firm may, in June, close.", "2024-06"),
    ],
)
def test_since_looks_back_and_the_month_of_may_is_no_modal(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_a_clock_time_after_months_in_passing_is_of_the_day_of_publication() -> None:
    text = "A ship was hit on 12 March. The raids began in January. Oil rose by 3% by 09:30."
    assert read(text, date(2025, 3, 18)).timexes[-1].value == "2025-03-18T09:30"
