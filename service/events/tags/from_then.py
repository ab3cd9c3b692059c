"""Participles that only say from when on: "Starting on 3 May, buses will run all night"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from service.events.tags.tables import WHEN
from service.events.words.lexicon import LEXICON
from service.text.sentences import Sentence
from service.text.tagset import NOUN
from service.text.tokens import Tokens

_FROM_THEN: Final = frozenset({"starting", "beginning", "commencing", "effective"})
_BEFORE_DATE: Final = frozenset({"on", "in", "from", "at"})
_LONGEST: Final = 7  # tokens of a date
_REACH: Final = 80  # tokens from what somebody will do to when
_MONTHS: Final = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec""".split()
)
_OF_DATE: Final = (WHEN | _MONTHS | frozenset("early late mid spring summer autumn fall winter today".split())) - {
    "later", "earlier", "following", "same", "previous",
}  # fmt: skip
_SUBJECT: Final = NOUN | {"DT", "PRP", "PRP$", "JJ", "CD"}
_PLANNING: Final = frozenset(
    "will would shall plans plan planned intends intend intended aims aim hopes expects expected due set agreed".split()
)
_first = attrgetter("first")


def mend_from_then(tokens: Tokens, sentences: Sequence[Sentence], tags: list[str]) -> None:
    """Tag as prepositions the participles that only say from when on; not "Beginning in 1950 as a clerk, she", "a trial
    starting on Monday"."""
    for i in tokens.places(_FROM_THEN):
        sentence = sentences[bisect_right(sentences, i, key=_first) - 1]
        at = i + 1 + (tokens.lower[i + 1 : i + 2] != [] and tokens.lower[i + 1] in _BEFORE_DATE)
        after = _date_end(tokens, at, sentence.last)
        if after == at or after >= sentence.last:
            continue
        signs = tokens.words[after] == ","
        if _opens(tokens, tags, i, sentence):
            begun = signs or tags[after] in _SUBJECT
        else:
            begun = (signs or tags[after] in (".", "CC")) and _is_planned(tokens, tags, i, sentence)
        if begun:
            tags[i] = "IN"


def _date_end(tokens: Tokens, at: int, last: int) -> int:
    """The token after the words of a date that begin at ``at``; ``at`` where there are none."""
    named = False
    for k in range(at, min(at + _LONGEST, last)):
        word = tokens.lower[k]
        if word in _OF_DATE or (word.isdigit() and (len(word) == 4 or k == at or tokens.lower[k - 1] in _MONTHS)):
            named = True
        elif not (word == "," and tokens.lower[k - 1].isdigit() and tokens.words[k + 1 : k + 2][0].isdigit()):
            return k if named else at
    return at


def _opens(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether nothing but a conjunction stands before it in its clause: "said that, beginning in June, it will"."""
    if i == sentence.first or tags[i - 1] == "CC" or tokens.lower[i - 1] == "that":
        return True
    return tokens.words[i - 1] == "," and i - 1 > sentence.first and tags[i - 2] in ("IN", "CC", "DT", "PRP")


def _is_event(word: str) -> bool:
    return word in LEXICON.events and not word.endswith("s")


def _is_planned(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether it ends what somebody will do to something that is no event itself: "will close four shops starting"."""
    if tokens.lower[i] == "effective" or tags[i - 1] not in NOUN or _is_event(tokens.lower[i - 1]):
        return False
    before = range(max(sentence.first, i - _REACH), i)
    return any(tokens.lower[k] in _PLANNING and (tags[k] == "MD" or tokens.lower[k + 1] == "to") for k in before)
