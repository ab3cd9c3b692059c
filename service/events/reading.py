"""The events of one article as they are mentioned: every trigger with its clause, what dates it, and when it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.article import UNLIMITED, Article, Budget
from service.events.clauses.model import Clauses
from service.events.clauses.reader import read_clauses
from service.events.links.linking import link
from service.events.links.model import Anchor, Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.referents.resolving import Referents, read_referents
from service.events.tags.mending import mended
from service.events.times.ages import date_by_ages, has_birth
from service.events.times.bounds import date_triggers
from service.events.times.dating import Dating
from service.events.times.direction import turn
from service.events.times.discourse import carry_over
from service.events.times.lives import date_by_lives
from service.events.times.outlook import in_view_of, read_outlooks, settle_tenses
from service.events.triggers.finding import find_triggers
from service.events.triggers.model import Trigger
from service.record import changed, record
from service.temporal.calendar.periods import Moment
from service.temporal.engine import Reading, read_timexes
from service.text.sentences import Sentence, split_sentences
from service.text.tagging import tag
from service.text.tokens import Tokens, tokenize


@record
class Mention:
    """One mention of an event: ``number`` counts in text order; ``clause`` is the number of the clause that it stands
    in."""

    number: int
    trigger: Trigger
    clause: int
    outlook: Outlook
    dating: Dating | None


@dataclass(frozen=True, slots=True)
class EventReading:
    """What is known of an article's events before a timeline is made of them."""

    tokens: Tokens
    sentences: list[Sentence]
    tags: list[str]
    reading: Reading
    clauses: Clauses
    links: Links
    mentions: list[Mention]
    referents: Referents

    def names_time(self, anchor: Anchor) -> bool:
        """Whether an anchor tells when, and not only for how many days or years."""
        timex = self.reading.timexes[anchor.timex]
        lasts = timex.type == "DURATION" and timex.bounds is None and anchor.relation == "for"
        value = timex.value
        hours = value[2:-1] if value.startswith("PT") and value.endswith("H") else ""
        over_days = hours.isdecimal() and len(hours) < 5 and int(hours) >= 24  # "came after 36 hours of rain"
        return not lasts or (value.startswith("PT") and not over_days)

    def parse(self) -> Parse:
        """The same without what is known of the datings."""
        published = self.reading.published
        return Parse(
            self.tokens,
            self.sentences,
            self.tags,
            self.clauses,
            [mention.trigger for mention in self.mentions],
            self.reading.timexes,
            Moment(published.toordinal()) if published is not None else None,
        )


def read_events(article: Article, budget: Budget = UNLIMITED) -> EventReading:
    """Everything that ``article`` mentions as happening. Pure; linear in the length of the text.

    ``budget`` is polled between the stages, and inside those that take long.
    """
    tokens = tokenize(article.text)
    budget.check()
    sentences = split_sentences(tokens)
    budget.check()
    tags = tag(tokens, sentences)
    budget.check()
    tags = mended(tokens, sentences, tags, budget)
    reading = read_timexes(article, tokens, sentences, budget)
    triggers = find_triggers(tokens, sentences, tags, reading.timexes, budget) if article.language == "en" else []
    clauses = read_clauses(tokens, sentences, tags, reading.timexes, budget)
    budget.check()
    today = Moment(reading.published.toordinal()) if reading.published else None
    triggers = settle_tenses(triggers, clauses)
    parse = Parse(tokens, sentences, tags, clauses, triggers, reading.timexes, today)
    links = link(parse)
    budget.check()
    if links.turned:
        triggers = [changed(t, negated=False) if n in links.turned else t for n, t in enumerate(triggers)]
        parse = parse._replace(triggers=triggers)
    outlooks = read_outlooks(parse, links)
    budget.check()
    timexes = turn(parse, links, outlooks)
    parse = parse._replace(timexes=timexes)
    datings = date_triggers(parse, links, outlooks)
    budget.check()
    referents = read_referents(tokens, sentences, tags, clauses, article.title, budget)
    date_by_lives(parse, links, datings, referents.of)
    if has_birth(triggers, datings):
        date_by_ages(parse, links, datings, referents.of)
    narrative = reading.document_type == "narrative"
    datings = carry_over(parse, links, outlooks, datings, narrative)
    mentions = [
        Mention(n, trigger, links.clause[n], _seen(outlooks[n], trigger, datings[n], today, narrative), datings[n])
        for n, trigger in enumerate(triggers)
    ]
    return EventReading(tokens, sentences, tags, replace(reading, timexes=timexes), clauses, links, mentions, referents)


def _seen(outlook: Outlook, trigger: Trigger, dating: Dating | None, today: Moment | None, narrative: bool) -> Outlook:
    """The outlook in view of the dating; a narrative in the present tense tells what is past."""
    if dating is None or not dating.known:
        return outlook
    if today is None:
        told = narrative and outlook == "ongoing" and dating.extent == "within" and not dating.open
        return "past" if told else outlook
    start, end = dating.bounds
    if outlook == "ongoing" and trigger.tense != "INFINITIVE" and start is not None and start.day > today.day:
        return "future"  # "the council meets on Friday"
    return in_view_of(outlook, trigger.pos, start.day if start else None, end.day if end else None, today.day)
