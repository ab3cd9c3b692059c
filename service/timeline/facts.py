"""How the article stands to each mention, in view of when that was or is to be."""

from __future__ import annotations

from typing import Final

from service.events.facts.factuality import Factualities
from service.events.headlines.page import Page
from service.events.headlines.predicates import sets_down
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating
from service.record import changed

_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "that", "one", "those", "these", "who"}
)


class Facts(dict[int, Factuality]):
    """The factuality of one article's mentions by their numbers, each worked out when it is asked for: for what is
    never told nobody asks. What is dated after the day of publication is to come, whatever its tense."""

    def __init__(self, reading: EventReading, page: Page) -> None:
        super().__init__()
        self._mentions, self._page = reading.mentions, page
        outlooks = [mention.outlook for mention in reading.mentions]
        self._said = Factualities(reading.parse(), reading.links, outlooks, page.referents.of)
        published = reading.reading.published
        self._today = published.toordinal() if published is not None else None

    def __missing__(self, number: int) -> Factuality:
        fact = self[number] = self._of(self._mentions[number])
        return fact

    def _of(self, mention: Mention) -> Factuality:
        fact, dating, today = self._said.of(mention.number), mention.dating, self._today
        if fact.source is not None:
            fact = _named(fact)
        if today is None or dating is None:
            return fact
        if dating.basis != "document":
            fact = _in_view_of(today, self._page, mention, dating, fact)
        if fact.status == "occurred" and _lasts_until(dating, today) and _is_present_perfect(mention):
            return changed(fact, status="ongoing")
        return fact


def _in_view_of(today: int, page: Page, mention: Mention, dating: Dating, fact: Factuality) -> Factuality:
    """The fact in view of when the event was, or is to be: ``today`` is the ordinal of the day of publication."""
    start, end = dating.bounds
    if start is not None and start.day > today:
        if fact.status == "hypothetical" and sets_down(page, page.clauses.at(mention.trigger.token)):
            return changed(fact, status="scheduled", certainty="probable")
        if fact.status in ("occurred", "ongoing"):
            return changed(fact, status="scheduled")
    gone = start is not None and end is not None and end.day <= today
    if gone and mention.trigger.tense == "PASTPART" and fact.status == "scheduled":
        return changed(fact, status="occurred", certainty="certain")  # "will not lift a ban imposed in 2012"
    if end is not None and end.day < today and fact.status == "scheduled":
        # Planned for a day that has passed: the article does not say whether it came to it.
        planned = page.clauses.at(mention.trigger.token).kind == "infinitive"
        return changed(fact, status="occurred" if fact.certainty == "certain" and not planned else "hypothetical")
    return fact


def _named(fact: Factuality) -> Factuality:
    """The fact without a source that only a pronoun names: "according to he" tells nobody who."""
    return fact if fact.source is None or fact.source.lower() not in _PRONOUNS else changed(fact, source=None)


def _is_present_perfect(mention: Mention) -> bool:
    """ "Has held since May"; what "had held" is over."""
    return (mention.trigger.tense, mention.trigger.aspect) == ("PRESENT", "PERFECTIVE")


def _lasts_until(dating: Dating, today: int) -> bool:
    """Whether the event went on up to the day of publication: "has been closed since"."""
    end = dating.bounds.end
    return dating.extent == "throughout" and end is not None and end.day >= today
