"""Times of day in words and figures: 24 hours, zones as offsets from UTC."""

from __future__ import annotations

from service.temporal.model import Precision


def clock(second: int, precision: Precision = "minute") -> str:
    """``14:30``, or ``14:30:05`` where the seconds are meant, ``14:00`` where the hour is: no finer than it was told.

    ``second`` counts from midnight.
    """
    hours, rest = divmod(second, 3600)
    if precision == "hour":
        return f"{hours:02d}:00"
    minutes, seconds = divmod(rest, 60)
    if precision == "second":
        return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    return f"{hours:02d}:{minutes:02d}"


_PARTS = {
    (5, 12): "in the morning",
    (11, 14): "around midday",
    (12, 18): "in the afternoon",
    (6, 18): "in the daytime",
    (17, 24): "in the evening",
    (18, 24): "at night",
}


def part_of_day(first: int, last: int) -> str | None:
    """The part of the day that these seconds are the bounds of, as a phrase; None where they are those of no part."""
    return _PARTS.get((first // 3600, last // 3600 + 1)) if first % 3600 == 0 and last % 3600 == 3599 else None


def same_minute(first: int, last: int, precision: Precision) -> bool:
    """Whether the two cannot be told apart in ``clock``."""
    return clock(first, precision) == clock(last, precision)


def zone_name(zone: str) -> str:
    """``" UTC"`` for Z, ``" UTC+02:00"`` for an offset, nothing for local time."""
    if not zone:
        return ""
    return " UTC" if zone in ("Z", "+00:00", "-00:00") else f" UTC{zone}"


def offset_seconds(zone: str) -> int | None:
    """Seconds east of UTC; None for local time. The zone is "Z" or "+HH:MM"."""
    if not zone:
        return None
    if zone == "Z":
        return 0
    sign = -1 if zone[0] == "-" else 1
    hours, _, minutes = zone[1:].partition(":")
    return sign * (int(hours) * 3600 + int(minutes or 0) * 60)
