"""What an expression means before it is resolved: a few kinds of meaning; ``operators`` compose them.

A meaning knows nothing of the publication date or of the story so far; ``resolver`` brings those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from service.temporal.calendar.periods import Grain

Origin = Literal["speech", "story", "here"]


class Fields(NamedTuple):
    """The parts of a date that the words give; what is missing is for the resolver.

    Years are astronomical; ``weekday`` 0 is Monday; ``until`` is the month, or weekday, in which the range or list ends
    that this one opens; ``fiscal``: of a year of accounts; ``short_year``: the last two digits of the year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    decade_of_century: int | None = None
    century: int | None = None
    holiday: str | None = None
    until: int | None = None
    fiscal: bool = False
    short_year: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The period of ``grain`` that lies ``count`` after the one with the origin in it: "last year", "that day".

    The origin "here" is the story's, or, in news that has told none just before, the time of speech: "for the week".
    """

    grain: Grain
    count: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Chosen:
    """Fields with the direction said: "last May", "next Tuesday", "this summer" (``which`` -1, 1, 0)."""

    fields: Fields
    which: int
    origin: Origin = "speech"


@dataclass(frozen=True, slots=True)
class Around:
    """The ``grain`` that ``inner`` lies in: "the week of April 7", "Easter week"; for a weekend, the nearest one."""

    grain: Grain
    inner: Meaning


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest ``grain`` on the side that the tense tells: "the weekend"."""

    grain: Grain


@dataclass(frozen=True, slots=True)
class Reported:
    """The quarter that a report is about: the latest one told, else the last complete one: "the quarter".

    ``back``: years before it; ``year``: the same quarter of that year ("the 1988 period"); ``loose``: the words do not
    say that it is a quarter, so that it may be of several.
    """

    back: int = 0
    year: int | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The quarter that ends on a day: "the quarter ended June 30", "its fourth quarter ended June 30"."""

    quarter: int | None
    end: Meaning


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units: None is "some"; ``any_less``: it may be any smaller number ("less than two", not "nearly");
    ``just``: it is little more, or less ("just over two")."""

    number: float | None
    mod: str | None = None
    any_less: bool = False
    just: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """``count`` units before (-1) or after (1) ``base``: a meaning, the time of speech, or the story's date so far."""

    count: Count
    unit: str
    direction: int
    base: Meaning | Origin


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. ``side`` -1: it ends at the time of speech ("the past two years"); 1: it begins there; 0:
    not anchored, but for the day on which it ends ("the three months ended June 30")."""

    count: Count
    unit: str
    side: int = 0
    origin: Origin = "speech"
    extra: tuple[tuple[float, str], ...] = ()
    end: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """``inner`` within ``outer``: "the third quarter of last year", "March of that year", "Friday of next week"."""

    inner: Meaning
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th ``grain`` of ``outer`` (-1: the last): "the first week of March", "the last quarter"."""

    number: int
    grain: str
    outer: Meaning | None
    span: int = 1


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The ``number``-th such weekday of ``outer`` (-1: the last): "the first Monday of May"."""

    number: int
    weekday: int
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest such weekday before (-1) or after (1) a day: "the Monday after Thanksgiving"."""

    weekday: int
    side: int
    day: Meaning


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on ``date`` (None: the story's day). ``part``: TMO, TAF, TEV, TNI, TMI, TDT where no hour is
    given."""

    second: int | None = None
    precision: str = "minute"
    part: str | None = None
    zone: str = ""
    date: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: "every Tuesday", "twice a week", "daily"."""

    value: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """A meaning with a TIMEX3 modifier: START, MID, END, APPROX, EQUAL_OR_MORE, …

    EARLIER and LATER are START and END of a period that the time of speech (or of the story) cuts in two: "later
    this year".
    """

    mod: str
    inner: Meaning


Meaning = (
    Fields
    | Step
    | Chosen
    | Near
    | Reported
    | Ended
    | Around
    | Distance
    | Duration
    | Inside
    | Nth
    | NthWeekday
    | Beside
    | Clock
    | Vague
    | Recurring
    | Modified
)


def needs_tense(meaning: Meaning) -> bool:
    """Whether the tense around it decides which period is meant: a date without a year, "the weekend"."""
    if isinstance(meaning, Fields):  # the commonest by far
        return (
            meaning.year is None and meaning.short_year is None and meaning.decade is None and meaning.century is None
        )
    if isinstance(meaning, Step):
        if meaning.origin == "here":
            return meaning.grain in ("week", "month", "year", "decade")  # "will reopen by the end of the month"
        return meaning.origin == "story" and meaning.grain == "day" and meaning.count == 0  # "that day"
    if isinstance(meaning, (Modified, Around)):
        return needs_tense(meaning.inner)
    if isinstance(meaning, Ended):
        return needs_tense(meaning.end)
    if isinstance(meaning, Duration):
        return meaning.side > 0 or (meaning.end is not None and needs_tense(meaning.end))
    if isinstance(meaning, Beside):
        return needs_tense(meaning.day)
    if isinstance(meaning, (Inside, Nth, NthWeekday)):
        return meaning.outer is not None and needs_tense(meaning.outer)
    if isinstance(meaning, Clock):
        return meaning.date is None or needs_tense(meaning.date)
    if isinstance(meaning, Distance):
        if isinstance(meaning.base, str):
            return meaning.base == "story"  # "ten years on" may not lie ahead
        return needs_tense(meaning.base)
    return isinstance(meaning, Near)


def tells_of_before(meaning: Meaning) -> bool:
    """Whether it may tell what a report compares with ("a year earlier", "the year-ago quarter"), or by the way what
    was before ("who had been elected the previous autumn", "had been sent four months earlier")."""
    if isinstance(meaning, Fields):  # the commonest by far
        return False
    if isinstance(meaning, Distance):
        counted = meaning.base == "story" and meaning.unit in ("month", "year")
        return meaning.direction < 0 and (counted or (meaning.unit == "year" and meaning.count.number == 1))
    if isinstance(meaning, Step):
        return meaning.count < 0 and meaning.origin == "story" and meaning.grain in ("month", "year")
    if isinstance(meaning, Chosen):
        return meaning.which < 0 and meaning.origin == "story"
    return isinstance(meaning, Reported) and meaning.back > 0


def is_of_accounts(meaning: Meaning) -> bool:
    """Whether a quarter is told by a firm's year of accounts."""
    return meaning.fiscal if isinstance(meaning, Fields) else isinstance(meaning, Ended)
