"""What turns of phrase tell of when something is to be. Published on Thursday 20 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.model import Event
from service.timeline.build import build_timeline


def event_at(text: str, trigger: str) -> Event:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    return next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "headline"),
    [
        ("The regent called an election for July 14.", "election", "2025-07-14", "An election for July 14"),
        ("The chair called a meeting for Friday.", "meeting", "2025-03-21", "A meeting for Friday"),
        ("The court set a hearing for June 3.", "hearing", "2025-06-03", "A hearing for June 3"),
    ],
)
def test_what_is_called_for_a_day_is_told_on_that_day(text: str, trigger: str, edtf: str, headline: str) -> None:
    event = event_at(text, trigger)
    assert event.time is not None
    assert (event.time.edtf, event.factuality.status, event.headline) == (edtf, "scheduled", headline)


def test_calling_it_is_not_of_that_day() -> None:
    calling = event_at("On Monday the regent called an election for July 14.", "called")
    assert calling.time is not None
    assert calling.time.edtf == "2025-03-17"


def test_a_plan_that_opens_the_article_is_its_news() -> None:
    text = "The museum said on Monday that it would return three masks to Mali."
    assert event_at(text, "return").factuality.status == "scheduled"


def test_an_age_is_no_older_than_the_article() -> None:
    text = "Ruth Adomi has died at 85. Adomi was born in Accra in 1939."
    died = event_at(text, "died")
    assert died.time is not None
    assert died.time.edtf == "[2024-01-01..2025-03-20]"


def test_lightning_is_no_verb() -> None:
    struck = event_at("The tower was struck by lightning on Tuesday.", "struck")
    assert struck.time is not None
    assert struck.time.edtf == "2025-03-18"


def test_years_that_somebody_faces_have_not_passed() -> None:
    timeline = build_timeline(Article("Kos faces up to 20 years in jail.", published_at=date(2025, 3, 20)))
    assert [timex.value for timex in timeline.timexes] == ["P20Y"]
    assert [e for e in timeline.events if e.time is not None and e.time.bounds.start is not None] == []


@pytest.mark.parametrize(
    ("text", "trigger", "headline"),
    [
        ("Work on the canal started in 1817.", "started", "Work on the canal started"),
        ("Support for the pact fell in May 2021.", "fell", "Support for the pact fell"),
        ("The line closed in 1965 but goods trains ran until 1981.", "ran", "Goods trains ran until 1981"),
    ],
)
def test_nouns_that_look_like_verbs_are_subjects(text: str, trigger: str, headline: str) -> None:
    assert event_at(text, trigger).headline.startswith(headline)


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The main was not closed until June 9.", "closed", "2024-06-09"),
        ("The new board meets for the first time on 21 May.", "meets", "2025-05-21"),
        ("He left about 3 p.m. on Monday. Divers found the boat on Tuesday.", "found", "2025-03-18"),
        ("The party has lost the town for the first time since it was made a city in 1998.", "lost", "[..2025-03-20]"),
    ],
)
def test_more_turns_of_phrase(text: str, trigger: str, edtf: str) -> None:
    event = event_at(text, trigger)
    assert event.time is not None
    assert event.time.edtf == edtf


def test_what_usually_comes_is_no_event() -> None:
    assert not build_timeline(Article("The rains usually come in August.", published_at=date(2025, 3, 20))).events


@pytest.mark.parametrize(
    ("text", "trigger", "headline"),
    [
        (
            "A strike by porters that has closed the port will end on Friday.",
            "closed",
            "A strike by porters has closed the port",
        ),
        ("Lawyers for Berg, who was fined in May 2021, left on Monday.", "fined", "Berg was fined in May 2021"),
        (
            "Rebels of the North, who have left the town, marched on Monday.",
            "left",
            "Rebels of the North have left the town",
        ),
        ("The bill was drafted in 2022 and revised last autumn.", "revised", "The bill was revised"),
    ],
)
def test_a_relative_clause_is_about_the_noun_that_its_verb_agrees_with(text: str, trigger: str, headline: str) -> None:
    assert event_at(text, trigger).headline == headline


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("He robbed banks in 2022 and 2023.", "robbed", "[2022-01-01..2023-12-31]"),
        ("The club won the cup in 1908, 1911 and 1921.", "won", "[1908-01-01..1921-12-31]"),
        ("The fair will be held on June 3 and 4.", "held", "[2025-06-03..2025-06-04]"),
    ],
)
def test_what_happened_at_several_times_lies_among_them(text: str, trigger: str, edtf: str) -> None:
    event = event_at(text, trigger)
    assert event.time is not None
    assert (event.time.edtf, event.time.extent) == (edtf, "within")


def test_from_a_year_until_an_event_lies_between_them() -> None:
    reigned = event_at("She reigned in the north from 1660 until her death in 1685.", "reigned")
    assert reigned.time is not None
    assert reigned.time.edtf == "1660-01-01/1685-12-31"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "The quake struck on Monday night, officials said on Wednesday. A wave hit a pier at 11:52 p.m.",
            "2025-03-17",
        ),
        (
            "The coach crashed on 3 March. Police said on Tuesday it was old. It hit a wall after 18:30.",
            "2025-03-03",
        ),
        ("The quake struck on Monday. Crews arrived on Tuesday. A wall hit the road at 9 p.m.", "2025-03-18"),
        ("The talks failed on Friday. On Monday the minister said so. A stone hit her car at 6 p.m.", "2025-03-17"),
    ],
)
def test_a_time_of_day_is_of_the_day_of_what_happened_not_of_what_was_said(text: str, edtf: str) -> None:
    event = event_at(text, "hit")
    assert event.time is not None
    assert event.time.edtf.strip("[").startswith(edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "In May 2024 it lost. The firm, founded in 1987, closed three weeks later.",
            "[2024-05-22..2024-06-21]",
        ),
        ("The firm was inspected in early May 2024, and two weeks later it closed.", "[2024-05-15..2024-05-24]"),
    ],
)
def test_what_is_said_aside_is_not_what_a_later_day_counts_from(text: str, edtf: str) -> None:
    event = event_at(text, "closed")
    assert event.time is not None
    assert event.time.edtf == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Voters in Marland go to the polls on Sunday.", "go", "2025-03-23"),
        ("Voters go to the polls on Sunday, two years after the army seized power.", "go", "2025-03-23"),
        ("After touring Dar es Salaam on Monday, the envoy flew home.", "touring", "2025-03-17"),
        ("The envoy saw voters go to the polls on Sunday.", "saw", "2025-03-16"),
        ("On Sunday voters gave the army power that it holds on to.", "gave", "2025-03-16"),
    ],
)
def test_the_present_tells_what_is_to_come_whatever_follows_it(text: str, trigger: str, edtf: str) -> None:
    time = event_at(text, trigger).time
    assert time is not None
    assert time.edtf == edtf


def test_what_a_report_compares_with_is_not_the_year_that_it_goes_on_about() -> None:
    text = (
        "The mill reported on Monday a loss of $4 million, against a profit a year earlier. "
        "It hopes to return to profit in the second half of the year."
    )
    time = event_at(text, "return").time
    assert time is not None
    assert time.edtf == "[2025-07-01..2025-12-31]"


def test_by_a_time_of_day_a_report_means_its_own_day() -> None:
    event = event_at("A ship was hit on 12 March. The raids began in January. Oil rose by 3% by 09:30.", "rose")
    assert event.time is not None
    assert event.time.edtf.endswith("..2025-03-20T09:30:59]")
