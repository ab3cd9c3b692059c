"""Which clause a finite verb belongs to: one that waits for it, a new one, one joined to another, or the source of a
statement."""

from __future__ import annotations

from service.events.clauses.frames import DEEPEST, Frame
from service.events.clauses.markers import TELLING
from service.events.clauses.model import BE, HAVE, Stretch
from service.events.clauses.verbs import AUXILIARY, CLAIMING
from service.events.clauses.waiting import Waiting

_ASKED = frozenset("where how why whether".split())  # "had learnt where it was buried, and ordered a search"
_BEFORE_THAT = 6  # tokens: "told the court on Monday that"


class Joining(Waiting):
    """Finds the clause of a finite verb group."""

    def _finite(self, i: int, head: int, j: int) -> None:
        top = self.stack[-1]
        if top.head is not None:
            if self.np is not None and (self._after_gerund(top, i) or self._after_day(top, i)):
                subject = self.np
                self._pop_to(self.main, subject[0])
                self.main.subject, top = subject, self.main
            elif self._is_of_outer(top, i, head, j):
                return
        if top.tentative and top.subject is None and top.head is None and self._only_dates(top, i):
            waiting = self._waiting()
            if waiting is not None:
                self._pop_to(waiting, i)
                top = waiting
        joined = self._joined(i)
        planned = None if joined or top.head is None else self._planned_after_stop(top, i)
        if planned is not None:
            self._beside_main(planned, i, head, j)
            top.parent = self.stack[-1].index
            self._own(top.first, i, top)
            top.last = i
            return
        phrase = top.tentative and top.head is None and top.subject is not None and top.subject != self.np
        if phrase and not joined and self.np is not None and self._opens_main(top, self.np):
            self._pop_to(self.main, self.np[0])  # "From 1956 until his retirement in 1988 he taught"
            self.main.subject = self.np
            self._set(self.main, i, head, j, True)
            return
        waits = top.tentative and top.head is None and not joined
        if waits and (self._last_for_main(top, i) or self._times_participle(top, i)):
            self._pop_to(self.main, i)
            self._set(self.main, i, head, j, True)
            return
        if top.head is None and not joined and self._is_aside_of(top, i, head, j):
            chunk, top.subject = top.subject, None
            assert top.marker is not None
            self._attribute(top.marker + 1, head, j, chunk, i)
            return
        if top.head is None and not joined:
            if self._contact(top, i):
                self._open_contact(i, head, j)
            else:
                self._set(top, i, head, j, not (top.tentative and top.subject is None and self.tags[i] == "VBD"))
            return
        fresh = self.np is not None and not joined and not self._left_behind(self.np)
        waiting = self._waiting()
        new = fresh and (self.np_before == "quote" or (self.np_before == "cc" and not self._is_list(waiting)))
        last = self.main.head is None and waiting is self.main and i >= self.last_finite  # its verb, or it gets none
        new = new and not (last and self.np_before == "cc")
        if new and self.before == "unquote" and waiting is not None and waiting.subject not in (None, self.np):
            new = self.np_before != "quote"  # 'students chanting "Shame!" blocked the bridge'
        if waiting is not None and not joined and not new:
            opener = fresh and self.np_before == "verb" and top.head is not None and self._takes_clause(top.head)
            opener = opener and not (last and top.kind == "relative")  # "the man who wrote the letter has left"
            if not opener:
                self._pop_to(waiting, i)
                self._set(waiting, i, head, j, True)
                return
        if joined:
            self._conjoin(i, head, j)
        elif fresh:
            self._new_clause(i, head, j)
        elif i == head and self._reports(head) and self.before in ("comma", "unquote"):
            self._attribute(i, head, j, None)
        elif top.kind == "main" and top.head is None:
            self._set(top, i, head, j, True)
        elif self._is_resumed(top, i):
            self._resume(top, i, head, j)
        elif self.before == "quote" and top.head is not None and self._takes_clause(top.head):
            self._open_quoted(i, head, j)
        else:
            self._conjoin(i, head, j)

    def _is_of_outer(self, top: Frame, i: int, head: int, j: int) -> bool:
        """Whether the innermost clause, which has its verb already, only says who says it, or is the verb's subject;
        the verb is given to its clause then."""
        if self._is_said_of(top, i):
            frame = self._push("relative", i)  # "the warden, who she said had saved him"
            frame.antecedent, frame.marker, frame.attribution = top.antecedent, top.marker, top.index
            frame.fronted = top.fronted
            self._set(frame, i, head, j, True)
            return True
        teller = self._said_of_aim(top)
        if teller is not None and not self._joined(i):
            self._pop_to(teller, i)
            self._resume(teller, i, head, j)
            top.parent = self.stack[-1].index
            return True
        above = self._above_gerund(top, i)
        if above is None:
            return False
        above.subject = (top.first, i)  # "building the first section took six years"
        self._pop_to(above, i)
        self._set(above, i, head, j, True)
        return True

    def _resume(self, top: Frame, i: int, head: int, j: int) -> None:
        chunk = top.object
        assert chunk is not None
        frame = self._push("complement", chunk[0])
        top.object = None
        self._report(frame)
        frame.fronted, frame.subject = False, chunk
        self._own(chunk[0], i, frame)
        self._set(frame, i, head, j, True)

    def _open_contact(self, i: int, head: int, j: int) -> None:
        chunk = self.np
        assert chunk is not None
        frame = self._push("relative", chunk[0])
        frame.antecedent, frame.subject = chunk[0] - 1, chunk
        self._own(chunk[0], i, frame)
        self._set(frame, i, head, j, True)

    def _open_quoted(self, i: int, head: int, j: int) -> None:
        """What is quoted of something that no noun phrase is: 'he said: "Six years of my life have gone"'."""
        frame = self._push("complement", self.edge + 1)
        self._report(frame)
        self._own(frame.first, i, frame)
        self._set(frame, i, head, j, True)

    def _conjoin(self, i: int, head: int, j: int) -> None:
        """A second predicate of the same subject: "fell on Monday and rose on Tuesday"."""
        subject = self._explained_after_stop()
        if subject is not None:
            self._beside_main(subject, i, head, j)
            return
        reduced, _, edge = self.stack[-1].np
        if reduced is not None and self._is_reduced_after_and(i):
            self._beside_main(reduced, i, head, j, edge)
            return
        tag = self.tags[i]
        like = [f for f in reversed(self.stack) if f.verb is not None and f.finite]
        first = next((f for f in like if self.tags[f.verb[0]] == tag), like[0] if like else self.main)  # type: ignore[index]
        if (
            first.kind == "complement"
            and self._reports(head)
            and i == head
            and self._had(first)
            and not self._had(self.main)
        ):
            first = self.main  # "denied that it had shaken the slope and said"
        first = self._whose_deed(first, like, i, j)
        if self._is_of_relative(like, tag):
            first = like[0]
        if self._lists_of_main(first, head):
            first = self.main
        comma = self.before == "cc" and self.edge > self.main.first and self.words[self.edge - 1] == ","
        stative = first.kind == "complement" and first.head is not None and self.lower[first.head] in AUXILIARY
        stative = stative or (first.kind == "complement" and first.verb is not None and self.lower[first.verb[0]] in BE)
        asked = first.kind == "complement" and first.marker is not None and self.lower[first.marker] in _ASKED
        if comma and len(like) > 1 and (first.kind in ("relative", "adverbial") or stative or asked):
            first = next((f for f in like if f is not first and f.kind not in ("relative", "adverbial")), first)
        self._pop_to(self.main if len(self.stack) > DEEPEST else first, self.edge)
        frame = self._push("coordinate", self.edge)
        frame.parent, frame.fronted = first.index, False
        frame.subject, frame.attribution = first.subject, first.attribution
        frame.quoted = first.quoted
        self._own(self.edge, i, frame)
        self._set(frame, i, head, j, True)

    def _beside_main(self, subject: Stretch, i: int, head: int, j: int, first: int | None = None) -> None:
        first = subject[0] if first is None else first
        self._pop_to(self.main, first)
        frame = self._push("coordinate", first)
        frame.parent, frame.attribution, frame.fronted, frame.subject = (
            self.main.index, self.main.attribution, False, subject,
        )  # fmt: skip
        self._own(first, i, frame)
        self._set(frame, i, head, j, True)

    def _new_clause(self, i: int, head: int, j: int) -> None:
        """A finite verb with a subject of its own, where the innermost clause has its verb already."""
        chunk, before, top = self.np, self.np_before, self.stack[-1]
        assert chunk is not None
        if self._opens_main(top, chunk):
            self._pop_to(self.main, chunk[0])
            self.main.subject = chunk
            self._set(self.main, i, head, j, True)
            return
        explained = self._explained_after_and(chunk, i)
        if explained is not None:
            self._beside_main(explained, i, head, j)
            return
        quoting = any(f.head is not None and self._takes_clause(f.head) and self._quote_follows(f) for f in self.stack)
        if (
            before in ("comma", "unquote", "stop")
            and (i == head or self._has_said(i, head, j))
            and self._reports(head)
            and self._short(chunk, i)
            and not quoting
            and not self._says_more(before, j)
        ):
            self._attribute(self.np_edge, head, j, chunk, i)
            return
        whole = self._two_of_whom_is_told(top, chunk, before)
        if whole is not None:
            chunk, before = whole, "verb"
        start = chunk[0] if before in ("verb", "noun") else self.np_edge
        taker = next((f for f in reversed(self.stack) if f.head is not None and self._takes_clause(f.head)), None)
        told = (
            before == "noun"
            and top is taker
            and top.head is not None
            and (self.lower[top.head] in TELLING or top.object is None)
        )
        if taker is not None and (
            told or before in ("verb", "quote") or (before == "comma" and self._quote_follows(taker))
        ):
            self._pop_to(taker, start)
            frame = self._push("complement", start)
            if taker.object == chunk:
                taker.object = None
            self._report(frame)
        elif before == "verb" and self._follows_gerund(top):
            # "…, and after leaving in 1956 she taught": a clause beside the main one, with what was fronted to it
            self._pop_to(self.main, start)
            frame = self._push("coordinate", start)
            frame.parent, top.parent, top.fronted, top.object = self.main.index, frame.index, True, None
        elif before == "verb" and top.object == chunk:
            frame = self._push("complement", start)
            top.object = None
        elif before == "noun" or self._explains_time(chunk):
            start = chunk[0]
            frame = self._push("relative", start)
            frame.antecedent, frame.comma = start - 1, before != "noun"
        else:
            first = next(
                (f for f in self.stack if f.finite and f.kind in ("main", "complement", "coordinate")), self.main
            )
            if first.kind == "main" and len(self.stack) > 1 and before == "cc":
                first = next((f for f in reversed(self.stack) if f.finite and f.kind == "complement"), first)
            start, chunk = self._after_stop(first, start, chunk)
            self._pop_to(first, start)
            frame = self._push("coordinate", start)
            frame.parent, frame.attribution = first.index, first.attribution
            self._take_fronted(first, frame)
        frame.fronted = False
        frame.subject = chunk
        self._own(start, i, frame)
        self._set(frame, i, head, j, True)

    def _after_stop(self, first: Frame, start: int, chunk: Stretch) -> tuple[int, Stretch]:
        """Where a clause after a semicolon begins, and its subject: "; in 1927 the boat, the Hope, was sold"."""
        if first.verb is None or not first.verb[1] <= self.stop < start:
            return start, chunk
        if any(f.head is not None and f.first >= self.stop for f in self.frames[first.index + 1 :][-DEEPEST:]):
            return start, chunk
        subject = chunk
        for other in reversed(self.chunks):
            if other[0] <= self.stop:
                break
            if self.tags[other[0] - 1] not in ("IN", "TO"):
                subject = other
        return self.stop, subject

    def _take_fronted(self, first: Frame, frame: Frame) -> None:
        """Give the new clause what was fronted to it: "he wrote one; by the time she came, he had written ten"."""
        if self.stop == self.main.first:
            return
        for other in self.frames[first.index + 1 : frame.index][-DEEPEST:]:
            if other.kind == "adverbial" and other.parent == first.index and other.first > self.stop:
                other.parent, other.fronted = frame.index, True

    def _goes_on(self, j: int, at_once: bool) -> bool:
        """Whether what somebody says follows its verb: "it was sold; the paper reported on Monday that …".

        ``at_once``: without a sign before it, as in "said, adding that".
        """
        for k in range(j, min(j + _BEFORE_THAT, self.end)):
            if self.lower[k] == "that" and self.tags[k] in ("IN", "WDT"):
                return True
            if at_once and not self.words[k][0].isalnum():
                return False
        return False

    def _says_more(self, before: str, j: int) -> bool:
        """Whether the verb of saying that ends at ``j`` goes on to what is said, or done: "; Orme testified for us"."""
        return self._goes_on(j, before == "comma") or (before == "stop" and not self._ends_at(j))

    def _has_said(self, i: int, head: int, j: int) -> bool:
        """ "…, investigators have found": nothing is left that they could have found."""
        return head == i + 1 and self.lower[i] in HAVE and self._ends_at(j)

    def _ends_at(self, j: int) -> bool:
        """Whether a sign or a time follows."""
        return j >= self.end or not self.words[j][0].isalnum() or j in self.timex_end or j + 1 in self.timex_end

    def _two_of_whom_is_told(self, top: Frame, chunk: Stretch, before: str) -> Stretch | None:
        """The subject of what is said of two, where the first seemed the object: "said Lund and Moe could meet"."""
        first = top.object
        if before != "cc" or first is None or top.head is None or top.verb is None or first[0] != top.verb[1]:
            return None
        joined = first[1] + 1 == chunk[0] and self.tags[first[1]] == "CC" and self.lower[top.head] in CLAIMING
        if not joined:
            return None
        top.object = (first[0], chunk[1])
        return top.object

    def _short(self, chunk: Stretch, i: int) -> bool:
        return i - chunk[0] <= 14

    def _quote_follows(self, taker: Frame) -> bool:
        return self.quote and taker.verb is not None and self.edge >= taker.verb[1]

    def _begun_before(self, start: int) -> Frame | None:
        """The clause of which no more than its first word was read: "when, prosecutors said, he asked"."""
        top = self.stack[-1]
        return top if top.head is None and top.marker is not None and start - top.marker <= 2 else None

    def _attribute(self, start: int, head: int, j: int, chunk: Stretch | None, i: int | None = None) -> None:
        """ ", the ministry said" or ", said the ministry": what came before it is reported by it."""
        content = self._begun_before(start) or self.main
        self._pop_to(content, start)
        frame = self._push("attribution", start)
        frame.parent = content.index
        frame.fronted = False
        frame.subject = chunk
        begin = head if i is None else i
        self._own(start, begin, frame)
        self._set(frame, begin, head, j, True)
        for f in self.frames[content.index : frame.index]:
            if f.attribution is None and (f is content or f.kind == "coordinate"):
                f.attribution = frame.index
