"""A headline for an event mention: subject, verb, object and what is needed to understand them.

The words are the article's own; only a participle is given a tense. What dates the event is left out, its time is told
beside it; so is what another clause tells. A pronoun is filled in, in [square brackets], where it is certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from service.events.clauses import Clause, Clauses, Stretch
from service.events.lexicon import LEXICON, verb_base
from service.events.referents import Referents
from service.events.triggers import Trigger
from service.temporal.model import Timex
from service.text.tokens import Tokens

LIMIT: Final = 120  # characters
_MOST: Final = 60  # words that fit a headline, were they all of one letter
_REACH: Final = 80  # tokens after the verb: more than a headline can hold
_SHORT: Final = 5  # words: a headline that would be shorter keeps its date
_LONG_CLAUSE: Final = 14  # tokens: a longer restrictive clause is left out
_POSSESSIVES: Final = frozenset({"her", "his", "its", "their", "my", "our"})
_TIME_PREPOSITIONS: Final = frozenset(
    """in on at by since until till from before after during for within to between of about around through
    throughout""".split()
)
_BEFORE_TIME: Final = frozenset("only just late early shortly again some about around as most more than nearly".split())
_CONNECTIVES: Final = frozenset(
    "also however then later meanwhile moreover therefore thus still instead already once only last first".split()
)
_OBJECT_CASE: Final = {"she": "her", "he": "him"}
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re"})
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''"})
_DIGITS_OR_MONTH: Final = re.compile(
    r"\d{4}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DEICTIC: Final = re.compile(r"\b(?:that|this|last|next|later|earlier|same|following|previous|ago)\b", re.IGNORECASE)
_PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$"})
_LASTING: Final = frozenset({"begin", "start", "end", "last", "continue", "happen", "occur", "erupt", "follow"})
# A bare past form after a passive ("was arrested in May and dismissed") is passive too, if its verb takes an object.
_TRANSITIVE: Final = frozenset(
    """accuse acquire acquit admit appoint approve arrest attack ban bomb build bury buy cancel capture charge clear
    close convict damage defeat deliver demolish destroy detain discharge dismiss elect execute exile expel fine
    finish fire free hang hire hold identify imprison injure jail kidnap kill launch name nominate pardon promote
    publish
    punish question reject release relegate remove rename repair replace rescue restore sack seize sell sentence sign
    suspend
    take treat try wound""".split()
)


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

    @classmethod
    def of(
        cls, tokens: Tokens, tags: Sequence[str], clauses: Clauses, timexes: Sequence[Timex], referents: Referents
    ) -> Page:
        """The page with its indexes; linear in the number of tokens."""
        timex_at = {i: t for t in timexes for i in range(t.first, t.last)}
        chunk_at = {i: chunk for chunk in clauses.chunks for i in range(*chunk)}
        return cls(tokens, tags, clauses, timexes, referents, timex_at, chunk_at, {})


Piece = int | str  # a token, or a word that stands in for one


def headline(page: Page, trigger: Trigger) -> str:
    """The headline of the event that ``trigger`` names; at most ``LIMIT`` characters."""
    written = page.written.get(trigger.token)
    if written is None:
        written = page.written[trigger.token] = _headline(page, trigger)
    return written


def _headline(page: Page, trigger: Trigger) -> str:
    clause = page.clauses.at(trigger.token)
    if trigger.pos == "noun" or clause.head is None or _is_bare_gerund(page, clause, trigger.token):
        dated = _nominal(page, trigger.token)
    else:
        dated = _verbal(page, clause, trigger)
    bare = _without_times(page, dated)
    words = _write(page, bare)
    if len(words.split()) < _SHORT:
        words = _write(page, _without_times(page, dated, keep_named=True))
    return words


def _is_bare_gerund(page: Page, clause: Clause, token: int) -> bool:
    """Whether an -ing form serves as a noun: "until sentencing on 11 April"."""
    return (
        clause.kind in ("adverbial", "gerund")
        and clause.head == token
        and clause.object is None
        and page.tags[token] == "VBG"
        and clause.subject is None
        and clause.kind == "adverbial"
    )


def subject_of(page: Page, clause: Clause, depth: int = 0) -> list[int]:
    """The tokens of the clause's subject, taken from the clauses around it where it has none of its own."""
    chunk = clause.subject
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    if chunk is not None and not _is_relative_pronoun(page, chunk):
        return _whole(page, chunk, clause)
    if depth > 6:
        return []
    if clause.finite and clause.kind in ("main", "complement") and chunk is None:
        return _before_verb(page, clause)
    if clause.kind in ("relative", "participle") and clause.antecedent is not None:
        loose = clause.kind == "participle" and parent is not None and _follows_comma(page, clause)
        if loose and parent is not None and (_is_active(page, clause) or _is_amount(page, clause.antecedent)):
            return subject_of(page, parent, depth + 1)
        return _antecedent(page, clause, parent)
    return subject_of(page, parent, depth + 1) if parent is not None else []


def _before_verb(page: Page, clause: Clause) -> list[int]:
    """What stands before the verb where no noun phrase was seen: "more than 6,000 have fled"."""
    assert clause.verb is not None
    first = clause.first if clause.marker is None else clause.marker + 1
    first = max(first, clause.verb[0] - _REACH)
    tokens = [i for i in range(first, clause.verb[0]) if page.clauses.clause_of[i] == clause.index]
    cut = max((k for k, i in enumerate(tokens) if page.tokens.words[i] == ","), default=-1)
    return [i for i in tokens[cut + 1 :] if i not in page.timex_at and page.tokens.words[i] not in _QUOTES]


def _is_relative_pronoun(page: Page, chunk: Stretch) -> bool:
    return page.tags[chunk[0]] in ("WDT", "WP")


def _is_amount(page: Page, token: int) -> bool:
    return any(page.tags[i] == "CD" for i in range(*page.chunk_at.get(token, (token, token + 1))))


def _follows_comma(page: Page, clause: Clause) -> bool:
    return clause.first > 0 and page.tokens.words[clause.first - 1] == ","


def _is_active(page: Page, clause: Clause) -> bool:
    return clause.verb is not None and page.tags[clause.verb[0]] == "VBG"


def _antecedent(page: Page, clause: Clause, parent: Clause | None) -> list[int]:
    """The noun phrase that a relative or participle clause modifies; "Rebels of the Front, who …" are the rebels."""
    token = clause.antecedent
    assert token is not None
    if parent is not None and parent.subject is not None and clause.fronted and _follows_comma(page, clause):
        subject = parent.subject
        between = range(subject[1], token + 1)
        if subject[1] <= token + 1 and "," not in (page.tokens.words[i] for i in between):
            return list(range(subject[0], token + 1))
    chunk = page.chunk_at.get(token, (token, token + 1))
    if clause.head is not None and verb_base(page.tokens.lower[clause.head]) in _LASTING:
        chunk = _course(page, chunk)
    chunk = _name_of_apposition(page, chunk)
    return list(range(*chunk))


def _course(page: Page, chunk: Stretch) -> Stretch:
    """What begins or ends is the recall, not the arms, in "a recall of 2,400 arms that began in May"."""
    before = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 and page.tokens.lower[chunk[0] - 1] == "of" else None
    return (before[0], chunk[1]) if before is not None else chunk


def _name_of_apposition(page: Page, chunk: Stretch) -> Stretch:
    """For "Ilse Varga, architect, who …" the name; the phrase itself otherwise."""
    before = page.chunk_at.get(chunk[0] - 2) if page.tokens.words[chunk[0] - 1] == "," and chunk[0] > 1 else None
    if (
        before is not None
        and before[1] == chunk[0] - 1
        and page.tags[before[1] - 1] == "NNP"
        and page.tags[chunk[0]] != "NNP"
    ):
        return before
    return chunk


def _whole(page: Page, chunk: Stretch, clause: Clause) -> list[int]:
    """The subject with what belongs to it before the verb: "talks on the border", but no apposition or clause."""
    end = clause.verb[0] if clause.verb is not None and clause.verb[0] > chunk[0] else chunk[1]
    chunk = (_prefix(page, chunk[0]), chunk[1])
    first = chunk[0]
    named = _apposed_name(page, chunk, end)
    if named is not None:
        return list(range(*named))
    tokens = list(range(*chunk))
    i = chunk[1]
    end = min(end, i + _REACH)
    while i < end:
        child = page.clauses.at(i)
        if child.index not in (clause.index, page.clauses.clause_of[first]):
            if child.first != i or child.kind not in ("infinitive", "participle") or child.last > end:
                break
            said = [k for k in range(child.first, child.last) if k not in page.timex_at]
            if not 3 <= len(said) <= _LONG_CLAUSE:
                break
            tokens.extend(range(child.first, child.last))
            i = child.last
            continue
        if page.tags[i] not in ("IN", "CC", "TO") and i not in page.chunk_at and page.tags[i] != "POS":
            break
        after = page.chunk_at.get(i + 1)
        if page.tags[i] in ("IN", "CC", "TO") and (after is None or after[1] > end):
            break
        tokens.append(i)
        i += 1
    return tokens


def _apposed_name(page: Page, chunk: Stretch, end: int) -> Stretch | None:
    """For "her barrister, Colin Reyes, told" the name."""
    after = page.chunk_at.get(chunk[1] + 1)
    if after is None or after[1] >= end or page.tokens.words[chunk[1]] != "," or page.tokens.words[after[1]] != ",":
        return None
    proper = all(page.tags[i] in ("NNP", "NNPS") for i in range(*after))
    own = page.tags[chunk[1] - 1] in ("NN",)
    return after if proper and own else None


# -- the verb and what follows it


def _verbal(page: Page, clause: Clause, trigger: Trigger, depth: int = 0) -> list[Piece]:
    assert clause.verb is not None
    assert clause.head is not None
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    chained = clause.kind in ("infinitive", "gerund") or (
        clause.kind == "participle" and not _follows_comma(page, clause) and clause.antecedent is None
    )
    if chained and parent is not None and parent.verb is not None and parent.verb[0] < clause.first and depth < 4:
        before = _verbal_until(page, parent, clause.first, depth + 1)
        return [*before, *range(clause.first, clause.verb[0]), *range(*clause.verb), *_rest(page, clause)]
    if chained and clause.kind == "infinitive" and parent is not None and parent.verb is not None:
        return [*_noun_before(page, clause), *range(*clause.verb), *_rest(page, clause)]
    subject = subject_of(page, clause)
    return [*subject, *_verb(page, clause, parent, subject), *_rest(page, clause)]


def _verbal_until(page: Page, clause: Clause, stop: int, depth: int) -> list[Piece]:
    """Subject and verb of the clause that governs another, up to that one: "protesters plan"."""
    assert clause.verb is not None
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    between = [i for i in range(clause.verb[1], stop) if page.clauses.clause_of[i] == clause.index]
    governed = clause.kind in ("infinitive", "gerund") and parent is not None and parent.verb is not None and depth < 4
    if governed and parent is not None and parent.verb is not None and parent.verb[0] < clause.first:
        return [
            *_verbal_until(page, parent, clause.first, depth + 1),
            *range(clause.first, clause.verb[1]),
            *between,
        ]
    subject = subject_of(page, clause)
    return [*subject, *_verb(page, clause, parent, subject), *between]


def _noun_before(page: Page, clause: Clause) -> list[int]:
    """For "a plan to raise the banks" the plan."""
    chunk = page.chunk_at.get(clause.first - 1)
    return list(range(*chunk)) if chunk is not None else []


def _verb(page: Page, clause: Clause, parent: Clause | None, subject: list[int]) -> list[Piece]:
    """The verb group as it stands; a participle is given the tense of a sentence of its own."""
    assert clause.verb is not None
    assert clause.head is not None
    first = _prefix(page, clause.verb[0])
    group: list[Piece] = [*_adverbs_before(page, first), *range(first, clause.verb[1])]
    head, tag = clause.head, page.tags[clause.head]
    if clause.verb[0] == clause.head and not clause.finite and clause.kind in ("participle", "adverbial"):
        if tag == "VBG":
            return [_past(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
        if tag in ("VBN", "VBD"):
            return [_was(page, subject), *group]
    if clause.kind == "coordinate" and clause.verb[0] == head and tag == "VBG":
        return [_past(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
    if tag == "VBN" and clause.verb[0] == head and clause.finite and _takes_object_only(page, clause):
        return [_was(page, subject), *group]
    if clause.kind == "coordinate" and clause.verb[0] == clause.head and tag in ("VBN", "VBD") and parent is not None:
        shared = _shared_auxiliary(page, clause, parent)
        return [*shared, *group]
    return group


def _takes_object_only(page: Page, clause: Clause) -> bool:
    """Whether a bare participle can only be passive: "Lind, appointed in May, has signed"."""
    assert clause.head is not None
    return clause.object is None and verb_base(page.tokens.lower[clause.head]) in _TRANSITIVE


def _prefix(page: Page, i: int) -> int:
    """Where a verb with a hyphenated prefix begins: "re-elected"."""
    return (
        i - 2 if i > 1 and page.tokens.words[i - 1] == "-" and page.tokens.ends[i - 1] == page.tokens.starts[i] else i
    )


def _adverbs_before(page: Page, i: int) -> list[int]:
    found: list[int] = []
    while i > 0 and page.tags[i - 1] in ("RB", "RBR") and page.tokens.lower[i - 1] not in _CONNECTIVES:
        if i - 1 in page.timex_at or page.tokens.lower[i - 1] in ("when", "where", "so"):
            break
        i -= 1
        found.insert(0, i)
    return found


def _shared_auxiliary(page: Page, clause: Clause, parent: Clause) -> list[Piece]:
    """The auxiliary that a second conjunct leaves out: "was arrested and [was] dismissed"."""
    assert clause.head is not None
    if parent.verb is None or parent.head is None or parent.verb[0] == parent.head:
        if parent.kind == "participle" and not parent.finite and page.tags[clause.head] in ("VBN", "VBD"):
            return [_was(page, subject_of(page, clause))]
        return []
    auxiliaries: list[Piece] = [i for i in range(parent.verb[0], parent.head) if page.tags[i] not in ("RB", "TO")]
    passive = any(page.tokens.lower[i] in _BE for i in range(parent.verb[0], parent.head))
    if passive:
        base = verb_base(page.tokens.lower[clause.head])
        particle = clause.verb is not None and clause.verb[1] > clause.head + 1
        if clause.object is not None or (base not in _TRANSITIVE and not particle):
            return []
        return auxiliaries
    return auxiliaries if page.tags[clause.head] == "VBN" else []


def _was(page: Page, subject: list[int]) -> str:
    if not subject:
        return "was"
    head = next(
        (i for i in reversed(range(subject[0], _base_end(page, subject))) if page.tags[i].startswith("NN")), subject[0]
    )
    plural = page.tags[head] in ("NNS", "NNPS") or any(page.tokens.lower[i] == "and" for i in subject)
    return "were" if plural else "was"


def _base_end(page: Page, subject: list[int]) -> int:
    chunk = page.chunk_at.get(subject[0])
    return min(chunk[1], subject[-1] + 1) if chunk is not None else subject[-1] + 1


def _past(participle: str) -> str:
    """The past tense of an -ing form: "injuring" → "injured"."""
    base = verb_base(participle)
    irregular = _PAST_OF.get(base)
    if irregular is not None:
        return irregular
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    stem = participle[: -len("ing")] if participle.endswith("ing") else base
    return (stem if len(stem) >= len(base) else base) + "ed"


_PAST_OF: Final = {base: form for form, base in LEXICON.irregular.items() if form in LEXICON.past_forms}
_KEPT_KINDS: Final = frozenset({"infinitive", "gerund", "phrase"})


def _rest(page: Page, clause: Clause, stop: int | None = None) -> list[Piece]:
    """What follows the verb: object, complements, places; a comma that no list needs ends it.

    Nothing is read from token ``stop`` on: a headline has no room for more, and nested clauses cost as flat ones do.
    """
    assert clause.verb is not None
    stop = clause.verb[1] + _REACH if stop is None else stop
    end = min(clause.last, stop)
    out: list[Piece] = []
    words, owner = page.tokens.words, page.clauses.clause_of
    i = clause.verb[1]
    while i < end:
        if owner[i] != clause.index:
            child = _child_of(page, i, clause)
            if child is None or not _kept(page, child, clause) or _strands(page, out, child):
                i = _after_child(child, i) if child is not None else i + 1
                if _strands(page, out, child):
                    out = _drop_duration(page, out)
                if child is None or child.kind in ("coordinate", "attribution", "participle", "relative"):
                    break
                continue
            out.extend(_complement(page, child, stop))
            i = max(child.last, i + 1)  # a clause is left where it ends, and never entered twice
            continue
        timex = page.timex_at.get(i)
        if timex is not None and timex.first == i and timex.last <= clause.last:
            out.extend(range(i, timex.last))
            i = timex.last
            continue
        if words[i] in _QUOTES and clause.quoted:
            break
        if words[i] == "," and not _in_list(page, i, clause):
            break
        if words[i] in {";", ":", "(", ")", "—", "–", "--", "[", "]", "…"} and not _inside_chunk(page, i):
            break
        if (page.tags[i] == "CC" and not _joins_phrases(page, i, clause)) or _is_source(clause, i):
            break
        out.append(i)
        i += 1
    gap = _gap(page, clause)
    return [*out, *gap] if out and isinstance(out[0], int) and page.tags[out[0]] == "TO" else [*gap, *out]


def _gap(page: Page, clause: Clause) -> list[int]:
    """The object that a relative clause lacks: its antecedent ("a plan which they rejected")."""
    if clause.kind != "relative" or clause.object is not None or clause.subject is None or clause.antecedent is None:
        return []
    if _is_relative_pronoun(page, clause.subject) or page.tags[clause.first - 1] in ("IN", "TO"):
        return []
    if clause.marker is not None and page.tokens.lower[clause.marker] not in ("which", "that", "whom"):
        return []
    return list(range(*page.chunk_at.get(clause.antecedent, (clause.antecedent, clause.antecedent + 1))))


def _is_source(clause: Clause, i: int) -> bool:
    """Whether "according to …" begins at ``i``."""
    return clause.according is not None and clause.according[0] - 2 <= i < clause.according[1]


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
    return marked and bool(out) and isinstance(out[-1], int) and out[-1] in page.timex_at


def _drop_duration(page: Page, out: list[Piece]) -> list[Piece]:
    while out and isinstance(out[-1], int) and out[-1] in page.timex_at:
        out = out[:-1]
    return out


def _kept(page: Page, child: Clause, clause: Clause) -> bool:
    """Whether a clause within the event's own says what it needs to be understood."""
    comma = _follows_comma(page, child)
    if child.kind == "complement":
        return not comma
    if child.kind == "phrase":
        return not comma
    if comma:
        return False
    if child.kind in _KEPT_KINDS:
        return True
    if child.kind in ("relative", "participle"):
        return child.last - child.first <= _LONG_CLAUSE
    marker = page.tokens.lower[child.marker] if child.marker is not None else ""
    return child.kind == "adverbial" and marker in ("if", "unless", "as") and child.last - child.first <= _LONG_CLAUSE


def _complement(page: Page, child: Clause, stop: int) -> list[Piece]:
    """A clause within the event's own, without what is subordinate to it in turn."""
    if child.verb is None:
        inside = range(child.first, min(child.last, stop))
        return [*takewhile(lambda i: page.clauses.clause_of[i] == child.index, inside)]
    return [*range(child.first, child.verb[1]), *_rest(page, child, stop)]


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


def _joins_phrases(page: Page, conjunction: int, clause: Clause) -> bool:
    """Whether the conjunction joins noun phrases or prepositional phrases, not clauses."""
    after = conjunction + 1
    if after >= clause.last or page.clauses.clause_of[after] != clause.index:
        return False
    return page.tags[after] in ("IN", "TO", "JJ", "RB", "VBN") or after in page.chunk_at


# -- events named by a noun


def _nominal(page: Page, token: int) -> list[Piece]:
    """The noun phrase with its prepositional phrases: "a clash in the Uln gorge"."""
    chunk = page.chunk_at.get(token, (token, token + 1))
    clause = page.clauses.at(token)
    # "Adding that talks would follow": before a plural "that" is no determiner, whatever it was taken for.
    conjunction = page.tokens.lower[chunk[0]] == "that" and page.tags[chunk[1] - 1] in ("NNS", "NNPS")
    out: list[Piece] = list(range(chunk[0] + conjunction, chunk[1]))
    i = chunk[1]
    while i < clause.last and page.clauses.clause_of[i] == clause.index and i != (clause.verb or (-1,))[0]:
        after = page.chunk_at.get(i + 1)
        if page.tags[i] not in ("IN", "TO") or after is None or after[0] != i + 1:
            break
        out.extend(range(i, after[1]))
        i = after[1]
    return out


# -- times


def _without_times(page: Page, pieces: list[Piece], keep_named: bool = False) -> list[Piece]:
    """The pieces without the expressions that date the event and what leads up to them; those in noun phrases stay."""
    drop: set[int] = set()
    present = {p for p in pieces if isinstance(p, int)}
    for i in present:
        timex = page.timex_at.get(i)
        if timex is None or i != timex.first or timex.type not in ("DATE", "TIME") or _within_phrase(page, timex):
            continue
        if _measures(page, timex):
            continue
        if keep_named and _DIGITS_OR_MONTH.search(timex.text) and not _DEICTIC.search(timex.text):
            continue
        drop.update(range(timex.first, timex.last))
        drop.update(_lead(page, timex.first, present))
    if not drop:
        return pieces
    return [p for p in pieces if not isinstance(p, int) or p not in drop]


def _measures(page: Page, timex: Timex) -> bool:
    """Whether the expression belongs to a figure or a length: "467 million a year earlier", "three months to May"."""
    before = timex.first - 1
    if before < 1:
        return False
    if page.tags[before] in ("CD", "NN", "NNS") and before in page.chunk_at and _is_amount(page, before):
        return before not in page.timex_at
    length = page.timex_at.get(before - 1)
    return page.tokens.lower[before] == "to" and length is not None and length.type == "DURATION"


def _within_phrase(page: Page, timex: Timex) -> bool:
    """Whether the expression is part of a noun phrase ("the 2019 election"), or tells which ("the quake of 1997")."""
    after = page.chunk_at.get(timex.last)
    chunk = page.chunk_at.get(timex.first)
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


def _lead(page: Page, first: int, present: set[int]) -> list[int]:
    """The preposition and adverbs that lead up to an expression of time."""
    found: list[int] = []
    i = first - 1
    while i in present and (
        page.tokens.lower[i] in _TIME_PREPOSITIONS
        or page.tokens.lower[i] in _BEFORE_TIME
        or page.tokens.lower[i] in ("and", "the")
    ):
        if page.tokens.lower[i] == "and" and i - 1 not in page.timex_at:
            break
        found.append(i)
        i -= 1
    return found


# -- writing


def _write(page: Page, pieces: list[Piece]) -> str:
    """The pieces as one line: pronouns filled in, signs tidied, cut where a phrase ends if it is too long."""
    pieces = _bearable(page, _unstranded(page, pieces))
    while True:
        words = _tidy(_join(page, pieces))
        if len(words) <= LIMIT:
            return words
        shorter = _shorten(page, pieces)
        if len(shorter) == len(pieces) or not shorter:
            return words[: words.rfind(" ", 0, LIMIT)]
        pieces = _unstranded(page, shorter)


def _bearable(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Shortened while the words alone, without what stands between them, are too long: writing it to see costs more."""
    pieces = pieces[:LIMIT]
    letters = _letters(page, pieces)
    while letters > LIMIT:
        shorter = _unstranded(page, _shorten(page, pieces))
        if not shorter or len(shorter) == len(pieces):
            return pieces
        letters -= _letters(page, pieces[len(shorter) :])
        pieces = shorter
    return pieces


def _letters(page: Page, pieces: list[Piece]) -> int:
    words = (page.tokens.words[each] for each in pieces if isinstance(each, int))
    return sum(len(word) for word in words if word[0].isalnum())


def _is_unfilled(page: Page, i: int) -> bool:
    """Whether a pronoun stands for what nobody can tell from the headline: "into it"."""
    return page.tokens.lower[i] in ("it", "them", "him") and i not in page.referents.of


def _unstranded(page: Page, pieces: list[Piece]) -> list[Piece]:
    """The pieces without a preposition, article or conjunction that ends them."""
    end = len(pieces)
    while end > 2:
        last = pieces[end - 1]
        if isinstance(last, int) and page.tokens.lower[last] in ("there", "here", "too", "then"):
            end -= 1
            continue
        if isinstance(last, int) and _is_unfilled(page, last) and page.tags[last - 1] in ("IN", "TO"):
            end -= 1
            continue
        if not isinstance(last, int) or page.tags[last] not in ("IN", "TO", "DT", "CC", ",", ":", "WDT", "WP", "WRB"):
            break
        clause = page.clauses.at(last)
        if clause.verb is not None and clause.verb[0] <= last < clause.verb[1]:
            break
        end -= 1
    return pieces[:end]


def _shorten(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Without the last phrase: back to the last preposition, marker or infinitive."""
    for k in range(len(pieces) - 1, 2, -1):
        piece = pieces[k]
        if isinstance(piece, int) and (
            page.tags[piece] in ("IN", "TO", "WDT", "WP") or page.tokens.words[piece] == ","
        ):
            return pieces[:k]
    return pieces[:-1]


def _join(page: Page, pieces: list[Piece]) -> str:
    text, starts, ends = page.tokens.text, page.tokens.starts, page.tokens.ends
    out: list[str] = []
    filled: set[str] = set()
    names = {page.tokens.lower[p] for p in pieces if isinstance(p, int) and page.tags[p].startswith("NN")}
    previous: int | None = None
    for piece in pieces:
        if isinstance(piece, str):
            out.append((" " if out else "") + piece)
            previous = None
            continue
        word = _fill(page, piece, filled, names) or _cased(page, piece, text[starts[piece] : ends[piece]], not out)
        gap = "" if previous is None and not out else " "
        if previous is not None and previous == piece - 1 and starts[piece] == ends[previous]:
            gap = ""
        out.append(gap + word)
        previous = piece
    return "".join(out)


def _cased(page: Page, i: int, word: str, opens: bool) -> str:
    """The word as it stands within a sentence: "A" that opened one is "a"."""
    if opens or not word[:1].isupper() or page.tags[i] in ("NNP", "NNPS", "PRP") or (word.isupper() and len(word) > 1):
        return word
    before = page.tokens.words[i - 1] if i else "."
    return word.lower() if before in (".", "!", "?", '"', "“", ":") or i == 0 or word == "A" else word


def _fill(page: Page, i: int, filled: set[str], names: set[str]) -> str | None:
    """The antecedent in square brackets, unless the headline names it already."""
    name = page.referents.of.get(i)
    if name is None or page.tags[i] not in _PRONOUN_TAGS:
        return None
    if name in filled or name.split()[-1].lower() in names:
        return None
    filled.add(name)
    if page.tags[i] == "PRP$":
        return f"[{name}’]" if name.endswith("s") and name[:1].islower() else f"[{name}’s]"
    return f"[{name}]"


def _tidy(words: str) -> str:
    words = re.sub(r"\s+", " ", words)
    words = re.sub(r"\s+([,.;:!?])", r"\1", words)
    if sum(words.count(q) for q in _QUOTES) % 2 or words.count("“") != words.count("”"):
        words = re.sub(r"\s*[\"“”]\s*", " ", words)
    words = words.strip(" ,;:.–—-")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    head = 1 if words[:1] in '[“"' else 0
    return words[:head] + words[head : head + 1].upper() + words[head + 1 :]
