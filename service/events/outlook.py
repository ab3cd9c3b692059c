"""How an event lies to the time of writing: past, present, going on, to come; from verb form and clause, before any
date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from service.events.clauses import Clause, Clauses
from service.events.triggers import Trigger
from service.events.words import FORWARD, FORWARD_NOUNS
from service.text.tokens import Tokens

Outlook = Literal["past", "present", "ongoing", "future", "unknown"]

_ABLE = frozenset({"can", "ca", "cannot"})
_IMPLICATIVE = frozenset(
    """begin start continue cease stop try attempt manage fail help force make cause lead use let get happen come go
    work
    serve move act vote meet gather return fight struggle rush race send bring allow enable prompt need seem appear turn
    remain""".split()
)

_RESULTS = frozenset("close finish end reach become win hit settle stand find discover".split())


def settle_tenses(triggers: Sequence[Trigger], clauses: Clauses) -> list[Trigger]:
    """The triggers, with past tenses and past participles told apart by their clauses where the tags did not."""
    return [_settled(trigger, clauses.at(trigger.token)) for trigger in triggers]


def _settled(trigger: Trigger, clause: Clause) -> Trigger:
    if clause.head != trigger.token or clause.verb is None or clause.verb[0] != trigger.token or trigger.pos != "verb":
        return trigger
    if clause.finite and trigger.tense == "PASTPART":
        return replace(trigger, tense="PAST", voice="active")
    if not clause.finite and trigger.tense == "PAST":
        return replace(trigger, tense="PASTPART", voice="passive")
    return trigger


def read_outlooks(
    tokens: Tokens, clauses: Clauses, triggers: Sequence[Trigger], home: Sequence[int], head: dict[int, int]
) -> list[Outlook]:
    """The outlook of every trigger, in order. ``home`` and ``head`` as in ``Links``."""
    found: list[Outlook | None] = [None] * len(triggers)
    for number, trigger in enumerate(triggers):
        if trigger.pos != "noun" and trigger.tense in ("PAST", "PRESENT", "FUTURE"):
            found[number] = _finite(trigger, clauses.clauses[home[number]], tokens)
    for number, trigger in enumerate(triggers):
        if found[number] is None and trigger.pos != "noun":
            found[number] = _nonfinite(number, triggers, clauses, home, head, found)
    for number in range(len(triggers)):
        if found[number] is None:
            found[number] = _noun(tokens, clauses, triggers, number, home, head, found)
    return [outlook or "unknown" for outlook in found]


def _finite(trigger: Trigger, clause: Clause, tokens: Tokens) -> Outlook:
    perfect = trigger.aspect.startswith("PERFECTIVE")
    if trigger.tense == "FUTURE":
        return "future"
    if trigger.modal:
        if perfect:
            return "past"
        if trigger.modal in _ABLE:
            return "ongoing"
        return "past" if trigger.modal == "used to" else "future"
    if trigger.tense == "PAST":
        return "past"
    if trigger.aspect in ("PROGRESSIVE", "PERFECTIVE_PROGRESSIVE"):
        return "ongoing"
    if perfect:
        return "past"
    if clause.marker is not None and tokens.lower[clause.marker] in ("if", "unless", "until", "before", "once"):
        return "future"
    if trigger.event_class in ("REPORTING", "PERCEPTION"):
        return "present"
    if trigger.voice == "passive" and trigger.pos == "verb" and trigger.event_class in ("I_STATE", "I_ACTION"):
        return "present"  # "is expected to"
    return "ongoing"


def _nonfinite(
    number: int,
    triggers: Sequence[Trigger],
    clauses: Clauses,
    home: Sequence[int],
    head: dict[int, int],
    found: Sequence[Outlook | None],
) -> Outlook:
    trigger = triggers[number]
    clause = clauses.clauses[home[number]]
    above = head.get(clause.parent) if clause.parent is not None else None
    parent = found[above] if above is not None else None
    if trigger.tense == "PASTPART" or trigger.aspect.startswith("PERFECTIVE"):
        return "past"
    if trigger.tense == "INFINITIVE":
        if above is None:
            return "future"
        if (
            trigger.lemma in _RESULTS
            and parent == "past"
            and triggers[above].event_class in ("OCCURRENCE", "ASPECTUAL")
        ):
            return "past"  # "fell to close at 98"
        if clause.antecedent is not None:
            return "future"
        if triggers[above].lemma in _IMPLICATIVE and triggers[above].voice == "active":
            return parent or "future"
        return "future"
    if parent is None:
        return "past" if clause.fronted else "ongoing"
    if parent == "present":
        return "past"
    return parent


def _noun(
    tokens: Tokens,
    clauses: Clauses,
    triggers: Sequence[Trigger],
    number: int,
    home: Sequence[int],
    head: dict[int, int],
    found: Sequence[Outlook | None],
) -> Outlook:
    trigger = triggers[number]
    words = tokens.lower[trigger.first : trigger.token]
    if any(w in FORWARD_NOUNS for w in words):
        return "future"
    verb = head.get(home[number])
    if verb is None:
        return "unknown"
    outlook = found[verb] or "unknown"
    clause = clauses.clauses[home[number]]
    if clause.verb is not None and trigger.token > clause.verb[0] and triggers[verb].lemma in FORWARD:
        return "future"
    if outlook in ("present", "ongoing"):
        return "past" if trigger.event_class != "STATE" else "ongoing"
    return outlook
