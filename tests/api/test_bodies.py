"""Bodies of ``POST /v1/timelines``: media types, JSON or not, UTF-8 or not, too large, broken off."""

from __future__ import annotations

import io

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.stand_in import faults

PATH = "/v1/timelines"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"nul",
        b'{"text": "a"} x',
        b'{"text": "a",}',
        b"{'text': 'a'}",
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b'{"text": "a\nb"}',
        b'{"text": Infinity}',
        b'{"text": "\\x"}',
        b"[" * 5_000,
        b'{"a":' * 3_000,
        b"[" + b"0," * 1_000 + b"0]",
        b'"' + b'\\"' * 9_000,
        b'{"text": "caf\xe9"}',
        b"\xff\xfe{\x00}\x00",
        b"\x00",
        b"1" * 10_000,
        b"-",
        b'{"text" "a"}',
    ],
)
def test_what_is_not_json_is_a_400_or_422(client: FlaskClient, body: bytes) -> None:
    answer = client.post(PATH, data=body, content_type="application/json")
    assert answer.status_code == (422 if body == b"1" * 10_000 else 400)
    assert len(answer.json["detail"]) < 200


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"0", b"1e999", b"true", b'[{"text": "a"}]'])
def test_json_that_is_no_object_is_a_422(client: FlaskClient, body: bytes) -> None:
    assert list(faults(client.post(PATH, data=body, content_type="application/json"))) == [""]


def test_text_that_is_not_utf_8_is_a_400(client: FlaskClient) -> None:
    answer = client.post(PATH, data=b"caf\xe9", content_type="text/plain")
    assert (answer.status_code, answer.json["type"]) == (400, "/docs/problems#undecodable-text")
    assert "Byte 3" in answer.json["detail"]


def test_a_byte_order_mark_is_no_part_of_the_article(client: FlaskClient) -> None:
    answer = client.post(PATH, data="\ufeffFriday".encode(), content_type="text/plain")
    assert answer.json["timexes"][0]["start"] == 0


@pytest.mark.parametrize(
    ("media_type", "status"),
    [
        ("application/json; charset=utf-8", 200),
        ("APPLICATION/JSON", 200),
        ("application/xml", 415),
        ("", 415),
        ("text/html", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/json; charset=utf-16", 415),
    ],
)
def test_an_article_comes_as_json_or_as_plain_text(client: FlaskClient, media_type: str, status: int) -> None:
    answer = client.post(PATH, data=b'{"text": "So."}', content_type=media_type)
    assert answer.status_code == status
    assert status == 200 or answer.headers["Accept-Post"] == "application/json, text/plain"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"The harbour was closed on Friday.", 200),
        (b'{"text": "The harbour was closed on Friday."}', 415),
        (b"text=The+harbour+was+closed", 415),
    ],
)
def test_curl_may_leave_out_the_type_of_plain_text(client: FlaskClient, body: bytes, status: int) -> None:
    answer = client.post(PATH, data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == status
    assert status != 200 or [timex["text"] for timex in answer.json["timexes"]] == ["Friday"]


def test_compressed_bodies_are_refused(client: FlaskClient) -> None:
    answer = client.post(PATH, data=b"x", content_type="text/plain", headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Accept-Encoding"]) == (415, "identity")


def test_bodies_have_a_limit_chunked_or_not(client: FlaskClient) -> None:
    big = b"a" * 20_001
    told = client.post(PATH, data=big, content_type="text/plain")
    chunked = client.post(
        PATH,
        input_stream=io.BytesIO(big),
        content_type="text/plain",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    lying = client.post(PATH, data=b"a", content_type="text/plain", environ_overrides={"CONTENT_LENGTH": "99999999999"})
    assert [each.status_code for each in (told, chunked, lying)] == [413, 413, 413]
    assert "20000" in told.json["detail"]


def test_a_body_that_breaks_off_is_a_400(client: FlaskClient) -> None:
    answer = client.post(
        PATH,
        input_stream=io.BytesIO(b'{"text"'),
        content_type="application/json",
        environ_overrides={"CONTENT_LENGTH": "100"},
    )
    assert (answer.status_code, answer.json["type"]) == (400, "/docs/problems#bad-request")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the client keeps nothing
@given(body=st.binary(max_size=300))
def test_any_bytes_get_an_answer(client: FlaskClient, body: bytes) -> None:
    assert client.post(PATH, data=body, content_type="application/json").status_code in {200, 400, 422}
    assert client.post(PATH, data=body, content_type="text/plain").status_code in {200, 400, 422}


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_body_is_called_empty(client: FlaskClient, body: bytes) -> None:
    answer = client.post(PATH, data=body, content_type="application/json")
    assert (answer.status_code, answer.json["detail"]) == (400, "The body is empty. Send a JSON object.")


def test_json_without_its_type_is_told_apart_from_a_wrong_type(client: FlaskClient) -> None:
    answer = client.post(PATH, data=b'{"text": "So."}', content_type="application/x-www-form-urlencoded")
    assert answer.json["detail"].startswith("This looks like JSON")
