"""Compiles the rules, and says what the words mean that one has matched.

A rule's pattern (see ``patterns``) matches over tokens; all patterns together are one automaton, so a match costs one
look-up a token. The pattern that won is then gone through once more (see ``ways``) to fetch its parts.

    pattern = 'm:MONTH d:DAY ","? y:YEAR'
    meaning = 'fields(year=y, month=m, day=d)' calls of ``operators`` on the named parts

A range ("6–7 February") is a rule for two expressions at once, or three: the stretches that its groups ``a``, ``b`` and
``c`` cover.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.temporal.rules.automaton import build_automaton, first_symbols
from service.temporal.rules.lexicon import LANGUAGES, Lexicon, RuleError, load_lexicon
from service.temporal.rules.operators import OPERATORS
from service.temporal.rules.patterns import Node, collect_literals, is_single, named_parts, names, parse
from service.temporal.rules.ways import Table, Way, spans_of, way

RULE_FILES = (
    "hours.toml",
    "rhythms.toml",
    "points.toml",
    "rules.toml",
    "ranges.toml",
)  # of rules for one stretch the first that fits
_ALLOWED = (
    ast.Expression, ast.Call, ast.Name, ast.Load, ast.Constant, ast.UnaryOp, ast.USub, ast.BinOp, ast.Add, ast.Sub,
    ast.Mult,
    ast.FloorDiv, ast.keyword, ast.Tuple, ast.IfExp, ast.Compare, ast.Is, ast.IsNot, ast.Eq,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One compiled pattern with its meaning: ``way`` goes through symbols, ``build`` takes the parts by position.

    ``parts``: for each part its name, the class or phrase that it takes its value of, and whether that is a phrase.
    ``single``: the class that all of the pattern is.
    """

    way: Way
    parts: tuple[tuple[str, str, bool], ...]
    single: str | None
    build: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the engine uses it. ``others`` are the groups and forms of a range's other expressions; ``kinds`` are
    the kinds of document that it is for, empty for all."""

    name: str
    form: Form
    guards: tuple[str, ...]
    touching: bool
    others: tuple[tuple[str, Form], ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The compiled rules of one language: ``table[state]`` maps a symbol to the next state, ``accepts[state]`` to
    rules."""

    lexicon: Lexicon
    table: tuple[dict[str, int], ...]
    accepts: tuple[tuple[Rule, ...], ...]
    phrases: dict[str, dict[str, tuple[Form, ...]]]
    """phrase → the symbol that it begins with → the forms that can begin so"""

    def meaning(self, form: Form, words: tuple[str, ...]) -> Any:
        """What ``form`` means over ``words``; None where it does not fit."""
        return _meaning(self, form, words)

    def symbols(self, words: tuple[str, ...]) -> str:
        """The symbols of ``words``, all of which must be in the lexicon."""
        symbol_of = self.lexicon.symbols
        return "".join([symbol_of[word] for word in words])

    def read(self, form: Form, symbols: str, words: tuple[str, ...], first: int = 0) -> Any:
        """What ``form`` means over the words from number ``first`` on, whose symbols are ``symbols``."""
        if form.single is not None and len(symbols) == 1:
            value = self.lexicon.values[words[first]].get(form.single)
            return None if value is None else form.build(value)
        spans = spans_of(form.way, symbols)
        if spans is None:
            return None
        values: list[Any] = []
        known = self.lexicon.values
        for name, label, phrase in form.parts:
            if name not in spans:
                values.append(None)
                continue
            start, end = spans[name]
            if phrase:
                value = self._phrase(label, symbols[start:end], words, first + start)
                if value is None:
                    return None  # "three days, two years later": no length that is told in two units
                values.append(value)
            else:
                values.append(known[words[first + start]][label])
        return form.build(*values)

    def _phrase(self, name: str, symbols: str, words: tuple[str, ...], first: int) -> Any:
        for form in self.phrases[name].get(symbols[0], ()):
            value = self.read(form, symbols, words, first)
            if value is not None:
                return value
        return None


@lru_cache(4_096)
def _meaning(grammar: Grammar, form: Form, words: tuple[str, ...]) -> Any:
    """``Grammar.meaning``, which never changes: the same words stand in many articles."""
    return grammar.read(form, grammar.symbols(words), words)


def load_grammar(language: str) -> Grammar:
    """Read and compile ``languages/<language>``. Raises RuleError, naming the file and the entry, for what makes no
    sense."""
    data = _load_entries(language)
    where = language
    parsed: dict[str, list[tuple[Node, str]]] = {}
    for phrase in data.get("phrase", []):
        forms = phrase["forms"]
        parsed[phrase["name"]] = [
            (parse(f["pattern"], f"{where}: phrase {phrase['name']}"), f["meaning"]) for f in forms
        ]
    rules = [
        (entry, parse(pattern, f"{where}: rule {entry['name']}"))
        for entry in data["rule"] + data["range"]
        for pattern in ([entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"])
    ]
    nodes = [node for forms_ in parsed.values() for node, _ in forms_] + [node for _, node in rules]
    literals: set[str] = set()
    for node in nodes:
        collect_literals(node, literals)
    lexicon = load_lexicon(language, literals)
    compiler = _Compiler(lexicon, {name: [node for node, _ in forms_] for name, forms_ in parsed.items()}, where)
    phrases = {
        name: _by_first_symbol(
            [
                (compiler.form(node, meaning, f"{where}: phrase {name}"), compiler.expand(node))
                for node, meaning in forms_
            ]
        )
        for name, forms_ in parsed.items()
    }
    compiled = [
        (
            compiler.rule(entry, node),
            compiler.expand(node),
        )
        for entry, node in rules
    ]
    table, accepts = build_automaton(compiled)
    return Grammar(lexicon, table, accepts, phrases)


def _load_entries(language: str) -> dict[str, list[dict[str, Any]]]:
    """The phrases, rules and ranges of all the language's rule files."""
    found: dict[str, list[dict[str, Any]]] = {"phrase": [], "rule": [], "range": []}
    for path in (LANGUAGES / language / name for name in RULE_FILES):
        for kind, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if kind not in found:
                raise RuleError(f"{path.name}: [[{kind}]] is not one of {', '.join(found)}")
            found[kind] += entries
    return found


class _Compiler:
    """Turns parsed patterns into forms and into phrase-free nodes for the automaton."""

    def __init__(self, lexicon: Lexicon, phrases: dict[str, list[Node]], where: str) -> None:
        self._lexicon = lexicon
        self._phrases = phrases
        self._where = where
        self._expanded: dict[str, Node] = {}
        self._ends: dict[str, Table] = {}

    def symbols(self, label: str) -> str:
        members = self._lexicon.members.get(label)
        if members is None:
            raise RuleError(f"{self._where}: no word has the class {label}")
        return members

    def expand(self, node: Node) -> Node:
        """The node with every phrase replaced by its forms, and every class by its symbols."""
        if node.kind == "set":
            return Node("set", label=self.symbols(node.label))
        if node.kind == "phrase":
            if node.label not in self._expanded:
                if node.label not in self._phrases:
                    raise RuleError(f"{self._where}: no phrase is called {node.label}")
                self._expanded[node.label] = Node("alt", tuple(self.expand(n) for n in self._phrases[node.label]))
            return self._expanded[node.label]
        return Node(node.kind, tuple(self.expand(part) for part in node.parts))

    def rule(self, entry: dict[str, Any], node: Node) -> Rule:
        where = f"{self._where}: rule {entry['name']}"
        first = entry["meaning"] if "meaning" in entry else entry["first"]
        others = tuple(
            (group, self.form(node, entry[member], where))
            for group, member in (("b", "second"), ("c", "third"))
            if member in entry
        )
        if others and not {"a", *(group for group, _ in others)} <= names(node):
            raise RuleError(f"{where}: a range needs the groups a and b, and c for a third")
        return Rule(
            entry["name"],
            self.form(node, first, where),
            tuple(entry.get("guards", ())),
            bool(entry.get("touching", False)),
            others,
            tuple(entry.get("kinds", ())),
        )

    def form(self, node: Node, meaning: str, where: str) -> Form:
        parts = tuple((part.name, part.label, part.kind == "phrase") for part in named_parts(node))
        found = [name for name, _, _ in parts]
        if len(set(found)) < len(found):
            raise RuleError(f"{where}: a part is named twice")
        single = node.parts[0].label if is_single(node, "set") else None
        return Form(way(node, self), parts, single, _build(meaning, found, where))

    def phrase(self, name: str) -> Table:
        """The automaton of a phrase's forms."""
        if name not in self._ends:
            node = self.expand(Node("phrase", label=name))
            table, accepts = build_automaton([(_Phrase(name), node)])
            self._ends[name] = Table(table, tuple(map(bool, accepts)))
        return self._ends[name]


@dataclass(frozen=True, slots=True)
class _Phrase:
    name: str


def _build(meaning: str, names: list[str], where: str) -> Callable[..., Any]:
    """Compile a meaning: calls of operators on the named parts and constants, and nothing else."""
    tree = ast.parse(meaning, mode="eval")
    for node in ast.walk(tree):
        if not isinstance(node, _ALLOWED):
            raise RuleError(f"{where}: a meaning may not contain {type(node).__name__}")
        if isinstance(node, ast.Name) and node.id not in OPERATORS and node.id not in names:
            raise RuleError(f"{where}: {node.id} is neither an operator nor a part of the pattern")
    arguments = ", ".join(names)
    code = compile(f"lambda {arguments}: ({meaning})", where, "eval")
    build: Callable[..., Any] = eval(code, {"__builtins__": {}, **OPERATORS})  # noqa: S307 - our own files, every node vetted
    return build


def _by_first_symbol(forms: list[tuple[Form, Node]]) -> dict[str, tuple[Form, ...]]:
    """The forms that can begin with each symbol, in their order."""
    found: dict[str, tuple[Form, ...]] = {}
    for form, node in forms:
        for symbol in first_symbols(node):
            found[symbol] = (*found.get(symbol, ()), form)
    return found
