"""A typed Python client, generated from the contract by openapi-python-client and used against the running service."""

from __future__ import annotations

import importlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("openapi_python_client", reason="openapi-python-client is not installed")
pytestmark = pytest.mark.server

CONTRACT = Path(__file__).parents[2] / "openapi.yaml"
PACKAGE = "generated_timeline_client"
TEXT = "The old lock was closed on 3 May 2024. 🔔 Repairs began on 5 May 2024."
# The generator does not know the media type of a batch; it is bytes to it.
CONFIG = """content_type_overrides:
  application/x-ndjson: application/octet-stream
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the package is in, and what the generator said."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "config.yaml").write_text(CONFIG)
    command = [
        sys.executable, "-m", "openapi_python_client", "generate", "--path", str(CONTRACT), "--meta", "none",
        "--config", str(folder / "config.yaml"), "--output-path", str(folder / PACKAGE),
    ]  # fmt: skip
    made = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder, made.stdout + made.stderr


@pytest.fixture(scope="module")
def client(generated: tuple[Path, str]) -> Iterator[ModuleType]:
    folder, _ = generated
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]


def part(name: str) -> Any:
    return importlib.import_module(f"{PACKAGE}.{name}")


def test_the_generator_understands_the_whole_contract(generated: tuple[Path, str]) -> None:
    _, said = generated
    # Of several bodies for one operation it makes the JSON one, and YAML it leaves as bytes: nothing else is lost.
    places = [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))]
    faults = [line for line in said.splitlines() if line.startswith(("Unable", "Unsupported", "Cannot", "Could not"))]
    assert places == [
        "WARNING parsing POST /v1/timelines within timelines.",
        "WARNING parsing GET /openapi.yaml within about.",
    ]
    assert [("text/plain" in fault, "application/yaml" in fault) for fault in faults] == [(True, False), (False, True)]


def test_the_client_is_well_typed(generated: tuple[Path, str]) -> None:
    folder, _ = generated
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--ignore-missing-imports",
        "--cache-dir",
        str(folder / "cache"),
        "-p",
        PACKAGE,
    ]
    checked = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert checked.returncode == 0, checked.stdout


def test_an_article_becomes_a_typed_timeline(client: ModuleType, base_url: str) -> None:
    models, create = part("models"), part("api.timelines.create_timeline")
    body = models.TimelineRequest(text=TEXT, published_at="2024-06-01", offset_unit=models.OffsetUnit.UTF16)
    with client.Client(base_url=base_url) as session:
        timeline = create.sync(client=session, body=body)
    assert isinstance(timeline, models.Timeline)
    assert timeline.document.offset_unit is models.OffsetUnit.UTF16
    assert timeline.document.length == len(TEXT) + 1
    assert [each.value for each in timeline.timexes] == ["2024-05-03", "2024-05-05"]
    assert all(isinstance(each, models.Event) for each in (*timeline.events, *timeline.undated))


def test_a_mistake_becomes_a_typed_problem(client: ModuleType, base_url: str) -> None:
    models, create = part("models"), part("api.timelines.create_timeline")
    with client.Client(base_url=base_url) as session:
        answer = create.sync_detailed(client=session, body=models.TimelineRequest(text=" "))
    assert answer.status_code == 422
    assert isinstance(answer.parsed, models.Problem)
    assert [each.pointer for each in answer.parsed.errors] == ["/text"]


def test_a_batch_goes_there_and_back(client: ModuleType, base_url: str) -> None:
    models, types, create = part("models"), part("types"), part("api.timelines.create_timelines")
    lines = [models.BatchRequest(id="one", text=TEXT), models.BatchRequest(text=" ")]
    sent = "".join(json.dumps(line.to_dict()) + "\n" for line in lines).encode()
    with client.Client(base_url=base_url) as session:
        answer = create.sync_detailed(client=session, body=types.File(payload=io.BytesIO(sent)))
    answers = [models.BatchAnswer.from_dict(json.loads(line)) for line in answer.content.splitlines()]
    assert [(each.id, each.status) for each in answers] == [("one", 200), (2, 422)]
    assert isinstance(answers[0].timeline, models.Timeline)
    assert isinstance(answers[1].problem, models.Problem)


def test_what_the_service_can_do_is_typed_too(client: ModuleType, base_url: str) -> None:
    models = part("models")
    with client.Client(base_url=base_url) as session:
        languages = part("api.about.list_languages").sync(client=session)
        ready = part("api.operations.get_readiness").sync(client=session)
    assert isinstance(languages, models.LanguageList)
    assert "en" in [each.code for each in languages.languages]
    assert isinstance(ready, models.Readiness)
