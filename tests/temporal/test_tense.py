"""Which way a bare weekday or month points: what the verbs around it tell, in sentences alike but for these."""

from __future__ import annotations

from datetime import date

import pytest

from tests.temporal.reading import values

PUBLISHED = date(2025, 3, 19)  # a Wednesday
LAST_FRIDAY, NEXT_FRIDAY = "2025-03-14", "2025-03-21"

FRIDAYS = [
    # A verb that is the same in the past is an infinitive after "to", a modal or "did".
    ("The bank will cut rates on Friday.", NEXT_FRIDAY),
    ("The bank plans to cut rates on Friday.", NEXT_FRIDAY),
    ("The storm may soon hit, perhaps on Friday.", NEXT_FRIDAY),
    ("The bank did not cut rates on Friday.", LAST_FRIDAY),
    ("The bank cut rates on Friday.", LAST_FRIDAY),
    ("The ministers will have met by Friday.", NEXT_FRIDAY),
    ("The ministers would have met on Friday.", LAST_FRIDAY),
    # What somebody calls for is to come; calm is called for on the day.
    ("The union called for protests at the port on Friday.", NEXT_FRIDAY),
    ("The union called for calm on Friday.", LAST_FRIDAY),
    ("Unions called a four-hour strike at the firm's five Italian sites for Friday.", NEXT_FRIDAY),
    ("Pumps cannot drain it before Friday at the earliest.", NEXT_FRIDAY),
    # What a deal follows was before it.
    ("The deal follows a summit on Friday.", LAST_FRIDAY),
    ("A deal will follow the summit on Friday.", NEXT_FRIDAY),
    # What is told in the present of one day is arranged for it.
    ("The queen visits Malta on Friday.", NEXT_FRIDAY),
    ("The queen made two visits to Malta on Friday.", LAST_FRIDAY),
    ("The queen visited Malta on Friday.", LAST_FRIDAY),
    ("Rescuers arrive on Friday.", NEXT_FRIDAY),
    ("Rescuers arrived on Friday.", LAST_FRIDAY),
    ("Voters go to the polls on Friday.", NEXT_FRIDAY),
    ("She is flying to Lima on Friday.", NEXT_FRIDAY),
    ("She was flying to Lima on Friday.", LAST_FRIDAY),
    ("The law takes effect on Friday.", NEXT_FRIDAY),
    ("The law took effect on Friday.", LAST_FRIDAY),
    ("The film is released in Britain on Friday.", NEXT_FRIDAY),
    ("The film was released in Britain on Friday.", LAST_FRIDAY),
    ("Friday is a public holiday.", NEXT_FRIDAY),
    ("Friday was a public holiday.", LAST_FRIDAY),
    # What is asked of somebody is to come, unless it had been asked before.
    ("The mayor asked people to take Friday off.", NEXT_FRIDAY),
    ("He said that the mayor had asked people to stay at home on Friday.", LAST_FRIDAY),
    # What was to be, and was not, is over.
    ("A hearing was to take place on Friday but was put off.", LAST_FRIDAY),
    ("If it is not repaid by Friday, the bank will sue.", NEXT_FRIDAY),
    ("If the loan is not repaid by Friday, nothing changes.", NEXT_FRIDAY),
    ("Rain was forecast for Friday.", NEXT_FRIDAY),
    ("The clubs agreed a fee on Friday.", LAST_FRIDAY),
    ("The clubs agreed to meet on Friday.", NEXT_FRIDAY),
    ("It agreed to pay 38% more than the closing price on Friday.", LAST_FRIDAY),
    # What somebody does for a living is no plan.
    ("Outside the court on Friday, Lena Ortiz, who runs an inn, recalled the day.", LAST_FRIDAY),
    ("The race moves to Kansas on Friday.", NEXT_FRIDAY),
    # "Could" is what may come, unless it is denied.
    ("The army could close the port on Friday.", NEXT_FRIDAY),
    ("The army could not close the port on Friday.", LAST_FRIDAY),
    ("Nobody in the town could be reached on Friday.", LAST_FRIDAY),
    ("The army could have closed the port on Friday.", LAST_FRIDAY),
    # What is ahead of a day is before it.
    ("Shops shut ahead of Friday's vote.", NEXT_FRIDAY),
    ("Shops shut after Friday's vote.", LAST_FRIDAY),
    # What lasted until a day is over.
    ("The show ran until Friday.", LAST_FRIDAY),
    ("The show will run until Friday.", NEXT_FRIDAY),
    ("The show was extended until Friday.", NEXT_FRIDAY),
    ("Nominations close on Friday.", NEXT_FRIDAY),
    ("The two envoys met close to the border on Friday.", LAST_FRIDAY),
    # A deadline is to come, unless it is over.
    ("The Friday deadline looms.", NEXT_FRIDAY),
    ("The Friday deadline was missed.", LAST_FRIDAY),
    # A participle between commas tells what has been done, whatever the tense of its sentence.
    ("The tape, seen on Friday by reporters, appears to show the mayor.", LAST_FRIDAY),
    ("The talks, broadcast on Friday by two channels, show little.", LAST_FRIDAY),
    ("A series first broadcast on Friday draws on her letters.", LAST_FRIDAY),
    ("The order, given on Friday by the king, stands.", LAST_FRIDAY),
    ("The flag stolen on Friday is back.", LAST_FRIDAY),
    ("The vote, to be broadcast on Friday, is a test.", NEXT_FRIDAY),
    ("The notes, to be first seen on Friday, are blue.", NEXT_FRIDAY),
    ("She is to be formally sworn in on Friday.", NEXT_FRIDAY),
    ("The film will be seen on Friday.", NEXT_FRIDAY),
    ("The station will broadcast it on Friday.", NEXT_FRIDAY),
    # What burned until a day burned before it.
    ("The blaze burned until Friday.", LAST_FRIDAY),
    ("The strike was extended until Friday.", NEXT_FRIDAY),
    # The first time since something is no day of that; after ", and" another clause begins.
    ("The violin will be played for the first time since the war on Friday.", NEXT_FRIDAY),
    ("Shares fell for the first time since the vote on Friday.", LAST_FRIDAY),
    ("She asked for aid, and on Friday the town got it.", LAST_FRIDAY),
    # What a record shows has been; who appears is to.
    ("Images appear to show the ship in port on Friday.", LAST_FRIDAY),
    ("She appears in court on Friday.", NEXT_FRIDAY),
    ("Two men appear in court on Friday.", NEXT_FRIDAY),
    # The first, or a further, Friday of something nobody dates is not the last.
    ("The tent fell on its first Friday.", "XXXX-WXX-5"),
    ("The strike was in its second Friday when it ended.", "XXXX-WXX-5"),
    ("They marched for the third Friday running.", LAST_FRIDAY),
]

MONTHS = [
    ("The firm, which in May forecast a profit, expects a loss.", "2024-05"),
    ("The footage appears to show the mayor there in May.", "2024-05"),
    # A deed with its object is of the month behind us, however near the month to come.
    ("She became mayor in May.", "2024-05"),
    ("The minister, who took office in May, is 44.", "2024-05"),
    ("The minister, who takes office in May, is 44.", "2025-05"),
    ("The fire destroyed the old mill in May.", "2024-05"),
    ("They opened a shop in May.", "2024-05"),
    ("The vote took place on 5 May.", "2024-05-05"),
    ("The vote will take place on 5 May.", "2025-05-05"),
    ("The firm will redeem its preferred shares on 5 May.", "2025-05-05"),
    # … but not what was only said of something, or is told as still to come.
    ("She announced a strike in May.", "2025-05"),
    ("The union threatened a strike in May.", "2025-05"),
    ("The delayed visit in May is off.", "2025-05"),
    ("They set a hearing in May.", "2025-05"),
    ("He faces a trial in May.", "2025-05"),
]


@pytest.mark.parametrize(("text", "expected"), FRIDAYS)
def test_the_verb_tells_which_friday(text: str, expected: str) -> None:
    assert [value for words, value in values(text, PUBLISHED) if words == "Friday"] == [expected]


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_the_verb_tells_which_may(text: str, expected: str) -> None:
    assert [value for _, value in values(text, PUBLISHED)] == [expected]


def test_the_end_of_a_month_is_no_verb() -> None:
    text = "Sales fell in the half-year to the end of February, after a fire in January shut its mill."
    assert values(text, PUBLISHED)[-1] == ("January", "2025-01")


def test_what_has_happened_is_of_no_day_to_come() -> None:
    text = "The vote is set for Friday. The alarm rang at 3am."
    assert values(text, PUBLISHED)[-1] == ("3am", "2025-03-19T03:00")
    assert values("The vote is set for Friday. It starts at 3pm.", PUBLISHED)[-1] == ("3pm", "2025-03-21T15:00")


def test_a_day_since_which_something_lasts_is_no_day_of_the_story() -> None:
    text = "The slide came down on Monday. It had rained since Saturday, and a tree had fallen the evening before."
    assert values(text, PUBLISHED)[-1] == ("the evening before", "2025-03-16TEV")


def test_a_part_of_the_day_is_of_the_day_told_though_months_came_between() -> None:
    text = "The firm said on Tuesday that sales rose in February. Its shares rose in morning trading."
    assert values(text, PUBLISHED)[-1] == ("morning", "2025-03-18TMO")


def test_a_word_said_again_and_again_is_no_deeper_search() -> None:
    assert values("Friday " + "deadline " * 5_000, PUBLISHED)[0] == ("Friday", NEXT_FRIDAY)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2025, 3, 19), NEXT_FRIDAY),
        (date(2025, 3, 20), "2025-03-28"),  # a Thursday: nobody calls tomorrow so
        (date(2025, 3, 21), "2025-03-28"),
        (date(2025, 3, 22), "2025-03-28"),
    ],
)
def test_next_friday_is_never_tomorrow(published: date, expected: str) -> None:
    assert values("The mill will close next Friday.", published) == [("next Friday", expected)]
    assert values("The mill closes on Friday week.", date(2025, 3, 20)) == [("Friday week", "2025-03-28")]
