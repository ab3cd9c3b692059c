"""Which mentions tell the same thing: the lead and the body tell again what the headline told.

Two mentions are one event when their words are of one family, their times can be the same, and they share who or what
it is about; a noun that a light verb carries ("reached a deal", "talks began") is told by the verb.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.headlines.page import Page
from service.events.model import Factuality
from service.events.reading import EventReading
from service.temporal.calendar.periods import Interval
from service.timeline.families import RETELLINGS, family
from service.timeline.retelling import hosts
from service.timeline.told import Told, head_lemma, read_told, retellings_of

_DYING: Final = RETELLINGS["kill"]
_RESCUING: Final = RETELLINGS["rescue"]  # whoever was found or freed has to be the same
_ANYONE: Final = frozenset("people person man men woman women one others year time day number".split())
_POINTING: Final = frozenset("suspect suspects victim victims attacker gunman pair".split())
_ANYBODY: Final = _POINTING | frozenset("man men woman women teenager teenagers boy girl driver student worker".split())
_NEAR: Final = 2  # sentences: the same verb again so soon, and without a date of its own, tells the same
_NEAR_GROUPS: Final = 8  # happenings of one kind back that a retelling is looked for in
_FEW: Final = 4  # members of a group that are compared with another group's
_DAYS: Final = 6
_LAST_SECOND: Final = 86_399
_WINDOW: Final = 40  # groups and members back that a mention is compared with, so that the work stays linear


class _Tellings(dict[int, Told]):
    """Mentions by number, each looked at when it is first compared with another: most are compared with none."""

    def __init__(self, reading: EventReading, page: Page, facts: Sequence[Factuality]) -> None:
        super().__init__()
        self._reading, self._page, self._facts = reading, page, facts

    def __missing__(self, number: int) -> Told:
        told = self[number] = read_told(self._reading, self._page, self._reading.mentions[number], self._facts[number])
        return told


def clusters(
    reading: EventReading, page: Page, facts: Sequence[Factuality], chosen: Sequence[int], budget: Budget = UNLIMITED
) -> list[list[int]]:
    """The mentions numbered ``chosen`` as groups that tell one event each; groups and members in text order.

    ``budget`` is polled at each.
    """
    told = _Tellings(reading, page, facts)
    tied = hosts(reading, chosen)
    groups: list[list[int]] = []
    by_family: dict[str, list[int]] = {}
    home: dict[int, int] = {}  # the group of each mention
    for n in budget.over(chosen):
        if n in tied:
            home[n] = home[tied[n]]
            groups[home[n]].append(n)
            continue
        kin = by_family.setdefault(family(head_lemma(reading, reading.mentions[n])), [])
        for group in reversed(kin[-_WINDOW:]):
            if _same(told, groups[group], n):
                groups[group].append(n)
                home[n] = group
                break
        else:
            home[n] = len(groups)
            kin.append(len(groups))
            groups.append([n])
    return _retold(told, groups, [_lines(reading, group) for group in groups], budget)


def _lines(reading: EventReading, group: Sequence[int]) -> frozenset[int]:
    """The lines of retellings that a group's mentions stand in."""
    if len(group) == 1:
        return retellings_of(reading, reading.mentions[group[0]])
    return frozenset().union(*[retellings_of(reading, reading.mentions[n]) for n in group[:_WINDOW]])


def _retold(
    told: Mapping[int, Told], groups: list[list[int]], lines: Sequence[frozenset[int]], budget: Budget
) -> list[list[int]]:
    """The groups, each with its ``lines`` of retellings, with those joined that tell one happening in other words, in
    text order."""
    kept: list[list[int]] = []
    by_line: dict[int, list[int]] = {}
    for group, unsorted in zip(budget.over(groups), lines, strict=True):
        if not unsorted:
            kept.append(group)
            continue
        own = sorted(unsorted)
        near = [k for line in own for k in by_line.get(line, [])[-_NEAR_GROUPS:]]
        home = next((k for k in reversed(near) if _retells(told, kept[k], group)), None)
        if home is not None:
            kept[home] = sorted([*kept[home], *group])
            continue
        for line in own:
            by_line.setdefault(line, []).append(len(kept))
        kept.append(group)
    return kept


def _retells(told: Mapping[int, Told], before: Sequence[int], group: Sequence[int]) -> bool:
    before, group = before[-_WINDOW:], group[:_WINDOW]
    if not all(_compatible(told[a], told[b]) for a in before[:_FEW] for b in group[:_FEW]):
        return False
    return any(_is_retelling(told[a], told[b]) for a in before[:_FEW] for b in group[:_FEW])


def _is_retelling(one: Told, other: Told) -> bool:
    """Whether the later of two tells the earlier again: of one line of retellings, of a time that the other's lies in,
    and of the same things; or right after it, of what is known by then."""
    if not one.retellings & other.retellings or one.another or other.another or one.family == other.family:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if one.figures and other.figures and one.figures != other.figures:
        return False
    timed = one.exact and other.exact
    if timed and not (_is_day(one.bounds) and _is_day(other.bounds)):
        return False
    shared = (one.about & other.about) - _ANYONE
    if one.patient is not None and one.patient == other.patient and other.definite:
        shared |= {one.patient}
    if _RESCUING & one.retellings & other.retellings:
        return one.patient is not None and one.patient == other.patient
    close = other.sentence - one.sentence <= (1 if timed else _NEAR)
    if one.figures and one.figures == other.figures and one.retellings & other.retellings & _DYING:
        return True  # "two teenagers were killed", "Ann Orme and Tom Velde died"
    named = other.definite and not RETELLINGS.keys().isdisjoint(other.about)  # "the slide came down"
    return bool(shared) or named or (close and other.definite and not one.definite)


def _same(told: Mapping[int, Told], group: Sequence[int], number: int) -> bool:
    one = told[number]
    group = group[-_WINDOW:]
    return all(_compatible(told[n], one) for n in group) and any(_shares(told[n], one) for n in group)


def _compatible(one: Told, other: Told) -> bool:
    if one.positive != other.positive or one.to_come != other.to_come:
        return False
    if (
        one.source is not None
        and other.source is not None
        and one.source != other.source
        and one.bounds != other.bounds
        and not (one.exact and other.exact and _is_nested(one.bounds, other.bounds))
    ):
        return False  # what different voices place at different times
    if one.bounds is None or other.bounds is None:
        return True
    if one.exact and other.exact and one.bounds != other.bounds:
        return _within(one.bounds, other.bounds) or _within(other.bounds, one.bounds)
    return _meet(one.bounds, other.bounds)


def _shares(one: Told, other: Told) -> bool:
    common = one.about & other.about
    if common:
        differ = one.exact and other.exact and one.bounds != other.bounds
        alike = one.exact and other.exact and one.bounds == other.bounds
        return len(common) >= 2 or alike or (not differ and 2 * len(common) >= min(len(one.about), len(other.about)))
    if one.names and other.names and one.passive == other.passive and not one.names & other.names:
        return False
    if _is_suspect(one.patient, other.patient):
        return True
    if abs(one.sentence - other.sentence) <= _NEAR and not (one.exact and other.exact):
        return not (one.figures and other.figures) or one.figures == other.figures
    bare = (one.noun and not one.about) or (other.noun and not other.about)
    if bare or not (one.exact and other.exact) or not _is_same_day(one.bounds, other.bounds):
        return bare
    return one.bounds == other.bounds or bool(one.retellings & other.retellings)  # "skidded", "veered at 11.52"


def _is_suspect(one: str | None, other: str | None) -> bool:
    """Whether "the suspect" may be the man told of before: "a man was arrested … the suspect was detained"."""
    pair = {one, other}
    return None not in pair and pair <= _ANYBODY and not pair.isdisjoint(_POINTING)


def _is_nested(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and (_within(a, b) or _within(b, a))


def _is_day(bounds: Interval | None) -> bool:
    """Whether the bounds are known and no more than a few days apart."""
    if bounds is None or bounds.start is None or bounds.end is None:
        return False
    return bounds.end.day - bounds.start.day <= _DAYS


def _is_same_day(a: Interval | None, b: Interval | None) -> bool:
    """Whether both are times of one day, and one lies in the other: "late on Tuesday", "at 11.52 p.m."."""
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    if len({a.start.day, a.end.day, b.start.day, b.end.day}) > 1:
        return False
    one, other = (
        (a.start.second or 0, a.end.second or _LAST_SECOND),
        (b.start.second or 0, b.end.second or _LAST_SECOND),
    )
    return _holds(one, other) or _holds(other, one)


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _meet(a: Interval, b: Interval) -> bool:
    return not (
        (a.end is not None and b.start is not None and a.end.day < b.start.day)
        or (b.end is not None and a.start is not None and b.end.day < a.start.day)
    )


def _within(inner: Interval, outer: Interval) -> bool:
    if inner.start is None or inner.end is None:
        return False
    starts = outer.start is None or outer.start.day <= inner.start.day
    return starts and (outer.end is None or inner.end.day <= outer.end.day)
