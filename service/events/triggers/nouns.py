"""Nouns that name events, by the hand-made lexicon and by what stands around them."""

from __future__ import annotations

from typing import Final

from service.events.triggers.model import Trigger
from service.events.words.lexicon import LEXICON, noun_base, verb_base
from service.text.sentences import Sentence
from service.text.tagset import NOUN
from service.text.tokens import Tokens

_NO: Final = frozenset({"no", "without", "neither", "nor", "lack"})
IN_PHRASE: Final = frozenset("DT JJ JJR JJS NN NNS NNP NNPS CD PRP$ POS VBN VBG HYPH".split())
IN_PREDICATE: Final = IN_PHRASE | {"RB"}
PHRASE_LIMIT: Final = 12  # tokens; a longer run of nouns is a list
_TEMPORAL: Final = frozenset("after before during since until following amid despite pending".split())
_DEVERBAL: Final = ("tion", "sion", "ment")
_NAMING_DEEDS: Final = ("ing", *_DEVERBAL)
_NOMINAL: Final = NOUN | {"JJ"}
_GOES_ON: Final = frozenset({"NN", "NNS", "POS", "HYPH"})  # tags after which a noun is not its phrase's head
_APOSTROPHES: Final = frozenset({"'", "’"})
_KINDS: Final = {  # the first of the lexicon's lists that a noun is in
    **dict.fromkeys(LEXICON.never, "never"),
    **dict.fromkeys(LEXICON.general, "general"),
    **dict.fromkeys(LEXICON.contextual, "contextual"),
    **dict.fromkeys(LEXICON.events, "event"),
}


def names_event(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun at ``i`` names an event here."""
    base = _noun_at(tokens, tags, i)
    kind = _KINDS.get(base)
    if kind == "never" or (kind is None and not base.endswith(_NAMING_DEEDS)):
        return False
    if not _is_head(tokens, sentence, tags, i):
        return False
    if kind == "event":
        return True
    if kind == "contextual":
        return tags[i] == "NNS" or _is_definite(sentence, tags, i) or _happens(tokens, sentence, tags, i)
    if kind == "general":
        return _happens(tokens, sentence, tags, i)
    if len(base) < 6:
        return False
    if base.endswith("ing") and tags[i] == "NN":
        return verb_base(base) in LEXICON.bases and _is_definite(sentence, tags, i)
    return base.endswith(_DEVERBAL) and _happens(tokens, sentence, tags, i)


def _noun_at(tokens: Tokens, tags: list[str], i: int) -> str:
    """The base form of the noun at ``i``, with what a hyphen joins to it where the lexicon has the two as one word."""
    word = tokens.lower[i]
    base = word if word in LEXICON.nouns or tags[i] == "NN" else noun_base(word)
    if i > 1 and tags[i - 1] == "HYPH":
        joined = tokens.lower[i - 2] + base
        return joined if joined in LEXICON.nouns else base
    return base


def _is_head(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun is its phrase's head: "the talks", not "the talks' venue" or "talks venue"."""
    after = i + 1
    if after >= sentence.last:
        return True
    if tags[after] in _GOES_ON:
        return False
    apostrophe = tokens.lower[after] in _APOSTROPHES and tokens.starts[after] == tokens.ends[i] and tags[i] == "NNS"
    return not (apostrophe and after + 1 < sentence.last and tags[after + 1] in _NOMINAL)


def _phrase_start(sentence: Sentence, tags: list[str], i: int) -> int:
    """Where the noun phrase that ends at ``i`` begins: at its determiner or its first modifier."""
    first = i
    while first > sentence.first and tags[first - 1] in IN_PHRASE and i - first < PHRASE_LIMIT:
        first -= 1
        if tags[first] in {"DT", "PRP$"}:
            break
    return first


def _is_definite(sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun phrase has a determiner or a possessor: "the deal", "his offer", "Friday's decision"."""
    first = _phrase_start(sentence, tags, i)
    return tags[first] in {"DT", "PRP$"} or "POS" in tags[first:i]


def _happens(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the words around the noun say that something happens: "after the call", "held a vote"."""
    first = _phrase_start(sentence, tags, i)
    before = tokens.lower[first - 1] if first > sentence.first else ""
    after = tokens.lower[i + 1] if i + 1 < sentence.last else ""
    if before in _TEMPORAL or after in {"with", "between", "against"}:
        return True
    if first > sentence.first and tags[first - 1][:2] == "VB" and verb_base(before) in LEXICON.happening:
        return True
    return i + 1 < sentence.last and tags[i + 1][:2] == "VB" and verb_base(after) in LEXICON.happening


def noun_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], i: int, number: int) -> Trigger:
    first = _phrase_start(sentence, tags, i)
    base = _noun_at(tokens, tags, i)
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
