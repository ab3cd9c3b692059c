"""What a pronoun's clause tells of it: what only people do, or bodies, or offices."""

from __future__ import annotations

from typing import Final

from service.events.referents.naming import EntityMention
from service.events.referents.pairs import Pairs
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import COGNITION, REPORTING

_OFFICIAL: Final = frozenset(
    """raise issue order urge advise expect plan publish launch appoint lift lower suspend approve reject open
    close""".split()
)
# What only people and bodies do.
_AGENTIVE: Final = frozenset(
    """lend buy sell hire sue agree refuse accept offer decide plan announce appeal apologise apologize employ invest
    borrow pledge promise propose demand blame accuse deny dismiss sack appoint vote vow recruit pay owe negotiate
    acquire bid want hope intend say add reject order ban approve urge warn ask tell declare supply publish issue
    admit acknowledge launch claim seek file put estimate withdraw recall cancel scrap halt suspend cut post""".split()
)
_STAFF: Final = frozenset("member customer employee supporter subscriber staff client creditor supplier head".split())


class Deeds(Pairs):
    """Who can have done what a clause tells."""

    def _owns_person(self, i: int) -> bool:
        """Whether "its" owns people, as only bodies do: "its founder"."""
        chunk = self.clauses.chunk_at.get(i)
        if chunk is None or self.tags[i] != "PRP$":
            return False
        word = self.tokens.lower[chunk[1] - 1]
        return noun_base(word) in PERSONS or noun_base(word) in _STAFF

    def _is_done_to(self, mention: EntityMention, i: int) -> bool:
        """Whether what the pronoun stands for did something to it first: "after losing the capsule it turned"."""
        own, inner = self.subject_of.get(i), self.clauses.at(mention.token)
        if own is None or inner.finite or inner.head is None or not inner.fronted or inner.subject is not None:
            return False
        return inner.parent == own.index and inner.kind in ("gerund", "participle", "adverbial")

    def _alone_acts(self, i: int, mention: EntityMention, mentions: list[EntityMention]) -> bool:
        """Whether the pronoun does what only people and bodies do, and the mention is the only body: "it lent"."""
        if not self._decides(i) or not self._is_body(mention):
            return False
        return all(m.name == mention.name or not self._is_body(m) for m in mentions)

    def _decides(self, i: int) -> bool:
        """Whether the pronoun is the subject of what only people and bodies do."""
        clause = self.subject_of.get(i)
        if clause is None or clause.head is None or self._is_passive(clause):
            return False
        return verb_base(self.tokens.lower[clause.head]) in _AGENTIVE

    def _is_human(self, i: int) -> bool:
        """Whether only people do what the pronoun is the subject of: "they heard the crack"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.head is None or self._is_passive(clause):
            return False
        word = self.tokens.lower[clause.head]
        return word in COGNITION or word in REPORTING or verb_base(word) in _AGENTIVE

    def _says(self, i: int) -> bool:
        """Whether the pronoun is the subject of a verb of saying."""
        clause = self.subject_of.get(i)
        return clause is not None and clause.head is not None and self.tokens.lower[clause.head] in REPORTING

    def _acts(self, i: int) -> bool:
        """Whether the pronoun is the subject of what offices and firms do."""
        clause = self.subject_of.get(i)
        if clause is None or clause.head is None or self._is_passive(clause):
            return False
        head = self.tokens.lower[clause.head]
        return head in REPORTING or verb_base(head) in _OFFICIAL
