"""Who or what a headline is about: the subject of a clause, or of the clauses around it."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import BE, Clause, Stretch
from service.events.headlines.antecedents import antecedent_of
from service.events.headlines.noun_phrases import whole_phrase
from service.events.headlines.page import (
    LONG_CLAUSE,
    QUOTES,
    REACH,
    Page,
    follows_comma,
    is_amount,
    is_relative_pronoun,
)

# How a firm comes off: "posted a loss, hurt by the recall".
_AFFECTED: Final = frozenset(
    "hurt hit helped boosted buoyed dragged lifted aided stung squeezed dented weighed driven".split()
)
_CLAIMING: Final = frozenset("say says said believe believed think thinks thought claim claims claimed".split())


def subject_of(page: Page, clause: Clause) -> list[int]:
    """The tokens of the clause's subject, taken from the clauses around it where it has none of its own."""
    found = page.subjects.get(clause.index)
    if found is None:
        found = page.subjects[clause.index] = _subject_of(page, clause)
    return [*found]


def _subject_of(page: Page, clause: Clause, depth: int = 0) -> list[int]:
    chunk = clause.subject
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    shared = clause.kind == "coordinate" and chunk is not None and parent is not None and parent.subject == chunk
    if shared and parent is not None and chunk is not None and not is_relative_pronoun(page, chunk) and depth < 7:
        return _subject_of(page, parent, depth + 1)  # what the first verb tells of
    if chunk is not None and parent is not None and _stands_beside(page, clause, chunk, parent):
        assert parent.object is not None
        return list(range(parent.object[0], chunk[0] - 1))
    if chunk is not None and clause.verb is not None:
        chunk = _nearer(page, chunk, clause.verb[0])
    if chunk is not None and not is_relative_pronoun(page, chunk):
        return whole_phrase(page, chunk, clause)
    if depth > 6:
        return []
    if clause.finite and clause.kind in ("main", "complement") and chunk is None:
        return _before_verb(page, clause)
    if parent is not None and _is_of_claim(page, clause, parent):
        assert parent.marker is not None
        return list(range(*page.chunk_at[parent.marker - 1]))
    if clause.kind in ("relative", "participle") and clause.antecedent is not None:
        loose = clause.kind == "participle" and parent is not None and follows_comma(page, clause)
        if loose and parent is not None and (_is_active(page, clause) or is_amount(page, clause.antecedent)):
            return _subject_of(page, parent, depth + 1)
        if loose and parent is not None and _comes_off(page, clause, parent):
            return _subject_of(page, parent, depth + 1)
        if parent is not None and clause.kind == "relative" and _is_predicate(page, clause.antecedent, parent):
            return _subject_of(page, parent, depth + 1)
        return antecedent_of(page, clause, parent)
    if clause.kind == "adverbial" and clause.verb is not None and clause.marker is not None:
        own = _before_verb(page, clause)
        if own and not _is_active(page, clause) and page.tags[own[-1]] in ("NNP", "NNS", "NN", "JJ"):
            return own  # "when Athletic beat Rovers"
    return _subject_of(page, parent, depth + 1) if parent is not None else []


def _is_of_claim(page: Page, clause: Clause, parent: Clause) -> bool:
    """Whether a participle tells of the noun that a clause completes: "a rumour that she had died, put about by"."""
    if clause.kind != "participle" or parent.kind != "complement" or parent.marker is None or _is_active(page, clause):
        return False
    noun = parent.marker - 1
    closed = follows_comma(page, clause) and page.tokens.words[clause.last : clause.last + 1] == [","]
    return closed and noun in page.chunk_at and page.tags[noun] == "NN" and page.tokens.lower[parent.marker] == "that"


def _comes_off(page: Page, clause: Clause, parent: Clause) -> bool:
    """Whether a participle says what the subject owes its result to: "posted a loss, hurt by the recall"."""
    assert clause.verb is not None
    after = page.tokens.lower[clause.verb[1] : clause.verb[1] + 2]
    told = parent.object is not None and parent.finite and parent.verb is not None and parent.verb[1] <= clause.first
    return told and page.tokens.lower[clause.verb[0]] in _AFFECTED and "by" in after


def _nearer(page: Page, chunk: Stretch, verb: int) -> Stretch:
    """The subject right before its verb, where what was taken for it belongs to a phrase: "with tanks full and the sky
    clear, a boat strayed"."""
    near = page.chunk_at.get(verb - 1)
    if near is None or near[1] != verb or near[0] <= chunk[1] or page.tokens.words[near[0] - 1] != ",":
        return chunk
    begins = page.clauses.at(verb).first
    fronted = page.tags[begins] == "VBN" and page.tokens.words[chunk[0] - 1] == ","
    opens = (chunk[0] == begins and page.tokens.lower[chunk[0]] in ("a", "an")) or fronted
    if (
        opens
        and all(page.tags[i] == "NNP" for i in range(*near))
        and "," not in page.tokens.words[chunk[0] : near[0] - 1]
    ):
        return near  # "A plumber's son from Hull, Rourke won"
    ended = page.tags[chunk[1]] == "JJ" and near[0] - 1 == chunk[1] + 1
    return near if ended and page.tokens.lower[near[0]] in ("a", "an", "the") else chunk


def _stands_beside(page: Page, clause: Clause, chunk: Stretch, parent: Clause) -> bool:
    """Whether what was taken for the subject only says more of a noun in it: "said talks with an investor, the Orme
    Group, had failed"."""
    if clause.kind != "coordinate" or parent.head is None or parent.object is None or clause.verb is None:
        return False
    words = page.tokens.words
    if page.tokens.lower[parent.head] not in _CLAIMING or words[chunk[0] - 1] != "," or words[chunk[1]] != ",":
        return False
    return clause.verb[0] == chunk[1] + 1 and 0 < chunk[0] - parent.object[1] < LONG_CLAUSE


def _is_predicate(page: Page, token: int, clause: Clause) -> bool:
    """Whether a noun says what the subject is: "Berg is an engineer who served"; but "it was the army that fired"."""
    if clause.head is None or clause.verb is None or clause.subject is None or page.tokens.lower[clause.head] not in BE:
        return False
    if page.tags[clause.subject[0]] in ("PRP", "EX", "DT", "WP") and clause.subject[1] - clause.subject[0] == 1:
        return False
    between = range(clause.verb[1], token)
    return len(between) < LONG_CLAUSE and all(page.tags[i] not in ("IN", "TO", ",") for i in between)


def _before_verb(page: Page, clause: Clause) -> list[int]:
    """What stands before the verb where no noun phrase was seen: "more than 6,000 have fled"."""
    assert clause.verb is not None
    first = clause.first if clause.marker is None else clause.marker + 1
    first = max(first, clause.verb[0] - REACH)
    tokens = [i for i in range(first, clause.verb[0]) if page.clauses.clause_of[i] == clause.index]
    cut = max((k for k, i in enumerate(tokens) if page.tokens.words[i] in (",", "-", "–", "—")), default=-1)
    tokens = tokens[cut + 1 :]
    if tokens and page.tags[tokens[0]] == "IN" and any(_is_time(page, i) for i in tokens[1:3]):
        last = max(k for k, i in enumerate(tokens) if _is_time(page, i))
        tokens = tokens[last + 1 :]  # "By the Monday evening savers were queueing"
    when = page.timex_at.get(tokens[0]) if tokens else None
    if when is not None and when.first == tokens[0] and all(page.tags[i] == "RB" for i in tokens if i >= when.last):
        return list(range(when.first, when.last))  # "2007 also saw a rise"
    if all(page.tags[i] in ("RB", "IN") for i in tokens):
        return []  # "Also killed was Ann Orme"
    if len(tokens) > 1 and page.tags[tokens[0]] == "IN" and _is_time(page, tokens[1]):
        tokens = tokens[1:]  # "In 2021 most of the victims died"
    return [i for i in tokens if not _is_time(page, i) and page.tokens.words[i] not in QUOTES]


def _is_time(page: Page, i: int) -> bool:
    """Whether the token is of an expression of time that counts nothing: not "three days of talks"."""
    timex = page.timex_at.get(i)
    return timex is not None and page.tokens.lower[timex.last : timex.last + 1] != ["of"]


def _is_active(page: Page, clause: Clause) -> bool:
    return clause.verb is not None and page.tags[clause.verb[0]] == "VBG"
