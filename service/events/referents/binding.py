"""What the grammar of a sentence says of a pronoun: whose clause it stands in, who reports it, who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from service.events.clauses.model import BE, Clause, Clauses, Stretch
from service.events.referents.entities import DOCUMENTS, Entities
from service.events.referents.naming import PEOPLE, EntityMention, Kind
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import NAMES
from service.record import changed
from service.text.tokens import Tokens

SINGULAR: Final = {"she": "female", "her": "female", "hers": "female", "he": "male", "him": "male", "his": "male"}
PLURAL: Final = frozenset({"they", "their", "them"})
THING: Final = frozenset({"it", "its"})
# Whoever is told to do something does it: "ordered her to stay".
_MOVING: Final = frozenset(
    """order ask tell persuade force allow urge help advise invite beg command compel encourage instruct permit request
    require warn want expect teach lead oblige enable bar ban get cause""".split()
)
_SPEAKING: Final = frozenset("tell ask warn inform remind assure advise promise persuade".split())
_OF_OTHERS: Final = frozenset("fear worry suspect complain doubt allege rule accuse".split())
_TO_THINGS: Final = frozenset(
    """repair rebuild restore replace remove publish hold build complete finish install demolish deliver postpone cancel
    sign ship drop draft fit mend""".split()
)
_OWN: Final = {"she": "her", "he": "his"}
_IN_KIN: Final = frozenset("NN JJ".split())
_KIN: Final = 6  # tokens from who speaks back to whose she is
_FEW: Final = 48  # people; an article that names more is about nobody
_DEEP: Final = 5  # clauses
_BACK: Final = 2  # phrases


class Binding(Entities):
    """Who does what in a sentence, for the pronouns in it."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], clauses: Clauses) -> None:
        super().__init__(tokens, tags, clauses)
        self.lost: dict[str, int] = {}  # the last sentence with such a pronoun as a subject that nobody was found for
        self.lost_here: dict[str, int] = {}  # and with any such pronoun
        self.doubted = -1  # the last pronoun that may be who says it, or may not

    def _doer(self, clause: Clause, depth: int = 0) -> int | None:
        """The first token of what a clause is told of, taken from the clauses around it where it has no own subject."""
        subject = clause.subject
        if subject is not None and self.tags[subject[0]] not in ("WDT", "WP"):
            return subject[0]
        parent = self.clauses.clauses[clause.parent] if clause.parent is not None else None
        if depth > _DEEP or parent is None:
            return None
        if clause.kind in ("relative", "participle") and clause.antecedent is not None:
            aside = clause.kind == "participle" and self.tokens.words[clause.first - 1] == ","
            if not aside:
                return self._modified(clause, clause.antecedent)[0]
        moved = parent.object if clause.kind == "infinitive" and parent.head is not None else None
        if moved is not None and moved[1] <= clause.first and verb_base(self.tokens.lower[parent.head or 0]) in _MOVING:
            return moved[0]
        return self._doer(parent, depth + 1)

    def _modified(self, clause: Clause, antecedent: int) -> Stretch:
        """The phrase that a relative clause is about: the pathologist of "a pathologist from Leeds, who"."""
        chunk = self.clauses.chunk_at.get(antecedent, (antecedent, antecedent + 1))
        who = self.tokens.lower[clause.first] == "who"
        for _ in range(_BACK):
            held = self.held.get(chunk[0])
            beside = self.clauses.chunk_at.get(chunk[0] - 2) if self.tokens.words[chunk[0] - 1] == "," else None
            if held is None and beside is not None and beside[0] in self.held:
                return beside  # "Des Rafter, a singer, who"
            named = self.tags[chunk[1] - 1] == "NNP" and self.tokens.words[clause.first - 1] != ","
            wrong = who and (held is None or held.kind == "thing")
            if not (wrong or (named and not who)) or chunk[0] < 2 or self.tags[chunk[0] - 1] != "IN":
                return chunk
            before = self.clauses.chunk_at.get(chunk[0] - 2)
            if before is None:
                return chunk
            chunk = before
        return chunk

    def _fits(self, mention: EntityMention, word: str) -> bool:
        """Whether a pronoun's sex and number are those of a mention, as far as they are known."""
        if word in SINGULAR:
            return mention.kind in (SINGULAR[word], "person")
        if word in THING:
            return mention.kind == "thing" or (mention.kind == "things" and self._one_body(mention))
        return mention.kind == "things"

    def _one_body(self, mention: EntityMention) -> bool:
        """Whether a name in the plural is one firm's: "Norvane Optics"; but not "Brazil and India"."""
        return mention.is_named and " and " not in mention.name and " " in mention.name

    def _own_doer(self, i: int) -> int | None:
        """The first token of the subject of the clause that a possessive stands in, after its verb."""
        clause = self.clauses.at(i)
        while clause.head is None and clause.parent is not None:
            clause = self.clauses.clauses[clause.parent]
        if clause.verb is None or i < clause.verb[0] or self._equates(clause):
            return None
        doer = self._doer(clause)
        return doer if doer is not None and doer < i else None

    def _equates(self, clause: Clause) -> bool:
        """Whether the clause says what its subject is: in "the recall is its second" the recall owns nothing."""
        return clause.head is not None and self.tokens.lower[clause.head] in BE

    def _object_fits(self, i: int, word: str) -> bool:
        """Whether the clause's object, before the pronoun, could be meant as well as its subject."""
        held = self.held.get(clause.object[0]) if (clause := self.clauses.at(i)).object is not None else None
        chunk = clause.object
        return held is not None and chunk is not None and chunk[1] <= i and self._fits(held, word)

    def _lacking(self, i: int) -> EntityMention | None:
        """What the relative clause that a pronoun is the subject of has for its object: "an aunt, whom she called"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "relative" or clause.antecedent is None or clause.marker is None:
            return None
        marker = self.tokens.lower[clause.marker]
        if marker != "whom" and (clause.object is not None or marker not in ("which", "that")):
            return None
        return self.held.get(self._modified(clause, clause.antecedent)[0])

    def _is_body(self, mention: EntityMention) -> bool:
        """Whether a thing is one that decides: a firm, a council; or has a name, and may be."""
        return mention.is_named or mention.name.rpartition(" ")[2].lower() in NAMES["organisation_words"]

    def _only_speaks(self, mention: EntityMention) -> bool:
        """Whether it is only who says what the sentence tells: "…, the sheriff's office said"."""
        clause = self.subject_of.get(mention.first) or self.subject_of.get(mention.token)
        return clause is not None and clause.kind == "attribution"

    def _made_person(self, mention: EntityMention, word: str) -> EntityMention:
        """A name that is told of as "her" or "he" by its own clause: "Moran broke her wrist"."""
        last = mention.name.rpartition(" ")[2].lower()
        kind: Kind = "female" if SINGULAR[word] == "female" else "male"
        bearers = (m for m in islice(self.people.values(), _FEW) if m.name.startswith(mention.name))
        known = self.people.get(last) or next(bearers, None)
        name = known.name if known is not None else self.full.get(last, mention.name)
        person = changed(mention, name=name, kind=kind)
        self.people[name.rpartition(" ")[2].lower()] = person
        self.recent = [changed(person, token=m.token) if m.name == mention.name else m for m in self.recent]
        self.shuffled = True
        self.held[mention.first] = person
        return person

    def _may_be_person(self, mention: EntityMention, word: str) -> bool:
        """Whether nothing is known of a name, and the sentence tells of nobody else that the pronoun could be."""
        if mention.kind != "thing" or word not in SINGULAR or not mention.is_named or " the " in f" {mention.name}":
            return False
        words = mention.name.lower().split()
        if not NAMES["organisation_words"].isdisjoint(words) or any(ch.isdigit() for ch in mention.name):
            return False
        return not any(m.kind in PEOPLE and m.sentence == self.sentence for m in self.recent)

    def _could_be_person(self, mention: EntityMention) -> bool:
        """Whether a name that nothing is known of has the form of a person's."""
        if mention.kind != "thing" or not mention.is_named or " the " in f" {mention.name} ":
            return False
        words = mention.name.lower().split()
        if not NAMES["organisation_words"].isdisjoint(words) or not all(word.isalpha() for word in words):
            return False
        if len(words) in (2, 3):
            return True
        places = islice(self.tokens.index.get(words[0], ()), _FEW)
        return len(words) == 1 and any(self.tags[k : k + 2] == ["NNP", "NNP"] for k in places)

    def _is_of_another_named(self, i: int, word: str) -> bool:
        """Whether a participle clause that says more of a noun names something else before the pronoun."""
        clause = self.clauses.at(i)
        while clause.head is None and clause.parent is not None:
            clause = self.clauses.clauses[clause.parent]
        if clause.kind != "participle" or clause.antecedent is None or clause.finite:
            return False
        inside = (m for m in islice(reversed(self.recent), _FEW) if clause.first <= m.token < i)
        return any(m.is_named and self._fits(m, word) for m in inside)

    def _may_be_whom_main_tells(self, i: int) -> bool:
        """Whether the subject of the clause above, of whom nothing is known, may be meant as well as anybody known:
        "Imre has been in care since he was found"."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "adverbial" or clause.parent is None:
            return False
        above = self.clauses.clauses[clause.parent].subject
        held = self.held.get(above[0]) if above is not None and above[0] < i else None
        return held is not None and self._could_be_person(held)

    def _reporter(self, i: int) -> EntityMention | None:
        """Who says what a pronoun is the subject of: "the firm said it would close"; not of "A told B that she"."""
        clause = self.clauses.at(i)
        if clause.attribution is None or clause.subject is None or clause.subject[0] != i or self._is_quoted(i):
            return None
        above = self.clauses.clauses[clause.attribution]
        doer = self._doer(above)
        if doer is None or doer >= i:
            return None
        word, told = self.tokens.lower[i], self.held.get(doer)
        if self._survivor(i) is not None:
            return None  # "her daughter said she died at home"
        speaks_for = self.spoken_for == self.sentence and word in SINGULAR and self.client in (SINGULAR[word], "person")
        if speaks_for:
            self.doubted = i  # "Strand's agent said that he was not told"
        if told is None or speaks_for or noun_base(told.name.rpartition(" ")[2].lower()) in DOCUMENTS:
            return None  # "reports said they met": not the reports
        hearer = self.held.get(above.object[0]) if above.object is not None and above.object[1] <= i else None
        speaks = above.head is not None and verb_base(self.tokens.lower[above.head]) in _SPEAKING
        rival = speaks and hearer is not None and self._fits(hearer, word) and hearer.name != told.name
        if word in SINGULAR and self._may_be_person(told, word):
            return self._made_person(told, word)  # "Karim claimed that he"
        if word in PLURAL and told.kind == "thing" and self._is_body(told) and not self._many_near():
            return told  # "Rovers said they would name a stand"
        if word in SINGULAR and self._is_of_another(doer, word):
            self.doubted = i
            return None  # "her daughter, Katrin, who said she had suffered"
        if word in SINGULAR and "’s " in told.name and self._another(told, i, word):
            self.doubted = i
            return None  # "Moran's mother said she hoped she would play"
        if self._fits(told, word):
            doubtful = word == "it" and (self._of_others(above) or self._is_done_to_things(clause))
            hears = word == "it" and self._is_passive(above)  # "was warned that it might fall"
            if rival or doubtful or hears:
                self.doubted = i
                return None
            return told
        if rival and word in SINGULAR and hearer is not None and hearer.kind == SINGULAR[word]:
            return hearer  # "the judge told Carol Whit that she"
        return None

    def _is_of_another(self, doer: int, word: str) -> bool:
        """Whether who speaks is "her daughter", maybe by name, where "she" may be either of the two."""
        lower, k = self.tokens.lower, doer
        if lower[k] != _OWN.get(word) and doer > 1 and lower[doer - 1] == ",":
            k = next((n for n in range(doer - 2, max(doer - _KIN, 0), -1) if self.tags[n] not in _IN_KIN), doer)
        return lower[k] == _OWN.get(word)

    def _survivor(self, i: int) -> EntityMention | None:
        """Who says that the pronoun's own died: somebody else."""
        clause = self.subject_of.get(i)
        if clause is None or clause.attribution is None or clause.head is None or clause.kind != "complement":
            return None
        if self.tokens.lower[clause.head] not in ("died", "dead"):
            return None
        doer = self._doer(self.clauses.clauses[clause.attribution])
        return self.held.get(doer) if doer is not None and doer < i else None

    def _another(self, told: EntityMention, i: int, word: str) -> bool:
        """Whether the sentence has told of another of that sex."""
        here = (m for m in self.recent if m.sentence == self.sentence and m.token < i)
        return any(m.kind == SINGULAR[word] and m.name != told.name for m in here)

    def _many_near(self) -> bool:
        """Whether anything in the plural was told of that "they" may be."""
        return any(m.kind == "things" and m.sentence >= self.sentence - 1 for m in self.recent)

    def _of_others(self, clause: Clause) -> bool:
        """Whether a verb mostly says something of others: "the authority feared that it would raise fares"."""
        return clause.head is not None and verb_base(self.tokens.lower[clause.head]) in _OF_OTHERS

    def _is_done_to_things(self, clause: Clause) -> bool:
        """Whether what "it" is told of is done to things, not to who says so: "said it would be repaired"."""
        if clause.head is None or not self._is_passive(clause):
            return False
        return verb_base(self.tokens.lower[clause.head]) in _TO_THINGS

    def _is_passive(self, clause: Clause) -> bool:
        if clause.head is None or clause.verb is None or self.tags[clause.head] != "VBN":
            return False
        return any(self.tokens.lower[k] in BE for k in range(clause.verb[0], clause.head))

    def _speaker(self, i: int) -> EntityMention | None:
        """Who says the quoted words that token ``i`` is of, where that is told."""
        clause = self.clauses.at(i)
        if clause.attribution is None:
            return None
        subject = self.clauses.clauses[clause.attribution].subject
        if subject is None:
            return None
        return self.held.get(subject[0]) or self._mention(subject)
