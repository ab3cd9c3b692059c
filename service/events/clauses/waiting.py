"""Which subject waits for a finite verb: the main clause's, one that another clause explains, one after a stop."""

from __future__ import annotations

from service.events.clauses.frames import DEEPEST, Frame
from service.events.clauses.model import BE, HAVE, Stretch
from service.events.clauses.nonfinite import NonFinite
from service.events.clauses.phrases import NOMINATIVE
from service.events.words.verbs import SPANS
from service.text.tagset import FINITE

_OPENING = frozenset("that because since if whether and but as although though while".split())
_RECENT = 8  # noun phrases back
_PASTS = FINITE | {"VBN"}


class Waiting(NonFinite):
    """What has no verb yet, and which verb is its own."""

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

    def _after_gerund(self, top: Frame, i: int) -> bool:
        """Whether a subject after a fronted gerund is the main clause's: "after graduating in 1981 she joined"."""
        if top.kind != "adverbial" or top.head is None or top.finite or self.np is None or self.np[1] != i:
            return False
        free = self.main.head is None and self.main.subject is None
        if not free or top.verb is None or self._takes_clause(top.head):
            return False
        return self.np[0] > top.verb[1] or (self.np[0] == top.verb[1] and self.lower[self.np[0]] in NOMINATIVE)

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

    def _had(self, frame: Frame) -> bool:
        """Whether the verb is a perfect, or has none."""
        return frame.verb is None or self.lower[frame.verb[0]] in HAVE

    def _whose_deed(self, first: Frame, like: list[Frame], i: int, j: int) -> Frame:
        """The clause that a deed is joined to: not "the dam was finished" in "she returned after the dam was finished
        and led the firm"."""
        if first.kind != "adverbial" or first.subject is None or first.verb is None or len(like) < 2:
            return first
        above = next((f for f in like if f is not first and f.index == first.parent), None)
        if above is None or above.subject is None:
            return first
        if self._goes_on_later(first, i, j):
            return above
        if self.lower[above.subject[0]] not in ("he", "she"):
            return first
        thing = self.lower[first.subject[0]] in ("the", "a", "an", "it") and self.lower[first.verb[0]] in BE
        deed = self.tags[i] == "VBD" and j < self.end and self.tags[j] in ("NNP", "DT", "PRP") and j == i + 1
        return above if thing and deed else first

    def _goes_on_later(self, first: Frame, i: int, j: int) -> bool:
        """Whether what follows a short "when" clause has a time of its own: "stalled when the war began and resumed
        only last year"; not "died when a tree fell and hit his car"."""
        if first.verb is None or first.marker is None or self.lower[first.marker] != "when" or first.verb[1] != i - 1:
            return False
        k = j + (self.lower[j : j + 1] in (["only"], ["again"], ["just"]))
        return k in self.timex_end or (self.tags[k : k + 1] == ["IN"] and k + 1 in self.timex_end)

    def _is_of_relative(self, like: list[Frame], tag: str) -> bool:
        """Whether a modal without a comma before its "and" goes on with what a relative clause tells in the present: "a
        hall that is being built and should open in May"."""
        if tag != "MD" or len(like) < 2 or like[0].kind != "relative" or self.before != "cc":
            return False
        verb = like[0].verb
        present = verb is not None and self.tags[verb[0]] in ("VBZ", "VBP")
        return present and self.words[self.edge - 1] != ","

    def _explained_after_stop(self) -> Stretch | None:
        """The subject that a relative clause explains after a semicolon: "; a judge who has retired jailed him"."""
        if self.main.verb is None or self.stop < self.main.verb[1]:
            return None
        subject = next((c for c in self.chunks[-_RECENT:] if c[0] == self.stop + 1 or c[0] == self.stop), None)
        if subject is None:
            return None
        return subject if self._is_explained(subject) else None

    def _is_reduced_after_and(self, i: int) -> bool:
        """Whether a participle explains a new subject: "closed in May, but a show planned for June was put off"."""
        top = self.stack[-1]
        if top.kind != "participle" or top.comma or self._joined(i) or len(self.stack) != 2 or self.main.verb is None:
            return False
        chunk, before, _ = top.np
        return chunk is not None and before == "cc" and chunk[1] == top.first and top.antecedent == chunk[1] - 1

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

    def _explains_time(self, chunk: Stretch) -> bool:
        """Whether a clause says what else was then: "last November, the month a letter reached the board"."""
        i = chunk[0]
        return i > self.main.first + 3 and self.lower[i - 2] == "the" and self.lower[i - 1] in SPANS

    def _follows_gerund(self, top: Frame) -> bool:
        """Whether the innermost clause is a gerund with "after" or "before" that "and" opens."""
        opened = top.first > self.main.first and self.tags[top.first - 1] == "CC"
        return opened and top.kind == "adverbial" and top.head is not None and not top.finite
