"""What the story has told already: which day a past event is told of when its own sentence names none.

A report moves along one day until it names another: what it tells in the simple past, in its own voice, is of the day
told last
in the paragraph, and what people said of the day that the report is about. What was said happened no later than it
was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.events.bounds import Dating, by_tense
from service.events.clauses import Clause, Clauses
from service.events.linking import Links
from service.events.outlook import Outlook
from service.events.triggers import Trigger
from service.temporal.calendar import Interval, Moment
from service.text.sentences import Sentence

_TOLD = frozenset({"main", "coordinate", "attribution"})
_LEAD = 4  # sentences in which a report names its day
_OPENING = 2  # sentences that tell what the news is
_DAY = frozenset({"day", "hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class _Reference:
    dating: Dating
    paragraph: int
    sentence: int


def carry_over(
    triggers: Sequence[Trigger],
    sentences: Sequence[Sentence],
    clauses: Clauses,
    links: Links,
    outlooks: Sequence[Outlook],
    datings: Sequence[Dating | None],
    today: Moment | None,
    narrative: bool,
) -> list[Dating | None]:
    """Datings completed from the story so far, in the order of ``triggers``; linear in their number."""
    teller = _Teller(sentences, clauses, links, triggers, outlooks, list(datings), today, narrative)
    for number in range(len(triggers)):
        teller.tell(number)
    for verb, noun in links.same:
        teller.share(verb, noun)
    for number in range(len(triggers)):
        teller.complete(number)
    return teller.datings


class _Teller:
    """The story's day while the events are gone through."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        clauses: Clauses,
        links: Links,
        triggers: Sequence[Trigger],
        outlooks: Sequence[Outlook],
        datings: list[Dating | None],
        today: Moment | None,
        narrative: bool,
    ) -> None:
        self.sentences = sentences
        self.all = clauses.clauses
        self.links = links
        self.triggers = triggers
        self.outlooks = outlooks
        self.datings = datings
        self.today = today
        self.narrative = narrative
        self.body = [n for n, s in enumerate(sentences) if not s.heading]
        self.lead = frozenset(self.body[:_LEAD])
        self.opening = frozenset(self.body[:_OPENING])
        self.story: Dating | None = None
        self.reference: _Reference | None = None
        self.last: _Reference | None = None  # of any grain
        self.dayless = not any(d is not None and d.known and d.precision in _DAY for d in datings)
        self._find_story()

    def _find_story(self) -> None:
        """The day that the report is about: the first one that its opening sentences tell something of."""
        for number, trigger in enumerate(self.triggers):
            if trigger.sentence in self.lead and self._sets_day(number):
                self.story = self.datings[number]
                return

    def _sets_day(self, number: int) -> bool:
        dating, clause = self.datings[number], self.all[self.links.clause[number]]
        return (
            dating is not None
            and dating.basis in ("explicit", "relative")
            and dating.extent == "within"
            and (dating.precision in _DAY or self.narrative)
            and self.outlooks[number] in ("past", "present")
            and self.triggers[number].pos == "verb"
            and clause.kind in ("main", "coordinate", "attribution", "complement")
            and not clause.quoted
        )

    def tell(self, number: int) -> None:
        trigger, clause = self.triggers[number], self.all[self.links.clause[number]]
        dating = self.datings[number]
        place = self.sentences[trigger.sentence]
        if dating is not None and dating.known:
            if dating.timexes and self.outlooks[number] == "past" and clause.kind in _TOLD:
                self.last = _Reference(dating, place.paragraph, trigger.sentence)
            if self._sets_day(number) and clause.kind != "complement":
                self.reference = _Reference(dating, place.paragraph, trigger.sentence)
            return
        if self.outlooks[number] != "past" or trigger.pos == "noun" or clause.quoted or place.heading:
            return
        told = self._told(trigger, clause)
        if told is not None:
            self.datings[number] = replace(told, shared=True)

    def _told(self, trigger: Trigger, clause: Clause) -> Dating | None:
        near = self._near(trigger)
        if trigger.tense == "PAST" and trigger.aspect.startswith("PERFECTIVE"):
            before = near or self.story
            return _until(before) if before is not None else None
        if clause.kind not in _TOLD or (self.narrative and trigger.tense != "PAST"):
            return None
        if self.narrative:
            return near
        if trigger.tense == "PRESENT":  # the perfect of fresh news: "has announced", in the opening
            return self._fresh() if trigger.sentence in self.opening else None
        if trigger.tense != "PAST":
            return None
        if trigger.event_class == "REPORTING":
            return self.story or near or self._fresh()
        if self._elsewhere(trigger):
            return None
        if self.story is not None:
            return self.story
        return near or (self._fresh() if trigger.sentence in self.opening or self.dayless else None)

    def _elsewhere(self, trigger: Trigger) -> bool:
        """Whether the paragraph has been telling of another time than the story's day."""
        last = self.last
        if last is None or last.paragraph != self.sentences[trigger.sentence].paragraph:
            return False
        return self.story is None or last.dating.bounds != self.story.bounds

    def _fresh(self) -> Dating | None:
        """News that names no day is of about the day that it is published on."""
        if self.story is not None or self.today is None:
            return self.story
        day = Moment(self.today.day)
        return Dating(Interval(day, day), "within", "day", True, "document")

    def _near(self, trigger: Trigger) -> Dating | None:
        """The day told last, in the same paragraph or the sentence before."""
        if self.reference is None:
            return None
        place = self.sentences[trigger.sentence]
        if self.reference.paragraph == place.paragraph or trigger.sentence - self.reference.sentence <= 1:
            return self.reference.dating
        return None

    def share(self, verb: int, noun: int) -> None:
        """ "Held talks": the noun is of the verb's day."""
        dating = self.datings[verb]
        if self.datings[noun] is None and dating is not None and dating.extent == "within":
            self.datings[noun] = replace(dating, shared=True)

    def complete(self, number: int) -> None:
        """What has no day of its own yet: of the clause above it, or of what its tense says."""
        if self.datings[number] is None:
            self.datings[number] = self._from_above(number) or by_tense(self.outlooks[number], self.today)

    def _describes(self, clause: Clause) -> bool:
        """Whether a participle only tells which one is meant ("a man wearing a coat"), not what came of it."""
        return clause.antecedent == clause.first - 1 and not clause.absolute

    def _from_above(self, number: int) -> Dating | None:
        clause, trigger = self.all[self.links.clause[number]], self.triggers[number]
        if clause.parent is None or trigger.pos == "noun":
            return None
        above = self.links.head.get(clause.parent)
        dating = self.datings[above] if above is not None else None
        if dating is None or above is None or self.outlooks[number] != "past":
            return None
        if clause.kind == "participle" and trigger.tense == "PRESPART" and not self._describes(clause):
            return replace(dating, shared=True)
        if clause.kind in ("infinitive", "coordinate") and self.outlooks[above] == "past":
            return replace(dating, shared=True)
        if clause.kind == "complement" and clause.attribution is not None and trigger.tense == "PAST":
            if (
                trigger.aspect == "NONE" and trigger.event_class in ("STATE", "I_STATE")
            ) or trigger.aspect == "PROGRESSIVE":
                return replace(dating, shared=True)  # "said that it was ready": as it was said
            return _until(dating)
        return None


def _until(dating: Dating) -> Dating:
    """No later than something dated."""
    return Dating(
        Interval(None, dating.bounds.end), "within", "unknown", dating.approximate, "relation", dating.timexes, True
    )
