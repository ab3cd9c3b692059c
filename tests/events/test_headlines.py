"""Headlines stand alone: own words, no date that is told beside them, pronouns filled in where they are certain."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.headlines.page import Page
from service.events.headlines.wording import LIMIT
from service.events.headlines.writing import headline
from service.events.reading import read_events
from service.events.referents.resolving import read_referents
from service.timeline.build import build_timeline


def headlines(text: str) -> dict[str, str]:
    """The headline of each event by its trigger."""
    reading = read_events(Article(text))
    tokens, clauses = reading.tokens, reading.clauses
    referents = read_referents(tokens, reading.sentences, reading.tags, clauses)
    page = Page.of(tokens, reading.tags, clauses, reading.reading.timexes, referents)
    return {tokens.words[m.trigger.token]: headline(page, m.trigger) for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The bank, which opened in 1904, closed on Friday.", "opened", "The bank opened in 1904"),
        ("It was by Ann Orme, a chemist at Duke who noticed a mould.", "noticed", "Ann Orme noticed a mould"),
        ("It was by a friend of Orme who noticed a mould.", "noticed", "Orme noticed a mould"),
        ("Shares in Orme, which went public in 2022, rose.", "went", "Orme went public in 2022"),
        ("Shares in Orme, which rose 9% on Monday, are cheap.", "rose", "Shares in Orme rose 9%"),
        ("She set up a fund in his name that helped miners.", "helped", "A fund in his name helped miners"),
        ("It was the basis of the Onne scheme, begun in 1998.", "begun", "The Onne scheme was begun"),
        ("A recall of 2,400 arms that began in May grew.", "began", "A recall of 2,400 arms began"),
        ("It shipped 900 doses of vaccine, which arrived in May.", "arrived", "900 doses of vaccine arrived"),
        ("Orme posted a loss, hurt by a recall of ovens.", "hurt", "Orme was hurt by a recall of ovens"),
        ("Orme met a man hurt by a fall.", "hurt", "A man was hurt by a fall"),
        ("A rumour that he had left, spread on a forum, grew.", "spread", "A rumour was spread on a forum"),
        ("It was dull in March, when Athletic beat Rovers in the cup.", "beat", "Athletic beat Rovers in the cup"),
        ("A miner's son from Hull, Rourke won a medal and joined the army.", "won", "Rourke won a medal"),
        ("A miner's son from Hull, Rourke won a medal and joined the army.", "joined", "Rourke joined the army"),
        ("The diver Ann Orme, a chemist whose books sold well, died.", "sold", "The diver Ann Orme’s books sold well"),
        (
            "Her recording of “Low Tide” sold two million copies.",
            "sold",
            "Her recording of “Low Tide” sold two million copies",
        ),
        (
            "A wall of water 12 metres high swept the street.",
            "swept",
            "A wall of water 12 metres high swept the street",
        ),
        ("Deposits of up to £85,000 were repaid in May.", "repaid", "Deposits of up to £85,000 were repaid"),
        ("No order to leave had been given.", "given", "No order to leave had been given"),
        ("Some of those listening shouted the man down.", "shouted", "Some of those listening shouted the man down"),
        (
            "A rumour that the cook had shot a boy was printed in Hull.",
            "printed",
            "A rumour that the cook had shot a boy was printed in Hull",
        ),
        (
            "Two brothers, Sean and Dale Purvis, aged 26 and 23, were arrested.",
            "arrested",
            "Two brothers, Sean and Dale Purvis, were arrested",
        ),
        ("A firm set up in 2019 won the contract.", "set", "A firm was set up"),
        ("She declared three days of mourning, to begin on Friday.", "begin", "Three days of mourning are to begin"),
        ("He built a palace of ninety rooms, which he sold in 1755.", "sold", "He sold a palace of ninety rooms"),
        ("They want a tax on banks, an idea that the king rejected.", "rejected", "The king rejected a tax on banks"),
        ("Emil was born in 2013 and his sister in 2016.", "born", "Emil was born in 2013"),
        ("The queen and her sister were crowned in 2016.", "crowned", "The queen and her sister were crowned"),
        ("Two voted for a rise and one, Ann Orme, for no change.", "voted", "Two voted for a rise"),
        (
            "Orme was found guilty on Friday, for the second time, of killing two men.",
            "found",
            "Orme was found guilty of killing two men",
        ),
        (
            "The judges ruled, by nine votes to six, that the law was void.",
            "ruled",
            "The judges ruled that the law was void",
        ),
        ("The fire began when fuel sprayed onto a pump.", "began", "The fire began when fuel sprayed onto a pump"),
        (
            "The gang posted online what it said were the records of patients.",
            "posted",
            "The gang posted online what it said were the records of patients",
        ),
        (
            "It lent the state $9 million on condition that subsidies be scrapped.",
            "lent",
            "It lent the state $9 million on condition that subsidies be scrapped",
        ),
        (
            "Three people were shot dead in Hull as protests over prices, now in their second week, turned violent.",
            "shot",
            "Three people were shot dead in Hull",
        ),
        (
            "Rumours of a second, larger wave sent people running.",
            "sent",
            "Rumours of a second, larger wave sent people running",
        ),
        (
            "The price of bread doubled in 1738 between Michaelmas and Advent.",
            "doubled",
            "The price of bread doubled between Michaelmas and Advent",
        ),
        (
            "Rovers won the cup on Saturday for the first time since 1974.",
            "won",
            "Rovers won the cup for the first time since 1974",
        ),
        ("Rovers have played in Hull since 1974.", "played", "Rovers have played in Hull"),
        ("The referee stepped in on Saturday.", "stepped", "The referee stepped in"),
        ("The referee slept in Hull on Saturday.", "slept", "The referee slept in Hull"),
        (
            "There has not been a divorce in the family since 1974.",
            "divorce",
            "There has not been a divorce in the family since 1974",
        ),
        ("He played it in a film called “The Delgados.”", "played", "He played it in a film called “The Delgados”"),
        ("On Wednesday, the anniversary, trains on the line halted.", "halted", "Trains on the line halted"),
        ("On Wednesday, the mayor, Ann Orme, resigned.", "resigned", "Ann Orme resigned"),
        (
            "Doses came; a campaign to help children started on Monday.",
            "started",
            "A campaign to help children started",
        ),
        ("Outside court her mother hugged the judge.", "hugged", "Her mother hugged the judge"),
        (
            "Orme said that talks had failed. The palace denied this on Tuesday.",
            "denied",
            "The palace denied [that talks had failed]",
        ),
        ("Orme said that talks had failed. The palace denied the report.", "denied", "The palace denied the report"),
        ("Born in Hull in 1939, the child of a miner, Miss Orme sang.", "sang", "Miss Orme sang"),
        (
            "Built in Hull in 1939, the ship of a miner, rusting, sank.",
            "Built",
            "The ship of a miner was built in Hull",
        ),
        (
            "A fort was sold in 1957, blockaded in 1973 and widened in 1998.",
            "blockaded",
            "A fort was blockaded in 1973",
        ),
        (
            "A fort was sold in 1957, blockaded in 1973 and widened in 1998.",
            "widened",
            "A fort was widened in 1998",
        ),
        (
            "Smoke was seen; the captain, Jordi Mas, stopped the ship and called for help.",
            "called",
            "Jordi Mas called for help",
        ),
        ("Orme, a firm founded in 2021 by two men, unveiled a chip.", "founded", "Orme was founded by two men"),
        (
            "It unveiled a chip that it claims uses less power.",
            "unveiled",
            "It unveiled a chip that it claims uses less power",
        ),
        ("The lamp was converted to gas in 1858 and to coal in 1926.", "converted", "The lamp was converted to gas"),
        ("It makes pills at a plant in Hull, due to open in 2026.", "open", "A plant in Hull is due to open"),
        ("His wife was cleared of money laundering in July.", "cleared", "His wife was cleared of money laundering"),
        (
            "SONPURA: With the recovery of five bodies, the toll of the fire has risen to 37.",
            "risen",
            "The toll of the fire has risen to 37",
        ),
        ("LUNDY: A tale of two ports sold well.", "sold", "A tale of two ports sold well"),
        ("A by-election will be held in Hull.", "held", "A by-election will be held in Hull"),
        ("An on-call team in Hull spent a day there.", "spent", "An on-call team in Hull spent a day"),
        ("The ship was held by an estimated 900 people.", "held", "The ship was held by an estimated 900 people"),
        (
            "A new bridge, sanctioned two years later at a cost of $9, is open.",
            "sanctioned",
            "A new bridge was sanctioned at a cost of $9",
        ),
        ("She turned herself in at 8 a.m. on Thursday.", "turned", "She turned herself in"),
        ("She reported the bug to Orme back in May 2017.", "reported", "She reported the bug to Orme"),
        ("An offering could come as soon as July.", "come", "An offering could come as soon as July"),
        ("A strike of nurses that dragged on from May ended.", "dragged", "A strike of nurses dragged on"),
        ("He copied out, by hand, the record of the losses.", "copied", "He copied out the record of the losses"),
        ("Orme, who leaves two daughters, 6 and 9, will be buried on Saturday.", "buried", "Orme will be buried"),
        (
            "New roads, and free care, which was introduced in May, helped.",
            "introduced",
            "Free care was introduced in May",
        ),
        ("It was bought by Orme for $310 million two years ago.", "bought", "It was bought by Orme for $310 million"),
        (
            "Sales fell to $9 million from $10 million two years earlier.",
            "fell",
            "Sales fell to $9 million from $10 million two years earlier",
        ),
        ("Orme expects profit to shrink by 4% this year.", "expects", "Orme expects profit to shrink by 4% this year"),
        ("When the Orm sank with all hands in May 1954 he paid the widows.", "sank", "The Orm sank with all hands"),
        (
            "Orme, who kept the books in the evenings, noticed in May that they were false.",
            "noticed",
            "Orme noticed that they were false",
        ),
        (
            "Orme had warned a week before the poll that the roll was false.",
            "warned",
            "Orme had warned that the roll was false",
        ),
        (
            "In 2011, when a jury acquitted a dentist, Alan Speck, of poisoning his wife, it rained.",
            "acquitted",
            "A jury acquitted a dentist, Alan Speck",
        ),
        ("A second man, the clerk's cousin, Tom Orme, 29, surrendered.", "surrendered", "Tom Orme surrendered"),
        (
            "A memoir, Cold Frame, will be published in November.",
            "published",
            "A memoir, Cold Frame, will be published",
        ),
        ("There is no evidence that Orme resigned in May.", "resigned", "There is no evidence that Orme resigned"),
        ("There was evidence that Orme resigned in May.", "resigned", "Orme resigned in May"),
        ("It is not true that Orme resigned in May.", "resigned", "It is not true that Orme resigned"),
        ("It emerged that Orme resigned in May.", "resigned", "Orme resigned in May"),
        ("Contrary to reports, the king did not die in May.", "die", "The king did not die"),
        ("It led to reviews that were, in his words, kind.", "led", "It led to reviews"),
        (
            "The launch of Hesper, a mission to map Venus, has been put off.",
            "put",
            "The launch of Hesper has been put off",
        ),
        (
            "The launch of Hesper, a Dutch and Swiss mission to map Venus, has been put off.",
            "put",
            "The launch of Hesper, a Dutch and Swiss mission to map Venus, has been put off",
        ),
        ("It fell, after a paper reported that Orme, its largest debtor, had failed.", "failed", "Orme had failed"),
        ("It ended after a delay caused by rain.", "caused", "A delay was caused by rain"),
        ("She would fall short, in which case a second vote would be held.", "held", "A second vote would be held"),
        ("It broke in May after a nurse at the jail, who had seen it, told them.", "broke", "It broke in May"),
        ("It broke in May after a storm at the jail.", "broke", "It broke after a storm at the jail"),
        ("The referee, Earl Simmons, stepped in.", "stepped", "Earl Simmons stepped in"),
        (
            "Unions decide whether to go on with a strike planned for 18 May.",
            "decide",
            "Unions decide whether to go on with a strike",
        ),
        ("Maud Orme died 8 May 2025.", "died", "Maud Orme died"),
        ("LUNDY, Orvia - A blaze that began on Friday killed two people.", "killed", "A blaze killed two people"),
        ("LUNDY, Orvia - A blaze that began in May killed two people.", "began", "A blaze began in May"),
        ("A capsule thought to hold dust landed on Sunday.", "landed", "A capsule thought to hold dust landed"),
        ("The man thought he had won.", "won", "[The man] had won"),
        ("The council rejected the plan on Tuesday.", "rejected", "The council rejected the plan"),
        ("A truck left the road, injuring two people.", "injuring", "A truck injured two people"),
        ("The bridge, built in 1931, was repaired last year.", "built", "The bridge was built in 1931"),
        (
            "Begun in 1793, years too late, it closed in 1820.",
            "Begun",
            "It was begun in 1793",
        ),
        (
            "It carried coal; in 1927 the last boat, the Hope, was broken up for firewood.",
            "broken",
            "The last boat was broken up for firewood",
        ),
        ("It was bought in 2022 and fitted the following year.", "fitted", "It was fitted"),
        ("Ann Berg was elected in May and resigned in June.", "resigned", "Ann Berg resigned in June"),
        ("She told him to repay it and to surrender on July 7.", "surrender", "She told him to surrender"),
        ("Mayor Ilva Toms, re-elected on May 12, said no.", "elected", "Mayor Ilva Toms was re-elected"),
        ("A grant from the state, refused in 1996, was paid later.", "refused", "A grant from the state was refused"),
        ("Kasa's second attempt, Fobor, failed last year.", "failed", "Kasa's second attempt failed"),
        ("Kasa says its probe touched down on the asteroid.", "touched", "[Kasa’s] probe touched down on the asteroid"),
        ("The state fined the mill A$60,000 in 2019.", "fined", "The state fined the mill A$60,000"),
        ("In the spring of 1961 Edda Parr walked the line.", "walked", "Edda Parr walked the line"),
        ("Protesters plan to block the harbour on Monday.", "block", "Protesters plan to block the harbour"),
        ("The mine was flooded in May, officials said.", "flooded", "The mine was flooded in May"),
        ("He was arrested in May and released in June.", "released", "He was released in June"),
        ("He was arrested in Orm in May, extradited in June and charged.", "extradited", "He was extradited in June"),
        ("He was extradited that June and charged the day after he landed.", "charged", "He was charged"),
        ("She was held in a fort, built in 1400 and sold in 1990.", "built", "A fort was built in 1400"),
        ("She spent the day before the vote in bed.", "spent", "She spent the day before the vote in bed"),
        ("Rell complained shortly after a clerk disclosed the deal in May.", "complained", "Rell complained"),
        ("Shops will open, but about a dozen are expected to close.", "close", "About a dozen are expected to close"),
        (
            "A cyberattack in the run-up to Easter that shut its shops cost it a lot.",
            "shut",
            "A cyberattack in the run-up shut its shops",
        ),
        (
            "Talks broke down, and a bid led by a rival, Tom Orme, failed in May.",
            "failed",
            "A bid led by a rival failed",
        ),
        ("The mayor left, and his deputy, Ann Orme, took over.", "took", "Ann Orme took over"),
        ('Tom Orme said: "Six years of my life have gone."', "gone", "Six years of [Tom Orme’s] life have gone"),
        ("It ended before the trial began in early May.", "began", "The trial began in early May"),
        ("He went to the Court of Appeal, which ruled in May.", "ruled", "The Court of Appeal ruled"),
        (
            "A bill requiring tests for boats over 15 metres passed in 2019, but it never took effect.",
            "passed",
            "A bill requiring tests for boats over 15 metres passed",
        ),
        ("21,000 teachers have been on strike since 3 March.", "strike", "21,000 teachers have been on strike"),
        (
            "When troops burned the port in the autumn of 1944 the family fled.",
            "burned",
            "Troops burned the port in the autumn of 1944",
        ),
        ("She came back after the dam was finished and led the firm from 1990.", "led", "She led the firm from 1990"),
        (
            "She stood down over a sale of bonds in June and again in May.",
            "stood",
            "She stood down over a sale of bonds",
        ),
        ("They wed the summer after they met.", "wed", "They wed"),
        ("It was shut after a fall that killed four, lay empty and reopened in 2008.", "lay", "It lay empty"),
        ("Her mother died in 2009 and her father five years later.", "died", "Her mother died in 2009"),
        ("He killed Helen Orme, 19, whose body was found in May.", "found", "Helen Orme’s body was found"),
        ("An attempt to have the suit thrown out failed.", "failed", "An attempt to have the suit thrown out failed"),
        ("A rescue by a rival fell through in 2016.", "fell", "A rescue by a rival fell through"),
        ("By the Monday evening savers were queueing outside.", "queueing", "Savers were queueing outside"),
        ("It took on 41 of the 58 shops, which will open in May.", "open", "41 of the 58 shops will open"),
        ("One of the towns, which burnt in May, was poor.", "burnt", "One of the towns burnt"),
        ("They built a plant at Kessa, first promised in 2015.", "promised", "A plant at Kessa was promised"),
        ("The minister of the day, Tom Velde, was dismissed.", "dismissed", "Tom Velde was dismissed"),
        (
            "Two brothers, Sean and Dale Purvis, aged 26 and 23, were held.",
            "held",
            "Two brothers, Sean and Dale Purvis, were held",
        ),
        ("They decide on a strike planned for September 18.", "strike", "A strike planned for September 18"),
        ("It has been so since the arrest last August of Tom Velde.", "arrest", "The arrest of Tom Velde"),
        ("A fine of £1.4m imposed on it in 2022 has not been paid.", "imposed", "A fine of £1.4m was imposed"),
        ("Days later, with the sky clear, a boat strayed into it.", "strayed", "A boat strayed"),
        ("Five people died and more than 500,000 homes lost power.", "lost", "More than 500,000 homes lost power"),
        ("It has a museum beside the temple, which will open.", "open", "A museum beside the temple will open"),
        ("Two years later somebody fired eleven shots.", "fired", "Somebody fired eleven shots"),
        (
            "Last summer half its planes were grounded by the state.",
            "grounded",
            "Half its planes were grounded by the state",
        ),
        ("They chartered ten planes, the first of which will leave.", "leave", "The first of ten planes will leave"),
        ("She wrote nine novels, the last of which, Low Tide, came out.", "came", "Low Tide came out"),
        ("Talks broke down after a mediator, Linda Cho, walked out.", "broke", "Talks broke down"),
        ("Tom Velde was fined after a stage he had built fell.", "fined", "Tom Velde was fined"),
        ("They met after a debate in Orm.", "met", "They met after a debate in Orm"),
        ("She looked after the children.", "looked", "She looked after the children"),
        ("It said talks with an investor, the Orme Group, had failed.", "failed", "Talks with an investor had failed"),
        ("Lawyers for nine of the injured filed suit.", "filed", "Lawyers for nine of the injured filed suit"),
        ("That inquiry was announced by the state in May.", "announced", "The inquiry was announced by the state"),
        ("It sold RoomPath, a rival that Orme bought in 2015.", "bought", "Orme bought RoomPath in 2015"),
        ("They want a tax, an idea that the king rejected in May.", "rejected", "The king rejected a tax"),
        ("The union has invited both to a summit on 15 November.", "summit", "A summit on 15 November"),
    ],
)
def test_a_headline_is_subject_verb_and_object_without_what_dates_it(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


def test_a_certain_antecedent_stands_in_square_brackets() -> None:
    told = headlines("Anna Berg founded the firm in 1990. She sold it in 2004.")
    assert told["sold"].startswith("[Anna Berg] sold")


def test_a_pronoun_that_two_people_may_stand_behind_is_left_as_it_is() -> None:
    told = headlines("Anna Berg met Clara Holm in 1990. Later she founded a firm.")
    assert told["founded"] == "She founded a firm"


def test_who_speaks_stands_for_the_subject_of_what_is_said() -> None:
    told = headlines("Norlight Power said it would close two plants.")
    assert told["close"] == "[Norlight Power] would close two plants"


def test_a_headline_has_at_most_so_many_characters() -> None:
    text = "The ministry closed " + " and ".join(f"the office in the town of Upper Number {n}" for n in range(40)) + "."
    told = headlines(text)
    assert len(told["closed"]) <= LIMIT < len(text)


def test_they_are_the_two_who_talked() -> None:
    told = headlines("Talks between Anna Berg and Otto Lind opened in May. Papers suggest they met before the vote.")
    assert told["met"].startswith("[Anna Berg and Otto Lind] met")


def test_they_are_nobody_where_a_third_could_be_meant() -> None:
    told = headlines("Talks between Anna Berg and Otto Lind angered Carl Moe. Papers suggest they met before the vote.")
    assert told["met"].startswith("They met")


def test_that_before_a_plural_is_a_conjunction() -> None:
    told = headlines("The envoy praised the deal, adding that upcoming talks in Oslo would serve the same end.")
    assert told["talks"].startswith("Upcoming talks in Oslo")


def test_a_dateline_is_no_subject_however_its_dash_is_typed() -> None:
    for dash in ("-", "–", "--"):
        told = headlines(f"OSTERVIK (NW) {dash} A fire destroyed the fish market on Tuesday, police said.")
        assert told["destroyed"] == "A fire destroyed the fish market"


def test_she_is_whom_the_sentence_before_was_about() -> None:
    told = headlines("Anna Berg was born in Oslo, the daughter of a clerk and a teacher. She studied law in Bergen.")
    assert told["studied"].startswith("[Anna Berg] studied law")


def test_they_are_the_couple_of_the_sentence_before() -> None:
    told = headlines("Anna Berg married Otto Lind, a chemist, in 1958. They divorced in 1971.")
    assert told["divorced"].startswith("[Anna Berg and Otto Lind] divorced")


def test_it_in_a_clause_that_dates_is_what_that_sentence_names() -> None:
    told = headlines("A driver lost an eye. Lind had worked at the hall since it reopened in 2021.")
    assert told["reopened"].startswith("[The hall] reopened")


def test_one_of_them_is_one_of_the_things_named_before() -> None:
    told = headlines("The line withdrew two other ships a week later. One of them returned to sea in May.")
    assert told["returned"].startswith("One of [two other ships] returned to sea")


def test_a_conjunction_is_no_part_of_the_subject() -> None:
    told = headlines("He said that a survey had been made and that new lamps would be installed in May.")
    assert told["installed"].startswith("New lamps would be installed")


def test_what_is_described_as_something_is_one_clause() -> None:
    told = headlines("A colonel who identified himself as Joseph Adeke read a statement on Tuesday.")
    assert told["read"] == "A colonel read a statement"


def test_a_measure_is_not_cut_in_the_middle() -> None:
    told = headlines("Shares in Orrin fell as much as 11% in early trading on Monday.")
    assert told["fell"].startswith("Shares in Orrin fell as much as 11%")


def test_a_second_passive_has_its_auxiliary() -> None:
    told = headlines("The rider was banned on Thursday and stripped of his title.")
    assert " was stripped of " in told["stripped"]


def test_who_is_apposed_gives_the_name() -> None:
    told = headlines("A second husband, the novelist Carl Brandt, died in 2004.")
    assert told["died"] == "The novelist Carl Brandt died"


def test_a_relative_clause_gets_its_object_back() -> None:
    told = headlines("She will open a plant that she first proposed in 2011.")
    assert told["proposed"].endswith("proposed a plant") or told["proposed"].endswith("proposed a plant in 2011")


def test_a_subject_stands_before_what_explains_it_and_after_what_dates_it() -> None:
    told = headlines("The hall closed in 2014, but a show planned for May was put off by the council.")
    assert told["put"].startswith("A show was put off")
    told = headlines("It closed in 2014, and in March a geologist hired by the union warned the mayor.")
    assert told["warned"] == "A geologist warned the mayor"
    told = headlines("He sold the mill and a house built in 1910 and moved away.")
    assert told["moved"] == "He moved away"
    told = headlines("On 14 February, a Saturday, the mayor called the police.")
    assert told["called"] == "The mayor called the police"
    told = headlines("Officials have confirmed that water from the mine reached the river.")
    assert told["reached"] == "Water from the mine reached the river"
    assert headlines("He denied that claim on Friday and left.")["denied"] == "He denied that claim"


def test_who_speaks_of_her_mother_or_of_herself_is_not_known() -> None:
    told = headlines("Ilse Maurer died on Friday. Her daughter, Katrin, said she had suffered a stroke in May.")
    assert told["suffered"].startswith("She had suffered")
    told = headlines("Katrin Orme, a potter, said she had suffered a stroke in May.")
    assert told["suffered"].startswith("[Katrin Orme] had suffered")


def test_what_somebody_heard_or_writes_is_a_clause_of_its_own() -> None:
    told = headlines("An inquiry heard from a retired officer that a line had been set up in 2019.")
    assert told["set"] == "A line had been set up"
    assert told["heard"] == "An inquiry heard from a retired officer that a line had been set up"
    text = "A former deputy foreign minister writes in a memoir to be published in May that he met an envoy in 2017."
    event = next(e for e in build_timeline(Article(text, published_at=date(2025, 3, 23))).events if "met" in e.headline)
    assert event.factuality.source == "a former deputy foreign minister"


def test_a_headline_has_the_toll_that_ends_its_clause() -> None:
    told = headlines("A quake struck Orm on Friday, killing at least 34 people and injuring many.")
    assert told["struck"] == "A quake struck Orm, killing at least 34 people"
    told = headlines("Frost struck Orm on Friday, delaying trains.")
    assert told["struck"].startswith("Frost struck Orm")
    assert "trains" not in told["struck"]


def test_what_somebody_else_did_is_no_passive() -> None:
    told = headlines("Guests were to be flown out on Friday, but the airport closed at noon because of fog.")
    assert told["closed"] == "The airport closed because of fog"
    told = headlines("Nine people have been killed and forty others wounded in the blast.")
    assert told["wounded"] == "Forty others were wounded in the blast"


def test_what_is_laid_down_starts_by_itself() -> None:
    told = headlines("The mayor declared three days of mourning, starting on Wednesday.")
    assert told["starting"] == "Three days of mourning are to start"
    told = headlines("The army bombed the town, starting on Wednesday.")
    assert "town" not in told["starting"]


def test_who_was_born_is_not_a_parent() -> None:
    told = headlines("Judge Anna Stern ruled on Friday.\n\nBorn in Orm to a diplomat and a nurse, she moved in 1977.")
    assert told["moved"].startswith("[Anna Stern] moved")


def test_what_is_joined_after_a_clause_about_others_goes_on_with_its_own_subject() -> None:
    told = headlines(
        "The drum was looted in a raid in which 300 people were killed, sold in London and given to a mayor."
    )
    assert told["sold"].startswith("The drum was sold")
    told = headlines("Two men who were held in Orm, beaten and robbed have sued.")
    assert told["robbed"] == "Two men who were held in Orm were robbed"
    told = headlines("Talks stalled when the war began and resumed only last year.")
    assert told["resumed"].startswith("Talks resumed")
    told = headlines("She died when a tree fell and hit her car.")
    assert told["hit"].startswith("A tree fell and hit")
    told = headlines("It will be played in a hall that is being built and should open in 2027.")
    assert told["open"].startswith("A hall should open")


def test_an_infinitive_in_a_relative_clause_gets_its_object_back() -> None:
    told = headlines("Jobs will go at Orme's mill in Toledo, Ohio, which the firm plans to shut in 2026.")
    assert told["shut"].startswith("The firm plans to shut Orme's mill in Toledo, Ohio")
    told = headlines("It is a case that the firm wants to be heard, in a town that she refused to go to in May.")
    assert told["heard"] == "The firm wants to be heard"
    assert "a town" not in told["go"]
    told = headlines("Holt is a town that she refused to go to.")
    assert told["refused"] == "She refused to go to a town"


def test_where_a_place_lies_is_no_subject() -> None:
    told = headlines("Production at the plant in Toledo, Ohio, halted for five weeks.")
    assert told["halted"].startswith("Production at the plant in Toledo")


def test_an_aside_after_a_name_is_passive() -> None:
    told = headlines("Ann Dorsey, brought in from a rival in 2021, said that sales had fallen.")
    assert told["brought"].startswith("Ann Dorsey was brought in from a rival")


def test_where_a_firm_is_based_belongs_to_its_name() -> None:
    told = headlines("Shares of the Grand Rapids, Mich.-based company tumbled 17 percent on Monday.")
    assert told["tumbled"].startswith("Shares of the Grand Rapids, Mich.-based company tumbled 17 percent")


def test_a_part_of_the_day_before_its_noun_stays() -> None:
    told = headlines("Shares tumbled 17 percent to $22.40 in midday trading on Monday.")
    assert told["tumbled"].endswith("in midday trading")


def test_who_was_born_is_whom_the_sentence_tells_of() -> None:
    told = headlines("Born in Oslo on 3 March 1926, Anna Berg was the youngest of nine.")
    assert told["Born"].startswith("Anna Berg was born in Oslo")


def test_a_namesake_does_not_take_over_the_surname() -> None:
    text = "Anna Berg opened the show in 1949. In 1950 she married Tom Berg, a printer. Later she sold it."
    assert headlines(text)["sold"].startswith("[Anna Berg] sold")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("NEWARK, N.J. (NW) _ Police began a search on Monday.", "began", "Police began a search"),
        ("Sanders, 35, had finished her cleaning in May.", "finished", "Sanders had finished her cleaning"),
        ("Tate, 29, who sued the county last fall, was free.", "sued", "Tate sued the county"),
        ("Orrin will appoint six and send them to Oslo.", "send", "Orrin will send them to Oslo"),
        (
            "Officials plan to close the road and ignore all objections.",
            "ignore",
            "Officials plan to ignore all objections",
        ),
        ("Sales of the firm dropped 23% compared to May.", "dropped", "Sales of the firm dropped 23%"),
        ("The company itself had failed by 1770.", "failed", "The company itself had failed"),
        ("The judge released Anna Berg on bail until sentencing on 11 April.", "sentencing", "Sentencing of Anna Berg"),
        (
            "Some films of his opened in May. The firm, its owner having fled, closed.",
            "fled",
            "[The firm’s] owner had fled",
        ),
    ],
)
def test_a_headline_says_who_and_ends_where_a_phrase_ends(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A drill struck a river that surveyors had missed.",
            "struck",
            "A drill struck a river that surveyors had missed",
        ),
        ("About 900 homes lost power on Monday.", "lost", "About 900 homes lost power"),
        ("The raids, in which at least 64 men were killed, ended.", "killed", "At least 64 men were killed"),
        ("Norsund and Kelde agreed on Monday to stop.", "agreed", "Norsund and Kelde agreed to stop"),
        (
            "Worms that had been frozen since the late Pleistocene have been brought back to life.",
            "brought",
            "Worms have been brought back to life",
        ),
        ("A pilot and her student died in October.", "died", "A pilot and her student died"),
        (
            "From 1979 until 1991 Anna Berg played a maid in the serial.",
            "played",
            "Anna Berg played a maid in the serial",
        ),
        ("Critics hailed the tunnel. Work began in 2014. It opened in 2019.", "opened", "It opened in 2019"),
    ],
)
def test_a_headline_has_its_whole_subject_and_nothing_twice(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A whistleblower, Iolo Petrie, told the court that he had warned them.", "warned", "Iolo Petrie"),
        ("Honoria Leigh, who has died, was an actor. She won a prize in 1948.", "won", "Honoria Leigh"),
        ("The firm, which toured schools until it lost a grant, closed.", "lost", "The firm"),
        ("Prado's own future is unclear. He has yet to sign. In May he resigned.", "resigned", "He"),
        (
            "The Cessna 182 went down on Monday, the county office said. It had taken off at noon.",
            "taken",
            "The Cessna 182",
        ),
    ],
)
def test_who_is_meant_is_known_from_the_phrase(text: str, trigger: str, who: str) -> None:
    assert headlines(text)[trigger].startswith((f"[{who}]", f"{who} "))


def test_whom_the_article_is_about_is_meant_where_two_could_be() -> None:
    text = (
        "Anna Berg was born in Oslo. Anna Berg founded a firm. Berg sold it in 1950. Berg moved to Rome. "
        "In 1960 Berg played the nurse Clara Holm. She won a prize in 1970."
    )
    assert headlines(text)["won"].startswith("[Anna Berg] won")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Echo named Keith Lund, whose firm won a permit in 2020.", "won", "Keith Lund’s firm won a permit"),
        (
            "The line will stay shut after the wall collapsed, leaving tracks in the air.",
            "leaving",
            "The wall left tracks",
        ),
        ("Her report, published yesterday, said that the loan was wrong.", "published", "Her report was published"),
        ("The tower, of oak bolted to iron stakes, was finished in 1687.", "finished", "The tower was finished"),
        ("He denied that the two were connected, and threatened to sue.", "threatened", "He threatened to sue"),
        (
            "Floods killed six; a plan to build two basins was approved in 2021.",
            "approved",
            "A plan to build two basins was approved",
        ),
        (
            "The mine is shut, and plans to reopen it under new owners were dropped in May.",
            "dropped",
            "Plans to reopen it under new owners were dropped",
        ),
        ("She trained as a bookbinder, bought a boat and left.", "bought", "She bought a boat"),
        ("In the worst-hit village, Pietra, a landslide buried a school.", "buried", "A landslide buried a school"),
        (
            "She had beaten the holder Ann Orme 10–8 and the sport had a star.",
            "beaten",
            "She had beaten the holder Ann Orme 10–8",
        ),
        ("Rivers burst their banks late on Monday after rain fell.", "burst", "Rivers burst their banks"),
        (
            "She spent the following winter stacking shelves.",
            "spent",
            "She spent the following winter stacking shelves",
        ),
    ],
)
def test_a_headline_has_the_subject_that_the_sentence_gives_it(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger].startswith(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Berg was born in Oslo. Anna Berg is an engineer who served in the war.",
            "served",
            "Anna Berg served in the war",
        ),
        (
            "Brevik's founder and chairman, Anton Helle, 78, left. He started it in 1974.",
            "started",
            "[Anton Helle] started",
        ),
        (
            "Anna Berg served as Minister of Works until 2009. She built a dam in 2001.",
            "built",
            "[Anna Berg] built a dam",
        ),
        (
            "In 1985 Anna Berg married a colleague, Erik Lind. They had two sons and parted in 1999.",
            "parted",
            "[Anna Berg and",
        ),
        (
            "Ngozi Amadi-Lind won. Critics laughed. Amadi-Lind left. She resigned in 2009.",
            "resigned",
            "[Ngozi Amadi-Lind]",
        ),
    ],
)
def test_an_office_is_nobody_and_who_holds_it_is_somebody(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger].startswith(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "He will conduct the band that he founded in 1982 for what both say is the last time.",
            "conduct",
            "He will conduct the band that he founded",
        ),
        ("They made four records; one of them won a prize.", "won", "One of [four records] won a prize"),
        ("The eruption began, the survey said. It raised its alert at noon.", "raised", "It raised its alert"),
        ("In 2021 most of the victims died later.", "died", "Most of the victims died"),
        ("Flights are suspended until Thursday at the earliest.", "suspended", "Flights are suspended"),
        ("Lind quarrelled with the board and in May 1991 was dismissed.", "dismissed", "Lind was dismissed"),
    ],
)
def test_a_headline_says_it_once_and_of_the_right_one(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger].startswith(expected)


def test_she_may_be_a_ship() -> None:
    text = "Ruth Kemble spoke on Monday. The ferry was launched in 1987. She ran aground in 2016."
    assert headlines(text)["ran"].startswith("[The ferry] ran aground")


def test_a_firm_with_a_plural_name_is_it() -> None:
    told = headlines("Norvane Optics said on Thursday that it lost 14 million crowns.")
    assert told["lost"].startswith("[Norvane Optics] lost")


def test_her_before_what_she_was_declared_is_no_owner() -> None:
    told = headlines("Anna Berg was examined in May. The board declared her fit two weeks later.")
    assert told["declared"].startswith("The board declared [Anna Berg] fit")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # a name beside what it names
        (
            "Velde met the firm's owner, Ann Orme, at a lodge in 2011.",
            "met",
            "Velde met the firm's owner, Ann Orme, at a lodge",
        ),
        ("In 2012 it gave the firm, Orm Waste, a contract.", "gave", "It gave the firm, Orm Waste, a contract"),
        ("On Monday the bank sacked its chairman, Tom Velde.", "sacked", "The bank sacked its chairman, Tom Velde"),
        ("Another of its ships, the Orm, was seized in 2023.", "seized", "Another of its ships, the Orm, was seized"),
        ("The first to die, the cook Nils Orme, was buried in 1872.", "buried", "The cook Nils Orme was buried"),
        ("Orme's wife, Paula, was cleared of fraud in May.", "cleared", "Orme's wife, Paula, was cleared of fraud"),
        ("Her barrister, Colin Reyes, appealed in May.", "appealed", "Colin Reyes appealed in May"),
        ("It began with Kevin Orme, once the firm's head, who sold it in 2020.", "sold", "Kevin Orme sold it in 2020"),
        ("The bank sacked its chairman, Tom Velde, and shut.", "sacked", "The bank sacked its chairman"),
        # no age
        ("Ann Orme, 15, and Tom Velde, 16, died in May.", "died", "Ann Orme and Tom Velde died"),
        # what is to begin, what somebody was appointed to, who taught after that
        (
            "The mayor declared three days of mourning, to begin on 3 May.",
            "begin",
            "Three days of mourning are to begin",
        ),
        (
            "She held a chair at Orm, to which she was appointed in 1984.",
            "appointed",
            "She was appointed to a chair at Orm",
        ),
        ("Money took Ann Orme to Bristol, and after leaving in 1956 she taught.", "leaving", "[Ann Orme] left in 1956"),
        ("The next day Holt turned back with three of the men.", "turned", "Holt turned back with three of the men"),
        # what somebody says of at least so many; the only one
        ("The union says at least 90 people have fled since May.", "fled", "At least 90 people have fled"),
        # who jailed him, what blamed the drains
        (
            "Two dams burst in May; a report published the next year blamed poor drains.",
            "blamed",
            "A report blamed poor drains",
        ),
        ("The trial ended in May; a judge who has since retired jailed him.", "jailed", "A judge jailed him"),
        # what is to be decided
        ("The union will decide on Monday whether to strike.", "decide", "The union will decide whether to strike"),
        ("Parliament will vote in May on whether to ban it.", "vote", "Parliament will vote on whether to ban it"),
        ("Retired teacher Ann Orme set up a club in 2016.", "set", "Retired teacher Ann Orme set up a club"),
        ("Orme found a crack, 60 metres long, that opened in May.", "opened", "A crack opened in May"),
        # a relative clause that a time opens
        ("A party that in 2005 had won 40 seats lost them all.", "won", "A party had won 40 seats"),
        ("Then came a rank that by last autumn had slipped to 48th.", "slipped", "A rank had slipped to 48th"),
        ("He said that in 2005 prices fell.", "fell", "Prices fell"),
        # what comes after its verb
        ("Then came two operations.", "came", "Two operations came"),
        ("Then in 2003 came the verdict.", "came", "The verdict came"),
        ("Now lies the town in ruins.", "lies", "The town lies in ruins"),
        ("She followed him in May.", "followed", "She followed him in May"),
        # whom a clause without "that" explains; who stands after the time of a passive
        ("It failed before a deadline we had set expired.", "set", "We had set a deadline"),
        ("It failed before a deadline we had set expired.", "expired", "A deadline expired"),
        ("After the vote he left and she stayed.", "left", "He left"),
        ("In a letter sent on Friday the mayor, Ann Orme, denied it.", "sent", "A letter was sent"),
        ("In a letter sent on Friday the mayor, Ann Orme, denied it.", "denied", "Ann Orme denied it"),
        # his wife, and a shed that nobody shed
        ("A man fled. Derek Hale, 66, and his wife were found.", "found", "Derek Hale and his wife were found"),
        ("They kept a man in a garden shed for 14 years.", "kept", "They kept a man in a garden shed for 14 years"),
        ("The man in the car shed tears.", "shed", "The man in the car shed tears"),
        # what ends a sentence after a comma tells of the noun before it
        ("It will be played at the hall in Oslo, reopened in 2013.", "reopened", "The hall in Oslo was reopened"),
        ("She came in, sat down and wept.", "sat", "She sat down"),
        # so many of what nothing points at
        ("It counted puffins, two of which came ashore in 2018.", "came", "Two puffins came ashore in 2018"),
        # quotation marks go with what stood in them
        ('The results would be published "before Christmas".', "published", "The results would be published"),
        ('He called it "a lie" in May.', "called", 'He called it "a lie"'),
        # words taken for others
        ("The authors caution that it may fall: in May a rat was found dead.", "found", "A rat was found dead"),
        ("It fell when scaffolding at the gate gave way.", "gave", "Scaffolding at the gate gave way"),
    ],
)
def test_a_headline_names_whom_the_article_names(text: str, trigger: str, expected: str) -> None:
    assert headlines(text)[trigger] == expected
