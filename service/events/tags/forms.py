"""Forms that can be one thing only where they stand: a past tense, and no participle; a verb, and no plural."""

from __future__ import annotations

from typing import Final

from service.events.words.lexicon import LEXICON
from service.events.words.verbs import INTRANSITIVE
from service.text.tagset import ADVERB, FINITE, NOUN
from service.text.tokens import Tokens

_NOMINATIVE: Final = frozenset("i he she we they it".split())
_AUXILIARIES: Final = frozenset(
    """be is are was were been being am has have had having do does did get got gets will would can could 's 're 've 'd
    ’s ’re ’ve ’d""".split()
)
_QUOTE_SIGNS: Final = frozenset("` `` ' '' \" “ ‘".split())
_AMOUNTS: Final = (["VBG"], ["CD"], ["$"], ["RB"])  # "declined by 3 per cent", "responded by closing"
# Verbs in the third person that are the plural of no noun.
NEVER_PLURALS: Final = frozenset(
    """acknowledges adds allows appears appreciates argues arrives asks becomes begins believes belongs brings carries
    confirms consists contains continues contradicts declares decides denies depends derives describes diminishes
    emerges enables enjoys ensures exceeds exists expects explains follows gives goes happens implies improves includes
    indicates insists intends involves keeps knows learns loses maintains materializes occurs opposes owes owns
    persuades prefers prevents proves provides receives recognises recognizes refers relies remembers represents
    requires resembles responds says seeks seems sells sends speaks succeeds suggests supposes survives takes tells
    tends thinks threatens understands undergoes wants warns weighs writes""".split()
)
_BEFORE_VERB: Final = NOUN | ADVERB | {"PRP", "WP", "WDT", ",", "CD", "''"}


def told_of_subject(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "It reduced its stocks", "they no longer expected help": a pronoun that only does something is a subject."""
    k = i - 1
    while k > 0 and (tags[k] in ADVERB or tokens.words[k] in _QUOTE_SIGNS) and i - k < _ADVERBS:
        k -= 1
    word = tokens.lower[k]
    if word not in _NOMINATIVE or not _AUXILIARIES.isdisjoint(tokens.lower[max(k - 2, 0) : i]):
        return None
    if word == "it" and k and tags[k - 1].startswith("VB") and tokens.lower[k - 1] not in _CLAIMING:
        return None  # "found it abandoned"
    return "VBD"


_ADVERBS: Final = 4  # tokens
# They take a clause, and no participle after their object.
_CLAIMING: Final = frozenset(
    """say says said add adds added think thinks thought claim claims claimed insist insists insisted announce announces
    announced estimate estimates estimated admit admits admitted argue argues argued""".split()
)


def told_without_object(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "The market collapsed", "the firm, in May, immediately responded by closing": what takes no object."""
    if tokens.lower[i] not in INTRANSITIVE:
        return None
    k = i - 2 if tags[i - 1] in ADVERB and i > 1 else i - 1
    after = tags[i + 1] if i + 1 < len(tags) else "."
    if after in NOUN or (tokens.lower[i + 1 : i + 2] == ["by"] and tags[i + 2 : i + 3] not in _AMOUNTS):
        return None
    if not _AUXILIARIES.isdisjoint(tokens.lower[max(k - 1, 0) : i]):
        return None
    return "VBD" if tags[k] in NOUN or tags[k] == "PRP" or tokens.words[k] == "," else None


def no_form(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "The Las Tunas compound", "a lawn chair": no past form of a verb is spelt so."""
    word = tokens.lower[i]
    if word.endswith(("ed", "n")) or word in LEXICON.irregular or not word.isalpha() or not tokens.words[i].islower():
        return None
    return None if word.startswith(_PREFIXES) or tags[i - 1] not in _IN_PHRASE else "NN"


_PREFIXES: Final = ("un", "re", "out", "over", "under", "mis", "fore", "with")
_IN_PHRASE: Final = NOUN | {"DT", "JJ"}


def thing_in_phrase(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "Kept him in a garden shed for 14 years", "fell after a tax cut in May": the last noun of a phrase after another
    verb, where nothing is its object; not "the man in a car shed tears"."""
    if tokens.lower[i] not in _THINGS or i < _PHRASE or tags[i - 3 : i] != ["IN", "DT", "NN"]:
        return None
    told = not FINITE.isdisjoint(tags[i - _PHRASE : i - 3])
    return "NN" if told and tags[i + 1 : i + 2] in (["IN"], ["CC"], [","], ["."]) else None


_THINGS: Final = frozenset("shed cut bet cost forecast broadcast".split())
_PHRASE: Final = 7  # tokens back in which another verb stands


def only_past(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "Their leader, Tung Wei, swore": a past tense has no other use, whatever stands before it."""
    return "VBD" if tokens.lower[i] in LEXICON.past_only and tokens.words[i].islower() else None


def no_plural(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "A source tells reporters": a form that no noun has."""
    verb = tokens.lower[i] in NEVER_PLURALS and tokens.words[i].islower()
    return "VBZ" if verb and tags[i - 1] in _BEFORE_VERB else None
