"""Which mentions an editor would put on a timeline: what happened or is to happen, not who said it.

The figure is a sum of reasons, each with its sign; it orders the mentions, it is no probability.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses import Clause
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.timeline.coreference import LIGHT
from service.timeline.saying import RECORDING, SAYING
from service.timeline.standing import is_counted, is_upcoming, lasted, may_come, owns_date
from service.timeline.untold import is_excluded

THRESHOLD: Final = 1.0
ENOUGH: Final = 0.5  # where little is told, what has less for it may be told too
WORDS_PER_FILLED_EVENT: Final = 42
STRONG: Final = 1.7  # dated by the text itself, in a clause of its own
WORDS_PER_EVENT: Final = 19  # at most one event for so many words
WORDS_PER_STRONG_EVENT: Final = 15  # in a text that is dense with dated events
_LEAD: Final = 3  # sentences that tell the news


def worth(reading: EventReading, mention: Mention, fact: Factuality, sentence_rank: int) -> float:
    """How much speaks for telling this mention; ``THRESHOLD`` is enough. ``sentence_rank`` counts no headings."""
    trigger, clause = mention.trigger, reading.clauses.clauses[mention.clause]
    own = reading.clauses.at(trigger.token)
    dated = mention.dating is not None and mention.dating.known
    if is_excluded(reading, mention, fact, own):
        return 0.0
    score = _by_dating(reading, mention) + _by_place(own, sentence_rank, trigger.pos) + _by_class(mention, dated)
    score += _by_factuality(fact, dated)
    if may_come(reading, mention, fact):
        score += 1.4
    elif fact.status == "hypothetical" and own.kind == "complement" and not _is_set(reading, mention):
        score -= 0.4
    if sentence_rank == 0 and (trigger.tense, trigger.aspect) == ("PRESENT", "PERFECTIVE"):
        score += 0.4  # the perfect of fresh news: "who has died aged 95"
    if sentence_rank == 0 and own.kind == "complement" and fact.status == "scheduled" and own.object is not None:
        score += 0.3  # the plan is the news: "said on Monday it would close two mills"
    if fact.disputed_by and owns_date(reading.links, mention):
        score += 0.4
    if _is_circumstance(reading, mention, own):
        score -= 1.2
    if trigger.pos == "noun" and (is_upcoming(reading, mention) or is_counted(reading, mention, own)):
        score += 0.8
    elif trigger.pos == "noun":
        there = clause.subject is not None and reading.tags[clause.subject[0]] == "EX"  # "there was a show in 1998"
        bare = clause.head is None or there
        score -= 0.3 if bare else 0.5
        if not dated or not owns_date(reading.links, mention, bare) or _is_detail(reading, mention):
            score -= 0.7
    elif own.object is None and trigger.voice == "active" and not dated and clause.kind != "main":
        score -= 0.3
    return score


def _is_set(reading: EventReading, mention: Mention) -> bool:
    """Whether what depends on something has its day all the same: "said that the search would end on Sunday unless"."""
    return mention.trigger.modal == "would" and owns_date(reading.links, mention)


def _is_detail(reading: EventReading, mention: Mention) -> bool:
    """Whether the noun only says which one another noun means: "his victory in the 2023 Tour"."""
    first, before = mention.trigger.first, reading.mentions[max(mention.number - 2, 0) : mention.number]
    if not first or reading.tokens.lower[first - 1] not in ("in", "of", "at"):
        return False
    return any(m.trigger.pos == "noun" and m.trigger.token == first - 2 for m in before)


def _is_circumstance(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a clause with "when" only says how what governs it came about: "was killed when a tree fell"."""
    if own.kind != "adverbial" or own.fronted or own.marker is None or own.parent is None:
        return False
    above = reading.links.head.get(own.parent)
    if reading.tokens.lower[own.marker] not in ("when", "as", "while") or above is None:
        return False
    over = reading.mentions[above]
    if over.trigger.lemma in LIGHT or over.trigger.event_class == "REPORTING":
        return False
    same = over.dating is not None and mention.dating is not None and over.dating.bounds == mention.dating.bounds
    return same or not owns_date(reading.links, mention)


def _by_dating(reading: EventReading, mention: Mention) -> float:
    dating = mention.dating
    if dating is None:
        return -0.4
    if not dating.known:
        pluperfect = mention.trigger.tense == "PAST" and mention.trigger.aspect == "PERFECTIVE"
        return -0.3 if pluperfect else 0.0
    if dating.basis == "relation":
        return 0.6
    return 0.25 if dating.shared else 1.0


def _by_place(own: Clause, rank: int, pos: str) -> float:
    lead = 0.5 if rank < _LEAD else 0.0
    if own.kind in ("main", "coordinate") and own.finite:
        return lead + 0.5
    if own.kind in ("complement", "relative", "adverbial", "infinitive"):
        return lead + 0.25
    return lead + 0.1


_DECISIONS: Final = frozenset("agree decide refuse decline pledge vow".split())


def _by_class(mention: Mention, dated: bool) -> float:
    kind, lemma = mention.trigger.event_class, mention.trigger.lemma
    recent = 0.25 if mention.trigger.aspect == "PERFECTIVE" and mention.trigger.tense == "PRESENT" else 0.0
    if kind == "REPORTING":
        told_of = mention.trigger.voice == "passive" and dated and lemma in RECORDING
        return (-0.4 if lemma in SAYING and not told_of else 0.3) + recent
    if lemma in _DECISIONS and not mention.trigger.modal:
        return 0.3 + recent  # "has agreed to buy": the deal is the news
    if kind in ("STATE", "I_STATE") and lemma != "have":  # "had talks" tells of the talks
        if lemma == "agree" and dated:
            return 0.3
        if dated and (lasted(mention) or mention.outlook == "future"):
            return 0.0
        return -0.4 if dated else -1.0
    if kind == "PERCEPTION":
        return 0.3 if dated and lemma == "hear" else -0.1  # "the court heard both sides on Monday"
    return 0.3 + recent


def _by_factuality(fact: Factuality, dated: bool) -> float:
    score = 0.0
    if fact.polarity == "negative":
        score -= 0.5
    if fact.status == "hypothetical":
        score -= 0.3 if dated else 0.5
    elif fact.status == "ongoing":
        score -= 0.1 if dated else 0.8
    elif fact.status == "scheduled":
        score += 0.4 if dated else -0.2
    return score


def at_most(words: int, strong: int) -> int:
    """How many events an article of that many words gives, ``strong`` of which are told with a date of their own."""
    return max(3, round(words / WORDS_PER_EVENT), min(strong, round(words / WORDS_PER_STRONG_EVENT)))


def ranks(reading: EventReading) -> Sequence[int]:
    """For each sentence how many sentences that are no headings stand before it."""
    found: list[int] = []
    count = 0
    for sentence in reading.sentences:
        found.append(count)
        count += not sentence.heading
    return found
