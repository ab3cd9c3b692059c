"""The clauses that are open while a sentence is read, as a stack: opening, closing, giving tokens to them."""

from __future__ import annotations

from collections.abc import Sequence

from service.events.clauses.model import BE, ClauseKind, Stretch
from service.events.words.verbs import COGNITION, REPORTING
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tagset import ADVERB, FINITE
from service.text.tokens import Tokens

_OF_TIMES = frozenset("saw was brought marked became had did".split())  # "and Sunday saw rain"
_DASHES = frozenset({"--", "—", "–", "_"})
DEEPEST = 32  # clauses
WIDEST = 64  # tokens


class Frame:
    """A clause while it is being read."""

    __slots__ = (
        "absolute", "according", "antecedent", "attribution", "comma", "finite", "first", "fronted", "head", "index",
        "kind", "last", "marker", "np", "object", "parent", "quoted", "sentence", "subject", "tentative", "verb",
    )  # fmt: skip

    def __init__(self, index: int, sentence: int, kind: ClauseKind, first: int) -> None:
        self.index = index
        self.sentence = sentence
        self.kind: ClauseKind = kind
        self.first = first
        self.last = first
        self.parent: int | None = None
        self.head: int | None = None
        self.verb: Stretch | None = None
        self.finite = False
        self.subject: Stretch | None = None
        self.object: Stretch | None = None
        self.marker: int | None = None
        self.attribution: int | None = None
        self.according: Stretch | None = None
        self.antecedent: int | None = None
        self.comma = False  # opened right after a comma
        self.tentative = False  # "after", "as" …: a clause only if a verb comes
        self.fronted = False
        self.quoted = False
        self.absolute = False
        self.np: tuple[Stretch | None, str, int] = (None, "start", first)  # what stood before it


class Frames:
    """The stack of open clauses, and what was read last."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], timexes: Sequence[Timex]) -> None:
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.lower = tokens.lower
        self.tags = tags
        self.frames: list[Frame] = []
        self.owner = [0] * len(tokens)
        self.chunks: list[Stretch] = []
        self.timex_end = {t.first: t.last for t in timexes}
        self.timex_ends = {t.last: t.first for t in timexes}
        self.quote = False  # inside quotation marks; a quotation may run on over the sentences of a paragraph
        self.paragraph = -1

    def _begin(self, number: int, sentence: Sentence) -> None:
        self.sentence = number
        self.end = sentence.last
        self.stack: list[Frame] = []
        self.np: Stretch | None = None  # the last noun phrase that no preposition governs
        self.stop = sentence.first  # the last semicolon or dash
        self.closed: Frame | None = None  # the relative clause that the last comma closed
        self.np_edge = sentence.first  # where the stretch of text that np opens began
        self.np_before = "start"  # what stood before np: start, verb, comma, cc, quote, noun, time
        self.edge = sentence.first  # after the last boundary (comma, conjunction, quote, stop)
        self.before = "start"
        self.amount = -1  # the "or" before an amount told again
        self.whence = self.end  # the comma that sets off where somebody is of
        self.aside = -1  # the comma that ends a time set off by commas after "and"
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.quote = sentence.paragraph, False
        self.told_by: Stretch | None = None  # whose word the clause to come is: "but, according to a banker, had"
        self.main = self._push("main", sentence.first)
        self._last_finite: int | None = None

    @property
    def last_finite(self) -> int:
        """The sentence's last finite verb, -1 where there is none; few sentences ask for it."""
        if self._last_finite is None:
            ahead = range(self.end - 1, self.main.first - 1, -1)
            self._last_finite = next((i for i in ahead if self.tags[i] in FINITE), -1)
        return self._last_finite

    def _edge(self, i: int, before: str) -> None:
        self.edge, self.before = i, before

    def _push(self, kind: ClauseKind, first: int) -> Frame:
        frame = Frame(len(self.frames), self.sentence, kind, first)
        if self.stack:
            parent = self.stack[-1]
            frame.parent, frame.fronted = parent.index, parent.head is None
            if kind == "coordinate":
                frame.according, self.told_by = self.told_by, None
        frame.comma = self.before == "comma" and self.edge >= first - 1
        frame.quoted = self.quote
        frame.np = (self.np, self.np_before, self.np_edge)
        self.frames.append(frame)
        self.stack.append(frame)
        return frame

    def _pop(self, at: int) -> None:
        self.stack.pop().last = at

    def _pop_to(self, frame: Frame, at: int) -> None:
        while self.stack[-1] is not frame:
            self._close(at)

    def _close(self, at: int) -> None:
        """Close the innermost clause; without a verb it was only a phrase of its parent's."""
        frame = self.stack[-1]
        self._pop(at)
        if frame.head is None:
            frame.kind = "phrase"

    def _own(self, first: int, last: int, frame: Frame) -> None:
        """Give a stretch that was read before to a new clause, except what clauses inside it hold."""
        for k in range(max(first, last - WIDEST), last):
            if self.frames[self.owner[k]].first < first:
                self.owner[k] = frame.index

    def _set(self, frame: Frame, i: int, head: int, j: int, finite: bool) -> None:
        frame.head, frame.verb, frame.finite = head, (i, j), finite
        frame.tentative = False
        self.np = None

    def _progressive(self, i: int) -> bool:
        return i > self.main.first and self.lower[i - 1] in BE

    def _joined(self, i: int) -> bool:
        """Whether a conjunction stands right before the verb (adverbs, or a time, between): "and then left", "and last
        year left"; not "and Sunday saw"."""
        k = i - 1
        while k > self.main.first and self.tags[k] in ADVERB:
            k -= 1
        if k + 1 in self.timex_ends and self.tags[i] == "VBD" and self.lower[i] not in _OF_TIMES:
            k = self.timex_ends[k + 1] - 1
            k -= k > self.main.first and self.lower[k] in ("in", "on")
        return k > self.main.first and self.tags[k] == "CC"

    def _reports(self, head: int) -> bool:
        return self.lower[head] in REPORTING

    def _takes_clause(self, head: int) -> bool:
        return self.lower[head] in REPORTING or self.lower[head] in COGNITION

    def _chunk_before(self, i: int) -> Stretch | None:
        """The noun phrase that ends right before ``i`` (an adverb may stand between)."""
        if not self.chunks or self.chunks[-1][0] < self.main.first:
            return None
        end = self.chunks[-1][1]
        return self.chunks[-1] if end == i or (end == i - 1 and self.tags[i - 1] in ADVERB) else None

    def _noun_before(self, i: int) -> int | None:
        if self.chunks and self.main.first <= self.chunks[-1][1] - 1 < i:
            return self.chunks[-1][1] - 1
        return None

    def _after_main(self, frame: Frame) -> bool:
        return self.main.head is not None and frame.first > self.main.head

    def _is_dash(self, i: int) -> bool:
        """Whether a sign is a dash: a hyphen between spaces is typed for one."""
        if self.words[i] != "-":
            return self.words[i] in _DASHES
        inside = 0 < i < len(self.ends) - 1
        return inside and self.starts[i] > self.ends[i - 1] and self.starts[i + 1] > self.ends[i]
