"""Two expressions that share a part: the examples that stand beside the rules, and where the end of a range lies."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from service.temporal.lexicon import LANGUAGES
from tests.temporal.reading import values

_RANGES = tomllib.loads((LANGUAGES / "en" / "ranges.toml").read_text(encoding="utf-8"))["range"]
_EXAMPLES = [(entry["name"], *example) for entry in _RANGES for example in entry.get("examples", ())]


@pytest.mark.parametrize(("rule", "sentence", "first", "value", "second", "other"), _EXAMPLES)
def test_example_beside_the_rule(rule: str, sentence: str, first: str, value: str, second: str, other: str) -> None:
    assert values(sentence)[-2:] == [(first, value), (second, other)]


def test_a_range_of_months_ends_after_it_begins() -> None:
    text = "The harbour was ice-bound in October 1911. From November to February no mail came."
    assert values(text, document_type="narrative")[1:] == [("November", "1911-11"), ("February", "1912-02")]


def test_a_range_of_months_may_end_in_the_month_just_told() -> None:
    text = "In March 1912 the mail came back. From November to March nothing had arrived."
    assert values(text, document_type="narrative")[1:] == [("November", "1911-11"), ("March", "1912-03")]


def test_a_number_that_counts_what_follows_is_no_day() -> None:
    assert values("On May 4 and 5 others joined them.", date(2024, 5, 15)) == [("May 4", "2024-05-04")]


def test_a_month_with_hyphen_is_no_short_year() -> None:
    assert ("03", "2003") not in values("The log of 2003-03 is lost.")
