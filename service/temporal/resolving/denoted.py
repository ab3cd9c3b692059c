"""What an expression denotes once it is resolved."""

from __future__ import annotations

from service.record import record
from service.temporal.calendar.periods import Interval, Period
from service.temporal.model import Precision, TimexType


@record
class Denoted:
    """What an expression denotes. ``period`` is the cell of the calendar behind it, where there is one."""

    type: TimexType
    value: str
    precision: Precision
    period: Period | None = None
    bounds: Interval | None = None
    mod: str | None = None
    anchor: str | None = None
    explicit: bool = False
    vague: bool = False
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
