"""The words that name events: main verbs, event nouns, and predicates of state (TimeML 1.2.1, section 2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from service.events.lexicon import LEXICON, noun_base
from service.events.model import EventClass
from service.events.verbgroups import Aspect, Tense, VerbGroup, Voice, find_verb_groups
from service.text.sentences import Sentence
from service.text.tokens import Tokens

PartOfSpeech = Literal["verb", "noun", "adjective"]

_NO: Final = frozenset({"no", "without", "neither", "nor", "lack"})
_BE: Final = "be"
_MARKS_BEFORE_PREDICATE: Final = frozenset({"RB", "RBR", "RBS", "DT", "PRP"})


@dataclass(frozen=True, slots=True)
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


def find_triggers(tokens: Tokens, sentences: list[Sentence], tags: list[str]) -> list[Trigger]:
    """The event mentions of a text, in text order, at most one a token; linear in the number of tokens."""
    found: dict[int, Trigger] = {}
    number_of = _sentence_numbers(tokens, sentences)
    for group in find_verb_groups(tokens, sentences, tags):
        number = number_of[group.token]
        trigger = _verb_trigger(tokens, sentences[number], tags, group, number)
        if trigger is not None:
            found.setdefault(trigger.token, trigger)
    for number, sentence in enumerate(sentences):
        for i in range(sentence.first, sentence.last):
            if tags[i] in {"NN", "NNS"} and i not in found and _names_event(tokens, sentence, tags, i):
                found[i] = _noun_trigger(tokens, sentence, tags, i, number)
    return [found[i] for i in sorted(found)]


def _sentence_numbers(tokens: Tokens, sentences: list[Sentence]) -> list[int]:
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers.extend([number] * (sentence.last - sentence.first))
    return numbers


def _verb_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int) -> Trigger | None:
    """The event of a verb group: its main verb's, or that of the predicate after "be"."""
    word = tokens.lower[group.token]
    if group.lemma == _BE:
        return _predicate_trigger(tokens, sentence, tags, group, number)
    if tags[group.token] in {"MD", "TO"} or (word in LEXICON.prepositions and group.first == group.token):
        return None
    if group.lemma == "do" and _has_no_object(tokens, sentence, tags, group.last):
        return None
    return Trigger(
        token=group.token,
        first=group.first,
        last=group.last,
        sentence=number,
        event_class=LEXICON.verbs.get(group.lemma, "OCCURRENCE"),
        pos="verb",
        tense=group.tense,
        aspect=group.aspect,
        voice=group.voice,
        modal=group.modal,
        negated=group.negated,
        lemma=group.lemma,
    )


def _has_no_object(tokens: Tokens, sentence: Sentence, tags: list[str], after: int) -> bool:
    return after >= sentence.last or tags[after] in {".", ",", "IN", "CC", ":", "''", "RB", "PRP"}


def _predicate_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int
) -> Trigger | None:
    """The adjective after a form of "be", where it says something that begins or ends."""
    at = group.last
    while at < sentence.last and tags[at] in {"RB", "RBR", "RBS"}:
        at += 1
    if at >= sentence.last or tags[at] not in {"JJ", "JJR", "RP", "VBN"}:
        return None
    word = tokens.lower[at]
    if at + 1 < sentence.last and tags[at + 1] in {"NN", "NNS", "NNP", "JJ", "CD"}:
        return None
    return Trigger(
        token=at,
        first=group.first,
        last=at + 1,
        sentence=number,
        event_class=LEXICON.adjectives.get(word, "STATE"),
        pos="adjective",
        tense=group.tense,
        aspect=group.aspect,
        modal=group.modal,
        negated=group.negated,
        lemma=word,
    )


def _names_event(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun at ``i`` names an event here."""
    word = tokens.lower[i]
    base = word if word in LEXICON.nouns else noun_base(word) if tags[i] == "NNS" else word
    if base in LEXICON.ambiguous or word in LEXICON.ambiguous:
        return _is_eventive_context(tokens, sentence, tags, i)
    if base in LEXICON.nouns:
        return _is_head(tokens, sentence, tags, i)
    return False


def _is_head(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun is its phrase's head: "the talks", not "the talks' venue" or "talks venue"."""
    after = i + 1
    return after >= sentence.last or tags[after] not in {"NN", "NNS", "POS"}


def _is_eventive_context(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the words around an ambiguous noun say that something happens: "a call with", "the strike began"."""
    if not _is_head(tokens, sentence, tags, i):
        return False
    before = tokens.lower[max(sentence.first, i - 3) : i]
    after = tokens.lower[i + 1] if i + 1 < sentence.last else ""
    return after in {"with", "between", "against", "by"} or not {"during", "after", "before"}.isdisjoint(before)


def _noun_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], i: int, number: int) -> Trigger:
    first = i
    while first > sentence.first and tags[first - 1] in {
        "DT",
        "JJ",
        "NN",
        "NNS",
        "NNP",
        "CD",
        "PRP$",
        "JJS",
        "JJR",
        "VBN",
        "VBG",
    }:
        first -= 1
        if tags[first] in {"DT", "PRP$"}:
            break
    word = tokens.lower[i]
    base = word if word in LEXICON.nouns else noun_base(word)
    before = tokens.lower[first - 1] if first > sentence.first else ""
    return Trigger(
        token=i,
        first=first,
        last=i + 1,
        sentence=number,
        event_class=LEXICON.nouns.get(base, "OCCURRENCE"),
        pos="noun",
        negated=tokens.lower[first] == "no" or before in _NO,
        lemma=base,
    )
