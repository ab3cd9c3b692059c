"""A temporal expression that was found and read: TimeML's TIMEX3, with the bounds that it sets."""

from __future__ import annotations

from typing import Literal

from service.record import record
from service.temporal.calendar.periods import Interval

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"
]
Viewpoint = Literal["now", "then", "story"]  # where what is to come is looked forward to from
Direction = Literal[-2, -1, 0, 1]  # -2: the past, told after it; 0: not told; 1: to come

AT_LEAST = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})  # values of ``mod``


@record
class Timex:
    """One expression. Offsets are code points; ``first``/``last`` are token indices, the last exclusive.

    ``value``, ``mod``, ``quant``, ``freq``, ``begin_point`` and ``end_point`` are TIMEX3 attributes (TimeML 1.2.1,
    as TempEval-3
    annotates). ``bounds`` is the interval that the expression denotes, None where it denotes none (PAST_REF, a bare
    duration,
    an unresolved XXXX-11). ``anchor`` is "published_at", the id of the expression it was resolved against, or None;
    ``begin_point`` and ``end_point``, where a length of time begins or ends, are told in the same way.
    ``tense``: what the words around it told where its year or week hangs on that: past (negative), future, or neither.
    ``explicit``: a full date that needs no anchor. ``vague``: the bounds stand for "early", "about", "recent" and
    the like.
    """

    id: str
    start: int
    end: int
    first: int
    last: int
    text: str
    type: TimexType
    value: str
    rule: str
    precision: Precision
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    bounds: Interval | None = None
    anchor: str | None = None
    explicit: bool = False
    vague: bool = False
    begin_point: str | None = None
    end_point: str | None = None
    tense: int = 0
