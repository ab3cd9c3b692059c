"""Whom a pronoun stands for, where the text leaves no doubt; silence where it does.

A sex is known from the given name, a title or a word of kinship. A pronoun is filled in only when one antecedent
fits within the last sentences and nothing else could stand there as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from service.article import UNLIMITED, Budget
from service.events.clauses import Clause, Clauses, Stretch
from service.events.lexicon import noun_base, verb_base
from service.events.names import NAMES, PERSONS
from service.events.words import REPORTING
from service.text.sentences import Sentence
from service.text.tokens import Tokens

Kind = Literal["female", "male", "person", "thing", "things"]

_TOGETHER: Final = frozenset("speak talk meet negotiate confer correspond quarrel argue discuss".split())
_PARTNERS: Final = frozenset("marry divorce separate wed split part reunite elope".split())
_COLLECTIVE: Final = frozenset("couple pair duo trio twins police crew family".split())
_WHEN: Final = frozenset("since before after when until till once while as where".split())
_COUNTED: Final = frozenset("one two three four five six some most many none all both several each".split())
_PHRASE: Final = 6  # tokens
_SPOKEN: Final = 3  # sentences after which a speaker has been forgotten
_DOCUMENTS: Final = frozenset("report study book article paper survey poll document figure datum test result".split())
_SINGULAR: Final = {"she": "female", "her": "female", "hers": "female", "he": "male", "him": "male", "his": "male"}
_THING: Final = frozenset({"it", "its"})
_PLURAL: Final = frozenset({"they", "their", "them"})
_FIRST_PERSON: Final = frozenset({"i", "my", "me"})
_POSSESSIVE: Final = frozenset({"her", "his", "its", "their", "my"})
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
_COPULA: Final = frozenset({"is", "are", "was", "were", "be", "been", "become", "becomes", "became"})
_MEMORY: Final = 48  # mentions that are kept in mind, however long a sentence is
_WINDOW: Final = 2  # sentences back
_NOUN: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Mention(NamedTuple):
    """Somebody or something that a pronoun may stand for. ``subject``: it is the subject of its clause."""

    name: str
    kind: Kind
    token: int
    sentence: int
    subject: bool
    object: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is a name ("Anna Berg"), no description ("Anna Berg's lawyer")."""
        return self.name.rpartition(" ")[2][:1].isupper()


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
    budget: Budget = UNLIMITED,
) -> Referents:
    """The certain antecedents of the article's pronouns, in one pass. Linear: a pronoun looks back two sentences.

    ``budget`` is polled at each sentence.
    """
    reader = _Reader(tokens, tags, clauses)
    by_start = dict(clauses.chunks)
    for number, sentence in enumerate(budget.over(sentences)):
        if sentence.heading:
            continue
        reader.begin(number)
        i = sentence.first
        while i < sentence.last:
            if i in by_start:
                reader.chunk((i, by_start[i]))
            elif tokens.lower[i] in _POSSESSIVE or tokens.lower[i] in ("him", "them", "it"):
                reader.pronoun(i)
            i += 1
    return Referents(reader.found, reader.surnames)


class _Reader:
    """The mentions of the last sentences, and what has been decided."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        self.tokens, self.tags = tokens, tags
        self.subjects = {c.subject[0]: c.subject for c in clauses.clauses if c.subject and c.head}
        self.subject_of = {c.subject[0]: c for c in reversed(clauses.clauses) if c.subject and c.head}
        self.predicates = {
            c.object
            for c in clauses.clauses
            if c.object and c.head and tokens.lower[c.head] in _COPULA and c.subject is not None
        }
        told = [c for c in clauses.clauses if c.kind in ("main", "coordinate")]
        self.objects = {c.object for c in told if c.object is not None}
        self.clauses = clauses
        self.recent: list[Mention] = []
        self.people: dict[str, Mention] = {}  # by surname
        self.surnames: dict[str, str] = {}
        self.found: dict[int, str] = {}
        self.sentence = 0
        self.full: dict[str, str] = {}  # names of several words by their last, whoever or whatever bears them
        self.centre: dict[int, Mention] = {}  # the first main subject of each sentence
        self.speaker: Mention | None = None  # who was last said to say something
        self.unclear = -2  # the last sentence with an "it" that nothing was found for

    def begin(self, number: int) -> None:
        self.sentence = number
        self.recent = [m for m in self.recent if m.sentence >= number - _WINDOW]

    # -- what is mentioned

    def chunk(self, chunk: Stretch) -> None:
        first = chunk[0]
        word = self.tokens.lower[first]
        if word in _POSSESSIVE and self.tags[first] == "PRP$":
            self.pronoun(first)
        if self.tags[first] == "PRP":
            self.pronoun(first)
            return
        if chunk in self.predicates or self._apposed(chunk):
            return
        mention = self._mention(chunk)
        if mention is not None:
            mention = mention._replace(object=chunk in self.objects)
            self._remember(mention, chunk[0])
            del self.recent[:-_MEMORY]

    def _remember(self, mention: Mention, first: int) -> None:
        self.recent.append(mention)
        clause = self.subject_of.get(first)
        if clause is None or mention.kind not in ("female", "male", "person"):
            return
        if clause.kind == "main":
            self.centre.setdefault(self.sentence, mention)
        if clause.head is not None and self.tokens.lower[clause.head] in REPORTING:
            self.speaker = mention

    def _apposed(self, chunk: Stretch) -> bool:
        """Whether the phrase says more of the person just named: "Ilse Varga, architect"."""
        first = chunk[0]
        if first < 2 or self.tokens.words[first - 1] != "," or not self.recent:
            return False
        named = self.recent[-1]
        if self.tags[chunk[1] - 1] in ("NNP", "NNPS"):
            if named.kind == "person" and named.token <= first - 2 and not named.is_named:
                self.recent.pop()
            return False
        word = self.tokens.lower[chunk[1] - 1]
        return self._is_title(word) and named.sentence == self.sentence and named.is_named

    def _mention(self, chunk: Stretch) -> Mention | None:
        first, last = self._core(chunk)
        subject_span = self.subjects.get(chunk[0])
        if subject_span is not None and subject_span[1] > chunk[1]:  # "Brazil and India"
            return Mention(self._definite(self._text(*subject_span)), "things", first, self.sentence, True)
        if first < last and self.tags[last - 1] == "CD" and self.tags[last - 2] in ("NNP", "NN"):
            return Mention(
                self._definite(self._text(chunk[0], last)), "thing", first, self.sentence, chunk[0] in self.subjects
            )
        if first >= last or self.tags[last - 1] not in _NOUN:
            return None
        subject = chunk[0] in self.subjects
        names = self._name(first, last)
        if names is not None:
            return self._person(names, last, subject)
        if last - first >= 2 and all(self.tags[i] == "NNP" for i in range(first, last)):
            self.full.setdefault(self.tokens.lower[last - 1], self._text(first, last))
        kind = self._kind(first, last)
        if kind in ("thing", "things") and noun_base(self.tokens.lower[last - 1]) in _DOCUMENTS:
            subject = False  # "reports said they met": not the reports
        text = self._text(chunk[0], last)
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
        return Mention(self._definite(text), kind, first, self.sentence, subject)

    def _core(self, chunk: Stretch) -> Stretch:
        first, last = chunk
        while first < last and self.tags[first] in ("DT", "PDT", "PRP$", "CD", "JJ") and not self._given(first):
            first += 1
        return first, last

    def _name(self, first: int, last: int) -> Stretch | None:
        """The person's name that ends a noun phrase: a given name and what follows, or a surname after a title."""
        lower, tags = self.tokens.lower, self.tags
        begin = last
        while begin > first and (
            tags[begin - 1] in ("NNP", "NNPS") or self.tokens.words[begin - 1] == "-" or self._given(begin - 1)
        ):
            begin -= 1
        if begin == last:
            return None
        for i in range(begin, last):
            if self._given(i) and (i + 1 < last or last - begin == 1):
                return i, last
        title = lower[begin - 1] if begin > first else lower[begin]
        if self._is_title(title) or self._is_title(lower[begin]):
            while begin < last - 1 and self._is_title(lower[begin]):
                begin += 1
            return begin, last
        surname = lower[last - 1]
        if last - begin == 1 and surname in self.people:
            return begin, last
        if last - begin >= 2 and self._aged(last):
            return begin, last
        return None

    def _given(self, i: int) -> bool:
        """Whether the token is a given name."""
        word = self.tokens.lower[i]
        return self.tokens.words[i][0].isupper() and (word in NAMES["female"] or word in NAMES["male"])

    def _is_title(self, word: str) -> bool:
        return word in PERSONS

    def _aged(self, last: int) -> bool:
        """Whether ", 58," follows."""
        lower = self.tokens.lower
        return (
            last + 2 < len(lower)
            and lower[last] == ","
            and lower[last + 1].isdigit()
            and 0 < int(lower[last + 1][:4]) < 120
            and lower[last + 2] in (",", ".")
        )

    def _person(self, name: Stretch, last: int, subject: bool) -> Mention:
        first = name[0]
        surname = self.tokens.lower[last - 1]
        known = self.people.get(surname)
        kind: Kind = self._sex(first, last)
        if known is not None and last - first == 1:
            mention = known._replace(token=first, sentence=self.sentence, subject=subject)
            if known.kind == "person" and kind != "person":
                mention = mention._replace(kind=kind)
        else:
            full = self._text(first, last)
            if last - first == 1 and surname in self.full:
                full = self.full[surname]  # "Miss Pratt" was "Lenore Vasquez Pratt" before
            mention = Mention(full, kind, first, self.sentence, subject)
            if last - first >= 2:
                self.surnames.setdefault(surname, mention.name)
            if known is not None and known.kind != kind and "person" not in (kind, known.kind):
                self.people[mention.name.lower()] = mention  # a namesake: the surname stays the first one's
                return mention
        self.people[surname] = mention
        return mention

    def _sex(self, first: int, last: int) -> Kind:
        lower = self.tokens.lower
        for word in lower[max(0, first - 2) : last]:
            if word in NAMES["female_words"] or word in NAMES["female"]:
                return "female"
            if word in NAMES["male_words"] or word in NAMES["male"]:
                return "male"
        return "person"

    def _kind(self, first: int, last: int) -> Kind:
        word, tag = self.tokens.lower[last - 1], self.tags[last - 1]
        if word in NAMES["female_words"]:
            return "female"
        if word in NAMES["male_words"]:
            return "male"
        if word in NAMES["person_words"]:
            return "person"
        if word in _COLLECTIVE:
            return "things"
        named = tag == "NNPS" and self.tags[last - 2] == "NNP" and self.tags[first - 1] != "DT"  # "Orrin Foods"
        return "things" if tag in ("NNS", "NNPS") and not named else "thing"

    def _text(self, first: int, last: int) -> str:
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    @staticmethod
    def _definite(text: str) -> str:
        """What was "a jet" when it was first told is "the jet" afterwards."""
        head, _, rest = text.partition(" ")
        return f"the {rest}" if rest and head.lower() in ("a", "an", "another", "one", "some", "the") else text

    # -- pronouns

    def pronoun(self, i: int) -> None:
        if i in self.found:
            return
        word = self.tokens.lower[i]
        mention: Mention | None = None
        object_case = word in ("him", "it", "them") or (word == "her" and self.tags[i] == "PRP")
        reporter = self._reporter(i)
        if reporter is not None and (not object_case or i in self.subjects):
            mention = reporter
        elif word in _SINGULAR:
            mention = self._he_or_she(_SINGULAR[word], self._own_subject(i) if object_case else None)
            if mention is None and i in self.subjects:
                mention = self._speaking(i, _SINGULAR[word])
        elif object_case and i not in self.subjects:
            mention = self._object_it(i) if word == "it" else self._object_them(i) if word == "them" else None
            if mention is None:
                self.unclear = self.sentence
        elif word in _THING:
            when = self._when(i)
            mention = self._it_when(i, when) if when is not None else self._it(("thing",), self._holder(i))
        elif word in _PLURAL:
            mention = self._both(i) or self._between(i) or self._it(("things",), self._holder(i))
        elif word in _FIRST_PERSON:
            mention = self._speaker(i)
        if mention is None or mention.name.split()[0].lower() in _NOT_FILLED:
            return
        self.found[i] = mention.name
        self._remember(mention._replace(token=i, sentence=self.sentence, subject=i in self.subjects), i)
        if word in _SINGULAR and mention.kind == "person":
            self._learn(mention, _SINGULAR[word])

    def _learn(self, mention: Mention, kind: str) -> None:
        surname = mention.name.split()[-1].lower()
        if surname in self.people:
            self.people[surname] = self.people[surname]._replace(kind="female" if kind == "female" else "male")

    def _reporter(self, i: int) -> Mention | None:
        """Who says what "he", "it" or "they" is the subject of: "the firm said it would close"."""
        clause = self.clauses.at(i)
        if clause.attribution is None or clause.subject is None or clause.subject[0] != i or clause.quoted:
            return None
        source = self.clauses.clauses[clause.attribution].subject
        if source is None or source[0] >= i:
            return None
        word = self.tokens.lower[i]
        here = [m for m in self.recent if m.sentence == self.sentence and source[0] <= m.token < source[1]]
        kinds = (
            (_SINGULAR.get(word, ""), "person") if word in _SINGULAR else ("thing",) if word == "it" else ("things",)
        )
        return here[-1] if here and here[-1].subject and here[-1].kind in kinds else None

    def _own_subject(self, i: int) -> int | None:
        """The first token of the subject of the clause of ``i``: "she saw her" is about two people."""
        subject = self.clauses.at(i).subject
        return subject[0] if subject is not None else None

    def _he_or_she(self, kind: str, barred: int | None) -> Mention | None:
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
            rivals = [m for m in fitting if m.kind != kind and (m.is_named or m.subject)]
            return sure[-1] if all(m.token < sure[-1].token for m in rivals) else None
        return None

    def _in_view(self, kind: str, fitting: list[Mention]) -> Mention | None:
        """Whom the sentence before was about: its subject, where this one has not named anybody else who fits."""
        before = self.centre.get(self.sentence - 1)
        here = {m.name for m in fitting if m.sentence == self.sentence}
        rivals = {m.name for m in fitting if m.sentence == self.sentence - 1 and m.is_named}
        if before is not None and before.kind == kind and here | rivals <= {before.name}:
            return before
        near = {m.name: m for m in fitting if m.sentence >= self.sentence - 1}
        only = next(iter(near.values())) if len(near) == 1 else None
        return only if only is not None and only.subject and only.sentence == self.sentence - 1 else None

    def _speaking(self, i: int, kind: str) -> Mention | None:
        """ "He added": whoever was last said to say something."""
        clause, last = self.subject_of.get(i), self.speaker
        if clause is None or clause.head is None or last is None or last.kind not in (kind, "person"):
            return None
        near = self.sentence - last.sentence <= _SPOKEN
        return last if near and self.tokens.lower[clause.head] in REPORTING else None

    def _at(self, mention: Mention, token: int) -> bool:
        subject = self.subjects.get(token)
        return subject is not None and subject[0] <= mention.token < subject[1]

    def _it(self, kinds: tuple[str, ...], holder: int | None = None) -> Mention | None:
        """The nearest subject of that number; else the one object of the sentence before."""
        if self.unclear >= self.sentence - 1:
            return None
        near = [m for m in self.recent if m.kind in kinds and m.sentence >= self.sentence - 1 and m.token != holder]
        subjects = [m for m in near if m.subject]
        if subjects:
            last = max(m.sentence for m in subjects)
            fitting = [m for m in subjects if m.sentence == last]
            if last < self.sentence and any(m.sentence == self.sentence for m in near):
                return None
            return fitting[0] if len({m.name for m in fitting}) == 1 else None
        objects = {m.name: m for m in near if m.object}
        return next(iter(objects.values())) if len(objects) == 1 else None

    def _when(self, i: int) -> Clause | None:
        """The clause that "it" is the subject of, where that only says when: "since it reopened"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "adverbial" or clause.marker is None or clause.fronted:
            return None
        return clause if self.tokens.lower[clause.marker] in _WHEN else None

    def _it_when(self, i: int, clause: Clause) -> Mention | None:
        """The subject of the clause that is dated; else the only thing that it names."""
        here = [m for m in self.recent if m.kind == "thing" and m.sentence == self.sentence and m.token < i]
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

    def _object_it(self, i: int) -> Mention | None:
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

    def _object_them(self, i: int) -> Mention | None:
        """The only other subject of the sentence, where it is plural ("the ministers hear Ek, who accused them"); for
        "one of them" the only things that the sentence before names in the plural."""
        if i > 1 and self.tokens.lower[i - 1] == "of" and self.tokens.lower[i - 2] in _COUNTED:
            many = {m.name: m for m in self.recent if m.kind == "things" and m.sentence == self.sentence - 1}
            return next(iter(many.values())) if len(many) == 1 else None
        own = self.clauses.at(i)
        subjects = {m.name: m for m in self.recent if m.sentence == self.sentence and m.subject}
        if own.kind != "relative" or len(subjects) != 1:
            return None
        only = next(iter(subjects.values()))
        return only if only.kind == "things" else None

    def _both(self, i: int) -> Mention | None:
        """Two people for "they": who is subject and who is object of the clause before ("she married Otto; they …"); of
        the sentence before, where only a couple does what they did ("They divorced")."""
        people = [m for m in self.recent if m.kind in ("female", "male", "person") and (m.subject or m.object)]
        pair = [m for m in people if m.sentence == self.sentence][-2:]
        head = self.clauses.at(i).head
        if not pair and head is not None and verb_base(self.tokens.lower[head]) in _PARTNERS:
            pair = [m for m in people if m.sentence == self.sentence - 1][-2:]
        if len(pair) != 2 or not (pair[0].subject and pair[1].object) or pair[0].name == pair[1].name:
            return None
        return pair[1]._replace(name=f"{pair[0].name} and {pair[1].name}", kind="things")

    def _between(self, i: int) -> Mention | None:
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

    def _speaker(self, i: int) -> Mention | None:
        clause = self.clauses.at(i)
        if not clause.quoted or clause.attribution is None:
            return None
        subject = self.clauses.clauses[clause.attribution].subject
        if subject is None:
            return None
        mention = self._mention(subject)
        return mention if mention is not None and mention.kind in ("female", "male", "person") else None
