"""How an event lies to the time of writing: past, present, going on, to come.

Read from the verb's form and its clause, before any date is looked at. "unknown" is an answer: a noun in a line
without a verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from service.events.clauses.model import Clause, Clauses
from service.events.links.model import Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.times.outlook_nouns import NounOutlooks
from service.events.triggers.model import Trigger
from service.events.words.verbs import AWAITING, MOTION, MOVING
from service.record import changed
from service.temporal.calendar.periods import Interval
from service.text.tagset import INVARIANT

_ABLE = frozenset({"can", "ca", "cannot"})
_AHEAD = frozenset({"if", "unless", "until", "till", "once"})  # with the present: what is to come
_WITH_PARENT = frozenset({"when", "before", "after", "as", "while", "where", "which", "that", "who"})
# What stands in the infinitive after these has happened when they have.
_IMPLICATIVE = MOTION | frozenset(
    """begin start continue cease stop try attempt manage fail help force make cause lead use let get happen work serve
    act vote fight struggle decline refuse rush race send bring allow enable prompt need seem appear turn
    remain""".split()
)
# Somebody is made to do it, and does.
_OBJECT_CONTROL = frozenset("force cause lead prompt enable allow use".split())
_PLANNED = frozenset(
    "plan plans bid attempt attempts effort efforts promise hope hopes order orders way chance time".split()
)
_token = attrgetter("token")
_RESULTS = frozenset("close finish end reach become win hit settle stand find discover".split())
_REACHING = _RESULTS | frozenset({"take", "leave", "touch", "top"})
_HEARD = frozenset({"REPORTING", "I_STATE", "PERCEPTION"})
_AWAITED = _AHEAD | {"when", "before", "after"}
_OPINION = frozenset("think believe hope fear expect doubt suspect regret appear seem".split())  # as it is said
_PASTS = ("PAST", "PASTPART")
_FINITE_TENSES = ("PAST", "PRESENT", "FUTURE")
_SINGLED = 6  # tokens
_REMOTE = frozenset("in for towards toward plan plans commitment effort".split())  # "the first step in a plan to"
_PAST_COPULAS = frozenset("was were had did".split())
_COPULAS = frozenset("is was 's ’s are were became".split())
_SINGLING = frozenset("first last second third only latest few".split())


def settle_tenses(triggers: Sequence[Trigger], clauses: Clauses) -> list[Trigger]:
    """The triggers, with past tenses and past participles told apart by their clauses where the tags did not."""
    settled = list(triggers)
    verbs: dict[int, Trigger] = {}  # clause → its verb
    every, clause_of = clauses.clauses, clauses.clause_of
    for number, trigger in enumerate(triggers):
        clause = every[clause_of[trigger.token]]
        if clause.head != trigger.token:
            continue
        if trigger.tense in _PASTS:
            first = verbs.get(clause.parent) if clause.kind == "coordinate" and clause.parent is not None else None
            settled[number] = _settled(trigger, clause, first)
        verbs[clause.index] = settled[number]
    return settled


def _settled(trigger: Trigger, clause: Clause, first: Trigger | None) -> Trigger:
    """``first``: the verb that this one is joined to, whose auxiliaries it shares ("has lived and worked")."""
    if clause.verb is None or clause.verb[0] != trigger.token or trigger.pos != "verb":
        return trigger
    if clause.finite and trigger.tense == "PASTPART":
        if first is not None and (first.aspect.startswith("PERFECTIVE") or first.voice == "passive"):
            return changed(trigger, tense=first.tense, aspect=first.aspect, voice=first.voice, modal=first.modal)
        return changed(trigger, tense="PAST", voice="active")
    if not clause.finite and trigger.tense == "PAST":
        return changed(trigger, tense="PASTPART", voice="passive")
    return trigger


def read_outlooks(parse: Parse, links: Links) -> list[Outlook]:
    """The outlook of every trigger, in order."""
    reader = _Reader(parse, links)
    reader.run()
    return [outlook or "unknown" for outlook in reader.found]


def is_awaited(trigger: Trigger) -> bool:
    """Whether the form is one of those that something is awaited in: "is due", "are expected"."""
    return trigger.pos == "adjective" or trigger.voice == "passive"


class _Reader(NounOutlooks):
    """The outlooks found so far: finite verbs first, then what hangs on them."""

    def run(self) -> None:
        found = self.found
        rest: list[int] = []
        for n, trigger in enumerate(self.triggers):
            if trigger.pos == "noun":
                continue
            if trigger.tense in _FINITE_TENSES:
                found[n] = self._finite(n)
            else:
                rest.append(n)
        for n in rest:
            found[n] = self._nonfinite(n)
        for n, outlook in enumerate(found):
            if outlook is None:
                found[n] = self._noun(n)

    def _finite(self, number: int) -> Outlook:
        trigger, clause = self.triggers[number], self._clause(number)
        if trigger.tense == "FUTURE":
            return "future"
        if trigger.modal:
            made_to = trigger.modal == "have to" and trigger.tense == "PAST" and clause.attribution is None
            return "past" if made_to else self._modal(trigger)  # "had to close its doors"
        if trigger.tense == "PAST" and self._ahead_in_the_past(number, trigger, clause):
            return "future"
        if trigger.tense == "PAST" or (trigger.lemma in INVARIANT and self._dated_past(number)):
            return "past"
        return self._present(number, trigger, clause)

    def _ahead_in_the_past(self, number: int, trigger: Trigger, clause: Clause) -> bool:
        """ "Said that it would leave when the work was done": what was to come as it was said, told in the past."""
        if clause.marker is None or trigger.aspect != "NONE" or self.lower[clause.marker] not in _AWAITED:
            return False
        above = self._above(clause)
        if above is None:
            return False
        verb = self.triggers[above]
        said = self._clause(above).attribution is not None
        awaited = said and verb.modal == "would" and not verb.aspect.startswith("PERFECTIVE")
        return awaited and not self._dated_past(number)

    def _dated_past(self, number: int) -> bool:
        """Whether an expression puts a form that is past as well as present in the past: "floods shut it in 2014"."""
        ends = [self.timexes[a.timex].bounds for a in self.links.anchors[number] if a.relation == "in"]
        return any(b is not None and b.end is not None and self._is_over(b) for b in ends)

    def _is_over(self, bounds: Interval) -> bool:
        """Whether a time is before publication, or up to it: "floods shut it earlier this year"."""
        start, end = bounds
        if end is None or end.day > self.today:
            return False
        return end.day < self.today or (start is not None and start.day < self.today)

    @staticmethod
    def _modal(trigger: Trigger) -> Outlook:
        if trigger.aspect.startswith("PERFECTIVE") or trigger.modal == "used to":
            return "past"
        return "ongoing" if trigger.modal in _ABLE else "future"

    def _present(self, number: int, trigger: Trigger, clause: Clause) -> Outlook:
        if trigger.aspect.endswith("PROGRESSIVE"):
            return "ongoing"
        if trigger.aspect == "PERFECTIVE":
            return "future" if self._is_to_be_over(clause) else "past"
        if self.sentences[trigger.sentence].heading:
            return "past" if trigger.event_class != "STATE" else "ongoing"
        if self._looks_ahead(clause):
            return "future"
        if trigger.lemma in AWAITING and is_awaited(trigger) and self.links.anchors[number]:
            return "future"  # "is due on Friday"
        if trigger.voice == "passive" and trigger.event_class in ("I_STATE", "I_ACTION"):
            return "future" if self.links.anchors[number] else "present"  # "is expected on Friday"; "is expected to"
        if trigger.voice == "passive" and any(
            self.timexes[a.timex].value == "PRESENT_REF" for a in self.links.anchors[number]
        ):
            return "ongoing"  # "inmates are now held elsewhere"
        if trigger.event_class in ("REPORTING", "PERCEPTION") or trigger.lemma in _OPINION:
            if trigger.lemma == "hold" and clause.object is not None:
                return "ongoing"  # "holds a 12% stake"
            return "present"
        return "ongoing"

    def _is_to_be_over(self, clause: Clause) -> bool:
        """ "Will travel after the case has been decided": what comes first is to come as well."""
        word = self.lower[clause.marker] if clause.marker is not None else ""
        above = self._above(clause) if word in _AWAITED and clause.kind == "adverbial" else None
        if above is None:
            return False
        verb = self.triggers[above]
        return (verb.tense == "FUTURE" or verb.modal == "would") and not verb.aspect.startswith("PERFECTIVE")

    def _looks_ahead(self, clause: Clause) -> bool:
        """Whether a clause in the present speaks of what is to come: "if it fails", "will leave when it ends"."""
        word = self.lower[clause.marker] if clause.marker is not None else ""
        if word in _AHEAD:
            return True
        above = self._above(clause)
        return word in _WITH_PARENT and above is not None and self.triggers[above].tense == "FUTURE"

    # -- what hangs on another verb

    def _nonfinite(self, number: int) -> Outlook:
        trigger, clause = self.triggers[number], self._clause(number)
        above = self._above(clause)
        if above is None and clause.parent is not None and self.all[clause.parent].kind == "phrase":
            above = self._above(self.all[clause.parent])  # "took until Friday to put it out"
        parent = self.found[above] if above is not None else None
        if trigger.tense == "PASTPART" and above is not None and self._completes(clause, above):
            return parent or "past"
        if trigger.tense == "PASTPART" or trigger.aspect.startswith("PERFECTIVE"):
            return "past"
        if trigger.tense == "INFINITIVE":
            if clause.kind == "coordinate" and above is not None and self.triggers[above].tense == "INFINITIVE":
                return parent or "future"  # "continue to watch and pray"
            return self._infinitive(trigger, clause, above, parent)
        if parent is None:
            told = clause.fronted or self.sentences[trigger.sentence].heading or self._hangs_on_past(clause)
            return "past" if told else "ongoing"
        return "past" if parent == "present" else parent

    def _hangs_on_past(self, clause: Clause) -> bool:
        """Whether the verb above, which tells no event, is past: "shares were lower, with banks losing 9%"."""
        verb = self.all[clause.parent].verb if clause.parent is not None else None
        return verb is not None and self.lower[verb[0]] in _PAST_COPULAS

    def _hangs_on_present(self, clause: Clause) -> bool:
        """Whether the verb above, which tells no event, is of now or past: "is the first to", "was the first"."""
        verb = self.all[clause.parent].verb if clause.parent is not None else None
        if clause.antecedent is None and self.lower[clause.first - 1] not in _SINGLING:
            return False  # "the world's largest ship, was set to sail"
        named = self.lower[max(clause.first - _SINGLED, 0) : clause.first]
        return verb is not None and self.lower[verb[0]] in _COPULAS and _REMOTE.isdisjoint(named)

    def _completes(self, clause: Clause, above: int) -> bool:
        """Whether a participle is what a verb leaves unsaid: "stay closed", "keep moving"."""
        verb = self._clause(above).verb
        return verb is not None and clause.verb is not None and clause.verb[0] == verb[1]

    def _infinitive(self, trigger: Trigger, clause: Clause, above: int | None, parent: Outlook | None) -> Outlook:
        if above is None or clause.verb is None:
            told = clause.verb is not None and self._hangs_on_present(clause) and self._singled_out(clause)
            return "past" if told else "future"  # "it is the first storm to hit the town since 1935"
        verb = self.triggers[above]
        if parent == "past" and clause.first > 0 and self.lower[clause.first - 1] == "only":
            return "past"  # "came back, only to leave again"
        if parent == "past" and trigger.lemma in _RESULTS and verb.event_class in ("OCCURRENCE", "ASPECTUAL"):
            return "past"  # "fell to close at 98"
        if parent == "past" and verb.lemma == "take" and self._is_it(above):
            return "past"  # "it took until Friday to put it out"
        if parent == "past" and self._singled_out(clause):
            return "past"  # "became the first to be listed"
        if verb.lemma in _IMPLICATIVE and verb.voice == "active" and self._is_its_own(clause, verb, parent):
            return parent or "future"
        if parent == "past" and trigger.lemma in _REACHING and verb.lemma in MOVING:
            return "past"  # "dropped 9% to reach a new low"
        if trigger.aspect == "PROGRESSIVE" and verb.voice == "passive" and verb.event_class in _HEARD:
            return "past" if parent == "past" else "ongoing"  # "is said to be hiding"
        return "future"

    def _is_its_own(self, clause: Clause, verb: Trigger, parent: Outlook | None) -> bool:
        """Whether an infinitive is the verb's, and not of the noun before it ("made a plan to leave"): "forced him to
        leave", "returned to the stage to sing"."""
        if clause.antecedent is None:
            return True
        if verb.lemma not in MOTION and (verb.lemma not in _OBJECT_CONTROL or parent == "future" or verb.modal):
            return False
        if self.lower[clause.antecedent] in _PLANNED:
            return False  # "came with a plan to sing"
        at = bisect_left(self.triggers, clause.antecedent, key=_token)
        return at == len(self.triggers) or self.triggers[at].token != clause.antecedent

    def _is_it(self, number: int) -> bool:
        subject = self._clause(number).subject
        return subject is not None and self.lower[subject[0] : subject[1]] == ["it"]

    def _singled_out(self, clause: Clause) -> bool:
        assert clause.verb is not None
        words = self.lower[max(clause.verb[0] - 6, 0) : clause.verb[0]]
        return any(w in _SINGLING or (w.endswith("est") and len(w) > 5) for w in words)


def in_view_of(outlook: Outlook, pos: str, start: int | None, end: int | None, today: int | None) -> Outlook:
    """The outlook, corrected by the days that the text itself gives: what is dated tomorrow is not past, whatever its
    verb.

    ``start`` and ``end`` are ordinals of a dating that is known from the text. An infinitive dated in the past stays
    to come:
    nothing says that it came about.
    """
    if today is None:
        return outlook
    if outlook in ("past", "present") and start is not None and start > today:
        return "future"
    gone = end is not None and end < today
    if gone and (outlook in ("present", "ongoing") or (outlook in ("future", "unknown") and pos == "noun")):
        return "past"  # "1969: the first men walk on the Moon"
    return outlook
