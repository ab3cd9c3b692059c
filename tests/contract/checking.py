"""Holds every answer against ``openapi.yaml``: the test client of all API tests does it, whatever the test is about."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

import yaml
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from werkzeug.test import TestResponse

from service.api.docs import load_contract

BASE = "http://localhost"
PAGES = ("/", "/docs", "/docs/problems", "/docs/<name>", "/static/<path:name>")  # for people, not for clients


@cache
def contract() -> dict[str, Any]:
    """``openapi.yaml``, its answers closed: a member that it does not name is an error."""
    whole = copy.deepcopy(load_contract())
    for schema in whole["components"]["schemas"].values():
        if schema.get("type") == "object" and "allOf" not in schema:
            schema["additionalProperties"] = False
    return whole


@cache
def _openapi() -> OpenAPI:
    media_types = {each for path in contract()["paths"].values() for way in path.values() for each in _media_types(way)}
    readers = {each: json.loads if each.endswith(("/json", "+json")) else bytes.decode for each in media_types}
    readers["application/problem+json"] = json.loads
    readers["application/yaml"] = yaml.safe_load
    return OpenAPI.from_dict(contract(), config=Config(extra_media_type_deserializers=readers))


def _media_types(operation: dict[str, Any]) -> list[str]:
    return list(operation["responses"]["200"]["content"])


@cache
def schema_validator(name: str) -> Draft202012Validator:
    """A validator for one named schema."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": contract()["components"]}
    return Draft202012Validator(whole)


def check(response: TestResponse) -> None:
    """Raise where ``response`` is not what the contract promises."""
    path = response.request.path
    if response.status_code >= 400:
        assert response.mimetype == "application/problem+json"
        schema_validator("Problem").validate(json.loads(response.data))
    if response.request.method in {"HEAD", "OPTIONS"} or path not in contract()["paths"]:
        return
    if response.request.method.lower() not in contract()["paths"][path]:
        assert response.status_code == 405
        return
    if response.status_code == 304 or (response.mimetype == "application/x-ndjson" and not response.data):
        return  # no content, as there should be none: a validator that would be right to miss it
    # Only the operation is looked up by the request; its body has been read by now.
    _openapi().validate_response(
        MockRequest(BASE, response.request.method.lower(), path),
        MockResponse(response.data, response.status_code, dict(response.headers), response.mimetype),
    )
    if response.mimetype == "application/x-ndjson":
        for line in response.data.splitlines():
            schema_validator("BatchAnswer").validate(json.loads(line))


class CheckedClient(FlaskClient):
    """A test client that checks every answer against the contract, and its security headers."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        kwargs.setdefault("buffered", True)
        response = super().open(*args, **kwargs)
        assert response.status_code != 500
        assert response.headers["X-Request-ID"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        check(response)
        return response
