"""Expressions that date the verb of their clause, and those that only measure or compare."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import NUMBERS, Anchor, Via
from service.events.links.plans import PlanDates
from service.events.links.tables import SUPERLATIVE
from service.events.triggers.model import Trigger
from service.events.words.verbs import CLOSING, FIGURES, FORWARD, MOVING, REMEMBERING
from service.record import changed
from service.temporal.model import Timex

_ONE_OF_THEM = (["the", "last"], ["the", "latest"], ["the", "first"], ["most", "recently"], ["the", "worst"])
_WHOSE = frozenset("the its his her their".split())
_OF_THEM = (["of", "them"], ["of", "which"], ["of", "whom"])
_GOING_ON = frozenset("wait last stay remain continue live hold survive go run keep".split())
_AWAITED = frozenset("due scheduled planned dated expected set".split())
_AT_FIRST = frozenset({"originally", "initially", "previously"})
_SINGLED = 6  # tokens
_ALONE = 3  # tokens: a comma, a preposition, an article or adverb
_SEEING = frozenset("see spot sight find hear catch film photograph picture observe notice watch".split())
_AGAINST = frozenset({"against", "versus", "compared"})
_LEVELS = frozenset("close closing level price value figure total rate reading record peak low high".split())
_BEFORE = frozenset("before previous last ago earlier".split())
_EARLIER = frozenset("earlier ago previous prior".split())
_ARTICLE = 2  # tokens: "than the"
_AMOUNTS_REACH = 18  # tokens: "from $39 million, or 58 cents a share, a year earlier"
_DESCRIBING = frozenset("called based involving containing including located situated".split())
_BEGINNING = frozenset("begin start resume cease stop".split())
_OF_DAY = frozenset({"in", "of", "on"})
_DAY_NOUNS = frozenset("day night morning afternoon evening moment time week month summer winter".split())
_BETWEEN = 8  # events between a verb and its date
_GRANTING = frozenset("grant give win get receive secure issue award sign".split())
_JOINED = 5  # clauses from one to the next that is joined to it
_FIGURES_BETWEEN = 9  # tokens
_PAST_TENSES = frozenset({"PAST"})


class VerbDates(PlanDates):
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
        if self._remembered(verb, anchor, timex) or self._followed(verb, clause, anchor, timex):
            return
        verb = self._accounted(verb, clause, timex)
        scheduling = self._is_scheduling(verb)
        if scheduling and (self._scheduled(verb, anchor, clause, timex) or self._awaited(verb, anchor, timex)):
            return
        if self._puts_off(verb, anchor, timex) or self._is_measured(verb, timex):
            return
        if anchor.relation == "since" and self._of_superlative(clause, timex):
            return
        if anchor.relation == "until" and self.triggers[verb].lemma in _GRANTING and self.tags[timex.first - 2] == "NN":
            return  # "was granted an extension until September"
        ahead = self.triggers[verb].tense in ("INFINITIVE", "FUTURE") and self.triggers[verb].aspect == "NONE"
        before = not _BEFORE.isdisjoint(self.lower[timex.first : timex.last])
        if anchor.relation == "since" and ahead and before and self.lower[timex.first - 1] == "from":
            return  # "ordered them to erase video from the night before"
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
        if self._fits(verb, timex):
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
        return clause if dated or timex.first - clause.head < _ALONE or not self._fits(verb, timex) else above

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

    def _is_nobody(self, clause: Clause) -> bool:
        return clause.subject is not None and self.lower[clause.subject[0]] in ("no", "nobody", "none", "neither")

    def _is_forbidden(self, verb: int, clause: Clause) -> bool:
        """Whether it is the verb above an infinitive that is denied: "will not be allowed to return until Friday"."""
        above = self.head.get(clause.parent) if clause.kind == "infinitive" and clause.parent is not None else None
        return above is not None and self.triggers[above].negated and self.triggers[verb].tense == "INFINITIVE"

    def _within_subject(self, anchor: Anchor, clause: Clause, timex: Timex) -> bool:
        """ "Her marriage to Otto in 1963 ended in 1980": of two dates the one before the verb is the subject's."""
        if clause.verb is None or clause.subject is None or not clause.subject[0] < timex.first < clause.verb[0]:
            return False
        if not any(self.timexes[k].first > clause.verb[0] for k in self.of_clause.get(clause.index, ())):
            return False
        inside = range(clause.subject[0], timex.first)
        noun = next((self.number[i] for i in inside if i in self.number), None)
        if noun is None or self.triggers[noun].pos != "noun":
            return False
        self._add(noun, changed(anchor, via="noun"))
        return True

    def _remembered(self, verb: int, anchor: Anchor, timex: Timex) -> bool:
        """ "To honour the founding of the league 50 years ago": the founding's time."""
        trigger = self.triggers[verb]
        if trigger.lemma not in REMEMBERING or trigger.tense == "PAST" or not self._past(timex):
            return False
        last = self._before(timex.first)
        between = range(last, max(verb, last - _BETWEEN), -1)
        noun = next((n for n in between if self.triggers[n].pos == "noun"), None)
        if noun is not None:
            self._add(noun, changed(anchor, via="noun"))
        return True

    def _followed(self, verb: int, clause: Clause, anchor: Anchor, timex: Timex) -> bool:
        """ "The deal follows a merger in March": the merger's day."""
        trigger = self.triggers[verb]
        if trigger.lemma != "follow" or trigger.voice != "active" or timex.first < trigger.last:
            return False
        last = self._before(timex.first)
        noun = next((n for n in range(last, verb, -1) if self.triggers[n].pos == "noun"), None)
        if noun is not None and clause.object is not None:
            self._add(noun, changed(anchor, via="noun"))
            return True
        return self.lower[trigger.last] in ("that", "those")  # "follows that of a rival in March"

    def _joined_after(self, clause: Clause, timex: Timex) -> Clause:
        """The clause that "and in July" opens where another stands before its subject: "and in July, a week before it
        was to shut, the council gave way"."""
        before = timex.first - 1
        if clause.verb is None or before < clause.verb[1] or self.words[timex.last : timex.last + 1] != [","]:
            return clause
        joined = before - (self.lower[before] in _OF_DAY)
        opens = self.tags[joined] == "CC"
        for other in self.all[clause.index + 1 : clause.index + _JOINED] if opens else ():
            if other.sentence != clause.sentence or other.first < timex.last:
                break
            if other.kind == "coordinate" and other.parent == clause.index and other.subject is not None:
                return other if other.subject[0] > timex.last else clause
        return clause

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

    def _is_put_aside(self, clause: Clause, timex: Timex) -> bool:
        """ "The lake, full on Thursday, will be drained": between commas after the subject a day is of what stands
        there with it; alone (", on Thursday,") it is the verb's."""
        if clause.verb is None or clause.subject is None or not clause.subject[1] <= timex.first < clause.verb[0]:
            return False
        if self.lower[timex.first - 1] in _AWAITED | _AT_FIRST and self.words[timex.first - 2] == ",":
            return True  # "paychecks for its staff, due Jan. 14, went out late"; "the deadline, originally 30 April, …"
        if (
            "due" in self.lower[clause.subject[1] : timex.first]
            and "," not in self.words[clause.subject[1] : timex.first]
        ):
            return True  # "wages due at the end of April were paid late"
        if self.words[clause.subject[1]] != "," or self.words[timex.last : timex.last + 1] != [","]:
            return False
        return timex.first - clause.subject[1] > _ALONE

    def _cleft(self, clause: Clause, last: int) -> int | None:
        """ "It was in 2011 that the bodies were found", "it was noon before they were": the verb that the expression
        dates."""
        if clause.subject is None or self.lower[clause.subject[0]] != "it":
            return None
        if self.lower[last : last + 1] not in (["that"], ["before"], ["when"]):
            return None
        return self.head.get(self.clause_of[last])

    def _is_denied_until(self, anchor: Anchor, timex: Timex) -> bool:
        """ "It was not until 2011 that …": in 2011."""
        return anchor.relation == "until" and "not" in self.lower[max(timex.first - 3, 0) : timex.first]

    def _is_measured(self, verb: int, timex: Timex) -> bool:
        """ "He faces ten years in prison": a length that somebody has before him, and no time that has passed."""
        trigger, clause = self.triggers[verb], self.all[self.home[verb]]
        if timex.type == "DURATION" and clause.subject is None and clause.verb is not None:
            ahead = timex.first == clause.first and timex.last < clause.verb[0]
            if ahead and self.lower[timex.last] == "of":
                return True  # "six years of his life have gone"
        if (
            timex.type != "DURATION"
            or timex.bounds is not None
            or self.lower[timex.first - 1] in ("for", "in", "within")
        ):
            return False
        return trigger.tense in ("PRESENT", "FUTURE") and trigger.aspect == "NONE" and trigger.pos == "verb"

    def _of_superlative(self, clause: Clause, timex: Timex) -> bool:
        """ "Its first loss since 1992": the expression measures the noun and dates nothing."""
        if clause.verb is None:
            return False
        words = self.lower[max(clause.verb[1], timex.first - 10) : timex.first]
        if clause.kind in ("infinitive", "participle"):  # "the strongest storm to hit the town since 1935"
            words = self.lower[max(clause.verb[0] - _SINGLED, 0) : timex.first]
        return any(w in SUPERLATIVE or (w.endswith("est") and len(w) > 5) for w in words)

    def _is_longest(self, clause: Clause, timex: Timex) -> bool:
        """ "Work on the first new reservoir in the county for 40 years", "delayed it by a month": no time it took."""
        before = self.lower[timex.first - 1]
        if before == "by":
            return True
        if before != "for" or clause.verb is None:
            return False
        first = max(clause.verb[1], timex.first - 10)
        return any(self.lower[k - 1] in _WHOSE and self._is_superlative(k) for k in range(first + 1, timex.first - 1))

    def _one_of_several(self, clause: Clause, timex: Timex) -> bool:
        """ "It has had four owners, the last of them in 2012": the date of one of them only."""
        if clause.verb is None:
            return False
        for i in range(max(clause.verb[1], timex.first - 9), timex.first - 1):
            if self.words[i] != ",":
                continue
            after = self.lower[i + 1 : i + 4]
            if after[1:] in _OF_THEM and after[0] in NUMBERS:
                return True  # "six have died there since 2010, three of them in one fall in 2015"
            if after[:2] in _ONE_OF_THEM or after[:3] == ["the", "most", "recent"]:
                return True
        return False

    def _names_a_day(self, clause: Clause, timex: Timex) -> bool:
        """ "Recalled the day in 2017 when it closed": which day is meant, and not when it was recalled."""
        if clause.object is None or clause.object[1] != timex.first - 1 or self.lower[timex.first - 1] not in _OF_DAY:
            return False
        return self.lower[clause.object[0]] == "the" and self.lower[clause.object[1] - 1] in _DAY_NOUNS

    def _took(self, verb: int, anchor: Anchor, timex: Timex) -> None:
        """ "It took the ministry until 14 June to confirm it": confirmed on 14 June."""
        for n in range(verb + 1, min(verb + 3, len(self.triggers))):
            clause = self.all[self.home[n]]
            if clause.kind == "infinitive" and clause.marker == timex.last and self._past(timex):
                self._add(n, changed(anchor, relation="in"))

    def _is_of_another(self, clause: Clause, timex: Timex) -> bool:
        """ "Took one star in the autumn and the other a year later", "was shut when it froze, and again last May"."""
        if clause.verb is None or timex.first < clause.verb[1]:
            return False
        before = self.lower[max(timex.first - 5, clause.verb[1]) : timex.first]
        if "and" not in before:
            return False
        after = before[before.index("and") + 1 :]
        return after[:1] == ["again"] or after[:2] in (["the", "other"], ["the", "second"], ["the", "rest"])

    def _is_included(self, clause: Clause, timex: Timex) -> bool:
        """ "Scored nine goals, including a hat-trick on 7 December": the day of the part only."""
        if clause.verb is None:
            return False
        return "including" in self.lower[max(clause.verb[1], timex.first - _AMOUNTS_REACH) : timex.first]

    def _counted(self, timex: Timex) -> bool:
        """ "Erupted for the third time this year": the year says of how many it is the third; not "for the first time
        the following year"."""
        words = self.lower[max(timex.first - 3, 0) : timex.first]
        return words[-1:] == ["time"] and words[:1] == ["the"] and self.lower[timex.first] != "the"

    def _compared(self, clause: Clause, timex: Timex) -> bool:
        """ "38% more than the price on 18 December": what it is measured against dates nothing."""
        if clause.verb is None:
            return False
        earlier = not _EARLIER.isdisjoint(self.lower[timex.first : timex.last])
        if earlier and self.lower[timex.first - 1] == "from":
            return True  # "a 32% drop from a year earlier"
        reach = _AMOUNTS_REACH if earlier else 8
        for i in range(timex.first - 1, max(clause.verb[1], timex.first - reach) - 1, -1):
            word = self.lower[i]
            if i < timex.first - 8 and word in ("to", "by", "in", "on"):
                return False
            if word == "than" and timex.first - i <= _ARTICLE and self._compound(i) is not None:
                return False  # "no later than the 3rd"
            if word == "than":
                return not (self.lower[i + 1][0].isdigit() or self.lower[i + 1] in NUMBERS)
            held_against = word in _AGAINST and self._is_measure(i + 1)
            if held_against or (word == "from" and i + 1 < timex.first and self._is_figure(i + 1)):
                return True
        return False

    def _is_measure(self, i: int) -> bool:
        """Whether what something is held against is a figure: "against 2 million", "against a loss"; not "against the
        plan"."""
        if self.lower[i - 1] != "against" or self._is_figure(i):
            return True
        return self.lower[i] in ("a", "an") and not FIGURES.isdisjoint(self.lower[i + 1 : i + 4])

    def _is_figure(self, i: int) -> bool:
        """Whether a figure begins at a token, or the level of one: "from $12 million", "from the close of trading"."""
        if self.lower[i] == "the" and i + 1 < len(self.lower):
            return self.lower[i + 1] in _LEVELS
        return self.lower[i][0].isdigit() or self.words[i][-1] in "$€£¥"

    def _matrix(self, verb: int, clause: Clause, anchor: Anchor, timex: Timex) -> None:
        """ "agreed to meet on Friday": a past day dates the agreeing as well, where the infinitive lies no later than
        it."""
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
            own = self.triggers[above].event_class == "ASPECTUAL"
            via: Via = "clause" if own and anchor.relation == "in" else "shared"
            self._add(above, Anchor(anchor.timex, anchor.relation, via, anchor.until))
            if forward or anchor.relation == "since":
                self.anchors[verb] = [a for a in self.anchors[verb] if a.timex != anchor.timex]
            clause = parent

    def _has_day_before(self, verb: int, end: int) -> bool:
        """Whether a verb has its day right after it."""
        return any(a.relation == "in" and self.timexes[a.timex].first - end < _ALONE for a in self.anchors[verb])

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
        if nouns:
            subject = [
                n for n in nouns if clause.subject and clause.subject[0] <= self.triggers[n].token < clause.subject[1]
            ]
            before = [n for n in nouns if self.triggers[n].token < timex.first]
            self._add((subject or before[-1:] or nouns)[0], anchor)
