"""What an interval is as an Extended Date/Time Format string."""

from __future__ import annotations

from datetime import date

import pytest

from service.temporal.calendar.periods import Interval, Moment
from service.temporal.edtf import format_edtf


def _day(text: str) -> Moment:
    return Moment(date.fromisoformat(text).toordinal())


@pytest.mark.parametrize(
    ("start", "end", "precision", "extent", "approximate", "expected"),
    [
        ("2024-11-01", "2024-11-30", "month", "within", False, "2024-11"),
        ("2024-11-01", "2024-11-10", "month", "within", True, "[2024-11-01..2024-11-10]"),
        ("2022-02-24", "2025-03-23", "day", "throughout", False, "2022-02-24/2025-03-23"),
        # "for three years": begun about 2022, and no day of it is told
        ("2022-03-23", "2025-03-23", "year", "throughout", True, "2022~/2025-03-23"),
        ("2024-09-23", "2025-03-23", "month", "throughout", True, "2024-09~/2025-03-23"),
        ("1984-01-01", "1984-12-31", "year", "within", True, "1984~"),
    ],
)
def test_an_interval_is_written_as_it_was_told(
    start: str, end: str, precision: str, extent: str, approximate: bool, expected: str
) -> None:
    assert format_edtf(Interval(_day(start), _day(end)), precision, extent, approximate) == expected  # type: ignore[arg-type]


def test_an_open_end_is_two_dots() -> None:
    assert format_edtf(Interval(None, _day("2025-03-23")), "unknown", "within") == "[..2025-03-23]"
    assert format_edtf(Interval(None, _day("2025-03-23")), "unknown", "throughout") == "../2025-03-23"
    assert format_edtf(Interval(None, None), "unknown", "within") == ""
