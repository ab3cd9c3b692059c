"""CSV: stable columns, RFC 4180, and nothing that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.events.model import Factuality
from service.render.characters import printable
from service.render.csv import COLUMNS, render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour, timelines


def rows(timeline: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(timeline), newline=""), strict=True))


def one(headline: str, start: str = "2024-11-01") -> Timeline:
    timeline = harbour()
    found = event(1, headline, "built", "built", event_time(start, start))
    return Timeline(timeline.article, None, None, "UTC", "news", "", (found,), (), (), ())


def test_the_columns_are_a_promise() -> None:
    assert render(empty()) == (
        "id,headline,when,start,end,extent,precision,approximate,edtf,basis,status,polarity,certainty,source,"
        "disputed_by,standing,role,confidence,evidence\r\n"
    )


def test_an_event_in_a_row() -> None:
    met = rows(harbour())[2]
    assert met["when"] == "early November 2024"
    assert (met["start"], met["end"], met["extent"], met["approximate"]) == (
        "2024-11-01",
        "2024-11-10",
        "within",
        "true",
    )
    assert met["disputed_by"] == "the mayor"
    assert met["standing"] == "probably happened, according to Separate letters; disputed by the mayor"
    assert met["evidence"].startswith("Separate letters claimed")
    assert met["confidence"] == "0.83"


def test_an_open_end_is_an_empty_cell_and_undated_rows_come_last() -> None:
    found = rows(harbour())
    assert (found[1]["start"], found[1]["end"], found[1]["when"]) == ("2022-02-01", "", "since February 2022")
    assert [row["id"] for row in found[-2:]] == ["e6", "e7"]
    assert (found[-1]["when"], found[-1]["start"], found[-1]["extent"]) == ("undated", "", "")


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30 1234", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '=HYPERLINK("x")']
)
def test_a_formula_is_text(text: str) -> None:
    assert rows(one(text))[0]["headline"] == f"'{text}"


def test_a_year_before_christ_is_not_a_sum() -> None:
    assert rows(one("Caesar was murdered", "-0043-03-15"))[0]["start"] == "'-0043-03-15"


@pytest.mark.parametrize("text", ['a "quoted" word', "two\r\nlines", "a,b;c", "\u202eabc", "🔔"])
def test_a_cell_survives_the_way_through_a_parser(text: str) -> None:
    assert rows(one(text))[0]["headline"] == text


@given(timelines())
def test_every_timeline_is_a_table(timeline: Timeline) -> None:
    written = render(timeline)
    written.encode()
    found = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert {len(row) for row in found} == {len(COLUMNS)}
    assert len(found) == 1 + len(timeline.events) + len(timeline.undated)
    assert not any(cell[:1] in set("=+-@\t\r\n") for row in found for cell in row if cell)


@given(st.text(max_size=40))
def test_a_headline_is_kept_behind_at_most_an_apostrophe(text: str) -> None:
    assert rows(one(text))[0]["headline"] in (printable(text), f"'{printable(text)}")


def test_names_of_sources_are_guarded_too() -> None:
    timeline = harbour()
    told = Factuality("occurred", source="=cmd", disputed_by=("@x", "+y"))
    found = event(1, "X", "built", "built", None, factuality=told)
    row = rows(Timeline(timeline.article, None, None, "UTC", "news", "", (), (found,), (), ()))[0]
    assert (row["source"], row["disputed_by"]) == ("'=cmd", "'@x; +y")
