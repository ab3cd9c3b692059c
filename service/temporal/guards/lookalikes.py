"""Words that look like a date and are something else: names, counts, codes, scores.

Each guard looks at the tokens around a candidate; a rule names the guards that it needs.
"""

from __future__ import annotations

from collections.abc import Callable

from service.temporal.guards.site import Site

_AFTER_DAYS = frozenset(
    """in at on of for to from and or but the a he she it they we i that this when where which who with after before as
    by was were is are had has have said will would last next early late""".split()
)


def is_day_list(site: Site) -> bool:
    """ "May 4 and 5": days, unless the second number counts what follows it ("on May 4 and 5 others")."""
    tokens = site.tokens
    if tokens.words[site.last - 1][-1:].isalpha() or tokens.words[site.last - 2] in "-–":
        return tokens.words[site.last : site.last + 1] != [":"] or not site.after(1)[:1].isdigit()
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


_AT = frozenset(
    {"at", "by", "until", "till", "before", "after", "about", "around", "since", "from", "just", "and", "to"}
)


def is_spoken_hour(site: Site) -> bool:
    """ "at ten to six", not "by ten to six" of a vote, or an age of "seven to nine"."""
    words = site.tokens.lower[site.first : site.last]
    told = "minutes" in words or "minute" in words or words[-1] in ("noon", "midnight", "midday")
    if site.after().isalpha() and site.after() not in _AFTER_DAYS and site.after() != "o":
        return False
    listed = site.before() in (",", "and") and site.before(2).rstrip(".").endswith(("am", "pm", "a.m", "p.m"))
    return told or listed or _is_now(site) or (site.before() in _AT and site.before() != "by")


def is_at_hour(site: Site) -> bool:
    """ "at five in the morning", "from two o'clock on", not "they shot five in the morning"."""
    return site.before() in _AT or _is_now(site) or "clock" in site.tokens.lower[site.first : site.last]


def _is_now(site: Site) -> bool:
    """ "It's ten to nine"."""
    return site.before() in ("is", "'s", "’s") and site.before(2) == "it"


def is_rate(site: Site) -> bool:
    """ "3 million a year", "four flights a week": a number, or a number of things, for each."""
    if not is_for_each(site):
        return False
    thing = site.before()
    if _is_number(thing) or thing == "%":
        return True
    if (thing.endswith("s") or len(thing) <= 3 or thing in _THINGS) and _is_number(site.before(2)):
        return True
    return thing.isalpha() and site.before(2) == "of" and _is_number(site.before(3))  # "$85 billion of bonds a month"


_THINGS = frozenset("percent people men women children".split())


def is_short_year(site: Site) -> bool:
    """ "back in '98", not a number that opens a quotation."""
    if site.before() not in _YEAR_WORDS or site.tokens.ends[site.first] != site.tokens.starts[site.first + 1]:
        return False
    return not site.after()[:1].isalnum() or site.after() in _AFTER_DAYS


_YEAR_WORDS = frozenset({"in", "since", "of", "by", "until", "till", "from", "before", "after", "summer", "winter"})


def is_some_weekday(site: Site) -> bool:
    """ "a wet Thursday", "one Sunday", "its first Friday": not the day of this week or the last; "a Monday deadline"
    is."""
    described = site.before(3) in ("on", "one") and site.before(2) in ("a", "an") and site.before().isalpha()
    if site.before() in _ORDINALS and site.before(2) in _WHOSE and site.before(3) != "for":
        return site.after() not in ("in", "running", "straight")  # not "for the third Friday running"
    indefinite = site.before() in _ANY or described
    return indefinite and (not site.after().isalpha() or site.after() in _AFTER_DAYS)


_ANY = frozenset({"a", "one", "any", "some", "no"})
_ORDINALS = frozenset("first second third fourth fifth final opening".split())
_WHOSE = frozenset("the its his her their a 's ’s".split())


def is_after_at(site: Site) -> bool:
    """ "at 0048 on 30 September"."""
    return site.before() in _BEFORE_HOURS or (site.before() == "for" and site.before(2) in ("set", "fixed", "due"))


_BEFORE_HOURS = frozenset("at about around by until till from since before after between to".split())


def is_military(site: Site) -> bool:
    """ "at 0415", where a number of four digits does not count what follows, nor number a house."""
    words = site.tokens.words
    return words[site.first][0] == "0" and is_after_at(site) and not site.after()[:1].isalnum()


def is_daybreak(site: Site) -> bool:
    """ "until dawn", not a dawn raid, nor "before dawn broke"."""
    if site.before() not in _BEFORE_HOURS or not site.tokens.words[site.first].islower():
        return False
    after = site.after()
    if not after[:1].isalpha():
        return after not in ("'s", "’s", "-", "‐")
    if site.before() in ("by", "until", "till") and after != "of":
        return True  # "by nightfall trains were running"
    if site.before() == "before" and after in _SOME:
        return True  # "before nightfall some 300 were dead"
    return after in _AFTER_DAYS and after not in ("is", "was", "had", "has")


_SOME = frozenset("some more most several many all both at nearly almost about over".split())


def is_without_part(site: Site) -> bool:
    """ "the early hours of Thursday": "Thursday morning" is told by itself, as annotators do."""
    return site.after() not in ("morning", "night", "afternoon", "evening")


def is_no_overnight_thing(site: Site) -> bool:
    """ "Overnight", not an overnight rate, train or success; quoted, it is mostly to say at once."""
    return site.after() not in _OVERNIGHT_THINGS and not _is_quoted(site)


def _is_quoted(site: Site) -> bool:
    """Whether a quotation has been opened a few words before, and not closed."""
    tokens = site.tokens
    for k in range(site.first - 1, max(site.first - _QUOTED, -1), -1):
        word = tokens.words[k]
        if word in ("”", "''"):
            return False
        if word in ("“", "``"):
            return True
        if word == '"':
            return k == 0 or tokens.ends[k - 1] < tokens.starts[k]
    return False


_QUOTED = 24  # tokens


_OVERNIGHT_THINGS = frozenset(
    """rate rates lending loan loans index train trains bus buses flight flights bag bags stay stays guest guests
    success sensation delivery mail ferry accommodation visitors camp celebrity hit""".split()
)


def is_written_together(site: Site) -> bool:
    """ "3Q13", "Q3 FY14": figures of a report, and not part of a longer code."""
    return not (site.touches_before() and site.before()[-1:].isalnum()) and not (
        site.touches_after() and site.after()[:1].isalnum()
    )


def is_in_a_half(site: Site) -> bool:
    """ "in H2", not an H2 visa."""
    after = site.after()
    told = site.before() in ("in", "for", "during", "of", "from", "since", "until", "vs", "versus", "by")
    return told and is_written_together(site) and (not after.isalpha() or after in _AFTER_DAYS)


def is_range_end(site: Site) -> bool:
    """ "1911-13", not the start of a code that goes on: "2001/29/EC"."""
    return not (site.touches_after() and site.after()[:1] in ("/", "-", "–", "_", ":"))


def is_on_one_line(site: Site) -> bool:
    """Not two cells of a table, one under the other."""
    tokens = site.tokens
    return "\n" not in tokens.text[tokens.starts[site.first] : tokens.ends[site.last - 1]]


def is_for_each(site: Site) -> bool:
    """ "five days a week", not "a week later", which is longer, or "a week after the fire"."""
    return site.after() not in _NOT_RATES


_NOT_RATES = frozenset("ago earlier later before after afterwards apart from or of old".split())


def _is_number(word: str) -> bool:
    return (word[:1].isdigit() and not (len(word) == 4 and word.isdigit() and word[0] in "12")) or word in _NUMBERS


_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    thousand million billion trillion hundreds thousands millions dozen dozens""".split()
)


LOOKALIKES: dict[str, Callable[[Site], bool]] = {
    "day_list": is_day_list,
    "uncounted": is_uncounted,
    "at_night": is_at_night,
    "during": is_during,
    "spoken_hour": is_spoken_hour,
    "rate": is_rate,
    "range_end": is_range_end,
    "after_at": is_after_at,
    "military": is_military,
    "no_overnight_thing": is_no_overnight_thing,
    "at_hour": is_at_hour,
    "no_part_after": is_without_part,
    "daybreak": is_daybreak,
    "written_together": is_written_together,
    "in_a_half": is_in_a_half,
    "some_weekday": is_some_weekday,
    "one_line": is_on_one_line,
    "short_year": is_short_year,
    "for_each": is_for_each,
}
"""More checks that a rule may name in ``guards``."""
