"""What a date on a verb says of its coordinate, its participle or its event noun."""

from __future__ import annotations

from service.events.clauses.model import Clause, Stretch
from service.events.links.model import Anchor, counts_events
from service.events.links.order import Orders
from service.events.links.phrases import SAME
from service.events.words.kinship import course
from service.events.words.verbs import (
    ACCOUNTING,
    CALLING,
    CASUALTIES,
    CLOSING,
    DURATIVE,
    FIGURES,
    GIVEN,
    HARMING,
    HOLDING,
    IN_THE_END,
    INQUIRIES,
    MOTION,
    MOVING,
    OCCASIONS,
    PUBLISHING,
    PUTTING_OFF,
    SAME_TIME_SUBJECT,
    TAKING_PLACE,
)

_OF_PHRASE = 12  # tokens: "bombing of a clinic in Varn that"
_TRIES = frozenset("attempt effort bid try".split())
_COMING_OFF = frozenset("fail succeed".split())
_CONCLUDING = frozenset("report complete conclude conduct finish".split())  # "tests completed in May found"
_SPEAKING = frozenset("say add tell argue warn insist explain note".split())


class Sharing(Orders):
    """Shares dates between what happens together."""

    def _share(self) -> None:
        for clause in self.all:
            number = self.head.get(clause.index)
            if number is None:
                continue
            if not self.anchors[number] and clause.parent is not None:
                self._inherit(number, clause, self.all[clause.parent])
            if self.anchors[number] and clause.parent is not None:
                self._as_one(number, clause, self.all[clause.parent])
            if self.ties[number] and clause.parent is not None and clause.kind == "coordinate":
                self._tied_as_one(number, clause, self.all[clause.parent])
            self._from_antecedent(number, clause)
            if clause.kind in ("relative", "coordinate") and not self.anchors[number]:
                self._did_at_once(number, clause)
            for noun in self.nouns.get(clause.index, ()):
                self._with_noun(number, noun, clause)
        for verb, noun in self.same:  # "warned of it in a speech given in 1946"
            if not self.anchors[verb] and self.lower[self.triggers[noun].token] in OCCASIONS:
                self._copy(noun, verb)

    def _as_one(self, number: int, clause: Clause, parent: Clause) -> None:
        """ "Two people died and five were hurt on Sunday": what happened at one blow is of one day."""
        above = self.head.get(parent.index)
        if above is not None and not self.anchors[above] and clause.kind == "participle":
            self._said_with(number, above, clause)
        if above is None or self.anchors[above] or clause.kind != "coordinate" or not clause.finite:
            return
        if self._at_one_blow(number, above):
            self._copy(number, above)
        elif self.clauses.twin(parent, self.tags) is clause:
            self._copy(number, above, "clause")

    def _tied_as_one(self, number: int, clause: Clause, parent: Clause) -> None:
        """ "Nine people died and ten were missing after a hillside gave way"."""
        above = self.head.get(parent.index)
        if above is None or self.anchors[above] or self.ties[above] or clause.marker is not None:
            return
        if self._at_one_blow(number, above):
            self.ties[above].extend(tie for tie in self.ties[number] if tie.relation in ("after", "simultaneous"))

    def _at_one_blow(self, number: int, above: int) -> bool:
        """Whether both say what became of people."""
        own, other = self.triggers[number], self.triggers[above]
        lost = own.lemma in CASUALTIES or own.lemma == "missing"
        return lost and other.lemma in CASUALTIES and own.tense == other.tense

    def _said_with(self, number: int, above: int, clause: Clause) -> None:
        """ "Sought to calm them, saying on Friday that it was over": done in saying so."""
        trigger, governor = self.triggers[number], self.triggers[above]
        apart = clause.first > 0 and self.lower[clause.first - 1] == ","
        speaks = trigger.tense == "PRESPART" and trigger.lemma in _SPEAKING and not clause.fronted
        if apart and speaks and governor.tense == "PAST" and governor.aspect == "NONE":
            self._copy(number, above)

    def _is_of_own_day(self, clause: Clause) -> bool:
        """ "Saturday's game drew 4,000": the subject says of which day it is."""
        first = clause.subject[0] if clause.subject is not None else None
        if first is None or self.lower[first + 1 : first + 2] not in (["'s"], ["’s"]):
            return False
        return any(self.timexes[k].first == first for k in self.of_clause.get(clause.index, ()))

    def _inherit(self, number: int, clause: Clause, parent: Clause) -> None:
        above = self.head.get(parent.index)
        if above is None and clause.kind == "coordinate":
            self._from_copula(number, clause, parent)
            return
        if above is None or parent.verb is None or self._is_of_own_day(clause):
            return
        dated = [a for a in self.anchors[above] if a.relation == "in" and a.via in ("clause", "shared")]
        own = self.triggers[number]
        if (own.tense, own.aspect) == ("PRESENT", "PERFECTIVE") and self.triggers[above].aspect == "NONE":
            return  # "Tuesday: Orme shows its telephone; it has been accused of copying the last one"
        if clause.kind == "coordinate":
            if self.triggers[above].lemma in ("bear", "born") and own.lemma not in ("bear", "born"):
                return  # "was born in Bern in 1880 and studied there"
            fronted = [a for a in dated if self.timexes[a.timex].first < parent.verb[0]]
            dated = fronted if clause.finite else dated
            if clause.finite and self._is_of_document(number, clause):
                return  # "In March it was fined, and an audit in 2021 blamed its board"
        elif clause.kind == "participle" and self.triggers[number].tense == "PRESPART":
            if clause.antecedent is not None and clause.antecedent == clause.first - 1 and not clause.absolute:
                return  # "a man wearing a coat": not the story's event
        elif not (
            clause.kind == "infinitive"
            and (self.triggers[above].event_class == "ASPECTUAL" or self.triggers[above].lemma in MOTION)
        ):
            return
        if any(not self._fits(number, self.timexes[a.timex]) for a in dated):
            return
        # "On Monday the court fined the firm and jailed its owner": by grammar the date is that of both.
        joined = clause.kind == "coordinate" and clause.finite and clause.subject == parent.subject
        self.anchors[number].extend(Anchor(a.timex, a.relation, a.via if joined else "shared", a.until) for a in dated)

    def _is_of_document(self, number: int, clause: Clause) -> bool:
        """Whether a verb says what a dated inquiry or report came to: "an audit in 2021 blamed the board"."""
        if clause.subject is None or self.triggers[number].event_class != "REPORTING":
            return False
        noun = self.number.get(clause.subject[1] - 1)
        return noun is not None and bool(self.anchors[noun]) and self.triggers[noun].lemma in INQUIRIES

    def _from_copula(self, number: int, clause: Clause, parent: Clause) -> None:
        """ "An agreement was close in 2021 but collapsed": of the year in which it was close."""
        if parent.verb is None or clause.sentence != parent.sentence or self.triggers[number].tense != "PAST":
            return
        for k in self.of_clause.get(parent.index, ()):
            timex = self.timexes[k]
            if timex.type == "DATE" and timex.first >= parent.verb[1] and self._fits(number, timex):
                if self._signal(timex) in ("in", "until"):  # not "had been there since 2019, but left"
                    self.anchors[number].append(Anchor(k, "in", "shared"))
                return

    def _from_antecedent(self, number: int, clause: Clause) -> None:
        """ "A report published in May found": found in May. "The rule, which took effect in May": the rule's day
        too."""
        if clause.antecedent is None or clause.parent is None or not self.anchors[number]:
            return
        lemma = self.triggers[number].lemma
        parent = self.all[clause.parent]
        above = self.head.get(parent.index)
        noun = self.number.get(clause.antecedent)
        if clause.kind == "infinitive" and above is not None and parent.verb is not None and not self.anchors[above]:
            tried = (
                self.lower[clause.antecedent].removesuffix("s") in _TRIES and self.triggers[above].lemma in _COMING_OFF
            )
            if tried and clause.first < parent.verb[0]:
                self._copy(number, above)  # "attempts to reach it on Monday failed"
        if (
            (lemma in PUBLISHING or lemma in GIVEN or lemma == "send")
            and above is not None
            and parent.subject is not None
        ):
            reports = self.triggers[above].event_class == "REPORTING" and not self.anchors[above]
            if reports and clause.kind == "participle" and clause.last <= parent.subject[0]:
                self._copy(number, above)  # "in a letter sent on Monday, the chief said"
        if (
            (lemma in PUBLISHING or lemma in _CONCLUDING)
            and above is not None
            and parent.subject is not None
            and not self.anchors[above]
        ):
            subject = (
                parent.subject[0] <= clause.antecedent and parent.verb is not None and clause.first < parent.verb[0]
            )
            if subject and self.triggers[above].event_class in ("REPORTING", "PERCEPTION", "I_ACTION"):
                self._copy(number, above)
        if (
            noun is not None
            and not self.anchors[noun]
            and (lemma in TAKING_PLACE or lemma in GIVEN or self._is_doing(lemma, clause))
            and clause.kind in ("relative", "participle")
        ):
            self._copy(number, noun)
            subject = parent.subject is not None and parent.subject[0] <= clause.antecedent < parent.subject[1]
            if subject and above is not None and not self.anchors[above] and self._takes_time_of(above, noun):
                self._copy(noun, above, "clause")  # "a strike called for Wednesday will go ahead"

    def _takes_time_of(self, verb: int, noun: int) -> bool:
        if self.triggers[verb].lemma not in SAME_TIME_SUBJECT:
            return False
        return all(self._fits(verb, self.timexes[anchor.timex]) for anchor in self.anchors[noun])

    def _is_doing(self, lemma: str, clause: Clause) -> bool:
        """ "A fire that killed nine people last summer": the fire was last summer."""
        return lemma in HARMING and clause.kind == "relative" and clause.object is not None

    def _did_at_once(self, number: int, clause: Clause) -> None:
        """ "The 1996 bombing of a club that killed nine and maimed one": what a dated event did has its date."""
        trigger = self.triggers[number]
        if trigger.lemma not in HARMING or trigger.tense != "PAST" or trigger.voice != "active":
            return
        if clause.kind == "coordinate":
            above = self.head.get(clause.parent) if clause.parent is not None else None
            if above is not None and self.triggers[above].lemma in HARMING and clause.subject == self._subject(clause):
                self._copy(above, number)
            return
        for n in range(number - 1, -1, -1):
            other = self.triggers[n]
            if other.sentence != trigger.sentence or clause.first - other.token > _OF_PHRASE:
                return
            if other.pos == "noun" and other.token < clause.first:
                self._copy(n, number)
                return

    def _subject(self, clause: Clause) -> Stretch | None:
        return self.all[clause.parent].subject if clause.parent is not None else None

    def _with_noun(self, verb: int, noun: int, clause: Clause) -> None:
        """A date on "held" is one on "talks", one on "attack" is one on "killed"."""
        token = self.triggers[noun].token
        chunk = self.chunk.get(token)
        if chunk is None or clause.verb is None:
            return
        lemma = self.triggers[verb].lemma
        subject = clause.subject is not None and clause.subject[0] <= token < max(clause.subject[1], chunk[1])
        if subject and counts_events(self.triggers[verb], self.triggers[noun], self.lower):
            self._copy(verb, noun)
            return
        if lemma in PUTTING_OFF or (lemma in CALLING and self._is_fixed(noun)):
            return
        before = self.lower[chunk[0] - 1] if chunk[0] else ""
        if token < clause.verb[0]:
            occasion = before in SAME and chunk[1] == token + 1 and self.lower[token] in OCCASIONS
            same = occasion or (subject and (lemma in SAME_TIME_SUBJECT or self._brings_about(verb, noun, clause)))
        else:
            held = lemma in HOLDING and not (lemma in ACCOUNTING and self.triggers[noun].lemma in FIGURES)
            of_noun = self.number.get(chunk[0] - 2)  # "stripped of his victory in the 2023 Tour": the victory's year
            inside = before in SAME and (of_noun is None or self.triggers[of_noun].pos != "noun")
            inside = inside and not (before == "during" and self._outlasts(noun))
            same = inside or (clause.object == chunk and held) or self._comes_of(lemma, noun, chunk)
        if not same or (before == "in" and self._is_answered_for(verb, noun)):
            return
        self.same.append((verb, noun))
        if not self.anchors[noun]:
            self._copy(verb, noun)
        elif not self._has_day(verb) and not self._is_of_long_ago(verb, noun):
            self._copy(noun, verb, "clause" if subject else "shared")

    def _outlasts(self, noun: int) -> bool:
        """Whether what an event happened during is longer than the event: "was captured during the war"."""
        return self.triggers[noun].event_class == "STATE" or self.triggers[noun].lemma in DURATIVE

    def _comes_of(self, lemma: str, noun: int, chunk: Stretch) -> bool:
        """ "Fell to 8,200, a loss of 3%", "closed with a loss": the course of figures told a second time."""
        if course(self.triggers[noun].lemma) is None:
            return False
        before, word = self.lower[chunk[0] - 1], self.lower[chunk[0]]
        if before == "with":
            return lemma in CLOSING
        return before == "," and word in ("a", "an") and (lemma in MOVING or lemma in CLOSING)

    def _is_of_long_ago(self, verb: int, noun: int) -> bool:
        return any(self._is_long_over(verb, self.timexes[anchor.timex]) for anchor in self.anchors[noun])

    def _has_day(self, verb: int) -> bool:
        """Whether an expression says when, and not only for how long."""
        return any(a.relation != "for" for a in self.anchors[verb])

    def _is_fixed(self, noun: int) -> bool:
        """Whether something is called for a day: "announced a vote for Friday"."""
        at = self.triggers[noun].token + 1
        return bool(self.anchors[noun]) and self.lower[at : at + 1] == ["for"]

    def _brings_about(self, verb: int, noun: int, clause: Clause) -> bool:
        """ "The coup of 1973 brought the army to power": what a dated event did at once."""
        trigger = self.triggers[verb]
        if self._has_day(verb) or not self.anchors[noun]:
            return False
        if trigger.event_class == "REPORTING" and self.triggers[noun].lemma in INQUIRIES:
            return trigger.tense == "PAST" and trigger.voice == "active"
        if clause.object is None:
            return False
        return trigger.tense == "PAST" and trigger.voice == "active" and trigger.lemma not in IN_THE_END
