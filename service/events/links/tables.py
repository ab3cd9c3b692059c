"""What is looked up again and again while expressions are linked to events: clauses, heads, phrases, tenses."""

from __future__ import annotations

from bisect import bisect_left

from service.events.clauses.model import Clause
from service.events.links.agenda import find_heads
from service.events.links.model import BARE_DAYS, BARE_MONTHS, WITHOUT_YEAR, Anchor, Tie, Via, perspective
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.verbs import AT_ONCE, FORWARD, HOLDING, LASTING, SCHEDULING
from service.record import changed
from service.temporal.model import Timex
from service.text.tagset import INVARIANT

# Verbs of saying that are deeds where they have an object.
_BY_NOW = 800  # days
_QUARTER = 92  # days: what has been done may, loosely, have been done on a day not so long gone
_PERIODS = frozenset({"week", "month", "season", "quarter", "year"})
_DEEDS = frozenset("rule charge cite reveal publish issue release post".split())
# What lasts though it is done with several things: "employed 40 people from 2015 to 2018".
_LASTING_WITH_MANY = frozenset(
    """employ own have represent host house use spend cover save hold keep live work teach serve lead rule run govern
    play study occupy wait wear chair manage head""".split()
)
_BARE = BARE_DAYS | BARE_MONTHS
_INCOMPLETE = _BARE | WITHOUT_YEAR
SUPERLATIVE = frozenset("first most worst best only lowest highest biggest largest least".split())


class Tables:
    """The look-ups of one article, and the links found so far."""

    def __init__(
        self,
        parse: Parse,
    ) -> None:
        tokens, clauses, triggers = parse.tokens, parse.clauses, parse.triggers
        self.tokens = tokens
        self.words = tokens.words
        self.lower = tokens.lower
        self.sentences = parse.sentences
        self.clauses = clauses
        self.all = clauses.clauses
        self.tags = parse.tags
        self.clause_of = clauses.clause_of
        self.triggers = triggers
        self.timexes = parse.timexes
        self.today = parse.day
        self.anchors: list[list[Anchor]] = [[] for _ in triggers]
        self.ties: list[list[Tie]] = [[] for _ in triggers]
        self.number = {t.token: n for n, t in enumerate(triggers)}
        self.chunk = clauses.chunk_at
        self.home = [self._governing(t.token) for t in triggers]
        self.head: dict[int, int] = {}
        self.timex_at = {t.last - 1: k for k, t in enumerate(parse.timexes)}
        self.same: list[tuple[int, int]] = []
        self.heads = find_heads(tokens, parse.sentences, parse.timexes)
        self.turned: set[int] = set()
        self.nouns: dict[int, list[int]] = {}
        for n, trigger in enumerate(triggers):
            clause = self.clause_of[trigger.token]
            if trigger.pos == "noun":
                self.nouns.setdefault(self.home[n], []).append(n)
            elif self.all[clause].verb is not None:
                self.head.setdefault(clause, n)
                if self.all[clause].head == trigger.token:
                    self.head[clause] = n
        self.of_clause: dict[int, list[int]] = {}
        for k, timex in enumerate(parse.timexes):
            self.of_clause.setdefault(self._governing(timex.first), []).append(k)

    def _governing(self, token: int) -> int:
        """The innermost clause of a token that has a verb (or the sentence's fragment)."""
        index = self.clause_of[token]
        return index if self.all[index].head is not None else self.clauses.governing(index).index

    def _before(self, token: int) -> int:
        """The number of the last trigger before a token, -1 where there is none."""
        return bisect_left(self.triggers, token, key=lambda trigger: trigger.token) - 1

    def _fits(self, number: int, timex: Timex) -> bool:
        """Whether the verb's form allows the date: what "was" is not to come, what "will" be is not gone."""
        if self.today is None or timex.bounds is None:
            return True
        trigger = self.triggers[number]
        view = perspective(trigger)
        if trigger.tense == "PRESENT" and trigger.event_class == "REPORTING" and self._is_ago(trigger, timex):
            return False
        if view == "present" and (trigger.event_class == "REPORTING" or trigger.lemma in FORWARD):
            view = "past"  # "calls for a levy from 2027": the levy's year
            if self._is_still_open(timex):
                return False  # "expects sales of $5 billion this year"
        start, end = timex.bounds
        if view == "present" and trigger.aspect == "NONE" and self._is_gone(trigger, timex):
            return False
        if view == "past":
            return start is None or start.day <= self.today or self._turns_back(number, timex)
        if view == "future" or (view == "present" and trigger.aspect == "PROGRESSIVE"):
            return end is None or end.day >= self.today or self._is_quoted(number, timex)
        return True

    def _is_quoted(self, number: int, timex: Timex) -> bool:
        """Whether it was to come as it was said: "'We will open next year,' she said in 2019"."""
        return timex.anchor not in (None, "published_at") and self.all[self.home[number]].quoted

    def _is_gone(self, trigger: Trigger, timex: Timex) -> bool:
        """Whether a day or month before publication is named from there: no verb in the present happens "last June"."""
        end = timex.bounds.end if timex.bounds else None
        near = end is not None and abs(end.day - (self.today or 0)) < _BY_NOW
        if timex.rule == "distance-later" and near and self._past(timex):
            return True  # "three decades later she runs it"
        if timex.anchor != "published_at" or timex.explicit or end is None or end.day >= (self.today or 0):
            return False
        if timex.rule in _INCOMPLETE:
            return False  # it may be turned yet: "meets on Sunday"
        invariant = trigger.lemma in INVARIANT or self.sentences[trigger.sentence].heading
        after = trigger.pos == "verb" and trigger.token < timex.first
        return after and not trigger.modal and not invariant

    def _is_still_open(self, timex: Timex) -> bool:
        """Whether a week, month or year has begun and is not over: what is thought of it is thought now."""
        assert timex.bounds is not None
        assert self.today is not None
        start, end = timex.bounds
        if start is None or end is None or timex.precision not in _PERIODS:
            return False
        return start.day < self.today < end.day

    def _turns_back(self, number: int, timex: Timex) -> bool:
        """Whether a bare weekday or month was read forward although its verb tells what is past."""
        trigger = self.triggers[number]
        says = trigger.event_class == "REPORTING" and trigger.lemma not in HOLDING
        says = says and (trigger.voice == "active" or trigger.tense != "PAST")
        done = trigger.lemma in _DEEDS and self.all[self.home[number]].object is not None
        says = says and not done  # "ruled out foul play in January"
        looks_on = says or trigger.lemma in FORWARD or trigger.lemma in SCHEDULING
        bare = timex.rule in _BARE or (timex.rule in WITHOUT_YEAR and not timex.explicit)
        return bare and timex.anchor == "published_at" and not looks_on

    def _is_ago(self, trigger: Trigger, timex: Timex) -> bool:
        """ "With the loss of a boat nine days ago, the owners say": the loss was then."""
        return timex.last < trigger.first and self.lower[timex.last - 1] == "ago" and trigger.aspect == "NONE"

    def _bears(self, number: int, timex: Timex) -> bool:
        return self._fits(number, timex) and not self._is_long_over(number, timex)

    def _is_long_over(self, number: int, timex: Timex) -> bool:
        """Whether a verb in the present perfect cannot have been at that time: "has renewed interest in two thefts
        between 2011 and 2014", "nobody has been charged in the 2019 fire"."""
        trigger = self.triggers[number]
        if (trigger.tense, trigger.aspect) != ("PRESENT", "PERFECTIVE") or timex.type != "DATE" or self.today is None:
            return False
        end = timex.bounds.end if timex.bounds is not None else None
        near = 0 if self.lower[timex.last - 1] == "ago" else _QUARTER
        return end is not None and end.day < self.today - near

    def _past(self, timex: Timex) -> bool:
        end = timex.bounds.end if timex.bounds else None
        return end is not None and (self.today is None or end.day <= self.today)

    def _add(self, number: int, anchor: Anchor) -> None:
        if all(a.timex != anchor.timex for a in self.anchors[number]):
            trigger = self.triggers[number]
            if anchor.relation == "range" and self._comes_within(number, anchor):
                anchor = changed(anchor, relation="in")
            # "closed since Friday"
            lasting = anchor.relation == "since" and trigger.tense == "PASTPART" and trigger.lemma in LASTING
            perfect = lasting or trigger.aspect.startswith("PERFECTIVE")
            self.anchors[number].append(changed(anchor, perfect=perfect) if perfect else anchor)

    def _comes_within(self, number: int, anchor: Anchor) -> bool:
        """Whether something came at some time in a range, or one after the other: "sank between 1910 and 1914", "closed
        40 branches from 2019 to 2021"."""
        trigger, clause = self.triggers[number], self.all[self.home[number]]
        if trigger.pos == "noun":
            return self._is_between(anchor) and self.tags[trigger.token] == "NNS"  # "shootings between 2011 and 2014"
        if trigger.lemma in AT_ONCE:
            return self._is_between(anchor)
        if trigger.event_class in ("STATE", "I_STATE") or trigger.lemma in _LASTING_WITH_MANY or clause.object is None:
            return False
        first, last = clause.object
        return "CD" in self.tags[first : last - 1] and self.tags[last - 1] == "NNS" and clause.head == trigger.token

    def _is_between(self, anchor: Anchor) -> bool:
        first = self.timexes[anchor.timex].first
        return first > 0 and self.lower[first - 1] == "between"

    def _noun_after(self, i: int) -> int | None:
        """The event noun of the noun phrase that follows a preposition."""
        chunk = self.chunk.get(i + 1)
        if chunk is None:
            return None
        return next((self.number[j] for j in range(chunk[1] - 1, chunk[0] - 1, -1) if j in self.number), None)

    def _is_superlative(self, noun: int) -> bool:
        first, last = self.chunk.get(noun, (noun, noun + 1))
        return any(w in SUPERLATIVE or (w.endswith("est") and len(w) > 5) for w in self.lower[first:last])

    def _is_main(self, clause: Clause) -> bool:
        """Whether a clause is its sentence's own, or joined to it."""
        while clause.kind == "coordinate" and clause.parent is not None:
            clause = self.all[clause.parent]
        return clause.kind == "main" and clause.finite and not clause.quoted

    def _copy(self, source: int, target: int, via: Via = "shared") -> None:
        for anchor in self.anchors[source]:
            if anchor.relation == "in" and self._fits(target, self.timexes[anchor.timex]):
                self._add(target, Anchor(anchor.timex, "in", via, anchor.until, offset=anchor.offset))
