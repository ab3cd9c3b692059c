"""Expressions that date the verb of their clause, and those that only measure or compare."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import Anchor, Via
from service.events.links.not_of_verb import ALONE, OF_DAY, NotOfVerb
from service.events.links.phrases import SAME
from service.events.links.tables import SUPERLATIVE
from service.events.triggers.model import Trigger
from service.events.words.verbs import CLOSING, FORWARD, MOVING
from service.record import changed
from service.temporal.model import Timex

_GOING_ON = frozenset("wait last stay remain continue live hold survive go run keep".split())
_SEEING = frozenset("see spot sight find hear catch film photograph picture observe notice watch".split())
_BEFORE = frozenset("before previous last ago earlier".split())
_DESCRIBING = frozenset("called based involving containing including located situated".split())
_BEGINNING = frozenset("begin start resume cease stop".split())
_GRANTING = frozenset("grant give win get receive secure issue award sign".split())
_STOPS = frozenset({";", "—", "–", "--"})
_JOINED = 5  # clauses from one to the next that is joined to it
_FIGURES_BETWEEN = 9  # tokens
_PAST_TENSES = frozenset({"PAST"})


class VerbDates(NotOfVerb):
    """Links expressions to verbs."""

    def _by_clause(self, anchor: Anchor, timex: Timex, last: int) -> None:
        clause = self._above_participle(self.all[self._governing(timex.first)], timex)
        clause = self._joined_after(clause, timex)
        verb = self.head.get(clause.index)
        while verb is None and self._only_describes(clause) and clause.parent is not None:
            clause = self.all[clause.parent]  # "to ship a car based on it next year"
            verb = self.head.get(clause.index)
        before = self._after_clause(clause, timex)
        if before is not None:
            self._add(before, anchor)
            return
        if verb is None:
            cleft = self._cleft(clause, last)
            if cleft is None:
                self._fragment(anchor, clause, timex)
                return
            verb = cleft
            anchor = changed(anchor, relation="in") if self._is_denied_until(anchor, timex) else anchor
        if self._within_subject(anchor, clause, timex) or self._is_put_aside(clause, timex):
            return
        if self._of_crime(verb, clause, anchor, timex) or self._traced(verb, timex):
            return
        if self._remembered(verb, anchor, timex) or self._followed(verb, clause, anchor, timex):
            return
        verb = self._accounted(verb, clause, timex)
        if self._intended(verb, anchor, clause, timex):
            return
        scheduling = self._is_scheduling(verb)
        if scheduling and (self._scheduled(verb, anchor, clause, timex) or self._awaited(verb, anchor, timex)):
            return
        if self._puts_off(verb, anchor, timex) or self._is_measured(verb, timex):
            return
        if anchor.relation == "since" and self._of_superlative(clause, timex):
            return
        if anchor.relation == "until" and self.triggers[verb].lemma in _GRANTING and self.tags[timex.first - 2] == "NN":
            return  # "was granted an extension until September"
        if anchor.relation == "since" and self._from_before(verb, timex):
            return
        if anchor.relation == "for" and self.lower[timex.first - 1] == "for" and self._is_superlative(timex.first - 2):
            return  # "its first profit for four years"
        if anchor.relation == "for" and self._is_longest(clause, timex):
            return
        if self._compared(clause, timex) or self._is_included(clause, timex) or self._names_a_day(clause, timex):
            return
        if self._is_of_another(clause, timex) or self._one_of_several(clause, timex) or self._counted(timex):
            return
        trigger = self.triggers[verb]
        if anchor.relation == "until" and trigger.lemma == "take":
            self._took(verb, anchor, timex)
        denied = (trigger.negated or self._is_forbidden(verb, clause)) and trigger.lemma not in _GOING_ON
        if denied and anchor.relation == "until" and timex.type in ("DATE", "TIME"):
            anchor = changed(anchor, relation="in")
            self.turned.add(verb)
        elif denied and anchor.relation == "after" and "until" in self.lower[max(timex.first - 3, 0) : timex.first]:
            self.turned.add(verb)  # "was not under control until shortly after 9 a.m."
        if anchor.relation == "before" and trigger.tense == "FUTURE" and self._is_nobody(clause):
            anchor = changed(anchor, relation="from")  # "nobody will be dismissed before May"
        if self._is_since_then(verb, anchor, timex):
            anchor = changed(anchor, relation="since")
        if self._fits(verb, timex) and not self._is_of_noun_between(verb, clause, anchor, timex):
            self._add(verb, anchor)
            self._matrix(verb, clause, anchor, timex)
            return
        above = self._beside(clause, timex)
        if above is not None:
            self._add(above, anchor)
            return
        for n in range(self._before(timex.first), -1, -1):  # the nearest event before it that can bear the date
            if self.home[n] != clause.index:
                break
            if n != verb:
                self._add(n, anchor)
                return

    def _is_since_then(self, verb: int, anchor: Anchor, timex: Timex) -> bool:
        """ "Has grown since its founding in 1921"."""
        phrase = self.all[self.clause_of[timex.first]]
        if anchor.relation != "in" or phrase.head is not None or phrase.marker is None:
            return False
        return self.lower[phrase.marker] == "since" and self.triggers[verb].aspect.startswith("PERFECTIVE")

    def _is_of_noun_between(self, verb: int, clause: Clause, anchor: Anchor, timex: Timex) -> bool:
        """ "Has been held over the fires at two mills last year": the fires' year."""
        if not self._is_long_over(verb, timex) or anchor.relation not in ("in", "range"):
            return False
        last = self._before(timex.first)
        if anchor.relation == "range" or last <= verb:
            return anchor.relation == "range"
        noun = self.triggers[last]
        first = self.chunk.get(noun.token, (noun.token, 0))[0]
        return (
            noun.pos == "noun" and self.home[last] == clause.index and self.lower[first - 1] not in SAME
        )  # "during a sale in 1988"

    def _from_before(self, verb: int, timex: Timex) -> bool:
        """ "Ordered them to erase video from the night before": not to be erased from then on."""
        if self.triggers[verb].tense not in ("INFINITIVE", "FUTURE") or self.triggers[verb].aspect != "NONE":
            return False
        from_ = self.lower[timex.first - 1] == "from"
        return from_ and not _BEFORE.isdisjoint(self.lower[timex.first : timex.last])

    def _above_participle(self, clause: Clause, timex: Timex) -> Clause:
        """The clause that a day dates behind a present participle that only says more of the object: "rammed a boat
        carrying migrants on Wednesday"."""
        if clause.kind != "participle" or clause.parent is None or clause.antecedent != clause.first - 1:
            return clause
        if clause.head is None or not self.lower[clause.head].endswith("ing") or clause.absolute:
            return clause
        above = self.all[clause.parent]
        if timex.type == "DURATION" or not above.finite or above.object is None or above.object[1] != clause.first:
            return clause
        verb = self.head.get(above.index)
        if verb is None or self.triggers[verb].tense != "PAST" or self.triggers[verb].event_class != "OCCURRENCE":
            return clause
        dated = any(self.timexes[k].first != timex.first for k in self.of_clause.get(above.index, ()))
        return clause if dated or timex.first - clause.head < ALONE or not self._fits(verb, timex) else above

    def _after_clause(self, clause: Clause, timex: Timex) -> int | None:
        """The verb of a clause with "after" that a date between commas ends: "by the time it fell, in November 1989,
        he had left"."""
        opening = timex.first - 1 if self.words[timex.first - 1] == "," else timex.first - 2
        if opening < 1 or self.words[opening] != "," or self.words[timex.last : timex.last + 1] != [","]:
            return None
        ended = self.all[self.clause_of[opening - 1]]
        if ended.kind != "adverbial" or not ended.fronted or ended.parent != clause.index or not ended.finite:
            return None
        if clause.verb is None or clause.verb[0] < timex.first:
            return None
        number = self.head.get(ended.index)
        undated = number is not None and not self.anchors[number] and self._fits(number, timex)
        return number if undated else None

    def _beside(self, clause: Clause, timex: Timex) -> int | None:
        """The verb above a relative clause that a comma and a date to come follow: "will leave the house that she was
        given in 2010, by the end of March"."""
        if clause.kind != "relative" or clause.parent is None or self.words[timex.first - 2] != ",":
            return None
        above = self.head.get(clause.parent)
        fits = above is not None and self.triggers[above].tense == "FUTURE" and self._fits(above, timex)
        return above if fits else None

    def _joined_after(self, clause: Clause, timex: Timex) -> Clause:
        """The clause that "and in July", or a time after a semicolon, opens where another stands before its subject:
        "and in July, a week before it was to shut, the council gave way"."""
        before = timex.first - 1
        if clause.verb is None or before < clause.verb[1] or self.words[timex.last : timex.last + 1] != [","]:
            return clause
        joined = before - (self.lower[before] in OF_DAY)
        opens = self.tags[joined] == "CC" or self.words[joined] in _STOPS
        for other in self.all[clause.index + 1 : clause.index + _JOINED] if opens else ():
            if other.sentence != clause.sentence or other.first < timex.last:
                break
            if other.kind == "coordinate" and other.parent == clause.index and other.subject is not None:
                return other if other.subject[0] > timex.last else clause
        return clause

    def _traced(self, verb: int, timex: Timex) -> bool:
        """ "Economists trace the trouble to 2009": the time of the trouble."""
        return self.triggers[verb].lemma == "trace" and timex.first > 0 and self.lower[timex.first - 1] == "to"

    def _only_describes(self, clause: Clause) -> bool:
        """Whether a participle tells no event that a date could be of: "a car based on it"."""
        return clause.kind == "participle" and clause.head is not None and self.lower[clause.head] in _DESCRIBING

    def _accounted(self, verb: int, clause: Clause, timex: Timex) -> int:
        """ "For the third quarter, Varn says it lost money": the verb of what is said of a period."""
        reports = self.triggers[verb].event_class == "REPORTING" and clause.verb is not None
        fronted = clause.verb is not None and timex.first < clause.verb[0]
        if not (reports and fronted and "for" in self.lower[max(timex.first - 3, 0) : timex.first]):
            return verb
        if timex.type != "DATE" or timex.precision not in ("month", "quarter", "year"):
            return verb
        below = (c for c in self.all[clause.index + 1 : clause.index + 4] if c.parent == clause.index)
        said = next((c.index for c in below if c.kind == "complement"), None)
        return self.head.get(said, verb) if said is not None else verb

    def _cleft(self, clause: Clause, last: int) -> int | None:
        """ "It was in 2011 that the bodies were found", "it was noon before they were": the verb that the expression
        dates."""
        if clause.subject is None or self.lower[clause.subject[0]] != "it":
            return None
        last += self.lower[last : last + 2] == [",", "that"]  # "on her second voyage, in 1967, that she noticed"
        if self.lower[last : last + 1] not in (["that"], ["before"], ["when"]):
            return None
        return self.head.get(self.clause_of[last])

    def _took(self, verb: int, anchor: Anchor, timex: Timex) -> None:
        """ "It took the ministry until 14 June to confirm it": confirmed on 14 June."""
        for n in range(verb + 1, min(verb + 3, len(self.triggers))):
            clause = self.all[self.home[n]]
            if clause.kind == "infinitive" and clause.marker == timex.last and self._past(timex):
                self._add(n, changed(anchor, relation="in"))

    def _matrix(self, verb: int, clause: Clause, anchor: Anchor, timex: Timex) -> None:
        """ "agreed to meet on Friday": a past day dates the agreeing as well, where the infinitive lies no later than
        it."""
        if clause.kind == "participle" and clause.index + 1 < len(self.all):
            after = self.all[clause.index + 1]
            if after.kind == "coordinate" and after.parent == clause.index:
                return  # "commissioned in 2010 and published in 2012, it found" that then
        if clause.kind == "coordinate" and clause.parent is not None and self.all[clause.parent].kind == "participle":
            clause = clause if clause.finite else self.all[clause.parent]
        while clause.kind in ("infinitive", "participle") and clause.parent is not None and clause.verb is not None:
            parent = self.all[clause.parent]
            above = self.head.get(parent.index)
            if above is None or not self._fits(above, timex) or parent.verb is None:
                return
            if self._is_scheduling(above):
                return  # "had been due to end on Friday": the end's day
            if self.triggers[verb].aspect == "PERFECTIVE":
                return  # "claimed to have met him in 2017"
            if clause.kind == "infinitive" and self._has_day_before(above, parent.verb[1]):
                return  # "agreed late on Monday to meet on Saturday"
            seen = self.triggers[above].lemma in _SEEING and clause.first <= parent.verb[1] + 1
            had = self.triggers[above].lemma in ("have", "get")  # "had it overturned on Tuesday"
            had = had and parent.object is not None and parent.object[1] == clause.first
            if clause.kind == "participle" and self.triggers[above].event_class != "ASPECTUAL" and not (seen or had):
                return
            if anchor.relation == "since":
                shared = self.triggers[above].aspect.startswith("PERFECTIVE")
            elif seen or had:
                shared = self._past(timex)  # "was last seen leaving a pub on Saturday"
            else:
                shared = self._of_one_time(verb, above, clause.verb[0] - parent.verb[1], timex)
            if not shared:
                return
            forward = self.triggers[above].lemma in FORWARD
            # "began to fill it on 3 August": begun then
            own = self.triggers[above].event_class == "ASPECTUAL" or (forward and self._past(timex))
            via: Via = "clause" if own and anchor.relation == "in" else "shared"
            self._add(above, Anchor(anchor.timex, anchor.relation, via, anchor.until))
            if forward or anchor.relation == "since":
                self.anchors[verb] = [a for a in self.anchors[verb] if a.timex != anchor.timex]
            clause = parent

    def _has_day_before(self, verb: int, end: int) -> bool:
        """Whether a verb has its day right after it."""
        return any(a.relation == "in" and self.timexes[a.timex].first - end < ALONE for a in self.anchors[verb])

    def _of_one_time(self, verb: int, above: int, distance: int, timex: Timex) -> bool:
        """Whether a date on an infinitive or participle is one on the verb above it: "agreed to meet on Friday", "rose
        $2 a share to close at $17 on Friday", "will begin selling on Friday"."""
        governor = self.triggers[above]
        if governor.event_class == "ASPECTUAL" and governor.tense != "PAST":
            return 0 <= distance <= 1 and governor.lemma in _BEGINNING
        reaches = governor.lemma in MOVING and self.triggers[verb].lemma in CLOSING
        singled = governor.lemma == "become" and self._singles_out(governor)
        near = 0 <= distance <= (_FIGURES_BETWEEN if reaches or singled else 4)
        return near and governor.tense in _PAST_TENSES and self._past(timex)

    def _singles_out(self, verb: Trigger) -> bool:
        """ "Became the first British rider for years to win it on Sunday"."""
        return not SUPERLATIVE.isdisjoint(self.lower[verb.token + 1 : verb.token + 4])

    def _is_remembered(self, noun: int) -> bool:
        """ "Friday is the 80th anniversary of the landing": the day of the landing is another."""
        of = self.chunk.get(self.triggers[noun].token, (self.triggers[noun].first, 0))[0] - 1
        return of > 0 and self.lower[of] == "of" and self.lower[of - 1] in ("anniversary", "centenary", "jubilee")

    def _fragment(self, anchor: Anchor, clause: Clause, timex: Timex) -> None:
        """A clause whose verb is no event ("The vote was on Friday"), or none at all: its event nouns are dated."""
        nouns = [n for n in self.nouns.get(clause.index, []) if not self._is_remembered(n)]
        if not nouns and clause.kind == "adverbial" and clause.marker is not None and clause.parent is not None:
            above = self.head.get(self.clauses.governing(clause.parent).index)
            when = self.lower[clause.marker] in ("when", "while") and timex.type == "DATE"
            if when and above is not None and not self.anchors[above] and self._fits(above, timex):
                self._add(above, changed(anchor, via="shared") if anchor.relation == "in" else anchor)
        if nouns:
            subject = [
                n for n in nouns if clause.subject and clause.subject[0] <= self.triggers[n].token < clause.subject[1]
            ]
            before = [n for n in nouns if self.triggers[n].token < timex.first]
            self._add((subject or before[-1:] or nouns)[0], anchor)
