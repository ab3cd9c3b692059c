"""TimelineJS: what its library requires, and markup shown as text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from service.render.timelinejs import render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour, timelines


def read(timeline: Timeline) -> Any:
    return json.loads(render(timeline))


def one(start: str | None, end: str | None, **fields: object) -> Any:
    found = event(1, "X", "built", "built", event_time(start, end, **fields))
    return read(Timeline(harbour().article, None, None, "UTC", "news", "", (found,), (), (), ()))


def test_an_article_with_one_of_everything() -> None:
    document = read(harbour())
    assert [slide["display_date"] for slide in document["events"]] == [
        "some time in 1887", "since February 2022", "early November 2024", "21 March 2025", "4 June 2025",
    ]  # fmt: skip
    met = document["events"][2]
    assert met["start_date"] == {"year": 2024, "month": 11, "day": 1}
    assert met["end_date"] == {"year": 2024, "month": 11, "day": 10}
    assert met["text"]["headline"] == "Disputed: The engineer and the mayor met in early November"
    assert "probably happened, according to Separate letters" in met["text"]["text"]
    assert "end_date" not in document["events"][1]
    assert "end_date" not in document["events"][3]


def test_undated_events_are_named_on_the_title_slide() -> None:
    title = read(harbour())["title"]["text"]
    assert title["headline"] == "A new lock &amp; an old one"
    assert "<li>Did not happen: Divers found the anchor of the ferry &lt;Aurora&gt;</li>" in title["text"]


def test_an_open_start_stands_on_its_end_and_says_so() -> None:
    slide = one(None, "2025-03-23")["events"][0]
    assert (slide["start_date"], slide["display_date"]) == ({"year": 2025, "month": 3, "day": 23}, "by 23 March 2025")


def test_years_before_christ_are_astronomical() -> None:
    assert one("-0043-03-15", "-0043-03-15")["events"][0]["start_date"] == {"year": -43, "month": 3, "day": 15}


def test_a_clock_time_is_given_to_the_second() -> None:
    start = one("2025-03-22T14:30:05Z", "2025-03-22T14:30:05Z")["events"][0]["start_date"]
    assert start == {"year": 2025, "month": 3, "day": 22, "hour": 14, "minute": 30, "second": 5}


def test_a_year_that_the_library_cannot_draw_is_named_instead() -> None:
    document = one("-300000-01-01", "-300000-12-31")
    assert document["events"] == []
    assert "<li>X</li>" in document["title"]["text"]["text"]


def test_an_empty_timeline_has_no_slides() -> None:
    assert read(empty())["events"] == []


@given(timelines())
def test_every_timeline_is_a_document(timeline: Timeline) -> None:
    document = read(timeline)
    render(timeline).encode()
    for slide in document["events"]:
        assert slide["start_date"]["year"] == int(slide["start_date"]["year"])
        assert slide["display_date"]
        assert "<" not in slide["text"]["headline"]
    assert len(document["events"]) + document["title"]["text"]["text"].count("<li>") == len(
        timeline.events + timeline.undated
    )
