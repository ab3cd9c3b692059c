"""The events of one article as they are mentioned: every trigger with its clause, what dates it, and when it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from service.article import UNLIMITED, Article, Budget
from service.events.ages import date_by_ages, has_birth
from service.events.bounds import date_triggers
from service.events.clause_reader import read_clauses
from service.events.clauses import Clauses
from service.events.dating import Dating
from service.events.direction import turn
from service.events.discourse import carry_over
from service.events.lexicon import LEXICON, verb_base
from service.events.linking import link
from service.events.links import Links
from service.events.outlook import Outlook, in_view_of, read_outlooks, settle_tenses
from service.events.referents import Referents, read_referents
from service.events.triggers import Trigger, find_triggers
from service.events.verbgroups import INVARIANT
from service.temporal.calendar import Moment
from service.temporal.engine import Reading, read_timexes
from service.text.sentences import Sentence, split_sentences
from service.text.tagging import tag
from service.text.tokens import Tokens, tokenize


class Mention(NamedTuple):
    """One mention of an event: ``number`` counts in text order; ``clause`` is the number of the clause that it stands
    in."""

    number: int
    trigger: Trigger
    clause: int
    outlook: Outlook
    dating: Dating | None


@dataclass(frozen=True, slots=True)
class EventReading:
    """What is known of an article's events before a timeline is made of them."""

    tokens: Tokens
    sentences: list[Sentence]
    tags: list[str]
    reading: Reading
    clauses: Clauses
    links: Links
    mentions: list[Mention]
    referents: Referents


def read_events(article: Article, budget: Budget = UNLIMITED) -> EventReading:
    """Everything that ``article`` mentions as happening. Pure; linear in the length of the text.

    ``budget`` is polled between the stages, and inside those that take long.
    """
    tokens = tokenize(article.text)
    budget.check()
    sentences = split_sentences(tokens)
    budget.check()
    tags = _mended(tokens, sentences, tag(tokens, sentences))
    budget.check()
    reading = read_timexes(article, tokens, sentences, budget)
    triggers = find_triggers(tokens, sentences, tags, reading.timexes, budget) if article.language == "en" else []
    clauses = read_clauses(tokens, sentences, tags, reading.timexes, budget)
    budget.check()
    today = Moment(reading.published.toordinal()) if reading.published else None
    triggers = settle_tenses(triggers, clauses)
    links = link(tokens, sentences, clauses, triggers, reading.timexes, today.day if today else None)
    budget.check()
    triggers = [t._replace(negated=False) if n in links.turned else t for n, t in enumerate(triggers)]
    outlooks = read_outlooks(tokens, sentences, clauses, triggers, links, reading.timexes, today.day if today else None)
    budget.check()
    reading = replace(
        reading,
        timexes=turn(
            tokens, sentences, clauses, triggers, links, outlooks, reading.timexes, today.day if today else None
        ),
    )
    datings = date_triggers(triggers, links, reading.timexes, outlooks, today)
    budget.check()
    referents = read_referents(tokens, sentences, tags, clauses, article.title, budget)
    if has_birth(triggers, datings):
        date_by_ages(tokens, tags, clauses, triggers, links, datings, referents.of, today)
    narrative = reading.document_type == "narrative"
    datings = carry_over(
        tokens, tags, triggers, sentences, clauses, links, reading.timexes, outlooks, datings, today, narrative
    )
    mentions = [
        Mention(n, trigger, links.clause[n], _seen(outlooks[n], trigger, datings[n], today, narrative), datings[n])
        for n, trigger in enumerate(triggers)
    ]
    return EventReading(tokens, sentences, tags, reading, clauses, links, mentions, referents)


def _mended(tokens: Tokens, sentences: list[Sentence], tags: list[str]) -> list[str]:
    """The tags, with what can only be a past tense as one ("and underwent surgery"; after a noun also "The S&P 500
    fell"), and with a verb in each sentence that got none though it has a word that may be one ("The dam burst")."""
    found = list(tags)
    _mend_prefixed(tokens, found)
    _mend_modifiers(sentences, found)
    for i, word in enumerate(tokens.lower):
        if found[i] == "VBG" and word in _NO_PARTICIPLES:
            found[i] = "NN"
        elif found[i] == "VBZ" and i and _is_subject_noun(found[i - 1], found[i + 1 : i + 2]):
            found[i] = "NNS"  # "goods trains ran": two finite verbs do not follow each other
    for i in [i for i, tag_ in enumerate(found) if i and tag_ in _MENDED]:
        if found[i] == "VBP" and tokens.lower[i] in _SAME_IN_THE_PAST and found[i - 1] in _NAMES:
            found[i] = "VBD"  # "Rovers beat Town": what is told of others in the news is past
        if found[i] == "VBD":
            word = tokens.lower[i]
            if (word in LEXICON.verbs or word in LEXICON.nouns) and word not in LEXICON.irregular:
                found[i] = "VBP"  # "shareholders, who vote on Friday"
        elif found[i] == "VBN" and tokens.lower[i] in _INTRANSITIVE and _stands_alone(tokens, found, i):
            found[i] = "VBD"  # "Russia's probe, Fobos, failed"
        elif found[i] == "JJ" and tokens.lower[i - 1] in _WAS and _is_passive(tokens.lower[i]):
            found[i] = "VBN"  # "and was dismissed"
        elif found[i] in _NO_VERBS and tokens.words[i].islower():
            word = tokens.lower[i]
            if word in LEXICON.past_only or (word in _SURE_PASTS and found[i - 1] in _SUBJECTS):
                found[i] = "VBD"
        elif found[i] == "VBD" and not (
            word.endswith(("ed", "'d")) or word in LEXICON.past_forms or word in LEXICON.irregular
        ):
            found[i] = "VBP"  # "shareholders vote": no past tense is spelt so
    for sentence in sentences:
        _join_pasts(tokens, found, sentence)
        if _opens_with_participle(tokens, found, sentence):
            found[sentence.first] = "VBN"
        if found[sentence.first : sentence.first + 3] == ["JJ", "CC", "NNP"]:
            found[sentence.first] = "NNP"  # "Norsund and Kelde agreed"
        if sentence.heading or not _FINITE.isdisjoint(tags[sentence.first : sentence.last]):
            continue
        for i in range(sentence.first + 1, sentence.last):
            if tokens.lower[i] in LEXICON.past_forms and tags[i] in _TAKEN_FOR_NOUNS and tags[i - 1] in _SUBJECTS:
                found[i] = "VBD"
                break
            if tokens.lower[i] in _SCHEDULED and tags[i] == "NNS" and tags[i - 1] in ("NN", "NNP"):
                found[i] = "VBZ"  # "the council meets for the first time on 21 May"
                break
    return found


_NAMES = frozenset("NN NNS NNP NNPS".split())


def _stands_alone(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a past form follows a noun and modifies none."""
    after = tags[i + 1] if i + 1 < len(tags) else "."
    return (tags[i - 1] in _SUBJECTS or tokens.words[i - 1] == ",") and not after.startswith("NN")


_INTRANSITIVE = frozenset("failed died arrived happened occurred emerged disappeared resigned erupted".split())


def _opens_with_participle(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether what looks like a name opens the sentence as a participle: "Begun in 1793 by coal owners, it was …"."""
    i = sentence.first
    if sentence.heading or i + 2 >= sentence.last or tags[i] not in ("NNP", "NN", "JJ") or tags[i + 1] != "IN":
        return False
    word = tokens.lower[i]
    base = LEXICON.irregular.get(word)
    formed = word.endswith("ed") and verb_base(word) in LEXICON.verbs
    return formed or (base is not None and base != word and word not in LEXICON.past_only)


def _join_pasts(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """What is joined to a past tense and may be one is one: "left the rails and hit a house"."""
    if INVARIANT.isdisjoint(tokens.lower[sentence.first : sentence.last]):
        return
    before = ""  # the last verb's tag
    for i in range(sentence.first, sentence.last):
        tag_ = tags[i]
        if tag_ in _BASE_FORMS and tags[i - 1] == "CC" and before == "VBD" and tokens.lower[i] in INVARIANT:
            tags[i] = tag_ = "VBD"
        if tag_ in _VERB_TAGS:
            before = tag_


_BASE_FORMS = frozenset("VB VBP VBN".split())
_VERB_TAGS = frozenset("VB VBD VBP VBZ VBN MD TO".split())
_SAME_IN_THE_PAST = frozenset("beat burst cut hit put quit set shed shut slit split spread thrust upset".split())


def _is_passive(word: str) -> bool:
    """Whether what follows "was" can only be the participle of a verb that the lexicon has."""
    return word.endswith("ed") and word not in LEXICON.adjectives and verb_base(word) in LEXICON.verbs


_WAS = frozenset({"was", "were", "been", "being"})
_NO_VERBS = frozenset("NN JJ RB IN".split())
_MENDED = _NO_VERBS | {"VBD", "VBN", "VBP"}  # the tags that _mended asks about one by one


def _mend_modifiers(sentences: list[Sentence], tags: list[str]) -> None:
    """Make a noun of an -ing form that opens a subject: "Mining groups have agreed"; not "Visiting Oslo, he"."""
    for sentence in sentences:
        first = sentence.first
        if sentence.heading:
            continue
        if tags[first] == "VB" and _has_verb_ahead(tags, first, sentence.last):
            tags[first] = "NN"  # "Work on the canal started"
        if tags[first : first + 2] not in (["VBG", "NN"], ["VBG", "NNS"]):
            continue
        for i in range(first + 1, min(first + _SUBJECT_LENGTH, sentence.last)):
            if tags[i] not in _IN_SUBJECTS:
                if tags[i] in _FINITE:
                    tags[first] = "NN"
                break


def _has_verb_ahead(tags: list[str], first: int, last: int) -> bool:
    """Whether a past tense follows before anything that could be its own subject begins."""
    if tags[first + 1 : first + 2] not in (["IN"], ["VBD"]):
        return False
    for i in range(first + 1, min(first + _SUBJECT_LENGTH, last)):
        if tags[i] == "VBD":
            return True
        if tags[i] not in _IN_SUBJECTS | {"IN", "DT", "JJ"}:
            return False
    return False


def _is_subject_noun(before: str, after: list[str]) -> bool:
    """Whether what is tagged a verb stands between a noun and its verb: "goods trains ran"."""
    return before in _IN_SUBJECTS and after in (["VBD"], ["MD"])


_SCHEDULED = frozenset(
    """meets opens starts ends begins closes returns visits votes faces plays runs hosts holds resumes speaks travels
    launches releases reopens leaves arrives decides marks""".split()
)
_NO_PARTICIPLES = frozenset(
    """lightning king evening morning string spring wing ring thing nothing something anything everything sibling
    ceiling earring herring offspring pudding sterling viking darling gosling""".split()
)
_SUBJECT_LENGTH = 8  # tokens
_IN_SUBJECTS = frozenset("NN NNS NNP NNPS".split())


def _mend_prefixed(tokens: Tokens, tags: list[str]) -> None:
    """Make one verb of a prefix, a hyphen and a past form: "was re-elected", "they co-founded"; not "a re-elected"."""
    for i in [after - 1 for after, word in enumerate(tokens.words) if word == "-"]:
        if not 0 < i < len(tags) - 2 or tokens.lower[i] not in _PREFIXES or tokens.ends[i] != tokens.starts[i + 1]:
            continue
        word, before = tokens.lower[i + 2], tokens.lower[i - 1]
        if not (word.endswith("ed") or word in LEXICON.past_forms) or tags[i - 1] in _IN_NOUN_PHRASES:
            continue
        tags[i] = tags[i + 1] = "RB"
        tags[i + 2] = "VBN" if before in _AUXILIARIES else "VBD"


_PREFIXES = frozenset("re co pre over under mis out un de".split())
_IN_NOUN_PHRASES = frozenset("DT JJ IN PRP$ POS CD HYPH TO".split())
_AUXILIARIES = frozenset("be is are was were been being has have had having not never since get got".split())
_FINITE = frozenset("MD VBD VBP VBZ".split())
_TAKEN_FOR_NOUNS = frozenset("NN JJ VBN VB".split())
_SURE_PASTS = frozenset(
    """became began bought broke brought came caught clung drew drove fell fled flew fought gave grew hung kept knew
    lent sank sent slid sold sought spoke stole stood swept taught threw told took went withdrew won wrote""".split()
)
_SUBJECTS = frozenset("NN NNS NNP NNPS PRP".split())


def _seen(outlook: Outlook, trigger: Trigger, dating: Dating | None, today: Moment | None, narrative: bool) -> Outlook:
    """The outlook in view of the dating; a narrative in the present tense tells what is past."""
    if dating is None or not dating.known:
        return outlook
    if today is None:
        told = narrative and outlook == "ongoing" and dating.extent == "within" and not dating.open
        return "past" if told else outlook
    start, end = dating.bounds
    return in_view_of(outlook, trigger.pos, start.day if start else None, end.day if end else None, today.day)
