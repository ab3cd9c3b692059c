"""What tells more of what is told already, in words of no family: "killing nine", "it happened at six", "a report
published in May blamed".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.events.clauses.model import Clause
from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating
from service.timeline.standing import owns_date

_HAPPENING: Final = frozenset({"happen", "occur"})
_MISHAPS: Final = frozenset(
    """accident incident disaster tragedy crash collision attack shooting stabbing explosion blast fire blaze derailment
    sinking collapse landslide killing murder""".split()
)
_ACCIDENTS: Final = frozenset(
    """crash collide derail overturn kill die injure sink capsize burn catch explode strike hit collapse fall run shoot
    stab murder overrun skid veer""".split()
)
_INJURING: Final = frozenset("kill injure hurt wound drown".split())
_SUFFERING: Final = _INJURING | {"die"}
_SUDDEN: Final = frozenset("crash collide derail overturn sink capsize explode collapse burn crush".split())
_BEATING: Final = frozenset({"beat", "defeat"})
_MAKING: Final = frozenset("publish release issue sign pass adopt".split())
# What is signed or comes out, and then says or does something.
_DOCUMENTS: Final = frozenset(
    """report study survey review audit paper book letter treaty law act deal agreement accord pact bill decree
    statement""".split()
)
_RECEPTION: Final = frozenset("meet receive win sell attract draw provoke face".split())  # how they were taken
_SHELLS: Final = frozenset("task job process feat move step exercise project".split())
_BEGINNING: Final = frozenset({"begin", "start", "break"})
_VAGUE: Final = frozenset("case dispute affair saga story trouble troubles quarrel row it problem problems".split())
_BACK: Final = 60  # mentions back that a mishap is looked for in


def hosts(reading: EventReading, chosen: Sequence[int]) -> dict[int, int]:
    """For each mention that only tells more of another one before it, that other; linear in their number."""
    found: dict[int, int] = {}
    among = set(chosen)
    mishaps: list[int] = []
    for n in chosen:
        mention = reading.mentions[n]
        lemma, host = mention.trigger.lemma, None
        if lemma == "kill" and mention.trigger.voice == "active":
            host = _told_by_toll(reading, mention)
        elif lemma in _HAPPENING:
            host = _that_happened(reading, mention, mishaps)
        else:
            clause = reading.clauses.at(mention.trigger.token)
            if lemma in _SUFFERING:
                host = _told_as_toll(reading, mention, clause, mishaps)
            elif lemma in _BEATING and clause.kind == "participle":
                host = _told_by_victory(reading, clause)
            elif clause.kind == "adverbial":
                host = _told_by_beginning(reading, mention, clause)
            elif clause.kind == "participle" and is_of_shell(reading, mention):
                host = reading.links.head.get(clause.parent) if clause.parent is not None else None
            elif clause.kind == "coordinate" and _is_twin(reading, mention, clause):
                host = reading.links.head.get(clause.parent) if clause.parent is not None else None
            elif clause.kind in ("main", "coordinate") and n and n - 1 in among:
                host = _told_by_report(reading, mention, clause)
        if host is not None and host in among and host < n:
            found[n] = host
        if lemma in _ACCIDENTS and mention.outlook == "past":
            mishaps.append(n)
    return found


def _is_twin(reading: EventReading, mention: Mention, clause: Clause) -> bool:
    """Whether one headline tells it with the verb it is joined to: "the navy seized and sank two boats"."""
    if clause.parent is None or clause.head != mention.trigger.token:
        return False
    return reading.clauses.twin(reading.clauses.clauses[clause.parent], reading.tags) is clause


def is_of_shell(reading: EventReading, mention: Mention) -> bool:
    """Whether it only says when what the sentence tells was done: "valves were fitted, a task completed in May"."""
    noun = reading.clauses.at(mention.trigger.token).antecedent
    if noun is None or noun < 2 or reading.tokens.lower[noun] not in _SHELLS:
        return False
    return reading.tokens.lower[noun - 1] in ("a", "an") and reading.tokens.words[noun - 2] == ","


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


def _told_as_toll(reading: EventReading, mention: Mention, clause: Clause, mishaps: Sequence[int]) -> int | None:
    """The mishap told just before that so many died in: "a train was derailed and four people were killed"."""
    span, trigger = clause.subject, mention.trigger
    if span is None or not mishaps or mention.outlook != "past" or owns_date(reading.links, mention):
        return None
    if trigger.pos != "verb" or (trigger.lemma in _INJURING and trigger.voice != "passive"):
        return None
    other = reading.mentions[mishaps[-1]]
    if trigger.sentence - other.trigger.sentence > 1 or other.trigger.lemma not in _SUDDEN:
        return None
    counted = any(reading.tags[i] == "CD" for i in range(*span)) and reading.tags[span[1] - 1] != "NNP"
    if not counted or other.dating is None or mention.dating is None:
        return None
    return other.number if _days(other.dating) == _days(mention.dating) else None


def _days(dating: Dating) -> tuple[int | None, int | None]:
    """The first and the last day of a time, whatever its hours."""
    start, end = dating.bounds
    return start.day if start is not None else None, end.day if end is not None else None


def _told_by_victory(reading: EventReading, clause: Clause) -> int | None:
    """ "Won the cup, beating the holders 2-1"."""
    host = reading.links.head.get(clause.parent) if clause.parent is not None else None
    if host is None or reading.mentions[host].trigger.lemma != "win":
        return None
    return host if reading.tokens.words[clause.first - 1] == "," else None


def _told_by_report(reading: EventReading, mention: Mention, clause: Clause) -> int | None:
    """The making of what says or does it: "a report published in May blamed", "a treaty signed in 1998 gave"."""
    if clause.subject is None or not clause.finite or mention.outlook != "past" or owns_date(reading.links, mention):
        return None
    other = reading.mentions[mention.number - 1]
    inner = reading.clauses.at(other.trigger.token)
    noun = inner.antecedent
    if inner.kind != "participle" or noun is None or other.trigger.lemma not in _MAKING:
        return None
    if mention.trigger.lemma in _RECEPTION:
        return None
    said_of = clause.subject[0] <= noun < clause.subject[1] and reading.tokens.lower[noun] in _DOCUMENTS
    return other.number if said_of else None


def _told_by_beginning(reading: EventReading, mention: Mention, clause: Clause) -> int | None:
    """What came about with it, at the same time: "the war broke out in May, when troops crossed the river"."""
    if clause.marker is None or clause.parent is None or clause.fronted:
        return None
    host = reading.links.head.get(clause.parent)
    if reading.tokens.lower[clause.marker] != "when" or host is None:
        return None
    above = reading.mentions[host]
    if above.dating is None or not above.dating.known or above.trigger.event_class == "REPORTING":
        return None
    if mention.outlook != "past" or above.trigger.aspect != "NONE":
        return None  # "was walking home when she was seized"
    return host if mention.dating is not None and above.dating.bounds == mention.dating.bounds else None


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


def says_more(reading: EventReading, mention: Mention, other: Mention) -> bool:
    """Whether the other says what it was that happened or began, or what came of what was signed or came out."""
    lemma, span = mention.trigger.lemma, reading.clauses.at(mention.trigger.token).subject
    if is_of_shell(reading, mention):
        return True
    if lemma in _MAKING:
        return other.number > mention.number and other.trigger.lemma not in _MAKING
    if lemma in _BEGINNING:
        return span is not None and reading.tokens.lower[span[1] - 1] in _VAGUE
    return lemma in _HAPPENING and other.trigger.lemma not in _HAPPENING
