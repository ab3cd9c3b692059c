"""The checks on lengths of time: neither an age nor a share, and how they are meant."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.guards.site import ARTICLES, Site


def is_not_later_than(site: Site) -> bool:
    """ "three days later than planned" compares."""
    return site.after() != "than" and not (site.tokens.lower[site.last - 1] == "on" and site.after() not in _AFTER_ON)


_AFTER_ON = frozenset(", . he she it they we i nothing little".split())  # not "four years on the board"


def is_not_age(site: Site) -> bool:
    """ "a 6-year-old" is an age, "three-quarters" a share."""
    lower = site.tokens.lower
    share = lower[site.last - 1] in ("quarters", "quarter") and site.last - site.first == 3
    if share and (lower[site.first] == "three" or site.before() in ("about", "nearly", "almost", "of", "by", "")):
        return False
    return not (site.after() in ("old", "olds") or (site.after() == "-" and site.after(1) in ("old", "olds")))


def is_not_of(site: Site) -> bool:
    """ "the last two weeks", not those of June or of the war."""
    if site.tokens.lower[site.first] == "last" and site.before() in _INFINITIVES:
        return False  # "set to last two weeks"
    return site.after() != "of" or site.after(1) in ("this", "my", "his", "her", "their")


_INFINITIVES = frozenset({"to", "will", "would", "can", "could", "may", "might", "should", "must", "not", "n't", "n’t"})


def is_duration(site: Site) -> bool:
    """A length of time that is neither an age nor a share of something."""
    lower = site.tokens.lower
    if site.after() == "old" or (site.after() == "of" and site.after(1) in ("age", "arc")):
        return False
    if site.before() == "of" and site.before(2) == "age":
        return False  # "at the age of nine months"
    if lower[site.last - 1] in ("day", "night") and site.after() in _DAY_COMPOUNDS:
        return False
    if site.after() == "-" and site.touches_after() and site.after(1).isalpha() and lower[site.first] in ("a", "an"):
        return False  # "a year-earlier loss", "a week-long strike"
    if lower[site.first] == "over" and site.after() in ("ago", "earlier", "later", "before"):
        return False  # "took over 18 months ago"
    if lower[site.first] == "over" and site.before() not in _MEASURING:
        return False  # "prices rose over two years" tells how long, and not how much longer
    if lower[site.first : site.last] == ["a", "school", "day"]:
        return False
    if lower[site.first] == "up" and site.before() in _RISING:
        return False  # "the school day goes up | to seven hours"
    if lower[site.first] == "many" and site.before() == "as":
        return False  # "the third in as many weeks"
    if lower[site.last - 1] in ("quarter", "quarters"):
        if lower[site.last - 2] in ("a", "one"):  # "about a quarter" is mostly a share
            return site.before() in ("in", "within", "over", "than") and site.after() != "of"
        return site.after() != "of" or lower[site.first] == "several"
    return True


_RISING = frozenset("go goes going gone went rise rises rose rising risen climbed moved moves add adds added".split())


def is_for_some(site: Site) -> bool:
    """ "For some weeks"; "some weeks" alone are a few of many."""
    return site.before() in ("for", "after", "within", "in", "took", "lasted")


_LASTING = frozenset(
    """wait waits waited waiting take takes took taken taking spend spent lasts lasted follow follows followed despite
    endured endure""".split()
)


def is_not_particle(site: Site) -> bool:
    """ "Over a year ago", not "took over | a year ago"."""
    return site.tokens.lower[site.first] != "over" or site.before() not in _TAKING


_TAKING = frozenset("took take takes taken taking hand handed handing".split())


SPREAD = frozenset("hours days weeks months".split())


_MEASURING = frozenset(
    """for after of in within just well by with from at to than lasted lasts last took takes take taken spent spend
    spends wait waited waits is was were been be need needs needed little , ( -""".split()
)


_DAY_COMPOUNDS = frozenset("job jobs shift nurse school care tripper trader labourer laborer bed room".split())


def is_per_unit(site: Site) -> bool:
    """ "per day" as a rhythm; "miles per hour" is a speed."""
    return site.tokens.lower[site.last - 1] in ("day", "week", "month", "year")


def is_stretch(site: Site) -> bool:
    """ "over the next decade", "spent the next decade": a length of time; "the next decade" alone is a decade."""
    spent = site.before() in _SPENT and site.tokens.lower[site.last - 1] in ("decade", "century")
    return spent or (site.before() in ("over", "for", "within") and site.tokens.lower[site.last - 1] != "weekend")


_SPENT = frozenset("spent spend spends spending".split())


def is_bare_units(site: Site) -> bool:
    """ "weeks", "days" alone; "the days before the vote", "over the years"."""
    if site.before() == "the" and site.last - site.first == 1:
        if site.after() in ("before", "after", "following", "since", "preceding", "leading"):
            return True
        if (site.after(), site.after(1)) in (("that", "followed"), ("to", "come")):
            return True  # "in the weeks that followed"
        return site.before(2) in ("over", "through") and site.after() not in ("of", "to", "ahead")
    if site.before() == "after" and site.tokens.lower[site.first] == "hours" and site.after() != "of":
        return False  # "traded after hours"
    if site.before() == "of" and site.before(2) in ("matter", "question"):
        return False  # "it is a matter of days" tells only that it is not long
    if site.after() in ("before", "after") and site.last - site.first == 1:
        return _is_of_event(site)
    if site.after() == "of" and site.before() in ("", ".") and site.last - site.first == 1:
        return True  # "Weeks of rain had softened the bank"
    return site.before() in ("for", "in", "of", "within", "after", "and", "or") or (
        site.before() in _LASTING and site.tokens.lower[site.first] != "minutes"
    )


def _is_of_event(site: Site) -> bool:
    """ "She fled days after the vote"; not "the school days after it"."""
    before = site.before()
    return before not in _DESCRIBES and (
        before.isalpha() or before in ("", ".", ",", "--", "—", "-") or before[:1] in "'’"
    )


_DESCRIBES = ARTICLES | frozenset(
    """first second third last final early earlier late later closing opening school dog trading business working
    holiday summer winter dark good bad better best worst old new long short few several many some more most other
    these those two three four five six seven eight nine ten twelve twenty thirty hundred hundreds dozens thousands
    per all both same every each no salad golden glory heady""".split()
)


def is_part_of_stretch(site: Site) -> bool:
    """ "In the first hours of the war"; "the early hours of Friday" are a part of the day."""
    if site.after() == "of" and site.after(1)[:1].isdigit():
        return False
    day = site.tokens.lower[site.last - 1] == "hours" and site.after() == "of" and site.after(1) in _DAYS
    return site.before() in _DURING and not day


_DURING = frozenset("in during from over through until spent spend spends spending".split())


_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april may june
    july august september october november december this that""".split()
)


LENGTHS: dict[str, Callable[[Site], bool]] = {
    "not_later_than": is_not_later_than,
    "not_age": is_not_age,
    "not_of": is_not_of,
    "duration": is_duration,
    "not_particle": is_not_particle,
    "for_some": is_for_some,
    "per_unit": is_per_unit,
    "stretch": is_stretch,
    "bare_units": is_bare_units,
    "part_of_stretch": is_part_of_stretch,
}
"""Checks that a rule may name in ``guards``."""
