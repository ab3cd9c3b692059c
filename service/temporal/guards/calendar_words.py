"""The checks on the words of the calendar: months, seasons, weekdays, numbered days, decades.

A rule names them in ``guards``.
"""

from __future__ import annotations

from collections.abc import Callable

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

_NO_COMPLEMENTS = NOT_COMPLEMENTS | {"after", "before"}
_AFTER_PHRASE = CLAUSE_ENDS | GOES_ON
_AFTER_CLAUSE = _AFTER_PHRASE | FINITE
_BEFORE_DATES = DATE_PREPOSITIONS | {"at"}


def is_month(site: Site) -> bool:
    """A bare month: "May", "March" and the short forms need a word that dates take before them."""
    low, before = site.tokens.lower[site.first], site.before()
    if _is_heading(site) or (low == "may" and before in ("'s", "’s") and site.before(2) == "it"):
        return True
    if before in _USUAL and site.before(2) in ("a", "an"):
        return False  # "in an ordinary March"
    if low == "march" and before in ARTICLES and site.after() in _MARCHES:
        return False  # "the March on Washington"
    if before.endswith("est") and site.before(2) in ("the", "its", "their"):
        return True  # "the coldest March since 1962"
    if low in _AMBIGUOUS or (len(low) <= 4 and low not in ("june", "july")):
        limit = before == "than" and site.before(2) in ("later", "earlier", "sooner")
        if (before not in DATE_PREPOSITIONS and not limit) or (
            before in (",", "and", "or", "-", "&") and low in ("may", "march") and site.before(2) not in MONTHS
        ):
            return False
        if low in _SHORT and before not in ("in", "since", "last", "next", "early", "late"):
            return False
    if site.first > 0 and site.tokens.words[site.first - 1][0].isupper() and before in ARTICLES:
        nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
        if nxt[:1].isupper() or site.after() == "of":
            return False
    nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
    if low in ("april", "may", "june", "august") and before == "," and site.after() in (",", "who"):
        return site.before(2) in MONTHS  # "his granddaughter, April, who is 12"
    if site.first and site.tokens.words[site.first - 1] in _OPENING:
        return True  # "In April Dargan sent a party ahead"
    return not (
        low in ("may", "april", "june", "august", "jan") and nxt[:1].isupper() and nxt.isalpha() and len(nxt) > 1
    )


_USUAL = frozenset({"ordinary", "normal", "typical", "average", "usual"})
_MARCHES = frozenset({"on", "of", "for", "against"})
_OPENING = frozenset({"In", "By", "Since", "Until", "During"})
_AMBIGUOUS = frozenset({"may", "march", "august"})
_SHORT = frozenset({"jan", "mar", "dec", "sep", "jun"})


def _is_heading(site: Site) -> bool:
    """A line of its own, with or without the signs of a heading: "== May =="."""
    text = site.tokens.text
    start, end = site.tokens.starts[site.first], site.tokens.ends[site.last - 1]
    if text.find("=", max(0, start - _SIGNS), start) < 0:
        return False
    _, line_break, left = text[max(0, start - _SIGNS) : start].rpartition("\n")
    if "=" not in left or (len(left) == _SIGNS and not line_break):
        return False
    return not (left + text[end : end + _SIGNS].partition("\n")[0]).strip(" =")


_SIGNS = 9  # characters

MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr.
    jun. jul.
    aug. sept. sep. oct. nov. dec.""".split()
)


def is_season(site: Site) -> bool:
    """A bare season: "fall" and "spring" must stand where a noun of time does."""
    word = site.tokens.lower[site.last - 1]
    has_article = site.last - site.first > 1
    if (has_article or site.before() in ("the", "that")) and site.after() in ("after", "before"):
        return False  # "they wed the summer after they met": that of something else
    if word in ("fall", "spring"):
        if site.after() == "of" and (site.after(1) not in ("the", "that", "each") or site.after(2) not in _OF_YEARS):
            return False  # "the fall of the town"
        if has_article:
            return site.before() in ("in", "during", "by", "since", "until", "for")
        if site.before() in ("by", "until", "till", "since"):
            return site.after() in PHRASE_ENDS and site.after() not in ("of", "to", "and")
        return site.before() in ("in", "this", "last", "next")
    if site.after() in _SEASONAL or _is_any(site):
        return False
    return has_article or site.tokens.words[site.last - 1][0].islower()


def _is_any(site: Site) -> bool:
    """ "A normal winter", "took it for a summer": one of many; "a summer offensive" is of one."""
    indefinite = site.last - site.first == 1 and "a" in (site.before(), site.before(2))
    if site.last - site.first == 1 and site.before() in ("a", "one") and site.after() in _OF_ITS_OWN:
        return True  # "a winter in which six died", "one summer in Nice"
    return indefinite and (not site.after().isalpha() or site.after() in NOT_COMPLEMENTS or site.after() == "since")


_OF_ITS_OWN = frozenset("in of that when with without at on there".split())
_OF_YEARS = frozenset("year same following next previous".split())

_SEASONAL = frozenset(
    """camp camps coat coats boots boot tyre tyres tire tires dress dresses school schools squash sports games olympics
    leaves collection collections fashion fashions menu lamb flowers vegetables fruit sale sales cleaning
    house home break recess term jacket jackets jasmine wheat job jobs holiday holidays vacation vacations
    solstice clothing clothes uniform uniforms quarters palace rice crop crops barley""".split()
)


def is_weekday(site: Site) -> bool:
    """A bare weekday; the short forms only where a date may stand."""
    word = site.tokens.words[site.first]
    if len(word.rstrip(".")) <= 4:
        return site.before() in ("on", "(", "until", "by", "last", "next")
    return True


def is_weekdays(site: Site) -> bool:
    """ "on Sundays"."""
    return site.before() in ("on", "and", ",", "or", "most", "to", "from", "between", "", ".")


def is_no_century(site: Site) -> bool:
    """ "the evening of the 10th", not "the dawn of the 20th century"."""
    return site.after() not in ("century", "-", "day", "year", "anniversary")


def is_adverb(site: Site) -> bool:
    """ "Rain fell overnight", not "an overnight train"."""
    return site.before() not in ARTICLES and site.before() not in POSSESSIVES


def is_century(site: Site) -> bool:
    """ "The first century", not "her first century", nor "a second century of the season": a score."""
    article = site.tokens.lower[site.first] in ARTICLES
    return article or site.before() not in _WHOSE


_WHOSE = frozenset("his her their my your our 's ’s a another maiden".split())


def is_day_of_month(site: Site) -> bool:
    """ "on the 15th", not "the 15th floor"."""
    return site.before() in ("on", "by", "until", "of", "since", "from", "before", "after", "and", "for") and (
        site.after() in CLAUSE_ENDS
        or site.after() in ("to", "through", "until")
        or site.after() in GOES_ON
        or (site.before() == "on" and (site.after() in _NO_COMPLEMENTS or _opens_clause(site)))
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
    return not counted and site.before() == "on" and (site.after() in CLAUSE_ENDS or site.after() in GOES_ON)


def is_midperiod(site: Site) -> bool:
    """ "By midweek", not "midweek services"."""
    return not site.after().isalpha() or site.after() in _AFTER_CLAUSE


def is_midseason(site: Site) -> bool:
    """ "by midsummer", not a midsummer fair."""
    told = site.last - site.first > 1 or not site.after().isalpha() or site.after() in _AFTER_PHRASE
    return told and site.before() in _BEFORE_DATES


def is_decade(site: Site) -> bool:
    """ "the 50s", "1950s"; "in her 50s" and "the low 60s" are an age and a temperature."""
    words = site.tokens.words
    if any(word[0].isdigit() and len(word) >= 5 for word in words[site.first : site.last]):
        return True
    if not _WARMTH.isdisjoint(site.tokens.lower[max(0, site.first - _NEAR) : site.last + _NEAR]):
        return False
    if site.before() in ("early", "late", "mid"):
        return site.before(2) not in POSSESSIVES
    return words[site.first].lower() == "the" or words[site.first] in "'’‘`"


_WARMTH = frozenset("temperature temperatures highs lows degrees mercury thermometer thermometers humidity".split())
_NEAR = 8  # tokens


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
        "as",
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


def has_no_year(site: Site) -> bool:
    """ "last October 23": "last" points only where no year is told."""
    return not (len(site.tokens.words[site.last - 1]) == 4 and site.tokens.words[site.last - 1].isdigit())


CALENDAR_WORDS: dict[str, Callable[[Site], bool]] = {
    "month": is_month,
    "season": is_season,
    "weekday": is_weekday,
    "no_year": has_no_year,
    "weekend": is_weekend,
    "whole_early": is_whole_early,
    "weekdays": is_weekdays,
    "no_century": is_no_century,
    "century": is_century,
    "adverb": is_adverb,
    "day_of_month": is_day_of_month,
    "spelt_day_of_month": is_spelt_day_of_month,
    "decade": is_decade,
    "midseason": is_midseason,
    "midperiod": is_midperiod,
}
"""Checks that a rule may name in ``guards``."""
