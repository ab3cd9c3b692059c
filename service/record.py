"""Values with named fields that are made and read by the thousand for every article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A slotted dataclass whose fields are set once.

    The type checker sees to it that they are not set again: what Python itself freezes takes five times as long to
    make, and the field of a named tuple three times as long to read.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
