"""What follows the verb in a headline: object, complements, places; not what another clause tells."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.headlines.antecedents import name_of_apposition
from service.events.headlines.page import LONG_CLAUSE, QUOTES, REACH, Page, Piece, follows_comma, is_relative_pronoun
from service.events.words.lexicon import LEXICON, noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import REPORTING
from service.text.tagset import FINITE

_REASONS: Final = frozenset("because although though while as if since after before until".split())
_GIVING: Final = frozenset("give award offer pay send grant hand lend promise sell show owe".split())
_ENDING: Final = frozenset({";", ":", "(", ")", "—", "–", "--", "[", "]", "…"})
_AFTER: Final = frozenset("look name call take run go ask come".split())
# They name an event, though no word of the lexicon does: "after the storm".
_IDEAS: Final = frozenset("idea plan proposal claim move step charge demand suggestion practice policy measure".split())
_SUPERFLUOUS: Final = 12  # tokens of an aside
_GUILTY: Final = frozenset("guilty innocent convicted accused acquitted cleared suspected".split())
_BEGINNING: Final = frozenset("begin start break end happen occur".split())
_AFTERMATHS: Final = frozenset("storm war match game birth flood".split())
_LENGTHS: Final = frozenset(
    "spring summer autumn winter day night morning evening week weekend month year hour".split()
)
_LOOSE_ENDS: Final = frozenset({("in", "exchange"), ("in", "return"), ("and", "again"), ("and", "then")})
_SHORTLY: Final = frozenset("shortly soon just immediately right directly long even only".split())
SIGNS_OF: Final = frozenset("evidence proof sign signs indication indications suggestion doubt".split())
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
            if child is None or not kept or _strands(page, out, child):
                i = _after_child(child, i) if child is not None else i + 1
                if _strands(page, out, child):
                    out = _drop_duration(page, out)
                if child is None or child.kind in ("coordinate", "attribution", "participle", "relative"):
                    break
                continue
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
            if word == "," and not _in_list(page, i, clause):
                beside = _beside_object(page, i, clause, end) or _past_aside(page, i, clause, out)
                if beside is None:
                    out = _without_lost(page, i, out)
                    break
                out.extend(range(i, beside[0]))
                i = resumed = beside[1]
                continue
            if (quoted and word in QUOTES) or (word in _ENDING and not _is_within_phrase(page, i)):
                break
        if i in source or (tags[i] == "CC" and not _joins_more(page, i, clause)):
            break
        out.append(i)
        i += 1
    out = _without_half_told(page, clause, _without_loose_end(page, out))
    if out and out[-1] == clause.last - 1 and clause.object is not None and clause.object[1] == clause.last:
        out = [*out, *_name_beside(page, clause.last)]
    gap = _gap(page, clause) if whole else []
    if gap and _is_stranded(page, out):
        return [out[0], *gap, *out[1:]]  # "a palace, which he moved into"
    return [*out, *gap] if out and isinstance(out[0], int) and page.tags[out[0]] == "TO" else [*gap, *out]


def _without_loose_end(page: Page, out: list[Piece]) -> list[Piece]:
    """Without an "in exchange" or "and again" at the end, whose rest is told by another clause, or beside."""
    last = [page.tokens.lower[p] for p in out[-2:] if isinstance(p, int)]
    return out[:-2] if tuple(last) in _LOOSE_ENDS and len(out) > len(last) else out


def _without_half_told(page: Page, clause: Clause, out: list[Piece]) -> list[Piece]:
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


def _beside_object(page: Page, comma: int, clause: Clause, end: int) -> tuple[int, int] | None:
    """Where a name ends that stands between commas beside the object, and where the clause goes on after it: "met its
    owner, Tom Velde, in Orm", "gave the firm, Orm Waste, a contract"."""
    words, tags, span = page.tokens.words, page.tags, clause.object
    after = page.chunk_at.get(comma + 1)
    if span is None or span[1] != comma or after is None or after[0] != comma + 1 or after[1] >= end:
        return None
    named = all(tags[k] in ("NNP", "NNPS") for k in range(*after)) and tags[comma - 1] == "NN"
    if not named or page.clauses.clause_of[after[1]] != clause.index:
        return None
    if words[after[1]] in (".", "!", "?"):
        return after[1], after[1]
    following = after[1] + 1
    if words[after[1]] != "," or following >= end or page.clauses.clause_of[following] != clause.index:
        return None
    goes_on = tags[following] == "IN" and page.tokens.lower[following] not in _REASONS
    second = tags[following] in ("DT", "PRP$", "CD", "$") and verb_base(page.tokens.lower[clause.head or 0]) in _GIVING
    return (after[1] + 1, following) if goes_on or second else None


def _name_beside(page: Page, comma: int) -> range:
    """The name that stands between commas beside the object that ends a clause: "a dentist, Alan Speck, of"."""
    after = page.chunk_at.get(comma + 1)
    if after is None or page.tokens.words[comma] != "," or page.tokens.words[after[1] : after[1] + 1] != [","]:
        return range(0)
    named = page.tags[comma - 1] == "NN" and all(page.tags[i] == "NNP" for i in range(*after))
    return (
        range(comma, after[1])
        if named and comma - 1 not in page.timex_at and after[0] not in page.timex_at
        else range(0)
    )


def _past_aside(page: Page, comma: int, clause: Clause, out: list[Piece]) -> tuple[int, int] | None:
    """The comma, and where the clause goes on after an aside that two commas set off: "ruled, by nine votes to six,
    that", "was found guilty, for the second time, of killing"."""
    words, lower, tags = page.tokens.words, page.tokens.lower, page.tags
    if tags[comma + 1 : comma + 2] not in (["IN"], ["RB"]) and comma + 1 not in page.timex_at:
        return None
    close = next((k for k in range(comma + 1, min(comma + _SUPERFLUOUS, clause.last - 1)) if words[k] == ","), None)
    if close is None or any(tags[k] in FINITE for k in range(comma + 1, close)):
        return None
    said = lower[close + 1] == "that" and tags[close + 1] == "IN" and clause.object is None
    if clause.object is None and _is_bare(page, out) and tags[close + 1] in ("DT", "PRP$", "CD", "$"):
        return (comma, close + 1) if page.clauses.clause_of[close + 1] == clause.index else None
    last = [each for each in out if isinstance(each, int) and each not in page.timex_at]
    held = said and clause.head is not None and lower[clause.head] in REPORTING
    guilty = lower[close + 1] == "of" and not _GUILTY.isdisjoint([lower[each] for each in last[-3:]])
    return (comma, close + 1) if held or guilty else None


def _is_bare(page: Page, out: list[Piece]) -> bool:
    """Whether no noun has followed the verb: "copied out, by hand, the record"."""
    return all(isinstance(each, int) and page.tags[each] in ("RB", "RP", "IN") for each in out)


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


def _is_stranded(page: Page, out: list[Piece]) -> bool:
    """Whether what follows the verb begins with a preposition that has lost its noun."""
    if not out or not isinstance(out[0], int) or page.tags[out[0]] != "IN":
        return False
    after = out[0] + 1
    return len(out) == 1 or (after not in page.chunk_at and after not in page.timex_at)


def _gap(page: Page, clause: Clause) -> list[int]:
    """The object that a relative clause lacks: its antecedent ("a plan which they rejected")."""
    if clause.kind != "relative" or clause.object is not None or clause.subject is None or clause.antecedent is None:
        return []
    if page.tokens.lower[clause.antecedent] in SIGNS_OF:
        return []  # "no evidence that he resigned" lacks nothing
    if is_relative_pronoun(page, clause.subject):
        return []
    if page.tags[clause.first - 1] in ("IN", "TO"):
        return _governed_gap(page, clause)
    if clause.marker is not None and page.tokens.lower[clause.marker] not in ("which", "that", "whom"):
        return []
    chunk = page.chunk_at.get(clause.antecedent, (clause.antecedent, clause.antecedent + 1))
    named = name_of_apposition(page, chunk)  # "RoomPath, a rival that they bought"
    return list(range(*(named if named != chunk else with_its_noun(page, _said_before(page, chunk)))))


def with_its_noun(page: Page, chunk: Stretch) -> Stretch:
    """With what a number or a place belongs to: "a palace of ninety rooms, which", "a post in Geneva, which"."""
    head = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 else None
    if head is None or head[1] != chunk[0] - 1 or page.tags[head[1] - 1] not in ("NN", "NNS"):
        return chunk
    counted = page.tokens.lower[chunk[0] - 1] == "of" and page.tags[chunk[0]] == "CD"
    placed = page.tokens.lower[chunk[0] - 1] in ("in", "at") and all(page.tags[i] == "NNP" for i in range(*chunk))
    some = page.tokens.lower[head[0]] in ("a", "an", "the", "his", "her", "its", "their")
    return (head[0], chunk[1]) if some and (counted or placed) else chunk


def _said_before(page: Page, chunk: Stretch) -> Stretch:
    """For "a tax on banks, an idea that the king rejected" the tax."""
    comma = chunk[0] - 1
    before = page.chunk_at.get(comma - 1) if comma > 0 and page.tokens.words[comma] == "," else None
    if before is None or before[1] != comma or page.tokens.lower[chunk[1] - 1] not in _IDEAS:
        return chunk
    while before[0] > 1 and page.tags[before[0] - 1] == "IN":
        outer = page.chunk_at.get(before[0] - 2)
        if outer is None or outer[1] != before[0] - 1:
            break
        before = (outer[0], before[1])
    return before


def _governed_gap(page: Page, clause: Clause) -> list[int]:
    """For "a chair, to which she was appointed" what she was appointed to: "to a chair"."""
    preposition = clause.first - 1
    first, last = page.chunk_at.get(clause.antecedent or 0, (0, 0))
    plain = page.tokens.lower[preposition] in ("to", "for", "from") and page.tokens.lower[clause.first] == "which"
    if not plain or not last or preposition - last > 1:
        return []
    whole = page.chunk_at.get(first - 2) if first > 1 and page.tags[first - 1] == "IN" else None
    return [preposition, *range(whole[0] if whole is not None else first, last)]


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


def _strands(page: Page, out: list[Piece], child: Clause | None) -> bool:
    """Whether leaving out "after …" would leave "a month" without its anchor."""
    marked = (
        child is not None
        and child.marker is not None
        and page.tokens.lower[child.marker] in ("after", "before", "since")
    )
    return marked and (_ends_in_duration(page, out) or _length(page, out) is not None)


def _drop_duration(page: Page, out: list[Piece]) -> list[Piece]:
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
    if chunk is None or page.tokens.lower[chunk[1] - 1] not in _LENGTHS or page.clauses.at(chunk[0]).object == chunk:
        return None  # "spent the day before the vote in bed"
    return chunk[0]


def _ends_in_duration(page: Page, out: list[Piece]) -> bool:
    last = out[-1] if out else None
    if not isinstance(last, int):
        return False
    timex = page.timex_at.get(last)
    return (timex is not None and timex.type == "DURATION") or page.tokens.lower[last] in _SHORTLY


def _kept(page: Page, child: Clause) -> bool:
    """Whether a clause within the event's own says what it needs to be understood."""
    comma = follows_comma(page, child)
    if child.kind == "complement":
        return not comma
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


def _without_lost(page: Page, comma: int, out: list[Piece]) -> list[Piece]:
    """Without an "as" whose verb comes after an aside: "as protests over prices, now in week two, turned violent"."""
    words, lower = page.tokens.words, page.tokens.lower
    begun = next(
        (k for k in range(len(out) - 1, -1, -1) if isinstance(out[k], int) and lower[int(out[k])] == "as"), None
    )
    close = next((k for k in range(comma + 1, min(comma + _SUPERFLUOUS, len(words) - 1)) if words[k] == ","), None)
    if begun is None or close is None or page.tags[close + 1] not in FINITE:
        return out
    return out[:begun] if page.tags[int(out[begun]) + 1] == "NNS" else out


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


def _in_list(page: Page, comma: int, clause: Clause) -> bool:
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


def _joins_more(page: Page, conjunction: int, clause: Clause) -> bool:
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
