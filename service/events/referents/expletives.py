"""An "it" that stands for nothing: "it rained", "it is known that", "it was the clerk who"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.events.clauses.model import BE
from service.events.words.lexicon import LEXICON, verb_base
from service.text.tokens import Tokens

_WEATHER: Final = frozenset("rain snow hail drizzle thunder sleet freeze pour".split())
_SEEMING: Final = frozenset("seem appear turn happen emerge transpire follow".split())
_TAKING: Final = frozenset("take cost".split())  # "it took six years to build"
_JUDGED: Final = frozenset(
    """possible impossible difficult hard easy important necessary vital essential wrong right illegal legal dangerous
    better best clear unclear true obvious likely unlikely certain uncertain time late early too dark not a
    crucial fair unfair normal common rare unusual reasonable safe unsafe good bad up""".split()
)
# "It is not known when", "it was agreed that": what is known follows.
_HELD: Final = frozenset(
    """known thought believed said hoped feared expected reported understood estimated decided agreed revealed alleged
    claimed argued announced confirmed suggested found shown felt assumed discovered noted learned learnt
    recommended proved""".split()
)
_OPENERS: Final = frozenset("that whether how when where why who what if".split())
_FINDING: Final = frozenset("find make think consider deem call feel believe leave keep take".split())
_TIMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday noon midnight dawn dusk night morning spring summer
    autumn winter""".split()
)
_UNITS: Final = frozenset("second minute hour day week month year decade".split())
_ORDINAL: Final = re.compile("first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last")
_FAR: Final = 16  # tokens
_NEAR: Final = 9


def is_expletive(tokens: Tokens, tags: Sequence[str], i: int, end: int) -> bool:
    """Whether the "it" at ``i`` stands for nothing that could be named; ``end`` is where its sentence ends."""
    lower = tokens.lower
    j = i + 1
    while j < end and (tags[j] in ("MD", "RB") or lower[j] in ("has", "had", "have", "'s", "’s")):
        j += 1
    if j >= end:
        return False
    verb = verb_base(lower[j])
    if verb in _WEATHER and not _has_object(tags, j, end):
        return True
    if verb in _SEEMING and lower[j + 1 : j + 2] != ["to"]:
        return lower[j + 1 : j + 2] in ([","], ["that"], ["as"], ["out"], ["likely"], ["unlikely"], ["clear"])
    if verb == "take" and any(word.rstrip("s") in _UNITS for word in lower[j + 1 : min(end, j + 6)]):
        return True
    if verb in _TAKING and _infinitive_near(tags, j + 1, min(end, j + _NEAR)):
        return True
    if lower[j - 1] in BE or lower[j] in BE:
        return _after_be(tokens, tags, j if lower[j] not in BE else j + 1, end)
    return _is_found(lower, tags, i, end)


def _has_object(tags: Sequence[str], j: int, end: int) -> bool:
    """Whether a verb of weather is used of something that falls: "it poured water on"."""
    return j + 2 < end and tags[j + 1] in ("DT", "PRP$") and tags[j + 2] in ("NN", "NNS")


def _infinitive_near(tags: Sequence[str], first: int, end: int) -> bool:
    return any(tags[k] == "TO" and tags[k + 1] == "VB" for k in range(first, end - 1))


def _after_be(tokens: Tokens, tags: Sequence[str], j: int, end: int) -> bool:
    """What follows "it is": the judgement of what is told after it, or the one who did it."""
    lower = tokens.lower
    while j < end and (tags[j] == "RB" or lower[j] in ("been", "being", "very", "so", "too")) and lower[j] != "not":
        j += 1
    if lower[j : j + 1] == ["not"]:
        j += 1
        if lower[j : j + 1] in (["until"], ["for"], ["only"]):
            return True
    if j >= end:
        return False
    word = lower[j]
    if word == "that":
        return True  # "it was then that"
    stop = min(end, j + _FAR)
    named = lower[j + 2 : j + 3] if word == "the" and _ORDINAL.fullmatch(lower[j + 1]) else []
    if named and (named[0] == "time" or named[0] in LEXICON.nouns):
        return True  # "it is the third time the bridge has closed", "it is the second fire at the theatre"
    if word in _HELD:
        return any(w in _OPENERS for w in lower[j + 1 : min(end, j + 4)])
    if word in ("in", "at", "on", "for", "because", "only", "when", "thanks"):
        return any(lower[k] in ("that", "to", "who") for k in range(j + 1, stop))
    if word in _TIMES or (tags[j] == "CD" and lower[j + 1 : j + 2] in (["years"], ["months"], ["days"], ["weeks"])):
        return True
    if word in _JUDGED or tags[j] in ("JJ", "JJR", "JJS"):
        if lower[j + 1 : j + 2] == ["that"]:
            return True
        if word in _JUDGED and _infinitive_near(tags, j + 1, min(end, j + _NEAR)):
            return True
    if tags[j] in ("DT", "NNP", "PRP$", "NN", "PRP", "NNS", "CD"):
        return any(lower[k] in ("who", "which", "that", "whom") and tags[k] != "DT" for k in range(j + 1, stop))
    return False


def _is_found(lower: Sequence[str], tags: Sequence[str], i: int, end: int) -> bool:
    """ "Found it hard to", "thought it political", "make it clear that"."""
    if not i or verb_base(lower[i - 1]) not in _FINDING or i + 1 >= end or tags[i + 1] not in ("JJ", "JJR"):
        return False
    return lower[i + 2 : i + 3] in (["that"], ["to"], ["for"]) or lower[i + 1] in _JUDGED
