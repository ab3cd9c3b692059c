"""schemathesis over the whole contract, against the running service: right is answered, wrong is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from service.api.docs import load_contract
from tests.server.running import LONG, Server

REFUSALS = ["400", "404", "405", "406", "413", "414", "415", "422", "431"]
GOT = [path for path, methods in load_contract()["paths"].items() if "get" in methods]


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: Any, value: Any) -> bytes:
    """Whatever schemathesis thinks of, as the bytes of a batch."""
    return value if isinstance(value, bytes) else json.dumps(value).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def contract(server: Server) -> Any:
    found = schemathesis.openapi.from_url(f"http://127.0.0.1:{server.port}/openapi.json")
    found.config.checks.positive_data_acceptance.expected_statuses = [200, 422]
    found.config.checks.negative_data_rejection.expected_statuses = REFUSALS
    return found


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("/v1/timelines", GenerationMode.POSITIVE),
        ("/v1/timelines", GenerationMode.NEGATIVE),
        ("/v1/timelines/batch", GenerationMode.POSITIVE),  # any body is a batch: there is no wrong one
    ],
)
def test_schemathesis_finds_nothing(contract: Any, path: str, mode: GenerationMode) -> None:
    @given(case=contract[path]["POST"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=500 if LONG else 15, deadline=None, derandomize=not LONG, suppress_health_check=list(HealthCheck)
    )
    def finds_nothing(case: schemathesis.Case) -> None:
        case.call_and_validate()

    finds_nothing()


@pytest.mark.parametrize("path", GOT)
def test_what_can_be_got_is_as_the_contract_says(contract: Any, path: str) -> None:
    contract[path]["GET"].Case().call_and_validate()
