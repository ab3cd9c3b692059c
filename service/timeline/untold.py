"""What is never told by itself: what another event tells, what never came about, what is no news.

Each exclusion is a function that answers for one candidate, and stands in the table of those of whom it is asked; any
one is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Final, get_args

from service.events.clauses.model import ClauseKind, Stretch
from service.events.clauses.verbgroups import Tense
from service.events.facts.governors import GOVERNORS
from service.events.links.model import counts_events
from service.events.model import EventClass, Status
from service.events.words.lexicon import noun_base
from service.events.words.names import PERSONS
from service.events.words.verbs import AWAITING_ALONE, MAKING_KNOWN, SCHEDULING
from service.timeline.by_the_way import (
    appeals,
    ends_period,
    is_habit,
    is_of_anybody,
    is_of_those,
    is_only_possible,
    is_order,
    is_term,
    is_told_by_its_when,
    is_waited_for,
    is_weak_participle,
    only_begins,
    only_follows,
    recalls_a_time,
    says_which_since,
    signs_article,
    tells_of_nobody,
    turns_out,
    was_planned_before,
    would_be,
)
from service.timeline.candidate import Candidate
from service.timeline.embedded import (
    PLANNING,
    governs_its_event,
    is_called_off,
    is_content,
    is_demanded,
    is_denied,
    is_equated,
    is_put_beside,
    never_came,
    was_said_before,
)
from service.timeline.saying import (
    ANNOUNCING,
    OTHER_SAYING,
    dated_apart,
    hands_on,
    only_says,
    told_with,
)
from service.timeline.side_nouns import is_side_noun
from service.timeline.standing import (
    NEVER,
    awaits_its_subject,
    heads,
    is_awaited,
    is_counted,
    is_upcoming,
    lasted,
    owns_date,
)

# "A contract that runs until 2028": terms of a thing, no event.
_TERMS: Final = frozenset("run last expire span stretch date".split())
# What they tell of nobody has said to be so: "a charge of stealing", "the claim that he fled".
_CHARGES: Final = frozenset(
    "charge count allegation accusation offence offense crime claim suspicion rumour rumor".split()
)
_CONDITIONS: Final = frozenset({"if", "unless", "whether"})
_BANTER: Final = frozenset("joke quip boast brag".split())  # no news, whatever its day
_QUOTED: Final = 8  # tokens
_HEADS: Final = frozenset("head captain chair chairperson fellow".split())
_HOLDERS: Final = PERSONS | _HEADS
_HAD: Final = frozenset(
    """surgery operation stroke baby daughter son child twins breakdown miscarriage transplant abortion seizure
    amputation""".split()
)


def is_excluded(it: Candidate) -> bool:
    trigger = it.trigger
    if it.reading.sentences[trigger.sentence].heading or (trigger.lemma in NEVER and not _is_more_than_it_seems(it)):
        return True
    if trigger.pos == "noun" and is_side_noun(it.reading, it.mention):
        if is_upcoming(it.reading, it.mention) or is_counted(it.reading, it.mention, it.own):
            return False
        return not is_awaited(it.reading, it.mention) or it.fact.status != "scheduled"
    if _is_set_aside(it):
        return True
    for excludes in _OF_FORM[it.own.kind, trigger.tense, trigger.event_class]:
        if excludes(it):
            return True
    for excludes in _OF_WORD.get(trigger.lemma, ()):
        if excludes(it):
            return True
    for excludes in _OF_STATUS.get(it.fact.status, ()):  # noqa: SIM110 - a generator costs as much as they do
        if excludes(it):
            return True
    return False


def _is_set_aside(it: Candidate) -> bool:
    """What any clause may say by a word of its own: that something is a condition, a charge, a joke, only quoted."""
    own, trigger, lower = it.own, it.trigger, it.reading.tokens.lower
    if own.marker is not None and lower[own.marker] in _CONDITIONS:
        return True
    if own.kind == "coordinate" and own.parent is not None and _is_joined_to_condition(it):
        return True
    if own.antecedent is not None and noun_base(lower[own.antecedent]) in _CHARGES and trigger.tense != "PASTPART":
        return True  # not "charges, brought in May, of fraud"
    if trigger.first and lower[trigger.first - 1] == "than":
        return True  # "turned out to be older than had been thought"
    if trigger.modal and trigger.aspect.startswith("PERFECTIVE"):
        return True  # "should have resigned"
    if trigger.lemma in _BANTER or (own.attribution is not None and _is_banter(it, own.attribution)):
        return True
    if own.quoted:
        return trigger.pos == "noun"
    return own.subject is not None and trigger.pos != "noun" and _is_quoted_word(it, own.subject)


def _is_joined_content(it: Candidate) -> bool:
    """ "Decided against hiring a guide or taking a boat"."""
    own = it.own
    above = it.reading.clauses.clauses[own.parent] if own.parent is not None else own
    return above.kind == "gerund" and not own.finite


def _is_joined_to_condition(it: Candidate) -> bool:
    """ "If he is found and tried"."""
    clauses, lower, clause = it.reading.clauses.clauses, it.reading.tokens.lower, it.own
    while clause.kind == "coordinate" and clause.parent is not None:
        clause = clauses[clause.parent]
    return clause.marker is not None and clause.marker < it.own.first and lower[clause.marker] in _CONDITIONS


def _is_more_than_it_seems(it: Candidate) -> bool:
    """Whether a verb that mostly tells no event tells one here: "had talks", "appeared before the committee"."""
    trigger, lemma = it.trigger, it.trigger.lemma
    if lemma == "appear":
        after = it.reading.tokens.lower[trigger.last : trigger.last + 2]
        if after[:1] != ["to"] and owns_date(it.reading.links, it.mention):
            return True  # "her second novel appeared in 2013"
        return after[:1] == ["before"] or after == ["in", "court"]
    if lemma == "follow":
        return it.own.object is None and owns_date(it.reading.links, it.mention)
    if lemma == "live":
        return lasted(it.mention)
    if lemma == "have" and _carries(it):
        return True
    if lemma == "name" and _appoints(it):
        return True
    told = trigger.tense == "PAST" or it.fact.status == "scheduled"
    return told and it.own.finite and owns_date(it.reading.links, it.mention) and _is_done(it)


def _is_done(it: Candidate) -> bool:
    """Whether what is dated was or will be done: "was named captain in May", "had surgery on Friday", "cost him his
    job in 2016", "used tear gas on Sunday", "will use the west gate from Monday"."""
    lemma, reading, span = it.trigger.lemma, it.reading, it.own.object
    if lemma == "name":
        return True
    if span is None or it.trigger.voice != "active":
        return False
    if lemma == "have":
        return reading.tokens.lower[span[1] - 1] in _HAD
    if lemma == "cost":
        return reading.tags[span[1] : span[1] + 1] in (["PRP$"], ["DT"])
    return lemma == "use"


def _appoints(it: Candidate) -> bool:
    """Whether somebody is named to an office: "was named vice president", "will name her head of the bank", "has named
    a successor"."""
    trigger, own, reading = it.trigger, it.own, it.reading
    if not own.finite or own.kind not in ("main", "coordinate", "complement") or trigger.negated:
        return False
    at = trigger.last if trigger.voice == "passive" else own.object[1] if own.object is not None else 0
    office = reading.clauses.chunk_at.get(at)
    if office is None and own.object is not None and reading.tags[own.object[0]] in ("DT", "PRP$"):
        office, at = own.object, own.object[0]
    if office is None or office[0] != at or noun_base(reading.tokens.lower[office[1] - 1]) not in _HOLDERS:
        return False
    return trigger.tense in ("PAST", "FUTURE") or trigger.aspect == "PERFECTIVE"


def _carries(it: Candidate) -> bool:
    """Whether the object of a light verb names an event: "had talks"."""
    following = it.reading.mentions[it.mention.number + 1 : it.mention.number + 3]
    span = it.own.object
    return span is not None and any(m.trigger.pos == "noun" and span[0] <= m.trigger.token < span[1] for m in following)


def _awaits_its_subject(it: Candidate) -> bool:
    return awaits_its_subject(it.reading, it.mention, it.own)


def _is_undated_adjunct(it: Candidate) -> bool:
    """ "After leaving the house", with no date of its own."""
    return not it.own.finite and not owns_date(it.reading.links, it.mention)


def _only_says(it: Candidate) -> bool:
    if not only_says(it.reading, it.mention, it.own):
        return False
    if not dated_apart(it.reading, it.mention):
        return True
    return hands_on(it.reading, it.own)


def _is_quoted_word(it: Candidate, subject: Stretch) -> bool:
    """What somebody is quoted to have called it: she had "mistaken a slump for a summer"."""
    token, words = it.trigger.token, it.reading.tokens.words
    if not 0 < token - subject[1] <= _QUOTED:
        return False
    between = words[subject[1] : token]
    if between.count('"') + between.count("“") != 1 or "”" in between:
        return False
    return words[token + 1 : token + 2] not in (['"'], ["”"])  # 'profits were "squeezed"'


def _was_arranged(it: Candidate) -> bool:
    """What had been booked for a day is not told by the booking: "a visit that had been booked for 1 June"; "the case
    had been listed for this month but was put back"."""
    trigger = it.trigger
    if it.own.kind not in ("relative", "main") or trigger.voice != "passive" or trigger.aspect != "PERFECTIVE":
        return False
    if trigger.tense != "PAST" and it.own.kind == "main":
        return False
    return it.reading.tokens.lower[trigger.last : trigger.last + 1] == ["for"]


def _is_banter(it: Candidate, teller: int) -> bool:
    """What somebody says in a joke."""
    above = it.reading.links.head.get(teller)
    return above is not None and it.reading.mentions[above].trigger.lemma in _BANTER


def _was_announced(it: Candidate) -> bool:
    return told_with(it.reading, it.fact, it.mention, it.own)


def _announces_an_event(it: Candidate) -> bool:
    return hands_on(it.reading, it.own)


def _only_counts(it: Candidate) -> bool:
    """Whether a verb only makes known how many events there were: "two calls have been announced"."""
    trigger, number, lower = it.trigger, it.mention.number, it.reading.tokens.lower
    if trigger.voice != "passive":
        return it.own.kind == "relative" and it.own.object is None  # "more than the two that both have confirmed"
    before = it.reading.mentions[max(number - 6, 0) : number]
    return any(heads(m, it.own) and counts_events(trigger, m.trigger, lower) for m in before)


def _denies_the_clause(it: Candidate) -> bool:
    """ "…, which the palace denied": said beside what it denies."""
    own, trigger = it.own, it.trigger
    if own.kind != "relative" or own.object is not None or own.marker is None or trigger.pos != "verb":
        return False
    return it.reading.tokens.lower[own.marker] == "which"


def _denies_what_is_told(it: Candidate) -> bool:
    """ "He denies it", which is no act of a day: who disputes it is told with what he disputes."""
    if it.trigger.tense != "PRESENT" or it.own.object is None or owns_date(it.reading.links, it.mention):
        return False
    first, last = it.own.object
    lower = it.reading.tokens.lower
    pointing = last - first == 1 or (last - first == 2 and lower[first] in ("the", "that", "this"))
    return pointing and lower[last - 1] in GOVERNORS.statement


_Exclusions = tuple[Callable[[Candidate], bool], ...]
# What excludes a mention, asked where it may be so: in what clauses, of what tense, class and standing,
_OF_CLAUSE: Final[dict[ClauseKind, _Exclusions]] = {
    "adverbial": (_is_undated_adjunct, is_waited_for),
    "complement": (is_demanded,),
    "coordinate": (_is_joined_content,),
    "gerund": (is_content,),
    "infinitive": (is_content, is_called_off),
    "participle": (says_which_since, only_begins, is_weak_participle, is_content, tells_of_nobody),
    "relative": (is_called_off, is_of_those, is_of_anybody),
}
_OF_TENSE: Final[dict[Tense, _Exclusions]] = {
    "INFINITIVE": (is_equated, is_put_beside, never_came, is_order, was_planned_before),
    "PRESENT": (is_habit,),
}
_OF_CLASS: Final[dict[EventClass, _Exclusions]] = {"PERCEPTION": (_only_says,), "REPORTING": (_only_says,)}
_OF_STATUS: Final[dict[Status, _Exclusions]] = {
    "scheduled": (was_said_before, _was_announced),
    "hypothetical": (was_said_before, _was_announced, would_be, is_only_possible, appeals),
    "denied": (is_denied,),
}
_OF_FORM: Final[dict[tuple[ClauseKind, Tense, EventClass], _Exclusions]] = {
    (kind, tense, event_class): (
        *_OF_CLAUSE.get(kind, ()),
        *_OF_TENSE.get(tense, ()),
        *_OF_CLASS.get(event_class, ()),
    )
    for kind, tense, event_class in product(get_args(ClauseKind), get_args(Tense), get_args(EventClass))
}
# and of what words.
_WORDS: Final[tuple[tuple[frozenset[str], Callable[[Candidate], bool]], ...]] = (
    (AWAITING_ALONE, _awaits_its_subject),
    (OTHER_SAYING, _only_says),
    (SCHEDULING, _was_arranged),
    (ANNOUNCING, _announces_an_event),
    (MAKING_KNOWN, _only_counts),
    (frozenset(verb for verb, effect in GOVERNORS.verbs.items() if effect == "deny"), _denies_the_clause),
    (frozenset(verb for verb, effect in GOVERNORS.verbs.items() if effect == "deny"), _denies_what_is_told),
    (PLANNING, governs_its_event),
    (_TERMS, is_term),
    (frozenset({"turn"}), turns_out),
    (frozenset({"contribute"}), signs_article),
    (frozenset({"end"}), ends_period),
    (frozenset({"recall", "remember"}), recalls_a_time),
    (frozenset({"come", "begin", "start"}), is_told_by_its_when),
    (frozenset({"come"}), only_follows),
)
_OF_WORD: Final[dict[str, _Exclusions]] = {
    word: tuple(excludes for words, excludes in _WORDS if word in words)
    for word in frozenset().union(*[words for words, _ in _WORDS])
}
