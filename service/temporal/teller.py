"""Resolves the expressions of an article front to back, each by what was told before it."""

from __future__ import annotations

from collections.abc import Sequence

from service.article import Budget
from service.record import changed
from service.temporal.calendar.periods import Period, year_of
from service.temporal.dateline import is_dateline
from service.temporal.direction.standing import (
    ends_span,
    heads_lines,
    is_aside,
    is_inserted,
    is_of_life,
    is_since,
    opens_line,
    opens_sentence,
)
from service.temporal.direction.tense import direction_of
from service.temporal.direction.viewpoint import viewpoint
from service.temporal.finding import Found
from service.temporal.model import Direction, Timex
from service.temporal.quotations import fineness, is_quotable, said_on
from service.temporal.resolving.anchors import FINENESS, Anchor, ClockTime, Telling, UnresolvedError
from service.temporal.resolving.denoted import Denoted
from service.temporal.resolving.fiscal import half_reported
from service.temporal.resolving.places import place_of
from service.temporal.resolving.resolver import resolve
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import (
    Clock,
    Duration,
    Meaning,
    Modified,
    is_of_accounts,
    needs_tense,
    tells_of_before,
)
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_PERIOD_ENDS = frozenset({"months-ended", "half-year-ended", "quarter-ended", "named-quarter-ended"})
_LONGER = frozenset({"P6M", "P9M", "P12M"})  # what a report compares besides quarters
_WRITING = frozenset({"will", "'ll", "’ll", "is", "are"})  # "is published on Thursday", "will speak on 3 May"
_QUOTES = frozenset({'"', "“", "‘"})
_HOURS = (Clock, Modified)  # "at nine", "about nine"
_FROM = (["before"], ["after"])
_HAD = 12  # tokens
_SUBJECT = 6  # tokens
_REASONING = frozenset("which who whom whose that after because for although though".split())
_REORDERING = frozenset({"after", "following", "since", "before", "ahead", "until", "till"})


class Teller:
    """The expressions of one article in the order in which they are told.

    ``old``: the numbers of those of ``found`` that are of the old story told before them.
    """

    def __init__(
        self,
        tokens: Tokens,
        sentences: list[Sentence],
        found: list[Found],
        story: Story,
        language: str,
        old: frozenset[int],
    ) -> None:
        self.tokens, self.sentences, self.found, self.story, self.old = tokens, sentences, found, story, old
        self.english = language == "en"
        self.quoting = self.english and any(map(tokens.text.__contains__, _QUOTES))
        self.timexes: list[Timex] = []
        self.names: dict[int, str] = {}  # of the matches that were read
        self.quoted: list[tuple[int, int]] = []  # number of the expression, of the match that tells when it was said
        self.long_past: Anchor | None = None  # what was told last of an old story
        self.at = 0  # the sentence of the match
        self.left = 0  # the sentence in which a report was last in its flashback
        self.told_in = -1  # the paragraph of the match
        self.under = -1  # the paragraph below a date that heads it

    def resolved(self, budget: Budget) -> tuple[Timex, ...]:
        """The expressions that denote something; ``budget`` is polled at each. To be called once."""
        for number, match in enumerate(budget.over(self.found)):
            name = f"t{len(self.timexes) + 1}"
            direction = self._stands(match)
            if isinstance(match.meaning, Clock):
                self.story.apart = self._is_counted_apart(number, match)
            try:
                denoted = self._denoted(number, match, direction)
            except (ValueError, OverflowError):
                continue
            self.names[number] = name
            if self.story.log is not None and denoted.anchor == self.story.log.id and denoted.type == "TIME":
                match = changed(match, rule="clock-time-of-log")
            self.timexes.append(_timex(self.tokens, match, denoted, name, direction))
            self._remember_length_and_hour(match, denoted, name)
            self._remember(number, match, denoted, name, direction)
        for at, said in self.quoted:
            self.timexes[at] = changed(self.timexes[at], anchor=self.names.get(said))
        return tuple(self.timexes)

    def _stands(self, match: Found) -> Direction:
        """Where an expression stands: its sentence, what is seen from it; which way its clause points."""
        story, lower, first, meaning = self.story, self.tokens.lower, match.first, match.meaning
        while self.sentences[self.at].last <= first:
            self.at += 1
        sentence = self.sentences[self.at]
        if story.flashback is not None and sentence.paragraph != self.under and self._is_over(sentence):
            story.flashback, story.headed = None, False
        direction: Direction = 0
        needs = self.english and needs_tense(meaning)
        if needs:
            whole = match.whole or (first, match.last)
            direction = direction_of(self.tokens, *whole, (sentence.first, sentence.last))
        if self.told_in != sentence.paragraph:
            self.told_in, story.paragraph = sentence.paragraph, sentence.first
        story.begin = begin = sentence.first
        if self.timexes and needs:
            last = self.timexes[-1].last
            here = last > begin and lower[last : last + 2] == [",", "when"] and ";" not in lower[last:first]
            story.when = last if here and "and" not in lower[last:first] else -1
        story.since = first > 0 and lower[first - 1] == "since"
        if story.narrative:
            story.of_writer = direction > 0 and not _WRITING.isdisjoint(lower[begin:first])
            story.opening = opens_sentence(self.tokens, first)
        elif direction < 0 or isinstance(meaning, _HOURS):
            story.had = had = _last_had(lower, max(begin, first - _HAD), first)
            story.reasoned = had > 0 and not _REASONING.isdisjoint(lower[max(begin, had - _SUBJECT) : had])
        clock = isinstance(meaning, Clock)
        story.in_log = clock and opens_line(self.tokens, first)
        if direction > 0 and clock:
            story.viewpoint = viewpoint(self.tokens, first, begin)
        elif direction >= 0 and match.rule == "weekday":
            story.viewpoint = viewpoint(self.tokens, first, begin) if direction > 0 else "now"
            between = lower[self.timexes[-1].last : first] if self.timexes else []
            story.in_order = _REORDERING.isdisjoint(between)
        return direction

    def _is_counted_apart(self, number: int, match: Found) -> bool:
        """Whether a length right after an hour says how far it was from something: "at 6 a.m. ten days before it"."""
        if number + 1 >= len(self.found) or self.found[number + 1].first != match.last:
            return False
        length = self.found[number + 1]
        days = isinstance(length.meaning, Duration) and length.meaning.unit not in ("hour", "minute", "second")
        return days and self.tokens.lower[length.last : length.last + 1] in _FROM

    def _is_over(self, sentence: Sentence) -> bool:
        """Whether what a report went back to is no longer told of in this sentence."""
        return self.at - self.left > 1 or sentence.paragraph != self.sentences[self.left].paragraph

    def _denoted(self, number: int, match: Found, direction: Direction) -> Denoted:
        """What an expression is: in the old story, in a quotation, else where it stands."""
        denoted = _of_old_story(match, self.story, direction, self.long_past) if number in self.old else None
        if denoted is None and self.quoting and is_quotable(match.meaning):
            said = said_on(self.tokens, self.found, number, self.story.begin, self.sentences[self.at].last)
            denoted = _as_said(match, self.found[said].meaning, self.story, direction) if said is not None else None
            if denoted is not None and denoted.anchor == "published_at" and said is not None:
                self.quoted.append((len(self.timexes), said))
        return denoted or resolve(match.meaning, self.story, direction, match.first)

    def _remember_length_and_hour(self, match: Found, denoted: Denoted, name: str) -> None:
        story = self.story
        if denoted.type == "TIME":
            if story.had >= 0 and denoted.bounds is None and isinstance(match.meaning, Clock):
                story.lost = match.last
            story.latest_clock = _clock_time(denoted, name, match.last) or story.latest_clock
            if story.in_log and story.latest_clock is not None and story.latest_clock.id == name:
                opened = story.log.id if story.log is not None else denoted.anchor or name
                story.log, story.logged = changed(story.latest_clock, id=opened), story.logged + 1
            if denoted.value.endswith("TNI") and denoted.period is not None and match.rule != "overnight":
                story.latest_night = Anchor(denoted.period, name, match.last)
        elif story.log is not None and heads_lines(self.tokens, match.first, match.last):
            story.log, story.logged = None, 0  # the day of other lines
        if denoted.value in _LONGER:
            story.of_longer = True
            story.latest_half = _half_told(self.tokens, match, denoted, story, name)

    def _remember(self, number: int, match: Found, denoted: Denoted, name: str, direction: Direction) -> None:
        """Tell the story which period was told, and whether a report has gone back to it."""
        story, tokens, period = self.story, self.tokens, denoted.period
        if period is None:
            return
        if self.old and (denoted.explicit or number in self.old):
            self.long_past = Anchor(period, name, match.last)
        if match.rule == "overnight":
            period = Period("day", period.number + 1)  # what is told after it is of the day that followed
        if not story.narrative and _is_of_writing(tokens, match, period, story):
            return
        anchor = Anchor(period, name, match.last, denoted.explicit)
        story.told(anchor, _telling(tokens, self.timexes, match, denoted, story))
        if story.narrative or not (denoted.explicit or story.flashback is not None):
            return
        self.left = self.at
        if denoted.explicit and heads_lines(tokens, match.first, match.last):
            story.flashback, story.headed = anchor, True
            self.under = self.sentences[min(self.at + 1, len(self.sentences) - 1)].paragraph
        elif not story.headed or denoted.explicit:
            story.flashback = _flashback(tokens, match, denoted, story, anchor, direction)
            story.headed = False


def _last_had(lower: Sequence[str], begin: int, end: int) -> int:
    """The token of the last "had" between two, -1 where there is none."""
    return end - 1 - lower[begin:end][::-1].index("had") if "had" in lower[begin:end] else -1


def _as_said(match: Found, said: Meaning, story: Story, direction: Direction) -> Denoted | None:
    """What an expression in a quotation is, read from the day ``said``; None where that is the day of publication.

    A day that is counted from an unknown day of a month or a year stays open.
    """
    published = story.published
    try:
        when = place_of(said, story, -1, match.first).period
    except (UnresolvedError, ValueError):
        return None
    if published is None or when.last() >= published:
        return None
    known = FINENESS[when.grain] <= fineness(match.meaning)
    story.published = when.first() if known else None
    try:
        return resolve(match.meaning, story, direction, match.first)
    finally:
        story.published = published


def _of_old_story(match: Found, story: Story, direction: Direction, before: Anchor | None) -> Denoted | None:
    """What an expression is in the old story that was told last, where it goes on."""
    if before is None or story.flashback is not None:
        return None
    story.flashback = before
    try:
        denoted = resolve(match.meaning, story, direction, match.first)
    finally:
        story.flashback = None
    period = denoted.period
    return denoted if period is not None and period.first() >= before.period.first() else None


def _half_told(tokens: Tokens, match: Found, denoted: Denoted, story: Story, name: str) -> Anchor | None:
    """The half-year that a report has gone over to: "the half-year", "the six months ended June 30"."""
    told = match.rule in _PERIOD_ENDS or tokens.lower[match.last - 3 : match.last : 2] == ["half", "year"]
    half = half_reported(denoted.bounds, story) if told and denoted.value == "P6M" else None
    return Anchor(half, name, match.last) if half is not None else None


def _flashback(
    tokens: Tokens, match: Found, denoted: Denoted, story: Story, anchor: Anchor, direction: Direction
) -> Anchor | None:
    """Where a report has gone back to: a year long past that opens its sentence, and what is told of that time."""
    if story.published is None or denoted.anchor == "published_at":
        return None
    past = _PAST if FINENESS[anchor.period.grain] <= FINENESS["season"] else _LONG_PAST
    if year_of(anchor.period.first()) > year_of(story.published) - past:
        return None
    if story.flashback is not None and not denoted.explicit:
        return anchor
    opens = opens_sentence(tokens, match.first) and direction <= 0
    return anchor if denoted.explicit and opens and anchor.period.grain not in _TOO_LONG else None


_LONG_PAST = 5  # years
_PAST = 2  # years, for a month or a day
_TOO_LONG = frozenset({"decade", "century", "millennium"})


def _first_of_paragraph(tokens: Tokens, timexes: list[Timex]) -> bool:
    """Whether the last expression is the first of its paragraph."""
    before = timexes[-2].end if len(timexes) > 1 else 0
    return "\n" in tokens.text[before : timexes[-1].start]


def _telling(tokens: Tokens, timexes: list[Timex], match: Found, denoted: Denoted, story: Story) -> Telling:
    """How the date of the last of ``timexes`` is told, for what is told after it."""
    grain = denoted.period.grain if denoted.period is not None else None
    leading = story.opening or (story.narrative and denoted.explicit and _first_of_paragraph(tokens, timexes))
    if not story.narrative and grain in ("month", "season"):
        leading = opens_sentence(tokens, match.first)
    return Telling(
        leading,
        (story.narrative or grain == "day") and _is_aside(tokens, match, denoted, story),  # a report asks it of days
        denoted.mod is not None,
        tells_of_before(match.meaning),
        timexes[-1].tense < 0,
        grain == "quarter" and is_of_accounts(match.meaning),
        story.narrative and is_of_life(tokens.lower, match.first),
        denoted.anchor == "published_at",
        denoted.explicit and not story.narrative and _is_of_thing(tokens.lower, match.first, story),
    )


def _is_of_thing(lower: list[str], first: int, story: Story) -> bool:
    """Whether a date is of what "had" been done with a thing, in a sentence that has told its own date before:
    "in 1955 he gave her a jar of a bean that his grandmother had carried from Moravia in 1874"."""
    told = story.latest
    if told is None or told.last <= story.begin:
        return False
    clause = lower[max(told.last, first - _CLAUSE) : first]
    if not {",", ";"}.isdisjoint(clause) or "had" not in clause:
        return False
    return not _RELATIVES.isdisjoint(clause[: clause.index("had")])


_CLAUSE = 14  # tokens
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_PLANNED = 12  # tokens from what would be done to when


def _is_aside(tokens: Tokens, match: Found, denoted: Denoted, story: Story) -> bool:
    if not story.narrative:
        if denoted.type == "TIME" and tokens.lower[match.first - 1 : match.first] == ["("]:
            return True
        inserted = match.rule == "known-day" or is_inserted(tokens, match.first, match.last)
        return inserted or match.rule in _PERIOD_ENDS or is_since(tokens, match.first)
    if denoted.type == "TIME" and tokens.lower[match.first - 1 : match.first] == ["before"]:
        return False  # "before dawn on 2 April" is on that day
    if not denoted.explicit and "would" in tokens.lower[max(story.begin, match.first - _PLANNED) : match.first]:
        return True  # "announced that the county would close it the following summer"
    day = denoted.period is not None and denoted.period.grain == "day"
    return is_aside(tokens, match.first, story.opening) and not (day and ends_span(tokens, match.first))


def _is_of_writing(tokens: Tokens, match: Found, period: Period, story: Story) -> bool:
    """Whether the expression is a dateline's: "that morning" is not the morning on which the article was written."""
    if not is_dateline(tokens, match.first, match.last):
        return False
    return story.published is None or abs(period.first() - story.published) <= _DATED_AHEAD


_DATED_AHEAD = 7  # days between a dateline and the day of publication


def _clock_time(denoted: Denoted, name: str, last: int) -> ClockTime | None:
    """The time of day that an expression told; None where it told a part of the day."""
    start = denoted.bounds.start if denoted.bounds is not None else None
    if start is None or start.second is None or not denoted.value.rpartition("T")[2][:1].isdigit():
        return None
    return ClockTime(start.day, start.second, start.zone, name, last)


def _timex(tokens: Tokens, match: Found, denoted: Denoted, name: str, direction: Direction) -> Timex:
    first, last = match.first, match.last
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Timex(
        name, start, end, first, last, tokens.text[start:end], denoted.type, denoted.value, match.rule,
        denoted.precision, denoted.mod, denoted.quant, denoted.freq, denoted.bounds, denoted.anchor, denoted.explicit,
        denoted.vague, denoted.begin_point, denoted.end_point, direction,
    )  # fmt: skip
