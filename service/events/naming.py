"""What a noun phrase names: a person's name, with the sex that it tells, or a thing or things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from service.events.clauses import Clauses, Stretch
from service.events.names import NAMES, PERSONS
from service.text.tokens import Tokens

Kind = Literal["female", "male", "person", "thing", "things"]

_COLLECTIVE: Final = frozenset("couple pair duo trio twins police crew family".split())
# What is told of with "who" as well as people are.
_BODIES: Final = frozenset(
    """united city town county rovers rangers wanderers albion athletic hotspur villa palace fc club team side police
    party group bank union council army guard navy company""".split()
)
_ONE: Final = frozenset(
    """times news netherlands philippines states nations bahamas maldives emirates commons lords mets thames hamas
    christmas texas kansas arkansas paris""".split()
)
_LIFE: Final = frozenset("born died dies married marries drowned".split())
_PLACES: Final = frozenset(
    """mount lake river port cape fort hall lane street road avenue square island islands valley bay hill hills park
    mountain mountains sea ocean strait canal bridge tunnel airport harbour harbor forest desert lower upper north south
    east west new saint st. san santa storm hurricane typhoon ss hms uss""".split()
)


class EntityMention(NamedTuple):
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


class Naming:
    """The names of one article. ``people`` holds those that are known so far by surname; ``full`` names of several
    words by their last, whoever or whatever bears them; ``apposed`` is where a name begins that stands beside what
    somebody is."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        self.tokens, self.tags, self.clauses = tokens, tags, clauses
        self.subjects = {c.subject[0]: c.subject for c in clauses.clauses if c.subject and c.head}
        self.subject_of = {c.subject[0]: c for c in reversed(clauses.clauses) if c.subject and c.head}
        self.people: dict[str, EntityMention] = {}
        self.full: dict[str, str] = {}
        self.apposed: int | None = None

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
            return (begin, last) if lower[last : last + 1] in ([","], ["who"], ["."]) else None
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

    def _is_office(self, i: int) -> bool:
        """Whether a title names an office, not who holds it: "served as Minister of Works"."""
        return (
            self._is_title(self.tokens.lower[i])
            and self.tokens.lower[i + 1 : i + 2] == ["of"]
            and i not in self.subjects
        )

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
            return "thing" if word == "chair" and self.tokens.lower[first - 1] in ("a", "an") else "person"
        if word in _COLLECTIVE or self._is_people(first, last):
            return "things"
        named = tag == "NNPS" and self.tags[last - 2] == "NNP" and self.tags[first - 1] != "DT"  # "Orrin Foods"
        return "things" if tag in ("NNS", "NNPS") and not named else "thing"

    def _is_people(self, first: int, last: int) -> bool:
        """Whether a name is that of many: "the Houthis", not "the Times"."""
        word = self.tokens.words[last - 1]
        plural = word[0].isupper() and word.endswith("s") and not word.endswith("ss")
        return plural and self.tokens.lower[first - 1] == "the" and last - first == 1 and word.lower() not in _ONE

    def _text(self, first: int, last: int) -> str:
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    @staticmethod
    def _definite(text: str) -> str:
        """What was "a jet" when it was first told is "the jet" afterwards."""
        head, _, rest = text.partition(" ")
        return f"the {rest}" if rest and head.lower() in ("a", "an", "another", "one", "some", "the") else text
