"""Whom and what a noun phrase mentions, for pronouns to stand for: with sex or number, and as what."""

from __future__ import annotations

import re
from typing import Final

from service.events.clauses.model import Stretch
from service.events.referents.appositions import Appositions
from service.events.referents.memory import ORDINAL
from service.events.referents.naming import PEOPLE, PROPER, ROUNDED, EntityMention
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import REPORTING
from service.record import changed
from service.text.tagset import NOUN

DOCUMENTS: Final = frozenset("report study book article paper survey poll document figure datum test result".split())
_AGE: Final = re.compile(r", \d+,?(?= and\b|$)")  # "Karim Aziz, 44, and Nadeem Aziz"
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_MEASURES: Final = frozenset("cent percent % point points degrees miles metres meters kilometres kilometers".split())
_SMALL: Final = frozenset("JJR RB IN NNS CD".split())
_CROWDS: Final = frozenset("tens dozens scores hundreds thousands millions".split())
_CORE: Final = frozenset({"DT", "PDT", "PRP$", "CD", "JJ"})  # tags before what a phrase names
_JOINED: Final = (["CC"], [","])
_ANY: Final = frozenset(
    """any no every each neither either everyone everybody someone somebody anyone anybody nobody nothing something
    anything everything none""".split()
)
_CALLING: Final = frozenset("call deem declare consider find label brand".split())


class Entities(Appositions):
    """Noun phrases, and what each of them mentions."""

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
            elif self._kind(chunk[0], i) in PEOPLE:  # "the president's critics"
                holder = self._holder_of((chunk[0], i))
                if holder is not None:
                    self._remember(changed(holder, subject=False, first=i))
                    continue
                text = self._definite(self._text(chunk[0], i))
                kind = self._kind(chunk[0], i)
                self._remember(EntityMention(text, kind, chunk[0], self.sentence, False, False, i))

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
            or (ending[-2:] in _ORDINAL_ENDINGS and ORDINAL.fullmatch(ending) is not None)  # "an eleventh": of what?
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
        if subject and kind not in PEOPLE and noun_base(ending) in DOCUMENTS and self._reports(chunk):
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
        if tag == "DT" and not capital and self.tokens.lower[last - 1] not in _CROWDS:
            return self._text(begin, last)
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
