"""Lives told in brackets: "Ada Pell (3 May 1887 – 19 November 1961) was a botanist" dates her birth and her death.

What is told further on of both ("Pell was born in Cardiff", "she died in November 1961") has the day of the brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from service.events.links.model import Links
from service.events.parse import Parse
from service.events.times.ages import BIRTHS, names_of
from service.events.times.dating import Dating
from service.temporal.model import Timex
from service.text.tagset import NOUN

_DASHES = frozenset({"-", "–", "—", "--"})
_BRACKET = 14  # tokens before the birth in its brackets: a maiden name, how it is said
_ARTICLES = frozenset({"The"})
_PLACE = 8  # tokens between birth and death: where
_NAME = 6  # tokens
_MOST = 64  # lives in one article
_LONGEST = 120  # years
_TOLD = BIRTHS | {"die"}


class _Life(NamedTuple):
    names: frozenset[str]
    birth: Timex
    death: Timex


def date_by_lives(parse: Parse, links: Links, datings: list[Dating | None], referents: Mapping[int, str]) -> None:
    """Date, in place, the births and deaths of those whose lives stand in brackets. Linear in the text."""
    if "(" not in parse.tokens.index or _TOLD.isdisjoint([trigger.lemma for trigger in parse.triggers]):
        return
    lives = list(islice(_lives(parse), _MOST))
    for number, trigger in enumerate(parse.triggers) if lives else ():
        if trigger.lemma not in _TOLD or trigger.pos != "verb" or trigger.negated or trigger.modal:
            continue
        clause = parse.clauses.clauses[links.clause[number]]
        names = names_of(parse.tokens, parse.clauses, clause, referents) - _ARTICLES
        life = next((life for life in lives if names and names <= life.names), None)
        timex = None if life is None else life.birth if trigger.lemma in BIRTHS else life.death
        if timex is not None and _is_of(datings[number], timex, links, number):
            datings[number] = Dating(timex.bounds, "within", timex.precision, False, "explicit", (timex.id,))  # type: ignore[arg-type]


def _is_of(dating: Dating | None, timex: Timex, links: Links, number: int) -> bool:
    """Whether what is told of somebody's birth or death leaves room for the day of the brackets."""
    if dating is None or not links.anchors[number]:
        return True
    (start, end), (first, last) = dating.bounds, timex.bounds or (None, None)
    if start is None or end is None or first is None or last is None:
        return False
    return start.day <= first.day and last.day <= end.day


def _lives(parse: Parse) -> Iterator[_Life]:
    for birth, death in pairwise(parse.timexes):
        if not (birth.explicit and death.explicit) or death.first - birth.last > _PLACE:
            continue
        between = parse.tokens.words[birth.last : death.first]
        opened = _opening(parse.tokens.words, birth.first)
        if opened is None or _DASHES.isdisjoint(between) or parse.tokens.words[death.last : death.last + 1] != [")"]:
            continue
        names = _named_before(parse.tokens.words, parse.tags, opened)
        if names and _is_life(birth, death):
            yield _Life(names, birth, death)


def _opening(words: Sequence[str], first: int) -> int | None:
    """The bracket that is open before token ``first``."""
    for i in range(first - 1, max(first - _BRACKET, 0), -1):
        if words[i] in ("(", ")"):
            return i if words[i] == "(" else None
    return None


def _named_before(words: Sequence[str], tags: Sequence[str], opened: int) -> frozenset[str]:
    """The parts of the name that ends before a bracket."""
    first = opened
    while first > max(0, opened - _NAME) and (_is_name(words[first - 1], tags[first - 1]) or words[first - 1] == "-"):
        first -= 1
    return frozenset(word for word in words[first:opened] if len(word) > 2) if opened - first > 1 else frozenset()


def _is_name(word: str, tag: str) -> bool:
    return tag in NOUN and word[0].isupper()


def _is_life(birth: Timex, death: Timex) -> bool:
    begun, ended = birth.bounds, death.bounds
    if begun is None or ended is None or begun.start is None or ended.end is None:
        return False
    return 0 < ended.end.day - begun.start.day < _LONGEST * 366
