"""What is told in the present perfect, or as not done until a day. Published on Tuesday 14 May 2024."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from service.article import Article
from service.timeline.build import build_timeline
from tests.events.test_dating import when as time_of
from tests.events.test_headlines import headlines

when = partial(time_of, published=date(2024, 5, 14))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a time that is over is the noun's
        ("The find has renewed interest in two thefts between 2011 and 2014.", "renewed", "2024-05-14~"),
        ("The find has renewed interest in two thefts between 2011 and 2014.", "thefts", "[2011-01-01..2014-12-31]"),
        ("Officials have reopened the inquiry into a fire in 1994.", "reopened", "2024-05-14~"),
        ("Officials have reopened the inquiry into a fire in 1994.", "fire", "1994"),
        ("Nobody has been charged in the 2019 fire.", "charged", "2024-05-14~"),
        ("The court has quashed her conviction in 2003.", "quashed", "2024-05-14~"),
        # what reaches to now, or was not long ago, is the verb's
        ("The river has flooded the village since 2011.", "flooded", "2011-01-01/2024-05-14"),
        ("Five people have been arrested in Friday's raids.", "arrested", "2024-05-10"),
        ("They have met twice, in 2011 and 2014.", "met", "[2011-01-01..2014-12-31]"),
        ("The firm renewed its claim in 2011.", "renewed", "2011"),
        # what was "not until" then was then
        ("It wasn't until 1987 that the club admitted women.", "admitted", "1987"),
    ],
)
def test_what_has_been_done_is_of_no_time_long_over(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Until Friday, police had not named anyone.", "named", "Police had not named anyone until Friday"),
        ("Until May he had never spoken to her.", "spoken", "He had never spoken to her until May"),
        ("Until 1991 the dam hadn't leaked.", "leaked", "The dam hadn't leaked until 1991"),
        ("Until Friday, police had named two men.", "named", "Police had named two men"),
        ("It was not until the strike ended that trains ran.", "ended", "The strike ended"),
        ("It was only after the fire died that they found it.", "died", "The fire died"),
        ("He left after he heard that trains ran.", "heard", "He heard that trains ran"),
    ],
)
def test_until_when_something_was_not_done_is_told(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a day to come before the plan is that of what is planned
        ("In June, the firm plans to open a plant.", "open", "2024-06"),
        ("Next week the board intends to vote.", "vote", "[2024-05-20..2024-05-26]"),
        ("On Friday the firm was due to open its plant.", "open", "2024-05-17"),
        ("On Thursday, the army planned to pull back its tanks.", "pull", "2024-05-16"),
        ("By 2030 the city hopes to close it.", "close", "[2024-05-14..2030-12-31]"),
        # one that is over is the plan's own, and so is that of a decision
        ("Last April, Velde planned to buy the mill.", "planned", "2023-04"),
        ("On Thursday she wanted to go home.", "wanted", "2024-05-09"),
        ("On Monday, the mayor decided to resign.", "decided", "2024-05-13"),
        ("On Sunday, to mark the day, the mayor opened a park.", "opened", "2024-05-12"),
        ("On Friday she began to lose blood.", "began", "2024-05-10"),
        # that for which somebody is chosen has the month
        ("Orme will be chosen as skipper for a mission in October.", "chosen", "[2024-05-14..]"),
        ("Orme will be chosen as skipper for a mission in October.", "mission", "2024-10"),
        ("She was hired for the role in 2019.", "hired", "2019"),
        # so much pay is no time
        ("It is offering staff ten weeks of leave.", "offering", "../2024-05-14"),
        ("It is offering a gift equal to ten weeks of rent.", "offering", "../2024-05-14"),
        ("The board owes him two years of rent.", "owes", "../2024-05-14"),
        # what two verbs do to one object is of one day
        ("The navy seized and sank two boats in March.", "seized", "2024-03"),
        ("The navy seized and sank two boats in March.", "sank", "2024-03"),
        ("The navy seized a boat and sank two tugs in March.", "seized", "2024-05-14~"),
    ],
)
def test_whose_day_it_is(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a year long over is that of the noun before it, whatever stands between
        ("Two men have been charged over the theft of a painting from a church last year.", "charged", "2024-05-14~"),
        ("Two men have been charged over the theft of a painting from a church last year.", "theft", "2023"),
        ("He has sold a mill only once, during a slump in 2019.", "slump", "2019"),
        # the year of a law is part of its name
        ("The bank does not meet the rules of the Savings Act of 1989.", "meet", "../2024-05-14"),
        ("The Savings Act of 1989 was broken in 2019.", "broken", "2019"),
        # what has been going on since something
        ("They have been marching since shortly after the May 3 vote.", "marching", "2024-05-03/2024-05-14"),
        ("They searched the house shortly after the May 3 fire.", "searched", "[2024-05-03..2024-05-04]"),
        ("He has been arrested in several towns since 1990 for protesting.", "arrested", "1990-01-01/2024-05-14"),
        # what has to be over first is to come
        ("Orme will travel to Oslo after the case has been decided.", "decided", "[2024-05-14..]"),
        ("The firm would pay once the sale has been approved.", "approved", "[2024-05-14..]"),
        ("Orme travelled to Oslo after the case had been decided.", "decided", "[..2024-05-14]"),
        # what harmed is the event, however far before
        (
            "A man has been held over the fires at mills in Hull and Orsk last year that killed nine.",
            "killed",
            "2023",
        ),
    ],
)
def test_what_a_time_is_of_is_told_by_the_sentence(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_what_was_imposed_in_the_past_did_happen_though_it_will_be_lifted() -> None:
    text = "The union will not lift the ban imposed on Norland after its 2012 defeat by Orsk."
    timeline = build_timeline(Article(text, published_at=date(2024, 5, 14)), detail="full")
    imposed = next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == "imposed")
    assert (imposed.factuality.status, imposed.headline.partition(" after ")[2]) == (
        "occurred",
        "its 2012 defeat by Orsk",
    )


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # an hour so many days before something is of no day that was told
        ("A rifle was found on April 8. He was seen at 7 a.m. six days before the fire.", "seen", "[..2024-05-14]"),
        ("A rifle was found on April 8. He was seen at 7 a.m. near the mill six days before the fire.", "seen",
         "[..2024-05-14]"),
        ("The vote was on Monday. At 9 a.m. he left.", "left", "[2024-05-13T09:00:00..2024-05-13T09:59:59]"),
        # what somebody is brought to book for was before
        ("He was jailed in the 1994 killing of a clerk.", "jailed", "2024-05-14~"),
        ("He was jailed in the 1994 killing of a clerk.", "killing", "1994"),
        ("Two men were charged in the Nov. 4, 1991, bombing of a mill.", "bombing", "1991-11-04"),
        ("Two men were charged in the Nov. 4, 1991, bombing of a mill.", "charged", "2024-05-14~"),
        ("Two clerks were killed in the 1994 bombing.", "killed", "1994"),
        ("They got a warrant for him in the May 3 robbery of a clerk.", "got", "2024-05-14~"),
        ("He was tried last year in the October 2019 stabbing death of a cook.", "tried", "2023"),
        ("Five people were arrested in Friday's raids.", "arrested", "2024-05-10"),
        # what was so long ago is the noun's
        ("With the loss of a boat nine days ago, the owners say they are ruined.", "say", "2024-05-14"),
        ("The firm has paid claims from the quake nearly two weeks ago.", "quake", "[2024-04-29..2024-05-05]"),
        # since something in a year
        ("The guild has grown since its founding in 1921.", "grown", "1921-01-01/2024-05-14"),
        ("The town grew with its founding in 1921.", "grew", "1921"),
        # what a figure is held against
        ("Net rose 3% to $88 million, from $85 million, or $2.03 a share, last year.", "rose", "2024-05-14~"),
        ("Net rose last year to $88 million, or $2.10 a share.", "rose", "2023"),
    ],
)  # fmt: skip
def test_what_was_before_is_not_told_of_what_came_after(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected
