"""What surrounds the articles: documents, operations, ids, logs, headers, refusals, settings."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.metrics_core import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open_metrics
from prometheus_client.parser import text_string_to_metric_families as parse_text

from service import create_app
from service.api.gate import Gate, OverloadedError
from service.api.logs import JsonLines
from service.api.metrics import Metrics
from service.api.problems import KINDS
from service.article import Article, Budget, BudgetExceeded, Detail
from service.cores import usable_cores
from service.settings import Settings, WrongSetting
from service.timeline.model import Timeline
from tests.api.stand_in import build
from tests.contract.checking import CheckedClient

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


def made(engine: object, settings: Settings | None = None) -> FlaskClient:
    app = create_app(settings or Settings(), engine)  # type: ignore[arg-type]
    app.test_client_class = CheckedClient
    return app.test_client()


def test_the_contract_is_served_as_yaml_and_as_json(client: FlaskClient) -> None:
    as_yaml = client.get("/openapi.yaml")
    assert as_yaml.data == Path("openapi.yaml").read_bytes()
    as_json = client.get("/openapi.json")
    assert as_json.json["openapi"] == "3.1.1"
    assert client.get("/openapi.json", headers={"If-None-Match": as_json.headers["ETag"]}).status_code == 304


def test_swagger_ui_is_served_from_here_alone(client: FlaskClient) -> None:
    page = client.get("/docs").text
    assert "http:" not in page
    assert "https:" not in page
    assert "<script>" not in page
    for name in ("swagger-ui.css", "swagger-ui-bundle.js", "start.js", "docs.css", "favicon-32x32.png"):
        assert client.get(f"/docs/{name}").status_code == 200
    for name in ("swagger-editor.css", "LICENSE", "%2e%2e", "index.html"):
        assert client.get(f"/docs/{name}").status_code == 404


def test_every_kind_of_problem_is_documented(client: FlaskClient) -> None:
    page = client.get("/docs/problems").text
    for kind in KINDS:
        assert f'id="{kind}"' in page


def test_front_page_leads_somewhere(client: FlaskClient) -> None:
    answer = client.get("/", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"


def test_languages(client: FlaskClient) -> None:
    languages = client.get("/v1/languages").json["languages"]
    assert {each["code"]: (each["timexes"], each["events"]) for each in languages} == {
        "de": (True, False), "en": (True, True), "es": (True, False), "fr": (True, False), "it": (True, False),
        "nl": (True, False), "pt": (True, False),
    }  # fmt: skip


def test_alive_and_ready(client: FlaskClient) -> None:
    assert client.get("/livez").json == {"status": "live"}
    assert client.get("/readyz").json["status"] == "ready"


def test_not_ready_when_the_engine_does_not_start() -> None:
    def broken(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        raise OSError

    client = made(broken)
    assert client.get("/livez").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


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


def test_a_spent_budget_is_a_503_and_the_service_goes_on() -> None:
    def slow(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        if "long" in article.text:
            raise BudgetExceeded
        return build(article, detail, budget)

    client = made(slow)
    answer = client.post(PATH, json={"text": "long"})
    assert (answer.status_code, answer.json["type"]) == (503, "/docs/problems#time-budget-spent")
    assert int(answer.headers["Retry-After"]) > 0
    assert client.post(PATH, json={"text": "short"}).status_code == 200
    assert "timeline_budget_overruns_total 1.0" in client.get("/metrics").text


def test_a_budget_is_spent_when_its_clock_says_so() -> None:
    moments = iter([100.0, 100.9, 101.0])
    budget = Budget(1.0, lambda: next(moments))
    budget.check()
    with pytest.raises(BudgetExceeded):
        budget.check()


def test_too_many_waiting_are_refused_at_once() -> None:
    inside, leave = threading.Event(), threading.Event()

    def stuck(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        if "wait" in article.text:
            inside.set()
            leave.wait(30)
        return build(article, detail, budget)

    client = made(stuck, Settings(max_waiting=1, max_waiting_seconds=0.01))
    first = threading.Thread(target=lambda: client.post(PATH, json={"text": "wait"}))
    first.start()
    assert inside.wait(30)
    answer = client.post(PATH, json={"text": "So."})
    leave.set()
    first.join()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert client.post(PATH, json={"text": "So."}).status_code == 200
    assert "timeline_overload_refusals_total 1.0" in client.get("/metrics").text


def test_the_gate_lets_them_in_in_the_order_of_arrival() -> None:
    gate, order = Gate(8, 30), []
    threads = []
    with gate.turn():
        for number in range(4):

            def enter(number: int = number) -> None:
                with gate.turn():
                    order.append(number)

            threads.append(threading.Thread(target=enter))
            threads[-1].start()
            while len(gate._queue) <= number:
                pass
    for each in threads:
        each.join()
    assert order == [0, 1, 2, 3]


def test_a_full_gate_refuses_but_not_the_patient() -> None:
    gate, entered = Gate(0, 30), threading.Event()

    def patiently() -> None:
        with gate.turn(patient=True):
            entered.set()

    with gate.turn():
        with pytest.raises(OverloadedError), gate.turn():
            pass
        waiting = threading.Thread(target=patiently)
        waiting.start()
    waiting.join()
    assert entered.is_set()


@pytest.mark.parametrize(("path", "allowed"), [(PATH, {"POST", "OPTIONS"}), ("/livez", {"GET", "HEAD", "OPTIONS"})])
def test_options_are_told_in_the_header_alone(client: FlaskClient, path: str, allowed: set[str]) -> None:
    answer = client.options(path)
    assert (answer.status_code, answer.data, answer.content_type) == (204, b"", None)
    assert set(answer.allow) == allowed


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", PATH, 405),
        ("GET", PATH, 405),
        ("POST", "/livez", 405),
        ("GET", "/v2", 404),
        ("DELETE", "/docs", 405),
        ("GET", "/v1/timelines/1", 404),
        ("BREW", PATH, 405),
        ("GET", "/static/../settings.py", 404),
        ("GET", "/%00", 404),
        ("GET", "/%ff", 404),
    ],
)
def test_paths_and_methods_that_are_not(client: FlaskClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert status == 404 or "OPTIONS" in answer.headers["Allow"]


def test_no_cors_unless_configured(client: FlaskClient) -> None:
    answer = client.get("/livez", headers={"Origin": "https://example.org"})
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_cors_for_the_origins_named() -> None:
    client = made(build, Settings(cors_origins=("https://example.org",)))
    ours = client.options(PATH, headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"})
    assert ours.headers["Access-Control-Allow-Origin"] == "https://example.org"
    assert "Content-Type" in ours.headers["Access-Control-Allow-Headers"]
    theirs = client.post(PATH, json={"text": "So."}, headers={"Origin": "https://example.com"})
    assert "Access-Control-Allow-Origin" not in theirs.headers
    assert "Origin" in theirs.headers["Vary"]


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"PORT": "http"}, "PORT is 'http', and must be a whole number from 0 to 65535."),
        ({"PORT": "70000"}, "PORT is '70000'"),
        ({"TIMELINE_TIME_BUDGET_SECONDS": "nan"}, "must be a number"),
        ({"TIMELINE_MAX_BODY_BYTES": "1e6"}, "a whole number"),
        ({"TIMELINE_LOG_LEVEL": "LOUD"}, "must be one of DEBUG, INFO, WARNING, ERROR"),
        ({"TIMELINE_CORS_ORIGINS": "example.org"}, "no origin"),
        ({"TIMELINE_MAX_BODY": "1000"}, "TIMELINE_MAX_BODY is not a setting"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(environ: dict[str, str], words: str) -> None:
    with pytest.raises(WrongSetting, match=words.replace("(", r"\(")):
        Settings.from_environment(environ)


def test_settings_come_from_the_environment() -> None:
    environ = {
        "PORT": "9000",
        "TIMELINE_CORS_ORIGINS": "https://a.example, https://b.example",
        "TIMELINE_LOG_LEVEL": "debug",
        "TIMELINE_TIME_BUDGET_SECONDS": "2.5",
        "WORKERS": "",
        "TIMELINE_SERVICE_HOST": "10.0.0.1",
        "OTHER": "x",
    }
    settings = Settings.from_environment(environ)
    assert (settings.port, settings.workers, settings.time_budget_seconds, settings.log_level) == (
        9000,
        0,
        2.5,
        "DEBUG",
    )
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert Settings.from_environment({}) == Settings()


@pytest.mark.parametrize(
    ("files", "affinity", "cores"),
    [
        ({}, 4, 4),
        ({"cpu.max": "max 100000"}, 4, 4),
        ({"cpu.max": "200000 100000"}, 8, 2),
        ({"cpu.max": "150000 100000"}, 8, 2),
        ({"cpu.max": "20000 100000"}, 8, 1),
        ({"cpu.max": "800000 100000"}, 2, 2),
        ({"cpu/cpu.cfs_quota_us": "300000", "cpu/cpu.cfs_period_us": "100000"}, 8, 3),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, 8, 8),
    ],
)
def test_cores_are_those_of_the_container(tmp_path: Path, files: dict[str, str], affinity: int, cores: int) -> None:
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content + "\n")
    assert usable_cores(tmp_path, affinity) == cores
