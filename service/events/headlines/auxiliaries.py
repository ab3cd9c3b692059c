"""The verb of a headline: with the auxiliary that it shares with another, in the past where it is a participle."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.headlines.page import Page, Piece, follows_comma, prefixed
from service.events.headlines.subjects import subject_of
from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import CASUALTIES, COGNITION, DONE_TO, REPORTING, SCHEDULING

_CONNECTIVES: Final = frozenset(
    "also however then later meanwhile moreover therefore thus still instead already once only last first".split()
)
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re"})
# A bare past form after a passive ("was arrested in May and dismissed") is passive too, if its verb takes an object.
_TWO_OBJECTS: Final = frozenset(
    """give award pay offer name elect appoint call dub deny grant allow promise send show teach tell charge fine owe
    ask hand lend deal title nickname designate declare consider refuse set""".split()
)
# They are never passive, however they are tagged: "the rate for men declined".
_INTRANSITIVE: Final = frozenset(
    """lie decline rise fall die happen arrive come go occur grow emerge remain appear disappear collapse vanish rebound
    surge slump tumble soar plunge dwindle expire erupt subside recover climb jump slip slide rally
    resign retire depart flee travel return escape apologise apologize graduate""".split()
)
_TRANSITIVE: Final = frozenset(
    """abandon abolish
    accuse acquire acquit admit appoint approve arrest attack ban bomb build bury buy cancel capture charge clear
    close convict damage defeat deliver demolish destroy detain discharge dismiss elect execute exile expel fine
    finish fire free hang hire hold identify imprison injure jail kidnap kill launch name nominate pardon promote
    publish
    punish question reject release relegate remove rename repair replace rescue restore sack seize sell sentence sign
    suspend
     shoot stab behead deport extradite remand bail drop interview search beat
    deprive relieve rob strip take treat try wound
    fit install refit renovate scrap evacuate ransack loot impose levy""".split()
)
_SIGNING: Final = tuple(["signed", to] for to in ("onto", "up", "on", "for", "with", "off"))
_PAST_OF: Final = {base: form for form, base in LEXICON.irregular.items() if form in LEXICON.past_forms}

_WILL: Final = frozenset({"will", "'ll", "’ll", "shall"})
_BY_OTHERS: Final = DONE_TO | CASUALTIES


def verb_of(page: Page, clause: Clause, parent: Clause | None, subject: list[int]) -> list[Piece]:
    """The verb group as it stands; a participle is given the tense of a sentence of its own."""
    assert clause.verb is not None
    assert clause.head is not None
    first = prefixed(page, clause.verb[0])
    group: list[Piece] = [*_adverbs_before(page, first), *range(first, clause.verb[1])]
    head, tag = clause.head, page.tags[clause.head]
    if not clause.finite and page.tokens.lower[clause.verb[0]] == "having" and clause.verb[0] < clause.head:
        return ["had", *range(clause.verb[0] + 1, clause.verb[1])]
    if clause.verb[0] == clause.head and not clause.finite and clause.kind in ("participle", "adverbial"):
        if tag == "VBG":
            if _is_to_come(page, clause, parent):
                return ["will", verb_base(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
            return [past_form(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
        if tag in ("VBN", "VBD"):
            if page.tokens.lower[head] == "born":
                return [_was(page, subject), *group]
            if (
                verb_base(page.tokens.lower[head]) in SCHEDULING
                and clause.verb[1] == head + 1
                and not _is_up(page, head)
            ):
                # "the vote, scheduled for May": it still is
                return ["are" if _was(page, subject) == "were" else "is", *group]
            return group if _is_active_past(page, clause) else [_was(page, subject), *group]
    if tag == "VBN" and not clause.finite and page.tags[clause.verb[0]] == "VBG" and clause.verb[0] + 1 == head:
        return [_was(page, subject), head, *range(head + 1, clause.verb[1])]  # "before being freed"
    if clause.kind == "coordinate" and clause.verb[0] == head and tag == "VB" and parent is not None and parent.verb:
        modal = parent.verb[0]
        return [modal, *group] if page.tags[modal] == "MD" else group  # "will close and reopen"
    if clause.kind == "coordinate" and clause.verb[0] == head and tag == "VBG":
        return [past_form(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
    bare = tag == "VBN" and clause.verb[0] == head and clause.finite
    by = page.tokens.lower[clause.verb[1] : clause.verb[1] + 1] == ["by"] and clause.object is None
    by = by and page.tags[clause.verb[1] + 1 : clause.verb[1] + 2] not in (["VBG"], ["CD"])  # "a delay caused by rain"
    if bare and (_takes_object_only(page, clause) or _is_beside(page, clause) or by):
        return [_was(page, subject), *group]
    joined = clause.kind == "coordinate" and clause.verb[0] == clause.head
    joined = joined and not _is_told_of_another(page, clause, parent)
    if joined and tag in ("VBN", "VBD", "VB") and parent is not None:
        shared = _shared_auxiliary(page, clause, parent)
        return [*shared, *group]
    return group


def _is_told_of_another(page: Page, clause: Clause, parent: Clause | None) -> bool:
    """Whether a past tense with a subject of its own shares nothing: "were to be flown out, but the airport closed";
    not "nine have been killed and forty others wounded"."""
    if parent is None or clause.head is None or clause.subject in (None, parent.subject):
        return False
    return page.tags[clause.head] == "VBD" and verb_base(page.tokens.lower[clause.head]) not in _BY_OTHERS


def _is_to_come(page: Page, clause: Clause, parent: Clause | None) -> bool:
    """Whether a participle says more of what will be done: "will leave on Monday, passing through Hemm"."""
    if parent is None or parent.verb is None or page.tokens.lower[parent.verb[0]] not in _WILL:
        return False
    return follows_comma(page, clause)


def _is_up(page: Page, head: int) -> bool:
    """ "A firm set up in May", "funds set aside": nothing that is to come."""
    return page.tokens.lower[head + 1 : head + 2] in (["up"], ["aside"], ["out"], ["off"], ["down"])


def _is_active_past(page: Page, clause: Clause) -> bool:
    """Whether what was taken for a participle has an object right after it, and so is a past tense: "officials signed
    a pact"; but "the man named chairman", "players paid a bonus"."""
    assert clause.head is not None
    if verb_base(page.tokens.lower[clause.head]) in _INTRANSITIVE:
        return True
    if clause.object is None or clause.verb is None or clause.object[0] != clause.verb[1]:
        return False
    if clause.object[0] in page.timex_at:
        return False  # "an update released Thursday"
    return verb_base(page.tokens.lower[clause.head]) not in _TWO_OBJECTS


def _takes_object_only(page: Page, clause: Clause) -> bool:
    """Whether a bare participle can only be passive: "Lind, appointed in May, has signed"."""
    assert clause.head is not None
    if page.tokens.lower[clause.head : clause.head + 2] in _SIGNING:
        return False
    return clause.object is None and verb_base(page.tokens.lower[clause.head]) in _TRANSITIVE


def _is_beside(page: Page, clause: Clause) -> bool:
    """Whether a participle stands beside its noun: "a new one, sanctioned two years later at a cost, is"."""
    assert clause.head is not None
    apart = page.tokens.words[clause.head - 1] == "," and clause.subject is not None and clause.object is None
    if apart and clause.subject is not None and clause.finite:
        apart = "," not in page.tokens.words[clause.subject[1] : clause.head - 1]  # "the sloop, as it was, sailed"
    told = page.tokens.lower[clause.head] in REPORTING or page.tokens.lower[clause.head] in COGNITION
    return apart and not told and verb_base(page.tokens.lower[clause.head]) not in _INTRANSITIVE


def _adverbs_before(page: Page, i: int) -> list[int]:
    found: list[int] = []
    while i > 0 and page.tags[i - 1] in ("RB", "RBR") and page.tokens.lower[i - 1] not in _CONNECTIVES:
        if i - 1 in page.timex_at or page.tokens.lower[i - 1] in ("when", "where", "so"):
            break
        if page.clauses.clause_of[i - 1] != page.clauses.clause_of[i]:
            break  # "an attempt to have it thrown out failed"
        i -= 1
        found.insert(0, i)
    return found


def _shared_auxiliary(page: Page, clause: Clause, parent: Clause) -> list[Piece]:
    """The auxiliary that a second conjunct leaves out: "was arrested and [was] dismissed"."""
    assert clause.head is not None
    while parent.kind == "coordinate" and parent.verb is not None and parent.verb[0] == parent.head:
        if parent.parent is None:
            break
        parent = page.clauses.clauses[parent.parent]  # "was arrested, tried and hanged"
    if parent.verb is None or parent.head is None or parent.verb[0] == parent.head:
        if parent.kind == "participle" and not parent.finite and page.tags[clause.head] in ("VBN", "VBD"):
            return [_was(page, subject_of(page, clause))]
        return []
    auxiliaries: list[Piece] = [i for i in range(parent.verb[0], parent.head) if page.tags[i] not in ("RB", "TO")]
    passive = any(page.tokens.lower[i] in _BE for i in range(parent.verb[0], parent.head))
    if passive:
        base = verb_base(page.tokens.lower[clause.head])
        particle = clause.verb is not None and clause.verb[1] > clause.head + 1
        participle = page.tags[clause.head] == "VBN"
        if base in _INTRANSITIVE:
            return []
        listed = _is_listed(page, clause)
        if clause.object is not None or (base not in _TRANSITIVE and not particle and not participle and not listed):
            return []
        return auxiliaries
    if page.tags[clause.head] == "VB":  # "will appoint six and [will] send them"
        return [i for i in auxiliaries if page.tags[int(i)] == "MD"]
    return auxiliaries if page.tags[clause.head] == "VBN" else []


def _is_listed(page: Page, clause: Clause) -> bool:
    """Whether the verb stands in a list whose commas leave the auxiliary out: "was sold in 1957, blockaded in 1973 and
    widened in 1998"."""
    if clause.verb is None or clause.kind != "coordinate" or clause.parent is None:
        return False
    parent = page.clauses.clauses[clause.parent]
    if clause.subject is None or clause.subject != parent.subject:
        return False
    if page.tokens.words[clause.verb[0] - 1] == ",":
        return True
    return page.tags[clause.verb[0] - 1] == "CC" and _is_listed(page, parent)


def _was(page: Page, subject: list[int]) -> str:
    if not subject:
        return "was"
    head = next(
        (i for i in reversed(range(subject[0], _base_end(page, subject))) if page.tags[i].startswith("NN")), subject[0]
    )
    until = next((k for k, i in enumerate(subject) if page.tags[i] in ("IN", "TO", "VBG")), len(subject))
    several = any(page.tokens.lower[i] == "and" for i in subject[:until])  # not "a book by Lind and Moe"
    plural = page.tags[head] in ("NNS", "NNPS") or several
    return "were" if plural else "was"


def _base_end(page: Page, subject: list[int]) -> int:
    chunk = page.chunk_at.get(subject[0])
    return min(chunk[1], subject[-1] + 1) if chunk is not None else subject[-1] + 1


def past_form(participle: str) -> str:
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
