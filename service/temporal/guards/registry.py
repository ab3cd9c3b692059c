"""The checks that a rule may name in ``guards``: whether the words tell a time where they stand."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.guards.calendar_words import CALENDAR_WORDS, MONTHS
from service.temporal.guards.lengths import LENGTHS, SPREAD
from service.temporal.guards.lookalikes import LOOKALIKES, is_at_hour, is_spoken_hour
from service.temporal.guards.named_days import NAMED_DAYS
from service.temporal.guards.site import (
    ARTICLES,
    CLAUSE_ENDS,
    DATE_PREPOSITIONS,
    FINITE,
    GOES_ON,
    NOT_COMPLEMENTS,
    PHRASE_ENDS,
    POSSESSIVES,
    WITHIN,
    Site,
)
from service.temporal.guards.vague import VAGUE_WORDS
from service.temporal.guards.years import is_year
from service.text.tokens import Tokens


def is_pointed(site: Site) -> bool:
    """ "the year", "the week": with a plain article only where the day, week, … itself is meant."""
    lower = site.tokens.lower
    if is_lasting(site) or (lower[site.first] == "last" and site.before() in POSSESSIVES):
        return False  # "her last evening as a minister"
    if (
        "the" in lower[site.first - 1 : site.last]
        and lower[site.last - 2] == "last"
        and lower[site.last - 1] in _PARTS
        and site.after() in _PART_OF
    ):
        return False  # "the last night of the talks"
    if lower[site.first] == "the" and site.last - site.first == 2:
        unit = lower[site.first + 1]
        if site.after() in _MEASURED_FROM or (site.after() == "of" and unit != "year"):
            return False
        if unit == "day" and site.before() == "on" and site.after() in _SUBJECTS:
            return False  # "on the day it was banned"
        if site.before() in _SPENDS:
            return unit == "day"
        if unit == "day" and site.before() == "in" and site.before(2) == "back":
            return False  # "back in the day"
        if unit == "day" and site.before() == "of" and site.before(2) in _TOPICS:
            return False  # "other news of the day"
        if site.before() == "of" and site.before(2) in SPREAD and site.before(4) not in ("first", "last", "final"):
            return False  # "ten months of the year"
        if unit == "month":
            return site.before() == "for"
        return site.before() in WITHIN and unit in ("day", "year", "week")
    return True


def is_rolling(site: Site) -> bool:
    """ "Over the last month", "in the last year": the time up to now; "in the last month of the war" is another."""
    unit = site.tokens.lower[site.last - 1]
    return site.before() in _UP_TO_NOW and unit in ("week", "month", "year") and site.after() != "of"


_UP_TO_NOW = frozenset({"in", "within", "over", "during", "throughout"})


def is_lasting(site: Site) -> bool:
    """ "the last month of the war": how long, and not which."""
    lower = site.tokens.lower
    if site.last - site.first != 3 or lower[site.first] != "the" or lower[site.first + 1] not in _FINAL:
        return False
    whole = site.after(1) in ARTICLES or (site.after(1).isalpha() and site.after(2) not in ("$", "£", "€"))
    return site.after() == "of" and whole and lower[site.last - 1] not in _PARTS


_FINAL = frozenset({"last", "final", "closing"})
_PARTS = frozenset({"night", "day", "weekend", "evening", "morning", "weekday"})
_PART_OF = frozenset({"of", "before"})
_TOPICS = frozenset(
    """minister ministers president government leader leaders king fashion hero news order issue issues question
    questions topic man word topics talk""".split()
)
_MEASURED_FROM = frozenset({"-", "before", "after", "that", "when", "following", "to", "ended", "ending"})
_SUBJECTS = frozenset("he she it they we i you the a an his her its their our my".split())
_SPENDS = frozenset("end ended ending ends finish finished close closed began begin start started".split())


def is_clause_end(site: Site) -> bool:
    """ "the day before", "two weeks after" with nothing that they are before or after."""
    return site.after() in CLAUSE_ENDS or (
        site.after() in NOT_COMPLEMENTS and site.tokens.lower[site.last - 1] in ("before", "after")
    )


def is_in_small_hours(site: Site) -> bool:
    """ "He died in the early hours.", not "the early hours of the war"."""
    return site.before() == "in" and site.after() in (".", ",", ";") and site.before(2) not in ("", ".")


def is_ended(site: Site) -> bool:
    """ "the year ended March 31", "the year to March": a year of accounts."""
    if site.after() == "to":
        return site.after(1) in MONTHS or (site.after(1).isdigit() and site.after(2) in MONTHS)
    return site.after() in ("ended", "ending", "through")


def is_not_ended(site: Site) -> bool:
    """A year that is not told by its end."""
    return not is_ended(site)


def is_latest_quarter(site: Site) -> bool:
    """ "the quarter", not of a town or a coin."""
    return site.last - site.first > 2 or (site.before() in WITHIN or site.after() in ("ended", "ending", ",", "."))


def is_at_its_end(site: Site) -> bool:
    """ "by month's end"; after an article it is some other one's."""
    return site.before() in ("by", "at", "until", "till", "before", "from") and (
        site.tokens.lower[site.first] not in ("weekend", "year")
    )


def is_clause_going_on(site: Site) -> bool:
    """ "the Saturday after next", not "after next week"."""
    return site.after() in CLAUSE_ENDS or site.after() in GOES_ON or site.after() in FINITE


def is_bare_part(site: Site) -> bool:
    """ "in the morning": a morning that the story has told the day of."""
    if site.last - site.first == 1:
        return site.before() in ("in", "mid") and site.after() in ("trading", "trade", "dealings", "dealing")
    if site.before() in ("through", "throughout") and site.after() in _UNDER:
        return True  # "through the night under floodlights"
    if site.before() == "into" and site.tokens.lower[site.last - 1] == "night":
        return site.after() in PHRASE_ENDS or site.after() in _UNDER  # "well into the night"
    course = site.before() in _IN_THE_COURSE or (site.before() == "of" and site.before(2) == "course")
    return course and site.after() in PHRASE_ENDS and site.after() != "of"


_UNDER = frozenset("under without until till after before as while near into despite".split())


def is_early_part(site: Site) -> bool:
    """ "By early evening", "in the late afternoon"."""
    return site.before() in _IN_THE_COURSE and site.after() in PHRASE_ENDS and site.after() != "of"


_IN_THE_COURSE = frozenset({"in", "during", "by", "throughout", "through"})


def is_not_of_another(site: Site) -> bool:
    """ "the summer before last"; "the summer before last year" is another."""
    return site.after() not in _PERIODS and site.after() not in MONTHS and site.after() not in ("'s", "’s")


_PERIODS = frozenset(
    """day night week weekend month quarter season year decade century spring summer autumn fall winter monday tuesday
    wednesday thursday friday saturday sunday christmas easter""".split()
)


def is_phrase_end(site: Site) -> bool:
    """Whether nothing follows that the words could belong to: "the night before he left" counts from his leaving."""
    return site.after() in PHRASE_ENDS


def is_quarter(site: Site) -> bool:
    """A half of something is a half of a year only where it says so."""
    if site.after() == "of" and site.after(1) in ARTICLES and site.after(2) in _GAMES:
        return False
    if site.tokens.lower[site.last - 1] != "quarter":
        return False
    around = site.tokens.lower[max(0, site.first - _PLAY) : site.last + _PLAY]
    return _PLAYED.isdisjoint(around)  # "scored 18 points in the fourth quarter"


_PLAY = 12  # tokens
_PLAYED = frozenset(
    """scored touchdown touchdowns rebounds outscored halftime quarterback quarterbacks tipoff kickoff interception
    fumble layup""".split()
)
_GAMES = frozenset("game match play season final bowl contest race".split())


def is_half_of_accounts(site: Site) -> bool:
    """ "First-half profit", not "a first-half goal"."""
    return site.after() in _ACCOUNTS or (site.after() in ("net", "operating", "pretax") and site.after(1) in _ACCOUNTS)


_ACCOUNTS = frozenset(
    """profit profits loss losses earnings results sales revenue revenues income turnover figures output dividend
    growth net orders exports imports""".split()
)


_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_SPOKEN = frozenset({"past", "to", "quarter"})


def is_clock(site: Site) -> bool:
    """A ratio or a score (3:2, 101:99) is no time of day."""
    if not _SPOKEN.isdisjoint(site.tokens.lower[site.first : site.last]) and not is_spoken_hour(site):
        return False
    if site.tokens.lower[site.first] in _HOURS and not is_at_hour(site):
        return False
    before = site.tokens.words[site.first - 1] if site.first > 0 else ""
    named = before[:1].isupper() and before.isalpha() and ":" in site.tokens.words[site.first : site.last]
    if named and "\n" not in site.tokens.text[site.tokens.ends[site.first - 1] : site.tokens.starts[site.first]]:
        return before.lower() in DATE_PREPOSITIONS or before.lower() == "at"
    if site.after() in _OF_MIDNIGHT or site.before() == "high":
        return False  # "the midnight sun", "high noon"
    if site.before() == "in" and site.tokens.words[site.last - 1].isdigit():
        return False  # "he ran the mile in 3:51"
    if site.after() == "." and site.touches_after() and site.after(1).isdigit() and _is_joined(site.tokens, site.last):
        return False
    if site.after() in ("left", "remaining") and ":" in site.tokens.words[site.first : site.last]:
        return False  # "with 2:11 left"
    return not (site.touches_before() and site.before() in "$£€#.:/+@-")


_OF_MIDNIGHT = frozenset({"sun", "blue", "oil", "snack", "snacks", "feast", "feasts"})


def _is_joined(tokens: Tokens, at: int) -> bool:
    """No space between a token and the next."""
    return at + 1 < len(tokens.words) and tokens.ends[at] == tokens.starts[at + 1]


def is_half_number(site: Site) -> bool:
    """H1 and H2."""
    return any(word in ("1", "2") for word in site.tokens.words[site.first : site.last])


def is_of_an_event(site: Site) -> bool:
    """ "on the day of the crash", "on the day that she left"."""
    return site.after() in ("of", "that", "when", "he", "she", "it", "they", "we")


GUARDS: dict[str, Callable[[Site], bool]] = {
    **CALENDAR_WORDS,
    **LOOKALIKES,
    **NAMED_DAYS,
    **LENGTHS,
    **VAGUE_WORDS,
    "year": is_year,
    "pointed": is_pointed,
    "lasting": is_lasting,
    "rolling": is_rolling,
    "quarter": is_quarter,
    "half_of_accounts": is_half_of_accounts,
    "clock": is_clock,
    "half_number": is_half_number,
    "clause_end": is_clause_end,
    "ended": is_ended,
    "in_small_hours": is_in_small_hours,
    "not_ended": is_not_ended,
    "latest_quarter": is_latest_quarter,
    "of_an_event": is_of_an_event,
    "at_its_end": is_at_its_end,
    "clause_goes_on": is_clause_going_on,
    "within": lambda site: site.before() == "within",
    "bare_part": is_bare_part,
    "early_part": is_early_part,
    "not_of_another": is_not_of_another,
    "phrase_end": is_phrase_end,
}
"""By the names that rules use."""
