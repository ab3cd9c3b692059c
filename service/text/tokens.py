"""One pass over the text: words, numbers and signs with their places (code points)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A hyphenated word is several tokens, as in the UD English treebank ("mid-1990s": mid - 1990s); tokens that touch have
# ends[i] == starts[i + 1]. Contractions are cut as Penn cuts them: do|n't, Friday|'s.
_TOKEN = re.compile(
    r"""
      \d+(?:,\d{3})+(?!\d)                      # 4,877
    | \d+(?:st|nd|rd|th|s)\b                    # 21st, 1980s
    | \d+
    | (?:[A-Za-z]\.){2,}                        # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.
    | [^\W\d_]+?(?=n['’]t\b)                    # do|n't
    | n['’]t\b
    | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b
    | [^\W\d_]+
    | \.{2,} | --+
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token: the word as written, lower-cased, and its offsets in ``text``."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str) -> Tokens:
    """Cut ``text`` into tokens; linear in its length."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, [w.lower() for w in words], starts, ends)
