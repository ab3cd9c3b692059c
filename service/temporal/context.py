"""What stands around an expression: the tense of its clause, and signs that the words are no date at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from service.text.tokens import Tokens

Direction = Literal[-2, -1, 0, 1]

_REACH = 24
_STOPS = frozenset({".", "!", "?", ";", ":"})
_FUTURE = frozenset(
    """will 'll ’ll shall would might must should may wo expected scheduled due slated upcoming payable plans plan hopes hope intends
    intend aims expects expect deadline pending until till""".split()
)
# A past verb that looks forward when "to" or "for" follows it: "agreed to meet Friday", "set for Friday".
_LOOKS_FORWARD = frozenset(
    """agreed planned vowed promised hoped asked ordered invited threatened pledged decided wanted set planning going
    scheduled expected slated hoping ready prepared intended""".split()
)
_POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})
_BE = frozenset({"be", "being"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
_PAST = frozenset(
    """was were had did has have been said told went came made took got gave found won lost began met saw left held
    rose fell sent put kept ran brought became spoke wrote led stood paid built hit cut shot set grew showed
    knew thought felt heard broke drew sold bought fought caught taught ate slept drove flew sank swore wore
    tore chose rode since ago""".split()
)
_NOT_PAST = frozenset(
    {"need", "united", "hundred", "indeed", "speed", "proceed", "exceed", "feed", "seed", "bed", "red", "led"}
)


def direction_of(tokens: Tokens, first: int, last: int) -> Direction:
    """Whether the clause around tokens ``first`` to ``last`` (exclusive) tells the past (-1; -2 where the expression opens it),
    the future (1), or does not say."""
    lower = tokens.lower
    if first > 1 and lower[first - 1] in ("until", "till") and lower[first - 2] != "not":
        return 1
    if last < len(lower) and lower[last] in ("'s", "’s"):
        return -1 if lower[first - 1 : first] != ["for"] else 1
    left = _cue(lower, range(first - 1, max(-1, first - _REACH), -1))
    if left != 0:
        return left
    right = _cue(lower, range(last, min(len(lower), last + _REACH)))
    return -2 if right < 0 else right


def _cue(lower: list[str], places: range) -> Direction:
    """The tense of the nearest verb in ``places``: participles after "be" and after an article tell nothing."""
    for i in places:
        word = lower[i]
        if word in _STOPS:
            return 0
        before = lower[i - 1] if i > 0 else ""
        if word in _LOOKS_FORWARD and i + 1 < len(lower) and lower[i + 1] in ("to", "for") and before not in ("had", "been"):
            return 1
        if word in _FUTURE:
            return -1 if before == "been" else 1
        if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
            if before not in _BE and before not in _ARTICLES:
                return -1
        elif before == "to" and (word == "be" or (i > 1 and lower[i - 2] in ("is", "are"))):
            return 1
    return 0


_LEADING = frozenset(
    {
        "in",
        "by",
        "during",
        "on",
        "at",
        "early",
        "late",
        "mid",
        "-",
        "the",
        "of",
        "end",
        "until",
        "since",
        "from",
        "spring",
        "summer",
    }
)


def is_aside(tokens: Tokens, first: int, leading: bool) -> bool:
    """Whether the words before tell a limit, and not when the story goes on: "since 1995", "as of December 5, 2006"."""
    lower = tokens.lower
    before = lower[first - 1] if first > 0 else ""
    return before in _LIMITS or (before == "by" and not leading) or (before == "of" and first > 1 and lower[first - 2] == "as")


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


@dataclass(frozen=True, slots=True)
class Site:
    """A candidate: tokens ``first`` to ``last`` (exclusive), which a rule has matched."""

    tokens: Tokens
    first: int
    last: int

    def before(self, back: int = 1) -> str:
        """The lower-cased word that many tokens before it, "" at the edge."""
        at = self.first - back
        return self.tokens.lower[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The lower-cased word that many tokens after it, "" at the edge."""
        at = self.last + ahead
        return self.tokens.lower[at] if at < len(self.tokens.lower) else ""

    def touches_before(self) -> bool:
        """No space between it and the token before."""
        return self.first > 0 and self.tokens.ends[self.first - 1] == self.tokens.starts[self.first]

    def touches_after(self) -> bool:
        """No space between it and the token after."""
        return self.last < len(self.tokens.words) and self.tokens.starts[self.last] == self.tokens.ends[self.last - 1]


_DATE_PREPOSITIONS = frozenset(
    """in on of by since until till from to through throughout during for before after around about between and or
    early late mid last next this that each every past the , ( - – — &""".split()
)
_MONEY = frozenset(["$", "£", "€", "¥", "#", "no.", "no", "number", "nos", "us$", "c$", "a$", "hk$"])
_COUNTED = frozenset(
    """% percent people men women troops soldiers votes points miles dollars pounds euros francs yen marks shares
    tons tonnes feet meters metres km kilometers kilometres barrels jobs workers employees homes houses children cattle sheep deer aircraft
    students units cars guns aircraft tanks million billion trillion hundred thousand degrees megawatts acres
    pages copies rounds deaths times words cases others players""".split()
)


def is_month(site: Site) -> bool:
    """A bare month: "May", "March" and the short forms need a word that dates take before them."""
    word = site.tokens.words[site.first]
    low = word.lower()
    if low in ("may", "march", "august") or (len(low) <= 4 and low not in ("june", "july")):
        if site.before() not in _DATE_PREPOSITIONS or (
            site.before() in (",", "and", "or", "-", "&") and low in ("may", "march")
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
    if site.first > 0 and site.tokens.words[site.first - 1][0].isupper() and site.before() in _ARTICLES | {""}:
        nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
        if nxt[:1].isupper() or site.after() == "of":
            return False
    nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
    return not (
        low in ("may", "april", "june", "august", "jan") and nxt[:1].isupper() and nxt.isalpha() and len(nxt) > 1
    )


def is_year(site: Site) -> bool:
    """A bare number of four digits is a year unless it is money, a count, an address, or part of a longer number."""
    words = site.tokens.words
    number = words[site.last - 1]
    if not number.isdigit():
        return site.last - site.first > 1
    if words[site.first].lower() in ("fiscal", "financial", "year", "the", "ad"):
        return True
    if site.before() in _MONEY or site.after() in _COUNTED or _is_counted(site) or _is_number_part(site):
        return False
    if site.last - site.first > 1:
        return True
    if site.before() in _NUMBERED or (site.before() in _COPULAS and site.before(2) not in ("year", "date")) or _is_named(site) or _is_address(site):
        return False
    value = int(number)
    return 1500 <= value <= 2100 or site.before() in _YEAR_PREPOSITIONS


_YEAR_PREPOSITIONS = frozenset("in of since by from until year before after".split())
_COPULAS = frozenset("is are costs cost weighs weigh totals total".split())
_NUMBERED = frozenset(
    """section resolution flight extension form room suite route article page pages chapter invoice version channel unit model
    psalm rule highway bus gate case number asteroid h.r. s. numbered figure table clause paragraph""".split()
)
_STREETS = frozenset(
    """street st. road rd. avenue ave. ave lane drive boulevard blvd broadway square place court way terrace crescent
    highway parkway""".split()
)
_NOT_PLURALS = frozenset("was is has as its this does his hers us yes plus perhaps across less towards besides always thus".split())


def _is_counted(site: Site) -> bool:
    """ "2020 trees": a number before a plural; after an article or in a date's place it is a year ("the 1996 elections")."""
    after = site.after()
    if not (after.endswith("s") and len(after) > 3 and after.isalpha()) or after in _NOT_PLURALS:
        return False
    if not site.tokens.words[site.last][0].islower() or site.touches_after():
        return False
    return site.before() not in _YEAR_DETERMINERS


_YEAR_DETERMINERS = frozenset(
    "the his her its their our my your this that 's ’s in since by from until early late mid , of and - – after before during".split()
)


def _is_number_part(site: Site) -> bool:
    """Part of a telephone number, a code or a decimal number."""
    words = site.tokens.words
    if site.touches_before():
        sign, before = site.before(), site.before(2)
        if sign in "$£€#.:/+@":
            return True
        if sign in "-–" and before[:1].isdigit() and not 1000 <= int(before[:4] if len(before) <= 4 and before.isdigit() else "0") <= 2199:
            return True
    elif site.first > 0 and words[site.first - 1].isdigit():
        return True
    if not site.touches_after():
        return site.after().isdigit()
    if site.after() == "." and site.after(1)[:1].isdigit():
        return True
    return site.after() in ("%", "/") or (site.after() == ":" and site.after(1)[:1].isdigit())


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
    return word[0].isupper() and word.isalpha() and word.lower() not in _DATE_PREPOSITIONS and word.lower() not in _MAY_PRECEDE_YEAR


_MAY_PRECEDE_YEAR = frozenset(
    """spring summer autumn fall winter easter christmas thanksgiving january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec circa c""".split()
)


def _heads_line(site: Site) -> bool:
    """ "1917: Revolution" as a heading, or an entry of a chronicle."""
    tokens = site.tokens
    opens = site.first == 0 or "\n" in tokens.text[tokens.ends[site.first - 1] : tokens.starts[site.first]]
    return opens and site.after() == ":" and tokens.text[tokens.ends[site.last] : tokens.ends[site.last] + 1] == " "


def is_season(site: Site) -> bool:
    """A bare season: "fall" and "spring" must stand where a noun of time does."""
    word = site.tokens.lower[site.last - 1]
    has_article = site.last - site.first > 1
    if word in ("fall", "spring"):
        return (has_article and site.before() in ("in", "during", "by", "since", "until", "for")) or site.before() in (
            "in",
            "this",
            "last",
            "next",
        )
    return site.before() in ("in", "during", "by", "since", "until", "for", "of", "through", "over") or has_article


def is_weekday(site: Site) -> bool:
    """A bare weekday; the short forms only where a date may stand."""
    word = site.tokens.words[site.first]
    if len(word.rstrip(".")) <= 4:
        return site.before() in ("on", "(", "until", "by", "last", "next")
    return True


def is_pointed(site: Site) -> bool:
    """ "the year", "the week": with a plain article only where the day, week, … itself is meant."""
    lower = site.tokens.lower
    if lower[site.first] == "the" and site.last - site.first == 2:
        unit = lower[site.first + 1]
        if site.after() in ("-", "before", "after", "that", "when", "following", "to", "ended", "ending") or (site.after() == "of" and unit != "year"):
            return False
        if site.before() in _SPENDS:
            return unit == "day"
        return site.before() in _WITHIN and unit in ("day", "year", "quarter", "week")
    return True


_SPENDS = frozenset("end ended ending ends finish finished close closed began begin start started".split())
_WITHIN = frozenset({"of", "in", "during", "for", "throughout", "through", "over", "on", "until"})
_CLAUSE_ENDS = frozenset(
    {"", ".", ",", ";", ")", "and", "but", "when", "?", "!", "''", '"', "”", "by", "in", "at", "-", "--", "—", "–"}
)


def is_clause_end(site: Site) -> bool:
    """ "the day before", "two weeks after" with nothing that they are before or after."""
    return site.after() in _CLAUSE_ENDS


def is_not_later_than(site: Site) -> bool:
    """ "three days later than planned" compares."""
    return site.after() != "than" and not (site.tokens.lower[site.last - 1] == "on" and site.after() not in (",", "."))


def is_not_age(site: Site) -> bool:
    """ "a 6-year-old" is an age, "three-quarters" a share."""
    if site.tokens.lower[site.last - 1] in ("quarters", "quarter") and site.last - site.first == 3 and site.before() in ("about", "nearly", "almost", "of", "by", ""):
        return False
    return not (site.after() in ("old", "olds") or (site.after() == "-" and site.after(1) in ("old", "olds")))


def is_ended(site: Site) -> bool:
    """ "the year ended March 31": a year of accounts."""
    return site.after() in ("ended", "ending", "through")


def is_not_ended(site: Site) -> bool:
    """A year that is not told by its end."""
    return not is_ended(site)


def is_frequency(site: Site) -> bool:
    """ "quarterly", "monthly": with a noun after it mostly what a thing is, not when: "its quarterly dividend"."""
    word = site.tokens.lower[site.first]
    if site.before() in ("the", "a") and site.after() in ("is", "was", "has"):
        return False
    return word not in ("quarterly", "yearly", "bimonthly") or site.after() in _CLAUSE_ENDS


def is_latest_quarter(site: Site) -> bool:
    """ "the quarter", not of a town or a coin."""
    return site.last - site.first > 2 or (site.before() in _WITHIN or site.after() in ("ended", "ending", ",", "."))


def is_soon(site: Site) -> bool:
    """ "soon" alone points to the future only where the clause does, or at its end; "soon after" orders events."""
    if site.last - site.first > 1:
        return True
    return site.after() in (".", ",", "?", "!", "''", '"', "”", ")") and site.before() not in ("as", "too", "how")


def is_future(site: Site) -> bool:
    """ "the future of the firm" is no time."""
    return site.after() not in ("of", "for") and not site.after().isdigit()


def is_the_past(site: Site) -> bool:
    """ "in the past", not "past the gate"."""
    return site.before() in ("in", "from", "of", "than", "with") and site.after() not in _COUNTED


def is_the_moment(site: Site) -> bool:
    """ "at the moment"; "this time" is mostly an occasion."""
    words = site.tokens.lower[site.last - 1]
    if words == "days" or (words in ("day", "time") and site.tokens.lower[site.last - 2] == "present"):
        return True
    return (
        (site.before() in ("at", "for")
        and words == "moment")
        or (site.before() == "at" and words == "time" and site.tokens.lower[site.first] == "this")
    )


def is_at_the_time(site: Site) -> bool:
    """ "at the time" with nothing after it."""
    return site.before() == "at" and site.after() in _CLAUSE_ENDS


def is_weekdays(site: Site) -> bool:
    """ "on Sundays"."""
    return site.before() in ("on", "and", ",", "or", "most", "to")


def is_day_of_month(site: Site) -> bool:
    """ "on the 15th", not "the 15th floor"."""
    return site.before() in ("on", "by", "until", "of", "since", "from", "before", "after", "and") and (
        site.after() in _CLAUSE_ENDS or site.after() in ("to", "through", "until")
    )


def is_decade(site: Site) -> bool:
    """ "the 50s", "1950s"; "in her 50s" and "the low 60s" are an age and a temperature."""
    words = site.tokens.words
    if any(word[0].isdigit() and len(word) >= 5 for word in words[site.first : site.last]):
        return True
    return (
        words[site.first].lower() == "the" or words[site.first] in "'’‘`" or site.before() in ("early", "late", "mid")
    )


def is_bare_part(site: Site) -> bool:
    """ "in the morning": a morning that the story has told the day of."""
    return site.before() in ("in", "during", "by") and site.last - site.first == 2 and site.after() in _CLAUSE_ENDS


def is_quarter(site: Site) -> bool:
    """A half of something is a half of a year only where it says so."""
    return site.tokens.lower[site.last - 1] == "quarter"


def is_clock(site: Site) -> bool:
    """A ratio or a score (3:2, 101:99) is no time of day."""
    before = site.tokens.words[site.first - 1] if site.first > 0 else ""
    if before[:1].isupper() and before.isalpha() and ":" in site.tokens.words[site.first : site.last]:
        return before.lower() in _DATE_PREPOSITIONS or before.lower() == "at"
    return not (site.touches_before() and site.before() in "$£€#.:/+@-")


def is_duration(site: Site) -> bool:
    """A length of time that is neither an age nor a share of something."""
    lower = site.tokens.lower
    if site.after() == "old" or (site.after() == "of" and site.after(1) in ("age", "arc")):
        return False
    if lower[site.last - 1] in ("day", "night") and site.after() in _DAY_COMPOUNDS:
        return False
    if lower[site.last - 1] in ("quarter", "quarters"):
        if lower[site.first] == "a" and site.last - site.first == 2:
            return site.before() in ("in", "within", "over", "than") and site.after() != "of"
        return site.after() != "of" or lower[site.first] == "several"
    return True


_DAY_COMPOUNDS = frozenset("job jobs shift nurse school care tripper trader labourer laborer bed room".split())


def is_current(site: Site) -> bool:
    """ "the current lease", not the current of a river or a wire."""
    return site.after().isalpha() and site.after() not in _NOT_NOUNS and site.before() not in ("electric", "electrical", "ocean", "alternating", "direct", "strong")


_NOT_NOUNS = frozenset("was is has had of in that and to from which carried flows passes runs will would can through at on by with".split())


def is_weekend(site: Site) -> bool:
    """ "over the weekend", not "the weekend bag"."""
    return site.before() in _WITHIN or site.before() in ("at", "before", "after", "by", "since", "last", "this")


def is_whole_early(site: Site) -> bool:
    """ "in his early 60s" is an age."""
    return site.before() not in _POSSESSIVES or not site.tokens.lower[site.last - 1].endswith("s")


def is_bare_units(site: Site) -> bool:
    """ "weeks", "days" alone."""
    return site.before() in ("for", "in", "of", "within", "after", "and", "or")


GUARDS: dict[str, Callable[[Site], bool]] = {
    "month": is_month, "year": is_year, "season": is_season, "weekday": is_weekday, "pointed": is_pointed, "quarter": is_quarter,
    "clock": is_clock, "duration": is_duration, "bare_units": is_bare_units, "clause_end": is_clause_end,
    "not_later_than": is_not_later_than, "not_age": is_not_age, "ended": is_ended,
    "frequency": is_frequency, "current": is_current, "weekend": is_weekend, "whole_early": is_whole_early,
    "not_ended": is_not_ended, "latest_quarter": is_latest_quarter,
    "soon": is_soon, "future": is_future, "the_past": is_the_past, "the_moment": is_the_moment, "at_the_time": is_at_the_time,
    "weekdays": is_weekdays, "day_of_month": is_day_of_month, "decade": is_decade, "bare_part": is_bare_part,
}  # fmt: skip
"""The checks that a rule may name in ``guards``; each says whether the words are an expression of time where they stand."""
