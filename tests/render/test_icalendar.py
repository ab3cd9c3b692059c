"""iCalendar: parsed back, ends exclusive, and honest about what a calendar cannot say."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given

from service.events.model import EventTime, Factuality
from service.render.icalendar import render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour, timelines


def read(timeline: Timeline) -> Any:
    return icalendar.Calendar.from_ical(render(timeline))


def entry(time: EventTime, zone: str = "UTC", **fields: object) -> Any:
    found = event(1, "The old lock was built", "built", "built", time, **fields)
    calendar = read(Timeline(harbour().article, None, None, zone, "news", "", (found,), (), (), ()))
    return calendar.walk("VEVENT")[0]


def ends(found: Any) -> tuple[object, object]:
    return found["DTSTART"].dt, found["DTEND"].dt if "DTEND" in found else None


def test_an_article_with_one_of_everything() -> None:
    calendar = read(harbour())
    entries = calendar.walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in entries] == [
        "The old lock was built",
        "Ongoing: The old lock is closed",
        "Disputed: The engineer and the mayor met in early November",
        "Officials spoke of the new lock",
        "Planned: The harbour council opens the new lock",
    ]
    assert [str(each["STATUS"]) for each in entries] == [
        "TENTATIVE",
        "TENTATIVE",
        "TENTATIVE",
        "CONFIRMED",
        "CONFIRMED",
    ]
    assert [ends(each) for each in entries] == [
        (date(1887, 1, 1), date(1888, 1, 1)),
        (date(2022, 2, 1), date(2022, 2, 2)),
        (date(2024, 11, 1), date(2024, 11, 11)),
        (date(2025, 3, 21), date(2025, 3, 22)),
        (date(2025, 6, 4), date(2025, 6, 5)),
    ]
    assert {each["DTSTAMP"].dt for each in entries} == {datetime(2025, 3, 23, tzinfo=UTC)}
    assert {str(each["TRANSP"]) for each in entries} == {"TRANSPARENT"}
    assert str(entries[1]["DESCRIPTION"]).startswith("since February 2022: still going on.")
    assert "A second lock might follow (undated)" in str(calendar["DESCRIPTION"])
    assert str(calendar["NAME"]) == "A new lock & an old one"


def test_the_same_article_gives_the_same_calendar() -> None:
    assert render(harbour()) == render(harbour())
    identities = [str(each["UID"]) for each in read(harbour()).walk("VEVENT")]
    assert len(set(identities)) == len(identities)


def test_a_title_of_several_lines_is_one_property() -> None:
    timeline = harbour("One, two;\r\nBEGIN:VEVENT\x85three")
    assert "\r\nNAME:One\\, two\\;\\nBEGIN:VEVENT\\nthree\r\n" in render(timeline)
    assert len(read(timeline).walk("VEVENT")) == 5


def test_another_article_has_other_uids() -> None:
    first, other = event(1, "X", "built", "built", event_time("2024-11-01", "2024-11-01")), empty("It was built.")
    one = Timeline(harbour().article, None, None, "UTC", "news", "", (first,), (), (), ())
    two = Timeline(other.article, None, None, "UTC", "news", "", (first,), (), (), ())
    assert read(one).walk("VEVENT")[0]["UID"] != read(two).walk("VEVENT")[0]["UID"]


def test_without_events_it_is_still_a_calendar() -> None:
    calendar = read(empty())
    assert (str(calendar["VERSION"]), calendar.walk("VEVENT")) == ("2.0", [])
    assert "DESCRIPTION" not in calendar


def test_an_unknown_publication_date_is_the_epoch_not_the_clock() -> None:
    assert entry(event_time("2024-11-01", "2024-11-01"))["DTSTAMP"].dt == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(("start", "end", "zone", "expected"), [
    ("2025-03-22T14:30:00Z", "2025-03-22T14:30:00Z", "UTC", (datetime(2025, 3, 22, 14, 30, tzinfo=UTC), None)),
    ("2025-03-22T14:30:00+02:00", "2025-03-22T15:59:59+02:00", "UTC",
     (datetime(2025, 3, 22, 12, 30, tzinfo=UTC), datetime(2025, 3, 22, 14, 0, tzinfo=UTC))),
    ("2025-07-01T12:00:00", "2025-07-01T12:00:00", "Europe/Berlin", (datetime(2025, 7, 1, 10, 0, tzinfo=UTC), None)),
    ("2025-07-01T12:00:00", "2025-07-01T12:00:00", "-05:00", (datetime(2025, 7, 1, 17, 0, tzinfo=UTC), None)),
    ("2025-07-01T12:00:00Z", "2025-07-01", "UTC",
     (datetime(2025, 7, 1, 12, 0, tzinfo=UTC), datetime(2025, 7, 2, 0, 0, tzinfo=UTC))),
    (None, "2025-03-23", "UTC", (date(2025, 3, 23), date(2025, 3, 24))),
    ("9999-12-30", "9999-12-30", "UTC", (date(9999, 12, 30), date(9999, 12, 31))),
])  # fmt: skip
def test_when_it_begins_and_ends(
    start: str | None, end: str | None, zone: str, expected: tuple[object, object]
) -> None:
    assert ends(entry(event_time(start, end), zone)) == expected


@pytest.mark.parametrize(("day", "words"), [
    ("-0043-03-15", "15 March 44 BC"), ("0000-03-15", "15 March 1 BC"), ("9999-12-31", "31 December 9999"),
    ("12024-01-01", "1 January 12024"),
])  # fmt: skip
def test_a_year_that_calendars_do_not_know_is_named_instead(day: str, words: str) -> None:
    found = event(1, "The old lock was built", "built", "built", event_time(day, day))
    calendar = read(Timeline(harbour().article, None, None, "UTC", "news", "", (found,), (), (), ()))
    assert calendar.walk("VEVENT") == []
    assert f"- The old lock was built ({words})" in str(calendar["DESCRIPTION"])


@pytest.mark.parametrize(("told", "status"), [
    (Factuality("occurred"), "CONFIRMED"), (Factuality("scheduled"), "CONFIRMED"),
    (Factuality("occurred", certainty="probable"), "TENTATIVE"), (Factuality("hypothetical"), "TENTATIVE"),
    (Factuality("denied"), "TENTATIVE"), (Factuality("occurred", disputed_by=("X",)), "TENTATIVE"),
    (Factuality("occurred", polarity="negative"), "CANCELLED"),
    (Factuality("scheduled", polarity="negative"), "CANCELLED"),
])  # fmt: skip
def test_only_plain_facts_are_confirmed(told: Factuality, status: str) -> None:
    assert str(entry(event_time("2024-11-01", "2024-11-01"), factuality=told)["STATUS"]) == status


@pytest.mark.parametrize(("start", "end", "fields", "status"), [
    ("2024-11-01", "2024-11-10", {}, "TENTATIVE"), ("2024-11-01", "2024-11-10", {"extent": "throughout"}, "CONFIRMED"),
    (None, "2024-11-10", {}, "TENTATIVE"), ("2024-11-01", None, {"extent": "throughout"}, "CONFIRMED"),
    ("2024-11-01", None, {"extent": "throughout", "precision": "month"}, "TENTATIVE"),
    ("2024-11-01", "2024-11-01", {"approximate": True}, "TENTATIVE"),
])  # fmt: skip
def test_only_known_days_are_confirmed(
    start: str | None, end: str | None, fields: dict[str, object], status: str
) -> None:
    assert str(entry(event_time(start, end, **fields))["STATUS"]) == status


@given(timelines())
def test_every_timeline_can_be_read_back(timeline: Timeline) -> None:
    written = render(timeline)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", written)
    assert "\n" not in written.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(written)
    entries = calendar.walk("VEVENT")
    assert all(not each.errors for each in (calendar, *entries))
    named = str(calendar.get("DESCRIPTION", "")).count("\n- ")
    assert len(entries) <= len(timeline.events)
    assert len(entries) + named >= len(timeline.events) + len(timeline.undated)
    for each in entries:
        start, end = ends(each)
        assert end is None or end > start  # type: ignore[operator]
