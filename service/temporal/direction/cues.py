"""What the verbs around an expression tell of the time that it points to: the past, what is to come, or nothing.

A word is looked at by the readings of ``_READINGS`` that name it, in their order; the first that has something to say
decides. A new case is a function beside the others and a row of that table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.temporal.direction.cue_words import (
    ADVERBS,
    APPEARS_THEN,
    ASKS,
    BE,
    BEFORE_MONTHS,
    BEFORE_NOUNS,
    DETERMINERS,
    DID,
    ENDS_OBJECT,
    FORWARD,
    FOUND,
    FUTURATE_PROGRESSIVES,
    FUTURATES,
    FUTURATES_OF_MANY,
    FUTURE,
    INVARIANT,
    IS,
    IS_IN_SHORT,
    LASTED,
    LOOKS_FORWARD,
    MANY,
    MODALS,
    NO_DEED,
    NO_PAST,
    NONE,
    NOT_AHEAD,
    NOT_PAST,
    PARTICIPLES,
    PAST,
    PAUSES,
    PERCEIVED,
    PURPOSES,
    QUOTES_END,
    RELATIVES,
    REPORTED,
    SCHEDULES,
    SET,
    TAKEN,
    TAKES,
    TITLES,
    WERE,
    WILL,
)
from service.temporal.guards.site import ARTICLES
from service.temporal.model import Direction

_NEAR = 4  # tokens
_CLAUSE = 12  # tokens
_FEW = 6  # tokens, among which there mostly is a verb


class _Seen(NamedTuple):
    """A word on the way from an expression: token ``at``, with the word before it in the text. ``back``: the way goes
    to the left; ``start``: the token where it began."""

    lower: list[str]
    at: int
    word: str
    before: str
    back: bool
    start: int


def cue(lower: list[str], places: range) -> Direction:
    """The tense of the nearest verb in ``places``: participles after "be" and after an article tell nothing."""
    back, start = places.step < 0, places.start
    for seen, i in enumerate(places):
        if seen == _FEW and _tells_nothing(lower, places[seen:]):
            return 0
        word, before = lower[i], lower[i - 1] if i > 0 else ""
        readings = _BY_WORD.get(word)
        if readings is None:
            if not word.endswith("ed") and before != "to":
                continue  # most words
            readings = _OF_ANY
        elif before == "to" and word in SCHEDULES and lower[i - 2] not in IS:
            continue  # what stands before the infinitive decides
        here = _Seen(lower, i, word, before, back, start)
        for reading in readings:
            told = reading(here)
            if told is not None:
                return told
    return 0


def is_beside_a_past(lower: list[str], first: int) -> bool:
    """Whether a past verb stands right before, or with its object: "founded in October", "took office in June",
    "took place on 5 May", "prisoners taken last June"."""
    if first and lower[first - 1] == "ended":
        return True  # "the six months ended September"
    if first < 2 or lower[first - 1] not in ("in", "on", "last"):
        return False
    if lower[first - 1] == "on" and lower[first].endswith("day"):
        return False  # there is but one Friday behind us
    for at in range(first - 2, max(-1, first - 2 - _OBJECT), -1):
        verb = lower[at]
        if verb in ENDS_OBJECT or not verb[0].isalpha():
            return False
        if _is_plain_past(verb, lower[at - 1] if at else "", at == first - 2):
            # "will redeem the preferred shares in May"
            return at == first - 2 or MODALS.isdisjoint(lower[max(0, at - _CLAUSE) : at])
    return False


def _is_plain_past(verb: str, before: str, near: bool) -> bool:
    """Whether this is a past tense that looks back only; ``near``: nothing stands between it and the date."""
    if before in NO_PAST or verb in SET or verb in LOOKS_FORWARD or verb in NOT_PAST:
        return False  # "is heard in May", "to be seen in June"
    if not near and (verb in NO_DEED or verb in INVARIANT or before in DETERMINERS or before in ADVERBS):
        return False  # "the delayed visit in May", "a still unspecified date in May", "had a visit in May"
    return (verb.endswith("ed") and len(verb) > 3) or verb in PAST or (near and verb in PARTICIPLES)


_OBJECT = 5  # tokens


def _tells_nothing(lower: list[str], places: range) -> bool:
    """Whether no token at ``places`` can tell a tense: a list, or a text that is not prose."""
    first, last = min(places[0], places[-1]), max(places[0], places[-1]) + 1
    words = lower[max(0, first - 1) : last]
    return _BY_WORD.keys().isdisjoint(words) and "ed " not in " ".join(words) + " "


def _pause(seen: _Seen) -> Direction | None:
    """The end of the clause, beyond which nothing is looked for; no colon of "5:00"."""
    ends = not (seen.back and seen.word in QUOTES_END)
    return 0 if ends and not seen.before.isdigit() else None


def _purpose(seen: _Seen) -> Direction | None:
    """ "An agreement to sell"; "the study, to appear in April, …"."""
    if seen.before in (",", "(") and seen.back:
        return 1
    if seen.before not in PURPOSES:
        return None
    return -1 if seen.at > 1 and seen.lower[seen.at - 2] == "been" else 1


def _intention(seen: _Seen) -> Direction | None:
    """ "Agreed to meet on Friday"; but "on Friday she promised to …" tells of the promise."""
    if seen.before in ("had", "been") or not (seen.back or seen.before in IS):
        return None
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if after and after[0] in FORWARD else None


def _request(seen: _Seen) -> Direction | None:
    """ "Asked people to take Friday off"; not "was ordered to", nor "had ordered them to"."""
    if not seen.back or seen.before in BE or seen.before in ("was", "were", "had"):
        return None
    for at in range(seen.at + 2, min(seen.at + _OBJECT + 2, seen.start)):
        if seen.lower[at] == "to":
            return 1
        if not seen.lower[at][0].isalpha():
            return None
    return None


def _taking_place(seen: _Seen) -> Direction | None:
    """ "Takes place", "takes effect", "takes office"."""
    return 1 if seen.before in ("take", "takes") else None


def _possibility(seen: _Seen) -> Direction | None:
    """ "A vote could come on Friday"; but "could not", "could have"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    found = seen.lower[seen.at + 2 : seen.at + 3]  # "none could be located on Friday"
    if found in FOUND or not NONE.isdisjoint(seen.lower[max(0, seen.at - _CLAUSE) : seen.at]):
        return None
    return 1 if seen.back and after and after[0] not in NOT_AHEAD else None


def _anniversary(seen: _Seen) -> Direction | None:
    """ "The firm turns 40 in April"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0].isdigit() else None


def _results(seen: _Seen) -> Direction | None:
    """ "The firm reports earnings on Monday"; but "according to reports on Monday"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0] in REPORTED else None


def _arrangement(seen: _Seen) -> Direction | None:
    """ "Is set", "are scheduled"."""
    return 1 if seen.before in IS else None


def _schedule(seen: _Seen) -> Direction | None:
    """ "The ban runs through Sept. 30"; but "the French Open", "the end of May"."""
    noun = seen.before in TITLES or seen.before in DETERMINERS
    return 1 if seen.before not in PAST and not noun else None


def _present(seen: _Seen) -> Direction | None:
    """ "The vote is on Friday"."""
    return 1 if seen.back and abs(seen.at - seen.start) < _NEAR else None


def _was_to(seen: _Seen) -> Direction | None:
    """ "They were to meet on Monday", but not "were to have met"."""
    after = seen.lower[seen.at + 1 : seen.at + 3]
    return 1 if seen.back and after[:1] == ["to"] and after[1:] not in (["have"], ["be"]) else None


def _future(seen: _Seen) -> Direction | None:
    if seen.before in ARTICLES or (seen.word == "may" and seen.before in BEFORE_MONTHS):
        return None  # "the deadline"; "in May"
    if seen.word in ("until", "till") and seen.back and _is_over(seen):
        return None
    return -1 if seen.before == "been" else 1


def _is_over(seen: _Seen) -> bool:
    """ "They fought until a truce on 2 June"; "a contract until 2031, after a test on Friday"."""
    after = seen.lower[seen.at + 1] if seen.at + 1 < len(seen.lower) else ""
    return after.isdigit() or not LASTED.isdisjoint(seen.lower[max(0, seen.at - _FEW) : seen.at])


def _futurate(seen: _Seen) -> Direction | None:
    """ "The queen visits Malta on Friday"; not "two visits on Friday"."""
    noun = seen.before in ARTICLES or seen.before in BEFORE_NOUNS or seen.before[:1].isdigit()
    return None if noun or seen.before == "to" else 1


def _futurate_of_many(seen: _Seen) -> Direction | None:
    """ "Voters go to the polls on Sunday"; not "she saw voters go"."""
    if not PERCEIVED.isdisjoint(seen.lower[max(0, seen.at - _OBJECT) : seen.at]):
        return None
    return 1 if seen.before in MANY or (seen.before.endswith("s") and len(seen.before) > 3) else None


def _progressive(seen: _Seen) -> Direction | None:
    """ "She is flying to Lima on Saturday"."""
    return 1 if seen.before in IS_IN_SHORT else None


def _taking(seen: _Seen) -> Direction | None:
    """ "The ban takes effect in May"."""
    taken = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if taken and taken[0] in TAKEN and seen.before != "to" and seen.before not in MODALS else None


def _deadline(seen: _Seen) -> Direction | None:
    """ "The May deadline" is to come, unless something was done about it."""
    if seen.back or seen.at != seen.start or seen.before == "deadline":
        return None
    return cue(seen.lower, range(seen.at + 1, min(len(seen.lower), seen.at + _CLAUSE))) or 1


def _past(seen: _Seen) -> Direction | None:
    word, before = seen.word, seen.before
    if word in INVARIANT and (_is_infinitive(seen) or seen.lower[seen.at + 1 : seen.at + 2] == ["of"]):
        return None  # "to set", "a set of"
    if _is_future_perfect(seen):
        return 1
    if word not in PAST and not (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST):
        return None
    if before in BE or before in DETERMINERS or before in IS:
        return None
    if before in ("not", "n't", "n’t") and seen.lower[seen.at - 2] in IS:
        return None  # "if it is not repaid by May"
    if seen.back and _is_inserted(seen.lower, seen.at, seen.start):
        return None
    return -2 if word == "had" and seen.back and _is_pluperfect(seen) else -1


def _is_future_perfect(seen: _Seen) -> bool:
    """ "They will have met by Friday"."""
    have = seen.at if seen.word == "have" else seen.at - 1 if seen.before == "have" else 0
    return have > 0 and seen.lower[have - 1] in WILL


def _is_pluperfect(seen: _Seen) -> bool:
    """ "Had forecast it in May" looks back; "had planned to open in May", "had been due in May" may not."""
    after = seen.lower[seen.at + 1] if seen.at + 1 < len(seen.lower) else ""
    participle = (
        after in PAST or after in PARTICIPLES or after in INVARIANT or after.endswith("ed") or after == "forecast"
    )
    return participle and after not in LOOKS_FORWARD and after != "been"


def _is_infinitive(seen: _Seen) -> bool:
    """ "To cut", "will soon cut", "did not cut"."""
    if seen.before == "to" or seen.before in MODALS or seen.before in DID:
        return True
    two = seen.lower[seen.at - 2] if seen.at > 1 else ""
    return two in MODALS or (two in DID and seen.before in ("not", "n't", "n’t"))


def _is_inserted(lower: list[str], verb: int, start: int) -> bool:
    """Whether a verb stands in what is put between commas: "the rent, unchanged since 2019, rises in May"."""
    opens = verb > 1 and (lower[verb - 1] == "," or (lower[verb - 1] in RELATIVES and lower[verb - 2] == ","))
    return opens and "," in lower[verb + 1 : start + 1]


def _infinitive(seen: _Seen) -> Direction | None:
    """ "To be", "is to"."""
    if seen.before != "to":
        return None
    return 1 if seen.word == "be" or (seen.at > 1 and seen.lower[seen.at - 2] in IS) else None


_Reading = Callable[[_Seen], Direction | None]
# Which words a reading looks at; None: it decides that itself.
_READINGS: tuple[tuple[frozenset[str] | None, _Reading], ...] = (
    (PAUSES | QUOTES_END, _pause),
    (frozenset({"to"}), _purpose),
    (LOOKS_FORWARD, _intention),
    (ASKS, _request),
    (frozenset({"place", "effect", "office"}), _taking_place),
    (frozenset({"could"}), _possibility),
    (frozenset({"turns"}), _anniversary),
    (frozenset({"reports"}), _results),
    (SET, _arrangement),
    (SCHEDULES, _schedule),
    (FUTURATES, _futurate),
    (FUTURATES_OF_MANY, _futurate_of_many),
    (FUTURATE_PROGRESSIVES, _progressive),
    (TAKES, _taking),
    (APPEARS_THEN, _arrangement),
    (frozenset({"deadline"}), _deadline),
    (IS, _present),
    (WERE, _was_to),
    (FUTURE, _future),
    (None, _past),
    (None, _infinitive),
)
_OF_ANY = tuple(reading for words, reading in _READINGS if words is None)
_BY_WORD: dict[str, tuple[_Reading, ...]] = {
    word: tuple(reading for words, reading in _READINGS if words is None or word in words)
    for word in PAST.union({"be"}, *(words for words, _ in _READINGS if words is not None))
}
