"""Offsets in the unit the client counts in: code points, or the UTF-16 units of JavaScript, Java and C#."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from service.render.formats import OffsetUnit

_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


def converter(text: str, unit: OffsetUnit) -> Callable[[int], int]:
    """A function from a code-point offset into ``text`` to the offset in ``unit``.

    One pass over the text, then a binary search for each offset, so that the whole is linear in the text. A character
    beyond U+FFFF is two UTF-16 units.
    """
    astral = [match.start() for match in _ASTRAL.finditer(text)] if unit == "utf16" else []
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(astral, offset)
