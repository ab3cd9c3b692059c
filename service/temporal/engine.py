"""Finds the temporal expressions of an article and resolves them, front to back. Nothing is kept between calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from service.article import UNLIMITED, Article, Budget
from service.record import changed
from service.temporal.brackets import bracketed
from service.temporal.calendar.periods import Period, year_of
from service.temporal.calendar.zones import format_offset, load_zone
from service.temporal.dateline import is_dateline, published_in_text
from service.temporal.direction.standing import (
    ends_span,
    heads_lines,
    is_aside,
    is_inserted,
    is_of_life,
    is_since,
    opens_sentence,
)
from service.temporal.direction.tense import direction_of
from service.temporal.direction.viewpoint import viewpoint
from service.temporal.document import decide_type
from service.temporal.finding import Found, find_all, joined
from service.temporal.model import Direction, Timex
from service.temporal.neighbours import with_neighbours
from service.temporal.quotations import fineness, is_quotable, said_on
from service.temporal.resolving.anchors import FINENESS, Anchor, ClockTime, Telling, UnresolvedError
from service.temporal.resolving.denoted import Denoted
from service.temporal.resolving.era import ancient_year, opening_years, years_without_era
from service.temporal.resolving.fiscal import half_reported
from service.temporal.resolving.places import place_of
from service.temporal.resolving.resolver import resolve
from service.temporal.resolving.story import Story
from service.temporal.rules.expressions import Clock, Meaning, is_comparison, is_look_back, is_of_accounts, needs_tense
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_PERIOD_ENDS = frozenset({"months-ended", "half-year-ended", "quarter-ended", "named-quarter-ended"})
_LONGER = frozenset({"P6M", "P9M", "P12M"})  # what a report compares besides quarters


@dataclass(frozen=True, slots=True)
class Reading:
    """The expressions of one article in text order, and what they were read against.

    ``published``: the publication day or time that was used; ``published_source`` is "request", "text" (a dateline)
    or None.
    ``timezone``: the zone's label. ``warnings``: (code, words) pairs.
    """

    timexes: tuple[Timex, ...]
    published: date | None
    published_source: Literal["request", "text"] | None
    timezone: str
    document_type: Literal["news", "narrative"]
    document_type_reason: str
    warnings: tuple[tuple[str, str], ...]


def read_timexes(article: Article, tokens: Tokens, sentences: list[Sentence], budget: Budget = UNLIMITED) -> Reading:
    """All expressions of time in ``article``, resolved. Pure; linear in the number of tokens.

    ``budget`` is polled every few words that one may begin at, and before each is resolved.
    """
    found = find_all(tokens, article.language, budget)
    published, source = article.published_at, "request" if article.published_at is not None else None
    if published is None:
        published = published_in_text(tokens, [(f.first, f.last, f.meaning) for f in found])
        source = "text" if published is not None else None
    zone = _zone_label(article, published)
    local = _in_zone(published, article.timezone)
    if article.language == "en" and (article.document_type == "narrative" or local is None):
        # Where years are told with their era, those without it follow them.
        ancient = [ancient_year(f.meaning) for f in found]
        opening = [] if any(year is not None and year < 1 for year in ancient) else opening_years(tokens)
        found = _with_years(found, [*opening, *years_without_era(tokens, opening)])
    kind, reason = decide_type(article.document_type, found, local, tokens.lower)
    found = [f for f in found if not f.kinds or kind in f.kinds]
    if kind == "narrative" and any(ancient_year(f.meaning) is not None for f in found):
        found = _with_years(found, years_without_era(tokens, [(f.first, f.last, f.meaning) for f in found]))
    found = with_neighbours(tokens, found, local)
    story = Story(local.toordinal() if local is not None else None, kind == "narrative")
    budget.check()
    old = bracketed(found, local) if kind == "news" and article.language == "en" else frozenset()
    timexes = _resolve_all(tokens, sentences, found, story, article.language, old, budget)
    return Reading(timexes, local, source, zone, kind, reason, _warnings(story, timexes, article.language))  # type: ignore[arg-type]


def _with_years(found: list[Found], bare: list[tuple[int, int, Meaning]]) -> list[Found]:
    years = [Found(first, last, "year-without-era", meaning) for first, last, meaning in bare]
    return joined(found, years) if years else found


def _resolve_all(
    tokens: Tokens,
    sentences: list[Sentence],
    found: list[Found],
    story: Story,
    language: str,
    old: frozenset[int],
    budget: Budget,
) -> tuple[Timex, ...]:
    """``old``: the numbers of those of ``found`` that are of the old story told before them."""
    timexes: list[Timex] = []
    names: dict[int, str] = {}  # of the matches that were read
    quoted: list[tuple[int, int]] = []  # number of the expression, and of the match that tells when it was said
    quoting = language == "en" and any(map(tokens.text.__contains__, _QUOTES))
    long_past: Anchor | None = None  # what was told last of an old story
    at = 0  # the sentence of the match
    left = 0  # the sentence in which a report was last in its flashback
    lower, narrative, english, final = tokens.lower, story.narrative, language == "en", len(sentences) - 1
    under = -1  # the paragraph below a date that heads it
    for number, match in enumerate(budget.over(found)):
        name = f"t{len(timexes) + 1}"
        while at < final and sentences[at].last <= match.first:
            at += 1
        if at != left and sentences[at].paragraph != under and _is_over(sentences, left, at):
            story.flashback, story.headed = None, False
        direction: Direction = 0
        if english and needs_tense(match.meaning):
            within = (sentences[at].first, sentences[at].last) if sentences else None
            direction = direction_of(tokens, *(match.whole or (match.first, match.last)), within)
        story.begin = sentences[at].first if sentences else 0
        story.of_writer = narrative and direction > 0 and not _WRITING.isdisjoint(lower[story.begin : match.first])
        if direction > 0 and isinstance(match.meaning, Clock):
            story.viewpoint = viewpoint(tokens, match.first, story.begin)
        elif direction >= 0 and match.rule == "weekday":
            story.viewpoint = viewpoint(tokens, match.first, story.begin) if direction > 0 else "now"
            between = lower[timexes[-1].last : match.first] if timexes else []
            story.in_order = _REORDERING.isdisjoint(between)
        story.since = match.first > 0 and lower[match.first - 1] == "since"
        story.opening = narrative and opens_sentence(tokens, match.first)
        try:
            denoted = _of_old_story(match, story, direction, long_past) if number in old else None
            if denoted is None and quoting and is_quotable(match.meaning):
                said = said_on(tokens, found, number, story.begin, sentences[at].last)
                denoted = _as_said(match, found[said].meaning, story, direction) if said is not None else None
                if denoted is not None and denoted.anchor == "published_at" and said is not None:
                    quoted.append((len(timexes), said))
            denoted = denoted or resolve(match.meaning, story, direction, match.first)
        except (ValueError, OverflowError):
            continue
        names[number] = name
        timexes.append(_timex(tokens, match, denoted, name, direction))
        if denoted.type == "TIME":
            story.latest_clock = _clock_time(denoted, name, match.last) or story.latest_clock
            if denoted.value.endswith("TNI") and denoted.period is not None and match.rule != "overnight":
                story.latest_night = Anchor(denoted.period, name, match.last)
        if denoted.value in _LONGER:
            story.of_longer = True
            story.latest_half = _half_told(tokens, match, denoted, story, name)
        period = denoted.period if denoted.type in ("DATE", "TIME") else None
        if period is not None and (denoted.explicit or number in old):
            long_past = Anchor(period, name, match.last)
        if period is not None and match.rule == "overnight":
            period = Period("day", period.number + 1)  # what is told after it is of the day that followed
        if period is not None and not _is_of_writing(tokens, match, period, story):
            story.told(period, name, match.last, _telling(tokens, timexes, match, denoted, story))
            if not story.narrative and (denoted.explicit or story.flashback is not None):
                anchor = Anchor(period, name, match.last)
                left = at
                if denoted.explicit and heads_lines(tokens, match.first, match.last):
                    story.flashback, story.headed = anchor, True
                    under = sentences[min(at + 1, len(sentences) - 1)].paragraph
                elif not story.headed or denoted.explicit:
                    story.flashback = _flashback(tokens, match, denoted, story, anchor, direction)
                    story.headed = False
    for at, said in quoted:
        timexes[at] = changed(timexes[at], anchor=names.get(said))
    return tuple(timexes)


_WRITING = frozenset({"will", "'ll", "’ll", "is", "are"})  # "is published on Thursday", "will speak on 3 May"
_QUOTES = frozenset({'"', "“", "‘"})
_REORDERING = frozenset({"after", "following", "since", "before", "ahead", "until", "till"})


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


def _is_over(sentences: list[Sentence], left: int, at: int) -> bool:
    """Whether what sentence ``left`` went back to is no longer told of in sentence ``at``."""
    return at - left > 1 or sentences[at].paragraph != sentences[left].paragraph


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
        denoted.explicit,
        denoted.mod is not None,
        is_comparison(match.meaning) or is_look_back(match.meaning),
        timexes[-1].tense < 0,
        is_of_accounts(match.meaning),
        story.narrative and is_of_life(tokens.lower, match.first),
        denoted.anchor == "published_at",
    )


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
    if story.narrative or not is_dateline(tokens, match.first, match.last):
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
    type_, value, precision, _, bounds, mod, anchor, explicit, vague, quant, freq, begin_point, end_point = denoted
    return Timex(
        name, start, end, first, last, tokens.text[start:end], type_, value, match.rule, precision, mod, quant, freq,
        bounds, anchor, explicit, vague, begin_point, end_point, direction,
    )  # fmt: skip


def _zone_label(article: Article, published: date | None) -> str:
    if article.timezone is not None:
        return article.timezone
    offset = published.utcoffset() if isinstance(published, datetime) else None
    return format_offset(offset).replace("Z", "UTC") if offset is not None else "UTC"


def _in_zone(published: date | None, timezone: str | None) -> date | None:
    """The publication time as a clock in the article's zone shows it."""
    if isinstance(published, datetime) and published.tzinfo is not None and timezone is not None:
        zone = load_zone(timezone)
        if zone is not None:
            try:
                return published.astimezone(zone)
            except OverflowError:
                return published
    return published


def _warnings(story: Story, timexes: tuple[Timex, ...], language: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    if language != "en":
        found.append(("no-events", "In this language expressions of time are read, and no events."))
    if story.published is None and any(t.bounds is None and "X" in t.value and t.type != "DURATION" for t in timexes):
        found.append(_NO_DATE)
    return tuple(found)


_NO_DATE = ("no-publication-date", "Without a publication date, incomplete and relative dates stay unresolved.")
