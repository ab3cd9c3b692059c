"""Tags of nouns and pronouns put right: what was taken for a verb, and is none."""

from __future__ import annotations

from service.events.tags.tables import DAYS
from service.events.words.lexicon import LEXICON
from service.text.sentences import Sentence
from service.text.tagset import FINITE, NOUN
from service.text.tokens import Tokens

_WITHIN_NAMES = frozenset("al bin da de del della den der di dos du el es ibn la le van von y".split())
_FINITE_AUXILIARIES = frozenset("is are was were has have had".split())
_STOCK = (["shares"], ["stock"], ["share"])
_SAYING = frozenset("say says said".split())
_DETERMINERS = frozenset("that this each every another his her its their".split())
_OBJECT_STARTS = frozenset("DT PRP PRP$ NN NNS NNP NNPS CD".split())
_APOSTROPHES = frozenset("'’")
_OPENING_QUOTES = frozenset({"'", "‘", "`"})
_QUOTED = 40  # tokens
_OWNERS = frozenset({"its", "their", "my", "our", "your"})
_OWNERS_AND_THIRD = _OWNERS | {"he", "she", "it", "both", "either", "mine"}
# What ``mend_nouns`` looks at, by tag and by word: a new case there needs its tag or its words here.
_TAKEN_FOR_VERBS = frozenset({"VBG", "VBZ"})
_TAKEN_FOR_OTHERS = (
    _OWNERS | _WITHIN_NAMES | DAYS | {"rally", "right", "last", "first", "indexes", "would", "preferred", "executive"}
)
WAS = frozenset({"was", "were", "been", "being"})
_NO_PARTICIPLES = frozenset(
    """lightning king evening morning string spring wing ring thing nothing something anything everything sibling
    ceiling earring herring offspring pudding sterling viking darling gosling scaffolding cladding guttering""".split()
)
_OF_WHAT = frozenset("accused convicted guilty suspected acquitted cleared innocent".split())
_OPENS_OBJECT = frozenset("DT CD PRP$ PRP NNP NNS".split())
_SUBJECT_LENGTH = 8  # tokens
_NOMINAL = NOUN | {"JJ"}
_IN_SUBJECT = NOUN | {"IN", "DT", "JJ"}


def mend_pronouns(tokens: Tokens, tags: list[str]) -> None:
    """ "Its" is always an owner's; what "he" is followed by and nothing else can be is his verb."""
    for i in tokens.places(_OWNERS_AND_THIRD):
        if tokens.lower[i] in _OWNERS:
            if tags[i] == "PRP":
                tags[i] = "PRP$"
        elif tokens.lower[i] == "both":
            if tags[i] == "DT" and tags[i + 1 : i + 2] in (["VBD"], ["VBP"], ["MD"]):
                tags[i] = "PRP"  # "Both were charged"
            elif i and tags[i - 1] == "TO" and tags[i + 1 : i + 2] == ["VB"]:
                tags[i] = "RB"  # "to both raise and cut it"
        elif tokens.lower[i] == "either":
            if i > 1 and tags[i - 1] == "TO" and tags[i - 2] in NOUN and tags[i + 1 : i + 2] == ["VB"]:
                tags[i] = "RB"  # "told tenants to either leave or pay"
        elif tokens.lower[i] == "mine":
            if tags[i + 1 : i + 2] in (["VBZ"], ["NNS"], ["NN"]):
                tags[i] = "NN"  # "mine captains"
        elif tags[i + 1 : i + 2] == ["NNS"] and tags[i + 2 : i + 3] in (["IN"], [","], ["."], ["RB"]):
            tags[i + 1] = "VBZ"  # "the minister, to whom he answers, has"


def mend_nouns(tokens: Tokens, tags: list[str]) -> None:
    """What was taken for a verb, and is none."""
    lower = tokens.lower
    for i in tokens.places(_OF_WHAT):
        doing = lower[i + 1 : i + 2] == ["of"] and tags[i + 2 : i + 3] == ["NN"] and lower[i + 2].endswith("ing")
        if doing and not _OPENS_OBJECT.isdisjoint(tags[i + 3 : i + 4]):
            tags[i + 2] = "VBG"  # "accused of poisoning four patients"
    places = tokens.places(_TAKEN_FOR_OTHERS)
    for i in sorted({*places, *[i for i, tag in enumerate(tags) if tag in _TAKEN_FOR_VERBS]}):
        word = lower[i]
        if tags[i] == "VBG" and (word in _NO_PARTICIPLES or _is_pointed_at(tokens, tags, i)):
            tags[i] = "NN"
        elif tags[i] == "VBG" and lower[i + 1 : i + 2] in (["death"], ["deaths"]):
            tags[i] = "NN"  # "in the 2019 stabbing death of a cook"
        elif tags[i] == "RB" and (word == "rally" or (word == "right" and i and tags[i - 1] in ("PRP$", "POS"))):
            tags[i] = "NN"  # "asserted its right to"
        elif word in ("last", "first") and tags[i] == "JJ" and tags[i + 1 : i + 2] == ["VBN"]:
            tags[i] = "RB" if i and tokens.lower[i - 1] in WAS else "JJ"  # "was last seen"
        elif word in _WITHIN_NAMES and _is_between_names(tokens, i):
            tags[i - 1] = tags[i] = "NNP"  # "Dar es Salaam"
        elif word == "indexes" and tags[i] == "VBZ":
            tags[i] = "NNS"
        elif word == "preferred" and tokens.lower[i + 1 : i + 2] in _STOCK:
            tags[i] = "JJ"
        elif word == "executive" and tags[i] == "JJ" and i and tokens.lower[i - 1] == "chief":
            tags[i] = "JJ" if tags[i + 1 : i + 2] in (["NN"], ["NNS"]) else "NN"  # "the chief executive left"
        elif word == "would" and tokens.lower[i + 1 : i + 3] == ["-", "be"]:
            tags[i] = tags[i + 2] = "JJ"  # "would-be robbers"
        elif word in DAYS and _splits_group(tokens, tags, i):
            tags[i] = "RB"  # "has today gone up"
        elif tags[i] == "VBG" and tags[i + 1 : i + 2] in (["VBZ"], ["MD"]) and _ends_subject(tokens, tags, i):
            tags[i] = "NN"  # "the club's record signing remains"
        elif word in ("opening", "closing") and tags[i] == "VBG" and not _HOURS.isdisjoint(tokens.lower[i + 1 : i + 2]):
            tags[i] = "NN"  # "shortly after opening time"
        elif tags[i] == "VBZ" and _is_object(tags, i):
            tags[i] = "NNS"
        elif tags[i] == "VBG" and tokens.lower[i + 1 : i + 2] and tokens.lower[i + 1] in _SAYING:
            tags[i] = "NNP" if tokens.words[i][0].isupper() else tags[i]  # "Boeing say"
        elif tags[i] == "VBZ" and word in _PLANS and _is_plural_subject(tokens, tags, i):
            tags[i] = "NNS"  # "and plans to reopen it were dropped"
        elif tags[i] == "VBZ" and i and _is_subject_noun(tags[i - 1], tags[i + 1 : i + 2]):
            tags[i] = "NNS"  # "goods trains ran": two finite verbs do not follow each other


def _ends_subject(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether an -ing form that may be a noun ends a compound: "record signing"."""
    return bool(i) and tags[i - 1] == "NN" and tokens.lower[i] in _COMPOUNDED


_HOURS = frozenset("time times hours day night ceremony match game round speech session".split())
_COMPOUNDED = frozenset("signing opening hearing meeting building ruling killing shooting sentencing crossing".split())


def _is_object(tags: list[str], i: int) -> bool:
    """Whether a past tense has what looks like a verb for its object: "after it imposed travel bans on them"."""
    if i < 2 or tags[i + 1 : i + 2] not in (["IN"], [","], ["."]):
        return False
    return tags[i - 1] == "NN" and (tags[i - 2] == "VBD" or (tags[i - 2] == "JJ" and tags[i - 3] == "VBD"))


def _is_plural_subject(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether what follows "and" asks for a plural that only this word can be."""
    if not i or tags[i - 1] not in ("CC", ",", "IN") or tokens.lower[i + 1 : i + 2] not in _COMPLETING:
        return False
    governed = False  # whether a preposition has a noun to come
    for k in range(i + 2, min(i + 2 * _SUBJECT_LENGTH, len(tags))):
        if tokens.lower[k] in ("were", "are", "have"):
            return True
        if tags[k] in (".", "VBD", "VBZ", "MD") or tokens.lower[k] in ("they", "we", "you"):
            return False
        if tags[k] in ("NNS", "NNPS") and not governed:
            return False
        governed = tags[k] == "IN" or (governed and tags[k] in ("JJ", "DT", "NN", "NNP", "PRP$", "CD"))
    return False


_COMPLETING = (["to"], ["for"], ["by"], ["of"], ["that"])
_PLANS = frozenset("plans calls hopes attempts moves claims reports fears threats offers demands bids pleas".split())


def _is_between_names(tokens: Tokens, i: int) -> bool:
    words = tokens.words
    return 0 < i < len(words) - 1 and words[i].islower() and words[i - 1][0].isupper() and words[i + 1][0].isupper()


def _splits_group(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a word stands between an auxiliary and its verb."""
    if not 0 < i < len(tags) - 1 or not (tags[i - 1] == "MD" or tokens.lower[i - 1] in _FINITE_AUXILIARIES):
        return False
    return tags[i + 1] in ("VBN", "VBG", "VB", "VBD")


def _is_pointed_at(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether an -ing form that may be a noun has a determiner and no object: "reversed that ruling last May"."""
    if not i or tokens.lower[i] not in LEXICON.nouns or tokens.lower[i - 1] not in _DETERMINERS:
        return False
    if not _OBJECT_STARTS.isdisjoint(tags[i + 1 : i + 2]):
        return False
    tags[i - 1] = "PRP$" if tags[i - 1] == "PRP$" else "DT"
    return True


def mend_possessives(tokens: Tokens, tags: list[str]) -> None:
    """Make a possessive of an apostrophe that ends a plural: "the Food Workers' Union"; not of a quotation's end."""
    for i in tokens.places(_APOSTROPHES):
        if not 0 < i < len(tags) - 1 or tags[i] == "POS" or not tokens.lower[i - 1].endswith("s"):
            continue
        joined = tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] < tokens.starts[i + 1]
        opened = not _OPENING_QUOTES.isdisjoint(tokens.words[max(i - _QUOTED, 0) : i])
        if joined and not opened and tags[i - 1] in NOUN and tags[i + 1] in _NOMINAL:
            tags[i] = "POS"


def mend_modifiers(sentences: list[Sentence], tags: list[str]) -> None:
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
            if tags[i] not in NOUN:
                if tags[i] in FINITE:
                    tags[first] = "NN"
                break


def _has_verb_ahead(tags: list[str], first: int, last: int) -> bool:
    """Whether a past tense follows before anything that could be its own subject begins."""
    if tags[first + 1 : first + 2] not in (["IN"], ["VBD"]):
        return False
    for i in range(first + 1, min(first + _SUBJECT_LENGTH, last)):
        if tags[i] == "VBD":
            return True
        if tags[i] not in _IN_SUBJECT:
            return False
    return False


def _is_subject_noun(before: str, after: list[str]) -> bool:
    """Whether what is tagged a verb stands between a noun and its verb: "goods trains ran"."""
    return before in NOUN and after in (["VBD"], ["MD"])
