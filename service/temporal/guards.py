"""The checks that a rule may name in ``guards``: whether the words tell a time where they stand."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.lengths import LENGTHS, SPREAD
from service.temporal.lookalikes import LOOKALIKES, is_at_hour, is_spoken_hour
from service.temporal.site import ARTICLES, CLAUSE_ENDS, DATE_PREPOSITIONS, PHRASE_ENDS, POSSESSIVES, WITHIN, Site
from service.temporal.vague import VAGUE_WORDS
from service.temporal.years import is_year
from service.text.tokens import Tokens


def is_month(site: Site) -> bool:
    """A bare month: "May", "March" and the short forms need a word that dates take before them."""
    word = site.tokens.words[site.first]
    low = word.lower()
    if _is_heading(site) or (low == "may" and site.before() in ("'s", "’s") and site.before(2) == "it"):
        return True
    if site.before().endswith("est") and site.before(2) in ("the", "its", "their"):
        return True  # "the coldest March since 1962"
    if low in ("may", "march", "august") or (len(low) <= 4 and low not in ("june", "july")):
        if site.before() not in DATE_PREPOSITIONS or (
            site.before() in (",", "and", "or", "-", "&") and low in ("may", "march") and site.before(2) not in _MONTHS
        ):
            return False
        if low in ("jan", "mar", "dec", "sep", "jun") and site.before() not in (
            "in",
            "since",
            "last",
            "next",
            "early",
            "late",
        ):
            return False
    if site.first > 0 and site.tokens.words[site.first - 1][0].isupper() and site.before() in ARTICLES:
        nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
        if nxt[:1].isupper() or site.after() == "of":
            return False
    nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
    if site.first and site.tokens.words[site.first - 1] in _OPENING:
        return True  # "In April Dargan sent a party ahead"
    return not (
        low in ("may", "april", "june", "august", "jan") and nxt[:1].isupper() and nxt.isalpha() and len(nxt) > 1
    )


_OPENING = frozenset({"In", "By", "Since", "Until", "During"})


def _is_heading(site: Site) -> bool:
    """A line of its own, with or without the signs of a heading: "== May =="."""
    text = site.tokens.text
    start, end = site.tokens.starts[site.first], site.tokens.ends[site.last - 1]
    _, line_break, left = text[max(0, start - _SIGNS) : start].rpartition("\n")
    if "=" not in left or (len(left) == _SIGNS and not line_break):
        return False
    return not (left + text[end : end + _SIGNS].partition("\n")[0]).strip(" =")


_SIGNS = 9  # characters
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr.
    jun. jul.
    aug. sept. sep. oct. nov. dec.""".split()
)


def is_season(site: Site) -> bool:
    """A bare season: "fall" and "spring" must stand where a noun of time does."""
    word = site.tokens.lower[site.last - 1]
    has_article = site.last - site.first > 1
    if word in ("fall", "spring"):
        if site.after() == "of" and (site.after(1) not in ("the", "that", "each") or site.after(2) not in _OF_YEARS):
            return False  # "the fall of the town"
        return (has_article and site.before() in ("in", "during", "by", "since", "until", "for")) or site.before() in (
            "in",
            "this",
            "last",
            "next",
        )
    if site.after() in _SEASONAL:
        return False
    return has_article or site.tokens.words[site.last - 1][0].islower()


_OF_YEARS = frozenset("year same following next previous".split())
_SEASONAL = frozenset(
    """camp camps coat coats boots boot tyre tyres tire tires dress dresses school schools squash sports games olympics
    leaves collection collections fashion fashions menu lamb flowers vegetables fruit sale sales cleaning
    house home break recess term jacket jackets jasmine wheat job jobs holiday holidays vacation vacations
    solstice""".split()
)


def is_weekday(site: Site) -> bool:
    """A bare weekday; the short forms only where a date may stand."""
    word = site.tokens.words[site.first]
    if len(word.rstrip(".")) <= 4:
        return site.before() in ("on", "(", "until", "by", "last", "next")
    return True


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


def is_lasting(site: Site) -> bool:
    """ "the last month of the war": how long, and not which."""
    lower = site.tokens.lower
    if site.last - site.first != 3 or lower[site.first] != "the" or lower[site.first + 1] != "last":
        return False
    whole = site.after(1) in ARTICLES or (site.after(1).isalpha() and site.after(2) not in ("$", "£", "€"))
    return site.after() == "of" and whole and lower[site.last - 1] not in _PARTS


_PARTS = frozenset({"night", "day", "weekend", "evening", "morning", "weekday"})
_PART_OF = frozenset({"of", "before"})
_TOPICS = frozenset("news order issue issues question questions topic man word topics talk".split())
_MEASURED_FROM = frozenset({"-", "before", "after", "that", "when", "following", "to", "ended", "ending"})
_SPENDS = frozenset("end ended ending ends finish finished close closed began begin start started".split())


def is_clause_end(site: Site) -> bool:
    """ "the day before", "two weeks after" with nothing that they are before or after."""
    return site.after() in CLAUSE_ENDS or (
        site.after() in _NOT_COMPLEMENTS and site.tokens.lower[site.last - 1] in ("before", "after")
    )


_NOT_COMPLEMENTS = frozenset("over with without for from to on as because under against near during despite if".split())


def is_ended(site: Site) -> bool:
    """ "the year ended March 31", "the year to March": a year of accounts."""
    if site.after() == "to":
        return site.after(1) in _MONTHS or (site.after(1).isdigit() and site.after(2) in _MONTHS)
    return site.after() in ("ended", "ending", "through")


def is_not_ended(site: Site) -> bool:
    """A year that is not told by its end."""
    return not is_ended(site)


def is_latest_quarter(site: Site) -> bool:
    """ "the quarter", not of a town or a coin."""
    return site.last - site.first > 2 or (site.before() in WITHIN or site.after() in ("ended", "ending", ",", "."))


def is_weekdays(site: Site) -> bool:
    """ "on Sundays"."""
    return site.before() in ("on", "and", ",", "or", "most", "to", "from", "between", "", ".")


def is_no_century(site: Site) -> bool:
    """ "the evening of the 10th", not "the dawn of the 20th century"."""
    return site.after() not in ("century", "-", "day", "year", "anniversary")


def is_day_of_month(site: Site) -> bool:
    """ "on the 15th", not "the 15th floor"."""
    return site.before() in ("on", "by", "until", "of", "since", "from", "before", "after", "and", "for") and (
        site.after() in CLAUSE_ENDS
        or site.after() in ("to", "through", "until")
        or site.after() in _GOES_ON
        or (site.before() == "on" and (site.after() in _NOT_COMPLEMENTS | {"after", "before"} or _opens_clause(site)))
    )


def _opens_clause(site: Site) -> bool:
    """ "On the 15th Smith's corps crossed the river", not "On the 15th Street side"."""
    words = site.tokens.words
    following = words[site.last : site.last + 3]
    if words[site.first - 1] != "On" or not following or not following[0][0].isupper():
        return False
    if following[1:2] in (["'s"], ["’s"]):
        following = following[:1]
    return not any(word.lower() in _NUMBERED_THINGS for word in following)


_NUMBERED_THINGS = frozenset(
    """street st. avenue ave. floor army corps division infantry cavalry regiment brigade battalion battery squadron
    fleet wing district congress amendment century hole dynasty arrondissement precinct circuit ward day""".split()
)


def is_spelt_day_of_month(site: Site) -> bool:
    """ "hanged on the fourteenth", not "on the tenth floor", nor "on the sixteenth hole and on the eighteenth"."""
    counted = any(word.endswith("th") for word in site.tokens.lower[max(site.first - 8, 0) : site.first])
    return not counted and site.before() == "on" and (site.after() in CLAUSE_ENDS or site.after() in _GOES_ON)


_GOES_ON = frozenset("the a he she it they we his her their its there all with".split())


def is_midperiod(site: Site) -> bool:
    """ "By midweek", not "midweek services"."""
    return not site.after().isalpha() or site.after() in CLAUSE_ENDS | _GOES_ON | _VERBS


def is_midseason(site: Site) -> bool:
    """ "by midsummer", not a midsummer fair."""
    told = site.last - site.first > 1 or not site.after().isalpha() or site.after() in CLAUSE_ENDS | _GOES_ON
    return told and site.before() in DATE_PREPOSITIONS | {"at"}


def is_at_its_end(site: Site) -> bool:
    """ "by month's end"; after an article it is some other one's."""
    return site.before() in ("by", "at", "until", "till", "before", "from") and (
        site.tokens.lower[site.first] not in ("weekend", "year")
    )


def is_clause_going_on(site: Site) -> bool:
    """ "the Saturday after next", not "after next week"."""
    return site.after() in CLAUSE_ENDS or site.after() in _GOES_ON or site.after() in _VERBS


_VERBS = frozenset("is was are were will has had there since until from".split())


def is_decade(site: Site) -> bool:
    """ "the 50s", "1950s"; "in her 50s" and "the low 60s" are an age and a temperature."""
    words = site.tokens.words
    if any(word[0].isdigit() and len(word) >= 5 for word in words[site.first : site.last]):
        return True
    if site.before() in ("early", "late", "mid"):
        return site.before(2) not in POSSESSIVES
    return words[site.first].lower() == "the" or words[site.first] in "'’‘`"


def is_bare_part(site: Site) -> bool:
    """ "in the morning": a morning that the story has told the day of."""
    if site.last - site.first == 1:
        return site.before() in ("in", "mid") and site.after() in ("trading", "trade", "dealings", "dealing")
    return site.before() in _IN_THE_COURSE and site.after() in CLAUSE_ENDS


_IN_THE_COURSE = frozenset({"in", "during", "by", "throughout", "through"})


def is_not_of_another(site: Site) -> bool:
    """ "the summer before last"; "the summer before last year" is another."""
    return site.after() not in _PERIODS and site.after() not in _MONTHS and site.after() not in ("'s", "’s")


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
    return site.tokens.lower[site.last - 1] == "quarter"


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
    if before[:1].isupper() and before.isalpha() and ":" in site.tokens.words[site.first : site.last]:
        return before.lower() in DATE_PREPOSITIONS or before.lower() == "at"
    if site.before() == "in" and site.tokens.words[site.last - 1].isdigit():
        return False  # "he ran the mile in 3:51"
    if site.after() == "." and site.touches_after() and site.after(1).isdigit() and _is_joined(site.tokens, site.last):
        return False
    return not (site.touches_before() and site.before() in "$£€#.:/+@-")


def _is_joined(tokens: Tokens, at: int) -> bool:
    """No space between a token and the next."""
    return at + 1 < len(tokens.words) and tokens.ends[at] == tokens.starts[at + 1]


def is_weekend(site: Site) -> bool:
    """ "over the weekend", not "the weekend bag"."""
    if site.after() == "of" and site.after(1)[:1].isdigit():
        return False
    return site.before() in WITHIN or site.before() in (
        "at",
        "before",
        "after",
        "by",
        "since",
        "last",
        "this",
        "from",
        "until",
        "spent",
        "spend",
        "spends",
        "spending",
    )


def is_whole_early(site: Site) -> bool:
    """ "in his early 60s" is an age."""
    if not site.tokens.lower[site.last - 1].endswith("s"):
        return True
    joined = site.before() in ("or", "and", "to") and site.before(2).endswith("s") and site.before(2)[:1].isdigit()
    back = {site.before(4), site.before(3)} if joined else {site.before()}
    return POSSESSIVES.isdisjoint(back)


def is_half_number(site: Site) -> bool:
    """H1 and H2."""
    return any(word in ("1", "2") for word in site.tokens.words[site.first : site.last])


def has_no_year(site: Site) -> bool:
    """ "last October 23": "last" points only where no year is told."""
    return not (len(site.tokens.words[site.last - 1]) == 4 and site.tokens.words[site.last - 1].isdigit())


def is_of_an_event(site: Site) -> bool:
    """ "on the day of the crash", "on the day that she left"."""
    return site.after() in ("of", "that", "when", "he", "she", "it", "they", "we")


GUARDS: dict[str, Callable[[Site], bool]] = {
    **LOOKALIKES,
    **LENGTHS,
    **VAGUE_WORDS,
    "month": is_month,
    "year": is_year,
    "season": is_season,
    "weekday": is_weekday,
    "pointed": is_pointed,
    "lasting": is_lasting,
    "quarter": is_quarter,
    "half_of_accounts": is_half_of_accounts,
    "clock": is_clock,
    "no_year": has_no_year,
    "half_number": is_half_number,
    "clause_end": is_clause_end,
    "ended": is_ended,
    "weekend": is_weekend,
    "whole_early": is_whole_early,
    "not_ended": is_not_ended,
    "latest_quarter": is_latest_quarter,
    "weekdays": is_weekdays,
    "no_century": is_no_century,
    "day_of_month": is_day_of_month,
    "of_an_event": is_of_an_event,
    "spelt_day_of_month": is_spelt_day_of_month,
    "decade": is_decade,
    "midseason": is_midseason,
    "midperiod": is_midperiod,
    "at_its_end": is_at_its_end,
    "clause_goes_on": is_clause_going_on,
    "bare_part": is_bare_part,
    "not_of_another": is_not_of_another,
    "phrase_end": is_phrase_end,
}
"""By the names that rules use."""
