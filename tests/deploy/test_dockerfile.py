"""The Dockerfile: clean, small in rights, and in step with the manifests."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "Dockerfile").read_text().replace("\\\n", " ").splitlines()


def instructions(name: str) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in LINES if line.startswith(f"{name} ")]


def environment() -> dict[str, str]:
    return dict(re.findall(r"(\w+)=(\S+)", " ".join(instructions("ENV"))))


def pod() -> dict[str, object]:
    manifest = yaml.safe_load((ROOT / "deploy" / "kubernetes" / "deployment.yaml").read_text())
    return dict(manifest["spec"]["template"]["spec"])


def test_the_linter_has_nothing_to_say() -> None:
    hadolint = shutil.which("hadolint") or shutil.which("hadolint", path=str(Path(sys.executable).parent))
    if hadolint is None:
        pytest.skip("hadolint is not installed")
    found = subprocess.run(
        [hadolint, str(ROOT / "Dockerfile")], capture_output=True, text=True, timeout=60, check=False
    )
    assert (found.returncode, found.stdout) == (0, "")


def test_every_stage_has_the_same_base_at_an_exact_version() -> None:
    assert [each.split()[0] for each in instructions("FROM")] == ["${BASE}"] * 2
    (base,) = instructions("ARG")
    assert re.fullmatch(r"BASE=python:3\.\d+\.\d+-slim-\w+", base)


def test_packages_are_those_of_the_lock_by_hash_and_never_built() -> None:
    (install,) = [each for each in instructions("RUN") if "pip install" in each]
    for option in ("--require-hashes", "--only-binary :all:", "-r requirements.txt"):
        assert option in install
    pinned = re.findall(r"^[a-z0-9][^ ]*==\S+", (ROOT / "requirements.txt").read_text(), re.M)
    hashed = re.findall(r"^[a-z0-9][^ ]*==\S+ \\\n +--hash=sha256:", (ROOT / "requirements.txt").read_text(), re.M)
    assert len(pinned) == len(hashed) > 5


def test_it_runs_as_the_user_that_the_manifests_name() -> None:
    own = pod()["securityContext"]
    assert isinstance(own, dict)
    assert instructions("USER")[-1] == f"{own['runAsUser']}:{own['runAsGroup']}"


def test_it_listens_where_the_manifests_say() -> None:
    port = yaml.safe_load((ROOT / "deploy" / "kubernetes" / "deployment.yaml").read_text())
    (running,) = port["spec"]["template"]["spec"]["containers"]
    assert instructions("EXPOSE") == [str(running["ports"][0]["containerPort"])]
    assert environment()["HOST"] == "0.0.0.0"
    assert environment()["PORT"] == instructions("EXPOSE")[0]


def test_the_server_is_the_first_process_and_is_asked_to_stop_as_gunicorn_expects() -> None:
    (entry,) = instructions("ENTRYPOINT")
    assert entry.startswith('["gunicorn"')
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert "/readyz" in " ".join(LINES[LINES.index(next(line for line in LINES if line.startswith("HEALTHCHECK"))) :])


def test_what_is_copied_is_sent_to_the_builder_and_nothing_else_is() -> None:
    ignored = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert ignored[0] == "*"
    sent = {line[1:] for line in ignored if line.startswith("!")}
    copied = {source for each in instructions("COPY") if not each.startswith("--from") for source in each.split()[:-1]}
    assert copied == sent
    assert all((ROOT / name).exists() for name in sent)
