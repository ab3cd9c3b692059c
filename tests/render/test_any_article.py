"""Whatever article the engine reads, every format can write what it found."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import html5lib
import icalendar as icalendar_module
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from service.api.negotiation import FORMATS
from service.article import Article
from service.render import html, icalendar, timeml
from service.render.characters import xml_characters
from service.timeline.build import build_timeline

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("timeml.xsd")))
FRAGMENTS = [
    "The mayor resigned on 3 May 2024.",
    "Caesar was killed on 15 March 44 BC.",
    "It opened in the 1st century BC.",
    "They met at 14:30 GMT on Friday.",
    "The bridge has been closed since 1987.",
    "The council may vote in early November.",
    "He denied that she fled in the late 1980s.",
    "Talks will open next week,",
    "Two years later the mill burned down.",
    "By 9999 the dam will fail.",
    "In the year 12000 the comet returns.",
    "Every Monday they trained for three hours.",
    "On 31 December 9999 at 23:59 it ended.",
    "The war lasted from 1914 to 1918.",
    "=SUM(A1) said so on Monday.",
    *("\r\n", "\r", "\n\n", "\x00", "\x0b", "\ufffe", "\u202e", "\u2028", "\x85", "\ud800", " "),
    *("🔔 ", "<b>&amp;]]>", '"'),
]
texts = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12).map(" ".join)
summer = datetime(2025, 3, 30, 2, 30, tzinfo=timezone(timedelta(hours=2)))
moments = st.sampled_from([None, date(2025, 3, 23), date(1, 1, 1), date(9999, 12, 31), summer])
zones = st.sampled_from([None, "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"])


@given(texts, moments, zones, st.sampled_from(["news", "narrative", "auto"]))
def test_what_was_read_can_be_written(text: str, published: date | None, zone: str | None, kind: str) -> None:
    article = Article(text, title=text, published_at=published, timezone=zone, document_type=kind)  # type: ignore[arg-type]
    timeline = build_timeline(article, "full")
    for each in FORMATS:
        written = each.render(timeline, "utf16")
        if each.media_type != "application/json":  # its text is the article's own: the API takes no lone surrogate
            written.encode()
        if each.media_type.endswith("json"):
            assert json.loads(written)
    document = etree.fromstring(timeml.render(timeline).encode())
    SCHEMA.assertValid(document)
    assert "".join(document.find("TEXT").itertext()) == xml_characters(text)
    calendar = icalendar_module.Calendar.from_ical(icalendar.render(timeline))
    named = str(calendar.get("DESCRIPTION", "")).count("\n- ")
    assert len(calendar.walk("VEVENT")) + named >= len(timeline.events) + len(timeline.undated)
    html5lib.HTMLParser(strict=True).parse(html.render(timeline))
