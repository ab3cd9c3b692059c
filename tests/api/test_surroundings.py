"""What surrounds the articles: documents, languages, probes, methods and paths, CORS."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.api.problems import KINDS
from service.article import Article, Budget, Detail
from service.settings import Settings
from service.timeline.model import Timeline
from tests.api.stand_in import build, made

PATH = "/v1/timelines"


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


def test_every_language_tells_what_is_read_in_it(client: FlaskClient) -> None:
    languages = client.get("/v1/languages").json["languages"]
    assert {each["code"]: (each["timexes"], each["events"]) for each in languages} == {
        "de": (True, False), "en": (True, True), "es": (True, False), "fr": (True, False), "it": (True, False),
        "nl": (True, False), "pt": (True, False),
    }  # fmt: skip


def test_a_started_service_is_alive_and_ready(client: FlaskClient) -> None:
    assert client.get("/livez").json == {"status": "live"}
    assert client.get("/readyz").json["status"] == "ready"


def test_not_ready_when_the_engine_does_not_start() -> None:
    def broken(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        raise OSError

    client = made(broken)
    assert client.get("/livez").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


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
