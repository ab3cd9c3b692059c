"""Expressions that the tense of their clause turns round: "faces a vote on Tuesday" speaks of the Tuesday to come.

A bare weekday or month was read against the day of publication before clauses were known. Where the verb that it
dates stands in
the simple present, and is neither a headline's nor a report's, it is the next one and not the last. A bare clock time
in
the past is on the day told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.events.clauses.model import Clauses
from service.events.links.model import BARE_DAYS, BARE_MONTHS, WITHOUT_YEAR, Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.times.told_days import (
    BY_DAY,
    CLOCKS,
    agreed,
    dating_asides,
    dating_past,
    dating_speech,
    dating_what_lasts,
    explained,
    of_what_was_told,
)
from service.events.triggers.model import Trigger
from service.record import changed
from service.temporal.calendar.periods import Interval, Moment, civil, period_of, shift_day
from service.temporal.calendar.timeml import format_period
from service.temporal.model import Timex
from service.text.tokens import Tokens

_PRESENT_AUXILIARIES = frozenset({"is", "are", "will", "has", "have", "'s", "’s", "'re", "’re"})
_BY_WHAT_FOLLOWS = -2
_BY_THE_CLOCK = frozenset({"hour", "minute"})
_SOON = 25  # tokens
_JUST_OVER = 30  # days: a day without its year that is no longer over is not the next year's
_EVENING, _SMALL_HOURS, _NOON = 17 * 3600, 6 * 3600, 12 * 3600  # seconds
_JUST_BEFORE = 20  # tokens


def turn(parse: Parse, links: Links, outlooks: Sequence[Outlook]) -> tuple[Timex, ...]:
    """The expressions, with those turned that look forward."""
    tokens, sentences, clauses, triggers, timexes, today = (
        parse.tokens,
        parse.sentences,
        parse.clauses,
        parse.triggers,
        parse.timexes,
        parse.day,
    )
    if today is None:
        return tuple(timexes)
    forward = {
        anchor.timex: trigger
        for number, trigger in enumerate(triggers)
        if links.anchors[number] and not sentences[trigger.sentence].heading and trigger.pos != "noun"
        for anchor in links.anchors[number]
        if anchor.relation in ("in", "by", "until")
        and anchor.via == "clause"
        and (
            _stands_before(trigger, timexes[anchor.timex])
            or _looks_forward(tokens, clauses, links, number, trigger, outlooks[number])
        )
    }
    past, explaining = dating_past(timexes, clauses, triggers, outlooks, links), explained(triggers, links)
    said = dating_speech(timexes, clauses, triggers, links)
    lasting = dating_what_lasts(clauses, triggers, links, tokens.lower)
    clocks = any(timex.rule in CLOCKS for timex in timexes)
    named = of_what_was_told(parse, links) if clocks else {}
    aside = dating_asides(parse, links) if clocks else frozenset()
    settled = agreed(parse, links, outlooks)
    return tuple(
        _Turner(timexes, links, forward, past - said, explaining, said, lasting | aside, named, settled, today).run()
    )


class _Turner:
    """The expressions of one article, front to back: what was told last, what was moved."""

    def __init__(
        self,
        timexes: Sequence[Timex],
        links: Links,
        forward: Mapping[int, Trigger],
        past: frozenset[int],
        explaining: frozenset[int],
        said: frozenset[int],
        lasting: frozenset[int],
        named: Mapping[int, int],
        agreed: Mapping[int, int],
        today: int,
    ) -> None:
        self.timexes = timexes
        self.heads = links.heads
        self.forward, self.past, self.explaining, self.said = forward, past, explaining, said
        self.lasting = lasting
        self.named = named
        self.agreed = agreed
        self.today = today
        self.number_of = {timex.id: number for number, timex in enumerate(timexes)}
        self.clock: Timex | None = None  # the clock time told last
        self.told: int | None = None  # the day told last, to which "at 9 p.m." belongs
        self.told_by: str | None = None  # the expression that told it
        self.agenda: Timex | None = None  # the last date that headed a paragraph about what is to come
        self.agenda_end = 0  # token
        self.moved: dict[str, int] = {}  # days by which an expression was moved: what hangs on it moves too

    def run(self) -> list[Timex]:
        turned: list[Timex] = []
        for number, timex in enumerate(self.timexes):
            new = self._turned(number, timex)
            if timex.precision in _BY_THE_CLOCK:
                new = self._after_midnight(new) if number in self.past and timex.rule in CLOCKS else new
                self.clock = new
            old_start = timex.bounds.start if timex.bounds else None
            start = new.bounds.start if new.bounds else None
            if start is not None and old_start is not None:
                if new is not timex:
                    self.moved[timex.id] = start.day - old_start.day
                if number in self.past and timex.precision in BY_DAY and number not in self.lasting:
                    self.told, self.told_by = start.day, timex.id
            turned.append(new)
        return turned

    def _after_midnight(self, timex: Timex) -> Timex:
        """ "Broke out at 6.20pm and was put out at 3am": in the small hours after it."""
        last = self.clock.bounds.start if self.clock is not None and self.clock.bounds is not None else None
        start = timex.bounds.start if timex.bounds is not None else None
        if self.clock is None or last is None or start is None or timex.first - self.clock.last > _SOON:
            return timex
        late = last.day == start.day and (last.second or 0) >= _EVENING and (start.second or _EVENING) <= _SMALL_HOURS
        return _by_days(timex, 1) if late else timex

    def _turned(self, number: int, timex: Timex) -> Timex:
        if number in self.heads:
            return self._headed(number, timex)
        if timex.anchor in self.moved and "numbered" not in timex.rule:
            return _by_days(timex, self.moved[timex.anchor])
        named = self.named.get(number)
        if named is not None and timex.rule in CLOCKS and self.timexes[named].bounds is not None:
            return _on_day(timex, _start(self.timexes[named]), self.timexes[named].id)
        if timex.rule in CLOCKS and number in self.past and self._is_of_another_day(timex):
            return _on_day(timex, self.told, self.told_by)
        if number in self.agreed:
            return _no_earlier(timex, _start(self.timexes[self.agreed[number]]) + 1)
        if number in self.explaining:
            return _last_year(timex, self.today)
        ahead = timex.bounds is not None and timex.bounds.start is not None and timex.bounds.start.day > self.today
        if number in self.past and timex.tense <= 0 and ahead:
            return _previous(timex)
        if self.agenda is not None and timex.first < self.agenda_end:
            timex = _within(timex, self.agenda)
        ahead = number in self.forward and _may_be_ahead(timex, self.forward[number])
        return _next(timex, self.today) if ahead else timex

    def _is_of_another_day(self, timex: Timex) -> bool:
        """Whether the day that a clock time was put on dates nothing that is told; one told just before it does."""
        anchor = self.number_of.get(timex.anchor or "")
        if anchor is not None and self._goes_on_at_night(self.timexes[anchor]):
            return False
        if anchor is None or (anchor in self.past and anchor not in self.lasting):
            return anchor is None
        return anchor in self.said or anchor in self.lasting or timex.first - self.timexes[anchor].last > _JUST_BEFORE

    def _goes_on_at_night(self, last: Timex) -> bool:
        """Whether the time of day told before is of the night after the day told last: "at 23:59 …; by 00:20 …"."""
        start = last.bounds.start if last.bounds is not None else None
        small = start is not None and start.second is not None and start.second < _NOON
        return small and last.rule in CLOCKS and start is not None and start.day == (self.told or 0) + 1

    def _headed(self, number: int, timex: Timex) -> Timex:
        """A date that heads a paragraph: what is to come stands in order, so it is none before the last one."""
        if number not in self.forward and self.agenda is None:
            return timex
        begin = self.today if self.agenda is None else _start(self.agenda)
        self.agenda = _no_earlier(_next(timex, self.today), begin)
        self.agenda_end = self.heads[number].end
        return self.agenda


def _may_be_ahead(timex: Timex, trigger: Trigger) -> bool:
    """Whether no past verb tells against it; one after it does not, where its own verb stands before it: "voters go to
    the polls on Sunday, two years after the army seized power"."""
    if timex.tense >= 0 or _stands_before(trigger, timex):
        return True
    return timex.tense == _BY_WHAT_FOLLOWS and trigger.token < timex.first and trigger.tense in ("PRESENT", "FUTURE")


def _stands_before(trigger: Trigger, timex: Timex) -> bool:
    """Whether a time stands before the plan for it: "on Friday the firm was due to open its plant"."""
    return trigger.tense == "INFINITIVE" and timex.last < trigger.first


def _looks_forward(
    tokens: Tokens, clauses: Clauses, links: Links, number: int, trigger: Trigger, outlook: Outlook
) -> bool:
    """Whether a verb speaks of what is to come, told in the present: "faces", "will face", "are to stay closed"."""
    if trigger.tense == "FUTURE":
        return True
    if trigger.tense == "PRESENT" and not trigger.modal:
        plain = "PERFECTIVE" not in trigger.aspect
        return plain and trigger.event_class not in ("REPORTING", "PERCEPTION")
    if outlook != "future":
        return False
    clause = clauses.clauses[links.clause[number]]
    while not clause.finite and clause.parent is not None:
        clause = clauses.clauses[clause.parent]
    if clause.verb is None:
        return False
    auxiliary = tokens.lower[clause.verb[0]]
    after = tokens.lower[clause.verb[0] + 1 : clause.verb[0] + 2]
    arranged = auxiliary in ("was", "were") and after == ["to"]  # "were to meet on Monday"
    return auxiliary in _PRESENT_AUXILIARIES or (arranged and trigger.aspect == "NONE")


def _on_day(timex: Timex, day: int | None, anchor: str | None) -> Timex:
    """A time of day, on the day that the expression ``anchor`` told; the same where either day is unknown."""
    start = timex.bounds.start if timex.bounds is not None else None
    moved = _by_days(timex, day - start.day) if day is not None and start is not None else timex
    return changed(moved, anchor=anchor) if moved is not timex else timex


def _by_days(timex: Timex, days: int) -> Timex:
    """The same, some days later; only what is a day or a time on it."""
    bounds = timex.bounds
    if not days or bounds is None or bounds.start is None or bounds.end is None or timex.precision not in BY_DAY:
        return timex
    start = _later(bounds.start, days)
    value = Moment(start.day).isoformat() + timex.value[10:]
    return changed(timex, bounds=Interval(start, _later(bounds.end, days)), value=value)


def _start(timex: Timex) -> int:
    """The first day of an expression that heads a paragraph."""
    assert timex.bounds is not None
    assert timex.bounds.start is not None
    return timex.bounds.start.day


def _no_earlier(timex: Timex, day: int) -> Timex:
    """A bare weekday or weekend, the first one from ``day`` on."""
    bounds = timex.bounds
    if bounds is None or bounds.start is None or bounds.end is None or bounds.start.day >= day:
        return timex
    weeks = -(-(day - bounds.start.day) // 7)
    if timex.rule in BARE_DAYS:
        return _by_days(timex, 7 * weeks)
    if not timex.value.endswith("-WE"):
        return timex
    start, end = _later(bounds.start, 7 * weeks), _later(bounds.end, 7 * weeks)
    return changed(timex, bounds=Interval(start, end), value=format_period(period_of("weekend", start.day)))


def _within(timex: Timex, span: Timex) -> Timex:
    """A bare weekday under a head of several days: the one that lies in them."""
    bounds, start = span.bounds, timex.bounds.start if timex.bounds is not None else None
    if timex.rule not in BARE_DAYS or start is None or bounds is None or bounds.start is None or bounds.end is None:
        return timex
    day = bounds.start.day + (start.day - bounds.start.day) % 7
    return _by_days(timex, day - start.day) if day <= bounds.end.day and bounds.start != bounds.end else timex


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
    if bounds.start.day < today - 7 and timex.rule in BARE_DAYS:
        return timex
    if timex.rule in WITHOUT_YEAR and bounds.end.day > today - _JUST_OVER:
        return timex
    return _stepped(timex, 1)


def _previous(timex: Timex) -> Timex:
    """The last such weekday or month, where the next one was meant to be read."""
    return _stepped(timex, -1) if timex.anchor == "published_at" else timex


def _stepped(timex: Timex, sign: int) -> Timex:
    """A bare weekday a week on or back, a bare month or a day without its year a year; any other as it is."""
    if timex.rule in BARE_DAYS:
        return _by_days(timex, 7 * sign)
    start = timex.bounds.start if timex.bounds is not None else None
    if timex.rule in WITHOUT_YEAR and not timex.explicit and start is not None and len(timex.value) == 10:
        return _by_days(timex, shift_day(start.day, "month", 12 * sign) - start.day)
    if start is None or timex.rule not in BARE_MONTHS or timex.mod is not None or len(timex.value) != 7:
        return timex
    month = period_of("month", shift_day(start.day, "month", 12 * sign))
    year, number, _ = civil(month.first())
    return changed(timex, bounds=month.interval(), value=f"{year:04d}-{number:02d}")


def _later(moment: Moment, days: int) -> Moment:
    return Moment(moment.day + days, moment.second, moment.zone)
