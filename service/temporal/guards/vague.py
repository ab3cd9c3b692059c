"""The checks on the vague words of time ("soon", "recent", "the past") and on those of rhythm ("daily")."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.guards.site import CLAUSE_ENDS, COUNTED, Site


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
    counted = site.after() in COUNTED or site.after() in _NUMBERS or site.after()[:1].isdigit()
    return site.before() in ("in", "from", "of", "than", "with") and not counted  # "four of the past five games"


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve few several dozen".split())


def is_the_moment(site: Site) -> bool:
    """ "at the moment"; "this time" is mostly an occasion."""
    words = site.tokens.lower[site.last - 1]
    if words == "present" and site.last - site.first == 1:
        return site.before() == "at"
    if words == "days" or (words in ("day", "time") and site.tokens.lower[site.last - 2] == "present"):
        return True
    return (site.before() in ("at", "for") and words == "moment") or (
        site.before() == "at"
        and words == "time"
        and site.tokens.lower[site.first] == "this"
        and site.after() != "of"  # "at this time of year"
    )


def is_at_the_time(site: Site) -> bool:
    """ "at the time" with nothing after it."""
    return site.before() == "at" and site.after() in CLAUSE_ENDS


def is_recently(site: Site) -> bool:
    """ "as recently as 2021" leans on the date that follows."""
    return not (site.before() == "as" and site.after() == "as")


def is_current(site: Site) -> bool:
    """ "the current lease", not the current of a river or a wire."""
    return site.after().isalpha() and site.after() not in _NOT_NOUNS and site.before() not in _FLOWING


_FLOWING = frozenset({"electric", "electrical", "ocean", "alternating", "direct", "strong"})


_NOT_NOUNS = frozenset(
    """was is has had of in that and to from which carried flows passes runs will would can through at on by
    with""".split()
)


def is_one_day(site: Site) -> bool:
    """ "One day she will know", "may one day know"; "for one day" is a length, "one day in May" a day."""
    if site.before() in _AHEAD or site.before() in _WILL:
        return site.after() not in ("of", "a", "per", "at")
    opens = site.before() in ("", ".", ",", "that", '"', "“", "``", "and", "but", "hoped", "hopes", "hope")
    ahead = {site.after(), site.after(1), site.after(2)}
    return opens and site.after().isalpha() and site.after() not in ("in", "of") and not ahead.isdisjoint(_WILL)


_WILL = frozenset("will 'll ’ll would may might could can".split())


def is_future_noun(site: Site) -> bool:
    """ "Future wars"; "the future" and "Future of the town" are no such."""
    return (
        site.before() not in ("the", "a", "no") and site.after().isalpha() and site.after() not in ("of", "is", "was")
    )


def is_of_a_day(site: Site) -> bool:
    """ "Today's vote"; "today's youth" and "the world of tomorrow" are of an age, and of no day."""
    if site.after() in ("'s", "’s"):
        return site.tokens.lower[site.first] == "yesterday" or _OF_AN_AGE.isdisjoint((site.after(1), site.after(2)))
    return site.before() != "of" or site.before(2) not in _OF_AN_AGE


_OF_AN_AGE = frozenset(
    """world society youth youths young children kids students pupils generation generations parents teenagers women men
    people consumers citizens leaders workers computers computer cars machines technology technologies standards climate
    culture cities city classroom classrooms families voters farmers""".split()
)


VAGUE_WORDS: dict[str, Callable[[Site], bool]] = {
    "frequency": is_frequency,
    "soon": is_soon,
    "future": is_future,
    "the_past": is_the_past,
    "the_moment": is_the_moment,
    "at_the_time": is_at_the_time,
    "recently": is_recently,
    "current": is_current,
    "of_a_day": is_of_a_day,
    "one_day": is_one_day,
    "future_noun": is_future_noun,
}
"""Checks that a rule may name in ``guards``."""
