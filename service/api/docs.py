"""The contract as YAML and JSON, Swagger UI, the list of problems: served from files that ship with the service."""

from __future__ import annotations

import html
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from flask import Blueprint, Response, request, send_from_directory
from werkzeug.exceptions import NotFound

from service.api.problems import KINDS

ROOT = Path(__file__).parent.parent
OPENAPI = ROOT.parent / "openapi.yaml"
STATIC = ROOT / "static"
SWAGGER_FILES = frozenset({"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"})
OUR_FILES = frozenset({"start.js", "docs.css"})
HOUR = 3_600


def docs() -> Blueprint:
    """The routes. Everything is read and made here, at start."""
    blueprint = Blueprint("docs", __name__)
    contract = OPENAPI.read_bytes()
    as_json = json.dumps(load_contract(), ensure_ascii=False, separators=(",", ":"))
    swagger = swagger_directory()
    problems = _problems_page()

    @blueprint.get("/openapi.yaml")
    def openapi_yaml() -> Response:
        return _cached(Response(contract, content_type="application/yaml"))

    @blueprint.get("/openapi.json")
    def openapi_json() -> Response:
        return _cached(Response(as_json, content_type="application/json"))

    @blueprint.get("/docs")
    def swagger_ui() -> Response:
        return send_from_directory(STATIC / "docs", "index.html", max_age=HOUR)

    @blueprint.get("/docs/<name>")
    def swagger_file(name: str) -> Response:
        if name in SWAGGER_FILES:
            return send_from_directory(swagger, name, max_age=HOUR)
        if name in OUR_FILES:
            return send_from_directory(STATIC / "docs", name, max_age=HOUR)
        raise NotFound

    @blueprint.get("/docs/problems")
    def problem_kinds() -> Response:
        return _cached(Response(problems, content_type="text/html; charset=utf-8"))

    return blueprint


def swagger_directory() -> Path:
    """Where the package ``swagger-ui-py`` keeps Swagger UI; the package itself is not imported."""
    spec = find_spec("swagger_ui")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("The package swagger-ui-py is missing. Install requirements.txt.")
    return Path(spec.submodule_search_locations[0]) / "static"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML's JSON schema: a date is a string, as in JSON. LibYAML reads it where PyYAML was built with it."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_contract() -> dict[str, Any]:
    """``openapi.yaml`` as an object."""
    loaded: dict[str, Any] = yaml.load(OPENAPI.read_bytes(), _Loader)  # noqa: S506 - a SafeLoader
    return loaded


def _cached(response: Response) -> Response:
    response.cache_control.public = True
    response.cache_control.max_age = HOUR
    response.add_etag()
    response.make_conditional(request)
    return response


def _problems_page() -> str:
    rows = "".join(
        f'<tr id="{kind}"><td><code>{kind}</code></td><td>{each.status}</td><td>{html.escape(each.title)}</td>'
        f"<td>{html.escape(each.remedy)}</td></tr>"
        for kind, each in KINDS.items()
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title>'
        '<link rel="stylesheet" href="docs.css"></head><body class="problems"><h1>Problems</h1>'
        "<p>Every refusal is a problem document (RFC 9457). These are the kinds.</p>"
        f"<table><thead><tr><th>Kind</th><th>Status</th><th>Title</th><th>What to do</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></body></html>\n"
    )
