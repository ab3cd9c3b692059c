"""Which verb stands in which clause: a shallow reading of each sentence, left to right, once.

A stack of open clauses takes the place of a parser: markers ("that", "which", "after", "to") open one, commas close
what stood between commas, and a finite verb finds the clause that still waits for one. Linear in the number of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.article import UNLIMITED, Budget
from service.events.clauses.frames import Frame
from service.events.clauses.joining import Joining
from service.events.clauses.markers import ADVERBIAL, RELATIVE, VERB
from service.events.clauses.model import Clause, Clauses, Stretch
from service.events.clauses.phrases import NOMINAL, PARTICIPLE_PREPOSITIONS
from service.events.clauses.verbs import COMPLEMENT
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_REFLEXIVE = frozenset("himself herself itself themselves ourselves myself".split())
_ENDED = frozenset({"ended", "ending"})
_ODD = _REFLEXIVE | _ENDED | {"by", "_"}
_OPENING = frozenset("IN WDT WP WP$ WRB RB".split())
_READS = {  # what a tag begins, where its word is no odd one and its tag no noun phrase's
    **dict.fromkeys(VERB, "verb"),
    "TO": "to",
    "CC": "cc",
    **dict.fromkeys(_OPENING, "marker"),
}
_AGE = 3  # digits
_INVERTING = frozenset("came comes followed follows arrived stood stands lay lies".split())
_MARKERS = RELATIVE | ADVERBIAL | COMPLEMENT


class _Reader(Joining):
    """The state of one article's reading; one method for each thing that can come next."""

    def read(self, number: int, sentence: Sentence) -> None:
        self._begin(number, sentence)
        i, end = sentence.first, sentence.last
        tags, lower, timex_end, owner, stack = self.tags, self.lower, self.timex_end, self.owner, self.stack
        while i < end:
            tag, word = tags[i], lower[i]
            after = self._apart(i, tag, word) if word in _ODD or i in timex_end else None
            if after is None:
                if tag in NOMINAL:
                    after = self._noun_phrase(i)
                elif tag in _OPENING and word not in _MARKERS and word.isalpha():
                    after = i + 1  # most prepositions and adverbs open nothing
                else:
                    after = self._step(i, tag, word)
            if after == i + 1:
                owner[i] = stack[-1].index  # the innermost open clause owns what was read
            else:
                after = min(after, end)
                owner[i:after] = [stack[-1].index] * (after - i)
            i = after
        for frame in self.stack:
            frame.last = sentence.last
            if frame.head is None and frame is not self.main:
                frame.kind = "phrase"
        main = self.main
        if main.verb is None:
            main.kind = "phrase"
        elif main.subject is None and main.object is not None and self._inverts(main.verb, main.object):
            main.subject, main.object = main.object, None  # "Then came the flood"

    def _inverts(self, verb: Stretch, after: Stretch) -> bool:
        """Whether what follows a verb of coming or standing, after something else, is its subject."""
        return self.lower[verb[0]] in _INVERTING and after[0] == verb[1] and self.main.first < verb[0]

    def _step(self, i: int, tag: str, word: str) -> int:
        """Read what begins at token ``i`` and is no noun phrase; where the next thing begins."""
        reads = _READS.get(tag)
        if reads == "verb" or (reads == "to" and self._infinitive(i)):
            if tag == "VBG" and word in PARTICIPLE_PREPOSITIONS and not self._progressive(i):
                by_whom = word == "according" and i + 1 < self.end and self.lower[i + 1] == "to"
                return self._according(i) if by_whom else i + 1
            if tag == "VBN" and self._attributive(i):
                return self._noun_phrase(i)
            return self._verb_group(i)
        if reads == "marker" and word in _MARKERS:
            return self._marker(i, word, tag)
        if reads == "cc":
            if i != self.amount:
                self._edge(i, "cc")
        elif not word[0].isalnum():
            if word == "(" and self._abbreviates(i):
                return i + 3
            self._sign(i, word)
        return i + 1

    def _apart(self, i: int, tag: str, word: str) -> int | None:
        """What is something else than its tag says: a time, a dash, "by the time", "she herself"; None where it is
        not."""
        if word in _ENDED:  # "in the quarter ended March 31, compared with"
            return i + 1 if i in self.timex_ends and i + 1 in self.timex_end else None
        if word == "_":  # a dash, as wires type it
            self._sign(i, word)
            return i + 1
        if i in self.timex_end and not self._premodifies(i, False):
            return self.timex_end[i]
        if tag in VERB or tag == "TO":
            return None
        if word == "by" and self._by_the_time(i):
            return i + 3
        if word in _REFLEXIVE and self.stack[-1].head is None and self.np is not None and self.np[1] == i:
            return i + 1  # "she herself refused"
        return None

    def _abbreviates(self, i: int) -> bool:
        """Whether a bracket only holds a short form, or an age: "said the Port Police Union (PPU) had"."""
        top = self.stack[-1]
        waits = top is not self.main or top.subject is None if top.head is None else self._takes_clause(top.head)
        if not waits or i + 2 >= self.end or self.words[i + 2] != ")":
            return False
        short = self.words[i + 1]
        named = (short.isupper() and short.isalpha() and len(short) > 1) or (short.isdigit() and len(short) < _AGE)
        return named and self.tags[i - 1] in NOUN and i + 1 not in self.timex_end

    def _verb_group(self, i: int) -> int:
        head, j = self._group(i)
        tag = self.tags[i]
        if tag in FINITE:
            finite = not (tag == "VBD" and head == i and (self._reduced(i, j) or self._opens_with(i, j)))
        else:
            finite = tag == "VBN" and head == i and self._untagged_past(i, j)
        if finite:
            self._finite(i, head, j)
        else:
            self._nonfinite(i, head, j)
        return j


def read_clauses(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    tags: Sequence[str],
    timexes: Sequence[Timex],
    budget: Budget = UNLIMITED,
) -> Clauses:
    """The clauses of every sentence. Pure; linear in the number of tokens. ``budget`` is polled at each sentence."""
    reader = _Reader(tokens, tags, timexes)
    for number, sentence in enumerate(budget.over(sentences)):
        reader.read(number, sentence)
    chunk_at = {i: chunk for chunk in reader.chunks for i in range(*chunk)}
    return Clauses(tuple(_freeze(f) for f in reader.frames), reader.owner, reader.chunks, chunk_at)


def _freeze(f: Frame) -> Clause:
    return Clause(
        f.index, f.sentence, f.kind, f.first, f.last, f.head, f.verb, f.finite, f.subject, f.object, f.marker, f.parent,
        f.attribution, f.according, f.fronted, f.antecedent, f.quoted, f.absolute,
    )  # fmt: skip
