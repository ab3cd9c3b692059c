"""When things were that another event governs: means, purposes, distances, states. Published Sunday 23 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.timeline.build import build_timeline
from tests.events.test_dating import mention, read, when


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("On Friday the firm answered its critics by closing the plant.", "closing", "2025-03-21"),
        ("On Friday the firm was accused of closing the plant.", "closing", "[..2025-03-21]"),
        ("In a speech delivered at the mill, Ana Ruiz said on Friday that she would stay.", "delivered", "2025-03-21"),
        ("In a speech written at the mill, Ana Ruiz said on Friday that she would stay.", "written", "[..2025-03-23]"),
        ("OSLO (NTB) _ Turning down an appeal, the court said Friday it was over.", "Turning", "2025-03-21"),
    ],
)
def test_what_is_done_by_doing_is_of_the_same_day(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The guard died within two weeks of the raid on 3 May 2024.", "died", "[2024-05-03..2024-05-17]"),
        ("The guard died within two weeks of the raid on 3 May 2024.", "raid", "2024-05-03"),
        ("The guard died within months of the raid on 3 May 2024.", "died", "[2024-05-03..2025-03-23]"),
        ("Within days of the vote on 3 May 2024 the minister left.", "left", "[2024-05-03..2025-03-23]"),
        ("Help arrived within hours of the quake on Friday.", "arrived", "[2025-03-21..2025-03-22]"),
        ("The guard died within the walls of the fort on 3 May 2024.", "died", "2024-05-03"),
    ],
)
def test_within_a_distance_of_an_event_is_from_then_on_and_no_later(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The road has been closed to lorries since a first flood on 12 March.", "closed", "2025-03-12/2025-03-23"),
        ("She has lived abroad since the coup of 1973.", "lived", "1973-01-01/2025-03-23"),
        ("The club has won twice since the merger in 2020.", "won", "[2020-01-01..2025-03-23]"),
        ("She has taught at Lund since 2012 and in 2018 published a memoir.", "taught", "2012-01-01/2025-03-23"),
        ("She has taught at Lund since 2012 and in 2018 published a memoir.", "published", "2018"),
    ],
)
def test_what_has_lasted_since_an_event_goes_on(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_what_is_extended_from_a_day_begins_then() -> None:
    text = "The county said on Saturday that the ban would be extended from Tuesday."
    assert when(text, "extended") == "[2025-03-25..]"
    assert "2025-03-24" not in when("The ban was extended from Monday to Friday.", "extended")
    timeline = build_timeline(Article(text, published_at=date(2025, 3, 23)))
    assert [e.time.edtf for e in timeline.events if e.time and "extended" in e.headline] == ["[2025-03-25..]"]


@pytest.mark.parametrize(
    ("text", "word", "outlook"),
    [
        ("Officials continue to watch and wait.", "wait", "ongoing"),
        ("Officials plan to watch and wait.", "wait", "future"),
        ("The index dropped 9% to reach a new low.", "reach", "past"),
        ("The firm dropped the suit to save money.", "save", "future"),
        ("Kell is said to be hiding in the hills.", "hiding", "ongoing"),
        ("Kell was said to be hiding in the hills.", "hiding", "past"),
        ("Kell is said to be a thief and plans to leave.", "leave", "future"),
    ],
)
def test_an_infinitive_lies_where_its_governor_puts_it(text: str, word: str, outlook: str) -> None:
    assert mention(read(text), word).outlook == outlook


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("A guard fell when two robbers emptied their guns.", "emptied", "PAST"),
        ("Outside analysts think the bank is safe.", "think", "PRESENT"),
        ("She let analysts think the bank was safe.", "think", "INFINITIVE"),
        ("He's expected to leave.", "expected", "PRESENT"),
        ("The minister is considering a ban.", "considering", "PRESENT"),
    ],
)
def test_verbs_are_told_from_participles_and_bases(text: str, word: str, tense: str) -> None:
    found = mention(read(text), word).trigger
    assert found.tense == tense
    assert found.aspect != "PERFECTIVE"


def test_considering_without_an_auxiliary_is_no_event() -> None:
    reading = read("Considering the rain, the turnout was good.")
    assert not [m for m in reading.mentions if m.trigger.lemma == "consider"]


def test_a_day_that_is_gone_dates_no_progressive() -> None:
    text = "The council is considering a request last week from the mill."
    assert when(text, "considering") == "../2025-03-23"
    assert when(text, "request") == "[2025-03-10..2025-03-16]"


def test_an_adverb_within_a_phrase_places_no_clause() -> None:
    text = "The firm spoke on Friday. For buyers still unhappy with it, Ruiz said that a refund was possible."
    assert when(text, "said") == "2025-03-21"
    assert when("The firm spoke on Friday. Buyers still complained.", "complained") != "2025-03-21"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A friend said on Friday that she regretted calling him a liar.", "calling", "[..2025-03-21]"),
        ("A friend said on Friday that she kept calling him a liar.", "calling", "[..2025-03-21]"),
        ("The firm spoke on Friday. At the time it was sold, it had two plants.", "sold", "[..2025-03-23]"),
        ("Shares had fallen 3% by 17:30 on Friday.", "fallen", "[..2025-03-21T17:30:59]"),
        ("Shares fell 3% by 17:30 on Friday.", "fell", "[2025-03-21..2025-03-21T17:30:59]"),
        ("The murder was a shock.", "murder", "[..2025-03-23]"),
        ("The vote is a test.", "vote", ""),
        ("There was no decision on it.", "decision", "[..2025-03-23]"),
    ],
)
def test_a_time_is_no_tighter_than_what_is_told_of_it(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Shares fell 4% on Friday. The reason for the drop is unknown.", "drop", "2025-03-21"),
        ("Shares rose 4% on Friday. The reason for the drop is unknown.", "drop", "[..2025-03-23]"),
        ("Shares fell 4% on Friday. The reason for the price drop is unknown.", "drop", "[..2025-03-23]"),
        ("The council closed the bath on Friday. The move angered swimmers.", "move", "2025-03-21"),
        ("The council closed the bath on Friday. Other moves angered swimmers.", "moves", "[..2025-03-23]"),
        ("The council will close the bath on Friday. The move upset swimmers.", "move", "[..2025-03-23]"),
    ],
)
def test_a_bare_noun_points_at_what_was_told_before(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("On Friday the index finished on 817, a drop of 3%.", "drop", "2025-03-21"),
        ("On Friday Rand shares closed with a loss of 2%.", "loss", "2025-03-21"),
        ("On Friday the firm sued over a loss of 2%.", "loss", "[..2025-03-23]"),
        ("Shares rose on Friday, leaving the index near a record high set on 6 January 2024.", "leaving", "2025-03-21"),
        ("Shares rose on Friday, leaving the index near a record high set on 6 January 2024.", "set", "2024-01-06"),
        ("Stock indexes posted gains on Friday.", "posted", "2025-03-21"),
        ("Ford has posted its first profit for four years.", "posted", "2025-03-23~"),
    ],
)
def test_figures_are_of_the_day_that_moved_them(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The court will decide when it meets on 3 April.", "decide", "2025-04-03"),
        ("The hall will be open when guests come on 3 April.", "open", "[2025-03-23..]"),
        ("The court will decide before it meets on 3 April.", "decide", "[2025-03-23..2025-04-03]"),
    ],
)
def test_what_is_to_come_when_something_comes_is_of_its_day(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_a_length_of_time_is_no_day_that_the_story_goes_on_from() -> None:
    text = "On Friday shares rose. They fell 9% in the past nine days. Banks led the way."
    assert when(text, "led") == "2025-03-21"
    assert "2024-03" not in when("The firm sued on Friday. It lost in March and June 2024. It left.", "left")


def test_a_perfect_beside_the_news_is_news() -> None:
    text = "Air Orda has ordered ten jets, while Varn Air has signed a deal for five."
    assert when(text, "signed") == "2025-03-23~"
    assert when("While Varn Air has signed a deal, Air Orda has ordered ten jets.", "signed") == "[..2025-03-23]"


def test_sales_are_figures_and_a_sale_is_an_event() -> None:
    reading = read("The sale of the mill was approved. Sales fell.")
    assert [reading.tokens.words[m.trigger.token] for m in reading.mentions if m.trigger.pos == "noun"] == ["sale"]


@pytest.mark.parametrize(
    ("text", "word", "outlook"),
    [
        ("The launch of the probe has been delayed.", "launch", "future"),
        ("The launch of the probe has been filmed.", "launch", "past"),
        ("The firm said it would leave when the work was finished.", "finished", "future"),
        ("The firm said it left when the work was finished.", "finished", "past"),
        ("He would leave when the bell rang.", "rang", "past"),
        ("Police will investigate the crash.", "crash", "past"),
        ("Police will stage a crash.", "crash", "future"),
    ],
)
def test_what_is_to_come_is_told_from_what_is_known(text: str, word: str, outlook: str) -> None:
    assert mention(read(text), word).outlook == outlook


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The index has today gone up by 3%.", "gone", "2025-03-23"),
        ("For the last quarter of 2024, Varn says it lost $8m.", "lost", "[2024-10-01..2024-12-31]"),
        ("For the last quarter of 2024, Varn says it lost $8m.", "says", "2025-03-23"),
        ("In the last quarter of 2024, Varn said it had lost $8m.", "said", "[2024-10-01..2024-12-31]"),
        ('Chief executive Ada Lind commented "This is a win." The firm won on Friday.', "commented", "2025-03-21"),
    ],
)
def test_a_date_goes_to_the_verb_that_it_is_said_of(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "outlook"),
    [
        ("Ministers spoke of the risk of a strike.", "strike", "future"),
        ("Ministers spoke of the costs of a strike.", "strike", "past"),
        ("A war would close the port.", "war", "future"),
        ("The war will close the port.", "war", "ongoing"),
        ("A two-year war will close the port.", "war", "ongoing"),
    ],
)
def test_what_may_come_is_not_going_on(text: str, word: str, outlook: str) -> None:
    assert mention(read(text), word).outlook == outlook


def test_a_war_is_longer_than_what_happened_during_it() -> None:
    text = "Rebels took the port on Friday during the war."
    assert when(text, "took") == "2025-03-21"
    assert when(text, "war") != "2025-03-21"
    assert when("Rebels took two men on Friday during the raid.", "raid") == "2025-03-21"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A woman who was waiting for a bus was hit on Friday.", "waiting", "2025-03-21"),
        ("A woman who had waited for a bus was hit on Friday.", "waited", "[..2025-03-21]"),
        ('"It fell," said a woman on Friday who was waiting for a bus.', "waiting", "[..2025-03-23]"),
        ("The mayor wrapped up a long meeting on Friday.", "meeting", "2025-03-21"),
        ("The mayor missed a long meeting on Friday.", "meeting", "[..2025-03-23]"),
        ("In a sharp attack read on television on Friday, Kell called him a liar.", "attack", "2025-03-21"),
        ("Kell said on Friday that he now believed it.", "believed", "2025-03-21"),
        ("A guard fell on Friday when two would-be thieves raided the shop.", "raided", "2025-03-21"),
        ('The bath was shut on Friday. Replied the mayor: "It had to be."', "Replied", "2025-03-21"),
    ],
)
def test_what_goes_on_as_something_happens_is_of_its_day(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Last week Varn Oil reported higher costs.", "reported", "[2025-03-10..2025-03-16]"),
        ("Last week's Varn Oil report fell flat.", "fell", "2025-03-23~"),
        ("The gauge, which lost 2.7%, or 31.2, on Friday, is at 1,119.", "lost", "2025-03-21"),
        (
            "Varn posted a loss of $8 million, or 9 cents a share, for the quarter ended 31 December.",
            "ended",
            "2024-12-31",
        ),
        ("Varn posted a loss of $8 million for the fourth quarter of 2024.", "loss", "[2024-10-01..2024-12-31]"),
        ("Varn posted a loss of $8 million for the fourth quarter of 2024.", "posted", "2025-03-23~"),
        ("Varn will start making chips on Friday.", "start", "2025-03-28"),
        ("The minister sought to calm them, saying on Friday that it was over.", "sought", "2025-03-21"),
        ("Men fought for the town, winning it on Friday.", "fought", "2025-03-23~"),
        ("The notes gained 75 cents each to end at $64 in trading yesterday.", "gained", "2025-03-22"),
        ("Varn will redeem 9 million preferred shares on 30 April.", "redeem", "2025-04-30"),
    ],
)
def test_amounts_stand_between_a_verb_and_its_date(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_a_figure_of_a_year_before_dates_nothing() -> None:
    text = "Profit rose to $48 million, or 71 cents a share, up from $39 million, or 58 cents a share, a year earlier."
    assert "2024" not in when(text, "rose")
    assert when("Profit rose a year earlier.", "rose").startswith("2024")


def test_the_end_of_a_period_is_no_day_of_the_story() -> None:
    text = "In the quarter ended 31 December, Varn lost money. It said that it would close a mill."
    assert "2024" not in when(text, "said")


def test_a_sentence_with_its_own_date_is_not_of_the_story_s_day() -> None:
    text = "Varn spoke on Friday. The recall came after a robot fell in late January; nobody was injured."
    assert when(text, "injured") != "2025-03-21"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The offer had been due to expire on Friday.", "expire", "2025-03-21"),
        ("The offer had been due to expire on Friday.", "due", "[..2025-03-23]"),
        ("The firm agreed in Oslo to meet on 3 March.", "agreed", "2025-03-03"),
        ("Varn planned to ship a car based on it early next year.", "ship", "[2026-01-01..2026-04-30]"),
        ("The warning follows two rulings by the court last June.", "rulings", "2024-06"),
        ("The warning follows two rulings by the court last June.", "follows", "../2025-03-23"),
        ("Last week a guard is killed when a bomb goes off.", "killed", "[2025-03-10..2025-03-16]"),
        ("The problems that hurt sales earlier this year are over.", "hurt", "[2025-01-01..2025-03-23]"),
        ("The team resumed work in Oslo on Friday.", "work", "2025-03-21"),
    ],
)
def test_a_date_is_of_what_can_bear_it(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "outlook"),
    [
        ("The council meets on 2 April.", "meets", "future"),
        ("The council meets every week.", "meets", "ongoing"),
        ("Chiefs are talking about buying it next year.", "buying", "future"),
    ],
)
def test_what_is_dated_ahead_is_to_come(text: str, word: str, outlook: str) -> None:
    assert mention(read(text), word).outlook == outlook


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He is wanted for the January 2024 bombing of a club that killed two and maimed one.", "killed", "2024-01"),
        ("He is wanted for the January 2024 bombing of a club that killed two and maimed one.", "maimed", "2024-01"),
        ("He is wanted for the January 2024 bombing of a club that sold wine.", "sold", "[..2025-03-23]"),
        ("Kell warned of it in a speech delivered on 5 March 1986.", "warned", "1986-03-05"),
        ("The hall was chosen to honor the creation of the league 50 years ago.", "creation", "1975"),
        ("The hall was chosen to honor the founding of the league 50 years ago.", "chosen", "2025-03-23~"),
        ("The town will mark the founding of the league on Friday.", "mark", "2025-03-28"),
        ("They won in 1997 and reached the final for the first time the following year.", "reached", "1998"),
        ("They reached the final for the third time this year.", "reached", "2025-03-23~"),
        ("He was held on Friday. His wife, who has since died, left him in 2019.", "died", "[..2025-03-23]"),
        ('He said: "Six years of my life have gone."', "gone", "[..2025-03-23]"),
        ("The deal follows a merger in February.", "merger", "2025-02"),
        ("He missed none, and last August, in a wheelchair, he laid a wreath.", "laid", "2024-08"),
        ("Tesaro said it would cut 20 jobs by May, blaming the state.", "blaming", "2025-03-23~"),
        ("From 1956 until his retirement in 1988 he taught music.", "taught", "1956-01-01/1988-12-31"),
        ("In an interview published in February she said that it was over.", "said", "2025-02"),
        (
            "A storm weakened on Friday after crossing Orm, where it killed two men, destroyed farms and cut roads.",
            "destroyed",
            "[..2025-03-23]",
        ),
        ("The report, the product of a nine-month inquiry, blames a bank.", "inquiry", "[..2025-03-23]"),
        ("The firm was granted an extension until June.", "granted", "2025-03-23~"),
        ("Schools will stay shut for a third week after talks failed on Friday.", "stay", "[2025-03-23..]"),
        ("Schools will stay shut for a week after talks end on Friday.", "stay", "2025-04-04"),
        ("A judge barred it in 2012, and in 2013, a week before it was to shut, the firm won.", "won", "2013"),
        (
            "She won on Friday night, hours after two men quit. They left shortly after noon.",
            "left",
            "[2025-03-21..2025-03-22]",
        ),
        ("The deal follows that of a rival in February.", "follows", "../2025-03-23"),
        ("A debate will follow the vote on Friday.", "vote", "2025-03-28"),
        ("Riots followed on Friday.", "followed", "2025-03-21"),
        ("Wages due at the end of February were paid late.", "paid", "2025-03-23~"),
        ("Rolle claimed to have seen the deed in 2017.", "seen", "2017"),
        ("Rolle claimed to have seen the deed in 2017.", "claimed", "2025-03-23~"),
        (
            "Nine people were killed and ten were missing after a hillside gave way on Friday.",
            "killed",
            "[2025-03-21..2025-03-23]",
        ),
        ("Shares fell and the chairman left after the bank failed on Friday.", "fell", "2025-03-23~"),
    ],
)
def test_what_a_dated_event_did_or_is_told_in_has_its_date(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected
