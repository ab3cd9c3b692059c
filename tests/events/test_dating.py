"""When things were: what dates them, what bounds them, and what is left open. Published on Sunday 23 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.reading import EventReading, Mention, read_events
from service.temporal.edtf import format_edtf
from service.timeline.build import build_timeline

PUBLISHED = date(2025, 3, 23)


def read(text: str, published: date | None = PUBLISHED, narrative: bool = False) -> EventReading:
    return read_events(Article(text, published_at=published, document_type="narrative" if narrative else "news"))


def mention(reading: EventReading, word: str) -> Mention:
    found = [m for m in reading.mentions if reading.tokens.words[m.trigger.token] == word]
    assert found, f"{word} names no event"
    return found[0]


def when(text: str, word: str, published: date | None = PUBLISHED, narrative: bool = False) -> str:
    """The time of the event that ``word`` names, as EDTF; "" where nothing bounds it."""
    dating = mention(read(text, published, narrative), word).dating
    if dating is None:
        return ""
    return format_edtf(dating.bounds, dating.precision, dating.extent, dating.approximate)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # the clause decides, not nearness
        ("The mill said on Thursday that it had fired its chief in May 2024.", "said", "2025-03-20"),
        ("The mill said on Thursday that it had fired its chief in May 2024.", "fired", "2024-05"),
        ("The mill announced that it bought a rival on Monday.", "bought", "2025-03-17"),
        ("On Friday, police said the bridge fell in 2019.", "fell", "2019"),
        ("On Friday, police said the bridge fell in 2019.", "said", "2025-03-21"),
        ("The clerk, hired in 2020, resigned on Friday.", "hired", "2020"),
        ("The clerk, hired in 2020, resigned on Friday.", "resigned", "2025-03-21"),
        ("The mill, which closed in 1998, burned down on Saturday.", "closed", "1998"),
        ("The tower collapsed in 2011, killing nine people.", "killing", "2011"),
        # premodifiers, and nouns with a date of their own
        ("Friday's vote ended a long quarrel.", "vote", "2025-03-21"),
        ("The attack on Friday killed two guards.", "attack", "2025-03-21"),
        ("The attack on Friday killed two guards.", "killed", "2025-03-21"),
        ("The sides held talks on Monday.", "talks", "2025-03-17"),
        ("In his 2019 memoir, the general wrote that the war was lost.", "wrote", "2019"),
        # coordination
        ("On Monday the court fined the firm and jailed its owner.", "jailed", "2025-03-17"),
        ("Shares fell on Monday and rose on Tuesday.", "fell", "2025-03-17"),
        ("Shares fell on Monday and rose on Tuesday.", "rose", "2025-03-18"),
        # infinitives
        ("The party agreed on Tuesday to form a government.", "agreed", "2025-03-18"),
        ("The crew will meet on 2 April to sign the contract.", "meet", "2025-04-02"),
        # relative days and occasions
        ("She moved out on Saturday, when the army came.", "came", "2025-03-22"),
        ("A report published in January found that the dam was weak.", "found", "2025-01"),
        ("The hearing is scheduled for 4 April.", "hearing", "2025-04-04"),
    ],
)
def test_an_expression_dates_the_event_of_its_clause(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two calls have been made this year.", "made", "[2025-01-01..2025-03-23]"),
        ("They met before he was elected last year.", "met", "[..2024-12-31]"),
        ("He has led the choir since 2015.", "led", "2015-01-01/2025-03-23"),
        ("The library must close by 30 June.", "close", "[2025-03-23..2025-06-30]"),
        ("The factory burned down.", "burned", "2025-03-23~"),
        ("The town is rebuilding its harbour.", "rebuilding", "../2025-03-23"),
        ("The museum will reopen.", "reopen", "[2025-03-23..]"),
        ("He left a week after the vote on 3 March 2025.", "left", "2025-03-10"),
        ("She died two days before the election of 5 May 2024.", "died", "2024-05-03"),
        ("The price was $40 on 18 December, the day before Kell made an offer.", "made", "2024-12-19"),
        ("The war began in October 2023, three months after parliament removed the king.", "removed", "2023-07"),
        ("He worked there from 1990 to 1994.", "worked", "1990-01-01/1994-12-31"),
        ("Profit fell in the three months to 30 June 2024.", "fell", "[2024-04-01..2024-06-30]"),
        ("The sides met on Friday, hours after the truce collapsed.", "collapsed", "[2025-03-20..2025-03-21]"),
        ("They want an end to the two-year siege of the port.", "siege", "2023~/2025-03-23"),
        ("He resigned in May 2022, shortly before the army took the city.", "took", "[2022-05-01..2022-06-30]"),
        (
            "In his 2021 book, the judge wrote that he met the spy after leaving office in 2015.",
            "met",
            "[2015-01-01..2021-12-31]",
        ),
        ("On Friday the unions accused the firm of hiding its losses.", "hiding", "[..2025-03-21]"),
    ],
)
def test_bounds_are_as_tight_as_the_text_and_no_tighter(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # before a clock time, hours before or after: of that day, or of the night beside it
        ("The wall gave way shortly before dawn on 14 May 2024.", "gave", "[2024-05-14..2024-05-14T05:00:00]"),
        ("Forms must arrive before noon on 4 April.", "arrive", "[2025-03-23..2025-04-04T12:00:00]"),
        ("Fighting resumed on Saturday, hours after a truce expired.", "expired", "[2025-03-21..2025-03-22]"),
        ("Fighting resumed on Saturday night, hours after a truce expired.", "expired", "2025-03-22"),
        ("The lights failed on Friday, seconds after the van braked.", "braked", "2025-03-21"),
        # what a dated event did
        ("A fire in January shut its plant for ten weeks.", "shut", "2025-01"),
        ("She won the 2009 title and lost the 2020 final to Ruiz.", "lost", "2020"),
        ("She watched the 2020 final at home.", "watched", "2025-03-23~"),
        # what is joined to a clause that says when is not of the story's day
        ("When the war ended in 1945, Keller came home and opened a shop.", "opened", "1945"),
        ("Rain fell on Friday.\n\nBy 2019 it had lost a roof. The hall stood empty.", "stood", "[..2025-03-23]"),
        # lists of dates, and two clauses that each have their own
        ("The paper was banned twice, in 1986 and again in 1990.", "banned", "[1986-01-01..1990-12-31]"),
        ("He was jailed in 1986, and in 1990 he fled.", "jailed", "1986"),
        ("He was jailed in 1986, and in 1990 he fled.", "fled", "1990"),
        # what opens a sentence comes first
        ("Born in Kisumu in 1933, she was taught by nuns.", "taught", "[1933-01-01..2025-03-23]"),
        ("Asked on Friday about the deal, she said little.", "said", "2025-03-21"),
        ("Arrested on Monday, he was charged on Thursday.", "charged", "2025-03-20"),
        ("Born in Leeds in 1948, Hart left school at 15.", "left", "[1963-01-01..1964-12-30]"),
        ("Two days later the dam fell, killing six, and the valley flooded.", "killing", "[..2025-03-23]"),
        ("It rained on 3 March. Two days later the dam fell, killing six.", "killing", "2025-03-05"),
        ("It rained in 1971. Two years later she left and he followed.", "followed", "1973"),
        # seen at it, and what lasted
        ("She was last seen leaving a bar on Saturday 8 March.", "seen", "2025-03-08"),
        ("She saw a man who was leaving a bar on Saturday 8 March.", "saw", "2025-03-23~"),
        ("The last strike, in 2010, lasted nine days.", "lasted", "2010"),
        # a distance from the present, as exact as it is
        ("Two weeks after a quake killed 40 people, the road is still shut.", "killed", "2025-03-09~"),
        ("Three years after the firm lost its licence, its founder is still fighting.", "lost", "2022~"),
        ("Two weeks after the firm lost its licence, its founder resigned.", "lost", "[..2025-03-23]"),
        (
            "It reported in May 2024. The firm filed for bankruptcy two months after the report.",
            "filed",
            "2024-07",
        ),
        ("Drivers face a detour for another five months after engineers found a crack.", "found", "[..2025-03-23]"),
        ("Sales rose in the first nine months of 2024.", "rose", "[2024-01-01..2024-09-30]"),
        ("Sales rose in the last two months of 2024.", "rose", "[2024-11-01..2024-12-31]"),
        ("Rain fell on Sunday and is forecast to weaken on Thursday.", "weaken", "2025-03-27"),
        ("The senate passed it a week ago but the premier has refused to sign it.", "refused", "[..2025-03-23]"),
        ("Last year's prize went to three physicists.", "went", "2024"),
        ("Last year's winner went to hospital.", "went", "2025-03-23~"),
        ("A Boeing 737 overshot the runway on Friday.", "overshot", "2025-03-21"),
        ("On Thursday it froze. The next day Holt turned round.", "turned", "2025-03-21"),
        ("Dargan, a sailor, first put the plan to them in 1968.", "put", "1968"),
        ("In 1870, late, they agreed, and the ships were bought in 1871.", "bought", "1871"),
        ("Police told them to leave late on Thursday after the wall gave way.", "gave", "[..2025-03-20]"),
        ("An earthquake on 3 March opened a crack in the dam.", "opened", "2025-03-03"),
        ("The fire of 1871 inspired a novel.", "inspired", "2025-03-23~"),
        ("The lake, quite full on Thursday, drained away on Friday.", "drained", "2025-03-21"),
        ("The firm, on Monday, fired him.", "fired", "2025-03-17"),
        ("He was caught on Thursday, 18 months after he fled.", "fled", "2023-09"),
        ("It slid at 2.30 p.m. on Thursday, an hour after a warning came.", "came", "2025-03-20"),
        ("Revenue in the fourth quarter grew 8%. The shares closed 3% lower.", "closed", "2025-03-23~"),
        ("It came out in 2019. A tour begins next month.", "begins", "2025-04"),
        ("The board ruled out foul play in a statement in January.", "ruled", "2025-01"),
        ("The clock was stopped on 1 March and wound by her niece, April, who is 12.", "wound", "2025-03-01"),
        # counted from what is known to the month only
        ("In March 1975 she wrote to him. The next morning she was freed.", "freed", "[1975-03-02..1975-04-01]"),
        ("In March 1975 she wrote to him. The previous day she fled.", "fled", "[1975-02-28..1975-03-30]"),
        # a determiner makes an -ing form a noun; its date is the verb's
        ("The court reversed that ruling last December.", "reversed", "2024-12"),
    ],
)
def test_what_stands_beside_a_date_keeps_to_it(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("His 2024 book sold well, and the shop closed.", "closed", "2024"),
        ("Its shares had their worst fall since 1987.", "had", "1987"),
        ("LISBON, March 20 — The union ended its strike on Friday.", "ended", "2025-03-20"),
        ("The fair, opened in 2009, returned.", "returned", "2009"),
    ],
)
def test_a_date_that_is_another_events_is_not_lent(text: str, word: str, day: str) -> None:
    assert day not in when(text, word)


def test_what_was_said_happened_no_later_than_it_was_said() -> None:
    assert when("The minister said on Friday that the road was built in haste.", "built") == "[..2025-03-21]"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A train left the rails on Friday. Six people died.", "died", "2025-03-21"),
        ("A train left the rails at 6 p.m. on Friday. Six people died.", "died", "2025-03-21"),
        ("A train left the rails on Friday. The driver had seen a cow.", "seen", "[..2025-03-21]"),
        ("A train left the rails on Friday. Trains later stopped there again.", "stopped", "[..2025-03-23]"),
        ('The mayor quit on Monday. "I was tired," she said.', "said", "2025-03-17"),
        # a day long before publication is no day of what is said now
        ("Police said they held a man. Ann Lee, 29, died on 3 March.", "said", "2025-03-23~"),
        ("The van fell on Friday. A guard ran for help minutes before it fell.", "ran", "2025-03-21"),
        ("The row began in May 2024. It is about pay. No talks are planned. Ships left.", "left", "[..2025-03-23]"),
        ("The valley emptied before the collapse. The dam collapsed on Saturday.", "emptied", "[..2025-03-22]"),
    ],
)
def test_what_follows_on_is_of_the_same_day_and_nothing_else_is(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels seized the port on Saturday.\n\nTrade has stopped.\n\nThe seizure shocked traders.", "seizure"),
        ("The dam collapsed on Saturday.\n\nThe river is high.\n\nThe valley emptied before the collapse.", "collapse"),
    ],
)
def test_the_second_telling_of_an_event_has_the_day_of_the_first(text: str, word: str) -> None:
    assert when(text, word) == "2025-03-22"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "A tanker ran aground on Friday. It struck a reef at 9 p.m.",
            "struck",
            "[2025-03-21T21:00:00..2025-03-21T21:59:59]",
        ),
        ("A report is expected within 30 days.", "expected", "[2025-03-23..2025-04-22]"),
        ("The premier faces a vote on Tuesday.", "faces", "2025-03-25"),
        ("The lease expires in January.", "expires", "2026-01"),
        ("The schools are to close on Tuesday.", "close", "2025-03-25"),
        ("The drought lasted from 1271 to 1296.", "lasted", "1271-01-01/1296-12-31"),
        ("The premier won a vote on Tuesday.", "won", "2025-03-18"),
        ("The sides held talks in April.", "held", "2024-04"),
        ("The sides held talks in April.", "talks", "2024-04"),
    ],
)
def test_the_tense_turns_a_bare_day_round(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize("word", ["left", "closed", "began"])
def test_without_a_publication_date_nothing_is_bounded_by_it(word: str) -> None:
    assert when(f"The shop {word} quietly.", word, published=None) == ""


def test_narratives_carry_coarse_dates_on() -> None:
    text = "In 1402 the abbot founded a school. The duke gave it land."
    assert when(text, "gave", published=None, narrative=True) == "1402"


def test_an_expression_is_never_both_turned_and_left() -> None:
    reading = read("The premier faces a vote on Tuesday.")
    assert [t.value for t in reading.reading.timexes] == ["2025-03-25"]


def test_what_is_before_something_dated_ends_no_later() -> None:
    reading = read("They spoke before the summit on 3 March 2025.")
    dating = mention(reading, "spoke").dating
    assert dating is not None
    assert dating.basis == "relation"
    assert dating.bounds.start is None
    assert dating.bounds.end is not None
    assert dating.bounds.end.isoformat() == "2025-03-03"


@pytest.mark.parametrize(
    "text",
    [
        "It will close by 3 March 2020.",
        "They must pay until May 2019, officials said.",
        "He will return before the vote of 2 January 2024, after the summit of 5 June 2026.",
        "The index has fallen since the end of next year.",
        "After 2027 he met her before 1990.",
    ],
)
def test_no_time_ends_before_it_begins(text: str) -> None:
    for one in read(text).mentions:
        if one.dating is not None and not one.dating.open:
            start, end = one.dating.bounds
            assert start is not None
            assert end is not None
            assert start.day <= end.day


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a day is carried past minutes, superlatives and "since"
        ("The index fell on Friday. Copper lost 3% to its lowest close since 2009.", "lost", "2025-03-21"),
        ("The index fell on Friday. Copper dropped 3% in ten minutes.", "dropped", "2025-03-21"),
        ("The index fell on Friday. Copper has dropped for three months.", "dropped", "2024-12~/2025-03-23"),
        ("Ode has led the party for three years.", "led", "2022~/2025-03-23"),
        ("Ode has moved to Varn and written two books.", "written", "2025-03-23~"),
        # a clause that only says who says so
        ("The mill burned down on Friday. Although Rowe said it was insured, the loss is great.", "said", "2025-03-21"),
        ("The mill burned down on Friday. No one died in the fire, which Rowe called bad.", "called", "[..2025-03-23]"),
        # what goes with a verb, and what hangs on "was"
        ("Shares were lower on Friday, with Orlin Bank losing 9%.", "losing", "2025-03-21"),
        ("The clerk was quoted on Friday as saying that it was over.", "saying", "2025-03-21"),
        ("In a speech on Friday the premier praised the crews.", "speech", "2025-03-21"),
        # the hot perfect
        ("Orlin Bank has bought a rival. The price was not told.", "bought", "2025-03-23~"),
        ("Critics have warned of it many times. The council knew.", "warned", "[..2025-03-23]"),
        # a relative clause is no part of the story
        ("Varo, who built dams and ran a mill, died on Friday.", "ran", "[..2025-03-23]"),
        # a year is no distance
        ("She hopes to sell the mill next year after the lease expired.", "expired", "[..2025-03-23]"),
    ],
)
def test_what_is_of_the_story_s_day_and_what_is_not(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_a_day_that_only_a_copula_tells_is_the_report_s() -> None:
    assert when("Shares were mixed on Friday. Orlin Bank lost 4%. The mill rose.", "lost") == "2025-03-21"
    assert when("Shares were mixed in 2019. Orlin Bank lost 4%. The mill rose.", "lost") != "2025-03-21"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The graves were not found until 2011.", "found", "2011"),
        ("It was not until 2011 that the graves were found.", "found", "2011"),
        ("It was in 2011 that the graves were found.", "found", "2011"),
        ("The pass will not reopen until April.", "reopen", "2025-04"),
        ("Speaking in Lyon on Tuesday, she promised a vote.", "Speaking", "2025-03-18"),
        ("The members vote June 12.", "vote", "2025-06-12"),
        ("The members met on June 12.", "met", "2024-06-12"),
        ("The council votes on Dec. 12.", "votes", "2025-12-12"),
        ("Born in Turin in 1931, she grew up by the sea.", "Born", "1931"),
        ("The museum, closed since March 2020, reopens on Saturday.", "reopens", "2025-03-22"),
    ],
)
def test_what_only_a_turn_of_phrase_dates(text: str, trigger: str, edtf: str) -> None:
    event = next(
        e
        for e in build_timeline(Article(text, published_at=date(2025, 3, 20)), detail="full").events
        if text[e.trigger.start : e.trigger.end] == trigger
    )
    assert event.time is not None
    assert event.time.edtf == edtf
    assert event.factuality.polarity == "positive"


def test_a_headline_keeps_the_day_until_which_it_did_not_happen() -> None:
    timeline = build_timeline(Article("The graves of the four pilots were not found until 2011."))
    assert [event.headline for event in timeline.events] == ["The graves of the four pilots were not found until 2011"]


def test_waiting_is_not_over_because_nobody_waited() -> None:
    timeline = build_timeline(Article("He did not wait until 2011 to leave."), detail="full")
    waited = next(e for e in timeline.events if e.headline.startswith("He did not wait"))
    assert waited.factuality.polarity == "negative"


def test_a_law_that_was_passed_is_passed_whatever_may_come_of_it() -> None:
    text = "Under a law passed in 2016, the firm could be fined."
    (passed,) = [e for e in build_timeline(Article(text)).events if e.time is not None]
    assert (passed.factuality.status, passed.time.edtf if passed.time else "") == ("occurred", "2016")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what is not done until a time is done then; before a time: from then on
        ("The garrison did not surrender until September 1945.", "surrender", "1945-09"),
        ("The bridge will not be finished before June.", "finished", "[2025-06-01..]"),
        ("The garrison held out until September 1945.", "held", "../1945-09-30"),
        # after a clock time is on its day
        ("The dam failed shortly after 4 a.m. on March 4.", "failed", "[2025-03-04T04:00:00..2025-03-04]"),
        # the period that a plan is for
        ("Orlin Bank withdrew its forecast for 2027.", "withdrew", "2025-03-23~"),
        ("The trial was set for 2027.", "trial", "2027"),
        # one date before two verbs
        ("Orlin Bank on Thursday posted a loss and cut its dividend.", "cut", "2025-03-20"),
        # forms that are past and present alike
        ("Floods shut it for six weeks in 2014.", "shut", "2014"),
        ("Shareholders, who vote June 12, know little.", "vote", "2025-06-12"),
        # what has been done and what is planned
        ("If the men taken in June are freed, she will come.", "taken", "2024-06"),
        ("The meeting, scheduled for 14 May, will go ahead.", "meeting", "2025-05-14"),
        ("The meeting, scheduled for 14 May, will go ahead.", "go", "2025-05-14"),
        # what a report looks back on sets no day; a figure is of its period
        ("It fell on Friday. It had told staff on Monday. It cut pay.", "cut", "2025-03-21"),
        ("Orlin reported a loss of $4 for the six months to December 31.", "reported", "2025-03-23~"),
        ("Orlin posted a gain of 9 points from the close on Thursday.", "posted", "2025-03-23~"),
        # datelines date nothing; a participle goes with the relative clause before it
        (
            "LISBON, March 23 (Newswire) - A van that crashed last month, killing two, had been used.",
            "killing",
            "2025-02",
        ),
        ("LISBON, March 23 (Newswire) - A car that crashed last month had been checked.", "checked", "[..2025-03-23]"),
        ("The car left the road at noon on Friday and hit a wall.", "hit", "2025-03-21"),
        ("She said miners found new cracks last Thursday and that the pit was shut.", "found", "2025-03-20"),
    ],
)
def test_limits_periods_and_forms(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The hearing was adjourned until 3 June.", "adjourned", "[..2025-03-20]"),
        ("The hearing was adjourned on Monday until 3 June.", "adjourned", "2025-03-17"),
        ("The vote was postponed to June 3.", "postponed", "[..2025-03-20]"),
        ("The launch has been delayed from May to September.", "delayed", "[..2025-03-20]"),
        ("The opening has been put back to September.", "put", "[..2025-03-20]"),
        ("The worst storm since 1953 swept through the fens on Monday.", "swept", "2025-03-17"),
        ("She was re-elected in 2012.", "elected", "2012"),
        ("The club was dissolved in 1998 but re-formed in 2007.", "formed", "2007"),
    ],
)
def test_what_is_put_off_is_not_dated_by_its_new_day(text: str, trigger: str, edtf: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    event = next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == trigger)
    assert event.time is not None
    assert (event.time.edtf, event.factuality.status) == (edtf, "occurred")


def test_headlines_of_what_is_put_off_and_of_joined_verbs() -> None:
    text = "The hearing was adjourned until 3 June. The port will close on Friday and reopen on Sunday."
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    assert {event.headline for event in timeline.events} == {
        "The hearing was adjourned until 3 June",
        "The port will close",
        "The port will reopen",
    }


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The merger, announced in February, was completed on Monday.", "completed", "2025-03-17"),
        ("Wanderers beat Albion 3-1 on Saturday.", "beat", "2025-03-15"),
        ("Wanderers lost to Albion in last year's final.", "lost", "2024"),
        ("She lost her seat in the 2019 election.", "lost", "2019"),
        ("The coup of 1973 brought the army to power.", "brought", "1973"),
        ("Monday's blast killed two miners.", "killed", "2025-03-17"),
        ("Completion of the merger is expected in June.", "merger", "2025-06"),
    ],
)
def test_what_a_noun_or_another_verb_dates(text: str, trigger: str, edtf: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    event = next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == trigger)
    assert event.time is not None
    assert event.time.edtf == edtf


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Three days of talks ended in Oslo on Friday.", "Three days of talks ended in Oslo"),
        ("He was arrested in 2003, tried in 2004 and hanged in 2005.", "He was hanged in 2005"),
        ("The coach lost to Albion in last year's final.", "The coach lost to Albion in last year's final"),
    ],
)
def test_headlines_keep_what_they_need(text: str, headline: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    assert headline in [event.headline for event in timeline.events]


@pytest.mark.parametrize("text", ["The vote is on June 3", "The funeral will be on Friday"])
def test_what_only_its_day_is_told_of_is_told_with_it(text: str) -> None:
    (event,) = build_timeline(Article(text + ".", published_at=date(2025, 3, 20))).events
    assert event.headline == text
    assert event.factuality.status == "scheduled"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "headline"),
    [
        ("Freed on Tuesday, Karlsen flew home.", "Freed", "2025-03-18", "Karlsen was freed"),
        (
            "Under the pact, signed late on Sunday, heirs will be paid.",
            "signed",
            "2025-03-16",
            "The pact was signed",
        ),
        ("After graduating in 1981 Karlsen joined the mill.", "graduating", "1981", "Karlsen graduated in 1981"),
        ("The World Trust lent it $9 million in January.", "lent", "2025-01", "The World Trust lent it $9 million"),
    ],
)
def test_participles_that_open_a_sentence(text: str, trigger: str, edtf: str, headline: str | None) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    event = next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == trigger)
    assert event.time is not None
    assert event.time.edtf == edtf
    assert headline is None or event.headline == headline


def test_not_everyone_is_a_denial() -> None:
    (event,) = build_timeline(Article("Not everyone in Holm was celebrating on Monday.", published_at=PUBLISHED)).events
    assert event.factuality.polarity == "negative"
    assert event.headline == "Not everyone in Holm was celebrating"


def test_a_dateline_in_brackets_is_no_subject() -> None:
    text = "PORT HOLM (March 19) - At least three people were shot dead in the capital on Tuesday."
    (event,) = build_timeline(Article(text, published_at=PUBLISHED)).events
    assert event.headline == "At least three people were shot dead in the capital"


def test_what_a_firm_has_agreed_to_is_told() -> None:
    (event,) = build_timeline(Article("Tor has agreed to buy Bry for $6 billion.", published_at=PUBLISHED)).events
    assert event.headline == "Tor has agreed to buy Bry for $6 billion"


def test_by_the_time_is_no_later() -> None:
    text = "She wrote once in 1954; by the time the town was free, on December 12, 1963, she had written 212 letters."
    assert when(text, "wrote") == "1954"
    assert when(text, "written") == "[..1963-12-12]"
    assert when("She herself refused a medal in 1985.", "refused") == "1985"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The king died in 1931 and, in 1935, his son fled.", "died", "1931"),
        ("The king died in 1931 and, in 1935, his son fled.", "fled", "1935"),
        ("Berg left in 2001 and, three years later, founded a bank.", "founded", "2004"),
        ("Karlsen came back in March 2021, only to leave in June 2022.", "leave", "2022-06"),
        ("The union leaders were to meet the mayor on Monday.", "meet", "2025-03-24"),
        ("The isle has had four coups, the last of them in 1999.", "had", "[..2025-03-20]"),
    ],
)
def test_a_date_belongs_to_its_own_conjunct(text: str, trigger: str, edtf: str) -> None:
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 20)))
    event = next(e for e in timeline.events if text[e.trigger.start : e.trigger.end] == trigger)
    assert event.time is not None
    assert event.time.edtf == edtf


def test_a_new_paragraph_of_a_narrative_is_of_no_day_told_before() -> None:
    text = (
        "In 1944 parliament closed the canal. A bomb broke the lock.\n\nRescue came slowly. A teacher walked the line."
    )
    reading = read(text, published=None, narrative=True)
    assert mention(reading, "broke").dating is not None
    assert mention(reading, "came").dating is None


def test_what_follows_a_semicolon_keeps_its_own_date() -> None:
    text = "In 1914 the army took the canal; in 1927 the last boat, the Hope, was broken up."
    assert when(text, "took") == "1914"
    assert when(text, "broken") == "1927"


def test_when_after_since_has_its_own_day() -> None:
    text = "The town won it for the first time since 1994 when Lathan scored on Friday."
    assert when(text, "scored") == "2025-03-21"
    assert when(text, "won") == "2025-03-21"


def test_what_runs_until_a_day_to_come_is_not_over() -> None:
    assert when("Her contract runs until 2028.", "runs") == "2025-03-23/2028-12-31"


def test_what_happened_to_people_at_one_blow_is_of_one_day() -> None:
    text = "Two people died and five were hurt on Friday when a wall fell."
    assert when(text, "died") == when(text, "hurt") == "2025-03-21"
    other = read("The council passed it and the mayor signed it on Friday.")
    assert not other.links.anchors[mention(other, "passed").number]


def test_the_year_of_a_noun_is_not_that_of_what_is_done_with_it() -> None:
    text = "Moret was banned on Friday and stripped of his victory in the 2023 election."
    assert when(text, "victory") == "2023"
    assert when(text, "stripped") != "2023"


def test_what_is_past_is_not_counted_into_the_days_to_come() -> None:
    text = "Judges ruled on Friday. The row began in the 2022 season. Tallis, who was fined, sued a month later."
    assert when(text, "sued") == "[..2025-03-23]"


def test_of_two_dates_the_one_before_the_verb_is_the_subject_s() -> None:
    text = "Her marriage to Tam Varley in 1963 ended in divorce in 1980."
    assert when(text, "marriage") == "1963"
    assert when(text, "ended") == "1980"
    assert when("The vote in May ended the row.", "ended") == "2024-05"
