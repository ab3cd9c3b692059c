"""From mentions to a timeline: each thing once, what an editor would keep, in order, with an id."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from service.article import UNLIMITED, Budget, Detail, Span
from service.events.headlines.page import Page
from service.events.headlines.writing import headline, is_subjectless
from service.events.links.model import Tie
from service.events.model import Event, EventTime, Factuality, Relation, Role
from service.events.reading import EventReading, Mention
from service.events.times.dating import Dating
from service.temporal.calendar.periods import Interval
from service.temporal.edtf import format_edtf
from service.timeline.confidence import confidence
from service.timeline.coreference import clusters
from service.timeline.doubt import is_doubtful
from service.timeline.facts import Facts
from service.timeline.kinds import kind_of
from service.timeline.owned import owned
from service.timeline.retelling import says_more
from service.timeline.standing import is_upcoming, may_come
from service.timeline.worth import ENOUGH, STRONG, THRESHOLD, WORDS_PER_FILLED_EVENT, at_most, ranks, worth

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "no", "any"})
_UNFILLED = frozenset(
    {"It", "He", "She", "They", "We", "I", "You", "This", "That", "Its", "His", "Her", "Their", "One"}
)
_SPEAKER = frozenset({"I", "me", "my", "we", "We", "us", "our", "you", "You", "your", "Your", "My", "Our"})
_HOURS = frozenset({"second", "minute", "hour"})
_RETOLD = 0.3
_LAST_SECOND = 86_399
_BACKGROUND = 92  # days: what lies further back than a quarter is background to the news


class _Choice(NamedTuple):
    """A mention that stands for an event, and the mentions that it stands for."""

    mention: Mention
    members: tuple[int, ...]
    teller: Mention  # whose headline tells it
    dater: Mention  # that says most closely when it was


def assemble(
    reading: EventReading, detail: Detail, budget: Budget = UNLIMITED
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The dated events in chronological order, and the undated ones in text order. ``budget`` is polled at each."""
    page = _page(reading)
    facts = Facts(reading, page)
    if detail == "full":
        choices = [_Choice(mention, (mention.number,), mention, mention) for mention in reading.mentions]
    else:
        choices = _choose(reading, page, facts, budget)
    names = {n: f"e{k}" for k, choice in enumerate(choices, start=1) for n in choice.members}
    events = [_event(reading, page, choice, facts, names, detail == "main") for choice in budget.over(choices)]
    dated = sorted((e for e in events if e.time is not None), key=_chronological)
    return tuple(dated), tuple(e for e in events if e.time is None)


def _owns_date(mention: Mention) -> bool:
    """Whether the mention's own words date it: of several tellings the one that says when is told."""
    dating = mention.dating
    return dating is not None and dating.basis in ("explicit", "relative") and not dating.shared


def _best(reading: EventReading, group: Sequence[int], worths: Sequence[float]) -> int:
    """Of several tellings the one that tells best."""
    if len(group) == 1:
        return group[0]
    return max(group, key=lambda n: (*_tells_best(reading, n), worths[n], -n))


def _sharpest(reading: EventReading, group: Sequence[int], best: int) -> int:
    """Of the tellings that date it themselves the one that dates it within the time of the best: "found last winter",
    "discovered on 14 January"."""
    for n in group:
        inner, outer = reading.mentions[n].dating, reading.mentions[best].dating
        if n == best or inner is None or outer is None or not _owns_date(reading.mentions[n]):
            continue
        if inner.extent != "within" or outer.extent != "within":
            continue
        if reading.clauses.at(reading.mentions[n].trigger.token).quoted or not _owns_date(reading.mentions[best]):
            continue
        kinds = kind_of(reading, reading.mentions[n]).names, kind_of(reading, reading.mentions[best]).names
        same = not set(kinds[0]).isdisjoint(kinds[1]) and not _opens(reading, n)
        if outer.precision == "day" and inner.precision in _HOURS and not same:
            continue  # "two died before dawn" in what burned all day; nobody says that all died as it broke out
        if inner.bounds != outer.bounds and _spans(outer.bounds, inner.bounds):
            best = n
    return best


def _opens(reading: EventReading, number: int) -> bool:
    """Whether a mention only says when something began, which may have lasted: "the blaze broke out at 2 a.m."."""
    trigger, lower = reading.mentions[number].trigger, reading.tokens.lower
    breaks_out = lower[trigger.token : trigger.token + 2] in (["broke", "out"], ["broken", "out"])
    return breaks_out or trigger.lemma in ("begin", "start", "erupt")


def _spans(outer: Interval, inner: Interval) -> bool:
    """Whether one time, both of whose ends are known, has other days or hours beside those of another within it."""
    if outer.start is None or outer.end is None or inner.start is None or inner.end is None:
        return False
    first = [(m.day, m.second or 0) for m in (outer.start, inner.start)]
    last = [(m.day, _LAST_SECOND if m.second is None else m.second) for m in (outer.end, inner.end)]
    return first[0] <= first[1] and last[1] <= last[0] and (first[0], last[0]) != (first[1], last[1])


def _teller(reading: EventReading, page: Page, group: Sequence[int], best: int) -> Mention:
    """Whose headline says what happened: not that of "it happened at six", nor one with "it" that nobody knows."""
    mention = reading.mentions[best]
    if len(group) == 1:
        return mention
    others = [reading.mentions[n] for n in group if n != best]
    fuller = next((other for other in others if says_more(reading, mention, other)), None)
    if fuller is not None:
        return fuller
    if headline(page, mention.trigger).partition(" ")[0] not in _UNFILLED:
        return mention
    named = [other for other in others if headline(page, other.trigger).partition(" ")[0] not in _UNFILLED]
    return named[0] if named else mention


def _tells_best(reading: EventReading, number: int) -> tuple[bool, bool]:
    """Whether the mention's own words date it, and whether the article itself tells it, not somebody it quotes."""
    mention = reading.mentions[number]
    return _owns_date(mention), not reading.clauses.at(mention.trigger.token).quoted


def _is_sure(reading: EventReading, mention: Mention, fact: Factuality) -> bool:
    """Whether the event is no doubtful one; a dispute with a date and "upcoming talks" are news anyway."""
    if not is_doubtful(reading, mention, fact):
        return True
    disputed = bool(fact.disputed_by) and mention.dating is not None and mention.dating.basis == "relation"
    return disputed or is_upcoming(reading, mention) or may_come(reading, mention, fact)


def _unnamed(page: Page, mention: Mention) -> float:
    """What a headline loses whose subject nobody knows: others are told before "it surrendered"."""
    return _OF_IT if headline(page, mention.trigger).partition(" ")[0] in ("It", "They", "This", "That") else 0.0


_OF_IT = 0.1


def _rank(figure: float, tellings: int, place: int) -> tuple[bool, float, int]:
    """The best come first; what is told more than once is better."""
    return figure < THRESHOLD, -figure - (_RETOLD if tellings > 1 else 0.0), place


def _is_told(page: Page, mention: Mention, figure: float) -> bool:
    """Whether there is something to tell: a headline that says what, and no two readings that exclude each other."""
    if _is_bare(page, mention) or (mention.dating is not None and _is_crossed(mention.dating.bounds)):
        return False
    if mention.trigger.pos == "verb" and is_subjectless(page, mention.trigger):
        return False
    words = headline(page, mention.trigger)
    if page.speaks and not _SPEAKER.isdisjoint(words.replace("'", " ").replace("’", " ").split()):
        return page.of_writer and _is_writers(page, mention)
    if words.partition(" ")[0] not in _UNFILLED:
        return True
    if page.clauses.at(mention.trigger.token).quoted:
        return False  # "They will get one": whoever says so knows who
    return figure >= STRONG or _owns_date(mention)


def _is_writers(page: Page, mention: Mention) -> bool:
    """Whether the writer tells what he did, and when: "In 2015 we hired three engineers"."""
    clause = page.clauses.at(mention.trigger.token)
    told = clause.subject is not None and page.tokens.lower[clause.subject[1] - 1] in ("we", "i")
    did = mention.trigger.event_class in ("OCCURRENCE", "ASPECTUAL", "I_ACTION")
    return told and did and not clause.quoted and clause.attribution is None and _owns_date(mention)


def _is_bare(page: Page, mention: Mention) -> bool:
    """Whether a noun in a clause stands with nothing that says which event it names: "a decision"."""
    if mention.trigger.pos != "noun" or page.clauses.at(mention.trigger.token).head is None:
        return False
    return sum(word.lower() not in _ARTICLES for word in headline(page, mention.trigger).split()) < 2


def _page(reading: EventReading) -> Page:
    return Page.of(reading.tokens, reading.tags, reading.clauses, reading.reading.timexes, reading.referents)


def _choose(reading: EventReading, page: Page, facts: Facts, budget: Budget) -> list[_Choice]:
    """What an editor would keep, in text order."""
    rank = ranks(reading)
    worths = [worth(reading, m, facts, rank[m.trigger.sentence]) for m in budget.over(reading.mentions)]
    able = [n for n, figure in enumerate(worths) if figure >= ENOUGH]
    words = sum(map(str.isalnum, map(itemgetter(0), reading.tokens.words)))
    kept = _kept(reading, page, facts, worths, able, words // WORDS_PER_FILLED_EVENT, budget)
    groups = clusters(reading, page, facts, kept, budget)
    best = [_best(reading, group, worths) for group in groups]
    # What is told twice is worth what the better telling is: "were killed when a bus and a truck collided on Tuesday".
    figures = [
        max(worths[n] for n in group) - _unnamed(page, reading.mentions[b])
        for group, b in zip(groups, best, strict=True)
    ]
    order = sorted(range(len(groups)), key=lambda g: _rank(figures[g], len(groups[g]), best[g]))
    strong = sum(figure >= STRONG for figure in figures)
    enough = sum(figure >= THRESHOLD for figure in figures)
    filled = max(enough, min(len(order), words // WORDS_PER_FILLED_EVENT))
    taken = sorted(order[: min(filled, at_most(words, strong))], key=lambda g: best[g])
    mentions = reading.mentions
    return [
        _Choice(
            mentions[best[g]],
            tuple(groups[g]),
            _teller(reading, page, groups[g], best[g]),
            mentions[_sharpest(reading, groups[g], best[g])],
        )
        for g in taken
    ]


def _kept(
    reading: EventReading,
    page: Page,
    facts: Facts,
    worths: Sequence[float],
    able: Sequence[int],
    enough: int,
    budget: Budget,
) -> list[int]:
    """Of the mentions that are worth telling those that can be told; where more than ``enough`` of them are sure, only
    the sure ones. Whether one can be told is asked last: its headline has to be written for that."""
    sure = {n for n in able if _is_sure(reading, reading.mentions[n], facts[n])}
    told = [n for n in budget.over(able) if n in sure and _is_told(page, reading.mentions[n], worths[n])]
    if len(told) > enough:
        return told
    others = [n for n in budget.over(able) if n not in sure and _is_told(page, reading.mentions[n], worths[n])]
    return sorted([*told, *others])


def _event(
    reading: EventReading,
    page: Page,
    choice: _Choice,
    facts: Facts,
    names: dict[int, str],
    main: bool,
) -> Event:
    tokens, mention = reading.tokens, choice.mention
    trigger, fact = mention.trigger, facts[mention.number]
    dating = owned(reading, choice.dater) if main else mention.dating
    return Event(
        id=names[mention.number],
        headline=headline(page, choice.teller.trigger),
        trigger=Span(tokens.starts[trigger.token], tokens.ends[trigger.token]),
        time=_time(dating),
        factuality=fact,
        evidence=_sentence(reading, trigger.sentence),
        role="main" if fact.disputed_by else _role(reading, mention, dating),
        confidence=confidence(reading, choice.dater, dating, fact),
        event_class=trigger.event_class,
        tense=trigger.tense,
        aspect=trigger.aspect,
        relations=_relations(reading, choice, names),
        pos=trigger.pos,
        modal=trigger.modal,
        retold=tuple([_sentence(reading, n) for n in _elsewhere(reading, choice)]),
    )


def _sentence(reading: EventReading, number: int) -> Span:
    """The span of a sentence."""
    sentence = reading.sentences[number]
    return Span(reading.tokens.starts[sentence.first], reading.tokens.ends[sentence.last - 1])


def _elsewhere(reading: EventReading, choice: _Choice) -> list[int]:
    """The other sentences that tell the event, in text order."""
    if len(choice.members) == 1:
        return []
    told = {reading.mentions[n].trigger.sentence for n in choice.members}
    return sorted(told - {choice.mention.trigger.sentence})


def _relations(reading: EventReading, choice: _Choice, names: dict[int, str]) -> tuple[Relation, ...]:
    """What the text says of the order to other events that are told."""
    own = names[choice.mention.number]
    found = [
        Relation(tie.relation, names[tie.other])
        for n in choice.members
        for tie in reading.links.ties[n]
        if tie.other in names and names[tie.other] != own and not _is_belied(reading, n, tie)
    ]
    return tuple(dict.fromkeys(found))


def _is_belied(reading: EventReading, number: int, tie: Tie) -> bool:
    """Whether the times of two events say the opposite: "asked for it in 1936, and again after its fall in 1963"."""
    one, other = reading.mentions[number].dating, reading.mentions[tie.other].dating
    if one is None or other is None:
        return False
    first, last = (one, other) if tie.relation == "before" else (other, one)
    start, end = first.bounds.start, last.bounds.end
    return tie.relation in ("before", "after") and start is not None and end is not None and end.day < start.day


def _role(reading: EventReading, mention: Mention, dating: Dating | None) -> Role:
    """Background is what the news only looks back on; a narrative has no news. ``dating`` is the one that is told."""
    published = reading.reading.published
    if reading.reading.document_type == "narrative" or published is None or dating is None:
        return "main"
    last = dating.bounds.end
    if last is not None and published.toordinal() - last.day > _BACKGROUND:
        return "background"
    pluperfect = mention.trigger.aspect == "PERFECTIVE" and mention.trigger.tense == "PAST"
    return "background" if pluperfect and not dating.known else "main"


def _time(dating: Dating | None) -> EventTime | None:
    if dating is None or (dating.bounds.start is None and dating.bounds.end is None):
        return None
    if _is_crossed(dating.bounds):
        return None
    edtf = format_edtf(dating.bounds, dating.precision, dating.extent, dating.approximate)
    return EventTime(
        dating.bounds, dating.extent, dating.precision, dating.approximate, edtf, dating.basis, dating.timexes
    )


def _is_crossed(bounds: Interval) -> bool:
    """Whether two readings of the text exclude each other: then its time is not known."""
    return bounds.start is not None and bounds.end is not None and bounds.end.day < bounds.start.day


def _chronological(event: Event) -> tuple[bool, int, int, int, int, int]:
    """What is to come stands after what has been; then by start (an open one by its end), end, place in the text."""
    assert event.time is not None
    start, end = event.time.bounds
    first = start or end
    last = end or start
    assert first is not None
    assert last is not None
    coming = event.factuality.status in ("scheduled", "hypothetical")
    return coming, first.day, first.second or 0, last.day, last.second or 86_400, event.trigger.start
