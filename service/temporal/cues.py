"""What the verbs around an expression tell of the time that it points to: the past, what is to come, or nothing.

A word is looked at by the readings of ``_READINGS`` that name it, in their order; the first that has something to say
decides. A new case is a function beside the others and a row of that table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.temporal.model import Direction
from service.temporal.site import ARTICLES

_PAUSES = frozenset({";", ":"})  # what ends a clause within a sentence
_QUOTES_END = frozenset({'"', "”", "''"})  # what is said after a quotation dates nothing in it
# What somebody means to do: "an agreement to buy the mill in January".
_PURPOSES = frozenset(
    """agreement agreements deal pact accord contract plan program programme intention proposal pledge promise
    commitment timetable likely due free""".split()
)
_FUTURE = frozenset(
    """will 'll ’ll shall would might must should may wo expected scheduled due slated upcoming payable plans plan hopes
    hope intends intend aims expects expect deadline pending until till gathers gather meets meet begins begin starts
    opens leaves expires faces hosts holds""".split()
)
# A past verb that looks forward when "to" or "for" follows it: "agreed to meet Friday", "set for Friday".
_LOOKS_FORWARD = frozenset(
    """agreed planned vowed promised hoped asked ordered invited threatened pledged decided wanted set planning going
    scheduled expected slated hoping ready prepared intended supposed""".split()
)
# The present tense of what is scheduled: "the ban runs through Sept. 30", "talks resume Friday".
_SCHEDULES = frozenset(
    """opens begins starts ends closes expires runs airs resumes reopens meets resume reopen begin start meet open
    expire travels arrives convenes departs premieres debuts""".split()
)
_IS = frozenset({"is", "are"})
_WERE = frozenset({"was", "were"})
_SET = frozenset({"planned", "scheduled", "set", "slated", "expected", "pencilled", "billed", "booked"})
_NEAR = 4  # tokens
_FORWARD = frozenset({"to", "for", "a", "an"})
_BE = frozenset({"be", "being"})
_DETERMINERS = ARTICLES - {"that"}  # "the delegation that arrived on Wednesday"
_NO_PAST = _IS | _BE | {"to", "will", "would"}
_PARTICIPLES = frozenset(
    """taken seen given done written shown born gone drawn grown thrown flown driven chosen broken stolen spoken begun
    sunk torn worn known""".split()
)
_PAST = frozenset(
    """was were had did has have been said told went came made took got gave found won lost began met saw left held
    rose fell sent put kept ran brought became spoke wrote led stood paid built hit cut shot set grew showed
    knew thought felt heard broke drew sold bought fought caught taught ate slept drove flew sank swore wore
    tore chose rode shut split spread hurt burst quit ran rang sang sat stood swam woke dealt fled clung crept dug drank
    froze forgot forgave hid hung knelt laid leapt lent lit meant met mistook overcame oversaw rebuilt sought shone
    slid spent spun stole stuck struck swept swung threw undertook underwent understood upheld withdrew withstood
    wept bore beat bit blew burnt grew failed since ago""".split()
)
_NOT_PAST = frozenset(
    """need united hundred indeed speed proceed exceed succeed feed seed bed red led breed bleed weed creed greed embed
    sacred naked hatred biped""".split()
)
_BEFORE_MONTHS = frozenset("in of since until early late mid - last from by during".split())
_NOT_AHEAD = frozenset("not n't n’t have hardly barely scarcely only see hear feel".split())
_FOUND = (["located"], ["reached"], ["found"], ["seen"], ["heard"], ["contacted"], ["determined"], ["learned"])
_REPORTED = frozenset("its their results earnings quarterly fiscal first second third fourth full".split())
_RELATIVES = frozenset({"which", "who", "that"})
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
        elif before == "to" and word in _SCHEDULES and lower[i - 2] not in _IS:
            continue  # what stands before the infinitive decides
        here = _Seen(lower, i, word, before, back, start)
        for reading in readings:
            told = reading(here)
            if told is not None:
                return told
    return 0


def is_beside_a_past(lower: list[str], first: int) -> bool:
    """Whether a past verb stands right before: "founded in October", "prisoners taken last June"."""
    if first < 2 or lower[first - 1] not in ("in", "last"):
        return False
    verb = lower[first - 2]
    if lower[max(0, first - 3)] in _NO_PAST or verb in _SET or verb in _LOOKS_FORWARD or verb in _NOT_PAST:
        return False  # "is heard in May", "to be seen in June"
    return (verb.endswith("ed") and len(verb) > 3) or verb in _PAST or verb in _PARTICIPLES


def _tells_nothing(lower: list[str], places: range) -> bool:
    """Whether no token at ``places`` can tell a tense: a list, or a text that is not prose."""
    first, last = min(places[0], places[-1]), max(places[0], places[-1]) + 1
    words = lower[max(0, first - 1) : last]
    return _BY_WORD.keys().isdisjoint(words) and "ed " not in " ".join(words) + " "


def _pause(seen: _Seen) -> Direction | None:
    """The end of the clause, beyond which nothing is looked for; no colon of "5:00"."""
    ends = not (seen.back and seen.word in _QUOTES_END)
    return 0 if ends and not seen.before.isdigit() else None


def _purpose(seen: _Seen) -> Direction | None:
    """ "An agreement to sell"; "the study, to appear in April, …"."""
    if seen.before in (",", "(") and seen.back:
        return 1
    if seen.before not in _PURPOSES:
        return None
    return -1 if seen.at > 1 and seen.lower[seen.at - 2] == "been" else 1


def _intention(seen: _Seen) -> Direction | None:
    """ "Agreed to meet on Friday"; but "on Friday she promised to …" tells of the promise."""
    if seen.before in ("had", "been") or not (seen.back or seen.before in _IS):
        return None
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if after and after[0] in _FORWARD else None


def _taking_place(seen: _Seen) -> Direction | None:
    """ "Takes place", "takes effect", "takes office"."""
    return 1 if seen.before in ("take", "takes") else None


def _possibility(seen: _Seen) -> Direction | None:
    """ "A vote could come on Friday"; but "could not", "could have"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    found = seen.lower[seen.at + 2 : seen.at + 3]  # "none could be located on Friday"
    return 1 if seen.back and after and after[0] not in _NOT_AHEAD and found not in _FOUND else None


def _anniversary(seen: _Seen) -> Direction | None:
    """ "The firm turns 40 in April"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0].isdigit() else None


def _results(seen: _Seen) -> Direction | None:
    """ "The firm reports earnings on Monday"; but "according to reports on Monday"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0] in _REPORTED else None


def _arrangement(seen: _Seen) -> Direction | None:
    """ "Is set", "are scheduled"."""
    return 1 if seen.before in _IS else None


def _schedule(seen: _Seen) -> Direction | None:
    """ "The ban runs through Sept. 30"."""
    return 1 if seen.before not in _PAST else None


def _present(seen: _Seen) -> Direction | None:
    """ "The vote is on Friday"."""
    return 1 if seen.back and abs(seen.at - seen.start) < _NEAR else None


def _was_to(seen: _Seen) -> Direction | None:
    """ "They were to meet on Monday", but not "were to have met"."""
    after = seen.lower[seen.at + 1 : seen.at + 3]
    return 1 if seen.back and after[:1] == ["to"] and after[1:] not in (["have"], ["be"]) else None


def _future(seen: _Seen) -> Direction | None:
    if seen.before in ARTICLES or (seen.word == "may" and seen.before in _BEFORE_MONTHS):
        return None  # "the deadline"; "in May"
    return -1 if seen.before == "been" else 1


def _past(seen: _Seen) -> Direction | None:
    word, before = seen.word, seen.before
    if word not in _PAST and not (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return None
    if before in _BE or before in _DETERMINERS or before in _IS:
        return None
    return None if seen.back and _is_inserted(seen.lower, seen.at, seen.start) else -1


def _is_inserted(lower: list[str], verb: int, start: int) -> bool:
    """Whether a verb stands in what is put between commas: "the rent, unchanged since 2019, rises in May"."""
    opens = verb > 1 and (lower[verb - 1] == "," or (lower[verb - 1] in _RELATIVES and lower[verb - 2] == ","))
    return opens and "," in lower[verb + 1 : start + 1]


def _infinitive(seen: _Seen) -> Direction | None:
    """ "To be", "is to"."""
    if seen.before != "to":
        return None
    return 1 if seen.word == "be" or (seen.at > 1 and seen.lower[seen.at - 2] in _IS) else None


_Reading = Callable[[_Seen], Direction | None]
# Which words a reading looks at; None: it decides that itself.
_READINGS: tuple[tuple[frozenset[str] | None, _Reading], ...] = (
    (_PAUSES | _QUOTES_END, _pause),
    (frozenset({"to"}), _purpose),
    (_LOOKS_FORWARD, _intention),
    (frozenset({"place", "effect", "office"}), _taking_place),
    (frozenset({"could"}), _possibility),
    (frozenset({"turns"}), _anniversary),
    (frozenset({"reports"}), _results),
    (_SET, _arrangement),
    (_SCHEDULES, _schedule),
    (_IS, _present),
    (_WERE, _was_to),
    (_FUTURE, _future),
    (None, _past),
    (None, _infinitive),
)
_OF_ANY = tuple(reading for words, reading in _READINGS if words is None)
_BY_WORD: dict[str, tuple[_Reading, ...]] = {
    word: tuple(reading for words, reading in _READINGS if words is None or word in words)
    for word in _PAST.union({"be"}, *(words for words, _ in _READINGS if words is not None))
}
