"""Which expressions are told of what: of what is past, of what was said, of what went on, of what was settled."""

from __future__ import annotations

from collections.abc import Sequence

from service.events.clauses.model import Clause, Clauses
from service.events.links.model import BARE_DAYS, Links
from service.events.model import Outlook
from service.events.parse import Parse
from service.events.triggers.model import Trigger
from service.events.words.kinship import calamity
from service.events.words.verbs import FORWARD, SCHEDULING
from service.temporal.model import Timex

CLOCKS = frozenset({"clock-time", "about-clock-time"})
BY_DAY = frozenset({"day", "hour", "minute", "second"})


def dating_past(
    timexes: Sequence[Timex],
    clauses: Clauses,
    triggers: Sequence[Trigger],
    outlooks: Sequence[Outlook],
    links: Links,
) -> frozenset[int]:
    """Numbers of the expressions on which something past is told."""
    return frozenset(
        anchor.timex
        for number, trigger in enumerate(triggers)
        if links.anchors[number]
        if trigger.pos == "verb" and _is_done(trigger, outlooks[number], clauses.clauses[links.clause[number]])
        for anchor in links.anchors[number]
        if anchor.relation == "in" or _is_of_a_day_told(timexes[anchor.timex])
    )


def _is_of_a_day_told(timex: Timex) -> bool:
    """Whether a time of day was put on a day that the text told before it, not on that of publication."""
    return timex.rule in CLOCKS and timex.anchor != "published_at"


def dating_speech(
    timexes: Sequence[Timex], clauses: Clauses, triggers: Sequence[Trigger], links: Links
) -> frozenset[int]:
    """Numbers of the expressions that follow a verb of saying and date nothing else: "said on Monday that …". What is
    told of next did not happen then."""
    said: set[int] = set()
    others: set[int] = set()
    for number, trigger in enumerate(triggers):
        for anchor in links.anchors[number]:
            clause = clauses.clauses[links.clause[number]]
            speech = trigger.event_class == "REPORTING" and trigger.voice == "active" and clause.object is None
            after = timexes[anchor.timex].first > trigger.token
            (said if speech and after else others).add(anchor.timex)
    return frozenset(said - others)


def dating_what_lasts(
    clauses: Clauses, triggers: Sequence[Trigger], links: Links, lower: Sequence[str]
) -> frozenset[int]:
    """Numbers of the expressions on which nothing is told but what was going on, or since when it goes on: "were still
    searching on Monday", "have been trapped since it collapsed on Monday"."""
    lasting: set[int] = set()
    others: set[int] = set()
    for number, (trigger, anchors) in enumerate(zip(triggers, links.anchors, strict=True)):
        if not anchors:
            continue
        progressive = trigger.tense == "PAST" and trigger.aspect == "PROGRESSIVE"
        marker = clauses.clauses[links.clause[number]].marker
        since = marker is not None and lower[marker] == "since"
        (lasting if progressive or since else others).update([anchor.timex for anchor in anchors])
    return frozenset(lasting - others)


def dating_asides(parse: Parse, links: Links) -> frozenset[int]:
    """Numbers of the days that only a relative clause names, when a clock time follows in another sentence: "the plant,
    which was shut on Saturday, is safe. Flights resumed at noon"."""
    aside: set[int] = set()
    others: set[int] = set()
    clocks: dict[int, int] = {}  # sentence → the first clock time in it
    for number, trigger in enumerate(parse.triggers):
        kind = parse.clauses.clauses[links.clause[number]].kind
        for anchor in links.anchors[number]:
            if parse.timexes[anchor.timex].rule in CLOCKS:
                clocks.setdefault(trigger.sentence, anchor.timex)
            (aside if kind == "relative" else others).add(anchor.timex)
    clock_sentences = {
        parse.triggers[n].sentence for n, anchors in enumerate(links.anchors) if any(a.timex in aside for a in anchors)
    } & clocks.keys()
    within = {
        a.timex
        for n, anchors in enumerate(links.anchors)
        if parse.triggers[n].sentence in clock_sentences
        for a in anchors
    }
    return frozenset(aside - others - within)


def agreed(parse: Parse, links: Links, outlooks: Sequence[Outlook]) -> dict[int, int]:
    """For each weekday of what was settled on another day before it, the number of that day: "agreed late on Monday to
    meet on Saturday"."""
    found: dict[int, int] = {}
    for number, trigger in enumerate(parse.triggers):
        if trigger.tense != "INFINITIVE" or outlooks[number] != "future" or not links.anchors[number]:
            continue
        clause = parse.clauses.clauses[links.clause[number]]
        above = links.head.get(clause.parent) if clause.parent is not None else None
        if above is None or parse.triggers[above].tense != "PAST":
            continue
        for anchor in links.anchors[number]:
            days = [a.timex for a in links.anchors[above] if a.relation == "in" and a.timex != anchor.timex]
            bounds = parse.timexes[days[0]].bounds if days else None
            exact = bounds is not None and bounds.start is not None and parse.timexes[days[0]].precision in BY_DAY
            if exact and days[0] < anchor.timex and parse.timexes[anchor.timex].rule in BARE_DAYS:
                found[anchor.timex] = days[0]
    return found


def of_what_was_told(parse: Parse, links: Links) -> dict[int, int]:
    """For each clock time on "the quake", the number of the day that its sort was told of: "a quake struck on Sunday.
    … The quake hit at 4:12"."""
    found: dict[int, int] = {}
    days: dict[str, int] = {}
    for number, trigger in enumerate(parse.triggers):
        sort = calamity(trigger.lemma)
        if sort is None or trigger.pos != "noun":
            continue
        for anchor in links.anchors[number]:
            timex = parse.timexes[anchor.timex]
            definite = parse.tokens.lower[trigger.first] == "the"
            if timex.rule in CLOCKS and definite and sort in days:
                found[anchor.timex] = days[sort]
            elif timex.precision == "day" and anchor.relation == "in":
                days.setdefault(sort, anchor.timex)
    return found


def _is_done(trigger: Trigger, outlook: Outlook, clause: Clause) -> bool:
    """Whether a verb tells what is done: "closed in June", "a man taken in June", "speaking on Tuesday, he promised";
    not what is only meant to be ("a strike planned for June")."""
    if trigger.tense == "PRESPART":
        return outlook == "past" and clause.kind in ("participle", "gerund", "adverbial")
    if trigger.tense == "INFINITIVE":
        # "came back, only to leave in May", "was to have begun at 9 a.m."
        return trigger.aspect.startswith("PERFECTIVE") or (outlook == "past" and clause.kind == "infinitive")
    if trigger.tense == "PASTPART":
        return trigger.lemma not in FORWARD and trigger.lemma not in SCHEDULING
    return trigger.tense == "PAST"


def explained(triggers: Sequence[Trigger], links: Links) -> frozenset[int]:
    """Numbers of the expressions from which something past is counted ("18 December, the day before he left")."""
    return frozenset(
        anchor.timex
        for trigger, anchors in zip(triggers, links.anchors, strict=True)
        if trigger.tense == "PAST"
        for anchor in anchors
        if anchor.offset is not None
    )
