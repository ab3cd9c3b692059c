"""Who bears a name: given names, titles, ages and what is told of a name make it a person's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from service.events.clauses.model import Clauses, Stretch
from service.events.words.lexicon import noun_base
from service.events.words.names import NAMES, PERSONS
from service.record import changed, record
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
# What rounds a number and stands before it: "more than 200".
ROUNDED: Final = frozenset({("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to")})
_PLACES: Final = frozenset(
    """mount lake river port cape fort hall lane street road avenue square island islands valley bay hill hills park
    mountain mountains sea ocean strait canal bridge tunnel airport harbour harbor forest desert lower upper north south
    east west new saint st. san santa storm hurricane typhoon ss hms uss""".split()
)


_SOON: Final = 40  # tokens
PEOPLE: Final = frozenset({"female", "male", "person"})  # kinds of who bears a name
PROPER: Final = frozenset({"NNP", "NNPS"})
_GIVEN: Final = NAMES["female"] | NAMES["male"]
_PLACING: Final = frozenset({"at", "in", "near"})


@record
class EntityMention:
    """Somebody or something that a pronoun may stand for. ``subject``: it is the subject of its clause."""

    name: str
    kind: Kind
    token: int
    sentence: int
    subject: bool
    object: bool = False
    first: int = -1  # the first token of its phrase; -1: it is told of in none

    @property
    def is_named(self) -> bool:
        """Whether it is a name ("Anna Berg"), no description ("Anna Berg's lawyer")."""
        return self.name.rpartition(" ")[2][:1].isupper()


class Naming:
    """The names of one article, and whose they are."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        self.tokens, self.tags, self.clauses = tokens, tags, clauses
        told_of = [c for c in clauses.clauses if c.subject and c.head]
        self.subjects = {c.subject[0]: c.subject for c in told_of if c.subject}
        self.subject_of = {c.subject[0]: c for c in reversed(told_of) if c.subject}
        self.people: dict[str, EntityMention] = {}  # by surname
        self.surnames: dict[str, str] = {}
        self.full: dict[str, str] = {}  # names of several words by their last, whoever or whatever bears them
        self.apposed: int | None = None  # where a name begins that stands beside what somebody is
        self.sentence = 0
        self.departed: EntityMention | None = None  # whose death was told; nameless where that of two was

    def _name(self, first: int, last: int) -> Stretch | None:
        """The person's name that ends a noun phrase: a given name and what follows, or a surname after a title."""
        lower, tags = self.tokens.lower, self.tags
        begin = last
        while begin > first and (
            tags[begin - 1] in PROPER
            or self.tokens.words[begin - 1] == "-"
            or self._given(begin - 1)
            or (self.tokens.words[begin - 1][0].isupper() and self._is_known(begin - 1, first))
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
        if self._is_origin(begin):
            return None
        whole = last - begin > 1 or lower[last : last + 1] != ["who"]  # "it was Norvane who seemed to have won"
        if begin == first == self.apposed or (last + 1 < len(lower) and whole and "who" in lower[last : last + 2]):
            return (begin, last) if lower[last : last + 1] in ([","], ["who"], ["."]) else None
        if last - begin == 1 and begin in self.subjects and self._is_surname(surname):
            return begin, last
        if last - begin >= 2 and (self._aged(last) or self._lives(begin, last) or self._says_what(begin, last)):
            return begin, last
        return None

    def _is_known(self, i: int, first: int) -> bool:
        """Whether a capitalised word is somebody's surname, or follows a given name: "Graham Moss"."""
        return self.tokens.lower[i] in self.people or (i > first and self._given(i - 1))

    def _is_origin(self, first: int) -> bool:
        """Whether a name only says where somebody is from: "a pathologist from Leeds, who"."""
        before = self.clauses.chunk_at.get(first - 2) if first > 1 and self.tags[first - 1] == "IN" else None
        return before is not None and self.tokens.lower[before[1] - 1] in PERSONS

    def _says_what(self, first: int, last: int) -> bool:
        """Whether what a person is follows the name, or stands before it: "Kaj Brander, a designer,"; "one of the
        champions, Kit Rowley"."""
        before = self.clauses.chunk_at.get(first - 2) if first > 1 and self.tokens.words[first - 1] == "," else None
        if before is not None and self.tokens.lower[before[0] - 1] == "of" and self.tags[last - 1] == "NNP":
            return noun_base(self.tokens.lower[before[1] - 1]) in PERSONS
        if self.tokens.words[last : last + 1] != [","] or self.tags[last - 1] != "NNP":
            return False
        if not self.tokens.words[last - 1][0].isalpha():
            return False  # "Duluth, Minn., the daughter of"
        if not _BODIES.isdisjoint(self.tokens.lower[first:last]):
            return False
        after = self.clauses.chunk_at.get(last + 1)
        if after is None or after[0] != last + 1 or self.tags[after[1] - 1] != "NN":
            return False
        return self.tokens.lower[after[1] - 1] in PERSONS

    def _lives(self, first: int, last: int) -> bool:
        """Whether a name that may be anything is a person's: told of with "who", or as born, married or dead."""
        lower = self.tokens.lower
        if self.tags[last - 1] == "NNPS" or not _BODIES.isdisjoint(lower[first:last]):
            return False
        after = last + 1 if lower[last : last + 1] == [","] else last
        clause = self.subject_of.get(first)
        lived = clause is not None and clause.head is not None and lower[clause.head] in _LIFE
        return lived or lower[after : after + 1] == ["who"] or (not self.people and self._is_meant(first, last))

    def _is_meant(self, first: int, last: int) -> bool:
        """Whether the first name of an article is the only one that the "she" after it can stand for: "Nell Harkaway
        is late. She was born"."""
        if first not in self.subjects or not all(self.tags[i] == "NNP" for i in range(first, last)):
            return False
        if not (NAMES["organisation_words"] | _PLACES).isdisjoint(self.tokens.lower[first:last]):
            return False
        for i in range(last, min(last + _SOON, len(self.tags))):
            if self.tokens.lower[i] in ("he", "she"):
                return i in self.subjects
            if self.tags[i] in ("NNP", "NNPS") and self.tags[i - 1] not in ("IN", "DT", "NNP", "JJ"):
                return False
        return False

    def _ends(self, surname: str, first: int, last: int) -> bool:
        """Whether somebody's name ends in just these words: "Okafor-Lind" of "Ngozi Okafor-Lind"."""
        return self.people[surname].name.endswith(f" {self._text(first, last)}")

    def _is_surname(self, word: str) -> bool:
        """Whether a word ended a longer name before that was no body's: "Okafor" after "Emeka Okafor"."""
        before = self.full.get(word)
        return before is not None and (NAMES["organisation_words"] | _PLACES).isdisjoint(before.lower().split())

    def _given(self, i: int) -> bool:
        """Whether the token is a given name; "at Glen Fyne" is a place."""
        if not self.tokens.words[i][0].isupper() or self.tokens.lower[i] not in _GIVEN:
            return False
        return not i or self.tokens.lower[i - 1] not in _PLACING

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

    def _person(self, name: Stretch, last: int, subject: bool) -> EntityMention:
        first = name[0]
        surname = self.tokens.lower[last - 1]
        known = self.people.get(surname)
        kind: Kind = self._sex(first, last)
        if known is None and self._is_birth_name(first, last, kind) and self.departed is not None:
            known = self.people[surname] = self.departed  # "Connie Lark has died. Constance Larkowski was born in 1934"
            return changed(known, token=first, sentence=self.sentence, subject=subject)
        if known is not None and (last - first == 1 or self._ends(surname, first, last)):
            mention = changed(known, token=first, sentence=self.sentence, subject=subject)
            if known.kind == "person" and kind != "person":
                mention = changed(mention, kind=kind)
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

    def _is_birth_name(self, first: int, last: int, kind: Kind) -> bool:
        """Whether whoever's death was told, and nobody else's, bore this name first: it opens the sentence that tells
        of the birth."""
        clause, hero = self.subject_of.get(first), self.departed
        if hero is None or not hero.name or last - first < 2 or clause is None or clause.head is None:
            return False
        alike = hero.kind in (kind, "person") or kind == "person"
        opens = clause.kind == "main" and clause.first == first and self.tags[first] == "NNP"
        return alike and opens and self.tokens.lower[clause.head] == "born"

    def _sex(self, first: int, last: int) -> Kind:
        """The sex that a title or a given name tells; a surname may be anybody's given name: "Hanne Ruud"."""
        lower = self.tokens.lower
        given = lower[first : max(last - 1, first + 1)]
        for word in (*lower[max(0, first - 2) : first], *given):
            if word in NAMES["female_words"] or (word in NAMES["female"] and word in given):
                return "female"
            if word in NAMES["male_words"] or (word in NAMES["male"] and word in given):
                return "male"
        return "person"

    def _kind(self, first: int, last: int) -> Kind:
        word, tag = self.tokens.lower[last - 1], self.tags[last - 1]
        if word in PERSONS:
            if word in NAMES["female_words"]:
                return "female"
            if word in NAMES["male_words"]:
                return "male"
            return "thing" if word == "chair" and self.tokens.lower[first - 1] in ("a", "an") else "person"
        if word in _COLLECTIVE or (self.tokens.words[last - 1][0].isupper() and self._is_people(first, last)):
            return "things"
        if tag == "NNPS" and self.tags[last - 2] == "NNP" and self.tags[first - 1] != "DT":
            return "thing"  # "Orrin Foods"
        return "things" if tag in ("NNS", "NNPS") else "thing"

    def _is_people(self, first: int, last: int) -> bool:
        """Whether a capitalised name is that of many: "the Houthis", not "the Times"."""
        word = self.tokens.words[last - 1]
        plural = word.endswith("s") and not word.endswith("ss")
        return plural and self.tokens.lower[first - 1] == "the" and last - first == 1 and word.lower() not in _ONE

    def _text(self, first: int, last: int) -> str:
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    @staticmethod
    def _definite(text: str) -> str:
        """What was "a jet" when it was first told is "the jet" afterwards."""
        if text.startswith("the "):
            return text
        head, _, rest = text.partition(" ")
        return f"the {rest}" if rest and head.lower() in ("a", "an", "another", "one", "some", "the") else text
