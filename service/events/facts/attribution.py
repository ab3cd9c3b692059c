"""Who says so, and who disputes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.events.clauses.model import Clause, Stretch
from service.events.facts.governors import GOVERNORS
from service.events.parse import Parse
from service.events.words.kinship import kin
from service.events.words.lexicon import noun_base

_RELATIVE = frozenset({"who", "which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_TIME_MARKERS = frozenset({"after", "before", "since", "until", "till", "when", "once"})
_SMALL = frozenset("DT PDT JJ JJR JJS NN NNS CD RB PRP$ VBN VBG".split())
_GOING_ON = frozenset({"coordinate", "participle"})
_SELF_CONTAINED = frozenset({"main", "attribution", "phrase"})  # nobody around them says them
_DENYING = frozenset(verb for verb, effect in GOVERNORS.verbs.items() if effect == "deny")
_DEPTH = 40  # clauses: nobody quotes anybody through more
_FURTHER = 40  # clauses back, and sentences, in which a denial finds what it denies
_SENTENCES = 6
_PLAIN_VERBS = frozenset("be have do make take give get say know".split())
_LOOK_BACK = 12  # clauses of the sentences before, in which a disputed statement is looked for


class Attributions:
    """The sources of one article's clauses. ``names`` gives the name that a pronoun's token stands for."""

    def __init__(self, parse: Parse, head: Mapping[int, int], names: Mapping[int, str]) -> None:
        self.tokens, self.tags, self.triggers = parse.tokens, parse.tags, parse.triggers
        self.all, self.chunk = parse.clauses.clauses, parse.clauses.chunk_at
        self.head, self.names = head, names
        self._sources: dict[int, str | None] = {}

    def source(self, index: int) -> str | None:
        """Who says what clause ``index`` says; None where the article does."""
        own = self.all[index]
        if own.kind in _SELF_CONTAINED and own.attribution is None and own.according is None:
            return None
        path: list[int] = []
        at: int | None = index
        found: str | None = None
        while at is not None and len(path) < _DEPTH:
            if at in self._sources:
                found = self._sources[at]
                break
            path.append(at)
            clause = self.all[at]
            if clause.attribution is not None or clause.according is not None:
                found = self._own_source(clause)
            if found is not None or clause.kind in _SELF_CONTAINED or self._is_aside(clause):
                break
            at = clause.parent
        for step in path:
            self._sources[step] = found
        return found

    def _own_source(self, clause: Clause) -> str | None:
        if clause.according is not None:
            return self.words(clause.according)
        if clause.attribution is None or clause.attribution == clause.index:
            return None
        teller = self.all[clause.attribution]
        number = self.head.get(teller.index)
        if number is not None:
            trigger = self.triggers[number]
            effect = GOVERNORS.verbs.get(trigger.lemma)
            if effect in ("deny", "clear") and not trigger.negated and teller.index == clause.parent:
                return None
            if trigger.lemma == "hear":
                return None  # "the court heard that": nobody says who told it
            if trigger.voice == "passive":
                return self.agent(teller)
        return self.subject(teller)

    def _is_aside(self, clause: Clause) -> bool:
        """Whether the article itself says the clause: after what was quoted, or in ", which …" of what was reported."""
        parent = self.all[clause.parent] if clause.parent is not None else None
        if parent is not None and parent.quoted and not clause.quoted:
            return True
        source = parent.according if parent is not None else None
        if source is not None and clause.antecedent is not None and source[0] <= clause.antecedent < source[1]:
            return True  # "according to a study published in May"
        if clause.marker is None:
            return False
        if clause.kind in ("adverbial", "gerund") and self.tokens.lower[clause.marker] in _TIME_MARKERS:
            return not clause.quoted  # what dates a claim is not itself claimed: "said they met before she was elected"
        if clause.kind != "relative" or self.tokens.lower[clause.marker] not in ("which", "who"):
            return False
        before = self.tokens.lower[clause.marker - 1] if clause.marker else ""
        return before in (",", "to") and not clause.quoted

    def subject(self, clause: Clause, depth: int = 0) -> str | None:
        """The subject of a clause, in the article's words; of a pronoun the name, where it is certain."""
        stretch = clause.subject
        if stretch is not None:
            word = self.tokens.lower[stretch[0]]
            if word in _RELATIVE and stretch[1] - stretch[0] == 1 and clause.antecedent is not None:
                return self.words(self.chunk.get(clause.antecedent, (clause.antecedent, clause.antecedent + 1)))
            return self.words(self._name_beside(stretch) or stretch)
        parent = self.all[clause.parent] if clause.parent is not None else None
        if parent is None or depth > _DEPTH or clause.kind not in ("coordinate", "participle", "infinitive", "gerund"):
            return None
        return self.subject(parent, depth + 1)

    def _name_beside(self, stretch: Stretch) -> Stretch | None:
        """The name that stands between commas beside what somebody is: "a former engineer, Tom Aldiss,"."""
        words, tags = self.tokens.words, self.tags
        name = self.chunk.get(stretch[1] + 1) if words[stretch[1] : stretch[1] + 1] == [","] else None
        if name is None or words[name[1] : name[1] + 1] != [","] or tags[stretch[1] - 1] != "NN":
            return None
        return name if all(tags[i] == "NNP" for i in range(*name)) else None

    def agent(self, clause: Clause) -> str | None:
        """Who does what a passive clause tells: "by police"."""
        if clause.verb is None:
            return None
        after = clause.verb[1]
        if after + 1 < len(self.tokens) and self.tokens.lower[after] == "by" and after + 1 in self.chunk:
            return self.words(self.chunk[after + 1])
        return None

    def words(self, stretch: Stretch) -> str:
        """A stretch as the article writes it."""
        if stretch[1] - stretch[0] == 1 and self.tokens.lower[stretch[0]] in _PRONOUNS and stretch[0] in self.names:
            return self.names[stretch[0]]
        text = self.tokens.text[self.tokens.starts[stretch[0]] : self.tokens.ends[stretch[1] - 1]]
        owner = self.names.get(stretch[0]) if self.tags[stretch[0]] == "PRP$" and stretch[1] - stretch[0] > 1 else None
        if owner is not None:
            return f"{owner}’s {text.partition(' ')[2]}"
        return text[:1].lower() + text[1:] if self._opens(stretch[0]) else text

    def _opens(self, i: int) -> bool:
        """Whether the capital of a word is only that of its sentence: "Separate reports"."""
        word = self.tokens.words[i]
        if self.tags[i] not in _SMALL or not (word[1:].islower() or len(word) == 1):
            return False
        if i + 1 < len(self.tokens) and self.tokens.words[i + 1][:1].isupper():
            return False  # "Foreign Minister Alen Dragov"
        before = self.tokens.words[i - 1] if i else "."
        return not before[0].isalnum() and before not in (",", "-", "'", "’", "&")

    # -- disputes

    def disputes(self) -> dict[int, tuple[str, ...]]:
        """For each clause whose content somebody disputes, who does."""
        found: dict[int, tuple[str, ...]] = {}
        if _DENYING.isdisjoint([trigger.lemma for trigger in self.triggers]):
            return found
        for clause in self.all:
            number = self.head.get(clause.index)
            if number is None:
                continue
            trigger = self.triggers[number]
            if trigger.lemma not in _DENYING or trigger.negated or trigger.pos != "verb":
                continue
            who = self.agent(clause) if trigger.voice == "passive" else self.subject(clause)
            if who is None:
                continue
            for target in (*self._disputed_by(clause), *self._told_before(clause, who)):
                if who not in found.get(target, ()):
                    found[target] = (*found.get(target, ()), who)
        for clause in self.all if found else ():
            if clause.kind in _GOING_ON and clause.parent in found and clause.index not in found:
                found[clause.index] = found[clause.parent]  # "said that they had met and agreed, shaking hands"
        return found

    def _disputed_by(self, clause: Clause) -> list[int]:
        """The clauses whose content a denying clause speaks of: its own complement is no matter here."""
        marker = self.tokens.lower[clause.marker] if clause.marker is not None else ""
        if clause.kind == "relative" and clause.parent is not None:
            return self._of_relative(clause, self.all[clause.parent], marker)
        if self._is_apposed_claim(clause):
            return self._statements_before(clause, "")
        said = (c for c in self._following(clause) if c.parent == clause.index and c.kind != "coordinate")
        if clause.object is None or next(said, None) is not None:
            return []
        last = clause.object[1] - 1
        word = self.tokens.lower[last]
        if word not in GOVERNORS.statement and noun_base(word) not in GOVERNORS.statement:
            return []
        return self._statements_before(clause, self._possessor(clause.object))

    def _told_before(self, clause: Clause, who: str) -> list[int]:
        """What somebody else was reported to say, in the sentences before, that this denial takes up.

        "Said that they had met. … denied that the meeting had taken place."
        """
        denied = {kin(self.triggers[n].lemma) for n in self._inside(clause)} | self._such(clause)
        if not denied:
            return []
        found: list[int] = []
        for index in range(clause.index - 1, max(-1, clause.index - 1 - _FURTHER), -1):
            number = self.head.get(index)
            other = self.all[index]
            if number is None or other.sentence == clause.sentence or clause.sentence - other.sentence > _SENTENCES:
                continue
            if other.kind in ("complement", "main") and kin(self.triggers[number].lemma) in denied:
                source = self.source(index)
                if source is not None and source != who:
                    found.append(index)
        return found

    def _inside(self, clause: Clause) -> list[int]:
        """The triggers of what a denying clause denies: the verb, or the noun where the verb only says that it was."""
        found: list[int] = []
        for child in self._children(clause):
            number = self.head.get(child.index)
            if number is None or self.triggers[number].negated:
                continue
            if self.triggers[number].lemma in GOVERNORS.taking_place and child.subject is not None:
                a, b = child.subject
                found.extend(n for n in range(max(number - 4, 0), number) if a <= self.triggers[n].token < b)
            elif self.triggers[number].lemma not in _PLAIN_VERBS:
                found.append(number)
        return found

    def _such(self, clause: Clause) -> set[str]:
        """What a denial points back to by "such": "denies that it received any such report"."""
        found: set[str] = set()
        for child in self._children(clause):
            if child.object is not None and "such" in self.tokens.lower[child.object[0] : child.object[1]]:
                found.add(kin(noun_base(self.tokens.lower[child.object[1] - 1])))
        return found

    def _possessor(self, stretch: Stretch) -> str:
        """ "Hallam" in "Hallam's account", else nothing."""
        for i in range(stretch[0] + 1, stretch[1]):
            if self.tokens.lower[i] in ("'s", "’s"):
                return self.tokens.words[i - 1]
        return ""

    def _is_apposed_claim(self, clause: Clause) -> bool:
        """ "…, a claim the airline disputes": the noun stands right before the subject of the denying clause."""
        if clause.subject is None or clause.subject[0] < 3:
            return False
        noun = clause.subject[0] - 1
        return self.tokens.lower[noun] in GOVERNORS.statement and self.tokens.lower[noun - 1] in ("a", "an", "the")

    def _of_relative(self, clause: Clause, parent: Clause, marker: str) -> list[int]:
        """ "…, which the palace denied" speaks of the clause before; "a claim that Oslo rejects" of the claim."""
        noun = self.tokens.lower[clause.antecedent] if clause.antecedent is not None else ""
        comma = clause.first > 0 and self.tokens.words[clause.first - 1] == ","
        if marker == "which" and comma:
            return [parent.index]
        if noun_base(noun) in GOVERNORS.statement:
            content = [c.index for c in self._children(parent) if c.index < clause.index and c.kind != "relative"]
            return content or [parent.index]
        return []

    def _following(self, clause: Clause) -> Sequence[Clause]:
        return self.all[clause.index + 1 : clause.index + 3]

    def _children(self, clause: Clause) -> list[Clause]:
        """Complements of a clause among the next few."""
        near = self.all[clause.index + 1 : clause.index + 6]
        kinds = ("complement", "gerund", "participle", "infinitive")
        return [c for c in near if c.parent == clause.index and c.kind in kinds]

    def _statements_before(self, clause: Clause, teller_name: str) -> list[int]:
        """What was last reported or alleged, by ``teller_name`` if that is given, before "denied the report"."""
        for index in range(clause.index - 1, max(-1, clause.index - 1 - _LOOK_BACK), -1):
            teller = self.all[index]
            number = self.head.get(index)
            if clause.sentence - teller.sentence > 1 or (index == clause.parent and clause.kind == "complement"):
                break
            if number is None:
                continue
            trigger = self.triggers[number]
            tells = trigger.event_class == "REPORTING" or GOVERNORS.verbs.get(trigger.lemma) == "claim"
            who = self.subject(teller) or ""
            if tells and who != self.subject(clause) and (not teller_name or teller_name in who.split()):
                content = [c.index for c in self._children(teller)]
                if content:
                    return content
        return []
