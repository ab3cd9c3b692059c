"""``POST /v1/timelines``: the members as JSON or in the query, and the answer's shape."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from service.article import Article
from service.render.json import as_object
from service.render.offsets import converter
from tests.api.stand_in import build, faults

PATH = "/v1/timelines"


def test_json_in_timeline_out(client: FlaskClient) -> None:
    answer = client.post(PATH, json={"text": "They met on Friday.", "published_at": "2025-03-23"})
    assert answer.status_code == 200
    assert answer.json["document"] == {
        "published_at": "2025-03-23",
        "published_at_source": "request",
        "timezone": "UTC",
        "language": "en",
        "document_type": "news",
        "document_type_reason": "asked for",
        "length": 19,
        "offset_unit": "codepoint",
    }
    assert answer.json["timexes"][0]["earliest"] == "2025-03-21"
    assert answer.json["events"][0]["trigger"] == {"text": "Friday", "start": 12, "end": 18}
    assert answer.json["undated"][0]["time"] is None


def test_plain_text_is_the_article_and_the_query_the_rest(client: FlaskClient) -> None:
    query = {"published_at": "2025-03-23T10:00:00+01:00", "detail": "full", "offset_unit": "utf16", "title": "A title"}
    answer = client.post(PATH, data="They met 😀 on Friday.".encode(), content_type="text/plain", query_string=query)
    assert answer.status_code == 200
    assert answer.json["document"]["published_at"] == "2025-03-23T10:00:00+01:00"
    assert answer.json["document"]["offset_unit"] == "utf16"
    assert answer.json["timexes"][0]["start"] == 15


def test_null_is_not_given(client: FlaskClient) -> None:
    answer = client.post(PATH, json={"text": "So.", "title": None, "published_at": None, "timezone": None})
    assert answer.json["document"]["published_at"] is None
    assert answer.json["warnings"][0]["code"] == "no-publication-date"


@pytest.mark.parametrize(
    "given",
    [
        "2025-03-23",
        "2025-03-23T08:30",
        "2025-03-23T08:30:15.5+02:00",
        "2025-03-23T08:30Z",
        "2025-03-23 08:30:15",
        "2025-03-23t08:30:15z",
        "0001-01-01",
        "9999-12-31",
    ],
)
def test_dates_that_are_read(client: FlaskClient, given: str) -> None:
    assert client.post(PATH, json={"text": "So.", "published_at": given}).status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        "",
        "yesterday",
        "2025-02-30",
        "2025-3-1",
        "20250323",
        "2025-W12-7",
        "2025-03-23T24:00",
        "2025-03-23T10:61",
        "0000-01-01",
        "٢٠٢٥-٠٣-٢٣",
        "2025-03-23\n",
        20250323,
        [],
        {},
        True,
    ],
)
def test_dates_that_are_not(client: FlaskClient, given: Any) -> None:
    assert list(faults(client.post(PATH, json={"text": "So.", "published_at": given}))) == ["/published_at"]


@pytest.mark.parametrize("text", ["", " ", "\n\t \u2003", "\ufeff", "\u00a0\ufeff "])
def test_blank_text_is_refused(client: FlaskClient, text: str) -> None:
    assert "blank" in faults(client.post(PATH, json={"text": text}))["/text"]
    assert client.post(PATH, data=text.encode(), content_type="text/plain").status_code == 422


def test_everything_wrong_is_told_at_once(client: FlaskClient) -> None:
    wrong = {
        "title": 1,
        "published_at": "soon",
        "timezone": "Mars/Olympus",
        "language": "tlh",
        "document_type": "poem",
        "detail": None,
        "offset_unit": "byte",
        "a/b~c": 0,
    }
    assert set(faults(client.post(PATH, json=wrong))) == {
        "/text",
        "/title",
        "/published_at",
        "/timezone",
        "/language",
        "/document_type",
        "/detail",
        "/offset_unit",
        "/a~1b~0c",
    }


@pytest.mark.parametrize(
    "zone", ["", "utc+1", "../../etc/passwd", "/etc/localtime", "Europe/", "europe/berlin2", "localtime"]
)
def test_unknown_zones_are_refused(client: FlaskClient, zone: str) -> None:
    assert "/timezone" in faults(client.post(PATH, json={"text": "So.", "timezone": zone}))


@pytest.mark.parametrize(
    ("tag", "status"),
    [
        ("en", 200),
        ("en-GB", 200),
        ("EN", 200),
        ("en-Latn-US", 200),
        ("xx", 422),
        ("", 422),
        ("e", 422),
        ("english", 422),
        ("en_GB", 422),
    ],
)
def test_languages_are_bcp_47(client: FlaskClient, tag: str, status: int) -> None:
    assert client.post(PATH, json={"text": "So.", "language": tag}).status_code == status


@pytest.mark.parametrize("text", ["a\x00b", "a\ud83d", "\udc00", "\ud83d \ude00"])
def test_what_is_no_text_is_refused(client: FlaskClient, text: str) -> None:
    for member in ("text", "title"):
        body = json.dumps({"text": "So.", member: text})
        assert f"/{member}" in faults(client.post(PATH, data=body, content_type="application/json"))


def test_a_surrogate_pair_is_one_character(client: FlaskClient) -> None:
    answer = client.post(PATH, data=rb'{"text": "\ud83d\ude00 on Friday"}', content_type="application/json")
    assert answer.json["timexes"][0]["start"] == 5


def test_an_answer_that_cannot_be_had_is_a_406_with_the_list(client: FlaskClient) -> None:
    answer = client.post(PATH, json={"text": "So."}, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "application/json" in answer.json["detail"]


def test_a_member_is_given_once(client: FlaskClient) -> None:
    twice = client.post(f"{PATH}?detail=full&detail=main", data="So.", content_type="text/plain")
    both = client.post(f"{PATH}?detail=full", json={"text": "So.", "detail": "full"})
    text = client.post(f"{PATH}?text=Other", data="So.", content_type="text/plain")
    assert [list(faults(each)) for each in (twice, both, text)] == [["/detail"], ["/detail"], ["/text"]]


def test_the_query_goes_with_json_too(client: FlaskClient) -> None:
    answer = client.post(f"{PATH}?offset_unit=utf16", json={"text": "So."})
    assert answer.json["document"]["offset_unit"] == "utf16"
    assert list(faults(client.post(f"{PATH}?nonsense=1", json={"text": "So."}))) == ["/nonsense"]


def test_articles_have_a_limit_in_characters(client: FlaskClient) -> None:
    assert client.post(PATH, data=("é" * 5_000).encode(), content_type="text/plain").status_code == 200
    assert "/text" in faults(client.post(PATH, data="e" * 5_001, content_type="text/plain"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_utf16_offsets_are_javascripts(text: str) -> None:
    offset = converter(text, "utf16")
    assert [offset(at) for at in range(len(text) + 1)] == [
        len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)
    ]


@given(st.lists(st.sampled_from(["Friday", "😀", "é", " ", "a"]), min_size=1, max_size=30))
def test_spans_are_slices_in_either_unit(parts: list[str]) -> None:
    timeline = build(Article("".join(parts)))
    units = "".join(parts).encode("utf-16-le")
    for each in as_object(timeline, "utf16")["timexes"]:
        assert units[2 * each["start"] : 2 * each["end"]].decode("utf-16-le") == each["text"]
    for each in as_object(timeline, "codepoint")["timexes"]:
        assert "".join(parts)[each["start"] : each["end"]] == each["text"]
