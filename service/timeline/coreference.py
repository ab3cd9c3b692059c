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
from service.timeline.families import ONCE, RETELLINGS, SUFFERING
from service.timeline.kinds import Kind, kind_of
from service.timeline.parties import Party, are_same, may_be_people
from service.timeline.retelling import hosts
from service.timeline.told import Told, read_told

_DYING: Final = RETELLINGS["kill"]
_RESCUING: Final = RETELLINGS["rescue"]  # whoever was found or freed has to be the same
_ANYONE: Final = frozenset("people person man men woman women one others year time day number".split())
_NEAR: Final = 2  # sentences: the same verb again so soon, and without a date of its own, tells the same
_NEAR_GROUPS: Final = 8  # happenings of one kind back that a retelling is looked for in
_FEW: Final = 4  # members of a group that are compared with another group's
_DAYS: Final = 6
_SEASON: Final = 92  # days
_FRESH: Final = 60  # days that the perfect of news goes back
_LAST_SECOND: Final = 86_399
_WINDOW: Final = 40  # groups and members back that a mention is compared with, so that the work stays linear


class _Tellings(dict[int, Told]):
    """Mentions by number, each looked at when it is first compared with another: most are compared with none."""

    def __init__(self, reading: EventReading, page: Page, facts: Sequence[Factuality]) -> None:
        super().__init__()
        self._reading, self._page, self._facts = reading, page, facts
        self.kinds: dict[int, Kind] = {}

    def __missing__(self, number: int) -> Told:
        mention, fact = self._reading.mentions[number], self._facts[number]
        told = self[number] = read_told(self._reading, self._page, mention, self.kind(number), fact)
        return told

    def kind(self, number: int) -> Kind:
        """What kind of happening a mention tells."""
        kind = self.kinds.get(number)
        if kind is None:
            kind = self.kinds[number] = kind_of(self._reading, self._reading.mentions[number])
        return kind


def clusters(
    reading: EventReading, page: Page, facts: Sequence[Factuality], chosen: Sequence[int], budget: Budget = UNLIMITED
) -> list[list[int]]:
    """The mentions numbered ``chosen`` as groups that tell one event each; groups and members in text order.

    ``budget`` is polled at each.
    """
    told = _Tellings(reading, page, facts)
    tied = hosts(reading, chosen)
    groups: list[list[int]] = []
    by_kind: dict[str, list[int]] = {}
    home: dict[int, int] = {}  # the group of each mention
    for n in budget.over(chosen):
        if n in tied:
            home[n] = home[tied[n]]
            groups[home[n]].append(n)
            continue
        names = told.kind(n).names
        kin = [by_kind[name][-_WINDOW:] for name in names if name in by_kind]
        group = _home(told, groups, kin, n) if kin else None
        if group is None:
            group = len(groups)
            groups.append([])
            for name in names:
                by_kind.setdefault(name, []).append(group)
        home[n] = group
        groups[group].append(n)
    return _retold(told, groups, budget)


def _home(told: _Tellings, groups: Sequence[list[int]], kin: Sequence[list[int]], number: int) -> int | None:
    """The latest group of the mention's kinds that tells the same."""
    near = kin[0] if len(kin) == 1 else sorted({group for groups_of_kind in kin for group in groups_of_kind})
    return next((group for group in reversed(near) if _same(told, groups[group], number)), None)


def _retold(told: _Tellings, groups: list[list[int]], budget: Budget) -> list[list[int]]:
    """The groups, with those joined that tell one happening in other words, in text order."""
    kept: list[list[int]] = []
    by_line: dict[str, list[int]] = {}
    for group in budget.over(groups):
        lines = _lines(told, group)
        if not lines:
            kept.append(group)
            continue
        near = sorted({k for line in lines for k in by_line.get(line, [])[-_NEAR_GROUPS:]})
        home = next((k for k in reversed(near) if _retells(told, kept[k], group)), None)
        if home is not None:
            kept[home] = sorted([*kept[home], *group])
            continue
        for line in lines:
            by_line.setdefault(line, []).append(len(kept))
        kept.append(group)
    return kept


def _lines(told: _Tellings, group: Sequence[int]) -> list[str]:
    """The lines of retellings and of synonyms that a group's mentions stand in, as keys."""
    kinds = [kind for kind in map(told.kind, group[:_WINDOW]) if kind.retellings or kind.synonyms]
    if not kinds:
        return []
    retellings = {f"r{line}" for kind in kinds for line in kind.retellings}
    return sorted(retellings | {f"s{line}" for kind in kinds for line in kind.synonyms})


def _retells(told: Mapping[int, Told], before: Sequence[int], group: Sequence[int]) -> bool:
    pairs = [(told[a], told[b]) for a in before[-_WINDOW:][:_FEW] for b in group[:_FEW]]
    if not all(_compatible(a, b) for a, b in pairs):
        return False
    return any(_is_synonym(a, b) or _is_retelling(a, b) for a, b in pairs)


def _is_synonym(one: Told, other: Told) -> bool:
    """Whether the later of two says of the same one what the earlier said in another word: "kidnapped", "seized"."""
    if one.kind.synonyms.isdisjoint(other.kind.synonyms) or _clash(one, other):
        return False
    same = are_same(one.theme, other.theme)
    if _is_elsewhere(one, other, same):
        return False
    timed = one.exact and other.exact
    if same:
        return not timed or one.bounds == other.bounds or _is_day(one.bounds) or _is_day(other.bounds)
    known = other.points or (one.theme is not None and other.theme is not None and _is_known(one, other))
    known = known or are_same(one.actor, other.actor) is True  # "a gunman shot three people … opened fire"
    if timed:
        return known and _is_closer(one.bounds, other.bounds)
    return known and other.sentence - one.sentence <= _NEAR


def _is_retelling(one: Told, other: Told) -> bool:
    """Whether the later of two tells the earlier again: of one line of retellings, of a time that the other's lies in,
    and of the same things; or right after it, of what is known by then."""
    lines = one.kind.retellings & other.kind.retellings
    if not lines or one.kind.names == other.kind.names or _is_another(one) or _is_another(other):
        return False
    if _are_named_apart(one.theme, other.theme) or _are_named_apart(one.actor, other.actor):
        return False
    if one.event is not None and other.event is not None and _are_apart(one.event, other.event):
        return False
    if one.figures and other.figures and one.figures != other.figures:
        return False
    timed = one.exact and other.exact
    if timed and not (_is_day(one.bounds) and _is_day(other.bounds)):
        return are_same(one.theme, other.theme) is True  # "sank in the 1240s … went down in October 1243"
    if timed and other.definite and one.kind.cause is not None and _is_closer(one.bounds, other.bounds):
        return True  # "the landslide buried the town on Tuesday … the slope gave way at 3.17"
    if _RESCUING & lines:
        return are_same(one.theme, other.theme) is True
    if one.figures and one.figures == other.figures and lines & _DYING:
        return True  # "two teenagers were killed", "Ann Orme and Tom Velde died"
    if other.points and not (timed and not _is_same_day(one.bounds, other.bounds)):
        return True  # "the blaze"
    shared = (one.about & other.about) - _ANYONE
    close = other.sentence - one.sentence <= (1 if timed else _NEAR)
    named = other.definite and not RETELLINGS.keys().isdisjoint(other.about)  # "the slide came down"
    return bool(shared) or named or (close and other.definite and not one.definite)


def _is_another(told: Told) -> bool:
    """Whether it says itself that it is another one: "a second coach", "two others"."""
    return any(party is not None and bool(party.other) for party in (told.theme, told.actor, told.event))


def _are_named_apart(one: Party | None, other: Party | None) -> bool:
    """Whether two parties have names that exclude each other."""
    return one is not None and other is not None and bool(one.names and other.names) and are_same(one, other) is False


def _same(told: Mapping[int, Told], group: Sequence[int], number: int) -> bool:
    one = told[number]
    group = group[-_WINDOW:]
    if not all(_compatible(told[n], one) and not _clash(told[n], one) for n in group):
        return False
    return any(_shares(told[n], one) for n in group)


def _compatible(one: Told, other: Told) -> bool:
    """Whether nothing in their standing and their times speaks against one event."""
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
    if one.fresh != other.fresh and _is_long_past(one, other):
        return False  # "is recalling 74,000 vans", "recalled 12,000 in 2020"
    if one.exact and other.exact and one.bounds != other.bounds:
        return _within(one.bounds, other.bounds) or _within(other.bounds, one.bounds)
    return _meet(one.bounds, other.bounds)


def _is_long_past(one: Told, other: Told) -> bool:
    """Whether what is told without a perfect or a present was over long before the other's bounds end."""
    old, new = (one, other) if other.fresh else (other, one)
    if old.bounds is None or new.bounds is None or old.bounds.end is None or new.bounds.end is None:
        return False
    return old.exact and new.bounds.end.day - old.bounds.end.day > _FRESH


def _clash(one: Told, other: Told) -> bool:
    """Whether what took part in the earlier of two of a kind cannot be what took part in the later."""
    if one.kind.cause is not None and other.kind.cause is not None and one.kind.cause != other.kind.cause:
        return True
    if one.event is not None and other.event is not None and _are_apart(one.event, other.event):
        return True
    if _are_named_apart(one.actor, other.actor) or _are_different_deeds(one, other):
        return True
    if _is_anothers(one, other) or _is_anothers(other, one) or _is_one_of(one, other):
        return True
    if one.kind.cause is not None and one.kind.cause == other.kind.cause and one.kind.names[0] != other.kind.names[0]:
        return False  # what else it did
    return are_same(one.theme, other.theme) is False and not (one.points or other.points)


def _are_different_deeds(one: Told, other: Told) -> bool:
    """Whether two of a kind that many may do were done by others: "the son met her", "the president met her"."""
    if one.kind.cause is not None or not SUFFERING.isdisjoint(one.kind.names):
        return False
    return are_same(one.actor, other.actor) is False


def _is_one_of(one: Told, other: Told) -> bool:
    """Whether the later is one of those that the earlier counts: "two bombs exploded … the first blast"."""
    counted = one.theme is not None and bool(one.theme.figures)
    return counted and one.event is None and other.event is not None and bool(other.event.other)


def _is_anothers(noun: Told, verb: Told) -> bool:
    """Whether a noun is somebody's and the verb tells of others: "her victory", "Peeters won the title"."""
    if noun.event is None or verb.event is not None or verb.actor is None:
        return False
    return _are_named_apart(noun.theme, verb.actor) and are_same(noun.theme, verb.theme) is not True


def _is_same_change(one: Told, other: Told) -> bool:
    """Whether two rises or falls are one: of the same, by name, and of one time or told in one breath."""
    if not are_same(one.theme, other.theme) or one.theme is None or other.theme is None:
        return False
    if one.theme.names != other.theme.names:
        return False
    if one.exact and other.exact:
        return one.bounds == other.bounds
    return other.sentence - one.sentence <= _NEAR


def _is_done(one: Told, other: Told) -> bool:
    """Whether both tell of what somebody did to something."""
    return one.affected and other.affected


def _count_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether figures exclude each other, shares and amounts each by themselves."""
    shares = {f for f in one if f[-1] == "%"}, {f for f in other if f[-1] == "%"}
    amounts = one - shares[0], other - shares[1]
    return any(a and b and a.isdisjoint(b) for a, b in (shares, amounts))


def _is_elsewhere(one: Told, other: Told, same: bool | None) -> bool:
    """Whether two happened at places of different names, unless to one who is named."""
    if not one.where or not other.where or one.where & other.where:
        return False
    return not (same and one.theme is not None and one.theme.names)


def _is_known(one: Told, other: Told) -> bool:
    """Whether whom the later of two tells of has been told of: "the painting", "Lena Marsh" after "a nurse"."""
    if other.theme is None or other.theme.article in ("the", "it"):
        return True
    if one.theme is None or one.theme.names or one.theme.figures:
        return False
    return bool(other.theme.names) and may_be_people(one.theme)


def _are_apart(one: Party, other: Party) -> bool:
    """Whether the nouns of two name two: "a blast … a second blast", "the strike … an earlier strike"."""
    return one.other != other.other or other.article == "a" or bool(one.owner and other.owner - one.owner)


def _shares(one: Told, other: Told) -> bool:
    """Whether enough is the same of two of a kind, the later told of in view of the earlier."""
    differ = one.exact and other.exact and one.bounds != other.bounds and not _is_closer(one.bounds, other.bounds)
    if other.points or (one.points and not other.reporting and (one.exact or not other.exact)):
        return True  # "the strike", after what tells of one
    same = are_same(one.theme, other.theme)
    if (one.changes or not same) and _count_apart(one.figures, other.figures):
        return False
    if _is_elsewhere(one, other, same):
        return False
    if one.changes:
        return _is_same_change(one, other)
    if same and not differ and (_is_done(one, other) or not ONCE.isdisjoint(one.kind.names)):
        return True
    common = one.about & other.about
    if common:
        alike = one.exact and other.exact and one.bounds == other.bounds
        return len(common) >= 2 or alike or (not differ and 2 * len(common) >= min(len(one.about), len(other.about)))
    if same:
        return not differ
    if abs(one.sentence - other.sentence) <= _NEAR and not (one.exact and other.exact):
        return _is_known(one, other)
    bare = (one.noun and not one.about) or (other.noun and not other.about)
    if bare or not (one.exact and other.exact) or not _is_same_day(one.bounds, other.bounds):
        return bare
    return one.bounds == other.bounds or bool(one.kind.retellings & other.kind.retellings)  # "veered at 11.52"


def _is_closer(one: Interval | None, other: Interval | None) -> bool:
    """Whether one of two times says more closely what the other says: "last winter", "on 11 January"."""
    for a, b in ((one, other), (other, one)):
        if a is not None and b is not None and _within(a, b):
            return b.start is not None and b.end is not None and b.end.day - b.start.day <= _SEASON
    return False


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
