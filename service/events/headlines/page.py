"""What the headlines of one article are written from: its tokens and clauses, with indexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.events.clauses.model import Clause, Clauses, Stretch
from service.events.referents.resolving import Referents
from service.temporal.model import Timex
from service.text.tokens import Tokens

REACH: Final = 80  # tokens after the verb: more than a headline can hold
LONG_CLAUSE: Final = 14  # tokens: a longer restrictive clause is left out
ASIDE: Final = 12  # tokens: a longer one between commas is more than that
_SPEAKERS: Final = frozenset("i me my we us our you your".split())
QUOTES: Final = frozenset({'"', "“", "”", "``", "''"})


@dataclass(frozen=True, slots=True)
class Page:
    """What the headline of any event of one article is written from."""

    tokens: Tokens
    tags: Sequence[str]
    clauses: Clauses
    timexes: Sequence[Timex]
    referents: Referents
    timex_at: dict[int, Timex]  # by each of its tokens
    chunk_at: dict[int, Stretch]  # base noun phrase by each of its tokens
    written: dict[int, str]  # headlines by the trigger's token, each written once
    subjects: dict[int, list[int]]  # subjects by the clause, each looked for once
    tells_what_took_long: bool  # "it took": in most articles there is none
    speaks: bool  # "we", "you": outside of quotations in hardly any
    of_writer: bool  # who writes it tells what "we" have done

    @classmethod
    def of(
        cls, tokens: Tokens, tags: Sequence[str], clauses: Clauses, timexes: Sequence[Timex], referents: Referents
    ) -> Page:
        """The page with its indexes; linear in the number of tokens."""
        timex_at = {i: t for t in timexes for i in range(t.first, t.last)}
        took, speaks = "took" in tokens.index, not _SPEAKERS.isdisjoint(tokens.index)
        of_writer = speaks and _tells_of_writer(tokens, clauses)
        chunk_at = clauses.chunk_at
        return cls(tokens, tags, clauses, timexes, referents, timex_at, chunk_at, {}, {}, took, speaks, of_writer)


def _tells_of_writer(tokens: Tokens, clauses: Clauses) -> bool:
    """Whether several sentences, and no quotation, tell what "we" or "I" did."""
    told = {
        clause.sentence
        for clause in clauses.clauses
        if clause.subject is not None
        and not clause.quoted
        and clause.attribution is None
        and tokens.lower[clause.subject[1] - 1] in ("we", "i")
    }
    return len(told) >= _TOLD_BY_WRITER


_TOLD_BY_WRITER = 3  # sentences


Piece = int | str  # a token, or a word that stands in for one


def is_relative_pronoun(page: Page, chunk: Stretch) -> bool:
    return page.tags[chunk[0]] in ("WDT", "WP")


def is_amount(page: Page, token: int) -> bool:
    return any(page.tags[i] == "CD" for i in range(*page.chunk_at.get(token, (token, token + 1))))


def follows_comma(page: Page, clause: Clause) -> bool:
    return clause.first > 0 and page.tokens.words[clause.first - 1] == ","


_QUANTIFIERS = frozenset("everyone everybody everything all every many much".split())


def prefixed(page: Page, i: int) -> int:
    """Where a verb with a hyphenated prefix begins ("re-elected"), or a phrase that is denied ("not everyone")."""
    before = page.tokens.lower[i - 1] if i else ""
    if before == "neither" and page.tags[i] == "PRP":
        return i - 1
    if before == "not" and page.tokens.lower[i] in _QUANTIFIERS:
        return i - 1
    return i - 2 if before == "-" and i > 1 and page.tokens.ends[i - 1] == page.tokens.starts[i] else i
