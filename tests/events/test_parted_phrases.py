"""Commas inside a noun phrase: between adjectives, and around the state that a town lies in."""

from __future__ import annotations

import pytest

from service.events.headlines.wording import LIMIT
from tests.events.test_headlines import headlines


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A Macon, Ga., jury convicted him on Friday.", "convicted", "A Macon, Ga., jury convicted him"),
        ("The van stood behind a Tulsa, Okla., bakery.", "stood", "The van stood behind a Tulsa, Okla., bakery"),
        ("The car was found at the Ithaca, N.Y., station.", "found", "The car was found at the Ithaca, N.Y., station"),
        ("The Paris, Texas, council approved it.", "approved", "The Paris, Texas, council approved it"),
        ("Fire gutted the Fargo, North Dakota, mill.", "gutted", "Fire gutted the Fargo, North Dakota, mill"),
        ("Velde's Salem, Ore., home was searched.", "searched", "Velde's Salem, Ore., home was searched"),
        ("Divers searched a deep, muddy lake.", "searched", "Divers searched a deep, muddy lake"),
        ("Dogs combed a thickly wooded, 40-acre plot.", "combed", "Dogs combed a thickly wooded, 40-acre plot"),
        ("The bank opened a cheap, no-frills account.", "opened", "The bank opened a cheap, no-frills account"),
        ("The judge issued a terse, two-page ruling.", "issued", "The judge issued a terse, two-page ruling"),
        ("Police seized a large, heavily armed boat.", "seized", "Police seized a large, heavily armed boat"),
    ],
)
def test_a_phrase_goes_on_after_its_own_comma(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("In Macon, Ga., police arrested a man.", "arrested", "Police arrested a man"),
        ("The plant in Macon, Ga., shut in 2020.", "shut", "The plant in Macon shut"),
        ("He moved to Boise, Idaho, and opened a bakery.", "moved", "He moved to Boise"),
        ("A German, Tom Velde, won the race.", "won", "Tom Velde won the race"),
        ("The dead, young men from Hull, were buried.", "buried", "The dead were buried"),
        ("The wounded, 40 people from Orsk, were flown out.", "flown", "The wounded were flown out"),
        ("A third, built in 1990, burnt down.", "burnt", "A third burnt down"),
        ("The treaty for a union, signed in May, was void.", "signed", "The treaty for a union was signed"),
    ],
)
def test_a_comma_ends_a_phrase_that_has_its_noun(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("He saw the bombing of a bridge that killed a clerk.", "killed", "The bombing killed a clerk"),
        ("The sinking of a ferry that killed 40 led to a law.", "killed", "The sinking killed 40"),
        ("They seek the owner of a dog that killed a boy.", "killed", "A dog killed a boy"),
        ("The trial of a nurse that killed a patient began.", "killed", "A nurse killed a patient"),
    ],
)
def test_what_happened_to_a_thing_is_what_harmed(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("In Orsk, Norland's capital, Tom Velde staged a coup.", "staged", "Tom Velde staged a coup"),
        ("On Monday in Brod, the main port, dockers walked out.", "walked", "Dockers walked out"),
        ("In Hull, the mayor, Tom Velde, resigned.", "resigned", "Tom Velde resigned"),
        ("In March the port, the oldest in Norland, closed.", "closed", "The port closed"),
        (
            'Students chanting "Out! Out!" blocked a bridge.',
            "blocked",
            'Students chanting "out! out!" blocked a bridge',
        ),
        ("The clerk asked how it began, and called the warden.", "called", "The clerk called the warden"),
        ("She knew where it lay, and sent a diver.", "sent", "She sent a diver"),
        ("She knew where it lay and sank.", "sank", "It sank"),
    ],
)
def test_who_did_it_is_no_place_and_no_shout(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The navy seized and sank two boats.", "seized", "The navy seized and sank two boats"),
        ("The navy seized and sank two boats.", "sank", "The navy seized and sank two boats"),
        ("Clerks stamped and then signed ten permits.", "signed", "Clerks stamped and then signed ten permits"),
        ("She said she wrote and sang the song.", "wrote", "She wrote and sang the song"),
        ("A man who robbed and shot a clerk fled.", "shot", "A man robbed and shot a clerk"),
        ("The clerk was heard and gave an answer.", "heard", "The clerk was heard"),
        ("The clerk wrote a note and sang a song.", "wrote", "The clerk wrote a note"),
        ("The clerk wept, and sailors sang a song.", "wept", "The clerk wept"),
        # who or what a clause is about
        ("It cut flights in the wake of a flood that began in May.", "began", "A flood began in May"),
        ("A recall of 2,400 arms that began in May grew.", "began", "A recall of 2,400 arms began"),
        ("She met Ann Orme of the Harbour Trust, who raised it.", "raised", "Ann Orme raised it"),
        ("He is a fan of the Beatles, who split up.", "split", "The Beatles split up"),
        ("Moreover, by waiting a week, the firm gained time.", "gained", "The firm gained time"),
        ("She went to her home in Orsk _ and soon became a star.", "went", "She went to her home in Orsk"),
        ("Velde said that Anselm Roy would meet his father.", "meet", "Anselm Roy would meet his father"),
    ],
)
def test_one_object_is_that_of_both_and_a_clause_has_its_own_subject(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Orme denied that she stole it and that she lied.",
            "denied",
            "Orme denied that she stole it and that she lied",
        ),
        ("Orme denied that he paid, or that he knew.", "denied", "Orme denied that he paid or that he knew"),
        ("He fell ill with flu and with grief.", "fell", "He fell ill with flu and with grief"),
        ("Orro reported a loss for the quarter ended March 29.", "reported", "Orro reported a loss"),
        ("Orro posted a loss for its third quarter ended March 29.", "posted", "Orro posted a loss"),
        ("Neither he nor Velde could be reached.", "reached", "Neither he nor Velde could be reached"),
        ("Tomorrow the board of the county will vote.", "vote", "The board of the county will vote"),
        ("They saw explosions at mills in Hull and Orsk that killed nine.", "killed", "Explosions killed nine"),
        ("They saw a driver of a bus in Hull that hurt 24.", "hurt", "A bus in Hull hurt 24"),
        ("She liked the songs Orme sang in Hull.", "sang", "Orme sang the songs in Hull"),
    ],
)
def test_a_headline_keeps_what_joins_and_drops_what_dates(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She gave a folded paper flag to the crew.", "folded"),
        ("He lived in Velde's failed communist state.", "failed"),
        ("It cost an estimated $40 million.", "estimated"),
        ("Tomorrow the board will vote.", "Tomorrow"),
    ],
)
def test_what_only_describes_is_no_event(text: str, word: str) -> None:
    assert word not in headlines(text)


def test_what_a_firm_failed_to_do_is_an_event() -> None:
    assert "failed" in headlines("Velde's failed in May.")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The mayor was linked, through bank records, to a bribe.", "linked", "The mayor was linked to a bribe"),
        ("It sank, in heavy seas, off Hull.", "sank", "It sank off Hull"),
        ("Velde fell, after a long illness, from power.", "fell", "Velde fell from power"),
        ("He left, in tears, because it was over.", "left", "He left"),
        ("The vote has become a farce.''", "become", "The vote has become a farce"),
        ("Orme called it ``a mistake'' in May.", "called", "Orme called it ``a mistake''"),
        ("It faces a court hearing in Hull.", "faces", "It faces a court hearing in Hull"),
        ("He met a team working in Hull.", "met", "He met a team working in Hull"),
    ],
)
def test_a_headline_goes_on_past_an_aside_and_ends_without_loose_signs(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("work in a long-awaited move expected to cost the firm {0} million crowns a year", "move"),
        ("dearer flour in its bread business as well as strikes by {0} men", "business"),
        ("a feud in Hull over a letter demanding {0} million crowns a year", "letter"),
    ],
)
def test_a_headline_that_is_cut_ends_with_its_noun(text: str, ending: str) -> None:
    lead = "The Brodd and Velde Company of Northern Orsk blamed its autumn slump partly on "
    written = headlines(lead + text.format("four hundred and fifty") + " in the whole of the north.")["blamed"]
    assert len(written) <= LIMIT
    assert written.endswith(ending)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The May 7, 1998, floods killed nine people.", "killed", "The May 7, 1998, floods killed nine people"),
        ("On May 7, 1998, voters chose him.", "chose", "Voters chose him"),
        ("He hid the rifle before the vote, dug it up and fled.", "dug", "He dug it up"),
        ("He hid the rifle before the vote, dug it up and fled.", "fled", "He fled"),
        ("Orme sold the mill after the strike, bought a ship and left.", "bought", "Orme bought a ship"),
        ("Before the vote, the mayor resigned.", "resigned", "The mayor resigned"),
        ("It fell because the men, refusing to pay, left.", "left", "The men left"),
    ],
)
def test_a_phrase_that_says_when_is_no_subject(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # what somebody did to a thing that a verb is told of
        ("The sites the army raided in Orsk were empty.", "raided", "The army raided the sites in Orsk"),
        ("The prize the firm received in May was stolen.", "received", "The firm received the prize"),
        ("The boats Orme sold in May were faulty.", "sold", "Orme sold the boats in May"),
        ("The day the ship sailed for Hull was dry.", "sailed", "The ship sailed for Hull"),
        ("He gave the man the book published in May.", "published", "The book was published in May"),
        ("The firm, a bank founded in 1904, closed.", "founded", "A bank was founded in 1904"),
        # what is said of a plan to do something
        ("Orro said a plan to move the mill was dropped.", "dropped", "A plan to move the mill was dropped"),
        ("Orro said a bid to buy First Savings, of Hull, was lost.", "lost",
         "A bid to buy First Savings, of Hull, was lost"),
        ("He told the man to leave and went home.", "went", "He went home"),
        # of whence somebody is
        ("Tom Velde, of Macon, Ga., was arrested.", "arrested", "Tom Velde was arrested"),
        ("A bus carrying Ann Orme, of Hull, hit a wall.", "hit", "A bus carrying Ann Orme, of Hull, hit a wall"),
        ("Tom Velde, of Hull, died.", "died", "Tom Velde died"),
    ],
)  # fmt: skip
def test_the_verb_of_a_clause_is_told_of_its_own_subject(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Anna Velde, who as a girl won a medal, wept.", "won", "Anna Velde won a medal"),
        ("The bank, which as a rule lends little, failed.", "failed", "The bank failed"),
        ("They met Anna Velde, a dancer from Norland, who won.", "won", "Anna Velde won"),
        ("He met a friend of Tom Velde, who died in May.", "died", "Tom Velde died in May"),
        (
            "They met in her small, seaside hotel.",
            "met",
            "They met in her small, seaside hotel",
        ),
        ("She was tried over the stabbing death of a boy.", "tried", "She was tried over the stabbing death of a boy"),
        (
            "The three envoys of the northern towns of Hull and of Macon, the southern port of Orsk, and the old"
            " university of Lund signed a treaty.",
            "signed",
            "The three envoys signed a treaty",
        ),
        (
            "A bid by Orro, a firm based in the northern port of Hull that makes tents, boats and sails for half of the"
            " north, failed.",
            "failed",
            "A bid failed",
        ),
    ],
)
def test_a_subject_is_whole_and_leaves_room_for_its_verb(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected
