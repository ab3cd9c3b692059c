"""Past tenses that were tagged as participles, adjectives or nouns: what follows leaves no other reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from service.events.tags.nouns import WAS
from service.events.words.lexicon import LEXICON, noun_base, verb_base
from service.events.words.names import NAMES
from service.events.words.verbs import COGNITION, DONE_TO, REPORTING
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_OBJECT_CASE: Final = frozenset("him her them us me it himself herself itself themselves".split())
_AUXILIARIES: Final = frozenset("be is are was were been being has have had having get got gets".split())
_OPENS_OBJECT: Final = frozenset("DT PRP$ NNS NNPS".split())
# What a passive takes all the same: "named the winner", "given a prize", "aged 50", "based in Oslo".
_WITH_COMPLEMENT: Final = frozenset(
    """named given called elected appointed awarded paid offered told sold shown made dubbed aged based considered voted
    crowned declared ordained deemed granted denied sent taught left dressed dated headed owned charged judged rated
    ranked known seen compared provided""".split()
)
_WHEN: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last next this that previous
    same following day week month year earlier later""".split()
)
_SAME_PARTICIPLE: Final = frozenset("held made found built bought brought sold sent left paid put set taught".split())
_SAME_IN_BOTH: Final = frozenset("held found built bought brought sold won lost left met".split())
_NOMINATIVE: Final = frozenset("i he she it we they who which that".split())
_MARKERS: Final = frozenset("after before since until that because although while as if than".split())
_TIMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter year month week day
    weekend january february march april may june july august september october november december""".split()
)
_MODALS: Final = frozenset("can could may might must shall should will would need dare ought ca wo".split())
_STRICKEN: Final = frozenset("dead wounded injured missing homeless sick poor".split())
_RISING: Final = frozenset("to by from sharply slightly steadily again above for".split())
_ASIDE: Final = 24  # tokens that may stand between two commas
_SUBJECT: Final = 12  # tokens of a subject
_AHEAD: Final = 80  # tokens, among which the subject would have got its verb
_JOINED: Final = 6  # tokens from a past form to the "and" that joins it to another
_ONLY_WITH_COMPLEMENT: Final = _WITH_COMPLEMENT - _SAME_IN_BOTH
# Tags of the words that may stand …
_IN_SUBJECT: Final = NOUN | {"IN", "DT", "JJ", "CD"}
_IN_REDUCED: Final = _IN_SUBJECT | {"PRP", "PRP$", "POS", "VBG", "$"}
_IN_NAME: Final = _IN_SUBJECT | {"POS"}
_IN_OPENING: Final = NOUN | {"DT", "JJ", "CD"}
_IN_OBJECT: Final = NOUN | {"DT", "JJ", "PRP$"}
_OPENS_ANY_OBJECT: Final = _OPENS_OBJECT | {"JJ", "NN", "NNP"}
_OBJECT_OR_FIGURE: Final = _OPENS_ANY_OBJECT | {"PRP", "CD", "$"}
_BEFORE_PAST: Final = NOUN | {",", "VBN", "VBD", "VB", "RB"}
_COUNTED: Final = NOUN | {"CD"}
_MODIFIED: Final = NOUN | {"JJ", "CC", "HYPH"}
_TELLING: Final = REPORTING | COGNITION


def mend_pasts(tokens: Tokens, tags: list[str], sentence: Sentence, places: Sequence[int]) -> None:
    """Tag as a past tense each word of the sentence that can be nothing else; linear in its length.

    A word is asked about by the cases of ``_BY_TAG`` and ``_BY_WORD``; the first that gives a tag decides. ``places``:
    its tokens that have one of ``PAST_TAGS`` or are one of ``PAST_WORDS``, in their order.
    """
    _mend_opening(tokens, tags, sentence)
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


def _mend_opening(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """What opens a sentence and looks like its verb: "Retired teacher Ann Orme", "Arrested in May, he was tried"."""
    i = sentence.first
    if tokens.lower[i] == "in":
        _mend_occasion(tokens, tags, sentence)
    if tags[i] == "MD" and tokens.lower[i] not in _MODALS:
        tags[i] = "NNP"  # "Holt first put the plan to the firm"
    if i + 2 >= sentence.last:
        return
    if tags[i] == "NNP" and tags[i + 1] in FINITE and _are_people(tokens.lower[i]):
        tags[i] = "NNS"  # "Aides said"
    elif tags[i] == "VBG" and tags[i + 1] == "IN" and _has_finite(tags, i + 1, sentence.last):
        tags[i] = "NN"  # "Fighting in the north began"
    elif tags[i] == "NN" and tags[i + 1] == "IN" and _precedes_pronoun(tokens, tags, sentence):
        tags[i] = "VBG"  # "Fighting in the north, they lost a tank"
    if tags[i] not in ("VBD", "VBN") or tokens.lower[i] == "had":
        return
    if tags[i + 1] in ("NN", "NNS", "JJ") and tokens.lower[i + 1] not in _WHEN:
        tags[i] = "JJ"
        return
    comma = next((k for k in range(i + 1, min(i + _ASIDE, sentence.last - 2)) if tokens.words[k] == ","), None)
    if comma is None or tags[comma + 1] not in ("PRP", "DT", "NNP"):
        return
    if tags[comma + 1] == "PRP" or tags[comma + 2] in NOUN | {"VBD", "MD", "CD", "JJ"}:
        for k in range(i, comma):
            joined = tags[k - 1] == "CC" if k > i else True
            if tags[k] == "VBD" and joined:
                tags[k] = "VBN"
        if tokens.lower[i + 1] == "that" and tags[i + 2] == "NNP":
            tags[i + 1] = "DT"  # "Arrested that September"


def _mend_occasion(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """ "In a statement released this morning, the firm said": what the statement was is no verb of its own."""
    for i in range(sentence.first + 2, min(sentence.first + _SUBJECT, sentence.last - 2)):
        if tags[i] == "VBD":
            if tokens.lower[i] in _MADE_PUBLIC and tags[i - 1] in NOUN:
                rest = tokens.words[i + 1 : min(i + _SUBJECT, sentence.last)]
                tags[i] = "VBN" if "," in rest and _has_tense(tags, i + 1 + rest.index(","), sentence.last) else "VBD"
            return
        if tags[i] not in NOUN | {"DT", "JJ", "CD", "HYPH", "PRP$"}:
            return


_MADE_PUBLIC: Final = frozenset("released issued published posted delivered sent broadcast aired circulated".split())


def _has_tense(tags: list[str], first: int, last: int) -> bool:
    return not FINITE.isdisjoint(tags[first:last])


def _precedes_pronoun(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether an -ing form opens the sentence, and nothing but nouns stands between it and ", they"."""
    i = sentence.first
    if not tokens.lower[i].endswith("ing"):
        return False
    last = next((k for k in range(i + 2, min(i + _SUBJECT, sentence.last - 1)) if tags[k] not in _IN_SUBJECT), None)
    return last is not None and tokens.words[last] == "," and tokens.lower[last + 1] in _NOMINATIVE


def _are_people(word: str) -> bool:
    """Whether a word is the plural of what somebody is: "aides", "officials"."""
    base = noun_base(word)
    return base != word and base in NAMES["person_words"]


def _has_finite(tags: list[str], first: int, last: int) -> bool:
    """Whether a past tense follows after nothing but nouns and prepositions."""
    for k in range(first, min(first + _SUBJECT, last)):
        if tags[k] == "VBD":
            return True
        if tags[k] not in _IN_SUBJECT:
            return False
    return False


def _is_reduced(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a past form only explains the noun before it, for another verb follows in its clause: "A fine imposed on
    it in 2022 has not been paid", "An inquiry held the following spring cleared her"."""
    word = tokens.lower[i]
    formed = word.endswith("ed") or word in _SAME_PARTICIPLE
    if not formed or tags[i - 1] not in _COUNTED or word in _TELLING or "WP$" in tags[max(i - 4, 0) : i]:
        return False
    if tags[i + 1] != "IN" and _WHEN.isdisjoint(tokens.lower[i + 1 : i + 4]):
        return False
    for k in range(i + 1, min(i + _SUBJECT, sentence.last - 1)):
        if tags[k] == "VBD" and tokens.lower[k - 1] in _TIMES and tags[k + 1] in _OPENS_ANY_OBJECT:
            return True  # "a report published the following year blamed poor drains"
        if tags[k] in FINITE:
            return k > i + 2 and tokens.lower[k - 1] not in _NOMINATIVE and tokens.lower[k] in _AUXILIARIES
        if tags[k] == "VBN" and _takes_object(tokens, tags, k) and tokens.lower[k - 1] in _TIMES:
            tags[k] = "VBD"
            return True
        if tags[k] not in _IN_REDUCED:
            return False
        if tokens.lower[k] in _MARKERS:
            return False
    return False


def _has_pronoun_object(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "A judge who has since retired jailed him": what is done to "him" is no passive."""
    if tokens.lower[i + 1] not in _OBJECT_CASE or tags[i + 1] != "PRP" or tokens.lower[i] in _WITH_COMPLEMENT:
        return False
    return tokens.lower[i - 1] not in _AUXILIARIES and tags[i - 1] in _BEFORE_PAST


def _follows_aside(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a subject waits for its verb before what stands between commas: "Oslo, which leads it, summoned the"."""
    word = tokens.lower[i]
    if not (word.endswith("ed") or word in _SAME_IN_BOTH) or word in _ONLY_WITH_COMPLEMENT:
        return False
    opening = next((k for k in range(i - 2, max(i - _ASIDE, sentence.first), -1) if tokens.words[k] == ","), None)
    if opening is not None and tags[opening - 1] == "CD" and tokens.words[opening - 2] == ",":
        subject = opening - 2  # "Pym, 61, who joined in 2014, sold shares"
        return tags[subject - 1] in NOUN and _is_aside(tags, opening, i) and _takes_object(tokens, tags, i)
    if opening is None or tags[opening - 1] not in NOUN or not _is_aside(tags, opening, i):
        return False
    return _waits(tags, opening, sentence) and (
        _takes_object(tokens, tags, i) or _is_last_verb(tokens, tags, i, sentence)
    )


def _is_aside(tags: list[str], opening: int, i: int) -> bool:
    """Whether a relative clause, a name or what somebody is stands between the commas."""
    first = tags[opening + 1]
    if first in ("WDT", "WP", "WP$"):
        return not FINITE.isdisjoint(tags[opening + 1 : i - 1])
    if first == "IN":
        return FINITE.isdisjoint(tags[opening + 1 : i - 1])
    return first in ("NNP", "DT", "CD") and set(tags[opening + 1 : i - 1]) <= _IN_NAME


def _waits(tags: list[str], opening: int, sentence: Sentence) -> bool:
    """Whether nothing but a noun phrase stands before the comma, from where a clause can begin."""
    seen = False
    for k in range(opening - 1, max(opening - _SUBJECT, sentence.first) - 1, -1):
        if tags[k] in FINITE or tags[k] in ("TO", "VB", "VBN", "VBG"):
            return False
        if seen and tags[k] == "IN":
            return True  # "after a clerk, Lena Voss, copied the"
        if tags[k] == ",":
            return FINITE.isdisjoint(tags[max(k - _ASIDE, sentence.first) : k])  # "In May, a clerk, Lena Voss, …"
        if tags[k] in ("CC", ":", "WRB"):
            return True
        seen = seen or tags[k] in ("DT", "PRP$", "NNP")
    return opening - _SUBJECT <= sentence.first


def _takes_object(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a noun phrase that is no day follows: "summoned the envoy", not "arrested the same day"."""
    after = tokens.lower[i + 1 : i + 4]
    if tags[i + 1] == "NNP":
        return after[0] not in _WHEN
    return tags[i + 1] in _OPENS_OBJECT and _WHEN.isdisjoint(after)


def _is_last_verb(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether the subject gets no other verb: "Her thesis, on ice, followed in 1966, and the year after she wed"."""
    if tokens.lower[i + 1] == "by":
        return False
    for k in range(i + 1, min(i + _AHEAD, sentence.last)):
        if tags[k] in FINITE:
            return False
        if tags[k] == "CC" and tags[k - 1] == ",":
            return True
    return True


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


def _ends_compound(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "The second-homes tax": what a hyphen joins to a word before it, and a noun follows, is no verb."""
    joined = tokens.words[i - 1] == "-" and tokens.ends[i - 1] == tokens.starts[i]
    return joined and tags[i + 1] in NOUN


def _modifies(tokens: Tokens, tags: list[str], i: int) -> bool:
    return tags[i + 1] in _MODIFIED and not (tokens.lower[i + 1] == "rose" and _is_rising(tokens, tags, i + 1))


def _is_rising(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether "rose" is a verb: "the number of dead rose to 83"."""
    if i + 1 >= len(tags):
        return False
    after = tokens.lower[i + 1]
    return (tags[i - 1] in NOUN or tags[i - 1] in ("JJ", "CD")) and (after in _RISING or tags[i + 1] == "CD")


def _is_somebody(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether what looks like a verb names people: "before Selby magistrates on Friday"."""
    if tags[i - 1] not in ("NNP", "NN", "JJ", "DT") or tags[i + 1] not in ("IN", ",", ".", "TO", "CC", "VBD"):
        return False
    word = tokens.lower[i]
    return noun_base(word) in NAMES["person_words"] and word not in _TELLING


def _past_with_pronoun(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if _has_pronoun_object(tokens, tags, i) else None


def _past_after_aside(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if tokens.words[i - 1] == "," and _follows_aside(tokens, tags, i, sentence) else None


def _past_joined(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBD" if _is_joined(tokens, tags, i, sentence) else None


def _listed_past(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "They closed the borders, dissolved parliament and cancelled the vote": the second of three things done."""
    if tokens.words[i - 1] != "," or tags[i + 1] not in _OPENS_ANY_OBJECT or tokens.lower[i] in _ONLY_WITH_COMPLEMENT:
        return None
    after = next((k for k in range(i + 2, min(i + _SUBJECT, sentence.last - 1)) if tags[k] in ("CC", ",", "VBN")), None)
    if after is None or tags[after : after + 2] != ["CC", "VBD"]:
        return None
    for k in range(i - 2, max(i - _SUBJECT, sentence.first), -1):
        if tags[k] == "VBD":
            return "VBD" if tokens.lower[k] not in _AUXILIARIES else None
        if tags[k] in ("VBN", "VBG", ",", "WDT", "WP"):
            return None
    return None


def _stricken(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The number of dead rose"."""
    if tokens.lower[i] not in _STRICKEN or tags[i - 1] not in ("DT", "IN"):
        return None
    return None if _modifies(tokens, tags, i) else "NNS"


def _plural(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    named = tokens.lower[i].endswith(_PLURALS) or _opens_subject(tokens, tags, i, sentence)
    return "NNS" if named or _is_somebody(tokens, tags, i) or _ends_compound(tokens, tags, i) else None


_PLURALS: Final = ("headquarters", "ionships", "iendships", "derships", "nerships", "larships")


def _opens_subject(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """Whether a plural after a comma is the subject of the past tense to come: "On Monday, trains on it stopped"."""
    if tokens.words[i - 1] != "," or tags[i + 1] != "IN":
        return False
    for k in range(i + 2, min(i + _SUBJECT, sentence.last)):
        if tags[k] in ("VBD", "VBN"):
            before = tags[max(sentence.first, i - _AHEAD) : i]
            tags[k] = "VBD" if FINITE.isdisjoint(before) else tags[k]
            return tags[k] == "VBD"
        if tags[k] not in _IN_OPENING:
            return False
    return False


def _partner(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Her team-mate Ann Orme"."""
    return "NN" if _ends_compound(tokens, tags, i) and tags[i - 2] in NOUN else None


def _participle(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    return "VBN" if _is_reduced(tokens, tags, i, sentence) else None


def _relative(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "A crack, 60 metres long, that opened"."""
    follows = tags[i] == "DT" and tokens.words[i - 1] == "," and tags[i + 1] in FINITE
    return "WDT" if follows else None


def _acting(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "As acting governor"."""
    return "JJ" if tags[i] == "VBG" and tags[i + 1] in NOUN else None


def _attributes(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "The outbreak is over, its health ministry declared on Thursday"."""
    if tokens.lower[i] not in REPORTING or tags[i - 1] not in NOUN:
        return None
    if tokens.lower[i + 1] not in ("on", ".", ",") and tokens.lower[i + 1] not in _WHEN:
        return None
    begin = i - 1
    while begin > sentence.first and tags[begin] in NOUN | {"JJ", "DT", "PRP$"}:
        begin -= 1
    told = tokens.words[begin] == "," and tags[begin + 1] in ("DT", "PRP$") and i - begin > 2
    return "VBD" if told and not FINITE.isdisjoint(tags[max(sentence.first, begin - _AHEAD) : begin]) else None


def _whose_did(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "A singer whose recording of it sold four million copies", "whose roof collapsed in May"."""
    if tokens.lower[i + 1] == "by":
        return None
    for k in range(i - 1, max(i - _SUBJECT, sentence.first), -1):
        if tags[k] == "WP$":
            return "VBD"
        if tags[k] in FINITE or tags[k] in ("VBN", "VBG", ","):
            return None
    return None


def _in_clause(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "It began when the Orme Argus published letters": between a subject that a marker opens and an object."""
    takes = _takes_object(tokens, tags, i) or tags[i + 1] == "NN"
    if not takes or tokens.lower[i] in _WITH_COMPLEMENT or tags[i - 1] not in NOUN:
        return None
    for k in range(i - 1, max(i - _SUBJECT, sentence.first), -1):
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
    for k in range(i - 3, max(i - _AHEAD, sentence.first) - 1, -1):
        if tags[k] == "VBD":
            return "VBD" if tokens.lower[k] not in _AUXILIARIES else None
        if tags[k] in FINITE or tags[k] == "VBN":
            return None
    return None


def _joined_passive(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> str | None:
    """ "Was arrested in May, extradited that June and charged": done to the same somebody, without an object."""
    if not (tags[i - 1] == "CC" or tokens.words[i - 1] == ",") or verb_base(tokens.lower[i]) not in DONE_TO:
        return None
    after = tokens.lower[i + 1 : i + 3]
    if tags[i + 1] in _OBJECT_OR_FIGURE and _WHEN.isdisjoint(after) and _TIMES.isdisjoint(after):
        return None
    for k in range(i - 1, max(i - _AHEAD, sentence.first), -1):
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


_Case = Callable[[Tokens, list[str], int, Sentence], str | None]
_BY_TAG: Final[dict[str, tuple[_Case, ...]]] = {
    "VBN": (
        _attributes,
        _whose_did,
        _in_clause,
        _then_did,
        _past_with_pronoun,
        _past_after_aside,
        _past_joined,
        _listed_past,
    ),
    "JJ": (_past_joined, _stricken),
    "VBZ": (_plural,),
    "VB": (_partner,),
    "VBD": (_within_phrase, _loaded, _participle, _joined_passive),
}
_BY_WORD: Final[dict[str, tuple[_Case, ...]]] = {"that": (_relative,), "acting": (_acting,)}
PAST_TAGS: Final = frozenset(_BY_TAG)
PAST_WORDS: Final = frozenset(_BY_WORD)
