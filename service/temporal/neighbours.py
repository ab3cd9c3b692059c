"""What an expression takes from the words beside it: a time of day its day, "last year" the period of a report.

Looks at the expressions and a few tokens around each; the text is not gone through again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.record import changed
from service.temporal.direction.cue_words import STOPPED
from service.temporal.finding import Found
from service.temporal.rules.expressions import Chosen, Clock, Count, Distance, Fields, Meaning, Recurring, Step, Vague
from service.text.tokens import Tokens

_NO_DAY = Vague("XXXX-XX-XX")
_TODAY = Step("day", 0, "speech")
_THIS_YEAR = Step("year", 0, "speech")
_LAST_YEAR = Step("year", -1, "speech")
_A_YEAR_AGO = Distance(Count(1), "year", -1, "speech")


def with_neighbours(tokens: Tokens, found: list[Found], published: date | None) -> list[Found]:
    """The same expressions, with what their neighbours tell of them. Changes the list."""
    for i, each in enumerate(found):
        meaning = each.meaning
        if isinstance(meaning, Fields) and meaning.year is not None:
            continue  # the commonest
        if isinstance(meaning, Clock):
            if each.rule == "overnight" and i and _is_dated(tokens.lower, found[i - 1], each):
                found[i] = changed(each, rule="overnight-on", meaning=replace(meaning, date=found[i - 1].meaning))
            elif each.rule == "overnight" and i and _is_of_old_month(tokens, found[i - 1], each, published):
                found[i] = changed(each, meaning=replace(meaning, date=_NO_DAY))
            elif isinstance(meaning.date, Fields) and meaning.date.year is None and i + 1 < len(found):
                year = _year_of_range(tokens.lower, each, found[i + 1], meaning.date)
                of_year = meaning.date._replace(year=year)
                found[i] = each if year is None else changed(each, meaning=replace(meaning, date=of_year))
            elif meaning.date is None:
                day = _day_of(tokens, found, i)
                if day is not None:
                    found[i] = changed(each, meaning=replace(meaning, date=day))
        elif each.whole is not None and _is_of_habit(tokens.lower, each.whole[0]):
            month = _month_alone(meaning)
            found[i] = each if month is None else changed(each, meaning=Recurring(f"XXXX-{month:02d}"))
        elif isinstance(meaning, Fields):
            if meaning.weekday is not None and meaning.day is None and i + 1 < len(found):
                end = _end_of_list(tokens.lower, found, i, meaning.weekday)
                found[i] = each if end is None else changed(each, meaning=meaning._replace(until=end))
            elif meaning.month is not None and meaning.day is None:
                if not _USUALLY.isdisjoint(tokens.lower[max(0, each.first - _HABIT) : each.first]):
                    found[i] = changed(each, meaning=Recurring(f"XXXX-{meaning.month:02d}"))
            elif (meaning.month, meaning.day) in _KNOWN_DAYS and published is not None:
                year, names = _KNOWN_DAYS[meaning.month, meaning.day]
                if year <= published.year and not names.isdisjoint(tokens.lower[each.last : each.last + 1]):
                    found[i] = changed(each, rule="known-day", meaning=meaning._replace(year=year))
        elif isinstance(meaning, Distance):
            if meaning.count.mod is not None and _is_just(tokens.lower, each.first):
                found[i] = changed(each, meaning=replace(meaning, count=replace(meaning.count, just=True)))
            elif (
                tokens.lower[each.last - 1] == "ago"
                and meaning == _A_YEAR_AGO
                and _is_of_deed(tokens.lower, each.first)
            ):
                found[i] = changed(each, meaning=_LAST_YEAR)
        elif isinstance(meaning, Step) and meaning == _LAST_YEAR and _is_compared(tokens.lower, each.first, each.last):
            last = found[i - 1] if i else each
            if last.meaning != _THIS_YEAR or each.first - last.last >= _SAME_FIGURE:
                found[i] = changed(each, meaning=_A_YEAR_AGO)
    return found


def _day_of(tokens: Tokens, found: list[Found], i: int) -> Meaning | None:
    """The day of a time of day that names none: the one told next, that of speech, or no one day."""
    here, lower = found[i], tokens.lower
    if _is_of_curfew(lower, found, i):
        return _NO_DAY
    if _is_now(lower, here.first):
        return _TODAY
    told = found[i - 1] if i else None
    if told is not None and isinstance(told.meaning, Recurring):
        between = lower[told.last : here.first]
        if len(between) < _CLAUSE_OF_HABIT and _ENDS.isdisjoint(between):
            return _NO_DAY  # "on Fridays the shop shuts at noon"
    if lower[here.last : here.last + 2] == ["on", "a"]:
        return _NO_DAY  # "it was 5pm on a Friday"
    beside = found[i + 1] if i + 1 < len(found) else None
    if beside is not None and beside.first - here.last <= _BETWEEN:
        between = tokens.words[here.last : beside.first]
        if isinstance(beside.meaning, Fields) and beside.meaning.day is not None and _names_clock(between):
            return beside.meaning  # "at 5:34 a.m. Lisbon time on March 20"
        if _is_habit(lower, here.last, beside):
            return _NO_DAY  # "6pm on weekdays"
        after = found[i + 2] if i + 2 < len(found) else None
        to = len(between) == 1 and between[0] in _TO and isinstance(beside.meaning, Clock)
        if to and after is not None and _is_habit(lower, beside.last, after):
            return _NO_DAY  # "8am to 6pm on weekdays"
    return None


_BETWEEN = 6  # tokens
_NEXT = 3  # tokens: "on"
_CLAUSE_OF_HABIT = 12  # tokens
_HABITS = frozenset("curfew curfews hours shift shifts".split())  # "a curfew from 9pm to 5am"
_TO = frozenset({"to", "until", "till", "and", "-", "–"})


def _is_of_curfew(lower: list[str], found: list[Found], i: int) -> bool:
    """Whether a time of day is one of those between which something holds night after night: "a curfew from 9pm to
    5am"."""
    here, last = found[i], found[i - 1] if i else None
    if last is not None and lower[last.last : here.first] in (["to"], ["until"]):
        return isinstance(last.meaning, Clock) and last.meaning.date == _NO_DAY
    if lower[here.first - 1] != "from" or i + 1 == len(found) or not isinstance(found[i + 1].meaning, Clock):
        return False
    after = found[i + 2] if i + 2 < len(found) else None
    named = after is not None and after.first - found[i + 1].last < _NEXT
    return not named and not _HABITS.isdisjoint(lower[max(0, here.first - _BETWEEN) : here.first])


def _year_of_range(lower: list[str], here: Found, after: Found, fields: Fields) -> int | None:
    """The year told at the end of a range only: "between the evening of 2 May and the morning of 4 May 2013"."""
    if lower[here.first - 1] not in ("between", "from") and lower[here.first - 2] not in ("between", "from"):
        return None
    if lower[here.last : after.first] not in (["and"], ["to"], ["until"]) or fields.month is None:
        return None
    end = after.meaning.date if isinstance(after.meaning, Clock) else after.meaning
    if not isinstance(end, Fields) or end.year is None or end.month is None:
        return None
    return end.year - (fields.month > end.month)


def _is_dated(lower: list[str], told: Found, here: Found) -> bool:
    """Whether the clause has named the day of "overnight": "on 16 March the bank lent it $4 billion overnight"."""
    day = isinstance(told.meaning, Fields) and told.meaning.day is not None
    between = lower[told.last : here.first]
    return day and len(between) < _CLAUSE and _ENDS.isdisjoint(between)


def _is_of_old_month(tokens: Tokens, told: Found, here: Found, published: date | None) -> bool:
    """Whether a month of long ago was told just before "overnight": no night of this week's.

    "A flood in June 2008 filled the cellar. They carried the jars out overnight".
    """
    meaning = told.meaning
    if published is None or not isinstance(meaning, Fields) or meaning.year is None or meaning.month is None:
        return False
    between = tokens.text[tokens.starts[told.first] : tokens.starts[here.first]]
    if here.first - told.last > _SAME_NIGHT or "\n" in between:
        return False
    return (published.year - meaning.year) * 12 + published.month - meaning.month > _A_SEASON


_SAME_NIGHT = 40  # tokens
_A_SEASON = 3  # months
_CLAUSE = 24  # tokens
_ENDS = frozenset({".", ";", ":", '"', "”"})


def _end_of_list(lower: list[str], found: list[Found], i: int, weekday: int) -> int | None:
    """The last weekday of a list that begins with expression ``i`` and goes on through one week: "Monday and Tuesday".

    None where it tells what was stopped on those days, which may be to come: "were cancelled on Monday and Tuesday".
    """
    joint, days, last = "", 0, weekday
    for j in range(i + 1, min(i + 1 + _WEEK, len(found))):
        here, meaning = found[j - 1], found[j].meaning
        if found[j].first - here.last != 1 or lower[here.last] not in _JOINTS or joint in _ENDS_LIST:
            break
        if not isinstance(meaning, Fields) or meaning.weekday is None or meaning.day is not None:
            break
        ahead = (meaning.weekday - last) % _WEEK
        days, joint, last = days + ahead, lower[here.last], meaning.weekday
        if not ahead or days > _SPAN:
            return None  # "Friday and Thursday"
    before = lower[max(0, found[i].first - _STOPPING) : found[i].first]
    return last if joint in _ENDS_LIST and STOPPED.isdisjoint(before) else None


# Days by which what happened on them is called for years: "the September 11 attacks", "the January 6 committee".
_ATTACKS = frozenset("attack attacks attackers terrorist terror massacre".split())
_KNOWN_DAYS: dict[tuple[int | None, int | None], tuple[int, frozenset[str]]] = {
    (9, 11): (2001, _ATTACKS | frozenset("hijackers hijackings commission memorial victims".split())),
    (10, 7): (2023, _ATTACKS),
    (1, 6): (2021, frozenset("committee riot riots rioters attack insurrection hearings panel defendants".split())),
}
_WEEK = 7
_SPAN = 4  # days
_JOINTS = frozenset({",", "and", "&"})
_ENDS_LIST = _JOINTS - {","}
_STOPPING = 6  # tokens


def _is_just(lower: list[str], first: int) -> bool:
    """ "Just over two years ago", "a little less than two years ago"."""
    return first > 0 and lower[first - 1] in _JUST and lower[first] in _OVER_OR_UNDER


_JUST = frozenset("just slightly little bit barely fractionally marginally shade".split())
_OVER_OR_UNDER = frozenset({"over", "under", "more", "less"})


def _names_clock(words: list[str]) -> bool:
    """ "Lisbon time on", "Rio time,"."""
    return words[-2:] in (["time", "on"], ["time", ","]) and all(word[0].isupper() for word in words[:-2])


def _is_habit(lower: list[str], end: int, beside: Found) -> bool:
    """Whether what is told next, right beside a time of day, says that it is one of many: "9 a.m. daily"."""
    return isinstance(beside.meaning, Recurring) and lower[end : beside.first] in ([], [","], ["on"])


def _month_alone(meaning: Meaning) -> int | None:
    """The month of a meaning that tells neither day nor year."""
    fields = meaning.fields if isinstance(meaning, Chosen) else meaning
    if not isinstance(fields, Fields) or fields.year is not None or fields.day is not None:
        return None
    return fields.month


def _is_of_habit(lower: list[str], first: int) -> bool:
    """Whether months are those of any year: "the season runs from November to February"."""
    clause = lower[max(0, first - _HABIT) : first]
    return not (_USUALLY.isdisjoint(clause) and (_LASTS.isdisjoint(clause) or _SEASONS.isdisjoint(clause)))


_HABIT = 8  # tokens
_USUALLY = frozenset("usually typically normally generally always traditionally".split())
_LASTS = frozenset("runs lasts goes stretches extends peaks".split())
_SEASONS = frozenset("season year monsoon term calendar".split())


def _is_now(lower: list[str], first: int) -> bool:
    """ "It's ten to nine", "it is now just after six": on the day on which it is said."""
    for at in range(first - 1, max(0, first - _SPOKEN), -1):
        if lower[at] in _IS:
            return lower[at - 1] == "it"
        if lower[at] not in _COMING_UP:
            return False
    return False


_SPOKEN = 6  # tokens
_IS = frozenset({"is", "'s", "’s"})
_COMING_UP = frozenset("now just after before nearly almost exactly coming up to gone about past only".split())


def _is_compared(lower: list[str], first: int, last: int) -> bool:
    """Whether a figure is compared with that of "last year": "compared with a loss of $3 million last year", "up from
    last year's $3 million"."""
    before = lower[first - 1] if first else ""
    if before in _COMPARES:
        return lower[last : last + 1] in (["'s"], ["’s"]) and lower[last + 1 : last + 2] in (["$"], ["£"], ["€"])
    if before not in _FIGURES and not before[:1].isdigit():
        return False
    for at in range(first - 2, max(-1, first - _FIGURE), -1):
        word = lower[at]
        if word in _COMPARES:
            return True
        if not (word[0].isalnum() or word in _OF_FIGURES):
            return False
    return False


def _is_of_deed(lower: list[str], first: int) -> bool:
    """Whether "a year ago" tells when something was done, and compares no figures: "bought its shares a year ago"."""
    before = lower[first - 1] if first else ""
    return before.isalpha() and not (before in _COMPARES or before in _FIGURES or before in _LEADS)


_LEADS = frozenset(
    """in of for to the quarter period and but one two three four five six seven eight nine ten eleven twelve""".split()
)
_FIGURE = 14  # tokens
_SAME_FIGURE = 30
_FIGURES = frozenset("million billion trillion share % percent guilders marks euros pence cents".split())
_OF_FIGURES = frozenset({"$", "£", "€", "¥", "#", "%", ",", "'s", "’s"})
_COMPARES = frozenset({"from", "with", "than", "against", "versus"})
