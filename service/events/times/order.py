"""What the order of two events says of when they were: "a week after the vote", "before he left"."""

from __future__ import annotations

from collections.abc import Sequence

from service.events.links.model import Tie
from service.events.model import Outlook, RelationType
from service.events.times.dating import NOON, Dating, against_today, as_exact, both, coarser, moved, next_to, shift
from service.record import changed
from service.temporal.calendar.periods import Interval, Moment
from service.temporal.model import Precision


def apply_order(
    found: list[Dating | None], ties: Sequence[Sequence[Tie]], outlooks: Sequence[Outlook], today: Moment | None
) -> None:
    """Bound what stands before or after something dated, in place, in both directions."""
    for n, own in enumerate(ties):
        for tie in own:
            found[n] = _ordered(found[n], tie, found[tie.other], outlooks[n], today)
            found[tie.other] = _ordered_back(found[tie.other], tie, found[n], outlooks[tie.other], today)


def _ordered(
    own: Dating | None, tie: Tie, other: Dating | None, outlook: Outlook, today: Moment | None
) -> Dating | None:
    """What the order to a dated event says of this one."""
    if other is None or not other.known:
        return own
    start, end = other.bounds
    approximate = other.approximate
    precision: Precision = "unknown"
    names = other.timexes
    if tie.offset is not None and (tie.within or tie.beyond):
        start, end = _apart(tie, tie.offset, other.bounds)
    elif tie.offset is not None:
        there = moved(other.bounds, tie.relation, tie.offset)
        if there is None:
            return own
        precision = coarser(other.precision, tie.offset)
        # A day after what is known to the year is of that year.
        start, end = other.bounds if _is_lost(tie.offset, other.precision) else as_exact(there, precision)
        if tie.slack is not None and start is not None and end is not None:
            start, end, approximate = Moment(start.day - tie.slack), Moment(end.day + tie.slack), True
    elif tie.slack is not None and start is not None and end is not None:
        back, on = (tie.slack, 0) if tie.relation == "before" else (0, tie.slack)
        back = 0 if (start.second or 0) >= NOON else back  # "on Thursday night, hours after": on Thursday
        start, end, precision = Moment(start.day - back), Moment(end.day + on), other.precision
    elif tie.relation == "before":
        last = end if other.extent == "within" else start or end
        start, end = (next_to(other, -1) if tie.close else None), last
        approximate = approximate or tie.close
    elif tie.relation == "after":
        first = start
        end = next_to(other, 1) if tie.close else None
        if end is None and today is not None and outlook in ("past", "present"):
            end = Moment(today.day)
        start, approximate = first, approximate or tie.close
        if tie.lasting and own is None:
            lasted = Dating(Interval(start, end), "throughout", other.precision, approximate, "relation", names, True)
            return against_today(lasted, outlook, today)
    elif tie.relation == "simultaneous":
        precision = other.precision
    if own is not None and own.known and not (own.basis == "relation" and _is_closer(tie, Interval(start, end), own)):
        if (tie.offset is not None and not (tie.within or tie.beyond)) or tie.relation == "simultaneous":
            return own
        tighter = both(own, Dating(Interval(start, end), own.extent, own.precision, False, own.basis))
        kept = own.within(tighter.bounds)
        return changed(kept, extent="throughout") if tie.lasting and tie.relation == "before" else kept
    if start is None and end is None:
        return own
    dating = Dating(Interval(start, end), "within", precision, approximate, "relation", names, True)
    return against_today(dating, outlook, today)


def _apart(tie: Tie, offset: str, bounds: Interval) -> Interval:
    """At most so far from something dated, or at least: "less than a week after it", "more than a year before it"."""
    back = tie.relation == "before"
    start, end = (shift(moment, offset, -1 if back else 1) for moment in bounds)
    if tie.within:
        return Interval(start, bounds.end) if back else Interval(bounds.start, end)
    return Interval(None, end or bounds.end) if back else Interval(start or bounds.start, None)


def _is_lost(distance: str, precision: Precision) -> bool:
    """Whether a distance is far shorter than the grain of what it is counted from."""
    return (precision == "year" and distance[-1:] in "DW") or (precision == "month" and distance[-1:] == "D")


def _is_closer(tie: Tie, there: Interval, own: Dating) -> bool:
    """Whether a distance tells more than an order did: "emerged in May that he had rung three weeks before it sank"."""
    if tie.offset is None or tie.within or tie.beyond or there.start is None or there.end is None or not own.open:
        return False
    start, end = own.bounds
    return (start is None or start.day <= there.start.day) and (end is None or there.end.day <= end.day)


def _ordered_back(
    own: Dating | None, tie: Tie, other: Dating | None, outlook: Outlook, today: Moment | None
) -> Dating | None:
    """The same order seen from the other event."""
    if own is not None and own.known:
        return own
    mirrored = _MIRRORED.get(tie.relation)
    if mirrored is None or tie.within or tie.beyond:
        return own
    return _ordered(own, Tie(-1, mirrored, tie.offset, tie.close, tie.slack), other, outlook, today)


_MIRRORED: dict[RelationType, RelationType] = {"before": "after", "after": "before", "simultaneous": "simultaneous"}
