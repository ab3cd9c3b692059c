"""The hand-made lexicon of event words, loaded and checked once, and the base forms of inflected words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from service.events.model import EventClass
from service.record import Remembered

_VERB_CLASSES: Final[tuple[tuple[str, EventClass], ...]] = (
    ("state", "STATE"),
    ("i_action", "I_ACTION"),
    ("i_state", "I_STATE"),
    ("perception", "PERCEPTION"),
    ("aspectual", "ASPECTUAL"),
    ("reporting", "REPORTING"),
)
_NOUN_CLASSES: Final[tuple[tuple[str, EventClass], ...]] = (
    ("event", "OCCURRENCE"),
    ("contextual", "OCCURRENCE"),
    ("general", "OCCURRENCE"),
    ("state", "STATE"),
    ("i_action", "I_ACTION"),
    ("i_state", "I_STATE"),
    ("reporting", "REPORTING"),
    ("aspectual", "ASPECTUAL"),
    ("perception", "PERCEPTION"),
)
_VOWELS: Final = frozenset("aeiou")
_LONG_ENDINGS: Final = ("at", "ut", "id", "ir", "ur", "ag", "ud", "as")
_HISSING: Final = ("sses", "shes", "ches", "xes", "zzes", "oes")


class LexiconError(ValueError):
    """An entry of a lexicon file that cannot be read; the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Event words by their base form. ``irregular`` gives the base of an irregular verb form."""

    irregular: dict[str, str]
    bases: frozenset[str]
    past_forms: frozenset[str]
    past_only: frozenset[str]  # past tenses that are nothing else: no participle, base, noun or adjective
    verbs: dict[str, EventClass]
    stative_participles: frozenset[str]
    static: frozenset[str]
    never_verbs: frozenset[str]
    prepositions: frozenset[str]
    modals: dict[str, str]
    nouns: dict[str, EventClass]
    events: frozenset[str]
    contextual: frozenset[str]
    general: frozenset[str]
    never: frozenset[str]
    happening: frozenset[str]
    adjectives: dict[str, EventClass]


def _words(data: dict[str, Any], table: str, entry: str) -> list[str]:
    value = data.get(table, {}).get(entry)
    if not isinstance(value, str) or not value.split():
        raise LexiconError(f"lexicon.toml: [{table}] {entry} must be a string of words")
    words = value.split()
    for word in words:
        if word != word.lower():
            raise LexiconError(f"lexicon.toml: [{table}] {entry}: {word!r} must be in small letters")
    return words


def _irregular(entries: list[str]) -> tuple[dict[str, str], frozenset[str]]:
    bases: dict[str, str] = {}
    past: set[str] = set()
    for entry in entries:
        base, colon, forms = entry.partition(":")
        if not colon or not forms:
            raise LexiconError(f"lexicon.toml: [verbs] irregular: {entry!r} must be base:past,participle")
        for form in forms.split(","):
            bases.setdefault(form, base)
        past.add(forms.split(",")[0])
    for form, base in (("were", "be"), ("is", "be"), ("are", "be"), ("am", "be"), ("'s", "be"), ("’s", "be")):
        bases[form] = base
    bases.update({"'re": "be", "’re": "be", "'m": "be", "’m": "be", "has": "have", "'ve": "have", "’ve": "have"})
    bases.update(
        {"does": "do", "goes": "go", "lay": "lie", "found": "find", "felt": "feel", "saw": "see", "wound": "wind"}
    )
    return bases, frozenset(past)


def _past_only(entries: list[str]) -> frozenset[str]:
    """Past tenses that differ from base and participle, without those that are nouns or adjectives as well."""
    found: set[str] = set()
    for entry in entries:
        base, _, forms = entry.partition(":")
        past, *participle = forms.split(",")
        if participle and past not in (base, participle[0]):
            found.add(past)
    return frozenset(found) - _ELSE


_ELSE = frozenset("was did saw rose bore lay broke stole bit spoke fell drove wove strove".split())


def _classes(data: dict[str, Any], table: str, kinds: tuple[tuple[str, EventClass], ...]) -> dict[str, EventClass]:
    return {word: kind for entry, kind in kinds for word in _words(data, table, entry)}


def load() -> Lexicon:
    """The lexicon of ``lexicon.toml``. Raises ``LexiconError`` for an entry that cannot be read."""
    data = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    irregular, past = _irregular(_words(data, "verbs", "irregular"))
    verbs = _classes(data, "verbs", _VERB_CLASSES)
    kinds = ("future", "possible", "conditional", "necessary")
    return Lexicon(
        irregular=irregular,
        past_forms=past,
        past_only=_past_only(_words(data, "verbs", "irregular")),
        bases=frozenset(_words(data, "verbs", "bases")) | verbs.keys() | set(irregular.values()),
        verbs=verbs,
        stative_participles=frozenset(_words(data, "verbs", "stative_participles")),
        static=frozenset(_words(data, "verbs", "static")),
        never_verbs=frozenset(_words(data, "verbs", "never_verbs")),
        prepositions=frozenset(_words(data, "verbs", "prepositions")),
        modals={word: kind for kind in kinds for word in _words(data, "modals", kind)},
        nouns=_classes(data, "nouns", _NOUN_CLASSES),
        events=frozenset(_words(data, "nouns", "event")),
        contextual=frozenset(_words(data, "nouns", "contextual")),
        general=frozenset(_words(data, "nouns", "general")),
        happening=frozenset(_words(data, "nouns", "happening")),
        never=frozenset(_words(data, "nouns", "never")) | frozenset(_words(data, "nouns", "thing")),
        adjectives=_classes(data, "adjectives", (("state", "STATE"), ("i_state", "I_STATE"))),
    )


LEXICON: Final = load()


def _verb_base(form: str) -> str:
    bases = LEXICON.bases
    if form in LEXICON.irregular:
        return LEXICON.irregular[form]
    if form in bases or len(form) < 4:
        return form
    if form.endswith("ying") and form[:-4] + "ie" in bases:
        return form[:-4] + "ie"
    if form.endswith(("ing", "ed")):
        return _stem_base(form[: -3 if form.endswith("ing") else -2], bases)
    if form.endswith("ies"):
        return form[:-3] + ("ie" if form[:-3] + "ie" in bases else "y")
    if not form.endswith("s") or form.endswith(("ss", "us")):
        return form
    return form[:-2] if form[:-1] not in bases and form.endswith(_HISSING) else form[:-1]


verb_base: Final = Remembered(_verb_base).__getitem__
"""The base form of a verb form in small letters (``denied`` → ``deny``). For an unknown verb a good guess."""


def _stem_base(stem: str, bases: frozenset[str]) -> str:
    """The base whose form without its -ed or -ing is ``stem``: announc → announce, stopp → stop, deni → deny."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    for candidate in (stem, stem + "e", stem[:-1] if doubled else "", stem[:-1] + "y" if stem[-1:] == "i" else ""):
        if candidate in bases:
            return candidate
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if doubled and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if _wants_e(stem.replace("qu", "kw")) else stem


def _wants_e(stem: str) -> bool:
    """Whether a stem is spelt with a final e: announc-, clos-, dismantl-, escap-, challeng-, creat-, requir-, liv-."""
    if len(stem) < 3:
        return len(stem) == 2 and stem[0] in _VOWELS
    last, before = stem[-1], stem[-2]
    if last in "wxy":
        return False
    if last in "cvuz" or stem.endswith(("dg", "bl", "pl", "tl", "dl", "gl", "ang", "eng", "rg", "lg", "te", "re")):
        return True
    if last == "s":
        return before in "aeiounr"
    if last == "p" and before in "aiy":
        return stem[-3] not in _VOWELS
    return before in _VOWELS and stem[-3] not in _VOWELS and (stem.endswith(_LONG_ENDINGS) or _vowels(stem) == 1)


def _vowels(stem: str) -> int:
    return sum(letter in _VOWELS for letter in stem)


def noun_base(form: str) -> str:
    """The singular of a noun in small letters (``inquiries`` → ``inquiry``)."""
    if not form.endswith("s"):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form == "crises":
        return "crisis"
    if form.endswith(("sses", "shes", "ches", "xes")):
        return form[:-2]
    return form if form.endswith(("ss", "us", "is")) else form[:-1]
