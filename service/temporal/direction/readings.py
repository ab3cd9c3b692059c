"""What a word on the way from an expression tells of what is to come: one function for each kind of word.

None: it has nothing to say, and the word is read on.
"""

from __future__ import annotations

from service.record import record
from service.temporal.direction.cue_words import (
    ARRANGED,
    BE,
    BEFORE_BROADCAST,
    BEFORE_MONTHS,
    BEFORE_NOUNS,
    BEFORE_TOURNAMENTS,
    BROADCAST,
    DETERMINERS,
    ENDS_OBJECT,
    FORWARD,
    FOUND,
    IS,
    IS_IN_SHORT,
    LASTED,
    MANY,
    MODALS,
    NONE,
    NOT_AHEAD,
    PAST,
    PERCEIVED,
    PURPOSES,
    QUOTES_END,
    RECORDS,
    RELATIVES,
    REPORTED,
    SEEMING,
    SETTING_DOWN,
    TAKEN,
    TITLES,
)
from service.temporal.guards.site import ARTICLES
from service.temporal.model import Direction

_NEAR = 4  # tokens
_CLAUSE = 12  # tokens
_FEW = 6  # tokens, among which there mostly is a verb
_OBJECT = 5  # tokens


@record
class Seen:
    """A word on the way from an expression: token ``at``, with the word before it in the text. ``back``: the way goes
    to the left; ``start``: the token where it began."""

    lower: list[str]
    at: int
    word: str
    before: str
    back: bool
    start: int


def pause(seen: Seen) -> Direction | None:
    """The end of the clause, beyond which nothing is looked for; no colon of "5:00"."""
    ends = not (seen.back and seen.word in QUOTES_END)
    return 0 if ends and not seen.before.isdigit() else None


def purpose(seen: Seen) -> Direction | None:
    """ "An agreement to sell"; "the study, to appear in April, …"."""
    if seen.before in (",", "(") and seen.back:
        return 1
    if seen.before not in PURPOSES:
        return None
    return -1 if seen.at > 1 and seen.lower[seen.at - 2] == "been" else 1


def intention(seen: Seen) -> Direction | None:
    """ "Agreed to meet on Friday"; but "on Friday she promised to …" tells of the promise."""
    if seen.before in ("had", "been") or not (seen.back or seen.before in IS):
        return None
    after = seen.lower[seen.at + 1 : seen.at + 2]
    if not after or after[0] not in FORWARD:
        return None
    if seen.back and seen.lower[seen.start - 2 : seen.start] == [",", "and"]:
        return None  # "asked for aid, and in May the town got it"
    return None if after[0] in ("a", "an") and seen.word not in ARRANGED else 1  # "agreed a fee on 11 July" is over


def request(seen: Seen) -> Direction | None:
    """ "Asked people to take Friday off"; not "was ordered to", nor "had ordered them to"."""
    if not seen.back or seen.before in BE or seen.before in ("was", "were", "had"):
        return None
    for at in range(seen.at + 2, min(seen.at + _OBJECT + 2, seen.start)):
        if seen.lower[at] == "to":
            return 1
        if not seen.lower[at][0].isalpha():
            return None
    return None


def taking_place(seen: Seen) -> Direction | None:
    """ "Takes place", "takes effect", "takes office"."""
    if seen.before not in ("take", "takes"):
        return None
    to = seen.lower[seen.at - 3 : seen.at - 1]
    return -1 if seen.back and to in (["was", "to"], ["were", "to"]) and _came_to_nothing(seen) else 1


def possibility(seen: Seen) -> Direction | None:
    """ "A vote could come on Friday"; but "could not", "could have"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    found = seen.lower[seen.at + 2 : seen.at + 3]  # "none could be located on Friday"
    if found in FOUND or not NONE.isdisjoint(seen.lower[max(0, seen.at - _CLAUSE) : seen.at]):
        return None
    return 1 if seen.back and after and after[0] not in NOT_AHEAD else None


def _came_to_nothing(seen: Seen) -> bool:
    """ "Was to meet in June but was put off"."""
    ahead = seen.lower[seen.start : seen.start + _OFF]
    return "but" in ahead and not _WAS.isdisjoint(ahead[ahead.index("but") :])


_OFF = 10  # tokens
_WAS = frozenset({"was", "were", "had"})


def anniversary(seen: Seen) -> Direction | None:
    """ "The firm turns 40 in April"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0].isdigit() else None


def following(seen: Seen) -> Direction | None:
    """ "The deal follows a merger in March": what something follows was before; but "a final follows on Sunday"."""
    if seen.back and seen.start - seen.at < 2 and seen.lower[seen.start] in ("follows", "on", "in"):
        return 1
    return -1 if seen.back and seen.before not in MODALS and seen.before != "to" else None


def setting_down(seen: Seen) -> Direction | None:
    """ "Declared three days of mourning, starting on Wednesday"; but "trains were late, starting on Monday"."""
    if not seen.back or seen.before != "," or seen.start - seen.at > 1:
        return None
    return None if SETTING_DOWN.isdisjoint(seen.lower[max(seen.at - _OFF, 0) : seen.at]) else 1


def results(seen: Seen) -> Direction | None:
    """ "The firm reports earnings on Monday"; but "according to reports on Monday"."""
    after = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if seen.back and after and after[0] in REPORTED else None


def arrangement(seen: Seen) -> Direction | None:
    """ "Is set", "are scheduled"."""
    return 1 if seen.before in IS else None


def schedule(seen: Seen) -> Direction | None:
    """ "The ban runs through Sept. 30"; but "the French Open", "in the Paris Open", "the end of May"."""
    named = seen.word == "open" and seen.at > 2 and seen.lower[seen.at - 2] == "the"
    if named and seen.lower[seen.at - 3] in BEFORE_TOURNAMENTS:
        return None
    noun = seen.before in TITLES or seen.before in DETERMINERS or (seen.before in RELATIVES and not seen.back)
    return 1 if seen.before not in PAST and not noun else None


def present(seen: Seen) -> Direction | None:
    """ "The vote is on Friday"."""
    return 1 if seen.back and abs(seen.at - seen.start) < _NEAR else None


_DUE = frozenset({"due", "set", "scheduled", "expected", "supposed"})


def was_to(seen: Seen) -> Direction | None:
    """ "They were to meet on Monday", but not "were to have met". A meeting on 4 May that "was due to hear it" may have
    been or not: it is the nearest."""
    after = seen.lower[seen.at + 1 : seen.at + 3]
    if not seen.back and not _DUE.isdisjoint(after) and "to" in seen.lower[seen.at + 2 : seen.at + 4]:
        return 0
    if not seen.back or after[:1] != ["to"] or after[1:] in (["have"], ["be"]):
        return None
    return -1 if _came_to_nothing(seen) else 1


def future(seen: Seen) -> Direction | None:
    if seen.before in ARTICLES or (seen.word == "may" and seen.before in BEFORE_MONTHS):
        return None  # "the deadline"; "in May"
    if seen.word in ("until", "till") and seen.back and _is_over(seen):
        return None
    return -1 if seen.before == "been" else 1


def futurate(seen: Seen) -> Direction | None:
    """ "The queen visits Malta on Friday"; not "two visits on Friday"."""
    noun = seen.before in ARTICLES or seen.before in BEFORE_NOUNS or seen.before[:1].isdigit()
    after = seen.lower[seen.at + 1] if seen.at + 1 < len(seen.lower) else ""
    if seen.word == "appears" and after == "to":
        return None  # "appears to have left"
    noun = noun or (seen.word == "play" and (after in ENDS_OBJECT or not after.isalpha()))  # "foul play in May"
    return None if noun or seen.before == "to" else 1


def futurate_of_many(seen: Seen) -> Direction | None:
    """ "Voters go to the polls on Sunday"; not "she saw voters go"."""
    if not PERCEIVED.isdisjoint(seen.lower[max(0, seen.at - _OBJECT) : seen.at]):
        return None
    if seen.word == "appear" and seen.lower[seen.at + 1 : seen.at + 2] == ["to"]:
        return None
    return 1 if seen.before in MANY or (seen.before.endswith("s") and len(seen.before) > 3) else None


def progressive(seen: Seen) -> Direction | None:
    """ "She is flying to Lima on Saturday"."""
    return 1 if seen.before in IS_IN_SHORT else None


def taking(seen: Seen) -> Direction | None:
    """ "The ban takes effect in May"."""
    taken = seen.lower[seen.at + 1 : seen.at + 2]
    return 1 if taken and taken[0] in TAKEN and seen.before != "to" and seen.before not in MODALS else None


def participle(seen: Seen) -> Direction | None:
    """ "The tape, seen on Tuesday by reporters, shows"; not "will be seen on Tuesday"."""
    if not seen.back or (seen.word in BROADCAST and seen.before not in BEFORE_BROADCAST):
        return None
    between = seen.lower[seen.at + 1 : seen.start + 1]
    led = seen.lower[max(0, seen.at - _NEAR) : seen.at]
    return None if "," in between or not _LED_BY.isdisjoint(led) else -1


_LED_BY = BE | IS_IN_SHORT | MODALS | frozenset("to get gets getting been".split())


def showing(seen: Seen) -> Direction | None:
    """ "Records show a payment in December", "the footage appears to show him there in early December"."""
    if not seen.back:
        return None
    seems = seen.before == "to" and seen.lower[seen.at - 2] in SEEMING
    return -2 if seems or seen.before in RECORDS or seen.before in SEEMING else None


def _is_over(seen: Seen) -> bool:
    """ "They fought until a truce on 2 June"; "a contract until 2031, after a test on Friday"."""
    after = seen.lower[seen.at + 1] if seen.at + 1 < len(seen.lower) else ""
    return after.isdigit() or not LASTED.isdisjoint(seen.lower[max(0, seen.at - _FEW) : seen.at])
