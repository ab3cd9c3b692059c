"""Which way a clause points: the tense of its verbs, and whether a date opens its sentence."""

from __future__ import annotations

from collections.abc import Callable

from service.record import record
from service.temporal.direction.cue_words import LASTED, RELATIVES, STOPPED
from service.temporal.direction.cues import cue
from service.temporal.direction.pasts import LEADS, is_beside_a_past, is_plain_past
from service.temporal.direction.standing import opens_sentence
from service.temporal.model import Direction
from service.text.tagset import INVARIANT
from service.text.tokens import Tokens

_REACH = 24
_CLAUSE_MARKS = frozenset({",", "."})
_AGO = frozenset({"since", "ago"})  # what they tell is not when something was
_NOBODY = frozenset({"nobody", "nothing", "none", "no"})
_DENIALS = frozenset("not n't n’t never".split())
_PAST_AUXILIARIES = frozenset("was were did had could".split())
_CALLED = frozenset("called set scheduled announced planned arranged ordered proposed convened booked fixed".split())
_BESIDE = 4  # tokens
_SPAN = 12  # tokens
_OCCASION = 7  # tokens: "called an early general election for"


@record
class _Place:
    """An expression, tokens ``first`` to ``last``, in its sentence, tokens ``begin`` to ``end``; the words beside it
    are empty at the text's ends."""

    tokens: Tokens
    first: int
    last: int
    begin: int
    end: int
    before: str
    after: str


def direction_of(tokens: Tokens, first: int, last: int, within: tuple[int, int]) -> Direction:
    """Whether the clause around tokens ``first`` to ``last`` (exclusive) tells the past (-1; -2 where the expression
    opens it), the future (1), or does not say.

    ``within``: the first token of its sentence, and the one after its last. The first of ``_SIGNS`` that has something
    to say decides, before any verb.
    """
    lower = tokens.lower
    begin, end = within
    if lower[first] in ("between", "from") and _is_told_past(lower, begin, first + 1):
        return -2  # "closed between May and July"
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
    if not _NOBODY.isdisjoint(span) and cue(lower, range(first - 2, max(place.begin, first - _REACH) - 1, -1)) < 0:
        return -1  # "told nobody until June 9"
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


_STOPPED = STOPPED | frozenset("extended called booked is are was were remain remained stay".split())


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


def _at_the_earliest(place: _Place) -> Direction | None:
    """ "Pumps cannot drain it before Wednesday at the earliest"."""
    return 1 if place.tokens.lower[place.last : place.last + 3] in _AT_LIMITS else None


_AT_LIMITS = (["at", "the", "earliest"], ["at", "the", "soonest"], ["at", "the", "latest"])


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
    called = place.tokens.lower[max(place.begin, place.first - _REACH) : place.first - 1]
    if "called" in called and not _OCCASIONS.isdisjoint(called):
        return 1  # "called a four-hour strike at its Italian sites for Friday"
    occasion = place.tokens.lower[max(place.begin, place.first - _OCCASION) : place.first - 1]
    if "forecast" in occasion[1:] and occasion[occasion.index("forecast") - 1] in _PASSIVE:
        return 1
    return None if _CALLED.isdisjoint(occasion) else 1


def _is_called_for(place: _Place) -> Direction | None:
    """ "Called for protests on Saturday": what somebody calls for is to come; not "called for calm on Saturday"."""
    lower, first = place.tokens.lower, place.first
    near = lower[max(place.begin, first - _OCCASION) : first - 1]
    for i in range(len(near) - 2 if "for" in near else 0):
        if near[i] in ("call", "calls", "called", "calling") and near[i + 1] == "for":
            return 1 if not _OCCASIONS.isdisjoint(near[i + 2 :]) else None
    return None


_OCCASIONS = frozenset(
    """protest protests demonstration demonstrations rally rallies march marches strike strikes boycott walkout vigil
    vote ballot referendum election elections hearing summit debate""".split()
)
_PASSIVE = frozenset({"is", "are", "was", "were"})


def _is_said_to_be(place: _Place) -> Direction | None:
    """ "Friday is a holiday"."""
    return 1 if place.after in ("is", "marks", "sees", "brings") and place.first == place.begin else None


def _beside_a_past(place: _Place) -> Direction | None:
    lower, first = place.tokens.lower, place.first
    if place.before == "on" and lower[max(place.begin, first - 3) : first - 1] in _MEASURED:
        return -2  # "38% more than the price on 18 December"
    return -2 if _is_told_past(lower, place.begin, first) else None


def _counted_from(place: _Place) -> Direction | None:
    """ "Quit a week before Christmas", "was found two days after 9 May": a past verb stands before the length."""
    lower, at = place.tokens.lower, place.first - 3
    if at - 1 <= place.begin or lower[place.first - 2] not in _LENGTHS:
        return None
    verb, before = lower[at - 1], lower[at - 2] if at > 1 else ""
    return -2 if is_plain_past(verb, before, True) else None


_LENGTHS = frozenset("day days week weeks month months year years fortnight".split())


def _is_told_past(lower: list[str], begin: int, first: int) -> bool:
    """Whether a past verb stands before the date; what was cancelled "from 3 May" may be to come."""
    ordered = lower[first - 1] == "from" and not _ORDERED.isdisjoint(lower[max(begin, first - _OCCASION) : first - 1])
    return not ordered and is_beside_a_past(lower, first)


_ORDERED = frozenset(
    """canceled cancelled suspended extended postponed grounded halted banned barred delayed scrapped announced imposed
    introduced ordered offered booked""".split()
)


_MEASURED = (["the", "price"], ["closing", "price"], ["the", "close"], ["the", "level"])


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
    ("", "at", _at_the_earliest),
    ("by", "", _unless_by),
    ("for", "", _fixed_for),
    ("on", "", _is_called_for),
    ("", "is marks sees brings", _is_said_to_be),
    (" ".join(LEADS), "", _beside_a_past),
    ("before after", "", _counted_from),
)


def _by_word(side: int) -> dict[str, tuple[_Sign, ...]]:
    looked_at = [((before, after)[side].split(), sign) for before, after, sign in _SIGNS]
    return {word: tuple(s for others, s in looked_at if word in others) for words, _ in looked_at for word in words}


_BEFORE, _AFTER = _by_word(0), _by_word(1)
_ALL = tuple(row[2] for row in _SIGNS)


def _by_verbs(place: _Place) -> Direction:
    """What the nearest verb to the left tells; where none tells anything, the nearest to the right."""
    lower = place.tokens.lower
    if place.after in INVARIANT and lower[max(place.first - 2, 0)] in RELATIVES and place.before in ("in", "on"):
        return -2  # "which in August forecast a profit"
    left = _to_the_left(place)
    if left > 0 and _had_been_hoped(place.tokens.lower[max(place.begin, place.first - _REACH) : place.first]):
        return 0
    if left != 0:
        return left
    right = cue(place.tokens.lower, _ahead(place))
    names_a_thing = place.before in ("a", "an")  # "by setting a May 3 deadline, the court allowed"
    return -2 if right < 0 and not names_a_thing else right


def _had_been_hoped(clause: list[str]) -> bool:
    """ "It had been hoped that it would open by Easter": that may be over."""
    if "had" not in clause:
        return False
    at = clause.index("had")
    hoped = clause[at + 1 : at + 2] == ["been"] and clause[at + 2 : at + 3] in _HOPED
    return hoped and clause[at + 3 : at + 4] in (["to"], ["that"]) and _NOW.isdisjoint(clause[at:])


_NOW = frozenset({"is", "are", "will"})
_HOPED = (["hoped"], ["expected"], ["planned"], ["intended"], ["scheduled"], ["due"], ["meant"], ["supposed"])


def _to_the_left(place: _Place) -> Direction:
    return cue(place.tokens.lower, range(place.first - 1, max(place.begin - 1, place.first - _REACH), -1))


def _ahead(place: _Place) -> range:
    return range(place.last, min(place.end, place.last + _REACH))
