"""Finds the temporal expressions of an article and resolves them, front to back, in one pass over its tokens.

Words that no rule needs cost one dictionary look-up; the automaton runs only around the others. Nothing is kept
between calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Literal, NamedTuple

from service.article import UNLIMITED, Article, Budget
from service.temporal.calendar import Interval, Period
from service.temporal.dateline import is_dateline, published_in_text
from service.temporal.denoted import Denoted
from service.temporal.document import decide_type
from service.temporal.era import ancient_year, opening_years, years_without_era
from service.temporal.expressions import Clock, Fields, Meaning, is_comparison, is_of_accounts, needs_tense
from service.temporal.fallback import find_foreign, find_formats
from service.temporal.grammar import Rule, load_grammar
from service.temporal.guards import GUARDS
from service.temporal.model import Direction, Timex
from service.temporal.names import is_name
from service.temporal.resolver import resolve
from service.temporal.site import Site
from service.temporal.story import ClockTime, Mention, Story
from service.temporal.tense import direction_of, is_aside, opens_sentence
from service.temporal.zones import format_offset, load_zone
from service.text.sentences import Sentence
from service.text.tokens import Tokens

_GRAMMAR = load_grammar("en")
_SYMBOLS, _START = _GRAMMAR.lexicon.symbols, _GRAMMAR.table[0]
_NO_SYMBOL = ""
_BEGINNERS = frozenset(word for word, symbol in _SYMBOLS.items() if symbol in _START)
_POLLED = 16  # triggers
_LEFT = 12  # an expression starts at most this many tokens before its trigger

_PERIOD_ENDS = frozenset({"months-ended", "quarter-ended", "named-quarter-ended"})
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


class Found(NamedTuple):
    """A stretch of tokens that a rule has read. ``kinds``: the kinds of document that it counts in, empty for all;
    ``whole``: the tokens of the range that it is a part of."""

    first: int
    last: int
    rule: str
    meaning: Meaning
    kinds: tuple[str, ...] = ()
    whole: tuple[int, int] | None = None


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
    kind, reason = decide_type(article.document_type, found, local)
    found = [f for f in found if not f.kinds or kind in f.kinds]
    if kind == "narrative" and any(ancient_year(f.meaning) is not None for f in found):
        found = _with_years(found, years_without_era(tokens, [(f.first, f.last, f.meaning) for f in found]))
    found = _on_their_days(tokens, found)
    story = Story(local.toordinal() if local is not None else None, kind == "narrative")
    budget.check()
    timexes = _resolve_all(tokens, sentences, budget.over(found), story, article.language)
    return Reading(timexes, local, source, zone, kind, reason, _warnings(story, timexes, article.language))  # type: ignore[arg-type]


def _on_their_days(tokens: Tokens, found: list[Found]) -> list[Found]:
    """A time by the clock of some town is of the day told next: "at 5:34 a.m. Lisbon time on March 20"."""
    for i, (clock, day) in enumerate(pairwise(found)):
        if isinstance(clock.meaning, Clock) and clock.meaning.date is None and isinstance(day.meaning, Fields):
            between = tokens.words[clock.last : day.first]
            if _names_clock(between) and day.meaning.day is not None:
                found[i] = clock._replace(meaning=replace(clock.meaning, date=day.meaning))
    return found


def _names_clock(words: list[str]) -> bool:
    """ "Lisbon time on", "Rio time,"."""
    return words[-2:] in (["time", "on"], ["time", ","]) and all(word[0].isupper() for word in words[:-2])


def _with_years(found: list[Found], bare: list[tuple[int, int, Meaning]]) -> list[Found]:
    years = [Found(first, last, "year-without-era", meaning) for first, last, meaning in bare]
    return _joined(found, years) if years else found


def find_all(tokens: Tokens, language: str, budget: Budget = UNLIMITED) -> list[Found]:
    """The expressions of a text in ``language``: by the grammar in English, else by ``fallback``."""
    if language != "en":
        return [Found(*vetted) for vetted in find_foreign(tokens, language, budget)]
    found = find(tokens, budget)
    formats = [Found(*vetted) for vetted in budget.over(find_formats(tokens))]
    return _joined(found, formats) if formats else found


def _joined(found: list[Found], formats: list[Found]) -> list[Found]:
    """Both in text order; where they overlap, the longer one."""
    joined: list[Found] = []
    for each in sorted(found + formats, key=lambda f: (f.first, -f.last)):
        if not joined or each.first >= joined[-1].last:
            joined.append(each)
        elif each.last - each.first > joined[-1].last - joined[-1].first:
            joined[-1] = each
    return joined


def find(tokens: Tokens, budget: Budget = UNLIMITED) -> list[Found]:
    """The stretches that the rules read as expressions, leftmost and longest, without overlap."""
    words = tokens.words
    triggers, known, beginners = _GRAMMAR.lexicon.triggers, _SYMBOLS, _BEGINNERS
    found: list[Found] = []
    done = 0
    places = [i for i, word in enumerate(words) if word in triggers]
    if _SHORT_YEAR.search(tokens.text) is not None:
        places = sorted({*places, *_short_years(words)})
    for number, trigger in enumerate(places):
        if not number % _POLLED:
            budget.check()
        if trigger < done:
            continue
        if words[trigger] not in beginners and (trigger == done or words[trigger - 1] not in known):
            done = trigger + 1  # a sign that can only go on, and nothing for it to go on from
            continue
        matches = _match_around(tokens, trigger, done)
        # A start that failed for one trigger fails for the next as well: each token is tried as a start only once.
        done = matches[-1].last if matches else trigger + 1
        found += matches
    return found


def _short_years(words: list[str]) -> list[int]:
    """The apostrophes of '98: too common a sign for the search to start from each."""
    return [
        i
        for i, word in enumerate(words[:-1])
        if word in _APOSTROPHES and len(words[i + 1]) == 2 and words[i + 1].isdigit()
    ]


_APOSTROPHES = frozenset("'’‘`")
_SHORT_YEAR = re.compile(r"['’‘`]\d\d\b")


def _match_around(tokens: Tokens, trigger: int, done: int) -> tuple[Found, ...]:
    """The leftmost expression that contains ``trigger`` and starts at or after ``done``; of those that start there,
    the longest."""
    words, symbol_of, table, accepts = tokens.words, _SYMBOLS, _GRAMMAR.table, _GRAMMAR.accepts
    low = trigger
    stop = max(done, trigger - _LEFT)
    while low > stop and words[low - 1] in symbol_of:
        low -= 1
    count = len(words)
    for start in range(low, trigger + 1):
        state = _START.get(symbol_of[words[start]])
        at = start + 1
        ends: list[tuple[int, tuple[Rule, ...]]] = []
        while state is not None:
            if at > trigger and accepts[state]:
                ends.append((at, accepts[state]))
            if at == count:
                break
            state = table[state].get(symbol_of.get(words[at], _NO_SYMBOL))
            at += 1
        for end, rules in reversed(ends):
            found = _read(tokens, start, end, rules)
            if found:
                return found
    return ()


def _read(tokens: Tokens, first: int, last: int, rules: tuple[Rule, ...]) -> tuple[Found, ...]:
    """What the rules, in their order, read in tokens ``first`` to ``last``: one expression, or those of a range."""
    if last - first > 1 and "\n\n" in tokens.text[tokens.starts[first] : tokens.ends[last - 1]]:
        return ()
    site = Site(tokens, first, last)
    named: bool | None = None  # costs more than most guards: looked at only where they have nothing against the stretch
    for rule in rules:
        if rule.touching and not _touching(tokens, first, last):
            continue
        if rule.guards and not _admits(rule, site):
            continue
        named = is_name(site) if named is None else named
        if named:
            return ()
        words = tuple(tokens.words[first:last])
        meaning = _GRAMMAR.meaning(rule.form, words)
        if meaning is None:
            continue
        if not rule.others:
            return (Found(first, last, rule.name, meaning, rule.kinds),)
        parts = [(group, _GRAMMAR.meaning(form, words)) for group, form in rule.others]
        match = rule.others[0][1].regex.fullmatch(_GRAMMAR.symbols(words))
        if match is not None and all(other is not None for _, other in parts):
            return tuple(
                Found(first + match.start(group), first + match.end(group), rule.name, part, rule.kinds, (first, last))
                for group, part in (("a", meaning), *parts)
            )
    return ()


def _admits(rule: Rule, site: Site) -> bool:
    for name in rule.guards:  # noqa: SIM110 - a generator costs more than most guards
        if not GUARDS[name](site):
            return False
    return True


def _touching(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.ends[i] == tokens.starts[i + 1] for i in range(first, last - 1))


def _resolve_all(
    tokens: Tokens, sentences: list[Sentence], found: Iterable[Found], story: Story, language: str
) -> tuple[Timex, ...]:
    timexes: list[Timex] = []
    at = 0  # the sentence of the match
    for match in found:
        name = f"t{len(timexes) + 1}"
        while at < len(sentences) - 1 and sentences[at].last <= match.first:
            at += 1
        direction: Direction = 0
        if language == "en" and needs_tense(match.meaning):
            within = (sentences[at].first, sentences[at].last) if sentences else None
            direction = direction_of(tokens, *(match.whole or (match.first, match.last)), within)
        story.since = tokens.lower[match.first - 1 : match.first] == ["since"]
        story.opening = story.narrative and opens_sentence(tokens, match.first)
        try:
            denoted = resolve(match.meaning, story, direction, match.first)
        except (ValueError, OverflowError):
            continue
        timexes.append(_timex(tokens, match, denoted, name, direction))
        if denoted.type == "TIME":
            story.latest_clock = _clock_time(denoted, name, match.last) or story.latest_clock
        if denoted.value in _LONGER:
            story.of_longer = True
        if denoted.period is not None and denoted.type in ("DATE", "TIME") and not _is_of_writing(tokens, match, story):
            aside = is_aside(tokens, match.first, story.opening) if story.narrative else match.rule in _PERIOD_ENDS
            modified, compared = denoted.mod is not None, is_comparison(match.meaning)
            of_accounts = is_of_accounts(match.meaning)
            leading = story.opening or (story.narrative and denoted.explicit and _first_of_paragraph(tokens, timexes))
            if not story.narrative and denoted.period.grain in ("month", "season"):
                leading = opens_sentence(tokens, match.first)
            mention = Mention(leading, aside, denoted.explicit, modified, compared, direction < 0, of_accounts)
            story.told(denoted.period, name, match.last, mention)
    return tuple(timexes)


def _first_of_paragraph(tokens: Tokens, timexes: list[Timex]) -> bool:
    """Whether the last expression is the first of its paragraph."""
    before = timexes[-2].end if len(timexes) > 1 else 0
    return "\n" in tokens.text[before : timexes[-1].start]


def _is_of_writing(tokens: Tokens, match: Found, story: Story) -> bool:
    """Whether the expression is a dateline's: "that morning" is not the morning on which the article was written."""
    return not story.narrative and is_dateline(tokens, match.first, match.last)


def _clock_time(denoted: Denoted, name: str, last: int) -> ClockTime | None:
    """The time of day that an expression told; None where it told a part of the day."""
    start = denoted.bounds.start if denoted.bounds is not None else None
    if start is None or start.second is None or not denoted.value.rpartition("T")[2][:1].isdigit():
        return None
    return ClockTime(start.day, start.second, start.zone, name, last)


def _timex(tokens: Tokens, match: Found, denoted: Denoted, name: str, direction: Direction) -> Timex:
    start, end = tokens.starts[match.first], tokens.ends[match.last - 1]
    return Timex(
        name, start, end, match.first, match.last, tokens.text[start:end], denoted.type, denoted.value, match.rule,
        denoted.precision, denoted.mod, denoted.quant, denoted.freq, denoted.bounds, denoted.anchor, denoted.explicit,
        denoted.vague, denoted.begin_point, denoted.end_point, direction,
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


__all__ = ["Found", "Interval", "Period", "Reading", "find", "read_timexes"]
