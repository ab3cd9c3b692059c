"""Dates that head a paragraph: "Tuesday: the council votes on the bridge", "1969: The mill closes".

In a diary or a chronicle the date stands before a colon or a dash, and what the paragraph tells in its main clauses is
of that date, unless a clause says otherwise itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_SIGNS = frozenset({":", "–", "—", "--"})
_OPENERS = frozenset("on in over by from at for during the".split())
_LONGEST = 3  # words before the date: "Over the"


@dataclass(frozen=True, slots=True)
class Head:
    """Expression number ``timex`` heads sentences ``first`` up to (not including) ``last``, in tokens up to ``end``."""

    timex: int
    first: int
    last: int
    end: int


def find_heads(tokens: Tokens, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> dict[int, Head]:
    """The heads by the number of their expression; a single one is none, but a dateline. Linear in the text."""
    found: dict[int, Head] = {}
    number = 0
    for first, last in _paragraphs(sentences):
        begin = sentences[first].first
        while number < len(timexes) and timexes[number].first < begin:
            number += 1
        if number < len(timexes) and _stands_before(tokens, timexes[number], begin):
            found[number] = Head(number, first, last, sentences[last - 1].last)
    return found if len(found) > 1 else {}


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The sentences of each paragraph: the first, and the one after its last."""
    first = 0
    for n in range(1, len(sentences) + 1):
        if n == len(sentences) or sentences[n].paragraph != sentences[first].paragraph:
            yield first, n
            first = n


def _stands_before(tokens: Tokens, timex: Timex, begin: int) -> bool:
    """Whether an expression stands at ``begin`` and is cut off from what follows."""
    if timex.bounds is None or timex.first - begin > _LONGEST or timex.last + 1 >= len(tokens.words):
        return False
    opened = all(word in _OPENERS for word in tokens.lower[begin : timex.first])
    return opened and tokens.words[timex.last] in _SIGNS
