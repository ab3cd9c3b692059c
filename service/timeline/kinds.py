"""Which kind of happening a mention tells: that of its word, or of the noun whose coming about it only says.

"The strike began" and "walked out" are told by one word each, "a blast destroyed the house" by two.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.reading import EventReading, Mention
from service.events.words.lexicon import LEXICON, noun_base
from service.record import record
from service.timeline.families import (
    CARRYING,
    COMING_ABOUT,
    DISASTERS,
    PHRASAL,
    RETELLINGS,
    STRIKING,
    SYNONYMS,
    family,
    has_family,
    lines_of,
)

# They say so little that what they are said of makes them: two who "took" something took the same thing.
_EMPTY: Final = frozenset(
    "be have make take give get do come go put set keep bring leave turn end face declare hold".split()
)
_RAGING: Final = frozenset("burn rage spread".split())
_PERCEIVED: Final = frozenset("hear feel".split())
_STRIKERS: Final = frozenset("union worker staff nurse doctor employee crew guard pilot clerk".split())
_AIR: Final = frozenset("air drone missile rocket artillery".split())
# Verbs that tell what the words beside them say.
_MORE: Final = PHRASAL | COMING_ABOUT | CARRYING | STRIKING | _RAGING | _PERCEIVED | _EMPTY
_REMEMBERED: Final = 1_024
_PREDICATIVE: Final = tuple(["JJ", after] for after in (".", ",", "IN", "CC", "TO", "RB", ":", "''"))


@record
class Kind:
    """``names``: the families of what is told; ``noun``: the token of the noun that names it, the trigger's or one that
    a verb carries; ``cause``: the family of the disaster that did it, and ``by`` the token of that noun;
    ``retellings`` and ``synonyms``: lines of families.toml."""

    names: tuple[str, ...]
    noun: int | None
    cause: str | None
    by: int | None
    retellings: frozenset[int]
    synonyms: frozenset[int]


def kind_of(reading: EventReading, mention: Mention) -> Kind:
    """What kind of happening ``mention`` tells."""
    trigger = mention.trigger
    lemma = trigger.lemma or reading.tokens.lower[trigger.token]
    if trigger.pos != "verb":
        return _of_word(_named(reading, trigger.token, lemma), trigger.token)
    at = trigger.token + 1
    if lemma not in _MORE and (at == len(reading.tags) or reading.tags[at] != "JJ"):
        return _of_verb(lemma)
    own = reading.clauses.at(trigger.token)
    phrases = _phrases(reading, mention, own) if lemma in PHRASAL else []
    noun = _carried(reading, mention, own, [lemma, *phrases])
    if noun is not None:
        return _of_word(_named(reading, noun, noun_base(reading.tokens.lower[noun])), noun)
    by = _by(reading, own) if lemma in STRIKING else None
    cause = family(noun_base(reading.tokens.lower[by]), "noun") if by is not None else None
    names = _families(reading, mention, own, phrases)
    return Kind(
        (*names, cause) if cause is not None else names,
        None,
        cause,
        by,
        lines_of(RETELLINGS, [lemma, *phrases], "verb") | _lines_of_cause(reading, by),
        lines_of(SYNONYMS, [lemma, *phrases], "verb"),
    )


@lru_cache(_REMEMBERED)
def _of_verb(lemma: str) -> Kind:
    """What a verb tells that no word beside it makes another happening of: most of them."""
    return Kind(
        (family(lemma, "verb"),),
        None,
        None,
        None,
        lines_of(RETELLINGS, [lemma], "verb"),
        lines_of(SYNONYMS, [lemma], "verb"),
    )


def _of_word(word: str, noun: int) -> Kind:
    names, cause, retellings, synonyms = _of_noun(word)
    return Kind(names, noun, cause, noun, retellings, synonyms)


@lru_cache(_REMEMBERED)
def _of_noun(word: str) -> tuple[tuple[str, ...], str | None, frozenset[int], frozenset[int]]:
    """What a noun tells wherever it stands: its families, the disaster that it is, its lines."""
    cause = family(word, "noun") if word in DISASTERS else None
    lines = lines_of(RETELLINGS, [word], "noun"), lines_of(SYNONYMS, [word], "noun")
    return (family(word, "noun"),), cause, *lines


def _named(reading: EventReading, token: int, lemma: str) -> str:
    """The noun itself; an "air strike" is an attack, no walkout."""
    if lemma != "strike":
        return lemma
    lower = reading.tokens.lower
    return "attack" if lower[token - 1] in _AIR or lower[token + 1 : token + 2] == ["on"] else lemma


def _phrases(reading: EventReading, mention: Mention, own: Clause) -> list[str]:
    """The verb with the word after it, or with its object's last: "walk+out", "lose+lives"."""
    lower, token = reading.tokens.lower, mention.trigger.token
    after = lower[token + 1 : token + 2]
    held = [lower[own.object[1] - 1]] if own.object is not None else []
    return [f"{mention.trigger.lemma}+{word}" for word in dict.fromkeys([*after, *held])]


def _families(reading: EventReading, mention: Mention, own: Clause, phrases: list[str]) -> tuple[str, ...]:
    """The family of the verb; of what it is said of, where the verb says little; of "fell silent" as a whole."""
    lemma = mention.trigger.lemma or reading.tokens.lower[mention.trigger.token]
    whole = next((p for p in phrases if has_family(p)), None)
    if whole is not None:
        return (family(whole, "verb"),)
    at = mention.trigger.token + 1
    alone = own.object is None and mention.trigger.voice == "active"
    if alone and reading.tags[at : at + 2] in _PREDICATIVE and reading.tokens.words[at].islower():
        return (f"{lemma}+{reading.tokens.lower[at]}",)
    if lemma == "strike" and alone and _may_strike(reading, own):
        return (family(lemma, "noun"),)
    if lemma in _EMPTY:
        span = own.object or own.subject
        said = noun_base(reading.tokens.lower[span[1] - 1]) if span is not None else ""
        return (f"{lemma}+{family(said, 'noun')}",)
    return (family(lemma, "verb"),)


def _may_strike(reading: EventReading, own: Clause) -> bool:
    """Whether the subject may go on strike: "drivers", "the union"."""
    if own.subject is None:
        return False
    noun = noun_base(reading.tokens.lower[own.subject[1] - 1])
    return noun in _STRIKERS or noun.endswith("er")


def _carried(reading: EventReading, mention: Mention, own: Clause, phrases: list[str]) -> int | None:
    """The noun whose coming about a verb only tells: "the strike began", "a vote was held", "held a vote"."""
    active = mention.trigger.voice == "active"
    if active and not COMING_ABOUT.isdisjoint(phrases):
        return _event(reading, own.subject)
    if mention.trigger.lemma in (_RAGING if active else _PERCEIVED):
        return _by(reading, own)
    if CARRYING.isdisjoint(phrases):
        return None
    return _event(reading, own.object if active else own.subject)


def _event(reading: EventReading, span: Stretch | None) -> int | None:
    """The head of a noun phrase that names a happening."""
    if span is None:
        return None
    chunk = reading.clauses.chunk_at.get(span[0], span)
    token = min(chunk[1], span[1]) - 1
    noun = noun_base(reading.tokens.lower[token])
    return token if noun in LEXICON.events or has_family(noun) else None


def _lines_of_cause(reading: EventReading, by: int | None) -> frozenset[int]:
    """The lines of retellings of a disaster: "the landslide buried the town … the slope gave way"."""
    return frozenset() if by is None else lines_of(RETELLINGS, [noun_base(reading.tokens.lower[by])], "noun")


def _by(reading: EventReading, own: Clause) -> int | None:
    """The disaster that did it: "a blast destroyed the house", "the fire that killed them"."""
    span = own.subject
    if own.kind in ("relative", "participle") and own.antecedent is not None:
        token = own.antecedent
    elif span is not None:
        token = reading.clauses.chunk_at.get(span[0], span)[1] - 1
    else:
        return None
    return token if noun_base(reading.tokens.lower[token]) in DISASTERS else None
