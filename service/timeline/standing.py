"""How a mention stands to its time, and a noun to the verb that it is the subject of: small questions."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.facts.governors import GOVERNORS
from service.events.links.model import Links, counts_events
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.words.verbs import AWAITING_ALONE, FORWARD_NOUNS

# They tell of no event: what something is, has, costs or looks like.
NEVER: Final = frozenset(
    """be have include involve contain consist belong depend seem appear cost weigh measure know mean matter concern
    compare base name follow regard consider according live use show want like age likely
    unlikely doubtful""".split()
)


def is_upcoming(reading: EventReading, mention: Mention) -> bool:
    """Whether the noun phrase itself says that its event is to come: "the upcoming talks"."""
    first, token = mention.trigger.first, mention.trigger.token
    words = reading.tokens.lower[first:token]
    if words[:1] == ["future"]:
        return False  # "ready for future floods": any that may come
    return not FORWARD_NOUNS.isdisjoint(words)


def may_come(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether the clause says of an event noun that it may take place: "another call might be held"."""
    clause = reading.clauses.at(mention.trigger.token)
    if fact.status != "hypothetical" or mention.trigger.modal not in ("may", "might", "could"):
        return False
    if mention.trigger.lemma not in GOVERNORS.taking_place or mention.trigger.aspect != "NONE":
        return False
    return any(heads(m, clause) for m in reading.mentions[max(mention.number - 6, 0) : mention.number])


def heads(mention: Mention, clause: Clause) -> bool:
    """Whether the mention is an event noun in the subject of the clause."""
    if mention.trigger.pos != "noun" or clause.subject is None:
        return False
    return clause.subject[0] <= mention.trigger.token < clause.subject[1]


def is_counted(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the noun names the events that a verb makes known the number of."""
    number = reading.links.head.get(own.index)
    if number is None or not heads(mention, own):
        return False
    return counts_events(reading.mentions[number].trigger, mention.trigger, reading.tokens.lower)


def is_awaited(reading: EventReading, mention: Mention) -> bool:
    """Whether the clause says only when the noun's event is to be: "a verdict is due on Monday"."""
    if not owns_date(reading.links, mention):
        return False
    clause = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(clause.index)
    if number is None:
        return False
    return awaits_its_subject(reading, reading.mentions[number], clause)


def awaits_its_subject(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the verb only says when its subject's event is to be: that event has the date, the verb has none."""
    if mention.trigger.pos == "noun" or mention.trigger.lemma not in AWAITING_ALONE:
        return False
    if own.subject is None or reading.links.anchors[mention.number]:
        return False
    before = reading.mentions[max(mention.number - 3, 0) : mention.number]
    return any(
        m.trigger.pos == "noun" and own.subject[0] <= m.trigger.token and owns_date(reading.links, m) for m in before
    )


def lasted(mention: Mention) -> bool:
    """Whether the text says from when on, or how long: "was chairman from 1990 to 1995"."""
    dating = mention.dating
    if dating is None or dating.shared or dating.basis not in ("explicit", "relative"):
        return False
    return dating.extent == "throughout" and dating.bounds.start is not None


def owns_date(links: Links, mention: Mention, verbless: bool = False) -> bool:
    """Whether an expression of its own dates the mention: for a noun one that belongs to it, not to its verb."""
    anchors = links.anchors[mention.number]
    if not anchors:
        return False
    own = ("noun",) if mention.trigger.pos == "noun" and not verbless else ("noun", "clause", "range")
    return any(anchor.via in own for anchor in anchors)
