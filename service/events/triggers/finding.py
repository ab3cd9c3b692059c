"""The words that name events: main verbs, event nouns, and predicates of state (TimeML 1.2.1, section 2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.clauses.verbgroups import VerbGroup, find_verb_groups
from service.events.triggers.model import Trigger
from service.events.triggers.nouns import IN_PREDICATE, PHRASE_LIMIT, names_event, noun_trigger
from service.events.triggers.verbs import BE, lengths_of, role_trigger, there_trigger, verb_trigger
from service.events.words.lexicon import LEXICON
from service.record import changed
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_COMMON: Final = frozenset({"NN", "NNS"})


def find_triggers(
    tokens: Tokens,
    sentences: list[Sentence],
    tags: list[str],
    timexes: Sequence[Timex] = (),
    budget: Budget = UNLIMITED,
) -> list[Trigger]:
    """The event mentions of a text, in text order, at most one a token; linear in the number of tokens.

    With its ``timexes`` also the roles that the text says how long somebody held. ``budget`` is polled at each verb
    group and each noun.
    """
    found: dict[int, Trigger] = {}
    lengths = lengths_of(tokens, timexes)
    dates = {t.first for t in timexes if t.type in ("DATE", "TIME") and t.bounds is not None}
    number_of = _sentence_numbers(sentences)
    groups = find_verb_groups(tokens, sentences, tags)
    for group in budget.over(groups):
        number = number_of[group.token]
        trigger = verb_trigger(tokens, sentences[number], tags, group, number)
        if trigger is None and group.lemma == BE and lengths:
            trigger = role_trigger(tokens, sentences[number], tags, group, number, lengths)
        if trigger is None and group.lemma == BE and dates:
            trigger = there_trigger(tokens, sentences[number], tags, group, number, dates)
        if trigger is not None:
            found.setdefault(trigger.token, trigger)
    opening = [s.first for s in sentences if tags[s.first] == "NNP" and tokens.lower[s.first] in LEXICON.events]
    for i in budget.over([*opening, *[i for i, tag in enumerate(tags) if tag in _COMMON]]):
        if i not in found and names_event(tokens, sentences[number_of[i]], tags, i):
            found[i] = noun_trigger(tokens, sentences[number_of[i]], tags, i, number_of[i])
    for group in groups:
        if group.lemma == BE and (group.modal or group.negated):
            _say_of_predicate_noun(found, tags, group, sentences[number_of[group.token]])
    return [found[i] for i in sorted(found)]


def _say_of_predicate_noun(found: dict[int, Trigger], tags: list[str], group: VerbGroup, sentence: Sentence) -> None:
    """What modal and negation say of a noun after "be": "it would have been the sixth strike"."""
    i = group.last
    while i < sentence.last and i - group.last < PHRASE_LIMIT and tags[i] in IN_PREDICATE:
        trigger = found.get(i)
        if trigger is not None and trigger.pos == "noun":
            negated = trigger.negated ^ group.negated
            found[i] = changed(trigger, modal=group.modal, aspect=group.aspect, negated=negated)
            return
        i += 1


def _sentence_numbers(sentences: list[Sentence]) -> list[int]:
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers.extend([number] * (sentence.last - sentence.first))
    return numbers
