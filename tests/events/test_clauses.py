"""Clauses, told by their verbs: what each is, whose verb it completes, and who reports it."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.events.clauses.model import Clause, Clauses
from service.events.clauses.reader import read_clauses
from service.temporal.engine import read_timexes
from service.text.sentences import split_sentences
from service.text.tagging import tag
from service.text.tokens import Tokens, tokenize


class Read:
    """One text's clauses, looked up by their main verbs."""

    def __init__(self, text: str) -> None:
        self.tokens: Tokens = tokenize(text)
        sentences = split_sentences(self.tokens)
        reading = read_timexes(Article(text, published_at=date(2025, 3, 23)), self.tokens, sentences)
        tags = tag(self.tokens, sentences)
        self.clauses: Clauses = read_clauses(self.tokens, sentences, tags, reading.timexes)

    def of(self, verb: str) -> Clause:
        found = [c for c in self.clauses.clauses if c.head is not None and self.tokens.words[c.head] == verb]
        assert len(found) == 1, f"{verb} heads {len(found)} clauses"
        return found[0]

    def words(self, stretch: tuple[int, int] | None) -> str:
        return " ".join(self.tokens.words[stretch[0] : stretch[1]]) if stretch else ""

    def home(self, word: str) -> str:
        """The main verb of the clause that ``word`` belongs to."""
        clause = self.clauses.at(self.tokens.words.index(word))
        return self.tokens.words[clause.head] if clause.head is not None else ""


@pytest.mark.parametrize(
    ("text", "verb", "kind", "subject"),
    [
        ("The mayor opened the bridge.", "opened", "main", "The mayor"),
        ("The firm said that it had signed the lease.", "signed", "complement", "it"),
        ("Police believe the fire began in a bakery.", "began", "complement", "the fire"),
        ("The ferry, which sank in May, was raised.", "sank", "relative", ""),
        ("The ferry, which sank in May, was raised.", "raised", "main", "The ferry"),
        ("The letter he wrote was lost.", "wrote", "relative", "he"),
        ("After the talks failed, the union called a strike.", "failed", "adverbial", "the talks"),
        ("After the talks failed, the union called a strike.", "called", "main", "the union"),
        ("Shares fell on Monday and rose on Tuesday.", "rose", "coordinate", "Shares"),
        ("A wall collapsed, killing two workers.", "killing", "participle", ""),
        ("The council voted to close the pool.", "close", "infinitive", ""),
        ("He was accused of hiding the money.", "hiding", "gerund", ""),
        ('"We will appeal," the lawyer said.', "said", "attribution", "the lawyer"),
        ("The woman arrested in May was freed on Friday.", "arrested", "participle", ""),
        ("Crews digging with spades and bare hands pulled out a boy.", "pulled", "main", "Crews"),
        ("A ship carrying tents and food was seized.", "seized", "main", "A ship"),
        ("The officer who wrote the letter retired on full pension.", "retired", "main", "The officer"),
        ("Three men who changed what we know of cause and effect won the prize.", "won", "main", "Three men"),
        ("The ferries, withdrawn when it opened, are to start again.", "start", "main", "The ferries"),
        ("Work stopped when the builder, Harland Civil, collapsed.", "collapsed", "adverbial", "Harland Civil"),
        ("Rain fell in the north and the rivers rose.", "rose", "coordinate", "the rivers"),
        ("More than 200 people marched on Friday.", "marched", "main", "200 people"),
        ("In May it was sold; the Post reported on Friday that a bank had left.", "reported", "coordinate", "the Post"),
        ("In May it was sold; the Post reported on Friday that a bank had left.", "left", "complement", "a bank"),
        ("It was cold; officials said.", "said", "attribution", "officials"),
        ("The woman arrested in May was freed on Friday.", "freed", "main", "The woman"),
    ],
)
def test_a_verb_heads_its_clause(text: str, verb: str, kind: str, subject: str) -> None:
    read = Read(text)
    clause = read.of(verb)
    assert (clause.kind, read.words(clause.subject)) == (kind, subject)


@pytest.mark.parametrize(
    ("text", "reported", "reporter"),
    [
        ("The firm said that it had signed the lease.", "signed", "said"),
        ("The bank failed in May, regulators said.", "failed", "said"),
        ('"The bank failed in May," said the regulator.', "failed", "said"),
        ('The minister replied, "We closed the border."', "closed", "replied"),
        ("The spokesman told reporters the deal was dead.", "was", "told"),
    ],
)
def test_what_is_reported_knows_its_reporter(text: str, reported: str, reporter: str) -> None:
    read = Read(text)
    assert read.of(reported).attribution == read.of(reporter).index


def test_a_main_clause_in_its_own_voice_has_no_reporter() -> None:
    assert Read("The bank failed in May and closed its doors.").of("failed").attribution is None


def test_according_to_names_the_source() -> None:
    read = Read("According to the coast guard, the boat left port on Friday.")
    assert read.words(read.of("left").according) == "the coast guard"


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The company said on Thursday that it had opened a mine in May.", "Thursday", "said"),
        ("The company said on Thursday that it had opened a mine in May.", "May", "opened"),
        ("The clerk, hired in 2020, left on Friday.", "2020", "hired"),
        ("The clerk, hired in 2020, left on Friday.", "Friday", "left"),
        ("Police arrested a man wanted since 2019, officials said on Friday.", "Friday", "said"),
        ("On Monday the court fined the firm, which had moved in 2021.", "2021", "moved"),
    ],
)
def test_words_belong_to_their_innermost_clause(text: str, word: str, verb: str) -> None:
    read = Read(text)
    clause = read.clauses.at(read.tokens.words.index(word))
    while clause.head is None and clause.parent is not None:
        clause = read.clauses.clauses[clause.parent]
    assert clause.head is not None
    assert read.tokens.words[clause.head] == verb


def test_every_token_has_a_clause_of_its_own_sentence() -> None:
    text = 'He came. She said, "Go now," and left; they stayed (for years) until it ended.\n\nMore to come'
    read = Read(text)
    sentences = split_sentences(read.tokens)
    for number, sentence in enumerate(sentences):
        owners = {read.clauses.at(i).sentence for i in range(sentence.first, sentence.last)}
        assert owners == {number}


def test_parents_come_before_or_stand_in_the_same_sentence() -> None:
    read = Read("When asked, he said that what she wrote, though short, was read by all who came to hear it.")
    for clause in read.clauses.clauses:
        if clause.parent is not None:
            assert read.clauses.clauses[clause.parent].sentence == clause.sentence
            assert clause.parent != clause.index


def test_what_seemed_an_object_may_be_the_subject_after_an_aside() -> None:
    read = Read("She said the zone, set up after the second case, would be extended.")
    clause = next(c for c in read.clauses.clauses if c.head is not None and read.tokens.words[c.head] == "extended")
    assert clause.kind == "complement"
    assert clause.subject is not None
    assert read.tokens.words[clause.subject[0] : clause.subject[1]] == ["the", "zone"]


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("A bridge over the Orm, which engineers had closed, gave way.", "closed", "bridge"),
        ("The mayor of the town, which flooded in May, resigned.", "flooded", "town"),
        ("A lecture on ice that she attended in 1957 settled it.", "attended", "lecture"),
        ("She liked the ice that covered the lake.", "covered", "ice"),
        ("A strike at its main plant that ended in May cost it a year.", "ended", "strike"),
        ("It broke after a nurse at the jail, who had copied the film, left.", "copied", "nurse"),
        ("It broke after the head of the guards, who had copied the film, left.", "copied", "guards"),
    ],
)
def test_a_relative_clause_explains_a_noun(text: str, verb: str, noun: str) -> None:
    read = Read(text)
    antecedent = read.of(verb).antecedent
    assert antecedent is not None
    assert read.tokens.words[antecedent] == noun
