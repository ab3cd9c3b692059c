"""What a verb group says of its own event: by tense, modal and negation, whatever governs its clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, get_args

from service.events.clauses.model import Clause
from service.events.facts.disputes import Disputes
from service.events.facts.governors import GOVERNORS
from service.events.model import Certainty, Outlook, Status
from service.events.triggers.model import Trigger
from service.record import changed, record
from service.text.tokens import Tokens

BY_OUTLOOK: Final[dict[Outlook, Status]] = {
    "past": "occurred",
    "present": "occurred",
    "ongoing": "ongoing",
    "future": "scheduled",
    "unknown": "occurred",
}
_ADVERBS: Final = frozenset(GOVERNORS.adverbs)
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_OPEN: Final = frozenset({"may", "might", "could"})
_ABLE: Final = frozenset({"can", "ca", "cannot"})
_DUE: Final = frozenset({"must", "should", "ought to", "need", "have to", "should to"})
_INVERTED: Final = frozenset({"had", "were", "should"})
_WOULD: Final = frozenset({"would", "'d", "’d"})
_NEXT: Final = 4  # clauses: those that tell what came of a plan
_CONTRARY: Final = frozenset({"would", "could", "might"})
_COMPARATIVES: Final = (["later"], ["earlier"], ["sooner"], ["longer"], ["more"], ["less"], ["fewer"])


@record
class Form:
    """``negative``: it did not happen, or would not."""

    status: Status
    negative: bool
    certainty: Certainty


_PLAIN: Final = {  # of most verb groups, made once
    (status, negative): Form(status, negative, "certain") for status in get_args(Status) for negative in (False, True)
}


class VerbForms:
    """The verb groups of one article."""

    def __init__(
        self,
        tokens: Tokens,
        clauses: Sequence[Clause],
        triggers: Sequence[Trigger],
        outlooks: Sequence[Outlook],
        said: Disputes,
    ) -> None:
        self.lower, self.clauses, self.triggers, self.outlooks, self.said = (
            tokens.lower,
            clauses,
            triggers,
            outlooks,
            said,
        )
        self.asks = "?" in tokens.text

    @cached_property
    def conditional(self) -> set[int]:
        """The clauses that a condition depends on: "will close if"."""
        over = (c for c in self.clauses if c.marker is not None and self.lower[c.marker] in ("if", "unless"))
        return {c.parent for c in over if c.parent is not None and c.head}

    def of(self, number: int, clause: Clause) -> Form:
        """What the verb group of trigger ``number`` says by itself."""
        trigger = self.triggers[number]
        negative = trigger.negated or (clause.subject is not None and self._is_of_nobody(clause.subject[0]))
        if clause.object is not None:
            negative ^= self._takes_nothing(trigger, clause)
        form = _PLAIN[BY_OUTLOOK[self.outlooks[number]], negative]
        by_modal = None
        if trigger.modal is not None or trigger.tense == "INFINITIVE":
            by_modal = self._by_modal(trigger, clause, form)
        if by_modal is not None:
            form = by_modal
        elif trigger.tense == "FUTURE" or form.status == "scheduled":
            form = self._by_tense(trigger, clause, form)
        conditional = clause.marker is not None and self.lower[clause.marker] in _CONDITIONS
        if conditional or (self.asks and self._is_asked(trigger, clause)):
            form = _supposed(form)
        if clause.parent is not None and clause.kind != "coordinate":
            contrary = self._inverted(self.clauses[clause.parent])
            if contrary == "had" and trigger.negated and self.clauses[clause.parent].kind != "participle":
                return Form("occurred", False, "certain")  # "would have been lost had he not braked": he did
            if contrary:
                form = Form("hypothetical", form.negative ^ (contrary == "had"), "possible")
        near = self.lower[max(clause.first, trigger.first - 2) : trigger.token]
        if self.lower[clause.first] in _ADVERBS or not _ADVERBS.isdisjoint(near):
            form = self._with_adverbs(trigger, clause, form)
        return form

    def _inverted(self, above: Clause) -> str:
        """The auxiliary that opens its sentence as a condition, "" where none does: "had the alarm sounded, …"."""
        opens = above.kind == "participle" and above.verb == (above.first, above.first + 1)
        if not opens and above.head is not None and self.lower[above.head] == "had" and above.parent is not None:
            verb = self.clauses[above.parent].verb  # "would have been lost had the keeper not saved it"
            words = self.lower[verb[0] : verb[1]] if verb is not None else []
            return "had" if "have" in words and not _CONTRARY.isdisjoint(words) else ""
        return self.lower[above.first] if opens and self.lower[above.first] in _INVERTED else ""

    def marker(self, clause: Clause) -> str:
        """The word that opens the clause ("if", "after"), "" where none does."""
        return self.lower[clause.marker] if clause.marker is not None else ""

    def _is_of_nobody(self, first: int) -> bool:
        """ "No one came", "not one of them came": ``first`` is the subject's first token."""
        return self.lower[first] in GOVERNORS.nobody or (first > 0 and self.lower[first - 1] in ("not", "neither"))

    def _takes_nothing(self, trigger: Trigger, clause: Clause) -> bool:
        """ "Received no warning"; not "was built no later than 1540"."""
        if clause.head != trigger.token or clause.object is None:
            return False
        first = clause.object[0]
        return self.lower[first] in ("no", "nothing") and self.lower[first + 1 : first + 2] not in _COMPARATIVES

    def _by_modal(self, trigger: Trigger, clause: Clause, form: Form) -> Form | None:
        modal, perfect = trigger.modal, trigger.aspect.startswith("PERFECTIVE")
        if modal == "could" and form.negative and not perfect:
            return changed(form, status="occurred")  # "could not reach the village": it did not happen
        if modal in _OPEN or modal in _ABLE:
            return _supposed(form)
        if self._was_to_have(trigger):
            return changed(form, status="hypothetical", negative=not form.negative)  # contrary to fact
        if self._was_to_but(trigger, clause):
            return Form("hypothetical", not form.negative, "possible")
        if modal in _DUE and trigger.tense == "PAST":
            return changed(form, status="occurred")  # "had to resign"
        if modal in _DUE:
            return changed(form, status="occurred" if perfect else "hypothetical", certainty="probable")
        return self._would(clause, perfect, form.negative) if modal in _WOULD else None

    def _was_to_have(self, trigger: Trigger) -> bool:
        """ "The mission was to have flown in May": it did not."""
        if trigger.tense != "INFINITIVE" or not trigger.aspect.startswith("PERFECTIVE") or trigger.first < 1:
            return False
        return self.lower[trigger.first] == "to" and self.lower[trigger.first - 1] in ("was", "were")

    def _was_to_but(self, trigger: Trigger, clause: Clause) -> bool:
        """ "The board was to rule in May but gave itself three more months": it did not."""
        first = trigger.first
        if trigger.tense != "INFINITIVE" or first < 1 or self.lower[first] != "to" or trigger.token != first + 1:
            return False
        if self.lower[first - 1] not in ("was", "were") or clause.verb is None or clause.verb[0] != first - 1:
            return False
        after = self.clauses[clause.index + 1 : clause.index + _NEXT]
        joined = (c for c in after if c.kind == "coordinate" and c.parent == clause.index and c.finite)
        return any(self.lower[c.first] == "but" for c in joined)

    def _would(self, clause: Clause, perfect: bool, negative: bool) -> Form:
        if perfect:
            return Form("hypothetical", not negative, "certain")  # contrary to fact
        if self.said.source(clause.index) is not None and clause.index not in self.conditional:
            return Form("scheduled", negative, "probable")  # "said it would close"
        return Form("hypothetical", negative, "possible")

    def _by_tense(self, trigger: Trigger, clause: Clause, form: Form) -> Form:
        if trigger.tense == "FUTURE" and clause.index in self.conditional:
            return _supposed(form)
        return changed(form, certainty="probable") if form.status == "scheduled" else form

    def _is_asked(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether the verb is that of a question: "did he resign?"; its auxiliary may stand in a clause of its own."""
        if clause.kind != "main" and trigger.first >= clause.first:
            return False
        return "?" in self.lower[max(clause.last - 1, 0) : clause.last + 1]

    def _with_adverbs(self, trigger: Trigger, clause: Clause, form: Form) -> Form:
        first = max(clause.first, trigger.first - 2)
        for i in (clause.first, *range(first, trigger.token)):
            kind = GOVERNORS.adverbs.get(self.lower[i])
            if kind == "probable" and form.certainty == "certain":
                form = changed(form, certainty="probable")
            elif kind == "possible":
                form = changed(form, certainty="possible")
            elif kind == "negative" and i + 1 == trigger.token:
                form = changed(form, negative=not form.negative)
        return form


def _supposed(form: Form) -> Form:
    return changed(form, status="hypothetical", certainty="possible")
