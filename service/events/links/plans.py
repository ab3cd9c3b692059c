"""What a day is fixed for is dated by it, not the fixing: "scheduled for Friday", "due on Friday", "put off to May"."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import BARE_DAYS, BARE_MONTHS, Anchor
from service.events.links.phrases import NounDates
from service.events.triggers.model import Trigger
from service.events.words.verbs import AWAITING, PUTTING_OFF, SCHEDULING
from service.record import changed
from service.temporal.model import Timex

_MOVING_DATES = frozenset("put push bring move set".split())
_DATING = frozenset({"date", "backdate", "postdate"})
_SHIFTING = frozenset({"move", "shift", "switch", "change"})  # "was moved from May to June"
_FORETELLING = frozenset("promise forecast predict anticipate".split())
_INTENDING = frozenset("plan intend hope aim expect schedule due set want".split())
_WISHING = frozenset("hope aim want expect".split())  # "on Wednesday I wanted to go home"
_FIXING = frozenset("for on in to within by at".split())


class PlanDates(NounDates):
    """Links the days of what is planned, awaited or put off."""

    def _is_scheduling(self, verb: int) -> bool:
        trigger = self.triggers[verb]
        awaited = trigger.voice == "passive" or trigger.pos == "adjective"
        return trigger.lemma in SCHEDULING or (trigger.lemma in AWAITING and awaited)

    def _planned(self, anchor: Anchor, clause: Clause) -> bool:
        """ "The meeting, scheduled for 14 May, will go ahead": the meeting's day."""
        noun = self.number.get(clause.antecedent) if clause.antecedent is not None else None
        if noun is None or clause.kind != "participle" or self.triggers[noun].pos != "noun":
            return False
        if self._is_moved(noun):
            return True  # "the hearing, set for 14 May, has been moved to June"
        self._add(noun, changed(anchor, via="noun"))
        return True

    def _is_moved(self, noun: int) -> bool:
        """Whether the noun is what is put off or moved to another day."""
        home = self.all[self.home[noun]]
        verb = self.head.get(home.index)
        subject = home.subject is not None and home.subject[0] <= self.triggers[noun].token < home.subject[1]
        if verb is None or not subject or self.triggers[verb].voice != "passive":
            return False
        trigger = self.triggers[verb]
        return trigger.lemma in PUTTING_OFF or trigger.lemma in _SHIFTING or self._moves(trigger)

    def _moves(self, trigger: Trigger) -> bool:
        """ "Put off", "brought forward"."""
        after = self.lower[trigger.token + 1 : trigger.token + 2]
        return trigger.lemma in _MOVING_DATES and after in (["off"], ["back"], ["forward"])

    def _scheduled(self, verb: int, anchor: Anchor, clause: Clause, timex: Timex) -> bool:
        """ "The vote is scheduled for Friday": the vote is on Friday, not the scheduling."""
        foretold = self.triggers[verb].lemma in _FORETELLING and self.triggers[verb].tense == "PAST"
        if foretold and self.lower[timex.first - 1] in ("in", "on") and self._past(timex):
            return False  # "an inquiry was promised in 2016"
        if self.lower[timex.first - 1] not in _FIXING and self.triggers[verb].last != timex.first:
            return False
        if self.triggers[verb].lemma not in PUTTING_OFF and self._planned(anchor, clause):
            return True
        if self.triggers[verb].lemma in PUTTING_OFF and self.lower[timex.first - 1] not in ("to", "for"):
            return False
        if clause.kind == "participle" and self.lower[timex.first - 1] == "for":
            return True  # "a decision on where to build, first promised for May, has been put off"
        nouns = self.nouns.get(clause.index, [])
        subject = [n for n in nouns if clause.verb and self.triggers[n].token < clause.verb[0]]
        if subject:
            self._add(subject[-1], changed(anchor, via="noun"))
        return bool(subject)

    def _puts_off(self, verb: int, anchor: Anchor, timex: Timex) -> bool:
        """ "Adjourned until 3 June", "moved from May to September": no time of the adjourning or the moving."""
        trigger = self.triggers[verb]
        if trigger.lemma in _DATING and self.lower[timex.first - 1] == "to":
            return True  # "backdated the transfer to 4 January"
        moved = self._moves(trigger)
        shifting = (trigger.voice == "passive" and trigger.lemma in _SHIFTING) or trigger.lemma == "slip"
        to = trigger.voice == "passive" and self.lower[timex.first - 1] == "to"
        shifted = shifting and (anchor.relation == "range" or to)
        if shifted and anchor.relation != "range":
            clause = self.all[self.home[verb]]
            nouns = [
                n for n in self.nouns.get(clause.index, []) if clause.verb and self.triggers[n].token < clause.verb[0]
            ]
            for n in nouns[:1]:
                self._add(n, changed(anchor, relation="in", via="noun"))  # "the hearing was moved to June"
        if not moved and not shifted and trigger.lemma not in PUTTING_OFF:
            return False
        if timex.type == "DURATION" and timex.bounds is None:
            return True  # "has been put back a week"
        before = self.lower[timex.first - 1]
        if before == "from" and anchor.relation == "since" and trigger.lemma == "extend":
            self._add(verb, changed(anchor, relation="from"))  # "would be extended from Tuesday"
            return True
        if anchor.relation == "range" and before != "from":  # "adjourned on Monday until 3 June"
            self._add(verb, Anchor(anchor.timex, "in", "clause"))
        return anchor.relation in ("until", "range") or before in ("to", "from", "until", "till")

    def _intended(self, verb: int, anchor: Anchor, clause: Clause, timex: Timex) -> bool:
        """ "In June the firm plans to open a plant", "on Friday it was due to sail": a day to come that stands before
        the plan is that of what is planned."""
        trigger = self.triggers[verb]
        if trigger.lemma not in _INTENDING or clause.verb is None or timex.first > clause.verb[0] or trigger.negated:
            return False
        if timex.type not in ("DATE", "TIME") or timex.bounds is None or anchor.relation not in ("in", "by", "range"):
            return False
        own = self.home[verb]
        aim = next((c for c in self.all[own + 1 : own + 2] if c.parent == own and c.kind == "infinitive"), None)
        number = self.head.get(aim.index) if aim is not None and aim.first <= trigger.last else None
        wished = trigger.lemma in _WISHING and trigger.tense == "PAST" and trigger.voice == "active"
        if number is None or wished or trigger.aspect != "NONE" or not self._is_to_come(timex, trigger.tense == "PAST"):
            return False
        self._add(number, anchor)
        return True

    def _is_to_come(self, timex: Timex, past: bool) -> bool:
        """Whether a time lies ahead, or may be turned to do so: a bare day or month; after a past tense a day only."""
        start, end = timex.bounds if timex.bounds is not None else (None, None)
        if self.today is None or start is None or end is None:
            return False
        bare = timex.rule in (BARE_DAYS if past else BARE_DAYS | BARE_MONTHS) and timex.anchor == "published_at"
        return bare or (start.day > self.today if past else end.day >= self.today)

    def _awaited(self, verb: int, anchor: Anchor, timex: Timex) -> bool:
        """ "The ship is due on Friday": what is awaited is on Friday; "on Friday it is due to sail": the sailing."""
        trigger = self.triggers[verb]
        end = timex.bounds.end if timex.bounds else None
        if trigger.tense != "PRESENT" or trigger.aspect != "NONE" or self.today is None:
            return False
        if end is None or end.day < self.today or (trigger.pos == "verb" and trigger.voice != "passive"):
            return False
        own = self.home[verb]
        infinitives = (c for c in self.all[own + 1 : own + 3] if c.parent == own and c.kind == "infinitive")
        aim = next(infinitives, None)
        self._add(self.head.get(aim.index, verb) if aim is not None else verb, anchor)
        return True
