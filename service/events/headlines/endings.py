"""How what follows the verb in a headline may end: with no length that is left alone, nothing half told."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.headlines.page import ASIDE, Page, Piece
from service.events.words.lexicon import LEXICON, noun_base, verb_base
from service.events.words.names import PERSONS
from service.text.tagset import FINITE

_AFTER: Final = frozenset("look name call take run go ask come".split())
_AFTERMATHS: Final = frozenset("storm war match game birth flood".split())
_ONE_LENGTH: Final = frozenset(  # one alone: "two days" is a duration, "a matter of days" is whole
    "spring summer autumn winter day night morning evening week weekend month year hour".split()
)
_LOOSE_ENDS: Final = frozenset(
    {("in", "exchange"), ("in", "return"), ("and", "again"), ("and", "then"), ("since", "shortly"), ("since", "soon")}
)
_SHORTLY: Final = frozenset("shortly soon just immediately right directly long even only".split())


def without_loose_end(page: Page, out: list[Piece]) -> list[Piece]:
    """Without an "in exchange" or "and again" at the end, whose rest is told by another clause, or beside."""
    last = [page.tokens.lower[p] for p in out[-2:] if isinstance(p, int)]
    return out[:-2] if tuple(last) in _LOOSE_ENDS and len(out) > len(last) else out


def without_half_told(page: Page, clause: Clause, out: list[Piece]) -> list[Piece]:
    """Without an "after a mediator" that ends what follows the verb: whom the clause with "after" is about is no time,
    and the clause is not told here."""
    last = out[-1] if out else None
    chunk = page.chunk_at.get(last) if isinstance(last, int) else None
    if chunk is None or last != chunk[1] - 1:
        return out
    placed = page.chunk_at.get(chunk[0] - 2) if page.tokens.lower[chunk[0] - 1] in ("at", "in", "from") else None
    if placed is not None and placed[1] == chunk[0] - 1 and page.tokens.lower[placed[0] - 1] == "after":
        person = noun_base(page.tokens.lower[placed[1] - 1]) in PERSONS  # "unravelled after a nurse at the jail"
        chunk = placed if person and page.clauses.clause_of[placed[0] - 1] != clause.index else chunk
    if page.tokens.lower[chunk[0] - 1] != "after":
        return out
    if chunk[0] - 1 not in out or verb_base(page.tokens.lower[clause.head or 0]) in _AFTER:
        return out  # "looked after the children"
    word, tag = page.tokens.lower[chunk[1] - 1], page.tags[chunk[1] - 1]
    if tag not in ("NN", "NNS") or word in LEXICON.nouns or noun_base(word) in LEXICON.nouns or word in _AFTERMATHS:
        return out
    return out[: out.index(chunk[0] - 1)]


def _is_gapped(page: Page, conjunction: int) -> bool:
    """Whether what is joined is a number with a name beside it, or has a time of its own: "voted for it and one, Peter
    Hallin, for no change", "was converted to gas in 1858 and to coal in 1926"."""
    chunk = page.chunk_at.get(conjunction + 1)
    if chunk is None and page.tags[conjunction + 1] in ("IN", "TO") and conjunction - 1 in page.timex_at:
        after = page.chunk_at.get(conjunction + 2)
        return after is not None and not page.timex_at.keys().isdisjoint((after[1], after[1] + 1))
    if chunk is None or chunk[0] != conjunction + 1 or chunk[1] - chunk[0] != 1:
        return False
    return page.tags[chunk[0]] == "CD" and page.tokens.words[chunk[1]] == ","


def is_stranded(page: Page, out: list[Piece]) -> bool:
    """Whether what follows the verb begins with a preposition that has lost its noun."""
    if not out or not isinstance(out[0], int) or page.tags[out[0]] != "IN":
        return False
    after = out[0] + 1
    return len(out) == 1 or (after not in page.chunk_at and after not in page.timex_at)


def strands(page: Page, out: list[Piece], child: Clause | None) -> bool:
    """Whether leaving out "after …" would leave "a month" without its anchor."""
    marked = (
        child is not None
        and child.marker is not None
        and page.tokens.lower[child.marker] in ("after", "before", "since")
    )
    return marked and (_ends_in_duration(page, out) or _length(page, out) is not None)


def without_length(page: Page, out: list[Piece]) -> list[Piece]:
    length = _length(page, out)
    if length is not None:
        return [p for p in out if not isinstance(p, int) or p < length]
    while _ends_in_duration(page, out):
        out = out[:-1]
    return out


def _length(page: Page, out: list[Piece]) -> int | None:
    """Where "the day" begins that "… after he landed" has left alone at the end."""
    last = out[-1] if out else None
    chunk = page.chunk_at.get(last) if isinstance(last, int) else None
    if chunk is None or page.tokens.lower[chunk[1] - 1] not in _ONE_LENGTH or page.clauses.at(chunk[0]).object == chunk:
        return None  # "spent the day before the vote in bed"
    return chunk[0]


def _ends_in_duration(page: Page, out: list[Piece]) -> bool:
    last = out[-1] if out else None
    if not isinstance(last, int):
        return False
    timex = page.timex_at.get(last)
    return (timex is not None and timex.type == "DURATION") or page.tokens.lower[last] in _SHORTLY


def without_lost(page: Page, comma: int, out: list[Piece]) -> list[Piece]:
    """Without an "as" whose verb comes after an aside: "as protests over prices, now in week two, turned violent"."""
    words, lower = page.tokens.words, page.tokens.lower
    if out and isinstance(out[0], int) and "as" not in lower[out[0] : comma]:
        return out  # mostly
    begun = next(
        (k for k in range(len(out) - 1, -1, -1) if isinstance(out[k], int) and lower[int(out[k])] == "as"), None
    )
    close = next((k for k in range(comma + 1, min(comma + ASIDE, len(words) - 1)) if words[k] == ","), None)
    if begun is None or close is None or page.tags[close + 1] not in FINITE:
        return out
    return out[:begun] if page.tags[int(out[begun]) + 1] == "NNS" else out


def is_in_list(page: Page, comma: int, clause: Clause) -> bool:
    """Whether the comma stands in a list: another noun phrase follows, then a comma or "and" and one more."""
    chunk = page.chunk_at.get(comma + 1)
    if chunk is None or chunk[0] != comma + 1 or chunk[1] >= clause.last or comma - 1 not in page.chunk_at:
        return False
    for _ in range(8):
        after = chunk[1]
        if after >= clause.last:
            return False
        if page.tags[after] == "CC":
            return after + 1 in page.chunk_at and page.clauses.clause_of[after + 1] == clause.index
        chunk = page.chunk_at.get(after + 1) if page.tokens.words[after] == "," else None
        if chunk is None:
            return False
    return False


def joins_more(page: Page, conjunction: int, clause: Clause) -> bool:
    """Whether what follows the verb goes on after a conjunction."""
    if not _joins_phrases(page, conjunction, clause) or _is_gapped(page, conjunction):
        return False
    return not _leaves_verb_out(page, conjunction)


def _leaves_verb_out(page: Page, i: int) -> bool:
    """Whether what is joined tells of somebody else: "her mother died in 2009 and her father five years later"."""
    before, after = page.timex_at.get(i - 1), page.chunk_at.get(i + 1)
    if before is None or before.type not in ("DATE", "TIME") or after is None:
        return False
    return i + 1 not in page.timex_at and page.tokens.lower[before.first - 1] != "between"


def _joins_phrases(page: Page, conjunction: int, clause: Clause) -> bool:
    """Whether the conjunction joins noun phrases or prepositional phrases, not clauses."""
    after = conjunction + 1
    if after >= clause.last or page.clauses.clause_of[after] != clause.index:
        return False
    return page.tags[after] in ("IN", "TO", "JJ", "RB", "VBN") or after in page.chunk_at
