"""The main timeline: each thing once, what was done and not what was said, nothing that never happened."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.model import Event
from service.timeline.build import build_timeline

PUBLISHED = date(2025, 3, 14)


def told(text: str) -> list[Event]:
    timeline = build_timeline(Article(text, published_at=PUBLISHED))
    return [*timeline.events, *timeline.undated]


def words(text: str) -> list[str]:
    return [text[event.trigger.start : event.trigger.end] for event in told(text)]


def test_what_headline_and_lead_tell_is_one_event() -> None:
    text = "Court convicts mayor of fraud\n\nA court on Thursday convicted the mayor of Holt of fraud.\n"
    assert words(text) == ["convicted"]


def test_a_statement_is_no_event_but_a_denial_is() -> None:
    assert words("The mayor said on Thursday that he was tired. He denied the charges on Thursday.") == ["denied"]


def test_what_was_called_off_did_not_happen() -> None:
    events = told("Drivers called off a strike that was due to begin on Friday.")
    assert not [e for e in events if e.factuality.status == "occurred" and "strike was" in e.headline]


def test_what_should_have_been_is_not_told() -> None:
    assert "resigned" not in words("The minister should have resigned in 2020. She left office in 2024.")


def test_a_carried_day_is_not_published() -> None:
    text = "The dam broke on Tuesday. The water filled the streets of the old town."
    carried = next(e for e in told(text) if text[e.trigger.start : e.trigger.end] == "filled")
    assert carried.time is not None
    assert carried.time.bounds.start is None


def test_a_day_that_stands_right_before_is_about_that_of_what_follows() -> None:
    text = "The dam broke on Tuesday. Water filled the streets of the old town."
    carried = next(e for e in told(text) if text[e.trigger.start : e.trigger.end] == "filled")
    assert carried.time is not None
    assert carried.time.edtf == "2025-03-11~"


def test_what_the_same_one_did_in_the_same_breath_has_the_day() -> None:
    text = "The minister came on Tuesday and opened the bridge."
    opened = next(e for e in told(text) if text[e.trigger.start : e.trigger.end] == "opened")
    assert opened.time is not None
    assert opened.time.edtf == "2025-03-11"


def test_what_is_to_come_stands_after_what_has_been() -> None:
    text = "The court will rule on Friday. The trial began in 2023. The appeal was filed in May 2024."
    status = [e.factuality.status for e in told(text)]
    assert status == sorted(status, key=lambda s: s == "scheduled")


def test_confidence_is_a_share() -> None:
    events = told("The dam broke on Tuesday. The mayor may visit the town on Sunday. A bridge was built in 1931.")
    assert events
    assert all(0 < event.confidence < 1 for event in events)


@pytest.mark.parametrize(
    ("text", "headline", "day"),
    [
        ("A vote is expected on Tuesday.", "A vote is expected", "2025-03-18"),
        ("A verdict is due next Monday.", "A verdict is due", "2025-03-17"),
        ("The ferry is due on Sunday.", "The ferry is due", "2025-03-16"),
        ("The first flights are scheduled for 4 April.", "The first flights are scheduled", "2025-04-04"),
        ("Snow is forecast for Saturday.", "Snow is forecast", "2025-03-15"),
    ],
)
def test_what_is_awaited_is_told_on_the_day_that_it_is_awaited_for(text: str, headline: str, day: str) -> None:
    (event,) = told(text)
    assert event.headline.startswith(headline)
    assert event.factuality.status == "scheduled"
    assert event.time is not None
    assert event.time.edtf == day


def test_a_day_before_what_is_due_is_that_of_its_verb() -> None:
    text = "On Tuesday the envoy is due to arrive in Oslo."
    (event,) = told(text)
    assert text[event.trigger.start : event.trigger.end] == "arrive"
    assert event.time is not None
    assert event.time.edtf == "2025-03-18"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Built in 1902, the pier closes next year.", "Built"),
        ("The miller must report to jail by 2 May.", "report"),
        ("Families in the valley were told on Thursday to leave their homes.", "told"),
        ("Rebels claimed on Thursday to hold the airport.", "claimed"),
        ("The bank acknowledged on Thursday that money was missing.", "acknowledged"),
        ("The brothers appeared before a judge on Thursday.", "appeared"),
    ],
)
def test_what_looks_like_a_detail_or_a_statement_may_be_the_event(text: str, trigger: str) -> None:
    assert trigger in words(text)


@pytest.mark.parametrize(
    "text",
    ["Police reported to the mayor on Thursday that all was calm.", "The pilot appeared to be tired on Thursday."],
)
def test_statements_and_seeming_are_no_events(text: str) -> None:
    assert not {"reported", "appeared"} & set(words(text))


def test_a_role_that_was_held_from_then_to_then_is_told_throughout() -> None:
    event = next(e for e in told("She was deputy director of the dam from 2009 to 2016.") if e.time)
    assert event.time is not None
    assert (event.time.extent, event.time.edtf[:4], event.time.edtf[11:15]) == ("throughout", "2009", "2016")
    assert event.headline.startswith("She was deputy director")


def test_a_role_that_nobody_says_the_length_of_is_no_event() -> None:
    assert not told("She is the deputy director of the dam.")


def test_a_denial_is_one_line() -> None:
    events = told("The mine's owner denied on Monday that a decision had been made.")
    assert [e.headline for e in events] == ["The mine's owner denied that a decision had been made"]


def test_several_do_not_do_what_one_does() -> None:
    assert "comes" not in words("Scientists say such heat, once expected every 80 years, now comes every six.")


def test_what_has_been_is_not_of_a_day_to_come() -> None:
    diary = "Tuesday: Orme shows its telephone; it has been accused of theft.\n\nWednesday: The king opens a mill."
    assert not [e for e in told(diary) if "accused" in e.headline and e.factuality.status == "scheduled"]


def test_what_is_neither_done_nor_not_is_not_told() -> None:
    assert "admitted" not in words("The bank neither admitted nor denied the findings on Monday.")


def test_nobody_does_what_a_time_is_spent_on() -> None:
    assert "haggling" not in words("The deal was signed on Sunday after a weekend of haggling over pensions.")
    assert "paid" not in words("Had the king not paid off his debts in 2019, there would have been a scandal.")


def test_what_a_plan_follows_has_happened() -> None:
    told_of = told("Orme said it would cut 900 jobs after talks collapsed over the weekend. It would sell a ship.")
    assert [e.factuality.status for e in told_of if "collapsed" in e.headline] == ["occurred"]


def test_a_tournament_does_not_open() -> None:
    won = told("Torvald beat Simic in the first round of the Paris Open on Sunday. He wept.")
    assert [e.factuality.status for e in won if "beat" in e.headline] == ["occurred"]


def test_what_was_to_have_been_is_not_told() -> None:
    events = told("A second line that was to have started in 2023 was never built. The plant opened in 2021.")
    assert [e.headline for e in events if e.factuality.polarity == "positive"] == ["The plant opened in 2021"]


def test_what_was_put_off_is_not_told_as_planned() -> None:
    assert "take" not in words("A hearing was to take place in June but was postponed when he changed his lawyers.")


def test_what_somebody_recommends_is_no_event() -> None:
    assert "replaced" not in words("The board recommended in 2021 that the pipes be replaced within a year.")


def test_a_question_that_will_be_put_is_an_appointment() -> None:
    assert words("The committee will question the minister on Tuesday.") == ["question"]


def test_a_source_is_somebody() -> None:
    for event in told("He said that the bridge had been closed on Monday."):
        assert event.factuality.source != "He"


def test_who_denies_what_was_said_before_disputes_it() -> None:
    text = (
        "The Sentinel reported that the minister had met Colin Speight in October. "
        "The minister denied that the meeting had taken place."
    )
    met = next(e for e in told(text) if text[e.trigger.start : e.trigger.end] == "met")
    assert met.factuality.disputed_by == ("the minister",)


def test_how_it_came_about_is_no_second_event() -> None:
    assert words("A driver was killed on Monday when a tree fell on his cab.") == ["killed"]


def test_who_reported_it_is_told_beside_it() -> None:
    text = "In 2020, Ida Moe reported that the two met after leaving office in 2015."
    events = told(text)
    assert "reported" not in [text[e.trigger.start : e.trigger.end] for e in events]
    assert next(e for e in events if e.headline.startswith("The two met")).factuality.source == "Ida Moe"


def test_what_is_announced_as_so_many_is_told_itself() -> None:
    (event,) = told("This year, two calls between Anna Berg and Otto Lind have been announced.")
    assert event.headline == "Two calls between Anna Berg and Otto Lind"
    assert event.time is not None
    assert event.time.edtf == "[2025-01-01..2025-03-14]"


def test_what_two_voices_place_at_two_times_are_two() -> None:
    text = (
        "Papers suggest that the envoys met before the mayor was elected in December. "
        "Other letters revealed that the envoys met on 3 November, which the palace denied."
    )
    assert words(text).count("met") == 2


def test_what_may_take_place_is_told_as_that() -> None:
    (event,) = told("The spokesman indicated that another meeting might be held if the raids go on.")
    assert event.factuality.status == "hypothetical"
    assert event.headline.startswith("Another meeting might be held")


def test_what_is_disputed_belongs_to_the_news() -> None:
    text = "The line opened on Tuesday. Ward said the mayor took a bribe in 2019, which the mayor denied."
    taken = next(e for e in told(text) if text[e.trigger.start : e.trigger.end] == "took")
    assert taken.role == "main"
    assert "denied" not in words(text)


def test_what_there_was_at_a_time_is_an_event() -> None:
    (event,) = told("There was a retrospective in Oslo in 1998.")
    assert event.headline.startswith("A retrospective in Oslo")


def test_two_people_who_did_the_like_did_not_do_the_same() -> None:
    assert words("Anna Berg accused the mayor on Tuesday. Otto Lind has accused the police.").count("accused") == 2


def test_what_is_announced_without_a_time_of_its_own_is_one_line() -> None:
    assert words("Orrin announced on Tuesday that it will close two plants.") == ["announced"]


def test_what_was_announced_to_have_happened_is_told_itself() -> None:
    assert words("Orrin announced on Tuesday that it had lost $6 billion in 2024.") == ["lost"]


def test_nobody_in_particular_is_no_subject() -> None:
    assert not [e for e in told("The one who has backed the threat of force went home.") if "The one has" in e.headline]


def test_who_speaks_of_himself_is_not_quoted_as_the_article() -> None:
    assert "challenged" not in words('"We\'ve already challenged the law," Anna Berg said.')


def test_what_was_agreed_for_a_day_is_told_on_that_day() -> None:
    (event,) = told("The two ministers have agreed to meet in Geneva in May.")
    assert event.headline == "The two ministers have agreed to meet in Geneva"
    assert event.time is not None
    assert event.time.edtf == "2025-05"


def test_a_study_is_not_its_own_source() -> None:
    events = told("Worms were revived in Bergen, according to a study published on Thursday.")
    published = next(e for e in events if e.headline.startswith("A study was published"))
    assert published.factuality.source is None


def test_not_everyone_is_nobody_who_did() -> None:
    assert not [e for e in told("Not everyone agreed on Monday.") if e.factuality.polarity == "positive"]


def test_a_place_in_a_phrase_is_not_told_for_itself() -> None:
    text = "The rider was banned on Thursday and stripped of his victory in the 2023 Tour of Holt."
    assert "Tour" not in words(text)


def test_what_follows_in_the_same_breath_is_of_the_same_year() -> None:
    event = next(e for e in told("An agreement was close in 2021 but collapsed.") if "collapsed" in e.headline)
    assert event.time is not None
    assert event.time.edtf == "2021"


def test_a_day_that_something_hangs_on_is_told() -> None:
    (event,) = told("The mayor said the search would end on Sunday unless there was reason to go on.")
    assert event.factuality.status == "hypothetical"
    assert event.time is not None
    assert event.time.edtf == "2025-03-16"


def test_a_loss_that_explains_somebody_lies_before_what_is_told_of_him() -> None:
    text = "Ships foundered there in 1680. In 1683 Thomas Orme, who had lost two sons there, was granted a patent."
    lost = next(e for e in told(text) if "lost two sons" in e.headline)
    assert lost.time is not None
    assert lost.time.edtf == "[..1683-12-31]"


def test_what_an_aim_or_an_option_is_is_no_event() -> None:
    assert words("The goal is to cut costs. A second option would be to sell the mill. The mill closed in 2024.") == [
        "closed"
    ]


def test_the_suspect_is_the_man_told_of_before() -> None:
    text = (
        "A man of 34 has been arrested after a guard was stabbed on Monday night. Officers searched the hall. "
        "The mayor thanked them. Inspector Lowe said the suspect was detained on Tuesday afternoon."
    )
    assert [word for word in words(text) if word in ("arrested", "detained")] == ["detained"]


def test_a_profile_that_speaks_of_today_is_news() -> None:
    text = (
        "When Nadia Ferrante joined the works in 1994, she was alone there. She led it from 2009 to 2016. She married "
        "in 1991. The well failed in 2020. Last week she was in Rome. Her contract ends in December. On Monday she is "
        "to open a plant. Asked whether she would stand next year, she laughed."
    )
    ends = next(e for e in told(text) if "contract ends" in e.headline)
    assert ends.factuality.status == "scheduled"
    assert ends.time is not None
    assert ends.time.edtf == "2025-12"


def test_what_was_due_of_a_thing_that_came_otherwise_is_not_told() -> None:
    assert words("A ship due to dock on Sunday has been diverted.") == ["diverted"]


def test_what_somebody_was_ordered_to_do_on_a_day_is_told_on_that_day() -> None:
    (event,) = told("Brent Sorrell was ordered to appear on 4 June.")
    assert event.time is not None
    assert event.time.edtf == "2025-06-04"


def test_how_many_times_it_was_this_year_dates_nothing() -> None:
    event = next(
        e
        for e in told("Ash fell on Tuesday after Mount Kesara erupted for the third time this year.")
        if "erupted" in e.headline
    )
    assert event.time is not None
    assert event.time.bounds.start is None


def test_what_is_expected_to_happen_by_a_quarter_is_told() -> None:
    assert "close" in words("The firms expect the deal to close in the fourth quarter.")


def test_any_such_report_is_the_one_told_of() -> None:
    text = (
        "A former engineer, Tom Aldiss, told the paper that he reported a crack in March last year. "
        "The board denies that it received any such report."
    )
    reported = next(e for e in told(text) if "reported a crack" in e.headline)
    assert reported.factuality.status == "denied"
    assert (reported.factuality.source, reported.factuality.disputed_by) == ("Tom Aldiss", ("the board",))


def test_two_weeks_later_counts_from_what_the_sentence_told_before() -> None:
    text = (
        "The ferry was stopped on Tuesday. The hull had been inspected in early January, and the board passed it "
        "two weeks later."
    )
    declared = next(e for e in told(text) if "passed" in e.headline)
    assert declared.factuality.status == "occurred"
    assert declared.time is not None
    assert declared.time.bounds.end is not None
    assert declared.time.bounds.end.isoformat().startswith("2025-01")


def test_a_plan_of_before_is_no_plan_now() -> None:
    assert "replace" not in words("The bridge fell on Friday. The county had planned to replace it next year.")
    assert "replace" in words("The bridge fell on Friday. The county plans to replace it next year.")


def test_what_was_going_on_is_the_scene_of_what_happened() -> None:
    text = "Dan Orme was working below the crane when it buckled on 6 June 2018. The firm closed in 2019."
    assert words(text) == ["buckled", "closed"]


def test_what_had_lasted_is_over() -> None:
    held = told("The truce had held since October. Fighting began again on Monday.")
    assert [e.factuality.status for e in held] == ["occurred", "occurred"]
    lasting = told("The truce has held since October.")
    assert [e.factuality.status for e in lasting] == ["ongoing"]


def test_what_somebody_said_had_been_done_is_told_beside_what_has_a_day() -> None:
    text = (
        "Rebels said on Wednesday that they had shelled the port. A ship was hit on 3 March. The raids began on "
        "2 February."
    )
    shelled = next(e for e in told(text) if "had shelled the port" in e.headline)
    assert (shelled.factuality.source, shelled.factuality.status) == ("rebels", "occurred")
    assert not [e for e in told(text.replace("had shelled", "had not shelled")) if "shelled" in e.headline]
    assert not [e for e in told(text.replace("had shelled the port", "were tired")) if "tired" in e.headline]


def test_a_joke_is_no_news() -> None:
    text = "The mayor joked last January that the pier would outlive her. The pier was closed on Monday."
    assert words(text) == ["closed"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # the thing that came down is the hillside that gave way
        ("A hillside gave way above the town of Orm. The slide came down at 5 a.m. on Wednesday.", 1),
        # the coach that is known by now
        ("A coach crashed near Orm on Tuesday. The coach left the road at 6 p.m. on Tuesday.", 1),
        # the boy who was pulled out
        ("Crews pulled a boy alive from the mud on Tuesday. The boy was found under a table.", 1),
        ("Crews pulled a boy alive from the mud on Tuesday. A girl was found under a table.", 2),
        # the verdict
        ("Ann Orme has been found guilty of fraud. The jury delivered its verdict on Thursday.", 1),
        # another one
        ("A coach crashed near Orm on Tuesday. A second coach left the road at 6 p.m. on Tuesday.", 2),
        # another day
        ("A coach crashed near Orm on Tuesday. In 2019 a lorry left the road there.", 2),
        # as many, by number and by name
        ("Two boys were killed in Orm. Tom Velde, 15, and Jan Orme, 16, died at the scene on Tuesday.", 1),
        # one time within another, whoever says so
        ("A quake struck Orm on Monday night, officials said. The quake hit at 11:52 p.m., the survey said.", 1),
        # other numbers, other people
        ("Two people were killed in Orm on Tuesday. Three people died in Kell on Tuesday.", 2),
        ("Ann Orme was killed on Tuesday. Tom Velde died in hospital on Thursday.", 2),
    ],
)
def test_what_is_told_again_in_other_words_is_one_line(text: str, lines: int) -> None:
    assert len(told(text)) == lines


def test_the_article_tells_it_better_than_somebody_whom_it_quotes() -> None:
    text = '"They dissolved parliament in May 2024," said Ann Orme. Ministers dissolved parliament in May 2024.'
    (event,) = told(text)
    assert event.trigger.start > text.index("Ministers")


@pytest.mark.parametrize("when", ["In his 2019 book", "In 2019"])
def test_what_somebody_reported_is_told_with_its_source_and_not_twice(when: str) -> None:
    (event,) = told(f"{when}, Tom Velde reported that the minister had met the spy seven times in 2015.")
    assert event.time is not None
    assert (event.time.edtf, event.factuality.source) == ("2015", "Tom Velde")


def test_a_denial_of_no_day_is_told_with_what_it_denies() -> None:
    (event,) = told("Police say that Tom Velde shot the guard on 2 March. Mr Velde denies it.")
    assert (event.factuality.status, event.factuality.disputed_by) == ("denied", ("Mr Velde",))
    assert words("Tom Velde was charged on Tuesday. On Wednesday he denied the charge.") == ["charged", "denied"]


def test_who_is_called_to_testify_calls_nothing_off() -> None:
    text = "Tom Velde, who sold his shares in December, has been called to testify on 4 April."
    assert [e.headline for e in told(text)] == ["Tom Velde sold his shares", "Tom Velde has been called to testify"]
    assert words("The union, which had struck in May, called off a march that was due on 4 April.") == ["struck"]


def test_what_is_promised_for_a_month_is_awaited() -> None:
    (event,) = told("A repair was to have come in the first quarter; it is now promised for July.")
    assert event.time is not None
    assert (event.time.edtf, event.factuality.status) == ("2025-07", "scheduled")


def test_what_somebody_returns_for_is_told() -> None:
    (event,) = told("The judge told Tom Velde to expect a term when he returns to be sentenced on 4 April.")
    assert event.time is not None
    assert (event.time.edtf, event.factuality.status) == ("2025-04-04", "scheduled")


def test_a_visit_that_was_cancelled_is_not_told_by_its_booking() -> None:
    text = "The office was blamed on Monday for cancelling a visit to the site that had been booked for 1 June 2018."
    assert words(text) == ["blamed"]


def test_what_somebody_is_quoted_to_have_called_it_is_no_event() -> None:
    text = 'A colleague wrote that she had "mistaken a slump for a summer". Her paper was published in 1981.'
    assert words(text) == ["published"]
    assert words('Profits were "squeezed" in 2023.') == ["squeezed"]


def test_whom_a_quotation_only_calls_they_is_not_told() -> None:
    assert words('"On Wednesday they will get one," said Tom Velde. The bank was sold on Monday.') == ["sold"]


def test_what_is_so_long_has_not_gone_on_for_so_long() -> None:
    text = "Tom Velde pleaded guilty in 2022. He is serving ten years."
    timeline = build_timeline(Article(text, published_at=PUBLISHED), "full")
    (serving,) = [e for e in timeline.events if "serving" in e.headline]
    assert serving.time is not None
    assert serving.time.bounds.start is None


def test_what_had_lasted_until_something_ended_it() -> None:
    held = next(
        e for e in told("A subsidy that had kept prices low since 2013 ended on 6 March.") if "kept" in e.headline
    )
    assert held.time is not None
    assert held.time.edtf == "2013-01-01/2025-03-06"


def test_what_a_court_heard_nobody_is_said_to_have_told() -> None:
    (met,) = told("The court heard that Tom Velde met the spy in 2011.")
    assert met.factuality.source is None


def test_the_second_of_two_things_that_somebody_did_is_told() -> None:
    assert words("The president flew to Orm on Tuesday and declared a state of emergency.") == ["flew", "declared"]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The farmer was questioned on Tuesday.", ["questioned"]),
        ("Norland has asked the union for help with the fire.", ["asked"]),
        ("Reporters asked the minister for comment on Tuesday.", []),
        ("The minister visited a hall in Orm where hundreds were sleeping.", ["visited"]),
    ],
)
def test_what_is_asked_of_somebody_may_be_an_act(text: str, told_of: list[str]) -> None:
    assert words(text) == told_of


def test_what_somebody_was_forced_to_do_came_about() -> None:
    (event,) = told("A knee injury forced Tom Velde to retire in 1975.")
    assert event.time is not None
    assert (event.time.edtf, event.factuality.status) == ("1975", "occurred")
    denied = told("The board did not force Tom Velde to retire in 1975.")
    assert all(e.factuality.polarity == "negative" for e in denied)


def test_what_a_paper_said_and_somebody_denied_is_told_as_disputed_or_not_at_all() -> None:
    text = (
        "A newspaper said on Wednesday that a battery had caught fire. {} The launch was put off on 3 March. "
        "The crew arrived."
    )
    assert [e for e in told(text.format("The agency thanked it.")) if "caught fire" in e.headline]
    for denial in ("The agency denied it.", "The agency denied it, and the minister called the story fiction."):
        burnt = [e for e in told(text.format(denial)) if e.headline.startswith("A battery")]
        assert all(e.factuality.disputed_by for e in burnt)


@pytest.mark.parametrize(
    ("text", "trigger", "is_told"),
    [
        ("A first novel, Low Water, appeared in October 2013.", "appeared", True),
        ("She appeared to hesitate on Monday.", "appeared", False),
        ("Drilling would begin in May and take a year.", "begin", True),
        ("Were it to fail, the government would have to resign.", "have", False),
        ("Both sides accepted a truce on Monday.", "accepted", True),
        ("Tom Velde stood down in May 2024.", "stood", True),
        ("She had written to the minister in May 2024.", "written", True),
        ("The case had been scheduled for 3 May but was put back.", "scheduled", False),
        ("She died, aged 81, in May 2024.", "aged", False),
        ("It was the wettest month since records began in 1962.", "began", False),
        ("Tarsia first asked for the statue back in 1998.", "asked", True),
        ("The source turned out to be a sewer in 2020.", "turned", False),
        ("She recalled the day in 2017 when it burnt.", "recalled", False),
        ("Trouble came in 1738, when the price of bread doubled.", "came", False),
        ("She came to attention in 2019, when she refused an order.", "refused", True),
        ("The envoy came to Orm in 2019, when a war broke out.", "came", True),
        ("The first concert was cancelled in May 2024. She had travelled by ship to Orm.", "travelled", False),
    ],
)
def test_what_has_a_day_of_its_own_is_told(text: str, trigger: str, is_told: bool) -> None:
    assert (trigger in words(text)) is is_told


def test_what_a_participle_dates_is_told_before_what_was_before() -> None:
    lines = " ".join(f"The council met on {day} March to hear a report on the pier." for day in range(1, 13))
    told_of = words(f"Built in 1788, the pier is old. It had been sold. {lines}")
    assert "Built" in told_of
    assert "sold" not in told_of


def test_what_happened_is_told_once_with_the_time_that_is_told_last() -> None:
    text = (
        "A train ran through a red signal at Orm last November, killing three people. "
        "It happened at 06:52 on Tuesday 12 November. The line was shut in December."
    )
    crash = told(text)[0]
    assert crash.headline == "A train ran through a red signal at Orm, killing three people"
    assert crash.time is not None
    assert crash.time.edtf.startswith("[2024-11-12T06:52")
    assert [e.headline for e in told(text)[1:]] == ["The line was shut in December"]
    assert len(told("A train hit a bus in May 2023. The accident happened on 3 June 2024.")) == 2


def test_what_a_report_found_is_told_on_the_day_that_it_came_out() -> None:
    (event,) = told("A report published in May 2024 blamed poor drains.")
    assert event.headline == "A report blamed poor drains"
    assert event.time is not None
    assert event.time.edtf == "2024-05"


def test_of_two_tellings_the_one_that_knows_the_day_dates_it() -> None:
    text = "Leonard Askew was found beaten in his workshop last winter. A clerk found Askew in it on 14 January."
    (event,) = told(text)
    assert event.time is not None
    assert event.time.edtf == "2025-01-14"


def test_what_somebody_became_when_it_happened_is_one_line() -> None:
    (event,) = told("Elena Marsh became the youngest woman to climb Everest when she reached the summit in 2012.")
    assert event.headline == "Elena Marsh became the youngest woman to climb Everest"
    assert event.time is not None
    assert event.time.edtf == "2012"


def test_an_answer_on_no_day_gives_way_to_what_was_done() -> None:
    lines = " ".join(
        f"The council of the old town met on {day} March to hear a long report on the state of the pier."
        for day in range(1, 5)
    )
    last = "Ann Orme denied the claim. The mayor called for calm. A diver found a crack in the pier."
    assert [word for word in words(f"{lines} {last}") if word != "met"] == ["found"]
    assert "refused" not in words(f"{lines} She refused.")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The case began in July 2020, when the state sued the firm in Orm.", "The state sued the firm in Orm"),
        ("A border treaty signed in 1998 gave the valley to Orm.", "A border treaty gave the valley to Orm"),
        (
            "Valves on its trains have been replaced, a task completed in June 2024.",
            "Valves on its trains have been replaced",
        ),
        (
            "A jet skidded off late on 4 March. The Boeing veered to the left at 11.52 p.m. on 4 March.",
            "A jet skidded off late on 4 March",
        ),
        ("Okafor broke her pelvis in May 2024 when she was hit by a car.", "Okafor broke her pelvis in May 2024"),
    ],
)
def test_what_it_began_with_or_came_of_is_one_line(text: str, headline: str) -> None:
    (event,) = told(text)
    assert event.headline == headline
    assert event.time is not None
    assert event.time.bounds.start is not None


def test_who_is_believed_to_have_done_it_did_it_probably() -> None:
    text = "The clerk is understood to have received two loans from the bank. He is thought to have left in May 2024."
    left, received = told(text)
    assert received.headline == "The clerk is understood to have received two loans from the bank"
    assert (received.factuality.status, received.factuality.certainty) == ("occurred", "probable")
    assert left.time is not None
    assert left.time.edtf == "2024-05"
    assert words("The mayor was reported to have been killed in May 2024. She fled in June 2024.") == ["fled"]
    assert "lied" in words("The clerk was found to have lied in May 2024.")
    assert words("The clerk asked to have two loans written off. He was sued in May 2024.") == ["sued"]


def test_who_is_named_to_an_office_and_what_is_named_after_her() -> None:
    text = "Ann Orme was named chief executive in 2015. The town named its court after her in 2021."
    assert words(text) == ["named", "named"]
    assert words("A man named Orme left the town in 2015.") == ["left"]


def test_what_a_court_told_somebody_is_news() -> None:
    text = "Marsh was convicted in May 2024. He was told on Thursday he would serve at least 22 years."
    assert words(text) == ["convicted", "told"]
    text = "Marsh was tried in May 2024. On Thursday the judge told the jury to find him not guilty."
    assert words(text) == ["tried", "told"]
    assert words("Marsh was told on Thursday he would like the town. He left in May 2024.") == ["left"]


def test_what_an_agreement_provides_for_is_told() -> None:
    text = "The two firms signed on Monday. Under the deal, which is secret, Orme would take over on 1 July."
    assert words(text) == ["signed", "take"]
    assert words("Members vote on Monday. If they agree, walkouts would begin on 31 March.") == ["vote", "begin"]
    assert "arson" not in words("Police opened an inquiry into possible arson on Monday.")


def test_a_day_is_not_carried_to_what_has_one_of_its_own() -> None:
    def burned(rest: str) -> str | None:
        (event,) = [e for e in told(f"A driver saw her on 3 March 2024. Rell burned {rest}") if "burned" in e.headline]
        return event.time.edtf if event.time is not None else None

    assert burned("her book.") == "2024-03-03~"
    assert burned("her book, printed in 1990.") == "[..2025-03-14]"


def test_what_still_is_so_today_is_no_event() -> None:
    assert words("She designed a mill that opened in 1959 and still runs today.") == ["opened"]


def test_a_day_is_not_narrowed_to_the_hour_of_what_came_of_it() -> None:
    text = "A fire tore through a forest on Monday, killing two people. Two guards died shortly before dawn on Monday."
    assert next(e for e in told(text) if "tore" in e.headline).time.edtf == "2025-03-10"  # type: ignore[union-attr]


def test_what_is_only_said_to_be_known_of_is_not_told_as_something_done() -> None:
    text = "The two met in Varn on 3 May 2024. The meeting, which both sides have confirmed this year, was short."
    assert words(text) == ["met"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She was named chief executive in May 2019.", "named"),
        ("The club named Tom Orme captain in May 2019.", "named"),
        ("The mayor had surgery on Thursday.", "had"),
        ("Police used tear gas on Thursday.", "used"),
        ("Ferries will use the western quay from Monday.", "use"),
        ("Orme will be named captain on Monday.", "named"),
        ("The crash cost the mayor his job in 2016.", "cost"),
        # what has to be done by a day, though what orders it has none
        ("The order requires the bank to raise $900 million by the end of June.", "raise"),
        ("Pilots voted to strike from 20 May.", "strike"),
        # what somebody announced on a day
        ("The minister announced on Thursday that two officers had been suspended.", "suspended"),
        ("Giving evidence to a committee of MPs on Wednesday, the mayor said that she was sorry.", "Giving"),
        ("The regatta, put off by fog, should at last be rowed on Saturday.", "rowed"),
        ("The first concert was in a hall in Holt on 14 August 2021.", "concert"),
        ("Pruett had his licence reinstated in August.", "reinstated"),
        ("On Saturday he will sit down at the same piano.", "sit"),
        ("A smaller swarm in the spring of 1973 ended after nine days.", "ended"),
        ("The inquiry, which sat in Orm in February, blamed a wave.", "sat"),
        ("The mayor declared three days of mourning, starting on Wednesday.", "starting"),
        # a participle with a day of its own
        ("The charges, brought in October 2023, centred on three letters.", "brought"),
        ('"Slow Train", released in August 1961, sold a million copies.', "released"),
        ("The disease was declared eradicated in Europe in 2003.", "eradicated"),
        ("A council of twelve, elected on 1 February, fixed the price of bread.", "elected"),
        # what somebody said on a day before, in a sentence of its own
        ("The bishop wrote on 3 March that he would stay. The dean left on Thursday.", "wrote"),
        # what somebody said on a day before, with what was said
        ("The mayor stated in January that the town was ready. He left on Thursday.", "stated"),
        ("The minister said on Wednesday that the bridge would be rebuilt in stone. She left on Thursday.", "said"),
        # what somebody said on a day to have done
        (
            "The firm said on Monday it had agreed to buy a rival. Its board rejected a first bid in June 2023.",
            "agreed",
        ),
        (
            "The town lies on a wide grey river below the hills. Rain fell on Tuesday. Snow fell on Friday. Its old "
            "streets are narrow and steep, and few cars can pass. Prosecutors said on Saturday that they had opened an "
            "inquiry into the sale of the town hall to a firm.",
            "opened",
        ),
        ("In August last year a tram derailed after hitting a car.", "derailed"),
        # where nobody was hurt, what came about is the news
        ("Nobody was hurt when the roof of the hall came down on Thursday.", "came"),
    ],
)
def test_what_is_done_is_told_whatever_its_verb(text: str, word: str) -> None:
    assert word in words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The king and the queen are to divorce after 20 years, the palace announced on Friday.",
            "The palace announced that the king and the queen are to divorce after 20 years",
        ),
        (
            "An outbreak of cholera in Holt is over, the ministry declared on Thursday.",
            "The ministry declared that an outbreak of cholera in Holt is over",
        ),
        # what has a day of its own is told by itself
        ("The firm will open two mills in May, the board announced on Tuesday.", "The firm will open two mills"),
        ("Two miners have died in Holt, the ministry announced on Thursday.", "Two miners have died in Holt"),
    ],
)
def test_what_is_made_known_on_a_day_is_told_with_its_making_known(text: str, expected: str) -> None:
    assert [event.headline for event in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The building cost $3 million. It was sold on Thursday.", "cost"),
        ("The firm had offices in Holt. It was sold on Thursday.", "had"),
        ("Trains were late all week, starting on Monday. It was hot.", "starting"),
        ("In 2013 the rocks turned out to be younger than had been thought. They were sold on Thursday.", "thought"),
        ("The minister said on Thursday that the matter was closed. She left on Thursday.", "said"),
    ],
)
def test_what_only_is_so_is_not_told(text: str, word: str) -> None:
    assert word not in words(text)


def test_no_order_is_told_that_the_times_belie() -> None:
    events = told("Orm first asked for it in 1936, and again after its independence in 1963.")
    assert [event.relations for event in events] == [(), ()]
    related = told("Orm asked for it in 1966, three years after its independence in 1963.")
    assert any(relation.type == "after" for event in related for relation in event.relations)
