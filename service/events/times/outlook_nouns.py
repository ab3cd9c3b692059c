"""How an event noun lies to the time of writing: as the verb of its clause does, unless its phrase says otherwise."""

from __future__ import annotations

from service.events.clauses.model import Clause
from service.events.links.model import Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.verbs import ANSWERING, DURATIVE, FORWARD, FORWARD_NOUNS, POSSIBILITIES, PUTTING_OFF

_PLACED = frozenset({"after", "since", "following", "of"})
_PARTICULAR = frozenset("the this that these those his her its their our 's ’s".split())


class NounOutlooks:
    """The outlooks found so far, of verbs, and those of nouns that follow from them."""

    def __init__(self, parse: Parse, links: Links) -> None:
        self.timexes = parse.timexes
        self.today = parse.day or 0
        self.lower = parse.tokens.lower
        self.sentences = parse.sentences
        self.all = parse.clauses.clauses
        self.triggers = parse.triggers
        self.links = links
        self.found: list[Outlook | None] = [None] * len(parse.triggers)

    def _clause(self, number: int) -> Clause:
        return self.all[self.links.clause[number]]

    def _above(self, clause: Clause) -> int | None:
        return self.links.head.get(clause.parent) if clause.parent is not None else None

    def _is_aimed_at(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a noun is what a verb looks forward to: its object, or after "for"."""
        assert clause.verb is not None
        if clause.object is not None and clause.object[0] <= trigger.token < clause.object[1]:
            return True
        return trigger.first > clause.verb[0] and self.lower[trigger.first - 1] == "for"

    def _noun(self, number: int) -> Outlook:
        trigger = self.triggers[number]
        if any(w in FORWARD_NOUNS for w in self.lower[trigger.first : trigger.token]):
            return "future"
        verb = self.links.head.get(self.links.clause[number])
        if verb is None:
            return "past" if self._was(trigger, self._clause(number)) else "unknown"
        outlook = self.found[verb] or "unknown"
        before = self.lower[trigger.first - 1] if trigger.first else ""
        if outlook in ("present", "ongoing", "future") and before in ("before", "until", "till", "awaiting"):
            return "future"  # "it comes a month before the vote"
        clause = self._clause(number)
        if self._is_put_off(trigger, self.triggers[verb], clause):
            return "future"
        if outlook == "future" and self._is_known(trigger, self.triggers[verb], clause):
            return "past"
        if self._is_feared(trigger):
            return "future"
        if clause.verb is not None and trigger.lemma in DURATIVE and outlook != "past":
            if outlook != "future" and self._is_so_long(trigger):
                return "past"
            return "future" if outlook == "future" and self._is_any(number, trigger) else "ongoing"
        if clause.verb is not None and self.triggers[verb].lemma in FORWARD and self._is_aimed_at(trigger, clause):
            return "future"
        if trigger.lemma in DURATIVE and self.triggers[verb].tense == "PRESENT" and outlook == "past":
            return "ongoing"
        if outlook in ("present", "ongoing"):
            return "past" if trigger.event_class != "STATE" else "ongoing"
        return outlook

    def _is_so_long(self, trigger: Trigger) -> bool:
        """ "The product of a nine-month inquiry": how long it was, once it was over; "the three-year war" goes on."""
        first = trigger.first - 1 if self.lower[trigger.first] not in ("a", "an") else trigger.first
        new = self.lower[first] in ("a", "an") and "-" in self.lower[first : trigger.token]
        return new and self.lower[first - 1] in ("of", "after", "following", "by", "from")

    def _is_feared(self, trigger: Trigger) -> bool:
        """ "The risk of war", "calls for a strike": what may come."""
        i = trigger.first - 1
        return i > 0 and self.lower[i] in ("of", "for") and self.lower[i - 1] in POSSIBILITIES

    def _is_any(self, number: int, trigger: Trigger) -> bool:
        """Whether a noun names no particular event: "a war would"; not "a two-year war", "after a war"."""
        if self.links.anchors[number] or (trigger.first and self.lower[trigger.first - 1] in _PLACED):
            return False
        words = self.lower[trigger.first : trigger.token]
        return bool(words) and _PARTICULAR.isdisjoint(words)

    @staticmethod
    def _is_put_off(trigger: Trigger, verb: Trigger, clause: Clause) -> bool:
        """ "The launch has been delayed", "is postponed": it is still to come."""
        subject = clause.subject is not None and clause.subject[0] <= trigger.token < clause.subject[1]
        return subject and verb.lemma in PUTTING_OFF and verb.voice == "passive" and verb.tense == "PRESENT"

    @staticmethod
    def _is_known(trigger: Trigger, verb: Trigger, clause: Clause) -> bool:
        """ "Will investigate the crash", "would appeal against the ruling": there is what is answered."""
        return verb.lemma in ANSWERING and clause.verb is not None and trigger.token >= clause.verb[1]

    def _was(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a noun is what something was, or was something: "the move was a surprise", "there was no answer"."""
        verb = clause.verb
        if verb is None or verb[1] - verb[0] != 1 or self.lower[verb[0]] not in ("was", "were"):
            return False
        if trigger.first < verb[0]:
            return clause.subject is not None and clause.subject[0] <= trigger.token < clause.subject[1]
        return trigger.first == verb[1]
