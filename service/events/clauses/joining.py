"""Which clause a finite verb belongs to: one that waits for it, a new one, one joined to another, or the source of a
statement."""

from __future__ import annotations

from service.events.clauses.frames import DEEPEST, Frame
from service.events.clauses.model import BE, HAVE, Stretch
from service.events.clauses.nonfinite import NonFinite
from service.events.clauses.signs import TELLING
from service.events.clauses.verbs import AUXILIARY, CLAIMING
from service.events.words.verbs import SPANS
from service.text.tagset import FINITE

_OPENING = frozenset("that because since if whether and but as although though while".split())
_RECENT = 8  # noun phrases back
_BEFORE_THAT = 6  # tokens: "told the court on Monday that"
_PASTS = FINITE | {"VBN"}


class Joining(NonFinite):
    """Finds the clause of a finite verb group."""

    def _finite(self, i: int, head: int, j: int) -> None:
        top = self.stack[-1]
        if self.np is not None and (self._after_gerund(top, i) or self._after_day(top, i)):
            subject = self.np
            self._pop_to(self.main, subject[0])
            self.main.subject, top = subject, self.main
        if self._is_said_of(top, i):
            frame = self._push("relative", i)  # "the warden, who she said had saved him"
            frame.antecedent, frame.marker, frame.attribution = top.antecedent, top.marker, top.index
            frame.fronted = top.fronted
            self._set(frame, i, head, j, True)
            return
        above = self._above_gerund(top, i)
        if above is not None:
            above.subject = (top.first, i)  # "building the first section took six years"
            self._pop_to(above, i)
            self._set(above, i, head, j, True)
            return
        if top.tentative and top.subject is None and top.head is None and self._only_dates(top, i):
            waiting = self._waiting()
            if waiting is not None:
                self._pop_to(waiting, i)
                top = waiting
        joined = self._joined(i)
        planned = None if joined else self._planned_after_stop(top, i)
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
        if top.tentative and top.head is None and not joined and self._last_for_main(top, i):
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

    def _is_aside_of(self, top: Frame, i: int, head: int, j: int) -> bool:
        """Whether what seemed the clause only says whose word it is: "when, prosecutors said, he asked for a call"."""
        if top.marker is None or top.subject is None or top.subject[0] != top.marker + 2 or i != head:
            return False
        apart = self.words[top.marker + 1] == "," and self.words[j : j + 1] == [","]
        return apart and top.subject[1] == i and self._reports(head)

    def _is_said_of(self, top: Frame, i: int) -> bool:
        """Whether a relative clause only began with who says it: "who she said had saved him"."""
        if top.kind != "relative" or top.head is None or top.verb is None or top.subject is None or top.marker is None:
            return False
        said = self._takes_clause(top.head) and top.verb[1] == i and top.subject[0] == top.marker + 1
        return said and self.lower[top.marker] in ("who", "which", "that")

    def _above_gerund(self, top: Frame, i: int) -> Frame | None:
        """The clause whose subject a gerund is, with its object right before the verb; None where it is none."""
        if top.kind not in ("participle", "gerund") or top.head is None or self.tags[top.head] != "VBG" or top.comma:
            return None
        if top.object is None or top.object[1] != i or top.antecedent is not None or len(self.stack) < 2:
            return None
        above = self.stack[-2]
        opens = top.first == self.main.first or self.lower[top.first - 1] in _OPENING
        return above if opens and above.head is None and above.subject is None else None

    def _waiting(self) -> Frame | None:
        """The innermost clause that has a subject and no verb yet."""
        return next((f for f in reversed(self.stack) if f.head is None and f.subject is not None), None)

    def _is_list(self, waiting: Frame | None) -> bool:
        """Whether "and" only joins two things, for nothing has got its verb yet: "a ship with tents and food was"."""
        if waiting is not self.main or waiting.first != self.stack[0].first:
            return False
        return all(f.head is None or not f.finite for f in self.frames[waiting.index :][-DEEPEST:])

    def _is_resumed(self, top: Frame, i: int) -> bool:
        """ "She said the zone, set up in May, would be extended": what seemed the object is its subject."""
        if top.head is None or top.object is None or not self._takes_clause(top.head) or self.words[i - 1] != ",":
            return False
        return top.verb is not None and top.object[0] == top.verb[1] and self.words[top.object[1]] == ","

    def _resume(self, top: Frame, i: int, head: int, j: int) -> None:
        chunk = top.object
        assert chunk is not None
        frame = self._push("complement", chunk[0])
        top.object = None
        self._report(frame)
        frame.fronted, frame.subject = False, chunk
        self._own(chunk[0], i, frame)
        self._set(frame, i, head, j, True)

    def _after_gerund(self, top: Frame, i: int) -> bool:
        """Whether a subject after a fronted gerund is the main clause's: "after graduating in 1981 she joined"."""
        if top.kind != "adverbial" or top.head is None or top.finite or self.np is None or self.np[1] != i:
            return False
        free = self.main.head is None and self.main.subject is None
        return free and top.verb is not None and self.np[0] > top.verb[1] and not self._takes_clause(top.head)

    def _after_day(self, top: Frame, i: int) -> bool:
        """Whether a pronoun after the day that ends a fronted clause is the main one's: "as it sank in May he paid"."""
        if top.kind != "adverbial" or not top.finite or self.np is None or self.np[1] != i:
            return False
        free = self.main.head is None and self.main.subject is None
        return free and self.tags[self.np[0]] == "PRP" and self.np[0] in self.timex_ends

    def _only_dates(self, frame: Frame, i: int) -> bool:
        """Whether a clause word has only a date to itself: "the worst flood since 1953 swept"."""
        return frame.marker is not None and self.timex_end.get(frame.marker + 1) == i

    def _last_for_main(self, top: Frame, i: int) -> bool:
        """Whether the sentence's last verb comes after "since …" while its subject still waits: "worms that had been
        frozen since the ice age have been revived"."""
        if self.main.head is not None or self.main.subject is None or self.main.subject[1] > top.first:
            return False
        if top.marker is None or self.lower[top.marker] not in ("since", "until") or i < self.last_finite:
            return False
        return not any(self.words[k] == "," and self.tags[k + 1] in _PASTS for k in range(i, self.end - 1))

    def _left_behind(self, chunk: Stretch) -> bool:
        """Whether a noun phrase belongs to the verb before it, since a boundary came after it."""
        if self.lower[chunk[0] - 1] == "as" and chunk[0] > 0 and self.before == "comma" and self.edge >= chunk[1]:
            return True  # "she trained as a bookbinder, married and moved"
        return self.np_before in ("verb", "noun") and self.edge >= chunk[1] and self.before in ("comma", "cc", "stop")

    def _contact(self, top: Frame, i: int) -> bool:
        """ "the book he wrote sold": a second noun phrase right after the subject, and a finite verb still to come."""
        np = self.np
        return (
            np is not None
            and top.subject is not None
            and np != top.subject
            and np[0] == top.subject[1]
            and i < self.last_finite
        )

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
        comma = self.before == "cc" and self.edge > self.main.first and self.words[self.edge - 1] == ","
        stative = first.kind == "complement" and first.head is not None and self.lower[first.head] in AUXILIARY
        stative = stative or (first.kind == "complement" and first.verb is not None and self.lower[first.verb[0]] in BE)
        if comma and len(like) > 1 and (first.kind in ("relative", "adverbial") or stative):
            first = next((f for f in like if f is not first and f.kind not in ("relative", "adverbial")), first)
        self._pop_to(self.main if len(self.stack) > DEEPEST else first, self.edge)
        frame = self._push("coordinate", self.edge)
        frame.parent, frame.fronted = first.index, False
        frame.subject, frame.attribution = first.subject, first.attribution
        frame.quoted = first.quoted
        self._own(self.edge, i, frame)
        self._set(frame, i, head, j, True)

    def _had(self, frame: Frame) -> bool:
        """Whether the verb is a perfect, or has none."""
        return frame.verb is None or self.lower[frame.verb[0]] in HAVE

    def _whose_deed(self, first: Frame, like: list[Frame], i: int, j: int) -> Frame:
        """The clause that a deed is joined to: not "the dam was finished" in "she returned after the dam was finished
        and led the firm"."""
        if first.kind != "adverbial" or first.subject is None or first.verb is None or len(like) < 2:
            return first
        above = next((f for f in like if f is not first and f.index == first.parent), None)
        if above is None or above.subject is None or self.lower[above.subject[0]] not in ("he", "she"):
            return first
        thing = self.lower[first.subject[0]] in ("the", "a", "an", "it") and self.lower[first.verb[0]] in BE
        deed = self.tags[i] == "VBD" and j < self.end and self.tags[j] in ("NNP", "DT") and j == i + 1
        return above if thing and deed else first

    def _explained_after_stop(self) -> Stretch | None:
        """The subject that a relative clause explains after a semicolon: "; a judge who has retired jailed him"."""
        if self.main.verb is None or self.stop < self.main.verb[1]:
            return None
        subject = next((c for c in self.chunks[-_RECENT:] if c[0] == self.stop + 1 or c[0] == self.stop), None)
        if subject is None:
            return None
        return subject if self._is_explained(subject) else None

    def _opens_main(self, top: Frame, chunk: Stretch) -> bool:
        """Whether the main clause begins after the date that ends a fronted one: "When it burned in 1944 the family
        left", "In an interview published in May he said"."""
        free = self.main.head is None and self.main.subject is None and top is not self.main
        return free and chunk[0] in self.timex_ends and top.kind in ("adverbial", "participle", "gerund")

    def _explained_after_and(self, chunk: Stretch, i: int) -> Stretch | None:
        """The subject that a participle explains after "and", where a name between commas stands before the verb: "and
        a bid led by a rival, Tom Orme, failed"."""
        first, last = chunk
        if self.main.verb is None or last != i - 1 or self.words[last] != "," or self.words[first - 1] != ",":
            return None
        recent = self.chunks[-_RECENT:]
        subject = next((c for c in recent if c[0] > self.main.verb[1] and self.tags[c[0] - 1] == "CC"), None)
        return subject if subject is not None and self._is_explained(subject) else None

    def _is_explained(self, subject: Stretch) -> bool:
        """Whether a clause says more of a phrase that has no verb yet."""
        near = self.frames[-DEEPEST:]
        explained = any(f.kind in ("relative", "participle") and f.antecedent == subject[1] - 1 for f in near)
        return explained and not any(f.finite and f.subject == subject for f in near)

    def _planned_after_stop(self, top: Frame, i: int) -> Stretch | None:
        """The subject that an infinitive explains after a stop or "and": "; a plan to build basins was dropped"."""
        if top.kind != "infinitive" or top.head is None or self._takes_clause(top.head) or self.main.verb is None:
            return None
        subject = next((c for c in self.chunks[-_RECENT:] if c[1] == top.first), None)
        if subject is None or subject[0] < self.main.verb[1] or subject[0] == 0 or self.before == "comma":
            return None
        opens = self.words[subject[0] - 1] in (";", "—", "–") or self.tags[subject[0] - 1] == "CC"
        noun = self.tags[subject[1] - 1] in ("NN", "NNS")
        return subject if opens and noun and self.edge <= top.first else None

    def _beside_main(self, subject: Stretch, i: int, head: int, j: int) -> None:
        self._pop_to(self.main, subject[0])
        frame = self._push("coordinate", subject[0])
        frame.parent, frame.attribution, frame.fronted, frame.subject = (
            self.main.index, self.main.attribution, False, subject,
        )  # fmt: skip
        self._own(subject[0], i, frame)
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

    def _explains_time(self, chunk: Stretch) -> bool:
        """Whether a clause says what else was then: "last November, the month a letter reached the board"."""
        i = chunk[0]
        return i > self.main.first + 3 and self.lower[i - 2] == "the" and self.lower[i - 1] in SPANS

    def _follows_gerund(self, top: Frame) -> bool:
        """Whether the innermost clause is a gerund with "after" or "before" that "and" opens."""
        opened = top.first > self.main.first and self.tags[top.first - 1] == "CC"
        return opened and top.kind == "adverbial" and top.head is not None and not top.finite

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
