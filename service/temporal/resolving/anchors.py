"""What a date that was told is remembered by, and what is not known where none was."""

from __future__ import annotations

from service.record import record
from service.temporal.calendar.periods import Grain, Interval, Period

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
"""What can be said of a period whose anchor is missing, by grain."""
FINENESS = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}


@record
class Anchor:
    """A date told before: the period, the id of its expression, the token after it, and whether it named its year."""

    period: Period
    id: str
    last: int
    explicit: bool = False


@record
class ClockTime:
    """A time of day told before: the ordinal of its day, seconds from midnight, offset, and the token after it."""

    day: int
    second: int
    zone: str
    id: str
    last: int


@record
class Place:
    """A resolved period with where it came from; ``bounds`` where they are not those of the calendar."""

    period: Period
    anchor: str | None = None
    explicit: bool = False
    bounds: Interval | None = None


class UnresolvedError(Exception):
    """The anchor that a meaning needs is missing; ``value`` is what can be said all the same."""

    def __init__(self, value: str, grain: Grain) -> None:
        super().__init__(value)
        self.value = value
        self.grain = grain


@record
class Telling:
    """How a period was told.

    ``leading``: it opened a sentence or a heading; ``aside``: as a limit, which does not move a narrative;
    ``modified``: as early, late, about; ``compared``: as what a report compares with ("a year earlier");
    ``past``: in the past tense; ``of_accounts``: a quarter of a firm's year of accounts;
    ``of_life``: in the brackets that tell when somebody lived; ``from_now``: counted from the day of publication;
    ``of_thing``: of what had been done with a thing that the sentence tells of ("a jar that she had bought in 1874").
    """

    leading: bool = False
    aside: bool = False
    modified: bool = False
    compared: bool = False
    past: bool = False
    of_accounts: bool = False
    of_life: bool = False
    from_now: bool = False
    of_thing: bool = False
