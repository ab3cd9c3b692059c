"""How an expression stands in its sentence: at its start, in an aside, as a limit, over the lines that follow."""

from __future__ import annotations

from service.temporal.direction.cue_words import PARTICIPLES, PAST
from service.text.tokens import Tokens

_STOPS = frozenset({".", "!", "?", ";", ":"})
_LEADING = frozenset("in by during on at early late mid - the of end until since from over spring summer".split())


def is_aside(tokens: Tokens, first: int, leading: bool) -> bool:
    """Whether the words before tell a limit, and not when the story goes on: "since 1995", "as of December 5, 2006",
    "until his death in 1954"."""
    lower = tokens.lower
    before = lower[first - 1] if first > 0 else ""
    if before == "by":
        return not leading
    if before == "before" and first > 1 and lower[first - 2] in _MEASURES:
        return False  # "two days before Christmas 1968 they left"
    if before in _LIMITS or (before == "of" and first > 1 and lower[first - 2] == "as"):
        return True
    if _is_second_year(tokens, first) or (before == "in" and _is_of_document(lower, first)):
        return True
    return before in ("in", "on") and _is_of_limit(lower, first - 1)


def _is_of_document(lower: list[str], first: int) -> bool:
    """ "According to a diary found in 1974", "a memoir published in 1998": when a source came to light."""
    return first > 2 and lower[first - 2] in _CAME_TO_LIGHT and lower[first - 3] in _SOURCES


_CAME_TO_LIGHT = frozenset("found discovered published released unearthed printed opened declassified recorded".split())
_SOURCES = frozenset(
    """diary diaries letter letters memoir memoirs book books papers documents document file files report account
    interview biography history notebook archive archives records journal manuscript""".split()
)


def ends_span(tokens: Tokens, first: int) -> bool:
    """Whether it ends what "from" opens: after "from the 3rd until the 7th" the story goes on from the 7th."""
    lower = tokens.lower
    if first == 0 or lower[first - 1] not in ("until", "till"):
        return False
    return "from" in lower[max(0, first - _LIMIT) : first - 1]


def is_inserted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it stands in a participle between commas: "the fire, started by lightning on Friday, had grown"."""
    lower = tokens.lower
    if last >= len(lower) or lower[last] != ",":
        return False
    for i in range(first - 1, max(0, first - _LIMIT), -1):
        if lower[i] == ",":
            verb = lower[i + 1]
            return (verb.endswith("ed") and len(verb) > 3) or verb in PARTICIPLES
        if not lower[i][0].isalnum():
            return False
    return False


def is_since(tokens: Tokens, first: int) -> bool:
    """Whether it tells since when: "since Christmas Eve", "since the attacks began on Wednesday"."""
    lower = tokens.lower
    if "since" not in lower[max(0, first - _LIMIT) : first]:
        return False
    verb = False
    for i in range(first - 1, max(-1, first - _LIMIT), -1):
        if lower[i] == "since":
            return verb or i == first - 1  # not "their first win since 1998 on Saturday"
        if not lower[i][0].isalnum() and lower[i] != ":":
            return False
        verb = verb or lower[i] in PAST or lower[i].endswith("ed")
    return False


def _is_of_limit(lower: list[str], end: int) -> bool:
    """Whether the words up to ``end`` tell an event that something lasted to: "until the fall of the town"."""
    for i in range(end - 1, max(-1, end - _LIMIT), -1):
        if lower[i] in _LIMITS:
            return True
        if not lower[i][0].isalpha():
            return False
    return False


def _is_second_year(tokens: Tokens, first: int) -> bool:
    """The end of "1993–1994": the story goes on from the beginning."""
    if first < 2 or tokens.lower[first - 1] not in ("-", "–", "—") or tokens.ends[first - 1] != tokens.starts[first]:
        return False
    year = tokens.lower[first - 2]
    return len(year) == 4 and year.isdigit()


def is_of_life(lower: list[str], first: int) -> bool:
    """Whether a date stands in the brackets that tell when somebody lived or ruled: "(born 1407 – died 1461)"."""
    for i in range(first - 1, max(-1, first - _LIFE), -1):
        if lower[i] == ")":
            return False
        if lower[i] == "(":
            return i + 1 < len(lower) and (i == first - 1 or not _LIVED.isdisjoint(lower[i + 1 : first]))
    return False


_LIVED = frozenset("born died b d r b. d. r. reigned ruled – -".split())
_LIFE = 16  # tokens
_MEASURES = frozenset("hours days weeks months years day week month year hour".split())
_LIMITS = frozenset({"since", "until", "till", "before"})
_LIMIT = 8  # tokens


def heads_lines(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an expression stands alone on its line, over the lines that tell what happened then."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    if last >= len(starts) or "\n" not in text[ends[last - 1] : starts[last]]:
        return False
    return first == 0 or "\n" in text[ends[first - 1] : starts[first]]


def opens_line(tokens: Tokens, first: int) -> bool:
    """Whether nothing but a bullet or bracket stands before it on its line: "10:05 – The pumps stop"."""
    text, end = tokens.text, tokens.starts[first]
    begin = text.rfind("\n", max(0, end - _BULLET), end) + 1
    return (begin > 0 or end <= _BULLET) and not any(map(str.isalnum, text[begin:end]))


_BULLET = 5  # characters


def opens_sentence(tokens: Tokens, first: int) -> bool:
    """Whether nothing but prepositions stands between the start of a sentence or line and this token."""
    lower = tokens.lower
    i = first - 1
    while i >= 0 and lower[i] in _LEADING and first - i < 6:
        if "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]:
            return True
        i -= 1
    return i < 0 or lower[i] in _STOPS or "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]
