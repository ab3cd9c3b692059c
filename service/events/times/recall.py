"""What a text tells of again: "the crash", of which the day was told; a headline's verb; what a dated blow did."""

from __future__ import annotations

from service.events.times.dating import Dating, closer
from service.events.times.dependents import Dependents
from service.events.times.story_day import ORDERING
from service.events.triggers.model import Trigger
from service.events.words.kinship import calamity, course, kin
from service.events.words.verbs import CASUALTIES, HARMING, SHELLS

LOOK_BACK = 40  # events: more than two sentences tell of
# What nobody does twice in one story.
_ONCE = frozenset(
    "die resign retire vanish disappear crash sink capsize collapse explode derail erupt drown surrender".split()
)
_ELECTING = (kin("elect"),)
_OTHERWISE = {
    "vote": _ELECTING, "poll": _ELECTING, "ballot": _ELECTING,
    "verdict": tuple(map(kin, ("acquit", "sentence", "jail"))), "sentence": (kin("jail"),),
}  # fmt: skip
_YEAR = 366  # days
_ANOTHER = frozenset({"a", "an", "another"})
_POINTERS = frozenset({"move", "step", "announcement"})
_POINTING = frozenset("the this that these those his her its their 's ’s".split())
_SUFFERED = frozenset("lose survive suffer escape use".split())
_TRIES = frozenset("attempt effort bid try plan chance".split())


class Recall(Dependents):
    """The events that are told of more than once."""

    def share(self, verb: int, noun: int) -> None:
        """ "Held talks": the noun is of the verb's day."""
        dating = self.datings[verb]
        if self.datings[noun] is None and dating is not None and dating.extent == "within":
            self.datings[noun] = dating.lent()

    def borrow(self, verb: int, noun: int) -> None:
        """ "She lost her sons in the collapse", "the crash killed nine": of the day that the noun is known to be of."""
        dating, lemma = self.datings[noun], self.triggers[verb].lemma
        suffered = lemma in _SUFFERED or lemma in HARMING or lemma in CASUALTIES
        if dating is None or not suffered or self.datings[verb] is not None or self.outlooks[verb] != "past":
            return
        if dating.known and dating.extent == "within" and not dating.open:
            self.datings[verb] = dating.by_day()

    def recall(self) -> None:
        """ "The crash", of which the day was told; a headline's verb, of which the story tells the day."""
        known, twice, verbs = self._told_days()
        for number, trigger in enumerate(self.triggers):
            told, lemma = self.datings[number], trigger.lemma
            if told is not None and lemma not in _ONCE:
                continue
            key = kin(lemma)
            if lemma in _ONCE and key in known and key not in twice and self._is_told_again(number, trigger):
                self.datings[number] = known[key].lent()
            if self.datings[number] is not None or self.outlooks[number] not in ("past", "unknown"):
                continue
            heading = self.sentences[trigger.sentence].heading
            if verbs.get(key, 0) > number and not heading:
                continue  # "the race" is none that was "not run until 2013", told of later
            pointing = trigger.pos == "noun" and not _POINTING.isdisjoint(self.lower[trigger.first : trigger.token])
            dating = known.get(key) if heading or pointing else None
            bare = pointing and trigger.token == trigger.first + 1 and self.lower[trigger.first] == "the"
            alike = calamity(trigger.lemma) if bare else None
            if dating is None and alike is not None and alike not in twice:
                dating = known.get("the " + alike)  # "the accident": the crash
            for other in _OTHERWISE.get(trigger.lemma, ()) if bare and dating is None else ():
                if dating is None and other not in twice:
                    dating = known.get(other)  # "the vote": the election
            if dating is None and trigger.pos == "noun":
                dating = self._pointed_at(number, trigger)
            if dating is not None:
                self.datings[number] = dating.lent()

    def _told_days(self) -> tuple[dict[str, Dating], set[str], dict[str, int]]:
        """What the text dates, by the kind of event, as closely as it does; and the kinds that it dates twice apart."""
        known: dict[str, Dating] = {}
        twice: set[str] = set()
        met: set[str] = set()
        verbs: dict[str, int] = {}
        for number, trigger in enumerate(self.triggers):
            dating, key, alike = self.datings[number], kin(trigger.lemma), calamity(trigger.lemma)
            if trigger.pos == "noun" and self.lower[trigger.first] in _ANOTHER and not met.isdisjoint((key, alike)):
                continue  # "a smaller fire" is not the one that was told of before
            met.add(alike or key)
            met.add(key)
            if dating is None or not dating.known or dating.basis == "relation" or dating.extent != "within":
                continue
            if self._is_only_tried(number, trigger):
                continue
            alone = alike is None or self._is_old(dating)
            if trigger.pos != "noun" and alone and trigger.lemma not in _ONCE and key not in known:
                verbs[key] = number
            for kind in (key, "the " + alike) if alike is not None else (key,):
                first = known.get(kind)
                one = dating if first is None else closer(first, dating)
                if one is None:
                    twice.add(kind.removeprefix("the "))
                else:
                    known[kind] = one
        return known, twice, verbs

    def _is_old(self, dating: Dating) -> bool:
        """ "The day after the flood", before "it was last flooded in 2010" is told: another flood."""
        end = dating.bounds.end
        return self.today is not None and end is not None and self.today.day - end.day > _YEAR

    def _is_only_tried(self, number: int, trigger: Trigger) -> bool:
        """Whether an infinitive only says what was tried or meant: "its first attempt to land failed in 2019"."""
        noun = self.all[self.links.clause[number]].antecedent if trigger.tense == "INFINITIVE" else None
        return noun is not None and self.lower[noun].removesuffix("s") in _TRIES

    def _is_told_again(self, number: int, trigger: Trigger) -> bool:
        """Whether a clause only says before or after what something else was: "eight weeks before he died"."""
        clause, dating = self.all[self.links.clause[number]], self.datings[number]
        if clause.kind != "adverbial" or clause.marker is None or trigger.tense != "PAST" or self.links.anchors[number]:
            return False
        return self.lower[clause.marker] in ORDERING and (dating is None or dating.basis == "relation")

    def _pointed_at(self, number: int, trigger: Trigger) -> Dating | None:
        """The dating of what a bare noun points at: "the move", "this decision", "the drop" of what fell before."""
        word, way = self.lower[trigger.first], course(trigger.lemma)
        shell = trigger.lemma in (SHELLS if word == "this" else _POINTERS)
        bare = word in ("the", "this", "that") and trigger.token == trigger.first + 1
        if not bare or not (shell or way) or self.lower[trigger.token] != trigger.lemma:
            return None
        for n in range(number - 1, max(number - LOOK_BACK, -1), -1):
            other = self.triggers[n]
            if trigger.sentence - other.sentence > 1:
                return None
            if other.sentence == trigger.sentence or self.outlooks[n] != "past":
                continue
            main = other.pos != "noun" and self.all[self.links.clause[n]].kind == "main"
            dating = self.datings[n]
            if dating is not None and not dating.open and (course(other.lemma) == way if way else main):
                return dating if dating.extent == "within" else None
        return None
