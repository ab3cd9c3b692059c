"""Which mentions tell the same thing: the lead and the body tell again what the headline told.

Two mentions are one event when their words are of one family, their times can be the same, and they share who or what
it is
about; a noun that a light verb carries ("reached a deal", "talks began") is told by the verb.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final

from service.article import UNLIMITED, Budget
from service.events.headlines.page import Page
from service.events.headlines.subjects import subject_of
from service.events.model import Factuality
from service.events.reading import EventReading, Mention
from service.record import record
from service.temporal.calendar.periods import Interval
from service.timeline.retelling import hosts

_DATA: Final = tomllib.loads(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))


def _families() -> dict[str, int]:
    """Word → number of its family. ``ValueError`` where a word stands in two."""
    found: dict[str, int] = {}
    for number, line in enumerate(_DATA["families"].strip().splitlines()):
        for word in line.split():
            if found.setdefault(word, number) != number:
                raise ValueError(f"families.toml: {word!r} stands in two families")
    return found


def _retellings() -> dict[str, frozenset[int]]:
    """Word, or verb and what follows it, → numbers of the lines of retellings that it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_DATA["retellings"].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_FAMILY: Final = _families()
_RETELLINGS: Final = _retellings()
_PHRASAL: Final = frozenset(word.partition("+")[0] for word in _RETELLINGS if "+" in word)  # verbs with what follows
_DYING: Final = _RETELLINGS["kill"]
_FIGURES: Final = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_RESCUING: Final = _RETELLINGS["rescue"]  # whoever was found or freed has to be the same
# They say little themselves: what happened is their noun.
LIGHT: Final = frozenset(
    """be have make take give hold reach come begin start open end happen occur face issue launch stage carry conduct
    sign suffer win cast strike cause break erupt last continue get do see hear mark follow accept broker
    pass""".split()
)
_OTHERS: Final = frozenset("another second third fourth other others further more later".split())
_PHRASE: Final = 4  # tokens
_ANYONE: Final = frozenset("people person man men woman women one others year time day number".split())
_POINTING: Final = frozenset("suspect suspects victim victims attacker gunman pair".split())
_ANYBODY: Final = _POINTING | frozenset("man men woman women teenager teenagers boy girl driver student worker".split())
_TELLING: Final = frozenset("NN NNS NNP NNPS CD".split())  # tags of what a mention is about
_CARRIED: Final = frozenset({"subject", "object"})
_NEAR: Final = 2  # sentences: the same verb again so soon, and without a date of its own, tells the same
_NEAR_GROUPS: Final = 8  # happenings of one kind back that a retelling is looked for in
_FEW: Final = 4  # members of a group that are compared with another group's
_DAYS: Final = 6
_WINDOW: Final = 40  # groups and members back that a mention is compared with, so that the work stays linear


@record
class Told:
    """What decides whether two mentions are one event."""

    family: str
    about: frozenset[str]
    bounds: Interval | None
    exact: bool
    positive: bool
    to_come: bool
    noun: bool
    sentence: int
    figures: frozenset[str]
    names: frozenset[str]
    passive: bool
    patient: str | None
    source: str | None
    retellings: frozenset[int]
    definite: bool
    another: bool


class _Tellings(dict[int, Told]):
    """Mentions by number, each looked at when it is first compared with another: most are compared with none."""

    def __init__(self, reading: EventReading, page: Page, facts: Sequence[Factuality]) -> None:
        super().__init__()
        self._reading, self._page, self._facts = reading, page, facts

    def __missing__(self, number: int) -> Told:
        told = self[number] = _told(self._reading, self._page, self._reading.mentions[number], self._facts[number])
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
    for n in budget.over(chosen):
        if n in tied:
            next(group for group in groups if tied[n] in group).append(n)
            continue
        kin = by_family.setdefault(family(_lemma(reading, reading.mentions[n])), [])
        for group in reversed(kin[-_WINDOW:]):
            if _same(told, groups[group], n):
                groups[group].append(n)
                break
        else:
            kin.append(len(groups))
            groups.append([n])
    return _retold(told, groups, [_lines(reading, group) for group in groups], budget)


def _lines(reading: EventReading, group: Sequence[int]) -> frozenset[int]:
    """The lines of retellings that a group's mentions stand in."""
    if len(group) == 1:
        return _retellings_of(reading, reading.mentions[group[0]])
    return frozenset().union(*[_retellings_of(reading, reading.mentions[n]) for n in group[:_WINDOW]])


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
    named = other.definite and not _RETELLINGS.keys().isdisjoint(other.about)  # "the slide came down"
    return bool(shared) or named or (close and other.definite and not one.definite)


def family(lemma: str) -> str:
    """The family of a word, as a key: its number, or the word itself."""
    number = _FAMILY.get(lemma)
    return str(number) if number is not None else lemma


def _told(reading: EventReading, page: Page, mention: Mention, fact: Factuality) -> Told:
    dating, trigger = mention.dating, mention.trigger
    return Told(
        family(_lemma(reading, mention)),
        about(reading, page, mention),
        dating.bounds if dating is not None else None,
        dating is not None and dating.basis in ("explicit", "relative") and not dating.shared,
        fact.polarity == "positive",
        fact.status in ("scheduled", "hypothetical"),
        trigger.pos == "noun",
        trigger.sentence,
        _figures(reading, mention),
        _names(reading, page, mention),
        trigger.voice == "passive",
        _patient(reading, mention),
        fact.source,
        _retellings_of(reading, mention),
        _is_definite(reading, mention),
        _is_another(reading, mention),
    )


def _retellings_of(reading: EventReading, mention: Mention) -> frozenset[int]:
    trigger, lower = mention.trigger, reading.tokens.lower
    lemma = _lemma(reading, mention)
    found = _RETELLINGS.get(lemma, frozenset())
    if trigger.pos != "verb" or trigger.lemma not in _PHRASAL:
        return found
    span = reading.clauses.at(trigger.token).object
    after = [lower[trigger.token + 1]] if trigger.token + 1 < len(lower) else []
    for word in (*after, *([lower[span[1] - 1]] if span is not None else ())):
        found |= _RETELLINGS.get(f"{trigger.lemma}+{word}", frozenset())
    return found


def _opening(reading: EventReading, mention: Mention) -> int | None:
    """The first token of the phrase that says what it happened to: the noun's own, else the subject."""
    if mention.trigger.pos == "noun":
        return reading.clauses.chunk_at.get(mention.trigger.token, (mention.trigger.token, 0))[0]
    subject = reading.clauses.at(mention.trigger.token).subject
    return subject[0] if subject is not None else None


def _is_definite(reading: EventReading, mention: Mention) -> bool:
    """Whether it happened to what has been told of before: "the coach", "it"."""
    first = _opening(reading, mention)
    return first is not None and (
        reading.tags[first] in ("PRP", "PRP$") or reading.tokens.lower[first] in ("the", "that", "this", "both")
    )


def _is_another(reading: EventReading, mention: Mention) -> bool:
    """Whether it says itself that it is another one: "a second coach", "two others"."""
    first = _opening(reading, mention)
    words = reading.tokens.lower[first : first + _PHRASE] if first is not None else ()
    return not _OTHERS.isdisjoint(words)


def _patient(reading: EventReading, mention: Mention) -> str | None:
    """The noun of whom or what it was done to: the subject of a passive, else the object."""
    clause = reading.clauses.at(mention.trigger.token)
    span = clause.subject if mention.trigger.voice == "passive" else clause.object
    return reading.tokens.lower[span[1] - 1] if span is not None and mention.trigger.pos == "verb" else None


def _names(reading: EventReading, page: Page, mention: Mention) -> frozenset[str]:
    """The names of who is the subject: what two with different names did is not the same."""
    clause = page.clauses.at(mention.trigger.token)
    if mention.trigger.pos == "noun" or clause.verb is None:
        return frozenset()
    subject = subject_of(page, clause)
    found = {reading.tokens.lower[i] for i in subject if reading.tags[i] in ("NNP", "NNPS")}
    filled = (page.referents.of.get(i) for i in subject)
    return frozenset(found) | {
        word.lower() for name in filled if name is not None for word in name.split() if word[:1].isupper()
    }


def _figures(reading: EventReading, mention: Mention) -> frozenset[str]:
    """The numbers of who and what the mention is about: two of them that differ tell of two things."""
    clause = reading.clauses.at(mention.trigger.token)
    spans = [span for span in (clause.subject, clause.object) if span is not None]
    found = {
        _FIGURES.get(reading.tokens.lower[i], reading.tokens.lower[i])
        for a, b in spans
        for i in range(a, b)
        if reading.tags[i] == "CD" and reading.tokens.words[i - 1] != ","
    }
    return frozenset(found or ({"2"} if clause.subject is not None and _are_two(reading, *clause.subject) else ()))


def _are_two(reading: EventReading, first: int, last: int) -> bool:
    """Whether the subject is two people by their names: "Ann Orme, 15, and Tom Velde"."""
    ands = [i for i in range(first + 1, last - 1) if reading.tokens.lower[i] == "and"]
    if len(ands) != 1 or reading.tags[first] != "NNP" or reading.tags[last - 1] != "NNP":
        return False
    return all(reading.tags[i] in ("NNP", "CD", ",", "CC") for i in range(first, last))


def _lemma(reading: EventReading, mention: Mention) -> str:
    trigger, lower = mention.trigger, reading.tokens.lower
    if trigger.lemma != "find":
        return trigger.lemma or lower[trigger.token]
    return "convict" if lower[trigger.token + 1 : trigger.token + 2] == ["guilty"] else "find"


def about(reading: EventReading, page: Page, mention: Mention) -> frozenset[str]:
    """The nouns, names and numbers around the mention, in small letters and without a plural's s."""
    clause = page.clauses.at(mention.trigger.token)
    tokens: list[int] = []
    if mention.trigger.pos == "noun":
        chunk = page.chunk_at.get(mention.trigger.token)
        tokens.extend(range(*chunk) if chunk else ())
        tokens.extend(
            range(chunk[1] if chunk else mention.trigger.token + 1, min(clause.last, mention.trigger.token + 8))
        )
    elif clause.verb is not None:
        tokens.extend(subject_of(page, clause))
        tokens.extend(range(clause.verb[1], min(clause.last, clause.verb[1] + 12)))
    own, lower, tags, timex_at = mention.trigger.token, reading.tokens.lower, reading.tags, page.timex_at
    words = {_stem(lower[i]) for i in tokens if tags[i] in _TELLING and i != own and i not in timex_at}
    for i in tokens:
        name = page.referents.of.get(i)
        if name is not None:
            words.update(_stem(w) for w in name.lower().split())
    return frozenset(words)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


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
    return bare or (one.exact and other.exact and one.bounds == other.bounds and _is_narrow(one.bounds))


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


def _is_narrow(bounds: Interval | None) -> bool:
    return (
        bounds is not None
        and bounds.start is not None
        and bounds.end is not None
        and (bounds.end.day - bounds.start.day < 1)
    )


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
