"""Values with named fields that are made and read by the thousand for every article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A slotted dataclass whose fields are set once.

    The type checker sees to it that they are not set again: what Python itself freezes takes five times as long to
    make, and the field of a named tuple three times as long to read.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


if TYPE_CHECKING:
    from dataclasses import replace as changed  # so that the fields' names and types are checked
else:

    def changed(value: T, /, **fields: Any) -> T:
        """A copy of a record with some fields changed: ``dataclasses.replace`` in a third of its time."""
        copy = object.__new__(type(value))
        for name in copy.__slots__:
            setattr(copy, name, fields[name] if name in fields else getattr(value, name))
        return copy


__all__ = ["changed", "record"]
