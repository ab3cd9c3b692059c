"""Reports compare with the quarter they are about, and with no other."""

from __future__ import annotations

from datetime import date

from tests.temporal.reading import read, values


def test_a_year_earlier_is_the_same_quarter_of_the_report() -> None:
    text = "Third-quarter profit rose to 7 million euros from 5 million a year earlier."
    assert values(text, date(2010, 10, 20))[-1] == ("a year earlier", "2009-Q3")


def test_a_quarter_of_long_ago_is_not_what_the_report_is_about() -> None:
    text = "In the fourth quarter of 2008 the mill closed. Wool sells for 9 crowns, up from 7 a year ago."
    assert values(text, date(2010, 3, 3))[-1] == ("a year ago", "2009")


def test_the_same_period_is_the_month_that_was_told() -> None:
    text = "Orders for lifts grew by a third in April, against the same period last year."
    assert values(text, date(2010, 5, 3))[-1] == ("the same period last year", "2009-04")


FISCAL_REPORT = (
    "Brannock Mills earned 5 million crowns in its fiscal first quarter ended September 30. A year earlier it had lost "
    "2 million. Orders rose in the quarter. In the 2023 period they had fallen."
)


def test_a_quarter_of_a_year_of_accounts_keeps_its_number() -> None:
    assert values(FISCAL_REPORT, date(2024, 10, 26)) == [
        ("fiscal first quarter", "2024-Q1"),
        ("September 30", "2024-09-30"),
        ("A year earlier", "2023-Q1"),
        ("the quarter", "2024-Q1"),
        ("the 2023 period", "2023-Q1"),
    ]


def test_a_quarter_of_a_year_of_accounts_has_the_bounds_of_its_months() -> None:
    bounds = [
        (timex.bounds.start.isoformat(), timex.bounds.end.isoformat())
        for timex in read(FISCAL_REPORT, date(2024, 10, 26)).timexes
        if timex.bounds and timex.bounds.start and timex.bounds.end and timex.precision == "quarter"
    ]
    this_year, year_before = ("2024-07-01", "2024-09-30"), ("2023-07-01", "2023-09-30")
    assert bounds == [this_year, year_before, this_year, year_before]


def test_what_a_report_compares_with_is_no_anchor_for_the_next_comparison() -> None:
    text = (
        "Third-quarter profit rose to 9 million from 7 million a year ago. For the nine months it was 20 million, up "
        "from 18 million a year earlier."
    )
    assert [value for words, value in values(text, date(2024, 10, 26)) if "year" in words] == ["2023-Q3", "2023"]


def test_the_three_months_ended_on_a_day_are_those_of_the_quarter() -> None:
    text = (
        "Brannock Mills said fiscal fourth-quarter profit doubled. For the three months ended Aug. 31 it earned 4 "
        "million, against 2 million in the year-ago quarter."
    )
    timexes = read(text, date(2024, 9, 12)).timexes
    told = [(each.value, each.bounds.start.isoformat()) for each in timexes if each.bounds and each.bounds.start]
    assert told == [("P3M", "2024-06-01"), ("2024-08-31", "2024-08-31"), ("2023-Q4", "2023-06-01")]
    assert timexes[0].value == "2024-Q4"


def test_thirteen_weeks_that_end_off_the_calendar_are_a_quarter_of_accounts() -> None:
    text = (
        "Third-quarter profit tripled. For the 13 weeks ended Jan. 30 it earned 4 million, "
        "against 1 million a year earlier."
    )
    last = read(text, date(2024, 3, 12)).timexes[-1]
    assert last.value == "2022-Q3"
    assert last.bounds is not None
    assert last.bounds.start is not None
    assert last.bounds.start.isoformat() == "2022-10-31"


def test_a_year_earlier_is_the_same_half_of_the_report() -> None:
    after_a_half = date(2025, 8, 19)
    told = "Profit in the half-year rose to 3 million from 2 million a year earlier."
    assert values(told, after_a_half)[-1] == ("a year earlier", "2024-H1")
    assert values(told, date(2025, 3, 19))[-1] == ("a year earlier", "2023-H2")
    ended = "In the half-year to 30 June profit was 3 million, against 2 million in the year-ago period."
    assert values(ended, after_a_half)[-1] == ("the year-ago period", "2024-H1")
    off_the_calendar = "In the six months ended September 30 it was 3 million, against 2 million a year earlier."
    assert values(off_the_calendar, date(2024, 11, 5))[-1] == ("a year earlier", "2023")


def test_a_report_goes_on_from_the_half_to_the_quarter() -> None:
    text = (
        "First-half profit rose from 5 million a year earlier. Third-quarter sales rose from 9 million a year earlier."
    )
    told = [value for words, value in values(text, date(2024, 11, 5)) if words == "a year earlier"]
    assert told == ["2023-H1", "2023-Q3"]


def test_no_half_of_a_game_is_what_a_year_earlier_compares_with() -> None:
    assert values("He scored a first-half goal. A year earlier he had scored two.", date(2025, 8, 19)) == [
        ("A year earlier", "2024")
    ]
