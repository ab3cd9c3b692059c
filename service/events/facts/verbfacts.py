"""What is said of the events of verbs and adjectives: by their own form, and by what governs their clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from service.events.clauses.model import Clause
from service.events.facts.disputes import Disputes
from service.events.facts.governors import GOVERNORS, Effect
from service.events.facts.verb_forms import VerbForms
from service.events.facts.views import PLAIN, View, by_effect
from service.events.links.model import Links
from service.events.model import Certainty, Factuality, Outlook, Status
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.verbs import NEGATIONS, SCHEDULING

_EMBEDDED: Final = frozenset({"complement", "infinitive", "gerund", "participle"})
_HINTING: Final = frozenset({"suggest", "indicate", "hint", "imply", "signal"})
# "Arrested for", "blamed for": what follows is what they are said to have done.
_CHARGING: Final = frozenset("arrest blame charge detain indict sue investigate".split())
_GOVERNED: Final = _EMBEDDED | {"coordinate"}
_POSTPONED: Final = frozenset({"postpone", "delay", "defer", "reschedule", "suspend"})
_JOINED: Final = 4  # clauses: those that a plan is told in
_ENDING: Final = frozenset("withdraw halt stop pull kill quash cancel scrap drop abandon abort shelve".split())
_OFF: Final = frozenset({"call", "put", "push"})
_TO_BE: Final = (["to"], ["due"], ["scheduled"], ["set"], ["supposed"], ["meant"])
_NEAR_TRUTH: Final = 6  # tokens
_TRUE: Final = frozenset("true correct case".split())
_CLEAR: Final = frozenset("clear known certain confirmed established".split())
_UNCLEAR: Final = frozenset("unclear unknown uncertain possible conceivable".split())
_WRONGLY: Final = frozenset("wrongly falsely mistakenly erroneously incorrectly".split())
_WITHOUT: Final = frozenset({"no", "little", "without", "any"})
_FAR: Final = 40  # tokens
_COPULAS: Final = frozenset({"is", "are", "was", "were", "proved", "as"})
_RANK: Final[dict[Certainty, int]] = {"certain": 2, "probable": 1, "possible": 0}
# What the article tells itself: most facts, made once.
_UNSAID: Final = {
    (status, negative, certainty): Factuality(status, "negative" if negative else "positive", certainty)
    for status in get_args(Status)
    for negative in (False, True)
    for certainty in get_args(Certainty)
}
_DEPTH: Final = 60  # clauses inside one another; deeper ones are read as if they stood alone


class VerbFacts:
    """One article's verbs while their factuality is being worked out: each governor before what it governs."""

    def __init__(self, parse: Parse, links: Links, outlooks: Sequence[Outlook], names: Mapping[int, str]) -> None:
        tokens, triggers = parse.tokens, parse.triggers
        self.tokens, self.lower = tokens, tokens.lower
        self.all, self.triggers = parse.clauses.clauses, triggers
        self.home, self.head, self.anchors, self.outlooks = links.clause, links.head, links.anchors, outlooks
        self.said = Disputes(parse, links.head, names)
        self.facts: list[Factuality | None] = [None] * len(triggers)
        self.views: dict[int, View] = {}
        self.forms = VerbForms(tokens, self.all, triggers, outlooks, self.said)

    # -- verbs and adjectives

    def _of_verb(self, number: int) -> Factuality:
        known = self.facts[number]
        if known is not None:
            return known
        known = self.facts[number] = self._combined(number, self._view(self.home[number]))
        return known

    def _combined(self, number: int, view: View) -> Factuality:
        trigger, clause = self.triggers[number], self.all[self.home[number]]
        form = self.forms.of(number, clause)
        status, negative, certainty = form.status, form.negative, form.certainty
        if view is not PLAIN:
            if view.status is not None and not (view.status == "scheduled" and status == "hypothetical"):
                status = view.status
            negative ^= view.negative
            certainty = min(certainty, view.certainty, key=_RANK.__getitem__)
        if status == "denied":
            negative = trigger.negated
        source = view.source or self.said.source(clause.index)
        source = None if status == "denied" and source == view.denier else source
        if source is not None and source.split()[-1].lower() in GOVERNORS.hearsay:
            status, certainty = "hypothetical", "possible"
        elif trigger.aspect == "PERFECTIVE" and trigger.tense == "PRESENT" and trigger.pos == "adjective":
            status = "ongoing" if status == "occurred" else status  # "has been closed since"
        if source is None and not view.denier:
            return _UNSAID[status, negative, certainty]
        disputed_by = (view.denier,) if view.denier else ()
        return Factuality(status, "negative" if negative else "positive", certainty, source, disputed_by)

    # -- what governs a clause

    def _view(self, index: int) -> View:
        """What stands over a clause; its governors first, without recursion."""
        views = self.views
        known = views.get(index)
        if known is not None:
            return known
        path = [index]
        clause = self.all[index]
        while clause.parent is not None and clause.kind in _GOVERNED and clause.parent not in views:
            if len(path) == _DEPTH:
                break
            path.append(clause.parent)
            clause = self.all[clause.parent]
        view = PLAIN
        for step in reversed(path):
            clause = self.all[step]
            view = views[step] = PLAIN if clause.parent is None else self._own_view(clause, self.all[clause.parent])
        return view

    def _own_view(self, clause: Clause, parent: Clause) -> View:
        if clause.kind == "coordinate":
            if clause.subject is not None and "but" in self.lower[max(clause.first - 1, 0) : clause.first + 1]:
                return PLAIN
            return self.views.get(parent.index, PLAIN)
        if clause.kind not in _EMBEDDED:
            if clause.kind == "adverbial":
                return View("hypothetical", True, "possible") if self._never_came(clause, parent) else PLAIN
            if clause.kind != "relative" and clause.antecedent is None:
                return PLAIN
            if self._was_to(clause) and self._goes_otherwise(parent):
                return View("hypothetical", False, "possible")
            if self._has_no_sign(clause):
                return View("hypothetical", False, "possible")
            return View("hypothetical", False, "possible") if self._would_be_first(clause, parent) else PLAIN
        number = self.head.get(parent.index)
        noun = self._noun_governor(clause)
        if noun is not None:
            token, effect_of_noun = noun
            if effect_of_noun in ("believe", "claim") and self.lower[token - 1] in _WITHOUT:
                return View("hypothetical", False, "possible")  # "no evidence that he visited the town"
            return self._untrue(token, clause, parent) or self._under_noun(effect_of_noun, number)
        marker = self.forms.marker(clause)
        if clause.kind == "gerund" and marker == "without":
            return View(negative=True)
        if number is None:
            return self._of_truth(clause, parent)
        if self._is_of_what_fell_through(clause, number):
            return View("hypothetical", True, "certain")
        if clause.kind == "infinitive" and self._was_planned(parent, self.triggers[number]):
            return View("hypothetical", True, "possible")
        effect = self._effect(self.triggers[number], clause, marker)
        return self._under(effect, number, clause)

    def _of_truth(self, clause: Clause, parent: Clause) -> View:
        """What "it is not true that" says of what follows, or "it is not clear that"."""
        if clause.kind != "complement" or parent.verb is None or parent.subject is None or clause.marker is None:
            return PLAIN
        if self.lower[parent.subject[0]] != "it" or clause.first - parent.verb[0] > _NEAR_TRUTH:
            return PLAIN
        words = self.lower[parent.verb[0] : clause.first]
        denied = not NEGATIONS.isdisjoint(words)
        if not GOVERNORS.untrue.isdisjoint(words) or (denied and not _TRUE.isdisjoint(words)):
            wrong = not (denied and not GOVERNORS.untrue.isdisjoint(words))
            return View("occurred", wrong, "certain") if wrong else PLAIN
        open_ = not _UNCLEAR.isdisjoint(words) or (denied and not _CLEAR.isdisjoint(words))
        return View("hypothetical", False, "possible") if open_ else PLAIN

    def _was_to(self, clause: Clause) -> bool:
        """ "Which were to reopen", "which was due to reopen"."""
        if clause.kind != "relative" or clause.verb is None:
            return False
        first = clause.verb[0]
        return self.lower[first] in ("was", "were") and self.lower[first + 1 : first + 2] in _TO_BE

    def _goes_otherwise(self, parent: Clause) -> bool:
        """ "Will stay shut", "was put off": what was to be is told by what will be, or will not."""
        number = self.head.get(parent.index)
        if number is None:
            return False
        return self.triggers[number].tense in ("FUTURE", "PRESENT") or self._falls_through(self.triggers[number])

    def _falls_through(self, trigger: Trigger) -> bool:
        """ "Delayed", "called off", "scrapped"."""
        off = trigger.lemma in _OFF and self.lower[trigger.token + 1 : trigger.token + 2] in (["off"], ["back"])
        return off or GOVERNORS.verbs.get(trigger.lemma) == "negate" or trigger.lemma in _POSTPONED

    def _never_came(self, clause: Clause, parent: Clause) -> bool:
        """ "Was withdrawn before it came to a vote", "was dropped before a single engineer had been hired"."""
        if clause.marker is None or self.lower[clause.marker] != "before" or clause.subject is None:
            return False
        number = self.head.get(parent.index)
        if number is None:
            return False
        own = self.head.get(clause.index)
        if own is not None and self.anchors[own]:
            return False  # "was refused twice before it was granted in 1974"
        trigger = self.triggers[number]
        off = trigger.lemma == "call" and self.lower[trigger.token + 1 : trigger.token + 2] == ["off"]
        ended = off or trigger.lemma in _ENDING
        first, last = clause.subject
        words = self.lower[first : first + 2]
        if words[:1] in (["any"], ["anyone"], ["anybody"]) or words == ["a", "single"]:
            return True
        return ended and last - first == 1 and words[0] in ("it", "they")

    def _has_no_sign(self, clause: Clause) -> bool:
        """ "Found no evidence that she had profited": read as a relative clause, it is what there is no sign of."""
        if clause.kind != "relative" or clause.marker is None or self.lower[clause.marker] != "that":
            return False
        noun = self._noun_governor(clause) if clause.subject is not None else None
        return noun is not None and noun[1] in ("believe", "claim") and self.lower[noun[0] - 1] in _WITHOUT

    def _is_of_what_fell_through(self, clause: Clause, above: int) -> bool:
        """ "A festival planned for May has been cancelled", "put off": it is planned no more."""
        trigger = self.triggers[above]
        if clause.kind != "participle" or clause.antecedent is None or trigger.voice != "passive":
            return False
        own = self.head.get(clause.index)
        return self._falls_through(trigger) and own is not None and self.triggers[own].lemma in SCHEDULING

    def _was_planned(self, clause: Clause, trigger: Trigger) -> bool:
        """ "Was due to open in May but has been delayed": what follows "but" came of the plan."""
        planned = GOVERNORS.adjectives if trigger.pos == "adjective" else GOVERNORS.verbs
        arranged = trigger.pos == "adjective" or trigger.voice == "passive"
        if trigger.tense != "PAST" or not arranged or planned.get(trigger.lemma) != "plan":
            return False
        following = self.all[clause.index + 1 : clause.index + _JOINED]
        joined = (c for c in following if c.kind == "coordinate" and c.parent == clause.index and c.finite)
        return any(self.lower[c.first] == "but" for c in joined)

    def _would_be_first(self, clause: Clause, parent: Clause) -> bool:
        """ "It would be the first time the club had won": it has not."""
        if clause.antecedent is None or self.lower[clause.antecedent] != "time" or parent.verb is None:
            return False
        return self.lower[parent.verb[0]] in ("would", "will", "could", "may", "might")

    def _noun_governor(self, clause: Clause) -> tuple[int, Effect] | None:
        """The effect of the noun that an infinitive or a that-clause completes: "plans to", "claims that"."""
        token = clause.antecedent
        if token is None and clause.marker is not None and clause.kind in ("complement", "infinitive", "gerund"):
            token = clause.marker - 1
            if token < 0 or clause.sentence != self.all[clause.parent or 0].sentence:
                return None
        if token is None or clause.kind == "participle" or token == self.all[clause.parent or 0].head:
            return None
        word = self.lower[token]
        effect = GOVERNORS.nouns.get(word) or GOVERNORS.nouns.get(noun_base(word))
        return None if effect is None else (token, effect)

    def _untrue(self, noun: int, clause: Clause, parent: Clause) -> View | None:
        """What "reports that troops had crossed were false" says of the crossing; a rumour tells nothing for sure."""
        for i in range(clause.verb[1] if clause.verb is not None else clause.last, min(noun + _FAR, parent.last)):
            false = not GOVERNORS.untrue.isdisjoint(self.lower[i + 1 : i + 3])
            if self.lower[i] in _COPULAS and false and self.lower[i + 1] != "not":
                denier = self.said.source(clause.index)
                return View("denied", False, "possible", denier) if denier else View("occurred", True, "certain")
            refuted = self.lower[i] in _COPULAS and GOVERNORS.verbs.get(verb_base(self.lower[i + 1]))
            if refuted == "deny":
                return View("denied", False, "possible", self.said.agent(parent))  # "reports … were dismissed by"
        words = self.lower[max(noun - 4, 0) : noun]
        if "no" in words and "truth" in words:  # "there was no truth in reports that he had met them"
            return View("denied", False, "possible", self.said.source(parent.index))
        heard = noun_base(self.lower[noun]) in GOVERNORS.hearsay
        return View("hypothetical", False, "possible") if heard else None

    def _under_noun(self, effect: Effect, number: int | None) -> View:
        if number is not None:
            above = GOVERNORS.verbs.get(self.triggers[number].lemma)
            if above == "deny" and effect in ("claim", "believe"):
                return self._denied(number)
            if above == "negate" and effect in ("plan", "wish"):
                return View("hypothetical", True, "probable")
            fact = self._of_verb(number)
            if fact.polarity == "negative" and effect == "plan":
                return View("hypothetical", True, "probable")
        return by_effect(effect)

    def _effect(self, trigger: Trigger, clause: Clause, marker: str) -> Effect | None:
        """What the verb (or predicate) that governs a clause says of it; None where it says nothing."""
        lemma = trigger.lemma
        if trigger.pos == "adjective":
            return GOVERNORS.adjectives.get(lemma)
        if marker == "from" and lemma in ("stop", "keep", "save", "rescue"):
            return "negate"
        if clause.kind == "gerund":
            if marker in ("not", "never") and clause.marker:
                marker = self.lower[clause.marker - 1]  # "accused of not paying"
            if marker in ("of", "with", "from", "against", "to"):
                return GOVERNORS.verbs.get(lemma)
            return "claim" if lemma in _CHARGING else None
        opens = clause.first < trigger.first  # "speaking on Tuesday, he promised"
        if clause.kind == "participle" and (opens or clause.antecedent is not None or self._after_comma(clause)):
            return None
        effect = GOVERNORS.verbs.get(lemma)
        if clause.kind == "complement" and effect in ("plan", "wish"):
            return None if self._own_tense(clause) else effect
        return effect

    def _after_comma(self, clause: Clause) -> bool:
        return clause.first > 0 and self.tokens.words[clause.first - 1] == ","

    def _own_tense(self, clause: Clause) -> bool:
        number = self.head.get(clause.index)
        return number is not None and self.triggers[number].tense in ("PAST", "PRESENT", "FUTURE")

    def _under(self, effect: Effect | None, number: int, clause: Clause) -> View:
        """The view of a clause under trigger ``number``, whose effect on it is given."""
        fact, trigger = self._of_verb(number), self.triggers[number]
        own = self.head.get(clause.index)
        perfect = own is not None and self.triggers[own].aspect.startswith("PERFECTIVE")
        if effect == "deny":
            return PLAIN if fact.polarity == "negative" else self._denied(number)
        if effect == "clear":
            return View("denied", False, "probable", self.said.agent(self.all[self.home[number]]))
        if effect == "claim":
            who = self.said.agent(self.all[self.home[number]]) if trigger.voice == "passive" else None
            who = who if trigger.voice == "passive" else self.said.subject(self.all[self.home[number]])
            status: Status | None = None if clause.kind == "complement" else "occurred"
            return View(status, False, "possible", None, who)
        if clause.kind == "complement" and self._leaves_open(trigger, fact):
            return View("hypothetical", False, "possible")
        if clause.kind == "complement" and trigger.lemma in _HINTING and effect is None:
            return View(None, False, "probable")
        hearsay = trigger.event_class == "REPORTING" and trigger.voice == "passive" and clause.kind == "infinitive"
        if hearsay and not _WRONGLY.isdisjoint(self.lower[trigger.first : trigger.token]):
            return View("occurred", True, "certain")  # "was wrongly reported to have died"
        if effect == "believe" or (effect == "plan" and perfect) or hearsay:
            return View("occurred" if perfect else None, fact.polarity == "negative", "probable")
        if effect in ("inherit", "negate") and clause.kind != "complement":
            return View(fact.status, (fact.polarity == "negative") ^ (effect == "negate"), fact.certainty)
        if effect == "doubt":
            return View("hypothetical", True, "probable")
        if effect in ("plan", "wish") and fact.status == "denied" and fact.disputed_by:
            return View("denied", False, "possible", fact.disputed_by[0])  # "dismissed reports that she plans to go"
        if effect in ("plan", "wish"):
            return self._intended(effect, fact)
        if clause.kind == "infinitive" and own is not None:
            return self._purpose(own, fact)
        if clause.kind == "participle" and clause.antecedent is not None and self._after_comma(clause):
            return PLAIN  # "the mission, approved in 2019, was to fly": no part of the plan
        if clause.kind in ("participle", "gerund") and self.forms.marker(clause) not in (
            "after",
            "before",
            "since",
            "of",
        ):
            if clause.kind == "participle" and clause.antecedent is not None and self._is_over(own):
                return PLAIN  # "under a law passed in 2016 it could be fined"
            return View(fact.status if fact.status in ("scheduled", "hypothetical", "denied") else None)
        return PLAIN

    def _is_over(self, own: int | None) -> bool:
        """Whether a past participle has a date of its own, and so happened before what governs it."""
        if own is None or self.triggers[own].tense != "PASTPART":
            return False
        return self.outlooks[own] == "past" and bool(self.anchors[own])

    @staticmethod
    def _leaves_open(trigger: Trigger, fact: Factuality) -> bool:
        """ "cannot say that", "did not claim that", "does not believe that"."""
        speaks = trigger.event_class in ("REPORTING", "I_STATE")
        return speaks and fact.polarity == "negative" and trigger.lemma not in GOVERNORS.factive

    def _intended(self, effect: Effect, fact: Factuality) -> View:
        if fact.polarity == "negative":
            return View("hypothetical", effect == "plan", "possible")
        if effect == "plan" and fact.status != "hypothetical":
            return View("scheduled", False, "probable")
        return View("hypothetical", False, "possible")

    def _purpose(self, own: int, fact: Factuality) -> View:
        """An infinitive under a verb that says nothing of it: done if the outlook says so, else an aim."""
        if fact.polarity == "negative":
            return View("hypothetical", True, "possible")  # "saw no reason to change it"
        if self.outlooks[own] in ("past", "ongoing"):
            return View(fact.status, False, fact.certainty)
        if fact.status in ("scheduled", "hypothetical"):
            return View(fact.status, False, "possible")
        return View("hypothetical", False, "possible")

    def _denied(self, number: int) -> View:
        clause = self.all[self.home[number]]
        passive = self.triggers[number].voice == "passive"
        return View("denied", False, "possible", self.said.agent(clause) if passive else self.said.subject(clause))
