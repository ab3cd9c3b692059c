"""What the verbs around an expression tell of the time that it points to: the past, what is to come, or nothing.

A word is looked at by the readings of ``_READINGS`` that name it, in their order; the first that has something to say
decides. A new case is a function beside the others and a row of that table.
"""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.direction.cue_words import (
    APPEARS_THEN,
    ASKS,
    BROADCAST,
    FUTURATE_PROGRESSIVES,
    FUTURATES,
    FUTURATES_OF_MANY,
    FUTURE,
    IS,
    LOOKS_FORWARD,
    ONLY_PARTICIPLES,
    PAST,
    PAUSES,
    QUOTES_END,
    SCHEDULES,
    SET,
    SHOWING,
    TAKES,
    WERE,
)
from service.temporal.direction.pasts import infinitive, past
from service.temporal.direction.readings import (
    Seen,
    anniversary,
    arrangement,
    following,
    futurate,
    futurate_of_many,
    future,
    intention,
    participle,
    pause,
    possibility,
    present,
    progressive,
    purpose,
    request,
    results,
    schedule,
    setting_down,
    showing,
    taking,
    taking_place,
    was_to,
)
from service.temporal.guards.calendar_words import MONTHS
from service.temporal.model import Direction

_CLAUSE = 12  # tokens
_FEW = 6  # tokens, among which there mostly is a verb


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
        here = Seen(lower, i, word, before, back, start)
        for reading in readings:
            told = reading(here)
            if told is not None:
                return told
    return 0


def _tells_nothing(lower: list[str], places: range) -> bool:
    """Whether no token at ``places`` can tell a tense: a list, or a text that is not prose."""
    first, last = min(places[0], places[-1]), max(places[0], places[-1]) + 1
    words = lower[max(0, first - 1) : last]
    return _BY_WORD.keys().isdisjoint(words) and "ed " not in " ".join(words) + " "


def _deadline(seen: Seen) -> Direction | None:
    """ "The May deadline" is to come, unless something was done about it."""
    if seen.back or seen.at != seen.start or seen.before == "deadline":
        return None
    return cue(seen.lower, range(seen.at + 1, min(len(seen.lower), seen.at + _CLAUSE))) or 1


def _ahead_of(seen: Seen) -> Direction | None:
    """ "Shares fell ahead of a meeting on Thursday": what somebody gets ready for is to come, if it is not far."""
    lower, at, date = seen.lower, seen.at, seen.start + 1
    if not seen.back or lower[at + 1] != "of" or "," in lower[at:date] or date - at >= _CLAUSE:
        return None
    return None if lower[date].isdigit() or lower[date] in MONTHS else 1


_Reading = Callable[[Seen], Direction | None]
# Which words a reading looks at; None: it decides that itself.
_READINGS: tuple[tuple[frozenset[str] | None, _Reading], ...] = (
    (PAUSES | QUOTES_END, pause),
    (frozenset({"to"}), purpose),
    (LOOKS_FORWARD, intention),
    (ASKS, request),
    (frozenset({"place", "effect", "office"}), taking_place),
    (frozenset({"could"}), possibility),
    (frozenset({"turns"}), anniversary),
    (frozenset({"reports"}), results),
    (frozenset({"follow", "follows"}), following),
    (frozenset({"starting", "beginning", "effective"}), setting_down),
    (SET, arrangement),
    (SCHEDULES, schedule),
    (FUTURATES, futurate),
    (FUTURATES_OF_MANY, futurate_of_many),
    (FUTURATE_PROGRESSIVES, progressive),
    (TAKES, taking),
    (ONLY_PARTICIPLES | BROADCAST, participle),
    (SHOWING, showing),
    (APPEARS_THEN, arrangement),
    (frozenset({"deadline"}), _deadline),
    (frozenset({"ahead"}), _ahead_of),
    (IS, present),
    (WERE, was_to),
    (FUTURE, future),
    (None, past),
    (None, infinitive),
)
_OF_ANY = tuple(reading for words, reading in _READINGS if words is None)
_BY_WORD: dict[str, tuple[_Reading, ...]] = {
    word: tuple(reading for words, reading in _READINGS if words is None or word in words)
    for word in PAST.union({"be"}, *(words for words, _ in _READINGS if words is not None))
}
