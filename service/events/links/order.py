"""What the text says of the order of two events: "a week after the vote", "before he left", "when it ended"."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import Anchor, Tie
from service.events.links.phrases import ORDER
from service.events.links.verbs import VerbDates
from service.events.triggers.model import Trigger
from service.events.words.verbs import LASTING, SPANS
from service.temporal.model import AT_LEAST, Timex

_UNITS = {
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "year": "P1Y",
    "evening": "P1D",
    "night": "P1D",
    "morning": "P1D",
    "afternoon": "P1D",
}
_WITHIN = frozenset({"within"})
_LEADING = frozenset("ahead eve prior runup up".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth another further full whole".split())
_CLOSE = frozenset("shortly soon just immediately right".split())
_SLACK = {"minutes": 0, "moments": 0, "seconds": 0, "hours": 1}  # days
_DISTANCES = frozenset(_SLACK) | frozenset("hour day days week weeks month months year years".split())
_DAY_OF = frozenset("day night morning evening afternoon".split())
_DAYS_OR_WEEKS = ("D", "W")
_DISTANCE = 5  # tokens: "within a couple of weeks of" is longer, and as vague


_BY_NIGHT = frozenset({"night", "evening"})
_ABOUT = {"D": 1, "W": 3}  # days by which a round number may be out
_COUNTED_FROM = {"day": "DWMY", "month": "MY", "year": "Y"}
_NO_DISTANCE = frozenset("the for in of over during until since by from last final past first".split())
_UNDER = frozenset({"less", "fewer", "under"})  # "nearly a week after" is about as far as that
_NOW = frozenset({"is", "are", "has", "have", "remains", "remain"})


class Orders(VerbDates):
    """Ties events to each other."""

    def _offset(self, k: int, timex: Timex) -> bool:
        """ "a week after the vote": a distance between two events. "Within a week of the vote": see ``_within``."""
        i = timex.last
        if i >= len(self.lower) or self.lower[i] not in ("before", "after", "of", "following"):
            return False
        before = self.lower[max(timex.first - 2, 0) : timex.first]
        if before[-1:] == ["for"] or before in (["for", "another"], ["for", "about"], ["for", "nearly"]):
            return False  # "face a detour for five months after a lorry hit the bridge"
        if self.lower[i] == "of":
            return self._within_of(i) is not None
        if timex.last - timex.first == 1:
            return True  # "hours after": how far is not told, and the clause or phrase itself is read for the order
        marker = self.lower[i]
        clause = self.all[self.clause_of[i]]
        other = self.head.get(clause.index) if clause.marker == i and clause.head is not None else self._noun_after(i)
        governing = clause.parent if clause.marker == i and clause.parent is not None else clause.index
        above = self.clauses.governing(governing)
        verb = self.head.get(above.index)
        if other is None and self._counted_from(k) is not None:
            return True
        if other is None:  # "called off eleven minutes before take-off": no time that the calling took
            return timex.value.startswith("PT") and timex.bounds is None
        if verb == other:
            return False
        from_day = not self.anchors[other] and self._from_day(k, timex, other, marker)
        if from_day and (verb is None or all(anchor.timex != k - 1 for anchor in self.anchors[verb])):
            return True  # the day is of another verb: "has stopped, it said on Tuesday, six days after"
        if self._tells_now(above, verb) and not self.anchors[other]:
            self._add(other, Anchor(k, "ahead" if marker == "before" else "ago", "clause"))
            return True
        if verb is None:
            return False
        slack = None
        if timex.value.startswith("PT"):
            short = timex.precision in ("minute", "second") or timex.value == "PT1H" or timex.value.endswith("M")
            slack = 0 if short else _days_of(timex.value)
        offset = None if slack is not None else timex.value
        if offset is not None and timex.mod in ("LESS_THAN", "APPROX"):
            slack = _ABOUT.get(offset[-1])  # "nearly two weeks after"
        within = offset is not None and (timex.mod == "EQUAL_OR_LESS" or self.lower[timex.first] in _UNDER)
        beyond = offset is not None and timex.mod in AT_LEAST
        self.ties[verb].append(Tie(other, ORDER[marker], offset, slack=slack, within=within, beyond=beyond))
        return True

    def _counted_from(self, k: int) -> str | None:
        """The distance of "two weeks before Christmas", "a month after 9 May 2011" (negative before), for expression
        ``k`` that is a length beside a date; None where it is another thing, as in "the two weeks before"."""
        if k + 1 >= len(self.timexes):
            return None
        length, day = self.timexes[k], self.timexes[k + 1]
        if length.type != "DURATION" or day.type != "DATE" or day.first != length.last + 1 or length.bounds is not None:
            return None
        marker = self.lower[length.last]
        if marker not in ("before", "after") or length.mod not in (None, "APPROX") or day.bounds is None:
            return None
        before = self.lower[length.first - 1] if length.first else ""
        grains = _COUNTED_FROM.get(day.precision, "")
        if before in _NO_DISTANCE or self.lower[length.first] == "the" or length.value[-1] not in grains:
            return None
        if length.value.startswith("PT"):
            return None
        return ("-" if marker == "before" else "") + length.value

    def _from_day(self, k: int, timex: Timex, other: int, marker: str) -> bool:
        """ "Has stopped, it said on Tuesday, six days after it landed": counted from the day that stands before it."""
        day = self.timexes[k - 1] if k else None
        if timex.value[-1:] not in _DAYS_OR_WEEKS or timex.value.startswith("PT") or timex.mod is not None:
            return False
        if day is None or day.last != timex.first - 1 or self.lower[day.last] != "," or day.precision != "day":
            return False
        sign = "-" if marker in ("after", "following") else ""
        self._add(other, Anchor(k - 1, "in", "clause", offset=sign + timex.value))
        return True

    def _tells_now(self, clause: Clause, verb: int | None) -> bool:
        """Whether a clause tells what is or has been by now: "two weeks after the quake, the road is still shut"."""
        if verb is not None:
            return self.triggers[verb].tense == "PRESENT" and not self.triggers[verb].modal
        return clause.verb is not None and self.lower[clause.verb[0]] in _NOW

    def _on_day_of(self) -> None:
        """ "On the day of the bombing they declared a truce": on one day with it."""
        for i in self.tokens.places(_DAY_OF):
            if self.lower[i + 1 : i + 3] != ["of", "the"] or not i or self.lower[i - 1] != "the":
                continue
            other, verb = self._noun_after(i + 1), self.head.get(self._governing(i))
            on = i > 1 and self.lower[i - 2] in ("on", "by")
            if on and other is not None and verb is not None and verb != other and not self.anchors[verb]:
                self.ties[verb].append(Tie(other, "simultaneous"))

    def _ahead_of(self) -> None:
        """ "Ahead of the vote", "in the run-up to the vote", "on the eve of the vote": before it."""
        for i in self.tokens.places(_LEADING):
            if not self._leads(i + 1):
                continue
            other, verb = self._noun_after(i + 1), self.head.get(self._governing(i))
            if other is None or verb is None or verb == other or any(t.other == other for t in self.ties[verb]):
                continue
            self.ties[verb].append(Tie(other, "before", close=self.lower[i] == "eve"))

    def _within(self) -> None:
        """ "Within days of the vote", "within two weeks of leaving": from then on, and not much later."""
        for i in self.tokens.places(_WITHIN):
            stop = min(i + _DISTANCE, len(self.lower))
            of = next((k for k in range(i + 2, stop) if self.lower[k] == "of"), None)
            other = self._within_of(of) if of is not None else None
            verb = self.head.get(self._governing(i))
            if of is None or other is None or verb is None or verb == other:
                continue
            k = self.timex_at.get(of - 1)
            if self.lower[of - 1] in _SLACK:
                offset: str | None = "P1D"
            else:
                offset = self.timexes[k].value if k is not None else f"PX{self.lower[of - 1][0].upper()}"
            self.ties[verb].append(Tie(other, "after", offset, within=True))

    def _within_of(self, of: int) -> int | None:
        """The event after "of" in "within two weeks of"."""
        if self.lower[of - 1] not in _DISTANCES or "within" not in self.lower[max(of - _DISTANCE, 0) : of - 1]:
            return None
        clause = self.all[self.clause_of[of + 1]] if of + 1 < len(self.lower) else None
        if clause is not None and clause.kind == "gerund" and clause.marker == of:
            return self.head.get(clause.index)
        return self._noun_after(of)

    def _order(self) -> None:
        """Adverbial clauses and phrases that say what came first."""
        for clause in self.all:
            if clause.kind == "participle":
                self._opening(clause)
            elif clause.kind in ("relative", "complement"):
                self._of_that_time(clause)
            if clause.marker is None or clause.parent is None or clause.kind not in ("adverbial", "phrase"):
                continue
            word = self.lower[clause.marker]
            at_once = self.lower[clause.marker - 1] in _CLOSE
            if word == "after" and at_once and self.lower[clause.marker - 2] == "since":
                word, at_once = "since", False  # "has been burning since shortly after the vote"
            if word == "when" and self._antecedent_day(clause):
                continue
            other = self.head.get(clause.index) if clause.head is not None else self._noun_after(clause.marker)
            verb = self._ordered_verb(self.clauses.governing(clause.parent), other)
            unit = self._unit(clause.marker) if word in ("before", "after") else None
            by_night = unit is not None and word == "after" and self.lower[clause.marker - 1] in _BY_NIGHT
            if unit and other is not None and self._apposed(clause, other, unit, word):
                continue
            if verb is None or other is None or verb == other or any(t.other == other for t in self.ties[verb]):
                continue
            if word == "since" and self.lower[clause.marker - 1] in ("time", "times"):
                continue  # "for the first time since it was founded": no time of the event
            if word in ORDER:
                before = self.lower[clause.marker - 1]
                lasting = word == "since" and self._goes_on(self.triggers[verb])
                if word in ("until", "till"):
                    lasting = any(anchor.relation == "from" for anchor in self.anchors[verb])
                slack = 1 if by_night else _SLACK.get(before)  # that night, or the next
                tie = Tie(other, ORDER[word], None if by_night else unit, at_once, slack, lasting=lasting)
                self.ties[verb].append(tie)
            elif word in ("when", "while", "as") and clause.head is not None and self._alike(verb, other, word):
                self.ties[verb].append(Tie(other, "simultaneous"))

    def _of_that_time(self, clause: Clause) -> None:
        """ "Last November, the month a letter reached the board", "in 1963, the year that her book came out"."""
        at = (clause.marker if clause.marker is not None else clause.first) - 1
        if at < 3 or self.lower[at] not in SPANS or self.lower[at - 1] != "the" or self.lower[at - 2] != ",":
            return
        number, k = self.head.get(clause.index), self.timex_at.get(at - 3)
        if number is not None and k is not None and not self.anchors[number] and self._fits(number, self.timexes[k]):
            self._add(number, Anchor(k, "in", "clause"))

    def _ordered_verb(self, above: Clause, other: int | None) -> int | None:
        """What an adverbial clause orders: "told them to leave after it gave way" is of the telling, for what is past
        orders no aim."""
        verb = self.head.get(above.index)
        past = other is not None and self.triggers[other].tense == "PAST"
        if not past or above.kind != "infinitive" or above.parent is None:
            return verb
        over = self.head.get(self.clauses.governing(above.parent).index)
        return over if over is not None and self.triggers[over].tense == "PAST" else verb

    def _opening(self, clause: Clause) -> None:
        """ "Born in 1933, she was educated by nuns": later than the passive participle that the sentence opens with."""
        parent = self.all[clause.parent] if clause.parent is not None else None
        if parent is None or parent.subject is None or clause.last > parent.subject[0]:
            return
        if clause.antecedent is not None:
            return  # "in a speech written for her, she said"
        other, verb = self.head.get(clause.index), self.head.get(parent.index)
        if other is None or verb is None or self.triggers[other].tense != "PASTPART":
            return
        if self.triggers[verb].tense != "PAST":
            return
        # "asked on Friday, she said", "published in 2019, it found"
        at_once = self.triggers[verb].event_class == "REPORTING" and self.triggers[verb].aspect == "NONE"
        self.ties[verb].append(Tie(other, "simultaneous" if at_once else "after"))

    @staticmethod
    def _goes_on(trigger: Trigger) -> bool:
        """Whether a perfect with "since" tells what lasts: "has been shut since the flood"."""
        if not trigger.aspect.startswith("PERFECTIVE"):
            return False
        state = trigger.event_class in ("STATE", "I_STATE") or trigger.pos == "adjective"
        return state or trigger.negated or trigger.aspect.endswith("PROGRESSIVE") or trigger.lemma in LASTING

    def _unit(self, marker: int) -> str | None:
        """The duration before "before" or "after": "a year after", but not "next year after"."""
        if self.lower[max(marker - 3, 0) : marker] == ["to", "the", "day"]:
            k = self.timex_at.get(marker - 4)  # "a month to the day after"
            return self.timexes[k].value if k is not None and self.timexes[k].type == "DURATION" else None
        k = self.timex_at.get(marker - 1)
        dated = k is not None and self.timexes[k].type != "DURATION"
        if dated or self.lower[max(marker - 2, 0)] in _ORDINALS:
            return None  # "shut for a third week after he left"
        return _UNITS.get(self.lower[marker - 1])

    def _antecedent_day(self, clause: Clause) -> bool:
        """ "On Sunday, when the army came": the clause tells of the day named before it."""
        number = self.head.get(clause.index)
        i = (clause.marker or 0) - 1
        if i > 0 and self.lower[i] == ",":
            i -= 1
        k = self.timex_at.get(i)
        if number is None or k is None or self.timexes[k].type == "DURATION" or not self._fits(number, self.timexes[k]):
            return False
        if self.anchors[number] and self.lower[(clause.marker or 1) - 1] != ",":
            return False  # "their first since 1994 when Lathan scored on Sunday"
        if all(self.timexes[a.timex].type == "DURATION" for a in self.anchors[number]):
            self._add(number, Anchor(k, "in", "clause"))
        return True

    def _apposed(self, clause: Clause, other: int, unit: str, word: str) -> bool:
        """ "18 December, the day before he left": the clause is dated from the day that the phrase explains."""
        i = (clause.marker or 0) - 2
        while i > 0 and self.lower[i] in ("the", "a", "one", ","):
            i -= 1
        k = self.timex_at.get(i)
        if k is None or self.lower[i + 1] != "," or self.anchors[other]:
            return False
        self.anchors[other].append(Anchor(k, "in", "clause", offset=unit if word == "before" else "-" + unit))
        return True

    def _alike(self, a: int, b: int, word: str) -> bool:
        """Whether what happens as something else does is told of one time: "left when it ended", "will rule when the
        court sits"."""
        verb, other = self.triggers[a], self.triggers[b]
        if verb.tense == "FUTURE":
            goes_on = verb.event_class == "STATE" or verb.aspect != "NONE"
            return word == "when" and other.tense == "PRESENT" and other.aspect == "NONE" and not goes_on
        return verb.tense in ("PAST", "PRESPART") and other.tense in ("PAST", "PASTPART")


def _days_of(value: str) -> int:
    """The days that some hours may reach into: "PT8H" one, "PT50H" three."""
    hours = value[2:-1]
    return 1 + int(hours) // 24 if value.endswith("H") and hours.isdigit() and len(hours) < _DIGITS else 1


_DIGITS = 5
