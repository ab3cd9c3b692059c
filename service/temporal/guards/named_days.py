"""The checks on days by their names: the new year, and a weekday that was told."""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.guards.site import Site


def is_new_year(site: Site) -> bool:
    """ "Put off until the new year"; not "they saw in the new year", "after the New Year's parade"."""
    greeted = site.before() == "in" and site.before(2) in _GREETS
    return site.before() in _BEFORE_NEW_YEAR and not greeted and site.after() not in ("'s", "’s")


def is_that_weekday(site: Site) -> bool:
    """ "On that Friday", "on leave that Friday."; not "said that Friday would be dry"."""
    if site.last - site.first > 2 or site.before() in _ON_THAT:
        return True
    ends = site.after() in (".", ";") or (site.after() == "," and site.after(1) in ('"', "”", "''"))
    return ends and not site.before().endswith("ed") and site.before() not in _SAID


def is_weekday_of_story(site: Site) -> bool:
    """ "On the Friday he left", "was found on the Friday."; not "on the Sunday talk shows"."""
    if site.before() != "the" or site.before(2) not in _ON_THE:
        return False
    opening = site.before(2) == "on" and site.before(3) in ("", ".")
    return opening or site.after() in (".", ",", ";")


_ON_THE = frozenset({"on", "by", "until", "since"})
_ON_THAT = frozenset("on by until since from before after of".split())
_SAID = frozenset("said say says told tell knew know think thought hope meant mean".split())


def is_new_years_day(site: Site) -> bool:
    """ "By New Year", not "a new year", "Happy New Year" or "New Year's Eve"."""
    named = site.tokens.words[site.first][0].isupper() and site.tokens.words[site.last - 1][0].isupper()
    return named and site.before() in _AT_NEW_YEAR and site.after() not in ("'s", "’s", "'")


_AT_NEW_YEAR = frozenset("by at over before after until till since from around".split())
_GREETS = frozenset("see sees saw seeing ring rings rang ringing bring brings brought bringing usher ushered".split())
_BEFORE_NEW_YEAR = frozenset("in into until till by before after of".split())


NAMED_DAYS: dict[str, Callable[[Site], bool]] = {
    "new_year": is_new_year,
    "new_years_day": is_new_years_day,
    "that_weekday": is_that_weekday,
    "weekday_of_story": is_weekday_of_story,
}
"""Checks that a rule may name in ``guards``."""
