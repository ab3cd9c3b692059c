"""Whether the confidence means what it says: ``python -m benchmarks.reliability [--split dev] [CORPUS.jsonl…]``.

Over the articles of tests/golden the main timelines are judged. An event is true when it is one of the gold's (which
must or may be told), its status agrees, and its time is the gold's or contains it; it is right when its time is also
one that the gold accepts. The headline's wording is not judged. Over a corpus, a JSON document a line with ``text``,
``dct`` and ``events`` whose ``time`` gives a day, every mention that stands at a gold event is judged by its day alone.

Printed are the shares for each tenth of confidence, with how far off a share may be by chance, the Brier score (mean
squared difference; 0 is best) and the expected calibration error (mean distance of a tenth's mean confidence from its
share that is right, by events).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

from benchmarks.timelines import ARTICLES, SPLITS, Gold, GoldEvent, Told, answer, bounds_of, read_gold, time_verdict
from service.article import Article
from service.temporal.calendar.periods import Moment, ordinal
from service.timeline.build import build_timeline

BINS = 10
_EARLIEST, _LATEST = -(10**9), 10**9  # days: an open bound


@dataclass(frozen=True, slots=True)
class Judged:
    """An event told with ``confidence``: whether its time is just the gold's, and whether it contains it at least."""

    confidence: float
    right: bool
    true: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The events of one tenth of confidence: how many, how sure in the mean, and the shares."""

    low: float
    events: int
    mean: float
    right: float
    true: float

    @property
    def error(self) -> float:
        """The standard error of ``right``, with one event of each kind added so that it is never 0."""
        share = (self.right * self.events + 1) / (self.events + 2)
        return sqrt(share * (1 - share) / (self.events + 2))


def bins(judged: Sequence[Judged]) -> list[Bin]:
    """The tenths of confidence that have events."""
    found = []
    for tenth in range(BINS):
        held = [j for j in judged if min(int(j.confidence * BINS + 1e-9), BINS - 1) == tenth]
        if held:
            count = len(held)
            mean = sum(j.confidence for j in held) / count
            right, true = sum(j.right for j in held) / count, sum(j.true for j in held) / count
            found.append(Bin(tenth / BINS, count, mean, right, true))
    return found


def brier(judged: Sequence[Judged]) -> float:
    """The mean squared difference of the confidence and what came of it; ``ValueError`` of none."""
    if not judged:
        raise ValueError("no events to judge")
    return sum((j.confidence - j.right) ** 2 for j in judged) / len(judged)


def calibration_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error over tenths; ``ValueError`` of none."""
    if not judged:
        raise ValueError("no events to judge")
    return sum(b.events * abs(b.mean - b.right) for b in bins(judged)) / len(judged)


def judge(gold: Gold, told: Iterable[Told]) -> list[Judged]:
    """Each event of a main timeline, by the best of the gold events at its trigger; wrong where none stands."""
    found = []
    for one in told:
        here = [e for e in gold.events if any(a < one.end and one.start < b for a, b in e.triggers)]
        agreeing = [e for e in here if _status_agrees(e, one)]
        right = any(time_verdict(e, one) == "exact" for e in agreeing)
        found.append(Judged(one.confidence, right, right or any(_encloses(e, one) for e in agreeing)))
    return found


def _status_agrees(event: GoldEvent, told: Told) -> bool:
    if event.negative:
        return told.polarity == "negative" or told.status not in {"occurred", "ongoing"}
    return told.status in event.statuses or "any" in event.statuses


def _encloses(event: GoldEvent, told: Told) -> bool:
    """Whether the time told contains one of the gold's."""
    if told.bounds is None:
        return False
    outer = _days(*told.bounds)
    return any(_contains(outer, _days(*bounds_of(time)[:2])) for time in event.times if time not in {"any", "none"})


def _days(start: str, end: str) -> tuple[int, int]:
    return _day(start, _EARLIEST), _day(end, _LATEST)


def _day(value: str, otherwise: int) -> int:
    if not value:
        return otherwise
    year, month, day = value.lstrip("-").split("-")
    return ordinal(-int(year) if value.startswith("-") else int(year), int(month), int(day))


def _contains(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def judge_document(document: dict[str, Any]) -> Iterator[Judged]:
    """The mentions of a corpus document at gold events of a known day, by that day alone."""
    published = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    timeline = build_timeline(Article(document["text"], published_at=published), detail="full")
    golds = [(e["start"], e["end"], day) for e in document["events"] if (day := _known_day(e.get("time")))]
    for event in (*timeline.events, *timeline.undated):
        for start, end, day in golds:
            if start < event.trigger.end and event.trigger.start < end:
                bounds = event.time.bounds if event.time else (None, None)
                low, high = _number(bounds[0], _EARLIEST), _number(bounds[1], _LATEST)
                yield Judged(event.confidence, low == high == day, event.time is not None and low <= day <= high)
                break


def _number(moment: Moment | None, otherwise: int) -> int:
    return otherwise if moment is None else moment.day


def _known_day(time: object) -> int | None:
    """The ordinal of ``2008-02-16``, also as ``{"time": …}``; None for what is no single known day."""
    value = time.get("time") if isinstance(time, dict) else time
    try:
        return date.fromisoformat(value).toordinal() if isinstance(value, str) else None
    except ValueError:
        return None


def report(name: str, judged: Sequence[Judged]) -> str:
    """The table of one set of events, in lines."""
    if not judged:
        return f"{name}: no events"
    lines = [f"{name}: {len(judged)} events", "confidence  events  mean  right   +/-   true"]
    lines += [
        f" {b.low:.1f}–{b.low + 1 / BINS:.1f} {b.events:9d}  {b.mean:.2f}   {b.right:.2f}  {b.error:.2f}   {b.true:.2f}"
        for b in bins(judged)
    ]
    right, true = sum(j.right for j in judged) / len(judged), sum(j.true for j in judged) / len(judged)
    lines.append(
        f"all: right {right:.2f}, true {true:.2f}, Brier score {brier(judged):.3f}, ECE {calibration_error(judged):.3f}"
    )
    return "\n".join(lines)


def main() -> int:
    """Print a table for the golden articles, for each of their splits, and for each corpus named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--split", choices=SPLITS)
    options = parser.parse_args()
    by_split: dict[str, list[Judged]] = {}
    for gold in (read_gold(path) for path in sorted(ARTICLES.glob("*.toml"))):
        if options.split in (None, gold.split):
            by_split.setdefault(gold.split, []).extend(judge(gold, answer(gold)))
    print(report("golden articles", [j for each in by_split.values() for j in each]))
    for split, judged in by_split.items():
        print("\n" + report(split, judged))
    for corpus in options.corpora:
        lines = corpus.read_text(encoding="utf-8").splitlines()
        found = [j for line in lines if line.strip() for j in judge_document(json.loads(line))]
        print("\n" + report(corpus.name, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
