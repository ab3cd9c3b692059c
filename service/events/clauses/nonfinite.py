"""Which clause an infinitive, a gerund or a participle opens, and what it hangs on."""

from __future__ import annotations

from service.events.clauses.frames import DEEPEST, Frame
from service.events.clauses.model import ClauseKind
from service.events.clauses.verbs import Verbs
from service.events.words.lexicon import verb_base
from service.events.words.verbs import CASUALTIES, DONE_TO
from service.text.tagset import ADVERB, FINITE, NOUN

_LISTED_WITHIN = 16  # tokens from one of several verbs to the "and" before the last
_CONCLUDING = frozenset("ending bringing raising capping concluding completing".split())
_ACCOUNTING_FOR = frozenset("blaming citing calling accusing saying adding describing warning".split())
_RESULTS = frozenset(
    """leaving killing injuring wounding causing forcing trapping destroying damaging cutting blocking sparking flooding
    triggering sending bringing stranding burying""".split()
)


class NonFinite(Verbs):
    """Finds the clause of a verb group that has no tense."""

    def _nonfinite(self, i: int, head: int, j: int) -> None:
        joined = self._joined(i) or self._listed(i)
        if self._fits_waiting(i, head, j) or (joined and self._conjoin_nonfinite(i, head, j)):
            return
        tag, top = self.tags[i], self.stack[-1]
        wanted = top.kind == "complement" or (top.kind == "relative" and self.lower[i] == "be")
        if tag == "VB" and wanted and top.head is None and top.subject is not None:
            top.kind = "complement"
            self._set(top, i, head, j, False)  # the subjunctive: "recommended that the pipes be replaced"
            return
        if tag == "VB" and top.head is None and top is self.main:
            self._set(top, i, head, j, True)  # an imperative, or what is left of a question
            return
        previous = self._previous_tag(i)
        kind = self._nonfinite_kind(tag, previous)
        frame = self._push(kind, i)
        frame.marker = i if tag == "TO" else (i - 1 if kind == "gerund" else None)
        frame.antecedent = i - 1 if previous in NOUN or previous == "CD" else None
        if kind == "participle":
            self._hang_participle(frame, i, previous, top)
        self._set(frame, i, head, j, False)

    def _fits_waiting(self, i: int, head: int, j: int) -> bool:
        """ "After winning": the clause word waits for just this verb."""
        top = self.stack[-1]
        if top.head is not None or not top.tentative or top.subject is not None or self.tags[i] not in ("VBG", "VBN"):
            return False
        if i > self.main.first and self.words[i - 1] == ",":
            return False
        self._set(top, i, head, j, False)
        return True

    def _listed(self, i: int) -> bool:
        """ "Was arrested in Orm, extradited in June and charged": one of the things that were done to somebody."""
        if self.tags[i] != "VBN" or i == self.main.first or self.words[i - 1] != ",":
            return False
        if verb_base(self.lower[i]) not in DONE_TO and not self._lists_of_main(self.stack[-1], i):
            return False
        for k in range(i + 1, min(i + _LISTED_WITHIN, self.end - 2)):
            if self.tags[k] == "CC":
                after = k + 1 if self.tags[k + 1] not in ADVERB else k + 2
                return self.tags[after] in ("VBN", "VBD") and self.tags[k - 1] != "VBN"
            if self.tags[k] in FINITE or self.words[k] == ".":
                return False
        return False

    def _lists_of_main(self, first: Frame, head: int) -> bool:
        """Whether a comma goes on with what was done to the subject, after a relative clause that tells of others: "was
        looted in a raid in which nine were killed, sold in London and given to a museum"."""
        if first.kind != "relative" or self.before != "comma" or self.main.verb is None or self.main.head is None:
            return False
        if first.subject is None or first.marker is None or first.subject[0] <= first.marker:
            return False
        passive = self.lower[self.main.verb[0]] in ("was", "were") and self.tags[self.main.head] == "VBN"
        return passive and self.tags[head] in ("VBN", "VBD") and verb_base(self.lower[head]) not in CASUALTIES

    def _conjoin_nonfinite(self, i: int, head: int, j: int) -> bool:
        """ "To buy and sell": a second verb of the same form; whether there is a first one."""
        like = next((f for f in reversed(self.stack) if f.verb and self._alike(f, head)), None)
        if like is None:
            return False
        apart = self.edge > self.main.first and self.words[self.edge - 1] == ","
        if apart and like.kind == "adverbial" and self.main.verb is not None and self._alike(self.main, head):
            like = self.main  # "was arrested days before it was held, and convicted in May"
        if self._lists_of_main(like, head):
            like = self.main
        self._pop_to(like, self.edge)
        frame = self._push("coordinate", self.edge)
        frame.parent, frame.subject, frame.attribution = like.index, like.subject, like.attribution
        frame.fronted = like.fronted
        self._own(self.edge, i, frame)
        self._set(frame, i, head, j, like.finite)
        return True

    def _alike(self, frame: Frame, head: int) -> bool:
        tag, other = self.tags[head], self.tags[frame.head] if frame.head is not None else ""
        return tag == other or {tag, other} <= {"VB", "VBP"} or {tag, other} <= {"VBN", "VBD"}

    def _previous_tag(self, i: int) -> str:
        """The tag before the verb group and its adverbs, "" at the sentence's beginning."""
        if i <= self.main.first:
            return ""
        k = i - 1
        while k > self.main.first and self.tags[k] in ADVERB:
            k -= 1
        return self.tags[k] if self.lower[k] != "_" else ""  # a dash, as wires type it

    @staticmethod
    def _nonfinite_kind(tag: str, previous: str) -> ClauseKind:
        if tag in ("TO", "VB"):
            return "infinitive"
        return "gerund" if previous in ("IN", "TO") and tag == "VBG" else "participle"

    def _hang_participle(self, frame: Frame, i: int, previous: str, top: Frame) -> None:
        """What a participle says more of: the noun before it, what came of the clause before, or a noun of its own."""
        if frame.antecedent is None and previous == "," and self.chunks:
            frame.antecedent = self._noun_before(i)
        if self.tags[i] == "VBG" and previous == "," and top.head is None and self.closed is not None:
            # "a car that left the road, killing two, had been stolen": it tells what came of the relative clause
            frame.parent, frame.antecedent = self.closed.index, None
        if previous == "," and self.lower[i] in _CONCLUDING and top.kind == "relative" and self.main.head is not None:
            frame.parent, frame.antecedent = self.main.index, None  # "paid the heirs of those who lost it, ending"
        if previous == "," and self.lower[i] in _ACCOUNTING_FOR and frame.parent is not None:
            told = self.frames[frame.parent]
            if told.kind == "complement" and told.attribution is not None and not told.quoted:
                frame.parent, frame.antecedent = told.attribution, None  # "said it would cut jobs, blaming demand"
        if previous == "," and self.lower[i] in _RESULTS:
            self._result_of(frame, i - 1)
        if frame.antecedent is not None and self.tags[i] == "VBG" and self.chunks:
            chunk = self.chunks[-1]
            if chunk[0] > self.main.first and self.lower[chunk[0] - 1] == "with" and chunk[1] == i:
                frame.subject, frame.absolute = chunk, True

    def _result_of(self, frame: Frame, comma: int) -> None:
        """What follows from the clause that the comma ends: "after the wall collapsed, leaving 30 metres of track"."""
        for other in self.frames[-2 : -2 - DEEPEST : -1]:
            if other.sentence != frame.sentence:
                return
            if other.kind == "adverbial" and other.finite and other.last == comma and self._after_main(other):
                frame.parent = other.index
                return
