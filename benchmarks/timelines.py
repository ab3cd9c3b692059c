"""Whole timelines against what an editor would keep: ``python -m benchmarks.timelines [NAME…] [--split dev]``.

The articles and their gold files are in tests/golden/articles. A gold event is found when an event of the timeline has
its trigger at one of the marked places. Times are compared by the day. Only the engine runs: no server, no network.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from service.article import Article
from service.events.model import Event
from service.temporal.calendar.periods import Grain, Moment, Period, ordinal
from service.timeline.build import build_timeline

ARTICLES = Path(__file__).parent.parent / "tests" / "golden" / "articles"
SPLITS = ("dev", "held", "unread")  # rules are tried on dev; held is measured only; unread was never run before
HEADLINE_LIMIT = 120
HAPPENED = {"occurred", "ongoing"}
_MARK = re.compile(r"\[([^\]]+)\]")
_DANGLING = re.compile(
    r"(?:^(?:he|she|it|they|we|i|which|who|that|this|these|those|and|but|when|where|while|whose|his|her|its|their)\b)"
    r"|(?:\b(?:which|who|whom|and|but|or|the|a|an|of|to|that|as|when|said|says|according to)\W*$)|[,;:–—-]\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """What the timeline must or may tell: the offsets of its possible triggers, its times, its statuses.

    ``says`` are words or phrases that its headline has to hold: who or what it is about.
    """

    id: str
    must: bool
    triggers: frozenset[tuple[int, int]]
    times: tuple[str, ...]
    statuses: frozenset[str]
    any_extent: bool
    negative: bool
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """One article with what an editor expects of its timeline."""

    name: str
    kind: str
    split: str
    text: str
    published_at: str | None
    document_type: str
    most: int
    events: tuple[GoldEvent, ...]
    never: frozenset[tuple[int, int]]
    bad_dates: tuple[str, ...]
    order: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the answer, in the words of the contract."""

    start: int
    end: int
    trigger: str
    headline: str
    bounds: tuple[str, str] | None
    extent: str
    status: str
    polarity: str
    confidence: float


@dataclass(slots=True)
class Score:
    """Counts of one article, and its faults in words."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def fault(self, kind: str, words: str) -> None:
        self.counts[kind] += 1
        self.faults.append(f"{kind}: {words}")


def place(text: str, marked: str) -> tuple[int, int]:
    """Offsets of the [bracketed] word of ``marked``, which stands once in ``text``; ``ValueError`` otherwise."""
    match = _MARK.search(marked)
    if match is None:
        raise ValueError(f"no [trigger] in {marked!r}")
    plain = marked[: match.start()] + match.group(1) + marked[match.end() :]
    if text.count(plain) != 1:
        raise ValueError(f"{plain!r} stands {text.count(plain)} times in the article")
    at = text.index(plain) + match.start()
    return at, at + len(match.group(1))


def read_gold(path: Path) -> Gold:
    """The article beside ``path`` (a TOML file) and its gold; ``ValueError`` names a mark that does not stand in it."""
    raw = tomllib.loads(path.read_text())
    text = path.with_suffix(".txt").read_text()
    events = [*(_event(text, e, True) for e in raw["must"]), *(_event(text, e, False) for e in raw["optional"])]
    known = {e.id for e in events}
    unknown = {i for pair in raw["order"] for i in pair} - known
    if unknown or len(known) != len(events):
        raise ValueError(f"{path.name}: order names {sorted(unknown)}, or an id stands twice")
    return Gold(
        path.stem,
        raw["kind"],
        raw["split"],
        text,
        raw.get("published_at"),
        raw["document_type"],
        raw["most"],
        tuple(events),
        frozenset(place(text, n) for n in raw["never"]),
        tuple(raw["bad_dates"]),
        tuple((a, b) for a, b in raw["order"]),
    )


def _event(text: str, raw: dict[str, Any], must: bool) -> GoldEvent:
    times = raw["time"] if isinstance(raw["time"], list) else [raw["time"]]
    status = raw.get("status", "occurred")
    statuses = frozenset([status] if isinstance(status, str) else status)
    triggers = frozenset(place(text, a) for a in raw["at"])
    return GoldEvent(
        raw["id"], must, triggers, tuple(times), statuses, raw.get("extent") == "any", raw.get("negative", False),
        tuple(raw.get("says", ())),
    )  # fmt: skip


def bounds_of(time: str) -> tuple[str, str, str | None]:
    """First day, last day ("" is open) and extent of a gold time: ``2024-11``, ``a..b`` or ``a/b`` (throughout)."""
    if ".." in time and "/" not in time:
        start, end = time.split("..")
        extent: str | None = "within"
    elif "/" in time:
        start, end = time.split("/")
        extent = "throughout"
    else:
        start = end = time
        extent = None
    return _first(start.strip(".")), _last(end.strip(".")), extent


def _first(value: str) -> str:
    parts = _parts(value)
    return Moment(Period(*parts).first()).isoformat() if parts else ""


def _last(value: str) -> str:
    parts = _parts(value)
    return Moment(Period(*parts).last()).isoformat() if parts else ""


def _parts(value: str) -> tuple[Grain, int] | None:
    """Grain and place of ``2024``, ``2024-11`` or ``2024-11-05``; None where the end is open."""
    if not value:
        return None
    sign = -1 if value.startswith("-") else 1
    year, *rest = (int(part) for part in value.lstrip("-").split("-"))
    if not rest:
        return "year", sign * year
    if len(rest) == 1:
        return "month", sign * year * 12 + rest[0] - 1
    return "day", ordinal(sign * year, rest[0], rest[1])


def _number(day: str, open_value: int) -> int:
    """The day's ordinal; ``open_value`` for an open end."""
    parts = _parts(day)
    return parts[1] if parts else open_value


def time_verdict(gold: GoldEvent, told: Told) -> str:
    """``exact``, ``compatible`` (the bounds meet, none invented) or ``wrong``."""
    if "any" in gold.times:
        return "exact"
    best = "wrong"
    for time in gold.times:
        if time == "none" or told.bounds is None:
            if time == "none" and told.bounds is None:
                return "exact"
            continue
        start, end, extent = bounds_of(time)
        if told.bounds == (start, end) and (gold.any_extent or extent is None or extent == told.extent):
            return "exact"
        low, high = _number(told.bounds[0], -(10**9)), _number(told.bounds[1], 10**9)
        if low <= _number(end, 10**9) and _number(start, -(10**9)) <= high:
            best = "compatible"
    return best if told.bounds is not None else "compatible"


def answer(gold: Gold) -> list[Told]:
    """The main timeline of the engine: dated events in its order, then the undated."""
    published = date.fromisoformat(gold.published_at) if gold.published_at else None
    timeline = build_timeline(Article(gold.text, published_at=published))
    return [_told(gold.text, event) for event in (*timeline.events, *timeline.undated)]


def _told(text: str, event: Event) -> Told:
    trigger, time, facts = event.trigger, event.time, event.factuality
    bounds = (_day(time.bounds.start), _day(time.bounds.end)) if time else None
    return Told(
        trigger.start, trigger.end, text[trigger.start : trigger.end], event.headline, bounds,
        time.extent if time else "", facts.status, facts.polarity, event.confidence,
    )  # fmt: skip


def _day(moment: Moment | None) -> str:
    return Moment(moment.day).isoformat() if moment else ""


def score(gold: Gold, told: list[Told]) -> Score:
    """Compare one timeline with its gold."""
    result = Score()
    found = _match(gold, told, result)
    for event in gold.events:
        if event.must:
            result.counts["must"] += 1
            if event.id not in found:
                result.fault("missing", f"{event.id} {' '.join(event.times)}")
    for event in gold.events:
        if event.id in found:
            _judge(event, told[found[event.id]], result)
    _never(gold, told, result)
    _order(gold, found, result)
    for one in told:
        _headline(one, result)
    result.counts["told"] = len(told)
    result.counts["most"] = gold.most
    if len(told) > gold.most:
        result.fault("too-many", f"{len(told)} told, {gold.most} kept")
    return result


def _match(gold: Gold, told: list[Told], result: Score) -> dict[str, int]:
    """Index of the first event told for each gold event; duplicates and events outside the gold are faults."""
    found: dict[str, int] = {}
    for index, one in enumerate(told):
        ids = [e.id for e in gold.events if any(a < one.end and one.start < b for a, b in e.triggers)]
        if not ids:
            if not any(a < one.end and one.start < b for a, b in gold.never):
                result.fault("noise", f"{one.trigger} | {one.headline}")
            result.judged.append((one.confidence, False))
        elif all(i in found for i in ids):
            result.fault("duplicate", f"{ids[0]}: {one.trigger} | {one.headline}")
            result.judged.append((one.confidence, False))
        else:
            found[next(i for i in ids if i not in found)] = index
    return found


def _judge(event: GoldEvent, told: Told, result: Score) -> None:
    prefix = "must-" if event.must else "opt-"
    verdict = time_verdict(event, told)
    result.counts[prefix + "found"] += 1
    result.counts[prefix + verdict] += 1
    if verdict != "exact":
        words = f"{event.id}: {told.bounds} {told.extent}, not {' or '.join(event.times)}"
        result.faults.append(f"{prefix}time-{verdict}: {words}")
    right = told.status in event.statuses or "any" in event.statuses or event.negative
    result.counts[prefix + "status"] += right
    if not right:
        result.faults.append(f"status: {event.id}: {told.status}, not {'/'.join(sorted(event.statuses))}")
    asserted = told.status in HAPPENED and told.polarity == "positive"
    if asserted and (event.negative or not event.statuses & (HAPPENED | {"any"})):
        result.fault("never-happened", f"{event.id}: {told.status} | {told.headline}")
    lacking = [words for words in event.says if not holds(told.headline, words)]
    if lacking:
        result.fault("says", f"{event.id}: no {', '.join(lacking)} | {told.headline}")
    result.judged.append((told.confidence, verdict == "exact" and right))


def holds(headline: str, words: str) -> bool:
    """Whether ``words`` stand in the headline, in any case, filled in or not, as whole words."""
    return re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", headline.lower()) is not None


def _never(gold: Gold, told: list[Told], result: Score) -> None:
    for one in told:
        hit = any(a < one.end and one.start < b for a, b in gold.never)
        if hit and one.status in HAPPENED and one.polarity == "positive":
            result.fault("never-happened", f"{one.trigger} {one.status} | {one.headline}")
        elif hit:
            result.fault("noise", f"{one.trigger} {one.status} {one.polarity} | {one.headline}")
    known = {d for e in gold.events for t in e.times if t not in {"any", "none"} for d in bounds_of(t)[:2]}
    known |= {gold.published_at or ""}
    for one in told:
        for day in one.bounds or ():
            if any(day.startswith(bad) for bad in gold.bad_dates) and day not in known:
                result.fault("invented-date", f"{day} | {one.headline}")
            elif day and day not in known:
                result.fault("stray-bound", f"{day} | {one.headline}")


def _order(gold: Gold, found: dict[str, int], result: Score) -> None:
    for first, second in gold.order:
        if first in found and second in found:
            result.counts["pairs"] += 1
            if found[first] > found[second]:
                result.fault("order", f"{second} told before {first}")


def _headline(told: Told, result: Score) -> None:
    if len(told.headline) > HEADLINE_LIMIT:
        result.fault("headline", f"{len(told.headline)} characters | {told.headline}")
    elif _DANGLING.search(told.headline) or not told.headline[:1].strip():
        result.fault("headline", f"dangling | {told.headline}")


COLUMNS = "must found exact compat status opt told most noise dup never invent stray order headl says".split()


def row(counts: Counter[str]) -> list[str]:
    """The cells of one line of the table."""
    c = counts
    order = f"{c['pairs'] - c['order']}/{c['pairs']}"
    must = [c["must"], *(c[f"must-{what}"] for what in ("found", "exact", "compatible", "status"))]
    faults = [c[f] for f in ("noise", "duplicate", "never-happened", "invented-date", "stray-bound")]
    cells = [*must, c["opt-found"], c["told"], c["most"], *faults, order, c["headline"], c["says"]]
    return [str(cell) for cell in cells]


def reliability(judged: list[tuple[float, bool]]) -> list[str]:
    """Lines: the tenth of confidence, how many events, the share that is right."""
    lines = []
    for tenth in range(10):
        held = [right for confidence, right in judged if min(int(confidence * 10), 9) == tenth]
        if held:
            lines.append(f"  {tenth / 10:.1f}–{(tenth + 1) / 10:.1f}  {len(held):4d}  {sum(held) / len(held):.2f}")
    return lines


def main() -> int:
    """Print the table; with ``--errors`` every fault of the articles of the dev split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--show", action="store_true", help="print the timelines")
    parser.add_argument("--json", action="store_true", help="the totals of each split as one JSON object")
    args = parser.parse_args()
    golds = [read_gold(p) for p in sorted(ARTICLES.glob("*.toml")) if not args.names or p.stem in args.names]
    golds = [g for g in golds if args.split in (None, g.split)]
    totals: dict[str, Counter[str]] = {}
    judged: list[tuple[float, bool]] = []
    print(f"{'article':28}" + "".join(f"{c:>8}" for c in COLUMNS))
    for gold in sorted(golds, key=lambda g: (g.split, g.name)):
        told = answer(gold)
        one = score(gold, told)
        totals.setdefault(gold.split, Counter()).update(one.counts)
        judged += one.judged
        print(f"{gold.split + ' ' + gold.name:28}" + "".join(f"{c:>8}" for c in row(one.counts)))
        if args.show:
            print(
                "\n".join(f"    {t.bounds} {t.extent[:6]} {t.status} {t.confidence:.2f} | {t.headline}" for t in told)
            )
        if args.errors:
            print("\n".join(f"    {f}" for f in one.faults))
    for split, counts in totals.items():
        print(f"{'all ' + split:28}" + "".join(f"{c:>8}" for c in row(counts)))
    print("confidence, events, share right\n" + "\n".join(reliability(judged)))
    if args.json:
        print(json.dumps({split: dict(counts) for split, counts in totals.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
