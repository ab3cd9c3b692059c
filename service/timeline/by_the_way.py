"""What a clause only says by the way: a habit, a term, a time recalled, what somebody would do."""

from __future__ import annotations

from typing import Final

from service.timeline.candidate import Candidate
from service.timeline.standing import owns_date

_ANYBODY: Final = frozenset("people persons men women others those anyone residents".split())
_WEAK_PARTICIPLES: Final = frozenset(
    """bring end make leave mark follow come say add give take keep cite ask call put raise speak talk write refer
    quote complete conclude escalate deepen fuel heighten intensify underline underscore reflect cap highlight
    signal lead result""".split()
)
_TIMES: Final = frozenset("day days night morning evening time times moment year years week".split())
_FAME: Final = 4  # tokens
_AFTERWARDS: Final = frozenset({"after", "following", "amid", "as", "despite", "hours", "days", "weeks", "months"})
_APART: Final = 3  # tokens
_ATTENTION: Final = frozenset("attention fame prominence notice light".split())
_COMING: Final = frozenset(
    "trouble success disaster tragedy fame recognition change break breakthrough chance worst best end help".split()
)
_HABITS: Final = frozenset(
    "usually often always normally typically generally rarely seldom sometimes regularly".split()
)
_BYLINE: Final = frozenset({"article", "report", "story", "column", "piece", "dispatch"})
_PENDING: Final = frozenset({"until", "till", "once"})
_PENDING_OR_WHEN: Final = _PENDING | {"after", "when"}
_ANY_OF: Final = frozenset("every each any".split())  # "every unit sold since 2022"


def is_weak_participle(it: Candidate) -> bool:
    """ "…, bringing the total to nine": it only rounds off what the verb tells."""
    trigger = it.trigger
    if trigger.lemma not in _WEAK_PARTICIPLES or it.reading.tags[trigger.token] != "VBG":
        return False
    opens = it.own.first == it.reading.sentences[it.own.sentence].first  # "Giving evidence on Wednesday, she said"
    return not (opens and it.own.object is not None and owns_date(it.reading.links, it.mention))


def says_which_since(it: Candidate) -> bool:
    """ "Promised to publish all permits granted since 2010": which they are, and no time of each."""
    if it.trigger.tense != "PASTPART" or it.reading.tokens.words[it.own.first - 1] == ",":
        return False
    return any(anchor.relation == "since" for anchor in it.reading.links.anchors[it.mention.number])


def only_begins(it: Candidate) -> bool:
    """ "Trains were late, starting on Monday": since when; but "a curfew, starting on Friday" is to come."""
    trigger, reading = it.trigger, it.reading
    if trigger.lemma not in ("start", "begin") or it.own.object is not None or reading.tags[trigger.token] != "VBG":
        return False
    return reading.tokens.words[it.own.first - 1] == "," and it.fact.status != "scheduled"


def is_habit(it: Candidate) -> bool:
    """Whether an adverb says that it is so again and again: "the rains usually come in August"."""
    first, last = it.trigger.first, it.trigger.last
    around = it.reading.tokens.lower[max(first - 1, 0) : last + 1]
    by_the_way = it.own.kind in ("relative", "coordinate") and it.trigger.aspect == "NONE"
    if by_the_way and "still" in around:
        return True  # "a station that opened in 1959 and still runs today"
    return not _HABITS.isdisjoint(around)


def would_be(it: Candidate) -> bool:
    """ "Were it to pass, it would have to be ratified": nobody is said to say so. What has a day to come is planned:
    "Mapping would begin in May"."""
    supposed = it.fact.status == "hypothetical" and it.fact.source is None
    if not supposed or it.reading.tokens.lower[it.trigger.first] != "would":
        return False
    first = it.reading.sentences[it.own.sentence].first
    # "Under the plan, the firm would take it over on 1 July", "if it passes, walkouts would begin on 31 March"
    agreed = it.reading.tokens.lower[first] in ("under", "if")
    opens = it.own.subject is not None and (agreed or it.own.subject[0] == first)
    planned = opens and owns_date(it.reading.links, it.mention) and not it.trigger.negated
    return not planned or it.trigger.aspect != "NONE"


def appeals(it: Candidate) -> bool:
    """ "Anyone with information should call 101 and quote incident 41 of 8 June": what is asked of whoever reads it."""
    span = it.own.subject
    return span is not None and it.reading.tokens.lower[span[0]] in ("anyone", "anybody") and bool(it.trigger.modal)


def was_planned_before(it: Candidate) -> bool:
    """ "The vote, originally planned to begin on 3 May, was put back": on a day that is no longer its own."""
    parent = it.reading.clauses.clauses[it.own.parent] if it.own.parent is not None else None
    if it.own.kind != "infinitive" or parent is None or parent.kind != "participle" or parent.verb is None:
        return False
    return it.reading.tokens.lower[parent.verb[0] - 1] in ("originally", "initially", "previously", "first")


def is_only_possible(it: Candidate) -> bool:
    """ "An inquiry into possible arson"."""
    return it.trigger.pos == "noun" and not owns_date(it.reading.links, it.mention)


def is_told_by_its_when(it: Candidate) -> bool:
    """Whether the clause with "when" is what came: "trouble came in 1738, when bread doubled", "came to attention"."""
    if it.own.kind == "adverbial" and it.own.subject is not None:
        return it.reading.tokens.lower[it.own.subject[1] - 1] == "records"  # "the wettest since records began"
    if it.own.object is not None or it.mention.trigger.voice == "passive" or it.own.kind not in ("main", "coordinate"):
        return False
    reading, own = it.reading, it.own
    for clause in reading.clauses.clauses[own.index + 1 : own.index + 3]:
        number = reading.links.head.get(clause.index)
        if clause.kind != "adverbial" or clause.parent != own.index or clause.marker is None or number is None:
            continue
        when = reading.tokens.lower[clause.marker] == "when" and reading.tokens.words[clause.marker - 1] == ","
        dating, other = it.mention.dating, reading.mentions[number].dating
        same = dating is not None and other is not None and dating.bounds == other.bounds
        if when and same and reading.mentions[number].trigger.tense == "PAST":
            return _is_abstract(it)
    return False


def only_follows(it: Candidate) -> bool:
    """ "The move came days after it lost the case": that somebody did it is told, and so is what it came after."""
    if it.own.object is not None or owns_date(it.reading.links, it.mention):
        return False
    ahead = it.reading.tokens.lower[it.trigger.last : it.trigger.last + _APART]
    span = it.own.subject
    named = span is not None and it.reading.tags[span[1] - 1] in ("NN", "NNS")
    named = named or (span is not None and it.reading.tokens.lower[span[0]] in _POINTERS)
    return named and not _AFTERWARDS.isdisjoint(ahead)


_POINTERS: Final = frozenset({"it", "this", "that", "which"})


def _is_abstract(it: Candidate) -> bool:
    """Whether nothing says what came: "her chance came", "came to national attention"."""
    reading, span = it.reading, it.own.subject
    ahead = reading.tokens.lower[it.mention.trigger.last : it.mention.trigger.last + _FAME]
    came = span is not None and reading.tokens.lower[span[1] - 1] in _COMING
    return it.mention.trigger.lemma == "come" and (came or not _ATTENTION.isdisjoint(ahead))


def ends_period(it: Candidate) -> bool:
    """ "The quarter ended March 31": a period of accounts."""
    token, first, timexes = it.trigger.token, it.own.first, it.reading.reading.timexes
    if it.own.kind == "relative" and any(first - 1 <= t.last <= first for t in timexes):
        return True  # "by the end of the quarter, which ends on 26 June"
    if it.trigger.first != token or not any(t.last == token for t in timexes):
        return False
    ends = token + 1 + (it.reading.tokens.lower[token + 1 : token + 2] in (["on"], ["in"]))
    return any(t.first == ends for t in timexes)  # not "a siege in 1402 ended after a month"


def turns_out(it: Candidate) -> bool:
    """ "The source turned out to be a sewer"."""
    return it.reading.tokens.lower[it.mention.trigger.token + 1 : it.mention.trigger.token + 3] == ["out", "to"]


def recalls_a_time(it: Candidate) -> bool:
    """ "She recalled the day in 2017 when it burnt"."""
    span = it.own.object
    return span is not None and it.reading.tokens.lower[span[1] - 1] in _TIMES


def is_term(it: Candidate) -> bool:
    """ "A contract that runs until 2028"."""
    return it.own.kind == "relative" and it.trigger.tense == "PRESENT"


def is_of_anybody(it: Candidate) -> bool:
    """ "It would be easy to jail a man who had been seen there": nobody is said to have been."""
    own, reading = it.own, it.reading
    if own.antecedent is None or own.parent is None or owns_date(reading.links, it.mention):
        return False
    first = reading.clauses.chunk_at.get(own.antecedent, (own.antecedent, 0))[0]
    clause = reading.clauses.clauses[own.parent]
    while clause.parent is not None and clause.kind in ("infinitive", "gerund", "participle", "complement"):
        clause = reading.clauses.clauses[clause.parent]
    supposed = clause.verb is not None and reading.tokens.lower[clause.verb[0]] in ("would", "could", "might")
    return supposed and reading.tokens.lower[first] in ("a", "an", "any", "someone", "anyone")


def is_of_those(it: Candidate) -> bool:
    """ "One of those who wept": what any of them did, on no day."""
    noun = it.own.antecedent
    return noun is not None and it.reading.tokens.lower[noun] == "those" and not owns_date(it.reading.links, it.mention)


def tells_of_nobody(it: Candidate) -> bool:
    """Whether a participle says of a number, or of a bare noun, nothing of whom: "people killed since Monday"."""
    noun = it.own.antecedent
    if noun is None:
        return False
    if it.reading.tokens.words[it.own.first - 1] == "," and owns_date(it.reading.links, it.mention):
        return False  # "a council of twelve, elected on 1 February, fixed the price"
    tags = it.reading.tags
    before = tags[noun - 1] if noun else ""
    anybody = it.reading.tokens.lower[noun] in _ANYBODY and before not in ("CD", "DT", "JJ", "NN")
    first = it.reading.clauses.chunk_at.get(noun, (noun, noun))[0]
    return tags[noun] == "CD" or anybody or it.reading.tokens.lower[first] in _ANY_OF


def is_order(it: Candidate) -> bool:
    """ "Stop the dam", as marchers shout it: nobody is said to do so."""
    own, token = it.own, it.trigger.token
    return own.kind == "main" and own.subject is None and own.verb is not None and own.verb[0] == token


def signs_article(it: Candidate) -> bool:
    """ "Lena Orme in Oslo contributed to this article": who wrote it."""
    after = it.reading.tokens.lower[it.trigger.last : it.trigger.last + 3]
    return after[:2] == ["to", "this"] and not _BYLINE.isdisjoint(after[2:])


def is_waited_for(it: Candidate) -> bool:
    """ "Will go on looking until an offer is made": what nobody says will come about."""
    own = it.own
    if it.fact.status not in ("scheduled", "hypothetical") or own.marker is None:
        return False
    over = it.trigger.aspect == "PERFECTIVE"  # "will travel after the case has been decided"
    waited = it.reading.tokens.lower[own.marker] in (_PENDING_OR_WHEN if over else _PENDING)
    return waited and not owns_date(it.reading.links, it.mention)
