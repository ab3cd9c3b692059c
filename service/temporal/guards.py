"""The checks that a rule may name in ``guards``: whether the words tell a time where they stand."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.lookalikes import LOOKALIKES, is_spoken_hour
from service.temporal.site import ARTICLES, CLAUSE_ENDS, COUNTED, DATE_PREPOSITIONS, POSSESSIVES, WITHIN, Site
from service.temporal.years import is_year


def is_month(site: Site) -> bool:
    """A bare month: "May", "March" and the short forms need a word that dates take before them."""
    word = site.tokens.words[site.first]
    low = word.lower()
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
    return not (
        low in ("may", "april", "june", "august", "jan") and nxt[:1].isupper() and nxt.isalpha() and len(nxt) > 1
    )


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
        if site.after() == "of" and site.after(1) not in ("the", "that", "each"):
            return False  # "the fall of Saigon"
        return (has_article and site.before() in ("in", "during", "by", "since", "until", "for")) or site.before() in (
            "in",
            "this",
            "last",
            "next",
        )
    if site.after() in _SEASONAL:
        return False
    return has_article or site.tokens.words[site.last - 1][0].islower()


_SEASONAL = frozenset(
    """camp camps coat coats boots boot tyre tyres tire tires dress dresses school schools squash sports games olympics
    leaves collection collections fashion fashions menu lamb flowers vegetables fruit sale sales cleaning
    house home break jacket jackets jasmine wheat job jobs holiday holidays vacation vacations solstice""".split()
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
        if site.before() == "of" and site.before(2) in _SPREAD and site.before(4) not in ("first", "last", "final"):
            return False  # "ten months of the year"
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
_MEASURED_FROM = frozenset({"-", "before", "after", "that", "when", "following", "to", "ended", "ending"})
_SPENDS = frozenset("end ended ending ends finish finished close closed began begin start started".split())


def is_clause_end(site: Site) -> bool:
    """ "the day before", "two weeks after" with nothing that they are before or after."""
    return site.after() in CLAUSE_ENDS


def is_not_later_than(site: Site) -> bool:
    """ "three days later than planned" compares."""
    return site.after() != "than" and not (site.tokens.lower[site.last - 1] == "on" and site.after() not in (",", "."))


def is_not_age(site: Site) -> bool:
    """ "a 6-year-old" is an age, "three-quarters" a share."""
    share = site.tokens.lower[site.last - 1] in ("quarters", "quarter") and site.last - site.first == 3
    if share and site.before() in ("about", "nearly", "almost", "of", "by", ""):
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
    if site.before() in ("the", "a") and site.last < len(site.tokens.words):
        name = site.tokens.words[site.last]
        if word in ("daily", "weekly", "monthly", "quarterly") and name[0].isupper() and name[-1].islower():
            return False  # "the daily Rits"
    return word not in ("quarterly", "yearly", "bimonthly") or site.after() in CLAUSE_ENDS


def is_latest_quarter(site: Site) -> bool:
    """ "the quarter", not of a town or a coin."""
    return site.last - site.first > 2 or (site.before() in WITHIN or site.after() in ("ended", "ending", ",", "."))


def is_soon(site: Site) -> bool:
    """ "soon" alone points to the future only where the clause does, or at its end; "soon after" orders events."""
    if site.last - site.first > 1:
        return True
    if site.before() in _AHEAD and site.after() not in ("after", "afterwards", "as", "enough", "before"):
        return True  # "may soon sail"
    if site.after() in _AHEAD and site.before() not in ("as", "too", "how"):
        return site.after() not in ("to", "be")
    return site.after() in (".", ",", "?", "!", "''", '"', "”", ")") and site.before() not in ("as", "too", "how")


_AHEAD = frozenset({"will", "'ll", "’ll", "may", "might", "could", "can", "should", "shall", "to", "be"})


def is_future(site: Site) -> bool:
    """ "the future of the firm" is no time."""
    return site.after() not in ("of", "for") and not site.after().isdigit()


def is_the_past(site: Site) -> bool:
    """ "in the past", not "past the gate"."""
    return site.before() in ("in", "from", "of", "than", "with") and site.after() not in COUNTED


def is_the_moment(site: Site) -> bool:
    """ "at the moment"; "this time" is mostly an occasion."""
    words = site.tokens.lower[site.last - 1]
    if words == "days" or (words in ("day", "time") and site.tokens.lower[site.last - 2] == "present"):
        return True
    return (site.before() in ("at", "for") and words == "moment") or (
        site.before() == "at" and words == "time" and site.tokens.lower[site.first] == "this"
    )


def is_at_the_time(site: Site) -> bool:
    """ "at the time" with nothing after it."""
    return site.before() == "at" and site.after() in CLAUSE_ENDS


def is_weekdays(site: Site) -> bool:
    """ "on Sundays"."""
    return site.before() in ("on", "and", ",", "or", "most", "to", "from", "between", "", ".")


def is_not_of(site: Site) -> bool:
    """ "the last two weeks", not those of June or of the war."""
    if site.tokens.lower[site.first] == "last" and site.before() in _INFINITIVES:
        return False  # "set to last two weeks"
    return site.after() != "of" or site.after(1) in ("this", "my", "his", "her", "their")


_INFINITIVES = frozenset({"to", "will", "would", "can", "could", "may", "might", "should", "must", "not", "n't", "n’t"})


def is_no_century(site: Site) -> bool:
    """ "the evening of the 10th", not "the dawn of the 20th century"."""
    return site.after() not in ("century", "-", "day", "year", "anniversary")


def is_recently(site: Site) -> bool:
    """ "as recently as 2021" leans on the date that follows."""
    return not (site.before() == "as" and site.after() == "as")


def is_day_of_month(site: Site) -> bool:
    """ "on the 15th", not "the 15th floor"."""
    return site.before() in ("on", "by", "until", "of", "since", "from", "before", "after", "and", "for") and (
        site.after() in CLAUSE_ENDS or site.after() in ("to", "through", "until") or site.after() in _GOES_ON
    )


def is_spelt_day_of_month(site: Site) -> bool:
    """ "hanged on the fourteenth", not "on the tenth floor", nor "on the sixteenth hole and on the eighteenth"."""
    counted = any(word.endswith("th") for word in site.tokens.lower[max(site.first - 8, 0) : site.first])
    return not counted and site.before() == "on" and (site.after() in CLAUSE_ENDS or site.after() in _GOES_ON)


_GOES_ON = frozenset("the a he she it they we his her their its there all with".split())


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
    return site.before() in ("in", "during", "by") and site.last - site.first == 2 and site.after() in CLAUSE_ENDS


def is_quarter(site: Site) -> bool:
    """A half of something is a half of a year only where it says so."""
    if site.after() == "of" and site.after(1) in ARTICLES and site.after(2) in _GAMES:
        return False
    return site.tokens.lower[site.last - 1] == "quarter"


_GAMES = frozenset("game match play season final bowl contest race".split())


_SPOKEN = frozenset({"past", "to", "quarter"})


def is_clock(site: Site) -> bool:
    """A ratio or a score (3:2, 101:99) is no time of day."""
    if not _SPOKEN.isdisjoint(site.tokens.lower[site.first : site.last]) and not is_spoken_hour(site):
        return False
    before = site.tokens.words[site.first - 1] if site.first > 0 else ""
    if before[:1].isupper() and before.isalpha() and ":" in site.tokens.words[site.first : site.last]:
        return before.lower() in DATE_PREPOSITIONS or before.lower() == "at"
    if site.before() == "in" and site.tokens.words[site.last - 1].isdigit():
        return False  # "he ran the mile in 3:51"
    if site.after() == "." and site.touches_after() and site.after(1).isdigit():
        return False
    return not (site.touches_before() and site.before() in "$£€#.:/+@-")


def is_duration(site: Site) -> bool:
    """A length of time that is neither an age nor a share of something."""
    lower = site.tokens.lower
    if site.after() == "old" or (site.after() == "of" and site.after(1) in ("age", "arc")):
        return False
    if lower[site.last - 1] in ("day", "night") and site.after() in _DAY_COMPOUNDS:
        return False
    if site.after() == "-" and site.after(1) in ("earlier", "ago"):
        return False  # "a year-earlier loss"
    if lower[site.first] == "over" and site.before() not in _MEASURING:
        return False  # "prices rose over two years" tells how long, and not how much longer
    if lower[site.first] == "many" and site.before() == "as":
        return False  # "the third in as many weeks"
    if lower[site.last - 1] in ("quarter", "quarters"):
        if lower[site.first] == "a" and site.last - site.first == 2:
            return site.before() in ("in", "within", "over", "than") and site.after() != "of"
        return site.after() != "of" or lower[site.first] == "several"
    return True


_SPREAD = frozenset("hours days weeks months".split())
_MEASURING = frozenset(
    """for after of in within just well by with from at to than lasted lasts last took takes take taken spent spend
    spends wait waited waits is was were been be need needs needed , ( -""".split()
)
_DAY_COMPOUNDS = frozenset("job jobs shift nurse school care tripper trader labourer laborer bed room".split())


def is_current(site: Site) -> bool:
    """ "the current lease", not the current of a river or a wire."""
    return site.after().isalpha() and site.after() not in _NOT_NOUNS and site.before() not in _FLOWING


_FLOWING = frozenset({"electric", "electrical", "ocean", "alternating", "direct", "strong"})
_NOT_NOUNS = frozenset(
    """was is has had of in that and to from which carried flows passes runs will would can through at on by
    with""".split()
)


def is_weekend(site: Site) -> bool:
    """ "over the weekend", not "the weekend bag"."""
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
    )


def is_whole_early(site: Site) -> bool:
    """ "in his early 60s" is an age."""
    return site.before() not in POSSESSIVES or not site.tokens.lower[site.last - 1].endswith("s")


def is_per_unit(site: Site) -> bool:
    """ "per day" as a rhythm; "miles per hour" is a speed."""
    return site.tokens.lower[site.last - 1] in ("day", "week", "month", "year")


def is_half_number(site: Site) -> bool:
    """H1 and H2."""
    return any(word in ("1", "2") for word in site.tokens.words[site.first : site.last])


def has_no_year(site: Site) -> bool:
    """ "last October 23": "last" points only where no year is told."""
    return not (len(site.tokens.words[site.last - 1]) == 4 and site.tokens.words[site.last - 1].isdigit())


def is_stretch(site: Site) -> bool:
    """ "over the next decade": a length of time from now on; "the next decade" alone is a decade."""
    return site.before() in ("over", "for", "within")


def is_of_an_event(site: Site) -> bool:
    """ "on the day of the crash", "on the day that she left"."""
    return site.after() in ("of", "that", "when", "he", "she", "it", "they", "we")


def is_bare_units(site: Site) -> bool:
    """ "weeks", "days" alone; "the days before the vote", "over the years"."""
    if site.before() == "the" and site.last - site.first == 1:
        if site.after() in ("before", "after", "following", "since", "preceding", "leading"):
            return True
        return site.before(2) in ("over", "through") and site.after() not in ("of", "to", "ahead")
    return site.before() in ("for", "in", "of", "within", "after", "and", "or")


GUARDS: dict[str, Callable[[Site], bool]] = {
    **LOOKALIKES,
    "month": is_month,
    "year": is_year,
    "season": is_season,
    "weekday": is_weekday,
    "pointed": is_pointed,
    "lasting": is_lasting,
    "quarter": is_quarter,
    "clock": is_clock,
    "duration": is_duration,
    "bare_units": is_bare_units,
    "stretch": is_stretch,
    "no_year": has_no_year,
    "per_unit": is_per_unit,
    "half_number": is_half_number,
    "clause_end": is_clause_end,
    "not_later_than": is_not_later_than,
    "not_age": is_not_age,
    "ended": is_ended,
    "frequency": is_frequency,
    "current": is_current,
    "weekend": is_weekend,
    "whole_early": is_whole_early,
    "not_ended": is_not_ended,
    "latest_quarter": is_latest_quarter,
    "soon": is_soon,
    "future": is_future,
    "the_past": is_the_past,
    "recently": is_recently,
    "the_moment": is_the_moment,
    "at_the_time": is_at_the_time,
    "weekdays": is_weekdays,
    "not_of": is_not_of,
    "no_century": is_no_century,
    "day_of_month": is_day_of_month,
    "of_an_event": is_of_an_event,
    "spelt_day_of_month": is_spelt_day_of_month,
    "decade": is_decade,
    "bare_part": is_bare_part,
}
"""By the names that rules use."""
