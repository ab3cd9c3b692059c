"""Commas inside a noun phrase: between adjectives ("a low, windowless room"), and around the state of a town that
stands before its noun ("a Boise, Idaho, bakery")."""

from __future__ import annotations

from collections.abc import Sequence

from service.events.words.names import NAMES
from service.text.tagset import NOUN

REGIONS = NAMES["regions"]
_QUARTERS = frozenset("new north south west rhode british".split())
_ADJECTIVES = frozenset("JJ JJR VBN".split())
_PLAIN = frozenset("JJ JJR".split())
_THINGS = frozenset({"NN", "NNS"})
_OPENING = frozenset({"DT", "PRP$"})
_INDEFINITE = frozenset({"a", "an"})
_ALONE = frozenset(  # they need no noun: "a third, larger than both"; "the dead, young men from Hull"
    """first second third fourth fifth sixth seventh eighth ninth tenth last next latest other dead wounded injured
    missing accused rich poor sick elderly unemployed homeless disabled young old few many same former latter""".split()
)
_COUNTED = ["CD", "HYPH", "NN", "NN"]
_REACH = 8  # tokens from the comma to the noun


def parts_adjectives(tags: Sequence[str], lower: Sequence[str], first: int, comma: int, end: int) -> bool:
    """Whether a phrase that an article opens at ``first`` goes on after the comma of an adjective."""
    before = comma - 1
    if tags[first] not in _OPENING or before <= first:
        return False
    if tags[before] not in _ADJECTIVES:
        # An adjective that was taken for a noun: "a terse, two-page ruling".
        return before == first + 1 and lower[first] in _INDEFINITE and tags[comma + 1 : comma + 5] == _COUNTED
    after = tags[comma + 1 : comma + 3]
    if tags[before] == "JJ" and len(after) == 2 and after[0] in _PLAIN and after[1] in _THINGS:
        return True  # "a second, larger wave"
    if lower[before] in _ALONE:
        return False
    if tags[before] == "JJ" and after == ["NN", "NN"] and lower[first] != "the":
        return True  # "her small, seaside hotel"
    return _leads_to_noun(tags, lower, comma + 1, min(end, comma + _REACH), lower[first] in _INDEFINITE)


def _leads_to_noun(tags: Sequence[str], lower: Sequence[str], i: int, end: int, indefinite: bool) -> bool:
    """Whether adjectives, and the noun that they are for, stand from ``i`` on.

    After "a" and an adjective a noun has to come, so that participles may be adjectives, and more commas between them.
    """
    seen = False
    while i + 1 < end:
        tag = tags[i]
        if lower[i + 1] == "-" and (tag in NOUN or tag in ("CD", "JJ", "RB", "VBN") or lower[i] == "no"):
            i += 3  # "40-acre", "no-frills"
            seen = True
        elif tag in _THINGS or (indefinite and tag == "NNP"):
            return seen
        elif tag in _PLAIN or (tag in ("VBN", "VBG") and indefinite):
            i += 1
            seen = True
        elif (tag == "RB" and tags[i + 1] in _ADJECTIVES) or (tag == "," and seen and indefinite):
            i += 1
        else:
            return False
    return seen and i < end and tags[i] in _THINGS  # the last of them


def after_region(tags: Sequence[str], words: Sequence[str], first: int, comma: int, end: int) -> int:
    """Where a phrase goes on after the state of the town that ends at ``comma``, which its noun follows; 0 where none
    does. Without an article the noun is told of on its own: "in Boise, Idaho, police arrested"."""
    if tags[first] not in _OPENING and "POS" not in tags[first:comma]:
        return 0
    if not words[comma - 1][0].isupper() or comma + 3 >= end:
        return 0
    last = comma + 1 + (words[comma + 1].lower() in _QUARTERS)
    if words[last].lower() not in REGIONS and last == comma + 1:
        return 0
    last += 1 + (words[last + 1] == ".")
    named = last + 1 < end and words[last] == "," and words[last + 1][0].islower()
    return last + 1 if named and (tags[last + 1] in NOUN or tags[last + 1] == "JJ") else 0
