"""Whom "he", "she" and "they" stand for: the one who fits, whom the sentence before was about, who speaks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from service.events.entities import Entities
from service.events.lexicon import verb_base
from service.events.naming import EntityMention
from service.events.words import REPORTING

_TOGETHER: Final = frozenset("speak talk meet negotiate confer correspond quarrel argue discuss".split())
_CHILDREN: Final = frozenset("child children son sons daughter daughters twins baby".split())
_PARTNERS: Final = frozenset("marry divorce separate wed split part reunite elope".split())
_SPOKEN: Final = 3  # sentences after which a speaker has been forgotten
_SHIPS: Final = frozenset(
    """ship ferry boat vessel liner yacht submarine tanker trawler frigate destroyer schooner barge tug cruiser lifeboat
    steamer freighter warship brig cutter""".split()
)
_OFTEN: Final = 4  # times that the one an article is about has been told of
SINGULAR: Final = {"she": "female", "her": "female", "hers": "female", "he": "male", "him": "male", "his": "male"}
_MEMORY: Final = 48  # mentions that are kept in mind, however long a sentence is


class People(Entities):
    """Pronouns that stand for people."""

    def _learn(self, mention: EntityMention, kind: str) -> None:
        surname = mention.name.split()[-1].lower()
        if surname in self.people:
            self.people[surname] = self.people[surname]._replace(kind="female" if kind == "female" else "male")

    def _reporter(self, i: int) -> EntityMention | None:
        """Who says what "he", "it" or "they" is the subject of: "the firm said it would close"."""
        clause = self.clauses.at(i)
        if clause.attribution is None or clause.subject is None or clause.subject[0] != i or clause.quoted:
            return None
        source = self.clauses.clauses[clause.attribution].subject
        if source is None or source[0] >= i:
            return None
        word = self.tokens.lower[i]
        here = [m for m in self.recent if m.sentence == self.sentence and source[0] <= m.token < source[1]]
        kinds = (SINGULAR.get(word, ""), "person") if word in SINGULAR else ("thing",) if word == "it" else ("things",)
        last = here[-1] if here and here[-1].subject else None
        named = last is not None and word == "it" and last.kind == "things" and last.is_named  # "Norvane Optics"
        return last if last is not None and (last.kind in kinds or named) else None

    def _own_subject(self, i: int) -> int | None:
        """The first token of the subject of the clause of ``i``: "she saw her" is about two people."""
        subject = self.clauses.at(i).subject
        return subject[0] if subject is not None else None

    def _vessel(self, kind: str) -> bool:
        """Whether "she" may be a ship: a main clause nearby told of one, and of no woman since."""
        if kind != "female" or any(self._is_about_woman(self.sentence - back) for back in (0, 1)):
            return False
        near = [m for m in self.recent if m.subject and m.sentence >= self.sentence - 1 and self._in_main(m)]
        found = [m for m in near if m.kind == "thing" and self._is_ship(m)]
        return bool(found) and not any(m.kind == "female" and m.token > found[-1].token for m in near)

    def _is_about_woman(self, sentence: int) -> bool:
        centre = self.centre.get(sentence)
        return centre is not None and centre.kind == "female"

    def _in_main(self, mention: EntityMention) -> bool:
        return self.clauses.at(mention.token).kind in ("main", "coordinate", "phrase")

    def _is_ship(self, mention: EntityMention) -> bool:
        return mention.name.rpartition(" ")[2].lower() in _SHIPS or mention.name in self.ships

    def _he_or_she(self, kind: str, barred: int | None) -> EntityMention | None:
        if barred is None and self._vessel(kind):
            told = [m for m in self.recent if m.subject and m.kind == "thing" and self._is_ship(m)]
            self.ships.add(told[-1].name)
            return told[-1]
        if self.sentence - self.spoken_for <= 1:
            return None  # "Rell's lawyer said he would appeal. He": the lawyer as well as Rell
        own: set[str] = set()
        if barred is not None:
            own = {self.found.get(barred, "")} | {m.name for m in self.recent if self._at(m, barred)}
        fitting = [m for m in self.recent if m.kind in (kind, "person") and (barred is None or m.name not in own)]
        centre = self._in_view(kind, fitting) if barred is None else None
        if centre is not None:
            return centre
        named = {m.name for m in fitting}
        here = {m.name: m for m in fitting if m.sentence == self.sentence}
        if len(here) == 1 and next(iter(here.values())).subject:
            return next(iter(here.values()))
        if not fitting:
            if len(self.people) > _MEMORY:
                return None
            alone = {m.name: m for m in self.people.values() if m.kind in (kind, "person")}
            return next(iter(alone.values())) if len(alone) == 1 else None
        if len(named) == 1:
            only = fitting[-1]
            near = only.subject and only.sentence >= self.sentence - 1
            return only if only.kind == kind or near or only.is_named else None
        sure = [m for m in fitting if m.kind == kind]
        if len({m.name for m in sure}) == 1:
            rivals = [m for m in fitting if m.kind != kind and (m.is_named or m.subject or m.sentence == self.sentence)]
            if all(m.token < sure[-1].token for m in rivals):
                return sure[-1]
        return self._protagonist(kind) if barred is None else None

    def _protagonist(self, kind: str) -> EntityMention | None:
        """Whom the article is about: told of often, and three times as often as anybody else who fits."""
        if len(self.people) > _MEMORY:
            return None
        fitting = {m.name: m for m in self.people.values() if m.kind in (kind, "person")}
        ranked = sorted(fitting, key=lambda name: -self.told.get(name, 0))[:2]
        counts = [self.told.get(name, 0) for name in ranked]
        if not counts or counts[0] < _OFTEN or (len(counts) > 1 and counts[0] < 3 * counts[1]):
            return None
        return fitting[ranked[0]]

    def _in_view(self, kind: str, fitting: list[EntityMention]) -> EntityMention | None:
        """Whom the sentence before was about: its subject, where this one has not named anybody else who fits."""
        before = self.centre.get(self.sentence - 1)
        here = {m.name for m in fitting if m.sentence == self.sentence}
        rivals = {m.name for m in fitting if m.sentence == self.sentence - 1 and m.is_named}
        if before is not None and before.kind == kind and here | rivals <= {before.name}:
            return before
        near = {m.name: m for m in fitting if m.sentence >= self.sentence - 1}
        only = next(iter(near.values())) if len(near) == 1 else None
        if only is None or only.sentence != self.sentence - 1:
            return None
        return only if only.subject or (only.is_named and only.kind == kind) else None

    def _speaking(self, i: int, kind: str) -> EntityMention | None:
        """ "He added": whoever was last said to say something."""
        clause, last = self.subject_of.get(i), self.speaker
        if clause is None or clause.head is None or last is None or last.kind not in (kind, "person"):
            return None
        if clause.verb is None or self.tags[clause.verb[0]] == "MD":
            return None  # "he must report to prison"
        near = self.sentence - last.sentence <= _SPOKEN
        return last if near and self.tokens.lower[clause.head] in REPORTING else None

    def _at(self, mention: EntityMention, token: int) -> bool:
        subject = self.subjects.get(token)
        return subject is not None and subject[0] <= mention.token < subject[1]

    def _both(self, i: int) -> EntityMention | None:
        """Two people for "they": who is subject and who is object of the clause before ("she married Otto; they …"); of
        the sentence before, where only a couple does what they did ("They divorced")."""
        people = [m for m in self.recent if m.kind in ("female", "male", "person") and (m.subject or m.object)]
        pair = _distinct([m for m in people if m.sentence == self.sentence])
        clause = self.clauses.at(i)
        head, what = clause.head, clause.object
        couple = head is not None and verb_base(self.tokens.lower[head]) in _PARTNERS
        couple = couple or (what is not None and self.tokens.lower[what[1] - 1] in _CHILDREN)
        if not pair and couple:
            pair = _distinct([m for m in people if m.sentence == self.sentence - 1])
        if len(pair) != 2 or not (pair[0].subject and pair[1].object) or pair[0].name == pair[1].name:
            return None
        return pair[1]._replace(name=f"{pair[0].name} and {pair[1].name}", kind="things")

    def _between(self, i: int) -> EntityMention | None:
        """The two people of "talks between A and B", for "they" in what only people do together: "they spoke"."""
        head = self.clauses.at(i).head
        if i not in self.subjects or head is None or verb_base(self.tokens.lower[head]) not in _TOGETHER:
            return None
        near = [m for m in self.recent if self.sentence - m.sentence <= 1 and m.is_named]
        lower, people = self.tokens.lower, {m.name for m in near if m.kind in ("female", "male", "person")}
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
        return b._replace(name=f"{one} and {other}", kind="things")

    def _speaker(self, i: int) -> EntityMention | None:
        clause = self.clauses.at(i)
        if not clause.quoted or clause.attribution is None:
            return None
        subject = self.clauses.clauses[clause.attribution].subject
        if subject is None:
            return None
        mention = self._mention(subject)
        return mention if mention is not None and mention.kind in ("female", "male", "person") else None


def _distinct(mentions: list[EntityMention]) -> list[EntityMention]:
    """The first mention of each, where they are two; else the last two mentions."""
    first: dict[str, EntityMention] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    return list(first.values()) if len(first) == 2 else mentions[-2:]
