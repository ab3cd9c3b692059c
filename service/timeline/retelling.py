"""What tells more of what is told already, in words of no family: "killing nine", "it happened at six", "a report
published in May blamed".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.reading import EventReading, Mention
from service.timeline.standing import owns_date

_HAPPENING: Final = frozenset({"happen", "occur"})
_MISHAPS: Final = frozenset(
    """accident incident disaster tragedy crash collision attack shooting stabbing explosion blast fire blaze derailment
    sinking collapse landslide killing murder""".split()
)
_ACCIDENTS: Final = frozenset(
    """crash collide derail overturn kill die injure sink capsize burn catch explode strike hit collapse fall run shoot
    stab murder""".split()
)
_PUBLISHING: Final = frozenset("publish release issue".split())
_FINDING: Final = frozenset(
    "blame find criticize criticise clear conclude recommend urge warn accuse say show suggest reveal".split()
)
_BACK: Final = 60  # mentions back that a mishap is looked for in


def hosts(reading: EventReading, chosen: Sequence[int]) -> dict[int, int]:
    """For each mention that only tells more of another one before it, that other; linear in their number."""
    found: dict[int, int] = {}
    among = set(chosen)
    mishaps: list[int] = []
    for n in chosen:
        mention = reading.mentions[n]
        lemma, host = mention.trigger.lemma, None
        if lemma == "kill":
            host = _told_by_toll(reading, mention)
        elif lemma in _FINDING:
            host = _told_by_report(reading, mention)
        elif lemma in _HAPPENING:
            host = _that_happened(reading, mention, mishaps)
        if host is not None and host in among and host < n:
            found[n] = host
        if lemma in _ACCIDENTS and mention.outlook == "past":
            mishaps.append(n)
    return found


def _told_by_toll(reading: EventReading, mention: Mention) -> int | None:
    """What killed them: "a missile struck a depot, killing nine"."""
    clause = reading.clauses.at(mention.trigger.token)
    if clause.kind != "participle" or clause.parent is None:
        return None
    if reading.tokens.words[clause.first - 1] != "," or owns_date(reading.links, mention):
        return None
    host = reading.links.head.get(clause.parent)
    if host is None or reading.mentions[host].trigger.event_class == "REPORTING":
        return None
    return host


def _told_by_report(reading: EventReading, mention: Mention) -> int | None:
    """The publication of what finds it: "a report published in May blamed the owner"."""
    clause = reading.clauses.at(mention.trigger.token)
    if clause.subject is None or owns_date(reading.links, mention):
        return None
    for n in range(mention.number - 1, max(mention.number - 3, -1), -1):
        other = reading.mentions[n]
        inner = reading.clauses.at(other.trigger.token)
        said_of = inner.antecedent is not None and clause.subject[0] <= inner.antecedent < clause.subject[1]
        if inner.kind == "participle" and said_of and other.trigger.lemma in _PUBLISHING:
            return n
    return None


def _that_happened(reading: EventReading, mention: Mention, mishaps: Sequence[int]) -> int | None:
    """The first mishap of the time that "it", or "the accident", happened at."""
    span = reading.clauses.at(mention.trigger.token).subject
    if span is None or mention.dating is None:
        return None
    first, last = reading.tokens.lower[span[0]], reading.tokens.lower[span[1] - 1]
    if first not in ("it", "the", "this") or (first != "it" and last not in _MISHAPS):
        return None
    when = mention.dating.bounds
    for n in mishaps[-_BACK:]:
        dating = reading.mentions[n].dating
        if dating is None:
            continue
        late = dating.bounds.start is not None and when.end is not None and when.end.day < dating.bounds.start.day
        early = dating.bounds.end is not None and when.start is not None and dating.bounds.end.day < when.start.day
        if not late and not early:
            return n
    return None


def says_more(mention: Mention, other: Mention) -> bool:
    """Whether the other says what it was that happened, or what was found by what came out."""
    if mention.trigger.lemma in _PUBLISHING:
        return other.trigger.lemma in _FINDING
    return mention.trigger.lemma in _HAPPENING and other.trigger.lemma not in _HAPPENING
