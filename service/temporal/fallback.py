"""What the grammar leaves to dateparser: other languages, and formats that are rare in English prose.

dateparser never sees running text. A short stretch of a known shape is found first; then dateparser is asked what it
means, with language, date order and base date given, and its answer is taken only if it has the grain and the numbers
of the stretch. The base date is fixed, so that no request leaves a trace in dateparser's own memory; what is relative
is told from it as a distance, which the resolver counts from the article's own date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from re import Match
from typing import NamedTuple

from dateparser.date import DateDataParser  # type: ignore[import-untyped]

from service.article import UNLIMITED, Budget
from service.temporal.calendar.periods import Grain
from service.temporal.formats import FORMATS, HINT
from service.temporal.rules.expressions import Chosen, Count, Distance, Fields, Meaning, Step
from service.temporal.rules.vocabulary import Shape, Vocabulary, load_vocabulary
from service.text.tokens import Tokens

_BASE = datetime(2024, 7, 17, 12)  # a Wednesday in the middle of a month of a leap year: no step from it meets an edge
_GRAINS: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_LONGEST = 40  # characters of a stretch that dateparser is asked about
_HINTING = 14  # characters on each side of a month or a year that hold what hints at a format


class Vetted(NamedTuple):
    """A stretch of tokens, ``last`` exclusive, with what it means; ``name`` says which shape it has."""

    first: int
    last: int
    name: str
    meaning: Meaning


class _Answer(NamedTuple):
    when: datetime
    grain: Grain


LANGUAGES: dict[str, Vocabulary] = {code: load_vocabulary(code) for code in ("de", "es", "fr", "it", "nl", "pt")}
"""The languages that are read here, by their BCP 47 code."""


def find_foreign(tokens: Tokens, language: str, budget: Budget = UNLIMITED) -> list[Vetted]:
    """The expressions of a text in one of ``LANGUAGES``, in text order; none in a language that is not known."""
    vocabulary = LANGUAGES.get(language)
    if vocabulary is None:
        return []
    found: list[Vetted] = []
    done = 0
    for i, word in enumerate(tokens.words):
        if i < done or not (shapes := vocabulary.shapes_at(word)):
            continue
        budget.check()
        for shape in shapes:
            match = shape.regex.match(tokens.text, tokens.starts[i])
            vetted = _vet(tokens, shape, match, vocabulary) if match is not None else None
            if vetted is not None:
                found.append(vetted)
                done = vetted.last
                break
    return found


def find_formats(tokens: Tokens, dated: Iterable[int]) -> Iterator[Vetted]:
    """The dates of an English text that stand in a format which the grammar does not know: 05-Mar-2021, 2021/03/05.

    ``dated``: the tokens that are months, years or days with their ending, in their order: each date has one."""
    text = tokens.text
    for start, end in _hinted(tokens, dated):
        for shape in FORMATS:
            for match in shape.regex.finditer(text, start, end):
                place = _place(tokens, match)
                meaning = _date(match, "en", shape.order)
                if place is not None and meaning is not None:
                    yield Vetted(*place, "format-" + shape.kind, meaning)


def _hinted(tokens: Tokens, dated: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches around hints, apart from one another: no other part of the text is looked at."""
    stretches: list[tuple[int, int]] = []
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    for at in dated:
        hint = HINT.search(text, max(0, starts[at] - _HINTING), ends[at] + _HINTING)
        if hint is None:
            continue
        start, end = max(0, hint.start() - _LONGEST), hint.end() + _LONGEST
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def _vet(tokens: Tokens, shape: Shape, match: Match[str], vocabulary: Vocabulary) -> Vetted | None:
    place = _place(tokens, match)
    meaning = _meaning(shape, match, vocabulary)
    if place is None or meaning is None:
        return None
    return Vetted(*place, f"{vocabulary.language}-{shape.kind.replace('_', '-')}", meaning)


def _place(tokens: Tokens, match: Match[str]) -> tuple[int, int] | None:
    """The tokens that a match covers, None where it cuts one in two."""
    group = "span" if "span" in match.re.groupindex else 0
    start, end = match.span(group)
    first, last = bisect_left(tokens.starts, start), bisect_left(tokens.ends, end)
    if tokens.starts[first] != start or last == len(tokens.ends) or tokens.ends[last] != end:
        return None
    return first, last + 1


def _meaning(shape: Shape, match: Match[str], vocabulary: Vocabulary) -> Meaning | None:
    kind, language = shape.kind, vocabulary.language
    if kind in ("date", "numeric"):
        return _date(match, language, shape.order)
    if kind == "month":
        return _month(match, language)
    if kind == "year":
        year = int(match["y"])
        return Fields(year=year) if 1000 <= year < 2200 else None
    if kind.endswith("weekday"):
        return _weekday(match["wd"], kind, language)
    if kind in ("day", "pointed"):
        return _step(match["phrase"], kind, vocabulary)
    return _distance(match, kind, vocabulary)


def _date(match: Match[str], language: str, order: str) -> Meaning | None:
    parts = match.groupdict()
    day, year = int(match["d"]), parts.get("y")
    if parts.get("mo") is not None:
        words = f"{day} {match['mo']} {year}" if year else f"{day} {match['mo']}"
        answer = _ask(language, words, "DMY", False)
    else:
        answer = _ask(language, match.group(), order, False)
    if answer is None or answer.grain != "day" or answer.when.day != day:
        return None
    if parts.get("m") is not None and answer.when.month != int(match["m"]):
        return None
    if year is None:
        return Fields(month=answer.when.month, day=day)
    if answer.when.year % 10 ** len(year) != int(year):
        return None
    return Fields(year=answer.when.year, month=answer.when.month, day=day)


def _month(match: Match[str], language: str) -> Meaning | None:
    year = match.groupdict().get("y")
    answer = _ask(language, f"{match['mo']} {year}" if year else match["mo"], "DMY", False)
    if answer is None or answer.grain != "month":
        return None
    if year is None:
        return Fields(month=answer.when.month)
    return Fields(year=int(year), month=answer.when.month) if answer.when.year == int(year) else None


def _weekday(word: str, kind: str, language: str) -> Meaning | None:
    answer = _ask(language, word, "DMY", False)
    if answer is None or answer.grain != "day" or abs((answer.when - _BASE).days) > 7:
        return None
    fields = Fields(weekday=answer.when.weekday())
    return fields if kind == "weekday" else Chosen(fields, -1 if kind == "last_weekday" else 1)


def _step(phrase: str, kind: str, vocabulary: Vocabulary) -> Meaning | None:
    words = " ".join(phrase.replace("’", "'").split())
    if kind == "pointed":
        known = vocabulary.pointed
        words = known.get(words) or known[words[:1].lower() + words[1:]]
    answer = _ask(vocabulary.language, words, "DMY", True)
    if answer is None or (kind == "day" and answer.grain != "day"):
        return None
    return Step(answer.grain, _count(answer), "speech")


def _distance(match: Match[str], kind: str, vocabulary: Vocabulary) -> Meaning | None:
    """ "il y a trois semaines": spelt-out numbers are given to dateparser in figures."""
    figures = vocabulary.numbers.get(match["n"].lower(), match["n"])
    words = vocabulary.asked[kind].replace("{}", f"{figures} {match['unit']}")
    answer = _ask(vocabulary.language, words, "DMY", True)
    if answer is None or answer.grain != vocabulary.grains[match["unit"]]:
        return None
    count = _count(answer)
    direction = -1 if kind == "ago" else 1
    if abs(count) != int(figures) or count * direction < 0:
        return None
    return Distance(Count(abs(count)), answer.grain, direction, "speech")


def _count(answer: _Answer) -> int:
    """How many days, weeks, months or years the answer lies after the base date."""
    when, grain = answer
    if grain in ("month", "year"):
        months = (when.year - _BASE.year) * 12 + when.month - _BASE.month
        return months if grain == "month" else months // 12
    days = (when.date() - _BASE.date()).days
    return days if grain == "day" else days // 7


@lru_cache(maxsize=4096)
def _ask(language: str, words: str, order: str, relative: bool) -> _Answer | None:
    """What dateparser makes of a short stretch, with the grain that it really has. Remembered: it never changes."""
    if len(words) > _LONGEST:
        return None
    try:
        data = _parser(language, order, relative).get_date_data(words)
    except (ValueError, OverflowError):
        return None
    if data.date_obj is None or data.period not in _GRAINS:
        return None
    return _Answer(data.date_obj.replace(tzinfo=None), _GRAINS[data.period])


@lru_cache(maxsize=64)
def _parser(language: str, order: str, relative: bool) -> DateDataParser:
    return DateDataParser(
        languages=[language],
        try_previous_locales=False,
        settings={
            "RELATIVE_BASE": _BASE,
            "DATE_ORDER": order,
            "PREFER_DATES_FROM": "current_period",
            "PARSERS": ["relative-time" if relative else "absolute-time"],
        },
    )


def _warm() -> None:
    """Have dateparser load its words at start, not in a request."""
    for code, vocabulary in LANGUAGES.items():
        for order, relative in (("DMY", False), ("DMY", True)):
            _ask(code, next(iter(vocabulary.pointed)), order, relative)
    for shape in FORMATS:
        _ask("en", "1 May 2020", shape.order, False)


_warm()
