"""What is never told by itself: what another event tells, what never came about, what is no news."""

from __future__ import annotations

from typing import Final

from service.events.clauses import BE, Clause
from service.events.governors import GOVERNORS
from service.events.lexicon import noun_base, verb_base
from service.events.links import counts_events
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.words import CONTESTS, FORWARD
from service.timeline.coreference import LIGHT
from service.timeline.saying import ACTS, ANNOUNCING, dated_apart, hands_on, only_says, told_with
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

# What they govern is the event; they only tell how it stands.
_PLANS: Final = frozenset(
    """plan expect due schedule hope intend want set aim prepare mean need wish slate propose project tip able likely
    ready bind supposed bound attempt seek""".split()
)
_DUE: Final = frozenset({"due", "set", "scheduled", "supposed", "meant"})
_AGREEING: Final = frozenset("agree promise pledge vow decide undertake commit order summon invite tell".split())
_AIMS: Final = frozenset(
    """goal aim objective purpose idea plan thing option possibility point task challenge way choice alternative
    strategy first second third step hope wish intention solution answer job role duty problem trick priority""".split()
)
_WITH_PARTICIPLE: Final = frozenset("order want have get keep need see leave".split())
_CALLING_OFF: Final = frozenset("call cancel avert suspend postpone scrap drop abandon prevent foil thwart".split())
# "A contract that runs until 2028": terms of a thing, no event.
_TERMS: Final = frozenset("run last expire span stretch date".split())
# What they tell of nobody has said to be so: "a charge of stealing", "the claim that he fled".
_CHARGES: Final = frozenset(
    "charge count allegation accusation offence offense crime claim suspicion rumour rumor".split()
)
_ANYBODY: Final = frozenset("people persons men women others those anyone residents".split())
_WEAK_PARTICIPLES: Final = frozenset(
    """bring end make leave mark follow come say add give take keep cite ask call put raise speak talk write refer
    quote escalate deepen fuel heighten intensify underline underscore reflect cap highlight signal""".split()
)
_VAGUE_NOUNS: Final = frozenset(
    """end start rest course work use time year war life news order play part sense service post sale lack
    history""".split()
)


def is_excluded(reading: EventReading, mention: Mention, fact: Factuality, own: Clause) -> bool:
    trigger = mention.trigger
    lemma = trigger.lemma
    sentence = reading.sentences[trigger.sentence]
    if sentence.heading or (lemma in NEVER and not _is_more_than_it_seems(reading, mention, own)):
        return True
    if trigger.pos == "noun" and (
        lemma in _VAGUE_NOUNS or _is_carried(reading, mention) or _is_where(reading, mention)
    ):
        counted = is_counted(reading, mention, own)
        return not is_upcoming(reading, mention) and not is_awaited(reading, mention, fact) and not counted
    if awaits_its_subject(reading, mention, own):
        return True
    if own.kind == "adverbial" and not own.finite and not owns_date(reading.links, mention):
        return True
    if only_says(reading, mention, own) and (not dated_apart(reading, mention) or hands_on(reading, own)):
        return True
    if told_with(reading, fact, mention, own) or (lemma in ANNOUNCING and hands_on(reading, own)):
        return True
    if _only_counts(reading, mention, own) or _denies_the_clause(reading, mention, own):
        return True
    if own.kind == "participle" and lemma in _WEAK_PARTICIPLES and reading.tags[trigger.token] == "VBG":
        return True
    if _governs_its_event(reading, mention, own) or _is_content(reading, own):
        return True
    if _is_equated(reading, mention, own) or _is_put_beside(reading, mention):
        return True
    if _is_demanded(reading, own) or _is_denied(reading, fact, own) or _never_came(reading, fact, mention, own):
        return True
    if trigger.tense == "PRESENT" and _is_habit(reading, mention):
        return True
    if own.kind in ("relative", "infinitive") and _is_called_off(reading, own):
        return True
    if own.kind == "participle" and own.antecedent is not None and reading.tags[own.antecedent] == "CD":
        return True
    if trigger.modal and trigger.aspect.startswith("PERFECTIVE"):  # "should have resigned"
        return True
    if fact.status == "hypothetical" and fact.source is None and reading.tokens.lower[trigger.first] == "would":
        return True  # "were it to pass, it would have to be ratified"
    if fact.status in ("scheduled", "hypothetical") and _was_said_before(reading, own):
        return True
    if own.kind == "relative" and trigger.tense == "PRESENT" and lemma in _TERMS:
        return True
    if own.kind == "participle" and own.antecedent is not None and _is_generic(reading, own.antecedent):
        return True
    if own.antecedent is not None and noun_base(reading.tokens.lower[own.antecedent]) in _CHARGES:
        return True
    marker = reading.tokens.lower[own.marker] if own.marker is not None else ""
    return marker in ("if", "unless", "whether") or (own.quoted and trigger.pos == "noun")


def _is_more_than_it_seems(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb that mostly tells no event tells one here: "had talks", "appeared before the committee"."""
    lemma, after = mention.trigger.lemma, reading.tokens.lower[mention.trigger.last : mention.trigger.last + 2]
    if lemma == "appear" and mention.outlook == "future" and owns_date(reading.links, mention):
        return True
    if lemma == "appear":
        return after[:1] == ["before"] or after == ["in", "court"]
    if lemma == "follow":
        return own.object is None and owns_date(reading.links, mention)
    if lemma == "live":
        return lasted(mention)
    return lemma == "have" and _carries(reading, mention, own)


def _only_counts(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb only makes known how many events there were: "two calls have been announced"."""
    if mention.trigger.voice != "passive":
        return False
    before = reading.mentions[max(mention.number - 6, 0) : mention.number]
    return any(heads(m, own) and counts_events(mention.trigger, m.trigger, reading.tokens.lower) for m in before)


def _denies_the_clause(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """ "…, which the palace denied": said beside what it denies."""
    if own.kind != "relative" or own.object is not None or own.marker is None or mention.trigger.pos != "verb":
        return False
    return reading.tokens.lower[own.marker] == "which" and GOVERNORS.verbs.get(mention.trigger.lemma) == "deny"


def _is_equated(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether an infinitive only says what an aim or an option is: "the goal is to cut costs"."""
    if mention.trigger.tense != "INFINITIVE" or owns_date(reading.links, mention):
        return False
    above = reading.clauses.clauses[own.parent] if own.subject is None and own.parent is not None else own
    if above is not own and (above.head is None or reading.tokens.lower[above.head] not in BE):
        return False
    return above.subject is not None and noun_base(reading.tokens.lower[above.subject[1] - 1]) in _AIMS


_HABITS: Final = frozenset(
    "usually often always normally typically generally rarely seldom sometimes regularly".split()
)


def _is_habit(reading: EventReading, mention: Mention) -> bool:
    """Whether an adverb says that it is so again and again: "the rains usually come in August"."""
    first, last = mention.trigger.first, mention.trigger.last
    return not _HABITS.isdisjoint(reading.tokens.lower[max(first - 1, 0) : last + 1])


def _is_put_beside(reading: EventReading, mention: Mention) -> bool:
    """Whether an infinitive only says of a noun what was due: "a ship due to dock on Friday was diverted"."""
    lower, first = reading.tokens.lower, mention.trigger.first
    if mention.trigger.tense != "INFINITIVE" or first < 2:
        return False
    at = first if lower[first] == "to" else first - 1
    return lower[at - 1] in _DUE and reading.tags[at - 2] in ("NN", "NNS", "NNP")


def _is_demanded(reading: EventReading, own: Clause) -> bool:
    """Whether this is what somebody demanded, in the subjunctive: "recommended that the pipes be replaced"."""
    return own.kind == "complement" and own.verb is not None and reading.tags[own.verb[0]] == "VB"


def _is_denied(reading: EventReading, fact: Factuality, own: Clause) -> bool:
    """Whether this is the content of a denial, which is the line that tells it: "denied that they had met"."""
    if fact.status != "denied" or own.kind not in ("complement", "gerund", "infinitive") or own.parent is None:
        return False
    number = reading.links.head.get(own.parent)
    return number is not None and reading.mentions[number].trigger.lemma in ACTS


def _never_came(reading: EventReading, fact: Factuality, mention: Mention, own: Clause) -> bool:
    """ "Was to have flown in May"; "was to open in May but was postponed"."""
    if mention.trigger.tense != "INFINITIVE":
        return False
    if mention.trigger.aspect.startswith("PERFECTIVE") and fact.polarity == "negative":
        return fact.status == "hypothetical"
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 3]:
        number = reading.links.head.get(clause.index)
        if clause.kind == "coordinate" and clause.sentence == own.sentence and number is not None:
            return reading.mentions[number].trigger.lemma in _CALLING_OFF
    return False


def _was_said_before(reading: EventReading, own: Clause) -> bool:
    """Whether the future is one that somebody "had said": the article knows better by now."""
    while own.attribution is None and own.parent is not None and own.kind in ("infinitive", "gerund", "participle"):
        own = reading.clauses.clauses[own.parent]  # "had said that it expected to resume work"
        above = reading.links.head.get(own.index)
        plan = reading.mentions[above].trigger if above is not None else None
        if plan is not None and plan.lemma in FORWARD and (plan.tense, plan.aspect) == ("PAST", "PERFECTIVE"):
            return True  # "had planned to replace it"
    number = reading.links.head.get(own.attribution) if own.attribution is not None else None
    if number is None:
        return False
    said = reading.mentions[number].trigger
    return said.tense == "PAST" and said.aspect == "PERFECTIVE"


def _is_generic(reading: EventReading, noun: int) -> bool:
    """Whether a bare noun says nothing of whom: "people killed since Monday"."""
    before = reading.tags[noun - 1] if noun else ""
    return reading.tokens.lower[noun] in _ANYBODY and before not in ("CD", "DT", "JJ", "NN")


def _governs_its_event(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the event is what this one plans: "are expected to arrive"."""
    lemma = mention.trigger.lemma
    if mention.trigger.pos == "noun" or lemma not in _PLANS | _AGREEING:
        return False
    following = reading.clauses.clauses[own.index + 1 : own.index + 3]
    content = [c for c in following if c.parent == own.index and c.kind == "infinitive"]
    return any(lemma in _PLANS or _agreed_for_then(reading, mention, c) for c in content)


def _is_content(reading: EventReading, own: Clause) -> bool:
    """Whether this is only what another event is about: "agreed to buy", "denied firing", "accused of hiding"."""
    if own.kind not in ("infinitive", "gerund", "participle") or own.parent is None or own.finite:
        return False
    parent = reading.clauses.clauses[own.parent]
    if parent.head is None or (own.first > 0 and reading.tokens.words[own.first - 1] in (",", "only")):
        return False
    if own.kind == "participle" and own.antecedent is not None:
        held = parent.object is not None and parent.object[0] <= own.antecedent < parent.object[1]
        return (
            held and verb_base(reading.tokens.lower[parent.head]) in _WITH_PARTICIPLE
        )  # "ordered the engines stopped"
    if own.kind == "participle" and _is_fronted(reading, own):
        return False
    number = reading.links.head.get(parent.index)
    lemma = reading.mentions[number].trigger.lemma if number is not None else reading.tokens.lower[parent.head]
    if own.kind == "gerund":
        return True
    if own.kind == "infinitive" and number is not None and _agreed_for_then(reading, reading.mentions[number], own):
        return False
    if own.kind == "infinitive" and own.antecedent is not None and parent.object is not None:
        own_number = reading.links.head.get(own.index)
        dated = own_number is not None and owns_date(reading.links, reading.mentions[own_number])
        return lemma not in ("expect", "schedule") or not dated  # "expect the deal to close in May"
    if reading.tokens.lower[parent.head] in BE:
        return False
    return own.kind != "infinitive" or lemma not in _PLANS


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


def _is_called_off(reading: EventReading, own: Clause) -> bool:
    """Whether the clause says what something would have been that was called off: "cancelled a strike that was due"."""
    if own.parent is None:
        return False
    parent = reading.clauses.clauses[own.parent]
    if own.antecedent is None:
        return own.kind == "infinitive" and parent.kind == "relative" and _is_called_off(reading, parent)
    number = reading.links.head.get(parent.index)
    span = parent.object or parent.subject
    if number is None or span is None or not span[0] <= own.antecedent < span[1]:
        return False
    return reading.mentions[number].trigger.lemma in _CALLING_OFF


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


def _carries(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the object of a light verb names an event: "had talks"."""
    following = reading.mentions[mention.number + 1 : mention.number + 3]
    span = own.object
    return span is not None and any(m.trigger.pos == "noun" and span[0] <= m.trigger.token < span[1] for m in following)
