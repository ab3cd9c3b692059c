"""Narratives: an incomplete date belongs to where the story has come to, not to the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from tests.temporal.reading import read, values

PUBLISHED = date(2019, 8, 20)


def told(text: str) -> list[str]:
    """The values of ``text``, read as a narrative."""
    return [value for _, value in values(text, PUBLISHED, "narrative")]


STORIES = [
    # Years BC go on without their era, also after a season, a month, or "early".
    (
        "In 274 BC the envoy died. In the spring of 248 the hills rose. In early 218 the king marched; in June 217 "
        "he won.",
        ["BC0274", "BC0248-SP", "BC0218", "BC0217-06"],
    ),
    # The year told before holds for what follows.
    ("The canal opened on 4 May 1825. On 9 June the first barge sank.", ["1825-05-04", "1825-06-09"]),
    # What was said to be done later does not move the story, nor since when something had been so; the writer's month
    # is no month of the story.
    (
        "In the autumn of 1825 one who had taught since 1794 read that the port would shut it the following summer. "
        "By Christmas it had a new roof. Last month it was sold.",
        ["1825-FA", "1794", "1826-SU", "1825-12-25", "2019-07"],
    ),
    # What is to come for the writer is no time of the story, nor when a source of it came to light.
    (
        "Notes were run off on 4 March 1831, according to a diary found in 1974. In May a band played. Her book will "
        "be published on Thursday, and she will speak on 3 October.",
        ["1831-03-04", "1974", "1831-05", "2019-08-22", "2019-10-03"],
    ),
    ("The canal opened in May 1825. In September the lock broke.", ["1825-05", "1825-09"]),
    ("In 1866 the line reached Orsha. In April the bridge was blown up.", ["1866", "1866-04"]),
    ("The mine opened in the spring of 1871. By the autumn it was flooded.", ["1871-SP", "1871-FA"]),
    # Stories go on from one year to the next.
    ("The fleet sailed on 12 December 1741. On 3 January it met the storm.", ["1741-12-12", "1742-01-03"]),
    ("The fleet sailed in November 1741. In February it came home.", ["1741-11", "1742-02"]),
    ("The fleet sailed on 9 November 1741. On 18 April it came home.", ["1741-11-09", "1742-04-18"]),
    ("The fleet sailed on 6 May 1741. At five in the morning it met a storm.", ["1741-05-06", "1741-05-06T05:00"]),
    ("The ships were bought in the winter of 1870. On 29 June they sailed.", ["1870-WI", "1871-06-29"]),
    ("The ships were bought in the summer of 1870. In July they sailed.", ["1870-SU", "1870-07"]),
    ("The captain died in February 1872. In April Dargan sent for help.", ["1872-02", "1872-04"]),
    # Headings and chronicles.
    (
        "1917: Hunger\n\nIn March the mills closed.\n\n1918: Peace\n\nIn March they opened again.",
        ["1917", "1917-03", "1918", "1918-03"],
    ),
    ("Winter 1917\n\nThe river froze in December.", ["1917-WI", "1917-12"]),
    ("March–May 1903\n\nOn 7 April the dam burst.", ["1903-03", "1903-05", "1903-04-07"]),
    # Pointing from the date told last.
    ("The duke died on 2 July 1583. Three days later his son was crowned.", ["1583-07-02", "1583-07-05"]),
    ("The duke died on 2 July 1583. The next day his son was crowned.", ["1583-07-02", "1583-07-03"]),
    ("The duke died on 2 July 1583. On the same day the gates were shut.", ["1583-07-02", "1583-07-02"]),
    ("The duke died in 1583. That year the harvest failed.", ["1583", "1583"]),
    ("The duke died in 1583. Two years later the war began.", ["1583", "1585"]),
    ("The duke died in 1583. A year earlier he had sold the mill.", ["1583", "1582"]),
    ("The duke died in 1583. The following spring his widow left.", ["1583", "1584-SP"]),
    ("The duke died in October 1583. The following March his widow left.", ["1583-10", "1584-03"]),
    ("The town fell in August 1690. The previous month the wells had dried up.", ["1690-08", "1690-07"]),
    # A day is not known where the story has only told the month.
    ("The rising began in June 1831. Two days later it was over.", ["1831-06", "1831-06-XX"]),
    # What is told in passing does not move the story.
    (
        "On 5 June 1802 the abbey, closed since 1791, was sold. In August it burnt down.",
        ["1802-06-05", "1791", "1802-08"],
    ),
    (
        "On 5 June 1802 the abbey was sold to the heirs of a man hanged in 1788. In August it burnt down.",
        ["1802-06-05", "1788", "1802-08"],
    ),
    (
        "In 1802 the abbey was sold. As of 14 May 1999 nothing of it was left. In August 1803 the nuns came back.",
        ["1802", "1999-05-14", "1803-08"],
    ),
    # … nor does the end of something that is still going on.
    (
        "On 5 June 1802 the siege began; it lasted until the fall of the town in March 1803. In August mills stood.",
        ["1802-06-05", "1803-03", "1802-08"],
    ),
    ("In 1802 he lived there until, in 1805, he left. In August it burnt.", ["1802", "1805", "1805-08"]),
    # … but "that year" is the one told last, whether or not it moved the story.
    ("She reigned from 1558 until her death in 1603. In March of that year she fell ill.", ["1558", "1603", "1603-03"]),
    # A decade is of the century that the story is in.
    ("In the 1860s and 1870s he painted. In the '80s he stopped.", ["186", "187", "188"]),
    ("In the autumn of that year he left.", ["XXXX-FA"]),
    # The first date of a paragraph moves it, wherever it stands.
    (
        "In 1802 the abbey was sold.\n\nIt was hit again by the storm of 1805. The roof fell in August.",
        ["1802", "1805", "1805-08"],
    ),
    # A time by a town's clock is of the day told with it.
    (
        "In 1942 the port was shelled. At 5:34 a.m. Lisbon time on March 20, 1943 it fell.",
        ["1942", "1943-03-20T05:34", "1943-03-20"],
    ),
    # A story may jump back when it says so.
    ("The port fell in 1902. In 1895 it had been rich. In July a fair was held.", ["1902", "1895", "1895-07"]),
    # What a speaker in the story says is counted from there.
    ("On 21 April 1975 he resigned. “Two years ago you gave your word,” he said.", ["1975-04-21", "1973"]),
    # Before our era.
    ("In 212 BC the walls were breached. Two years later the whole island had fallen.", ["BC0212", "BC0210"]),
    ("The temple burnt in 212 BC. In the spring it was rebuilt.", ["BC0212", "BC0212-SP"]),
    ("The colony flourished in the fifth century BC and again in the 340s BC.", ["BC04", "BC034"]),
    ("It lasted from 58 to 50 BC.", ["BC0058", "BC0050"]),
    # … with the era said only once.
    ("In 218 BC the army crossed the river. In 216, it won. By 202 it had lost.", ["BC0218", "BC0216", "BC0202"]),
    ("In AD 69 four men ruled. In 70 the temple burnt. In 71 sheep were counted.", ["0069", "0070"]),
    # The days of the month that was told last.
    (
        "In June 1831 the mills stood still. On the 8th the mayor fled; on the 9th he came back.",
        ["1831-06", "1831-06-08", "1831-06-09"],
    ),
    (
        "The bank failed on 4 May 1831. In 1833 it opened again. Three days later the mob came.",
        ["1831-05-04", "1833", "1833-XX-XX"],
    ),
    ("In June 1831 the mills stood still. At noon the mayor fled.", ["1831-06", "XXXX-XX-XXT12:00"]),
    # Weekdays and times of day.
    ("The strike began on 3 March 1902. On Wednesday the troops came.", ["1902-03-03", "1902-03-05"]),
    ("On 3 March 1902 the bell rang. That night the guard was doubled.", ["1902-03-03", "1902-03-03TNI"]),
]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text[:40] for text, _ in STORIES])
def test_each_date_of_a_story_is_read_from_those_told_before_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_same_words_are_read_against_publication_in_news() -> None:
    text = "The strike began on 3 March. On Wednesday the troops came."
    assert [value for _, value in values(text, PUBLISHED, "news")] == ["2019-03-03", "2019-08-14"]


def test_without_a_year_and_without_publication_nothing_is_invented() -> None:
    reading = read("In March the mills closed. Three days later they opened.", None, "narrative")
    assert [timex.value for timex in reading.timexes] == ["XXXX-03", "XXXX-XX-XX"]
    assert [timex.bounds for timex in reading.timexes] == [None, None]
    assert reading.warnings


def test_a_narrative_takes_nothing_from_its_publication_date_that_the_text_does_not_tell() -> None:
    reading = read("In March the mills closed. The next day, at noon, they opened.", PUBLISHED, "narrative")
    assert [timex.bounds for timex in reading.timexes] == [None, None, None][: len(reading.timexes)]


def test_the_anchor_is_the_expression_that_was_told_before() -> None:
    timexes = read("The duke died on 2 July 1583. Three days later it rained.", PUBLISHED, "narrative").timexes
    assert timexes[1].anchor == timexes[0].id


CHRONICLE = """The guild was founded in 1412. In 1430 it built its hall, and in March 1451 the hall burnt down.
In July the masters met in a barn. By 1460 a new hall stood, which was enlarged in 1502 and again in the spring of 1533.
On 9 May 1561 the last master died; three weeks later the town took the silver."""

REPORT = """The minister resigned on Monday after talks failed last week. She will speak to parliament tomorrow.
A vote is expected next month. The party, founded in 1949, lost its majority in 2017."""


def test_auto_finds_a_narrative() -> None:
    reading = read(CHRONICLE, PUBLISHED, "auto")
    assert reading.document_type == "narrative"
    assert "year" in reading.document_type_reason
    assert ("July", "1451-07") in [(timex.text, timex.value) for timex in reading.timexes]


def test_auto_finds_a_narrative_without_publication_date() -> None:
    assert read(CHRONICLE, None, "auto").document_type == "narrative"


def test_auto_finds_news() -> None:
    assert read(REPORT, PUBLISHED, "auto").document_type == "news"
    assert read(REPORT, None, "auto").document_type == "news"


def test_a_kind_that_is_asked_for_is_not_questioned() -> None:
    assert read(CHRONICLE, PUBLISHED, "news").document_type == "news"
    assert read(REPORT, PUBLISHED, "narrative").document_type == "narrative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the spring of 1848 the town rose. On 13 March a crowd took the arsenal; two days later the duke fled.",
            ["1848-SP", "1848-03-13", "1848-03-15"],
        ),
        ("In 1974 the army rebelled. In November it was beaten.", ["1974", "1974-11"]),
        ("In May 2016 the army rebelled; it was beaten at the end of June.", ["2016-05", "2016-06"]),
        # the year only tells which club, the day of publication comes between, or it is a new paragraph
        ("The club was founded in 1889. In May it won the cup.", ["1889", "2019-05"]),
        ("In 1974 the army rebelled. Last week it marched. In May it paraded.", ["1974", "2019-W33", "2019-05"]),
        ("In 1974 the army rebelled.\n\nIn May it paraded.", ["1974", "2019-05"]),
        ("In 2017 the army rebelled. In May it paraded.", ["2017", "2019-05"]),
    ],
)
def test_a_report_goes_back_to_a_year_long_past(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED, "news")] == expected


def test_a_report_without_its_day_leaves_open_what_counts_from_it() -> None:
    text = (
        "She was born in 1987. She won in 2008 and in 2013, and married in 2016. Her record was finished last year. "
        "It comes out on Friday. Last week she rested; a tour begins next month."
    )
    found = dict(values(text, None, "auto"))
    assert [found[words] for words in ("last year", "Friday", "Last week", "next month")] == [
        "XXXX",
        "XXXX-WXX-5",
        "XXXX-WXX",
        "XXXX-XX",
    ]


def test_a_story_without_its_day_goes_by_its_own_dates() -> None:
    text = "The fort fell in 1877. On July 14 the army crossed the river. A year later it was beaten."
    assert [value for _, value in values(text, None, "auto")] == ["1877", "1877-07-14", "1878"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a date alone on its line tells when all was that stands below it
        (
            "Timeline\n\nJune 2004\nMiners vote on a plan. On the 21st they hand it in.\n\n2006\nPrices double "
            "between March and November. At Christmas the pit closes.",
            ["2004-06", "2004-06-21", "2006", "2006-03", "2006-11", "2006-12-25"],
        ),
        (
            "3 May 2008\nFire breaks out. On Friday it is put out. On 8 June they ride.",
            ["2008-05-03", "2008-05-09", "2008-06-08"],
        ),
        # after a night comes the morning of the next day
        ("They struck a tower on Monday night. Streets were dark until daybreak.", ["2019-08-19TNI", "2019-08-20TMO"]),
        # the story goes on from what its sentence has counted on to
        (
            "A clerk saw it in October 2017. It was sent on the following month but was not read until March.",
            ["2017-10", "2017-11", "2018-03"],
        ),
        ("Sales fell in October 2017 and rose in March.", ["2017-10", "2019-03"]),
        # an hour at which something had been done, told in another paragraph than the day, is of no day that is known
        (
            "She was found on 14 November 1987. He was jailed on Monday.\n\nThe court heard that she had left shortly "
            "before midnight. A driver saw her at about 12.20am. He was questioned that December.",
            ["1987-11-14", "2019-08-19", "XXXX-XX-XXT24:00", "XXXX-XX-XXT00:20", "1987-12"],
        ),
        ("Rain fell overnight. Homes were flooded at noon.", ["2019-08-19TNI", "2019-08-20T12:00"]),
        # a weekday named again is the same one, and two together are in order
        (
            "Polls open at 8 a.m. on Saturday; Saturday and Sunday have been declared holidays.",
            ["2019-08-24T08:00", "2019-08-24", "2019-08-25"],
        ),
        # hours and months of any day or year
        ("They work 8am to 6pm on weekdays.", ["XXXX-XX-XXT08:00", "XXXX-XX-XXT18:00", "XXXX-WXX-XX"]),
        ("The dry season runs from November to February.", ["XXXX-11", "XXXX-02"]),
        # the day on which somebody tells the time
        ("They met on Friday. It's twenty to nine.", ["2019-08-16", "2019-08-20T08:40"]),
        # what a figure is compared with is a quarter; what was done a year ago is not
        ("Net rose in the second quarter to $4 million from $3 million last year.", ["2019-Q2", "2018-Q2"]),
        ("Sales fell in the second quarter. It bought the shares a year ago.", ["2019-Q2", "2018"]),
        # that year is none that goes on
        (
            "In 1977 they looted. Tonight they sing. The fire of July of that year killed ten.",
            ["1977", "2019-08-20TNI", "1977-07"],
        ),
        ("Four years ago it was over by March.", ["2015", "2015-03"]),
        # a month of the season told just before; no other, and none of a season by the way
        ("They sued in the autumn of 2010. A judge threw it out in October.", ["2010-FA", "2010-10"]),
        ("It opened in the winter of 2011; the roof fell in January.", ["2011-WI", "2012-01"]),
        ("They sued in the autumn of 2010. A judge threw it out in March.", ["2010-FA", "2019-03"]),
        ("They sued in the autumn of 2010.\n\nIt went bust in October.", ["2010-FA", "2018-10"]),
        # what had been done with a thing, or some time earlier, is by the way
        (
            "In 1955 he gave her a jar that his aunt had bought in 1874. Two years later she came back.",
            ["1955", "1874", "1957"],
        ),
        (
            "In 1990 she married a man who had left Minsk in 1971. Five years later they moved.",
            ["1990", "1971", "1995"],
        ),
        ("In 1955 he sold it. He had bought it in 1874. Two years later he left.", ["1955", "1874", "1876"]),
        (
            "A flood in June 2008 filled it. A copy had been sent off four months earlier. She left the next spring.",
            ["2008-06", "2008-02", "2009-SP"],
        ),
        # the night of a month long ago is not last night
        ("A flood in June 2008 filled it. They emptied it overnight.", ["2008-06", "XXXX-XX-XXTNI"]),
        ("He left in June 2019. It rained overnight.", ["2019-06", "2019-08-19TNI"]),
        # since when something had been so does not end the day
        (
            "He was robbed on the night of 9 December 1989. Her lodger, there since that spring, was out; he was seen "
            "before midnight. He was arrested on 12 December.",
            ["1989-12-09TNI", "1989-SP", "1989-12-09T24:00", "1989-12-12"],
        ),
        # a season that is told of by what it was has no year
        ("They left after a winter in which six died. They met one summer in Nice.", []),
        # a day of a month that was told just before with its year; not of one told as to come, or lately
        ("She sailed in May 1974. She was lost at 7.15pm on 8 May.", ["1974-05", "1974-05-08T19:15"]),
        ("It sank in February 1968. Its last call came on 11 February.", ["1968-02", "1968-02-11"]),
        ("It sank in February 1968. It was found on 11 March.", ["1968-02", "2019-03-11"]),
        ("They won it in May 1974. They will play on 8 May.", ["1974-05", "2020-05-08"]),
        ("The truce of August 1988 held. Troops came on 2 August.", ["1988-08", "2019-08-02"]),
        # what was in a year is told with "when"; not what "and" joins
        ("It failed in 2003, when a computer broke down before Christmas.", ["2003", "2003-12-25"]),
        ("He was elected in 2003, when he was 40, and resigned in May.", ["2003", "2019-05"]),
        # "spent the next decade" is a length of time
        ("In 1957 she left. She spent the next decade in Rome.", ["1957", "P10Y"]),
    ],
)
def test_a_report_leans_on_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED, "news")] == expected


def test_an_account_of_long_ago_may_end_with_today() -> None:
    text = (
        "The troops landed on 15 May 1919. On 22 June 1920 they marched. They were beaten in January 1921 and on 26 "
        "August 1922. In September they fled. Today only the quay is left."
    )
    assert read(text, PUBLISHED, "auto").document_type == "narrative"


def test_an_obituary_is_news_though_it_opens_long_ago() -> None:
    text = (
        "The painter Ada Holt, who has died aged 88, was born in 1931. She left school in 1945, married in 1950, sold "
        "her first work in 1953 and her last in 2001. A book of her letters comes out in November."
    )
    assert dict(values(text, PUBLISHED, "auto"))["November"] == "2019-11"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # between two years of the same story
        (
            "The ship left on 14 August 1838. In January they found no whales. The men rose on 2 June 1839.",
            ["1838-08-14", "1839-01", "1839-06-02"],
        ),
        (
            "He died in September 1840. On 19 December they ran her on a reef. The rest were tried in 1842.",
            ["1840-09", "1840-12-19", "1842"],
        ),
        # something points from the day of publication
        (
            "The mill opened on 3 May 1950. Last week it closed. In January it had cut jobs. It was sold in 1951.",
            ["1950-05-03", "2019-W33", "2019-01", "1951"],
        ),
        # no story goes on after it
        ("The mill opened on 3 May 1950. In January it cut jobs.", ["1950-05-03", "2019-01"]),
        # a year told of somebody only
        (
            "They found the ring of a man who died in 2012. The court saw it in May. It was sold in 2014.",
            ["2012", "2019-05", "2014"],
        ),
        # too far apart
        ("It opened on 3 May 1950. In January it cut jobs. It was sold in 2009.", ["1950-05-03", "2019-01", "2009"]),
    ],
)
def test_a_report_that_tells_an_old_story_stays_in_it(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, PUBLISHED, "news")] == expected


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The mill burned on Friday. She saw the car at 6 a.m. ten days before the fire.", "XXXX-XX-XXT06:00"),
        ("The mill burned on Friday. She saw the car at 6 a.m. two hours before the fire.", "2019-08-16T06:00"),
        ("The mill burned on Friday. She saw the car at 6 a.m. and left.", "2019-08-16T06:00"),
    ],
)
def test_an_hour_some_days_from_something_is_of_no_day_told(text: str, hour: str) -> None:
    assert hour in [value for _, value in values(text, PUBLISHED, "news")]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The ship struck rocks at about 2.40am on 17 January.", "2019-01-17T02:40"),
        ("The ship struck rocks at 2.40am on 17 September.", "2018-09-17T02:40"),
        ("The board will meet at 9am on 17 September.", "2019-09-17T09:00"),
        ("The board agreed to meet at 9am on 17 September.", "2019-09-17T09:00"),
    ],
)
def test_an_hour_of_a_day_lies_where_the_verb_before_it_puts_it(text: str, hour: str) -> None:
    assert hour in [value for _, value in values(text, PUBLISHED, "news")]
