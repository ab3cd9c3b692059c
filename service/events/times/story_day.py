"""The day that a report is about, and which clauses say of themselves that they are of another time.

The field calls such a day the narrative container (Pustejovsky and Stubbs 2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.events.links.model import Links
from service.events.links.tables import SUPERLATIVE
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.times.ages import BIRTHS
from service.events.times.dating import Dating, by_tense
from service.events.triggers.model import Trigger
from service.events.words.verbs import DURATIVE
from service.temporal.model import Timex

TOLD = frozenset({"main", "coordinate", "attribution"})
_LEAD = 4  # sentences in which a report names its day
_RECENT = 7  # days
_OPENING = 2  # sentences that tell what the news is
DAY = frozenset({"day", "hour", "minute", "second"})
_ELSEWHEN = frozenset(
    """later then earlier previously before already once ever never soon eventually subsequently afterwards since still
    originally first last initially formerly ago again long always often""".split()
)
_ITERATED = frozenset("times occasions repeatedly frequently regularly constantly".split())
_PLACING = _ELSEWHEN | _ITERATED | {"at", "during"}
ORDERING = frozenset("after before since until when once following".split())
_PHRASE = 5  # tokens
_STOPS = (["."], [","], [";"])
_MOMENTS = frozenset("hours hour minutes minute moments moment seconds shortly just immediately".split())
_DEPENDENT = frozenset({"infinitive", "gerund", "participle"})


class Reference(NamedTuple):
    """What was told last with a date, and where."""

    dating: Dating
    paragraph: int
    sentence: int


class StoryDay:
    """What an article is about and when, found before its events are gone through."""

    def __init__(
        self, parse: Parse, links: Links, outlooks: Sequence[Outlook], datings: list[Dating | None], narrative: bool
    ) -> None:
        sentences, clauses = parse.sentences, parse.clauses
        self.lower = parse.tokens.lower
        self.tags = parse.tags
        self.sentences = sentences
        self.clauses = clauses
        self.all = clauses.clauses
        self.clause_of = clauses.clause_of
        self.links = links
        self.triggers = parse.triggers
        self.number = {t.token: n for n, t in enumerate(parse.triggers)}
        self.outlooks = outlooks
        self.datings = datings
        self.today = parse.today
        self.by_tense = {outlook: by_tense(outlook, parse.today) for outlook in set(outlooks)}
        self.narrative = narrative
        body = [n for n, s in enumerate(sentences) if not s.heading]
        self.lead = frozenset(body[:_LEAD])
        self.opening = frozenset(body[:_OPENING])
        self.first = body[0] if body else -1
        self.iterated: set[int] = set()  # clauses of what happened more than once: "has said many times"
        self.since: set[int] = set()  # clauses with "since then", "since": from what was told last
        self.placed = self._placed(parse)
        self.undated = not any(d is not None and d.known for d in datings)
        self.timexes = parse.timexes
        self.after_timex = {t.last for t in parse.timexes}
        self.story: Dating | None = None
        self.story_sentence = -1  # that tells the story's day
        self.is_news = True  # whether the story's day is near enough to publication
        self.reference: Reference | None = None
        self.last: Reference | None = None  # what was told last with a date, in any clause
        self.earlier: Reference | None = None  # what was told last of before the story's day, if not to the day
        self._find_story()

    def _placed(self, parse: Parse) -> set[int]:
        """Clauses that say when in words of their own: an expression, a phrase with "after", an adverb of order."""
        clauses, timexes = parse.clauses, parse.timexes
        placed = {
            clauses.governing(clauses.clause_of[t.first]).index
            for t in timexes
            if t.bounds is None
            and t.value != "PRESENT_REF"
            and not (t.type in ("DURATION", "SET") and self._keeps_day(t))
        }
        dated = {clauses.clause_of[t.first] for t in timexes}
        for clause in self.all:
            if clause.parent is None or clause.marker is None or clause.kind not in ("adverbial", "phrase"):
                continue
            word = self.lower[clause.marker]
            if self.lower[clause.marker - 1] in _MOMENTS:
                continue  # "radioed for help minutes before it vanished"
            follows_on = word == "before" and clause.head is not None and not clause.finite  # "rose before falling"
            if word in ORDERING and not follows_on and not (clause.head is None and clause.index in dated):
                placed.add(clauses.governing(clause.parent).index)
        inside = {i for t in timexes for i in range(t.first, t.last)}
        for i in parse.tokens.places(_PLACING):
            here = clauses.governing(clauses.clause_of[i]).index
            word = self.lower[i]
            if word in _ITERATED:
                self.iterated.add(here)
            elif i not in inside and self._places(i, word):
                placed.add(here)
                if word == "since" or (word == "then" and self.lower[i - 1] == "since"):
                    self.since.add(here)
        self._upwards(placed)
        self._upwards(self.iterated)
        return placed

    def _places(self, i: int, word: str) -> bool:
        """Whether a word says that something is told of another time: "at 80", "during the war she drew maps"."""
        after = self.lower[i + 1 : i + 2]
        if word == "during":
            return not DURATIVE.isdisjoint(self.lower[i + 1 : i + _PHRASE])
        if word == "at":
            return bool(after) and (self._is_age(i + 1) or self._is_then(i))
        adverb = self.tags[i] in ("RB", "RBR", "RBS") or (word == "since" and after in _STOPS)
        return adverb and not self._describes(i)

    def _describes(self, i: int) -> bool:
        """Whether an adverb belongs to an adjective of a phrase: "customers still unhappy with it"."""
        if i == 0 or i + 1 >= len(self.lower) or not self.tags[i + 1].startswith("JJ"):
            return False
        return self.tags[i - 1].startswith("NN") or self.tags[i - 1] in ("DT", "PRP$", "JJ")

    def _upwards(self, found: set[int]) -> None:
        """What is said of an infinitive or participle is said of the clause that it belongs to."""
        for index in list(found):
            clause = self.all[index]
            while clause.parent is not None and clause.antecedent is None and clause.kind in _DEPENDENT:
                clause = self.all[clause.parent]
                found.add(clause.index)

    def _keeps_day(self, timex: Timex) -> bool:
        """Whether a duration leaves the day as it is: "fell in minutes", "a two-day visit"."""
        after = timex.last
        if timex.first and self.lower[timex.first - 1] == "for" and self._of_superlative(timex.first - 1):
            return True
        modifies = after < len(self.lower) and (self.tags[after].startswith("NN") or self.lower[after] == "of")
        return modifies or timex.value.startswith("PT") or timex.value == "P1D"

    def _of_superlative(self, i: int) -> bool:
        """Whether what stands before a preposition is singled out: "the first profit for four years"."""
        words = self.lower[max(i - 4, 0) : i]
        return any(w in SUPERLATIVE or (w.endswith("est") and len(w) > 5) for w in words)

    def _is_then(self, i: int) -> bool:
        """Whether "at" begins "at the time", "at that moment": told of something else."""
        return self.lower[i + 1] in ("the", "that") and self.lower[i + 2 : i + 3] in (["time"], ["moment"])

    def _is_age(self, i: int) -> bool:
        """Whether "at" is followed by an age: one or two digits that count nothing."""
        bare = i + 1 == len(self.lower) or self.tags[i + 1] not in ("NN", "NNS", "CD", "JJ")
        return bare and self.lower[i].isdigit() and len(self.lower[i]) < 3

    def _find_story(self) -> None:
        """The day that the report is about: the first one that its opening sentences tell something of."""
        for number, trigger in enumerate(self.triggers):
            if self._sets_day(number) and (trigger.sentence in self.lead or self._is_today(number)):
                self.story, self.story_sentence = self.datings[number], trigger.sentence
                self.is_news = trigger.sentence == self.first or self._is_recent(self.datings[number])
                return
        if not self.narrative:
            self.story = self._named_day()

    def _is_today(self, number: int) -> bool:
        """Whether something is told of the day of publication: a report that names no day before is about that day."""
        dating = self.datings[number]
        start = dating.bounds.start if dating is not None else None
        return start is not None and self.today is not None and start.day == self.today.day and not self.narrative

    def _named_day(self) -> Dating | None:
        """The day that the text names without an event of its own: "Shares were down on Friday" in the first sentence,
        "Today was a mixed day" anywhere."""
        for timex in self.timexes:
            start = timex.bounds.start if timex.bounds is not None else None
            if timex.precision != "day" or start is None or self.today is None or timex.bounds is None:
                continue
            clause = self.clauses.governing(self.clause_of[timex.first])
            told = clause.kind in TOLD and clause.finite and not clause.quoted
            if clause.index in self.links.head or not told:
                continue  # an event's day is for _sets_day to judge
            ago = self.today.day - start.day
            if ago == 0 or (clause.sentence == self.first and 0 < ago < _RECENT):
                return Dating(timex.bounds, "within", "day", False, "relative", (timex.id,))
        return None

    def _sets_day(self, number: int) -> bool:
        dating, clause = self.datings[number], self.all[self.links.clause[number]]
        return (
            dating is not None
            and dating.basis in ("explicit", "relative")
            and dating.extent == "within"
            and (dating.precision in DAY or self.narrative)
            and self.outlooks[number] in ("past", "present")
            and not self._lies_ahead(dating)
            and self.triggers[number].pos == "verb"
            and self.triggers[number].lemma not in BIRTHS
            and not self._ends_period(self.triggers[number])
            and not self._looks_back(self.triggers[number])
            and clause.kind in ("main", "coordinate", "attribution", "complement")
            and not clause.quoted
        )

    def _is_recent(self, dating: Dating | None) -> bool:
        """Whether a day is near enough to publication to be the news: what was before a week ago is its background."""
        if self.narrative or self.today is None or dating is None or dating.bounds.start is None:
            return True
        return dating.bounds.start.day > self.today.day - _RECENT

    def _ends_period(self, trigger: Trigger) -> bool:
        """Whether a participle only bounds a period of accounts: "the quarter ended 30 June"."""
        return trigger.lemma == "end" and trigger.token == trigger.first and trigger.token in self.after_timex

    def _lies_ahead(self, dating: Dating) -> bool:
        """Whether a day is to come, whatever the tense: that of the vote in "the vote was postponed to June 3"."""
        start = dating.bounds.start
        return self.today is not None and start is not None and start.day > self.today.day

    @staticmethod
    def _looks_back(trigger: Trigger) -> bool:
        """Whether a verb tells what came before what is told: the pluperfect."""
        return trigger.tense == "PAST" and trigger.aspect.startswith("PERFECTIVE")
