"""Which of the days that a mention was given by the story is published: one that was carried far is only a bound."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating, by_tense
from service.events.times.story_day import DAY
from service.record import changed
from service.temporal.calendar.periods import Moment


def owned(reading: EventReading, mention: Mention) -> Dating | None:
    """The dating without a day that was only carried over from another sentence, or that is the publication's because
    the story names none: the publication is all that bounds it.

    Read on its own such a day is right about two times in three, which is no date to publish; where it stands right
    before, nine times in ten.
    """
    dating, published = mention.dating, reading.reading.published
    if dating is None or published is None or any(map(reading.names_time, reading.links.anchors[mention.number])):
        return dating
    carried = dating.shared and dating.basis in ("explicit", "relative")
    if carried and _is_second_of_two(reading, mention):
        return dating
    if carried and _follows_at_once(reading, mention, dating):
        return changed(dating, approximate=True)
    if not carried and not (dating.basis == "document" and dating.approximate):
        return dating
    return by_tense(mention.outlook, Moment(published.toordinal())) or dating


def _follows_at_once(reading: EventReading, mention: Mention, dating: Dating) -> bool:
    """Whether the day stands in the sentence before, of the same paragraph: "The dam broke on Tuesday. Water filled the
    streets"; not what "the" firm or "the" victim did, who may be told of on any day."""
    own = reading.clauses.at(mention.trigger.token)
    if own.kind != "main" or own.subject is None or own.head != mention.trigger.token or dating.precision not in DAY:
        return False
    if reading.tokens.lower[own.subject[0]] == "the":
        return False
    number, timexes = mention.trigger.sentence, reading.reading.timexes
    if not number or reading.sentences[number - 1].paragraph != reading.sentences[number].paragraph:
        return False
    before, own_last = reading.sentences[number - 1], reading.sentences[number].last
    told = False
    for timex in timexes[bisect_left(timexes, before.first, key=attrgetter("first")) :]:
        if timex.first >= own_last:
            break
        if timex.first >= before.last and timex.type in ("DATE", "TIME"):
            return False  # "was questioned that December": it has a day of its own, though it may not be known
        told = told or timex.id in dating.timexes
    return told


def _is_second_of_two(reading: EventReading, mention: Mention) -> bool:
    """Whether the same one did it in the same breath as something dated: "came on Tuesday and declared a truce"."""
    own = reading.clauses.at(mention.trigger.token)
    if own.kind != "coordinate" or own.parent is None or own.head != mention.trigger.token:
        return False
    if own.verb is not None and "on" in reading.tokens.lower[own.first : own.verb[0]]:
        return False  # "and on the 28th was freed": of a day of its own, though nobody knows which
    parent = reading.clauses.clauses[own.parent]
    above = reading.links.head.get(own.parent)
    if above is None or parent.subject != own.subject or parent.sentence != own.sentence:
        return False
    first, dating = reading.mentions[above].dating, mention.dating
    if first is None or dating is None or first.timexes != dating.timexes:
        return False
    return any(anchor.relation == "in" and anchor.via == "clause" for anchor in reading.links.anchors[above])
