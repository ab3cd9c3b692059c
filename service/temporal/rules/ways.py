"""Goes through a pattern along given symbols, to find which of them each of its named parts is.

As a regular expression would, but phrases are not copied into each pattern that has them: an automaton of its own tells
where a phrase can end. All the patterns together would take half a second to compile as regular expressions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from service.temporal.rules.patterns import Node

Spans = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The automaton of a phrase: ``rows[state]`` maps a symbol to the next state, ``accepts`` has those where it may
    end."""

    rows: tuple[dict[str, int], ...]
    accepts: tuple[bool, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One of the symbols, or a phrase, which belongs to the parts ``names``; then ``after``."""

    symbols: str
    phrase: Table | None
    names: tuple[str, ...]
    after: Way


Way = tuple[Step | None, ...]
"""What may come next, what is to be preferred first; None: nothing."""


class Symbols(Protocol):
    """Knows the symbols of each class of words, and the automaton of each phrase."""

    def symbols(self, label: str) -> str: ...

    def phrase(self, name: str) -> Table: ...


def way(node: Node, known: Symbols) -> Way:
    """The way through ``node``, to the end."""
    return _way(node, known, (), (None,))


def _way(node: Node, known: Symbols, names: tuple[str, ...], after: Way) -> Way:
    names = (*names, node.name) if node.name else names
    if node.kind == "set":
        return (Step(known.symbols(node.label), None, names, after),)
    if node.kind == "phrase":
        return (Step("", known.phrase(node.label), names, after),)
    if node.kind == "opt":
        return (*_way(node.parts[0], known, names, after), *after)
    if node.kind == "alt":
        return tuple(step for part in node.parts for step in _way(part, known, names, after))
    for part in reversed(node.parts):
        after = _way(part, known, names, after)
    return after


def spans_of(way: Way, symbols: str) -> Spans | None:
    """Which symbols each named part of a pattern is, from the first to the last of ``symbols``; None where the pattern
    does not fit. What ``way`` prefers comes first, of the ends of a phrase the last."""
    return _walk(way, symbols, 0)


def _walk(way: Way, symbols: str, at: int) -> Spans | None:
    for step in way:
        if step is None:
            if at == len(symbols):
                return {}
            continue
        if step.phrase is not None:
            ends = _ends(step.phrase, symbols, at)
        elif at < len(symbols) and symbols[at] in step.symbols:
            ends = [at + 1]
        else:
            continue
        for end in ends:
            spans = _walk(step.after, symbols, end)
            if spans is not None:
                for name in step.names:
                    spans[name] = (at, spans[name][1] if name in spans else end)
                return spans
    return None


def _ends(phrase: Table, symbols: str, at: int) -> list[int]:
    """Where the phrase can end that begins at ``at``, the last first."""
    rows, accepts = phrase.rows, phrase.accepts
    ends: list[int] = []
    row = rows[0]
    for symbol in symbols[at:]:
        at += 1
        state = row.get(symbol)
        if state is None:
            break
        row = rows[state]
        if accepts[state]:
            ends.append(at)
    ends.reverse()
    return ends
