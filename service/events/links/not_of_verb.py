"""Expressions that stand in a verb's clause and do not date it: they measure, compare, or date a noun in it."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import NUMBERS, Anchor
from service.events.links.plans import PlanDates
from service.events.links.tables import SUPERLATIVE
from service.events.words.verbs import FIGURES, REMEMBERING
from service.record import changed
from service.temporal.model import Timex

_ONE_OF_THEM = (["the", "last"], ["the", "latest"], ["the", "first"], ["most", "recently"], ["the", "worst"])
_WHOSE = frozenset("the its his her their".split())
_OF_THEM = (["of", "them"], ["of", "which"], ["of", "whom"])
_AWAITED = frozenset("due scheduled planned dated expected set".split())
_AT_FIRST = frozenset({"originally", "initially", "previously"})
_NOT = frozenset({"not", "n't", "n’t"})
_SINGLED = 6  # tokens
ALONE = 3  # tokens: a comma, a preposition, an article or adverb
_AGAINST = frozenset({"against", "versus", "compared"})
_LEVELS = frozenset("close closing level price value figure total rate reading record peak low high".split())
_EARLIER = frozenset("earlier ago previous prior".split())
_ARTICLE = 2  # tokens: "than the"
_AMOUNTS_REACH = 18  # tokens: "from $39 million, or 58 cents a share, a year earlier"
OF_DAY = frozenset({"in", "of", "on"})
_DAY_NOUNS = frozenset("day night morning afternoon evening moment time week month summer winter".split())
# What the law does to somebody long after what it does it for.
_TRYING = frozenset("charge accuse convict acquit arrest try indict suspect sentence jail clear question".split())
_BETWEEN = 8  # events between a verb and its date


class NotOfVerb(PlanDates):
    """Tells the expressions in a verb's clause that are not its own."""

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

    def _of_crime(self, verb: int, clause: Clause, anchor: Anchor, timex: Timex) -> bool:
        """ "Charged four men with the murders of two girls in Ostrava in 2015": a month or year after the place is that
        of what was done there."""
        if self.triggers[verb].lemma not in _TRYING or clause.verb is None or timex.first < clause.verb[1]:
            return False
        if timex.precision not in ("month", "year") or self.lower[timex.first - 1] != "in":
            return False
        place = self.chunk.get(timex.first - 2)
        if place is None or self.lower[place[0] - 1] not in ("in", "at", "near", "outside"):
            return False
        for n in range(verb + 1, min(verb + _BETWEEN, len(self.triggers))):
            noun = self.triggers[n]
            if noun.token >= place[0]:
                return False
            named = self.chunk.get(noun.token, (0, 0))
            if noun.pos == "noun" and self.lower[named[0]] == "the" and self.lower[named[1]] == "of":
                self._add(n, changed(anchor, via="noun"))
                return True
        return False

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
        return timex.first - clause.subject[1] > ALONE

    def _is_denied_until(self, anchor: Anchor, timex: Timex) -> bool:
        """ "It was not until 2011 that …": in 2011."""
        return anchor.relation == "until" and not _NOT.isdisjoint(self.lower[max(timex.first - 3, 0) : timex.first])

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
        if clause.object is None or clause.object[1] != timex.first - 1 or self.lower[timex.first - 1] not in OF_DAY:
            return False
        return self.lower[clause.object[0]] == "the" and self.lower[clause.object[1] - 1] in _DAY_NOUNS

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
        earlier = earlier or self.lower[timex.first - 3 : timex.first] == ["a", "share", ","]
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
