"""Who and what takes part in a happening, and whether two such parties may be the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

from service.events.clauses.model import Stretch
from service.events.headlines.page import Page
from service.events.words.lexicon import noun_base
from service.events.words.names import NAMES, PERSONS
from service.record import record
from service.text.tagset import NOUN

_PARTS: Final = frozenset(
    "one two three four five six some many most several dozens hundreds thousands number group".split()
)
_POINTING: Final = frozenset("the this that these those both".split())
_OTHERS: Final = frozenset(
    """another first second third fourth fifth other others further more later earlier previous next new similar
    separate smaller larger bigger fresh""".split()
)
_ROLES: Final = frozenset("suspect victim attacker gunman man woman pair intruder hostage".split())  # in an affair
_PEOPLE: Final = PERSONS | _ROLES
_RANKS: Final = frozenset("last next first new upper lower former".split())
_ROUGH: Final = frozenset("least most about around nearly almost up some more over".split())
FIGURES: Final = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_IRREGULAR: Final = {"men": "man", "women": "woman", "people": "person", "children": "child"}
_TITLES: Final = frozenset("mr mrs ms miss dr mr. mrs. ms. dr. sir dame lord lady".split())
_JOINING: Final = frozenset({"-", "–", "quarter", "half"})  # "third-quarter" counts no happenings
_OFFICES: Final = _TITLES | PERSONS | {"prime", "vice"}
_REACH: Final = 5  # tokens that a phrase may open with before its noun: "about", "at least"


@record
class Party:
    """One who took part: the nouns that say what it is, its names, the figures that count it, all in small letters.

    ``owner``: the names of whose it is; ``of``: the nouns and names of what it is of or from. ``article``: "the" for
    what has been told of, "own" for what is somebody's, "a" for what is new, "" where no word says so, "it" for a
    pronoun that stands for nobody known. ``rough``: its figures are no more than about right. ``other``: words that
    say that it is another one.
    """

    nouns: frozenset[str]
    names: frozenset[str]
    owner: frozenset[str]
    of: frozenset[str]
    figures: frozenset[str]
    rough: bool
    article: Literal["the", "own", "a", "it", ""]
    other: frozenset[str]


def party_of(page: Page, span: Sequence[int]) -> Party | None:
    """The party that the phrase of the tokens ``span`` names; None where there is none."""
    chunk = next((page.chunk_at[i] for i in span[:_REACH] if i in page.chunk_at), None)
    if chunk is None:
        return None
    if page.tokens.lower[chunk[1] - 1] in _PARTS and page.tokens.lower[chunk[1] : chunk[1] + 1] == ["of"]:
        whole = page.chunk_at.get(chunk[1] + 1)  # "two of the men"
        return _party(page, whole, rough=True) if whole is not None else None
    return _party(page, chunk, rough=page.tokens.lower[max(chunk[0] - 1, 0)] in _ROUGH)


def party_of_words(page: Page, span: Stretch) -> Party:
    """The party that the words of ``span`` name, an owner's: the bank of "the bank's collapse"."""
    return _party(page, span, rough=False)


def _party(page: Page, chunk: Stretch, rough: bool) -> Party:
    first, last = chunk
    lower, tags = page.tokens.lower, page.tags
    if tags[first] == "PRP" and last - first == 1:
        return stands_for(page.referents.of.get(first))
    owner = next((i for i in range(last - 1, first, -1) if tags[i] == "POS"), first - 1)
    own = [i for i in range(owner + 1, last) if i not in page.timex_at]
    known = page.referents.names
    names = {lower[i] for i in own if tags[i] in ("NNP", "NNPS") or (lower[i] in known and last - first == 1)}
    nouns = {_singular(lower[last - 1])} if tags[last - 1] in ("NN", "NNS") and lower[last - 1] not in names else set()
    if not nouns - names:
        nouns = {lower[i] for i in own if tags[i] == "NN"} - names
    apposed = [*_introduced(page, first, last), *_apposed(page, last)]
    for extra in apposed:
        if tags[extra[1] - 1] == "NNP":
            names |= {lower[i] for i in range(*extra) if tags[i] == "NNP"}
        else:
            nouns.add(_singular(lower[extra[1] - 1]))
    full = known.get(next(iter(names)), "").lower().split() if len(names) == 1 else []
    return Party(
        frozenset(nouns),
        frozenset({*names, *full}) - _OFFICES,
        _owner(page, first, owner),
        _of(page, last),
        frozenset(FIGURES.get(lower[i], lower[i]) for i in own if tags[i] == "CD"),
        rough or not _ROUGH.isdisjoint(lower[first:last]),
        _article(page, min([first, *(a for a, _ in apposed)]), last, owner >= first or tags[first] == "PRP$"),
        frozenset(w for w, after in pairwise([*lower[first:last], ""]) if w in _OTHERS and after not in _JOINING),
    )


def _singular(noun: str) -> str:
    return _IRREGULAR.get(noun) or noun_base(noun)


def _owner(page: Page, first: int, owner: int) -> frozenset[str]:
    """The names of whose it is: "the bank's", "her"."""
    if page.tags[first] == "PRP$":
        return stands_for(page.referents.of.get(first)).names
    return frozenset(page.tokens.lower[i] for i in range(first, owner) if page.tags[i] in ("NNP", "NNPS")) - _TITLES


def _of(page: Page, last: int) -> frozenset[str]:
    """The nouns and names of what a phrase is of or from: "profit from coal"."""
    chunk = page.chunk_at.get(last + 1)
    if page.tokens.lower[last : last + 1] not in (["of"], ["from"]) or chunk is None or chunk[0] in page.timex_at:
        return _NONE
    return frozenset(_singular(page.tokens.lower[i]) for i in range(*chunk) if page.tags[i] in NOUN)


def _article(page: Page, first: int, last: int, owned: bool) -> Literal["the", "own", "a", ""]:
    opening = page.tokens.lower[first]
    if opening in _POINTING:
        ranked = any(page.tags[i] == "JJS" or page.tokens.lower[i] in _RANKS for i in range(first, last))
        return "" if ranked else "the"  # "the latest version" is a new one
    if owned:
        return "own"
    return "a" if opening in ("a", "an", "another", "one") else ""


def stands_for(name: str | None) -> Party:
    """What a pronoun stands for: "Petra Hoyle", "the strike"."""
    if name is None:
        return Party(_NONE, _NONE, _NONE, _NONE, _NONE, False, "it", _NONE)
    words = name.replace("’s", "").replace("'s", "").split()
    names = frozenset(w.lower() for w in words if w[:1].isupper()) - _TITLES
    nouns = frozenset() if names else frozenset({noun_base(words[-1].lower())})
    return Party(nouns, names, _NONE, _NONE, _NONE, False, "the", _NONE)


def _introduced(page: Page, first: int, last: int) -> list[Stretch]:
    """The phrase that a name between commas says more of: "the boy, Elin Rook,"."""
    words = page.tokens.words
    if page.tags[first] != "NNP" or first < 3 or words[first - 1] != "," or words[last : last + 1] != [","]:
        return []
    before = page.chunk_at.get(first - 2)
    if before is None or before[1] != first - 1 or page.tags[before[0]] not in ("DT", "PRP$"):
        return []
    return [before] if page.tags[before[0] - 1] != "IN" else []


def _apposed(page: Page, at: int) -> list[Stretch]:
    """The phrase between commas that says more of the noun before it: "her sister, Jean,", "Dace, a banker,"."""
    if page.tokens.words[at : at + 1] != [","]:
        return []
    after = page.chunk_at.get(at + 1)
    if after is None or after[0] != at + 1 or page.tokens.words[after[1] : after[1] + 1] != [","]:
        return []
    named = page.tags[after[1] - 1] == "NNP"
    return [after] if named or page.tokens.lower[after[0]] in ("a", "an", "the") else []


def are_same(one: Party | None, other: Party | None) -> bool | None:
    """Whether a party told of earlier may be the one told of later: None where their words leave it open."""
    if one is None or other is None or "it" in (one.article, other.article):
        return None
    if one.other != other.other or _differ(one, other) or (one.owner and other.owner and not one.owner & other.owner):
        return False
    if one.of and other.of and not one.of & other.of:
        return False
    if one.names and other.names:
        return _name_one(one.names, other.names)
    shared = not one.nouns.isdisjoint(other.nouns)
    if one.names or other.names:
        return True if shared and other.article == "the" else None
    if shared:
        return None if other.article == "a" else True
    if not one.nouns or not other.nouns:
        return None
    if other.article != "the" or not (may_be_people(one) and may_be_people(other)):
        people = one.nouns <= _PEOPLE, other.nouns <= _PEOPLE
        return None if other.article == "the" and people[0] == people[1] else False
    return _are_of_one_sex(one, other) if other.nouns <= _ROLES else None


def may_be_people(party: Party) -> bool:
    """Whether its noun is one for people, by list or by its ending: "docker", "analyst"."""
    return all(noun in _PEOPLE or noun.endswith(("er", "or", "ist", "ee", "man", "ian")) for noun in party.nouns)


def _are_of_one_sex(one: Party, other: Party) -> bool:
    pair = one.nouns | other.nouns
    return pair.isdisjoint(NAMES["female_words"]) or pair.isdisjoint(NAMES["male_words"])


def _differ(one: Party, other: Party) -> bool:
    """Whether figures count different things: "two men", "three men"; not "at least 40", "46"."""
    if not one.figures or not other.figures or one.figures & other.figures:
        return False
    if not one.rough and not other.rough:
        return True
    return len(max(one.figures, key=len)) != len(max(other.figures, key=len))


def _name_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be of one: "Petra Hoyle", "Hoyle"; not "Helen Dace", "Alan Dace"."""
    return not one.isdisjoint(other) and (one <= other or other <= one or len(one & other) > 1)


_NONE: Final[frozenset[str]] = frozenset()
