"""The automaton of all rules, and the way through one pattern: both against regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.temporal.rules.automaton import build_automaton
from service.temporal.rules.lexicon import RuleError
from service.temporal.rules.patterns import Node, parse
from service.temporal.rules.ways import Table, spans_of, way

# One letter is one symbol here, and the class AB has two of them.
CLASSES = {"AB": "ab", "C": "c", "D": "d", "=e": "e"}
PHRASES = {"few": "AB | AB C", "any": "C? D"}
PATTERNS = {
    "AB C": "[ab]c",
    "x:AB y:C? z:D": "(?P<x>[ab])(?P<y>c)?(?P<z>d)",
    "(C | C D) x:<few>": "(?:c|cd)(?P<x>[ab]c|[ab])",
    "x:<few> y:<any>? e": "(?P<x>[ab]c|[ab])(?P<y>c?d)?e",
    "a:(x:C D) b:(y:C D)": "(?P<a>(?P<x>c)d)(?P<b>(?P<y>c)d)",
}


def expanded(node: Node) -> Node:
    if node.kind == "set":
        return Node("set", label=CLASSES[node.label])
    if node.kind == "phrase":
        return expanded(parse(PHRASES[node.label], "test"))
    return Node(node.kind, tuple(map(expanded, node.parts)))


@dataclass(frozen=True)
class Rule:
    name: str


class Known:
    def symbols(self, label: str) -> str:
        return CLASSES[label]

    def phrase(self, name: str) -> Table:
        table, accepts = build_automaton([(Rule(name), expanded(parse(PHRASES[name], "test")))])
        return Table(table, tuple(map(bool, accepts)))


TABLE, ACCEPTS = build_automaton([(Rule(pattern), expanded(parse(pattern, "test"))) for pattern in PATTERNS])


@given(st.text("abcde", max_size=6))
def test_the_automaton_accepts_what_the_expressions_match(symbols: str) -> None:
    state: int | None = 0
    for symbol in symbols:
        state = TABLE[state].get(symbol) if state is not None else None
    accepted = [rule.name for rule in ACCEPTS[state]] if state is not None else []
    assert accepted == [pattern for pattern, regex in PATTERNS.items() if re.fullmatch(regex, symbols)]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(symbols=st.text("abcde", max_size=6))
def test_the_parts_are_those_of_the_expression(pattern: str, symbols: str) -> None:
    match = re.fullmatch(PATTERNS[pattern], symbols)
    expected = match and {name: match.span(name) for name, part in match.groupdict().items() if part is not None}
    assert spans_of(way(parse(pattern, "test"), Known()), symbols) == expected


def test_a_rule_that_matches_nothing_at_all_is_refused() -> None:
    with pytest.raises(RuleError, match="idle"):
        build_automaton([(Rule("idle"), expanded(parse("C? D?", "test")))])
