"""How the article stands to each event: that it happened, will, may, did not; how surely; who says so, who denies it.

Each event's verb says something by its own form (tense, modal, negation); what governs its clause (plans, wishes,
denials, conditions) says the rest. Governors are asked before what they govern, each clause once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from service.events.attribution import Attributions
from service.events.clauses import Clause, Clauses
from service.events.governors import GOVERNORS, Effect
from service.events.lexicon import noun_base, verb_base
from service.events.linking import Links
from service.events.model import Certainty, Factuality, Status
from service.events.outlook import Outlook
from service.events.triggers import Trigger
from service.text.tokens import Tokens

_BY_OUTLOOK: Final[dict[Outlook, Status]] = {
    "past": "occurred",
    "present": "occurred",
    "ongoing": "ongoing",
    "future": "scheduled",
    "unknown": "occurred",
}
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_OPEN: Final = frozenset({"may", "might", "could"})
_ABLE: Final = frozenset({"can", "ca", "cannot"})
_DUE: Final = frozenset({"must", "should", "ought to", "need", "have to", "should to"})
_EMBEDDED: Final = frozenset({"complement", "infinitive", "gerund", "participle"})
_RANK: Final[dict[Certainty, int]] = {"certain": 2, "probable": 1, "possible": 0}
_DETERMINERS: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "last"})
_LINKS: Final = frozenset({"of", "for", "about", "on", "to"})
_PARTICLES: Final = frozenset({"for", "off", "out", "of", "with"})
_LIGHT: Final = frozenset({"hold", "launch", "stage", "make", "sign", "reach", "conduct", "mount", "carry", "be"})
# Verbs whose infinitive is planned or wished, but whose object is there already: "announced the merger".
_OF_WHAT_IS: Final = frozenset(
    """order announce set predict prepare choose elect sentence support back oppose fight offer debate tell vote request
    agree await tell advise warn allow permit authorize work press push instruct ask""".split()
)
_NEAR: Final = 12  # tokens
_DEPTH: Final = 60  # clauses inside one another; deeper ones are read as if they stood alone


@dataclass(frozen=True, slots=True)
class _View:
    """What stands over a clause: ``status`` replaces that of the verb's form, ``negative`` turns its polarity."""

    status: Status | None = None
    negative: bool = False
    certainty: Certainty = "certain"
    denier: str | None = None
    source: str | None = None


_PLAIN: Final = _View()


def read_factuality(
    tokens: Tokens,
    clauses: Clauses,
    triggers: Sequence[Trigger],
    links: Links,
    outlooks: Sequence[Outlook],
    names: Mapping[int, str],
) -> list[Factuality]:
    """The factuality of every trigger, in order. ``names``: the name that a pronoun's token stands for. Linear."""
    return _Reader(tokens, clauses, triggers, links, outlooks, names).read()


class _Reader:
    """One article's events while their factuality is being worked out."""

    def __init__(
        self,
        tokens: Tokens,
        clauses: Clauses,
        triggers: Sequence[Trigger],
        links: Links,
        outlooks: Sequence[Outlook],
        names: Mapping[int, str],
    ) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.all, self.triggers = clauses.clauses, triggers
        self.home, self.head, self.outlooks = links.clause, links.head, outlooks
        self.said = Attributions(tokens, clauses, triggers, links.head, names)
        self.facts: list[Factuality | None] = [None] * len(triggers)
        self.views: dict[int, _View] = {}
        self.verb_tokens = {t.token for t in triggers if t.pos == "verb"}
        self.conditional = {
            c.parent for c in self.all if c.parent is not None and self._marker(c) in ("if", "unless") and c.head
        }

    def read(self) -> list[Factuality]:
        disputed = self.said.disputes()
        for number, trigger in enumerate(self.triggers):
            if trigger.pos != "noun":
                self._of_verb(number)
        found: list[Factuality] = []
        for number, trigger in enumerate(self.triggers):
            fact = self._of_verb(number) if trigger.pos != "noun" else self._of_noun(number)
            found.append(self._disputed(number, fact, disputed))
        return found

    def _disputed(self, number: int, fact: Factuality, disputed: Mapping[int, tuple[str, ...]]) -> Factuality:
        """The fact, with those who dispute the clause it is told in; verbs that only report are not in dispute."""
        index = self.home[number]
        who = disputed.get(index, ())
        clause = self.all[index]
        if not who or clause.head is None:
            return fact
        certainty: Certainty = "probable" if fact.certainty == "certain" else fact.certainty
        return replace(fact, certainty=certainty, disputed_by=(*fact.disputed_by, *who))

    # -- verbs and adjectives

    def _of_verb(self, number: int) -> Factuality:
        known = self.facts[number]
        if known is None:
            view = self._view(self.home[number])
            known = self._combined(number, view)
            self.facts[number] = known
        return known

    def _combined(self, number: int, view: _View) -> Factuality:
        trigger, clause = self.triggers[number], self.all[self.home[number]]
        status, negative, certainty = self._by_form(number, clause)
        if view.status is not None and not (view.status == "scheduled" and status == "hypothetical"):
            status = view.status
        negative ^= view.negative
        certainty = min(certainty, view.certainty, key=_RANK.__getitem__)
        if status == "denied":
            negative = trigger.negated
        source = view.source or self.said.source(clause.index)
        if source is not None and source.split()[-1].lower() in GOVERNORS.hearsay:
            status, certainty = "hypothetical", "possible"
        elif trigger.aspect == "PERFECTIVE" and trigger.tense == "PRESENT" and trigger.pos == "adjective":
            status = "ongoing" if status == "occurred" else status  # "has been closed since"
        return Factuality(
            status=status,
            polarity="negative" if negative else "positive",
            certainty=certainty,
            source=source,
            disputed_by=(view.denier,) if view.denier else (),
        )

    def _by_form(self, number: int, clause: Clause) -> tuple[Status, bool, Certainty]:
        """What the verb group says by itself: status, negation, certainty."""
        trigger = self.triggers[number]
        status = _BY_OUTLOOK[self.outlooks[number]]
        negative = trigger.negated or self._nobody(clause)
        if (
            clause.head == trigger.token
            and clause.object is not None
            and self.lower[clause.object[0]] in ("no", "nothing")
        ):
            negative = not negative  # "received no warning"
        certainty: Certainty = "certain"
        perfect = trigger.aspect.startswith("PERFECTIVE")
        modal = trigger.modal
        if modal in _OPEN and not (modal == "could" and negative and not perfect):
            status, certainty = "hypothetical", "possible"
        elif modal in _OPEN:
            status = "occurred"  # "could not reach the village": it did not happen
        elif modal in _ABLE:
            status, certainty = "hypothetical", "possible"
        elif modal in _DUE and trigger.tense == "PAST":
            status = "occurred"  # "had to resign"
        elif modal in _DUE:
            status, certainty = ("occurred", "probable") if perfect else ("hypothetical", "probable")
        elif modal in ("would", "'d", "’d"):
            status, negative, certainty = self._would(clause, perfect, negative)
        elif trigger.tense == "FUTURE" and clause.index in self.conditional:
            status, certainty = "hypothetical", "possible"
        elif status == "scheduled" and certainty == "certain":
            certainty = "probable"
        if self._marker(clause) in _CONDITIONS or self._is_asked(trigger, clause):
            status, certainty = "hypothetical", "possible"
        return self._with_adverbs(trigger, clause, status, negative, certainty)

    def _would(self, clause: Clause, perfect: bool, negative: bool) -> tuple[Status, bool, Certainty]:
        if perfect:
            return "hypothetical", not negative, "certain"  # contrary to fact
        told = self.said.source(clause.index) is not None
        if told and clause.index not in self.conditional:
            return "scheduled", negative, "probable"  # "said it would close"
        return "hypothetical", negative, "possible"

    def _with_adverbs(
        self, trigger: Trigger, clause: Clause, status: Status, negative: bool, certainty: Certainty
    ) -> tuple[Status, bool, Certainty]:
        first = max(clause.first, trigger.first - 2)
        for i in (clause.first, *range(first, trigger.token)):
            kind = GOVERNORS.adverbs.get(self.lower[i])
            if kind == "probable" and certainty == "certain":
                certainty = "probable"
            elif kind == "possible":
                certainty = "possible"
            elif kind == "negative" and i + 1 == trigger.token:
                negative = not negative
        return status, negative, certainty

    def _nobody(self, clause: Clause) -> bool:
        return clause.subject is not None and self.lower[clause.subject[0]] in GOVERNORS.nobody

    def _is_asked(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether the verb is that of a question: "did he resign?"; its auxiliary may stand in a clause of its own."""
        if clause.kind != "main" and trigger.first >= clause.first:
            return False
        return "?" in self.lower[max(clause.last - 1, 0) : clause.last + 1]

    def _marker(self, clause: Clause) -> str:
        return self.lower[clause.marker] if clause.marker is not None else ""

    # -- what governs a clause

    def _view(self, index: int) -> _View:
        """What stands over a clause; its governors first, without recursion."""
        path: list[int] = []
        at = index
        while at not in self.views and len(path) < _DEPTH:
            path.append(at)
            parent = self.all[at].parent
            if parent is None or self.all[at].kind not in (*_EMBEDDED, "coordinate"):
                break
            at = parent
        for step in reversed(path):
            self.views[step] = self._own_view(self.all[step])
            number = self.head.get(step)
            if number is not None and self.facts[number] is None:
                self.facts[number] = self._combined(number, self.views[step])
        return self.views[index]

    def _own_view(self, clause: Clause) -> _View:
        if clause.parent is None:
            return _PLAIN
        if clause.kind == "coordinate":
            if clause.subject is not None and "but" in self.lower[max(clause.first - 1, 0) : clause.first + 1]:
                return _PLAIN
            return self.views.get(clause.parent, _PLAIN)
        if clause.kind not in _EMBEDDED:
            return _PLAIN
        parent = self.all[clause.parent]
        number = self.head.get(parent.index)
        noun = self._noun_governor(clause)
        if noun is not None:
            token, effect_of_noun = noun
            if effect_of_noun in ("believe", "claim") and self.lower[token - 1] in ("no", "little", "without"):
                return _View("hypothetical", False, "possible")  # "no evidence that he visited the town"
            return self._under_noun(effect_of_noun, number)
        marker = self._marker(clause)
        if clause.kind == "gerund" and marker == "without":
            return _View(negative=True)
        if number is None:
            return _PLAIN
        effect = self._effect(self.triggers[number], clause, marker)
        return self._under(effect, number, clause)

    def _noun_governor(self, clause: Clause) -> tuple[int, Effect] | None:
        """The effect of the noun that an infinitive or a that-clause completes: "plans to", "claims that"."""
        token = clause.antecedent
        if token is None and clause.marker is not None and clause.kind in ("complement", "infinitive", "gerund"):
            token = clause.marker - 1
            if token < 0 or clause.sentence != self.all[clause.parent or 0].sentence:
                return None
        if token is None or clause.kind == "participle":
            return None
        word = self.lower[token]
        effect = GOVERNORS.nouns.get(word) or GOVERNORS.nouns.get(noun_base(word))
        return None if effect is None else (token, effect)

    def _under_noun(self, effect: Effect, number: int | None) -> _View:
        if number is not None:
            above = GOVERNORS.verbs.get(self.triggers[number].lemma)
            if above == "deny" and effect in ("claim", "believe"):
                return self._denied(number)
            if above == "negate" and effect in ("plan", "wish"):
                return _View("hypothetical", True, "probable")
            fact = self._of_verb(number)
            if fact.polarity == "negative" and effect == "plan":
                return _View("hypothetical", True, "probable")
        return _by_effect(effect)

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
            direct = marker in ("of", "with", "from", "against", "to")
            return GOVERNORS.verbs.get(lemma) if direct else self._charge(lemma)
        if clause.kind == "participle" and (clause.antecedent is not None or self._after_comma(clause)):
            return None
        effect = GOVERNORS.verbs.get(lemma)
        if clause.kind == "complement" and effect in ("plan", "wish"):
            return None if self._own_tense(clause) else effect
        return effect

    @staticmethod
    def _charge(lemma: str) -> Effect | None:
        """ "arrested for", "blamed for": what follows is what they are said to have done."""
        return "claim" if lemma in ("arrest", "blame", "charge", "detain", "indict", "sue", "investigate") else None

    def _after_comma(self, clause: Clause) -> bool:
        return clause.first > 0 and self.tokens.words[clause.first - 1] == ","

    def _own_tense(self, clause: Clause) -> bool:
        number = self.head.get(clause.index)
        return number is not None and self.triggers[number].tense in ("PAST", "PRESENT", "FUTURE")

    def _under(self, effect: Effect | None, number: int, clause: Clause) -> _View:
        """The view of a clause under trigger ``number``, whose effect on it is given."""
        fact, trigger = self._of_verb(number), self.triggers[number]
        own = self.head.get(clause.index)
        perfect = own is not None and self.triggers[own].aspect.startswith("PERFECTIVE")
        if effect == "deny":
            return _PLAIN if fact.polarity == "negative" else self._denied(number)
        if effect == "clear":
            return _View("denied", False, "probable", self.said.agent(self.all[self.home[number]]))
        if effect == "claim":
            who = self.said.agent(self.all[self.home[number]]) if trigger.voice == "passive" else None
            who = who if trigger.voice == "passive" else self.said.subject(self.all[self.home[number]])
            status: Status | None = None if clause.kind == "complement" else "occurred"
            return _View(status, False, "possible", None, who)
        if clause.kind == "complement" and self._leaves_open(trigger, fact):
            return _View("hypothetical", False, "possible")
        hearsay = trigger.event_class == "REPORTING" and trigger.voice == "passive" and clause.kind == "infinitive"
        if effect == "believe" or (effect == "plan" and perfect) or hearsay:
            return _View("occurred" if perfect else None, fact.polarity == "negative", "probable")
        if effect in ("inherit", "negate") and clause.kind != "complement":
            return _View(fact.status, (fact.polarity == "negative") ^ (effect == "negate"), fact.certainty)
        if effect == "doubt":
            return _View("hypothetical", True, "probable")
        if effect in ("plan", "wish"):
            return self._intended(effect, fact)
        if clause.kind == "infinitive" and own is not None:
            return self._purpose(own, fact)
        if clause.kind in ("participle", "gerund") and self._marker(clause) not in ("after", "before", "since", "of"):
            return _View(fact.status if fact.status in ("scheduled", "hypothetical", "denied") else None)
        return _PLAIN

    @staticmethod
    def _leaves_open(trigger: Trigger, fact: Factuality) -> bool:
        """ "cannot say that", "did not claim that", "does not believe that"."""
        speaks = trigger.event_class in ("REPORTING", "I_STATE")
        return speaks and fact.polarity == "negative" and trigger.lemma not in GOVERNORS.factive

    def _intended(self, effect: Effect, fact: Factuality) -> _View:
        if fact.polarity == "negative":
            return _View("hypothetical", effect == "plan", "possible")
        if effect == "plan" and fact.status != "hypothetical":
            return _View("scheduled", False, "probable")
        return _View("hypothetical", False, "possible")

    def _purpose(self, own: int, fact: Factuality) -> _View:
        """An infinitive under a verb that says nothing of it: done if the outlook says so, else an aim."""
        if fact.polarity == "negative":
            return _View("hypothetical", True, "possible")  # "saw no reason to change it"
        if self.outlooks[own] in ("past", "ongoing"):
            return _View(fact.status, False, fact.certainty)
        if fact.status in ("scheduled", "hypothetical"):
            return _View(fact.status, False, "possible")
        return _View("hypothetical", False, "possible")

    def _denied(self, number: int) -> _View:
        clause = self.all[self.home[number]]
        passive = self.triggers[number].voice == "passive"
        return _View("denied", False, "possible", self.said.agent(clause) if passive else self.said.subject(clause))

    # -- nouns

    def _of_noun(self, number: int) -> Factuality:
        trigger, clause = self.triggers[number], self.all[self.home[number]]
        view = self._by_copula(trigger) or self._noun_view(number, trigger, clause)
        status = view.status or self._noun_status(number)
        negative = trigger.negated ^ view.negative
        if status == "denied":
            negative = False
        return Factuality(
            status=status,
            polarity="negative" if negative else "positive",
            certainty=view.certainty,
            source=view.source or self.said.source(clause.index),
            disputed_by=(view.denier,) if view.denier else (),
        )

    @staticmethod
    def _by_copula(trigger: Trigger) -> _View | None:
        """What the modal before a predicate noun says: "it would have been the sixth strike"."""
        if trigger.modal is None:
            return None
        contrary = trigger.modal == "would" and trigger.aspect.startswith("PERFECTIVE")
        return _View("hypothetical", contrary, "certain" if contrary else "possible")

    def _noun_status(self, number: int) -> Status:
        return _BY_OUTLOOK[self.outlooks[number]]

    def _noun_view(self, number: int, trigger: Trigger, clause: Clause) -> _View:
        """What modifies or governs an event noun, the nearest first: "planned", "threat of", "cancelled"."""
        for i in range(trigger.first, trigger.token):
            effect = GOVERNORS.modifiers.get(self.lower[i])
            if effect is not None:
                return _by_effect(effect)
        before = trigger.first - 1
        if before > 0 and self.lower[before] in _LINKS and self._is_noun(before - 1):
            word = self.lower[before - 1]
            if word in ("close", "near"):
                return _by_effect("wish")
            noun = GOVERNORS.nouns.get(word) or GOVERNORS.nouns.get(noun_base(word))
            if noun is not None:
                return self._under_noun(noun, self.head.get(clause.index))
        head = self.head.get(clause.index)
        if head is None or clause.verb is None or head == number:
            return _PLAIN
        if trigger.token >= clause.verb[1]:
            return self._as_object(head, trigger, clause)
        return self._as_subject(head, trigger, clause)

    def _is_noun(self, token: int) -> bool:
        return token not in self.verb_tokens

    def _as_object(self, head: int, trigger: Trigger, clause: Clause) -> _View:
        verb, fact = self.triggers[head], self._of_verb(head)
        assert clause.verb is not None
        # What stands further off is not what the verb governs; a long list is not read again for each of its nouns.
        between = set(self.lower[clause.verb[1] : min(trigger.first, clause.verb[1] + _NEAR)])
        near = trigger.first <= clause.verb[1] + _NEAR and between <= _PARTICLES
        effect = GOVERNORS.verbs.get(verb.lemma) if near or self._accused(verb, trigger) else None
        if verb.voice == "passive" and effect not in ("claim", "clear"):
            effect = None
        if verb.lemma == "rule" and "out" not in between:
            effect = None
        if effect == "deny":
            return self._denied_noun(head, trigger)
        if effect in ("claim", "clear"):
            return self._under(effect, head, clause) if effect == "clear" else _View("occurred", False, "possible")
        if effect == "negate":
            return _View(None, fact.polarity == "positive", fact.certainty) if fact.status == "occurred" else _PLAIN
        wanted = "for" in between
        if effect == "wish" and (wanted if verb.lemma in GOVERNORS.wish_for else verb.lemma not in _OF_WHAT_IS):
            return self._intended(effect, fact)
        if effect == "plan" and verb.lemma not in _OF_WHAT_IS:
            return self._intended(effect, fact)
        definite = self.lower[trigger.first] in _DETERMINERS
        if near and not definite and fact.status in ("hypothetical", "scheduled", "denied"):
            return _View(fact.status, fact.polarity == "negative", fact.certainty)
        if near and verb.lemma in _LIGHT:
            return _View(fact.status, fact.polarity == "negative", fact.certainty)
        return _PLAIN

    def _accused(self, verb: Trigger, trigger: Trigger) -> bool:
        """ "accused X of fraud", "charged with murder", "cleared of theft"."""
        before = self.lower[trigger.first - 1] if trigger.first else ""
        return before in ("of", "with", "for") and GOVERNORS.verbs.get(verb.lemma) in ("claim", "clear")

    def _denied_noun(self, head: int, trigger: Trigger) -> _View:
        """ "denied involvement" denies it; "rejected the offer" does not deny that there was one."""
        lemma = self.triggers[head].lemma
        if lemma not in ("deny", "dispute") or trigger.lemma in GOVERNORS.statement:
            return _PLAIN
        return self._denied(head) if self._of_verb(head).polarity == "positive" else _PLAIN

    def _as_subject(self, head: int, trigger: Trigger, clause: Clause) -> _View:
        verb, fact = self.triggers[head], self._of_verb(head)
        if clause.subject is None or not clause.subject[0] <= trigger.token < clause.subject[1]:
            return _PLAIN
        lemma = verb.lemma if verb.pos == "verb" else verb_base(self.lower[verb.token])
        if verb.voice == "passive":
            effect = GOVERNORS.verbs.get(lemma)
            if effect == "negate" and fact.status == "occurred":
                return _View(None, fact.polarity == "positive", fact.certainty)
            if effect in ("plan", "wish") and lemma not in _OF_WHAT_IS:
                return self._intended(effect, fact)
        if lemma in GOVERNORS.taking_place and fact.status != "ongoing":
            negative = fact.polarity == "negative" and lemma in ("take", "occur", "happen", "hold", "begin", "start")
            return _View(fact.status, negative ^ trigger.negated, fact.certainty)
        return _PLAIN


def _by_effect(effect: Effect) -> _View:
    """What a noun or a modifier says of what it governs."""
    views: dict[Effect, _View] = {
        "plan": _View("scheduled", False, "probable"),
        "wish": _View("hypothetical", False, "possible"),
        "negate": _View("occurred", True, "certain"),
        "claim": _View("occurred", False, "possible"),
        "believe": _View(None, False, "probable"),
        "deny": _View("denied", False, "possible"),
    }
    return views.get(effect, _PLAIN)
