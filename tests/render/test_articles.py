"""Real timelines of the project's own articles in every format: valid, and with nothing lost on the way."""

from __future__ import annotations

import csv as csv_module
import io
import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import html5lib
import icalendar as icalendar_module
import pytest
from lxml import etree

from service.article import Article
from service.render import csv, html, icalendar, jsonld, timelinejs, timeml
from service.render.characters import plain_lines
from service.render.markup import pieces
from service.timeline.build import build_timeline
from service.timeline.model import Timeline

ARTICLES = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.txt"))
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("timeml.xsd")))

pytestmark = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


@cache
def read(path: Path) -> Timeline:
    gold = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    published = date.fromisoformat(gold["published_at"]) if gold.get("published_at") else None
    return build_timeline(Article(path.read_text("utf-8"), published_at=published), "full")


def test_timeml_is_valid_and_is_the_article(path: Path) -> None:
    timeline = read(path)
    document = etree.fromstring(timeml.render(timeline).encode())
    SCHEMA.assertValid(document)
    assert "".join(document.find("TEXT").itertext()) == timeline.article.text
    found = {each.get("tid"): each.text for each in document.find("TEXT").iter("TIMEX3")}
    assert found == {each.id: each.text for each in timeline.timexes}


def test_tables_calendars_and_documents_hold_every_event(path: Path) -> None:
    timeline = read(path)
    everything = len(timeline.events) + len(timeline.undated)
    assert len(list(csv_module.DictReader(io.StringIO(csv.render(timeline), newline="")))) == everything
    calendar = icalendar_module.Calendar.from_ical(icalendar.render(timeline))
    assert len(calendar.walk("VEVENT")) + str(calendar.get("DESCRIPTION", "")).count("\n- ") == everything
    assert json.loads(jsonld.render(timeline))["mentions"]["numberOfItems"] == everything
    document = json.loads(timelinejs.render(timeline))
    assert len(document["events"]) + document["title"]["text"]["text"].count("<li>") == everything


def test_the_page_is_well_formed_and_shows_the_article(path: Path) -> None:
    timeline = read(path)
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html.render(timeline))
    shown = next(each for each in page.iter("div") if each.get("class") == "article")
    assert "".join(shown.itertext()) == "".join(plain_lines(piece.text) for piece in pieces(timeline))
    assert len([each for each in shown.iter("mark") if each.get("class") == "timex"]) == len(timeline.timexes)
