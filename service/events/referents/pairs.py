"""Whom "they" and "both" stand for where two are named: who met, who married, a couple and its child."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from service.events.referents.naming import PEOPLE, EntityMention
from service.events.referents.people import People
from service.events.words.lexicon import verb_base
from service.record import changed

_TOGETHER: Final = frozenset("speak talk meet negotiate confer correspond quarrel argue discuss".split())
_CHILDREN: Final = frozenset("child children son sons daughter daughters twins baby".split())
_PARTNERS: Final = frozenset("marry divorce separate wed split part reunite elope".split())
_SPOUSES: Final = frozenset({"husband", "wife"})
_BESIDE: Final = 5  # tokens
_NAMED: Final = 24  # tokens of a subject in which two are named
_JOINING: Final = _TOGETHER | _PARTNERS


class Pairs(People):
    """Pronouns that stand for two."""

    def _both(self, i: int) -> EntityMention | None:
        """Two people for "they": who is subject and who is object of the clause before ("she married Otto; they …"); of
        the sentence before, where only a couple does what they did ("They divorced")."""
        people = [m for m in self.recent if m.kind in PEOPLE and (m.subject or m.object)]
        pair = _distinct([m for m in people if m.sentence == self.sentence])
        clause = self.clauses.at(i)
        head, what = clause.head, clause.object
        couple = head is not None and verb_base(self.tokens.lower[head]) in _PARTNERS
        couple = couple or (what is not None and self.tokens.lower[what[1] - 1] in _CHILDREN)
        if not pair and not couple and i in self.subjects:
            return self._two_of_subject() or self._spouses()
        if not pair and couple:
            pair = _distinct([m for m in people if m.sentence == self.sentence - 1])
        elif pair and not couple and not self._meets(pair[0]):
            return None
        if len(pair) != 2 or not ((pair[0].subject and pair[1].object) or couple) or pair[0].name == pair[1].name:
            return None
        return changed(pair[1], name=f"{pair[0].name} and {pair[1].name}", kind="things")

    def _two_of_subject(self) -> EntityMention | None:
        """The two that the subject of the sentence before names: "Two of its clerks, Ann Orme and Tom Velde,"."""
        main = self.mains.get(self.sentence - 1)
        if main is None or main.subject is None or self.tokens.lower[main.subject[0]] != "two":
            return None
        return self._two_before()

    def _two_before(self) -> EntityMention | None:
        """The two people whom the subject of the sentence before names, for "both"."""
        main = self.mains.get(self.sentence - 1)
        if main is None or main.subject is None:
            return None
        first, last = main.subject
        named = [m for m in self.recent if first <= m.token < last and m.kind in PEOPLE and m.is_named]
        if len(named) == 2 and "and" in self.tokens.lower[named[0].token : named[1].token]:
            return EntityMention(f"{named[0].name} and {named[1].name}", "things", first, self.sentence, True)
        return self._siblings(first, last)

    def _siblings(self, first: int, last: int) -> EntityMention | None:
        """ "Two brothers, Sean and Dale Purvis, aged 26 and 23": two given names with one surname."""
        words = self.tokens.words
        for i in range(first + 1, min(last, first + _NAMED) - 3):
            names = [words[i], *words[i + 2 : i + 4]]
            if self.tokens.lower[i + 1] == "and" and words[i - 1] == "," and all(w[0].isupper() for w in names):
                return EntityMention(self._text(i, i + 4), "things", i, self.sentence, True)
        return None

    def _spouses(self) -> EntityMention | None:
        """The couple that the sentence before names: "she met her husband, Karim Haddad. They"."""
        main, lower = self.mains.get(self.sentence - 1), self.tokens.lower
        if main is None or main.subject is None:
            return None
        near = _distinct(
            [m for m in self.recent if m.sentence == self.sentence - 1 and m.kind in PEOPLE and m.is_named]
        )
        if len(near) != 2 or near[0].first != main.subject[0] or near[0].name == near[1].name:
            return None
        spouse = not _SPOUSES.isdisjoint(lower[max(near[1].token - _BESIDE, main.first) : near[1].token])
        return changed(near[1], name=f"{near[0].name} and {near[1].name}", kind="things") if spouse else None

    def _meets(self, mention: EntityMention) -> bool:
        """Whether what is told of somebody takes two: "she married Otto"."""
        clause = self.clauses.at(mention.token)
        return clause.head is not None and verb_base(self.tokens.lower[clause.head]) in _JOINING

    def _between(self, i: int) -> EntityMention | None:
        """The two people of "talks between A and B", for "they" in what only people do together: "they spoke"."""
        head = self.clauses.at(i).head
        if i not in self.subjects or head is None or verb_base(self.tokens.lower[head]) not in _TOGETHER:
            return None
        near = [m for m in self.recent if self.sentence - m.sentence <= 1 and m.is_named]
        lower, people = self.tokens.lower, {m.name for m in near if m.kind in PEOPLE}
        pairs = [
            (a, b)
            for a, b in pairwise(near)
            if a.token > 0 and lower[a.token - 1] == "between" and lower[b.token - 1] == "and" and a.name != b.name
        ]
        if len(pairs) != 1 or not people or not people <= {m.name for m in pairs[0]}:
            return None
        a, b = pairs[0]
        short = not (" " in a.name and " " in b.name)
        one, other = (m.name.rpartition(" ")[2] if short else m.name for m in (a, b))
        return changed(b, name=f"{one} and {other}", kind="things")


def _distinct(mentions: list[EntityMention]) -> list[EntityMention]:
    """The first mention of each, where they are two; else the last two mentions."""
    first: dict[str, EntityMention] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    return list(first.values()) if len(first) == 2 else mentions[-2:]
