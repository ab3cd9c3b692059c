"""Where a report looks from: on which day it places an hour to come, a list of days, a month of an old story.

Published on Wednesday 16 August 2023 where nothing else is said.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.temporal.reading import read, values

PUBLISHED = date(2023, 8, 16)
MONDAY = date(2023, 8, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plan of the story's day, told from after it
        ("The plane crashed on Monday. It had been due in Oslo at 9pm.", "2023-08-14T21:00"),
        ("The plane crashed on Monday. Its owner said it had been expected to land at 9pm.", "2023-08-14T21:00"),
        ("The bridge was shut on Monday. Cars were turned back until 9pm.", "2023-08-14T21:00"),
        # what is to come from now on
        ("The ferry sank on Sunday. A service will be held at 7pm.", "2023-08-16T19:00"),
        ("The strike began on Monday. Talks are to resume at 3pm.", "2023-08-16T15:00"),
        ("The mayor resigned on Monday. The council meets at 6pm.", "2023-08-16T18:00"),
        # it may have been either
        ("The mayor resigned on Monday. He was due to address the council at 6pm.", "XXXX-XX-XXT18:00"),
        ("The polls opened on Sunday. Officials said voting would go on until 10pm.", "XXXX-XX-XXT22:00"),
        ("The fire broke out on Monday. Crews hoped to contain it by midnight.", "XXXX-XX-XXT24:00"),
    ],
)
def test_the_day_of_an_hour_to_come_hangs_on_where_it_is_told_from(text: str, expected: str) -> None:
    assert values(text, PUBLISHED)[-1][1] == expected


def test_an_hour_of_one_of_several_days_is_bounded_by_them() -> None:
    timex = read("The mayor resigned on Monday. He was due to speak at 6pm.", PUBLISHED).timexes[-1]
    assert timex.bounds is not None
    assert [moment and moment.isoformat() for moment in timex.bounds] == ["2023-08-14", "2023-08-16"]


def test_what_a_plan_came_to_is_of_the_day_of_the_story() -> None:
    text = "On Saturday she set out alone. She had planned to be back by nightfall. At about 11am a slab broke away."
    assert [value for _, value in values(text, MONDAY)] == ["2023-08-12", "2023-08-12TNI", "2023-08-12T11:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on Monday and Tuesday.", ["2023-08-07", "2023-08-08"]),
        ("It rained on Saturday, Sunday and Monday.", ["2023-08-12", "2023-08-13", "2023-08-14"]),
        ("Ferries were suspended on Monday and Tuesday.", ["2023-08-14", "2023-08-15"]),
        ("The school was closed Monday and Tuesday.", ["2023-08-14", "2023-08-15"]),
        ("The library will be closed on Monday and Tuesday.", ["2023-08-14", "2023-08-15"]),
        ("The papers were signed on Monday and Sunday.", ["2023-08-14", "2023-08-13"]),
    ],
)
def test_the_days_of_a_list_are_of_one_week(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, MONDAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the story of a year goes on from a day that was itself read in it
        (
            "The thieves got in on 9 September 2019. A guard saw them on 26 October. The firm told nobody until "
            "17 December.",
            ["2019-09-09", "2019-10-26", "2019-12-17"],
        ),
        # the time up to now, and not a month of the calendar
        ("Two homes were broken into within the last month.", ["P1M"]),
        ("The club has had three managers in the last year.", ["P1Y"]),
        ("It rained in the last week of the war.", ["P1W"]),
        ("The club had three managers last year.", ["2022"]),
        ("He fled on the eve of 7 May 2019.", ["2019-05-06"]),
        ("The tomb was sealed no earlier than 1210.", ["1210"]),
        # what somebody gets ready for is to come
        ("Stocks fell ahead of a meeting of the central bank on Thursday.", ["2023-08-17"]),
        ("Shops hired 300 people ahead of Christmas.", ["2023-12-25"]),
        ("The party met ahead of the vote on 3 May.", ["2023-05-03"]),
    ],
)
def test_a_report_reads_a_date_from_its_own_day(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("She joined just over two years ago.", "2021-02-15", "2021-08-16"),
        ("She joined a little under two years ago.", "2021-08-16", "2022-02-15"),
        ("She joined over two years ago.", None, "2021-08-16"),
        ("She joined less than two years ago.", "2021-08-16", "2023-08-16"),
        ("Prices have risen over the last month.", "2023-07-16", "2023-08-16"),
    ],
)
def test_a_little_more_or_less_is_near(text: str, start: str | None, end: str) -> None:
    bounds = read(text, PUBLISHED).timexes[0].bounds
    assert bounds is not None
    assert (bounds.start and bounds.start.isoformat(), bounds.end and bounds.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is quoted is read from the day on which it was said
        ('"We will finish the tunnel next year," the minister said in 2019.', "2020"),
        ('"I saw him yesterday," the clerk told the court on Friday.', "2023-08-10"),
        ("“We are tired. We leave tomorrow,” he said on Monday.", "2023-08-15"),
        ("‘We left yesterday,’ he said on 3 May.", "2023-05-02"),
        ('"It was stolen three years ago," he told a court in March 2021.', "2018"),
        ('"Next month we vote," he said in an interview published in January.', "2023-02"),
        # and where only the year or month is known, a day or a week counted from it is not
        ('"I was ill a week ago," he said in 2018.', "XXXX-WXX"),
        # not from a date of something else, nor outside the quotation
        ('"We will win tomorrow," said Jones, who lost in 2019.', "2023-08-17"),
        ('"It fails today," he said of the deal signed in March.', "2023-08-16"),
        ("He said on Monday that he had met her yesterday.", "2023-08-15"),
        ('"I am well," he said on Monday. He returned yesterday.', "2023-08-15"),
    ],
)
def test_what_is_quoted_is_of_the_day_on_which_it_was_said(text: str, expected: str) -> None:
    assert expected in [value for _, value in values(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ('"We left yesterday," he said on 3 May.', "yesterday", "t2"),
        ('On 3 May he wrote: "Today the bridge fell."', "Today", "t1"),
    ],
)
def test_a_quoted_day_names_what_it_was_read_against(text: str, words: str, anchor: str) -> None:
    assert {t.text: t.anchor for t in read(text, PUBLISHED).timexes}[words] == anchor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Commons sat until 2am on Tuesday.", ["2023-08-15T02:00"]),
        ("United play City at 3pm on Saturday.", ["2023-08-19T15:00"]),
        ("Round two is on Friday, with the final round on Sunday.", ["2023-08-18", "2023-08-20"]),
        ("Analysts expect the first cut in the autumn.", ["2023-FA"]),
        ("The bank made the first cut in May.", ["2023-05"]),
        ("It had been hoped that the bridge would reopen by Easter.", ["2023-04-09"]),
        ("She speaks in Rome on Monday and in Paris on Friday.", ["2023-08-21", "2023-08-25"]),
        ("The final is on Saturday, a day after the awards on Friday.", ["2023-08-19", "P1D", "2023-08-18"]),
        ("Two days earlier, on Sunday, the general had left.", ["XXXX-XX-XX", "2023-08-13"]),
        (
            "On 12 July the bank lent it millions overnight. Clerks moved in the next morning.",
            ["2023-07-12", "2023-07-12TNI", "2023-07-13TMO"],
        ),
        ("The ferry sank on 2 August. On the Friday divers found the bell.", ["2023-08-02", "2023-08-04"]),
        ("The letter turned out, eleven years later, to be forged.", ["XXXX"]),
        ("They met in May 2019 and married the following Christmas.", ["2019-05", "2019-12-25"]),
        ("The show that opened on 20 July is on the Sunday talk shows.", ["2023-07-20", "2023-08-20"]),
        (
            "The clerk died between the evening of 2 May and the morning of 4 May 2013.",
            ["2013-05-02TEV", "2013-05-04TMO"],
        ),
        ("The monsoon, which usually arrives in June, was late.", ["XXXX-06"]),
        ("She was expecting a baby in March.", ["2024-03"]),
        ("Kicking off at 3pm on Boxing Day, they meet again.", ["2023-12-26T15:00"]),
        ("From Monday masks will be required; until Sunday they are advised.", ["2023-08-21", "2023-08-20"]),
        ("He was arrested on Tuesday. The Friday before, he had fled.", ["2023-08-15", "2023-08-11"]),
        ("The marriage should be formally dissolved in October.", ["2023-10"]),
        ("In an ordinary March it rains.", []),
        # what somebody said on a day would come is of the next such day
        ("They said on Thursday that the road would open on Saturday.", ["2023-08-10", "2023-08-12"]),
        ("They said on Thursday that the road will open on Saturday.", ["2023-08-10", "2023-08-19"]),
        ("The rules, announced in March, will come in on 6 April and 1 July.", ["2023-03", "2024-04-06", "2024-07-01"]),
        ("It was staged in 1987/8.", ["1987"]),
        # hours go on, also past midnight
        (
            "It began at 23:59 on July 8. The man who knew had left in November. By 00:20 the panel was dark.",
            ["2023-07-08T23:59", "2022-11", "2023-07-09T00:20"],
        ),
        ("He rang at midnight on Tuesday. At 3am he rang again.", ["2023-08-15T24:00", "2023-08-16T03:00"]),
        (
            "It was shut yesterday at 4am. He was seen at 11pm the previous night.",
            ["2023-08-15T04:00", "2023-08-14T23:00"],
        ),
        ("She was stabbed on Sunday night and died in the early hours.", ["2023-08-13TNI", "2023-08-14TMO"]),
    ],
)
def test_the_words_around_a_date_tell_which_way_it_lies(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # hours that hold night after night are of no one day
        ("The curfew, from 9pm to 5am, was lifted on Monday.", ["XXXX-XX-XXT21:00", "XXXX-XX-XXT05:00", "2023-08-14"]),
        ("Police imposed a curfew from 10pm on Friday.", ["2023-08-11T22:00"]),
        ("On Fridays the shop shuts at noon.", ["XXXX-WXX-5", "XXXX-XX-XXT12:00"]),
        ("It was 5pm on a Friday.", ["XXXX-XX-XXT17:00", "XXXX-WXX-5"]),
        ("The train gets in at half past twelve.", ["2023-08-16T12:30"]),
        # days by which what happened on them is called
        ("He was killed in the September 11 attacks.", ["2001-09-11"]),
        ("The January 6 committee heard them.", ["2021-01-06"]),
        ("The September 11 meeting is off.", ["2023-09-11"]),
        # names, measures and weather
        ("The March on Washington was long.", []),
        ("She gave to the March of Dimes.", []),
        ("The March of that year was wet.", ["2023-03"]),
        ("She won the 1500m; the filly won the 2000 Guineas.", []),
        ("He danced in Saturday Night Fever.", []),
        ("He spoke on the Tonight Show.", []),
        ("Six states voted on Super Tuesday.", []),
        ("Highs in the 90s are forecast.", []),
        ("It was a hit in the 90s.", ["199"]),
        ("They sat in the midnight sun and met at high noon.", []),
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED)] == expected


def test_the_friday_of_a_story_does_not_make_a_report_of_it() -> None:
    text = (
        "He came in the spring of 1951, off the Saturday boat. In September he opened an office. In January 1954 he "
        "paid the widows. In October 1961 the fleet was lost; on the Friday he drew all he had. In 1973 he died."
    )
    assert read(text, PUBLISHED, "auto").document_type == "narrative"


def test_a_quarter_of_an_unknown_year_of_accounts_has_no_days() -> None:
    timex = read("Fiscal first-quarter sales rose 4 percent.", PUBLISHED).timexes[0]
    assert (timex.value, timex.bounds) == ("2023-Q1", None)


def test_an_hour_of_a_story_of_long_ago_is_of_no_day_of_publication() -> None:
    text = "The clerk died on 23 October 2022, a judge said. " + "His book, his hat and his dog were at home. " * 9
    assert values(text + "He was shot at 10pm as he stood there.", PUBLISHED)[-1][1] == "XXXX-XX-XXT22:00"


def test_a_short_year_of_no_known_century_stays_open() -> None:
    assert values("The railway came in '48.", None) == [("'48", "XX48")]
