"""A headline for an event mention: subject, verb, object and what is needed to understand them.

The words are the article's own; only a participle is given a tense. What dates the event is left out, its time is told
beside it; so is what another clause tells. A pronoun is filled in, in [square brackets], where it is certain.
"""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import BE, Clause
from service.events.headlines.page import Page, Piece
from service.events.headlines.predicates import verbal
from service.events.headlines.subjects import subject_of
from service.events.headlines.timewords import without_times
from service.events.headlines.wording import LIMIT, write
from service.events.triggers.model import Trigger
from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import AWAITING, AWAITING_ALONE, NEGATIONS, SCHEDULING

_UNTIL: Final = frozenset({"until", "till", "pending", "before", "awaiting"})
_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves", "others", "both"})
_EMPTY: Final = frozenset("one ones reason reasons way thing things something anything everything nothing some".split())
_GATHERINGS: Final = frozenset("summit meeting conference hearing vote election ballot referendum rally march".split())
_DENYING: Final = frozenset({"deny", "dispute"})
_STATEMENTS: Final = 8  # clauses back
_STATED: Final = 80  # characters
_SPANS: Final = frozenset("weekend week weeks day days month months year years hour hours night".split())
_HARM: Final = frozenset("kill injure wound".split())
_MANY: Final = frozenset("have are do were".split())
_SAW: Final = frozenset({"saw", "witnessed"})
_FEW_WORDS: Final = 3
_SHORT: Final = 5  # words: a headline that would be shorter keeps its date


def headline(page: Page, trigger: Trigger) -> str:
    """The headline of the event that ``trigger`` names; at most ``LIMIT`` characters."""
    written = page.written.get(trigger.token)
    if written is None:
        written = page.written[trigger.token] = _headline(page, trigger)
    return written


def _headline(page: Page, trigger: Trigger) -> str:
    clause = page.clauses.at(trigger.token)
    if trigger.pos == "noun" and _is_placed(page, clause, trigger.token):
        return write(page, verbal(page, clause))
    if trigger.pos == "noun" and trigger.negated and _is_said_to_lack(page, clause, trigger.token):
        return write(page, verbal(page, clause))
    if trigger.pos == "noun" and (_is_awaited(page, clause, trigger.token) or _is_state(page, clause, trigger.token)):
        dated = verbal(page, clause)
    elif trigger.pos == "noun" or clause.head is None or _is_bare_gerund(page, clause, trigger.token):
        dated = _nominal(page, trigger.token)
        if sum(page.tags[i] != "DT" for i in dated if isinstance(i, int)) < 2:
            dated = [*dated, *_whose(page, clause, trigger.token)]
            day = page.timex_at.get(trigger.token + 2)
            if day is not None and page.tokens.lower[trigger.token + 1] == "on" and trigger.lemma in _GATHERINGS:
                return write(page, [*dated, *range(trigger.token + 1, day.last)])  # "invited both to a summit on 3 May"
    else:
        dated = verbal(page, clause)
    if trigger.lemma in _DENYING and _points_back(page, trigger):
        whom = _statement_before(page, clause) or [f" {page.tokens.lower[trigger.token + 1]}"]
        return write(page, [*dated[: dated.index(trigger.token) + 1], *whom])
    if clause.kind == "attribution" and clause.object is None and trigger.pos == "verb":
        said = _made_known(page, clause)
        dated = [*(p for p in dated if not said or p != clause.last - 1 or page.tags[p] != "."), *said]
    fixed = _fixed_for(page, trigger)
    if fixed is not None and trigger.token in dated:
        return write(page, [*dated[: dated.index(trigger.token) + 1], *fixed])
    bare = without_times(page, dated)
    until = _until(page, clause)
    words = write(page, [*(p for p in bare if p != clause.last - 1 or page.tags[p] != "."), *until] if until else bare)
    toll = _toll(page, clause) if trigger.pos == "verb" else []
    if toll and not until:
        longer = write(page, [*(p for p in bare if p != clause.last - 1 or page.tags[p] != "."), *toll])
        words = longer if len(longer) < LIMIT else words
    alone = trigger.lemma in ("die", "born", "bear") and trigger.token + 1 in page.timex_at  # "died 8 May 2023"
    if len(bare) < len(dated) and len(words.split()) < _SHORT and not alone:
        words = write(page, without_times(page, dated, keep_named=True))
    return words


def _until(page: Page, clause: Clause) -> list[Piece]:
    """Until when something was not done, where that opens the clause: "until May they had not named a suspect"."""
    timex = page.timex_at.get(clause.first + 1)
    if timex is None or clause.verb is None or page.tokens.lower[clause.first] not in ("until", "till"):
        return []
    denied = not NEGATIONS.isdisjoint(page.tokens.lower[slice(*clause.verb)])
    return ["until", *range(timex.first, timex.last)] if denied and timex.last < clause.verb[0] else []


def _points_back(page: Page, trigger: Trigger) -> bool:
    """Whether what is denied is "this": what was told in the sentence before."""
    after = page.tokens.lower[trigger.token + 1 : trigger.token + 3]
    timed = trigger.token + 2 in page.timex_at or trigger.token + 3 in page.timex_at
    return after[:1] in (["this"], ["it"], ["that"]) and (after[1:2] == ["."] or timed)


def _statement_before(page: Page, clause: Clause) -> list[Piece]:
    """What was said last that somebody denies, in brackets as what is filled in: "[that talks had failed]"."""
    all_clauses = page.clauses.clauses
    for index in range(clause.index - 1, max(clause.index - _STATEMENTS, -1), -1):
        said = all_clauses[index]
        if clause.sentence - said.sentence > 1:
            break
        above = all_clauses[said.parent].kind if said.parent is not None else "main"
        if said.attribution is None or said.head is None or above not in ("main", "attribution"):
            continue
        if said.kind in ("complement", "main"):
            pieces = without_times(page, verbal(page, said))
            while pieces and isinstance(pieces[-1], int) and not page.tokens.words[pieces[-1]][0].isalnum():
                pieces = pieces[:-1]
            if len(write(page, pieces)) <= _STATED:
                return [" [that ", *pieces, "]"]
    return []


def _toll(page: Page, clause: Clause) -> list[Piece]:
    """Whom it killed or hurt, where that ends the sentence's clause: "brought down a tower, killing two bakers"."""
    for below in page.clauses.clauses[clause.index + 1 : clause.index + 3]:
        if below.parent != clause.index or below.kind != "participle" or below.head is None or below.object is None:
            continue
        harm = page.tags[below.head] == "VBG" and verb_base(page.tokens.lower[below.head]) in _HARM
        if harm and page.tokens.words[below.first - 1] == "," and below.first == below.head:
            return [below.first - 1, *range(below.first, below.object[1])]
    return []


def _made_known(page: Page, clause: Clause) -> list[Piece]:
    """What a clause after it says that somebody made known: "the two are to divorce, the palace announced"."""
    said = page.clauses.clauses[clause.parent] if clause.parent is not None else clause
    if said.attribution != clause.index or said.kind != "main" or said.quoted or said.head is None:
        return []
    told = without_times(page, verbal(page, said))
    if told and isinstance(told[0], int) and page.tags[told[0]] in ("DT", "PRP", "PRP$", "JJ", "NN", "NNS"):
        told = [page.tokens.lower[told[0]], *told[1:]]  # what began a sentence
    return [" that ", *told]


def _is_placed(page: Page, clause: Clause, token: int) -> bool:
    """Whether all that is said of the noun is its day: "the vote is on 3 June"."""
    if clause.head is None or clause.subject is None or clause.verb is None or page.tokens.lower[clause.head] not in BE:
        return False
    after = clause.verb[1]
    near = after in page.timex_at or (page.tags[after : after + 1] == ["IN"] and after + 1 in page.timex_at)
    return clause.subject[0] <= token < clause.verb[0] and near


def _is_said_to_lack(page: Page, clause: Clause, token: int) -> bool:
    """ "There has not been a divorce": the noun alone would say that there was one."""
    if clause.head is None or clause.subject is None or clause.verb is None or token < clause.verb[1]:
        return False
    words = page.tokens.lower
    return words[clause.subject[0]] == "there" and (
        "not" in words[slice(*clause.verb)] or "n't" in words[slice(*clause.verb)]
    )


def _fixed_for(page: Page, trigger: Trigger) -> range | None:
    """The day for which something is called: that of "an election for 14 July", "a strike planned for 3 May"."""
    if trigger.pos != "noun":
        return None
    after = page.tokens.lower[trigger.token + 1 : trigger.token + 3]
    planned = page.timex_at.get(trigger.token + 3)
    if planned is not None and after[-1:] in (["for"], ["on"]):
        return range(trigger.token + 1, planned.last) if verb_base(after[0]) in SCHEDULING | {"plan"} else None
    timex = page.timex_at.get(trigger.token + 2)
    if timex is None or page.tokens.lower[trigger.token + 1] != "for":
        return None
    return range(trigger.token + 1, timex.last)


def _is_state(page: Page, clause: Clause, token: int) -> bool:
    """Whether somebody is said to be in it: "teachers have been on strike", "the mayor is on trial"."""
    if clause.head is None or clause.subject is None or clause.verb is None or page.tokens.lower[clause.head] not in BE:
        return False
    return token == clause.verb[1] + 1 and page.tokens.lower[clause.verb[1]] in ("on", "under")


def _is_awaited(page: Page, clause: Clause, token: int) -> bool:
    """Whether the noun is the subject of what only says that it is to come: "a verdict is due"."""
    if clause.head is None or clause.subject is None or clause.verb is None:
        return False
    if not clause.subject[0] <= token < clause.verb[0]:
        return False
    words = [page.tokens.lower[i] for i in range(clause.head, min(clause.head + 2, clause.last))]
    return any(word in AWAITING or verb_base(word) in AWAITING_ALONE for word in words)


def is_subjectless(page: Page, trigger: Trigger) -> bool:
    """Whether nothing says who or what did it, so that the headline would begin with its verb, or with "themselves"."""
    clause = page.clauses.at(trigger.token)
    if _takes_time(page, trigger.first):
        return True
    if clause.head != trigger.token or clause.kind in ("infinitive", "gerund"):
        return False
    subject = subject_of(page, clause)
    if not subject or _only_counts(page, subject):
        return not subject or not _is_seen(page, clause)
    if page.tags[subject[-1]] == "POS" or _is_contrary(page, clause):
        return True
    if clause.verb is not None and page.tokens.lower[clause.verb[0] - 1] == "neither":
        return True  # "the bank neither admitted nor denied it"
    if clause.kind == "coordinate" and clause.verb is not None and _disagree(page, subject, clause.verb[0]):
        return True  # "scientists say such heat, once expected every 80 years, comes every six"
    if subject[0] in page.referents.of:
        return False
    if page.tokens.lower[subject[0]] in _REFLEXIVE and (len(subject) == 1 or page.tokens.lower[subject[0]] != "both"):
        return True
    return len(subject) < 3 and page.tokens.lower[subject[-1]] in _EMPTY


def _is_seen(page: Page, clause: Clause) -> bool:
    """ "2007 also saw a rise in thefts": what a time is said to have seen."""
    return clause.object is not None and clause.head is not None and page.tokens.lower[clause.head] in _SAW


def _only_counts(page: Page, subject: list[int]) -> bool:
    """Whether a subject is no more than a number, or a time: "In 2024 were sold"."""
    first = subject[0]
    counts = page.tags[first] == "CD" or first in page.timex_at
    return counts and all(page.tags[i] == "CD" or i in page.timex_at for i in subject)


def _takes_time(page: Page, first: int) -> bool:
    """ "A weekend of haggling": who haggled is not said there."""
    if first < 2 or page.tags[first] != "VBG" or page.tokens.lower[first - 1] != "of":
        return False
    return first - 2 in page.timex_at or page.tokens.lower[first - 2] in _SPANS


def _is_contrary(page: Page, clause: Clause) -> bool:
    """ "Had the king not paid his debts": what a condition supposes has no subject of its own in it."""
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    if parent is None or parent.verb is None or clause.kind != "participle":
        return False
    return parent.verb == (parent.first, parent.first + 1) and page.tokens.lower[parent.first] == "had"


def _disagree(page: Page, subject: list[int], verb: int) -> bool:
    """Whether several are said to do what the verb says of one."""
    chunk = page.chunk_at.get(subject[0], (subject[0], subject[0] + 1))
    if page.tags[verb] == "VBP" and page.tokens.lower[verb] not in _MANY and page.tags[chunk[1] - 1] == "NN":
        return len(subject) > _FEW_WORDS and "CC" not in [
            page.tags[i] for i in subject
        ]  # "the wreckage from 9 feet die"
    one = page.tags[verb] == "VBZ" or page.tokens.lower[verb] in ("is", "was", "has")
    return one and page.tags[chunk[1] - 1] == "NNS" and chunk[1] - 1 == subject[-1] and subject[0] not in page.timex_at


def _whose(page: Page, clause: Clause, token: int) -> list[Piece]:
    """Whose it is, for a noun that says too little alone: "released her on bail until sentencing" is hers."""
    if token < 1 or page.tokens.lower[token - 1] not in _UNTIL:
        return []
    above = clause
    while (above.head is None or above.head == token) and above.parent is not None:
        above = page.clauses.clauses[above.parent]
    if above.head is None or above.verb is None or above.verb[1] > token:
        return []
    passive = page.tags[above.head] == "VBN" and above.verb[0] < above.head and above.object is None
    whom = above.subject if passive else above.object
    if whom is None or (page.tags[whom[0]] == "PRP" and whom[0] not in page.referents.of):
        return []
    return ["of", *range(*whom)]


def _is_bare_gerund(page: Page, clause: Clause, token: int) -> bool:
    """Whether an -ing form serves as a noun: "until sentencing on 11 April"."""
    return (
        clause.marker is not None
        and page.tokens.lower[clause.marker] in ("until", "till", "pending")
        and clause.head == token
        and clause.object is None
        and page.tags[token] == "VBG"
        and page.tokens.lower[token] in LEXICON.nouns
        and clause.subject is None
        and clause.kind == "adverbial"
    )


def _nominal(page: Page, token: int) -> list[Piece]:
    """The noun phrase with its prepositional phrases: "a clash in the Uln gorge"."""
    chunk = page.chunk_at.get(token, (token, token + 1))
    clause = page.clauses.at(token)
    # "Adding that talks would follow": before a plural "that" is no determiner, whatever it was taken for.
    conjunction = page.tokens.lower[chunk[0]] == "that" and page.tags[chunk[1] - 1] in ("NNS", "NNPS")
    out: list[Piece] = list(range(chunk[0] + conjunction, chunk[1]))
    i = chunk[1]
    when = page.timex_at.get(i)
    if when is not None and when.first == i and page.tokens.lower[when.last : when.last + 1] == ["of"]:
        i = when.last  # "the arrest last August of Tomas Belik"
    while i < clause.last and page.clauses.clause_of[i] == clause.index and i != (clause.verb or (-1,))[0]:
        after = page.chunk_at.get(i + 1)
        if page.tags[i] not in ("IN", "TO") or after is None or after[0] != i + 1:
            break
        out.extend(range(i, after[1]))
        between = page.tokens.lower[i] == "between"
        i = after[1]
        joined = page.chunk_at.get(i + 1) if between and page.tokens.lower[i : i + 1] == ["and"] else None
        if joined is not None and joined[0] == i + 1:
            out.extend(range(i, joined[1]))
            i = joined[1]
    return out
