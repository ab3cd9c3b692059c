"""Who disputes what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.facts.attribution import DENYING as _DENYING
from service.events.facts.attribution import Attributions
from service.events.facts.governors import GOVERNORS
from service.events.words.kinship import kin
from service.events.words.lexicon import noun_base

_CALLING: Final = frozenset("call describe brand label denounce".split())
_DISPUTING: Final = _DENYING | _CALLING
_GOING_ON: Final = frozenset({"coordinate", "participle"})
_FURTHER: Final = 40  # clauses back, and sentences, in which a denial finds what it denies
_SENTENCES: Final = 6
_PLAIN_VERBS: Final = frozenset("be have do make take give get say know".split())
_LOOK_BACK: Final = 12  # clauses of the sentences before, in which a disputed statement is looked for
_VERDICT: Final = 5  # tokens after a statement in which it is called untrue


class Disputes(Attributions):
    """The sources of one article's clauses, and who disputes them."""

    def disputes(self) -> dict[int, tuple[str, ...]]:
        """For each clause whose content somebody disputes, who does."""
        found: dict[int, tuple[str, ...]] = {}
        if _DISPUTING.isdisjoint([trigger.lemma for trigger in self.triggers]):
            return found
        for clause in self.all:
            number = self.head.get(clause.index)
            if number is None:
                continue
            trigger = self.triggers[number]
            denies = trigger.lemma in _DENYING or (trigger.lemma in _CALLING and self._calls_untrue(clause))
            if not denies or trigger.negated or trigger.pos != "verb":
                continue
            who = self.agent(clause) if trigger.voice == "passive" else self.subject(clause)
            if who is None:
                continue
            for target in (*self._disputed_by(clause), *self._told_before(clause, who)):
                if who not in found.get(target, ()):
                    found[target] = (*found.get(target, ()), who)
        for clause in self.all if found else ():
            if clause.kind in _GOING_ON and clause.parent in found and clause.index not in found:
                found[clause.index] = found[clause.parent]  # "said that they had met and agreed, shaking hands"
        return found

    def _disputed_by(self, clause: Clause) -> list[int]:
        """The clauses whose content a denying clause speaks of: its own complement is no matter here."""
        marker = self.tokens.lower[clause.marker] if clause.marker is not None else ""
        if clause.kind == "relative" and clause.parent is not None:
            whole = clause.object is None  # not in "the council, which rejected a plan, will debate it"
            return self._of_relative(clause, self.all[clause.parent], marker) if whole else []
        if self._is_apposed_claim(clause):
            return self._statements_before(clause, "")
        said = (c for c in self._following(clause) if c.parent == clause.index and c.kind != "coordinate")
        if clause.object is None or next(said, None) is not None:
            return []
        last = clause.object[1] - 1
        if self.tokens.lower[last] in GOVERNORS.untrue and last > clause.object[0]:
            last -= 1  # "called the report false"
        word = self.tokens.lower[last]
        if word not in GOVERNORS.statement and noun_base(word) not in GOVERNORS.statement:
            return []
        return self._statements_before(clause, self._possessor(clause.object))

    def _told_before(self, clause: Clause, who: str) -> list[int]:
        """What somebody else was reported to say, in the sentences before, that this denial takes up.

        "Said that they had met. … denied that the meeting had taken place."
        """
        denied = {kin(self.triggers[n].lemma) for n in self._inside(clause)} | self._such(clause)
        if not denied:
            return []
        found: list[int] = []
        for index in range(clause.index - 1, max(-1, clause.index - 1 - _FURTHER), -1):
            number = self.head.get(index)
            other = self.all[index]
            if number is None or other.sentence == clause.sentence or clause.sentence - other.sentence > _SENTENCES:
                continue
            if other.kind in ("complement", "main") and kin(self.triggers[number].lemma) in denied:
                source = self.source(index)
                if source is not None and source != who:
                    found.append(index)
        return found

    def _inside(self, clause: Clause) -> list[int]:
        """The triggers of what a denying clause denies: the verb, or the noun where the verb only says that it was."""
        found: list[int] = []
        for child in self._children(clause):
            number = self.head.get(child.index)
            if number is None or self.triggers[number].negated:
                continue
            if self.triggers[number].lemma in GOVERNORS.taking_place and child.subject is not None:
                a, b = child.subject
                found.extend(n for n in range(max(number - 4, 0), number) if a <= self.triggers[n].token < b)
            elif self.triggers[number].lemma not in _PLAIN_VERBS:
                found.append(number)
        return found

    def _such(self, clause: Clause) -> set[str]:
        """What a denial points back to by "such": "denies that it received any such report"."""
        found: set[str] = set()
        for child in self._children(clause):
            if child.object is not None and "such" in self.tokens.lower[child.object[0] : child.object[1]]:
                found.add(kin(noun_base(self.tokens.lower[child.object[1] - 1])))
        return found

    def _possessor(self, stretch: Stretch) -> str:
        """ "Hallam" in "Hallam's account", else nothing."""
        for i in range(stretch[0] + 1, stretch[1]):
            if self.tokens.lower[i] in ("'s", "’s"):
                return self.tokens.words[i - 1]
        return ""

    def _is_apposed_claim(self, clause: Clause) -> bool:
        """ "…, a claim the airline disputes": the noun stands right before the subject of the denying clause."""
        if clause.subject is None or clause.subject[0] < 3:
            return False
        noun = clause.subject[0] - 1
        return self.tokens.lower[noun] in GOVERNORS.statement and self.tokens.lower[noun - 1] in ("a", "an", "the")

    def _of_relative(self, clause: Clause, parent: Clause, marker: str) -> list[int]:
        """ "…, which the palace denied" speaks of the clause before; "a claim that Oslo rejects" of the claim."""
        noun = self.tokens.lower[clause.antecedent] if clause.antecedent is not None else ""
        comma = clause.first > 0 and self.tokens.words[clause.first - 1] == ","
        if marker == "which" and comma:
            return [parent.index]
        if noun_base(noun) in GOVERNORS.statement:
            content = [c.index for c in self._children(parent) if c.index < clause.index and c.kind != "relative"]
            return content or [parent.index]
        return []

    def _following(self, clause: Clause) -> Sequence[Clause]:
        return self.all[clause.index + 1 : clause.index + 3]

    def _children(self, clause: Clause) -> list[Clause]:
        """Complements of a clause among the next few."""
        near = self.all[clause.index + 1 : clause.index + 6]
        kinds = ("complement", "gerund", "participle", "infinitive")
        return [c for c in near if c.parent == clause.index and c.kind in kinds]

    def _statements_before(self, clause: Clause, teller_name: str) -> list[int]:
        """What was last reported or alleged, by ``teller_name`` if that is given, before "denied the report"."""
        for index in range(clause.index - 1, max(-1, clause.index - 1 - _LOOK_BACK), -1):
            teller = self.all[index]
            number = self.head.get(index)
            if clause.sentence - teller.sentence > 1 or (index == clause.parent and clause.kind == "complement"):
                break
            if number is None:
                continue
            trigger = self.triggers[number]
            tells = trigger.event_class == "REPORTING" or GOVERNORS.verbs.get(trigger.lemma) == "claim"
            who = self.subject(teller) or ""
            if tells and who != self.subject(clause) and (not teller_name or teller_name in who.split()):
                content = [c.index for c in self._children(teller)]
                if content:
                    return content
        return []

    def _calls_untrue(self, clause: Clause) -> bool:
        """Whether somebody calls a statement untrue: "called the report false", "described it as nonsense"."""
        if clause.object is None:
            return False
        after = self.tokens.lower[clause.object[0] : min(clause.object[1] + _VERDICT, clause.last)]
        return not GOVERNORS.untrue.isdisjoint(after)
