"""What has no day of its own once the story is told: of the day of the clause above it, or of what its tense says."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.times.ages import BIRTHS
from service.events.times.dating import Dating, upright
from service.events.times.story_day import TOLD, StoryDay
from service.events.triggers.model import Trigger
from service.events.words.verbs import GIVEN, HARMING, LOOKING_BACK
from service.temporal.calendar.periods import Interval, Moment

_YEAR = 366  # days


class Dependents(StoryDay):
    """The events that hang on others."""

    def complete(self, number: int) -> None:
        """What has no day of its own yet: of the clause above it, or of what its tense says."""
        dating, outlook = self.datings[number], self.outlooks[number]
        if dating is None:
            dating = self._from_above(number) or self.by_tense[outlook]
        elif outlook == "future":
            dating = self._counted_from_then(dating, number)
        elif outlook == "past":
            clause = self.all[self.links.clause[number]]
            dating = self._no_later_than_said(self._up_to_what_ended_it(dating, number, clause), clause)
        self.datings[number] = upright(dating, outlook == "past") if dating is not None else None

    def _up_to_what_ended_it(self, dating: Dating, number: int, clause: Clause) -> Dating:
        """ "A truce that had held since October collapsed": until it did."""
        trigger = self.triggers[number]
        lasted = (trigger.tense, trigger.aspect) == ("PAST", "PERFECTIVE") or clause.kind == "participle"
        had_lasted = dating.extent == "throughout" and lasted
        said_of = clause.kind in ("relative", "participle")  # "the airport, closed since Monday, reopened on Friday"
        above = self.links.head.get(clause.parent) if clause.parent is not None and said_of else None
        ended = self.datings[above] if above is not None and had_lasted and self.outlooks[above] == "past" else None
        start, end = dating.bounds
        if ended is None or ended.bounds.end is None or end is None or ended.bounds.end.day >= end.day:
            return dating
        if start is not None and ended.bounds.end.day < start.day:
            return dating
        return dating.within(Interval(start, ended.bounds.end))

    def _no_later_than_said(self, dating: Dating, clause: Clause) -> Dating:
        """What is reported as past ended before the report: "the book of 2024 says that they met after 2021"."""
        while clause.attribution is None and clause.parent is not None and clause.kind != "adverbial":
            clause = self.all[clause.parent]
        reporter = self.links.head.get(clause.attribution) if clause.attribution is not None else None
        said = self.datings[reporter] if reporter is not None else None
        limit = said.bounds.end if said is not None and said.known and not said.shared else None
        start, end = dating.bounds
        if limit is None or (end is not None and end.day <= limit.day) or (start is not None and start.day > limit.day):
            return dating
        return dating.within(Interval(start, limit))

    def _since_said(self, said: Dating, number: int, above: int) -> Dating | None:
        """ "Said in 2015 that it would close", "promised in 2015 to close it": to come from then, and not from now."""
        trigger, start, end = self.triggers[number], said.bounds.start, said.bounds.end
        told = self.outlooks[above] == "past" and said.basis in ("explicit", "relative") and not said.shared
        if not told or self.outlooks[number] != "future" or start is None or end is None or self.today is None:
            return None
        if end.day > self.today.day - _YEAR or not (trigger.modal == "would" or trigger.tense == "INFINITIVE"):
            return None
        return Dating(Interval(Moment(start.day), None), "within", "unknown", False, "document")

    def _counted_from_then(self, dating: Dating, number: int) -> Dating:
        """ "Said in 2020 that it would open within two years": two years from then, and not from now."""
        clause, start, end = self.all[self.links.clause[number]], dating.bounds.start, dating.bounds.end
        above = self.links.head.get(clause.parent) if clause.parent is not None else None
        said = self.datings[above] if above is not None else None
        if self.today is None or start is None or start.day != self.today.day or said is None or above is None:
            return dating
        then = self._since_said(said, number, above)
        last = said.bounds.end
        if then is None or end is None or last is None:
            return then or dating
        return dating.within(Interval(then.bounds.start, Moment(last.day + end.day - start.day)))

    def _from_above(self, number: int) -> Dating | None:
        clause, trigger = self.all[self.links.clause[number]], self.triggers[number]
        if clause.parent is None or trigger.pos == "noun":
            return None
        occasion = self._occasion(trigger, clause) or self._blow(trigger, clause)
        if occasion is not None:
            return occasion
        above = self.links.head.get(clause.parent)
        if above is None and clause.kind == "participle" and clause.index not in self.placed and not _describes(clause):
            return self._as_above(clause)
        dating = self.datings[above] if above is not None else None
        if dating is None or above is None:
            return None
        if self.outlooks[number] != "past":
            return self._since_said(dating, number, above)
        placed = clause.index in self.placed
        if trigger.tense == "PRESPART" and self._looks_back_on(above, clause):
            return until(dating)
        if trigger.tense == "PRESPART" and not placed and self._accompanies(trigger, clause):
            return dating.by_day()
        if clause.kind in ("infinitive", "coordinate") and self.outlooks[above] == "past" and not placed:
            if self.triggers[above].lemma in BIRTHS and trigger.lemma not in BIRTHS:
                return None  # "was born in Bern in 1880 and died in Rome"
            if self._looks_back(trigger) and not self._looks_back(self.triggers[above]):
                return until(dating)  # "drove off and had covered 90 metres"
            by_now = trigger.tense == "PRESENT" and self.triggers[above].tense == "PAST"
            return None if by_now else dating.by_day()  # "passed it a week ago but the president has refused"
        if clause.kind == "gerund" and self.outlooks[above] == "past" and not placed:
            means = clause.marker is not None and self.lower[clause.marker] == "by"
            return dating.by_day() if means else until(dating)  # "replied by leaving"; "accused of breaking it"
        if clause.kind == "relative" and trigger.tense == "PAST" and trigger.aspect == "PROGRESSIVE" and not placed:
            told = (
                self.triggers[above].event_class != "REPORTING"
            )  # "said a man who was walking home": not as he said it
            return dating.by_day() if told else None  # "a man who was walking home was hit"
        if clause.kind == "complement" and clause.attribution is not None and trigger.tense == "PAST":
            stative = trigger.aspect == "NONE" and trigger.event_class in ("STATE", "I_STATE")
            if (stative or trigger.aspect == "PROGRESSIVE") and not placed:
                return dating.lent()  # "said that it was ready": as it was said
            return until(dating)
        return None

    def _occasion(self, trigger: Trigger, clause: Clause) -> Dating | None:
        """ "In a speech given to miners, he said on Friday": what the participle tells is the speech's day."""
        if clause.kind != "participle" or clause.antecedent is None or trigger.lemma not in GIVEN:
            return None
        noun = self.number.get(clause.antecedent)
        dating = self.datings[noun] if noun is not None and self.triggers[noun].pos == "noun" else None
        known = dating is not None and dating.known and dating.extent == "within" and not dating.open
        return dating.lent() if dating is not None and known else None

    def _blow(self, trigger: Trigger, clause: Clause) -> Dating | None:
        """ "Five days after the quake that flattened the town": what a disaster did it did as it happened."""
        if clause.kind != "relative" or trigger.lemma not in HARMING or trigger.tense != "PAST":
            return None
        noun = self.number.get(clause.antecedent) if clause.antecedent is not None else None
        dating = self.datings[noun] if noun is not None and trigger.voice == "active" else None
        known = dating is not None and dating.known and dating.extent == "within" and not dating.open
        return dating.lent() if dating is not None and known else None

    def _looks_back_on(self, above: int, clause: Clause) -> bool:
        """Whether a verb speaks of what its object has done before: "regretted calling him that"."""
        verb = self.all[self.links.clause[above]].verb
        direct = verb is not None and clause.verb is not None and clause.verb[0] == verb[1]
        return direct and self.triggers[above].lemma in LOOKING_BACK

    def _accompanies(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a participle tells what happened with the verb above it: "fell, wiping out gains", "was quoted as
        saying", "a report citing officials said"."""
        if clause.kind == "adverbial":
            return clause.marker is not None and self.lower[clause.marker] == "as"
        return clause.kind == "participle" and (trigger.event_class == "REPORTING" or not _describes(clause))

    def _as_above(self, clause: Clause) -> Dating | None:
        """What hangs on "was", which tells no event of its own, is of the story's day: "shares were lower, with banks
        losing 9%"."""
        assert clause.parent is not None
        parent = self.all[clause.parent]
        told = parent.finite and parent.kind in TOLD and parent.index not in self.placed and not self.narrative
        return self.story if told and not parent.quoted else None


def _describes(clause: Clause) -> bool:
    """Whether a participle only tells which one is meant ("a man wearing a coat"), not what came of it."""
    return clause.antecedent == clause.first - 1 and not clause.absolute


def until(dating: Dating) -> Dating:
    """No later than something dated."""
    end = dating.bounds.end
    return Dating(Interval(None, end), "within", "unknown", dating.approximate, "relation", dating.timexes, True)
