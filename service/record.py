"""Values that are made and read by the thousand for every article: with named fields, or remembered by a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A slotted dataclass whose fields are set once.

    The type checker sees to it that they are not set again: what Python itself freezes takes five times as long to
    make, and the field of a named tuple three times as long to read.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


_MOST: Final = 4_096  # words that are remembered: the news has the same ones again and again
_LONGEST: Final = 40  # characters of such a word


class Remembered(dict[str, T]):
    """What ``work`` gives for a word, remembered from article to article: a look-up is no call."""

    def __init__(self, work: Callable[[str], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> T:
        found = self._work(word)
        if len(word) < _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


if TYPE_CHECKING:
    from dataclasses import replace as changed  # so that the fields' names and types are checked
else:

    def changed(value: T, /, **fields: Any) -> T:
        """A copy of a record with some fields changed: ``dataclasses.replace`` in a third of its time."""
        copy = object.__new__(type(value))
        for name in copy.__slots__:
            setattr(copy, name, fields[name] if name in fields else getattr(value, name))
        return copy


__all__ = ["Remembered", "changed", "record"]
