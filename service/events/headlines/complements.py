"""What follows the verb in a headline: object, complements, places; not what another clause tells."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from service.events.clauses.model import BE, Clause
from service.events.headlines.endings import (
    is_in_list,
    is_stranded,
    joins_more,
    strands,
    without_half_told,
    without_length,
    without_loose_end,
    without_lost,
)
from service.events.headlines.gaps import beside_object, lacked_object, name_beside, past_aside
from service.events.headlines.page import LONG_CLAUSE, QUOTES, REACH, Page, Piece, follows_comma
from service.events.words.lexicon import verb_base

_ENDING: Final = frozenset({";", ":", "(", ")", "—", "–", "--", "_", "[", "]", "…"})
_BEGINNING: Final = frozenset("begin start break end happen occur".split())
_SIGNS: Final = QUOTES | _ENDING | {","}
_KEPT_KINDS: Final = frozenset({"infinitive", "gerund", "phrase"})


def after_verb(page: Page, clause: Clause, stop: int | None = None, whole: bool = True) -> list[Piece]:
    """What follows the verb: object, complements, places; a comma that no list needs ends it.

    ``whole``: the clause is a headline of its own, and a relative one gets back the object that it lacks.
    Nothing is read from token ``stop`` on: a headline has no room for more, and nested clauses cost as flat ones do.
    """
    assert clause.verb is not None
    stop = clause.verb[1] + REACH if stop is None else stop
    end = min(clause.last, stop)
    out: list[Piece] = []
    entered: set[int] = set()
    words, tags, owner, timex_at = page.tokens.words, page.tags, page.clauses.clause_of, page.timex_at
    index, quoted, according = clause.index, clause.quoted, clause.according
    source = range(according[0] - 2, according[1]) if according is not None else ()  # "according to …"
    i = clause.verb[1]
    resumed = -1  # where the clause goes on after an aside
    while i < end:
        if owner[i] != index:
            child = _child_of(page, i, clause)
            if child is not None and child.index in entered:  # what hangs on a clause that was left already
                break
            entered.add(child.index if child is not None else -1)
            kept = child is not None and (child.first == resumed or _kept(page, child))
            if child is None or not kept or strands(page, out, child):
                i = _after_child(child, i) if child is not None else i + 1
                if strands(page, out, child):
                    out = without_length(page, out)
                if child is None or child.kind in ("coordinate", "attribution", "participle", "relative"):
                    break
                continue
            if child.kind == "complement" and child.marker is not None and out and _is_second(page, child.marker):
                out.append(child.marker - 1)  # "denied that he was there and that he knew"
            out.extend(_complement(page, child, stop))
            i = max(child.last, i + 1)  # a clause is left where it ends, and never entered twice
            continue
        if i in timex_at:
            timex = timex_at[i]
            if timex.first == i and timex.last <= clause.last:
                out.extend(range(i, timex.last))
                i = timex.last
                continue
        if words[i] in _SIGNS:
            word = words[i]
            if word == "," and i not in page.chunk_at and not is_in_list(page, i, clause):
                beside = beside_object(page, i, clause, end) or past_aside(page, i, clause, out)
                if beside is None:
                    out = without_lost(page, i, out)
                    break
                out.extend(range(i, beside[0]))
                i = resumed = beside[1]
                continue
            if (quoted and word in QUOTES) or (word in _ENDING and not _is_within_phrase(page, i)):
                break
        if i in source or (tags[i] == "CC" and not joins_more(page, i, clause)):
            break
        out.append(i)
        i += 1
    out = without_half_told(page, clause, without_loose_end(page, out))
    if out and out[-1] == clause.last - 1 and clause.object is not None and clause.object[1] == clause.last:
        out = [*out, *name_beside(page, clause.last)]
    gap = lacked_object(page, clause) if whole else []
    if gap and len(out) > 1 and isinstance(out[-1], int) and page.tags[out[-1]] == ".":
        out = out[:-1]
    if gap and is_stranded(page, out):
        return [out[0], *gap, *out[1:]]  # "a palace, which he moved into"
    return [*out, *gap] if out and isinstance(out[0], int) and page.tags[out[0]] == "TO" else [*gap, *out]


def _is_within_phrase(page: Page, i: int) -> bool:
    """Whether a sign joins what stands on both sides of it: "10–8"."""
    tokens = page.tokens
    joined = (
        i + 1 < len(tokens.words) and tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]
    )
    return _inside_chunk(page, i) or (joined and tokens.words[i - 1].isdigit() and tokens.words[i + 1].isdigit())


def _inside_chunk(page: Page, i: int) -> bool:
    return i in page.chunk_at and i + 1 in page.chunk_at


def _child_of(page: Page, i: int, clause: Clause) -> Clause | None:
    """The clause directly below ``clause`` that token ``i`` belongs to."""
    found = page.clauses.at(i)
    for _ in range(12):
        if found.parent is None:
            return None
        if found.parent == clause.index:
            return found
        found = page.clauses.clauses[found.parent]
    return None


def _after_child(child: Clause, i: int) -> int:
    return max(child.last, i + 1)


def _kept(page: Page, child: Clause) -> bool:
    """Whether a clause within the event's own says what it needs to be understood."""
    comma = follows_comma(page, child)
    if child.kind == "complement":
        return not comma and not _is_cleft(page, child)
    if child.kind == "phrase":
        return not comma
    if comma:
        return False
    if child.kind in _KEPT_KINDS:
        return True
    if child.kind in ("relative", "participle"):
        return child.last - child.first <= LONG_CLAUSE
    marker = page.tokens.lower[child.marker] if child.marker is not None else ""
    if child.kind == "adverbial" and marker == "when" and child.last - child.first <= LONG_CLAUSE:
        above = page.clauses.clauses[child.parent or 0]
        begins = above.head is not None and verb_base(page.tokens.lower[above.head]) in _BEGINNING
        return begins and above.object is None and above.verb is not None and above.verb[1] == child.first
    return child.kind == "adverbial" and marker in ("if", "unless", "as") and child.last - child.first <= LONG_CLAUSE


def _is_second(page: Page, marker: int) -> bool:
    return page.tokens.lower[marker] == "that" and page.tags[marker - 1] == "CC"


def _is_cleft(page: Page, child: Clause) -> bool:
    """Whether "that" only goes on from when it was: "it was not until the strike ended that trains ran"."""
    when = page.clauses.clauses[child.parent or 0]
    if when.kind != "adverbial" or when.parent is None or child.marker is None:
        return False
    main = page.clauses.clauses[when.parent]
    if main.subject is None or main.head is None or page.tokens.lower[child.marker] != "that":
        return False
    return page.tokens.lower[main.subject[0]] == "it" and page.tokens.lower[main.head] in BE


def _complement(page: Page, child: Clause, stop: int) -> list[Piece]:
    """A clause within the event's own, without what is subordinate to it in turn."""
    if child.verb is None:
        inside = range(child.first, min(child.last, stop))
        own: list[Piece] = [*takewhile(lambda i: page.clauses.clause_of[i] == child.index, inside)]
        last = child.first + len(own)
        after = _child_of(page, last, child) if own and last < min(child.last, stop) else None
        if after is not None and after.kind == "infinitive" and child.marker == last - 1:
            return [*own, *_complement(page, after, stop)]  # "whether to close it"
        return own
    said: list[Piece] = [*range(child.first, child.verb[1]), *after_verb(page, child, stop, whole=False)]
    following = page.clauses.at(child.verb[1]) if child.verb[1] < min(stop, len(page.tags)) else child
    if following.parent != child.index or following.verb is None or following.kind != "coordinate":
        return said
    if following.verb[0] != child.verb[1]:
        return said
    if child.marker is None or page.tokens.lower[child.marker] not in ("what", "that", "which", "who"):
        return said
    return [*said, *range(*following.verb), *after_verb(page, following, stop, whole=False)]  # "what it said were"
