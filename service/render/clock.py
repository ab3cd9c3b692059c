"""Times of day in words and figures: 24 hours, zones as offsets from UTC."""

from __future__ import annotations

from service.temporal.model import Precision


def clock(second: int, precision: Precision = "minute") -> str:
    """``14:30``, or ``14:30:05`` where the seconds are meant. ``second`` counts from midnight."""
    hours, rest = divmod(second, 3600)
    minutes, seconds = divmod(rest, 60)
    if precision == "second":
        return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    return f"{hours:02d}:{minutes:02d}"


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
