"""What dates an event, and what the text says of its order to another: the links of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.events.links.agenda import Head
from service.events.model import RelationType
from service.events.triggers.model import Trigger
from service.events.words.verbs import MAKING_KNOWN
from service.record import record

AnchorRelation = Literal[
    "in",
    "since",
    "until",
    "before",
    "after",
    "by",
    "for",
    "from",
    "throughout",
    "range",
    "among",
    "within",
    "span",
    "head",
    "ago",
    "ahead",
]
Via = Literal["clause", "noun", "shared", "range"]
NUMBERS = frozenset("a an one two three four five six seven eight nine ten twelve dozen half".split())
BARE_DAYS = frozenset({"weekday", "part-of-day"})  # rules whose direction the tense decides
BARE_MONTHS = frozenset({"month-name", "month"})
WITHOUT_YEAR = frozenset({"calendar-date"})  # unless it is explicit


@record
class Anchor:
    """Expression number ``timex`` (to number ``until``, for a range) stands in ``relation`` to an event.

    "ago", "ahead": so long before or after the day of publication ("a year after the flood, the road is still shut").
    ``perfect``: the event's verb is in the perfect ("has fallen since"). ``offset``: a duration later ("-P1D":
    earlier).
    """

    timex: int
    relation: AnchorRelation
    via: Via
    until: int | None = None
    perfect: bool = False
    offset: str | None = None


@record
class Tie:
    """The event stands in ``relation`` to event number ``other``.

    ``offset`` is a TIMEX3 duration between them ("P1W"), which is at most so long where ``within``, and at least so
    long where ``beyond``; ``close``: "shortly before"; ``slack``: the days that may lie between where it is told in
    hours or less ("hours before": a night), or by which ``offset`` may be out ("nearly two weeks after");
    ``lasting``: it went on from then ("has been shut since the flood"), or until then ("from 1985 until her death").
    """

    other: int
    relation: RelationType
    offset: str | None = None
    close: bool = False
    slack: int | None = None
    within: bool = False
    lasting: bool = False
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """For each trigger, in order: the expressions that date it, and its order to other triggers."""

    anchors: list[list[Anchor]]
    ties: list[list[Tie]]
    head: dict[int, int]  # clause → the trigger that is its verb
    same: list[tuple[int, int]]  # verb and event noun that are one happening ("held talks")
    clause: list[int]  # trigger → its clause (a phrase counts to the clause that it stands in)
    heads: dict[int, Head]  # expressions that head a paragraph
    turned: frozenset[int] = frozenset()  # what did "not" happen "until 2011" happened then


def perspective(trigger: Trigger) -> Literal["past", "present", "future", "open"]:
    """Where the verb's form puts the event, seen from the time of writing; ``open`` for nouns, infinitives and
    participles."""
    if trigger.tense == "FUTURE":
        return "future"
    if trigger.tense == "PAST":
        return "past"
    if trigger.tense == "PRESENT":
        if "PERFECTIVE" in trigger.aspect:
            return "past"
        return "open" if trigger.modal else "present"
    return "open"


def counts_events(verb: Trigger, noun: Trigger, lower: Sequence[str]) -> bool:
    """Whether a verb only makes known how many there were: "two calls have been announced this year"."""
    first = lower[noun.first]
    counted = (first.isdigit() or first in NUMBERS) and lower[noun.token].endswith("s")
    return counted and verb.voice == "passive" and verb.lemma in MAKING_KNOWN
