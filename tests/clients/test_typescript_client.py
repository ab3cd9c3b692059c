"""TypeScript types, generated from the contract by openapi-typescript.

A strict program compiles with them and runs against the service; the page's own modules are checked as well. The tools
come from npm for the test, unshipped.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.server

CONTRACT = Path(__file__).parents[2] / "openapi.yaml"
PROGRAM = Path(__file__).with_name("program.ts")
TOOLS = ("openapi-typescript@7.13.0", "openapi-fetch@0.17.0", "typescript@5.9.3", "@types/node@20")
OPTIONS = [
    *("--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--skipLibCheck", "--target", "es2022"),
    *("--module", "nodenext", "--moduleResolution", "nodenext", "--types", "node"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tools, the types and the program."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("node and npm are not installed")
    made = tmp_path_factory.mktemp("typescript")
    (made / "package.json").write_text('{"private": true, "type": "module"}')
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *TOOLS]
    if subprocess.run(command, cwd=made, capture_output=True, timeout=300, check=False).returncode:
        pytest.skip("the TypeScript tools could not be fetched from npm")
    shutil.copy(PROGRAM, made)
    return made


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_strict_program_compiles_with_the_types_and_runs(folder: Path, base_url: str) -> None:
    tools = folder / "node_modules" / ".bin"
    run(folder, str(tools / "openapi-typescript"), str(CONTRACT), "--output", "contract.d.ts")
    run(folder, str(tools / "tsc"), *OPTIONS, "program.ts")
    told = json.loads(run(folder, "node", "program.js", base_url))
    assert told == {
        "unit": "utf16",
        "marked": ["3 May 2024", "5 May 2024"],
        "refused": {"status": 422, "pointers": ["/text"]},
        "calendar": "BEGIN:VCALENDAR",
        "languages": True,
    }


def test_the_types_in_the_comments_of_the_page_hold(folder: Path) -> None:
    modules = sorted(str(path) for path in (CONTRACT.parent / "service" / "static" / "js").glob("*.js"))
    checks = [
        "--allowJs",
        "--checkJs",
        "--noEmit",
        "--strict",
        "--target",
        "es2024",
        "--lib",
        "es2024,dom,dom.iterable",
    ]
    modern = ["--module", "esnext", "--moduleResolution", "bundler"]
    run(folder, str(folder / "node_modules" / ".bin" / "tsc"), *checks, *modern, *modules)
