"""Tags of names put right: what the article names elsewhere, what follows a title, what ends in "'s", titles of works.

A tagger that has never met a name guesses from its letters: "Penhallow" looks like an adverb, "Mr Askew" like a past
tense. The article itself says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.sentences import Sentence
from service.text.tagset import NOUN
from service.text.tokens import Tokens

_TITLES: Final = frozenset({"mr", "mrs", "ms", "dr"})
_APOSTROPHE_S: Final = frozenset({"'s", "’s"})
_MISTAKEN: Final = frozenset("RB JJ NN VB VBP VBD VBN VBZ IN".split())
_VERBS: Final = frozenset("VB VBP VBD VBN VBZ RB IN".split())
_FINITE: Final = frozenset("VBD VBZ MD".split())
_AFTER_NAME: Final = frozenset("VBD VBZ VBN MD POS , RB".split())
_AFTER_VERB: Final = frozenset("DT IN PRP$ TO RB CD PRP".split())
_OPENING: Final = frozenset({'"', "“", "``"})
_CLOSING: Final = frozenset({'"', "”", "''"})
_SMALL: Final = frozenset("a an and as at by for from in of on or the to with".split())
_HYPHEN: Final = frozenset("-")
_LONGEST: Final = 9  # tokens of a work's title


def mend_names(tokens: Tokens, sentences: Sequence[Sentence], tags: list[str]) -> None:
    """Tag as a name each word that can be nothing else; linear in the number of tokens."""
    words = tokens.words
    for i in tokens.places(_TITLES):
        if i + 1 < len(tags) and tags[i + 1] in _VERBS and words[i][0].isupper() and words[i + 1][0].isupper():
            tags[i + 1] = "NNP"
        if i + 2 < len(tags) and tags[i + 2] in _VERBS and words[i + 1][0].isupper() and words[i + 2][0].isupper():
            tags[i + 2] = "NNP"
    for i in tokens.places(_APOSTROPHE_S):
        if _ends_name(tags, i):
            tags[i] = "NNP"
    for i in tokens.places(_HYPHEN):
        if tags[i] in ("HYPH", ",") and 0 < i < len(tags) - 1 and _stands_apart(tokens, i):
            tags[i] = ":"  # "PORT ORM, Norland - Velde and Holt agreed"
    for i in tokens.places(_OPENING):
        _mend_work(tokens, tags, i)
    openings = {each.first for each in sentences}
    named: dict[str, bool] = {}  # whether a word is a name elsewhere, for those that were asked about
    for sentence in sentences:
        i = sentence.first
        if tags[i] not in _MISTAKEN or sentence.heading or i + 1 >= sentence.last or not words[i][0].isupper():
            continue
        if tags[i + 1] not in _AFTER_NAME and tags[i] in _VERBS:
            continue
        word = tokens.lower[i]
        if word not in named:
            named[word] = any(tags[k] == "NNP" and k not in openings for k in tokens.index[word])
        if named[word]:
            tags[i] = "NNP"


def _stands_apart(tokens: Tokens, i: int) -> bool:
    return tokens.ends[i - 1] < tokens.starts[i] and tokens.ends[i] < tokens.starts[i + 1]


def _ends_name(tags: list[str], i: int) -> bool:
    """Whether no owner is meant: "St. Brendan's notified the state"."""
    if tags[i] != "POS" or not 0 < i < len(tags) - 2 or tags[i - 1] != "NNP":
        return False
    if tags[i + 1] == "VBN" and tags[i + 2] in ("DT", "PRP$"):
        tags[i + 1] = "VBD"
    return tags[i + 1] in _FINITE and tags[i + 2] in _AFTER_VERB


def _mend_work(tokens: Tokens, tags: list[str], first: int) -> None:
    """Make a name of a title in quotation marks: "Slow Train to Orm"; a word alone, or a sentence, is none."""
    capitals = 0
    for i in range(first + 1, min(first + _LONGEST, len(tags))):
        word = tokens.words[i]
        if word in _CLOSING:
            if capitals > 1:
                for k in range(first + 1, i):
                    tags[k] = "NNP" if tokens.words[k][0].isalnum() else tags[k]
            return
        if word[0].isupper():
            capitals += 1
        elif word not in _SMALL and word != "," and tags[i] != "CD":
            return


def named_within(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """The tag of a capitalised word within a sentence that was taken for a verb: "moved to Bristol in"."""
    words = tokens.words
    if not words[i][0].isupper() or words[i].isupper() or i + 1 >= len(words):
        return None
    apart = words[i - 1].islower() and not words[i + 1][0].isupper()
    return "NNP" if apart and (tags[i - 1] not in NOUN or tags[i + 1] in ("IN", ",", ".")) else None
