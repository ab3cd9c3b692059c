"""All patterns as one deterministic automaton: Glushkov's positions, then subsets of them as states.

A match then costs one dictionary look-up a token.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from service.temporal.rules.lexicon import RuleError
from service.temporal.rules.patterns import Node


class Named(Protocol):
    """What a rule is called, for the message when it makes no sense."""

    @property
    def name(self) -> str: ...


R = TypeVar("R", bound=Named)


class _Positions:
    """Glushkov's sets for one pattern: which positions may come first, last, and after which."""

    def __init__(self) -> None:
        self.symbols: list[str] = []
        self.follow: list[set[int]] = []

    def read(self, node: Node) -> tuple[set[int], set[int], bool]:
        if node.kind == "set":
            self.symbols.append(node.label)
            self.follow.append(set())
            here = {len(self.symbols) - 1}
            return here, here, False
        if node.kind == "opt":
            first, last, _ = self.read(node.parts[0])
            return first, last, True
        if node.kind == "alt":
            found = [self.read(part) for part in node.parts]
            return (
                set().union(*(f for f, _, _ in found)),
                set().union(*(e for _, e, _ in found)),
                any(n for _, _, n in found),
            )
        first, last, nullable = set[int](), set[int](), True
        for part in node.parts:
            part_first, part_last, part_nullable = self.read(part)
            for position in last:
                self.follow[position] |= part_first
            first = first | part_first if nullable else first
            last = last | part_last if part_nullable else part_last
            nullable = nullable and part_nullable
        return first, last, nullable


def first_symbols(node: Node) -> set[str]:
    """The symbols that what ``node`` matches may begin with."""
    positions = _Positions()
    first, _, _ = positions.read(node)
    return {symbol for position in first for symbol in positions.symbols[position]}


def build_automaton(rules: list[tuple[R, Node]]) -> tuple[tuple[dict[str, int], ...], tuple[tuple[R, ...], ...]]:
    """For each state its row (symbol → next state), and the rules that accept in it, in their order; 0 is the start.

    Raises RuleError for a rule that matches nothing at all.
    """
    positions = _Positions()
    start: set[int] = set()
    ends: dict[int, int] = {}
    for number, (rule, node) in enumerate(rules):
        first, last, nullable = positions.read(node)
        if nullable:
            raise RuleError(f"rule {rule.name} matches nothing at all")
        start |= first
        ends.update(dict.fromkeys(last, number))
    states: dict[frozenset[int], int] = {frozenset(): 0}
    order: list[frozenset[int]] = [frozenset()]
    table: list[dict[str, int]] = [_transitions(start, positions, states, order)]
    accepts: list[tuple[R, ...]] = [()]
    while len(table) < len(order):
        state = order[len(table)]
        after: set[int] = set()
        for position in state:
            after |= positions.follow[position]
        winners = sorted({ends[position] for position in state if position in ends})
        accepts.append(tuple(rules[number][0] for number in winners))
        table.append(_transitions(after, positions, states, order))
    return tuple(table), tuple(accepts)


def _transitions(
    after: set[int], positions: _Positions, states: dict[frozenset[int], int], order: list[frozenset[int]]
) -> dict[str, int]:
    targets: dict[str, list[int]] = {}
    for position in after:
        for symbol in positions.symbols[position]:
            targets.setdefault(symbol, []).append(position)
    row: dict[str, int] = {}
    for symbol, target in targets.items():
        state = frozenset(target)
        if state not in states:
            states[state] = len(order)
            order.append(state)
        row[symbol] = states[state]
    return row
