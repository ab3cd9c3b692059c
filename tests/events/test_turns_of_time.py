"""What an event is told together with, and which day that gives it. Published on Friday 21 March 2025."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from service.article import Article
from service.events.reading import read_events
from tests.events.test_dating import when as time_of

PUBLISHED = date(2025, 3, 21)
when = partial(time_of, published=PUBLISHED)


def test_an_hour_is_of_the_day_that_was_told_not_of_that_since_when_something_lasts() -> None:
    since = "Five men have been trapped since a tunnel collapsed on Monday, the firm said on Friday. "
    assert when(since + "A probe reached them at 3.30am.", "reached").startswith("[2025-03-21T03:30")
    told = "A tunnel collapsed on Monday, the firm said on Friday. "
    text = told + "It gave way at 3.30am."
    assert when(text, "gave").startswith("[2025-03-17T03:30")
    timexes = read_events(Article(text, published_at=PUBLISHED)).reading.timexes
    assert timexes[-1].anchor == timexes[0].id


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a distance is counted from the day that stands right before it
        ("The probe has stopped calling, it said on Tuesday, six days after it landed.", "landed", "2025-03-12"),
        ("Two weeks after the quake, the road is still shut.", "quake", "2025-03-07~"),
        # what is settled on one day is for a day after it
        ("The sides agreed late on Monday to exchange prisoners on Saturday.", "exchange", "2025-03-22"),
        ("The sides agreed late on Monday to exchange prisoners on Saturday.", "agreed", "2025-03-17"),
        ("The sides agreed late on Monday to exchange prisoners on Wednesday.", "exchange", "2025-03-19"),
        ("The sides agreed to exchange prisoners on Saturday.", "exchange", "2025-03-22"),
        # what stands before something, or no later than it
        ("The votes must be in no later than 2 April.", "votes", "[..2025-04-02]"),
        ("The tomb was sealed no earlier than 1540.", "sealed", "[1540-01-01..2025-03-21]"),
        ("The ferry will sail no sooner than May.", "sail", "[2025-05-01..]"),
        ("Leaders met in Paris ahead of the summit on 12 March.", "met", "[..2025-03-12]"),
        ("Leaders met in Paris ahead of the summit on 12 March.", "summit", "2025-03-12"),
        ("In the run-up to the election in May 2024, the party spent millions.", "spent", "[..2024-05-31]"),
        ("He was arrested on the eve of the vote on 7 March.", "arrested", "[2025-03-06..2025-03-07]"),
        ("The ferry sank on Monday. The mayor was to meet them at 6pm.", "meet", "[2025-03-17..2025-03-21]"),
        # what was said years ago is to come from then
        ("She said in 2019 that the line would open within two years.", "open", "[2019-01-01..2021-12-30]"),
        ("In 2015 the council promised to rebuild the pool.", "rebuild", "[2015-01-01..]"),
        ('"We will finish the tunnel next year," she said in 2019.', "finish", "2020"),
        # a race that is moved is in neither month, and what has gone on since before a day has gone on since then
        ("The race has been moved from April to October.", "moved", "2025-03-21~"),
        ("The hill has been rumbling since before Christmas.", "rumbling", "2024-12-25/2025-03-21"),
        ("The race leaves Florence on June 29; three weeks later it ends in Nice.", "ends", "2025-07-20"),
        ("The vote has been put back a week, to 2 April.", "put", "[..2025-03-21]"),
        ("The launch slipped from Monday to Thursday.", "slipped", "2025-03-21~"),
        ("The deadline, originally 30 January, was extended.", "extended", "[..2025-03-21]"),
        ("Monday is the 80th anniversary of the landing.", "landing", ""),
        ("The board says that he backdated the transfer to 4 January.", "backdated", "[..2025-03-21]"),
        ("The vote, which comes a week after a round on 1 March, will be close.", "comes", "2025-03-01"),
        ("The ferry sank on 5 March. On the Friday divers found its bell.", "found", "2025-03-07"),
        ("He took office three years ago, on 20 January 2022.", "took", "2022-01-20"),
        ("The opener on 12 August drew thousands; Saturday's game drew hundreds.", "drew", "2024-08-12"),
        ("He was arrested on Sunday and released on bail on Tuesday until 6 June.", "released", "2025-03-18"),
        ("The hearing, set for 3 April, has been moved to 4 May.", "hearing", "2025-05-04"),
        ("Half an hour before the vote on Wednesday, the gates were shut.", "shut", "2025-03-19"),
        ("The dam was condemned at the turn of the century.", "condemned", "[..2025-03-21]"),
        (
            "The trouble began at 23:59 on Tuesday. By 00:20 the panel was dark, and so was the page, which ran on the "
            "same machines. Nobody was told until 00:47. They issued a new one at 04:05.",
            "issued",
            "[2025-03-19T04:05:00..2025-03-19T04:05:59]",
        ),
        ("He signed for Rovers in the January window.", "signed", "2025-01"),
        (
            'In her diary for 3 May 1924 she writes that "the doctor came again this morning".',
            "came",
            "[1924-05-03T05:00:00..1924-05-03T11:59:59]",
        ),
        # an occasion that a participle dates
        ("Shares fell on Monday. In a letter sent on Wednesday, the chief said he would go.", "said", "2025-03-19"),
        ("Shares fell on Monday. In a statement issued on Wednesday, Orme Oil said so.", "said", "2025-03-19"),
        ("In a report published in May 2024, the board blamed a fitter who was dismissed.", "blamed", "2024-05"),
        # somebody is made to do it, or goes to do it
        ("Pilots struck on Monday, forcing the airline to cancel flights.", "cancel", "2025-03-17"),
        ("She returned to the stage on Monday to speak.", "speak", "2025-03-17"),
        ("She made a plan on Monday to speak.", "speak", "[2025-03-21..]"),
        # what a disaster did, it did as it happened
        ("A man was found on Monday, two days after the quake that flattened the town.", "flattened", "2025-03-15"),
        ("The ferry sank on Monday. Nine people were lost in the sinking.", "lost", "2025-03-17"),
        ("The ferry sank on Monday. Others who survived the sinking were ill.", "survived", "2025-03-17"),
        # attempts on a day failed on it
        ("It fell silent on Sunday. Attempts to reach it on Monday failed.", "failed", "2025-03-17"),
        # "since" alone counts from what was told last
        ("He won the seat in 2016 and has governed since then.", "governed", "2016-01-01/2025-03-21"),
        ("She took over in 2020 and has led the firm since.", "led", "2020-01-01/2025-03-21"),
        # what something is against is no measure of it
        ("The senate voted against the plan on Monday.", "voted", "2025-03-17"),
        ("Courts ruled against her in 2016.", "ruled", "2016"),
        ("Orme Oil earned $3 million, against $2 million in 2024.", "earned", "2025-03-21~"),
        # the strongest so far did what it did
        ("It was the strongest storm to hit the town since 1935.", "hit", "[..2025-03-21]"),
        ("The firm will be the first to reopen.", "reopen", "[2025-03-21..]"),
        # what is forbidden until a day may be done on it
        ("Residents will not be allowed to return until Thursday.", "return", "2025-03-27"),
        # said to those of whom it was told
        ("The firm shut on Thursday. He was questioned on Tuesday. He told them that he left.", "told", "2025-03-18"),
        # what ends with it is of the main verb
        ("On Monday it paid the heirs of the man who lost it in 1938, ending a dispute.", "ending", "2025-03-17"),
        # on one day with an event
        (
            "A bombing on Saturday hurt nine. On the day of the bombing rebels declared a truce.",
            "declared",
            "2025-03-15",
        ),
        ("A bombing on Saturday hurt nine. On the edge of the town rebels declared a truce.", "declared", "2025-03-15"),
        # what told of it then
        ("It sank in 2016, it said on Monday. A board that reported in May 2017 blamed a seal.", "blamed", "2017-05"),
        ("Police used gas on Monday to keep them out.", "keep", "2025-03-17"),
        # a clock time is of the day that the story tells, and not of one named by the way
        (
            "The governor flew home on Tuesday. A plant that closed on Monday is safe. Flights resumed at noon.",
            "resumed",
            "[2025-03-18T12:00:00..2025-03-18T12:00:59]",
        ),
        # small hours after an evening
        (
            "Fire broke out at 6.20pm on Monday and was put out at 3am.",
            "put",
            "[2025-03-18T03:00:00..2025-03-18T03:59:59]",
        ),
        (
            "The shop opened at 9am on Monday and was shut down at 3pm.",
            "shut",
            "[2025-03-17T15:00:00..2025-03-17T15:59:59]",
        ),
        # together with it, or hours from it
        ("The wall fell on Monday, burying a car as people watched.", "watched", "2025-03-17"),
        (
            "A boy was found on Friday, more than 50 hours after a hillside gave way.",
            "gave",
            "[2025-03-18..2025-03-21]",
        ),
        ("Soldiers held him on Tuesday and took the palace, hours after shots were fired.", "took", "2025-03-18"),
        # an infinitive of what somebody was let do
        ("In 2012 a coup allowed rebels to seize the north.", "seize", "2012"),
        # what nobody will do before a day may be done from it on
        ("No worker will be dismissed before 2030.", "dismissed", "[2030-01-01..]"),
        ("Workers will be dismissed before 2030.", "dismissed", "[2025-03-21..2029-12-31]"),
        # what has been so since a day
        ("Production in Orm, suspended since Monday, will resume.", "suspended", "2025-03-17/2025-03-21"),
        ("It was the highest price paid since 1997.", "paid", "[..2025-03-21]"),
        # what a study was when it was done
        ("The firm shut on Thursday. A study completed in May 2024 showed why.", "showed", "2024-05"),
        # one distance, told of two verbs
        ("She won a place in 1930 and became the first to earn a prize seven years later.", "earn", "1937"),
    ],
)
def test_a_time_is_told_of_what_belongs_together(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # figures are of their period, and not of the day on which they are told
        ("Orme Steel lost $4 million, it said on Thursday. Sales fell 11% to $90 million.", "fell", "[..2025-03-21]"),
        ("Orme Steel lost $4 million, it said on Thursday. Shares fell 11% in early trading.", "fell", "2025-03-20"),
        # nobody answers to what has not happened yet
        ("The sides met on Monday. On Tuesday a mine hit a bus. The army blamed the rebels.", "blamed", "2025-03-18"),
        ("On Monday a mine hit a bus. The army blamed the rebels.", "blamed", "2025-03-17"),
        # a time that is another's
        ("In 1937 she took her degree. During the war she drew maps.", "drew", "[..2025-03-21]"),
        (
            "It drove off on Monday. It climbed the day after the storm and had covered 90 metres.",
            "covered",
            "[..2025-03-21]",
        ),
        ("Courts sat through the night for a week last month.", "sat", "2025-02"),
        # for so long to come
        ("Under a treaty signed in 1984 the town keeps its laws for 50 years.", "keeps", "../2025-03-21"),
        # a noun is none of what a later sentence tells by a verb
        ("The sky cleared before the vote. They did not vote again until 2013.", "vote", "[..2025-03-21]"),
        # so much of something is no time that it took
        ("The president has declared three days of mourning, which begin on Saturday.", "declared", "2025-03-21~"),
        # what was tried and failed is not what was done
        (
            "The craft came down on Monday. Its first attempt to land failed in 2019. The landing cost much.",
            "landing",
            "[..2025-03-21]",
        ),
    ],
)
def test_a_time_is_not_told_of_what_stands_near(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected
