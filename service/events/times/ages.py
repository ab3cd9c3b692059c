"""Ages: "at 26 he sailed to Goa", "when she was six", counted from the birth that the article dates.

An age dates an event only where it is the age of the one who was born: the subject is that person's name, or a pronoun
that surely stands for it. It tells the year of life, from one birthday to the day before the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from service.events.clauses.model import Clause, Clauses, Stretch
from service.events.links.model import Links
from service.events.parse import Parse
from service.events.times.dating import Dating
from service.events.triggers.model import Trigger
from service.temporal.calendar.periods import Interval, Moment, shift_day
from service.text.tokens import Tokens

_OLDEST = 120  # years
_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_NUMBERS = {word: number for number, word in enumerate(_ONES.split(), start=1)}
_TENS = {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
BIRTHS = frozenset({"bear", "born"})
_OWNERS = frozenset({"her", "his"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_BEING = frozenset({"was", "turned"})
_COUNTED = frozenset("NN NNS NNP CD JJ %".split())  # tags after a number that counts something


class _Birth(NamedTuple):
    names: frozenset[str]
    dating: Dating


class _Age(NamedTuple):
    """Somebody's age at the event of ``clause``; ``whose`` is the clause whose subject is that old, or ``owner`` the
    pronoun of whoever has that birthday then."""

    years: int
    clause: Clause
    whose: Clause
    owner: int | None = None  # the token of whoever's birthday it is


def date_by_ages(parse: Parse, links: Links, datings: list[Dating | None], referents: Mapping[int, str]) -> None:
    """Date, in place, what nothing else dates by the age at which it happened. Linear in the number of tokens.

    The year of life of what is told as past ends with the publication day.
    """
    tokens, clauses, triggers = parse.tokens, parse.clauses, parse.triggers
    births = list(_births(tokens, clauses, triggers, links, datings, referents))
    if not births:
        return
    for age in _ages(tokens, parse.tags, clauses):
        number = links.head.get(age.clause.index)
        if number is None or links.anchors[number] or not _is_open(datings[number]):
            continue
        names = names_of(tokens, clauses, age.whose, referents)
        if age.owner is not None:
            names = frozenset(referents.get(age.owner, "").split())
        born = [birth.dating for birth in births if not birth.names.isdisjoint(names)]
        if len(born) == 1 and age.owner is not None:
            datings[number] = _on_birthday(born[0], age.years) or datings[number]
        elif len(born) == 1:
            latest = parse.today if triggers[number].tense in ("PAST", "PRESENT") else None
            datings[number] = _at(born[0], age.years, latest)


def has_birth(triggers: Sequence[Trigger], datings: Sequence[Dating | None]) -> bool:
    """Whether the article dates a birth."""
    if BIRTHS.isdisjoint([trigger.lemma for trigger in triggers]):
        return False
    return any(t.lemma in BIRTHS and _is_date(d) for t, d in zip(triggers, datings, strict=True))


def _is_open(dating: Dating | None) -> bool:
    """Whether nothing dates an event but, perhaps, its order to another: "Born in 1948, she left school at 15"."""
    return dating is None or dating.basis == "relation"


def _is_date(dating: Dating | None) -> bool:
    return dating is not None and dating.extent == "within" and not dating.open and dating.basis != "relation"


def _births(
    tokens: Tokens,
    clauses: Clauses,
    triggers: Sequence[Trigger],
    links: Links,
    datings: Sequence[Dating | None],
    referents: Mapping[int, str],
) -> Iterator[_Birth]:
    for number, trigger in enumerate(triggers):
        dating = datings[number]
        if trigger.lemma in BIRTHS and dating is not None and _is_date(dating):
            names = names_of(tokens, clauses, clauses.clauses[links.clause[number]], referents)
            if names:
                yield _Birth(names, dating)


def names_of(tokens: Tokens, clauses: Clauses, clause: Clause, referents: Mapping[int, str]) -> frozenset[str]:
    """The names of a clause's subject; where it has none of its own, of the noun that it modifies or the clause
    above."""
    while clause.subject is None and clause.antecedent is None and clause.parent is not None:
        clause = clauses.clauses[clause.parent]
    span: Stretch | None = clause.subject
    named = span is not None and tokens.lower[span[0]] not in _RELATIVE  # "Hull, where she died"
    if clause.kind == "relative" and clause.antecedent is not None and not named:
        span = (clause.antecedent, clause.antecedent + 1)
    if span is None:
        return frozenset()
    alone = referents.get(span[0]) if span[1] == span[0] + 1 else None
    words = alone.replace("-", " ").split() if alone is not None else tokens.words[span[0] : span[1]]
    return frozenset(word for word in words if word[0].isupper() and len(word) > 2)


def _ages(tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> Iterator[_Age]:
    lower = tokens.lower
    for i, word in enumerate(lower):
        if word in _BEING:
            clause = clauses.at(i)
            when = clause.marker is not None and lower[clause.marker] == "when" and clause.parent is not None
            years = _number(lower, tags, i + 1) if when else None
            if years is not None and clause.parent is not None:
                yield _Age(years, clauses.governing(clause.parent), clause)
        elif word == "birthday" and i > 2 and lower[i - 2] in _OWNERS and lower[i - 1][:-2].isdecimal():
            before = lower[max(i - 7, 0) : i - 2]
            clause = clauses.governing(clauses.clause_of[i])
            if "what" in before and clause.parent is not None:  # "on what would have been his 90th birthday"
                clause = clauses.governing(clause.parent)
            if "on" in before:
                yield _Age(int(lower[i - 1][:-2]), clause, clause, i - 2)
        elif word in ("at", "aged"):
            spelt = lower[i + 1 : i + 4] == ["the", "age", "of"]
            bare = word == "at" and not spelt
            years = _number(lower, tags, i + 4 if spelt else i + 1, digits=bare)
            if years is not None:
                clause = clauses.governing(clauses.clause_of[i])
                yield _Age(years, clause, clause)


def _number(lower: Sequence[str], tags: Sequence[str], i: int, digits: bool = False) -> int | None:
    """A number of years at ``i`` that counts nothing else; ``digits``: not in words, which are hours after "at"."""
    if i >= len(lower):
        return None
    word, last = lower[i], i + 1
    years: int | None = None
    if word.isdecimal() and len(word) < 4:
        years = int(word)
    elif not digits and word in _TENS:
        ones = lower[i + 2] if lower[i + 1 : i + 2] == ["-"] and i + 2 < len(lower) else ""
        years, last = (_TENS[word] + _NUMBERS[ones], i + 3) if ones in _NUMBERS else (_TENS[word], last)
    elif not digits:
        years = _NUMBERS.get(word)
    if years is None or not 0 < years <= _OLDEST:
        return None
    return None if last < len(tags) and tags[last] in _COUNTED else years


def _on_birthday(birth: Dating, years: int) -> Dating | None:
    """The birthday itself; None where the birth is not known to the day."""
    start, end = birth.bounds
    if start is None or end is None or start.day != end.day:
        return None
    day = Moment(shift_day(start.day, "year", years))
    return Dating(Interval(day, day), "within", "day", False, "relative", birth.timexes)


def _at(birth: Dating, years: int, latest: Moment | None) -> Dating:
    """The year of life that begins so many years after a birth, up to ``latest``."""
    start, end = birth.bounds
    assert start is not None
    assert end is not None
    first, last = shift_day(start.day, "year", years), shift_day(end.day, "year", years + 1) - 1
    if latest is not None and first <= latest.day:
        last = min(last, latest.day)
    return Dating(Interval(Moment(first), Moment(last)), "within", "year", False, "relative", birth.timexes)
