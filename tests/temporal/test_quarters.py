"""Reports compare with the quarter they are about, and with no other."""

from __future__ import annotations

from datetime import date

from tests.temporal.reading import values


def test_a_year_earlier_is_the_same_quarter_of_the_report() -> None:
    text = "Third-quarter profit rose to 7 million euros from 5 million a year earlier."
    assert values(text, date(2010, 10, 20))[-1] == ("a year earlier", "2009-Q3")


def test_a_quarter_of_long_ago_is_not_what_the_report_is_about() -> None:
    text = "In the fourth quarter of 2008 the mill closed. Wool sells for 9 crowns, up from 7 a year ago."
    assert values(text, date(2010, 3, 3))[-1] == ("a year ago", "2009")


def test_the_same_period_is_the_month_that_was_told() -> None:
    text = "Orders for lifts grew by a third in April, against the same period last year."
    assert values(text, date(2010, 5, 3))[-1] == ("the same period last year", "2009-04")
