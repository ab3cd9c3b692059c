"""Each format over HTTP: its headers, and that it is what it says."""

from __future__ import annotations

import csv
import io
import json

import icalendar
import pytest
from flask.testing import FlaskClient
from lxml import etree

from service.api.negotiation import FORMATS, choose
from service.render.formats import Format

ARTICLE = {"text": "They met on <Friday> 🔔.", "published_at": "2025-03-23", "title": "A title\r\nX-Injected: 1"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


def named(media_type: str) -> Format:
    return next(each for each in FORMATS if each.media_type == media_type)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda each: each.media_type)
def test_every_format_is_answered_with_its_own_headers(client: FlaskClient, chosen: Format) -> None:
    answer = client.post("/v1/timelines", json=ARTICLE, headers={"Accept": chosen.media_type})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == chosen.content_type
    assert answer.headers["Content-Disposition"] == chosen.content_disposition
    assert "Accept" in answer.headers["Vary"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "X-Injected" not in answer.headers
    assert "Friday" in answer.get_data(as_text=True)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda each: each.media_type)
def test_a_refusal_is_a_problem_whatever_was_asked_for(client: FlaskClient, chosen: Format) -> None:
    answer = client.post("/v1/timelines", json={"text": " "}, headers={"Accept": chosen.media_type})
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")


def test_a_browser_is_shown_a_page_and_a_script_is_given_json() -> None:
    assert choose(BROWSER).media_type == "text/html"
    assert choose("*/*").media_type == "application/json"
    assert choose("application/json, text/plain, */*").media_type == "application/json"
    assert choose("text/calendar;q=0.5, text/csv;q=0.9, */*;q=0.1").media_type == "text/csv"


def test_no_known_format_is_refused_with_the_list(client: FlaskClient) -> None:
    answer = client.post("/v1/timelines", json=ARTICLE, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    for each in FORMATS:
        assert each.media_type in answer.json["detail"]


def test_each_can_be_parsed(client: FlaskClient) -> None:
    bodies = {
        each.media_type: client.post("/v1/timelines", json=ARTICLE, headers={"Accept": each.media_type}).data
        for each in FORMATS
    }
    assert [row["id"] for row in csv.DictReader(io.StringIO(bodies["text/csv"].decode()))] == ["e0", "u0"]
    assert len(icalendar.Calendar.from_ical(bodies["text/calendar"]).walk("VEVENT")) == 1
    text = etree.fromstring(bodies["application/timeml+xml"]).find("TEXT")
    assert "".join(text.itertext()) == ARTICLE["text"]
    assert json.loads(bodies["application/ld+json"])["mentions"]["numberOfItems"] == 2
    assert len(json.loads(bodies["application/vnd.knightlab.timelinejs+json"])["events"]) == 1
    assert b"&lt;<mark" in bodies["text/html"]


def test_only_the_page_has_a_policy_of_its_own(client: FlaskClient) -> None:
    def policy(media_type: str) -> str:
        answer = client.post("/v1/timelines", json=ARTICLE, headers={"Accept": media_type})
        return answer.headers["Content-Security-Policy"]

    assert policy("text/html") == named("text/html").content_security_policy
    assert "style-src" not in policy("application/json")
    assert "unsafe" not in policy("text/html")
