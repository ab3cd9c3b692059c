"""What is told in other words is one line; what is like it, and is another happening, has a line of its own."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.timeline.build import build_timeline

PUBLISHED = date(2025, 3, 14)


def triggers(text: str) -> list[str]:
    timeline = build_timeline(Article(text, published_at=PUBLISHED))
    return [text[event.trigger.start : event.trigger.end] for event in (*timeline.events, *timeline.undated)]


TOLD_AGAIN = [
    ("Dockers at Kelby walked out on Wednesday. The strike began at 6 a.m. on Wednesday.", {"walked", "began"}),
    (
        "A fire killed 11 people at a hotel in Adra on Tuesday. The blaze broke out in the kitchen on Tuesday.",
        {"killed", "broke"},
    ),
    (
        "Minister Petra Hoyle resigned on Wednesday over a loan. Ms Hoyle quit on Wednesday after a row.",
        {"resigned", "quit"},
    ),
    (
        "Police arrested two men on Tuesday over the theft. The men were detained on Tuesday at a farm.",
        {"arrested", "detained"},
    ),
    (
        "A jury found Lena Marsh guilty on Monday. The verdict was delivered at 3 p.m. on Monday.",
        {"found", "delivered"},
    ),
    (
        "Three nurses were kidnapped near Zerin in January. The nurses had been seized on 11 January by gunmen.",
        {"kidnapped", "seized"},
    ),
    (
        "An earthquake struck the Ulm valley on Saturday. The tremor shook houses in the capital on Saturday.",
        {"struck", "shook"},
    ),
    (
        "A tanker ran aground off Mell on Tuesday. The tanker grounded on a reef at 4 a.m. on Tuesday.",
        {"ran", "grounded"},
    ),
    (
        "Three nurses were released on Monday. The nurses, two Danes and a Kenyan, were freed at dawn on Monday.",
        {"released", "freed"},
    ),
    ("Four men escaped from a jail on Saturday. The men broke out at 11 p.m. on Saturday.", {"escaped", "broke"}),
    (
        "A gunman shot three people at a market on Monday. The gunman opened fire at 9 a.m. on Monday.",
        {"shot", "opened"},
    ),
    ("A tram derailed at Holm in January 2023 and four people were killed.", {"derailed", "killed"}),
    ("The outbreak began when a sewer burst beneath a clinic on 3 March.", {"began", "burst"}),
    ("Floods swept through Lund on Friday. The floods killed six people on Friday.", {"swept", "killed"}),
    (
        "King Olav opened the Aur tunnel on Tuesday. The tunnel was inaugurated at noon on Tuesday.",
        {"opened", "inaugurated"},
    ),
    ("A ship sank in the 1240s. The ship went down in a storm in October 1243.", {"sank", "went"}),
    (
        "A landslide buried a town on Tuesday. Men dug for days. Nobody slept. The slope gave way at 3.17 on Tuesday.",
        {"buried", "gave"},
    ),
    ("Rovers won the cup on Saturday, beating Athletic 2-1.", {"won", "beating"}),
]


@pytest.mark.parametrize(("text", "same"), TOLD_AGAIN)
def test_what_is_told_again_has_one_line(text: str, same: set[str]) -> None:
    assert len(same & set(triggers(text))) == 1


ANOTHER = [
    (
        "Schools on the island have been closed since Wednesday. The airport closed at noon on Thursday.",
        ["closed", "closed"],
    ),
    ("Ann Orme died on Tuesday at 88. Her sister, Jean, died in 2015.", ["died", "died"]),
    ("The glaciologist Ann Orme has died at 88. Her husband, Piet Baan, died in May 2009.", ["died", "died"]),
    (
        "Matos dismissed the reports on Monday. Matos dismissed his health minister on Monday.",
        ["dismissed", "dismissed"],
    ),
    ("The Brell index fell 3% on Monday. The Corin index fell 4% on Monday.", ["fell", "fell"]),
    ("Sales rose 2% on Monday. Costs rose 5% on Monday.", ["rose", "rose"]),
    ("Police arrested two men on Monday. Police arrested six students on Monday.", ["arrested", "arrested"]),
    (
        "An earthquake struck the valley on Saturday. An aftershock struck the valley on Saturday.",
        ["struck", "struck"],
    ),
    (
        "A gas explosion destroyed a house in Korsk on Sunday. A smaller explosion killed a firefighter on Sunday.",
        ["destroyed", "killed"],
    ),
    ("Malden recalled 12,000 vans in 2020. Malden is recalling 74,000 vans over brakes that fail.", ["recalled"]),
    ("Helen Dace was charged on Tuesday. Alan Dace was charged on Tuesday.", ["charged", "charged"]),
    ("Parliament voted for the law on Wednesday. The first vote, on 2 March, failed.", ["voted", "failed"]),
    ("A strike in 2011 lasted nine days. Dockers walked out on Wednesday.", ["lasted", "walked"]),
    ("Apple growers struck a deal in Paris on Monday. Bus drivers struck in Lyon on Monday.", ["struck", "struck"]),
    ("A tram derailed at Holm on Monday. Ann Orme died on Monday.", ["derailed", "died"]),
    ("A guard was walking home on Monday when a car hit him.", ["hit"]),
    (
        "The lower house approved the law on Monday. The upper house approved a budget on Monday.",
        ["approved", "approved"],
    ),
    ("Police retained an agency in May. Police retained Martin Levin in May.", ["retained", "retained"]),
    (
        "Mila Torres beat Jan Peeters on Sunday. Her victory came after 58 moves. Peeters won the title in 2021.",
        ["beat", "won"],
    ),
    (
        "Two bombs exploded in Harran on Monday. The second blast came at 10:05 a.m. on Monday.",
        ["exploded", "came"],
    ),
    ("Profit from coal fell on Monday. Profit from polymers fell on Monday.", ["fell", "fell"]),
    ("Shares closed lower in Paris on Monday. Shares closed lower in Sydney on Monday.", ["closed", "closed"]),
    ("A chief fell silent in 2024. The chief fell ill in 2024.", ["fell", "fell"]),
]


@pytest.mark.parametrize(("text", "apart"), ANOTHER)
def test_what_is_only_like_it_has_a_line_of_its_own(text: str, apart: list[str]) -> None:
    told = triggers(text)
    assert [word for word in told if word in apart] == sorted(apart, key=told.index)


def test_the_best_telling_has_the_closest_time() -> None:
    text = "A fire killed 11 people at a hotel in Adra on Monday. The blaze broke out at 2 a.m. on Monday in a kitchen."
    (event,) = build_timeline(Article(text, published_at=PUBLISHED)).events
    assert event.headline == "A fire killed 11 people at a hotel in Adra"
    assert event.time is not None
    assert event.time.edtf == "2025-03-10"  # nobody says that they died in that hour
    assert [text[slice(*span)] for span in (event.evidence, *event.retold)] == [
        "A fire killed 11 people at a hotel in Adra on Monday.",
        "The blaze broke out at 2 a.m. on Monday in a kitchen.",
    ]


def test_the_hour_of_what_came_about_at_once_is_told() -> None:
    text = "An earthquake struck the Ulm valley on Monday, killing 40 people. The quake hit at 5:12 a.m. on Monday."
    (event,) = build_timeline(Article(text, published_at=PUBLISHED)).events
    assert event.headline == "An earthquake struck the Ulm valley, killing 40 people"
    assert event.time is not None
    assert event.time.edtf == "[2025-03-10T05:12:00..2025-03-10T05:12:59]"


def test_a_birth_without_a_day_is_the_one_with_a_day() -> None:
    assert triggers("Ann Orme was born in Lund. Ann Helen Orme was born on 3 March 1935.") == ["born"]


def test_what_two_do_in_one_sentence_is_done_twice() -> None:
    text = "Rance spent two years looking for them. He wrote to 64 people, and in August 2014 one of them wrote back."
    told = {
        e.headline: e.time.edtf if e.time else "" for e in build_timeline(Article(text, published_at=PUBLISHED)).events
    }
    assert told["One of them wrote back"] == "2014-08"
    assert "2014-08" not in [time for line, time in told.items() if "64 people" in line]
