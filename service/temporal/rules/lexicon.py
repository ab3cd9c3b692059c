"""The temporal lexicon: what each written form can be. One dictionary look-up tells whether a token matters at all.

Words come from ``languages/<code>/lexicon.toml``; numerals (1998, 07, 21st, 1980s) are generated here. Forms are
kept as
they are written, so that "May" and "may" are different entries and nothing needs to look at case again.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

LANGUAGES = Path(__file__).parent.parent / "languages"
_FIRST_SYMBOL = 0x4E00  # one character a word class, from a block without case, digits or regex syntax
_TRIGGER_NUMERALS = frozenset({"YEAR", "ORDINAL_DIGITS", "DECADE", "SHORT_DECADE"})


class RuleError(ValueError):
    """A language file that cannot be used: the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``symbols``: written form → one character that stands for all the classes it may have. ``values``: form →
    class → value.

    ``triggers``: the forms that a temporal expression needs at least one of. ``members``: class → the symbols that
    belong to it.
    """

    symbols: dict[str, str]
    values: dict[str, dict[str, Any]]
    triggers: frozenset[str]
    members: dict[str, str]


def load_lexicon(language: str, literals: set[str]) -> Lexicon:
    """The lexicon of ``language`` with the rules' literal words added. Raises RuleError for a file that makes no
    sense."""
    path = LANGUAGES / language / "lexicon.toml"
    values: dict[str, dict[str, Any]] = {}
    triggers: set[str] = set()
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if not isinstance(entry.get("words"), dict):
            raise RuleError(f"{path.name}: [{name}] needs a table 'words'")
        for word, value in entry["words"].items():
            for form in _forms(word, entry.get("case", "any")):
                values.setdefault(form, {})[name] = value
                if entry.get("trigger", False):
                    triggers.add(form)
    for form, classes in _numerals().items():
        values.setdefault(form, {}).update(classes)
        if not _TRIGGER_NUMERALS.isdisjoint(classes) or (len(form) == 4 and form[0] == "0"):
            triggers.add(form)
    for word in literals:
        for form in _forms(word, "any"):
            values.setdefault(form, {})["=" + word] = word
    return _with_symbols(values, frozenset(triggers))


def _with_symbols(values: dict[str, dict[str, Any]], triggers: frozenset[str]) -> Lexicon:
    by_classes: dict[frozenset[str], str] = {}
    symbols: dict[str, str] = {}
    members: dict[str, str] = {}
    for form, classes in values.items():
        key = frozenset(classes)
        if key not in by_classes:
            symbol = intern(chr(_FIRST_SYMBOL + len(by_classes)))
            by_classes[key] = symbol
            for name in key:
                members[name] = members.get(name, "") + symbol
        symbols[form] = by_classes[key]
    return Lexicon(symbols, values, triggers, members)


def _forms(word: str, case: str) -> set[str]:
    if case == "exact":
        return {word}
    capitalised = {word[:1].upper() + word[1:], word.upper()}
    return capitalised if case == "capitalised" else capitalised | {word}


def _numerals() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {str(n): _numeral_classes(n) for n in range(10_000)}
    for n in range(10):
        found[f"0{n}"] = _numeral_classes(n) | {"TWO_DIGITS": n}
        del found[f"0{n}"]["INT"]
    for n in range(60):
        found[f"{n:02d}"]["MINUTE"] = n
    for minute in range(1440):
        found.setdefault(f"{minute // 60:02d}{minute % 60:02d}", {})["MILITARY"] = minute * 60
    for n in range(1000, 10_000):
        found[f"{n // 1000},{n % 1000:03d}"] = {"INT": n}
    for n in range(10, 1000):
        found[f"{n},000"] = {"INT": n * 1000}
    for n in range(10_000, 100_000, 100):
        found.setdefault(f"{n // 1000},{n % 1000:03d}", {"INT": n})
    for n in range(1, 101):
        for suffix in ("st", "nd", "rd", "th"):
            classes = {"ORDINAL_DIGITS": n} | ({"DAY_ORDINAL": n} if n <= 31 else {})
            found[f"{n}{suffix}"] = found[f"{n}{suffix.upper()}"] = classes
    for n in range(1, 10):
        found[f"{n}0s"] = found[f"{n}0S"] = {"SHORT_DECADE": n}
    for n in range(100, 210):
        found[f"{n}0s"] = found[f"{n}0S"] = {"DECADE": n}
    for n in range(10, 100):
        found[f"{n}0s"] = {"EARLY_DECADE": n}
    return found


def _numeral_classes(n: int) -> dict[str, Any]:
    classes: dict[str, Any] = {"INT": n}
    if 1 <= n <= 31:
        classes["DAY"] = n
    if 1 <= n <= 12:
        classes["MONTH_NUMBER"] = n
        classes["HOUR12"] = n
    if n <= 24:
        classes["HOUR"] = n
    if 1 <= n <= 4:
        classes["QUARTER_NUMBER"] = n
    if 10 <= n <= 99:
        classes["TWO_DIGITS"] = n
    if 1000 <= n <= 2199:
        classes["YEAR"] = n
        if n % 10 == 0:
            classes["ROUND_YEAR"] = n // 10
    if n >= 2200:
        classes["FAR_YEAR"] = n
    if 1 <= n <= 999:
        classes["SHORT_YEAR"] = n
    return classes
