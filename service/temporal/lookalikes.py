"""Words that look like a date and are something else: names, counts, codes, scores.

Each guard looks at the tokens around a candidate; a rule names the guards that it needs.
"""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.site import Site

_AFTER_DAYS = frozenset(
    """in at on of for to from and or but the a he she it they we i that this when where which who with after before as
    by was were is are had has have said will would""".split()
)


def is_day_list(site: Site) -> bool:
    """ "May 4 and 5": days, unless the second number counts what follows it ("on May 4 and 5 others")."""
    tokens = site.tokens
    if tokens.words[site.last - 1][-1:].isalpha() or tokens.words[site.last - 2] in "-–":
        return tokens.words[site.last : site.last + 1] != [":"]
    after = site.after()
    return not after[:1].isalnum() or after in _AFTER_DAYS


def is_uncounted(site: Site) -> bool:
    """ "weeks later", with no number before it."""
    before = site.before()
    return not before[:1].isdigit() and before not in _COUNTS


_COUNTS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    thousand several few many some dozen couple half more - the of these those""".split()
)


def is_at_night(site: Site) -> bool:
    """ "at night"; "at night school" is a place."""
    after = site.after()
    return site.before() == "at" and (after in _AFTER_DAYS or not after[:1].isalpha())


def is_during(site: Site) -> bool:
    """ "during this period"; "this time" after other words is an occasion."""
    return site.before() in ("during", "throughout", "at", "from", "in")


LOOKALIKES: dict[str, Callable[[Site], bool]] = {
    "day_list": is_day_list,
    "uncounted": is_uncounted,
    "at_night": is_at_night,
    "during": is_during,
}
"""More checks that a rule may name in ``guards``."""
