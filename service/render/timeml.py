"""``application/timeml+xml``: the article annotated with TimeML 1.2.1, laid out as the TempEval-3 corpora are.

``DCT`` holds the publication date, ``TEXT`` the article with TIMEX3 and EVENT; MAKEINSTANCE and TLINK follow. The text
of ``TEXT`` is the article's, but for characters that XML cannot hold: each of those is U+FFFD. A link is written only
where the bounds, or the article, bear it out. An event whose trigger overlaps an expression has no place in TimeML's
flat text; it is left out with its instance and links. No SIGNAL, SLINK or ALINK is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from service.article import UNLIMITED, Budget
from service.events.model import Event, EventTime
from service.render.characters import xml_characters
from service.render.markup import Piece, pieces
from service.temporal.calendar.periods import Interval, Moment
from service.temporal.model import Timex
from service.timeline.model import Timeline

MEDIA_TYPE = "application/timeml+xml"
_TENSES = frozenset(("PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"))
_ASPECTS = frozenset(("PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"))
_LAST_SECOND = 86_399
_Instant = tuple[int, int]


def render(timeline: Timeline, budget: Budget = UNLIMITED) -> str:
    """The document. ``budget`` is polled at each piece of the text and each instance."""
    cut = list(budget.over(pieces(timeline)))
    # One EVENT for a word, an instance for each event that it tells of: every event with the id of its word's first.
    words = [piece.events for piece in cut if piece.timex is None and piece.events]
    placed = {event.id: event for events in words for event in events}
    creation_time = _free_id({timex.id for timex in timeline.timexes})
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        f"<DOCID>{sha256(timeline.article.text.encode('utf-8', 'replace')).hexdigest()[:16]}</DOCID>\n",
        _creation(timeline.published_at, creation_time),
        f"<TITLE>{_text(timeline.article.title)}</TITLE>\n" if timeline.article.title else "",
        "<TEXT>",
        *_body(budget.over(cut), {piece.timex.id for piece in cut if piece.timex}, timeline, creation_time),
        "</TEXT>\n",
        *(_instance(event, events[0].id) for events in budget.over(words) for event in events),
        *budget.over(_links(timeline, placed, creation_time)),
        "</TimeML>\n",
    ]
    return "".join(parts)


def _free_id(taken: set[str]) -> str:
    """``t0``, as in the corpora, unless an expression is called that."""
    return next(name for number in count() if (name := "t0" if number == 0 else f"t0-{number}") not in taken)


def _creation(published_at: str | None, tid: str) -> str:
    """The document creation time; left out where it is not known."""
    if published_at is None:
        return ""
    kind, value = ("TIME" if "T" in published_at else "DATE"), _text(published_at)
    timex = _element("TIMEX3", value, tid=tid, type=kind, value=published_at, temporalFunction="false",
                     functionInDocument="CREATION_TIME")  # fmt: skip
    return f"<DCT>{timex}</DCT>\n"


def _body(cut: Iterable[Piece], known: set[str], timeline: Timeline, creation_time: str) -> Iterator[str]:
    names = {name: name for name in known}
    if timeline.published_at:
        names["published_at"] = creation_time
    for piece in cut:
        if piece.timex:
            yield _timex(piece.timex, names)
        elif piece.events:
            yield _element("EVENT", _text(piece.text), eid=piece.events[0].id, **{"class": piece.events[0].event_class})
        else:
            yield _text(piece.text)


def _timex(timex: Timex, names: dict[str, str]) -> str:
    return _element(
        "TIMEX3", _text(timex.text), tid=timex.id, type=timex.type, value=timex.value, mod=timex.mod, quant=timex.quant,
        freq=timex.freq, beginPoint=names.get(timex.begin_point or ""), endPoint=names.get(timex.end_point or ""),
        temporalFunction="true" if timex.anchor else "false", anchorTimeID=names.get(timex.anchor or ""),
    )  # fmt: skip


def _instance(event: Event, eid: str) -> str:
    tense = event.tense if event.tense in _TENSES else "NONE"
    made = _element(
        "MAKEINSTANCE", None, eiid=_eiid(event.id), eventID=eid, tense=tense,
        aspect=event.aspect if event.aspect in _ASPECTS else "NONE", pos=event.pos.upper() if event.pos else "OTHER",
        polarity="NEG" if event.factuality.polarity == "negative" else "POS",
        modality=event.modal,
    )  # fmt: skip
    return f"{made}\n"


def _eiid(event: str) -> str:
    return f"ei{event[1:]}" if event[:1] == "e" else f"ei-{event}"


def _links(timeline: Timeline, placed: dict[str, Event], creation_time: str) -> Iterator[str]:
    numbers = count(1)
    bounds = {timex.id: timex.bounds for timex in timeline.timexes if timex.bounds}
    published = _published(timeline.published_at)
    for event in placed.values():
        for name, relation in _time_links(event, bounds, published):
            tid = creation_time if name is None else name
            yield _link(next(numbers), event, relation, relatedToTime=tid)
        for stated in event.relations:
            if stated.event in placed and stated.event != event.id:
                yield _link(next(numbers), event, stated.type.upper(), relatedToEventInstance=_eiid(stated.event))


def _link(number: int, event: Event, relation: str, **target: str) -> str:
    link = _element("TLINK", None, lid=f"l{number}", eventInstanceID=_eiid(event.id), **target, relType=relation)
    return f"{link}\n"


def _time_links(
    event: Event, bounds: dict[str, Interval], published: Interval | None
) -> Iterator[tuple[str | None, str]]:
    """The expressions that the event stands in a relation to, and the document's creation time (None) where only that
    bounds it."""
    if event.time is None:
        return
    for tid in dict.fromkeys(event.time.timexes):
        relation = _relation(event.time, bounds[tid]) if tid in bounds else None
        if relation:
            yield tid, relation
    if event.time.basis == "document" and published:
        relation = _relation(event.time, published)
        if relation:
            yield None, relation


def _relation(time: EventTime, other: Interval) -> str | None:
    """TimeML's relation of the event to a time, as far as both bounds tell; None where they do not."""
    first, last = _low(time.bounds.start), _high(time.bounds.end)
    low, high = _low(other.start), _high(other.end)
    if low is None or high is None:
        return None
    if last is not None and last < low:
        return "BEFORE"
    if first is not None and first > high:
        return "AFTER"
    if time.extent == "throughout":
        return _overlap(first, last, low, high)
    if first is not None and last is not None and low <= first and last <= high:
        return "IS_INCLUDED"
    # "Before the vote on 5 November": the bound is inclusive, the article's "before" is what is meant.
    if first is None and last is not None and last <= high:
        return "BEFORE"
    if last is None and first is not None and first >= low:
        return "AFTER"
    return None


def _overlap(first: _Instant | None, last: _Instant | None, low: _Instant, high: _Instant) -> str | None:
    """How what lasted from ``first`` to ``last`` (None: open) lies to a time that it is neither before nor after."""
    begins = first is not None and first >= low
    ends = last is not None and last <= high
    if begins and ends:
        return "SIMULTANEOUS" if (first, last) == (low, high) else "DURING"
    if begins:
        return "BEGUN_BY"
    if ends:
        return "ENDED_BY"
    return "INCLUDES" if first is not None and last is not None else None


def _published(published_at: str | None) -> Interval | None:
    if published_at is None:
        return None
    try:
        day = Moment(datetime.fromisoformat(published_at).toordinal())
    except ValueError:
        return None
    return Interval(day, day)


def _low(moment: Moment | None) -> _Instant | None:
    return None if moment is None else (moment.day, moment.second or 0)


def _high(moment: Moment | None) -> _Instant | None:
    return None if moment is None else (moment.day, _LAST_SECOND if moment.second is None else moment.second)


def _element(name: str, content: str | None, **attributes: str | None) -> str:
    """One element; attributes that are None are left out, a content of None makes it empty."""
    told = "".join(
        f" {key}={quoteattr(xml_characters(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{told} />" if content is None else f"<{name}{told}>{content}</{name}>"


def _text(text: str) -> str:
    """Character data; a carriage return by reference, or a parser would read a line feed (XML 1.0, 2.11)."""
    return escape(xml_characters(text), {"\r": "&#13;"})
