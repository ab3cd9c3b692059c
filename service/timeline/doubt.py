"""Which mentions are too doubtful for a timeline that has enough to tell without them.

That is another question than how likely an event is right as it is told: a day that was only carried over from another
sentence is told as no more than the publication's bound, which is seldom wrong and seldom worth telling.
"""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import ClauseKind
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.timeline.saying import ANNOUNCING

_DEPENDENT: Final[frozenset[ClauseKind]] = frozenset({"complement", "gerund"})
_LEANING: Final[frozenset[ClauseKind]] = _DEPENDENT | {"coordinate", "participle"}
_DENYING: Final = frozenset("deny dismiss reject dispute".split())
_AHEAD: Final = 10  # mentions
_DEEDS: Final = frozenset({"OCCURRENCE", "I_ACTION", "REPORTING", "ASPECTUAL"})
_DECISIONS: Final = frozenset({"agree", "decide"})
_IRREAL: Final = frozenset({"hypothetical", "denied"})


def is_doubtful(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether neither the words of the mention nor its clause vouch for its time and its standing."""
    kind, dating = reading.clauses.at(mention.trigger.token).kind, mention.dating
    if dating is None:
        return kind in _DEPENDENT or fact.status in ("hypothetical", "ongoing")
    if dating.basis == "relation":
        if is_announced(reading, mention) or is_reported_done(reading, mention, fact):
            return False
        ordered = bool(reading.links.ties[mention.number])  # "spoke before she was elected": by words of its own
        return (kind in _DEPENDENT and not ordered) or fact.status in _IRREAL
    if is_carried(reading, mention):
        leans = kind in _LEANING and not _is_second_of_two(reading, mention)
        return leans or fact.status in _IRREAL or fact.status == "ongoing"
    return dating.basis == "document" and kind in _DEPENDENT and fact.status in _IRREAL


def is_announced(reading: EventReading, mention: Mention) -> bool:
    """Whether it was announced on a day that the text gives, and is told instead of the announcement."""
    own = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(own.attribution) if own.attribution is not None else None
    if number is None or own.kind != "complement":
        return False
    said = reading.mentions[number].trigger
    fresh = (said.tense, said.aspect) == ("PRESENT", "PERFECTIVE")  # "officials have confirmed that"
    return said.lemma in ANNOUNCING and (fresh or bool(reading.links.anchors[number]))


def _is_second_of_two(reading: EventReading, mention: Mention) -> bool:
    """Whether it is joined to what the text dates, as what the same one did to something: "came on Tuesday and declared
    a truce"."""
    own = reading.clauses.at(mention.trigger.token)
    parent = reading.clauses.clauses[own.parent] if own.parent is not None else None
    done = own.object is not None or mention.trigger.voice == "passive"
    if own.kind != "coordinate" or not done or parent is None or parent.kind != "main":
        return False
    above = reading.links.head.get(parent.index)
    return above is not None and bool(reading.links.anchors[above]) and mention.trigger.tense == "PAST"


def is_reported_done(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether somebody said on a day that the text gives that it had been done: "said on Sunday it had fired three
    missiles". A clause with an object of its own, for what merely was so is no news."""
    own = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(own.attribution) if own.attribution is not None else None
    if number is None or own.kind != "complement" or fact.polarity == "negative" or fact.status != "occurred":
        return False
    done = (mention.trigger.tense, mention.trigger.aspect) == ("PAST", "PERFECTIVE")
    done_to = own.object is not None or mention.trigger.voice == "passive"
    news = (done_to and mention.trigger.event_class in _DEEDS) or mention.trigger.lemma in _DECISIONS
    return done and news and bool(reading.links.anchors[number]) and not _is_denied_next(reading, mention)


def _is_denied_next(reading: EventReading, mention: Mention) -> bool:
    """Whether the sentence that follows says that somebody denied something: "The agency denied it"."""
    for other in reading.mentions[mention.number + 1 : mention.number + _AHEAD]:
        ahead = other.trigger.sentence - mention.trigger.sentence
        if ahead != 1 or other.trigger.lemma not in _DENYING or other.trigger.negated:
            continue
        if not reading.links.anchors[other.number]:  # "rejected a first bid in June" is a deed
            return True
    return False


def is_carried(reading: EventReading, mention: Mention) -> bool:
    """Whether the day is the story's: no expression, and no other verb of its sentence, gives it by grammar."""
    dating = mention.dating
    return dating is not None and dating.shared and not reading.links.anchors[mention.number]
