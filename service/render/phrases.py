"""What a time, and how the article stands to an event, are called in English: the one place for these words.

"22 March 2025", "between 1 and 10 November 2024", "by 23 March 2025", "some time in 2024", "since February 2022",
"late 1980s". ``between`` and ``by`` are inclusive, as the bounds are. What the bounds say is said and nothing narrower:
a year is never turned into its first of January.
"""

from __future__ import annotations

from datetime import datetime

from service.events.model import EventTime, Factuality, Relation
from service.render.calendar_names import Name, day_name, name_of, part_of, span_names
from service.render.clock import clock, part_of_day, same_minute, zone_name
from service.temporal.calendar.periods import Moment

UNDATED = "undated"
_LAST_SECOND = 86_399

_BASIS = {
    "explicit": "dated in full by the article",
    "relative": "counted from another date",
    "relation": "told by what it came before or after",
    "document": "bounded by the publication date alone",
}
_RELATION = {
    "before": "before",
    "after": "after",
    "includes": "includes",
    "is_included": "part of",
    "during": "during",
    "simultaneous": "at the same time as",
    "begun_by": "begun by",
    "ended_by": "ended by",
}

_STATUS = {
    ("occurred", "positive"): "happened",
    ("occurred", "negative"): "did not happen",
    ("ongoing", "positive"): "still going on",
    ("ongoing", "negative"): "is not happening",
    ("scheduled", "positive"): "planned",
    ("scheduled", "negative"): "planned not to happen",
    ("hypothetical", "positive"): "might happen",
    ("hypothetical", "negative"): "might not happen",
    ("denied", "positive"): "denied",
    ("denied", "negative"): "denied, and said not to have happened",
}
_CERTAINTY = {"certain": "", "probable": "probably ", "possible": "possibly "}
# What is planned is sure as a plan: the doubt is whether it will come about.
_UNSURE_PLAN = {
    ("probable", "positive"): "expected",
    ("probable", "negative"): "not expected to happen",
    ("possible", "positive"): "possibly planned",
    ("possible", "negative"): "possibly not to happen",
}
_OBJECTIVE = {"he": "him", "she": "her", "we": "us", "they": "them", "it": "it"}
_DETERMINERS = frozenset(
    "The A An Its His Her Their Our My This That These Those Some Several Many Most Both Two Three Four Other".split()
)
_LABEL = {
    "occurred": "",
    "ongoing": "Ongoing",
    "scheduled": "Planned",
    "hypothetical": "Hypothetical",
    "denied": "Denied",
}


def when(time: EventTime | None) -> str:
    """The time in words, without a capital and without a full stop; ``undated`` where there is none."""
    if time is None or (time.bounds.start is None and time.bounds.end is None):
        return UNDATED
    start, end = time.bounds
    if start is None:
        assert end is not None
        word = "until" if time.extent == "throughout" else "by"
        return f"{word} {_about(time)}{_limit(end, time, first=False)}"
    if end is None:
        limit = f"{_about(time)}{_limit(start, time, first=True)}"
        return f"since {limit}" if time.extent == "throughout" else f"{limit} or later"
    if start.second is not None or end.second is not None:
        return _clock_time(start, end, time)
    return _days(start.day, end.day, time)


def basis(time: EventTime) -> str:
    """What the time rests on: ``counted from another date``."""
    return _BASIS[time.basis]


def relation(stated: Relation) -> str:
    """How an event stands to another, to be followed by that one's headline: ``before``, ``part of``."""
    return _RELATION[stated.type]


def published(published_at: str | None) -> str:
    """The publication date in words: ``23 March 2025``, ``23 March 2025, 08:15 UTC``; empty where it is not known."""
    if published_at is None:
        return ""
    try:
        read = datetime.fromisoformat(published_at)
    except ValueError:
        return published_at
    day = day_name(read.toordinal())
    if "T" not in published_at:
        return day
    zone = zone_name(read.isoformat()[-6:] if read.tzinfo else "")
    return f"{day}, {clock(read.hour * 3600 + read.minute * 60)}{zone}"


def status(factuality: Factuality) -> str:
    """How the article stands to the event: ``happened``, ``probably happened``, ``did not happen``, ``planned``, …"""
    words = _STATUS[factuality.status, factuality.polarity]
    if factuality.status == "hypothetical":
        return words
    if factuality.status == "scheduled":
        return _UNSURE_PLAN.get((factuality.certainty, factuality.polarity), words)
    return _CERTAINTY[factuality.certainty] + words


def attribution(factuality: Factuality) -> str:
    """Who says so and who denies it: ``according to the ministry; disputed by the union``, or nothing."""
    parts = []
    if factuality.source:
        parts.append(f"according to {_in_sentence(factuality.source)}")
    if factuality.disputed_by:
        parts.append(f"disputed by {', '.join(_in_sentence(each) for each in factuality.disputed_by)}")
    return "; ".join(parts)


def _in_sentence(name: str) -> str:
    """A name as it stands after a preposition: ``the ministry`` for "The ministry", ``him`` for "He"."""
    first, blank, rest = name.partition(" ")
    if not blank:
        return _OBJECTIVE.get(first.lower(), name)
    return f"{first.lower()} {rest}" if first in _DETERMINERS else name


def standing(factuality: Factuality) -> str:
    """``status`` and ``attribution`` in one phrase."""
    return ", ".join(part for part in (status(factuality), attribution(factuality)) if part)


def label(factuality: Factuality) -> str:
    """One or two words to stand before a headline wherever nothing else is seen of an event; empty for a plain fact."""
    if factuality.polarity == "negative":
        return "Not expected" if factuality.status in ("scheduled", "hypothetical") else "Did not happen"
    if factuality.status == "denied":
        return "Denied"
    if factuality.disputed_by:
        return "Disputed"
    if factuality.status == "occurred" and factuality.certainty != "certain":
        return factuality.certainty.capitalize()
    if factuality.status == "scheduled" and factuality.certainty == "probable":
        return "Expected"
    return _LABEL[factuality.status]


def labelled(headline: str, factuality: Factuality) -> str:
    """``Planned: Talks open in Riyadh``; a plain fact's headline as it is."""
    word = label(factuality)
    return f"{word}: {headline}" if word else headline


def _about(time: EventTime) -> str:
    return "about " if time.approximate else ""


def _limit(moment: Moment, time: EventTime, first: bool) -> str:
    """One bound of an open time. ``first``: it is the beginning."""
    if moment.second is not None:
        return f"{clock(moment.second, time.precision)}{zone_name(moment.zone)} on {day_name(moment.day)}"
    name = part_of(moment.day, time.precision, first)
    if name is None and not first and time.basis == "relation":
        name = part_of(moment.day, "year", first)  # "before the vote of 2024": its last day is nobody's date
        name = name if name and name.grain == "year" else None
    if name is None:
        return day_name(moment.day)
    return name.text if first else f"the end of {name.text}"


def _days(first: int, last: int, time: EventTime) -> str:
    name = name_of(first, last, time)
    if name is None:
        within = time.extent == "within" and not time.approximate
        return _about(time) + span_names(first, last, within, time.precision)
    about = _about(time) if not name.vague else ""
    if name.grain == "day":
        return about + name.text
    if time.extent == "throughout":
        return f"{about}throughout {name.text}" if not about else f"throughout about {name.text}"
    return f"{about}{name.text}" if about or not _long(name) else f"some time in {name.text}"


def _long(name: Name) -> bool:
    """Too long to stand as a date by itself: "some time in 2024"."""
    return name.grain in ("year", "decade", "century", "millennium") and not name.vague


def _clock_time(start: Moment, end: Moment, time: EventTime) -> str:
    first, last = start.second or 0, _LAST_SECOND if end.second is None else end.second
    if start.day < end.day and first == 0 and last == _LAST_SECOND:
        return _days(start.day, end.day, time)
    zone = zone_name(end.zone or start.zone)
    about = _about(time)
    if start.day == end.day:
        if (part := part_of_day(first, last)) is not None and time.precision == "hour":
            return f"{about}{day_name(start.day)}, {part}"
        if same_minute(first, last, time.precision):
            return f"{about}{day_name(start.day)}, {clock(first, time.precision)}{zone}"
        low, high = clock(first, time.precision), clock(last, time.precision)
        span = f"between {low} and {high}" if time.extent == "within" else f"{low}–{high}"
        return f"{about}{day_name(start.day)}, {span}{zone}"
    low, high = _moment_name(start, 0, time), _moment_name(end, _LAST_SECOND, time)
    return f"{about}between {low} and {high}{zone}" if time.extent == "within" else f"{about}from {low} to {high}{zone}"


def _moment_name(moment: Moment, edge: int, time: EventTime) -> str:
    """``18:00 on 14 September 2024``; the day alone where its clock time is the day's own ``edge``, so nobody's."""
    if moment.second is None or moment.second == edge:
        return day_name(moment.day)
    return f"{clock(moment.second, time.precision)} on {day_name(moment.day)}"
