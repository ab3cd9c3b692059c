"""What stands around an expression: the tense of its clause, and signs that the words are no date at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from service.text.tokens import Tokens

Direction = Literal[-1, 0, 1]

_REACH = 24
_STOPS = frozenset({".", "!", "?", ";", ":"})
_FUTURE = frozenset(
    [
        "will",
        "'ll",
        "’ll",
        "shall",
        "would",
        "may",
        "might",
        "could",
        "should",
        "must",
        "can",
        "scheduled",
        "expected",
        "due",
        "planned",
        "plans",
        "plan",
        "set",
        "going",
        "upcoming",
        "hopes",
        "hope",
        "intends",
        "intend",
        "aims",
        "deadline",
        "until",
        "till",
        "wo",
        "expects",
        "expect",
        "next",
        "tomorrow",
    ]
)
_FUTURE_PREPOSITIONS = frozenset({"by", "until", "till"})
_PAST = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "has",
        "have",
        "been",
        "said",
        "told",
        "went",
        "came",
        "made",
        "took",
        "got",
        "gave",
        "found",
        "won",
        "lost",
        "began",
        "met",
        "saw",
        "left",
        "held",
        "rose",
        "fell",
        "sent",
        "put",
        "kept",
        "ran",
        "brought",
        "became",
        "spoke",
        "wrote",
        "led",
        "stood",
        "paid",
        "built",
        "hit",
        "cut",
        "shot",
        "set",
        "grew",
        "showed",
        "knew",
        "thought",
        "felt",
        "heard",
        "broke",
        "drew",
        "sold",
        "bought",
        "fought",
        "caught",
        "taught",
        "ate",
        "slept",
        "drove",
        "flew",
        "sank",
        "swore",
        "wore",
        "tore",
        "chose",
        "rode",
        "since",
        "ago",
    ]
)
_NOT_PAST = frozenset(
    {"need", "united", "hundred", "indeed", "speed", "proceed", "exceed", "feed", "seed", "bed", "red", "led"}
)
_NOT_PARTICIPLE_FUTURE = frozenset({"expected", "scheduled", "planned", "supposed"})


def direction_of(tokens: Tokens, first: int, last: int) -> Direction:
    """Whether the clause around tokens ``first`` to ``last`` (exclusive) tells the past (-1), the future (1), or does not say."""
    lower = tokens.lower
    if first > 0 and lower[first - 1] in _FUTURE_PREPOSITIONS:
        return 1
    left = _cue(lower, range(first - 1, max(-1, first - _REACH), -1))
    if left != 0:
        return left
    return _cue(lower, range(last, min(len(lower), last + _REACH)))


def _cue(lower: list[str], places: range) -> Direction:
    for i in places:
        word = lower[i]
        if word in _STOPS:
            return 0
        if word in _FUTURE:
            return 1
        if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
            return -1
        if word == "to" and i + 1 < len(lower) and i > 0 and lower[i - 1] in ("is", "are", "be"):
            return 1
    return 0


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
    [
        "in",
        "on",
        "of",
        "by",
        "since",
        "until",
        "till",
        "from",
        "to",
        "through",
        "throughout",
        "during",
        "for",
        "before",
        "after",
        "around",
        "about",
        "between",
        "and",
        "or",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "that",
        "each",
        "every",
        "past",
        "the",
        ",",
        "(",
        "-",
        "–",
        "—",
        "&",
    ]
)
_MONEY = frozenset(["$", "£", "€", "¥", "#", "no.", "no", "number", "nos", "us$", "c$", "a$", "hk$"])
_COUNTED = frozenset(
    [
        "%",
        "percent",
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "votes",
        "points",
        "miles",
        "dollars",
        "pounds",
        "euros",
        "francs",
        "yen",
        "marks",
        "shares",
        "tons",
        "tonnes",
        "feet",
        "meters",
        "metres",
        "km",
        "kilometers",
        "kilometres",
        "barrels",
        "jobs",
        "workers",
        "employees",
        "homes",
        "houses",
        "children",
        "students",
        "units",
        "cars",
        "guns",
        "aircraft",
        "tanks",
        "million",
        "billion",
        "trillion",
        "hundred",
        "thousand",
        "degrees",
        "megawatts",
        "acres",
        "pages",
        "copies",
        "rounds",
        "deaths",
        "times",
        "words",
        "cases",
        "others",
        "players",
    ]
)


def is_month(site: Site) -> bool:
    """A bare month: "May", "March" and the short forms need a word that dates take before them."""
    word = site.tokens.words[site.first]
    low = word.lower()
    if low in ("may", "march", "august") or len(low) <= 4:
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
    nxt = site.tokens.words[site.last] if site.last < len(site.tokens.words) else ""
    return not (
        low in ("may", "april", "june", "august", "jan") and nxt[:1].isupper() and nxt.isalpha() and len(nxt) > 1
    )


def is_year(site: Site) -> bool:
    """A bare number of four digits is a year unless it is money, a count, or part of a longer number."""
    words = site.tokens.words
    if site.last - site.first > 1:
        return True
    number = words[site.first]
    if not number.isdigit():
        return False
    if site.before() in _MONEY or site.after() in _COUNTED:
        return False
    if (site.touches_before() and site.before() in "$£€#.:/+@") or (
        site.touches_after() and site.after() in ("%", ":", "/")
    ):
        return False
    if site.after() == "." and site.touches_after() and site.after(1).isdigit():
        return False
    value = int(number)
    return 1500 <= value <= 2100 or site.before() in (
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "year",
        "before",
        "after",
    )


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
        return site.before() in ("of", "in", "during", "for") and lower[site.first + 1] in ("day", "year", "quarter")
    return True


def is_quarter(site: Site) -> bool:
    """A half of something is a half of a year only where it says so."""
    return site.tokens.lower[site.last - 1] == "quarter"


def is_clock(site: Site) -> bool:
    """A ratio or a score (3:2, 101:99) is no time of day."""
    return not (site.touches_before() and site.before() in "$£€#.:/+@-")


def is_duration(site: Site) -> bool:
    """ "a second", "a day" after a number is a rate."""
    return True


def is_bare_units(site: Site) -> bool:
    """ "weeks", "days" alone."""
    return site.before() in ("for", "in", "of", "within", "after", "and", "or")


def is_now(site: Site) -> bool:
    """ "now that" joins clauses."""
    return site.after() != "that"


GUARDS: dict[str, Callable[[Site], bool]] = {
    "month": is_month, "year": is_year, "season": is_season, "weekday": is_weekday, "pointed": is_pointed, "quarter": is_quarter,
    "clock": is_clock, "duration": is_duration, "bare_units": is_bare_units, "now": is_now,
}  # fmt: skip
"""The checks that a rule may name in ``guards``; each says whether the words are an expression of time where they stand."""
