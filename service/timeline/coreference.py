"""Which mentions tell the same thing: the lead and the body tell again what the headline told.

Two mentions are one event when their words are of one family, their times can be the same, and they share who or what
it is about; a noun that a light verb carries ("reached a deal", "talks began") is told by the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.headlines.page import Page
from service.events.reading import EventReading
from service.timeline.clashes import are_apart, are_named_apart, clash, count_apart, is_another, is_elsewhere
from service.timeline.facts import Facts
from service.timeline.families import ONCE, RETELLINGS
from service.timeline.kinds import kind_of
from service.timeline.parties import are_same, may_be_people
from service.timeline.retelling import hosts
from service.timeline.told import Setting, Told, read_setting, read_told
from service.timeline.two_times import is_closer, is_day, is_nested, is_same_day, meet, within

_DYING: Final = RETELLINGS["kill"]
_RESCUING: Final = RETELLINGS["rescue"]  # whoever was found or freed has to be the same
_ANYONE: Final = frozenset("people person man men woman women one others year time day number".split())
_NEAR: Final = 2  # sentences: the same verb again so soon, and without a date of its own, tells the same
_NEAR_GROUPS: Final = 8  # happenings of one kind back that a retelling is looked for in
_FEW: Final = 4  # members of a group that are compared with another group's
_FRESH: Final = 60  # days that the perfect of news goes back
_WINDOW: Final = 40  # groups and members back that a mention is compared with, so that the work stays linear


class _Tellings(dict[int, Told]):
    """Mentions by number, each looked at when it is first compared with another: most are compared with none."""

    def __init__(self, reading: EventReading, page: Page, facts: Facts, chosen: Sequence[int]) -> None:
        super().__init__()
        self._reading, self._page, self._facts = reading, page, facts
        self.kinds = {n: kind_of(reading, reading.mentions[n]) for n in chosen}
        self._settings: dict[int, Setting] = {}

    def __missing__(self, number: int) -> Told:
        mention = self._reading.mentions[number]
        told = read_told(self._reading, self._page, mention, self.kinds[number], self.setting(number))
        self[number] = told
        return told

    def setting(self, number: int) -> Setting:
        """When a mention says that it was: two that exclude each other in this are compared no further."""
        setting = self._settings.get(number)
        if setting is None:
            setting = read_setting(self._reading.mentions[number], self._facts[number])
            self._settings[number] = setting
        return setting


def clusters(
    reading: EventReading, page: Page, facts: Facts, chosen: Sequence[int], budget: Budget = UNLIMITED
) -> list[list[int]]:
    """The mentions numbered ``chosen`` as groups that tell one event each; groups and members in text order.

    ``budget`` is polled at each.
    """
    told = _Tellings(reading, page, facts, chosen)
    tied = hosts(reading, chosen)
    groups: list[list[int]] = []
    by_kind: dict[str, list[int]] = {}
    home: dict[int, int] = {}  # the group of each mention
    for n in budget.over(chosen):
        if n in tied:
            home[n] = home[tied[n]]
            groups[home[n]].append(n)
            continue
        names = told.kinds[n].names
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
        kind = told.kinds[group[0]]
        alone = len(group) == 1 and not kind.retellings and not kind.synonyms  # most are
        lines = [] if alone else _lines(told, group)
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
    kinds = [kind for kind in map(told.kinds.__getitem__, group[:_WINDOW]) if kind.retellings or kind.synonyms]
    if not kinds:
        return []
    retellings = {f"r{line}" for kind in kinds for line in kind.retellings}
    return sorted(retellings | {f"s{line}" for kind in kinds for line in kind.synonyms})


def _retells(told: _Tellings, before: Sequence[int], group: Sequence[int]) -> bool:
    pairs = [(a, b) for a in before[-_WINDOW:][:_FEW] for b in group[:_FEW]]
    if not all(_compatible(told.setting(a), told.setting(b)) for a, b in pairs):
        return False
    return any(_is_synonym(told[a], told[b]) or _is_retelling(told[a], told[b]) for a, b in pairs)


def _is_synonym(one: Told, other: Told) -> bool:
    """Whether the later of two says of the same one what the earlier said in another word: "kidnapped", "seized"."""
    if one.kind.synonyms.isdisjoint(other.kind.synonyms) or one.kind.names == other.kind.names or clash(one, other):
        return False
    same = are_same(one.theme, other.theme)
    if is_elsewhere(one, other, same):
        return False
    timed = one.exact and other.exact
    if same:
        return not timed or one.bounds == other.bounds or is_day(one.bounds) or is_day(other.bounds)
    known = other.points or (one.theme is not None and other.theme is not None and _is_known(one, other))
    known = known or are_same(one.actor, other.actor) is True  # "a gunman shot three people … opened fire"
    if timed:
        return known and is_closer(one.bounds, other.bounds)
    return known and other.sentence - one.sentence <= _NEAR


def _is_retelling(one: Told, other: Told) -> bool:
    """Whether the later of two tells the earlier again: of one line of retellings, of a time that the other's lies in,
    and of the same things; or right after it, of what is known by then."""
    lines = one.kind.retellings & other.kind.retellings
    if not lines or one.kind.names == other.kind.names or is_another(one) or is_another(other):
        return False
    if are_named_apart(one.theme, other.theme) or are_named_apart(one.actor, other.actor):
        return False
    if one.event is not None and other.event is not None and are_apart(one.event, other.event):
        return False
    if one.figures and other.figures and one.figures != other.figures:
        return False
    timed = one.exact and other.exact
    if timed and not (is_day(one.bounds) and is_day(other.bounds)):
        return are_same(one.theme, other.theme) is True  # "sank in the 1240s … went down in October 1243"
    if timed and other.definite and one.kind.cause is not None and is_closer(one.bounds, other.bounds):
        return True  # "the landslide buried the town on Tuesday … the slope gave way at 3.17"
    if _RESCUING & lines:
        return are_same(one.theme, other.theme) is True
    if one.figures and one.figures == other.figures and lines & _DYING:
        return True  # "two teenagers were killed", "Ann Orme and Tom Velde died"
    if other.points and not (timed and not is_same_day(one.bounds, other.bounds)):
        return True  # "the blaze"
    shared = (one.about & other.about) - _ANYONE
    close = other.sentence - one.sentence <= (1 if timed else _NEAR)
    named = other.definite and not RETELLINGS.keys().isdisjoint(other.about)  # "the slide came down"
    return bool(shared) or named or (close and other.definite and not one.definite)


def _same(told: _Tellings, group: Sequence[int], number: int) -> bool:
    setting = told.setting(number)
    group = group[-_WINDOW:]
    if not all(_compatible(told.setting(n), setting) for n in group):
        return False
    one = told[number]
    if any(clash(told[n], one) for n in group):
        return False
    return any(_shares(told[n], one) for n in group)


def _compatible(one: Setting, other: Setting) -> bool:
    """Whether nothing in their standing and their times speaks against one event."""
    if one.positive != other.positive or one.to_come != other.to_come:
        return False
    if (
        one.source is not None
        and other.source is not None
        and one.source != other.source
        and one.bounds != other.bounds
        and not (one.exact and other.exact and is_nested(one.bounds, other.bounds))
    ):
        return False  # what different voices place at different times
    if one.bounds is None or other.bounds is None:
        return True
    if one.fresh != other.fresh and _is_long_past(one, other):
        return False  # "is recalling 74,000 vans", "recalled 12,000 in 2020"
    if one.exact and other.exact and one.bounds != other.bounds:
        return within(one.bounds, other.bounds) or within(other.bounds, one.bounds)
    return meet(one.bounds, other.bounds)


def _is_long_past(one: Setting, other: Setting) -> bool:
    """Whether what is told without a perfect or a present was over long before the other's bounds end."""
    old, new = (one, other) if other.fresh else (other, one)
    if old.bounds is None or new.bounds is None or old.bounds.end is None or new.bounds.end is None:
        return False
    return old.exact and new.bounds.end.day - old.bounds.end.day > _FRESH


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


def _is_known(one: Told, other: Told) -> bool:
    """Whether whom the later of two tells of has been told of: "the painting", "Lena Marsh" after "a nurse"."""
    if other.theme is None or other.theme.article in ("the", "it"):
        return True
    if one.theme is None or one.theme.names or one.theme.figures:
        return False
    return bool(other.theme.names) and may_be_people(one.theme)


def _is_answer(one: Told, other: Told) -> bool:
    """ "He wrote to 64 people, and in August one of them wrote back": what two do in one sentence is done twice."""
    if one.sentence != other.sentence or one.noun or other.noun or one.actor is None or other.actor is None:
        return False
    return one.actor != other.actor and not are_same(one.actor, other.actor)


def _shares(one: Told, other: Told) -> bool:
    """Whether enough is the same of two of a kind, the later told of in view of the earlier."""
    differ = one.exact and other.exact and one.bounds != other.bounds and not is_closer(one.bounds, other.bounds)
    if other.points or (one.points and not other.reporting and (one.exact or not other.exact)):
        return True  # "the strike", after what tells of one
    same = are_same(one.theme, other.theme)
    if (one.changes or not same) and count_apart(one.figures, other.figures):
        return False
    if is_elsewhere(one, other, same) or _is_answer(one, other):
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
    if bare or not (one.exact and other.exact) or not is_same_day(one.bounds, other.bounds):
        return bare
    return one.bounds == other.bounds or bool(one.kind.retellings & other.kind.retellings)  # "veered at 11.52"
