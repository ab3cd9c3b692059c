"""Years before AD 1000 without their era: after "218 BC", a story goes on "In 216, …".

A bare number of two or three digits is a year only in a narrative that has just told such a year, after a preposition
of time and with nothing that it could count; or in one whose sentences open with several ("In 956 the king …").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from service.temporal.rules.expressions import Fields, Meaning, Modified
from service.text.tokens import Tokens

_PREPOSITIONS = frozenset({"in", "by", "until", "since", "from", "before", "after"})
_NOT_COUNTED = frozenset(
    """. , ; : ) the a an he she it they his her their its and or but when while with to after before as however there
    was were had""".split()
)
_REACH = 150  # years between one such year and the next
_ANCIENT = 1000


def ancient_year(meaning: Meaning) -> int | None:
    """The (astronomical) year of a date before AD 1000, else None."""
    if isinstance(meaning, Modified):
        return ancient_year(meaning.inner)
    if isinstance(meaning, Fields) and meaning.year is not None and meaning.year < _ANCIENT:
        return meaning.year
    return None


def opening_years(tokens: Tokens) -> list[tuple[int, int, Meaning]]:
    """The years of three digits that open a sentence after "In", or stand after a month or season ("September 270"),
    where there are several, each near the one before."""
    words = tokens.words
    found: list[tuple[int, int, Meaning]] = []
    years: list[int] = []
    for i, word in enumerate(words):
        if len(word) != 3 or not word.isdigit():
            continue
        read = (i, i + 1, Fields(year=int(word))) if _opens_story(tokens, i) else _of_month(tokens, i, int(word))
        if read is not None:
            found.append(read)
            years.append(int(word))
    if len(found) < _SEVERAL or any(abs(year - before) > _REACH for before, year in pairwise(years)):
        return []
    return found


def _of_month(tokens: Tokens, i: int, year: int) -> tuple[int, int, Meaning] | None:
    """ "September 270", "the spring of 248", with nothing that the number could count."""
    if i == 0 or (i + 1 < len(tokens) and tokens.lower[i + 1] not in _NOT_COUNTED):
        return None
    read = _read(tokens.lower, i, year)
    told = read is not None and (tokens.lower[i - 1] == "of" or not isinstance(read[2], Modified))
    return read if read is not None and told and read[0] < i else None


def _opens_story(tokens: Tokens, i: int) -> bool:
    if i == 0 or tokens.words[i - 1] != "In" or i + 1 >= len(tokens):
        return False
    gap = tokens.text[tokens.ends[i - 2] : tokens.starts[i]] if i > 1 else "\n"
    opens = "\n" in gap or tokens.words[i - 2] in _SENTENCE_ENDS
    following = tokens.words[i + 1]
    return opens and (following.lower() in _NOT_COUNTED or (following[0].isupper() and following.isalpha()))


_SEVERAL = 2
_SENTENCE_ENDS = frozenset({".", "!", "?", "”", '"', "''"})


def years_without_era(tokens: Tokens, told: Sequence[tuple[int, int, Meaning]]) -> list[tuple[int, int, Meaning]]:
    """The bare years between the dates that were ``told`` (first token, last token, meaning; in text order)."""
    found: list[tuple[int, int, Meaning]] = []
    here: int | None = None
    at = 0
    for first, last, meaning in told:
        if here is not None:
            here = _scan(tokens, at, first, here, found)
        year = ancient_year(meaning)
        at, here = last, here if year is None else year
    if here is not None:
        _scan(tokens, at, len(tokens), here, found)
    return found


def _scan(tokens: Tokens, start: int, stop: int, here: int, found: list[tuple[int, int, Meaning]]) -> int:
    for i in range(max(start, 1), stop):
        word = tokens.words[i]
        if not (2 <= len(word) <= 3 and word.isdigit()):
            continue
        twofold = tokens.lower[i + 1 : i + 2] in (["–"], ["-"], ["/"]) and tokens.words[i + 2 : i + 3][0:1] != []
        after = i + 3 if twofold and tokens.words[i + 2].isdigit() else i + 1
        if after < len(tokens) and tokens.lower[after] not in _NOT_COUNTED:
            continue
        year = 1 - int(word) if here <= 0 else int(word)
        read = _read(tokens.lower, i, year) if abs(year - here) <= _REACH else None
        if read is not None and after > i + 1:  # "the winter of 427–426"
            seasonal = isinstance(read[2], Fields) and read[2].season is not None
            read = (read[0], after, read[2]) if seasonal else None
        if read is not None:
            found.append(read)
            here = year
    return here


def _read(lower: list[str], i: int, year: int) -> tuple[int, int, Meaning] | None:
    """The date that ends with the bare year at ``i``: "in 216", "in early 218", "the spring of 248", "June 218"."""
    before = lower[i - 1]
    if before == "in" and i > 1 and lower[i - 2] in _PARTS:
        return i - 2, i + 1, Modified(_PARTS[lower[i - 2]], Fields(year=year))
    if before in _PREPOSITIONS:
        return i, i + 1, Fields(year=year)
    if before in _PARTS and i > 1 and lower[i - 2] in _PREPOSITIONS:
        return i - 1, i + 1, Modified(_PARTS[before], Fields(year=year))
    at = i - 2 if before == "of" else i - 1
    if at < 0:
        return None
    if before == "of" and lower[at] in _POINTS and lower[at - 1 : at] == ["the"]:
        return at - 1, i + 1, Modified(_POINTS[lower[at]], Fields(year=year))
    first = at - (at > 0 and lower[at - 1] == "the")
    if lower[at] in _SEASONS:
        season = Fields(season=_SEASONS[lower[at]], year=year)
        return first, i + 1, Modified("MID", season) if lower[at].startswith("mid") else season
    return (at, i + 1, Fields(month=_MONTHS[lower[at]], year=year)) if lower[at] in _MONTHS else None


_PARTS = {"early": "START", "mid": "MID", "late": "END"}
_POINTS = {"beginning": "START", "start": "START", "middle": "MID", "end": "END"}
_SEASONS = {
    "spring": 0, "summer": 1, "midsummer": 1, "autumn": 2, "fall": 2, "winter": 3, "midwinter": 3,
}  # fmt: skip
_MONTHS = {
    name: number
    for number, name in enumerate(
        """january february march april may june july august september october november december""".split(), 1
    )
}
