"""Pasts that look like participles, adjectives or nouns, and what stays as it was tagged."""

from __future__ import annotations

import pytest

from service.events.tags.mending import mended
from service.text.sentences import split_sentences
from service.text.tagging import tag
from service.text.tokens import tokenize


def tag_of(text: str, word: str) -> str:
    tokens = tokenize(text)
    sentences = split_sentences(tokens)
    return mended(tokens, sentences, tag(tokens, sentences))[tokens.words.index(word)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a subject waits for its verb, before what stands between commas
        ("Norland, which leads the mission, summoned Ostmark's envoy on Monday, an official said.", "summoned", "VBD"),
        ("It began after a clerk, Lena Orme, copied invoices and handed them to the police.", "copied", "VBD"),
        ("Her thesis, on the creep of ice, followed in 1966, and the year after she left.", "followed", "VBD"),
        ("The bridge, which opened in 1900, damaged by floods, was shut.", "damaged", "VBN"),
        ("The minister, accused of fraud, resigned.", "accused", "VBN"),
        ("He appeared before Orme magistrates on Friday accused of theft.", "accused", "VBN"),
        ("The man they accused of theft fled.", "accused", "VBD"),
        ("Her first show, in Orme, sold out in an hour, and by the autumn she was known.", "sold", "VBD"),
        ("The painting, by a Dane, sold last year for a fortune, was stolen.", "sold", "VBN"),
        ("The firm, with offices in Orm, owned by a bank, collapsed.", "owned", "VBN"),
        ("The court barred the candidate, Anna Orme, from the vote, planned for May.", "planned", "VBN"),
        # what is done to somebody is no passive
        ("A judge who has since retired jailed him for seven years.", "jailed", "VBD"),
        ("The prize was given him by a friend.", "given", "VBN"),
        # one thing after another that is done to the same somebody
        ("She was shot in the leg, treated in hospital and later discharged.", "treated", "VBN"),
        ("She was freed in May and killed a man in June.", "killed", "VBD"),
        ("She was shot in May and died in June.", "died", "VBD"),
        ("The thieves struck shortly after opening time on Friday.", "opening", "NN"),
        ("The firm grew after opening a mill in May.", "opening", "VBG"),
        # what was done next
        ("The storm came ashore with winds of 190 kph, then stalled over the hills.", "stalled", "VBD"),
        ("He was held on Monday, then freed on Tuesday.", "freed", "VBN"),
        # between what opens a clause and an object
        ("The affair began in May, when the Sunday Orm published emails of his.", "published", "VBD"),
        ("It began when a man named Orme left.", "named", "VBN"),
        # no adjective stands between two nouns
        ("The crew of the Orm Harmony abandoned ship and were picked up.", "abandoned", "VBD"),
        ("An abandoned ship was found.", "abandoned", "JJ"),
        # what has an object was done by somebody
        ("In May a leak forced 2,000 people from their homes.", "forced", "VBD"),
        ("The Federal Reserve hit Cardwell Bancorp with a penalty.", "hit", "VBD"),
        ("In 2019 geologists from the university installed sensors on the ridge.", "installed", "VBD"),
        ("They moved into its new headquarters the next morning.", "headquarters", "NNS"),
        ("She served as acting governor until May.", "acting", "JJ"),
        # one of several things done
        ("They closed the borders, dissolved parliament and cancelled the vote.", "dissolved", "VBD"),
        ("It sent a signal, which let officials stop the trains.", "let", "VBD"),
        ("Classes resume on Wednesday.", "resume", "VBP"),
        # no flower
        ("The number of dead rose to 83 on Monday.", "rose", "VBD"),
        ("A rose grew by the wall.", "rose", "NN"),
        # people, and no verb
        ("She is due to appear before Orme magistrates on 6 October.", "magistrates", "NNS"),
        # a place, and no verb
        ("The president flew to Orm on Tuesday.", "Orm", "NNP"),
        ("She will miss the world championships, which start in Orm.", "championships", "NNS"),
        ("On Monday, the anniversary, trains on the line halted for a minute.", "trains", "NNS"),
        ("The bereaved were shown the findings on Monday.", "bereaved", "NNS"),
        ("The engine repaired in May were sold.", "repaired", "VBN"),
        ("Her team-mate Anna Velde was brought down.", "mate", "NN"),
        # a verb that takes no object, and what only fire takes
        ("Winds rose; four days later, with the sky clear, a boat strayed into the zone.", "strayed", "VBD"),
        ("One engine caught fire but was put out.", "caught", "VBD"),
        ("The man caught at the gate was freed.", "caught", "VBN"),
        ("The pandemic cost the project 18 months; then the first rocket blew up.", "cost", "VBD"),
        ("The total cost is high.", "cost", "NN"),
        # what has no object was not done to anything
        ("Many denounced the plan, but trade in the villages then dwindled.", "dwindled", "VBD"),
        ("The firm immediately responded by closing its mine and says it will sell.", "responded", "VBD"),
        ("The survey showed the share held by younger men declined to 4 percent last month.", "declined", "VBD"),
        ("A plane with three people on board crashed into the lake.", "crashed", "VBD"),
        ("The crashed plane was raised.", "crashed", "JJ"),
        # a pronoun that is a subject
        ("The mill said it reduced paper output by a fifth.", "reduced", "VBD"),
        ('The ministry says it "acted within hours" of the leak.', "acted", "VBD"),
        ("Officials said they no longer expected to find others.", "expected", "VBD"),
        ("The crew found it damaged in places.", "damaged", "VBN"),
        ("Had it opened in May, it would have lost money.", "opened", "VBN"),
        ("Norland beat Ostmark in the final on Sunday to win the cup.", "beat", "VBD"),
        ("He met the fund, which lent Norland $7 million last year.", "lent", "VBD"),
        ("In a statement released this morning, the firm said that it lost money.", "released", "VBN"),
        ("In May the firm released a statement.", "released", "VBD"),
        ("The chief executive called it a mistake.", "executive", "NN"),
        ("The executive order was lifted.", "executive", "JJ"),
        ("On Tuesday the new leader, Tung Wei, swore to keep it.", "swore", "VBD"),
        ("She was found strangled in a lay-by near Orm.", "lay", "NN"),
        # forms that no noun has, and plurals that a verb has for its object
        ("A senior harbour official tells Channel Nine the two are alike.", "tells", "VBZ"),
        ("The head of the firm, Ann Orme, told reporters the mine was lost.", "reporters", "NNS"),
        ("They left hours after Kelmet imposed travel bans on two ministers.", "bans", "NNS"),
        ("He said trade remains strong.", "remains", "VBZ"),
        # an apostrophe after a plural
        ("The Norland Food Workers' Union said so.", "'", "POS"),
    ],
)
def test_a_word_is_tagged_by_what_stands_around_it(text: str, word: str, expected: str) -> None:
    assert tag_of(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Retired teacher Ann Orme chained herself to the gate.", "Retired", "JJ"),
        ("Arrested that September and interviewed twice, he was not charged.", "interviewed", "VBN"),
        ("Arrested that September and interviewed twice, he was not charged.", "that", "DT"),
        ("An inquiry held the following spring cleared Velde of blame.", "held", "VBN"),
        ("An inquiry held the following spring cleared Velde of blame.", "cleared", "VBD"),
        ("The council held the meeting in spring.", "held", "VBD"),
        ("The price had more than doubled in a year.", "than", "RB"),
        ("It was then that the second-homes tax came back.", "homes", "NNS"),
        ("Two dams on the river burst in the floods of May 2010; a report blamed the drains.", "burst", "VBD"),
        ("A report published the following year blamed poor drains.", "published", "VBN"),
        ("Aides said he left.", "Aides", "NNS"),
        ("Karim said he left.", "Karim", "NNP"),
        ("Fighting in the north began in March.", "Fighting", "NN"),
        ("She had more letters than the two publicly acknowledged notes.", "acknowledged", "VBN"),
        ("They towed the badly damaged ship to Orm.", "damaged", "VBN"),
        ("The two quickly left town.", "left", "VBD"),
        ("Had Sligh gone with them, he would have hanged.", "Had", "VBD"),
        ("Fighting in the north, they lost a tank.", "Fighting", "VBG"),
        ("Retreating in the dark, they lost a tank.", "Retreating", "VBG"),
        ("The truce, brokered by Norland and announced on Tuesday, took effect.", "announced", "VBN"),
        ("The firm, owned by a bank, grew and announced on Tuesday that it had won.", "announced", "VBD"),
        ("Holt first put the plan to the firm in 1868.", "put", "VBD"),
        ('On Friday, Norland asserted its right to a "fair answer" to the raids.', "right", "NN"),
        ("The number of dead rose to 83.", "dead", "NNS"),
        ("The dead man rose to his feet.", "dead", "JJ"),
        ("Engineers watched a crack, 60 metres long, that opened on Monday.", "that", "WDT"),
    ],
)
def test_what_opens_a_sentence_or_explains_a_noun_is_no_verb_of_its_own(text: str, word: str, expected: str) -> None:
    assert tag_of(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # what the article names elsewhere, and what follows a title
        (
            "The run on Penhallow began on Friday. Penhallow, a lender, was placed in administration.",
            "Penhallow",
            "NNP",
        ),
        ("Slowly, the bank was placed in administration.", "Slowly", "RB"),
        ("Born in 1939, Mr Askew wound the town hall clock every Friday.", "Askew", "NNP"),
        ("Born in 1939, Mr Askew wound the town hall clock every Friday.", "wound", "VBD"),
        ("It moved its head office to Bristol in 1926.", "Bristol", "NNP"),
        # a name that ends in "'s", and an owner
        ("St. Brendan's notified the state on Friday.", "notified", "VBD"),
        ("St. Brendan's notified patients were told.", "'s", "POS"),
        # the title of a work, and a sentence that is quoted
        ('"Slow Train to Orm," released in 1961, spent a week at No. 1.', "Slow", "NNP"),
        ('"Slow the train down," he said.', "Slow", "VB"),
        # a dateline's dash, and what a hyphen joins
        ("PORT ORM, Norland - Velde and Holt agreed on a truce.", "-", ":"),
        ("A man thought to be the driver died on Sunday.", "thought", "VBN"),
        ('An audit in 2021 blamed "chronic optimism" for it.', "blamed", "VBD"),
        ("Pym, 61, who joined in 2014 and left in May, sold shares worth £2m.", "sold", "VBD"),
        ("Founded in Truro to lend to mine captains, Orm moved in 1926.", "captains", "NNS"),
        ("Founded in Truro to lend to mine captains, Orm moved in 1926.", "Founded", "VBN"),
        # what was to come, what a counted thing is, what stands beside a name
        ("It will be flown to Perth on Tuesday and opened there in June.", "opened", "VBN"),
        ("It was flown to Perth, and the doctors opened it.", "opened", "VBD"),
        ("The train, of 22 loaded wagons, left Orm at noon.", "loaded", "JJ"),
        ("The train, of 22 loaded wagons, left Orm at noon.", "left", "VBD"),
        ("The dearest player remains Tom Velde, bought for £64m in 2019.", "bought", "VBN"),
        ("Norvane first bid for the firm in May.", "bid", "VBD"),
        ("The outbreak is over, its health ministry declared on Thursday.", "declared", "VBD"),
        ("A singer whose recording of it sold four million copies died.", "sold", "VBD"),
        ("The club's record signing remains Tom Velde.", "signing", "NN"),
        ("They met hours after Velde imposed travel bans on two ministers.", "bans", "NNS"),
        ("An attempt to have the suit thrown out failed in May.", "failed", "VBD"),
    ],
)
def test_a_name_is_one_and_a_past_is_one(text: str, word: str, expected: str) -> None:
    assert tag_of(text, word) == expected
