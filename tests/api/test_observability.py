"""What those who run the service see of it: metrics, logs, ids, traces."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.metrics_core import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open_metrics
from prometheus_client.parser import text_string_to_metric_families as parse_text

from service import create_app
from service.api.logs import JsonLines
from service.api.metrics import Metrics
from service.article import Article, Budget, Detail
from service.settings import Settings
from service.timeline.model import Timeline
from tests.api.stand_in import build, made

PATH = "/v1/timelines"

SECRET = "Zanzibar"


@pytest.fixture
def lines(app: Flask) -> Iterator[list[dict[str, object]]]:
    """What is logged, line by line."""
    told: list[dict[str, object]] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(json.loads(JsonLines().format(record)))

    keep = Keep()
    logging.getLogger("service").setLevel("INFO")
    logging.getLogger("service").addHandler(keep)
    yield told
    logging.getLogger("service").removeHandler(keep)


def test_metrics_count_what_was_done() -> None:
    client = made(build)
    client.post(PATH, json={"text": "On Friday, or another Friday."})
    client.get("/nowhere/" + SECRET)
    told = client.get("/metrics").text
    assert 'timeline_requests_total{method="POST",route="/v1/timelines",status="200"} 1.0' in told
    assert 'timeline_requests_total{method="GET",route="unknown",status="404"} 1.0' in told
    assert "timeline_articles_total 1.0" in told
    assert "timeline_characters_total 29.0" in told
    assert 'timeline_expressions_total{family="weekday"} 2.0' in told
    assert 'timeline_request_seconds_count{route="/v1/timelines"} 1.0' in told
    assert SECRET not in told


OPEN_METRICS = "application/openmetrics-text"


@pytest.mark.parametrize(
    ("accept", "media_type", "parse"),
    [
        (None, "text/plain", parse_text),
        (f"{OPEN_METRICS};version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", OPEN_METRICS, parse_open_metrics),
    ],
)
def test_metrics_are_what_prometheus_reads(
    accept: str | None, media_type: str, parse: Callable[[str], Iterator[Metric]]
) -> None:
    client = made(build)
    client.post(PATH, json={"text": "On Friday."})
    answer = client.get("/metrics", headers={"Accept": accept} if accept else {})
    assert answer.mimetype == media_type
    families = {each.name: each for each in parse(answer.text)}
    assert {
        "timeline_requests",
        "timeline_request_seconds",
        "timeline_waiting",
        "timeline_build_info",
    } <= families.keys()
    for name, family in families.items():
        assert family.documentation
        assert family.type in {"counter", "gauge", "histogram"} or name.endswith("_created")
        assert family.type != "counter" or all(each.name.endswith(("_total", "_created")) for each in family.samples)


def test_how_many_wait_is_told() -> None:
    metrics = Metrics()
    metrics.queued(3)
    assert b"timeline_waiting 3.0" in metrics.exposition("")[0]


def test_the_clients_request_id_is_kept_where_it_is_a_plain_one(client: FlaskClient) -> None:
    assert client.get("/livez", headers={"X-Request-ID": "abc-1.2_3"}).headers["X-Request-ID"] == "abc-1.2_3"
    for odd in ("a b", "<script>", "é", "x" * 200, ""):
        assert client.get("/livez", headers={"X-Request-ID": odd}).headers["X-Request-ID"] != odd
    answer = client.get("/nowhere", headers={"X-Request-ID": "mine"})
    assert answer.json["request_id"] == "mine"


def test_a_request_is_one_line_of_log_with_its_trace_and_without_its_article(
    client: FlaskClient, lines: list[dict[str, object]]
) -> None:
    trace = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "X-Request-ID": "r1"}
    client.post(f"{PATH}?title={SECRET}", data=f"Friday in {SECRET}.", content_type="text/plain", headers=trace)
    client.post(PATH, json={"text": SECRET, SECRET: SECRET, "timezone": SECRET})
    client.get(f"/{SECRET}?{SECRET}")
    assert len(lines) == 3
    assert lines[0]["route"] == PATH
    assert lines[0]["status"] == 200
    assert lines[0]["request_id"] == "r1"
    assert lines[0]["trace_id"] == "0af7651916cd43dd8448eb211c80319c"
    assert lines[1]["problem"] == "validation-failed"
    assert SECRET not in json.dumps(lines)


@pytest.mark.parametrize(
    "given", ["", "00-0-0-0", "00-" + "0" * 32 + "-b7ad6b7169203331-01", "ff-" + "a" * 32 + "-" + "b" * 16 + "-01"]
)
def test_a_trace_that_is_none_is_passed_over(client: FlaskClient, lines: list[dict[str, object]], given: str) -> None:
    client.get("/v1/languages", headers={"traceparent": given})
    assert lines[0]["trace_id"] is None


def test_a_probe_that_succeeds_is_no_news(client: FlaskClient, lines: list[dict[str, object]]) -> None:
    for path in ("/livez", "/readyz", "/metrics"):
        client.get(path)
    assert lines == []
    client.post("/livez")
    assert [each["status"] for each in lines] == [405]


def test_an_unforeseen_error_is_a_500_that_tells_nothing(lines: list[dict[str, object]]) -> None:
    def broken(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        raise KeyError(article.text)

    plain = create_app(Settings(), broken).test_client()
    answer = plain.post(PATH, json={"text": SECRET})
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text
    assert any(each.get("error") == "KeyError" for each in lines)
    assert SECRET not in json.dumps(lines)
