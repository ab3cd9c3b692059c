"""Past tenses that were tagged as participles, adjectives or nouns: what follows leaves no other reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from service.events.tags.asides import follows_aside, takes_object
from service.events.tags.no_verbs import partner, plural, stricken
from service.events.tags.nouns import WAS
from service.events.tags.openings import mend_opening
from service.events.tags.tables import (
    AHEAD,
    IN_SUBJECT,
    NOMINATIVE,
    ONLY_WITH_COMPLEMENT,
    OPENS_OBJECT,
    SUBJECT,
    TELLING,
    WHEN,
    WITH_COMPLEMENT,
)
from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import DONE_TO, REPORTING
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_OBJECT_CASE: Final = frozenset("him her them us me it himself herself itself themselves".split())
_AUXILIARIES: Final = frozenset("be is are was were been being has have had having get got gets".split())
_SAME_PARTICIPLE: Final = frozenset("held made found built bought brought sold sent left paid put set taught".split())
_MARKERS: Final = frozenset("after before since until that because although while as if than".split())
_TIMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter year month week day
    weekend january february march april may june july august september october november december""".split()
)
_TIME: Final = 6  # tokens of "by last autumn"
_JOINED: Final = 6  # tokens from a past form to the "and" that joins it to another
_IN_REDUCED: Final = IN_SUBJECT | {"PRP", "PRP$", "POS", "VBG", "$"}
_IN_OBJECT: Final = NOUN | {"DT", "JJ", "PRP$"}
_OPENS_ANY_OBJECT: Final = OPENS_OBJECT | {"JJ", "NN", "NNP"}
_OBJECT_OR_FIGURE: Final = _OPENS_ANY_OBJECT | {"PRP", "CD", "$"}
_BEFORE_PAST: Final = NOUN | {",", "VBN", "VBD", "VB", "RB"}
_COUNTED: Final = NOUN | {"CD"}


def mend_pasts(tokens: Tokens, tags: list[str], sentence: Sentence, places: Sequence[int]) -> None:
    """Tag as a past tense each word of the sentence that can be nothing else; linear in its length.

    A word is asked about by the cases of ``_BY_TAG`` and ``_BY_WORD``; the first that gives a tag decides. ``places``:
    its tokens that have one of ``PAST_TAGS`` or are one of ``PAST_WORDS``, in their order.
    """
    mend_opening(tokens, tags, sentence)
    lower = tokens.lower
    first, last = sentence.first, sentence.last - 1
    for i in places:
        if not first < i < last:
            continue
        cases = _BY_TAG.get(tags[i], ())
        if lower[i] in _BY_WORD:
            cases += _BY_WORD[lower[i]]
        for case in cases:
            tag = case(tokens, tags, i, sentence)
            if tag is not None:
                tags[i] = tag
                break


def _is_reduced(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a past form only explains the noun before it, for another verb follows in its clause: "A fine imposed on
    it in 2022 has not been paid", "An inquiry held the following spring cleared her"."""
    word = tokens.lower[i]
    formed = word.endswith("ed") or word in _SAME_PARTICIPLE
    if not formed or tags[i - 1] not in _COUNTED or word in TELLING or "WP$" in tags[max(i - 4, 0) : i]:
        return False
    if tags[i + 1] != "IN" and WHEN.isdisjoint(tokens.lower[i + 1 : i + 4]):
        return False
    for k in range(i + 1, min(i + SUBJECT, sentence.last - 1)):
        if tags[k] == "VBD" and tokens.lower[k - 1] in _TIMES and tags[k + 1] in _OPENS_ANY_OBJECT:
            return True  # "a report published the following year blamed poor drains"
        if tags[k] in FINITE:
            return k > i + 2 and tokens.lower[k - 1] not in NOMINATIVE and tokens.lower[k] in _AUXILIARIES
        if tags[k] == "VBN" and takes_object(tokens, tags, k) and tokens.lower[k - 1] in _TIMES:
            tags[k] = "VBD"
            return True
        if tags[k] not in _IN_REDUCED:
            return False
        if tokens.lower[k] in _MARKERS:
            return False
    return False


def _has_pronoun_object(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "A judge who has since retired jailed him": what is done to "him" is no passive."""
    if tokens.lower[i + 1] not in _OBJECT_CASE or tags[i + 1] != "PRP" or tokens.lower[i] in WITH_COMPLEMENT:
        return False
    return tokens.lower[i - 1] not in _AUXILIARIES and tags[i - 1] in _BEFORE_PAST


def _is_joined(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """ "The crew of the Ara abandoned ship and were picked up": no adjective stands between two nouns."""
    word = tokens.lower[i]
    if not word.endswith("ed") or word in LEXICON.adjectives or tags[i - 1] not in NOUN or tags[i + 1] not in NOUN:
        return False
    for k in range(i + 1, min(i + _JOINED, sentence.last - 1)):
        if tags[k] == "CC":
            return tags[k + 1] == "VBD"
        if tags[k] not in _IN_OBJECT:
            return False
    return False


def _past_with_pronoun(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if _has_pronoun_object(tokens, tags, i) else None


def _past_after_aside(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if tokens.words[i - 1] == "," and follows_aside(tokens, tags, i, sentence) else None


def _past_joined(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if _is_joined(tokens, tags, i, sentence) else None


def _listed_past(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "They closed the borders, dissolved parliament and cancelled the vote": the second of three things done."""
    if tokens.words[i - 1] != "," or tags[i + 1] not in _OPENS_ANY_OBJECT or tokens.lower[i] in ONLY_WITH_COMPLEMENT:
        return None
    after = next((k for k in range(i + 2, min(i + SUBJECT, sentence.last - 1)) if tags[k] in ("CC", ",", "VBN")), None)
    if after is None or tags[after : after + 2] != ["CC", "VBD"]:
        return None
    for k in range(i - 2, max(i - SUBJECT, sentence.first), -1):
        if tags[k] == "VBD":
            return "VBD" if tokens.lower[k] not in _AUXILIARIES else None
        if tags[k] in ("VBN", "VBG", ",", "WDT", "WP"):
            return None
    return None


def _participle(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBN" if _is_reduced(tokens, tags, i, sentence) else None


def _relative(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "A crack, 60 metres long, that opened", "a party that in 2005 had won"."""
    if tags[i] in ("IN", "DT") and tags[i - 1] in NOUN and tags[i + 1] == "IN":
        for k in range(i + 2, min(i + _TIME, sentence.last)):
            if tags[k] in FINITE:
                timed = tags[k - 1] == "CD" or tokens.lower[k - 1] in _TIMES
                return "WDT" if timed and k > i + 2 else None
            if tags[k] not in _COUNTED and tags[k] not in ("DT", "JJ"):
                return None
    follows = tags[i] == "DT" and tokens.words[i - 1] == "," and tags[i + 1] in FINITE
    return "WDT" if follows else None


def _conjunction(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Officials have confirmed that water from the mine reached the river"; not "denied that claim"."""
    if tags[i] != "DT" or tokens.lower[i - 1] not in REPORTING or tags[i + 1] not in NOUN:
        return None
    for k in range(i + 2, min(i + SUBJECT, sentence.last)):
        if tags[k] in FINITE:
            return "IN"
        if tags[k] in (",", "CC", ".", ":"):
            return None
    return None


def _acting(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "As acting governor"."""
    return "JJ" if tags[i] == "VBG" and tags[i + 1] in NOUN else None


def _attributes(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The outbreak is over, its health ministry declared on Thursday"."""
    if tokens.lower[i] not in REPORTING or tags[i - 1] not in NOUN:
        return None
    if tokens.lower[i + 1] not in ("on", ".", ",") and tokens.lower[i + 1] not in WHEN:
        return None
    begin = i - 1
    while begin > sentence.first and tags[begin] in _IN_OBJECT:
        begin -= 1
    told = tokens.words[begin] == "," and tags[begin + 1] in ("DT", "PRP$") and i - begin > 2
    return "VBD" if told and not FINITE.isdisjoint(tags[max(sentence.first, begin - AHEAD) : begin]) else None


def _whose_did(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "A singer whose recording of it sold four million copies", "whose roof collapsed in May"."""
    if "whose" not in tokens.index or tokens.lower[i + 1] == "by":
        return None
    for k in range(i - 1, max(i - SUBJECT, sentence.first), -1):
        if tags[k] == "WP$":
            return "VBD"
        if tags[k] in FINITE or tags[k] in ("VBN", "VBG", ","):
            return None
    return None


def _in_clause(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "It began when the Orme Argus published letters": between a subject that a marker opens and an object."""
    takes = takes_object(tokens, tags, i) or tags[i + 1] == "NN"
    if not takes or tokens.lower[i] in WITH_COMPLEMENT or tags[i - 1] not in NOUN:
        return None
    for k in range(i - 1, max(i - SUBJECT, sentence.first), -1):
        if tokens.lower[k] in _OPENING_CLAUSES:
            return "VBD"
        if tags[k] not in _IN_CLAUSE_SUBJECT:
            return None
    return None


_OPENING_CLAUSES: Final = frozenset("when while because although though".split())
_IN_CLAUSE_SUBJECT: Final = NOUN | {"DT", "JJ", "CD", "PRP$", "POS", "HYPH"}


def _then_did(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The storm came ashore, then stalled over the hills"; not "he was held, then freed"."""
    if tokens.lower[i - 1] != "then" or not (tokens.words[i - 2] == "," or tags[i - 2] == "CC"):
        return None
    for k in range(i - 3, max(i - AHEAD, sentence.first) - 1, -1):
        if tags[k] == "VBD":
            return "VBD" if tokens.lower[k] not in _AUXILIARIES else None
        if tags[k] in FINITE or tags[k] == "VBN":
            return None
    return None


def _contact_did(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The boats Orme sold in May were faulty": a name right after things in the plural did something to them;
    "the sites the army raided were empty"."""
    if tokens.lower[i + 1] == "by":
        return None
    if tags[i - 1] in ("NN", "NNS"):
        return "VBD" if _is_second_of_two(tokens, tags, i, sentence) else None
    if tags[i - 1] != "NNP":
        return None
    k = i - 1
    while k > sentence.first and tags[k] == "NNP":
        k -= 1
    return "VBD" if tags[k] == "NNS" and tokens.words[k].islower() else None


def _is_second_of_two(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether two noun phrases with articles stand before a past form, the first where a clause begins, and its verb is
    still to come."""
    k = i - 1
    while k > sentence.first and tags[k] in _IN_OBJECT and tags[k] not in ("DT", "PRP$"):
        k -= 1
    if tags[k] not in ("DT", "PRP$") or k - 1 <= sentence.first or tags[k - 1] not in ("NN", "NNS"):
        return False
    k -= 1
    while k > sentence.first and tags[k] in _IN_OBJECT and tags[k] != "DT":
        k -= 1
    opens = k == sentence.first or tokens.lower[k - 1] == "that" or tokens.words[k - 1] == ","
    if tags[k] != "DT" or not opens:
        return False
    ahead = range(i + 1, min(i + SUBJECT, sentence.last))
    verb = next((j for j in ahead if tags[j] in FINITE or tokens.words[j] == ","), None)
    return verb is not None and tags[verb] in FINITE


def _joined_passive(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Was arrested in May, extradited that June and charged": done to the same somebody, without an object."""
    if not (tags[i - 1] == "CC" or tokens.words[i - 1] == ",") or verb_base(tokens.lower[i]) not in DONE_TO:
        return None
    after = tokens.lower[i + 1 : i + 3]
    if tags[i + 1] in _OBJECT_OR_FIGURE and WHEN.isdisjoint(after) and _TIMES.isdisjoint(after):
        return None
    for k in range(i - 1, max(i - AHEAD, sentence.first), -1):
        if tags[k] == "VBN" and tokens.lower[k - 1] in WAS:
            return "VBN"
        if tags[k] in FINITE or tags[k] in ("PRP", "WP", "WDT", ":"):
            return None
    return None


def _loaded(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The train, of 22 loaded wagons, left": what counts nothing did nothing."""
    counts = tags[i - 1] == "CD" and tags[i + 1] in NOUN and tags[i - 2] == "IN" and tokens.lower[i - 2] == "of"
    return "JJ" if counts else None


def _within_phrase(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The badly damaged ship", "than the two publicly acknowledged calls"; not "the two quickly left town"."""
    if tags[i - 1] != "RB" or tags[i + 1] not in NOUN or not tokens.lower[i - 1].endswith("ly"):
        return None
    k = i - 2 - (tags[i - 2] == "CD")
    if k < sentence.first or tokens.lower[k] not in _ARTICLES:
        return None
    alone = k == i - 2 or (k > sentence.first and tokens.lower[k - 1] in _BEFORE_OBJECT)
    return "VBN" if alone else None


_ARTICLES: Final = frozenset("the a an his her its their our my your".split())
_BEFORE_OBJECT: Final = frozenset("of than in on at with by from to for into between".split())


_UNDONE: Final = tuple(
    """unchanged unhurt unharmed uninjured unopposed unnamed unpaid unsold unseen unsolved untouched undefeated unbeaten
    undecided unanswered undisclosed unspecified unconfirmed unfinished unaided""".split()
)


def _undone(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Left its rate unchanged on Thursday": there is no verb for what was not done."""
    return "JJ" if tags[i] in ("VBN", "VBD") else None


def _deputy(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "A former deputy foreign minister": one noun phrase."""
    return "JJ" if tags[i] == "NN" and tags[i + 1] == "JJ" and tags[i + 2 : i + 3] == ["NN"] else None


_Case = Callable[[Tokens, list[str], int, Sentence], str | None]
_BY_TAG: Final[dict[str, tuple[_Case, ...]]] = {
    "VBN": (
        _contact_did,
        _attributes,
        _whose_did,
        _in_clause,
        _then_did,
        _past_with_pronoun,
        _past_after_aside,
        _past_joined,
        _listed_past,
    ),
    "JJ": (_past_joined, stricken),
    "VBZ": (plural,),
    "VB": (partner,),
    "VBD": (_contact_did, _within_phrase, _loaded, _participle, _joined_passive),
}
_BY_WORD: Final[dict[str, tuple[_Case, ...]]] = {
    "that": (_relative, _conjunction),
    "acting": (_acting,),
    "deputy": (_deputy,),
    **dict.fromkeys(_UNDONE, (_undone,)),
}
PAST_TAGS: Final = frozenset(_BY_TAG)
PAST_WORDS: Final = frozenset(_BY_WORD)
