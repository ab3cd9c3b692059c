"""Answers as the contract has them, written by hand, so that the page is tested whatever the engine makes of a text."""

from __future__ import annotations

from typing import Any

NEWS = """\
Ferry stays in port 🚢🌊

The ferry to Sandrey was taken out of service on Tuesday, the harbour board said.

A former engineer reported a crack in March last year. The board denies that it received any report.

Ruth Kemble has led the board since January 2023. Islanders met in the school hall at some point.

The ferry carried 212 passengers in early October. She was inspected before then.

Ministers are due to visit on 20 October. A new ferry could be ordered next year.
"""

HISTORY = """\
Lights for sailors

The Pharos was finished around 280 BC. An earthquake shook it on 8 August 1303.

Cordouan was built between 1584 and 1611. Galileo turned a telescope to the sky in 1609.

On 26 November 1703 a storm swept the tower away. The next day nothing was left.
"""


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def span(text: str, words: str) -> dict[str, Any]:
    """The first place of ``words`` in ``text``, as a span in UTF-16 code units."""
    start = text.index(words)
    return {"text": words, "start": units(text[:start]), "end": units(text[: start + len(words)])}


def timex(
    text: str, name: str, words: str, value: str, earliest: str | None, latest: str | None, **more: Any
) -> dict[str, Any]:
    base = {"type": "DATE", "mod": None, "anchor": None, "rule": "calendar-date"}
    return {"id": name, **span(text, words), "value": value, "earliest": earliest, "latest": latest, **base, **more}


def event(
    text: str, name: str, headline: str, trigger: str, evidence: str, time: dict[str, Any] | None, **factuality: Any
) -> dict[str, Any]:
    plain = {"status": "occurred", "polarity": "positive", "certainty": "certain", "source": None, "disputed_by": []}
    inside = span(text, evidence)
    start = text.index(evidence) + evidence.index(trigger)
    here = {"text": trigger, "start": units(text[:start]), "end": units(text[: start + len(trigger)])}
    return {
        "id": name,
        "headline": headline,
        "trigger": here,
        "time": time,
        "factuality": {**plain, **factuality},
        "evidence": inside,
        "role": "main",
        "relations": [],
        "confidence": 0.8,
    }


def when(start: str | None, end: str | None, precision: str, *timexes: str, **more: Any) -> dict[str, Any]:
    edtf = start if start == end else f"[{start or ''}..{end or ''}]"
    base = {"extent": "within", "approximate": False, "basis": "relative", "edtf": edtf}
    return {"start": start, "end": end, "precision": precision, "timexes": list(timexes), **base, **more}


def answer(text: str, published_at: str | None = "2025-10-16", **parts: Any) -> dict[str, Any]:
    document = {
        "published_at": published_at,
        "published_at_source": "request" if published_at else None,
        "timezone": "UTC",
        "language": "en",
        "document_type": "news",
        "length": units(text),
        "offset_unit": "utf16",
    }
    empty: dict[str, Any] = {"events": [], "undated": [], "timexes": [], "warnings": []}
    return {"document": document, **empty, **parts, "engine": {"version": "1.0.0"}}


def news() -> dict[str, Any]:
    """Points and bars, open and closed; claimed, disputed, planned and hypothetical; undated; a warning."""
    text = NEWS
    inspected = event(text, "e7", "The ferry was inspected", "inspected", "She was inspected before then", None)
    inspected["time"] = when(None, "2025-10-10", "day", "t4", basis="relation")
    inspected["relations"] = [{"type": "before", "event": "e5"}]
    return answer(
        text,
        events=[
            event(
                text,
                "e4",
                "Ruth Kemble has led the board",
                "led",
                "Ruth Kemble has led the board since January 2023",
                when("2023-01-01", None, "month", "t3", extent="throughout"),
                status="ongoing",
            ),
            event(
                text,
                "e2",
                "A former engineer reported a crack",
                "reported",
                "A former engineer reported a crack in March last year",
                when("2024-03-01", "2024-03-31", "month", "t2"),
                source="A former engineer",
                disputed_by=["The board"],
            ),
            event(
                text,
                "e5",
                "The ferry carried 212 passengers",
                "carried",
                "The ferry carried 212 passengers in early October",
                when("2025-10-01", "2025-10-10", "month", "t4", approximate=True),
            ),
            inspected,
            event(
                text,
                "e1",
                "The ferry to Sandrey was taken out of service",
                "taken",
                "The ferry to Sandrey was taken out of service on Tuesday, the harbour board said",
                when("2025-10-14", "2025-10-14", "day", "t1"),
                source="the harbour board",
            ),
            event(
                text,
                "e8",
                "Ministers are to visit",
                "visit",
                "Ministers are due to visit on 20 October",
                when("2025-10-20", "2025-10-20", "day", "t5"),
                status="scheduled",
            ),
            event(
                text,
                "e9",
                "A new ferry could be ordered",
                "ordered",
                "A new ferry could be ordered next year",
                when("2026-01-01", "2026-12-31", "year", "t6"),
                status="hypothetical",
                certainty="possible",
            ),
        ],
        undated=[
            event(
                text,
                "e6",
                "Islanders met in the school hall",
                "met",
                "Islanders met in the school hall at some point",
                None,
            )
        ],
        timexes=[
            timex(
                text, "t1", "Tuesday", "2025-10-14", "2025-10-14", "2025-10-14", anchor="published_at", rule="weekday"
            ),
            timex(
                text,
                "t2",
                "March last year",
                "2024-03",
                "2024-03-01",
                "2024-03-31",
                anchor="published_at",
                rule="month-of-year",
            ),
            timex(text, "t3", "January 2023", "2023-01", "2023-01-01", "2023-01-31", rule="month-year"),
            timex(
                text,
                "t4",
                "early October",
                "2025-10",
                "2025-10-01",
                "2025-10-10",
                mod="START",
                anchor="published_at",
                rule="part-of-month",
            ),
            timex(
                text,
                "t5",
                "20 October",
                "2025-10-20",
                "2025-10-20",
                "2025-10-20",
                anchor="published_at",
                rule="day-month",
            ),
            timex(text, "t6", "next year", "2026", "2026-01-01", "2026-12-31", anchor="published_at", rule="next-unit"),
        ],
        warnings=[{"code": "example", "detail": "The clock times were read in UTC, because no time zone was given."}],
    )


def history() -> dict[str, Any]:
    """Centuries beside days, years before Christ, a bar that runs past another event."""
    text = HISTORY
    return answer(
        text,
        None,
        events=[
            event(
                text,
                "e1",
                "The Pharos was finished",
                "finished",
                "The Pharos was finished around 280 BC",
                when("-0279-01-01", "-0279-12-31", "year", "t1", approximate=True, basis="explicit"),
            ),
            event(
                text,
                "e2",
                "An earthquake shook the Pharos",
                "shook",
                "An earthquake shook it on 8 August 1303",
                when("1303-08-08", "1303-08-08", "day", "t2", basis="explicit"),
            ),
            event(
                text,
                "e3",
                "Cordouan was built",
                "built",
                "Cordouan was built between 1584 and 1611",
                when("1584-01-01", "1611-12-31", "year", "t3", extent="throughout", basis="explicit"),
            ),
            event(
                text,
                "e4",
                "Galileo turned a telescope to the sky",
                "turned",
                "Galileo turned a telescope to the sky in 1609",
                when("1609-01-01", "1609-12-31", "year", "t4", basis="explicit"),
            ),
            event(
                text,
                "e5",
                "A storm swept the tower away",
                "swept",
                "On 26 November 1703 a storm swept the tower away",
                when("1703-11-26", "1703-11-26", "day", "t5", basis="explicit"),
            ),
            event(
                text,
                "e6",
                "Nothing was left",
                "left",
                "The next day nothing was left",
                when("1703-11-27", "1703-11-27", "day", "t6"),
            ),
        ],
        timexes=[
            timex(text, "t1", "around 280 BC", "-0279", "-0279-01-01", "-0279-12-31", mod="APPROX"),
            timex(text, "t2", "8 August 1303", "1303-08-08", "1303-08-08", "1303-08-08"),
            timex(text, "t3", "between 1584 and 1611", "1584", "1584-01-01", "1611-12-31"),
            timex(text, "t4", "1609", "1609", "1609-01-01", "1609-12-31"),
            timex(text, "t5", "26 November 1703", "1703-11-26", "1703-11-26", "1703-11-26"),
            timex(text, "t6", "The next day", "1703-11-27", "1703-11-27", "1703-11-27", anchor="t5", rule="next-day"),
        ],
    )
