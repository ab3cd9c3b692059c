"""Whom "he" and "she" stand for: the one who fits, whom the sentence before was about, who speaks."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause
from service.events.referents.binding import SINGULAR, Binding
from service.events.referents.naming import EntityMention
from service.events.words.lexicon import verb_base
from service.events.words.verbs import REPORTING
from service.record import changed

_SAYING: Final = frozenset("say add tell ask argue insist reply warn write explain recall joke claim".split())
_SPOKEN: Final = 3  # sentences after which a speaker has been forgotten
_SHIPS: Final = frozenset(
    """ship ferry boat vessel liner yacht submarine tanker trawler frigate destroyer schooner barge tug cruiser lifeboat
    steamer freighter warship brig cutter""".split()
)
_OFTEN: Final = 4  # times that the one an article is about has been told of
_FOLLOWED: Final = 3  # times, for one whom the sentence before tells of
_WINDOW: Final = 2  # sentences
_MEMORY: Final = 48  # people; an article that names more is about nobody
_DEEP: Final = 5  # clauses
_GOVERNED: Final = ("adverbial", "coordinate", "relative", "complement")


class People(Binding):
    """Pronouns that stand for one person."""

    def _learn(self, mention: EntityMention, kind: str) -> None:
        sex = self._sexed(mention, kind).kind
        self.recent = [changed(m, kind=sex) if m.name == mention.name else m for m in self.recent]
        surname = mention.name.split()[-1].lower()
        if surname in self.people:
            self.people[surname] = self._sexed(self.people[surname], kind)

    @staticmethod
    def _sexed(mention: EntityMention, kind: str) -> EntityMention:
        return changed(mention, kind="female" if kind == "female" else "male")

    def _he_or_she(self, i: int) -> EntityMention | None:
        """The one person that the pronoun at ``i`` can stand for; None where there are two, or nobody is."""
        kind = SINGULAR[self.tokens.lower[i]]
        barred = self._barred(i)
        if barred is None:
            return None
        is_object = self.tags[i] == "PRP" and i not in self.subjects
        if not is_object and self._vessel(kind):
            told = [m for m in self.recent if m.subject and m.kind == "thing" and self._is_ship(m)]
            self.ships.add(told[-1].name)
            return told[-1]
        governing = self._governing(i, kind)
        if governing is not None and governing.name not in barred:
            return governing
        fitting = [m for m in self.recent if m.kind in (kind, "person") and m.name not in barred]
        above = self._above(i, kind)
        if above is not None and above.name not in barred:  # of a sex that is not known
            return above if all(m.name == above.name for m in fitting if m.sentence == self.sentence) else None
        if self.sentence - self.spoken_for <= 1 and self.client in (kind, "person") and self.agent in (kind, "person"):
            return None  # "Rell's lawyer said he would appeal. He": the lawyer as well as Rell
        if self.lost_here.get(kind, -1) == self.sentence:
            return None
        here = {m.name: m for m in fitting if m.sentence == self.sentence}
        if here:
            only = next(iter(here.values())) if len(here) == 1 else None
            alone = only is not None and all(m.name == only.name for m in fitting)
            if only is not None and (only.subject or only.kind == kind or alone):
                doubted = is_object and self._owns_doer(only, i)
                doubted = doubted or (is_object and any(m.kind == kind and m.name != only.name for m in fitting))
                return only if not doubted and not self._elsewhere(only, i, kind, fitting) else None
            return self._surest(kind, list(here.values()))
        lost = self.lost.get(kind, -_WINDOW - 1)
        if lost >= self.sentence - 1 or (lost >= self.sentence - _WINDOW and all(m.sentence <= lost for m in fitting)):
            hero = self._protagonist(kind, barred)
            named = {m.name for m in fitting}
            return hero if hero is not None and (not named or hero.name in named) else None
        lost = self.lost_here.get(kind, -_WINDOW - 1)
        if lost >= self.sentence - _WINDOW and all(m.sentence < lost for m in fitting):
            return None  # "Nobody answered him. He left": whoever that was
        if is_object or i not in self.subjects:
            return self._passing(kind, fitting, barred)
        return self._in_view(i, kind, fitting) or self._protagonist(kind, barred)

    def _barred(self, i: int) -> set[str] | None:
        """Who the pronoun cannot be: the subject of the clause whose object it is, and who speaks of somebody else;
        None where nobody knows who speaks."""
        barred: set[str] = set()
        clause = self.clauses.at(i)
        if self.tags[i] == "PRP" and i not in self.subjects:
            doer = self._doer(clause)
            held = self.held.get(doer) if doer is not None else None
            if held is not None:
                barred.add(held.name)
            elif doer is not None and self.tokens.lower[doer] in SINGULAR:
                return None
        whom = self._lacking(i)
        if whom is not None:
            barred.add(whom.name)
        barred.update(m.name for m in self.recent if m.sentence == self.sentence and self._bore(m))
        teller = self._survivor(i)
        if teller is not None:
            barred.add(teller.name)
        if self._is_quoted(i):
            speaker = self._speaker(i)
            if speaker is None:
                return None
            barred.add(speaker.name)
        return barred

    def _bore(self, mention: EntityMention) -> bool:
        """Whether somebody is told of as a parent: "born in Orm to a clerk and a nurse, she"."""
        clause = self.clauses.at(mention.token)
        return clause.kind == "participle" and clause.head is not None and self.tokens.lower[clause.head] == "born"

    def _above(self, i: int, kind: str) -> EntityMention | None:
        """The subject of the clause that an adverbial one hangs on, where its sex is not known."""
        clause = self.subject_of.get(i)
        if clause is None or clause.kind != "adverbial" or clause.parent is None or clause.fronted:
            return None
        doer = self._doer(self.clauses.clauses[clause.parent])
        held = self.held.get(doer) if doer is not None and doer < i else None
        return held if held is not None and held.kind == "person" else None

    def _owns_doer(self, mention: EntityMention, i: int) -> bool:
        """Whether somebody is only told of as whose the subject is: "Slade's successor bought him back"."""
        doer = self._doer(self.clauses.at(i))
        span = self.subjects.get(doer) if doer is not None else None
        return span is not None and span[0] <= mention.token < span[1] and self.held.get(span[0]) != mention

    def _governing(self, i: int, kind: str) -> EntityMention | None:
        """The subject of the clause that governs the pronoun's: "Berg fell ill when she reached Rome"."""
        clause = self.subject_of.get(i)
        if (
            clause is None
            or clause.kind not in _GOVERNED
            or clause.parent is None
            or self._is_quoted(i)
            or clause.fronted
        ):
            return None
        parent: Clause = self.clauses.clauses[clause.parent]
        if parent.head is None:
            return None
        doer = self._doer(parent)
        held = self.held.get(doer) if doer is not None and doer < i else None
        if held is None or held.kind != kind:
            return None
        after = [m for m in self.recent if m.sentence == self.sentence and m.token > held.token]
        rivals = [m for m in after if m.kind == kind or (m.kind == "person" and m.object)]
        return held if all(m.name == held.name for m in rivals) else None

    def _elsewhere(self, mention: EntityMention, i: int, kind: str, fitting: list[EntityMention]) -> bool:
        """Whether somebody stands in another branch of the sentence, while the sentence before was about one who fits
        as well: "The court freed him, having learned that a juror slept, and ordered that he be tried"."""
        others = {m.name for m in fitting if m.sentence == self.sentence - 1 and m.kind == kind} - {mention.name}
        if not others:
            return False
        clause = self.clauses.at(mention.token)
        return clause.kind in ("complement", "adverbial", "relative") and not self._encloses(clause, i)

    def _encloses(self, clause: Clause, i: int) -> bool:
        """Whether the pronoun's clause hangs on that clause."""
        inner: Clause | None = self.clauses.at(i)
        for _ in range(_DEEP):
            if inner is None or inner.index == clause.index:
                break
            inner = self.clauses.clauses[inner.parent] if inner.parent is not None else None
        return inner is not None and inner.index == clause.index

    def _surest(self, kind: str, mentions: list[EntityMention]) -> EntityMention | None:
        """The only one whose sex is told, if nobody of an unknown one was told of after."""
        sure = {m.name: m for m in mentions if m.kind == kind}
        if len(sure) != 1:
            return None
        only = next(iter(sure.values()))
        rivals = [m for m in mentions if m.name != only.name]
        followed = only.is_named and self._often(only) and self.told.get(only.name, 0) >= _FOLLOWED
        if followed and not any(m.is_named or m == self._centre(m.sentence) for m in rivals):
            return only
        return only if all(m.token < only.token and not m.subject for m in rivals) else None

    def _passing(self, kind: str, fitting: list[EntityMention], barred: set[str]) -> EntityMention | None:
        """For an object, or an owner, of a sentence that names nobody else: the only one whom the last sentences tell
        of."""
        named = {m.name for m in fitting}
        if len(named) == 1 and (fitting[-1].kind == kind or fitting[-1].subject or fitting[-1].is_named):
            centre = self._centre(self.sentence - 1)
            main = self.mains.get(self.sentence - 1)  # "Mr Askew was 84. A neighbour discovered him"
            told = centre is not None and centre.name == fitting[-1].name and centre.is_named
            told = told and main is not None and self._equates(main)
            return fitting[-1] if told or self._leads(fitting[-1], kind) else None
        if not fitting:
            return self._alone(kind, barred) or self._protagonist(kind, barred)
        near = [m for m in fitting if m.sentence == self.sentence - 1]
        only = near[-1] if len({m.name for m in near}) == 1 else None
        if only is not None and only.kind == kind and self._often(only):
            return only
        sure = {m.name: m for m in fitting if m.kind == kind}
        first = next(iter(sure.values())) if len(sure) == 1 else None
        if first is not None and first.is_named and self._often(first) and self.told[first.name] >= _FOLLOWED:
            return first
        return self._protagonist(kind, barred)

    def _leads(self, mention: EntityMention, kind: str) -> bool:
        """Whether the article tells no more of anybody else of that sex."""
        if len(self.people) > _MEMORY:
            return False
        told = self.told.get(mention.name, 0)
        return all(self.told.get(m.name, 0) <= told for m in self.people.values() if m.kind == kind)

    def _often(self, mention: EntityMention) -> bool:
        """Whether nobody else is told of more."""
        return self.told.get(mention.name, 0) >= self.most

    def _rivals(self, mention: EntityMention, centre: EntityMention, i: int) -> bool:
        """Whether another than whom the sentence before was about could be meant."""
        if mention.is_named:
            return True
        if mention.name.startswith(f"{centre.name}’s ") and not mention.subject:
            return False  # "Craig, whose father died": his father is told of for his sake
        clause = self.subject_of.get(i)
        reports = clause is not None and clause.head is not None and self.tokens.lower[clause.head] in REPORTING
        if mention.subject and self.clauses.at(mention.token).kind == "adverbial" and centre.is_named and not reports:
            return False  # "Berg wept as the foreman spoke"
        if self._only_speaks(mention) and not reports:
            return False  # "Berg left, an aide said"
        unsure = centre.kind == "person" and mention.object
        return mention.subject or unsure or (mention.kind == centre.kind and not self._often(centre))

    def _only_owns(self, mention: EntityMention, mentions: list[EntityMention]) -> bool:
        """Whether somebody was only told of as whose the subject is: "Vinter's sister, Karen, left. She"."""
        main = self.mains.get(self.sentence - 1)
        told = main.subject if main is not None else None
        if main is not None and told is not None and self.tokens.lower[told[0]] == "it":
            told = main.object
        if told is None:
            return False
        return all(told[0] <= m.token < told[1] - 1 for m in mentions if m.name == mention.name)

    def _in_view(self, i: int, kind: str, fitting: list[EntityMention]) -> EntityMention | None:
        """Whom the sentence before was about: its subject, where it named nobody else who fits."""
        before = [m for m in fitting if m.sentence == self.sentence - 1]
        centre = self._centre(self.sentence - 1)
        known = centre is not None and (centre.kind == kind or (centre.kind == "person" and centre.is_named))
        if centre is not None and known and any(m.name == centre.name for m in before):
            others = [m for m in before if m.name != centre.name]
            rivals = [m for m in others if self._rivals(m, centre, i) and not self._only_owns(m, others)]
            if not rivals:
                return centre
            followed = self._often(centre) and self.told.get(centre.name, 0) >= _OFTEN
            return centre if followed and not any(m.subject for m in rivals) else None
        near = {m.name: m for m in before}
        if len(near) == 2:  # "Craig, who was four when his father died"
            near = {name: m for name, m in near.items() if not any(name.startswith(f"{other}’s ") for other in near)}
            before = [m for m in before if m.name in near]
        if len(near) == 1:
            only = before[-1]
            if all(self._is_by_the_way(m) for m in before):
                hero = self._outranks(only, kind)  # "filmed with Anna Berg in the lead": told of by the way
                if hero is not None:
                    return hero
            return only if only.subject or only.kind == kind or only.is_named or only.object else None
        if near:
            return self._surest(kind, before)
        named = {m.name: m for m in fitting}
        if len(named) == 1:
            only = fitting[-1]
            return only if only.is_named else None
        return self._surest(kind, fitting) if fitting else self._alone(kind, set())

    def _alone(self, kind: str, barred: set[str]) -> EntityMention | None:
        """The only person of that sex whom the article has named."""
        if len(self.people) > _MEMORY:
            return None
        alone = {m.name: m for m in self.people.values() if m.kind in (kind, "person")}
        return next(iter(alone.values())) if len(alone) == 1 and barred.isdisjoint(alone) else None

    def _protagonist(self, kind: str, barred: set[str]) -> EntityMention | None:
        """Whom the article is about: told of often, and three times as often as anybody else who fits."""
        if len(self.people) > _MEMORY:
            return None
        fitting = {m.name: m for m in self.people.values() if m.kind in (kind, "person") and m.name not in barred}
        ranked = sorted(fitting, key=lambda name: -self.told.get(name, 0))[:2]
        counts = [self.told.get(name, 0) for name in ranked]
        if not counts or counts[0] < _OFTEN or (len(counts) > 1 and counts[0] < 3 * counts[1]):
            return None
        near = {m.name for m in self.recent if m.kind in (kind, "person") and m.sentence >= self.sentence - 1}
        centre = self._centre(self.sentence - 1)
        if centre is not None and centre.kind in (kind, "person") and centre.name != ranked[0]:
            return None
        return fitting[ranked[0]] if not near or ranked[0] in near else None

    def _is_by_the_way(self, mention: EntityMention) -> bool:
        """Whether somebody is only named after a preposition in a clause that tells more of something."""
        if mention.subject or mention.object or not mention.is_named:
            return False
        clause: Clause | None = self.clauses.at(mention.token)
        while clause is not None and clause.kind == "coordinate" and clause.parent is not None:
            clause = self.clauses.clauses[clause.parent]
        return clause is not None and clause.kind == "relative" and self.tokens.lower[mention.first - 1] == "with"

    def _outranks(self, mention: EntityMention, kind: str) -> EntityMention | None:
        """Whom of that sex the article tells of more, and of nobody else as often."""
        if len(self.people) > _MEMORY:
            return None
        counts = {m.name: self.told.get(m.name, 0) for m in self.people.values() if m.kind == kind}
        first, *others = sorted(counts, key=lambda name: -counts[name]) or [""]
        known = first != mention.name and counts.get(first, 0) >= max(_FOLLOWED, 2 * counts.get(mention.name, 0))
        if not known or (others and 2 * counts[others[0]] > counts[first]):
            return None
        return next(m for m in self.people.values() if m.name == first)

    def _vessel(self, kind: str) -> bool:
        """Whether "she" may be a ship: a main clause nearby told of one, and of no woman since."""
        if kind != "female" or any(self._is_about_woman(self.sentence - back) for back in (0, 1)):
            return False
        near = [m for m in self.recent if m.subject and m.sentence >= self.sentence - 1 and self._in_main(m)]
        found = [m for m in near if m.kind == "thing" and self._is_ship(m)]
        return bool(found) and not any(m.kind == "female" and m.token > found[-1].token for m in near)

    def _is_about_woman(self, sentence: int) -> bool:
        centre = self._centre(sentence)
        return centre is not None and centre.kind == "female"

    def _in_main(self, mention: EntityMention) -> bool:
        return self.clauses.at(mention.token).kind in ("main", "coordinate", "phrase")

    def _is_ship(self, mention: EntityMention) -> bool:
        return mention.name.rpartition(" ")[2].lower() in _SHIPS or mention.name in self.ships

    def _speaking(self, i: int) -> EntityMention | None:
        """ "He added": whoever was last said to say something."""
        kind = SINGULAR[self.tokens.lower[i]]
        clause, last = self.subject_of.get(i), self.speaker
        if (
            self._is_quoted(i)
            or clause is None
            or clause.head is None
            or last is None
            or last.kind not in (kind, "person")
        ):
            return None
        if clause.verb is None or self.tags[clause.verb[0]] == "MD":
            return None  # "he must report to prison"
        near = [m for m in self.recent if m.kind == kind and m.sentence > last.sentence and m.name != last.name]
        if near or self.sentence - last.sentence > _SPOKEN:
            return None
        return last if verb_base(self.tokens.lower[clause.head]) in _SAYING else None

    def _joined(self, i: int) -> bool:
        """Whether "and" joins the pronoun's phrase to the phrase before it: "an instructor and her student", "Derek
        Hale, 66, and his wife"."""
        if i > 4 and self.tokens.lower[i - 1] == "and" and self.tags[i - 5 : i - 1] == ["NNP", ",", "CD", ","]:
            return True
        return i > 1 and self.tokens.lower[i - 1] in ("and", "or") and self.tags[i - 2] in ("NN", "NNP")

    def _beside(self, i: int) -> EntityMention | None:
        """ "An instructor and her student"."""
        last = self.recent[-1] if self.recent else None
        fits = last is not None and last.sentence == self.sentence and self._fits(last, self.tokens.lower[i])
        return last if fits and last is not None and i - last.token < 6 else None
