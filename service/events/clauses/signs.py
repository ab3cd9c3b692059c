"""What parts clauses: commas, dashes, quotation marks."""

from __future__ import annotations

from service.events.clauses.frames import Frame
from service.events.clauses.markers import Markers
from service.events.clauses.parted import REGIONS
from service.text.tagset import FINITE, NOUN

_STOPS = frozenset({";", ":", "--", "—", "–", "_", "...", "…", "(", ")", "[", "]"})
OPEN_QUOTES = frozenset({"“", "‘", "``"})
_CLOSE_QUOTES = frozenset({"”", "’", "''"})
QUOTES = OPEN_QUOTES | {'"'}
_ANY_QUOTES = QUOTES | _CLOSE_QUOTES
_AMOUNT = 14  # tokens
_NO_PREPOSITIONS = frozenset("when because although though once whenever".split())
_SAYING_MORE = frozenset({"VBN", "VBG", "RB", "RBR", "JJR", "TO"})
_AGAINST = frozenset({"while", "whereas"})  # they set beside each other, and order nothing
_PREPOSITIONS = frozenset({"before", "after", "since", "until", "till"})
_LISTED = 12  # tokens from one of several verbs to the "and" before the last
_NAME = 8  # tokens
_IN_DATELINE = frozenset({",", "CD", "."})
_DATED_LINE, _BARE_LINE = 20, 12  # tokens before the dash of a dateline
_NAMING = NOUN | {"DT", "JJ", "PRP$", "POS", "CD", "IN"}


class Signs(Markers):
    """Reads signs, and what they close."""

    def _sign(self, i: int, word: str) -> None:
        if word == "," and self._is_aside(i):
            return
        if word == ",":
            self._comma(i)
            self._edge(i, "comma")
        elif (word in _STOPS and not self._joins_figures(i)) or self._is_dash(i):
            self._pop_to(self.main, i)
            self._edge(i, "stop")
            self.stop = i
            if self.main.head is None and self._ends_dateline(i):
                self.main.subject = self.np = None
        elif word in _ANY_QUOTES:
            opening = word in OPEN_QUOTES or (word == '"' and self._opens(i))
            self.quote = opening
            if opening and i == self.main.first:
                self.main.quoted = True
            if opening or self.before != "comma":
                self._edge(i, "quote" if opening else "unquote")

    def _is_aside(self, i: int) -> bool:
        """Whether a comma only sets off a time after "and": "cleaned the van and, a week later, joined the search"; or
        an amount told again: "a loss of $8 million, or 12 cents a share, for"."""
        if i == self.aside or self.whence < i < self.aside:
            return True
        if self._repeats_amount(i) or self._names_subject(i) or self._says_whence(i):
            return True
        if self.before != "cc" or self.edge != i - 1:
            return False
        last = self.timex_end.get(i + 1) or self.timex_end.get(i + 2, i)
        opens = self.lower[last : last + 1] == [","]
        if opens:
            self.aside = last
        return opens

    def _names_subject(self, i: int) -> bool:
        """Whether a comma only sets off the name of whom a clause goes on to tell of, where that clause begins with
        "after" or is joined to another: "broke down after a mediator, Linda Cho, walked out", "and in May its owner,
        Orro, left"; the comma that closes it is noted."""
        if self.tags[i - 1] not in NOUN:
            return False
        top = self.stack[-1]
        waits = top.tentative and top.head is None and top.marker is not None and top.subject is not None
        if waits and (top.subject is None or top.subject[1] != i or self.lower[top.marker or 0] in _AGAINST):
            return False
        if not waits and (self.np is None or self.np[1] != i or self.np_before != "cc" or top.head is None):
            return False
        last = i + 1
        within = _NAMING
        if waits and self.lower[top.marker or 0] in _NO_PREPOSITIONS:
            within = _NAMING | _SAYING_MORE  # "when its desk, flush with deposits, bought bonds"
        while last < min(i + _NAME, self.end) and self.tags[last] in within:
            last += 1
        named = last > i + 1 and last + 1 < self.end and self.words[last] == ","
        if named and self.tags[last + 1] in ("VBD", "VBZ", "MD") and self.tags[last - 1] in NOUN | {"CD"}:
            self.aside = last
            return True
        return False

    def _says_whence(self, i: int) -> bool:
        """Whether a comma only sets off where somebody is of: "a bid to buy First Savings, of Hull, failed";
        the one that closes it is noted."""
        if self.lower[i + 1 : i + 2] != ["of"] or self.tags[i - 1] not in NOUN:
            return False
        last = i + 2
        while last < min(i + _NAME, self.end) and self.words[last][0].isupper() and self.tags[last] in NOUN:
            last += 1
        if last + 2 < self.end and self.lower[last + 1] in REGIONS and self.words[last] == ",":
            last += 2 + (self.words[last + 2] == ".")  # "of Macon, Ga.,"
        if last == i + 2 or last + 1 >= self.end or self.words[last] != "," or self.tags[last + 1] not in FINITE:
            return False
        self.whence, self.aside = i, last
        return True

    def _repeats_amount(self, i: int) -> bool:
        """Whether a comma opens an amount in other terms; the one that closes it is noted."""
        if i + 3 >= self.end or self.lower[i + 1] != "or":
            return False
        if self.tags[i + 2] != "CD" and self.words[i + 2][-1] not in "$€£¥":
            return False
        self.amount = i + 1
        self.aside = next((k for k in range(i + 3, min(i + _AMOUNT, self.end)) if self.words[k] == ","), -1)
        return True

    def _opens(self, i: int) -> bool:
        """Whether a straight quotation mark opens: it leans on the word after it, and not on the one before."""
        leans_back = i > 0 and self.starts[i] == self.ends[i - 1]
        leans_on = i + 1 < len(self.starts) and self.starts[i + 1] == self.ends[i]
        return not self.quote if leans_back == leans_on else leans_on

    def _ends_dateline(self, i: int) -> bool:
        """Whether a dash or colon ends a dateline ("PARIS, May 3 —", "SONPURA:"): near the sentence's start, and no
        other dash soon after."""
        opened = range(self.main.first, i)
        if len(opened) > _DATED_LINE:
            return False
        if self.words[i] == ":":
            named = all(self.words[k][0].isupper() or self.tags[k] in _IN_DATELINE for k in opened)
            return (named and i in self.timex_ends) or all(
                self.words[k].isupper() or self.words[k] == "," for k in opened
            )
        if not self._is_dash(i) or (len(opened) > _BARE_LINE and any(self.words[k].islower() for k in opened)):
            return False
        return not any(self._is_dash(k) for k in range(i + 1, min(i + 25, self.end)))

    def _comma(self, i: int) -> None:
        """A comma closes what a comma opened, a fronted clause, and a phrase that got no verb."""
        if self._ends_phrase():
            self._pop_to(self.stack[-3], i)
        while self.stack[-1].tentative and len(self.stack) > 1 and self.stack[-1].marker != i - 1:
            phrase = self.stack[-1]
            self._close(i)  # but not in "when, prosecutors say, he fled"
            if self._lists_after_phrase(phrase, i):
                self.np, self.np_before, self.np_edge = phrase.np
        if self._awaits_verb(i):
            return
        for depth in range(1, len(self.stack)):
            frame = self.stack[depth]
            waiting = self.stack[depth - 1].head is None
            if frame.head is not None and frame.kind not in ("complement", "coordinate") and (frame.comma or waiting):
                if not waiting and self._lists_verbs(frame, i):
                    return
                self._pop_to(self.stack[depth - 1], i)
                self.np, self.np_before, self.np_edge = frame.np
                self.closed = frame if frame.kind == "relative" else None
                return
        while self.stack[-1].kind in ("infinitive", "gerund", "participle") and len(self.stack) > 1:
            self._close(i)

    def _lists_after_phrase(self, phrase: Frame, comma: int) -> bool:
        """Whether one of several verbs follows a phrase with "before": "hid it before the vote, dug it up and fled"."""
        if phrase.marker is None or self.lower[phrase.marker] not in _PREPOSITIONS or self.main.head is None:
            return False
        told = self.tags[self.main.head] == "VBD" and self.tags[comma + 1 : comma + 2] == ["VBD"]
        return told and self.np is not None and self.np == phrase.subject

    def _ends_phrase(self) -> bool:
        """Whether a comma ends a phrase whose noun a clause has explained: "was shut after a fall that killed four, lay
        empty and reopened"."""
        if len(self.stack) < 3 or self.main.head is None:
            return False
        phrase, clause = self.stack[-2:]
        explains = clause.kind == "relative" and clause.head is not None and not clause.comma
        return explains and phrase.tentative and phrase.head is None and phrase.subject is not None

    def _lists_verbs(self, frame: Frame, comma: int) -> bool:
        """Whether a relative clause goes on: "…, where it killed 12 people, destroyed farms and left homes dark"."""
        if frame.kind != "relative" or not frame.finite or frame.subject is None or frame.head is None:
            return False
        if comma + 1 >= self.end or self.tags[comma + 1] != self.tags[frame.head] or self.tags[frame.head] != "VBD":
            return False
        for k in range(comma + 2, min(comma + _LISTED, self.end - 1)):
            if self.tags[k] == "CC":
                return self.tags[k + 1] == "VBD"
            if self.tags[k] in FINITE or self.words[k] == ",":
                return False
        return False

    def _awaits_verb(self, i: int) -> bool:
        """Whether commas only set off what stands beside the subject of what is said: "when it reported that Orme, a
        borrower, had failed"."""
        top = self.stack[-1]
        if top.kind != "complement" or top.head is not None or top.subject is None or len(self.stack) < 3:
            return False
        return top.subject[1] == i or (self.tags[i + 1] in FINITE and self.words[top.subject[1]] == ",")
