"""All patterns as one deterministic automaton: what may follow each symbol as states, then sets of them as states.

A match then costs one dictionary look-up a token. Patterns are read from their end, and what may follow is told once
wherever it is the same: so there are hardly more states than there have to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import Protocol, TypeVar

from service.temporal.rules.lexicon import RuleError
from service.temporal.rules.patterns import Node

Steps = frozenset[tuple[str, int]]
"""What may come next: symbols, with the number of what may follow one of them; of an end, no symbols and its rule."""


class Named(Protocol):
    """What a rule is called, for the message when it makes no sense."""

    @property
    def name(self) -> str: ...


R = TypeVar("R", bound=Named)


class _States:
    """The steps that were met, each set with a number; and how a pattern begins, told what follows it."""

    def __init__(self) -> None:
        self.steps: list[Steps] = []
        self._numbers: dict[Steps, int] = {}
        self._begun: dict[tuple[int, Steps], Steps] = {}

    def begin(self, node: Node, after: Steps) -> Steps:
        """The steps with which ``node`` begins, where ``after`` is what may follow it."""
        kind = node.kind
        if kind == "set":
            return frozenset(((node.label, self._number(after)),))
        if kind == "opt":
            return after | self.begin(node.parts[0], after)
        if kind == "alt":  # mostly a phrase, which many patterns have at the same place
            key = id(node), after
            if key not in self._begun:
                self._begun[key] = _union([self.begin(part, after) for part in node.parts])
            return self._begun[key]
        for part in reversed(node.parts):
            after = self.begin(part, after)
        return after

    def forget(self) -> None:
        """Before the next rule: what follows its parts is never what followed those of another."""
        self._begun.clear()

    def _number(self, steps: Steps) -> int:
        number = self._numbers.setdefault(steps, len(self.steps))
        if number == len(self.steps):
            self.steps.append(steps)
        return number


def _union(sets: Iterable[Steps]) -> Steps:
    return frozenset().union(*sets)


def first_symbols(node: Node) -> set[str]:
    """The symbols that what ``node`` matches may begin with."""
    return {symbol for label, _ in _States().begin(node, frozenset()) for symbol in label}


def build_automaton(rules: list[tuple[R, Node]]) -> tuple[tuple[dict[str, int], ...], tuple[tuple[R, ...], ...]]:
    """For each state its row (symbol → next state), and the rules that accept in it, in their order; 0 is the start.

    Raises RuleError for a rule that matches nothing at all.
    """
    states = _States()
    begins: list[Steps] = []
    for number, (rule, node) in enumerate(rules):
        end = frozenset({("", number)})
        begins.append(states.begin(node, end))
        states.forget()
        if begins[-1] >= end:
            raise RuleError(f"rule {rule.name} matches nothing at all")
    numbers: dict[frozenset[int], int] = {}
    order = [_union(begins)]  # the steps of each state of the automaton
    table: list[dict[str, int]] = []
    accepts: list[tuple[R, ...]] = []
    while len(table) < len(order):
        targets: dict[str, list[int]] = {}
        for label, target in order[len(table)]:
            targets.setdefault(label, []).append(target)
        order[len(table)] = frozenset()  # not needed any more, and there are many
        accepts.append(tuple(rules[number][0] for number in sorted(targets.pop("", ()))))
        row: dict[str, int] = {}
        for symbols, target_set in _split(targets):
            if target_set not in numbers:
                numbers[target_set] = len(order)
                order.append(_union(states.steps[target] for target in target_set))
            row.update(dict.fromkeys(symbols, numbers[target_set]))
        table.append(row)
    return tuple(table), tuple(accepts)


def _split(targets: dict[str, list[int]]) -> list[tuple[list[str], frozenset[int]]]:
    """Symbols that lead to the same set of targets, with it: of the ``targets`` of whole sets of symbols."""
    labels_of: dict[str, tuple[str, ...]] = {}
    for label in targets:
        for symbol in _symbols(label):
            labels_of[symbol] = (*labels_of[symbol], label) if symbol in labels_of else (label,)
    alike: dict[tuple[str, ...], list[str]] = {}
    for symbol, labels in labels_of.items():
        if labels in alike:
            alike[labels].append(symbol)
        else:
            alike[labels] = [symbol]
    return [(found, frozenset([x for label in labels for x in targets[label]])) for labels, found in alike.items()]


@lru_cache(1_024)
def _symbols(label: str) -> tuple[str, ...]:
    """Its symbols: the same string for one symbol wherever it stands, for the table has eighty thousand."""
    return tuple(map(intern, label))
