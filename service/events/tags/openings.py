"""What opens a sentence and looks like its verb: names, people and participles."""

from __future__ import annotations

from typing import Final

from service.events.tags.tables import ASIDE, DAYS, IN_SUBJECT, NOMINATIVE, SUBJECT, WHEN
from service.events.words.lexicon import noun_base
from service.events.words.names import NAMES
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_AFTER_COMMA: Final = NOUN | {"VBD", "MD", "CD", "JJ"}
_IN_PHRASE: Final = NOUN | {"DT", "JJ", "CD", "HYPH", "PRP$"}
_MODALS: Final = frozenset("can could may might must shall should will would need dare ought ca wo".split())
_ADVERBS: Final = frozenset("moreover furthermore nevertheless nonetheless likewise similarly meantime".split())
_MADE_PUBLIC: Final = frozenset("released issued published posted delivered sent broadcast aired circulated".split())


def mend_opening(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """What opens a sentence and looks like its verb: "Retired teacher Ann Orme", "Arrested in May, he was tried"."""
    i = sentence.first
    if tokens.lower[i] == "in":
        _mend_occasion(tokens, tags, sentence)
    if tags[i] == "NNP" and tokens.lower[i] in _ADVERBS and tokens.words[i + 1 : i + 2] == [","]:
        tags[i] = "RB"  # "Moreover, by doing so the bank"
    if tags[i] in ("VB", "VBP", "NNP") and tokens.lower[i] in DAYS:
        tags[i] = "NN"  # "Tomorrow the board votes"
    if tags[i] == "MD" and tokens.lower[i] not in _MODALS:
        tags[i] = "NNP"  # "Holt first put the plan to the firm"
    if i + 2 >= sentence.last:
        return
    if tags[i] == "NNP" and tags[i + 1] in FINITE and _are_people(tokens.lower[i]):
        tags[i] = "NNS"  # "Aides said"
    elif tags[i] == "VBG" and tags[i + 1] == "IN" and _has_finite(tags, i + 1, sentence.last):
        tags[i] = "NN"  # "Fighting in the north began"
    elif tags[i] == "NN" and tags[i + 1] == "IN" and _precedes_pronoun(tokens, tags, sentence):
        tags[i] = "VBG"  # "Fighting in the north, they lost a tank"
    if tags[i] not in ("VBD", "VBN") or tokens.lower[i] == "had":
        return
    if tags[i + 1] in ("NN", "NNS", "JJ") and tokens.lower[i + 1] not in WHEN:
        tags[i] = "JJ"
        return
    comma = next((k for k in range(i + 1, min(i + ASIDE, sentence.last - 2)) if tokens.words[k] == ","), None)
    if comma is None or tags[comma + 1] not in ("PRP", "DT", "NNP"):
        return
    if tags[comma + 1] == "PRP" or tags[comma + 2] in _AFTER_COMMA:
        for k in range(i, comma):
            joined = tags[k - 1] == "CC" if k > i else True
            if tags[k] == "VBD" and joined:
                tags[k] = "VBN"
        if tokens.lower[i + 1] == "that" and tags[i + 2] == "NNP":
            tags[i + 1] = "DT"  # "Arrested that September"


def _mend_occasion(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """ "In a statement released this morning, the firm said": what the statement was is no verb of its own."""
    for i in range(sentence.first + 2, min(sentence.first + SUBJECT, sentence.last - 2)):
        if tags[i] == "VBD":
            if tokens.lower[i] in _MADE_PUBLIC and tags[i - 1] in NOUN:
                rest = tokens.words[i + 1 : min(i + SUBJECT, sentence.last)]
                tags[i] = "VBN" if "," in rest and _has_tense(tags, i + 1 + rest.index(","), sentence.last) else "VBD"
            return
        if tags[i] not in _IN_PHRASE:
            return


def _has_tense(tags: list[str], first: int, last: int) -> bool:
    return not FINITE.isdisjoint(tags[first:last])


def _precedes_pronoun(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether an -ing form opens the sentence, and nothing but nouns stands between it and ", they"."""
    i = sentence.first
    if not tokens.lower[i].endswith("ing"):
        return False
    last = next((k for k in range(i + 2, min(i + SUBJECT, sentence.last - 1)) if tags[k] not in IN_SUBJECT), None)
    return last is not None and tokens.words[last] == "," and tokens.lower[last + 1] in NOMINATIVE


def _are_people(word: str) -> bool:
    """Whether a word is the plural of what somebody is: "aides", "officials"."""
    base = noun_base(word)
    return base != word and base in NAMES["person_words"]


def _has_finite(tags: list[str], first: int, last: int) -> bool:
    """Whether a past tense follows after nothing but nouns and prepositions."""
    for k in range(first, min(first + SUBJECT, last)):
        if tags[k] == "VBD":
            return True
        if tags[k] not in IN_SUBJECT:
            return False
    return False
