"""The compose file: the same container, as confined, in step with the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from service.settings import Settings

ROOT = Path(__file__).parents[2]


def service() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"].values()
    return dict(only)


def test_the_settings_are_ones_that_the_service_knows_and_takes() -> None:
    known = Settings.from_environment(service()["environment"])
    assert known.host == "0.0.0.0"
    (published,) = service()["ports"]
    assert published == f"127.0.0.1:8000:{known.port}"
    assert f":{known.port}/readyz" in service()["healthcheck"]["test"][-1]


def test_there_is_time_to_finish_what_is_under_way() -> None:
    known = Settings.from_environment(service()["environment"])
    assert int(service()["stop_grace_period"].removesuffix("s")) > known.stop_seconds


def test_the_container_has_no_privileges() -> None:
    found = service()
    assert found["read_only"] is True
    assert found["cap_drop"] == ["ALL"]
    assert found["security_opt"] == ["no-new-privileges:true"]
    assert int(found["user"].split(":")[0]) > 10_000
    assert "privileged" not in found
    assert [each.split(":")[0] for each in found["tmpfs"]] == ["/tmp"]


def test_it_builds_from_the_dockerfile_of_the_project() -> None:
    context = ROOT / "deploy" / service()["build"]["context"]
    assert context.resolve() == ROOT


def test_it_has_the_limits_of_the_cluster() -> None:
    manifest = yaml.safe_load((ROOT / "deploy" / "kubernetes" / "deployment.yaml").read_text())
    limits = manifest["spec"]["template"]["spec"]["containers"][0]["resources"]["limits"]
    here = service()["deploy"]["resources"]["limits"]
    assert here["cpus"] == limits["cpu"]
    assert here["memory"].removesuffix("M") == limits["memory"].removesuffix("Mi")
