"""The page's pure modules, run where they are at home."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call(browser: Any, address: str) -> Iterator[Call]:
    """Call a function of one of the page's modules: ``call("words", "boundsWords", {…})``."""
    page = browser.new_page()
    page.goto(address)
    script = "async ([module, name, args]) => (await import(`/static/js/${module}.js`))[name](...args)"
    yield lambda module, name, *args: page.evaluate(script, [module, name, list(args)])
    page.close()


@pytest.mark.parametrize(
    ("start", "end", "extent", "precision", "words"),
    [
        ("2025-03-21", "2025-03-21", "within", "day", "21 March 2025"),
        ("2025-03-21T14:30:00Z", "2025-03-21T14:30:00Z", "within", "minute", "21 March 2025, 14:30 UTC"),
        ("2025-03-21T14:30:05+02:00",) * 2 + ("within", "second", "21 March 2025, 14:30:05 (UTC+02:00)"),
        ("2025-03-21T06:00:00", "2025-03-21T11:59:59", "within", "hour", "21 March 2025, 06:00–11:00"),
        ("2025-03-21T05:00:00", "2025-03-21T11:59:59", "within", "hour", "21 March 2025, in the morning"),
        ("2025-03-21T18:00:00Z", "2025-03-21T23:59:59Z", "within", "hour", "21 March 2025, at night"),
        ("2025-03-21T22:00:00", "2025-03-21T22:59:59", "within", "hour", "21 March 2025, 22:00"),
        ("2025-03-21T02:20:00", "2025-03-21T02:20:59", "within", "minute", "21 March 2025, 02:20"),
        (None, "2025-03-21T17:59:59", "within", "hour", "by 21 March 2025, 17:00"),
        ("2024-11-01", "2024-11-10", "within", "month", "1–10 November 2024"),
        ("2024-11-01", "2024-11-30", "within", "month", "November 2024"),
        ("2025-01-01", "2025-03-23", "within", "year", "1 January – 23 March 2025"),
        ("2023-12-30", "2024-01-02", "within", "day", "30 December 2023 – 2 January 2024"),
        ("2024-01-01", "2024-04-30", "within", "year", "January–April 2024"),
        ("2022-02-01", "2023-01-31", "throughout", "month", "February 2022 – January 2023"),
        ("2024-03-01", "2024-05-31", "within", "season", "spring 2024"),
        ("2024-12-01", "2025-02-28", "within", "season", "winter 2024–25"),
        ("2025-10-01", "2025-12-31", "within", "quarter", "fourth quarter of 2025"),
        ("2025-03-17", "2025-03-23", "within", "week", "week of 17 March 2025"),
        ("2024-01-01", "2024-12-31", "within", "year", "2024"),
        ("1914-01-01", "1918-12-31", "throughout", "year", "1914–1918"),
        ("1990-01-01", "1999-12-31", "within", "decade", "the 1990s"),
        ("1800-01-01", "1899-12-31", "within", "century", "the 19th century"),
        ("1001-01-01", "1100-12-31", "within", "century", "the 11th century"),
        ("2000-01-01", "2099-12-31", "within", "century", "the 21st century"),
        ("-0399-01-01", "-0300-12-31", "within", "century", "the 4th century BC"),
        ("-0043-03-15", "-0043-03-15", "within", "day", "15 March 44 BC"),
        ("-0057-01-01", "-0049-12-31", "throughout", "year", "58–50 BC"),
        ("-0002-01-01", "0014-12-31", "throughout", "year", "3 BC–AD 14"),
        ("0079-10-24", "0079-10-24", "within", "day", "24 October AD 79"),
        (None, "2025-03-23", "within", "day", "by 23 March 2025"),
        (None, "2024-12-31", "within", "year", "by the end of 2024"),
        (None, "2024-11-30", "within", "month", "by the end of November 2024"),
        (None, "1955-05-18", "throughout", "day", "until 18 May 1955"),
        ("2022-02-01", None, "throughout", "month", "since February 2022"),
        ("2019-01-01", None, "throughout", "year", "since 2019"),
        ("2019-01-01", None, "throughout", "day", "since 1 January 2019"),
        ("2025-03-24", None, "within", "day", "24 March 2025 or later"),
        (None, None, "within", "unknown", "time not known"),
    ],
)  # fmt: skip
def test_bounds_in_plain_words(call: Call, start: str, end: str, extent: str, precision: str, words: str) -> None:
    time = {"start": start, "end": end, "extent": extent, "precision": precision}
    assert call("words", "boundsWords", time) == words


@pytest.mark.parametrize(
    ("start", "end", "extent", "status", "words"),
    [
        ("2023-01-01", "2025-10-16", "throughout", "ongoing", "since January 2023"),
        ("2023-01-01", "2025-10-15", "throughout", "occurred", "1 January 2023 – 15 October 2025"),
        ("2025-10-16", "2025-11-30", "within", "scheduled", "by the end of November 2025"),
        ("2025-10-16", "2025-10-16", "within", "scheduled", "16 October 2025"),
        ("2025-10-16", None, "within", "hypothetical", "16 October 2025 or later"),
        ("2025-10-01", "2025-10-16", "within", "occurred", "1–16 October 2025"),
        ("2022-02-01", "2025-10-16", "within", "occurred", "February 2022 or later"),
    ],
)
def test_the_publication_is_now(call: Call, start: str, end: str | None, extent: str, status: str, words: str) -> None:
    basis, precision = ("relation" if "2022" in words else "relative"), ("day" if end is None else "month")
    time = {"start": start, "end": end, "extent": extent, "precision": precision, "basis": basis}
    said = call("words", "whenWords", {"time": time, "factuality": {"status": status}}, "2025-10-16T09:00:00Z")
    assert said == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (0, 0, ""),
        (1, 1, "the next day"),
        (3, 3, "3 days later"),
        (3, 4, "about 4 days later"),
        (21, 21, "3 weeks later"),
        (24, 24, "about 3 weeks later"),
        (400, 420, "about 13 months later"),
        (3_653, 3_653, "about 10 years later"),
        (577_900, 578_100, "about 1,580 years later"),
        (30, 396, ""),
    ],
)
def test_gaps_in_plain_words(call: Call, least: int, most: int, words: str) -> None:
    assert call("words", "gapWords", least, most) == words


@pytest.mark.parametrize(
    ("timex", "words"),
    [
        ({"type": "DATE", "value": "PAST_REF"}, "some time in the past, left vague"),
        ({"type": "DURATION", "value": "P3Y"}, "a length of time: 3 years"),
        ({"type": "DURATION", "value": "PT1H"}, "a length of time: 1 hour"),
        ({"type": "DURATION", "value": "PXD"}, "a length of time: an unknown number of days"),
        ({"type": "SET", "value": "XXXX-WXX-2", "text": "Tuesdays"}, "something that repeats: every Tuesday"),
        ({"type": "SET", "value": "P1M", "text": "monthly"}, "something that repeats: every month"),
        ({"type": "DATE", "value": "2024-SU", "earliest": "2024-06-01", "latest": "2024-08-31"}, "summer 2024"),
        ({"type": "DATE", "value": "198", "earliest": "1980-01-01", "latest": "1989-12-31"}, "the 1980s"),
        ({"type": "DATE", "value": "XXXX-11"}, "a date that the article leaves incomplete"),
        (
            {
                "type": "TIME",
                "value": "2025-03-22TNI",
                "earliest": "2025-03-22T18:00:00",
                "latest": "2025-03-23T05:59:59",
            },
            "22 March 2025, at night",
        ),
        (
            {
                "type": "TIME",
                "value": "2025-03-22T22:00",
                "earliest": "2025-03-22T22:00:00",
                "latest": "2025-03-22T22:59:59",
            },
            "22 March 2025, 22:00",
        ),
        (
            {
                "type": "TIME",
                "value": "2025-03-22T02:20",
                "earliest": "2025-03-22T02:20:00",
                "latest": "2025-03-22T02:20:59",
            },
            "22 March 2025, 02:20",
        ),
    ],
)
def test_values_in_plain_words(call: Call, timex: dict[str, str], words: str) -> None:
    assert call("values", "valueWords", timex) == words


def event(start: str | None, end: str | None, extent: str = "within") -> dict[str, Any]:
    return {"time": {"start": start, "end": end, "extent": extent}, "factuality": {"status": "occurred"}}


def test_an_approximate_day_is_not_told_as_the_next(call: Call) -> None:
    events = [event("2025-03-22", "2025-03-22"), event("2025-03-23", "2025-03-23"), event("2025-03-24", "2025-03-24")]
    events[2]["time"]["approximate"] = True
    assert [row["gap"] for row in call("layout", "layOut", events)] == ["", "the next day", ""]


def test_bars_that_overlap_stand_in_lanes_of_their_own(call: Call) -> None:
    events = [
        event("1337-01-01", "1453-12-31", "throughout"), event("1340-01-01", "1360-12-31", "throughout"),
        event("1346-08-26", "1346-08-26"), event("1415-01-01", "1430-12-31"), event("1429-05-08", "1429-05-08"),
    ]  # fmt: skip
    rows = call("layout", "layOut", events)
    assert [(row["lane"], row["last"]) for row in rows] == [(1, 4), (2, 2), (0, 2), (2, 4), (0, 4)]


def test_a_bar_without_a_free_lane_says_that_it_goes_on(call: Call) -> None:
    rows = call("layout", "layOut", [event("1900-01-01", "1999-12-31", "throughout")] * 6)
    assert [row["cut"] for row in rows] == [False, False, False, False, True, False]


def test_what_has_no_end_known_is_not_drawn_as_lasting(call: Call) -> None:
    rows = call(
        "layout",
        "layOut",
        [event("2001-01-01", None), event("2001-01-01", None, "throughout"), event("2002-01-01", None)],
    )
    assert [row["last"] for row in rows] == [0, 2, 2]


@pytest.mark.parametrize("size", [10, 150_000])
def test_a_shell_reads_the_command_back(call: Call, size: int) -> None:
    body = {"text": "it's $HOME `date` \\n \\ \"x\" !!\n'' é 🚢" + "y" * size}
    command = call("export", "curlCommand", "http://127.0.0.1:1/v1/timelines", body)
    read = 'curl() { for a in "$@"; do last=$a; done; if [ "$last" = @- ]; then cat; else printf %s "$last"; fi; }\n'
    shell = subprocess.run(["sh"], input=read + command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert json.loads(shell.stdout) == body
