"""A mention of an event in the text: the word that names it, with its class, tense, aspect and polarity."""

from __future__ import annotations

from service.events.clauses.verbgroups import Aspect, Tense, Voice
from service.events.model import EventClass, PartOfSpeech
from service.record import record


@record
class Trigger:
    """A mention of an event: its word at ``token``, in the verb group or noun phrase ``first`` up to (excl.) ``last``.

    ``tense``, ``aspect``, ``voice`` and ``modal`` are those of the verb group (of the copula for an adjective), NONE,
    NONE, active and None for a noun. ``lemma`` is the base form. ``sentence`` is the sentence's number.
    """

    token: int
    first: int
    last: int
    sentence: int
    event_class: EventClass
    pos: PartOfSpeech
    tense: Tense = "NONE"
    aspect: Aspect = "NONE"
    voice: Voice = "active"
    modal: str | None = None
    negated: bool = False
    lemma: str = ""
