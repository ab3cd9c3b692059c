"""Whom a pronoun stands for, where the text leaves no doubt; silence where it does.

A sex is known from the given name, a title or a word of kinship. A pronoun is filled in only when one antecedent
fits within the last sentences and nothing else could stand there as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.clauses.model import Clauses, Stretch
from service.events.referents.binding import PLURAL, SINGULAR, THING
from service.events.referents.expletives import is_expletive
from service.events.referents.naming import PEOPLE, EntityMention, Kind
from service.events.referents.things import Things
from service.events.referents.title import people_of
from service.record import changed
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_FIRST_PERSON: Final = frozenset({"i", "my", "me"})
_POSSESSIVE: Final = frozenset({"her", "his", "its", "their", "my"})
_ALONE: Final = _POSSESSIVE | {"him", "them", "it"}  # pronouns that may stand outside a noun phrase
_NOT_FILLED: Final = _POSSESSIVE | {
    "each",
    "every",
    "no",
    "any",
    "both",
    "another",
    "neither",
    "either",
    "this",
    "that",
}
_OPENING: Final = frozenset({"“", "``"})
_CLOSING: Final = frozenset({"”", "''"})
_QUOTATION_MARKS: Final = _OPENING | _CLOSING | {'"'}
_REPRESENTATIVES: Final = frozenset(
    """lawyer lawyers attorney attorneys solicitor barrister counsel agent spokesman spokeswoman spokesperson
    representative advocate""".split()
)
_SEXES: Final[dict[str, Kind]] = {"female": "female", "male": "male"}
_MEMORY: Final = 48  # mentions that are kept in mind, however long a sentence is


class Referents:
    """What the pronouns of one article stand for, by token; and the full name of who is named by surname alone.

    ``bound`` gives for a possessive the first token of the subject that it goes back to in its own clause: a headline
    that has this subject needs nothing filled in.
    """

    __slots__ = ("bound", "names", "of")

    def __init__(self, of: Mapping[int, str], names: Mapping[str, str], bound: Mapping[int, int]) -> None:
        self.of = of
        self.names = names
        self.bound = bound


def read_referents(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    tags: Sequence[str],
    clauses: Clauses,
    title: str | None = None,
    budget: Budget = UNLIMITED,
) -> Referents:
    """The certain antecedents of the article's pronouns, in one pass. Linear: a pronoun looks back two sentences.

    ``title`` is the article's headline, which may be the only place where somebody's full name stands. ``budget`` is
    polled at each sentence.
    """
    reader = _Reader(tokens, tags, clauses)
    reader.people = people_of(title)
    reader.surnames = {surname: person.name for surname, person in reader.people.items()}
    by_start = dict(clauses.chunks)
    open_at = -1  # the paragraph of a quotation that is still open
    places = iter(sorted({*by_start, *tokens.places(_ALONE)}))
    end_of_all = len(tokens)
    i = next(places, end_of_all)
    for number, sentence in enumerate(budget.over(sentences)):
        if not sentence.heading:
            reader.begin(number)
            reader.end = sentence.last
            open_at = reader.quote(sentence, open_at)
        while i < sentence.last:
            end = by_start.get(i)
            if sentence.heading:
                pass
            elif end is None:
                reader.pronoun(i)
            else:
                reader.chunk((i, end))
            i = next(places, end_of_all)
    return Referents(reader.found, reader.surnames, reader.bound)


class _Reader(Things):
    """The mentions of the last sentences, and what has been decided."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        super().__init__(tokens, tags, clauses)
        self.bound: dict[int, int] = {}
        self.seen: set[int] = set()  # pronouns
        self.end = 0  # of the sentence
        self.awaited = (-1, "")  # the last sentence that owns something before its subject is named; whose sex that is

    def quote(self, sentence: Sentence, open_at: int) -> int:
        """Mark the tokens of a sentence that are quoted; the paragraph whose quotation is open at its end, or -1."""
        inside = open_at == sentence.paragraph
        words = self.tokens.words[sentence.first : sentence.last]
        if _QUOTATION_MARKS.isdisjoint(words):
            if inside:
                self.quoted.update(range(sentence.first, sentence.last))
            return sentence.paragraph if inside else -1
        for i, word in enumerate(words, sentence.first):
            if word in _QUOTATION_MARKS:
                inside = word in _OPENING or (word not in _CLOSING and not inside)
            elif inside:
                self.quoted.add(i)
        return sentence.paragraph if inside else -1

    def chunk(self, chunk: Stretch) -> None:
        first, last = chunk
        tag = self.tags[first]
        if tag == "PRP" or (tag == "PRP$" and self.tokens.lower[first] in _POSSESSIVE):
            self.pronoun(first)
            if tag == "PRP":
                return
        if "POS" in self.tags[first + 1 : last]:
            self._possessors(chunk)
        if self.tokens.lower[last - 1] in _REPRESENTATIVES and first in self.subjects and self._speaks_for(chunk):
            self.spoken_for, self.client = self.sentence, self._client(chunk)
            self.agent = self._kind(last - 1, last)
        if chunk in self.predicates or (first > 1 and self.tokens.words[first - 1] == "," and self._apposed(chunk)):
            return
        mention = self._mention(chunk)
        if mention is None:
            return
        apposed = first == self.apposed
        if apposed:
            subject, is_object = mention.subject or self.standing[0], mention.object or self.standing[1]
            mention = changed(mention, subject=subject, object=is_object)
            if mention.kind == "person" and self.sex in ("female", "male"):
                self._learn(mention, self.sex)  # "his wife, the soprano Inga Rask"
                mention = self._sexed(mention, self.sex)
        if mention.kind == "person" and mention.is_named and self._is_awaited(mention):
            self._learn(mention, self.awaited[1])
            mention = self._sexed(mention, self.awaited[1])
        self._remember(mention)
        if apposed and self.beside is not None:
            self.held[self.beside] = mention
        if apposed and self.titled is not None:
            self._holds(self.titled, mention)
        if len(self.recent) > _MEMORY:
            del self.recent[:-_MEMORY]

    def _is_awaited(self, mention: EntityMention) -> bool:
        """Whether somebody is the subject of a sentence in which something was theirs before: "In her book, Rell"."""
        main = self.mains.get(self.sentence)
        own = main is not None and main.subject is not None and main.subject[0] <= mention.first < main.subject[1]
        return self.awaited[0] == self.sentence and (own or mention.first in self.subjects)

    def pronoun(self, i: int) -> None:
        if i in self.seen:
            return
        self.seen.add(i)
        word = self.tokens.lower[i]
        mention = self._antecedent(i, word)
        if mention is not None and mention.name.split()[0].lower() in _NOT_FILLED:
            mention = None
        if mention is not None and mention.kind in PEOPLE and mention.name.islower() and " " not in mention.name:
            mention = None  # "whose leader is her brother": nobody's name
        bare = mention is not None and mention.name.islower() and " " not in mention.name
        if mention is not None and word in THING and bare and mention.sentence != self.sentence:
            return  # "[work] is expected to open"
        if mention is None:
            if i not in self.bound:
                self._lose(i, word)
            if word in SINGULAR and self.tags[i] == "PRP$" and self._is_fronted(i):
                self.awaited = (self.sentence, SINGULAR[word])
            return
        self.found[i] = mention.name
        if word in SINGULAR and mention.kind == "person":
            self._learn(mention, SINGULAR[word])
            mention = changed(mention, kind=_SEXES[SINGULAR[word]])
        subject = i in self.subjects and self.tags[i] == "PRP"
        self._remember(EntityMention(mention.name, mention.kind, i, self.sentence, subject, False, i))

    def _is_fronted(self, i: int) -> bool:
        """Whether token ``i`` stands before the subject of its sentence."""
        main = self.mains.get(self.sentence)
        return main is not None and main.subject is not None and i < main.subject[0]

    def _may_be_subject(self, i: int, word: str) -> bool:
        """Whether the subject, still to come, is somebody new with a name whom the pronoun fits."""
        main = self.mains[self.sentence]
        subject = self._mention(main.subject) if main.subject is not None else None
        return subject is not None and subject.is_named and self._fits(subject, word) and subject.name not in self.told

    def _antecedent(self, i: int, word: str) -> EntityMention | None:
        if word == "both":
            two = self._two_before() if i in self.subjects and not self._is_quoted(i) else None
            if two is None:
                self.bound[i] = i
            return two
        if word in _FIRST_PERSON:
            speaker = self._speaker(i) if self._is_quoted(i) else None
            return speaker if speaker is not None and speaker.kind in PEOPLE else None
        if word == "it" and is_expletive(self.tokens, self.tags, i, self.end):
            self.bound[i] = i  # stands for nothing
            return None
        if word == "it" and self.tokens.lower[i + 1 : i + 2] in (["happened"], ["occurred"]):
            self.bound[i] = i  # no thing happens
            return None
        same = self._same_as_before(i, word)
        if same is not None:
            return same
        if self.tags[i] == "PRP$":
            own = self._own_doer(i)
            held = self.held.get(own) if own is not None else None
            if own is not None and held is not None and self._may_be_person(held, word):
                self.bound[i] = own
                return self._made_person(held, word)
            if own is not None and word in THING and self._is_of_another_named(i, word):
                self.bound[i] = own
                return None  # "will not lift the ban imposed on Norland after its defeat"
            if own is not None and (held is None or self._fits(held, word)):
                return self._bind(i, own, word)
            if own is not None and held is not None and word in SINGULAR and self._could_be_person(held):
                self.bound[i] = own
                return None  # "said that Anselm Roy would meet his father"
            if own is not None and held is not None and self._is_agent(own, held, word):
                self.bound[i] = own
                return None  # "the headliner lost her voice"
        is_object = self.tags[i] == "PRP" and i not in self.subjects
        reporter = None if is_object else self._reporter(i)
        if reporter is not None or self.doubted == i:
            return reporter
        if word in SINGULAR:
            if self.tags[i] == "PRP$" and self._joined(i):
                return self._beside(i)
            if self.tags[i] == "PRP$" and self._is_fronted(i) and self._may_be_subject(i, word):
                return None  # "In her memoir the envoy Dana Rolle": hers, or not
            if self.tags[i] == "PRP" and self._may_be_whom_main_tells(i):
                return None
            return self._he_or_she(i) or self._speaking(i)
        if word in PLURAL:
            return self._object_them(i) if is_object else self._they(i)
        if word in THING:
            found = self._object_it(i) if is_object else self._it(i)
            return found or (self._only_thing(i) if word == "its" else None)
        return None

    def _same_as_before(self, i: int, word: str) -> EntityMention | None:
        """What the same pronoun stands for as the subject of the clause that this one is joined to: "it passed a
        signal, and at noon it ran into a train"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "coordinate" or clause.parent is None or self._is_quoted(i):
            return None
        above = self.clauses.clauses[clause.parent].subject
        if above is None or above[0] >= i or above[0] not in self.found or self.tokens.lower[above[0]] != word:
            return None
        return self.held.get(above[0])

    def _speaks_for(self, chunk: Stretch) -> bool:
        """Whether the phrase of a representative says for whom: "Rell's lawyer", "her agent"."""
        return "POS" in self.tags[chunk[0] : chunk[1]] or self.tags[chunk[0]] == "PRP$"

    def _is_agent(self, own: int, held: EntityMention, word: str) -> bool:
        """Whether a subject that is told of as "her" or "his" may be somebody, by the form of its noun."""
        span = self.subjects.get(own)
        if word not in SINGULAR or held.kind != "thing" or held.is_named or span is None:
            return False
        return self.tokens.lower[span[1] - 1].endswith(("liner", "ler", "ger", "ner", "ist", "eer", "eur"))

    def _client(self, chunk: Stretch) -> Kind:
        """The sex of whom they speak for, as far as it is known."""
        word = self.tokens.lower[chunk[0]]
        if word in SINGULAR:
            return _SEXES[SINGULAR[word]]
        last = self.recent[-1] if self.recent else None
        return last.kind if last is not None and chunk[0] <= last.token < chunk[1] else "thing"

    def _bind(self, i: int, own: int, word: str) -> EntityMention | None:
        """What the subject of its own clause is, for a possessive: "the bank raised its rate"."""
        held = self.held.get(own)
        if held is None:
            self.bound[i] = own
            return None
        if self._object_fits(i, word) and held.kind not in PEOPLE:
            return None
        self.bound[i] = own
        return held

    def _lose(self, i: int, word: str) -> None:
        """Remember that nothing was found: what comes after may go back to that."""
        kind = SINGULAR.get(word) or ("they" if word in PLURAL else "it")
        if i in self.subjects and self.tags[i] == "PRP":
            self.lost[kind] = self.sentence
        self.lost_here[kind] = self.sentence
        if self.tags[i] == "PRP" and i not in self.subjects and word in ("it", "them"):
            self.unclear = self.sentence
