"""What only fills in another event: what was planned, agreed on, demanded, denied, or called off."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import BE, Clause
from service.events.reading import EventReading, Mention
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.verbs import FORWARD
from service.timeline.candidate import Candidate
from service.timeline.saying import ACTS
from service.timeline.standing import owns_date

# What they govern is the event; they only tell how it stands.
_PLANS: Final = frozenset(
    """plan expect due schedule hope intend want set aim prepare mean need wish slate propose project tip able likely
    unlikely unable unwilling reluctant ready bind supposed bound attempt seek""".split()
)
_AGREEING: Final = frozenset(
    """agree promise pledge vow decide undertake commit order summon invite tell call require oblige instruct direct
    vote""".split()
)
PLANNING: Final = _PLANS | _AGREEING
_FORCING: Final = frozenset("force compel cause lead enable".split())
_PROVING: Final = frozenset("find know show prove reveal judge hold".split())
_HOLDING_TRUE: Final = _PROVING | frozenset(
    "believe say think understand report allege rumour rumor estimate suspect reckon presume assume claim".split()
)
_SEEMING: Final = frozenset({"appear", "seem"})
_COMING: Final = frozenset("return appear come go".split())
_AIMS: Final = frozenset(
    """goal aim objective purpose idea plan thing option possibility point task challenge way choice alternative
    strategy first second third step hope wish intention solution answer job role duty problem trick priority""".split()
)
_INTENDING: Final = FORWARD | {"mean"}
_DUE: Final = frozenset({"due", "set", "scheduled", "supposed", "meant"})
_GETTING: Final = frozenset("had has have got get gets".split())
_FINDING: Final = frozenset("find see leave hear show catch spot keep get".split())
_WITH_PARTICIPLE: Final = frozenset("order want have get keep need see leave".split())
_CALLING_OFF: Final = frozenset(
    "cancel avert suspend postpone delay defer scrap drop abandon prevent foil thwart".split()
)


def governs_its_event(it: Candidate) -> bool:
    """Whether the event is what this one plans: "are expected to arrive"."""
    lemma = it.trigger.lemma
    if it.trigger.pos == "noun" or lemma not in PLANNING:
        return False
    if lemma == "due" and it.reading.tokens.lower[it.trigger.last : it.trigger.last + 1] == ["to"]:
        return True  # "had been due to report results": no verb to the tagger
    following = it.reading.clauses.clauses[it.own.index + 1 : it.own.index + 3]
    content = [c for c in following if c.parent == it.own.index and c.kind == "infinitive"]
    return any(lemma in _PLANS or _agreed_for_then(it.reading, it.mention, c) for c in content)


def is_content(it: Candidate) -> bool:
    """Whether this is only what another event is about: "agreed to buy", "denied firing", "accused of hiding"."""
    reading, own = it.reading, it.own
    if own.kind not in ("infinitive", "gerund", "participle") or own.parent is None or own.finite:
        return False
    parent = reading.clauses.clauses[own.parent]
    if parent.head is None or (own.first > 0 and reading.tokens.words[own.first - 1] in (",", "only")):
        return False
    if own.kind == "participle" and own.antecedent is not None:
        held = parent.object is not None and parent.object[0] <= own.antecedent < parent.object[1]
        got = held and parent.subject is not None and reading.tokens.lower[parent.head] in _GETTING
        if got and owns_date(reading.links, it.mention):
            return False  # "had his licence reinstated in August"
        # "ordered the engines stopped"
        return held and verb_base(reading.tokens.lower[parent.head]) in _WITH_PARTICIPLE
    if own.kind == "participle" and _is_fronted(reading, own):
        return False
    if own.kind == "participle" and it.trigger.tense == "PASTPART" and owns_date(reading.links, it.mention):
        # '"Slow Train", released in 1961, sold a million'; not "was found beaten last winter"
        return it.mention.outlook != "past" or verb_base(reading.tokens.lower[parent.head]) in _FINDING
    number = reading.links.head.get(parent.index)
    lemma = reading.mentions[number].trigger.lemma if number is not None else reading.tokens.lower[parent.head]
    if own.kind == "gerund":
        return True
    if own.kind == "infinitive" and number is not None and _agreed_for_then(reading, reading.mentions[number], own):
        return False
    if own.kind == "infinitive" and number is not None and _is_held_true(reading, reading.mentions[number], own):
        return False
    if own.kind == "infinitive" and own.antecedent is not None and parent.object is not None:
        own_number = reading.links.head.get(own.index)
        dated = own_number is not None and owns_date(reading.links, reading.mentions[own_number])
        return lemma not in ("expect", "schedule") or not dated  # "expect the deal to close in May"
    if reading.tokens.lower[parent.head] in BE or _is_come_to(reading, own, parent):
        return False
    if own.kind == "infinitive" and number is not None and _is_brought_about(reading, reading.mentions[number], own):
        return False
    return own.kind != "infinitive" or lemma not in _PLANS


def _is_held_true(reading: EventReading, above: Mention, own: Clause) -> bool:
    """Whether somebody is held to have done it: "is believed to have left", "were found to have lied"."""
    number = reading.links.head.get(own.index)
    if number is None or above.trigger.negated or reading.mentions[number].trigger.aspect != "PERFECTIVE":
        return False
    lemma = above.trigger.lemma
    if above.trigger.tense == "PAST":
        return lemma in _PROVING and above.trigger.voice == "passive"  # not who "was reported to have been killed"
    return lemma in _SEEMING or (lemma in _HOLDING_TRUE and above.trigger.voice == "passive")


def _is_brought_about(reading: EventReading, above: Mention, own: Clause) -> bool:
    """Whether what somebody was made to do has a day, and so came about: "an injury forced her to retire in 1975"."""
    number = reading.links.head.get(own.index)
    if number is None or above.trigger.lemma not in _FORCING or above.trigger.tense != "PAST" or above.trigger.negated:
        return False
    return owns_date(reading.links, reading.mentions[number]) and not owns_date(reading.links, above)


def _is_come_to(reading: EventReading, own: Clause, parent: Clause) -> bool:
    """Whether somebody returns or appears for what has a day to come: "when he returns to be sentenced on Friday"."""
    number = reading.links.head.get(own.index)
    if number is None or parent.head is None or verb_base(reading.tokens.lower[parent.head]) not in _COMING:
        return False
    told = reading.mentions[number]
    return told.trigger.voice == "passive" and told.outlook != "past" and owns_date(reading.links, told)


def _agreed_for_then(reading: EventReading, above: Mention, own: Clause) -> bool:
    """Whether what was agreed has a day of its own, and the agreement has none: "have agreed to meet in May"."""
    number = reading.links.head.get(own.index)
    if number is None or above.trigger.lemma not in _AGREEING or owns_date(reading.links, above):
        return False
    told = reading.mentions[number]
    return told.outlook == "future" and owns_date(reading.links, told)


def _is_fronted(reading: EventReading, own: Clause) -> bool:
    """Whether a past participle opens its sentence: "Built in 1788, the bridge"."""
    return own.head is not None and own.first == reading.sentences[own.sentence].first == own.head


def is_equated(it: Candidate) -> bool:
    """Whether an infinitive only says what an aim or an option is: "the goal is to cut costs"."""
    if it.trigger.tense != "INFINITIVE" or owns_date(it.reading.links, it.mention):
        return False
    above = (
        it.reading.clauses.clauses[it.own.parent] if it.own.subject is None and it.own.parent is not None else it.own
    )
    if above is not it.own and (above.head is None or it.reading.tokens.lower[above.head] not in BE):
        return False
    return above.subject is not None and noun_base(it.reading.tokens.lower[above.subject[1] - 1]) in _AIMS


def is_put_beside(it: Candidate) -> bool:
    """Whether an infinitive only says of a noun what was due: "a ship due to dock on Friday was diverted"."""
    lower, first = it.reading.tokens.lower, it.trigger.first
    if it.trigger.tense != "INFINITIVE" or first < 2:
        return False
    at = first if lower[first] == "to" else first - 1
    return lower[at - 1] in _DUE and it.reading.tags[at - 2] in ("NN", "NNS", "NNP")


def is_demanded(it: Candidate) -> bool:
    """Whether this is what somebody demanded, in the subjunctive: "recommended that the pipes be replaced"."""
    return it.own.kind == "complement" and it.own.verb is not None and it.reading.tags[it.own.verb[0]] == "VB"


def is_denied(it: Candidate) -> bool:
    """Whether this is the content of a denial, which is the line that tells it: "denied that they had met"."""
    if it.fact.status != "denied" or it.own.kind not in ("complement", "gerund", "infinitive") or it.own.parent is None:
        return False
    number = it.reading.links.head.get(it.own.parent)
    return number is not None and it.reading.mentions[number].trigger.lemma in ACTS


def never_came(it: Candidate) -> bool:
    """ "Was to have flown in May"; "was to open in May but was postponed", "but the money ran out"."""
    if it.trigger.tense != "INFINITIVE":
        return False
    lower, own = it.reading.tokens.lower, it.own
    if own.kind == "adverbial" and own.finite and own.marker is not None and lower[own.marker] in ("before", "when"):
        return own.verb is not None and lower[own.verb[0]] in ("was", "were")  # "days before the trial was to begin"
    if it.fact.polarity == "negative" and it.fact.status == "hypothetical":
        return it.trigger.aspect.startswith("PERFECTIVE") or it.fact.certainty == "possible"
    for clause in it.reading.clauses.clauses[it.own.index + 1 : it.own.index + 3]:
        number = it.reading.links.head.get(clause.index)
        if clause.kind == "coordinate" and clause.sentence == it.own.sentence and number is not None:
            return _calls_off(it.reading, it.reading.mentions[number])
    return False


def was_said_before(it: Candidate) -> bool:
    """Whether the future is one that somebody "had said": the article knows better by now."""
    if it.fact.status not in ("scheduled", "hypothetical"):
        return False
    reading, own = it.reading, it.own
    while own.attribution is None and own.parent is not None and own.kind in ("infinitive", "gerund", "participle"):
        own = reading.clauses.clauses[own.parent]  # "had said that it expected to resume work"
        above = reading.links.head.get(own.index)
        plan = reading.mentions[above].trigger if above is not None else None
        if plan is not None and plan.lemma in _INTENDING and (plan.tense, plan.aspect) == ("PAST", "PERFECTIVE"):
            return True  # "had planned to replace it"
    number = reading.links.head.get(own.attribution) if own.attribution is not None else None
    if number is None:
        return False
    said = reading.mentions[number].trigger
    return said.tense == "PAST" and said.aspect == "PERFECTIVE"


def is_called_off(it: Candidate) -> bool:
    """Whether the clause says what something would have been that was called off: "cancelled a strike that was due"."""
    return it.own.kind in ("relative", "infinitive") and _hangs_on_a_calling_off(it.reading, it.own)


def _hangs_on_a_calling_off(reading: EventReading, own: Clause) -> bool:
    if own.parent is None:
        return False
    parent = reading.clauses.clauses[own.parent]
    if own.antecedent is None:
        return own.kind == "infinitive" and parent.kind == "relative" and _hangs_on_a_calling_off(reading, parent)
    number = reading.links.head.get(parent.index)
    span = parent.object or parent.subject
    if number is None or span is None or not span[0] <= own.antecedent < max(span[1], own.first):
        return False
    if parent.object is None and parent.verb is not None and own.antecedent >= parent.verb[1]:
        return False  # "was delayed by a storm that closed the port"
    return _calls_off(reading, reading.mentions[number])


def _calls_off(reading: EventReading, mention: Mention) -> bool:
    """ "Cancelled", "called off"; not "was called to testify"."""
    trigger = mention.trigger
    off = trigger.lemma == "call" and reading.tokens.lower[trigger.token + 1 : trigger.token + 2] == ["off"]
    return off or trigger.lemma in _CALLING_OFF
