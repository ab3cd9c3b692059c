"""``openapi.yaml`` against the code: paths, members, limits, examples, and whatever schemathesis can think of."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marshmallow import fields, validate

from service import create_app
from service.api import negotiation, schemas
from service.api.docs import load_contract
from service.api.problems import KINDS
from service.settings import Settings
from service.version import VERSION
from tests.contract.checking import PAGES, CheckedClient, contract, schema_validator
from tests.contract.readme import README, commands, run, settings_table
from tests.contract.write_examples import ANSWERS, EXAMPLES, FORMATS, in_format

CONTRACT = load_contract()
SCHEMAS = CONTRACT["components"]["schemas"]


@pytest.fixture(scope="module")
def app() -> Flask:
    made = create_app(Settings())
    made.test_client_class = CheckedClient
    return made


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in CONTRACT["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = CONTRACT
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def test_every_route_is_a_path_and_every_path_a_route(app: Flask) -> None:
    routes = {
        (rule.rule, method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule not in PAGES
    }
    assert routes == {(path, method) for path, method, _ in operations()}


def test_the_pages_are_routes(app: Flask) -> None:
    assert {rule.rule for rule in app.url_map.iter_rules()} >= set(PAGES)


def test_operations_are_named_once_summarised_and_tagged() -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(names) == len(set(names))
    tags = {each["name"] for each in CONTRACT["tags"]}
    for _, _, operation in operations():
        assert operation["summary"]
        assert set(operation["tags"]) <= tags


def test_the_members_are_those_of_the_marshmallow_schema() -> None:
    schema = schemas.TimelineRequestSchema(Settings().max_article_characters)
    told = SCHEMAS["TimelineRequest"]
    assert set(schema.fields) == set(told["properties"])
    assert {name for name, each in schema.fields.items() if each.required} == set(told["required"])
    assert told["additionalProperties"] is False
    for name, each in schema.fields.items():
        assert_agree(each, told["properties"][name])


def assert_agree(made: fields.Field[Any], told: dict[str, Any]) -> None:
    shape = resolve(told)
    nullable = "null" in shape.get("type", []) or {"type": "null"} in shape.get("oneOf", [])
    assert made.allow_none is nullable
    shape = resolve(shape["oneOf"][0]) if "oneOf" in shape else shape
    if not made.required:
        assert (made.load_default) == shape.get("default")
    choices = [each.choices for each in made.validators if isinstance(each, validate.OneOf)]
    assert choices == ([shape["enum"]] if "enum" in shape else [])
    longest = [each.max for each in made.validators if isinstance(each, validate.Length)]
    assert longest == ([shape["maxLength"]] if "maxLength" in shape else [])


def test_a_batch_line_is_a_request_with_an_id() -> None:
    line = SCHEMAS["BatchRequest"]["allOf"][0]["properties"]
    assert set(line) == {*SCHEMAS["TimelineRequest"]["properties"], "id"}


def test_the_query_parameters_are_the_members_but_the_text() -> None:
    parameters = [resolve(each) for each in CONTRACT["paths"]["/v1/timelines"]["post"]["parameters"]]
    named = {each["name"] for each in parameters if each["in"] == "query"}
    assert named == set(SCHEMAS["TimelineRequest"]["properties"]) - {"text"}


@given(
    st.from_regex(SCHEMAS["PublishedAt"]["pattern"].rstrip("$"), fullmatch=True)
    | st.text("0123456789-T:Z+ ", max_size=26)
)
def test_dates_have_the_form_the_contract_gives(text: str) -> None:
    told = re.fullmatch(SCHEMAS["PublishedAt"]["pattern"].rstrip("$"), text) is not None
    assert (schemas._ISO_8601.fullmatch(text) is not None) == told


@given(st.text(st.sampled_from("a \n\t\x00\ufeffé\u2003"), max_size=6))
def test_blank_means_what_the_contract_says(text: str) -> None:
    request = {"text": text}
    told = schema_validator("TimelineRequest").is_valid(request)
    try:
        schemas.load(schemas.TimelineRequestSchema(200_000), request)
        read = True
    except schemas.Problem:
        read = False
    assert read == told


def test_the_formats_are_those_of_the_negotiation() -> None:
    told = CONTRACT["paths"]["/v1/timelines"]["post"]["responses"]["200"]["content"]
    assert set(told) == set(negotiation.BY_MEDIA_TYPE)


def test_the_versions_agree() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    assert CONTRACT["info"]["version"] == project["version"] == VERSION


def test_every_answer_and_error_has_an_example() -> None:
    for path, method, operation in operations():
        for status, told in operation["responses"].items():
            for media_type, content in resolve(told)["content"].items():
                assert "example" in content or "examples" in content, (path, method, status, media_type)


def test_every_example_satisfies_its_schema() -> None:
    for name in EXAMPLES:
        schema_validator("TimelineRequest").validate(EXAMPLES[name][0])
    for name in ANSWERS:
        schema_validator("Timeline").validate(CONTRACT["components"]["examples"][name]["value"])
    for line in CONTRACT["components"]["examples"]["BatchAnswers"]["value"].splitlines():
        schema_validator("BatchAnswer").validate(json.loads(line))
    for told in CONTRACT["components"]["responses"].values():
        for example in told["content"]["application/problem+json"]["examples"].values():
            schema_validator("Problem").validate(example["value"])
            kind = KINDS[example["value"]["type"].partition("#")[2]]
            assert (kind.status, kind.title) == (example["value"]["status"], example["value"]["title"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_what_the_service_answers(client: Any, name: str) -> None:
    request, answer = EXAMPLES[name]
    answered = client.post("/v1/timelines", json=request).json
    assert answered == answer, "`make examples` writes what the service answers now"


@pytest.mark.parametrize("name", FORMATS)
def test_the_examples_of_the_formats_are_what_the_service_answers(client: Any, name: str) -> None:
    assert in_format(client, name) == CONTRACT["components"]["examples"][name]["value"], "see `make examples`"


def test_the_example_of_a_batch_is_what_the_service_answers(client: Any) -> None:
    examples = CONTRACT["paths"]["/v1/timelines/batch"]["post"]["requestBody"]["content"]["application/x-ndjson"]
    answer = client.post(
        "/v1/timelines/batch",
        data=examples["examples"]["two"]["value"],
        content_type="application/x-ndjson",
        headers={"X-Request-ID": "example"},
    )
    assert answer.text == CONTRACT["components"]["examples"]["BatchAnswers"]["value"]


@pytest.mark.parametrize(("command", "shown"), commands(README.read_text()))
def test_the_commands_of_the_readme_print_what_it_shows(client: Any, command: str, shown: str) -> None:
    assert run(client, command) == shown, "see `make examples`"


def test_the_readme_lists_every_setting_with_its_default() -> None:
    assert settings_table() in README.read_text()


def test_the_way_of_the_data_is_kept() -> None:
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--no-cache",
    ]  # in-process it would silence our logs
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_an_unknown_member_of_an_answer_would_be_noticed() -> None:
    assert contract()["components"]["schemas"]["Event"]["additionalProperties"] is False


schema = schemathesis.openapi.from_wsgi("/openapi.json", create_app(Settings(log_level="ERROR")))
# A zone, a language or a date may be refused though its form is right: 422 is documented for that. What must be taken
# is tested where the requests are our own.
schema.config.checks.positive_data_acceptance.expected_statuses = [200, 422]
# That an article of a megabyte is too long is told before it is read: 413, which schemathesis does not think of.
schema.config.checks.negative_data_rejection.expected_statuses = ["400", "404", "405", "406", "413", "415", "422"]


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: Any, value: Any) -> bytes:
    """Whatever schemathesis thinks of, as the bytes of a batch."""
    return value if isinstance(value, bytes) else json.dumps(value).encode("utf-8", "surrogatepass")


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_schemathesis_finds_nothing(case: schemathesis.Case) -> None:
    case.call_and_validate()
