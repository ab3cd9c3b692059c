"""``text/calendar``: one VEVENT an event, through the icalendar library (RFC 5545; RFC 7986 for the calendar's name).

- All-day events end on the day after (DTEND is exclusive). "By" a date is that day, "since" a date is that day; the
  words are in DESCRIPTION. Whatever is not a fact on a known day is TENTATIVE; what did not happen is CANCELLED.
  Nothing blocks time.
- iCalendar has no years before 1 or after 9999 and nothing without a date: such events are named in the calendar's own
  DESCRIPTION.
- No clock is read: DTSTAMP is the publication date (the epoch where there is none), and UIDs are hashes of article and
  event.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from zoneinfo import ZoneInfo

import icalendar

from service.article import UNLIMITED, Budget
from service.events.model import Event, EventTime
from service.render.characters import plain_lines
from service.render.clock import offset_seconds
from service.render.phrases import labelled, standing, when
from service.temporal.calendar.periods import Moment, civil
from service.timeline.model import Timeline

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR"
_PRODID = "-//event-timeline//event-timeline 1//EN"
_SHARP = ("second", "minute", "hour", "day")
_LAST_SECOND = 86_399


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """The calendar, lines folded and ended by CRLF. ``budget`` is polled at each event."""
    digest = sha256(timeline.article.text.encode("utf-8", "replace")).hexdigest()
    stamp = icalendar.vDDDTypes(_stamp(timeline.published_at))
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODID)
    calendar.add("version", "2.0")
    # The library knows these two as properties of no type in particular: it is told that they are text, to be escaped.
    calendar.add("name", icalendar.vText(plain_lines(timeline.article.title or "Timeline")))
    left_out, entries = list(timeline.undated), []
    for event in budget.over(timeline.events):
        entry = _entry(event, timeline, stamp, digest)
        if entry is None:
            left_out.append(event)
        else:
            entries.append(entry.to_ical())
    if left_out:
        calendar.add("description", _left_out(left_out))
    # Entry by entry, not as components of the calendar: all of them at once could not be stopped half-way.
    head, end, rest = calendar.to_ical().rpartition(_END)
    return b"".join((head, *entries, end, rest)).decode("utf-8")


def _entry(event: Event, timeline: Timeline, stamp: icalendar.vDDDTypes, digest: str) -> icalendar.Event | None:
    """The VEVENT; None where the event has no date that a calendar can hold."""
    ends = _ends(event.time, timeline.timezone) if event.time else None
    if ends is None or event.time is None:
        return None
    start, end = ends
    entry = icalendar.Event()
    # Set with their types: ``add`` finds out the type of each value anew, which costs more than all the rest.
    entry["UID"] = icalendar.vText(f"{sha256(f'{digest} {event.id}'.encode()).hexdigest()[:32]}@event-timeline")
    entry["DTSTAMP"] = stamp
    entry["DTSTART"] = icalendar.vDDDTypes(start)
    if end is not None:
        entry["DTEND"] = icalendar.vDDDTypes(end)
    entry["SUMMARY"] = icalendar.vText(plain_lines(labelled(event.headline, event.factuality)))
    entry["DESCRIPTION"] = icalendar.vText(plain_lines(_description(event, timeline.article.text)))
    entry["STATUS"] = icalendar.vText(_status(event, event.time))
    entry["TRANSP"] = icalendar.vText("TRANSPARENT")
    entry["CATEGORIES"] = icalendar.vText(event.factuality.status)
    entry["X-EDTF"] = icalendar.vText(plain_lines(event.time.edtf))
    return entry


def _description(event: Event, text: str) -> str:
    return f"{when(event.time)}: {standing(event.factuality)}.\n\n“{text[slice(*event.evidence)]}”"


def _status(event: Event, time: EventTime) -> str:
    """RFC 5545, 3.8.1.11: CONFIRMED, TENTATIVE or CANCELLED."""
    told = event.factuality
    if told.polarity == "negative":
        return "CANCELLED"
    plain = told.status in ("occurred", "ongoing", "scheduled") and told.certainty == "certain" and not told.disputed_by
    return "CONFIRMED" if plain and _sharp(time) else "TENTATIVE"


def _sharp(time: EventTime) -> bool:
    """Whether the article gives the day (or the days that it lasted)."""
    start, end = time.bounds
    if start is None or time.approximate or time.precision not in _SHARP:
        return False
    return time.extent == "throughout" or (end is not None and start.day == end.day)


def _ends(time: EventTime, zone: str) -> tuple[date, date | None] | None:
    """DTSTART and (exclusive) DTEND; None where iCalendar has no such date."""
    first, last = time.bounds.start or time.bounds.end, time.bounds.end or time.bounds.start
    if first is None or last is None:
        return None
    try:
        if first.second is None and last.second is None:
            return date(*civil(first.day)), date(*civil(last.day)) + timedelta(days=1)
        return _clock_ends(first, last, zone)
    except (ValueError, OverflowError):
        return None


def _clock_ends(first: Moment, last: Moment, zone: str) -> tuple[datetime, datetime | None]:
    start = _instant(first, first.second or 0, zone)
    end = _instant(last, _LAST_SECOND if last.second is None else last.second, zone)
    if end.second == 59:  # the last second that belongs to it: the end is the minute's
        end += timedelta(seconds=1)
    return start, (end if end > start else None)


def _instant(moment: Moment, second: int, zone: str) -> datetime:
    """In UTC; a local time is read in the timeline's zone."""
    local = datetime(*civil(moment.day)) + timedelta(seconds=second)
    return local.replace(tzinfo=_zone(moment.zone, zone)).astimezone(UTC)


def _zone(own: str, default: str) -> timezone | ZoneInfo:
    offset = offset_seconds(own)
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if default[:1] in "+-":
        return timezone(timedelta(seconds=offset_seconds(default) or 0))
    return ZoneInfo(default)


def _stamp(published_at: str | None) -> datetime:
    if published_at is None:
        return _EPOCH
    try:
        read = datetime.fromisoformat(published_at)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return _EPOCH


def _left_out(events: list[Event]) -> str:
    names = "\n".join(f"- {labelled(event.headline, event.factuality)} ({when(event.time)})" for event in events)
    return plain_lines(f"Not in this calendar, for want of a date that it can hold:\n{names}")
