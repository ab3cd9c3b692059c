"""Periods named from where the story or the writer stands; distances. Published on Sunday 23 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.test_dating import when


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what is to come by the end of a period is of the writer's, whatever was told before
        (
            "The flights stopped in January. The agency hopes to resume them by the end of the month.",
            "resume",
            "[2025-03-23..2025-03-31]",
        ),
        (
            "It closed last year. It will be rebuilt by the end of the year.",
            "rebuilt",
            "[2025-03-23..2025-12-31]",
        ),
        (
            "The mill was shut in February. It is to reopen at the end of the month.",
            "reopen",
            "[2025-03-23..2025-03-31]",
        ),
        # what is past is of the story's
        ("The fire broke out on 12 January. By the end of the month nine people had died.", "died", "[..2025-01-31]"),
        ("The court fined him on 3 February. He paid at the end of the month.", "paid", "[2025-02-21..2025-02-28]"),
        # of a period that the sentence names, and of one long past
        ("In February 2011 the mayor said it would reopen by the end of the year.", "reopen", "[..2011-12-31]"),
        (
            "The dam failed in May 2011. The mayor said it would reopen by the end of the year.",
            "reopen",
            "[..2011-12-31]",
        ),
        # what is expected of a year that has begun is expected now
        ("The firm expects sales of $5 billion this year.", "expects", "2025-03-23"),
        ("The firm expected sales of $5 billion in 2023.", "expected", "2023"),
        # a span that is over
        ("The truce lasted from the start of this year until 4 March, when a hall was hit.", "hit", "2025-03-04"),
        (
            "The truce lasted from the start of this year until 4 March, when a hall was hit.",
            "lasted",
            "2025~/2025-03-04",
        ),
    ],
)
def test_a_period_is_the_writers_where_it_lies_ahead(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Velde died on 20 February. In March it emerged that he had rung her three days before he died.",
            "rung",
            "2025-02-17",
        ),
        (
            "One man died in May 2024, another died in June. It emerged that he rang a day before he died.",
            "rang",
            "[..2025-03-23]",
        ),
        (
            "A fire that killed nine last May began below. The leak was found a month before the fire. In 2021 "
            "a smaller fire hurt a guard.",
            "found",
            "2024-04",
        ),
    ],
)
def test_a_distance_counts_from_what_was_told_before(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kieran Voss appeared before Orme magistrates on Thursday accused of theft.", "2025-03-20"),
        ("Kieran Voss appeared before Orme magistrates on Thursday charged with theft.", "2025-03-20"),
        ("Kieran Voss appeared before police arrived on Thursday.", "[..2025-03-20]"),
    ],
)
def test_before_a_court_is_no_order(text: str, expected: str) -> None:
    assert when(text, "appeared") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # from the date told last, where the verb is past
        ("In 1958 Velde married a teacher. For the next two decades she painted.", "painted", "1958-01-01/1978-12-31"),
        ("Velde joined in 1990 and spent the next ten years there.", "spent", "[1990-01-01..2000-12-31]"),
        ("Over the next three years the firm lost money.", "lost", "[..2025-03-23]"),
        ("The dam will be repaired over the next two years.", "repaired", "[2025-03-23..2027-03-23]"),
    ],
)
def test_the_next_years_are_those_after_what_was_told(text: str, word: str, expected: str) -> None:
    assert when(text, word).replace("~", "") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # 12 March was a Tuesday in 2024
        ("A train crashed on Tuesday 12 March. The report said a valve was tested on 1 March.", "tested", "2024-03-01"),
        ("A train crashed on Tuesday 12 March. A hearing was held on 1 February.", "held", "2025-02-01"),
        ("A train crashed on 12 March 2024. The trial opened on 3 March.", "opened", "2025-03-03"),
        ("A train crashed last March. The trial opened on 3 March.", "opened", "2025-03-03"),
    ],
)
def test_a_day_of_the_month_that_the_story_is_in_is_of_its_year(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The firm missed its goal. It had forecast a profit in May.", "forecast", "2024-05"),
        ("The firm missed its goal. It had planned to open in May.", "open", "2025-05"),
    ],
)
def test_what_had_been_done_lies_behind(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_a_clock_time_is_of_the_day_that_its_sentence_names() -> None:
    text = "On Monday the crew met. On Wednesday of last week, all work was stopped for a minute at 06:52."
    assert when(text, "stopped") == "[2025-03-12T06:52:00..2025-03-12T06:52:59]"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a day whose last occurrence is long past, after a date with its year
        ("He was seized on 12 September 2022. On 16 September his van was found.", "found", "2022-09-16"),
        ("He was seized on 12 September 2022. On 3 October his van was found.", "found", "2022-10-03"),
        ("He was seized on 12 September 2022. On 3 February his van was found.", "found", "2025-02-03"),
        ("He was seized on 12 September 2022. In December his van was found.", "found", "2024-12"),
        # what something lasted to is past, and no year is what is looked ahead to
        ("On 11 May 1981 the site was hit. They fought until a truce on 2 June.", "truce", "1981-06-02"),
        ("The hall stays shut until the vote on 2 May.", "vote", "2025-05-02"),
        ("Prata signed a contract until 2031 after passing a test on Thursday.", "passing", "2025-03-20"),
        # a year is taken from its own sentence only
        ("It could arrive in 2031. The agency will decide by September.", "decide", "[2025-03-23..2025-09-30]"),
        # what was before by the way, and what came after
        (
            "The plan was announced in March 2010 by Lena Orme, who had been elected the previous autumn. Work "
            "resumed a year later.",
            "resumed",
            "2011",
        ),
        # the day of a part only, and of a comparison
        ("He scored nine goals, including a pair in the derby on 7 March.", "scored", "2025-03-23~"),
        ("The firm reported a 32% drop in sales from a year earlier.", "reported", "2025-03-23~"),
        # a time before its subject
        ("The phone was found on 16 May 2024. Two days later detectives arrested a man.", "arrested", "2024-05-18"),
        # what somebody became by doing it
        ("Orme became the first British rider for years to win the race on Sunday.", "became", "2025-03-23"),
        ("Friday's stage was shortened by 40km.", "shortened", "2025-03-21"),
        ("Friday's stage was postponed.", "postponed", "2025-03-23~"),
    ],
)
def test_which_time_is_meant(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "A quake struck on Friday. Crews were yesterday still looking for nine people. The quake hit at 4:12 a.m.",
            "hit",
            "[2025-03-21T04:12:00..2025-03-21T04:12:59]",
        ),
        (
            "The valves were closed two days before the crash. The accident happened on 17 October 2023.",
            "closed",
            "2023-10-15",
        ),
        (
            "The valves were closed before the crash. Another accident happened on 17 October 2023.",
            "closed",
            "[..2025-03-23]",
        ),
    ],
)
def test_a_calamity_is_known_by_another_name(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a week after a day is a day
        ("Voss resigned on 5 January. Orme, who was elected a week later, inherited debts.", "elected", "2025-01-12"),
        ("Voss resigned in January 2024. Orme was elected a week later.", "elected", "[2024-01-08..2024-02-07]"),
        # counted from what was told just before, also in passing
        ("The board shut the pier on Monday. Lund said that cracks had been seen in early March. Three days later a "
         "survey was ordered.", "ordered", "[2025-03-04..2025-03-13]"),
        ("The pier was repaired in 2022. Lund said that cracks had been seen on 3 March. A week later it was shut.",
         "shut", "2025-03-10"),
        ("The mast fell on 6 March. Orme, who would have been 20 the following week, died four days later.",
         "died", "2025-03-10~"),
        ("The mast fell on 6 March. Orme would have turned 20 the following week. She died four days later.",
         "died", "2025-03-10~"),
        ("The ward reopened on 18 March, one month to the day after a fire broke out in it.", "broke", "2025-02"),
        ("She led the institute from 1985 until her retirement in 2001.", "led", "1985-01-01/2001-12-31"),
        ("More than two weeks after residents complained of a smell, officials have closed the well.", "complained",
         "[..2025-03-09]"),
        ("Two weeks after residents complained, officials have closed the well.", "complained", "2025-03-09~"),
        ("It was on her second voyage, in May 1967, that she noticed a gap.", "noticed", "1967-05"),
        ("A rescue planned for the summer of 2021 was put off.", "rescue", "[..2025-03-23]"),
        ("A rescue planned for the summer of 2021 was filmed.", "rescue", "[2021-06-01..2021-08-31]"),
        # some hours after a minute, and the new year as a day
        ("A quake struck at 4.12am on Tuesday. The mayor ordered an evacuation a few hours later.", "ordered",
         "[2025-03-18T04:12:00..2025-03-18]"),
        ("The circuit moves to Canada after the new year.", "moves", "[2026-01-02..]"),
        ("The bridge will be shut until the new year.", "shut", "2025-03-23/2026-01-01"),
        ("The slalom follows on Friday.", "follows", "2025-03-28"),
        ("The final follows next Friday.", "follows", "2025-03-28"),
        # two times, one for each
        ("Two masons drowned in 1873, and the following year a storm took the tower.", "drowned", "1873"),
        ("Two masons drowned in 1873, and the following year a storm took the tower.", "took", "1874"),
        ("The river flooded in 1873 and the following year.", "flooded", "[1873-01-01..1874-12-31]"),
        ("A second mill, first promised for the end of last year, has been put off.", "promised", "[..2025-03-23]"),
        ("The bank left its rate unchanged at 4.75 percent on Thursday, for a third meeting in a row.", "left",
         "2025-03-20"),
        ("A council meeting on 4 April was already due to discuss complaints.", "meeting", "2025-04-04"),
        ("A council meeting on 4 March was due to discuss complaints.", "meeting", "2025-03-04"),
        # what is counted from what nobody dates has no date
        ("She testified last month. Police searched the mill the following February and arrested Orme four days later.",
         "arrested", "[..2025-03-23]"),
        ("The drum was made in the 1780s. It was looted in a raid and sold in London the following year.", "sold",
         "[..2025-03-23]"),
        ("Orme came home on 6 March. She fell ill and died four days later.", "died", "2025-03-10"),
        # what had been before what its sentence dates
        ("The bus, built in 2009, had passed its inspection in January.", "passed", "2025-01"),
        ("Talks broke down on 8 November, for the mayor had ruled out a sale in December.", "ruled", "2023-12"),
        ("Talks broke down on 8 November, for the mayor had ruled out a sale in October.", "ruled", "2024-10"),
        ("She left in January. The firm said on Friday it had shut a mill in February.", "shut", "2025-02"),
        # what is laid down begins later
        ("The mayor imposed a curfew on Friday, starting on Wednesday.", "starting", "2025-03-26"),
        ("Trains were late, starting on Wednesday.", "starting", "2025-03-19"),
        # what was done to it, not what it was like
        ("The shop was shut on the day after the mayor left.", "shut", "[..2025-03-23]"),
        ("The mine was shut in 1992.", "shut", "1992"),
        ("The school will be shut until May.", "shut", "2025-03-23/2025-05-31"),
        # a month beside the year that it is of
        ("A rescue fell through in 2016. Two years later, in November, a fire gutted the hall.", "gutted", "2018-11"),
        ("Sales have fallen since 2020, and in November it issued a warning.", "issued", "2024-11"),
        ("Voss, who was elected in 2014 and joined two years later, announced in February that she would go.",
         "announced", "2025-02"),
        # what tells which one is meant
        ("Paychecks for its staff, due Jan. 14, went out late.", "went", "2025-03-23~"),
        ("Orme recalled the day in 2017 when it closed.", "recalled", "[..2025-03-23]"),
        ("Orme recalled on Friday when it closed.", "recalled", "2025-03-21"),
        # what will not be is not from then on
        ("The firm has promised not to close any site before 2030.", "close", "[2025-03-23..]"),
        ("Work will not be finished before April.", "finished", "[2025-04-01..]"),
        # a story that has come to the day of writing
        ("She walked in on 3 March 1994. Three decades later she runs it.", "runs", "../2025-03-23"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_date_tells_what_it_dates(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("An inquiry into the deaths was promised in 2016.", "deaths", "[..2025-03-23]"),
        ("An inquiry was promised for 2 April.", "inquiry", "2025-04-02"),
        ("A nurse had her conviction overturned on Tuesday.", "had", "2025-03-18"),
        # before the end of a period, and before midnight
        ("The claim will be lodged before the end of the month.", "lodged", "[2025-03-23..2025-03-31]"),
        ("Work will not be finished before the end of April.", "finished", "[2025-04-30..]"),
        ("The quake struck shortly before midnight on Friday.", "struck", "2025-03-21"),
        ("The quake struck shortly before 11 p.m. on Friday.", "struck", "[2025-03-21..2025-03-21T23:00:00]"),
        # more than so long ago, and less
        ("The mill closed more than ten years ago.", "closed", "[..2015-03-23]"),
        ("The mill closed over three months ago.", "closed", "[..2024-12-23]"),
        ("The mill closed less than a month ago.", "closed", "[2025-02-23..2025-03-23]"),
        ("The mill closed nearly two years ago.", "closed", "2023~"),
        ("She took office in May 2020 and left less than a year later.", "left", "[2020-05-01..2021-05-31]"),
        ("She took office in May 2020 and left more than a year later.", "left", "[2021-05-01..2025-03-23]"),
        ("She will leave at least two weeks from now.", "leave", "[2025-04-06..]"),
        ("It opened less than a week after the vote on 3 May 2021.", "opened", "[2021-05-03..2021-05-10]"),
        ("It opened more than a month before the strike of May 2019.", "opened", "[..2019-04-30]"),
        ("It opened a week after the vote on 3 May 2021.", "opened", "2021-05-10"),
        # some time between two dates, and all the time
        ("The ship sank between 1910 and 1914.", "sank", "[1910-01-01..1914-12-31]"),
        ("Two boys vanished between May and August.", "vanished", "[2024-05-01..2024-08-31]"),
        ("She was killed between 3 May and 9 May.", "killed", "[2024-05-03..2024-05-09]"),
        ("He lived in Rome between 1910 and 1914.", "lived", "1910-01-01/1914-12-31"),
        ("She was held from 3 May to 9 May.", "held", "2024-05-03/2024-05-09"),
        # one after the other, in a range
        ("Between 2019 and 2021 the bank closed 40 branches.", "closed", "[2019-01-01..2021-12-31]"),
        ("The firm paid at least three fines from 2015 to 2018.", "paid", "[2015-01-01..2018-12-31]"),
        ("She employed 40 people from 2015 to 2018.", "employed", "2015-01-01/2018-12-31"),
        ("He served four terms from 2001 to 2017.", "served", "2001-01-01/2017-12-31"),
        # counted on from a month
        ("She bid for the firm in February and withdrew a fortnight later.", "withdrew", "[2025-02-15..2025-03-14]"),
        ("She was elected in February and withdrew 10 days later.", "withdrew", "[2025-02-11..2025-03-10]"),
        ("She was elected in January and withdrew a few weeks later.", "withdrew", "[..2025-03-23]"),
        ("She was elected in January and withdrew a couple of weeks later.", "withdrew", "[..2025-03-23]"),
        # a day after what is known to the year
        ("In 1963 a patrol searched the hut the day after he had moved the radio.", "moved", "1963"),
        # what had been done, told in a sentence of its own, looks back from the day of the report
        (
            "The minister resigned on Friday. Work on the road began in April 2023. The auditor had criticised the "
            "contract.",
            "criticised",
            "[..2025-03-21]",
        ),
        (
            "The minister resigned on Friday. Work on the road began in April 2023. By then she had left.",
            "left",
            "[..2023-04-30]",
        ),
    ],
)
def test_bounds_are_no_tighter_than_the_text(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what is ordered is not done from a past day on
        ("The sheriff ordered a deputy to erase video from the night before.", "erase", "[2025-03-23..]"),
        ("The council will close the road from 2 April.", "close", "2025-04-02/.."),
        # another's date
        ("It took one of the stars in May 2021 and the other a year later.", "took", "2021-05"),
        ("It was closed in 2016 when the line froze, and again for ten days last February.", "froze", "2016"),
        # a clock time is of the day that the report is about, not of one told by the way
        (
            "The motion failed on Tuesday night. Orme, who left on 5 March, was freed. The session was to have begun "
            "at 9 a.m. but was delayed.",
            "begun",
            "[2025-03-18T09:00:00..2025-03-18T09:59:59]",
        ),
        ("A motion cannot be brought for six months.", "brought", "../2025-03-23"),
        # what something took until
        ("It took the ministry until 14 March to confirm it.", "confirm", "2025-03-14"),
        ("It took the ministry until 14 March to confirm it.", "took", "../2025-03-14"),
        # a period of accounts between asides
        (
            "The firm lost $38 million, or 21 cents a share, in the quarter ended Dec. 31, compared with a profit.",
            "lost",
            "[2024-10-01..2024-12-31]",
        ),
        # the day of something else
        ("Orme said that she had called it off on the day it was banned.", "called", "[..2025-03-23]"),
        # of a year that is not this one, however much is told of its days
        (
            "He rang on 4 June 2019. I went on the Saturday until midnight. He handed it over in August that year.",
            "handed",
            "2019-08",
        ),
        # joined to what stands before a clause of time
        (
            "Orme was arrested last May, two days before it was to be held, and convicted a month later.",
            "convicted",
            "2024-06",
        ),
        # what is so now
        ("The county closed the jail, and inmates are now held in Orme.", "held", "../2025-03-23"),
        ("A jury on Thursday convicted former Sheriff Dale Orme of fraud.", "convicted", "2025-03-20"),
    ],
)
def test_a_date_dates_what_it_is_told_of(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_what_had_been_done_by_then_is_no_earlier_than_what_the_sentence_before_told() -> None:
    text = (
        "On 14 May 1940 a bomb fell. They ran again on 18 May 1940. The line was kept for the coal that was "
        "found in 1975. By then the track had been lifted."
    )
    assert when(text, "lifted", narrative=True) == "[..1975-12-31]"


def test_by_the_end_of_the_week_written_on_its_last_day_is_by_that_of_the_next() -> None:
    sunday, monday = date(2025, 3, 23), date(2025, 3, 24)
    assert when("The doses will be sent by the end of the week.", "sent", sunday) == "[2025-03-23..2025-03-30]"
    assert when("The doses will be sent by the end of the week.", "sent", monday) == "[2025-03-24..2025-03-30]"
