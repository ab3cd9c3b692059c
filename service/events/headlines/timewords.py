"""What dates an event is left out of its headline: its time is told beside it."""

from __future__ import annotations

import re
from typing import Final

from service.events.headlines.page import Page, Piece, is_amount
from service.events.words.lexicon import verb_base
from service.events.words.verbs import NEGATIONS, PUTTING_OFF, SPANS, SPENDING
from service.temporal.model import Timex

_TIME_PREPOSITIONS: Final = frozenset(
    """in on at by since until till from before after during for within to between of about around through
    throughout""".split()
)
_BEFORE_TIME: Final = frozenset(
    """soon recently least only just late early shortly again some about around as most more than nearly starting
    beginning commencing""".split()
)
_ENDED: Final = frozenset({"ended", "ending", "to"})
_AT_LEAST: Final = (["at", "the", "earliest"], ["at", "the", "latest"], ["at", "the", "soonest"])
_AFTER_PARTICLE: Final = frozenset({"on", "at", "in", "from", "until", ".", ",", ";"})
_PARTICLES: Final = frozenset("in on by through off over out".split())
_MOVED: Final = frozenset("down off out up away".split())
_COMPARING: Final = frozenset("from than to against with of".split())
_FORESEEING: Final = frozenset("expect expects see sees forecast forecasts predict predicts project projects".split())
_RANKED: Final = 6  # tokens
_DIGITS_OR_MONTH: Final = re.compile(
    r"\d{4}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DEICTIC: Final = re.compile(r"\b(?:that|this|last|next|later|earlier|same|following|previous|ago)\b", re.IGNORECASE)


def without_times(page: Page, pieces: list[Piece], keep_named: bool = False) -> list[Piece]:
    """The pieces without the expressions that date the event and what leads up to them; those in noun phrases stay."""
    if page.timex_at.keys().isdisjoint(pieces):
        return pieces
    present = set(pieces)
    dating = page.timex_at.keys() & present
    drop: set[int] = set()
    for i in dating:
        timex = page.timex_at[i]
        if i != timex.first or timex.type not in ("DATE", "TIME"):
            continue
        if page.tags[timex.last : timex.last + 1] == ["POS"]:
            continue  # "in last year's final"
        if _within_phrase(page, timex) or _measures(page, timex):
            continue
        if _ends_a_denial(page, timex) or _is_spent(page, timex) or _ranks(page, timex) or _is_foreseen(page, timex):
            continue
        if _is_between(page, timex) or _is_what_saw(page, timex):
            continue
        following = page.timex_at.get(timex.last + 1)
        joined = page.tokens.lower[timex.last : timex.last + 1] in (["and"], [","], ["or"])
        listed = joined and following is not None and following.precision == timex.precision
        whole = page.tokens.lower[timex.first - 1] != "between" and not listed  # its end stands in another phrase
        if keep_named and whole and _DIGITS_OR_MONTH.search(timex.text) and not _DEICTIC.search(timex.text):
            continue
        drop.update(range(timex.first, timex.last))
        drop.update(_lead(page, timex.first, present))
        if following is not None and page.tokens.lower[timex.last] in _ENDED:
            drop.update(range(timex.last, following.last))  # "for the quarter ended March 29"
            if page.tags[timex.first - 1] == "PRP$" and page.tags[timex.first - 2] == "IN":
                drop.update((timex.first - 2, timex.first - 1))  # "for its quarter ended March 29"
        if page.tokens.lower[timex.last : timex.last + 3] in _AT_LEAST:
            drop.update(range(timex.last, timex.last + 3))
    if not drop:
        return pieces
    return [p for p in pieces if p not in drop]


def is_particle(page: Page, i: int) -> bool:
    """Whether what looks like a preposition belongs to the verb before it: "stepped in on Saturday"."""
    word, after = page.tokens.lower[i], page.tokens.lower[i + 1 : i + 2]
    timed = i + 1 in page.timex_at or (after == ["the"] and not SPANS.isdisjoint(page.tokens.lower[i + 2 : i + 3]))
    if word in _MOVED and timed and page.tags[i - 1] in ("NN", "NNS", "NNP", "VBN", "VBD"):
        return True  # "shut the line down 31 hours after", "was switched off the night before"
    if word not in _PARTICLES or not after or after[0] == word or after[0] not in _AFTER_PARTICLE:
        return False
    return page.tags[i - 1] in ("VBD", "VBN", "VB") or page.tokens.lower[i - 1].endswith(("self", "selves"))


def _ends_a_denial(page: Page, timex: Timex) -> bool:
    """Whether the time is what the verb is about: "did not open until 2011", "was adjourned until 3 June"."""
    clause = page.clauses.governing(page.clauses.clause_of[timex.first])
    if page.tokens.lower[timex.first - 1] not in ("until", "till", "before", "to") or clause.verb is None:
        return False
    if clause.head is not None and verb_base(page.tokens.lower[clause.head]) in PUTTING_OFF:
        return True  # "was adjourned until 3 June"
    return not NEGATIONS.isdisjoint(page.tokens.lower[slice(*clause.verb)])


def _is_foreseen(page: Page, timex: Timex) -> bool:
    """Whether the time is that of a forecast: "expects profit to shrink by 4% this year", "sees a loss this year"."""
    if page.tokens.lower[timex.first] not in ("this", "next", "the"):
        return False
    clause = page.clauses.governing(page.clauses.clause_of[timex.first])
    for _ in range(2):
        if clause.kind in ("infinitive", "participle") and clause.parent is not None:
            clause = page.clauses.clauses[clause.parent]
    return clause.head is not None and page.tokens.lower[clause.head] in _FORESEEING


def _is_between(page: Page, timex: Timex) -> bool:
    """ "Between Easter and the harvest"."""
    lower = page.tokens.lower
    joined = lower[timex.first - 1] == "between" and lower[timex.last : timex.last + 1] == ["and"]
    return joined and timex.last + 1 not in page.timex_at


def _is_what_saw(page: Page, timex: Timex) -> bool:
    """Whether the time is the subject of its clause: "2007 also saw a rise", "the year brought two more strikes"."""
    clause = page.clauses.at(timex.first)
    if clause.verb is None or clause.subject not in (None, (timex.first, timex.last)) or not clause.finite:
        return False
    if page.tags[timex.first - 1 : timex.first] in (["IN"], ["TO"]) or page.tags[clause.verb[0]] != "VBD":
        return False
    between = range(timex.last, clause.verb[0])
    return timex.first >= clause.first and all(page.tags[i] == "RB" for i in between) and timex.last <= clause.verb[0]


def _ranks(page: Page, timex: Timex) -> bool:
    """Whether the time is that since when something is the first or the most: "for the first time since 1974"."""
    first = timex.first - (page.tokens.lower[timex.first - 1] in ("the", "at", "least"))
    if page.tokens.lower[first - 1] != "since":
        return False
    near = range(max(first - _RANKED, 0), first - 1)
    most = (i for i in near if page.tags[i] in ("JJS", "RBS") or page.tokens.lower[i] == "first")
    return any(page.tokens.lower[i - 1] != "at" for i in most)  # not "at least 90 people"


def _is_spent(page: Page, timex: Timex) -> bool:
    """Whether the time is the verb's object: "spent the winter stacking shelves"."""
    if page.tokens.lower[timex.first - 1] in _TIME_PREPOSITIONS:
        return False
    return not SPENDING.isdisjoint(map(verb_base, page.tokens.lower[max(timex.first - 2, 0) : timex.first]))


def _measures(page: Page, timex: Timex) -> bool:
    """Whether the expression belongs to a figure or a length: "467 million a year earlier", "three months to May"."""
    before = timex.first - 1
    if before < 1:
        return False
    if page.tokens.lower[before] in ("ended", "ending") and before - 1 in page.timex_at:
        return True  # "revenue for the year ended 31 March"
    if page.tags[before] in ("CD", "NN", "NNS") and before in page.chunk_at and is_amount(page, before):
        compared = page.tokens.lower[page.chunk_at[before][0] - 1] in _COMPARING or timex.text.endswith("earlier")
        return before not in page.timex_at and timex.type == "DATE" and compared
    length = page.timex_at.get(before - 1)
    return page.tokens.lower[before] == "to" and length is not None and length.type == "DURATION"


def _within_phrase(page: Page, timex: Timex) -> bool:
    """Whether the expression is part of a noun phrase ("the 2019 election"), or tells which ("the quake of 1997")."""
    after = page.chunk_at.get(timex.last)
    chunk = page.chunk_at.get(timex.first)
    if page.tags[timex.last : timex.last + 1] in (["NN"], ["NNS"], ["VBG"]) and _opens_phrase(page, timex):
        return True  # "in midday trading"
    if (
        page.tokens.lower[timex.last : timex.last + 1] == ["of"]
        and "the" in page.tokens.lower[timex.first - 1 : timex.last]
    ):
        return True
    if chunk is not None and chunk[1] > timex.last and page.tags[timex.last] != "POS":
        return True
    if after is not None and after[0] < timex.last:
        return True
    return timex.first > 0 and page.tokens.lower[timex.first - 1] == "of" and timex.first - 2 in page.chunk_at


def _opens_phrase(page: Page, timex: Timex) -> bool:
    return timex.type == "TIME" and timex.first > 0 and page.tags[timex.first - 1] == "IN"


def _lead(page: Page, first: int, present: set[Piece]) -> list[int]:
    """The preposition and adverbs that lead up to an expression of time."""
    found: list[int] = []
    i = first - 1
    while (
        i in present
        and page.tags[i] != "RP"
        and (
            page.tokens.lower[i] in _TIME_PREPOSITIONS
            or page.tokens.lower[i] in _BEFORE_TIME
            or page.tokens.lower[i] in ("and", "or", "the")
        )
    ):
        if page.tokens.lower[i] in ("and", "or") and i - 1 not in page.timex_at:
            break
        if is_particle(page, i):
            break
        found.append(i)
        i -= 1
    return found
