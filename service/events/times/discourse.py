"""What the story has told already: which day a past event is told of when its own sentence names none.

A report is about a day, which its opening names. What people said is of that day. What it tells in the simple past
right after something dated is of the same day, unless the sentence places it otherwise; further off, it is only no
later than publication.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.events.clauses.model import Clause
from service.events.links.model import Anchor, Links
from service.events.model import Extent, Outlook
from service.events.parse import Parse
from service.events.times.ages import BIRTHS
from service.events.times.bounds import counts_on, shifted, soon_after
from service.events.times.dating import Dating
from service.events.times.dependents import until
from service.events.times.order import apply_order
from service.events.times.recall import LOOK_BACK, Recall
from service.events.times.story_day import DAY, ORDERING, TOLD, Reference
from service.events.triggers.model import Trigger
from service.events.words.verbs import FORWARD, LASTING, MOVING
from service.temporal.calendar.periods import Interval, Moment
from service.temporal.model import Timex

_ACCOUNTED = frozenset({"quarter", "season", "year"})  # what a figure is told of
_ACCOUNTS = frozenset(
    """sales revenue revenues profit profits earnings income turnover loss losses margin margins deliveries shipments
    bookings exports imports""".split()
)
_LENGTHS = frozenset("days weeks months years decades hours springs summers autumns winters seasons".split())
_VAGUE_BASES = frozenset({"decade", "century", "millennium"})
_NEAR = 6  # events
_AWAY = 3  # sentences after which a report is back at its own day
_ORDERING_OR_WHEN = ORDERING | {"when"}


class _Teller(Recall):
    """The story's day while the events are gone through."""

    def tell(self, number: int) -> None:
        trigger, clause = self.triggers[number], self.all[self.links.clause[number]]
        dating = self.datings[number]
        place = self.sentences[trigger.sentence]
        if self.links.anchors[number]:
            dating = self.datings[number] = self._distant(number, trigger) or dating
        if dating is not None and dating.known:
            if dating.timexes and not dating.open and self._came_about(number, trigger):
                self.last = Reference(dating, place.paragraph, trigger.sentence)
            if self._moves_on(number, clause, dating):
                self.reference = Reference(dating, place.paragraph, trigger.sentence)
            elif self._goes_back(number, clause, dating):
                self.earlier = Reference(dating, place.paragraph, trigger.sentence)
            return
        if self.outlooks[number] != "past" or trigger.pos == "noun" or clause.quoted or place.heading:
            return
        told = self._told(number, trigger, clause)
        if told is not None:
            self.datings[number] = told.by_day()
            if self.reference is not None and told is self.reference.dating:
                self.reference = Reference(self.reference.dating, place.paragraph, trigger.sentence)

    def _moves_on(self, number: int, clause: Clause, dating: Dating) -> bool:
        """Whether what comes next is told of this event's day: a past verb that carries the story, dated in words; in
        news none that looks back ("had told investors three weeks ago")."""
        trigger = self.triggers[number]
        if not dating.timexes or dating.basis == "relation" or dating.open or trigger.pos == "noun":
            return False
        told = clause.kind in TOLD or self._cuts_in(clause)
        if not told or not self._came_about(number, trigger) or self._lies_ahead(dating):
            return False
        if trigger.lemma in BIRTHS or self._ends_period(trigger):  # nothing that is told next is of the day of a birth
            return False
        if self.narrative:
            return not (self._looks_back(trigger) and self._counts_back(number))
        if self._looks_back(trigger) or any(self._stretches(a) for a in self.links.anchors[number]):
            return False
        return dating.precision not in _ACCOUNTED or trigger.lemma not in MOVING

    def _counts_back(self, number: int) -> bool:
        """ "Parliament had voted the money nine years earlier": told in passing, also in a story."""
        return any(self.timexes[a.timex].rule == "distance-earlier" for a in self.links.anchors[number])

    def _took(self, trigger: Trigger, clause: Clause) -> bool:
        """ "Building took six summers": on no day of the story."""
        if trigger.lemma not in ("take", "last") or clause.object is None:
            return False
        return self.lower[clause.object[1] - 1] in _LENGTHS

    def _came_about(self, number: int, trigger: Trigger) -> bool:
        """Whether it is past, and not only what would have been: "would have turned 20 the following week"."""
        return self.outlooks[number] == "past" and not (trigger.modal and trigger.aspect.startswith("PERFECTIVE"))

    def _cuts_in(self, clause: Clause) -> bool:
        """ "Was walking below it when the mast fell on 6 June": what came about while something else went on."""
        if clause.kind != "adverbial" or clause.marker is None or self.lower[clause.marker] != "when":
            return False
        above = self.links.head.get(clause.parent) if clause.parent is not None else None
        return above is not None and self.triggers[above].aspect == "PROGRESSIVE" and not clause.fronted

    def _stretches(self, anchor: Anchor) -> bool:
        """Whether an expression tells of a length of time or of several times, at none of which the story goes on."""
        return anchor.relation == "among" or self.timexes[anchor.timex].type == "DURATION"

    def _goes_back(self, number: int, clause: Clause, dating: Dating) -> bool:
        """Whether the story has left its day, for a time whose beginning is open: "by 2019 it had 40 shops"."""
        end = dating.bounds.end
        if self.story is None or self.story.bounds.start is None or end is None or clause.kind not in TOLD:
            return False
        return bool(dating.timexes) and self.outlooks[number] == "past" and end.day < self.story.bounds.start.day

    def _distant(self, number: int, trigger: Trigger) -> Dating | None:
        """ "A week later", where what came before is known to the month only."""
        last = self._just_before(trigger) or self.reference
        if last is None:
            return None
        for anchor in self.links.anchors[number]:
            timex = self.timexes[anchor.timex]
            words = self.lower[timex.first : timex.last]
            if self._is_soon(anchor, timex) and self.outlooks[number] == "past" and trigger.lemma not in FORWARD:
                return self._soon(number, trigger, timex) if len(self.links.anchors[number]) == 1 else None
            if not counts_on(timex, words) or timex.anchor in last.dating.timexes:
                continue
            if anchor.via == "shared" and timex.id in last.dating.timexes:
                return last.dating.lent()  # "two days later it fell, killing six"
            if timex.bounds is None or timex.anchor == "published_at" or last.sentence == trigger.sentence:
                lost = self._after_tied(number) or self._after_lost(number, trigger, last.dating)
                base = self._just_told(number, trigger) or (None if lost else last.dating)
                if base is None or base.precision in _VAGUE_BASES:
                    return None
                if timex.id in base.timexes:
                    return base.lent()  # "won and became the first to sing there seven years later"
                found = shifted(base, timex, words)
                ahead = found is not None and self._lies_ahead(found) and self.outlooks[number] == "past"
                return None if ahead else found  # counted from something else, if what is past would be to come
        return None

    def _just_before(self, trigger: Trigger) -> Reference | None:
        """What the sentence before told last in a report, though in passing: "said it had been seen in May. Two weeks
        later"."""
        last = self.last
        return last if last is not None and not self.narrative and last.sentence == trigger.sentence - 1 else None

    def _is_soon(self, anchor: Anchor, timex: Timex) -> bool:
        """ "Within hours"; not "twice in a week"."""
        within = anchor.relation == "within" and timex.bounds is None and timex.first > 0
        return within and self.lower[timex.first - 1] == "within"

    def _soon(self, number: int, trigger: Trigger, timex: Timex) -> Dating | None:
        """ "Within hours her parents had received a demand": of what was told just before, and little later."""
        base = self._just_told(number, trigger) or self._near(trigger)
        if base is None or (base.precision not in DAY and base.precision != "month") or base.open:
            return None
        return soon_after(base, timex)

    def _just_told(self, number: int, trigger: Trigger) -> Dating | None:
        """The dating of what the sentence told before: "was inspected in early May, and two weeks later sailed"."""
        for n in range(number - 1, max(number - 4, -1), -1):
            dating, other = self.datings[n], self.triggers[n]
            if other.sentence != trigger.sentence:
                return None
            place = self.all[self.links.clause[n]]
            if place.kind in ("relative", "participle") and place.parent == self.links.clause[number]:
                continue  # "the firm, which was founded in 1987, closed three weeks later"
            if other.pos == "verb" and dating is not None and dating.basis in ("explicit", "relative"):
                return dating if dating.extent == "within" and not dating.shared and not dating.open else None
        return None

    def _after_lost(self, number: int, trigger: Trigger, last: Dating) -> bool:
        """Whether the sentence has told of a time that nobody knows: "searched it the following May and a week later
        arrested him", "it was looted in a raid and sold the following year"."""
        for n in range(number - 1, max(number - 4, -1), -1):
            if self.triggers[n].sentence != trigger.sentence:
                return False
            dating, other = self.datings[n], self.triggers[n]
            told = other.pos == "verb" and self.all[self.links.clause[n]].kind == "main"
            if not told and not self.links.anchors[n]:
                continue
            carried = dating is not None and dating.shared and not self.links.anchors[n]
            if dating is None or not dating.known or (carried and dating.bounds != last.bounds):
                return True
        return False

    def _governor(self, clause: Clause) -> Dating | None:
        """The dating of the verb whose noun a relative clause explains: "In 1683 Orme, who had lost two sons, was"."""
        above = self.links.head.get(clause.parent) if clause.kind == "relative" and clause.parent is not None else None
        dating = self.datings[above] if above is not None and self.outlooks[above] == "past" else None
        return dating if dating is not None and dating.basis in ("explicit", "relative") else None

    def _told(self, number: int, trigger: Trigger, clause: Clause) -> Dating | None:
        near = self._near(trigger)
        if self._looks_back(trigger):
            if clause.kind == "coordinate" and clause.parent in self.placed:
                return None  # "rolled out the day after the landing and had covered 90 metres"
            told = self.reference.dating if self.narrative and self.reference is not None else self._story_at(trigger)
            before = self._governor(clause) or self._before_that(trigger, clause, near) or told
            return until(self._or_later(before, trigger)) if before is not None else None
        if clause.index in self.since and trigger.tense == "PRESENT":
            return self._since_then(number) if clause.kind != "relative" else None
        if (
            clause.index in self.placed
            or self._is_tied(number)
            or self._took(trigger, clause)
            or (self._is_of_period(trigger, clause) and not self._in_period(near))
        ):
            return None
        if not (self._tells(clause) or self._speaks(trigger, clause) or self._sets_beside(trigger, clause)):
            return None
        if trigger.tense == "PRESENT":  # the perfect of fresh news: "has announced", in the opening
            return self._fresh(trigger) if self._is_hot(trigger, clause) else None
        if trigger.tense != "PAST":
            return None
        if near is not None and (self.narrative or trigger.event_class != "REPORTING"):
            otherwise = not self.narrative and self._sentence_tells_otherwise(trigger, near)
            return None if otherwise else near
        if self.narrative:
            return None
        if trigger.event_class == "REPORTING":
            return (
                self._of_first(clause)
                or self._answers(near)
                or self._addressed(number, trigger, near)
                or (self.story if self.is_news else None)
                or self._today()
            )
        if clause.kind == "coordinate" and clause.parent in self.placed:
            return None  # "When the war ended, he came home and opened a shop"
        if trigger.sentence in self.opening or self.undated:
            return self._fresh(trigger)
        return self._story_at(trigger) if not self._elsewhere(trigger) else None

    def _of_first(self, clause: Clause) -> Dating | None:
        """ "Walked through the town on Thursday and declared three days of mourning": the day of the first of two."""
        if clause.kind != "coordinate" or clause.parent is None or self.all[clause.parent].subject != clause.subject:
            return None
        above = self.links.head.get(clause.parent)
        if above is None or not any(a.relation == "in" and a.via == "clause" for a in self.links.anchors[above]):
            return None
        dating = self.datings[above]
        return dating if dating is not None and not dating.open and dating.precision in DAY else None

    def _since_then(self, number: int) -> Dating | None:
        """ "Won in 2016 and has governed since then": from what was told last up to now."""
        trigger = self.triggers[number]
        then = self._just_told(number, trigger) or self._near(trigger)
        if then is None or self.today is None or then.bounds.start is None or then.open:
            return None
        lasting = trigger.lemma in LASTING or trigger.negated
        span = Interval(then.bounds.start, Moment(self.today.day))
        extent: Extent = "throughout" if lasting else "within"
        return Dating(span, extent, then.precision, then.approximate, "relation", then.timexes, True)

    def _is_of_period(self, trigger: Trigger, clause: Clause) -> bool:
        """ "Sales fell 11% to 2.2 billion": of a period of accounts, and not of the day on which it is told."""
        if trigger.lemma not in MOVING or clause.subject is None or self.narrative:
            return False
        return self.lower[clause.subject[1] - 1] in _ACCOUNTS

    def _after_tied(self, number: int) -> bool:
        """Whether the sentence has told just before what is of another event's day, whenever that was."""
        sentence = self.triggers[number].sentence
        for n in range(number - 1, max(number - _NEAR, -1), -1):
            if self.triggers[n].sentence != sentence:
                return False
            if self.datings[n] is None and self._is_tied(n):
                return True
        return False

    def _is_tied(self, number: int) -> bool:
        """Whether the text says what else it was on one day with: "on the day of the bombing they declared a truce"."""
        ties = self.links.ties[number]
        return any(tie.relation == "simultaneous" and self.triggers[tie.other].pos == "noun" for tie in ties)

    def _addressed(self, number: int, trigger: Trigger, near: Dating | None) -> Dating | None:
        """ "He was questioned on Tuesday. He told them": said to those who were told of last, and so with it."""
        to = self.lower[trigger.token + 1 : trigger.token + 2]
        return near if to in (["them"], ["him"], ["her"]) and near is not None and near.precision in DAY else None

    @staticmethod
    def _in_period(near: Dating | None) -> bool:
        return near is not None and near.precision not in DAY

    def _answers(self, near: Dating | None) -> Dating | None:
        """The day of what was told last where that is later than the report's: no one speaks of it before."""
        story = self.story.bounds.end if self.story is not None and self.is_news else None
        start = near.bounds.start if near is not None and near.precision in DAY else None
        later = story is not None and start is not None and start.day > story.day
        return near if later and self._is_recent(near) else None

    def _or_later(self, before: Dating, trigger: Trigger) -> Dating:
        """The time that a pluperfect looks back from, or that of what the sentence before told, if it is later: "the
        coal that was found in 1975. By then the track had been lifted"."""
        last = self.last
        if last is None or trigger.sentence - last.sentence != 1:
            return before
        end, later = before.bounds.end, last.dating.bounds.end
        return last.dating if end is not None and later is not None and later.day > end.day else before

    def _before_that(self, trigger: Trigger, clause: Clause, near: Dating | None) -> Dating | None:
        """What a pluperfect looks back from: in a report, where it has a sentence of its own, the story's day if that
        is later than what was told last."""
        opens = clause.subject is not None and clause.subject[0] == self.sentences[trigger.sentence].first
        story = self._story_at(trigger) if opens and clause.kind == "main" and not self.narrative else None
        if near is None or story is None or story.bounds.end is None or near.bounds.end is None:
            return near  # "by then they had left"
        return story if story.bounds.end.day > near.bounds.end.day else near

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause carries the story on: a main clause, or one joined to any but a relative clause or one that
        says when or why."""
        first = clause
        while first.kind == "coordinate" and first.parent is not None:
            first = self.all[first.parent]
        return clause.kind in TOLD and first.kind not in ("relative", "adverbial")

    def _is_hot(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a perfect tells the news: once, in the opening, and not as what went on since a time named."""
        if self.narrative or trigger.sentence not in self.opening or clause.index in self.iterated:
            return False
        first = self.links.head.get(clause.parent) if clause.parent is not None else None
        return first is None or not (self.links.anchors[first] or self.links.ties[first])

    def _sets_beside(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a perfect after "while" is news as well: "Air Orda has ordered ten jets, while Varn has signed"."""
        marker = self.lower[clause.marker] if clause.marker is not None else ""
        return clause.kind == "adverbial" and marker == "while" and not clause.fronted and trigger.tense == "PRESENT"

    def _speaks(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a clause that depends on another only says who says so ("although he said", "which it said"): that is
        of the story's day as well."""
        if trigger.event_class != "REPORTING" or trigger.voice == "passive" or not clause.finite:
            return False
        if clause.attribution is not None:
            return False  # reported by another
        marker = self.lower[clause.marker] if clause.marker is not None else ""
        return clause.kind in ("adverbial", "relative", "complement") and marker not in _ORDERING_OR_WHEN

    def _sentence_tells_otherwise(self, trigger: Trigger, day: Dating | None) -> bool:
        """Whether the sentence has told with a date of its own, other than ``day``: "after it fell in May; nobody was
        hurt"; not what it says of somebody by the way ("Ruiz, who came in May, hoped")."""
        number = self.number[trigger.token]
        for n in range(number - 1, max(number - LOOK_BACK, -1), -1):
            dating, clause = self.datings[n], self.all[self.links.clause[n]]
            if self.triggers[n].sentence != trigger.sentence:
                return False
            told = clause.kind in TOLD or clause.kind == "adverbial"
            if told and dating is not None and dating.basis in ("explicit", "relative") and not dating.shared:
                return day is not None and dating.by_day().bounds != day.by_day().bounds
        return False

    def _elsewhere(self, trigger: Trigger) -> bool:
        """Whether the paragraph has been telling of another time than the story's day."""
        if self._sentence_tells_otherwise(trigger, self.story):
            return True
        here = self.sentences[trigger.sentence].paragraph
        for last in (self.reference, self.earlier):
            near = last is not None and last.paragraph == here and trigger.sentence - last.sentence <= _AWAY
            if near and last is not None and self.story is not None and last.dating.bounds != self.story.bounds:
                return True
        return False

    def _story_at(self, trigger: Trigger) -> Dating | None:
        """The story's day; one that is no news any more only for what is told after it."""
        return self.story if self.is_news or trigger.sentence >= self.story_sentence else None

    def _fresh(self, trigger: Trigger) -> Dating | None:
        """News that names no day is of about the day that it is published on."""
        return self._story_at(trigger) or self._today()

    def _today(self) -> Dating | None:
        if self.today is None:
            return None
        day = Moment(self.today.day)
        return Dating(Interval(day, day), "within", "day", True, "document")

    def _near(self, trigger: Trigger) -> Dating | None:
        """What was told last, in this sentence or the one before (a day: anywhere before in the paragraph)."""
        last = self.reference
        if last is None:
            return None
        same = last.paragraph == self.sentences[trigger.sentence].paragraph
        if trigger.sentence - last.sentence <= 1 and (same or not self.narrative):
            return last.dating
        return last.dating if same and last.dating.precision in DAY else None


def carry_over(
    parse: Parse, links: Links, outlooks: Sequence[Outlook], datings: Sequence[Dating | None], narrative: bool
) -> list[Dating | None]:
    """Datings completed from the story so far, in the order of the triggers; linear in their number."""
    teller = _Teller(parse, links, outlooks, list(datings), narrative)
    for number in range(len(parse.triggers)):
        teller.tell(number)
    for verb, noun in links.same:
        teller.share(verb, noun)
    teller.recall()
    for verb, noun in links.same:
        teller.borrow(verb, noun)
    apply_order(teller.datings, links.ties, outlooks, parse.today)
    for number in range(len(parse.triggers)):
        teller.complete(number)
    return teller.datings
