"""What the tagger looks at: each token's parts and its class, as numbers.

A token's parts depend on its spelling alone, so those of known spellings are worked out once, when the model is
loaded. Training and tagging both use this module, so that what is learnt is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import ne

import numpy as np
from numpy.typing import NDArray

from service.text.sentences import Sentence
from service.text.tokens import Tokens

Ints = NDArray[np.int64]

PAD = "<pad>"
PARTS = 11  # of a token at most; the rest of a row is filled with feature 0, which weighs nothing
NEAR_PARTS = 4  # the first so many count at positions -1 and +1 as well
FAR_PARTS = 3  # … and so many at -2 and +2
_DIGIT = re.compile(r"\d")
# Before a key: the capital says nothing here, the word being the first of its sentence or part of a headline.
_MARK = "^"
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 4
_FEWEST_CAPITALS = 3  # that share of so many words
_LONGEST_HEADLINE = 60  # tokens
_DIGITS = frozenset("0123456789")
_OPENING = frozenset({'"', "“", "`", ":", "•"})


def keys(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """One key a token: its spelling, marked where its capital says nothing; digits all become 0."""
    return [normalized(spelling) for spelling in spellings(tokens, sentences)]


def spellings(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """The same with the digits as they are written."""
    words, lower = tokens.words, tokens.lower
    found = list(words)
    for i in _first_words(tokens, sentences):
        found[i] = _marked(words[i], lower[i])
    capital = list(map(ne, words, lower))
    for sentence in sentences:
        first, last = sentence.first, sentence.last
        capitals = sum(capital[first:last])
        if capitals >= _FEWEST_CAPITALS and _is_headline(words, first, last, capitals):
            found[first:last] = map(_marked, words[first:last], lower[first:last])
    return found


def _marked(word: str, lower: str) -> str:
    if word == lower:
        return word
    return (_MARK if not word.isupper() or len(word) == 1 else _MARK * 2) + lower


def normalized(key: str) -> str:
    """``key`` with its digits made alike, if it begins with one: 4,877 and 1,200 are one number to the tagger."""
    if key[0] not in _DIGITS:
        return key
    if key.isdigit():
        return "0" * min(len(key), 5)
    return _DIGIT.sub("0", key) if len(key) < 16 else "00000"


def _first_words(tokens: Tokens, sentences: list[Sentence]) -> Iterator[int]:
    """The words that are capital because a sentence or a quotation begins with them."""
    words = tokens.words
    openings = [sentence.first for sentence in sentences]
    quoted = tokens.places(_OPENING)
    done = 0
    for i in sorted(openings + quoted) if quoted else openings:
        if i < done:
            continue
        done = i
        while done < len(words) and not words[done][0].isalnum():
            done += 1
        if done < len(words):
            yield done


def _is_headline(words: list[str], first: int, last: int, capitals: int) -> bool:
    """Whether nearly every longer word of the sentence is capital, as in a headline; ``capitals``: how many words of
    any length have one."""
    if not _HEADLINE_WORDS <= last - first <= _LONGEST_HEADLINE:
        return False
    long_words = [w for w in words[first:last] if len(w) > 3 and w[0].isalpha()]
    enough = _HEADLINE_SHARE * len(long_words)
    return len(long_words) >= _HEADLINE_WORDS and capitals >= enough <= sum(w[0].isupper() for w in long_words)


def parts(key: str) -> list[str]:
    """The names of the features that ``key`` shares with other spellings (at most ``PARTS``), those that count for its
    neighbours first."""
    if key == PAD:
        return ["l=" + PAD]
    mark, word = _unmarked(key)
    lower = word.lower()
    shape, two, three = _shape(mark, word), lower[-2:], lower[-3:]
    return [
        "l=" + lower, "h=" + shape, "2=" + two, "3=" + three,
        "1=" + lower[-1:], "4=" + lower[-4:], "b=" + lower[:2], "c=" + lower[:3], "d=" + lower[:4],
        "x=" + shape + two, "y=" + shape + three,
    ]  # fmt: skip


def word_class(key: str, frequent: Mapping[str, int]) -> str:
    """The class that ``key`` has in pairs: itself if it is ``frequent``, else its kind of ending."""
    if key == PAD:
        return PAD
    mark, word = _unmarked(key)
    lower = word.lower()
    if lower in frequent:
        return lower
    return f"{_shape(mark, word)[0]}-{lower[-2:]}"


def _unmarked(key: str) -> tuple[str, str]:
    word = key.lstrip(_MARK) or key
    return key[: len(key) - len(word)], word


def _shape(mark: str, word: str) -> str:
    if mark:
        return "I" if len(mark) == 1 else "J"
    if word[0].isdigit():
        return "d" if word.isdigit() else "e"
    if not word[0].isalpha():
        return "p" if len(word) == 1 else "q"
    if word.islower():
        return "l"
    if word.isupper():
        return "A" if len(word) > 1 else "S"
    return "C" if word[0].isupper() else "m"


def pair_values(classes: Ints, at: Ints, size: int) -> Ints:
    """The combinations of word classes around each position, a row each; ``size`` is the number of classes."""
    return _pair_weights(size) @ classes.take(at + _WINDOW)


def context_values(classes: Ints, tags: Ints, at: Ints, size: int, tag_count: int) -> Ints:
    """The combinations of neighbouring tags, and of those with the word's class, a row each."""
    window = tags.take(at + _WINDOW)
    window[_HERE] = classes.take(at)
    return _context_weights(size, tag_count + 1) @ window


_WINDOW = np.arange(-3, 4)[:, np.newaxis]
_HERE = 3  # the row of the window that is the word's own


# A combination is one number: each part of it counts as many times as the parts after it have values.
@lru_cache(1)
def _pair_weights(c: int) -> Ints:
    return np.array(
        [
            [0, 0, c, 1, 0, 0, 0],  # left, here
            [0, 0, 0, c, 1, 0, 0],  # here, right
            [0, 0, c, 0, 1, 0, 0],
            [0, c, 1, 0, 0, 0, 0],
            [0, 0, 0, 0, c, 1, 0],
            [1, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 1],
        ]
    )


@lru_cache(1)
def _context_weights(c: int, k: int) -> Ints:
    """``c``: the number of word classes, ``k``: of tags with the padding's."""
    return np.array(
        [
            [0, 0, 1, 0, 0, 0, 0],
            [0, 0, 0, 0, 1, 0, 0],
            [0, k, 1, 0, 0, 0, 0],
            [0, 0, 0, 0, k, 1, 0],
            [0, 0, k, 0, 1, 0, 0],
            [0, 0, c, 1, 0, 0, 0],  # the tag to the left, the word's class
            [0, 0, 0, 1, c, 0, 0],
            [0, k * c, c, 1, 0, 0, 0],
            [0, 0, k * c, 1, c, 0, 0],
            [0, 0, 0, 1, k * c, c, 0],
            [k * k, k, 1, 0, 0, 0, 0],
            [0, 0, 0, 0, k * k, k, 1],
            [0, k * k, k, 0, 1, 0, 0],
        ]
    )
