"""README.md's commands and tables: the answers shown are what the service answers, the settings are those there are."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from service.settings import Settings

README = Path(__file__).parent.parent.parent / "README.md"
_BLOCK = re.compile(r"```console\n\$ (curl [^\n]*)\n(.*?)```", re.DOTALL)
_TABLE = re.compile(r"(?<=\| variable \| default \| \|\n\|---\|---\|---\|\n)(?:SETTINGS\n|(?:\|[^\n]*\n)+)")


def commands(text: str) -> list[tuple[str, str]]:
    """Each curl command in ``text``, with the output that is shown below it."""
    return [(match.group(1), match.group(2)) for match in _BLOCK.finditer(text)]


def run(client: FlaskClient, command: str) -> str:
    """What ``command`` prints: curl with -s, -H, -d, and perhaps json.tool behind it."""
    call, _, pipe = command.partition(" | ")
    words = iter(shlex.split(call)[1:])
    address, body, headers = "", "", {"X-Request-ID": "c0ffee"}
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            body = next(words)
        elif word != "-s":
            address = word
    answer = client.post(address.removeprefix("localhost:8000"), data=body.encode(), headers=headers)
    if not pipe:
        return answer.text.replace("\r\n", "\n")
    return json.dumps(json.loads(answer.text), indent=4) + "\n"


def settings_table() -> str:
    """The rows of the table of settings."""
    return "".join(
        f"| `{each.metadata['name']}` | {_shown(each.default)} | {each.metadata['about']} |\n"
        for each in fields(Settings)
    )


def rewritten(client: FlaskClient, text: str) -> str:
    """``text`` with every output and the table of settings as they are now."""
    text = _BLOCK.sub(lambda match: f"```console\n$ {match.group(1)}\n{run(client, match.group(1))}```", text)
    return _TABLE.sub(lambda _: settings_table(), text)


def _shown(default: Any) -> str:
    return f"`{default}`" if default not in ((), "") else "none"
