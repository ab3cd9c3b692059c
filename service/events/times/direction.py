"""Expressions that the tense of their clause turns round: "faces a vote on Tuesday" speaks of the Tuesday to come.

A bare weekday or month was read against the day of publication before clauses were known. Where the verb that it
dates stands in
the simple present, and is neither a headline's nor a report's, it is the next one and not the last. A bare clock time
in
the past is on the day told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.events.clauses.model import Clause, Clauses
from service.events.links.model import BARE_DAYS, BARE_MONTHS, WITHOUT_YEAR, Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.kinship import calamity
from service.events.words.verbs import FORWARD, SCHEDULING
from service.record import changed
from service.temporal.calendar.periods import Interval, Moment, civil, period_of, shift_day
from service.temporal.calendar.timeml import format_period
from service.temporal.model import Timex
from service.text.tokens import Tokens

_PRESENT_AUXILIARIES = frozenset({"is", "are", "will", "has", "have", "'s", "’s", "'re", "’re"})
_CLOCKS = frozenset({"clock-time", "about-clock-time"})
_BY_WHAT_FOLLOWS = -2
_BY_THE_CLOCK = frozenset({"hour", "minute"})
_SOON = 25  # tokens
_EVENING, _SMALL_HOURS = 17 * 3600, 6 * 3600  # seconds
_JUST_BEFORE = 20  # tokens
_DAYS = frozenset({"day", "hour", "minute", "second"})


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
        if links.anchors[number]
        and not sentences[trigger.sentence].heading
        and trigger.pos != "noun"
        and _looks_forward(tokens, clauses, links, number, trigger, outlooks[number])
        for anchor in links.anchors[number]
        if anchor.relation in ("in", "by", "until") and anchor.via == "clause"
    }
    past, explaining = _dating_past(timexes, clauses, triggers, outlooks, links), _explained(triggers, links)
    said = _dating_speech(timexes, clauses, triggers, links)
    lasting = _dating_what_lasts(triggers, links)
    clocks = any(timex.rule in _CLOCKS for timex in timexes)
    named = _of_what_was_told(parse, links) if clocks else {}
    aside = _dating_asides(parse, links) if clocks else frozenset()
    agreed = _agreed(parse, links, outlooks)
    return tuple(
        _Turner(timexes, links, forward, past - said, explaining, said, lasting | aside, named, agreed, today).run()
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
        self.agenda: Timex | None = None  # the last date that headed a paragraph about what is to come
        self.agenda_end = 0  # token
        self.moved: dict[str, int] = {}  # days by which an expression was moved: what hangs on it moves too

    def run(self) -> list[Timex]:
        turned: list[Timex] = []
        for number, timex in enumerate(self.timexes):
            new = self._turned(number, timex)
            if timex.precision in _BY_THE_CLOCK:
                new = self._after_midnight(new) if number in self.past and timex.rule in _CLOCKS else new
                self.clock = new
            old_start = timex.bounds.start if timex.bounds else None
            start = new.bounds.start if new.bounds else None
            if start is not None and old_start is not None:
                if new is not timex:
                    self.moved[timex.id] = start.day - old_start.day
                if number in self.past and timex.precision in _DAYS and number not in self.lasting:
                    self.told = start.day
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
        if timex.anchor in self.moved:
            return _by_days(timex, self.moved[timex.anchor])
        named = self.named.get(number)
        if named is not None and timex.rule in _CLOCKS and self.timexes[named].bounds is not None:
            return _by_days(timex, _distance(timex, _start(self.timexes[named])))
        if timex.rule in _CLOCKS and number in self.past and self._is_of_another_day(timex):
            return _by_days(timex, _distance(timex, self.told))
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
        if anchor is None or (anchor in self.past and anchor not in self.lasting):
            return anchor is None
        return anchor in self.said or anchor in self.lasting or timex.first - self.timexes[anchor].last > _JUST_BEFORE

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
    if timex.tense >= 0:
        return True
    return timex.tense == _BY_WHAT_FOLLOWS and trigger.token < timex.first and trigger.tense in ("PRESENT", "FUTURE")


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


def _dating_past(
    timexes: Sequence[Timex],
    clauses: Clauses,
    triggers: Sequence[Trigger],
    outlooks: Sequence[Outlook],
    links: Links,
) -> frozenset[int]:
    """Numbers of the expressions on which something past is told."""
    return frozenset(
        anchor.timex
        for number, trigger in enumerate(triggers)
        if trigger.pos == "verb" and _is_done(trigger, outlooks[number], clauses.clauses[links.clause[number]])
        for anchor in links.anchors[number]
        if anchor.relation == "in" or _is_of_a_day_told(timexes[anchor.timex])
    )


def _is_of_a_day_told(timex: Timex) -> bool:
    """Whether a time of day was put on a day that the text told before it, not on that of publication."""
    return timex.rule in _CLOCKS and timex.anchor != "published_at"


def _dating_speech(
    timexes: Sequence[Timex], clauses: Clauses, triggers: Sequence[Trigger], links: Links
) -> frozenset[int]:
    """Numbers of the expressions that follow a verb of saying and date nothing else: "said on Monday that …". What is
    told of next did not happen then."""
    said: set[int] = set()
    others: set[int] = set()
    for number, trigger in enumerate(triggers):
        for anchor in links.anchors[number]:
            clause = clauses.clauses[links.clause[number]]
            speech = trigger.event_class == "REPORTING" and trigger.voice == "active" and clause.object is None
            after = timexes[anchor.timex].first > trigger.token
            (said if speech and after else others).add(anchor.timex)
    return frozenset(said - others)


def _dating_what_lasts(triggers: Sequence[Trigger], links: Links) -> frozenset[int]:
    """Numbers of the expressions on which nothing is told but what was going on: "were still searching on Monday"."""
    lasting: set[int] = set()
    others: set[int] = set()
    for trigger, anchors in zip(triggers, links.anchors, strict=True):
        progressive = trigger.tense == "PAST" and trigger.aspect == "PROGRESSIVE"
        (lasting if progressive else others).update(anchor.timex for anchor in anchors)
    return frozenset(lasting - others)


def _dating_asides(parse: Parse, links: Links) -> frozenset[int]:
    """Numbers of the days that only a relative clause names, when a clock time follows in another sentence: "the plant,
    which was shut on Saturday, is safe. Flights resumed at noon"."""
    aside: set[int] = set()
    others: set[int] = set()
    clocks: dict[int, int] = {}  # sentence → the first clock time in it
    for number, trigger in enumerate(parse.triggers):
        kind = parse.clauses.clauses[links.clause[number]].kind
        for anchor in links.anchors[number]:
            if parse.timexes[anchor.timex].rule in _CLOCKS:
                clocks.setdefault(trigger.sentence, anchor.timex)
            (aside if kind == "relative" else others).add(anchor.timex)
    clock_sentences = {
        parse.triggers[n].sentence for n, anchors in enumerate(links.anchors) if any(a.timex in aside for a in anchors)
    } & clocks.keys()
    within = {
        a.timex
        for n, anchors in enumerate(links.anchors)
        if parse.triggers[n].sentence in clock_sentences
        for a in anchors
    }
    return frozenset(aside - others - within)


def _agreed(parse: Parse, links: Links, outlooks: Sequence[Outlook]) -> dict[int, int]:
    """For each weekday of what was settled on another day before it, the number of that day: "agreed late on Monday to
    meet on Saturday"."""
    found: dict[int, int] = {}
    for number, trigger in enumerate(parse.triggers):
        if trigger.tense != "INFINITIVE" or outlooks[number] != "future" or not links.anchors[number]:
            continue
        clause = parse.clauses.clauses[links.clause[number]]
        above = links.head.get(clause.parent) if clause.parent is not None else None
        if above is None or parse.triggers[above].tense != "PAST":
            continue
        for anchor in links.anchors[number]:
            days = [a.timex for a in links.anchors[above] if a.relation == "in" and a.timex != anchor.timex]
            bounds = parse.timexes[days[0]].bounds if days else None
            exact = bounds is not None and bounds.start is not None and parse.timexes[days[0]].precision in _DAYS
            if exact and days[0] < anchor.timex and parse.timexes[anchor.timex].rule in BARE_DAYS:
                found[anchor.timex] = days[0]
    return found


def _of_what_was_told(parse: Parse, links: Links) -> dict[int, int]:
    """For each clock time on "the quake", the number of the day that its sort was told of: "a quake struck on Sunday.
    … The quake hit at 4:12"."""
    found: dict[int, int] = {}
    days: dict[str, int] = {}
    for number, trigger in enumerate(parse.triggers):
        sort = calamity(trigger.lemma)
        if sort is None or trigger.pos != "noun":
            continue
        for anchor in links.anchors[number]:
            timex = parse.timexes[anchor.timex]
            definite = parse.tokens.lower[trigger.first] == "the"
            if timex.rule in _CLOCKS and definite and sort in days:
                found[anchor.timex] = days[sort]
            elif timex.precision == "day" and anchor.relation == "in":
                days.setdefault(sort, anchor.timex)
    return found


def _is_done(trigger: Trigger, outlook: Outlook, clause: Clause) -> bool:
    """Whether a verb tells what is done: "closed in June", "a man taken in June", "speaking on Tuesday, he promised";
    not what is only meant to be ("a strike planned for June")."""
    if trigger.tense == "PRESPART":
        return outlook == "past" and clause.kind in ("participle", "gerund", "adverbial")
    if trigger.tense == "INFINITIVE":
        # "came back, only to leave in May", "was to have begun at 9 a.m."
        return trigger.aspect.startswith("PERFECTIVE") or (outlook == "past" and clause.kind == "infinitive")
    if trigger.tense == "PASTPART":
        return trigger.lemma not in FORWARD and trigger.lemma not in SCHEDULING
    return trigger.tense == "PAST"


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
