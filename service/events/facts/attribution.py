"""Who says so."""

from __future__ import annotations

from collections.abc import Mapping

from service.events.clauses.model import Clause, Stretch
from service.events.facts.governors import GOVERNORS
from service.events.parse import Parse

_RELATIVE = frozenset({"who", "which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_TIME_MARKERS = frozenset({"after", "before", "since", "until", "till", "when", "once"})
_PERIODICALS = (["daily"], ["weekly"], ["monthly"])
_SMALL = frozenset("DT PDT JJ JJR JJS NN NNS CD RB PRP$ VBN VBG".split())
_SELF_CONTAINED = frozenset({"main", "attribution", "phrase"})  # nobody around them says them
DENYING = frozenset(verb for verb, effect in GOVERNORS.verbs.items() if effect == "deny")
_DEPTH = 40  # clauses: nobody quotes anybody through more


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
        told = clause.kind == "relative" and clause.marker is not None and clause.antecedent is not None
        if told and clause.marker is not None and self.tokens.lower[clause.marker] in _RELATIVE:
            token = clause.antecedent or 0
            return self.words(self.chunk.get(token, (token, token + 1)))  # "the paper, which said that"
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
        if self.tokens.lower[stretch[1] : stretch[1] + 1] in _PERIODICALS and self.tokens.lower[stretch[0]] == "the":
            title = self.chunk.get(stretch[1] + 1, (0, 0))
            stretch = (stretch[0], title[1]) if title[0] == stretch[1] + 1 else stretch  # "the Kelmeti daily Zorile"
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
