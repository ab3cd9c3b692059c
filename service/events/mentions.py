"""Who and what the last sentences mention, for pronouns to stand for: with sex or number, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from service.events.clauses import Clauses, Stretch
from service.events.lexicon import noun_base
from service.events.names import NAMES, PERSONS
from service.events.words import REPORTING
from service.text.tokens import Tokens

Kind = Literal["female", "male", "person", "thing", "things"]

_COLLECTIVE: Final = frozenset("couple pair duo trio twins police crew family".split())
_DOCUMENTS: Final = frozenset("report study book article paper survey poll document figure datum test result".split())
# What is told of with "who" as well as people are.
_BODIES: Final = frozenset(
    """united city town county rovers rangers wanderers albion athletic hotspur villa palace fc club team side police
    party group bank union council army guard navy company""".split()
)
_MEASURES: Final = frozenset("cent percent % point points degrees miles metres meters kilometres kilometers".split())
_LIFE: Final = frozenset("born died dies married marries drowned".split())
_COPULA: Final = frozenset({"is", "are", "was", "were", "be", "been", "become", "becomes", "became"})
_PLACES: Final = frozenset(
    """mount lake river port cape fort hall lane street road avenue square island islands valley bay hill hills park
    mountain mountains sea ocean strait canal bridge tunnel airport harbour harbor forest desert lower upper north south
    east west new saint st. san santa storm hurricane typhoon ss hms uss""".split()
)
_BESIDE: Final = 6  # tokens from what somebody is to the name
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


class Mentions:
    """The mentions of the last sentences of one article, front to back."""

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
        self.ships: set[str] = set()  # what "she" was read as
        self.told: dict[str, int] = {}  # how often each person was told of, by name
        self.standing = (False, False)  # whether what it stands beside is a subject, or an object
        self.apposed: int | None = None  # where a name begins that stands beside what somebody is
        self.full: dict[str, str] = {}  # names of several words by their last, whoever or whatever bears them
        self.centre: dict[int, Mention] = {}  # the first main subject of each sentence
        self.speaker: Mention | None = None  # who was last said to say something
        self.unclear = -2  # the last sentence with an "it" that nothing was found for

    def begin(self, number: int) -> None:
        self.sentence = number
        self.recent = [m for m in self.recent if m.sentence >= number - _WINDOW]

    def _remember(self, mention: Mention, first: int) -> None:
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
                self._remember(Mention(text, self._kind(chunk[0], i), chunk[0], self.sentence, False), i)

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

    def _mention(self, chunk: Stretch) -> Mention | None:
        first, last = self._core(chunk)
        if self.tokens.lower[chunk[1] - 1] in _MEASURES:
            return None  # "fell 18 per cent"
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

    def _is_office(self, i: int) -> bool:
        """Whether a title names an office, not who holds it: "served as Minister of Works"."""
        return (
            self._is_title(self.tokens.lower[i])
            and self.tokens.lower[i + 1 : i + 2] == ["of"]
            and i not in self.subjects
        )

    def _core(self, chunk: Stretch) -> Stretch:
        first, last = chunk
        while first < last and self.tags[first] in ("DT", "PDT", "PRP$", "CD", "JJ") and not self._given(first):
            if self.tags[first] == "JJ" and self._is_title(self.tokens.lower[first]):
                break  # "substitute Jodie Lathan"
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
        if surname in self.people and (last - begin == 1 or self._ends(surname, begin, last)):
            return begin, last
        if begin == first == self.apposed or (last + 1 < len(lower) and "who" in lower[last : last + 2]):
            return (begin, last) if lower[last : last + 1] in ([","], ["who"]) else None
        if last - begin == 1 and begin in self.subjects and self._is_surname(surname):
            return begin, last
        if last - begin >= 2 and (self._aged(last) or self._lives(begin, last)):
            return begin, last
        return None

    def _lives(self, first: int, last: int) -> bool:
        """Whether a name that may be anything is a person's: told of with "who", or as born, married or dead."""
        lower = self.tokens.lower
        if self.tags[last - 1] == "NNPS" or not _BODIES.isdisjoint(lower[first:last]):
            return False
        after = last + 1 if lower[last : last + 1] == [","] else last
        clause = self.subject_of.get(first)
        lived = clause is not None and clause.head is not None and lower[clause.head] in _LIFE
        return lived or lower[after : after + 1] == ["who"]

    def _ends(self, surname: str, first: int, last: int) -> bool:
        """Whether somebody's name ends in just these words: "Okafor-Lind" of "Ngozi Okafor-Lind"."""
        return self.people[surname].name.endswith(f" {self._text(first, last)}")

    def _is_surname(self, word: str) -> bool:
        """Whether a word ended a longer name before that was no body's: "Okafor" after "Emeka Okafor"."""
        before = self.full.get(word)
        return before is not None and (NAMES["organisation_words"] | _PLACES).isdisjoint(before.lower().split())

    def _given(self, i: int) -> bool:
        """Whether the token is a given name; "at Glen Fyne" is a place."""
        word = self.tokens.lower[i]
        if i and self.tokens.lower[i - 1] in ("at", "in", "near"):
            return False
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
        if known is not None and (last - first == 1 or self._ends(surname, first, last)):
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
