"""The clauses of an article: a verb group with what belongs to it, and what it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.record import record

ClauseKind = Literal[
    "main",
    "coordinate",
    "complement",
    "relative",
    "adverbial",
    "participle",
    "infinitive",
    "gerund",
    "attribution",
    "phrase",
]
Stretch = tuple[int, int]  # token indices, the last exclusive
BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
HAVE = frozenset("have has had having 've 'd ’ve ’d".split())
DO = frozenset("do does did".split())
_JOINT = 2  # tokens: "and", "and then"


@record
class Clause:
    """One clause: a verb group with what belongs to it. All positions are token indices, ends exclusive.

    ``head`` is the main verb (None: a phrase without one), ``verb`` the whole group; ``marker`` the word that opened
    the clause
    ("that", "which", "after", "to"). ``parent`` is the clause it depends on: the verb it complements, the clause
    whose noun it
    modifies, the clause it is adverbial to, the first conjunct. ``attribution`` is the clause that reports this one,
    before it or
    after it; ``according`` the source named by "according to". ``fronted``: it stands before its parent's verb.
    ``antecedent``
    is the noun that a relative or participle clause modifies; ``absolute``: it is the participle's subject ("with
    shares falling").
    """

    index: int
    sentence: int
    kind: ClauseKind
    first: int
    last: int
    head: int | None
    verb: Stretch | None
    finite: bool
    subject: Stretch | None
    object: Stretch | None
    marker: int | None
    parent: int | None
    attribution: int | None
    according: Stretch | None
    fronted: bool
    antecedent: int | None
    quoted: bool
    absolute: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of an article in text order, and for every token the clause that it belongs to (its innermost)."""

    clauses: tuple[Clause, ...]
    clause_of: list[int]
    chunks: list[Stretch]  # base noun phrases in text order
    chunk_at: dict[int, Stretch]  # the same by each of their tokens

    def at(self, token: int) -> Clause:
        """The innermost clause of a token."""
        return self.clauses[self.clause_of[token]]

    def twin(self, clause: Clause, tags: Sequence[str]) -> Clause | None:
        """The clause joined to this one whose object is that of both: "the navy seized and sank two boats"."""
        if clause.object is not None or clause.verb is None or clause.index + 1 >= len(self.clauses):
            return None
        after = self.clauses[clause.index + 1]
        if after.kind != "coordinate" or after.parent != clause.index or after.verb is None or after.object is None:
            return None
        begin, end = clause.verb[1], after.verb[0]
        joined = 0 < end - begin <= _JOINT and "CC" in (tags[begin], tags[end - 1])
        joined = joined and after.object[0] == after.verb[1] and after.subject == clause.subject
        if clause.head is None or after.head is None or tags[clause.head] != tags[after.head]:
            return None  # "was interviewed and gave an answer"
        return after if joined and clause.finite and after.finite else None

    def governing(self, index: int) -> Clause:
        """The innermost clause with a verb around clause number ``index`` (else the sentence's fragment)."""
        clause = self.clauses[index]
        while clause.head is None and clause.parent is not None:
            clause = self.clauses[clause.parent]
        return clause
