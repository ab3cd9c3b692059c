"""``POST /v1/timelines/batch``: a line for a line, faults kept apart, nothing held back."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client, EnvironBuilder

from service.api.batch import Line, read_lines
from service.api.bodies import Incoming

PATH = "/v1/timelines/batch"
NDJSON = "application/x-ndjson"


def answers(client: FlaskClient, body: bytes) -> list[dict[str, Any]]:
    answer = client.post(PATH, data=body, content_type=NDJSON)
    assert (answer.status_code, answer.content_type) == (200, NDJSON)
    return [json.loads(line) for line in answer.text.splitlines()]


def test_a_line_for_a_line_in_order(client: FlaskClient) -> None:
    told = answers(
        client,
        b'{"id": "a", "text": "On Friday."}\n\n{"text": "So."}\r\n{"id": 7, "text": "So.", "offset_unit": "utf16"}',
    )
    assert [(each["id"], each["status"]) for each in told] == [("a", 200), (3, 200), (7, 200)]
    assert told[0]["timeline"]["timexes"][0]["text"] == "Friday"
    assert told[2]["timeline"]["document"]["offset_unit"] == "utf16"


def test_a_bad_line_never_spoils_its_neighbours(client: FlaskClient) -> None:
    bad = [
        b"{",
        b"[]",
        b'{"id": "b", "text": " "}',
        b'{"id": "c"}',
        b'{"id": {}, "text": "So."}',
        b'{"text": "' + b"a" * 3_000 + b'"}',
        b'{"text": "caf\xe9"}',
        b'{"text": "\\ud800"}',
        b"[" * 1_900,
        b'{"id": true, "text": "So."}',
        b'{"id": "\\u0000", "text": "So."}',
    ]
    good = b'{"id": "good", "text": "On Friday."}'
    told = answers(client, b"\n".join(each + b"\n" + good for each in bad))
    assert [each["status"] for each in told[1::2]] == [200] * len(bad)
    assert [each["status"] for each in told[0::2]] == [400, 422, 422, 422, 422, 413, 400, 422, 400, 422, 422]
    assert [each["id"] for each in told[0::2]] == [1, 3, "b", "c", 9, 11, 13, 15, 17, 19, 21]
    assert all("problem" in each and "timeline" not in each for each in told[0::2])


def test_an_empty_batch_is_answered_by_nothing(client: FlaskClient) -> None:
    assert answers(client, b"") == []
    assert answers(client, b"\n \n\r\n") == []


def test_a_query_that_no_line_would_heed_is_refused(client: FlaskClient) -> None:
    answer = client.post(f"{PATH}?published_at=2025-03-23&x=y", data=b'{"text": "So."}', content_type=NDJSON)
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json["errors"]] == ["/published_at", "/x"]


@pytest.mark.parametrize(
    ("media_type", "accept", "status"),
    [
        (NDJSON, "*/*", 200),
        ("application/jsonl", NDJSON, 200),
        ("application/json", "*/*", 415),
        (NDJSON, "application/json", 406),
        ("", "*/*", 415),
    ],
)
def test_a_batch_is_lines_of_json_both_ways(client: FlaskClient, media_type: str, accept: str, status: int) -> None:
    assert client.post(PATH, data=b"", content_type=media_type, headers={"Accept": accept}).status_code == status


def test_a_body_that_breaks_off_ends_with_a_problem(client: FlaskClient) -> None:
    answer = client.post(
        PATH,
        input_stream=io.BytesIO(b'{"text": "So."}\n{"te'),
        content_type=NDJSON,
        environ_overrides={"CONTENT_LENGTH": "1000"},
    )
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert [(each["id"], each["status"]) for each in told] == [(1, 200), (2, 400)]


def test_each_answer_is_there_before_the_next_line_is_read(client: FlaskClient) -> None:
    line, asked = b'{"text": "So."}\n', []

    class OneByOne(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            asked.append(size)
            return self.readline()

    builder = EnvironBuilder(
        PATH,
        method="POST",
        input_stream=OneByOne(line * 3),
        content_type=NDJSON,
        environ_overrides={"wsgi.input_terminated": True},
    )
    response = Client(client.application).open(builder, buffered=False)
    chunks = iter(response.response)
    for expected in (1, 2, 3):
        next(chunks)
        assert len(asked) == expected
    response.close()


@given(st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")), max_size=8), st.integers(1, 9))
def test_lines_are_counted_and_limited_however_they_arrive(lines: list[bytes], step: int) -> None:
    class Slow(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            return super().read1(min(step, size or step))

    environ = {"wsgi.input": Slow(b"\n".join(lines)), "wsgi.input_terminated": True}
    found = list(read_lines(Incoming(environ, None), 8))
    sizes = [(number, line, len(line.removesuffix(b"\r"))) for number, line in enumerate(lines, 1)]
    assert found == [Line(at, line if size <= 8 else None) for at, line, size in sizes if size > 8 or line.strip()]
