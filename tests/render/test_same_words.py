"""Whatever the format, the reader is told the same."""

from __future__ import annotations

import csv as csv_module
import io
import json
import re

import html5lib
import icalendar as icalendar_module
from hypothesis import given

from service.render import csv, html, icalendar, jsonld, timelinejs
from service.render.characters import plain_lines, printable
from service.render.phrases import labelled, standing, when
from service.timeline.model import Timeline
from tests.render.timelines import timelines


def spaced(text: str) -> str:
    return re.sub(r"[\s\xa0]+", " ", plain_lines(text))


@given(timelines())
def test_times_and_standings_are_told_in_the_same_words_everywhere(timeline: Timeline) -> None:
    rows = {row["id"]: row for row in csv_module.DictReader(io.StringIO(csv.render(timeline), newline=""))}
    page = html5lib.parse(html.render(timeline), namespaceHTMLElements=False)
    items = {each.get("id"): spaced("".join(each.itertext())) for each in page.iter("li") if each.get("id")}
    entries = icalendar_module.Calendar.from_ical(icalendar.render(timeline)).walk("VEVENT")
    slides = {each["unique_id"]: each for each in json.loads(timelinejs.render(timeline))["events"]}
    linked = {
        each["item"]["@id"]: each["item"] for each in json.loads(jsonld.render(timeline))["mentions"]["itemListElement"]
    }
    for event in (*timeline.events, *timeline.undated):
        words, stands = when(event.time), standing(event.factuality)
        assert rows[event.id]["when"] == words
        assert rows[event.id]["standing"].removeprefix("'") == printable(stands)
        assert words in items[event.id]
        assert spaced(stands) in items[event.id]
        assert linked[f"#{event.id}"]["description"].startswith(f"{words}: {printable(stands)}. ")
        if event.id in slides:
            assert slides[event.id]["display_date"] == words
    phrases = {when(event.time) for event in timeline.events}
    assert all(
        str(each["DESCRIPTION"]).split(":")[0] in {phrase.split(":")[0] for phrase in phrases} for each in entries
    )


@given(timelines())
def test_a_headline_alone_carries_its_label(timeline: Timeline) -> None:
    slides = {each["unique_id"]: each for each in json.loads(timelinejs.render(timeline))["events"]}
    entries = icalendar_module.Calendar.from_ical(icalendar.render(timeline)).walk("VEVENT")
    expected = [plain_lines(labelled(event.headline, event.factuality)) for event in timeline.events]
    assert all(str(each["SUMMARY"]) in expected for each in entries)
    assert set(slides) <= {event.id for event in timeline.events}
