"""Which way a clause points: the tense of its verbs, and whether a date opens its sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.temporal.direction.cue_words import LASTED, PARTICIPLES, PAST
from service.temporal.direction.cues import cue, is_beside_a_past
from service.temporal.model import Direction
from service.text.tokens import Tokens

_REACH = 24
_STOPS = frozenset({".", "!", "?", ";", ":"})
_CLAUSE_MARKS = frozenset({",", "."})
_AGO = frozenset({"since", "ago"})  # what they tell is not when something was
_DENIALS = frozenset("not n't n’t never".split())
_PAST_AUXILIARIES = frozenset("was were did had could".split())
_CALLED = frozenset("called set scheduled announced planned arranged ordered proposed convened booked fixed".split())
_BESIDE = 4  # tokens
_SPAN = 12  # tokens
_OCCASION = 7  # tokens: "called an early general election for"
_LEADING = frozenset("in by during on at early late mid - the of end until since from over spring summer".split())


class _Place(NamedTuple):
    """An expression, tokens ``first`` to ``last``, in its sentence, tokens ``begin`` to ``end``; the words beside it
    are empty at the text's ends."""

    tokens: Tokens
    first: int
    last: int
    begin: int
    end: int
    before: str
    after: str


def direction_of(tokens: Tokens, first: int, last: int, within: tuple[int, int] | None = None) -> Direction:
    """Whether the clause around tokens ``first`` to ``last`` (exclusive) tells the past (-1; -2 where the expression
    opens it), the future (1), or does not say.

    ``within``: the first token of its sentence, and the one after its last. The first of ``_SIGNS`` that has something
    to say decides, before any verb.
    """
    lower = tokens.lower
    begin, end = within or (0, len(lower))
    before, after = lower[first - 1] if first else "", lower[last] if last < len(lower) else ""
    place = _Place(tokens, first, last, begin, end, before, after)
    signs, others = _BEFORE.get(before), _AFTER.get(after)
    for sign in _ALL if signs and others else signs or others or ():
        told = sign(place)
        if told is not None:
            return told
    return _by_verbs(place)


def _of_validity(place: _Place) -> Direction | None:
    """ "Effective Friday", "March delivery"."""
    return 1 if place.before == "effective" or place.after in ("delivery", "futures") else None


def _until(place: _Place) -> Direction | None:
    """ "Until Thursday, nobody had asked" looks back; "open until Thursday" looks ahead."""
    lower, first = place.tokens.lower, place.first
    if place.before not in ("until", "till") or lower[max(0, first - 2)] == "not":
        return None
    if _denies_the_past(lower, max(place.begin, first - _REACH), first - 1):
        return -1  # "was not closed until June 9"
    if not LASTED.isdisjoint(lower[max(place.begin, first - _BESIDE) : first - 1]):
        return -1  # "ran until June 9"
    span = lower[max(place.begin, first - _SPAN) : first - 1]
    if "from" in span and not LASTED.isdisjoint(span[: span.index("from")]):
        return -1  # "ran from the start of the year until June 9"
    opening = first - 1 <= place.begin
    return -1 if opening and cue(lower, _ahead(place)) < 0 else 1


def _since(place: _Place) -> Direction | None:
    """ "Have fallen since January": what has gone on since then began in the past."""
    return -2 if place.before == "since" else None


def _denies_the_past(lower: list[str], begin: int, end: int) -> bool:
    """Whether a past tense is denied in these tokens: "was not closed", "did n't open"."""
    return any(lower[i] in _DENIALS and lower[i - 1] in _PAST_AUXILIARIES for i in range(max(begin, 1), end))


def _possessive(place: _Place) -> Direction | None:
    """ "Friday's vote" is over; to come are "for Friday's vote", "ahead of Friday's vote" and "will speak at Friday's
    meeting"."""
    if place.after not in ("'s", "’s"):
        return None
    lower, first = place.tokens.lower, place.first
    if place.before == "for" or (place.before == "of" and lower[first - 2] == "ahead"):
        return 1
    if first == place.begin and cue(lower, _ahead(place)[2:]) > 0:
        return 1  # "Tuesday's vote will be held as planned"
    if place.before in ("at", "in", "before", "during") and _to_the_left(place) > 0:
        return 1
    return -1


def _stopped_through(place: _Place) -> Direction | None:
    """ "Cancelled flights through Saturday", "buses are free through Friday"."""
    if place.before != "through":
        return None
    stopped = place.tokens.lower[max(place.begin, place.first - _OCCASION) : place.first - 1]
    return None if _STOPPED.isdisjoint(stopped) or "from" in stopped else 1


_STOPPED = frozenset(
    """canceled cancelled suspended closed extended postponed grounded halted banned shut delayed called
    booked is are was were remain remained stay""".split()
)


def _label(place: _Place) -> Direction | None:
    """A day as a label ("Friday: the vote") is one of a programme, unless its verb is past."""
    lower, last = place.tokens.lower, place.last
    if place.after != ":" or not opens_sentence(place.tokens, place.first):
        return None
    reach = min(last + _REACH, max(place.end, last + 1), len(lower))
    clause = range(last + 1, next((i for i in range(last, reach) if lower[i] in _CLAUSE_MARKS), reach))
    told = cue(lower, clause)
    return told if told and _AGO.isdisjoint(lower[clause.start : clause.stop]) else 1


def _as_early_as(place: _Place) -> Direction | None:
    lower, first = place.tokens.lower, place.first
    early = first > 2 and place.before == "as" and lower[first - 2] in ("early", "soon") and lower[first - 3] == "as"
    return 1 if early else None


def _unless_by(place: _Place) -> Direction | None:
    """ "If it is not repaid by May", "unless they leave by Friday"."""
    clause = place.tokens.lower[max(place.begin, place.first - _SPAN) : place.first - 1]
    told = "if" in clause or "unless" in clause
    return 1 if told and _HAD.isdisjoint(clause) else None


_HAD = frozenset("had was were did would".split())


def _fixed_for(place: _Place) -> Direction | None:
    """ "Called an election for Friday"."""
    if place.before != "for":
        return None
    occasion = place.tokens.lower[max(place.begin, place.first - _OCCASION) : place.first - 1]
    return None if _CALLED.isdisjoint(occasion) else 1


def _is_said_to_be(place: _Place) -> Direction | None:
    """ "Friday is a holiday"."""
    return 1 if place.after in ("is", "marks", "sees", "brings") and place.first == place.begin else None


def _beside_a_past(place: _Place) -> Direction | None:
    return -2 if is_beside_a_past(place.tokens.lower, place.first) else None


_Sign = Callable[[_Place], Direction | None]
# The words before and after an expression that a sign looks at.
_SIGNS: tuple[tuple[str, str, _Sign], ...] = (
    ("effective", "delivery futures", _of_validity),
    ("until till", "", _until),
    ("since", "", _since),
    ("", "'s ’s", _possessive),
    ("through", "", _stopped_through),
    ("", ":", _label),
    ("as", "", _as_early_as),
    ("by", "", _unless_by),
    ("for", "", _fixed_for),
    ("", "is marks sees brings", _is_said_to_be),
    ("in on last", "", _beside_a_past),
)


def _by_word(side: int) -> dict[str, tuple[_Sign, ...]]:
    looked_at = [((before, after)[side].split(), sign) for before, after, sign in _SIGNS]
    return {word: tuple(s for others, s in looked_at if word in others) for words, _ in looked_at for word in words}


_BEFORE, _AFTER = _by_word(0), _by_word(1)
_ALL = tuple(row[2] for row in _SIGNS)


def _by_verbs(place: _Place) -> Direction:
    """What the nearest verb to the left tells; where none tells anything, the nearest to the right."""
    left = _to_the_left(place)
    if left != 0:
        return left
    right = cue(place.tokens.lower, _ahead(place))
    names_a_thing = place.before in ("a", "an")  # "by setting a May 3 deadline, the court allowed"
    return -2 if right < 0 and not names_a_thing else right


def _to_the_left(place: _Place) -> Direction:
    return cue(place.tokens.lower, range(place.first - 1, max(place.begin - 1, place.first - _REACH), -1))


def _ahead(place: _Place) -> range:
    return range(place.last, min(place.end, place.last + _REACH))


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
    if _is_second_year(tokens, first):
        return True
    return before in ("in", "on") and _is_of_limit(lower, first - 1)


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


def opens_sentence(tokens: Tokens, first: int) -> bool:
    """Whether nothing but prepositions stands between the start of a sentence or line and this token."""
    lower = tokens.lower
    i = first - 1
    while i >= 0 and lower[i] in _LEADING and first - i < 6:
        if "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]:
            return True
        i -= 1
    return i < 0 or lower[i] in _STOPS or "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]
