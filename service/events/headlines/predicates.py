"""The verb of a headline, with what governs it; a participle is given the tense of a sentence of its own."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.headlines.antecedents import name_of_apposition
from service.events.headlines.auxiliaries import past_form, verb_of
from service.events.headlines.complements import after_verb
from service.events.headlines.gaps import SIGNS_OF, with_its_noun
from service.events.headlines.noun_phrases import without_age
from service.events.headlines.page import LONG_CLAUSE, Page, Piece, follows_comma
from service.events.headlines.subjects import subject_of
from service.events.words.lexicon import verb_base

_UNTRUE: Final = frozenset("true untrue false correct clear unclear known unknown".split())
_DUE: Final = frozenset({"due", "set", "likely", "certain", "bound"})
_LAYING_DOWN: Final = frozenset("declare announce impose order proclaim decree introduce call".split())
_COURSE: Final = frozenset("begin start end open close run last".split())
_PHRASE: Final = 8  # tokens between an object and what is said of it
_WITHIN: Final = 3  # clauses
_SOON: Final = 12  # tokens
_LONGEST: Final = 108  # characters of a subject: it leaves no room for the verb and its object
_ROOM: Final = 84


def verbal(page: Page, clause: Clause, depth: int = 0) -> list[Piece]:
    assert clause.verb is not None
    assert clause.head is not None
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    chained = clause.kind in ("infinitive", "gerund") or (
        clause.kind == "participle" and not follows_comma(page, clause) and clause.antecedent is None
    )
    if parent is not None and parent.subject is not None and parent.subject[0] == clause.first and not clause.finite:
        return [*range(*parent.subject)]  # "building the line": the subject of what is told of it
    lacking = _lacking(page, clause)
    if lacking:
        return lacking
    due = _due(page, clause)
    if due:
        return due
    took = _took(page, clause)
    if took:
        return took
    if sets_down(page, clause) and parent is not None and parent.verb is not None:
        named = list(range(parent.verb[1], clause.first - 1))
        noun = next((i for i in named if page.tags[i] in ("NN", "NNS", "NNP")), named[0])
        be = "are" if page.tags[noun] == "NNS" else "is"  # "three days of mourning"
        verb: list[Piece] = [*range(*clause.verb)]
        if clause.kind == "participle":
            verb = ["to", verb_base(page.tokens.lower[clause.head])]
        return [*named, be, *verb, *after_verb(page, clause)]
    if chained and parent is not None and parent.verb is not None and parent.verb[0] < clause.first and depth < 4:
        before = verbal_until(page, parent, clause.first, depth + 1)
        return [*before, *range(clause.first, clause.verb[0]), *range(*clause.verb), *after_verb(page, clause)]
    if clause.kind == "coordinate" and parent is not None and parent.kind == "infinitive" and parent.verb is not None:
        above = page.clauses.clauses[parent.parent] if parent.parent is not None else None
        if above is not None and above.verb is not None and above.verb[0] < parent.first and depth < 4:
            before = verbal_until(page, above, parent.first, depth + 1)
            own = page.tags[clause.verb[0]] == "TO"  # "to repay it and to surrender"
            to = [i for i in range(*parent.verb) if page.tags[i] == "TO" and not own]
            return [*before, *to, *range(*clause.verb), *after_verb(page, clause)]
    if chained and clause.kind == "infinitive" and parent is not None and parent.verb is not None:
        return [*_noun_before(page, clause), *range(*clause.verb), *after_verb(page, clause)]
    subject = _bearable(page, subject_of(page, clause))
    said = verb_of(page, clause, parent, subject)
    twin = page.clauses.twin(clause, page.tags)
    if twin is not None and twin.verb is not None:  # "seized and sank two boats"
        said = [*said, *range(clause.verb[1], twin.verb[1])]
        return [*_owner(page, clause), *subject, *said, *after_verb(page, twin)]
    if clause.kind == "coordinate" and parent is not None and page.clauses.twin(parent, page.tags) is clause:
        return verbal(page, parent, depth + 1)
    after = after_verb(page, clause)
    if clause.kind == "main" and clause.subject is not None and clause.subject[0] == clause.verb[1]:
        told = range(*clause.subject)
        after = [p for p in after if p not in told]  # "then came the flood": it is told before its verb
    if clause.kind == "participle" and page.tags[clause.head] == "VBN" and clause.fronted:
        after = _without_subject(page, after)
    return [*_owner(page, clause), *subject, *said, *after]


def _without_subject(page: Page, after: list[Piece]) -> list[Piece]:
    """What follows a passive without the phrase after its time, which is the subject of what comes: "in a letter sent
    on Friday the mayor, Ann Orme, denied it"."""
    for k, piece in enumerate(after):
        if not isinstance(piece, int) or piece not in page.chunk_at or piece - 1 not in page.timex_at:
            continue
        if page.chunk_at[piece][0] == piece and page.timex_at[piece - 1].last == piece:
            return after[:k]
    return after


def _bearable(page: Page, subject: list[int]) -> list[int]:
    """A subject that leaves room for its verb: "the bid by Orro, a firm based in Hull that makes tents" is the bid by
    Orro; where several are joined, what they are of goes, and none of them."""
    starts, ends, tags = page.tokens.starts, page.tokens.ends, page.tags
    if not subject or ends[subject[-1]] - starts[subject[0]] <= _LONGEST:
        return subject
    joined = any(tags[i] == "CC" for i in subject)
    places = range(1, len(subject)) if joined else range(len(subject) - 1, 0, -1)
    for k in places:
        before, cut = subject[k - 1], subject[k]
        if joined and (tags[before] == "CC" or page.tokens.words[before] == ","):
            return subject
        opens = tags[cut] in ("IN", "TO", "VBN", "VBG") or (page.tokens.words[cut] == "," and not joined)
        if opens and page.chunk_at.get(cut) is None and ends[before] - starts[subject[0]] <= _ROOM:
            return subject[:k]
    return subject


def _lacking(page: Page, clause: Clause) -> list[Piece]:
    """What there is no sign of, with that: "there is no evidence that he resigned", "it is not true that he did"."""
    if clause.marker is None or clause.parent is None or clause.kind not in ("complement", "relative"):
        return []
    parent = page.clauses.clauses[clause.parent]
    if parent.verb is None or clause.verb is None or parent.subject is None or clause.marker < 2:
        return []
    lower, noun = page.tokens.lower, clause.marker - 1
    lead: list[Piece] = []
    of_truth = clause.kind == "complement" and lower[parent.subject[0]] == "it"
    if of_truth and not _UNTRUE.isdisjoint(lower[parent.verb[0] : min(clause.first, parent.verb[0] + _PHRASE)]):
        lead = [*range(*parent.subject), *range(parent.verb[0], clause.first)]
    without = lower[noun] in SIGNS_OF and lower[noun - 1] in ("no", "little", "any") and noun >= parent.verb[1]
    if without and clause.first == clause.marker and noun - parent.first <= LONG_CLAUSE:
        lead = [*subject_of(page, parent), *range(parent.verb[0], noun + 1)]
    return [*lead, *range(clause.first, clause.verb[1]), *after_verb(page, clause, whole=False)] if lead else []


def _due(page: Page, clause: Clause) -> list[Piece]:
    """What is to happen to the noun that an aside says it of: "at a plant in Accra, due to open in 2026"."""
    adjective = clause.first - 1
    if clause.kind != "infinitive" or adjective < 2 or page.tokens.lower[adjective] not in _DUE:
        return []
    noun = page.chunk_at.get(adjective - 2)
    if noun is None or page.tokens.words[adjective - 1] != "," or noun[1] != adjective - 1 or clause.verb is None:
        return []
    whole = with_its_noun(page, noun)
    be = "are" if page.tags[noun[1] - 1] in ("NNS", "NNPS") and whole == noun else "is"
    return [*range(*whole), be, adjective, *range(*clause.verb), *after_verb(page, clause)]


def _took(page: Page, clause: Clause) -> list[Piece]:
    """What somebody did that took long, where the clause or the one before only says so: "it took the ministry until
    May to confirm it"."""
    if not page.tells_what_took_long:
        return []
    near = page.clauses.clauses[max(clause.index - _WITHIN, 0) : clause.index + _WITHIN + 1]
    took = next((c for c in near if c.index <= clause.index and _only_takes(page, c)), None)
    if took is None or took.verb is None or took.object is None or clause.sentence != took.sentence:
        return []
    done = next((c for c in near if c.kind == "infinitive" and 0 < c.first - took.verb[1] <= _SOON), None)
    if done is None or done.head is None or clause not in (took, done):
        return []
    return [*range(*took.object), past_form(page.tokens.lower[done.head]), *after_verb(page, done)]


def _only_takes(page: Page, clause: Clause) -> bool:
    words = page.tokens.lower
    if clause.head is None or words[clause.head] != "took" or page.tags[clause.head] != "VBD":
        return False
    if clause.subject is None or clause.object is None:
        return False
    noun = page.tags[clause.object[1] - 1] in ("NN", "NNS", "NNP", "NNPS") and clause.object[0] not in page.timex_at
    return words[clause.subject[0]] == "it" and noun


def sets_down(page: Page, clause: Clause) -> bool:
    """Whether an infinitive or a participle set apart says when the object begins or ends: "declared a truce, to begin
    on Friday", "imposed a curfew, starting on Friday"."""
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    if clause.head is None or parent is None or parent.verb is None:
        return False
    if clause.kind == "participle":
        laid_down = parent.head is not None and verb_base(page.tokens.lower[parent.head]) in _LAYING_DOWN
        if page.tags[clause.head] != "VBG" or not laid_down:
            return False
    elif clause.kind != "infinitive":
        return False
    if not follows_comma(page, clause) or verb_base(page.tokens.lower[clause.head]) not in _COURSE:
        return False
    named = range(parent.verb[1], clause.first - 1)
    plain = all(page.tags[i] in ("IN", "NN", "NNS", "NNP", "DT", "JJ", "CD", "PRP$") for i in named)
    return 0 < len(named) < _PHRASE and plain and page.tags[named[0]] != "IN"


def _owner(page: Page, clause: Clause) -> list[Piece]:
    """Whose it is, in a clause with "whose": "Lund, whose firm won" is Lund's firm."""
    if clause.marker is None or page.tokens.lower[clause.marker] != "whose" or clause.antecedent is None:
        return []
    owner = page.chunk_at.get(clause.antecedent, (clause.antecedent, clause.antecedent + 1))
    aged = without_age(page, owner)
    return [*range(*(aged if aged != owner else name_of_apposition(page, owner))), "’s"]


def verbal_until(page: Page, clause: Clause, stop: int, depth: int) -> list[Piece]:
    """Subject and verb of the clause that governs another, up to that one: "protesters plan"."""
    assert clause.verb is not None
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    between = [i for i in range(clause.verb[1], stop) if page.clauses.clause_of[i] == clause.index]
    governed = clause.kind in ("infinitive", "gerund") and parent is not None and parent.verb is not None and depth < 4
    if governed and parent is not None and parent.verb is not None and parent.verb[0] < clause.first:
        return [
            *verbal_until(page, parent, clause.first, depth + 1),
            *range(clause.first, clause.verb[1]),
            *between,
        ]
    subject = subject_of(page, clause)
    return [*subject, *verb_of(page, clause, parent, subject), *between]


def _noun_before(page: Page, clause: Clause) -> list[int]:
    """For "a plan to raise the banks" the plan."""
    chunk = page.chunk_at.get(clause.first - 1)
    return list(range(*chunk)) if chunk is not None else []
