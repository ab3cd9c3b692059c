"""Zones of clock times: the UTC offset that an abbreviation or an IANA zone has on a given day."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from service.temporal.calendar.periods import civil


@lru_cache(maxsize=512)
def load_zone(name: str) -> ZoneInfo | None:
    """The IANA zone called ``name``, None where there is no such zone. Remembered: reading one opens a file."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def offset_text(zone: str, day: int, second: int) -> str:
    """ "Z" or "+HH:MM" for a zone (already an offset, or an IANA name with its daylight saving) at that time of that
    day."""
    if zone == "Z" or zone[:1] in "+-":
        return zone
    found = load_zone(zone)
    year, month, dom = civil(day)
    if found is None or not 1 <= year <= 9998:
        return ""
    offset = (datetime(year, month, dom, tzinfo=found) + timedelta(seconds=second)).utcoffset()
    return format_offset(offset) if offset is not None else ""


def format_offset(offset: timedelta) -> str:
    """``+02:00``; ``Z`` for none."""
    minutes = int(offset.total_seconds() // 60)
    if minutes == 0:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
