"""Expressions that the tense of their clause turns round: "faces a vote on Tuesday" speaks of the Tuesday to come.

A bare weekday or month was read against the day of publication before clauses were known. Where the verb that it
dates stands in
the simple present, and is neither a headline's nor a report's, it is the next one and not the last. A bare clock time
in
the past is on the day told last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.events.linking import Links
from service.events.triggers import Trigger
from service.temporal.calendar import Interval, Moment, civil, period_of, shift_day
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_BARE_DAYS = frozenset({"weekday", "part-of-day"})
_CLOCKS = frozenset({"clock-time", "about-clock-time"})
_DAYS = frozenset({"day", "hour", "minute", "second"})
_BARE_MONTHS = frozenset({"month-name", "month"})


def turn(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    triggers: Sequence[Trigger],
    links: Links,
    timexes: Sequence[Timex],
    today: int | None,
) -> tuple[Timex, ...]:
    """The expressions, with those turned that look forward. ``today`` is the ordinal of the publication day."""
    if today is None:
        return tuple(timexes)
    forward = _dating_forward(sentences, triggers, links)
    explaining = _explained(triggers, links)
    turned: list[Timex] = []
    listed = False  # "Thursday: …" was turned: so is the "Friday: …" after it
    told: int | None = None  # the day told last, to which "at 9 p.m." belongs
    past = _dating_past(triggers, links)
    number_of = {timex.id: number for number, timex in enumerate(timexes)}
    moved: dict[str, int] = {}  # days by which an expression was moved: what hangs on it moves too
    for number, timex in enumerate(timexes):
        new = timex
        heads = timex.last < len(tokens) and tokens.words[timex.last] == ":"
        if timex.anchor in moved:
            new = _by_days(timex, moved[timex.anchor])
        elif timex.rule in _CLOCKS and number in past and number_of.get(timex.anchor or "") not in past:
            new = _by_days(timex, _distance(timex, told))
        elif number in explaining:
            new = _last_year(timex, today)
        elif number in forward or (heads and listed):
            new = _next(timex, today)
            listed = heads and new is not timex
        if new is not timex and new.bounds and timex.bounds and new.bounds.start and timex.bounds.start:
            moved[timex.id] = new.bounds.start.day - timex.bounds.start.day
        if number in past and new.bounds is not None and new.bounds.start is not None and timex.precision in _DAYS:
            told = new.bounds.start.day
        turned.append(new)
    return tuple(turned)


def _dating_forward(sentences: Sequence[Sentence], triggers: Sequence[Trigger], links: Links) -> frozenset[int]:
    """Numbers of the expressions that date a verb in the simple present or the future."""
    found: set[int] = set()
    for trigger, anchors in zip(triggers, links.anchors, strict=True):
        if sentences[trigger.sentence].heading or trigger.pos == "noun":
            continue
        present = (
            trigger.tense == "PRESENT"
            and not trigger.modal
            and "PERFECTIVE" not in trigger.aspect
            and trigger.event_class not in ("REPORTING", "PERCEPTION")
        )
        if present or trigger.tense == "FUTURE":
            found.update(a.timex for a in anchors if a.relation in ("in", "by", "until") and a.via == "clause")
    return frozenset(found)


def _dating_past(triggers: Sequence[Trigger], links: Links) -> frozenset[int]:
    """Numbers of the expressions on which something past is told."""
    return frozenset(
        anchor.timex
        for trigger, anchors in zip(triggers, links.anchors, strict=True)
        if trigger.pos == "verb" and trigger.tense == "PAST"
        for anchor in anchors
        if anchor.relation == "in"
    )


def _explained(triggers: Sequence[Trigger], links: Links) -> frozenset[int]:
    """Numbers of the expressions from which something past is counted ("18 December, the day before he left")."""
    return frozenset(
        anchor.timex
        for trigger, anchors in zip(triggers, links.anchors, strict=True)
        if trigger.tense == "PAST"
        for anchor in anchors
        if anchor.offset is not None
    )


def _distance(timex: Timex, day: int | None) -> int:
    """How many days ``timex`` lies before ``day``; 0 where either is unknown."""
    start = timex.bounds.start if timex.bounds is not None else None
    return day - start.day if day is not None and start is not None else 0


def _by_days(timex: Timex, days: int) -> Timex:
    """The same, some days later; only what is a day or a time on it."""
    bounds = timex.bounds
    if not days or bounds is None or bounds.start is None or bounds.end is None or timex.precision not in _DAYS:
        return timex
    start = _later(bounds.start, days)
    value = Moment(start.day).isoformat() + timex.value[10:]
    return replace(timex, bounds=Interval(start, _later(bounds.end, days)), value=value)


def _last_year(timex: Timex, today: int) -> Timex:
    """A day without a year that was read as the next one, a year earlier."""
    bounds = timex.bounds
    if timex.explicit or timex.rule != "calendar-date" or bounds is None or bounds.start is None or bounds.end is None:
        return timex
    if bounds.start.day <= today or bounds.start != bounds.end:
        return timex
    return _by_days(timex, shift_day(bounds.start.day, "year", -1) - bounds.start.day)


def _next(timex: Timex, today: int) -> Timex:
    """The same weekday or month, the next one after ``today`` instead of the last one."""
    bounds = timex.bounds
    if timex.anchor != "published_at" or bounds is None or bounds.start is None or bounds.end is None:
        return timex
    if bounds.end.day >= today:
        return timex
    if timex.rule in _BARE_DAYS and bounds.start.day >= today - 7:
        moved = Interval(_later(bounds.start, 7), _later(bounds.end, 7))
        return replace(timex, bounds=moved, value=Moment(bounds.start.day + 7).isoformat() + timex.value[10:])
    if timex.rule in _BARE_MONTHS and timex.mod is None and len(timex.value) == 7:
        month = period_of("month", shift_day(bounds.start.day, "month", 12))
        year, number, _ = civil(month.first())
        return replace(timex, bounds=month.interval(), value=f"{year:04d}-{number:02d}")
    return timex


def _later(moment: Moment, days: int) -> Moment:
    return Moment(moment.day + days, moment.second, moment.zone)
