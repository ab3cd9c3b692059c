"""How the article stands to each event: that it happened, will, may, did not; how surely; who says so, who denies it.

Each event's verb says something by its own form (tense, modal, negation); what governs its clause (plans, wishes,
denials, conditions) says the rest. Governors are asked before what they govern, each clause once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from service.events.clauses.model import Clause
from service.events.facts.governors import GOVERNORS
from service.events.facts.verb_forms import BY_OUTLOOK
from service.events.facts.verbfacts import VerbFacts
from service.events.facts.views import PLAIN, View, by_effect
from service.events.links.model import Links
from service.events.model import Certainty, Factuality, Outlook, Status
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.lexicon import noun_base, verb_base
from service.record import changed

_DETERMINERS: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "last"})
_LINKS: Final = frozenset({"of", "for", "about", "on", "to"})
_PARTICLES: Final = frozenset({"for", "off", "out", "of", "with"})
_LIGHT: Final = frozenset({"hold", "launch", "stage", "make", "sign", "reach", "conduct", "mount", "carry", "be"})
# Verbs whose infinitive is planned or wished, but whose object is there already: "announced the merger".
_OF_WHAT_IS: Final = frozenset(
    """order announce set predict prepare choose elect sentence support back oppose fight offer debate tell vote request
    agree await advise warn allow permit authorize work press push instruct ask""".split()
)
_SAYING: Final = frozenset("say claim tell state assert insist allege maintain declare add".split())
_MEDIA: Final = frozenset(
    "newspaper daily weekly tabloid magazine broadcaster station channel website site media outlet agency".split()
)
_TOLD: Final = frozenset({"occurred", "scheduled"})
_PAPERS: Final = frozenset("report study inquiry paper book document record review investigation".split())
_NEAR: Final = 12  # tokens


class Factualities(VerbFacts):
    """The factuality of one article's triggers, each worked out when it is asked for; linear in their number.

    ``names``: the name that a pronoun's token stands for.
    """

    def __init__(self, parse: Parse, links: Links, outlooks: Sequence[Outlook], names: Mapping[int, str]) -> None:
        super().__init__(parse, links, outlooks, names)
        self._disputes = self.said.disputes()

    def of(self, number: int) -> Factuality:
        """The factuality of trigger ``number``."""
        fact = self._of_noun(number) if self.triggers[number].pos == "noun" else self._of_verb(number)
        return self._disputed(number, fact) if self._disputes else fact

    def _disputed(self, number: int, fact: Factuality) -> Factuality:
        """The fact, with those who dispute the clause it is told in; verbs that only report are not in dispute."""
        index = self.home[number]
        who = self._disputes.get(index, ())
        clause = self.all[index]
        if not who or clause.head is None:
            return fact
        certainty: Certainty = "probable" if fact.certainty == "certain" else fact.certainty
        against = (*fact.disputed_by, *who)
        if fact.status in _TOLD and clause.head == self.triggers[number].token and self._only_said(clause):
            return changed(fact, status="denied", certainty="possible", disputed_by=against)
        return changed(fact, certainty=certainty, disputed_by=against)

    def _only_said(self, clause: Clause) -> bool:
        """Whether the clause is no more than what somebody says, unlike what is revealed or what reports say."""
        while clause.kind in ("coordinate", "participle") and clause.parent is not None:
            clause = self.all[clause.parent]
        if clause.attribution is None or clause.kind != "complement":
            return False
        teller = self.all[clause.attribution]
        number = self.head.get(teller.index)
        if number is None:
            return False
        first, last = teller.subject or (0, 0)
        if self.triggers[number].lemma == "report":  # a paper's word against another's: "the daily Orme reported"
            before = self.lower[first : teller.verb[0]] if teller.verb is not None else []
            return not _MEDIA.isdisjoint(before[:8])
        papers = not _PAPERS.isdisjoint(noun_base(w) for w in self.lower[first:last][:8])
        return not papers and self.triggers[number].lemma in _SAYING

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
    def _by_copula(trigger: Trigger) -> View | None:
        """What the modal before a predicate noun says: "it would have been the sixth strike"."""
        if trigger.modal is None:
            return None
        contrary = trigger.modal == "would" and trigger.aspect.startswith("PERFECTIVE")
        return View("hypothetical", contrary, "certain" if contrary else "possible")

    def _noun_status(self, number: int) -> Status:
        return BY_OUTLOOK[self.outlooks[number]]

    def _noun_view(self, number: int, trigger: Trigger, clause: Clause) -> View:
        """What modifies or governs an event noun, the nearest first: "planned", "threat of", "cancelled"."""
        for i in range(trigger.first, trigger.token):
            effect = GOVERNORS.modifiers.get(self.lower[i])
            if effect is not None:
                return by_effect(effect)
        before = trigger.first - 1
        if before > 0 and self.lower[before] in _LINKS and self._is_noun(before - 1):
            word = self.lower[before - 1]
            if word in ("close", "near"):
                return by_effect("wish")
            noun = GOVERNORS.nouns.get(word) or GOVERNORS.nouns.get(noun_base(word))
            if noun is not None:
                return self._under_noun(noun, self.head.get(clause.index))
        head = self.head.get(clause.index)
        if head is None and clause.subject is not None and self.lower[clause.subject[0]] == "there":
            return self._view(clause.index)  # "denies that there was any such meeting"
        if head is None or clause.verb is None or head == number:
            return PLAIN
        if trigger.token >= clause.verb[1]:
            return self._as_object(head, trigger, clause)
        return self._as_subject(number, head, trigger, clause)

    def _is_noun(self, token: int) -> bool:
        return token not in self._verb_tokens

    @cached_property
    def _verb_tokens(self) -> set[int]:
        return {t.token for t in self.triggers if t.pos == "verb"}

    def _as_object(self, head: int, trigger: Trigger, clause: Clause) -> View:
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
            return self._under(effect, head, clause) if effect == "clear" else View("occurred", False, "possible")
        if effect == "negate":
            return View(None, fact.polarity == "positive", fact.certainty) if fact.status == "occurred" else PLAIN
        wanted = "for" in between
        if effect == "wish" and (wanted if verb.lemma in GOVERNORS.wish_for else verb.lemma not in _OF_WHAT_IS):
            return self._intended(effect, fact)
        if effect == "plan" and verb.lemma not in _OF_WHAT_IS:
            return self._intended(effect, fact)
        definite = self.lower[trigger.first] in _DETERMINERS
        if near and not definite and fact.status in ("hypothetical", "scheduled", "denied"):
            return View(fact.status, fact.polarity == "negative", fact.certainty)
        if near and verb.lemma in _LIGHT:
            return View(fact.status, fact.polarity == "negative", fact.certainty)
        return PLAIN

    def _accused(self, verb: Trigger, trigger: Trigger) -> bool:
        """ "accused X of fraud", "charged with murder", "cleared of theft"."""
        before = self.lower[trigger.first - 1] if trigger.first else ""
        return before in ("of", "with", "for") and GOVERNORS.verbs.get(verb.lemma) in ("claim", "clear")

    def _denied_noun(self, head: int, trigger: Trigger) -> View:
        """ "denied involvement" denies it; "rejected the offer" does not deny that there was one."""
        lemma = self.triggers[head].lemma
        if lemma not in ("deny", "dispute") or trigger.lemma in GOVERNORS.statement:
            return PLAIN
        return self._denied(head) if self._of_verb(head).polarity == "positive" else PLAIN

    def _as_subject(self, number: int, head: int, trigger: Trigger, clause: Clause) -> View:
        verb, fact = self.triggers[head], self._of_verb(head)
        if clause.subject is None or not clause.subject[0] <= trigger.token < clause.subject[1]:
            return PLAIN
        lemma = verb.lemma if verb.pos == "verb" else verb_base(self.lower[verb.token])
        if verb.voice == "passive":
            effect = GOVERNORS.verbs.get(lemma)
            if effect == "negate" and fact.status == "occurred":
                return View(None, fact.polarity == "positive", fact.certainty)
            off = lemma == "call" and self.lower[verb.token + 1 : verb.token + 2] == ["off"]
            if off and fact.status == "occurred":  # "the strike planned for Friday was called off"
                return View("hypothetical", True, "certain") if self.outlooks[number] == "future" else PLAIN
            if effect in ("plan", "wish") and lemma not in _OF_WHAT_IS:
                return self._intended(effect, fact)
        if lemma in GOVERNORS.taking_place and fact.status != "ongoing":
            negative = fact.polarity == "negative" and lemma in ("take", "occur", "happen", "hold", "begin", "start")
            return View(fact.status, negative ^ trigger.negated, fact.certainty)
        return PLAIN
