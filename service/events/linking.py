"""Which expression of time dates which event, and what the text says of the order of two events.

The clause decides, not nearness: an expression dates the verb of the clause that it stands in, or the event noun that
it
modifies. What a date on a verb says of its coordinate, its participle or its event noun is shared afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from service.events.agenda import Head, find_heads
from service.events.clauses import Clause, Clauses, Stretch
from service.events.model import RelationType
from service.events.triggers import Trigger
from service.events.words import (
    ACCOUNTING,
    AT_ONCE,
    AWAITING,
    CALLING,
    CONTESTS,
    FIGURES,
    FORWARD,
    HOLDING,
    MAKING_KNOWN,
    MOTION,
    MOVING,
    OCCASIONS,
    PUBLISHING,
    PUTTING_OFF,
    SAME_TIME_SUBJECT,
    SCHEDULING,
    TAKING_PLACE,
)
from service.temporal.dateline import is_dateline
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

AnchorRelation = Literal[
    "in", "since", "until", "before", "after", "by", "for", "from", "throughout", "range", "among", "within", "span"
]
Via = Literal["clause", "noun", "shared", "range"]

_SIGNALS: dict[str, AnchorRelation] = {
    "since": "since", "from": "since", "until": "until", "till": "until", "through": "until", "before": "before",
    "after": "after", "following": "after", "by": "by", "throughout": "throughout", "for": "for", "within": "within",
    "starting": "since", "beginning": "since", "effective": "since",
}  # fmt: skip
_MOVING_DATES = frozenset("put push bring move set".split())
_ONE_OF_THEM = (["the", "last"], ["the", "latest"], ["the", "first"], ["most", "recently"], ["the", "worst"])
_LONGEST_LIST = 8
_GOING_ON = frozenset("wait last stay remain continue live hold survive go run keep".split())
_FIXING = frozenset("for on in to within by at".split())
_SKIPPED = frozenset(
    "the a an early late about around only just nearly almost roughly some at least more than over mid of".split()
)
_RANGE_JOINTS = frozenset({"to", "until", "till", "through", "and", "-", "–", "—"})
_DASHES = frozenset({"-", "--", "–", "—"})
_UNITS = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}
_IN_THE_COURSE = frozenset({"in", "over", "during"})
_SAME = frozenset({"in", "during", "at"})
_ORDER: dict[str, RelationType] = {
    "before": "before", "after": "after", "following": "after", "since": "after", "once": "after", "until": "before",
    "till": "before", "time": "before",  # "by the time"
}  # fmt: skip
_SUPERLATIVE = frozenset("first most worst best only lowest highest biggest largest least".split())
_AGAINST = frozenset({"against", "versus", "compared"})
_LEVELS = frozenset("close closing level price value figure total rate reading record peak low high".split())
_CLOSE = frozenset("shortly soon just immediately right".split())
_HOURS = frozenset("minutes hours moments seconds".split())
_NUMBERS = frozenset("a an one two three four five six seven eight nine ten twelve dozen half".split())
BARE_DAYS = frozenset({"weekday", "part-of-day"})  # rules whose direction the tense decides
BARE_MONTHS = frozenset({"month-name", "month"})
WITHOUT_YEAR = frozenset({"calendar-date"})  # unless it is explicit
_PAST_TENSES = frozenset({"PAST"})


class Anchor(NamedTuple):
    """Expression number ``timex`` (to number ``until``, for a range) stands in ``relation`` to an event.

    ``perfect``: the event's verb is in the perfect ("has fallen since"). ``offset``: a duration later ("-P1D":
    earlier).
    """

    timex: int
    relation: AnchorRelation
    via: Via
    until: int | None = None
    perfect: bool = False
    offset: str | None = None


class Tie(NamedTuple):
    """The event stands in ``relation`` to event number ``other``.

    ``offset`` is a TIMEX3 duration between them ("P1W"); ``close``: "shortly before"; ``same_day``: "hours before".
    """

    other: int
    relation: RelationType
    offset: str | None = None
    close: bool = False
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """For each trigger, in order: the expressions that date it, and its order to other triggers."""

    anchors: list[list[Anchor]]
    ties: list[list[Tie]]
    head: dict[int, int]  # clause → the trigger that is its verb
    same: list[tuple[int, int]]  # verb and event noun that are one happening ("held talks")
    clause: list[int]  # trigger → its clause (a phrase counts to the clause that it stands in)
    heads: dict[int, Head]  # expressions that head a paragraph
    turned: frozenset[int] = frozenset()  # what did "not" happen "until 2011" happened then


def perspective(trigger: Trigger) -> Literal["past", "present", "future", "open"]:
    """Where the verb's form puts the event, seen from the time of writing; ``open`` for nouns, infinitives and
    participles."""
    if trigger.tense == "FUTURE":
        return "future"
    if trigger.tense == "PAST":
        return "past"
    if trigger.tense == "PRESENT":
        if "PERFECTIVE" in trigger.aspect:
            return "past"
        return "open" if trigger.modal else "present"
    return "open"


def counts_events(verb: Trigger, noun: Trigger, lower: Sequence[str]) -> bool:
    """Whether a verb only makes known how many there were: "two calls have been announced this year"."""
    first = lower[noun.first]
    counted = (first.isdigit() or first in _NUMBERS) and lower[noun.token].endswith("s")
    return counted and verb.voice == "passive" and verb.lemma in MAKING_KNOWN


def link(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    clauses: Clauses,
    triggers: Sequence[Trigger],
    timexes: Sequence[Timex],
    today: int | None,
) -> Links:
    """The links of one article. ``today`` is the ordinal of the publication day (None: unknown). Linear in the text."""
    linker = _Linker(tokens, sentences, clauses, triggers, timexes, today)
    linker.run()
    return Links(
        linker.anchors, linker.ties, linker.head, linker.same, linker.home, linker.heads, frozenset(linker.turned)
    )


def _place_word(word: str) -> bool:
    """Whether a word can stand in a dateline before the day."""
    return word[0].isupper() or not word[0].isalnum()


class _Linker:
    """What is looked up again and again while one article is linked."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sequence[Sentence],
        clauses: Clauses,
        triggers: Sequence[Trigger],
        timexes: Sequence[Timex],
        today: int | None,
    ) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lower = tokens.lower
        self.sentences = sentences
        self.all = clauses.clauses
        self.clause_of = clauses.clause_of
        self.triggers = triggers
        self.timexes = timexes
        self.today = today
        self.anchors: list[list[Anchor]] = [[] for _ in triggers]
        self.ties: list[list[Tie]] = [[] for _ in triggers]
        self.number = {t.token: n for n, t in enumerate(triggers)}
        self.chunk = clauses.chunk_at
        self.home = [self._governing(t.token) for t in triggers]
        self.head: dict[int, int] = {}
        self.timex_at = {t.last - 1: k for k, t in enumerate(timexes)}
        self.same: list[tuple[int, int]] = []
        self.heads = find_heads(tokens, sentences, timexes)
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

    def run(self) -> None:
        self.of_clause: dict[int, list[int]] = {}
        for k, timex in enumerate(self.timexes):
            self.of_clause.setdefault(self._governing(timex.first), []).append(k)
        skip = -1
        for k, timex in enumerate(self.timexes):
            if k <= skip:
                continue
            until = self._range(k)
            if until is not None:
                skip = until
            if k not in self.heads:
                self._date(k, timex, until)
        for head in self.heads.values():
            self._under(head)
        self._order()
        self._share()

    def _under(self, head: Head) -> None:
        """Date by its head what a paragraph tells in its main clauses, in one tense and without a date of their own."""
        anchor = Anchor(head.timex, "in", "clause")
        view: str | None = None
        for n in range(self._before(self.timexes[head.timex].last) + 1, len(self.triggers)):
            trigger = self.triggers[n]
            if trigger.token >= head.end:
                break
            clause = self.all[self.home[n]]
            states = trigger.event_class in ("STATE", "I_STATE") or trigger.modal or "PERFECTIVE" in trigger.aspect
            if self.head.get(clause.index) != n or not self._is_main(clause) or states:
                continue
            tense = trigger.tense
            view = view or tense
            fits = tense != "PAST" or self._fits(n, self.timexes[head.timex])
            if tense == view and not self.anchors[n] and fits:
                self._add(n, anchor)
        if view is None:
            nouns = self.nouns.get(self._governing(self.sentences[head.first].first), [])
            for n in nouns[:1]:
                self._add(n, anchor)

    def _is_main(self, clause: Clause) -> bool:
        """Whether a clause is its sentence's own, or joined to it."""
        while clause.kind == "coordinate" and clause.parent is not None:
            clause = self.all[clause.parent]
        return clause.kind == "main" and clause.finite and not clause.quoted

    def _governing(self, token: int) -> int:
        """The innermost clause of a token that has a verb (or the sentence's fragment)."""
        clause = self.all[self.clause_of[token]]
        while clause.head is None and clause.parent is not None:
            clause = self.all[clause.parent]
        return clause.index

    # -- one expression

    def _range(self, k: int) -> int | None:
        """The number of the expression that ends a range begun by number ``k`` ("from March to May")."""
        if k + 1 >= len(self.timexes):
            return None
        a, b = self.timexes[k], self.timexes[k + 1]
        listed = self._lists(k)
        if listed is not None:
            return listed
        if b.first != a.last + 1 or self.lower[a.last] not in _RANGE_JOINTS or a.type != b.type or a.first == 0:
            return None
        before, joint = self.lower[a.first - 1], self.lower[a.last]
        opened = {"and": before == "between", "to": before == "from"}.get(joint, True)
        return k + 1 if opened else None

    def _lists(self, k: int) -> int | None:
        """The number of the expression that ends a list begun by number ``k``: "in 1908, 1911 and 1921"."""
        first = self.timexes[k]
        if first.first == 0 or self.lower[first.first - 1] not in ("in", "on") or first.type != "DATE":
            return None
        last, joint = k, ""
        for number in range(k + 1, min(k + _LONGEST_LIST, len(self.timexes))):
            before, timex = self.timexes[number - 1], self.timexes[number]
            word = self.lower[before.last : before.last + 1]
            if timex.first != before.last + 1 or timex.precision != first.precision or word not in ([","], ["and"]):
                break
            last, joint = number, word[0]
        return last if joint == "and" else None

    def _date(self, k: int, timex: Timex, until: int | None) -> None:
        if timex.type == "SET" or self._dateline(timex) or self._accounts(timex):
            return
        if timex.type == "DURATION" and timex.bounds is None and (self._offset(timex) or self._leads_up(k)):
            return
        relation = self._signal(timex)
        if k > 0 and self.timexes[k - 1].type == "DURATION" and self._leads_up(k - 1):
            if self.timexes[k - 1].bounds is not None:
                return  # "the six months to 31 December": the day only ends the period
            self._by_clause(Anchor(k, "span", "clause", k - 1), timex, timex.last)
            return
        if until is not None:
            relation = "among" if self._lists(k) is not None else "range"
        if timex.type == "DURATION" and timex.bounds is None and relation not in ("for", "within"):
            relation = "within" if timex.first and self.lower[timex.first - 1] in _IN_THE_COURSE else "for"
        anchor = Anchor(k, relation, "noun", until)
        if self._premodifier(anchor, timex):
            return
        last = self.timexes[until].last if until is not None else timex.last
        if timex.type != "DURATION" and self._postmodifier(anchor, timex):
            return
        self._by_clause(Anchor(k, relation, "clause", until), timex, last)

    def _dateline(self, timex: Timex) -> bool:
        """ "COPENHAGEN, Oct 23 —": the place and day of writing, no part of the sentence."""
        sentence = self.all[self.clause_of[timex.first]].sentence
        first = self.sentences[sentence].first
        if timex.first - first > 6:
            return False
        if is_dateline(self.tokens, timex.first, timex.last):
            return True
        for i in range(timex.last, min(timex.last + 6, len(self.lower))):
            if self.lower[i] in _DASHES:
                return timex.first == first or all(_place_word(w) for w in self.words[first : timex.first])
            if (
                self.lower[i] not in "(),."
                and self.words[i] not in ("AP", "Reuters", "AFP")
                and not self.words[i].isupper()
            ):
                return False
        return False

    def _leads_up(self, k: int) -> bool:
        """ "The three months to the end of June": the duration is the next expression's."""
        if k + 1 >= len(self.timexes):
            return False
        a, b = self.timexes[k], self.timexes[k + 1]
        return b.first == a.last + 1 and self.lower[a.last] in ("to", "ended", "ending") and b.bounds is not None

    def _signal(self, timex: Timex) -> AnchorRelation:
        i = timex.first - 1
        stop = max(i - 3, -1)
        while i > stop and self.lower[i] in _SKIPPED:
            i -= 1
        if i > 0 and self.lower[i] == "on" and self.lower[i - 1] in ("early", "late"):
            i -= 2
        if i < 0:
            return "in"
        found = _SIGNALS.get(self.lower[i])
        if self.lower[i] == "from" and self.lower[timex.last : timex.last + 1] in (["until"], ["till"]):
            return "from"  # "from 1660 until his death"
        if found == "for" and timex.type != "DURATION":
            return "in"
        if found is None and self.lower[i] == "to" and i > 0 and self.lower[i - 1] == "prior":
            return "before"
        return found or "in"

    def _premodifier(self, anchor: Anchor, timex: Timex) -> bool:
        """ "Friday's vote", "the 2019 election": the noun that the expression stands before; no other word is dated
        by it."""
        chunk = self.chunk.get(timex.first)
        if chunk is None or chunk[1] <= timex.last:
            return False
        noun = next((self.number[i] for i in range(chunk[1] - 1, timex.last - 1, -1) if i in self.number), None)
        before = self.lower[chunk[0] - 1] if chunk[0] else ""
        verb = self.head.get(self._governing(timex.first))
        own = Anchor(anchor.timex, "for" if timex.type == "DURATION" and timex.bounds is None else "in", "noun")
        if noun is not None:
            self._add(noun, own)
            of_noun = self.number.get(chunk[0] - 2)  # "his victory in the 2023 Tour": the victory's year
            if of_noun is not None and self.triggers[of_noun].pos == "noun":
                if own.relation == "in" and before in _SAME and self._fits(of_noun, timex):
                    self._add(of_noun, own)
            elif own.relation == "in" and verb is not None and before in _SAME and self._fits(verb, timex):
                self._add(verb, own)
        elif (
            verb is not None
            and (self._figure(verb, chunk, timex) or self._occasion(before, chunk, verb))
            and own.relation == "in"
            and self._fits(verb, timex)
        ):
            self._add(verb, own)
        return True

    def _figure(self, verb: int, chunk: Stretch, timex: Timex) -> bool:
        """ "Third-quarter profit fell": a figure of a period moves in that period."""
        clause = self.all[self._governing(timex.first)]
        subject = clause.subject is not None and clause.subject[0] <= chunk[0] < clause.subject[1]
        return subject and timex.precision in ("quarter", "month", "year") and self.triggers[verb].lemma in MOVING

    def _occasion(self, before: str, chunk: Stretch, verb: int) -> bool:
        """ "In his 2024 book he reported", "at Monday's briefing": where something is said is when it is said."""
        word = self.lower[chunk[1] - 1]
        if before in _SAME and word in CONTESTS:
            return True
        if before not in _SAME or word not in OCCASIONS:
            return False
        return before != "in" or self.triggers[verb].event_class == "REPORTING"

    def _postmodifier(self, anchor: Anchor, timex: Timex) -> bool:
        """ "the attack on Friday", "the vote of 3 May". True where the noun alone takes the date."""
        i = timex.first - 1
        preposition = ""
        if i >= 0 and self.lower[i] in ("on", "in", "of", "at", "from", "for", "since"):
            preposition = self.lower[i]
            i -= 1
        noun = self.number.get(i)
        if noun is None or self.triggers[noun].pos != "noun":
            return False
        if preposition == "since" and self._is_superlative(i):
            return True  # "the worst flood since 1953"
        clause = self.all[self._governing(i)]
        verb = self.head.get(clause.index)
        alone = (
            verb is None
            or self.triggers[verb].lemma in SCHEDULING
            or (preposition == "for" and self.triggers[verb].lemma in CALLING)
            or preposition == "of"
            or clause.verb is None
            or i < clause.verb[0]
        )
        phrase = self.all[self.clause_of[i]]
        ordered = phrase.head is None and phrase.marker is not None and self.lower[phrase.marker] in _ORDER
        if alone or ordered or (verb is not None and not self._fits(verb, timex)):
            if clause.verb is not None and i < clause.verb[0] and not self._is_subject(clause, i) and not ordered:
                return False  # "In an interview on Friday, he said": both
            self._add(noun, anchor)
            return True
        return False

    def _is_subject(self, clause: Clause, token: int) -> bool:
        chunk = self.chunk.get(token)
        return chunk is not None and clause.subject is not None and clause.subject[0] <= token

    def _accounts(self, timex: Timex) -> bool:
        """ "Withdrew its forecast for 2025": the period that a figure or a plan is about dates no verb."""
        i = timex.first - 1
        while i > 0 and self.lower[i] == "the":
            i -= 1
        coarse = timex.precision in ("month", "season", "quarter", "year", "decade")
        if i < 1 or self.lower[i] != "for" or timex.bounds is None or not (coarse or timex.type == "DURATION"):
            return False
        chunk = self.chunk.get(i - 1)
        return chunk is not None and chunk[1] == i and i - 1 not in self.number

    def _by_clause(self, anchor: Anchor, timex: Timex, last: int) -> None:
        clause = self.all[self._governing(timex.first)]
        verb = self.head.get(clause.index)
        if verb is None:
            cleft = self._cleft(clause, last)
            if cleft is None:
                self._fragment(anchor, clause, timex)
                return
            verb = cleft
            anchor = anchor._replace(relation="in") if self._is_denied_until(anchor, clause, timex) else anchor
        scheduling = self._is_scheduling(verb)
        if scheduling and (self._scheduled(verb, anchor, clause, timex) or self._awaited(verb, anchor, timex)):
            return
        if self._puts_off(verb, anchor, timex) or self._is_measured(verb, timex):
            return
        if anchor.relation == "since" and self._of_superlative(clause, timex):
            return
        if self._compared(clause, timex) or self._one_of_several(clause, timex) or self._counted(timex):
            return
        denied = self.triggers[verb].negated and self.triggers[verb].lemma not in _GOING_ON
        if denied and anchor.relation == "until" and timex.type == "DATE":
            anchor = anchor._replace(relation="in")
            self.turned.add(verb)
        if self._fits(verb, timex):
            self._add(verb, anchor)
            self._matrix(verb, clause, anchor, timex)
            return
        for n in range(self._before(timex.first), -1, -1):  # the nearest event before it that can bear the date
            if self.home[n] != clause.index:
                break
            if n != verb:
                self._add(n, anchor)
                return

    def _cleft(self, clause: Clause, last: int) -> int | None:
        """ "It was in 2011 that the bodies were found": the verb that the expression before "that" dates."""
        if clause.subject is None or self.lower[clause.subject[0]] != "it" or self.lower[last : last + 1] != ["that"]:
            return None
        return self.head.get(self.clause_of[last])

    def _is_denied_until(self, anchor: Anchor, clause: Clause, timex: Timex) -> bool:
        """ "It was not until 2011 that …": in 2011."""
        return anchor.relation == "until" and "not" in self.lower[max(timex.first - 3, 0) : timex.first]

    def _is_scheduling(self, verb: int) -> bool:
        trigger = self.triggers[verb]
        awaited = trigger.voice == "passive" or trigger.pos == "adjective"
        return trigger.lemma in SCHEDULING or (trigger.lemma in AWAITING and awaited)

    def _planned(self, anchor: Anchor, clause: Clause) -> bool:
        """ "The meeting, scheduled for 14 May, will go ahead": the meeting's day."""
        noun = self.number.get(clause.antecedent) if clause.antecedent is not None else None
        if noun is None or clause.kind != "participle" or self.triggers[noun].pos != "noun":
            return False
        self._add(noun, anchor._replace(via="noun"))
        return True

    def _scheduled(self, verb: int, anchor: Anchor, clause: Clause, timex: Timex) -> bool:
        """ "The vote is scheduled for Friday": the vote is on Friday, not the scheduling."""
        if self.lower[timex.first - 1] not in _FIXING and self.triggers[verb].last != timex.first:
            return False
        if self.triggers[verb].lemma not in PUTTING_OFF and self._planned(anchor, clause):
            return True
        if self.triggers[verb].lemma in PUTTING_OFF and self.lower[timex.first - 1] not in ("to", "for"):
            return False
        nouns = self.nouns.get(clause.index, [])
        subject = [n for n in nouns if clause.verb and self.triggers[n].token < clause.verb[0]]
        if subject:
            self._add(subject[-1], anchor._replace(via="noun"))
        return bool(subject)

    def _is_measured(self, verb: int, timex: Timex) -> bool:
        """ "He faces ten years in prison": a length that somebody has before him, and no time that has passed."""
        trigger = self.triggers[verb]
        if (
            timex.type != "DURATION"
            or timex.bounds is not None
            or self.lower[timex.first - 1] in ("for", "in", "within")
        ):
            return False
        return trigger.tense in ("PRESENT", "FUTURE") and trigger.aspect == "NONE" and trigger.pos == "verb"

    def _puts_off(self, verb: int, anchor: Anchor, timex: Timex) -> bool:
        """ "Adjourned until 3 June", "moved from May to September": no time of the adjourning or the moving."""
        trigger = self.triggers[verb]
        after = self.lower[trigger.token + 1 : trigger.token + 2]
        moved = trigger.lemma in _MOVING_DATES and after in (["off"], ["back"], ["forward"])
        if not moved and trigger.lemma not in PUTTING_OFF:
            return False
        before = self.lower[timex.first - 1]
        if anchor.relation == "range" and before != "from":  # "adjourned on Monday until 3 June"
            self._add(verb, Anchor(anchor.timex, "in", "clause"))
        return anchor.relation in ("until", "range") or before in ("to", "from", "until", "till")

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

    def _before(self, token: int) -> int:
        """The number of the last trigger before a token."""
        low, high = 0, len(self.triggers)
        while low < high:
            middle = (low + high) // 2
            if self.triggers[middle].token < token:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def _of_superlative(self, clause: Clause, timex: Timex) -> bool:
        """ "Its first loss since 1992": the expression measures the noun and dates nothing."""
        if clause.verb is None:
            return False
        words = self.lower[max(clause.verb[1], timex.first - 10) : timex.first]
        return any(w in _SUPERLATIVE or (w.endswith("est") and len(w) > 5) for w in words)

    def _is_superlative(self, noun: int) -> bool:
        first, last = self.chunk.get(noun, (noun, noun + 1))
        return any(w in _SUPERLATIVE or (w.endswith("est") and len(w) > 5) for w in self.lower[first:last])

    def _one_of_several(self, clause: Clause, timex: Timex) -> bool:
        """ "It has had four owners, the last of them in 2012": the date of one of them only."""
        if clause.verb is None:
            return False
        for i in range(max(clause.verb[1], timex.first - 7), timex.first - 1):
            after = self.lower[i + 1 : i + 4]
            if self.words[i] == "," and (after[:2] in _ONE_OF_THEM or after[:3] == ["the", "most", "recent"]):
                return True
        return False

    def _counted(self, timex: Timex) -> bool:
        """ "Erupted for the third time this year": the year says of how many it is the third."""
        words = self.lower[max(timex.first - 3, 0) : timex.first]
        return words[-1:] == ["time"] and words[:1] == ["the"]

    def _compared(self, clause: Clause, timex: Timex) -> bool:
        """ "38% more than the price on 18 December": what it is measured against dates nothing."""
        if clause.verb is None:
            return False
        for i in range(timex.first - 1, max(clause.verb[1], timex.first - 8) - 1, -1):
            word = self.lower[i]
            if word == "than":
                return not (self.lower[i + 1][0].isdigit() or self.lower[i + 1] in _NUMBERS)
            if word in _AGAINST or (word == "from" and i + 1 < timex.first and self._is_figure(i + 1)):
                return True
        return False

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
            if clause.kind == "participle" and self.triggers[above].event_class != "ASPECTUAL":
                return
            if anchor.relation == "since":
                shared = self.triggers[above].aspect.startswith("PERFECTIVE")
            else:
                near = 0 <= clause.verb[0] - parent.verb[1] <= 4
                shared = near and self.triggers[above].tense in _PAST_TENSES and self._past(timex)
            if not shared:
                return
            self._add(above, Anchor(anchor.timex, anchor.relation, "shared", anchor.until))
            if self.triggers[above].lemma in FORWARD or anchor.relation == "since":
                self.anchors[verb] = [a for a in self.anchors[verb] if a.timex != anchor.timex]
            clause = parent

    def _fragment(self, anchor: Anchor, clause: Clause, timex: Timex) -> None:
        """A clause whose verb is no event ("The vote was on Friday"), or none at all: its event nouns are dated."""
        nouns = self.nouns.get(clause.index, [])
        if nouns:
            subject = [
                n for n in nouns if clause.subject and clause.subject[0] <= self.triggers[n].token < clause.subject[1]
            ]
            before = [n for n in nouns if self.triggers[n].token < timex.first]
            self._add((subject or before[-1:] or nouns)[0], anchor)

    def _fits(self, number: int, timex: Timex) -> bool:
        """Whether the verb's form allows the date: what "was" is not to come, what "will" be is not gone."""
        if self.today is None or timex.bounds is None:
            return True
        trigger = self.triggers[number]
        view = perspective(trigger)
        if view == "present" and (trigger.event_class == "REPORTING" or trigger.lemma in FORWARD):
            view = "past"  # "calls for a levy from 2027": the levy's year
        start, end = timex.bounds
        if view == "past":
            return start is None or start.day <= self.today or self._turns_back(number, timex)
        if view == "future":
            return end is None or end.day >= self.today
        return True

    def _turns_back(self, number: int, timex: Timex) -> bool:
        """Whether a bare weekday or month was read forward although its verb tells what is past."""
        trigger = self.triggers[number]
        says = trigger.event_class == "REPORTING" and trigger.lemma not in HOLDING
        says = says and (trigger.voice == "active" or trigger.tense != "PAST")
        looks_on = says or trigger.lemma in FORWARD or trigger.lemma in SCHEDULING
        bare = timex.rule in BARE_DAYS | BARE_MONTHS or (timex.rule in WITHOUT_YEAR and not timex.explicit)
        return bare and timex.anchor == "published_at" and not looks_on

    def _past(self, timex: Timex) -> bool:
        end = timex.bounds.end if timex.bounds else None
        return end is not None and (self.today is None or end.day <= self.today)

    def _add(self, number: int, anchor: Anchor) -> None:
        if all(a.timex != anchor.timex for a in self.anchors[number]):
            perfect = self.triggers[number].aspect.startswith("PERFECTIVE")
            self.anchors[number].append(anchor._replace(perfect=perfect) if perfect else anchor)

    # -- order

    def _offset(self, timex: Timex) -> bool:
        """ "a week after the vote", "within days of the vote": a distance between two events."""
        i = timex.last
        if i >= len(self.lower) or self.lower[i] not in ("before", "after", "of", "following"):
            return False
        marker = self.lower[i]
        clause = self.all[self.clause_of[i]]
        other = self.head.get(clause.index) if clause.marker == i and clause.head is not None else self._noun_after(i)
        governing = clause.parent if clause.marker == i and clause.parent is not None else clause.index
        while self.all[governing].head is None and self.all[governing].parent is not None:
            governing = self.all[governing].parent  # type: ignore[assignment]
        verb = self.head.get(governing)
        if verb is None or other is None or verb == other:
            return False
        if marker == "of":
            if timex.first == 0 or self.lower[timex.first - 1] != "within":
                return False
            marker = "after"
        self.ties[verb].append(Tie(other, _ORDER[marker], timex.value))
        return True

    def _noun_after(self, i: int) -> int | None:
        """The event noun of the noun phrase that follows a preposition."""
        chunk = self.chunk.get(i + 1)
        if chunk is None:
            return None
        return next((self.number[j] for j in range(chunk[1] - 1, chunk[0] - 1, -1) if j in self.number), None)

    def _order(self) -> None:
        """Adverbial clauses and phrases that say what came first."""
        for clause in self.all:
            if clause.marker is None or clause.parent is None or clause.kind not in ("adverbial", "phrase"):
                continue
            word = self.lower[clause.marker]
            if word == "when" and self._antecedent_day(clause):
                continue
            verb = self.head.get(self._governing_clause(clause.parent))
            other = self.head.get(clause.index) if clause.head is not None else self._noun_after(clause.marker)
            unit = self._unit(clause.marker) if word in ("before", "after") else None
            if unit and other is not None and self._apposed(clause, other, unit, word):
                continue
            if verb is None or other is None or verb == other or any(t.other == other for t in self.ties[verb]):
                continue
            if word == "since" and self.lower[clause.marker - 1] in ("time", "times"):
                continue  # "for the first time since it was founded": no time of the event
            if word in _ORDER:
                before = self.lower[clause.marker - 1]
                self.ties[verb].append(Tie(other, _ORDER[word], unit, before in _CLOSE, before in _HOURS))
            elif word in ("when", "while", "as") and clause.head is not None and self._alike(verb, other):
                self.ties[verb].append(Tie(other, "simultaneous"))

    def _unit(self, marker: int) -> str | None:
        """The duration before "before" or "after": "a year after", but not "next year after"."""
        k = self.timex_at.get(marker - 1)
        dated = k is not None and self.timexes[k].type != "DURATION"
        return None if dated else _UNITS.get(self.lower[marker - 1])

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

    def _governing_clause(self, index: int) -> int:
        while self.all[index].head is None and self.all[index].parent is not None:
            index = self.all[index].parent  # type: ignore[assignment]
        return index

    def _alike(self, a: int, b: int) -> bool:
        return self.triggers[a].tense == "PAST" and self.triggers[b].tense in ("PAST", "PASTPART")

    # -- sharing

    def _share(self) -> None:
        for clause in self.all:
            number = self.head.get(clause.index)
            if number is None:
                continue
            if not self.anchors[number] and clause.parent is not None:
                self._inherit(number, clause, self.all[clause.parent])
            self._from_antecedent(number, clause)
            for noun in self.nouns.get(clause.index, ()):
                self._with_noun(number, noun, clause)

    def _inherit(self, number: int, clause: Clause, parent: Clause) -> None:
        above = self.head.get(parent.index)
        if above is None and clause.kind == "coordinate":
            self._from_copula(number, clause, parent)
            return
        if above is None or parent.verb is None:
            return
        dated = [a for a in self.anchors[above] if a.relation == "in" and a.via in ("clause", "shared")]
        if clause.kind == "coordinate":
            fronted = [a for a in dated if self.timexes[a.timex].first < parent.verb[0]]
            dated = fronted if clause.finite else dated
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

    def _from_copula(self, number: int, clause: Clause, parent: Clause) -> None:
        """ "An agreement was close in 2021 but collapsed": of the year in which it was close."""
        if parent.verb is None or clause.sentence != parent.sentence or self.triggers[number].tense != "PAST":
            return
        for k in self.of_clause.get(parent.index, ()):
            timex = self.timexes[k]
            if timex.type == "DATE" and timex.first >= parent.verb[1] and self._fits(number, timex):
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
        if lemma in PUBLISHING and above is not None and parent.subject is not None and not self.anchors[above]:
            subject = (
                parent.subject[0] <= clause.antecedent and parent.verb is not None and clause.first < parent.verb[0]
            )
            if subject and self.triggers[above].event_class in ("REPORTING", "PERCEPTION", "I_ACTION"):
                self._copy(number, above)
        if (
            noun is not None
            and not self.anchors[noun]
            and lemma in TAKING_PLACE
            and clause.kind in ("relative", "participle")
        ):
            self._copy(number, noun)

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
            occasion = before in _SAME and chunk[1] == token + 1 and self.lower[token] in OCCASIONS
            same = occasion or (subject and (lemma in SAME_TIME_SUBJECT or self._brings_about(verb, noun, clause)))
        else:
            held = lemma in HOLDING and not (lemma in ACCOUNTING and self.triggers[noun].lemma in FIGURES)
            same = before in ("during", "in", "at") or (clause.object == chunk and held)
        if not same:
            return
        self.same.append((verb, noun))
        if not self.anchors[noun]:
            self._copy(verb, noun)
        elif not self.anchors[verb]:
            self._copy(noun, verb)

    def _is_fixed(self, noun: int) -> bool:
        """Whether something is called for a day: "announced a vote for Friday"."""
        at = self.triggers[noun].token + 1
        return bool(self.anchors[noun]) and self.lower[at : at + 1] == ["for"]

    def _brings_about(self, verb: int, noun: int, clause: Clause) -> bool:
        """ "The coup of 1973 brought the army to power": what a dated event did at once."""
        trigger = self.triggers[verb]
        if clause.object is None or self.anchors[verb] or not self.anchors[noun]:
            return False
        return trigger.tense == "PAST" and trigger.voice == "active" and trigger.lemma in AT_ONCE

    def _copy(self, source: int, target: int) -> None:
        for anchor in self.anchors[source]:
            if anchor.relation == "in" and self._fits(target, self.timexes[anchor.timex]):
                self._add(target, Anchor(anchor.timex, "in", "shared", anchor.until))
