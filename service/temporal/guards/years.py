"""Whether a number of four digits is a year: not money, a count, an address, a code, or part of a name."""

from __future__ import annotations

from service.temporal.guards.site import ARTICLES, COUNTED, DATE_PREPOSITIONS, Site

_MONEY = frozenset(["$", "£", "€", "¥", "#", "no.", "no", "number", "nos", "us$", "c$", "a$", "hk$", "§", "§§", "£."])


def is_year(site: Site) -> bool:
    """A bare number of four digits is a year unless it is money, a count, an address, or part of a longer number."""
    words = site.tokens.words
    number = words[site.last - 1]
    if not number.isdigit():
        return site.last - site.first > 1
    if words[site.first].lower() in ("fiscal", "financial", "year", "the", "ad"):
        return True
    before, after = site.before(), site.after()
    if before in _MONEY or after in COUNTED or after in _MEASURED:
        return False
    if _is_counted(site) or _is_total(site) or _is_number_part(site):
        return False
    if site.last - site.first > 1:
        return True
    if before in _PREPOSITIONS:
        return not _is_address(site)
    if before[1:].endswith(".") and site.before(2).isdigit():
        return False  # "512 U.S. 1998"
    if before in _NUMBERED or (before in _COPULAS and site.before(2) not in ("year", "date")):
        return False
    if _is_named(site) or _is_address(site):
        return False
    value = int(number)
    if before == "to" and len(site.before(2)) == 4 and site.before(2).isdigit():
        return 0 < value - int(site.before(2)) < 500  # "from 1271 to 1296"
    if before == "at":
        return False  # a time of day, or a height
    told = before == "year" or (before == "than" and site.before(2) in ("later", "earlier"))
    return told or 1500 <= value <= 2100 or _is_listed(site, value)


def _is_listed(site: Site, year: int) -> bool:
    """ "In 1015, 1033 and 1077"."""
    before = site.before(2)
    return site.before() in (",", "and") and len(before) == 4 and before.isdigit() and 0 < year - int(before) < _LISTED


_LISTED = 200  # years


_PREPOSITIONS = frozenset("in of since by from until before after".split())
_COPULAS = frozenset("is are costs cost weighs weigh totals total".split())
_NUMBERED = frozenset(
    """section resolution flight extension form room suite route article page pages chapter invoice version channel
    unit model psalm rule highway bus gate case number asteroid h.r. s. numbered figure table clause paragraph film
    novel movie album ward exit apartment directive proposition amendment docket patent title bill ticket order
    account badge plate type release regulation""".split()
)
_STREETS = frozenset(
    """street st. road rd. avenue ave. ave lane drive boulevard blvd broadway square place court way terrace crescent
    highway parkway close gardens""".split()
)
_MEASURED = frozenset(
    "guineas cubic square metric nautical volts watts kilos kilograms tonne ton litres revolutions".split()
)
_NOT_PLURALS = frozenset(
    "was is has as its this does his hers us yes plus perhaps across less towards besides always thus".split()
)


def _is_counted(site: Site) -> bool:
    """ "2020 trees": a number before a plural; after an article or in a date's place it is a year ("the 1996
    elections")."""
    after = site.after()
    if not (after.endswith("s") and len(after) > 3 and after.isalpha()) or after in _NOT_PLURALS:
        return False
    if not site.tokens.words[site.last][0].islower() or site.touches_after():
        return False
    if site.before() == "of" and site.tokens.words[site.last - 1].endswith("00"):
        return True  # "bids of 1800 guineas"
    return site.before() not in _YEAR_DETERMINERS


def _is_total(site: Site) -> bool:
    """ "a crowd of 2000", "more than 1500 were saved"."""
    before = site.before()
    if before == "of":
        return site.before(2) in _GROUPS
    return before == "than" and site.before(2) in ("more", "fewer", "less")


_GROUPS = frozenset(
    """crowd total group number force army population herd flock congregation staff audience membership fleet maximum
    minimum average sum garrison workforce turnout capacity crew""".split()
)


_YEAR_DETERMINERS = frozenset(
    """the his her its their our my your this that 's ’s in since by from until early late mid , of and - – after before
    during""".split()
)


def _is_number_part(site: Site) -> bool:
    """Part of a telephone number, a code or a decimal number."""
    words = site.tokens.words
    if site.touches_before():
        sign, before = site.before(), site.before(2)
        if sign in "$£€#.:/+@":
            return True
        if sign in "-–" and before[:1].isdigit() and not (len(before) == 4 and before[0] in "12"):
            return True
        if sign in "-–" and words[site.first - 2].isalpha() and words[site.first - 2].isupper():
            return True  # "Bill C-2010"
        if sign.isalpha() and sign not in _JOINED_BEFORE:
            return True  # "M1911"
    elif site.first > 0 and words[site.first - 1].isdigit():
        return True
    if not site.touches_after():
        return site.after().isdigit()
    if site.after() in _UNITS:
        return True  # "the 1500m"
    if (
        site.after() in ("-", "–")
        and site.after(1).isdigit()
        and site.after(2) in ("-", "–")
        and site.after(3).isdigit()
    ):
        return True
    if site.after() == "." and site.after(1)[:1].isdigit():
        return True
    if site.after() == "/" and site.after(1) == str((int(words[site.last - 1]) + 1) % 10):
        return False  # "in 1987/8"
    return site.after() in ("%", "/") or (site.after() == ":" and site.after(1)[:1].isdigit())


_UNITS = frozenset("m km kg cc mm cm ft kw mw hp mb gb px".split())
_JOINED_BEFORE = frozenset({"fy", "cy", "ad", "mid", "q", "h"})


def _is_address(site: Site) -> bool:
    """ "1920 Elm Street"."""
    words = site.tokens.words
    following = words[site.last : site.last + 3]
    if not following or not following[0][0].isupper():
        return False
    return any(word[0].isupper() and word.lower() in _STREETS for word in following)


def _is_named(site: Site) -> bool:
    """Whether the number belongs to a name: "Windows 2000", "the Russell 2000 Index"."""
    if site.first == 0 or site.touches_before() or site.after() in ("-", "–", "—", ":", ")"):
        return False
    word = site.tokens.words[site.first - 1]
    return word[0].isupper() and word.isalpha() and word.lower() not in _MAY_PRECEDE_YEAR


_MAY_PRECEDE_YEAR = (
    DATE_PREPOSITIONS
    | ARTICLES
    | frozenset(
        """spring summer autumn fall winter easter christmas thanksgiving january february march april may june
        july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec circa c""".split()
    )
)
