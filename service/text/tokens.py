"""One pass over the text: words, numbers and signs with their places (code points)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate, chain

# A hyphenated word is several tokens, as in the UD English treebank ("mid-1990s": mid - 1990s); tokens that touch have
# ends[i] == starts[i + 1]. Contractions are cut as Penn cuts them: do|n't, Friday|'s.
TOKEN = r"""
      [A-Za-z]++(?=[\s,])                       # the usual word, at once
    | [.,](?=\s)                                # the usual sign
    | \d++(?:(?=\s)|[^\d\s]{1,3}+(?:\d++[^\d\s]{1,3}+){15,}+)  # a row of figures and signs is one
    | \d+(?:,\d{3})+(?!\d)                      # 4,877
    | \d+(?:st|nd|rd|th|s|ST|ND|RD|TH|S)\b     # 21st, 1980s
    | \d+
    | (?:[A-Za-z]\.){2,}                        # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun
        |JAN|FEB|APR|AUG|SEPT?|OCT|NOV|DEC)\.
    | [^\W\d_]++(?!['’\xad])                    # any other word but for these:
    | [^\W\d_]++(?:\xad[^\W\d_]++)++            # a word with soft hyphens
    | [^\W\d_]+?(?=n['’]t\b)                    # do|n't
    | n['’]t\b
    | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b
    | [^\W\d_]+
    | \.{2,} | --+
    | [^\w\s.-]{5,}                             # a row of signs is one
    | \S
"""
"""What a token is, for ``re.VERBOSE``. The order matters: the commonest first."""
_GAP_AND_TOKEN = re.compile(rf"(\s*+)({TOKEN})", re.VERBOSE)


ODD_HYPHEN = re.compile("[\xad\u2010\u2011]")
_PLAIN = {0xAD: None, 0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token: the word as written (odd hyphens are plain ones,
    soft ones left out), lower-cased, and its offsets in ``text``."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    _index: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def index(self) -> dict[str, list[int]]:
        """Of each lower-cased word, which tokens it is, in their order; made when it is asked for first."""
        index = self._index
        if not index:
            for i, word in enumerate(self.lower):
                if word in index:
                    index[word].append(i)
                else:
                    index[word] = [i]
        return index

    def places(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of ``words``, in small letters, in their order; not to be changed."""
        index = self.index
        found = [index[word] for word in index.keys() & words]
        return sorted(chain.from_iterable(found)) if len(found) != 1 else found[0]


def tokenize(text: str) -> Tokens:
    """Cut ``text`` into tokens; linear in its length."""
    # Blanks at the end belong to no token: without them every gap is followed by one, and no blank is looked at twice.
    pieces = _GAP_AND_TOKEN.split(text.rstrip())  # nothing (what stands between two matches), gap, token, and again
    del pieces[::3]
    edges = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    if "\xad" in text or "\u2010" in text or "\u2011" in text:  # quicker than a search for one of them
        words = [_plain(word) for word in words]
    return Tokens(text, words, list(map(str.lower, words)), edges[::2], edges[1::2])


def _plain(word: str) -> str:
    """The word without soft hyphens, and with plain ones for those that do not break; never empty."""
    return word.translate(_PLAIN) or word
