"""What it costs to write a timeline down: ``python -m benchmarks.formats``.

Microseconds and kilobytes an event, the best of a few rounds.
"""

from __future__ import annotations

from time import perf_counter

from service.api.negotiation import FORMATS
from service.article import Article, Span
from service.events.model import Event, EventTime, Factuality
from service.temporal.calendar.periods import Interval, Moment, ordinal
from service.temporal.model import Timex
from service.timeline.model import Timeline

SENTENCE = "The old lock was closed on 3 May 2024, and the mayor said so. "
EVENTS = 1_000
ROUNDS = 5


def timeline(events: int) -> Timeline:
    """A timeline of so many events, one a sentence."""
    bounds = Interval(Moment(ordinal(2024, 5, 3)), Moment(ordinal(2024, 5, 3)))
    size, word, date = len(SENTENCE), SENTENCE.index("closed"), SENTENCE.index("3 May")
    told, found = [], []
    for number in range(events):
        at = number * size
        time = EventTime(bounds, "within", "day", False, "2024-05-03", "explicit", (f"t{number}",))
        told.append(
            Event(f"e{number}", "The old lock was closed", Span(at + word, at + word + 6), time, Factuality("occurred"),
                  Span(at, at + size - 1), "main", 0.9)
        )  # fmt: skip
        found.append(
            Timex(f"t{number}", at + date, at + date + 10, 0, 0, "3 May 2024", "DATE", "2024-05-03", "full", "day",
                  bounds=bounds, explicit=True)
        )  # fmt: skip
    article = Article(SENTENCE * events)
    return Timeline(article, "2024-06-01", "request", "UTC", "news", "", tuple(told), (), tuple(found), ())


def main() -> None:
    """Print the table."""
    print(f"{'format':<46}{'µs/event':>10}{'kB/event':>10}")
    subject = timeline(EVENTS)
    for each in FORMATS:
        best, written = float("inf"), ""
        for _ in range(ROUNDS):
            began = perf_counter()
            written = each.render(subject, "codepoint")
            best = min(best, perf_counter() - began)
        print(f"{each.media_type:<46}{best / EVENTS * 1e6:>10.1f}{len(written) / EVENTS / 1000:>10.2f}")


if __name__ == "__main__":
    main()
