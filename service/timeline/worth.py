"""Which mentions an editor would put on a timeline: what happened or is to happen, not who said it.

The figure is the sum of what the reasons give, each with its sign: those asked of every mention, and those of
``_REASONS``, asked in some clauses only. It orders the mentions, it is no probability.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, get_args

from service.events.clauses.model import Clause, ClauseKind
from service.events.model import Factuality, PartOfSpeech
from service.events.reading import EventReading, Mention
from service.timeline.candidate import Candidate
from service.timeline.doubt import is_announced, is_reported_done
from service.timeline.facts import Facts
from service.timeline.families import LIGHT
from service.timeline.saying import ACTS, RECORDING, SAYING, is_more_than_said
from service.timeline.standing import is_counted, is_upcoming, lasted, may_come, owns_date
from service.timeline.untold import is_excluded

THRESHOLD: Final = 1.0
ENOUGH: Final = 0.5  # where little is told, what has less for it may be told too
WORDS_PER_FILLED_EVENT: Final = 42
STRONG: Final = 1.6  # dated by the text itself, in a clause of its own
WORDS_PER_EVENT: Final = 18  # at most one event for so many words
WORDS_PER_STRONG_EVENT: Final = 12  # in a text that is dense with dated events
FEW: Final = 7  # so many of them are told however short the text is
_LEAD: Final = 3  # sentences that tell the news
# On no day of their own they only say how somebody took it.
_ANSWERS: Final = frozenset("deny accuse call ask order demand urge expect blame welcome criticize criticise".split())
_GOING_ON: Final = ("PROGRESSIVE", "PERFECTIVE_PROGRESSIVE")
_POSTURES: Final = frozenset("stand sit lie lay".split())
_SITTING: Final = frozenset(
    "inquiry court tribunal commission committee council parliament assembly jury panel board".split()
)
_REPORTED: Final = frozenset("reported confirmed found feared believed presumed".split())
_DECISIONS: Final = frozenset("agree decide refuse decline pledge vow".split())


def worth(reading: EventReading, mention: Mention, facts: Facts, sentence_rank: int) -> float:
    """How much speaks for telling this mention; ``THRESHOLD`` is enough. ``sentence_rank`` counts no headings."""
    trigger, dating = mention.trigger, mention.dating
    own = reading.clauses.at(trigger.token)
    it = Candidate(reading, mention, trigger, facts, own, sentence_rank, dating is not None and dating.known)
    if is_excluded(it):
        return 0.0
    fact = it.fact
    score = _dating(it) + _place(it) + _event_class(it) + _factuality(it, fact)
    if fact.status == "hypothetical":
        score += _possibility(it, fact)
    if sentence_rank == 0:
        score += _fresh_news(it)
        score += _news_of_a_plan(it, fact)
    if fact.disputed_by:
        score += _dispute(it)
    if own.attribution is not None and _is_made_known(it):
        score += 0.3
    for reason in _REASONS[trigger.pos, own.kind]:  # sum() rounds otherwise from one Python to the next
        score += reason(it)
    return score


def _dating(it: Candidate) -> float:
    dating, trigger = it.mention.dating, it.trigger
    if dating is None:
        return -0.4
    if not dating.known:
        return -0.3 if (trigger.tense, trigger.aspect) == ("PAST", "PERFECTIVE") else 0.0
    if dating.basis == "relation":
        if dating.bounds.start is not None:
            return 0.6
        if (trigger.tense, trigger.aspect) == ("PAST", "PERFECTIVE"):
            return 0.2  # only that it was before
        return 0.5 if _is_before_a_deed(it) else 0.4
    return 0.25 if dating.shared and not _is_of_content(it) else 1.0


def _is_of_content(it: Candidate) -> bool:
    """ "Were allowed to leave on Friday", "refused to look at it in 2001": what the infinitive tells is told with its
    verb, and on its day."""
    reading, number = it.reading, it.mention.number
    if it.trigger.pos != "verb" or number + 1 >= len(reading.mentions):
        return False
    below = reading.mentions[number + 1]
    clause = reading.clauses.at(below.trigger.token)
    if below.trigger.tense != "INFINITIVE" or clause.parent != it.own.index or clause.first != it.trigger.last:
        return False
    anchors = reading.links.anchors
    return any(a.via == "clause" and a.timex in {b.timex for b in anchors[number]} for a in anchors[below.number])


def _is_before_a_deed(it: Candidate) -> bool:
    """ "They spoke before he was elected last year": the text itself sets it before what it dates."""
    mentions = it.reading.mentions
    others = (mentions[tie.other] for tie in it.reading.links.ties[it.mention.number] if tie.relation == "before")
    return any(m.trigger.pos == "verb" and m.dating is not None and not m.dating.open for m in others)


def _place(it: Candidate) -> float:
    lead = 0.5 if it.rank < _LEAD else 0.0
    if it.own.kind in ("main", "coordinate") and it.own.finite:
        return lead + 0.5
    if it.own.kind in ("complement", "relative", "adverbial", "infinitive"):
        return lead + (0.35 if owns_date(it.reading.links, it.mention) else 0.25)
    if it.own.kind == "participle" and it.trigger.pos != "noun" and owns_date(it.reading.links, it.mention):
        return lead + 0.4  # "Built in 1788, it"
    if it.own.kind == "participle" and _is_reported_done(it):
        return lead + 0.5
    return lead + 0.1


def _is_reported_done(it: Candidate) -> bool:
    """ "Forty people were reported killed": what is reported is told as if nothing stood before it."""
    own = it.own
    above = it.reading.clauses.clauses[own.parent] if own.parent is not None else own
    if above.head is None or above.verb is None or above.verb[1] != own.first or it.trigger.tense != "PASTPART":
        return False
    return above.finite and it.reading.tokens.lower[above.head] in _REPORTED


def _event_class(it: Candidate) -> float:
    mention, trigger, lemma, dated = it.mention, it.trigger, it.trigger.lemma, it.dated
    recent = 0.25 if it.rank < _LEAD and (trigger.tense, trigger.aspect) == ("PRESENT", "PERFECTIVE") else 0.0
    if lemma in _ANSWERS and it.rank >= _LEAD and not owns_date(it.reading.links, mention):
        return 0.0
    if trigger.event_class == "REPORTING":
        told_of = trigger.voice == "passive" and dated and lemma in RECORDING
        told_of = told_of or is_more_than_said(it.reading, mention, it.own)
        return (-0.4 if lemma in SAYING and not told_of else 0.3) + recent
    if lemma in _DECISIONS and not trigger.modal and it.own.object is None and _ends_here(it):
        return -0.1  # "she refused": what?
    if lemma in _DECISIONS and not trigger.modal:
        return 0.3 + recent  # "has agreed to buy": the deal is the news
    state = trigger.event_class in ("STATE", "I_STATE") and lemma != "have"  # "had talks" tells of the talks
    if state and not (lemma in _POSTURES and _leaves(it)):
        if lemma == "agree" and dated:
            return 0.3
        if dated and (lasted(mention) or mention.outlook == "future"):
            return 0.0
        return -0.4 if dated else -1.0
    if trigger.event_class == "PERCEPTION":
        return 0.3 if dated and lemma == "hear" else -0.1  # "the court heard both sides on Monday"
    return 0.3 + recent


def _leaves(it: Candidate) -> bool:
    """ "Stood down", "laid off 40 workers", "the inquiry sat in Orm in May": what a posture tells that is none."""
    lower, own = it.reading.tokens.lower, it.own
    if it.trigger.lemma == "sit":
        who = own.antecedent if own.kind == "relative" else own.subject[1] - 1 if own.subject is not None else None
        if who is not None and lower[who] in _SITTING:
            return True
    return lower[it.trigger.token + 1 : it.trigger.token + 2] in (["down"], ["aside"], ["off"])


def _ends_here(it: Candidate) -> bool:
    """Whether a clause ends with its verb, so that it does not say what was decided."""
    after = it.reading.tags[it.trigger.last : it.trigger.last + 1]
    return after in (["."], [","], ["CC"], [":"])


def _factuality(it: Candidate, fact: Factuality) -> float:
    score = 0.0
    if fact.polarity == "negative":  # what was not, on no day, is hardly ever an event
        score = -0.5 if it.dated else -0.8
    if fact.status == "hypothetical":
        return score - (0.3 if it.dated else 0.5)
    if fact.status == "ongoing":
        return score - (0.1 if it.dated else 0.8)
    if fact.status == "scheduled":
        return score + (0.4 if it.dated else -0.2)
    return score


def _possibility(it: Candidate, fact: Factuality) -> float:
    if may_come(it.reading, it.mention, fact):
        return 1.4
    # "Said that the search would end on Sunday unless": what depends on something has its day all the same.
    is_set = it.trigger.modal == "would" and owns_date(it.reading.links, it.mention)
    return -0.4 if it.own.kind == "complement" and not is_set else 0.0


def _fresh_news(it: Candidate) -> float:
    """The perfect of fresh news: "who has died aged 95"."""
    trigger = it.trigger
    return 0.4 if (trigger.tense, trigger.aspect) == ("PRESENT", "PERFECTIVE") else 0.0


def _news_of_a_plan(it: Candidate, fact: Factuality) -> float:
    """ "Said on Monday it would close two mills"."""
    return 0.3 if it.own.kind == "complement" and fact.status == "scheduled" and it.own.object is not None else 0.0


def _dispute(it: Candidate) -> float:
    said = it.reading.links.head.get(it.own.attribution) if it.own.attribution is not None else None
    dated = owns_date(it.reading.links, it.mention) or (said is not None and bool(it.reading.links.anchors[said]))
    return 0.4 if dated else 0.0


def _is_made_known(it: Candidate) -> bool:
    """ "Announced on Sunday that two officers had been suspended", "said on Wednesday that they had opened a case"."""
    if it.fact.status == "occurred" and is_announced(it.reading, it.mention):
        return True
    said = it.reading.links.head.get(it.own.attribution) if it.own.attribution is not None else None
    if said is None or it.own.quoted or it.reading.mentions[said].trigger.lemma in ACTS:
        return False  # "admitted on Sunday that it had fired": the admission is told
    return is_reported_done(it.reading, it.mention, it.fact)


def _second_of_two(it: Candidate) -> float:
    """What is joined to something dated, and has an object of its own: "came on Tuesday and declared a truce"."""
    own, reading = it.own, it.reading
    if own.parent is None or own.object is None or it.trigger.tense != "PAST":
        return 0.0
    above = reading.links.head.get(own.parent)
    if above is None or it.dated or it.trigger.event_class not in ("OCCURRENCE", "REPORTING", "I_ACTION"):
        return 0.0
    return 0.25 if owns_date(reading.links, reading.mentions[above]) else 0.0


def _circumstance(it: Candidate) -> float:
    """Whether a clause with "when" only says how what governs it came about: "was killed when a tree fell"."""
    own, reading = it.own, it.reading
    if own.fronted or own.marker is None or own.parent is None:
        return 0.0
    governing = reading.clauses.clauses[own.parent]
    while governing.kind == "infinitive" and governing.parent is not None:
        governing = reading.clauses.clauses[governing.parent]  # "became the first to climb it when she reached the top"
    above = reading.links.head.get(governing.index)
    if reading.tokens.lower[own.marker] not in ("when", "as", "while") or above is None:
        return 0.0
    over, mention = reading.mentions[above], it.mention
    if over.trigger.negated or _is_of_nobody(it, governing):
        return 0.0  # "nobody was hurt when the ceiling came down"
    if (over.trigger.lemma in LIGHT and governing.object is None) or over.trigger.event_class == "REPORTING":
        return 0.0
    if _was_going_on(over) and mention.trigger.tense == "PAST":
        return 0.4
    same = over.dating is not None and mention.dating is not None and over.dating.bounds == mention.dating.bounds
    return -1.2 if same or not owns_date(reading.links, mention) else 0.0


def _is_of_nobody(it: Candidate, clause: Clause) -> bool:
    return clause.subject is not None and it.reading.tokens.lower[clause.subject[0]] in ("no", "nobody", "none")


def _was_going_on(mention: Mention) -> bool:
    return mention.trigger.tense == "PAST" and mention.trigger.aspect in _GOING_ON


def _backdrop(it: Candidate) -> float:
    """Whether a verb only tells what was going on "when" something happened: "was working below when the mast fell"."""
    if not _was_going_on(it.mention):
        return 0.0
    if it.own.kind == "relative":
        return -0.8  # "visited a hall where 400 people were sleeping"
    following = it.reading.clauses.clauses[it.own.index + 1 : it.own.index + 4]
    when = any(
        c.kind == "adverbial" and c.parent == it.own.index and c.marker is not None
        and it.reading.tokens.lower[c.marker] == "when"
        for c in following
    )  # fmt: skip
    return -1.2 if when else 0.0


def _noun(it: Candidate) -> float:
    if _is_news_noun(it):
        return 0.8
    if _is_bare(it):
        return 0.0 if _takes_place(it) else -0.3
    dating = it.mention.dating
    return -0.25 if dating is not None and dating.basis in ("explicit", "relative") and not dating.shared else -0.5


def _noun_without_a_day(it: Candidate) -> float:
    if _is_news_noun(it):
        return 0.0
    undated = not it.dated or not owns_date(it.reading.links, it.mention, _is_bare(it))
    return -0.7 if undated or _is_detail(it) else 0.0


def _is_news_noun(it: Candidate) -> bool:
    return is_upcoming(it.reading, it.mention) or is_counted(it.reading, it.mention, it.own)


def _is_bare(it: Candidate) -> bool:
    """Whether no verb tells more of the noun: none is there, or "there was a show in 1998"."""
    clause = it.reading.clauses.clauses[it.mention.clause]
    return clause.head is None or (clause.subject is not None and it.reading.tags[clause.subject[0]] == "EX")


def _takes_place(it: Candidate) -> bool:
    """Whether a clause says no more than when and where its subject is: "the first concert was in Hoy on 14 August"."""
    clause = it.reading.clauses.clauses[it.mention.clause]
    first, last = clause.subject or (0, 0)
    if clause.verb is None or not first <= it.trigger.token < last:
        return False
    return it.reading.tags[clause.verb[1] : clause.verb[1] + 1] == ["IN"]


def _is_detail(it: Candidate) -> bool:
    """Whether the noun only says which one another noun means: "his victory in the 2023 Tour"."""
    first, number = it.trigger.first, it.mention.number
    if not first or it.reading.tokens.lower[first - 1] not in ("in", "of", "at"):
        return False
    before = it.reading.mentions[max(number - 2, 0) : number]
    return any(m.trigger.pos == "noun" and m.trigger.token == first - 2 for m in before)


def _verb_alone(it: Candidate) -> float:
    return -0.3 if it.own.object is None and it.trigger.voice == "active" and not it.dated else 0.0


_Reason = Callable[[Candidate], float]
_BY_CLAUSE: Final[dict[ClauseKind, tuple[_Reason, ...]]] = {
    "coordinate": (_second_of_two, _backdrop),
    "adverbial": (_circumstance, _backdrop),
}
_BY_PART: Final[dict[PartOfSpeech, tuple[_Reason, ...]]] = {"noun": (_noun, _noun_without_a_day)}
# What is asked of some mentions only, by their part of speech and clause; added up in this order.
_REASONS: Final[dict[tuple[PartOfSpeech, ClauseKind], tuple[_Reason, ...]]] = {
    (pos, kind): (
        *_BY_CLAUSE.get(kind, (_backdrop,)),
        *_BY_PART.get(pos, (_verb_alone,) if kind != "main" else ()),
    )
    for pos, kind in product(get_args(PartOfSpeech), get_args(ClauseKind))
}


def at_most(words: int, strong: int) -> int:
    """How many events an article of that many words gives, ``strong`` of which are told with a date of their own."""
    dense = max(FEW, round(words / WORDS_PER_STRONG_EVENT))
    return max(3, round(words / WORDS_PER_EVENT), min(strong, dense))


def ranks(reading: EventReading) -> Sequence[int]:
    """For each sentence how many sentences that are no headings stand before it."""
    found: list[int] = []
    count = 0
    for sentence in reading.sentences:
        found.append(count)
        count += not sentence.heading
    return found
