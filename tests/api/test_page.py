"""The page and its static files over HTTP; what it does in a browser is tested in tests/browser."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from service import create_app
from service.api.page import STATIC, read_assets


@pytest.fixture
def page_client() -> FlaskClient:
    return create_app().test_client()


def test_the_front_page_is_html_under_a_strict_policy(page_client: FlaskClient) -> None:
    answer = page_client.get("/")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_the_page_has_no_inline_script_style_or_foreign_address() -> None:
    for path in STATIC.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text), path.name
        assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", text), path.name


@pytest.mark.parametrize("name", sorted(read_assets()))
def test_a_browser_that_has_a_file_is_told_so(page_client: FlaskClient, name: str) -> None:
    path = "/" if name == "index.html" else f"/static/{name}"
    first = page_client.get(path)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "no-cache"
    again = page_client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert page_client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


@pytest.mark.parametrize(
    "path", ["index.html", "../settings.py", "..%2fsettings.py", "js/", "js/none.js", "docs/start.js", "%00"]
)
def test_only_the_files_of_the_page_are_served(page_client: FlaskClient, path: str) -> None:
    assert page_client.get(f"/static/{path}").status_code == 404


def test_every_example_that_is_offered_is_there() -> None:
    assets = read_assets()
    offered = json.loads(assets["examples/index.json"].body)
    assert {f"examples/{each['name']}.txt" for each in offered} == {name for name in assets if name.endswith(".txt")}


def test_every_module_that_is_preloaded_is_there() -> None:
    index = read_assets()["index.html"].body.decode()
    preloaded = re.findall(r'rel="modulepreload" href="static/([^"]+)"', index)
    assert sorted(preloaded) == sorted(name for name in read_assets() if name.endswith(".js"))
