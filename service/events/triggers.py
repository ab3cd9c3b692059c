"""The words that name events: main verbs, event nouns, and predicates of state (TimeML 1.2.1, section 2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from service.article import UNLIMITED, Budget
from service.events.lexicon import LEXICON, noun_base, verb_base
from service.events.model import EventClass, PartOfSpeech
from service.events.names import PERSONS
from service.events.verbgroups import Aspect, Tense, VerbGroup, Voice, find_verb_groups
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_NO: Final = frozenset({"no", "without", "neither", "nor", "lack"})
_BE: Final = "be"
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COMMON: Final = frozenset({"NN", "NNS"})
_IN_PHRASE: Final = frozenset("DT JJ JJR JJS NN NNS NNP NNPS CD PRP$ POS VBN VBG HYPH".split())
_PHRASE_LIMIT: Final = 12  # tokens; a longer run of nouns is a list
_BIRTH: Final = 10  # tokens: so far from "born" its date may stand
_TEMPORAL: Final = frozenset("after before during since until following amid despite pending".split())
_DEVERBAL: Final = ("tion", "sion", "ment")
_LASTING: Final = frozenset({"from", "since", "until", "till", "between"})
_WHEN_WORDS: Final = frozenset(
    """yesterday today tomorrow tonight last next this earlier later monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
_SINGLING: Final = frozenset("first last only youngest oldest best most second third".split())
_ROLES: Final = PERSONS | frozenset("member head captain mp fellow chair chairperson spokesperson".split())
_UNEVENTFUL: Final = frozenset(
    "time way reason need chance word sign room doubt evidence lot bit shortage lack".split()
)
_REACH: Final = 12  # tokens from a role to what says how long it was held


class Trigger(NamedTuple):
    """A mention of an event: its word at ``token``, in the verb group or noun phrase ``first`` up to (excl.) ``last``.

    ``tense``, ``aspect``, ``voice`` and ``modal`` are those of the verb group (of the copula for an adjective), NONE,
    NONE, active and None for a noun. ``lemma`` is the base form. ``sentence`` is the sentence's number.
    """

    token: int
    first: int
    last: int
    sentence: int
    event_class: EventClass
    pos: PartOfSpeech
    tense: Tense = "NONE"
    aspect: Aspect = "NONE"
    voice: Voice = "active"
    modal: str | None = None
    negated: bool = False
    lemma: str = ""


def find_triggers(
    tokens: Tokens,
    sentences: list[Sentence],
    tags: list[str],
    timexes: Sequence[Timex] = (),
    budget: Budget = UNLIMITED,
) -> list[Trigger]:
    """The event mentions of a text, in text order, at most one a token; linear in the number of tokens.

    With its ``timexes`` also the roles that the text says how long somebody held. ``budget`` is polled at each verb
    group and each sentence.
    """
    found: dict[int, Trigger] = {}
    lengths = _lengths(tokens, timexes)
    dates = {t.first for t in timexes if t.type in ("DATE", "TIME") and t.bounds is not None}
    number_of = _sentence_numbers(tokens, sentences)
    groups = find_verb_groups(tokens, sentences, tags)
    for group in budget.over(groups):
        number = number_of[group.token]
        trigger = _verb_trigger(tokens, sentences[number], tags, group, number)
        if trigger is None and group.lemma == _BE and lengths:
            trigger = _role_trigger(tokens, sentences[number], tags, group, number, lengths)
        if trigger is None and group.lemma == _BE and dates:
            trigger = _there_trigger(tokens, sentences[number], tags, group, number, dates)
        if trigger is not None:
            found.setdefault(trigger.token, trigger)
    for number, sentence in enumerate(budget.over(sentences)):
        for i in [i for i in range(sentence.first, sentence.last) if tags[i] in _COMMON or i == sentence.first]:
            tag = tags[i]
            if tag == "NNP" and i == sentence.first and tokens.lower[i] in LEXICON.events:
                tag = "NN"
            if tag in _COMMON and i not in found and _names_event(tokens, sentence, tags, i):
                found[i] = _noun_trigger(tokens, sentence, tags, i, number)
    for group in groups:
        if group.lemma == _BE and (group.modal or group.negated):
            _say_of_predicate_noun(found, tags, group, sentences[number_of[group.token]])
    return [found[i] for i in sorted(found)]


def _say_of_predicate_noun(found: dict[int, Trigger], tags: list[str], group: VerbGroup, sentence: Sentence) -> None:
    """What modal and negation say of a noun after "be": "it would have been the sixth strike"."""
    i = group.last
    while i < sentence.last and i - group.last < _PHRASE_LIMIT and tags[i] in _IN_PHRASE | {"RB"}:
        trigger = found.get(i)
        if trigger is not None and trigger.pos == "noun":
            negated = trigger.negated ^ group.negated
            found[i] = trigger._replace(modal=group.modal, aspect=group.aspect, negated=negated)
            return
        i += 1


def _sentence_numbers(tokens: Tokens, sentences: list[Sentence]) -> list[int]:
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers.extend([number] * (sentence.last - sentence.first))
    return numbers


def _lengths(tokens: Tokens, timexes: Sequence[Timex]) -> set[int]:
    """Where the words that open a length of time stand: "from 1990", "since May", "for three years"."""
    found: set[int] = set()
    for timex in timexes:
        before = tokens.lower[timex.first - 1] if timex.first else ""
        if before in _LASTING or (before == "for" and timex.type == "DURATION"):
            found.add(timex.first - 1)
    return found


def _there_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int, dates: set[int]
) -> Trigger | None:
    """The noun of "there was a retrospective in 1998": what there was at a time is an event."""
    if group.first == sentence.first or tags[group.first - 1] != "EX" or group.negated or group.modal:
        return None
    at = group.last
    while at < sentence.last and tags[at] in _IN_PHRASE | {"RB"} and at not in dates:
        at += 1
    head = at - 1
    if head < group.last or tags[head] != "NN" or tags[group.last] not in ("DT", "CD", "JJ"):
        return None
    if tokens.lower[head] in _UNEVENTFUL or not any(i in dates for i in range(at, min(at + _REACH, sentence.last))):
        return None
    return _noun_trigger(tokens, sentence, tags, head, number)


def _role_trigger(
    tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int, lengths: set[int]
) -> Trigger | None:
    """The role after a form of "be", where the text says how long it was held: "was chairman from 1990 to 1995"."""
    at = group.last
    while at < sentence.last and tags[at] in _IN_PHRASE | {"RB"}:
        at += 1
    head = at - 1
    if head < group.last or tags[head] not in _NOUNS or noun_base(tokens.lower[head]) not in _ROLES:
        return None
    if not _SINGLING.isdisjoint(tokens.lower[group.last : head]):
        return None  # "was the first woman to do it since 1990"
    for i in range(at, min(at + _REACH, sentence.last)):
        if i in lengths:
            return _predicate(group, head, number, "STATE", tokens.lower[head])
        if tags[i] in ("VBD", "VBZ", "VBP", "MD", ".", "WP", "WDT", ":"):
            return None
    return None


def _verb_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], group: VerbGroup, number: int) -> Trigger | None:
    """The event of a verb group: its main verb's, or that of the predicate after "be"."""
    word = tokens.lower[group.token]
    if group.lemma in LEXICON.never_verbs:
        return None
    if group.lemma == _BE:
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
        token=group.token,
        first=group.first,
        last=group.last,
        sentence=number,
        event_class=LEXICON.verbs.get(group.lemma, "OCCURRENCE"),
        pos="verb",
        tense=group.tense,
        aspect=group.aspect,
        voice=group.voice,
        modal=group.modal,
        negated=group.negated,
        lemma=group.lemma,
    )


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
        return (
            (after in _NOUNS and not when) or previous in {"as", "than"} or group.lemma in LEXICON.stative_participles
        )
    if after in _NOUNS and before in {"DT", "PRP$", "JJ", "POS", "CD", "JJR", "JJS"}:
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


def _names_event(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun at ``i`` names an event here."""
    if not _is_head(tokens, sentence, tags, i):
        return False
    base = _noun_at(tokens, tags, i)
    if base in LEXICON.events:
        return True
    if base in LEXICON.contextual:
        return tags[i] == "NNS" or _is_definite(sentence, tags, i) or _happens(tokens, sentence, tags, i)
    if base in LEXICON.general:
        return _happens(tokens, sentence, tags, i)
    if base in LEXICON.never or len(base) < 6:
        return False
    if base.endswith("ing") and tags[i] == "NN":
        return verb_base(base) in LEXICON.bases and _is_definite(sentence, tags, i)
    return base.endswith(_DEVERBAL) and _happens(tokens, sentence, tags, i)


def _noun_at(tokens: Tokens, tags: list[str], i: int) -> str:
    """The base form of the noun at ``i``, with what a hyphen joins to it where the lexicon has the two as one word."""
    word = tokens.lower[i]
    base = word if word in LEXICON.nouns or tags[i] == "NN" else noun_base(word)
    if i > 1 and tags[i - 1] == "HYPH":
        joined = tokens.lower[i - 2] + base
        return joined if joined in LEXICON.nouns else base
    return base


def _is_head(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun is its phrase's head: "the talks", not "the talks' venue" or "talks venue"."""
    after = i + 1
    if after >= sentence.last:
        return True
    apostrophe = tokens.lower[after] in {"'", "’"} and tokens.starts[after] == tokens.ends[i] and tags[i] == "NNS"
    if apostrophe and after + 1 < sentence.last and tags[after + 1] in _NOUNS | {"JJ"}:
        return False
    return tags[after] not in {"NN", "NNS", "POS", "HYPH"}


def _phrase_start(sentence: Sentence, tags: list[str], i: int) -> int:
    """Where the noun phrase that ends at ``i`` begins: at its determiner or its first modifier."""
    first = i
    while first > sentence.first and tags[first - 1] in _IN_PHRASE and i - first < _PHRASE_LIMIT:
        first -= 1
        if tags[first] in {"DT", "PRP$"}:
            break
    return first


def _is_definite(sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the noun phrase has a determiner or a possessor: "the deal", "his offer", "Friday's decision"."""
    first = _phrase_start(sentence, tags, i)
    return tags[first] in {"DT", "PRP$"} or "POS" in tags[first:i]


def _happens(tokens: Tokens, sentence: Sentence, tags: list[str], i: int) -> bool:
    """Whether the words around the noun say that something happens: "after the call", "held a vote"."""
    first = _phrase_start(sentence, tags, i)
    before = tokens.lower[first - 1] if first > sentence.first else ""
    after = tokens.lower[i + 1] if i + 1 < sentence.last else ""
    if before in _TEMPORAL or after in {"with", "between", "against"}:
        return True
    if first > sentence.first and tags[first - 1][:2] == "VB" and verb_base(before) in LEXICON.happening:
        return True
    return i + 1 < sentence.last and tags[i + 1][:2] == "VB" and verb_base(after) in LEXICON.happening


def _noun_trigger(tokens: Tokens, sentence: Sentence, tags: list[str], i: int, number: int) -> Trigger:
    first = _phrase_start(sentence, tags, i)
    base = _noun_at(tokens, tags, i)
    before = tokens.lower[first - 1] if first > sentence.first else ""
    return Trigger(
        token=i,
        first=first,
        last=i + 1,
        sentence=number,
        event_class=LEXICON.nouns.get(base, "OCCURRENCE"),
        pos="noun",
        negated=tokens.lower[first] == "no" or before in _NO,
        lemma=base,
    )
