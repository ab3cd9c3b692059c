"""JSON-LD: schema.org's dates say only what is true; the rest is in EDTF and in words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from pyld import jsonld

from service.render.jsonld import render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour, timelines


def events(timeline: Timeline) -> list[Any]:
    return [each["item"] for each in json.loads(render(timeline))["mentions"]["itemListElement"]]


def test_an_article_with_one_of_everything() -> None:
    document = json.loads(render(harbour()))
    assert document["@context"][0] == "https://schema.org"
    assert (document["@type"], document["datePublished"], document["inLanguage"]) == ("NewsArticle", "2025-03-23", "en")
    found = events(harbour())
    assert [each["@id"] for each in found] == ["#e1", "#e2", "#e3", "#e4", "#e5", "#e6", "#e7"]
    assert {each["@type"] for each in found} == {"Event"}
    assert found[2] == {
        "@type": "Event", "@id": "#e3", "name": "The engineer and the mayor met in early November",
        "startDate": "2024-11", "edtf": "[2024-11-01..2024-11-10]", "status": "occurred", "polarity": "positive",
        "certainty": "probable",
        "source": "Separate letters", "disputedBy": ["the mayor"],
        "description": "early November 2024: probably happened, according to Separate letters; disputed by the mayor. "
        "“Separate letters claimed that the engineer and the mayor met in early November, which the mayor denies.”",
    }  # fmt: skip
    assert found[4]["eventStatus"] == "https://schema.org/EventScheduled"
    assert found[6]["polarity"] == "negative"
    assert "startDate" not in found[6]


@pytest.mark.parametrize(("start", "end", "extent", "expected"), [
    ("2024-11-01", "2024-11-01", "within", ("2024-11-01", None)),
    ("2024-11-01", "2024-12-10", "within", ("2024", None)),
    ("2024-12-31", "2025-01-01", "within", (None, None)),
    ("2024-11-01", "2024-11-10", "throughout", ("2024-11-01", "2024-11-10")),
    ("2022-02-01", None, "throughout", ("2022-02-01", None)),
    (None, "2022-02-01", "throughout", (None, "2022-02-01")),
    (None, "2022-02-01", "within", (None, None)),
    ("2024-11-01", None, "within", (None, None)),
    ("2024-11-01T10:00:00Z", "2024-11-01T12:00:00Z", "within", ("2024-11-01", None)),
    ("2024-11-01T10:00:00Z", "2024-11-01T10:00:00Z", "within", ("2024-11-01T10:00:00Z", None)),
    ("-0043-03-15", "-0043-03-17", "within", ("-0043-03", None)),
])  # fmt: skip
def test_dates_say_no_more_than_is_known(
    start: str | None, end: str | None, extent: str, expected: tuple[str | None, str | None]
) -> None:
    found = event(1, "X", "built", "built", event_time(start, end, extent=extent))
    item = events(Timeline(harbour().article, None, None, "UTC", "narrative", "", (found,), (), (), ()))[0]
    assert (item.get("startDate"), item.get("endDate")) == expected


def test_an_empty_timeline_is_an_empty_list() -> None:
    document = json.loads(render(empty()))
    assert document["mentions"]["numberOfItems"] == 0
    assert "datePublished" not in document
    assert "headline" not in document


def test_a_processor_expands_it_and_types_the_edtf() -> None:
    """With a stand-in for schema.org's own context, which lies on the net."""
    document = json.loads(render(harbour()))
    document["@context"][0] = {"@vocab": "https://schema.org/", "@base": "https://example.org/article"}
    (expanded,) = jsonld.expand(document)
    listed = expanded["https://schema.org/mentions"][0]["https://schema.org/itemListElement"]
    met = listed[2]["https://schema.org/item"][0]
    assert met["@type"] == ["https://schema.org/Event"]
    assert met["@id"] == "https://example.org/article#e3"
    assert met["http://purl.org/dc/terms/date"] == [
        {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "[2024-11-01..2024-11-10]"}
    ]
    assert met["urn:event-timeline:disputedBy"] == [{"@value": "the mayor"}]


@given(timelines())
def test_every_timeline_is_a_document(timeline: Timeline) -> None:
    render(timeline).encode()
    assert len(events(timeline)) == len(timeline.events) + len(timeline.undated)
    assert None not in [value for each in events(timeline) for value in each.values()]
