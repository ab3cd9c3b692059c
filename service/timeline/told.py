"""What decides whether two mentions tell the same: their words, whom and what they are about, their time."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.headlines.page import Page
from service.events.headlines.subjects import subject_of
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating
from service.events.words.lexicon import noun_base
from service.record import record
from service.temporal.calendar.periods import Interval
from service.timeline.families import family, is_idiom
from service.timeline.kinds import Kind
from service.timeline.parties import FIGURES, Party, party_of, party_of_words, stands_for

_FAR: Final = 12  # tokens
_PLACING: Final = frozenset("in at near outside inside to from into".split())
_UNITS: Final = frozenset("percent cent point points % pence cents cent dollars euros times".split())
CHANGES: Final = frozenset(family(word, "verb") for word in "fall rise lose close finish shed earn post".split())
_BACK: Final = frozenset("the this that his her its their".split())
_TELLING: Final = frozenset("NN NNS NNP NNPS CD".split())  # tags of what a mention is about


@record
class Setting:
    """When a mention says that it was, and how the article stands to it: what most pairs of a kind differ in."""

    bounds: Interval | None
    exact: bool
    positive: bool
    to_come: bool
    source: str | None
    fresh: bool


@record
class Told:
    """What else decides whether two mentions are one event."""

    kind: Kind
    about: frozenset[str]
    bounds: Interval | None
    exact: bool
    noun: bool
    sentence: int
    figures: frozenset[str]
    theme: Party | None
    actor: Party | None
    affected: bool  # the theme is what something was done to
    event: Party | None  # the phrase of the noun that names it
    points: bool
    where: frozenset[str]
    definite: bool
    reporting: bool
    changes: bool  # by some amount: a market tells of many falls


def read_setting(mention: Mention, fact: Factuality) -> Setting:
    """When ``mention`` was, whose standing is ``fact``."""
    dating = mention.dating
    return Setting(
        _bounds(dating),
        dating is not None and dating.basis in ("explicit", "relative") and not dating.shared,
        fact.polarity == "positive",
        fact.status in ("scheduled", "hypothetical"),
        fact.source,
        mention.trigger.tense == "PRESENT" and fact.status in ("occurred", "ongoing"),
    )


def read_told(reading: EventReading, page: Page, mention: Mention, kind: Kind, setting: Setting) -> Told:
    """What ``mention`` tells in that ``setting``."""
    trigger = mention.trigger
    return Told(
        kind,
        about(reading, page, mention),
        setting.bounds,
        setting.exact,
        trigger.pos == "noun",
        trigger.sentence,
        _figures(reading, mention),
        _theme(page, mention, kind),
        _actor(page, mention, kind),
        trigger.voice == "passive" or (trigger.pos == "verb" and reading.clauses.at(trigger.token).object is not None),
        party_of(page, range(kind.by, kind.by + 1)) if kind.by is not None else None,
        _points(page, kind),
        _where(page, mention),
        _is_definite(reading, mention),
        trigger.event_class == "REPORTING",
        not CHANGES.isdisjoint(kind.names),
    )


def _bounds(dating: Dating | None) -> Interval | None:
    """When it was, as far as the text says: no day where only the publication bounds it."""
    if dating is None:
        return None
    return dating.bounds._replace(start=None) if dating.basis == "document" and dating.approximate else dating.bounds


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


def _figures(reading: EventReading, mention: Mention) -> frozenset[str]:
    """The numbers of who and what the mention is about: two of them that differ tell of two things."""
    clause = reading.clauses.at(mention.trigger.token)
    spans = [span for span in (clause.subject, clause.object) if span is not None]
    found = {
        FIGURES.get(reading.tokens.lower[i], reading.tokens.lower[i]) + _unit(reading.tokens.lower[i + 1 : i + 2])
        for a, b in spans
        for i in range(a, b)
        if reading.tags[i] == "CD" and reading.tokens.words[i - 1] != ","
    }
    return frozenset(found or ({"2"} if clause.subject is not None and _are_two(reading, *clause.subject) else ()))


def _unit(after: list[str]) -> str:
    """A share is no amount: "fell 12%", "dropped to 411 million"."""
    return "%" if after in (["%"], ["percent"], ["per"]) else ""


def _are_two(reading: EventReading, first: int, last: int) -> bool:
    """Whether the subject is two people by their names: "Ann Orme, 15, and Tom Velde"."""
    ands = [i for i in range(first + 1, last - 1) if reading.tokens.lower[i] == "and"]
    if len(ands) != 1 or reading.tags[first] != "NNP" or reading.tags[last - 1] != "NNP":
        return False
    return all(reading.tags[i] in ("NNP", "CD", ",", "CC") for i in range(first, last))


def _theme(page: Page, mention: Mention, kind: Kind) -> Party | None:
    """Whom or what it happened to: the object, or the subject of what has none; a noun's "of" or its owner."""
    own = page.clauses.at(mention.trigger.token)
    if kind.noun is not None:
        return _of_noun(page, kind.noun)
    if own.verb is None:
        return None
    if own.object is not None and mention.trigger.voice == "active" and not _is_measure(page, own.object):
        idiom = is_idiom(f"{mention.trigger.lemma}+{page.tokens.lower[own.object[1] - 1]}")
        return None if idiom else party_of(page, range(*own.object))
    if mention.trigger.event_class == "REPORTING" and mention.trigger.voice == "active":
        return None
    if mention.trigger.lemma == "vote":
        return _voted_on(page, own)
    return party_of(page, subject_of(page, own))


def _voted_on(page: Page, own: Clause) -> Party | None:
    """ "Voted 211 to 180 for the bill"."""
    assert own.verb is not None
    for i in range(own.verb[1], min(own.last, own.verb[1] + _FAR)):
        if page.tokens.lower[i] in ("for", "on", "against"):
            return party_of(page, range(i + 1, i + 2))
    return None


def _is_measure(page: Page, span: Stretch) -> bool:
    """Whether an object only says by how much: "fell 678 points"."""
    last = page.chunk_at.get(span[0], span)[1] - 1
    return page.tags[last] == "CD" or page.tokens.lower[last] in _UNITS or page.tags[span[0]] == "$"


def _of_noun(page: Page, noun: int) -> Party | None:
    """ "The collapse of the bridge", "the bank's collapse", "her resignation"."""
    lower, tags = page.tokens.lower, page.tags
    if lower[noun + 1 : noun + 2] == ["of"] and noun + 2 in page.chunk_at and not page.timex_at.get(noun + 2):
        return party_of(page, range(noun + 2, noun + 3))
    first = page.chunk_at.get(noun, (noun, noun))[0]
    if tags[first] == "PRP$":
        return stands_for(page.referents.of.get(first))
    owner = next((i for i in range(first, noun) if tags[i] == "POS"), None)
    return party_of_words(page, (first, owner)) if owner is not None and first not in page.timex_at else None


def _actor(page: Page, mention: Mention, kind: Kind) -> Party | None:
    """Who did it: the subject of what has an object."""
    own = page.clauses.at(mention.trigger.token)
    if kind.noun is not None or own.verb is None:
        return None
    if mention.trigger.voice != "active":
        by = page.chunk_at.get(own.verb[1] + 1) if page.tokens.lower[own.verb[1] : own.verb[1] + 1] == ["by"] else None
        return party_of(page, range(*by)) if by is not None else None
    transitive = mention.trigger.event_class == "REPORTING" or mention.trigger.lemma == "vote"
    if not transitive and (own.object is None or _is_measure(page, own.object)):
        return None
    return party_of(page, subject_of(page, own))


def _points(page: Page, kind: Kind) -> bool:
    """Whether it goes back to what has been told by a noun that says no more of it: "the blast", "his resignation"."""
    noun = kind.noun
    if noun is None or kind.names[0] in CHANGES:
        return False
    first = page.chunk_at.get(noun, (noun, noun))[0]
    if page.tokens.lower[first] not in _BACK or page.tokens.lower[noun + 1 : noun + 2] in (["of"], ["on"], ["in"]):
        return False
    return all(i in page.timex_at for i in range(first + 1, noun))


def _where(page: Page, mention: Mention) -> frozenset[str]:
    """The names that follow the verb and its object: where it was, mostly."""
    own = page.clauses.at(mention.trigger.token)
    if own.verb is None or mention.trigger.pos != "verb":
        return frozenset()
    first = own.object[1] if own.object is not None else own.verb[1]
    found: set[str] = set()
    for i in range(first, min(own.last, first + _FAR)):
        chunk = page.chunk_at.get(i)
        if chunk is None or page.tokens.lower[chunk[0] - 1] not in _PLACING or page.clauses.clause_of[i] != own.index:
            continue
        if page.tags[i] == "NNP" and i not in page.timex_at:
            found.add(page.tokens.lower[i])
    return frozenset(found)


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
        told_of = clause.object is None and mention.trigger.event_class != "REPORTING"
        if told_of or mention.trigger.voice != "active":
            tokens.extend(subject_of(page, clause))
        tokens.extend(range(clause.verb[1], min(clause.last, clause.verb[1] + 12)))
    own, lower, tags, timex_at = mention.trigger.token, reading.tokens.lower, reading.tags, page.timex_at
    words = {noun_base(lower[i]) for i in tokens if tags[i] in _TELLING and i != own and i not in timex_at}
    for i in tokens:
        name = page.referents.of.get(i)
        if name is not None:
            words.update(noun_base(w) for w in name.lower().split())
    return frozenset(words)
