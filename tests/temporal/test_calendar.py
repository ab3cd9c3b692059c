"""The calendar's cells: where they begin and end, and that each day has exactly one cell of each grain."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from service.temporal.calendar.periods import Grain, Period, civil, ordinal, period_of, shift_day, weekday_of

DAYS = st.integers(min_value=ordinal(-3000, 1, 1), max_value=ordinal(9000, 12, 31))
GRAINS = st.sampled_from([grain for grain in get_args(Grain) if grain != "weekend"])


@given(DAYS, GRAINS)
def test_a_day_lies_in_its_period(day: int, grain: Grain) -> None:
    period = period_of(grain, day)
    assert period.first() <= day <= period.last()


@given(DAYS, GRAINS)
def test_periods_of_a_grain_follow_each_other_without_gap(day: int, grain: Grain) -> None:
    period = period_of(grain, day)
    assert period_of(grain, period.last() + 1) == Period(grain, period.number + 1)
    assert period_of(grain, period.first() - 1) == Period(grain, period.number - 1)


@given(DAYS)
def test_a_day_has_one_date(day: int) -> None:
    assert ordinal(*civil(day)) == day


@given(DAYS, st.integers(min_value=-500, max_value=500))
def test_weeks_keep_the_weekday(day: int, weeks: int) -> None:
    assert weekday_of(shift_day(day, "week", weeks)) == weekday_of(day)


def test_decades_and_centuries_before_our_era_count_back() -> None:
    assert period_of("decade", ordinal(-488, 1, 1)) == Period("decade", -49)
    assert Period("decade", -49).first() == ordinal(-488, 1, 1)
    assert Period("decade", -49).last() == ordinal(-479, 12, 31)
    assert Period("century", -5).first() == ordinal(-499, 1, 1)
    assert Period("century", -5).last() == ordinal(-400, 12, 31)
    assert Period("century", -1).last() == ordinal(0, 12, 31)
    assert Period("century", 0).first() == ordinal(1, 1, 1)
