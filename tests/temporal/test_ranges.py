"""Two expressions that share a part: the examples that stand beside the rules, and where the end of a range lies."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from service.temporal.rules.lexicon import LANGUAGES
from tests.temporal.reading import read, values

_RANGES = tomllib.loads((LANGUAGES / "en" / "ranges.toml").read_text(encoding="utf-8"))["range"]
_EXAMPLES = [(entry["name"], *example[:1], example[1:]) for entry in _RANGES for example in entry.get("examples", ())]


@pytest.mark.parametrize(("rule", "sentence", "parts"), _EXAMPLES)
def test_example_beside_the_rule(rule: str, sentence: str, parts: list[str]) -> None:
    timexes = [timex for timex in read(sentence).timexes if timex.rule == rule]
    assert [(timex.text, timex.value) for timex in timexes] == list(zip(parts[::2], parts[1::2], strict=True))


_NEVER = [(entry["name"], sentence) for entry in _RANGES for sentence in entry.get("never", ())]


@pytest.mark.parametrize(("rule", "sentence"), _NEVER)
def test_a_range_leaves_alone_what_it_should(rule: str, sentence: str) -> None:
    assert rule not in [timex.rule for timex in read(sentence).timexes]


def test_every_range_has_an_example() -> None:
    assert [entry["name"] for entry in _RANGES if not entry.get("examples")] == []


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


_RULES = tomllib.loads((LANGUAGES / "en" / "ranges.toml").read_text(encoding="utf-8"))["rule"]


@pytest.mark.parametrize(
    ("rule", "example"), [(rule["name"], example) for rule in _RULES for example in rule["examples"]]
)
def test_example_of_what_stories_say(rule: str, example: dict[str, str]) -> None:
    timexes = read(example["text"], document_type="narrative").timexes
    assert (example["span"], example["value"], rule) in [(timex.text, timex.value, timex.rule) for timex in timexes]


@pytest.mark.parametrize(
    "rule", [rule for rule in _RULES if rule.get("kinds") == ["narrative"]], ids=lambda r: r["name"]
)
def test_what_only_stories_say_is_no_time_in_news(rule: dict[str, Any]) -> None:
    for example in rule["examples"]:
        assert rule["name"] not in [timex.rule for timex in read(example["text"], document_type="news").timexes]
