"""Who and what the last sentences mention, for pronouns to stand for: with sex or number, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses import Clauses, Stretch
from service.events.lexicon import noun_base
from service.events.naming import EntityMention, Kind, Naming
from service.events.words import REPORTING
from service.text.tokens import Tokens

_DOCUMENTS: Final = frozenset("report study book article paper survey poll document figure datum test result".split())
_MEASURES: Final = frozenset("cent percent % point points degrees miles metres meters kilometres kilometers".split())
_SMALL: Final = frozenset("JJR RB IN NNS CD".split())
_CROWDS: Final = frozenset("tens dozens scores hundreds thousands millions".split())
_ROUNDED: Final = frozenset({("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to")})
_COPULA: Final = frozenset({"is", "are", "was", "were", "be", "been", "become", "becomes", "became"})
_BESIDE: Final = 6  # tokens from what somebody is to the name
_WINDOW: Final = 2  # sentences back
_NOUN: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Entities(Naming):
    """The mentions of the last sentences of one article, front to back."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        super().__init__(tokens, tags, clauses)
        self.predicates = {
            c.object
            for c in clauses.clauses
            if c.object and c.head and tokens.lower[c.head] in _COPULA and c.subject is not None
        }
        told = [c for c in clauses.clauses if c.kind in ("main", "coordinate")]
        self.objects = {c.object for c in told if c.object is not None}
        self.recent: list[EntityMention] = []
        self.surnames: dict[str, str] = {}
        self.found: dict[int, str] = {}
        self.sentence = 0
        self.ships: set[str] = set()  # what "she" was read as
        self.told: dict[str, int] = {}  # how often each person was told of, by name
        self.standing = (False, False)  # whether what it stands beside is a subject, or an object
        self.centre: dict[int, EntityMention] = {}  # the first main subject of each sentence
        self.speaker: EntityMention | None = None  # who was last said to say something
        self.spoken_for = -2  # the last sentence whose subject speaks for somebody else
        self.unclear = -2  # the last sentence with an "it" that nothing was found for

    def begin(self, number: int) -> None:
        self.sentence = number
        self.recent = [m for m in self.recent if m.sentence >= number - _WINDOW]

    def _remember(self, mention: EntityMention, first: int) -> None:
        self.recent.append(mention)
        if mention.kind in ("female", "male", "person") and mention.is_named:
            self.told[mention.name] = self.told.get(mention.name, 0) + 1
        clause = self.subject_of.get(first)
        if clause is None or mention.kind not in ("female", "male", "person"):
            return
        if clause.kind == "main":
            self.centre.setdefault(self.sentence, mention)
        if clause.head is not None and self.tokens.lower[clause.head] in REPORTING:
            self.speaker = mention

    def _possessors(self, chunk: Stretch) -> None:
        """The people whose something the phrase names: "Prado's own future"."""
        for i in range(chunk[0] + 1, chunk[1]):
            if self.tags[i] != "POS":
                continue
            first = i
            while first > chunk[0] and self.tags[first - 1] in ("NNP", "NNPS"):
                first -= 1
            name = self._name(first, i) if first < i else None
            if name is not None:
                self._remember(self._person(name, i, False), i)
            elif self._kind(chunk[0], i) in ("female", "male", "person"):  # "the president's critics"
                text = self._definite(self._text(chunk[0], i))
                self._remember(EntityMention(text, self._kind(chunk[0], i), chunk[0], self.sentence, False), i)

    def _apposed(self, chunk: Stretch) -> bool:
        """Whether the phrase says more of the person just named: "Ilse Varga, architect"."""
        first = chunk[0]
        if first < 2 or self.tokens.words[first - 1] != "," or not self.recent:
            return False
        named = self.recent[-1]
        if self.tags[chunk[1] - 1] in ("NNP", "NNPS"):
            if named.kind in ("female", "male", "person") and named.token <= first - 2 and not named.is_named:
                self.recent.pop()
                self.standing = (named.subject, named.object)
                if named.sentence == self.sentence and first - named.token < _BESIDE:
                    self.apposed = first  # "a whistleblower, Iain Petrie"
            return False
        word = self.tokens.lower[chunk[1] - 1]
        return self._is_title(word) and named.sentence == self.sentence and named.is_named

    def _mention(self, chunk: Stretch) -> EntityMention | None:
        first, last = self._core(chunk)
        if self.tokens.lower[chunk[1] - 1] in _MEASURES:
            return None  # "fell 18 per cent"
        subject_span = self.subjects.get(chunk[0])
        if subject_span is not None and subject_span[1] > chunk[1]:  # "Brazil and India"
            return EntityMention(self._definite(self._text(*subject_span)), "things", first, self.sentence, True)
        if first < last and self.tags[last - 1] == "CD" and self.tags[last - 2] in ("NNP", "NN"):
            return EntityMention(
                self._definite(self._text(chunk[0], last)), "thing", first, self.sentence, chunk[0] in self.subjects
            )
        if first >= last or self.tags[last - 1] not in _NOUN:
            return None
        subject = chunk[0] in self.subjects
        if last - first == 1 and self._is_office(first):
            return None
        names = self._name(first, last)
        if names is not None:
            return self._person(names, last, subject)
        if last - first >= 2 and all(self.tags[i] == "NNP" for i in range(first, last)):
            self.full.setdefault(self.tokens.lower[last - 1], self._text(first, last))
        kind = self._kind(first, last)
        if kind in ("thing", "things") and noun_base(self.tokens.lower[last - 1]) in _DOCUMENTS:
            subject = False  # "reports said they met": not the reports
        text = self._counted(chunk[0], last)
        owner = self.found.get(chunk[0])
        if owner is not None and self.tags[chunk[0]] == "PRP$" and chunk[0] + 1 < last:
            text = f"{owner}{'’' if owner.endswith('s') else '’s'} {self._text(chunk[0] + 1, last)}"
        if chunk[0] == first and self.tags[first] in ("NN", "NNS"):
            text = text[:1].lower() + text[1:]
        run = last
        while run > first and (self.tags[run - 1] in ("NNP", "NNPS") or self.tokens.words[run - 1][0].isupper()):
            run -= 1
        if first < run < last and self.tags[run - 1] in ("NN", "NNS"):  # "rival bidder Norsk Bryg"
            text = self._text(run, last)
        return EntityMention(self._definite(text), kind, first, self.sentence, subject)

    def _counted(self, first: int, last: int) -> str:
        """The phrase with what its number needs: "more than 200 people", "tens of thousands of people"."""
        lower = self.tokens.lower
        if self.tags[first] == "CD" and first > 1 and (lower[first - 2], lower[first - 1]) in _ROUNDED:
            first -= 2
        if lower[last - 1] in _CROWDS:
            for _ in range(2):
                end = self.clauses.chunk_at.get(last + 1, (0, 0))[1]
                if lower[last : last + 1] != ["of"] or not end:
                    break
                last = end
        text = self._text(first, last)
        return text[:1].lower() + text[1:] if self.tags[first] in _SMALL else text

    def _person(self, name: Stretch, last: int, subject: bool) -> EntityMention:
        first = name[0]
        surname = self.tokens.lower[last - 1]
        known = self.people.get(surname)
        kind: Kind = self._sex(first, last)
        if known is not None and (last - first == 1 or self._ends(surname, first, last)):
            mention = known._replace(token=first, sentence=self.sentence, subject=subject)
            if known.kind == "person" and kind != "person":
                mention = mention._replace(kind=kind)
        else:
            full = self._text(first, last)
            if last - first == 1 and surname in self.full:
                full = self.full[surname]  # "Miss Pratt" was "Lenore Vasquez Pratt" before
            mention = EntityMention(full, kind, first, self.sentence, subject)
            if last - first >= 2:
                self.surnames.setdefault(surname, mention.name)
            if known is not None and known.kind != kind and "person" not in (kind, known.kind):
                self.people[mention.name.lower()] = mention  # a namesake: the surname stays the first one's
                return mention
        self.people[surname] = mention
        return mention
