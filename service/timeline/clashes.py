"""What speaks against one happening: another cause, other people, another place, another number."""

from __future__ import annotations

from service.timeline.families import SUFFERING
from service.timeline.parties import Party, are_same
from service.timeline.told import Told


def are_named_apart(one: Party | None, other: Party | None) -> bool:
    """Whether two parties have names that exclude each other."""
    return one is not None and other is not None and bool(one.names and other.names) and are_same(one, other) is False


def clash(one: Told, other: Told) -> bool:
    """Whether what took part in the earlier of two of a kind cannot be what took part in the later."""
    if one.kind.cause is not None and other.kind.cause is not None and one.kind.cause != other.kind.cause:
        return True
    if one.event is not None and other.event is not None and are_apart(one.event, other.event):
        return True
    if are_named_apart(one.actor, other.actor) or _are_different_deeds(one, other):
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
    return are_named_apart(noun.theme, verb.actor) and are_same(noun.theme, verb.theme) is not True


def are_apart(one: Party, other: Party) -> bool:
    """Whether the nouns of two name two: "a blast … a second blast", "the strike … an earlier strike"."""
    return one.other != other.other or other.article == "a" or bool(one.owner and other.owner - one.owner)


def is_elsewhere(one: Told, other: Told, same: bool | None) -> bool:
    """Whether two happened at places of different names, unless to one who is named."""
    if not one.where or not other.where or one.where & other.where:
        return False
    return not (same and one.theme is not None and one.theme.names)


def count_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether figures exclude each other, shares and amounts each by themselves."""
    shares = {f for f in one if f[-1] == "%"}, {f for f in other if f[-1] == "%"}
    amounts = one - shares[0], other - shares[1]
    return any(a and b and a.isdisjoint(b) for a, b in (shares, amounts))


def is_another(told: Told) -> bool:
    """Whether it says itself that it is another one: "a second coach", "two others"."""
    return any(party is not None and bool(party.other) for party in (told.theme, told.actor, told.event))
