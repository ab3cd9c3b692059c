"""What "it" and "they" stand for: what the sentence before was about, or the only thing that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses.model import Clause, Clauses
from service.events.referents.deeds import Deeds
from service.events.referents.naming import PEOPLE, EntityMention
from service.events.words.lexicon import LEXICON, noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import REPORTING
from service.text.tokens import Tokens

_WHEN: Final = frozenset("since before after when until till once while as where".split())
_COUNTED: Final = frozenset("one two three four five six some most many none all both several each".split())
# Objects that only make a verb whole: "take place".
_EMPTY: Final = frozenset("place part charge control effect advantage office power action care shape form hold".split())
_CROWD: Final = frozenset(
    """people men women children family couple pair police crew resident villager voter farmer brother sister twin
    parent relative rebel troop union firm company bank party club team government country council group ministry
    agency court regulator airline carrier hospital school rescuer survivor other girl boy inspector expert
    trustee demonstrator fan spectator raider captor artist controller creditor lender bidder buyer seller supplier
    contractor planner surveyor campaigner councillor side member supporter customer employee shareholder host visitor
    generation""".split()
)
_MENDED: Final = frozenset(
    """reopened rebuilt repaired restored demolished built refloated towed salvaged renovated refurbished renamed
    inaugurated sold bought""".split()
)
_BEFALLING: Final = frozenset(
    "sink burn collapse capsize overturn explode close fall crash break crack melt reopen die".split()
)
_FAST: Final = frozenset("reef rock rocks wall tree sandbank iceberg kerb pole barrier ditch shore ground".split())
_CLAUSES: Final = 8
_PHRASE: Final = 6  # tokens


class Things(Deeds):
    """Pronouns that stand for a thing, or for several people or things."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        super().__init__(tokens, tags, clauses)
        chunk_at = clauses.chunk_at
        relative = [c.antecedent for c in clauses.clauses if c.kind == "relative" and c.antecedent is not None]
        self.told_of = {chunk_at[a][0] for a in relative if a in chunk_at}  # what a relative clause tells more of
        beside = [a for a in self.told_of if a > 1 and tokens.words[a - 1] == ","]
        self.told_of |= {chunk_at[a - 2][0] for a in beside if a - 2 in chunk_at}

    def _it(self, i: int) -> EntityMention | None:
        """What "it", or "its" of a subject, stands for."""
        if self.unclear >= self.sentence:
            return None
        when = self._when(i)
        found = self._it_when(i, when) if when is not None else self._topic(i, "it")
        centre = self._centre(self.sentence - 1)
        if found is None or self.unclear < self.sentence - 1 or found.sentence == self.sentence:
            return found
        return found if centre is not None and centre.name == found.name else None

    def _they(self, i: int) -> EntityMention | None:
        if self._is_quoted(i):
            return None
        if self.tags[i] == "PRP$" and i not in self.subjects:
            doer = self._doer(self.clauses.at(i))
            held = self.held.get(doer) if doer is not None else None
            if held is not None and held.kind in ("female", "male", "person"):
                return None  # "she gave birth to their third child"
        return self._both(i) or self._between(i) or self._body_of_many(i) or self._topic(i, "they")

    def _body_of_many(self, i: int) -> EntityMention | None:
        """What the sentence before was about and told of as of many: "the club have lost. They were beaten"."""
        main = self.mains.get(self.sentence - 1)
        if main is None or main.subject is None or main.verb is None or i not in self.subjects:
            return None
        many = self.tokens.lower[main.verb[0]] in ("have", "are", "were", "do")
        held = self.held.get(main.subject[0])
        if not many or held is None or held.kind != "thing" or self.tags[main.subject[1] - 1] not in ("NN", "NNP"):
            return None
        return held if self._is_body(held) else None

    def _topic(self, i: int, word: str) -> EntityMention | None:
        """The subject of the clause before in the sentence; else what the sentence before was about, or the only thing
        of that number that it names."""
        near = [m for m in self.recent if m.sentence >= self.sentence - 1 and m.token != self._holder(i)]
        whom = self._lacking(i) or self._equated(i)
        near = [m for m in near if self._fits(m, word) and (whom is None or m.name != whom.name)]
        if word == "it" and self._owns_person(i):
            near = [m for m in near if self._is_body(m)]  # servers have no customers
        if word == "it" and self._is_worked_on(i):
            near = [m for m in near if not _is_happening(m)]  # no collision is reopened
        if word == "they" and (self._says(i) or i not in self.subjects):
            near = [m for m in near if not _is_happening(m)]  # attacks deny nothing, and have no names
        if word == "they" and self._is_human(i):
            near = [m for m in near if _are_people(m)]
        here = [m for m in near if m.sentence == self.sentence and not self._is_done_to(m, i)]
        if here:
            return self._before_it(i, here, near)
        near = [m for m in near if m.sentence != self.sentence]
        if self.lost.get(word, -1) >= self.sentence - 1:
            return None
        return self._told_before(i, near, word)

    def _is_worked_on(self, i: int) -> bool:
        """Whether it is told of as of a place or a thing that somebody makes or mends: "it was reopened"."""
        clause = self.subject_of.get(i)
        return clause is not None and clause.head is not None and self.tokens.lower[clause.head] in _MENDED

    def _befalls(self, i: int) -> bool:
        """Whether what is told of it may have come about to what something was done to before: "it sank"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.head is None or self.tags[i] != "PRP":
            return False
        lower = self.tokens.lower
        if clause.object is None and self.tags[clause.head] == "VBN" and lower[clause.head - 1] in ("was", "were"):
            return True
        burns = lower[clause.head : clause.head + 2] == ["caught", "fire"]
        return burns or (clause.object is None and verb_base(lower[clause.head]) in _BEFALLING)

    def _equated(self, i: int) -> EntityMention | None:
        """What a clause says what it is: in "the recall is its second" not the recall's."""
        clause = self.clauses.at(i)
        if self.tags[i] != "PRP$" or clause.verb is None or i < clause.verb[0] or not self._equates(clause):
            return None
        doer = self._doer(clause)
        return self.held.get(doer) if doer is not None else None

    def _before_it(self, i: int, here: list[EntityMention], near: list[EntityMention]) -> EntityMention | None:
        """The subject of the sentence so far, where nothing else of it could be meant."""
        subjects = {m.name: m for m in here if m.subject and not self._only_speaks(m)}
        clause = self.subject_of.get(i)
        if clause is not None and clause.object is not None and self._equates(clause) and not subjects:
            return None  # "told the board that it was an apology"
        if not subjects and i in self.subjects and len({m.name for m in here}) == 1 and here[-1].object:
            return here[-1]  # "she invited 40 children; they were taken to a circus"
        if len(subjects) != 1:
            return None
        only = next(iter(subjects.values()))
        if self._is_aside(only, near):
            return None
        aside = self.clauses.at(i).kind == "adverbial"
        if self._alone_acts(i, only, here) or (not aside and sum(m.name == only.name for m in here) > 1):
            return only
        taken = [m for m in here if m.object or m.first in self.inner]
        rivals = {m.name for m in taken if m.name not in _EMPTY} | {m.name for m in here if m.first in self.told_of}
        rivals.discard(only.name)
        return only if not rivals or i not in self.subjects else None

    def _told_before(self, i: int, before: list[EntityMention], word: str) -> EntityMention | None:
        named = {m.name: m for m in before}
        people = {m.name for m in self.recent if m.sentence == self.sentence - 1 and m.kind in PEOPLE}
        if word == "they" and len(people) > 1:
            return None
        centres = [m for m in self._topics(self.sentence - 1) if m.name in named and not self._only_speaks(m)]
        if not centres:
            only = before[-1] if len(named) == 1 else self._main_object(i, before)
            fits = only is not None and (only.subject or only.object)
            return only if fits and (not self._acts(i) or (only is not None and self._is_body(only))) else None
        centre = centres[0]
        speaks = any(self._only_speaks(m) for m in before)
        if (speaks or len({m.name for m in centres}) > 1) and (self._acts(i) or not speaks):
            return None
        if self.tags[i] == "PRP$" and ("'s " in centre.name or "’s " in centre.name):
            return None  # "Helvia's bid is its third. Its first failed": the firm's as well as the bid's
        rivals = [
            m for m in before if m.object and m.name != centre.name and not _stands_fast(m) and not _is_happening(m)
        ]
        if rivals and self._befalls(
            i
        ):  # "the rebels freed the hostages. They were flown", "a truck hit a bus. It burned"
            return rivals[0] if self._is_worked_on(i) and len(rivals) == 1 else None
        also = self.tokens.lower[i + 1 : i + 3]
        if "also" in also or "too" in also:
            return centre
        if self._alone_acts(i, centre, before):
            return centre
        if word == "it" and self._decides(i) and not self._is_body(centre):
            return None
        made = [m for m in before if m.object and m.first > centre.first and self._in_coordinate(m)]
        if made and self.clauses.at(centre.token).kind == "complement":
            return None  # "said that the check had been short, and ordered an inquiry. It"
        rivals = [m for m in before if m.name != centre.name and (m.first in self.told_of or self._equal(m, centre))]
        return None if rivals else centre

    def _in_coordinate(self, mention: EntityMention) -> bool:
        return self.clauses.at(mention.token).kind == "coordinate"

    def _main_object(self, i: int, before: list[EntityMention]) -> EntityMention | None:
        """What somebody did something to, for the subject of the next sentence: "They found a bridge in Bosnia. It"."""
        if i not in self.subjects or self.tags[i] == "PRP$":
            return None
        objects = {m.name: m for m in before if m.object}
        told = {m.name for m in before if m.first in self.told_of or m.subject}
        only = next(iter(objects.values())) if len(objects) == 1 else None
        if only is not None and self._decides(i) and not self._alone_acts(i, only, before):
            return None  # "sold the company to a fund. It cut the staff"
        return only if only is not None and told <= {only.name} else None

    def _equal(self, mention: EntityMention, centre: EntityMention) -> bool:
        """Whether another subject of the sentence could be meant as well; not one that only stands in a clause with
        "when", where "it" has been told of all along."""
        if self.tokens.lower[centre.token] == "it" and self.clauses.at(mention.token).kind == "adverbial":
            return False
        return mention.subject and mention.token > centre.token and not self._only_speaks(mention)

    def _topics(self, sentence: int) -> list[EntityMention]:
        """What a sentence was about: its main subject, and that of what its main subject says."""
        main = self.mains.get(sentence)
        centre = self._centre(sentence)
        found = [centre] if centre is not None else []
        if main is not None:
            for clause in self.clauses.clauses[main.index + 1 : main.index + _CLAUSES]:
                own = clause.subject if clause.kind == "coordinate" and clause.parent == main.index else None
                told = self.held.get(own[0]) if own is not None and own != main.subject else None
                found += [told] if told is not None else []
        if main is None or main.head is None or self.tokens.lower[main.head] not in REPORTING:
            return found
        for clause in self.clauses.clauses[main.index + 1 : main.index + 3]:
            if clause.parent == main.index and clause.kind == "complement" and clause.subject is not None:
                told = self.held.get(clause.subject[0])
                found += [told] if told is not None else []
        return found

    def _only_thing(self, i: int) -> EntityMention | None:
        """The only thing that the sentence has named: "stood below the crane when its mast fell"."""
        here = [m for m in self.recent if m.sentence == self.sentence and m.kind in ("thing", "things") and m.token < i]
        own = self.clauses.at(i).subject
        if here and own is not None and own[0] <= here[-1].token < own[1] and self.tags[here[-1].token + 1] == "POS":
            return None  # "Castrel's rival Orvane raised its bid"
        names = {m.name for m in here if self.tokens.words[m.token - 1] != "("}
        return here[-1] if len(names) == 1 and here[-1].kind == "thing" and not _is_happening(here[-1]) else None

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
        if self._equates(above) and above.subject is not None:  # "the worst accident at the fair since it was founded"
            here = [m for m in here if m.first != above.subject[0]]
        main = {m.name: m for m in here if m.subject and self.clauses.at(m.token).kind == "main"}
        if clause.object is not None and len(main) == 1:
            return next(iter(main.values()))  # "denied felling trees on the slope since it bought the mine"
        inside = {m.name: m for m in here if self.clauses.clause_of[m.token] == clause.parent}
        told = self._doer(above) if above.kind == "coordinate" and above.object is not None else None
        if told is not None and told in self.held and self._fits(self.held[told], "it"):
            inside[self.held[told].name] = self.held[told]  # "separated and entered the air soon before it landed"
        plain = {name: m for name, m in inside.items() if not m.is_named}
        subjects = {m.name: m for m in here if m.subject}
        if len(plain) > 1 and any(m.object for m in plain.values()):
            return None  # "the club will name its stand after him when it opens"
        for found in (inside, plain, subjects):
            if len(found) == 1:
                return next(iter(found.values()))
        doer = self._doer(above)
        held = self.held.get(doer) if doer is not None else None
        if held is not None and self._fits(held, "it"):
            return held
        return None if here else self._topic(i, "it")

    def _holder(self, i: int) -> int | None:
        """The thing whose own phrase the pronoun stands in: in "several editions of their guide" not the editions."""
        if i < 2 or self.tokens.lower[i - 1] != "of" or not self.recent:
            return None
        last = self.recent[-1]
        return last.token if last.sentence == self.sentence and i - last.token < _PHRASE else None

    def _object_it(self, i: int) -> EntityMention | None:
        """What "it" is as an object: the subject of the sentence before, where its own names nothing else; or what "it"
        was as the subject of its own: "it survived, when the parish hid it"."""
        main = self.mains.get(self.sentence)
        first = main.subject[0] if main is not None and main.subject is not None else i
        if (
            first < i
            and self.tokens.lower[first] == "it"
            and first in self.found
            and self._doer(self.clauses.at(i)) != first
        ):
            return self.held.get(first)
        own = self.clauses.at(i).subject
        own = own or (i, i)
        here = [m for m in self.recent if m.sentence == self.sentence and m.kind == "thing"]
        if any(not own[0] <= m.token < own[1] for m in here):
            return None
        subjects = {
            m.name: m for m in self.recent if m.subject and m.kind == "thing" and m.sentence == self.sentence - 1
        }
        before = [m for m in self.recent if m.sentence == self.sentence - 1 and m.kind == "thing"]
        if any(m.object or m.first in self.inner for m in before):
            return None
        here_names = {m.name for m in here}
        only = next(iter(subjects.values())) if len(subjects) == 1 else None
        return only if only is not None and only.name not in here_names else None

    def _object_them(self, i: int) -> EntityMention | None:
        """The only other subject of the sentence, where it is plural ("the ministers hear Ek, who accused them"); for
        "one of them" the only things that the sentence before names in the plural."""
        if i > 1 and self.tokens.lower[i - 1] == "of" and self.tokens.lower[i - 2] in _COUNTED:
            if self._is_quoted(i):
                return None
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
        return only if only.kind == "things" and only.first != self._doer(own) else None


def _stands_fast(mention: EntityMention) -> bool:
    """Whether something does not burn or sink that is run into: "a reef"."""
    return mention.name.rpartition(" ")[2].lower() in _FAST


def _is_happening(mention: EntityMention) -> bool:
    """Whether what is named is an event or an amount, which says nothing and has no name: "attacks", "shares"."""
    last = mention.name.rpartition(" ")[2].lower()
    return not mention.is_named and (noun_base(last) in LEXICON.nouns or last in LEXICON.nouns)


def _are_people(mention: EntityMention) -> bool:
    """Whether what is named in the plural are people: by what they are, or by a name."""
    last = noun_base(mention.name.rpartition(" ")[2].lower())
    return mention.is_named or " and " in mention.name or last in PERSONS or last in _CROWD
