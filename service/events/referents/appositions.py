"""What stands beside a name, or a name beside it: "Ilse Varga, architect", "a whistleblower, Iain Petrie"."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Stretch
from service.events.referents.memory import Memory
from service.events.referents.naming import PEOPLE, EntityMention
from service.record import changed

_BESIDE: Final = 6  # tokens from what somebody is to the name
_STEPS: Final = 3  # phrases back to what a name stands beside


class Appositions(Memory):
    """Noun phrases that say more of who has just been named."""

    def _apposed(self, chunk: Stretch) -> bool:
        """Whether the phrase says more of the person just named: "Ilse Varga, architect"."""
        first = chunk[0]
        if first < 2 or self.tokens.words[first - 1] != "," or not self.recent:
            return False
        if self.tags[chunk[1] - 1] in ("NNP", "NNPS"):
            named = self._described(first)
            if named is not None:
                self.recent.remove(named)
                self.speaker = None if self.speaker == named else self.speaker
                self.standing = (named.subject, named.object)
                self.sex = named.kind
                if first - named.token < 2 * _BESIDE:
                    self.apposed = first  # "a whistleblower, Iain Petrie"
                self.titled = named.name.rpartition(" ")[2].lower()
            return False
        named = self.recent[-1]
        word = self.tokens.lower[chunk[1] - 1]
        if not self._is_title(word) or named.sentence != self.sentence:
            return False
        if named.kind == "thing" and not named.is_named and named.subject and self._touches(named, first - 1):
            self.recent[-1] = self.held[named.first] = changed(named, kind="person")
            return True  # "the lookout, a sailor of 19, said"
        if named.is_named:
            self._holds(word, named)
            return True
        main = self.mains.get(self.sentence)
        waits = main is not None and main.verb is not None and main.subject is not None and main.verb[0] >= chunk[1]
        waits = waits and main is not None and main.subject is not None and main.subject[0] == named.first
        return (waits or self.tokens.words[chunk[1] : chunk[1] + 1] == [","]) and self._ends_before(named, first - 1)

    def _touches(self, named: EntityMention, comma: int) -> bool:
        """Whether a phrase ends right before the comma."""
        chunk = self.clauses.chunk_at.get(comma - 1)
        return chunk is not None and chunk[0] == named.first and self.tokens.lower[comma + 1] in ("a", "an")

    def _ends_before(self, named: EntityMention, comma: int) -> bool:
        """Whether a person's phrase ends right before the comma: "her father, a bricklayer, died"."""
        chunk = self.clauses.chunk_at.get(comma - 1)
        return chunk is not None and chunk[0] <= named.token < chunk[1] and named.kind in PEOPLE

    def _described(self, first: int) -> EntityMention | None:
        """Whom the phrase before the comma describes: in "the minister of Tavria, Anton Relk" the minister."""
        at = first - 2
        while at > 0 and self.tags[at] in ("JJ", "RB"):
            at -= 1  # "the minister responsible"
        chunk = self.clauses.chunk_at.get(at)
        main = self.mains.get(self.sentence)
        if main is not None and main.subject is not None and main.verb is not None and main.verb[0] > first:
            held = self.held.get(main.subject[0])
            if held is not None and held.kind == "person" and not held.is_named and held in self.recent:
                chunk = main.subject  # "the envoy who led it, Hamid Sorel, has resigned"
        for _ in range(_STEPS):
            if chunk is None:
                return None
            held = self.held.get(chunk[0])
            if held is not None and held.kind in PEOPLE:
                fits = held.sentence == self.sentence and not held.is_named and held in self.recent
                self.beside = chunk[0] if fits else None
                return held if fits else None
            before = chunk[0] - 1
            chunk = self.clauses.chunk_at.get(before - 1) if before > 0 and self.tags[before] == "IN" else None
        return None
