"""TimeML: valid, with the article's own text, and no link that the bounds do not bear out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from service.article import Article
from service.render.characters import xml_characters
from service.render.timeml import render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour, timelines, timex

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("timeml.xsd")))


def read(timeline: Timeline) -> etree._Element:
    document = etree.fromstring(render(timeline).encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    SCHEMA.assertValid(document)
    return document


def links(document: etree._Element) -> set[tuple[str, str, str]]:
    return {
        (
            link.get("eventInstanceID"),
            link.get("relType"),
            link.get("relatedToTime") or link.get("relatedToEventInstance"),
        )
        for link in document.iter("TLINK")
    }


def test_an_article_with_one_of_everything() -> None:
    document = read(harbour())
    text = document.find("TEXT")
    assert "".join(text.itertext()) == harbour().article.text
    creation = document.find("DCT/TIMEX3")
    assert (creation.get("value"), creation.get("functionInDocument")) == ("2025-03-23", "CREATION_TIME")
    assert [(each.text, each.get("value"), each.get("mod")) for each in text.iter("TIMEX3")] == [
        ("4 June 2025", "2025-06-04", None), ("Friday", "2025-03-21", None), ("early November", "2024-11", "START"),
        ("1887", "1887", None), ("February 2022", "2022-02", None),
    ]  # fmt: skip
    assert [each.get("anchorTimeID") for each in text.iter("TIMEX3")] == [None, "t0", "t0", None, None]
    assert {each.text for each in text.iter("EVENT")} == {"open", "said", "met", "built", "closed", "follow", "found"}
    negative = [each.get("eventID") for each in document.iter("MAKEINSTANCE") if each.get("polarity") == "NEG"]
    assert negative == ["e7"]
    assert links(document) == {
        ("ei1", "IS_INCLUDED", "t4"), ("ei2", "BEGUN_BY", "t5"), ("ei3", "IS_INCLUDED", "t3"), ("ei3", "BEFORE", "ei4"),
        ("ei4", "IS_INCLUDED", "t2"), ("ei5", "IS_INCLUDED", "t1"),
    }  # fmt: skip


def test_without_a_date_there_is_no_creation_time() -> None:
    document = read(empty())
    assert document.find("DCT") is None
    assert document.find("TITLE") is None
    assert document.find("TEXT").text == "Nothing is dated here."


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\n", "<TEXT>&amp;]]></TEXT>", "\x00\x0b\ufffe\x1b[0m", "🔔\u202e\u2028", "\ud800!"]
)
def test_the_text_survives_the_way_through_a_parser(text: str) -> None:
    assert "".join(read(empty(text)).find("TEXT").itertext()) == xml_characters(text)


def test_one_word_that_tells_of_two_events_has_two_instances() -> None:
    one = event(1, "The old lock was built", "built", "built", None)
    two = event(2, "A lock-keeper's house was built", "built", "built", None)
    document = read(Timeline(harbour().article, None, None, "UTC", "news", "", (), (one, two), (), ()))
    assert [each.get("eid") for each in document.iter("EVENT")] == ["e1"]
    assert [(each.get("eiid"), each.get("eventID")) for each in document.iter("MAKEINSTANCE")] == [
        ("ei1", "e1"),
        ("ei2", "e1"),
    ]


def test_an_instance_has_its_part_of_speech_and_its_modal() -> None:
    may = event(1, "A second lock might follow", "follow", "follow", None, pos="verb", modal="might", tense="NONE")
    noun = event(2, "Its anchor", "anchor", "anchor", None, pos="noun")
    document = read(Timeline(harbour().article, None, None, "UTC", "news", "", (), (may, noun), (), ()))
    assert [(each.get("pos"), each.get("modality")) for each in document.iter("MAKEINSTANCE")] == [
        ("VERB", "might"), ("NOUN", None),
    ]  # fmt: skip


def test_a_trigger_inside_an_expression_is_left_out_with_its_links() -> None:
    inside = event(1, "It happened early", "early", "early", event_time("2024-11-01", "2024-11-10", timexes=("t3",)))
    found = timex(3, "early November", "2024-11", "2024-11-01", "2024-11-10")
    document = read(Timeline(harbour().article, None, None, "UTC", "news", "", (inside,), (), (found,), ()))
    assert list(document.iter("EVENT", "MAKEINSTANCE", "TLINK")) == []


@pytest.mark.parametrize(("start", "end", "extent", "basis", "relation"), [
    (None, "2022-01-31", "within", "relation", "BEFORE"),
    (None, "2022-02-28", "within", "relation", "BEFORE"),
    ("2022-03-01", None, "within", "relation", "AFTER"),
    ("2022-02-01", "2022-02-28", "throughout", "explicit", "SIMULTANEOUS"),
    ("2022-02-03", "2022-02-28", "throughout", "explicit", "DURING"),
    ("2022-02-01", None, "throughout", "explicit", "BEGUN_BY"),
    (None, "2022-02-28", "throughout", "explicit", "ENDED_BY"),
    ("2021-01-01", "2023-01-01", "throughout", "explicit", "INCLUDES"),
    ("2021-01-01", "2022-02-15", "throughout", "explicit", "ENDED_BY"),
    ("2021-01-01", "2023-01-01", "within", "explicit", None),
    (None, None, "within", "explicit", None),
])  # fmt: skip
def test_a_link_says_what_the_bounds_say(
    start: str | None, end: str | None, extent: str, basis: str, relation: str | None
) -> None:
    found = timex(5, "February 2022", "2022-02", "2022-02-01", "2022-02-28")
    closed = event(
        1, "Closed", "closed", "closed", event_time(start, end, extent=extent, basis=basis, timexes=("t5", "t5", "t9"))
    )
    document = read(Timeline(harbour().article, None, None, "UTC", "news", "", (closed,), (), (found,), ()))
    assert links(document) == ({("ei1", relation, "t5")} if relation else set())


def test_what_only_the_publication_date_bounds_is_linked_to_it() -> None:
    said = event(1, "Said", "said", "said", event_time(None, "2025-03-23", basis="document"))
    document = read(
        Timeline(harbour().article, "2025-03-23T09:00:00Z", "request", "UTC", "news", "", (said,), (), (), ())
    )
    assert document.find("DCT/TIMEX3").get("type") == "TIME"
    assert links(document) == {("ei1", "BEFORE", "t0")}


@given(timelines())
def test_every_timeline_is_valid_and_keeps_its_text(timeline: Timeline) -> None:
    document = read(timeline)
    assert "".join(document.find("TEXT").itertext()) == xml_characters(timeline.article.text)
    assert len(list(document.iter("TIMEX3"))) <= len(timeline.timexes) + 1


def test_an_enormous_text_is_written_whole() -> None:
    text = "In 1887 <it> rained. " * 50_000
    assert (
        "".join(read(Timeline(Article(text), None, None, "UTC", "news", "", (), (), (), ())).itertext()).count("<it>")
        == 50_000
    )
