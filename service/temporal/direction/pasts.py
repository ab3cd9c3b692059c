"""What a verb tells of the past, and where a form that looks like a past tells nothing."""

from __future__ import annotations

from service.temporal.direction.cue_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DID,
    ENDS_OBJECT,
    IS,
    LOOKS_FORWARD,
    MODALS,
    NO_DEED,
    NO_PAST,
    NOT_PAST,
    PARTICIPLES,
    PAST,
    RELATIVES,
    SET,
    WILL,
)
from service.temporal.direction.readings import Seen
from service.temporal.model import Direction
from service.text.tagset import INVARIANT

_BE_OR_IS = BE | IS
_COUNTING = frozenset("first second third fourth next another further more".split())
LEADS = ("in", "on", "last", "between", "from", "during", "at")
_CLAUSE = 12  # tokens
_OBJECT = 5  # tokens


def is_beside_a_past(lower: list[str], first: int) -> bool:
    """Whether a past verb stands right before, or with its object: "founded in October", "took office in June",
    "took place on 5 May", "prisoners taken last June", "closed between May and July"."""
    if first and lower[first - 1] == "ended":
        return True  # "the six months ended September"
    if first < 2 or lower[first - 1] not in LEADS:
        return False
    if lower[first - 1] == "on" and lower[first].endswith("day"):
        return False  # there is but one Friday behind us
    for at in range(first - 2, max(-1, first - 2 - _OBJECT), -1):
        verb = lower[at]
        if verb in ENDS_OBJECT or verb in MODALS or not verb[0].isalpha():
            return False
        if not _has_form_of_past(verb, at == first - 2):
            continue  # most words
        before = lower[at - 1] if at else ""
        if before.endswith("ly") and at > 1 and lower[at - 2] in NO_PAST:
            before = lower[at - 2]  # "should be formally dissolved in April"
        if is_plain_past(verb, before, at == first - 2):
            # "will redeem the preferred shares in May"
            return at == first - 2 or MODALS.isdisjoint(lower[max(0, at - _CLAUSE) : at])
    return False


def _has_form_of_past(verb: str, near: bool) -> bool:
    return (verb.endswith("ed") and len(verb) > 3) or verb in PAST or (near and verb in PARTICIPLES)


def is_plain_past(verb: str, before: str, near: bool) -> bool:
    """Whether a form of the past looks back only; ``near``: nothing stands between it and the date."""
    if near and verb in INVARIANT and (before in DETERMINERS or before in _COUNTING):
        return False  # "a cut in May", "the first cut in May"
    if before in NO_PAST or verb in SET or verb in LOOKS_FORWARD or verb in NOT_PAST:
        return False  # "is heard in May", "to be seen in June"
    # "The delayed visit in May", "a still unspecified date in May", "had a visit in May".
    return near or not (verb in NO_DEED or verb in INVARIANT or before in DETERMINERS or before in ADVERBS)


def past(seen: Seen) -> Direction | None:
    word, before = seen.word, seen.before
    if word in INVARIANT and (before in _COUNTING or _is_of_something(seen) or _is_infinitive(seen)):
        return None  # "to set", "a set of", "the first cut"
    if "have" in (word, before) and _is_future_perfect(seen):
        return 1
    if word not in PAST and not (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST):
        return None
    if word == "since" and before == "time" and seen.back and seen.start - seen.at > 1:
        return None  # "will play for the first time since the war on Friday"
    if before in BE or before in DETERMINERS or before in IS:
        return None
    if before.endswith("ly") and seen.lower[seen.at - 2] in _BE_OR_IS:
        return None
    if before in ("not", "n't", "n’t") and seen.lower[seen.at - 2] in IS:
        return None  # "if it is not repaid by May"
    if seen.back and _is_inserted(seen.lower, seen.at, seen.start):
        return None
    return -2 if word == "had" and seen.back and _is_pluperfect(seen) else -1


def infinitive(seen: Seen) -> Direction | None:
    """ "To be", "is to"."""
    if seen.before != "to":
        return None
    return 1 if seen.word == "be" or (seen.at > 1 and seen.lower[seen.at - 2] in IS) else None


def _is_of_something(seen: Seen) -> bool:
    return seen.lower[seen.at + 1 : seen.at + 2] == ["of"]


def _is_future_perfect(seen: Seen) -> bool:
    """Of "have" and the word after it: "they will have met by Friday"."""
    have = seen.at if seen.word == "have" else seen.at - 1
    return have > 0 and seen.lower[have - 1] in WILL


def _is_pluperfect(seen: Seen) -> bool:
    """ "Had forecast it in May" looks back; "had planned to open in May", "had been due in May" may not."""
    after = seen.lower[seen.at + 1] if seen.at + 1 < len(seen.lower) else ""
    participle = (
        after in PAST or after in PARTICIPLES or after in INVARIANT or after.endswith("ed") or after == "forecast"
    )
    return participle and after not in LOOKS_FORWARD and after != "been"


def _is_infinitive(seen: Seen) -> bool:
    """ "To cut", "will soon cut", "did not cut"."""
    if seen.before == "to" or seen.before in MODALS or seen.before in DID:
        return True
    two = seen.lower[seen.at - 2] if seen.at > 1 else ""
    return two in MODALS or (two in DID and seen.before in ("not", "n't", "n’t"))


def _is_inserted(lower: list[str], verb: int, start: int) -> bool:
    """Whether a verb stands in what is put between commas: "the rent, unchanged since 2019, rises in May"."""
    opens = verb > 1 and (lower[verb - 1] == "," or (lower[verb - 1] in RELATIVES and lower[verb - 2] == ","))
    return opens and "," in lower[verb + 1 : start + 1]
