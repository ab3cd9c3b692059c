"""Whom a pronoun stands for, where the text leaves no doubt; silence where it does.

A sex is known from the given name, a title or a word of kinship. A pronoun is filled in only when one antecedent
fits within the last sentences and nothing else could stand there as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.clauses import Clause, Clauses, Stretch
from service.events.lexicon import LEXICON, noun_base, verb_base
from service.events.naming import EntityMention, Kind
from service.events.people import SINGULAR, People
from service.events.title import people_of
from service.events.words import REPORTING
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_WHEN: Final = frozenset("since before after when until till once while as where".split())
_COUNTED: Final = frozenset("one two three four five six some most many none all both several each".split())
_OFFICIAL: Final = frozenset(
    """raise issue order urge advise expect plan publish launch appoint lift lower suspend approve reject open
    close""".split()
)
_REPRESENTATIVES: Final = frozenset(
    """lawyer lawyers attorney attorneys solicitor barrister counsel agent spokesman spokeswoman spokesperson
    representative advocate""".split()
)
_WEATHER: Final = frozenset("rain snow hail drizzle thunder freeze".split())
_UNITS: Final = frozenset("second minute hour day week month year decade".split())
_TAKING: Final = 8  # tokens: "took them more than three days to"
_PEOPLE: Final = ("female", "male", "person")
_PHRASE: Final = 6  # tokens
_THING: Final = frozenset({"it", "its"})
_PLURAL: Final = frozenset({"they", "their", "them"})
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
_SEXES: Final[dict[str, Kind]] = {"female": "female", "male": "male"}
_MEMORY: Final = 48  # mentions that are kept in mind, however long a sentence is


class Referents:
    """What the pronouns of one article stand for, by token; and the full name of who is named by surname alone."""

    __slots__ = ("names", "of")

    def __init__(self, of: Mapping[int, str], names: Mapping[str, str]) -> None:
        self.of = of
        self.names = names


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
    for number, sentence in enumerate(budget.over(sentences)):
        if sentence.heading:
            continue
        reader.begin(number)
        inside = range(sentence.first, sentence.last)
        for i in [i for i in inside if i in by_start or tokens.lower[i] in _ALONE]:
            if i in by_start:
                reader.chunk((i, by_start[i]))
            else:
                reader.pronoun(i)
    return Referents(reader.found, reader.surnames)


class _Reader(People):
    """The mentions of the last sentences, and what has been decided."""

    def chunk(self, chunk: Stretch) -> None:
        first = chunk[0]
        word = self.tokens.lower[first]
        if word in _POSSESSIVE and self.tags[first] == "PRP$":
            self.pronoun(first)
        if self.tags[first] == "PRP":
            self.pronoun(first)
            return
        self._possessors(chunk)
        if first in self.subjects and self._speaks_for(chunk):
            self.spoken_for = self.sentence
        if chunk in self.predicates or self._apposed(chunk):
            return
        mention = self._mention(chunk)
        if mention is not None:
            subject, is_object = self.standing if first == self.apposed else (False, False)
            is_object = is_object or chunk in self.objects or mention.object
            mention = mention._replace(subject=mention.subject or subject, object=is_object)
            self._remember(mention, chunk[0])
            del self.recent[:-_MEMORY]

    def pronoun(self, i: int) -> None:
        if i in self.found:
            return
        word = self.tokens.lower[i]
        mention: EntityMention | None = None
        object_case = word in ("him", "it", "them") or (word == "her" and self.tags[i] == "PRP")
        reporter = self._reporter(i)
        if reporter is not None and (not object_case or i in self.subjects):
            mention = reporter
        elif word in SINGULAR and word in _POSSESSIVE and self._joined(i):
            mention = self._beside(i, SINGULAR[word])  # "an instructor and her student"
        elif word in SINGULAR:
            mention = self._he_or_she(SINGULAR[word], self._own_subject(i) if object_case else None)
            if mention is None and i in self.subjects:
                mention = self._speaking(i, SINGULAR[word])
        elif object_case and i not in self.subjects:
            mention = self._object_it(i) if word == "it" else self._object_them(i) if word == "them" else None
            if mention is None:
                self.unclear = self.sentence
        elif word == "its" and self._own_it(i):
            mention = None  # "it raised its alert": whose it is, nobody knows more of
        elif word == "it" and self._is_expletive(i):
            mention = None
        elif word in _THING:
            when = self._when(i)
            mention = self._it_when(i, when) if when is not None else self._it(("thing",), self._holder(i), i)
        elif word in _PLURAL:
            mention = self._both(i) or self._between(i) or self._it(("things",), self._holder(i), i)
        elif word in _FIRST_PERSON:
            mention = self._speaker(i)
        if mention is None or mention.name.split()[0].lower() in _NOT_FILLED:
            return
        if word in _THING and mention.name.islower() and " " not in mention.name:
            return  # "[work] is expected to open"
        self.found[i] = mention.name
        if word in SINGULAR and mention.kind == "person":
            self._learn(mention, SINGULAR[word])
            mention = mention._replace(kind=_SEXES[SINGULAR[word]])
        self._remember(mention._replace(token=i, sentence=self.sentence, subject=i in self.subjects), i)

    def _it(self, kinds: tuple[str, ...], holder: int | None = None, i: int | None = None) -> EntityMention | None:
        """The nearest subject of that number; else the one object of the sentence before."""
        if self.unclear >= self.sentence - 1:
            return None
        near = [m for m in self.recent if m.kind in kinds and m.sentence >= self.sentence - 1 and m.token != holder]
        if "things" in kinds and i is not None and (self._says(i) or i not in self.subjects):
            near = [m for m in near if not _is_happening(m)]  # attacks deny nothing, and have no names
        subjects = [m for m in near if m.subject and not self._only_speaks(m)]
        if subjects:
            last = max(m.sentence for m in subjects)
            fitting = [m for m in subjects if m.sentence == last]
            if holder is None and self._acts(i) and any(self._only_speaks(m) for m in near if m.sentence == last):
                return None  # "…, the survey said. It raised its alert": the survey as well as what it said
            if last < self.sentence and any(m.sentence == self.sentence for m in near):
                return None
            if len({m.name for m in fitting}) != 1 or self._is_aside(fitting[-1], near):
                return None
            return fitting[0]
        objects = {m.name: m for m in near if m.object}
        people = {m.name for m in self.recent if m.sentence == self.sentence - 1 and m.kind in _PEOPLE}
        if "things" in kinds and len(people) > 1:
            return None
        return next(iter(objects.values())) if len(objects) == 1 else None

    def _speaks_for(self, chunk: Stretch) -> bool:
        """Whether the phrase names who speaks for somebody: "Rell's lawyer", "her agent"."""
        owned = "POS" in self.tags[chunk[0] : chunk[1]] or self.tags[chunk[0]] == "PRP$"
        return owned and self.tokens.lower[chunk[1] - 1] in _REPRESENTATIVES

    def _is_expletive(self, i: int) -> bool:
        """Whether "it" stands for nothing: "it rained", "it took three days to reach them"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.head is None or clause.verb is None:
            return False
        verb = verb_base(self.tokens.lower[clause.head])
        if verb != "take":
            return verb in _WEATHER
        ahead = self.tokens.lower[clause.verb[1] : clause.verb[1] + _TAKING]
        return "to" in ahead and any(word.rstrip("s") in _UNITS for word in ahead)

    def _says(self, i: int) -> bool:
        """Whether the pronoun is the subject of a verb of saying."""
        clause = self.subject_of.get(i)
        return clause is not None and clause.head is not None and self.tokens.lower[clause.head] in REPORTING

    def _only_speaks(self, mention: EntityMention) -> bool:
        """Whether it is only who says what the sentence tells: "…, the sheriff's office said"."""
        clause = self.subject_of.get(mention.token) or self.subject_of.get(mention.token - 1)
        return clause is not None and clause.kind == "attribution"

    def _own_it(self, i: int) -> bool:
        """Whether the subject of the clause is an "it" that stands for nothing known."""
        subject = self.clauses.at(i).subject
        return subject is not None and self.tokens.lower[subject[0]] == "it" and subject[0] not in self.found

    def _acts(self, i: int | None) -> bool:
        """Whether the pronoun is the subject of what offices and firms do."""
        clause = self.subject_of.get(i) if i is not None else None
        head = self.tokens.lower[clause.head] if clause is not None and clause.head is not None else ""
        return head in REPORTING or verb_base(head) in _OFFICIAL

    def _joined(self, i: int) -> bool:
        """Whether "and" joins the pronoun's phrase to the phrase before it."""
        return i > 1 and self.tokens.lower[i - 1] in ("and", "or") and self.tags[i - 2] in ("NN", "NNP")

    def _beside(self, i: int, kind: str) -> EntityMention | None:
        last = self.recent[-1] if self.recent else None
        fits = last is not None and last.sentence == self.sentence and last.kind in (kind, "person")
        return last if fits and last is not None and i - last.token < _PHRASE else None

    def _is_aside(self, subject: EntityMention, near: list[EntityMention]) -> bool:
        """Whether the subject only stands in a clause that says when, and another thing is named after it: "when the
        pit closed she joined the executive, and became its head"."""
        later = any(m.sentence == self.sentence and m.token > subject.token and m.name != subject.name for m in near)
        return subject.sentence == self.sentence and later and self.clauses.at(subject.token).kind == "adverbial"

    def _when(self, i: int) -> Clause | None:
        """The clause that "it" is the subject of, where that only says when: "since it reopened"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "adverbial" or clause.marker is None or clause.fronted:
            return None
        return clause if self.tokens.lower[clause.marker] in _WHEN else None

    def _it_when(self, i: int, clause: Clause) -> EntityMention | None:
        """The subject of the clause that is dated; else the only thing that it names."""
        here = [m for m in self.recent if m.kind == "thing" and m.sentence == self.sentence and m.token < i]
        above = self.clauses.clauses[clause.parent] if clause.parent is not None else clause
        if above.kind == "relative" and above.antecedent is not None and here:
            before = [m for m in here if m.token <= above.antecedent]
            return before[-1] if before else None
        main = {m.name: m for m in here if m.subject and self.clauses.at(m.token).kind == "main"}
        if clause.object is not None and len(main) == 1:
            return next(iter(main.values()))  # "denied felling trees on the slope since it bought the mine"
        inside = {m.name: m for m in here if self.clauses.clause_of[m.token] == clause.parent}
        plain = {name: m for name, m in inside.items() if not m.is_named}
        subjects = {m.name: m for m in here if m.subject}
        for found in (inside, plain, subjects):
            if len(found) == 1:
                return next(iter(found.values()))
        return None if here else self._it(("thing",))

    def _holder(self, i: int) -> int | None:
        """The thing whose own phrase the pronoun stands in: in "several editions of their guide" not the editions."""
        if i < 2 or self.tokens.lower[i - 1] != "of" or not self.recent:
            return None
        last = self.recent[-1]
        return last.token if last.sentence == self.sentence and i - last.token < _PHRASE else None

    def _object_it(self, i: int) -> EntityMention | None:
        """What "it" is as an object: the subject of the sentence before, where its own names nothing else."""
        own = self.clauses.at(i).subject
        here = [m for m in self.recent if m.sentence == self.sentence and m.kind in ("thing", "things")]
        if own is None or any(not own[0] <= m.token < own[1] for m in here):
            return None
        subjects = {
            m.name: m for m in self.recent if m.subject and m.kind == "thing" and m.sentence == self.sentence - 1
        }
        here_names = {m.name for m in here}
        only = next(iter(subjects.values())) if len(subjects) == 1 else None
        return only if only is not None and only.name not in here_names else None

    def _object_them(self, i: int) -> EntityMention | None:
        """The only other subject of the sentence, where it is plural ("the ministers hear Ek, who accused them"); for
        "one of them" the only things that the sentence before names in the plural."""
        if i > 1 and self.tokens.lower[i - 1] == "of" and self.tokens.lower[i - 2] in _COUNTED:
            here = {m.name: m for m in self.recent if m.kind == "things" and m.sentence == self.sentence and m.object}
            if here:
                return next(iter(here.values())) if len(here) == 1 else None
            many = {m.name: m for m in self.recent if m.kind == "things" and m.sentence == self.sentence - 1}
            return next(iter(many.values())) if len(many) == 1 else None
        own = self.clauses.at(i)
        subjects = {m.name: m for m in self.recent if m.sentence == self.sentence and m.subject}
        if own.kind != "relative" or len(subjects) != 1:
            return None
        only = next(iter(subjects.values()))
        return only if only.kind == "things" else None


def _is_happening(mention: EntityMention) -> bool:
    """Whether what is named is an event or an amount, which says nothing and has no name: "attacks", "shares"."""
    last = mention.name.rpartition(" ")[2].lower()
    return not mention.is_named and (noun_base(last) in LEXICON.nouns or last in LEXICON.nouns)
