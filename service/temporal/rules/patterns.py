"""The patterns of the rules: small regular expressions over word classes, read into a tree.

    'm:MONTH d:DAY ","? y:YEAR'      classes in capitals, literal words in small letters, signs in quotes

There is no repetition. ``<name>`` stands for a phrase, whose forms are told elsewhere; ``name:`` names a part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.temporal.rules.lexicon import RuleError

_PIECE = re.compile(r"\s*(?:(?P<name>[a-z]\w*):)?(?P<atom><\w+>|[A-Z][A-Z0-9_]*|\d+|[a-z][a-z'’]*|\"[^\"]+\"|[()|?])")


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a pattern: ``kind`` is set (one token of some classes), phrase, seq, alt or opt."""

    kind: str
    parts: tuple[Node, ...] = ()
    label: str = ""
    name: str = ""


def parse(pattern: str, where: str) -> Node:
    """The tree of a pattern. Raises RuleError, naming ``where`` it stands, for one that cannot be read."""
    pieces: list[tuple[str, str]] = []
    at = 0
    text = pattern.rstrip()
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            raise RuleError(f"{where}: cannot read the pattern at {text[at:]!r}")
        pieces.append((match["name"] or "", match["atom"]))
        at = match.end()
    node, rest = _parse_alternatives(pieces, 0, where)
    if rest != len(pieces):
        raise RuleError(f"{where}: unbalanced ')' in {pattern!r}")
    return node


def _parse_alternatives(pieces: list[tuple[str, str]], at: int, where: str) -> tuple[Node, int]:
    branches: list[Node] = []
    items: list[Node] = []
    while at < len(pieces) and pieces[at][1] != ")":
        name, atom = pieces[at]
        if atom == "|":
            branches.append(Node("seq", tuple(items)))
            items = []
        elif atom == "?":
            items[-1] = Node("opt", (items[-1],))
        elif atom == "(":
            inner, at = _parse_alternatives(pieces, at + 1, where)
            if at >= len(pieces):
                raise RuleError(f"{where}: '(' is never closed")
            items.append(Node("seq", (inner,), name=name))
        elif atom.startswith("<"):
            items.append(Node("phrase", label=atom[1:-1], name=name))
        else:
            label = atom if atom[0].isupper() else "=" + atom.strip('"')
            items.append(Node("set", label=label, name=name))
        at += 1
    last = Node("seq", tuple(items))
    return (Node("alt", (*branches, last)) if branches else last), at


def collect_literals(node: Node, found: set[str]) -> None:
    """Add the literal words and signs of ``node`` to ``found``."""
    if node.kind == "set" and node.label.startswith("="):
        found.add(node.label[1:])
    for part in node.parts:
        collect_literals(part, found)


def named_parts(node: Node) -> list[Node]:
    """The named tokens and phrases of ``node``, in their order."""
    here = [node] if node.name and node.kind != "seq" else []
    return here + [found for part in node.parts for found in named_parts(part)]


def names(node: Node) -> set[str]:
    """What ``node`` and its parts are named, groups too."""
    return ({node.name} if node.name else set()).union(*map(names, node.parts))


def is_single(node: Node, kind: str) -> bool:
    """One named token (a set), or one named phrase, and nothing else."""
    return node.kind == "seq" and len(node.parts) == 1 and node.parts[0].kind == kind and bool(node.parts[0].name)
