"""Intervals and grains: pure arithmetic on the proleptic Gregorian calendar, years before AD 1 included."""

from __future__ import annotations

from typing import NamedTuple


class Moment(NamedTuple):
    """A day, or a time on it. ``day`` is the proleptic Gregorian ordinal (0001-01-01 is 1, as in ``date.toordinal``; BC is ≤ 0).

    ``second`` counts from local midnight, None for the whole day; ``zone`` is "" (local), "Z" or "+HH:MM".
    """

    day: int
    second: int | None = None
    zone: str = ""

    def isoformat(self) -> str:
        """ISO 8601: ``2024-11-01``, ``2024-11-01T14:30:00+02:00``, ``-0043-03-15``."""
        raise NotImplementedError


class Interval(NamedTuple):
    """From ``start`` to ``end``, both inclusive; None is open."""

    start: Moment | None
    end: Moment | None
