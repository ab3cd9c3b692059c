"""The words of time of a language, and the shapes that an expression may have there.

A shape is found by its first word, and never looks further than a few words, so that the search takes time linear
in the text. What the words mean is not known here: ``fallback`` asks dateparser about the stretch that was found.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from service.temporal.rules.lexicon import LANGUAGES, RuleError

_GAP = r"(?:[ \t\u00a0]{1,2}|\n)"
_END = r"(?!\w)"
_DIGIT = ""  # stands for any first word that begins with a digit
_LISTS = ("months", "weekdays", "numbers", "ordinals", "of", "in", "year_in", "ago", "ahead", "days", "last_weekday",
          "next_weekday")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to write an expression. ``regex`` has the groups that its kind needs; ``span`` is the stretch, if not
    all.

    ``order`` is the order of the numbers in it, as dateparser writes it (DMY, MDY, YMD).
    """

    kind: str
    regex: re.Pattern[str]
    order: str = "DMY"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``starts`` leads from the first word of an expression ("" for a number) to the shapes that may begin so.

    ``numbers``: spelt-out number → its figures; ``grains``: word of a unit → its grain; ``pointed``: phrase → how
    dateparser knows it; ``asked``: how it is asked about a distance, by kind.
    """

    language: str
    name: str
    starts: dict[str, tuple[Shape, ...]]
    numbers: dict[str, str]
    grains: dict[str, str]
    pointed: dict[str, str]
    asked: dict[str, str]

    def shapes_at(self, word: str) -> tuple[Shape, ...]:
        """The shapes that an expression may have which begins with ``word``."""
        return self.starts.get(_DIGIT if word[0].isdigit() else word, ())


def load_vocabulary(language: str) -> Vocabulary:
    """Read ``languages/<language>/words.toml``. Raises RuleError, naming file and entry, for what makes no sense."""
    path = LANGUAGES / language / "words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for entry in _LISTS:
        if not isinstance(data.get(entry), list):
            raise RuleError(f"{language}/{path.name}: a list '{entry}' is needed")
    if (len(data["months"]), len(data["weekdays"])) != (12, 7):
        raise RuleError(f"{language}/{path.name}: there are twelve months and seven days of the week")
    words = _Words(data)
    starts: dict[str, list[Shape]] = {}
    for shape, firsts in words.shapes():
        for first in firsts:
            starts.setdefault(first, []).append(shape)
    numbers = {word: str(n) for n, forms in enumerate(data["numbers"], 1) for word in forms}
    grains = {word: grain for grain, forms in data["units"].items() for word in forms}
    found = {first: tuple(shapes) for first, shapes in starts.items()}
    asked = {kind: data[kind][0] for kind in ("ago", "ahead")}
    return Vocabulary(language, data["name"], found, numbers, grains, data["pointed"], asked)


class _Words:
    """The lists of one language as regular expressions."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._as_written = data.get("capitals") == "as written"
        self._month = self._any(form for forms in data["months"] for form in forms)
        self._weekday = self._any(form for forms in data["weekdays"] for form in forms)
        self._of = rf"(?:{self._any(data['of'])}{_GAP})?" if data["of"] else ""
        ordinal = "|".join(map(re.escape, data["ordinals"]))
        self._day = rf"(?P<d>\d{{1,2}})(?:{ordinal})?" if ordinal else r"(?P<d>\d{1,2})"
        number = rf"(?P<n>\d{{1,3}}|{self._any(form for forms in data['numbers'] for form in forms)})"
        unit = self._any(form for forms in data["units"].values() for form in forms)
        self._amount = rf"{number}{_GAP}(?P<unit>{unit})"

    def shapes(self) -> Iterable[tuple[Shape, set[str]]]:
        """Every shape with the words that it may begin with, those that say most first."""
        data, year = self._data, r"(?P<y>\d{4})"
        date = rf"{self._day}{_GAP}{self._of}(?P<mo>{self._month})(?:,?{_GAP}{self._of}{year})?"
        weekdays = self._firsts(form for forms in data["weekdays"] for form in forms)
        months = self._firsts(form for forms in data["months"] for form in forms)
        yield self._shape("date", rf"(?:{self._weekday},?{_GAP})?{date}"), weekdays | {_DIGIT}
        yield self._shape("numeric", r"(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})"), {_DIGIT}
        yield self._shape("month", rf"(?P<mo>{self._month}){_GAP}{self._of}{year}"), months
        for kind in ("ago", "ahead"):
            for template in data[kind]:
                firsts = self._firsts([template]) if not template.startswith("{}") else self._numbers()
                yield self._shape(kind, self._fill(template, self._amount)), firsts
        yield self._shape("pointed", rf"(?P<phrase>{self._any(data['pointed'])})"), self._firsts(data["pointed"])
        for kind in ("last_weekday", "next_weekday"):
            for template in data[kind]:
                firsts = self._firsts([template]) if not template.startswith("{}") else weekdays
                yield self._shape(kind, self._fill(template, f"(?P<wd>{self._weekday})")), firsts
        yield self._shape("day", rf"(?P<phrase>{self._any(data['days'])})"), self._firsts(data["days"])
        yield self._shape("weekday", rf"(?P<wd>{self._weekday})"), weekdays
        yield (
            self._shape(
                "month", rf"{self._any(data['in'])}{_GAP}(?P<span>(?P<mo>{self._month})(?:{_GAP}{self._of}{year})?)"
            ),
            self._firsts(data["in"]),
        )
        yield (
            self._shape("year", rf"{self._any(data['year_in'])}{_GAP}(?P<span>{year})"),
            self._firsts(data["year_in"]),
        )

    def _shape(self, kind: str, pattern: str) -> Shape:
        return Shape(kind, re.compile(pattern + _END))

    def _forms(self, phrases: Iterable[str]) -> list[str]:
        """The phrases as they may be written: with a capital at the start of a sentence too."""
        found = list(phrases)
        if not self._as_written:
            found += [form[:1].upper() + form[1:] for form in found if form[:1].islower()]
        return found

    def _any(self, phrases: Iterable[str]) -> str:
        forms = sorted(self._forms(phrases), key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(_written, forms)) + ")"

    def _fill(self, template: str, inner: str) -> str:
        forms = self._forms([template])
        return "(?:" + _written(template).replace(r"\{\}", inner, 1) + ")" if len(forms) == 1 else _either(forms, inner)

    def _firsts(self, phrases: Iterable[str]) -> set[str]:
        return {match.group() for form in self._forms(phrases) if (match := re.match(r"[^\W\d_]+", form))}

    def _numbers(self) -> set[str]:
        return self._firsts(form for forms in self._data["numbers"] for form in forms) | {_DIGIT}


def _written(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", _GAP).replace("'", "['’]")


def _either(forms: list[str], inner: str) -> str:
    """A template with its first letter small or capital, and one inner part (a group may stand only once)."""
    first = f"[{''.join(sorted({form[0] for form in forms}))}]"
    return first + _written(forms[0][1:]).replace(r"\{\}", inner, 1)
