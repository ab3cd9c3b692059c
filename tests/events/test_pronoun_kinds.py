"""The kinds of pronouns: what the grammar of a sentence decides, and where nobody can be certain."""

from __future__ import annotations

import pytest

from service.article import Article
from service.events.headlines.page import Page
from service.events.headlines.writing import headline
from service.events.reading import read_events


def referent(text: str, pronoun: str) -> str | None:
    """What the last such pronoun of the text stands for."""
    reading = read_events(Article(text))
    at = max(i for i, word in enumerate(reading.tokens.lower) if word == pronoun)
    return reading.referents.of.get(at)


def told(text: str, trigger: str) -> str:
    """The headline of the last event with that trigger."""
    reading = read_events(Article(text))
    page = Page.of(reading.tokens, reading.tags, reading.clauses, reading.reading.timexes, reading.referents)
    return [headline(page, m.trigger) for m in reading.mentions if reading.tokens.words[m.trigger.token] == trigger][-1]


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # an owner in its own clause is the subject of that clause
        ("Ann Holm met Eva Roth in May. Roth sold her flat.", "her", "Eva Roth"),
        ("Morley lost a contract with Orrin, which sold its mill.", "its", "Orrin"),
        # … also a name of which nothing else is known
        ("A stone hit Kessane on Friday. Varno broke her wrist. She wept.", "she", "Varno"),
        # a name that opens the article, and is the only one that can be meant
        ("Nell Varroway is late. She was born in 1987.", "she", "Nell Varroway"),
        ("Tova Brandt spoke at the Crown Theatre on Friday, and she won.", "she", "Tova Brandt"),
        # who is told something, where the other is of another sex
        ("Judge Paul Orm told Carol Whit that she had lied.", "she", "Carol Whit"),
        # the pathologist, not the town
        ("Hugh Stans called a pathologist from Leeds, who told the court that he was sure.", "he", "the pathologist"),
        # an aside of an unnamed speaker is no rival
        (
            "Teresa Quiro learned of it while she was away, an aide said. She had opposed a decree.",
            "she",
            "Teresa Quiro",
        ),
        # the foreman only says when
        ("Graham Moss showed no emotion as the foreman spoke. He was cleared.", "he", "Graham Moss"),
        # the minister was named before
        (
            "The minister, Helen Garr, spoke. Tom Lace left the minister's staff. He denied that she knew of it.",
            "she",
            "Helen Garr",
        ),
        # what only a body does; what only a body has
        ("The Company bought the mine in 1741; by 1750 it was lending money.", "it", "The Company"),
        ("The work stopped when the builder, Terrasud, went bankrupt. Its owner fled.", "its", "Terrasud"),
        # "they" of a club
        ("Orlin United won on Monday. Orlin said they would name a stand.", "they", "Orlin"),
        # whom the relative clause lacks is not its subject
        ("Anna Raunio was carried by an aunt, Lempi Salo, whom she called a general.", "she", "Anna Raunio"),
        # who speaks is not whom he speaks of
        ('Deepa Nair met Carol Whit in a corridor. "She laughed," Nair said.', "she", "Carol Whit"),
        # cleft: the one who did it, not whose sister she is
        ("It was Vinter's sister, Karen, who saved it. She voted for it.", "she", "Karen"),
    ],
)
def test_a_pronoun_is_who_the_grammar_says(text: str, pronoun: str, expected: str) -> None:
    assert (referent(text, pronoun) or "").lower() == expected.lower()


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        # stands for nothing
        ("The storm reached Varn on Monday. It had rained for four days.", "it"),
        ("The dam held. It is not known when the road will open.", "it"),
        ("The plan fell. It was the director who stopped the work.", "it"),
        ("The draft was agreed. It was then that the tax came back.", "it"),
        ("The face was climbed in 1951. It took them four days.", "it"),
        ("The island is small. The settlers, it seems, had cattle.", "it"),
        # who speaks is not whom he speaks of
        ('Deepa Nair met Carol Whit and Ida Berg. "She laughed," Nair said.', "she"),
        ('The firm blamed the analysts. "They have been slow," wrote one.', "they"),
        # the one told as well as the teller; mother as well as daughter
        ("Ann Holm told Eva Roth that she had lost.", "she"),
        ("Tess Moran fell. Her mother said that she hoped she would play.", "she"),
        # the firm's as well as the bid's; a server has no customers
        ("Helvia's bid is its third. Its first was blocked.", "its"),
        ("The gang used a server in Minsk that had hit a bank in Riga. Its customers lost money.", "its"),
        # a thing decides nothing
        ("The number rose on Monday. It had put the dead at 41.", "it"),
        # said of others; done to things
        ("The line was closed by the ministry. The ministry feared it would fall.", "it"),
        # what it is, it does not own
        ("The recall is its second this year.", "its"),
        # in another branch of the sentence
        (
            "Paul Till was jailed. The court freed him, having heard that a juror slept, and ordered that he be tried.",
            "he",
        ),
        # somebody was meant whom nobody was found for
        ("Paul Till left. The lookout spoke to a guard. Nobody answered him. He was moved to a base.", "he"),
        # things hear nothing; who is warned says nothing
        ("The pilot made four flights. The leader said that they heard the crack.", "they"),
        ("The institute was warned in March that it might not last.", "it"),
        # a word is no name
        ("Ann Holm is a judge. The firm, whose leader is her brother, was fined.", "leader"),
        # the agent as well as the striker
        ("Emil Strand was left out. Strand's agent said that he was not told.", "he"),
        # a place, a firm that another stands beside
        ("Port Sela fell in 1990. He fled in 1991.", "he"),
        ("Tarn Air was sold in 1990. He fled in 1991.", "he"),
        ("Norsk Aero bought Tarn Air in 2019, and she resigned.", "she"),
    ],
)
def test_a_pronoun_that_nobody_can_be_certain_of_stands_for_nobody(text: str, pronoun: str) -> None:
    assert referent(text, pronoun) is None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # its own subject's needs no filling
        ("Henrik Aas was hurt. An eleventh died of his injuries.", "died", "An eleventh died of his injuries"),
        (
            "The envoy, Anton Relk, flew to Lisbon to meet his rival.",
            "flew",
            "Anton Relk flew to Lisbon to meet his rival",
        ),
        # names in -s
        ("Tidewell Foods fell. Its lenders met.", "met", "[Tidewell Foods’] lenders met"),
        # a noun with its complement is the subject, not what is in it
        (
            "Plans to reopen it under Swedish owners were dropped.",
            "dropped",
            "Plans to reopen it under Swedish owners were",
        ),
        ("Hopes that he would go faded on Monday.", "faded", "Hopes faded"),
        ("Work on it stopped in 2020.", "stopped", "Work on it stopped"),
        ("Its first, in 2018, was blocked by the council.", "blocked", "Its first was blocked"),
        # a gerund with its object
        ("Building the first section took six years.", "took", "Building the first section took six years"),
        (
            "The archive argued that releasing them would distress families.",
            "distress",
            "Releasing them would distress",
        ),
        # whom a relative clause is about
        ("They heard of it from a mother in Lille, who posted a film.", "posted", "A mother in Lille posted a film"),
        ("It was traced to a server in Minsk that had been used before.", "used", "A server in Minsk had been used"),
        ("It blamed the price of cocoa, which doubled in May.", "doubled", "The price of cocoa doubled"),
        ("It was Vinter's sister, Karen, a member of the party, who saved it.", "saved", "Karen saved it"),
        ("She thanked the warden, who she said had saved his life.", "saved", "The warden had saved his life"),
        ("The minister, to whom he answers, has summoned him.", "summoned", "The minister has summoned him"),
        # what took somebody long they did then
        ("It took the ministry until 14 June to confirm the case.", "confirm", "The ministry confirmed the case"),
        # one book by two is one
        ("A book by Lind and Moe, published in May, sold well.", "published", "A book by Lind and Moe was published"),
    ],
)
def test_a_headline_has_its_subject_whole_and_in_number(text: str, trigger: str, expected: str) -> None:
    assert told(text, trigger).startswith(expected)
