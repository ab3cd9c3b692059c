"""Where what is to come is looked forward to from: the day of publication, or a day of the story."""

from __future__ import annotations

from service.temporal.direction.cue_words import ASKS, BE, IS, LOOKS_FORWARD, PAST, PAUSES, SET, WERE
from service.temporal.model import Viewpoint
from service.text.tokens import Tokens

_REACH = 24  # tokens
_PERFECT = frozenset({"has", "have", "having"})
_NOW = IS | _PERFECT | frozenset("will wo 'll ’ll shall may can am 're ’re".split())
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_AUXILIARIES = IS | BE | WERE | _PERFECT | {"had", "been"}
_THEN = frozenset("would should might could".split())
_FORWARD = LOOKS_FORWARD | ASKS
_DUE = _FORWARD | SET | {"to", "due"}


def viewpoint(tokens: Tokens, first: int, begin: int) -> Viewpoint:
    """Where the clause before token ``first`` looks forward from; its sentence begins at token ``begin``.

    "now": "will meet", "is to meet"; "story": "had planned to meet", "stayed until noon" (told from after that day);
    "then": "was to meet", "hoped to meet", which may be either.
    """
    lower = tokens.lower
    for i in range(first - 1, max(begin - 1, first - _REACH), -1):
        word, before = lower[i], lower[i - 1] if i > begin else ""
        if word in _NOW or word in PAUSES or word in _QUOTES:
            return "now"
        if word == "had":
            return "story" if _is_participle(lower[i + 1]) else "then"
        if word in _THEN or (word in WERE and lower[i + 1] in _DUE):
            return "then"
        past = (word.endswith("ed") and len(word) > 3) or word in PAST or word in _FORWARD
        if past and word != "been" and before not in _AUXILIARIES:
            return "then" if word in _FORWARD else "story"
    return "now"


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in PAST or word in LOOKS_FORWARD
