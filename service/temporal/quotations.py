"""Which date the words of a quotation were said on: "'We meet tomorrow,' she told them on 3 May" is of 4 May."""

from __future__ import annotations

from collections.abc import Sequence

from service.temporal.document import points_from_speech
from service.temporal.finding import Found
from service.temporal.resolving.anchors import FINENESS
from service.temporal.resolving.distances import grain_of_unit
from service.temporal.resolving.occurrences import grain_of_fields
from service.temporal.rules.expressions import Chosen, Distance, Fields, Inside, Meaning, Modified, Step
from service.text.tokens import Tokens

_REACH = 120  # tokens of a sentence on each side that are looked at
_OPENING = frozenset({'"', "“", "‘"})
_CLOSING = frozenset({"”", "’"})
_MARKS = _OPENING | _CLOSING
_STOPS = frozenset({",", ".", "!", "?"})
_SAID = frozenset(
    """said told wrote added tweeted posted announced declared testified recalled insisted warned texted asked replied
    promised vowed claimed predicted noted read answered writes records""".split()
)
_OTHERS = frozenset("who which whose whom that when after before since of about".split())
_LEADS = frozenset({"on", "in", "dated", "last", "early", "late"}) | _SAID


def is_quotable(meaning: Meaning) -> bool:
    """Whether an expression is read from the day on which it is said; a bare weekday mostly comes to the same."""
    return not isinstance(meaning, Fields) and points_from_speech(meaning)


def said_on(tokens: Tokens, found: Sequence[Found], number: int, begin: int, end: int) -> int | None:
    """The number of the expression that dates the quotation in which expression ``number`` stands.

    None where it stands in none, or its sentence, tokens ``begin`` to ``end``, does not say when it was said.
    """
    lower, here = tokens.lower, found[number]
    begin, end = max(begin, here.first - _REACH), min(end, here.last + _REACH)
    if _MARKS.isdisjoint(lower[begin:end]):
        return None
    opened, marked = _opened(lower, begin, here.first)
    if opened is None and marked:
        return None
    if opened is not None and not _SAID.isdisjoint(lower[begin:opened]):
        for j in range(number - 1, -1, -1):
            if found[j].first < begin:
                break
            if found[j].last <= opened and _dates(tokens, found[j]):
                return j
        return None
    closed = next((i for i in range(here.last, end) if _closes(lower, i)), end)
    if closed == end:
        return None  # the quotation goes on, or none was open
    for j in range(number + 1, len(found)):
        between = lower[closed : found[j].first]
        if found[j].first >= end or not _OPENING.isdisjoint(between[1:]):
            return None
        said = next((i for i, word in enumerate(between) if word in _SAID), None)
        if found[j].first <= closed or said is None:
            continue
        if not _OTHERS.isdisjoint(between[said:]) or any(_is_verb(word) for word in between[said:]):
            return None  # "said Jones, who won in 2019", "he said, recalling the crash in 2019"
        if _dates(tokens, found[j]):
            return j
    return None


def _opened(lower: Sequence[str], begin: int, end: int) -> tuple[int | None, bool]:
    """The mark of the quotation that is open at ``end``, and whether there is any mark before it in the sentence."""
    opened, marked = None, False
    for i in range(begin, end):
        if lower[i] not in _MARKS or (lower[i] == "’" and lower[i - 1] not in _STOPS):
            continue
        marked = True
        if opened is None:
            opened = i if lower[i] in _OPENING else None
        elif _closes(lower, i):
            opened = None
    return opened, marked


def _closes(lower: Sequence[str], mark: int) -> bool:
    """Whether a mark ends a quotation; an apostrophe does after a stop."""
    return lower[mark] == '"' or (lower[mark] in _CLOSING and lower[mark - 1] in _STOPS)


def _is_verb(word: str) -> bool:
    return word.endswith("ing") and len(word) > _SHORT and word not in _OCCASIONS


_SHORT = 4
_OCCASIONS = frozenset("meeting hearing briefing evening morning building gathering opening filing".split())


def _dates(tokens: Tokens, told: Found) -> bool:
    """Whether an expression may tell when something was said."""
    meaning = told.meaning.inner if isinstance(told.meaning, Modified) else told.meaning
    lead = tokens.lower[told.first - 1] if told.first else ""
    if isinstance(meaning, Step):
        return meaning.origin == "speech" and meaning.count <= 0
    bare = isinstance(meaning, Fields) and meaning.weekday is not None and lead != "of"
    entry = lead == "for" and tokens.lower[told.first - 2] in ("diary", "entry", "journal", "log")
    return isinstance(meaning, (Fields, Inside, Chosen)) and (lead in _LEADS or bare or entry)


def fineness(meaning: Meaning) -> int:
    """How fine the day of speech must be known for an expression to be read from it."""
    if isinstance(meaning, Modified):
        return fineness(meaning.inner)
    if isinstance(meaning, Step):
        return FINENESS[meaning.grain]
    if isinstance(meaning, Distance):
        return FINENESS[grain_of_unit(meaning.unit)]
    if isinstance(meaning, Chosen):
        return FINENESS["year"] if grain_of_fields(meaning.fields) != "day" else 0
    return fineness(meaning.outer) if isinstance(meaning, Inside) else 0
