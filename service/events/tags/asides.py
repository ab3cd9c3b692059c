"""A past form after what stands between commas: whether a subject waits for it."""

from __future__ import annotations

from typing import Final

from service.events.tags.tables import (
    AHEAD,
    ASIDE,
    IN_SUBJECT,
    ONLY_WITH_COMPLEMENT,
    OPENS_OBJECT,
    SAME_IN_BOTH,
    SUBJECT,
    WHEN,
)
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_IN_NAME: Final = IN_SUBJECT | {"POS"}


def follows_aside(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a subject waits for its verb before what stands between commas: "Oslo, which leads it, summoned the"."""
    word = tokens.lower[i]
    if not (word.endswith("ed") or word in SAME_IN_BOTH) or word in ONLY_WITH_COMPLEMENT:
        return False
    opening = next((k for k in range(i - 2, max(i - ASIDE, sentence.first), -1) if tokens.words[k] == ","), None)
    if opening is not None and tags[opening - 1] == "CD" and tokens.words[opening - 2] == ",":
        subject = opening - 2  # "Pym, 61, who joined in 2014, sold shares"
        return tags[subject - 1] in NOUN and _is_aside(tags, opening, i) and takes_object(tokens, tags, i)
    if opening is None or tags[opening - 1] not in NOUN or not _is_aside(tags, opening, i):
        return False
    return _waits(tags, opening, sentence) and (
        takes_object(tokens, tags, i) or _is_last_verb(tokens, tags, i, sentence)
    )


def _is_aside(tags: list[str], opening: int, i: int) -> bool:
    """Whether a relative clause, a name or what somebody is stands between the commas."""
    first = tags[opening + 1]
    if first in ("WDT", "WP", "WP$"):
        return not FINITE.isdisjoint(tags[opening + 1 : i - 1])
    if first == "IN":
        return FINITE.isdisjoint(tags[opening + 1 : i - 1])
    if first == "VBG":
        return FINITE.isdisjoint(tags[opening + 1 : i - 1]) and "VBN" not in tags[opening + 1 : i - 1]
    return first in ("NNP", "DT", "CD") and set(tags[opening + 1 : i - 1]) <= _IN_NAME


def _waits(tags: list[str], opening: int, sentence: Sentence) -> bool:
    """Whether nothing but a noun phrase stands before the comma, from where a clause can begin."""
    seen = False
    for k in range(opening - 1, max(opening - SUBJECT, sentence.first) - 1, -1):
        if tags[k] in FINITE or tags[k] in ("TO", "VB", "VBN", "VBG"):
            return False
        if seen and tags[k] == "IN":
            return True  # "after a clerk, Lena Voss, copied the"
        if tags[k] == ",":
            return FINITE.isdisjoint(tags[max(k - ASIDE, sentence.first) : k])  # "In May, a clerk, Lena Voss, …"
        if tags[k] in ("CC", ":", "WRB"):
            return True
        seen = seen or tags[k] in ("DT", "PRP$", "NNP")
    return opening - SUBJECT <= sentence.first


def takes_object(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a noun phrase that is no day follows: "summoned the envoy", not "arrested the same day"."""
    after = tokens.lower[i + 1 : i + 4]
    if tags[i + 1] == "NNP":
        return after[0] not in WHEN
    return tags[i + 1] in OPENS_OBJECT and WHEN.isdisjoint(after)


def _is_last_verb(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether the subject gets no other verb: "Her thesis, on ice, followed in 1966, and the year after she wed"."""
    if tokens.lower[i + 1] == "by":
        return False
    for k in range(i + 1, min(i + AHEAD, sentence.last)):
        if tags[k] in FINITE:
            return False
        if tags[k] == "CC" and tags[k - 1] == ",":
            return True
    return True
