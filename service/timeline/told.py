"""What decides whether two mentions tell the same: their words, whom and what they are about, their time."""

from __future__ import annotations

from typing import Final

from service.events.headlines.page import Page
from service.events.headlines.subjects import subject_of
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.record import record
from service.temporal.calendar.periods import Interval
from service.timeline.families import PHRASAL, RETELLINGS, family

_FIGURES: Final = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_OTHERS: Final = frozenset("another second third fourth other others further more later".split())
_PHRASE: Final = 4  # tokens
_TELLING: Final = frozenset("NN NNS NNP NNPS CD".split())  # tags of what a mention is about


@record
class Told:
    """What decides whether two mentions are one event."""

    family: str
    about: frozenset[str]
    bounds: Interval | None
    exact: bool
    positive: bool
    to_come: bool
    noun: bool
    sentence: int
    figures: frozenset[str]
    names: frozenset[str]
    passive: bool
    patient: str | None
    source: str | None
    retellings: frozenset[int]
    definite: bool
    another: bool


def read_told(reading: EventReading, page: Page, mention: Mention, fact: Factuality) -> Told:
    """What ``mention`` tells, whose standing is ``fact``."""
    dating, trigger = mention.dating, mention.trigger
    return Told(
        family(head_lemma(reading, mention)),
        about(reading, page, mention),
        dating.bounds if dating is not None else None,
        dating is not None and dating.basis in ("explicit", "relative") and not dating.shared,
        fact.polarity == "positive",
        fact.status in ("scheduled", "hypothetical"),
        trigger.pos == "noun",
        trigger.sentence,
        _figures(reading, mention),
        _names(reading, page, mention),
        trigger.voice == "passive",
        _patient(reading, mention),
        fact.source,
        retellings_of(reading, mention),
        _is_definite(reading, mention),
        _is_another(reading, mention),
    )


def retellings_of(reading: EventReading, mention: Mention) -> frozenset[int]:
    """The lines of retellings that the mention's words stand in."""
    trigger, lower = mention.trigger, reading.tokens.lower
    lemma = head_lemma(reading, mention)
    found = RETELLINGS.get(lemma, frozenset())
    if trigger.pos != "verb" or trigger.lemma not in PHRASAL:
        return found
    span = reading.clauses.at(trigger.token).object
    after = [lower[trigger.token + 1]] if trigger.token + 1 < len(lower) else []
    for word in (*after, *([lower[span[1] - 1]] if span is not None else ())):
        found |= RETELLINGS.get(f"{trigger.lemma}+{word}", frozenset())
    return found


def _opening(reading: EventReading, mention: Mention) -> int | None:
    """The first token of the phrase that says what it happened to: the noun's own, else the subject."""
    if mention.trigger.pos == "noun":
        return reading.clauses.chunk_at.get(mention.trigger.token, (mention.trigger.token, 0))[0]
    subject = reading.clauses.at(mention.trigger.token).subject
    return subject[0] if subject is not None else None


def _is_definite(reading: EventReading, mention: Mention) -> bool:
    """Whether it happened to what has been told of before: "the coach", "it"."""
    first = _opening(reading, mention)
    return first is not None and (
        reading.tags[first] in ("PRP", "PRP$") or reading.tokens.lower[first] in ("the", "that", "this", "both")
    )


def _is_another(reading: EventReading, mention: Mention) -> bool:
    """Whether it says itself that it is another one: "a second coach", "two others"."""
    first = _opening(reading, mention)
    words = reading.tokens.lower[first : first + _PHRASE] if first is not None else ()
    return not _OTHERS.isdisjoint(words)


def _patient(reading: EventReading, mention: Mention) -> str | None:
    """The noun of whom or what it was done to: the subject of a passive, else the object."""
    clause = reading.clauses.at(mention.trigger.token)
    span = clause.subject if mention.trigger.voice == "passive" else clause.object
    return reading.tokens.lower[span[1] - 1] if span is not None and mention.trigger.pos == "verb" else None


def _names(reading: EventReading, page: Page, mention: Mention) -> frozenset[str]:
    """The names of who is the subject: what two with different names did is not the same."""
    clause = page.clauses.at(mention.trigger.token)
    if mention.trigger.pos == "noun" or clause.verb is None:
        return frozenset()
    subject = subject_of(page, clause)
    found = {reading.tokens.lower[i] for i in subject if reading.tags[i] in ("NNP", "NNPS")}
    filled = (page.referents.of.get(i) for i in subject)
    return frozenset(found) | {
        word.lower() for name in filled if name is not None for word in name.split() if word[:1].isupper()
    }


def _figures(reading: EventReading, mention: Mention) -> frozenset[str]:
    """The numbers of who and what the mention is about: two of them that differ tell of two things."""
    clause = reading.clauses.at(mention.trigger.token)
    spans = [span for span in (clause.subject, clause.object) if span is not None]
    found = {
        _FIGURES.get(reading.tokens.lower[i], reading.tokens.lower[i])
        for a, b in spans
        for i in range(a, b)
        if reading.tags[i] == "CD" and reading.tokens.words[i - 1] != ","
    }
    return frozenset(found or ({"2"} if clause.subject is not None and _are_two(reading, *clause.subject) else ()))


def _are_two(reading: EventReading, first: int, last: int) -> bool:
    """Whether the subject is two people by their names: "Ann Orme, 15, and Tom Velde"."""
    ands = [i for i in range(first + 1, last - 1) if reading.tokens.lower[i] == "and"]
    if len(ands) != 1 or reading.tags[first] != "NNP" or reading.tags[last - 1] != "NNP":
        return False
    return all(reading.tags[i] in ("NNP", "CD", ",", "CC") for i in range(first, last))


def head_lemma(reading: EventReading, mention: Mention) -> str:
    """The base form of the word that names it; what was "found guilty" was convicted."""
    trigger, lower = mention.trigger, reading.tokens.lower
    if trigger.lemma != "find":
        return trigger.lemma or lower[trigger.token]
    return "convict" if lower[trigger.token + 1 : trigger.token + 2] == ["guilty"] else "find"


def about(reading: EventReading, page: Page, mention: Mention) -> frozenset[str]:
    """The nouns, names and numbers around the mention, in small letters and without a plural's s."""
    clause = page.clauses.at(mention.trigger.token)
    tokens: list[int] = []
    if mention.trigger.pos == "noun":
        chunk = page.chunk_at.get(mention.trigger.token)
        tokens.extend(range(*chunk) if chunk else ())
        tokens.extend(
            range(chunk[1] if chunk else mention.trigger.token + 1, min(clause.last, mention.trigger.token + 8))
        )
    elif clause.verb is not None:
        tokens.extend(subject_of(page, clause))
        tokens.extend(range(clause.verb[1], min(clause.last, clause.verb[1] + 12)))
    own, lower, tags, timex_at = mention.trigger.token, reading.tokens.lower, reading.tags, page.timex_at
    words = {_stem(lower[i]) for i in tokens if tags[i] in _TELLING and i != own and i not in timex_at}
    for i in tokens:
        name = page.referents.of.get(i)
        if name is not None:
            words.update(_stem(w) for w in name.lower().split())
    return frozenset(words)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
