"""Who and what the last sentences mention, for pronouns to stand for: with sex or number, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from service.events.clauses.model import Clauses, Stretch
from service.events.referents.naming import PROPER, ROUNDED, EntityMention, Kind, Naming
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import REPORTING
from service.record import changed
from service.text.tagset import NOUN
from service.text.tokens import Tokens

DOCUMENTS: Final = frozenset("report study book article paper survey poll document figure datum test result".split())
_AGE: Final = re.compile(r", \d+,?(?= and\b|$)")  # "Karim Aziz, 44, and Nadeem Aziz"
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|\w+(?:fth|xth|nth|hth|nd?th|ieth)")
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_MEASURES: Final = frozenset("cent percent % point points degrees miles metres meters kilometres kilometers".split())
_SMALL: Final = frozenset("JJR RB IN NNS CD".split())
_MAKING: Final = frozenset("made named elected appointed crowned declared dubbed ordained".split())
_CROWDS: Final = frozenset("tens dozens scores hundreds thousands millions".split())
_COPULA: Final = frozenset({"is", "are", "was", "were", "be", "been", "become", "becomes", "became"})
_EQUATING: Final = _COPULA | _MAKING
_PEOPLE: Final = frozenset({"female", "male", "person"})
_CORE: Final = frozenset({"DT", "PDT", "PRP$", "CD", "JJ"})  # tags before what a phrase names
_JOINED: Final = (["CC"], [","])
# "It was the clerk who", "there was a fire": they stand for what is told after them.
_DUMMIES: Final = frozenset({"it", "there"})
_ANY: Final = frozenset(
    """any no every each neither either everyone everybody someone somebody anyone anybody nobody nothing something
    anything everything none""".split()
)
_CALLING: Final = frozenset("call deem declare consider find label brand".split())
_THOSE: Final = frozenset({"them", "these", "those", "whom"})  # "among them was a teacher"
_BESIDE: Final = 6  # tokens from what somebody is to the name
_STEPS: Final = 3  # phrases back to what a name stands beside
_DYING: Final = frozenset({"died", "dies"})
_WINDOW: Final = 2  # sentences back
_SENTENCE: Final = attrgetter("sentence")


def _equates(verb: list[str]) -> bool:
    """Whether a verb says what its subject is: "became the head", "was made a dame"."""
    if not verb:
        return False
    return verb[-1] in _COPULA or (verb[-1] in _MAKING and not _COPULA.isdisjoint(verb))


class Entities(Naming):
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
        if mention.kind not in _PEOPLE:
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
        ranked = any(_ORDINAL.fullmatch(word) for word in self.tokens.lower[span[0] : span[1] - 1])
        if not ranked or after is None or self.tokens.lower[span[1]] not in ("at", "in", "on"):
            return None
        return self.held.get(after[0])

    def _possessors(self, chunk: Stretch) -> None:
        """The people whose something the phrase names: "Prado's own future"."""
        for i in range(chunk[0] + 1, chunk[1]):
            if self.tags[i] != "POS" or self.tags[i + 1 : i + 2] == ["NNP"]:
                continue  # "the Queen's School" is a name
            first = i
            while first > chunk[0] and self.tags[first - 1] in ("NNP", "NNPS"):
                first -= 1
            name = self._name(first, i) if first < i else None
            if name is None and first < i and self.tags[first] == "NNP":
                self._remember(EntityMention(self._text(first, i), "thing", first, self.sentence, False, False, i))
            if name is not None:
                self._remember(changed(self._person(name, i, False), first=i))
            elif self._kind(chunk[0], i) in ("female", "male", "person"):  # "the president's critics"
                holder = self._holder_of((chunk[0], i))
                if holder is not None:
                    self._remember(changed(holder, subject=False, first=i))
                    continue
                text = self._definite(self._text(chunk[0], i))
                kind = self._kind(chunk[0], i)
                self._remember(EntityMention(text, kind, chunk[0], self.sentence, False, False, i))

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

    def _touches(self, named: EntityMention, comma: int) -> bool:
        """Whether a phrase ends right before the comma."""
        chunk = self.clauses.chunk_at.get(comma - 1)
        return chunk is not None and chunk[0] == named.first and self.tokens.lower[comma + 1] in ("a", "an")

    def _ends_before(self, named: EntityMention, comma: int) -> bool:
        """Whether a person's phrase ends right before the comma: "her father, a bricklayer, died"."""
        chunk = self.clauses.chunk_at.get(comma - 1)
        return chunk is not None and chunk[0] <= named.token < chunk[1] and named.kind in ("female", "male", "person")

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
            if held is not None and held.kind in ("female", "male", "person"):
                fits = held in self.recent and held.sentence == self.sentence and not held.is_named
                self.beside = chunk[0] if fits else None
                return held if fits else None
            before = chunk[0] - 1
            chunk = self.clauses.chunk_at.get(before - 1) if before > 0 and self.tags[before] == "IN" else None
        return None

    def _mention(self, chunk: Stretch) -> EntityMention | None:
        """What a noun phrase names, None where that is nothing that a pronoun can stand for."""
        tags, lower = self.tags, self.tokens.lower
        begin, last = chunk
        opening, ending = lower[begin], lower[last - 1]
        if ending in _MEASURES:
            return None  # "fell 18 per cent"
        first, acted_on = self._core(chunk), chunk in self.objects
        span = self.subjects.get(begin)
        if span is not None and span[1] > last and tags[last : last + 1] in _JOINED:  # "Brazil and India"
            both = self._definite(_AGE.sub("", self._text(*span)))
            return EntityMention(both, "things", first, self.sentence, True, acted_on, begin)
        if (
            opening in _ANY
            or (ending[-2:] in _ORDINAL_ENDINGS and _ORDINAL.fullmatch(ending) is not None)  # "an eleventh": of what?
            or (last - begin > 2 and self._is_called(chunk))
            or (begin == first and lower[begin - 1] == "as" and self._is_capacity(first, last))
        ):
            return None
        subject = span is not None
        if first < last and tags[last - 1] == "CD" and tags[last - 2] in ("NNP", "NN"):
            text = self._definite(self._text(begin, last))
            return EntityMention(text, "thing", first, self.sentence, subject, acted_on, begin)
        if first >= last or tags[last - 1] not in NOUN:
            return None
        if last - first == 1 and begin == first and self._is_office(first):
            return None
        capital = tags[last - 1] in PROPER or not self.tokens.words[last - 1][0].islower()
        known = self._named(chunk, first, subject) if capital else None
        if known is None and last - begin == 2 and opening == "the":
            known = self._holder_of(chunk)
        if known is not None:
            return changed(known, object=known.object or acted_on, first=begin)
        kind = self._kind(first, last)
        if subject and kind not in _PEOPLE and noun_base(ending) in DOCUMENTS and self._reports(chunk):
            subject = False  # "reports said they met": not the reports
        text = self._definite(self._described_as(chunk, first, capital))
        return EntityMention(text, kind, first, self.sentence, subject, acted_on, begin)

    def _named(self, chunk: Stretch, first: int, subject: bool) -> EntityMention | None:
        """The person whose name ends a noun phrase; any other name of several words is kept in mind."""
        last = chunk[1]
        names = self._name(first, last)
        if names is not None:
            person = self._person(names, last, subject)
            if names[0] > chunk[0] and self._is_title(self.tokens.lower[names[0] - 1]):
                self._holds(self.tokens.lower[names[0] - 1], person)
            return person
        if last - first >= 2 and all(self.tags[i] == "NNP" for i in range(first, last)):
            self.full.setdefault(self.tokens.lower[last - 1], self._text(first, last))
        return None

    def _described_as(self, chunk: Stretch, first: int, capital: bool) -> str:
        """How the article names a thing. ``capital``: its last word may be a name's."""
        begin, last = chunk
        tag = self.tags[begin]
        owner = self.found.get(begin) if tag == "PRP$" and begin + 1 < last else None
        if owner is not None:
            text = f"{owner}{'’' if owner.endswith('s') else '’s'} {self._text(begin + 1, last)}"
        else:
            text = self._counted(begin, last)
        if begin == first and tag in ("NN", "NNS") and text[1:].islower():
            text = text[:1].lower() + text[1:]
        if not capital:
            return text
        run = last
        while run > first and (self.tags[run - 1] in PROPER or self.tokens.words[run - 1][0].isupper()):
            run -= 1
        rival = first < run < last and self.tags[run - 1] in ("NN", "NNS")
        return self._text(run, last) if rival else text  # "rival bidder Norsk Bryg"

    def _reports(self, chunk: Stretch) -> bool:
        clause = self.subject_of.get(chunk[0])
        return clause is not None and clause.head is not None and self.tokens.lower[clause.head] in REPORTING

    def _is_called(self, chunk: Stretch) -> bool:
        """Whether the phrase may hold what its thing was called: "called the new offer fair"."""
        clause = self.clauses.at(chunk[0])
        if clause.object != chunk or clause.head is None or chunk[1] - chunk[0] < 3:
            return False
        return verb_base(self.tokens.lower[clause.head]) in _CALLING

    def _counted(self, first: int, last: int) -> str:
        """The phrase with what its number needs: "more than 200 people", "tens of thousands of people"."""
        lower, tag = self.tokens.lower, self.tags[first]
        if tag == "CD" and first > 1 and (lower[first - 2], lower[first - 1]) in ROUNDED:
            first -= 2
            tag = self.tags[first]
        if lower[last - 1] in _CROWDS:
            for _ in range(2):
                end = self.clauses.chunk_at.get(last + 1, (0, 0))[1]
                if lower[last : last + 1] != ["of"] or not end:
                    break
                last = end
        elif last - first == 1 and tag == "NNS" and lower[last : last + 1] == ["in"]:
            named = self.clauses.chunk_at.get(last + 1, (0, 0))
            if named[1] and all(self.tags[i] == "NNP" for i in range(*named)):
                last = named[1]  # "shares in Norvane"
        text = self._text(first, last)
        return text[:1].lower() + text[1:] if tag in _SMALL else text

    def _is_capacity(self, first: int, last: int) -> bool:
        """Whether a bare title after "as" only says as what somebody does something: "as minister she cancelled it"."""
        return first > 0 and self.tags[last - 1] == "NN" and self._is_title(self.tokens.lower[last - 1])

    def _is_office(self, i: int) -> bool:
        """Whether a title names an office, not who holds it: "served as Minister of Works"."""
        return (
            self._is_title(self.tokens.lower[i])
            and self.tokens.lower[i + 1 : i + 2] == ["of"]
            and i not in self.subjects
        )

    def _core(self, chunk: Stretch) -> int:
        """Where what a phrase names begins, after its determiners, numbers and adjectives."""
        first, last = chunk
        tags, words = self.tags, self.tokens.words
        while first < last and tags[first] in _CORE:
            if words[first][0].isupper() and self._given(first):
                break
            if tags[first] == "JJ" and self.tokens.lower[first] in PERSONS:
                break  # "substitute Jodie Lathan"
            first += 1
        return first
