"""What of the last sentences is kept in mind, for pronouns to stand for: whom and what they tell of, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from service.events.clauses.model import Clauses, Stretch
from service.events.referents.naming import PEOPLE, EntityMention, Kind, Naming
from service.events.words.verbs import REPORTING
from service.record import changed
from service.text.tokens import Tokens

ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|\w+(?:fth|xth|nth|hth|nd?th|ieth)")
_MAKING: Final = frozenset("made named elected appointed crowned declared dubbed ordained".split())
_COPULA: Final = frozenset({"is", "are", "was", "were", "be", "been", "become", "becomes", "became"})
_EQUATING: Final = _COPULA | _MAKING
# "It was the clerk who", "there was a fire": they stand for what is told after them.
_DUMMIES: Final = frozenset({"it", "there"})
_THOSE: Final = frozenset({"them", "these", "those", "whom"})  # "among them was a teacher"
_DYING: Final = frozenset({"died", "dies"})
_WINDOW: Final = 2  # sentences back
_SENTENCE: Final = attrgetter("sentence")


def _equates(verb: list[str]) -> bool:
    """Whether a verb says what its subject is: "became the head", "was made a dame"."""
    if not verb:
        return False
    return verb[-1] in _COPULA or (verb[-1] in _MAKING and not _COPULA.isdisjoint(verb))


class Memory(Naming):
    """The mentions of the last sentences of one article, front to back."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        super().__init__(tokens, tags, clauses)
        self.predicates = {
            c.object
            for c in clauses.clauses
            if c.object and c.verb and c.head and tokens.lower[c.head] in _EQUATING
            if _equates(tokens.lower[c.verb[0] : c.head + 1])
            if c.subject is None or tokens.lower[c.subject[0]] not in _DUMMIES
            if c.verb and tokens.lower[c.verb[0] - 1] not in _THOSE
        }
        told = [c for c in clauses.clauses if c.kind in ("main", "coordinate")]
        self.objects = {c.object for c in told if c.object is not None}
        inner = [c for c in clauses.clauses if c.kind in ("infinitive", "complement", "gerund")]
        self.inner = {c.object[0] for c in inner if c.object is not None}  # what is done something to within a clause
        self.mains = {c.sentence: c for c in reversed(told) if c.kind == "main"}
        self.recent: list[EntityMention] = []  # by their sentences
        self.shuffled = False  # unless one has since become another person's
        self.quoted: set[int] = set()  # tokens within quotation marks
        self.held: dict[int, EntityMention] = {}  # by the first token of the phrase
        self.found: dict[int, str] = {}
        self.holders: dict[str, str] = {}  # who is "the minister"; nobody where two were
        self.titled: str | None = None  # what the name that follows is
        self.ships: set[str] = set()  # what "she" was read as
        self.told: dict[str, int] = {}  # how often each person was told of, by name
        self.most = 0  # how often whoever was told of most
        self.standing = (False, False)  # whether what it stands beside is a subject, or an object
        self.sex: Kind = "person"  # of whom it stands beside
        self.beside: int | None = None  # where the phrase begins that a name stands beside
        self.speaker: EntityMention | None = None  # who was last said to say something
        self.spoken_for = -2  # the last sentence whose subject speaks for somebody else
        self.client: Kind = "person"  # for somebody of that sex
        self.agent: Kind = "person"  # and is of that one
        self.unclear = -2  # the last sentence with an "it" that nothing was found for

    def begin(self, number: int) -> None:
        self.sentence = number
        if self.shuffled:
            self.recent = [m for m in self.recent if m.sentence >= number - _WINDOW]
        else:
            del self.recent[: bisect_left(self.recent, number - _WINDOW, key=_SENTENCE)]

    def _remember(self, mention: EntityMention) -> None:
        self.recent.append(mention)
        self.held[mention.first] = mention
        if mention.kind not in PEOPLE:
            return
        if mention.is_named:
            told = self.told[mention.name] = self.told.get(mention.name, 0) + 1
            self.most = max(self.most, told)
        clause = self.subject_of.get(mention.first)
        head = self.tokens.lower[clause.head] if clause is not None and clause.head is not None else ""
        if head in REPORTING:
            self.speaker = mention
        elif head in _DYING and mention.is_named:
            only = self.departed is None or self.departed.name == mention.name
            self.departed = mention if only else changed(mention, name="")

    def _is_quoted(self, i: int) -> bool:
        """Whether token ``i`` stands within quotation marks."""
        return i in self.quoted

    def _centre(self, sentence: int) -> EntityMention | None:
        """What a sentence was about: the subject of its main clause."""
        clause = self.mains.get(sentence)
        if clause is None or clause.subject is None:
            return None
        dummy = self.tokens.lower[clause.subject[0]] in _DUMMIES and clause.subject[0] not in self.found
        if dummy and clause.object is not None:
            placed = self._ranked_place(clause.object)
            if placed is not None:
                return placed
            return self.held.get(clause.object[0]) or self.held.get(clause.subject[0])  # "it was her brother who"
        return self.held.get(clause.subject[0])

    def _ranked_place(self, span: Stretch) -> EntityMention | None:
        """Where something has been before: the theatre of "it is the second fire at the theatre"."""
        after = self.clauses.chunk_at.get(span[1] + 1)
        ranked = any(ORDINAL.fullmatch(word) for word in self.tokens.lower[span[0] : span[1] - 1])
        if not ranked or after is None or self.tokens.lower[span[1]] not in ("at", "in", "on"):
            return None
        return self.held.get(after[0])

    def _holds(self, word: str, mention: EntityMention) -> None:
        """Remember that somebody is "the minister", unless somebody else was."""
        known = self.holders.get(word, mention.name)
        self.holders[word] = mention.name if known == mention.name else ""

    def _holder_of(self, chunk: Stretch) -> EntityMention | None:
        """Who "the minister" is, if one was named as such."""
        if chunk[1] - chunk[0] != 2 or self.tokens.lower[chunk[0]] != "the":
            return None
        name = self.holders.get(self.tokens.lower[chunk[1] - 1])
        known = self.people.get(name.rpartition(" ")[2].lower()) if name else None
        if known is None or known.name != name:
            return None
        return changed(known, token=chunk[0] + 1, sentence=self.sentence, subject=chunk[0] in self.subjects)
