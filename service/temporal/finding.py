"""Finds the stretches of an article that are temporal expressions, front to back, in one pass over its tokens.

Words that no rule needs cost one dictionary look-up; the automaton runs only around the others.
"""

from __future__ import annotations

import re
from itertools import compress

from service.article import UNLIMITED, Budget
from service.record import record
from service.temporal.fallback import find_foreign, find_formats
from service.temporal.guards.names import is_name
from service.temporal.guards.registry import GUARDS
from service.temporal.guards.site import Site
from service.temporal.rules.expressions import Meaning
from service.temporal.rules.grammar import Rule, load_grammar
from service.temporal.rules.ways import spans_of
from service.text.tokens import Tokens

_GRAMMAR = load_grammar("en")
_SYMBOLS, _START = _GRAMMAR.lexicon.symbols, _GRAMMAR.table[0]
_BEGINNERS = {word: _START[symbol] for word, symbol in _SYMBOLS.items() if symbol in _START}  # → the state after it
_OF_DATES = frozenset({"MONTH", "YEAR", "ORDINAL_DIGITS"})
_DATED = frozenset(word for word, classes in _GRAMMAR.lexicon.values.items() if not _OF_DATES.isdisjoint(classes))
_POLLED = 16  # triggers
_LEFT = 12  # an expression starts at most this many tokens before its trigger


@record
class Found:
    """A stretch of tokens that a rule has read. ``kinds``: the kinds of document that it counts in, empty for all;
    ``whole``: the tokens of the range that it is a part of."""

    first: int
    last: int
    rule: str
    meaning: Meaning
    kinds: tuple[str, ...] = ()
    whole: tuple[int, int] | None = None


def find_all(tokens: Tokens, language: str, budget: Budget = UNLIMITED) -> list[Found]:
    """The expressions of a text in ``language``: by the grammar in English, else by ``fallback``."""
    if language != "en":
        return [Found(*vetted) for vetted in find_foreign(tokens, language, budget)]
    triggers = _triggers(tokens)
    found = find(tokens, triggers, budget)
    dated = [i for i in triggers if tokens.words[i] in _DATED]
    formats = [Found(*vetted) for vetted in budget.over(find_formats(tokens, dated))]
    return joined(found, formats) if formats else found


def joined(found: list[Found], formats: list[Found]) -> list[Found]:
    """Both in text order; where they overlap, the longer one."""
    joined: list[Found] = []
    for each in sorted(found + formats, key=lambda f: (f.first, -f.last)):
        if not joined or each.first >= joined[-1].last:
            joined.append(each)
        elif each.last - each.first > joined[-1].last - joined[-1].first:
            joined[-1] = each
    return joined


def _triggers(tokens: Tokens) -> list[int]:
    """The tokens of which an expression has one at least."""
    words = tokens.words
    found = list(compress(range(len(words)), map(_GRAMMAR.lexicon.triggers.__contains__, words)))
    short = any(pattern.search(tokens.text) for pattern in _SHORT_YEARS)
    return sorted({*found, *_short_years(words)}) if short else found


def find(tokens: Tokens, triggers: list[int], budget: Budget = UNLIMITED) -> list[Found]:
    """The stretches that the rules read as expressions, leftmost and longest, without overlap."""
    words, known, beginners = tokens.words, _SYMBOLS, _BEGINNERS
    found: list[Found] = []
    done = 0
    for number, trigger in enumerate(triggers):
        if not number % _POLLED:
            budget.check()
        if trigger < done:
            continue
        if words[trigger] not in beginners and (trigger == done or words[trigger - 1] not in known):
            done = trigger + 1  # a sign that can only go on, and nothing for it to go on from
            continue
        matches = _match_around(tokens, trigger, done)
        # A start that failed for one trigger fails for the next as well: each token is tried as a start only once.
        done = matches[-1].last if matches else trigger + 1
        found += matches
    return found


def _short_years(words: list[str]) -> list[int]:
    """The apostrophes of '98: too common a sign for the search to start from each."""
    return [
        i
        for i, word in enumerate(words[:-1])
        if word in _APOSTROPHES and len(words[i + 1]) == 2 and words[i + 1].isdigit()
    ]


_APOSTROPHES = frozenset("'’‘`")
# One sign at a time: looked for together they take five times as long.
_SHORT_YEARS = tuple(re.compile(sign + r"\d\d\b") for sign in _APOSTROPHES)


def _match_around(tokens: Tokens, trigger: int, done: int) -> tuple[Found, ...]:
    """The leftmost expression that contains ``trigger`` and starts at or after ``done``; of those that start there,
    the longest."""
    words, symbol_of, beginners, table, accepts = tokens.words, _SYMBOLS, _BEGINNERS, _GRAMMAR.table, _GRAMMAR.accepts
    low = trigger
    stop = max(done, trigger - _LEFT)
    while low > stop and words[low - 1] in symbol_of:
        low -= 1
    count = len(words)
    for start in range(low, trigger + 1):
        state = beginners.get(words[start])
        if state is None:
            continue
        at = start + 1
        ends: list[tuple[int, tuple[Rule, ...]]] = []
        while state is not None:
            if at > trigger and (rules := accepts[state]):
                ends.append((at, rules))
            if at == count:
                break
            state = table[state].get(symbol_of.get(words[at], ""))
            at += 1
        for end, rules in reversed(ends):
            found = _read(tokens, start, end, rules)
            if found:
                return found
    return ()


def _read(tokens: Tokens, first: int, last: int, rules: tuple[Rule, ...]) -> tuple[Found, ...]:
    """What the rules, in their order, read in tokens ``first`` to ``last``: one expression, or those of a range."""
    site = Site(tokens, first, last)
    if last - first > 1 and _breaks(site):
        return ()
    named: bool | None = None  # costs more than most guards: looked at only where they have nothing against the stretch
    for rule in rules:
        if rule.touching and not _touching(tokens, first, last):
            continue
        if rule.guards and not _admits(rule, site):
            continue
        named = is_name(site) if named is None else named
        if named:
            return ()
        words = tuple(tokens.words[first:last])
        meaning = _GRAMMAR.meaning(rule.form, words)
        if meaning is None:
            continue
        if not rule.others:
            return (Found(first, last, rule.name, meaning, rule.kinds),)
        parts = [(group, _GRAMMAR.meaning(form, words)) for group, form in rule.others]
        spans = spans_of(rule.form.way, _GRAMMAR.symbols(words))
        if spans is not None and all(other is not None for _, other in parts):
            return tuple(
                Found(first + spans[group][0], first + spans[group][1], rule.name, part, rule.kinds, (first, last))
                for group, part in (("a", meaning), *parts)
            )
    return ()


def _breaks(site: Site) -> bool:
    """Whether it goes on over an empty line, or over the end of a line into a label: "… at 3 p.m.", and below it
    "Thursday, Dec 26: the Test begins"."""
    tokens = site.tokens
    start, end = tokens.starts[site.first], tokens.ends[site.last - 1]
    if tokens.text.find("\n", start, end) < 0:
        return False
    if "\n\n" in tokens.text[start:end]:
        return True
    for i in range(site.last, min(site.last + _LABEL, len(tokens.words) - 1)):
        if tokens.words[i] == ":":
            return tokens.ends[i] != tokens.starts[i + 1]  # not that of "5:00"
        if tokens.words[i][0].islower():
            return False
    return False


_LABEL = 4  # tokens


def _admits(rule: Rule, site: Site) -> bool:
    for name in rule.guards:  # noqa: SIM110 - a generator costs more than most guards
        if not GUARDS[name](site):
            return False
    return True


def _touching(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.ends[i] == tokens.starts[i + 1] for i in range(first, last - 1))
