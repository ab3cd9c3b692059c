"""What the Dockerfile copies, run as it runs it: nothing else of the project, nothing written, no privileges."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.deploy.test_dockerfile import ROOT, environment, instructions
from tests.server.running import running

USER = int(instructions("USER")[-1].split(":")[0])


def other_user() -> int | None:
    """The image's user, where this process may become it and that user may run this Python."""
    if os.geteuid() != 0:
        return None
    try:
        python = [sys.executable, "-c", "import flask"]
        tried = subprocess.run(python, user=USER, group=USER, extra_groups=[], capture_output=True, check=False)
    except PermissionError:
        return None
    return USER if tried.returncode == 0 else None


@pytest.fixture
def image() -> Iterator[Path]:
    """A folder like the image's: what is copied there, and read-only."""
    with TemporaryDirectory() as folder:
        there = Path(folder)
        there.chmod(0o755)
        for each in instructions("COPY"):
            if not each.startswith("--from"):
                *sources, target = each.split()
                for source in sources:
                    copy(ROOT / source, there / target)
        yield there


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_what_is_copied_is_enough_and_is_not_written_to(image: Path) -> None:
    before = files(image)
    environ = {name: value for name, value in environment().items() if name not in ("PATH", "HOST", "PORT")}
    for path in (image, *image.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with running(folder=image, user=other_user(), workers="1", home="/nonexistent", **environ) as server:
        for path in ("/", "/static/js/app.js", "/docs", "/docs/swagger-ui.css", "/openapi.json", "/readyz", "/metrics"):
            assert server.request("GET", path)[0] == 200
        assert server.post()[0] == 200
        assert server.request("GET", "/v1/languages")[0] == 200
        assert [each["message"] for each in server.lines if each["level"] not in ("INFO", "DEBUG")] == []
    assert files(image) == before
