"""Which mentions an editor would put on a timeline: what happened or is to happen, not who said it.

The figure is a sum of reasons, each with its sign; it orders the mentions, it is no probability.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses import BE, Clause
from service.events.governors import GOVERNORS
from service.events.lexicon import noun_base, verb_base
from service.events.linking import Links, counts_events
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.words import AWAITING, FORWARD_NOUNS, PUTTING_OFF, SCHEDULING

THRESHOLD: Final = 1.0
ENOUGH: Final = 0.5  # where little is told, what has less for it may be told too
WORDS_PER_FILLED_EVENT: Final = 42
STRONG: Final = 1.7  # dated by the text itself, in a clause of its own
WORDS_PER_EVENT: Final = 19  # at most one event for so many words
WORDS_PER_STRONG_EVENT: Final = 15  # in a text that is dense with dated events
_LEAD: Final = 3  # sentences that tell the news

# They only hand on what is said, also with an object: "told reporters", "described the scene".
_SAYING: Final = frozenset(
    """say tell add state explain note allege remark comment reply respond answer insist maintain contend
    argue caution cite quote describe observe stress emphasize underline point inform notify joke quip whisper shout cry
    exclaim ask inquire question wonder query indicate suggest imply hint signal estimate reckon conclude summarize
    outline write mention recount relate repeat reiterate brief elaborate clarify specify convey relay
    show address lament bemoan complain boast brag mean predict forecast""".split()
)
_RECORDING: Final = frozenset("mention describe record observe".split())
_ANSWERS: Final = frozenset("comment say answer discuss name identify elaborate respond speculate".split())
_VOICING: Final = frozenset("express voice".split())
# A statement that is an act of its own, and so the news, whatever it governs.
_ACTS: Final = frozenset(
    """accuse acknowledge admit announce testify apologise apologize concede condemn confess declare deny dismiss reject
    order rule threaten unveil veto vow warn pledge publish plead""".split()
)
# What they tell is one event with what they say of it.
_ANNOUNCING: Final = frozenset("announce disclose reveal confirm declare".split())
# What they govern is the event; they only tell how it stands.
_PLANS: Final = frozenset(
    """plan expect due schedule hope intend want set aim prepare mean need wish slate propose project tip able likely
    ready bind supposed bound attempt seek""".split()
)
# They are the event; what they govern is its content.
_COMMITMENTS: Final = frozenset(
    """agree refuse threaten promise vow offer ask decline order force pledge try decide urge tell invite persuade fail
    forbid allow permit help demand request call begin start continue stop cease resume keep finish go choose manage
    threaten claim deny accuse convict charge suspect acquit find ban blame praise lead cause""".split()
)
_NEVER: Final = frozenset(
    """be have include involve contain consist belong depend seem appear cost weigh measure know mean matter concern
    compare base name follow regard consider according live use show""".split()
)
_WITH_PARTICIPLE: Final = frozenset("order want have get keep need see leave".split())
_CALLING_OFF: Final = frozenset("call cancel avert suspend postpone scrap drop abandon prevent foil thwart".split())
# What they tell of nobody has said to be so: "a charge of stealing", "the claim that he fled".
_CHARGES: Final = frozenset(
    "charge count allegation accusation offence offense crime claim suspicion rumour rumor".split()
)
_ANYBODY: Final = frozenset("people persons men women others those anyone residents".split())
_WEAK_PARTICIPLES: Final = frozenset(
    "bring end make leave mark follow come say add give take keep cite ask call put raise".split()
)
_VAGUE_NOUNS: Final = frozenset(
    """end start rest course work use time year war life news order play part sense service post sale lack
    history""".split()
)


def worth(reading: EventReading, mention: Mention, fact: Factuality, sentence_rank: int) -> float:
    """How much speaks for telling this mention; ``THRESHOLD`` is enough. ``sentence_rank`` counts no headings."""
    trigger, clause = mention.trigger, reading.clauses.clauses[mention.clause]
    own = reading.clauses.at(trigger.token)
    dated = mention.dating is not None and mention.dating.known
    if _is_excluded(reading, mention, fact, own):
        return 0.0
    score = _by_dating(reading, mention) + _by_place(own, sentence_rank, trigger.pos) + _by_class(mention, dated)
    score += _by_factuality(fact, dated)
    if may_come(reading, mention, fact):
        score += 1.4
    elif fact.status == "hypothetical" and own.kind == "complement":
        score -= 0.4
    if _is_circumstance(reading, mention, own):
        score -= 1.2
    if trigger.pos == "noun" and (is_upcoming(reading, mention) or _is_counted(reading, mention, own)):
        score += 0.8
    elif trigger.pos == "noun":
        score -= 0.3 if clause.head is None else 0.5
        if not dated or not _owns_date(reading.links, mention, clause.head is None):
            score -= 0.7
    elif own.object is None and trigger.voice == "active" and not dated and clause.kind != "main":
        score -= 0.3
    return score


def _is_circumstance(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a clause with "when" only says how what governs it came about: "was killed when a tree fell"."""
    if own.kind != "adverbial" or own.fronted or own.marker is None or own.parent is None:
        return False
    from service.timeline.coreference import LIGHT  # the list is that of the merge

    above = reading.links.head.get(own.parent)
    if reading.tokens.lower[own.marker] not in ("when", "as", "while") or above is None:
        return False
    over = reading.mentions[above]
    if over.trigger.lemma in LIGHT or over.trigger.event_class == "REPORTING":
        return False
    same = over.dating is not None and mention.dating is not None and over.dating.bounds == mention.dating.bounds
    return same or not _owns_date(reading.links, mention)


def _is_excluded(reading: EventReading, mention: Mention, fact: Factuality, own: Clause) -> bool:
    trigger = mention.trigger
    lemma = trigger.lemma
    sentence = reading.sentences[trigger.sentence]
    if sentence.heading or (lemma in _NEVER and not _is_more_than_it_seems(reading, mention, own)):
        return True
    if trigger.pos == "noun" and (lemma in _VAGUE_NOUNS or _is_carried(reading, mention)):
        counted = _is_counted(reading, mention, own)
        return not is_upcoming(reading, mention) and not _is_awaited(reading, mention, fact) and not counted
    if _awaits_its_subject(reading, mention, own):
        return True
    if own.kind == "adverbial" and not own.finite and not _owns_date(reading.links, mention):
        return True
    if _only_says(reading, mention, own) and (not _dated_apart(reading, mention) or _hands_on(reading, own)):
        return True
    if _told_with(reading, fact, mention, own) or (lemma in _ANNOUNCING and _hands_on(reading, own)):
        return True
    if _only_counts(reading, mention, own) or _denies_the_clause(reading, mention, own):
        return True
    if own.kind == "participle" and lemma in _WEAK_PARTICIPLES and reading.tags[trigger.token] == "VBG":
        return True
    if _governs_its_event(reading, mention, own) or _is_content(reading, own):
        return True
    if _is_demanded(reading, own) or _is_denied(reading, fact, own) or _never_came(reading, fact, mention, own):
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
    if own.kind == "participle" and own.antecedent is not None and _is_generic(reading, own.antecedent):
        return True
    if own.antecedent is not None and noun_base(reading.tokens.lower[own.antecedent]) in _CHARGES:
        return True
    marker = reading.tokens.lower[own.marker] if own.marker is not None else ""
    return marker in ("if", "unless", "whether") or (own.quoted and trigger.pos == "noun")


def _is_more_than_it_seems(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb that mostly tells no event tells one here: "had talks", "appeared before the committee"."""
    lemma, after = mention.trigger.lemma, reading.tokens.lower[mention.trigger.last : mention.trigger.last + 2]
    if lemma == "appear":
        return after[:1] == ["before"] or after == ["in", "court"]
    if lemma == "live":
        return _lasted(mention)
    return lemma == "have" and _carries(reading, mention, own)


def _hands_on(reading: EventReading, own: Clause) -> bool:
    """Whether what is said is an event with a time of its own: it is told, and who said so beside it."""
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 4]:
        number = reading.links.head.get(clause.index)
        if clause.parent == own.index and clause.kind == "complement" and number is not None:
            told = reading.mentions[number]
            past = told.outlook == "past" and told.trigger.lemma not in _NEVER - {"have"}
            return past and told.dating is not None and told.dating.known
    return False


def _told_with(reading: EventReading, fact: Factuality, mention: Mention, own: Clause) -> bool:
    """Whether this is what somebody announced or promised, with no time of its own: "announced that it will close"."""
    if own.kind != "complement" or own.parent is None or fact.status not in ("scheduled", "hypothetical"):
        return False
    number = reading.links.head.get(own.parent)
    if number is None or (mention.dating is not None and mention.dating.known):
        return False
    above = reading.mentions[number]
    return above.trigger.lemma in _ANNOUNCING and above.outlook == "past" and above.trigger.voice == "active"


def _only_counts(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb only makes known how many events there were: "two calls have been announced"."""
    before = reading.mentions[max(mention.number - 6, 0) : mention.number]
    return any(_heads(m, own) and counts_events(mention.trigger, m.trigger, reading.tokens.lower) for m in before)


def _heads(mention: Mention, clause: Clause) -> bool:
    """Whether the mention is an event noun in the subject of the clause."""
    if mention.trigger.pos != "noun" or clause.subject is None:
        return False
    return clause.subject[0] <= mention.trigger.token < clause.subject[1]


def _is_counted(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the noun names the events that a verb makes known the number of."""
    number = reading.links.head.get(own.index)
    if number is None or not _heads(mention, own):
        return False
    return counts_events(reading.mentions[number].trigger, mention.trigger, reading.tokens.lower)


def _denies_the_clause(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """ "…, which the palace denied": said beside what it denies."""
    if own.kind != "relative" or own.object is not None or own.marker is None or mention.trigger.pos != "verb":
        return False
    return reading.tokens.lower[own.marker] == "which" and GOVERNORS.verbs.get(mention.trigger.lemma) == "deny"


def may_come(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether the clause says of an event noun that it may take place: "another call might be held"."""
    clause = reading.clauses.at(mention.trigger.token)
    if fact.status != "hypothetical" or mention.trigger.modal not in ("may", "might", "could"):
        return False
    if mention.trigger.lemma not in GOVERNORS.taking_place or mention.trigger.aspect != "NONE":
        return False
    return any(_heads(m, clause) for m in reading.mentions[max(mention.number - 6, 0) : mention.number])


def _is_demanded(reading: EventReading, own: Clause) -> bool:
    """Whether this is what somebody demanded, in the subjunctive: "recommended that the pipes be replaced"."""
    return own.kind == "complement" and own.verb is not None and reading.tags[own.verb[0]] == "VB"


def _is_denied(reading: EventReading, fact: Factuality, own: Clause) -> bool:
    """Whether this is the content of a denial, which is the line that tells it: "denied that they had met"."""
    if fact.status != "denied" or own.kind not in ("complement", "gerund", "infinitive") or own.parent is None:
        return False
    number = reading.links.head.get(own.parent)
    return number is not None and reading.mentions[number].trigger.lemma in _ACTS


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
    number = reading.links.head.get(own.attribution) if own.attribution is not None else None
    if number is None:
        return False
    said = reading.mentions[number].trigger
    return said.tense == "PAST" and said.aspect == "PERFECTIVE"


def _is_generic(reading: EventReading, noun: int) -> bool:
    """Whether a bare noun says nothing of whom: "people killed since Monday"."""
    before = reading.tags[noun - 1] if noun else ""
    return reading.tokens.lower[noun] in _ANYBODY and before not in ("CD", "DT", "JJ", "NN")


def _only_says(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the mention hands on a statement that is not the news itself."""
    lemma, trigger = mention.trigger.lemma, mention.trigger
    if trigger.event_class == "PERCEPTION":
        return mention.dating is None or not mention.dating.known
    if lemma in AWAITING and mention.outlook == "future":
        return False
    if _is_more_than_said(reading, mention, own):
        return False
    if lemma == "ask" and not _following_lemma(reading, own):
        return True
    if lemma in _VOICING or (lemma in ("decline", "refuse") and _following_lemma(reading, own) in _ANSWERS):
        return True
    if trigger.event_class != "REPORTING" or lemma in _ACTS:
        return False
    if mention.outlook == "future" and trigger.modal is None and _owns_date(reading.links, mention):
        return trigger.pos == "noun"  # "will question her on Tuesday"
    if lemma in ("speak", "talk"):
        return mention.dating is None or not mention.dating.known
    if lemma in _SAYING or trigger.pos == "noun":
        return True
    passive = trigger.voice == "passive" or (own.kind == "participle" and reading.tags[trigger.token] != "VBG")
    return _reports(reading, own) or not (own.object is not None or passive)


def _is_more_than_said(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb of saying orders, claims or goes: "told to leave", "claims to hold it", "report to a base"."""
    trigger = mention.trigger
    if trigger.lemma == "report":
        after = reading.tokens.lower[trigger.last : trigger.last + 1]
        return after in (["to"], ["for"]) and trigger.voice == "active" and not _reports(reading, own)
    ordered = trigger.lemma == "tell" and trigger.voice == "passive"
    return (ordered or trigger.lemma == "claim") and bool(_following_lemma(reading, own))


def _reports(reading: EventReading, own: Clause) -> bool:
    following = reading.clauses.clauses[own.index + 1 : own.index + 2]
    return any(c.parent == own.index and c.kind == "complement" for c in following)


def _following_lemma(reading: EventReading, own: Clause) -> str:
    """The verb of the infinitive that this clause governs, "" where there is none."""
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 2]:
        if clause.parent == own.index and clause.kind == "infinitive" and clause.head is not None:
            return verb_base(reading.tokens.lower[clause.head])
    return ""


def _governs_its_event(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the event is what this one plans: "are expected to arrive"."""
    if mention.trigger.lemma not in _PLANS or mention.trigger.pos == "noun":
        return False
    following = reading.clauses.clauses[own.index + 1 : own.index + 3]
    return any(c.parent == own.index and c.kind == "infinitive" for c in following)


def _is_content(reading: EventReading, own: Clause) -> bool:
    """Whether this is only what another event is about: "agreed to buy", "denied firing", "accused of hiding"."""
    if own.kind not in ("infinitive", "gerund", "participle") or own.parent is None or own.finite:
        return False
    parent = reading.clauses.clauses[own.parent]
    if parent.head is None or (own.first > 0 and reading.tokens.words[own.first - 1] == ","):
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
    if own.kind == "infinitive" and own.antecedent is not None and parent.object is not None:
        return True
    if reading.tokens.lower[parent.head] in BE:
        return False
    return own.kind != "infinitive" or lemma not in _PLANS


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


def _is_carried(reading: EventReading, mention: Mention) -> bool:
    """Whether a verb tells the noun's event: it is the subject or the object of a verb that says little itself."""
    from service.timeline.coreference import LIGHT  # the list is that of the merge

    clause = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(clause.index)
    if clause.head is None or number is None:
        return False
    token = mention.trigger.token
    spans = [s for s in (clause.subject, clause.object) if s is not None]
    return any(a <= token < b for a, b in spans) and (
        reading.mentions[number].trigger.lemma in LIGHT or reading.mentions[number].dating is not None
    )


def _is_awaited(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether the clause says only that the noun's event is to come: "a verdict is due on Monday"."""
    clause = reading.clauses.at(mention.trigger.token)
    number = reading.links.head.get(clause.index)
    if number is None or fact.status != "scheduled" or not _owns_date(reading.links, mention):
        return False
    return _awaits_its_subject(reading, reading.mentions[number], clause)


def _awaits_its_subject(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the verb only says when its subject's event is to be: that event has the date, the verb has none."""
    if mention.trigger.pos == "noun" or mention.trigger.lemma not in (AWAITING | SCHEDULING) - PUTTING_OFF:
        return False
    if own.subject is None or reading.links.anchors[mention.number]:
        return False
    before = reading.mentions[max(mention.number - 3, 0) : mention.number]
    return any(
        m.trigger.pos == "noun" and own.subject[0] <= m.trigger.token and _owns_date(reading.links, m) for m in before
    )


def _carries(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the object of a light verb names an event: "had talks"."""
    following = reading.mentions[mention.number + 1 : mention.number + 3]
    span = own.object
    return span is not None and any(m.trigger.pos == "noun" and span[0] <= m.trigger.token < span[1] for m in following)


def is_upcoming(reading: EventReading, mention: Mention) -> bool:
    """Whether the noun phrase itself says that its event is to come: "the upcoming talks"."""
    words = reading.tokens.lower[mention.trigger.first : mention.trigger.token]
    return not FORWARD_NOUNS.isdisjoint(words)


def _owns_date(links: Links, mention: Mention, verbless: bool = False) -> bool:
    """Whether an expression of its own dates the mention: for a noun one that belongs to it, not to its verb."""
    own = ("noun",) if mention.trigger.pos == "noun" and not verbless else ("noun", "clause", "range")
    return any(anchor.via in own for anchor in links.anchors[mention.number])


def _dated_apart(reading: EventReading, mention: Mention) -> bool:
    """Whether the text dates a statement by its own expression, and to another time than the story's."""
    dating = mention.dating
    if dating is None or not dating.known or dating.shared or not _owns_date(reading.links, mention):
        return False
    published = reading.reading.published
    start = dating.bounds.start
    return published is not None and start is not None and published.toordinal() - start.day > 13


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


def _by_class(mention: Mention, dated: bool) -> float:
    kind, lemma = mention.trigger.event_class, mention.trigger.lemma
    recent = 0.25 if mention.trigger.aspect == "PERFECTIVE" and mention.trigger.tense == "PRESENT" else 0.0
    if kind == "REPORTING":
        told_of = mention.trigger.voice == "passive" and dated and lemma in _RECORDING
        return (-0.4 if lemma in _SAYING and not told_of else 0.3) + recent
    if kind in ("STATE", "I_STATE") and lemma != "have":  # "had talks" tells of the talks
        if dated and (_lasted(mention) or mention.outlook == "future"):
            return 0.0
        return -0.4 if dated else -1.0
    if kind == "PERCEPTION":
        return -0.1
    return 0.3 + recent


def _lasted(mention: Mention) -> bool:
    """Whether the text says from when on, or how long: "was chairman from 1990 to 1995"."""
    dating = mention.dating
    if dating is None or dating.shared or dating.basis not in ("explicit", "relative"):
        return False
    return dating.extent == "throughout" and dating.bounds.start is not None


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
