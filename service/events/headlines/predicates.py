"""The verb of a headline, with what governs it; a participle is given the tense of a sentence of its own."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.headlines.antecedents import name_of_apposition
from service.events.headlines.complements import SIGNS_OF, after_verb, with_its_noun
from service.events.headlines.noun_phrases import without_age
from service.events.headlines.page import LONG_CLAUSE, Page, Piece, follows_comma, prefixed
from service.events.headlines.subjects import subject_of
from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import COGNITION, REPORTING, SCHEDULING

_UNTRUE: Final = frozenset("true untrue false correct clear unclear known unknown".split())
_DUE: Final = frozenset({"due", "set", "likely", "certain", "bound"})
_COURSE: Final = frozenset("begin start end open close run last".split())
_PHRASE: Final = 8  # tokens between an object and what is said of it
_CONNECTIVES: Final = frozenset(
    "also however then later meanwhile moreover therefore thus still instead already once only last first".split()
)
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re"})
# A bare past form after a passive ("was arrested in May and dismissed") is passive too, if its verb takes an object.
_TWO_OBJECTS: Final = frozenset(
    """give award pay offer name elect appoint call dub deny grant allow promise send show teach tell charge fine owe
    ask hand lend deal title nickname designate declare consider refuse set""".split()
)
_WITHIN: Final = 3  # clauses
_SOON: Final = 12  # tokens
# They are never passive, however they are tagged: "the rate for men declined".
_INTRANSITIVE: Final = frozenset(
    """decline rise fall die happen arrive come go occur grow emerge remain appear disappear collapse vanish rebound
    surge slump tumble soar plunge dwindle expire erupt subside recover climb jump slip slide rally
    resign retire depart flee travel return escape apologise apologize graduate""".split()
)
_TRANSITIVE: Final = frozenset(
    """accuse acquire acquit admit appoint approve arrest attack ban bomb build bury buy cancel capture charge clear
    close convict damage defeat deliver demolish destroy detain discharge dismiss elect execute exile expel fine
    finish fire free hang hire hold identify imprison injure jail kidnap kill launch name nominate pardon promote
    publish
    punish question reject release relegate remove rename repair replace rescue restore sack seize sell sentence sign
    suspend
     shoot stab behead deport extradite remand bail drop interview search beat
    deprive relieve rob strip take treat try wound
    fit install refit renovate scrap evacuate ransack loot impose levy""".split()
)


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
        return [*named, be, *range(*clause.verb), *after_verb(page, clause)]
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
    subject = subject_of(page, clause)
    return [*_owner(page, clause), *subject, *_verb(page, clause, parent, subject), *after_verb(page, clause)]


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
    return [*range(*took.object), _past(page.tokens.lower[done.head]), *after_verb(page, done)]


def _only_takes(page: Page, clause: Clause) -> bool:
    if clause.head is None or clause.subject is None or clause.object is None or page.tags[clause.head] != "VBD":
        return False
    words = page.tokens.lower
    noun = page.tags[clause.object[1] - 1] in ("NN", "NNS", "NNP", "NNPS") and clause.object[0] not in page.timex_at
    return words[clause.head] == "took" and words[clause.subject[0]] == "it" and noun


def sets_down(page: Page, clause: Clause) -> bool:
    """Whether an infinitive set apart says when the object begins or ends: "declared a truce, to begin on Friday"."""
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    if clause.kind != "infinitive" or clause.head is None or parent is None or parent.verb is None:
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
    return [*subject, *_verb(page, clause, parent, subject), *between]


def _noun_before(page: Page, clause: Clause) -> list[int]:
    """For "a plan to raise the banks" the plan."""
    chunk = page.chunk_at.get(clause.first - 1)
    return list(range(*chunk)) if chunk is not None else []


def _verb(page: Page, clause: Clause, parent: Clause | None, subject: list[int]) -> list[Piece]:
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
            return [_past(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
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
        return [_past(page.tokens.lower[head]), *range(head + 1, clause.verb[1])]
    bare = tag == "VBN" and clause.verb[0] == head and clause.finite
    by = page.tokens.lower[clause.verb[1] : clause.verb[1] + 1] == ["by"] and clause.object is None
    by = by and page.tags[clause.verb[1] + 1 : clause.verb[1] + 2] not in (["VBG"], ["CD"])  # "a delay caused by rain"
    if bare and (_takes_object_only(page, clause) or _is_beside(page, clause) or by):
        return [_was(page, subject), *group]
    joined = clause.kind == "coordinate" and clause.verb[0] == clause.head
    if joined and tag in ("VBN", "VBD", "VB") and parent is not None:
        shared = _shared_auxiliary(page, clause, parent)
        return [*shared, *group]
    return group


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
    return verb_base(page.tokens.lower[clause.head]) not in _TWO_OBJECTS


def _takes_object_only(page: Page, clause: Clause) -> bool:
    """Whether a bare participle can only be passive: "Lind, appointed in May, has signed"."""
    assert clause.head is not None
    return clause.object is None and verb_base(page.tokens.lower[clause.head]) in _TRANSITIVE


def _is_beside(page: Page, clause: Clause) -> bool:
    """Whether a participle stands beside its noun: "a new one, sanctioned two years later at a cost, is"."""
    assert clause.head is not None
    apart = page.tokens.words[clause.head - 1] == "," and clause.subject is not None and clause.object is None
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
