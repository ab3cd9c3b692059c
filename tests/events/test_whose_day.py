"""Whose day it is, where several verbs of a sentence could have it. Published on Friday 21 March 2025."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.events.test_dating import when as time_of

PUBLISHED = date(2025, 3, 21)
when = partial(time_of, published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a name set off by commas parts no clause from what was fronted to it
        ("Fire shut the mill in May 2024, and in June its owner, Orro, cancelled a contract.", "shut", "2024-05"),
        ("Fire shut the mill in May 2024, and in June its owner, Orro, cancelled a contract.", "cancelled", "2024-06"),
        ("Work stopped in 2018 when the builder, Harland Civil, collapsed, and began again last autumn.", "collapsed",
         "2018"),
        ("Work stopped in 2018 when the builder, Harland Civil, collapsed, and began again last autumn.", "began",
         "[2024-09-01..2024-11-30]"),
        # a present participle after the object says more of it; the day is the verb's
        ("A patrol boat rammed a dinghy carrying 34 migrants near Otra on Wednesday.", "rammed", "2025-03-19"),
        ("A patrol boat rammed a dinghy, killing four people on Wednesday.", "killing", "2025-03-19"),
        # what was begun on a day
        ("The bank began raising rates last July.", "began", "2024-07"),
        # so long since there was another, or so much later
        ("Work has begun on the first new reservoir in the county for 40 years.", "begun", "[..2025-03-21]"),
        ("The find has delayed the road by a month.", "delayed", "[..2025-03-21]"),
        # what comes a second time is of another day
        ("Aldous won the title in 2017 and again last year.", "won", "2017"),
        ("Six people have died there since 2010, three of them in one fall in 2015.", "died", "2010-01-01/2025-03-21"),
        # after the participle that the sentence opens with
        ("Founded in 1921, the school had been warned about its roof.", "warned", "[1921-01-01..2025-03-21]"),
        # what "whose" begins has a verb of its own
        ("The head of a school whose roof collapsed in July 2024 has resigned.", "collapsed", "2024-07"),
        ("The head of a school whose roof collapsed in July 2024 has resigned.", "resigned", "2025-03-21~"),
        # so soon after what was told before
        ("The child was taken on 12 January 2024. Within hours her parents had been sent a note.", "sent",
         "2024-01-12~"),
        ("The video was posted on 2 January 2024. Kessler was fired within days.", "fired",
         "[2024-01-02..2024-01-15]"),
        ("The system broke down in 2023. It failed twice in a week.", "failed", "[..2025-03-21]"),
        ("The party left on 2 January 2024. They were expected back within a month.", "expected", "[..2025-03-21]"),
        # "the vote" may be the election, "the landslide" what buried the town
        ("Rudge won Sunday's election. A week before the vote he admitted it.", "admitted", "2025-03-09"),
        ("A landslide buried the town on 4 March. The minister flew over it a day after the landslide.", "flew",
         "2025-03-05"),
        # what looked into something came to it in its own year
        ("In March the court fined Orme Oil, and an audit in 2021 blamed the board.", "blamed", "2021"),
        # what is called for a day takes place on it
        ("A strike called in the district for Wednesday will go ahead.", "go", "2025-03-26"),
        # what somebody took over as is no clause
        ("She took over as acting governor in June 2010 on the death of Isaac Kolo and won the seat.", "took",
         "2010-06"),
        ("She left in 2010 as soldiers fired on the crowd.", "left", "2010"),
        # the day stands right after the participle
        ("A review released March 12 acknowledged that a team had erred.", "released", "2025-03-12"),
        ("The recall, announced Feb. 9 after reports of 31 fires, will cost $240 million.", "announced", "2025-02-09"),
        # it was so late before it was done
        ("It was 2019 before the board declared the bridge safe.", "declared", "2019"),
        # the first of two things that somebody did
        ("Fire broke out on Friday. Ferro saw the town on Tuesday and declared three days of mourning.", "declared",
         "2025-03-18"),
        # what came about while something else went on
        ("Whitlow was working below the crane when its mast buckled on 6 June 2018. A student was hit. "
         "She died four days later.", "died", "2018-06-10"),
        # a comma parts the day from the clause before it
        ("She will move out of the house that the queen gave them, by the end of May, and has bought another.", "move",
         "[2025-03-21..2025-05-31]"),
        # the verdict may be the sentence
        ("Belik was sentenced on 21 January. Kelmet recalled its envoy two days after the verdict.", "recalled",
         "2025-01-23"),
        ("It came out in January 2024. Kessler was fired within days.", "fired", "[2024-01-01..2024-02-13]"),
        # what is said of a subject between commas parts it from no verb
        ("It began in 2021, when the bank, short of cash, sold bonds.", "sold", "2021"),
        # what else was then
        ("Orbis suspended him last November, the month a letter reached the board, and dismissed him in January.",
         "reached", "2024-11"),
        ("The couple divorced in 1963, the year that her book came out.", "came", "1963"),
        # a date between commas ends the clause that the sentence opens with
        ("By the time the regime fell, in November 1989, he had been arrested 31 times.", "fell", "1989-11"),
        ("By the time the regime fell, in November 1989, he had been arrested 31 times.", "arrested",
         "[..1989-11-30]"),
        # a flood of long ago, told of later, is not the one that the report is about
        ("The army came the day after the flood. The valley was last flooded in May 2010.", "flood", "[..2025-03-21]"),
    ],
)  # fmt: skip
def test_a_day_is_of_the_verb_that_it_belongs_to(text: str, word: str, expected: str) -> None:
    assert when(text, word) == expected


def test_a_story_does_not_stay_with_what_was_told_in_passing_nor_tell_a_length_as_a_day() -> None:
    text = "The first lamp was lit in 1877. The town had voted the money nine years earlier. Building took six summers."
    assert time_of(text, "took", None, narrative=True) == ""
    text = "The first lamp was lit in 1877. The town had voted the money nine years earlier. A keeper moved in."
    assert time_of(text, "moved", None, narrative=True) == ""
