"""Nouns that tell of no event of their own: the verb beside them tells it, or they only say at what it was."""

from __future__ import annotations

from typing import Final

from service.events.reading import EventReading, Mention
from service.events.words.verbs import CONTESTS
from service.timeline.families import LIGHT

_ANSWERS: Final = frozenset("response reaction reply answer return exchange protest retaliation revenge line".split())
_VAGUE_NOUNS: Final = frozenset(
    """end start rest course work use time year war life news order play part sense service post sale lack
    history practice""".split()
)


def is_side_noun(reading: EventReading, mention: Mention) -> bool:
    """Whether a noun is too vague to name an event, or another mention tells it."""
    if mention.trigger.lemma in _VAGUE_NOUNS or _is_in_answer(reading, mention):
        return True
    return _is_carried(reading, mention) or _is_where(reading, mention)


def _is_in_answer(reading: EventReading, mention: Mention) -> bool:
    """ "In response to signals from Orsk": the clause tells what was done."""
    lower, token = reading.tokens.lower, mention.trigger.token
    answers = mention.trigger.lemma in _ANSWERS and lower[token - 1] == "in"
    return answers and lower[token + 1 : token + 2] in (["to"], ["for"], ["at"], ["with"], ["against"])


def _is_carried(reading: EventReading, mention: Mention) -> bool:
    """Whether a verb tells the noun's event: it is the subject or the object of a verb that says little itself."""
    clause = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(clause.index)
    if clause.head is None or number is None:
        return False
    token = mention.trigger.token
    spans = [s for s in (clause.subject, clause.object) if s is not None]
    if mention.outlook == "future" and _is_apart(reading, mention, number):
        return False
    if mention.trigger.lemma in CONTESTS and _is_setting(reading, mention, number):
        return True
    return any(a <= token < b for a, b in spans) and (
        reading.mentions[number].trigger.lemma in LIGHT or reading.mentions[number].dating is not None
    )


def _is_apart(reading: EventReading, mention: Mention, verb: int) -> bool:
    """Whether a noun has a day to come that is not its verb's: "called an election for 14 July"."""
    days = {anchor.timex for anchor in reading.links.anchors[verb]}
    after = reading.tokens.lower[mention.trigger.token + 1 : mention.trigger.token + 3]
    fixed = "for" in after
    own = [anchor for anchor in reading.links.anchors[mention.number] if anchor.via == "noun"]
    return fixed and bool(own) and all(anchor.timex not in days for anchor in own)


def _is_setting(reading: EventReading, mention: Mention, verb: int) -> bool:
    """Whether a contest only gives what happened in it its day: "lost his seat in the 2019 election"."""
    days = {anchor.timex for anchor in reading.links.anchors[verb]}
    placed = reading.tokens.lower[mention.trigger.first - 1 : mention.trigger.first] in (["in"], ["at"], ["during"])
    return placed and any(anchor.timex in days for anchor in reading.links.anchors[mention.number])


def _is_where(reading: EventReading, mention: Mention) -> bool:
    """Whether the noun only says at what another event was: the Tour of "his victory in the 2023 Tour"."""
    chunk = reading.clauses.chunk_at.get(mention.trigger.token)
    if chunk is None or not mention.number or reading.tokens.lower[chunk[0] - 1] not in ("in", "at", "during"):
        return False
    other = reading.mentions[mention.number - 1]
    return other.trigger.pos == "noun" and other.trigger.token == chunk[0] - 2 and other.dating is not None
