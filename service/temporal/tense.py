"""Which way a clause points: the tense of its verbs, and whether a date opens its sentence."""

from __future__ import annotations

from typing import Literal

from service.temporal.site import ARTICLES
from service.text.tokens import Tokens

Direction = Literal[-2, -1, 0, 1]
_REACH = 24
_STOPS = frozenset({".", "!", "?", ";", ":"})
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
    expire""".split()
)
_IS = frozenset({"is", "are"})
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


def direction_of(tokens: Tokens, first: int, last: int, within: tuple[int, int] | None = None) -> Direction:
    """Whether the clause around tokens ``first`` to ``last`` (exclusive) tells the past (-1; -2 where the expression
    opens it), the future (1), or does not say.

    ``within``: the first token of its sentence, and the one after its last.
    """
    lower = tokens.lower
    begin, end = within or (0, len(lower))
    if lower[first - 1 : first] == ["effective"] or lower[last : last + 1] in (["delivery"], ["futures"]):
        return 1
    if first > 0 and lower[first - 1] in ("until", "till") and lower[max(0, first - 2)] != "not":
        # "Until Thursday, nobody had asked" looks back; "open until Thursday" looks ahead.
        if _denies_the_past(lower, max(begin, first - _REACH), first - 1):
            return -1  # "was not closed until June 9"
        opening = first - 1 <= begin and _cue(lower, range(last, min(end, last + _REACH))) < 0
        return -1 if opening else 1
    if last < len(lower) and lower[last] in ("'s", "’s"):
        return -1 if lower[first - 1 : first] != ["for"] else 1
    if lower[last : last + 1] == [":"] and opens_sentence(tokens, first):
        # A day as a label ("Friday: the vote") is one of a programme, unless its verb is past.
        comma = next((i for i in range(last, min(len(lower), last + _REACH)) if lower[i] == ","), last + _REACH)
        return _cue(lower, range(last + 1, min(len(lower), comma))) or 1
    if first > 2 and lower[first - 1] == "as" and lower[first - 2] in ("early", "soon") and lower[first - 3] == "as":
        return 1
    if lower[first - 1 : first] == ["for"] and not _CALLED.isdisjoint(lower[max(begin, first - _OCCASION) : first - 1]):
        return 1  # "called an election for Friday"
    if _is_beside(lower, first):
        return -2
    left = _cue(lower, range(first - 1, max(begin - 1, first - _REACH), -1))
    if left != 0:
        return left
    right = _cue(lower, range(last, min(end, last + _REACH)))
    names_a_thing = lower[first - 1 : first] in (["a"], ["an"])  # "by setting a May 3 deadline, the court allowed"
    return -2 if right < 0 and not names_a_thing else right


def _denies_the_past(lower: list[str], begin: int, end: int) -> bool:
    """Whether a past tense is denied in these tokens: "was not closed", "did n't open"."""
    return any(lower[i] in _DENIALS and lower[i - 1] in _PAST_AUXILIARIES for i in range(max(begin, 1), end))


_DENIALS = frozenset("not n't n’t never".split())
_PAST_AUXILIARIES = frozenset("was were did had could".split())
_CALLED = frozenset("called set scheduled announced planned arranged ordered proposed convened booked fixed".split())
_OCCASION = 7  # tokens: "called an early general election for"


def _is_beside(lower: list[str], first: int) -> bool:
    """Whether a past verb stands right before: "founded in October", "prisoners taken last June"."""
    if first < 2 or lower[first - 1] not in ("in", "last"):
        return False
    verb = lower[first - 2]
    if lower[max(0, first - 3)] in _NO_PAST or verb in _SET or verb in _LOOKS_FORWARD or verb in _NOT_PAST:
        return False  # "is heard in May", "to be seen in June"
    return (verb.endswith("ed") and len(verb) > 3) or verb in _PAST or verb in _PARTICIPLES


def _is_inserted(lower: list[str], verb: int, start: int) -> bool:
    """Whether a verb stands in what is put between commas: "the rent, unchanged since 2019, rises in May"."""
    opens = verb > 1 and (lower[verb - 1] == "," or (lower[verb - 1] in _RELATIVES and lower[verb - 2] == ","))
    return opens and "," in lower[verb + 1 : start + 1]


_RELATIVES = frozenset({"which", "who", "that"})


def _is_to(lower: list[str], i: int) -> bool:
    """ "They were to meet on Monday", but not "were to have met"."""
    return lower[i + 1 : i + 2] == ["to"] and lower[i + 2 : i + 3] not in (["have"], ["be"])


def _cue(lower: list[str], places: range) -> Direction:
    """The tense of the nearest verb in ``places``: participles after "be" and after an article tell nothing."""
    for seen, i in enumerate(places):
        if seen == _FEW and _tells_nothing(lower, places[seen:]):
            return 0
        word = lower[i]
        if word not in _TELLING and not word.endswith("ed") and (i == 0 or lower[i - 1] != "to"):
            continue  # most words
        before = lower[i - 1] if i > 0 else ""
        if word in _PAUSES or (word in _QUOTES_END and places.step > 0):
            if before.isdigit():
                continue  # "5:00"
            return 0
        if word == "to" and before in (",", "(") and places.step < 0:
            return 1  # "the study, to appear in April, …"
        if word == "to" and before in _PURPOSES:
            return -1 if i > 1 and lower[i - 2] == "been" else 1
        looks_forward = places.step < 0 or before in _IS  # "on Friday she promised to …" tells of the promise
        said = word in _LOOKS_FORWARD and before not in ("had", "been")
        if said and looks_forward and lower[i + 1 : i + 2] and lower[i + 1] in _FORWARD:
            return 1
        if word == "place" and before in ("take", "takes"):
            return 1
        if word in _SET and before in _IS:
            return 1
        if word in _SCHEDULES and before not in _PAST:
            if before == "to" and lower[i - 2] not in _IS:
                continue  # what stands before the infinitive decides
            return 1
        if word in _IS and abs(i - places.start) < _NEAR and places.step < 0:
            return 1
        if places.step < 0 and word in ("was", "were") and _is_to(lower, i):
            return 1
        if word in _FUTURE and before not in ARTICLES:
            return -1 if before == "been" else 1
        if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
            told = before not in _BE and before not in _DETERMINERS and before not in _IS
            if told and not (places.step < 0 and _is_inserted(lower, i, places.start)):
                return -1
        elif before == "to" and (word == "be" or (i > 1 and lower[i - 2] in ("is", "are"))):
            return 1
    return 0


_FEW = 6  # tokens, among which there mostly is a verb


def _tells_nothing(lower: list[str], places: range) -> bool:
    """Whether no token at ``places`` can tell a tense: a list, or a text that is not prose."""
    first, last = min(places[0], places[-1]), max(places[0], places[-1]) + 1
    words = lower[max(0, first - 1) : last]
    return _TELLING.isdisjoint(words) and "ed " not in " ".join(words) + " "


_TELLING = _PAUSES | _QUOTES_END | _LOOKS_FORWARD | _SET | _SCHEDULES | _IS | _FUTURE | _PAST | {"to", "be", "place"}
_LEADING = frozenset("in by during on at early late mid - the of end until since from over spring summer".split())


def is_aside(tokens: Tokens, first: int, leading: bool) -> bool:
    """Whether the words before tell a limit, and not when the story goes on: "since 1995", "as of December 5, 2006"."""
    lower = tokens.lower
    before = lower[first - 1] if first > 0 else ""
    if before == "by":
        return not leading
    return before in _LIMITS or (before == "of" and first > 1 and lower[first - 2] == "as")


_LIMITS = frozenset({"since", "until", "till", "before"})


def opens_sentence(tokens: Tokens, first: int) -> bool:
    """Whether nothing but prepositions stands between the start of a sentence or line and this token."""
    lower = tokens.lower
    i = first - 1
    while i >= 0 and lower[i] in _LEADING and first - i < 6:
        if "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]:
            return True
        i -= 1
    return i < 0 or lower[i] in _STOPS or "\n" in tokens.text[tokens.ends[i] : tokens.starts[i + 1]]
