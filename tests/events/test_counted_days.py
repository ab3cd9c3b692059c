"""Days counted from a day or from an event beside them: "two weeks before Christmas", "the night before the crash"."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.timeline.build import build_timeline
from tests.events.test_dating import when

PUBLISHED = date(2009, 6, 12)
CRASH = "The crash was on 5 May. "


def headline(text: str, word: str) -> str:
    timeline = build_timeline(Article(text, published_at=PUBLISHED), detail="full")
    events = (*timeline.events, *timeline.undated)
    return next(e.headline for e in events if text[e.trigger.start : e.trigger.end] == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The body was found two weeks before Christmas.", "found", "2008-12-11"),
        ("The body was found at her home in Spalding two weeks before Christmas 1989.", "found", "1989-12-11"),
        ("She was convicted in 1990 of killing Ann Orr, who vanished ten days before Easter 1988.", "vanished",
         "1988-03-24"),
        ("The firm folded three days after Christmas 2007.", "folded", "2007-12-28"),
        ("Two weeks before Christmas the bridge fell.", "fell", "2008-12-11"),
        ("Lunde quit a week before Christmas, prosecutors said.", "quit", "2008-12-18"),
        # a round number may be out by some days
        ("The last flew home on Sunday, nearly two weeks after a fire stopped it.", "stopped",
         "[2009-05-21..2009-05-27]"),
        ("The vote was on 3 May. About ten days after the vote he quit.", "quit", "[2009-05-12..2009-05-14]"),
        ("The vote was on 3 May. Ten days after the vote he quit.", "quit", "2009-05-13"),
        # no finer than the unit that it is counted in, nor than the date
        ("She quit two months before 9 May 2006.", "quit", "2006-03"),
        ("The law was passed three years before 2001.", "passed", "1998"),
        ("The law was passed three weeks before 2001.", "passed", "[..2000-12-31]"),
        # a length of time that ends or begins there is no distance
        ("It was sold less than a week before Christmas.", "sold", "[..2008-12-24]"),
        ("It was closed for three weeks after Easter.", "closed", "[2009-04-12..2009-06-12]"),
        # a time after a semicolon is of what follows it; to what something is traced, of no tracing
        ("He resigned in May; six weeks later, having sold his house, he was beaten.", "resigned", "2009-05"),
        ("Historians trace the feud to 1923.", "trace", "../2009-06-12"),
        # what somebody is accused of has its year; two things done to a study have their own
        ("The judge freed a nurse accused of poisoning four patients in a ward in 1992.", "poisoning", "1992"),
        ("A study commissioned in 2003 and published two years later found rot.", "published", "2005"),
        ("A study commissioned in 2003 and published two years later found rot.", "found", "2005"),
        # when something was so
        ("He took over when the club were bottom of the table in October 2006.", "took", "2006-10"),
        ("He took over when the club were bottom of the table.", "took", "[..2009-06-12]"),
        # what something is the first since was before
        ("It will be played for the first time since the war on Sunday.", "played", "2009-06-14"),
        ("It has been shut since the raid on Sunday.", "raid", "2009-06-07"),
        # the night, the morning, the evening before or after
        (CRASH + "An alarm had been switched off on the night before the crash.", "switched", "2009-05-04"),
        (CRASH + "She had fled on the evening before the crash.", "fled", "2009-05-04"),
        (CRASH + "On the morning after the crash a clerk quit.", "quit", "2009-05-06"),
        (CRASH + "On the night after the crash a clerk quit.", "quit", "[2009-05-05..2009-05-06]"),
    ],
)  # fmt: skip
def test_a_distance_from_a_day_or_an_event_is_counted(text: str, word: str, expected: str) -> None:
    assert when(text, word, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what opens a sentence and only tells when is not its subject
        ("The day after the crash a mob burned the depot.", "burned", "A mob burned the depot"),
        ("The night after the crash, a mob burned the depot.", "burned", "A mob burned the depot"),
        ("The year after her death the house of her son burned.", "burned", "The house of her son burned"),
        ("The day after he left, the shop closed.", "closed", "The shop closed"),
        ("The day before he left ended badly.", "ended", "The day ended badly"),
        # a thing made some time after an event did what is told next
        ("A report issued three months after the crash blamed a valve.", "blamed",
         "A report issued three months after the crash blamed a valve"),
        ("A letter sent two days after the raid accused the mayor.", "accused",
         "A letter sent two days after the raid accused the mayor"),
        ("A bomb planted shortly before the rally killed three people.", "killed",
         "A bomb planted shortly before the rally killed three people"),
        ("The letter was sent hours after the vote ended.", "ended", "The vote ended"),
        ("Her father was arrested days after the coup failed.", "failed", "The coup failed"),
        # a participle between commas leaves the subject its verb
        ("In 2003 Dorn, facing re-election, doubled their wages.", "doubled", "Dorn doubled their wages"),
        ("In 2003, when Dorn, facing re-election, doubled wages, the deficit grew.", "doubled", "Dorn doubled wages"),
        ("The mayor, seeking a third term, cancelled a bridge.", "cancelled", "The mayor cancelled a bridge"),
        # a time between "and" and the second verb does not part it from the first
        ("Ann Roe, who had lost three finals and last year announced her retirement, beat Kim Lee on Sunday.", "beat",
         "Ann Roe beat Kim Lee"),
        ("The firm, which was founded in 1950 and in March cut 300 jobs, filed for bankruptcy on Friday.", "cut",
         "The firm cut 300 jobs"),
        ("The minister, who quit in May and on Monday was charged, fled on Friday.", "fled", "The minister fled"),
        ("He took over when the club were bottom and led them to a cup final.", "led", "He led them to a cup final"),
        ("A study commissioned in 2003 and published in 2005 found rot.", "found",
         "A study commissioned and published found rot"),
        # a particle before a time belongs to its verb
        ("The operator shut the line down 31 hours after an alarm sounded.", "shut", "The operator shut the line down"),
        ("The alarm was switched off the night before the crash.", "switched", "The alarm was switched off"),
        ("He drove off the road.", "drove", "He drove off the road"),
        # no past form is spelt so
        ("Police left the Las Tunas compound shortly after dawn.", "left", "Police left the Las Tunas compound"),
    ],
)  # fmt: skip
def test_who_did_it_is_found_past_what_tells_when(text: str, word: str, expected: str) -> None:
    assert headline(text, word) == expected


def told(text: str) -> list[str]:
    timeline = build_timeline(Article(text, published_at=PUBLISHED))
    return [e.headline for e in (*timeline.events, *timeline.undated)]


def test_what_is_allowed_on_a_day_is_news_of_that_day() -> None:
    filler = "The town lies on a river. It has a mill. "
    text = filler + "Visitors were allowed to leave on Monday. The board refused to look at the case in 2001."
    assert "Visitors were allowed to leave" in told(text)
    assert "The board refused to look at the case" in told(text)


def test_when_it_came_is_no_event_and_what_came_out_is() -> None:
    text = "The firm filed for bankruptcy on Friday. It came five days after the bank had warned of losses."
    assert not [line for line in told(text) if "came" in line]
    assert [line for line in told("The book came out on Friday. It came out again in May.") if "came out" in line]


def test_what_was_to_be_when_something_else_was_is_no_plan_of_now() -> None:
    text = "The clerk found the memo last autumn, days before her trial was to begin."
    assert told(text) == ["The clerk found the memo"]
