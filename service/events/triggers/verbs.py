"""Verbs, predicates and roles that tell events; auxiliaries, adjectives and empty verbs do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses.verbgroups import VerbGroup
from service.events.model import EventClass
from service.events.triggers.model import Trigger
from service.events.triggers.nouns import IN_PREDICATE, noun_trigger
from service.events.words.lexicon import LEXICON, noun_base
from service.events.words.names import PERSONS
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tagset import NOUN
from service.text.tokens import Tokens

BE: Final = "be"
_BIRTH: Final = 10  # tokens: so far from "born" its date may stand
_LASTING: Final = frozenset({"from", "since", "until", "till", "between"})
_WHEN_WORDS: Final = frozenset(
    """yesterday today tomorrow tonight last next this earlier later monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december jan. feb. mar. apr.
    aug. sept. sep. oct. nov. dec.""".split()
)
_SINGLING: Final = frozenset("first last only youngest oldest best most second third".split())
_ROLES: Final = PERSONS | frozenset("member head captain mp fellow chair chairperson spokesperson".split())
_UNEVENTFUL: Final = frozenset(
    "time way reason need chance word sign room doubt evidence lot bit shortage lack".split()
)
_REACH: Final = 12  # tokens from a role to what says how long it was held


def lengths_of(tokens: Tokens, timexes: Sequence[Timex]) -> set[int]:
    """Where the words that open a length of time stand: "from 1990", "since May", "for three years"."""
    found: set[int] = set()
    for timex in timexes:
        before = tokens.lower[timex.first - 1] if timex.first else ""
        if before in _LASTING or (before == "for" and timex.type == "DURATION"):
            found.add(timex.first - 1)
    return found


def there_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int, dates: set[int]
) -> Trigger | None:
    """The noun of "there was a retrospective in 1998": what there was at a time is an event."""
    if group.first == sentence.first or tags[group.first - 1] != "EX" or group.negated or group.modal:
        return None
    at = group.last
    while at < sentence.last and tags[at] in IN_PREDICATE and at not in dates:
        at += 1
    head = at - 1
    if head < group.last or tags[head] != "NN" or tags[group.last] not in ("DT", "CD", "JJ"):
        return None
    if tokens.lower[head] in _UNEVENTFUL or not any(i in dates for i in range(at, min(at + _REACH, sentence.last))):
        return None
    return noun_trigger(tokens, sentence, tags, head, number)


def role_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int, lengths: set[int]
) -> Trigger | None:
    """The role after a form of "be", where the text says how long it was held: "was chairman from 1990 to 1995"."""
    at = group.last
    while at < sentence.last and tags[at] in IN_PREDICATE:
        at += 1
    head = at - 1
    if head < group.last or tags[head] not in NOUN or noun_base(tokens.lower[head]) not in _ROLES:
        return None
    if not _SINGLING.isdisjoint(tokens.lower[group.last : head]):
        return None  # "was the first woman to do it since 1990"
    for i in range(at, min(at + _REACH, sentence.last)):
        if i in lengths:
            return _predicate(group, head, number, "STATE", tokens.lower[head])
        if tags[i] in ("VBD", "VBZ", "VBP", "MD", ".", "WP", "WDT", ":"):
            return None
    return None


def verb_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int) -> Trigger | None:
    """The event of a verb group: its main verb's, or that of the predicate after "be"."""
    word = tokens.lower[group.token]
    if group.lemma in LEXICON.never_verbs:
        return None
    if group.lemma == BE:
        return _predicate_trigger(tokens, sentence, tags, group, number)
    if tags[group.token] in {"MD", "TO"} or (word in LEXICON.prepositions and group.first == group.token):
        return None
    if _is_name(tokens, sentence, group.token):
        return None
    if group.lemma == "do" and _has_no_object(sentence, tags, group.last):
        return None
    if group.first == group.token and _is_participle_adjective(tokens, sentence, tags, group):
        return None
    return Trigger(
        group.token, group.first, group.last, number, LEXICON.verbs.get(group.lemma, "OCCURRENCE"), "verb",
        group.tense, group.aspect, group.voice, group.modal, group.negated, group.lemma,
    )  # fmt: skip


def _is_name(tokens: Tokens, sentence: Sentence, i: int) -> bool:
    """Whether a capital within a sentence that is not all capitals marks a name that was taken for a verb: "Boeing"."""
    if sentence.heading or i == sentence.first or not tokens.words[i][0].isupper():
        return False
    return tokens.words[i - 1][0].isalnum() and (tokens.words[i - 1].islower() or not tokens.words[i].isupper())


def _has_no_object(sentence: Sentence, tags: list[str], after: int) -> bool:
    return after >= sentence.last or tags[after] in {".", ",", "IN", "CC", ":", "''", "RB", "PRP"}


def _is_participle_adjective(tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup) -> bool:
    """Whether a participle on its own only describes a noun or relates two: "rising prices", "based in"."""
    i = group.token
    tag, before = tags[i], tags[i - 1] if i > sentence.first else ""
    after = tags[i + 1] if i + 1 < sentence.last else ""
    owned = before == "POS" or (before in {"DT", "PRP$"} and tag == "VBN")
    if owned and tag in ("VBD", "VBN") and after in {"JJ", "NN", "NNS", "NNP", "$", "CD"}:
        return tags[i + 2 : i + 3] != ["DT"]  # "a folded paper flag", "its neighbour's failed communist state"
    if group.tense not in {"PASTPART", "PRESPART"}:
        return False
    if before == "HYPH" or (after == "HYPH" and tokens.ends[i] == tokens.starts[i + 1]):
        return True
    if tag == "VBN" and tokens.lower[i] == "born" and before != "HYPH":
        return all(t != "CD" for t in tags[i + 1 : min(i + _BIRTH, sentence.last)])  # "born in Oslo in 1931"
    if tag == "VBN":
        previous = tokens.lower[i - 1] if i > sentence.first else ""
        if tokens.lower[i] == "born" and i == sentence.first:
            return False
        when = i + 1 < sentence.last and tokens.lower[i + 1] in _WHEN_WORDS  # "published yesterday"
        return (after in NOUN and not when) or previous in {"as", "than"} or group.lemma in LEXICON.stative_participles
    if after in NOUN and before in {"DT", "PRP$", "JJ", "POS", "CD", "JJR", "JJS"}:
        return True
    return tokens.lower[i] == "following" or group.lemma in LEXICON.static


def _predicate_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int
) -> Trigger | None:
    """The adjective after a form of "be", where it says something that begins or ends."""
    at = group.last
    while at < sentence.last and tags[at] in {"RB", "RBR", "RBS"} and tokens.lower[at] not in LEXICON.adjectives:
        at += 1
    if at >= sentence.last or tags[at] not in {"JJ", "JJR", "RB", "VBN"}:
        return None
    word = tokens.lower[at]
    if word not in LEXICON.adjectives or (at + 1 < sentence.last and tags[at + 1] in {"NN", "NNS", "NNP", "JJ", "CD"}):
        return None
    return _predicate(group, at, number, LEXICON.adjectives[word], word)


def _predicate(group: VerbGroup, at: int, number: int, event_class: EventClass, lemma: str) -> Trigger:
    return Trigger(
        token=at,
        first=group.first,
        last=at + 1,
        sentence=number,
        event_class=event_class,
        pos="adjective",
        tense=group.tense,
        aspect=group.aspect,
        modal=group.modal,
        negated=group.negated,
        lemma=lemma,
    )
