"""Statements: which only hand on what is said, and which are the news themselves."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.words.lexicon import verb_base
from service.events.words.verbs import AWAITING
from service.timeline.standing import NEVER, owns_date

# They only hand on what is said, also with an object: "told reporters", "described the scene".
SAYING: Final = frozenset(
    """say tell add state explain note allege remark comment reply respond answer insist maintain contend
    argue caution cite quote describe observe stress emphasize underline point inform notify joke quip whisper shout cry
    exclaim ask inquire question wonder query indicate suggest imply hint signal estimate reckon conclude summarize
    outline write mention recount relate repeat reiterate brief elaborate clarify specify convey relay
    show address lament bemoan complain boast brag mean predict forecast""".split()
)
RECORDING: Final = frozenset("mention describe record observe".split())
_ANSWERS: Final = frozenset("comment say answer discuss name identify elaborate respond speculate".split())
_LONG_AGO: Final = 13  # days, unless the clause says what was said
_ANSWERING: Final = frozenset("comment details information advice forgiveness".split())
_SENTENCES: Final = frozenset("serve spend remain face lose forfeit pay".split())
_ASKED: Final = 3  # tokens after whom somebody asks for something
_RUMOURING: Final = frozenset("report say rumour rumor allege".split())
_VOICING: Final = frozenset("express voice".split())
_REFUSING: Final = frozenset({"decline", "refuse"})
# Verbs that only say, though they are not classed as reporting.
OTHER_SAYING: Final = _VOICING | _REFUSING | {"ask"}
# A statement that is an act of its own, and so the news, whatever it governs.
ACTS: Final = frozenset(
    """accuse blame acknowledge admit announce testify apologise apologize concede condemn confess declare deny dismiss
    reject
    order rule threaten unveil veto vow warn pledge publish plead post""".split()
)
# What they tell is one event with what they say of it.
ANNOUNCING: Final = frozenset("announce disclose reveal confirm declare".split())


def only_says(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether the mention hands on a statement that is not the news itself."""
    lemma, trigger = mention.trigger.lemma, mention.trigger
    if trigger.event_class == "PERCEPTION":
        return mention.dating is None or not mention.dating.known
    if lemma in AWAITING and mention.outlook == "future":
        return False
    if is_more_than_said(reading, mention, own):
        return False
    if lemma == "ask" and not _following_lemma(reading, own):
        return True
    if lemma in _RUMOURING and trigger.voice == "passive" and _following_lemma(reading, own):
        return True  # "are reported to have met"
    if lemma in _VOICING or (lemma in _REFUSING and _following_lemma(reading, own) in _ANSWERS):
        return True
    if trigger.event_class == "REPORTING" and own.kind == "attribution" and own.object is None:
        return not makes_known_what_is_to_be(reading, mention, own)  # "…, it admitted on Monday": that is told
    if trigger.event_class != "REPORTING" or lemma in ACTS:
        return False
    if mention.outlook == "future" and trigger.modal is None and owns_date(reading.links, mention):
        return trigger.pos == "noun"  # "will question her on Tuesday"
    if lemma == "hold" and trigger.voice == "passive":
        return False  # "will be held in Oslo"
    if lemma in ("speak", "talk"):
        return mention.dating is None or not mention.dating.known
    if lemma in SAYING or trigger.pos == "noun":
        return True
    passive = trigger.voice == "passive" or (own.kind == "participle" and reading.tags[trigger.token] != "VBG")
    return _reports(reading, own) or not (own.object is not None or passive)


def is_more_than_said(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether a verb of saying orders, claims or goes: "told to leave", "claims to hold it", "report to a base"."""
    trigger = mention.trigger
    if trigger.lemma == "report":
        after = reading.tokens.lower[trigger.last : trigger.last + 1]
        return after in (["to"], ["for"]) and trigger.voice == "active" and not _reports(reading, own)
    if trigger.lemma in ("question", "interview", "caution") and trigger.voice == "passive":
        return True  # "was questioned on Saturday and released"
    if trigger.lemma == "write":
        return reading.tokens.lower[trigger.last : trigger.last + 1] == ["to"]  # "had written to the minister"
    if trigger.lemma == "ask" and own.object is None and trigger.voice == "active":
        return reading.tokens.lower[trigger.last : trigger.last + 1] == ["for"]  # "first asked for it back in 1998"
    if trigger.lemma == "ask" and own.object is not None:
        ahead = reading.tokens.lower[own.object[1] : own.object[1] + _ASKED]
        told = trigger.tense == "PAST" or "PERFECTIVE" in trigger.aspect
        return told and "for" in ahead and _ANSWERING.isdisjoint(ahead)  # "has asked the union for help"
    passive = trigger.voice == "passive"
    if trigger.lemma == "tell" and passive and _is_sentenced(reading, own):
        return True
    ordered = trigger.lemma == "tell" and (passive or owns_date(reading.links, mention))
    return (ordered or trigger.lemma == "claim") and bool(_following_lemma(reading, own))


def _is_sentenced(reading: EventReading, own: Clause) -> bool:
    """Whether what somebody is told is what a court has decided: "was told he would serve at least 22 years"."""
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 2]:
        if clause.parent == own.index and clause.kind == "complement" and clause.head is not None:
            return verb_base(reading.tokens.lower[clause.head]) in _SENTENCES
    return False


def _reports(reading: EventReading, own: Clause) -> bool:
    following = reading.clauses.clauses[own.index + 1 : own.index + 2]
    return any(c.parent == own.index and c.kind == "complement" for c in following)


def _following_lemma(reading: EventReading, own: Clause) -> str:
    """The verb of the infinitive that this clause governs, "" where there is none."""
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 2]:
        if clause.parent == own.index and clause.kind == "infinitive" and clause.head is not None:
            return verb_base(reading.tokens.lower[clause.head])
    return ""


def hands_on(reading: EventReading, own: Clause) -> bool:
    """Whether what is said is an event with a time of its own: it is told, and who said so beside it."""
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 4]:
        number = reading.links.head.get(clause.index)
        if clause.parent == own.index and clause.kind == "complement" and number is not None:
            told = reading.mentions[number]
            past = told.outlook == "past" and told.trigger.lemma not in NEVER - {"have"}
            if told.trigger.event_class in ("STATE", "I_STATE") and not reading.links.anchors[number]:
                return False  # "stated in May that it was ready": the statement
            return past and told.dating is not None and told.dating.known
    return False


def makes_known_what_is_to_be(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """ "The two are to divorce, the palace announced on Monday": told with what it announced, which has no day."""
    if mention.trigger.lemma not in ANNOUNCING or mention.trigger.voice != "active":
        return False
    main = reading.clauses.clauses[own.parent] if own.parent is not None else own
    if main.kind != "main" or main.attribution != own.index or not owns_date(reading.links, mention):
        return False
    said = reading.links.head.get(main.index)
    if said is None:
        return main.head is not None  # "the outbreak is over"
    undated = all(anchor.relation == "for" for anchor in reading.links.anchors[said])
    return undated and reading.mentions[said].outlook in ("future", "ongoing", "present")


def told_with(reading: EventReading, fact: Factuality, mention: Mention, own: Clause) -> bool:
    """Whether this is what somebody announced or promised, with no time of its own: "announced that it will close"."""
    if fact.status not in ("scheduled", "hypothetical") or (mention.dating is not None and mention.dating.known):
        return False
    if own.kind == "main" and own.attribution is not None:
        number = reading.links.head.get(own.attribution)
        said = reading.clauses.clauses[own.attribution]
        return number is not None and makes_known_what_is_to_be(reading, reading.mentions[number], said)
    number = reading.links.head.get(own.parent) if own.kind == "complement" and own.parent is not None else None
    if number is None:
        return False
    above = reading.mentions[number]
    return above.trigger.lemma in ANNOUNCING and above.outlook == "past" and above.trigger.voice == "active"


def dated_apart(reading: EventReading, mention: Mention) -> bool:
    """Whether the text dates a statement by its own expression, and to another time than the story's."""
    dating = mention.dating
    if dating is None or not dating.known or dating.shared or not owns_date(reading.links, mention):
        return False
    published = reading.reading.published
    start = dating.bounds.start
    own = reading.clauses.at(mention.trigger.token)
    days = 0 if own.kind in ("main", "coordinate") and _tells_what(reading, mention, own) else _LONG_AGO
    return published is not None and start is not None and published.toordinal() - start.day > days


def _tells_what(reading: EventReading, mention: Mention, own: Clause) -> bool:
    """Whether somebody says what was done or will be, on no day that he names: "said that it would be rebuilt"."""
    if mention.trigger.voice != "active":
        return False
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 2]:
        said = reading.links.head.get(clause.index)
        if clause.parent == own.index and clause.kind == "complement" and said is not None:
            told = reading.mentions[said].trigger
            state = told.event_class == "STATE" and not told.modal
            return not (reading.links.anchors[said] or told.negated or state)
    return False
