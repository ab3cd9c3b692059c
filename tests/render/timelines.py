"""Timelines made by hand and by hypothesis, for the renderers to write down."""

from __future__ import annotations

from hypothesis import strategies as st

from service.article import Article, Span
from service.events.model import Event, EventTime, Factuality, Relation
from service.temporal.calendar.periods import Interval, Moment, ordinal
from service.temporal.model import Timex
from service.timeline.model import Timeline
from service.timeline.model import Warning as Note

TEXT = (
    "The harbour council will open the new lock on 4 June 2025, officials said on Friday. "
    "Separate letters claimed that the engineer and the mayor met in early November, which the mayor denies. "
    "The old lock, built in 1887, has been closed since February 2022. "
    "A second lock might follow. Divers never found the anchor of the ferry <Aurora> & her bell 🔔."
)


def moment(text: str) -> Moment:
    """A moment from ISO 8601: ``2024-11-01``, ``-0043-03-15``, ``2025-03-22T14:30:00+02:00``."""
    day, _, clock = text.partition("T")
    year, month, dom = day.rsplit("-", 2)
    number = ordinal(int(year), int(month), int(dom))
    if not clock:
        return Moment(number)
    hours, minutes, seconds = (int(part) for part in clock[:8].split(":"))
    return Moment(number, hours * 3600 + minutes * 60 + seconds, clock[8:])


def bounds(start: str | None, end: str | None) -> Interval:
    return Interval(moment(start) if start else None, moment(end) if end else None)


def event_time(start: str | None, end: str | None, **fields: object) -> EventTime:
    values: dict[str, object] = {
        "extent": "within",
        "precision": "day",
        "approximate": False,
        "edtf": f"[{start}..{end}]",
        "basis": "explicit",
        "timexes": (),
    }
    return EventTime(bounds(start, end), **(values | fields))  # type: ignore[arg-type]


def span(part: str, text: str = TEXT) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def timex(number: int, part: str, value: str, start: str | None, end: str | None, **fields: object) -> Timex:
    where = span(part)
    values: dict[str, object] = {"type": "DATE", "rule": "test", "precision": "day"}
    return Timex(
        id=f"t{number}",
        start=where.start,
        end=where.end,
        first=0,
        last=0,
        text=part,
        value=value,
        bounds=bounds(start, end),
        **(values | fields),
    )  # type: ignore[arg-type]


def event(number: int, headline: str, trigger: str, evidence: str, time: EventTime | None, **fields: object) -> Event:
    values: dict[str, object] = {"factuality": Factuality("occurred"), "role": "main", "confidence": 0.83}
    return Event(
        id=f"e{number}",
        headline=headline,
        trigger=span(trigger),
        time=time,
        evidence=span(evidence),
        **(values | fields),
    )  # type: ignore[arg-type]


def harbour(title: str | None = "A new lock & an old one") -> Timeline:
    """A timeline with one of everything, of an article of our own."""
    sentences = [
        "The harbour council will open the new lock on 4 June 2025, officials said on Friday.",
        "Separate letters claimed that the engineer and the mayor met in early November, which the mayor denies.",
        "The old lock, built in 1887, has been closed since February 2022.",
        "A second lock might follow.",
        "Divers never found the anchor of the ferry <Aurora> & her bell 🔔.",
    ]
    timexes = (
        timex(1, "4 June 2025", "2025-06-04", "2025-06-04", "2025-06-04", explicit=True),
        timex(2, "Friday", "2025-03-21", "2025-03-21", "2025-03-21", anchor="published_at"),
        timex(
            3,
            "early November",
            "2024-11",
            "2024-11-01",
            "2024-11-10",
            mod="START",
            precision="month",
            vague=True,
            anchor="published_at",
        ),
        timex(4, "1887", "1887", "1887-01-01", "1887-12-31", precision="year", explicit=True),
        timex(5, "February 2022", "2022-02", "2022-02-01", "2022-02-28", precision="month", explicit=True),
    )
    events = (
        event(
            1,
            "The old lock was built",
            "built",
            sentences[2],
            event_time("1887-01-01", "1887-12-31", precision="year", edtf="1887", timexes=("t4",)),
            role="background",
        ),
        event(
            2,
            "The old lock is closed",
            "closed",
            sentences[2],
            event_time("2022-02-01", None, extent="throughout", precision="month", edtf="2022-02/..", timexes=("t5",)),
            factuality=Factuality("ongoing"),
            event_class="STATE",
            tense="PRESENT",
            aspect="PERFECTIVE",
        ),
        event(
            3,
            "The engineer and the mayor met in early November",
            "met",
            sentences[1],
            event_time(
                "2024-11-01",
                "2024-11-10",
                precision="month",
                approximate=True,
                basis="relative",
                edtf="[2024-11-01..2024-11-10]",
                timexes=("t3",),
            ),
            factuality=Factuality(
                "occurred", certainty="probable", source="Separate letters", disputed_by=("the mayor",)
            ),
            tense="PAST",
            relations=(Relation("before", "e4"),),
        ),
        event(
            4,
            "Officials spoke of the new lock",
            "said",
            sentences[0],
            event_time("2025-03-21", "2025-03-21", edtf="2025-03-21", basis="relative", timexes=("t2",)),
            event_class="REPORTING",
            tense="PAST",
        ),
        event(
            5,
            "The harbour council opens the new lock",
            "open",
            sentences[0],
            event_time("2025-06-04", "2025-06-04", edtf="2025-06-04", timexes=("t1",)),
            factuality=Factuality("scheduled", source="officials"),
            tense="FUTURE",
        ),
    )
    undated = (
        event(6, "A second lock might follow", "follow", sentences[3], None, factuality=Factuality("hypothetical")),
        event(
            7,
            "Divers found the anchor of the ferry <Aurora>",
            "found",
            sentences[4],
            None,
            factuality=Factuality("occurred", polarity="negative"),
            tense="PAST",
        ),
    )
    return Timeline(
        Article(TEXT, title=title),
        "2025-03-23",
        "request",
        "UTC",
        "news",
        "dates are read against one day",
        events,
        undated,
        timexes,
        (Note("example", "A warning with <markup> & more."),),
    )


def empty(text: str = "Nothing is dated here.") -> Timeline:
    """A timeline without any event, publication date or title."""
    return Timeline(Article(text), None, None, "UTC", "news", "by default", (), (), (), ())


_texts = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)
_days = st.integers(-2_000_000, 4_500_000) | st.integers(700_000, 760_000)
_moments = st.builds(Moment, _days, st.none() | st.integers(0, 86_399), st.sampled_from(["", "Z", "+02:00", "-11:30"]))
_precisions = st.sampled_from(
    ["second", "minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"]
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Bounds with both ends, either or neither; the start never after the end."""
    start, end = draw(st.none() | _moments), draw(st.none() | _moments)
    if start and end and (start.day, start.second or 0) > (end.day, end.second or 0):
        start, end = end, start
    return Interval(start, end)


times = st.builds(
    EventTime,
    intervals(),
    st.sampled_from(["within", "throughout"]),
    _precisions,
    st.booleans(),
    st.sampled_from(["", "2024-11", "2024-23", "[..2024]", "198X"]),
    st.sampled_from(["explicit", "relative", "relation", "document"]),
    st.lists(st.sampled_from(["t1", "t2", "t99"])).map(tuple),
)
factualities = st.builds(
    Factuality,
    st.sampled_from(["occurred", "ongoing", "scheduled", "hypothetical", "denied"]),
    st.sampled_from(["positive", "negative"]),
    st.sampled_from(["certain", "probable", "possible"]),
    st.none() | _texts,
    st.lists(_texts, max_size=2).map(tuple),
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Any timeline at all: odd characters, overlapping spans, BC and far-off years, open ends, zones."""
    text = draw(_texts)
    relations = st.builds(
        Relation,
        st.sampled_from(
            ["before", "after", "includes", "is_included", "during", "simultaneous", "begun_by", "ended_by"]
        ),
        st.sampled_from(["e1", "e2", "e77"]),
    )

    def one(number: int, time: EventTime | None) -> Event:
        return Event(
            f"e{number}",
            draw(_texts),
            draw(spans(text)),
            time,
            draw(factualities),
            draw(spans(text)),
            draw(st.sampled_from(["main", "background"])),
            draw(st.floats(0, 1)),
            relations=tuple(draw(st.lists(relations, max_size=2))),
        )

    dated = tuple(one(number, draw(times)) for number in range(1, draw(st.integers(0, 3)) + 1))
    undated = tuple(one(number, None) for number in range(len(dated) + 1, len(dated) + draw(st.integers(0, 2)) + 1))
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        where = draw(spans(text))
        found.append(
            Timex(
                f"t{number}",
                where.start,
                where.end,
                0,
                0,
                text[where.start : where.end],
                draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
                draw(st.sampled_from(["2024-11", "P3Y", "PAST_REF"])),
                "rule",
                draw(_precisions),
                mod=draw(st.sampled_from([None, "START", "APPROX"])),
                bounds=draw(st.none() | intervals()),
                anchor=draw(st.sampled_from([None, "published_at", "t1", "t9"])),
                begin_point=draw(st.sampled_from([None, "t1", "published_at"])),
            )
        )
    published = draw(st.sampled_from([None, "2025-03-23", "2025-03-23T08:15:00+02:00", "0001-01-01"]))
    return Timeline(
        Article(text, title=draw(st.none() | _texts), language=draw(st.sampled_from(["en", "ar", "de-CH"]))),
        published,
        "request" if published else None,
        draw(st.sampled_from(["UTC", "Europe/Berlin"])),
        "news",
        "test",
        dated,
        undated,
        tuple(found),
        tuple(Note("code", draw(_texts)) for _ in range(draw(st.integers(0, 1)))),
    )
