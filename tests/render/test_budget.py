"""Writing down is on the clock as well: the longest timeline of the slowest format can be given up half-way."""

from __future__ import annotations

from itertools import count

import pytest

from service.api.negotiation import FORMATS
from service.article import Budget, BudgetExceeded
from service.render.formats import Format
from tests.render.timelines import harbour

FEW = 9  # events between two looks


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda each: each.extension)
def test_every_format_looks_at_the_clock_every_few_events(chosen: Format) -> None:
    ticks = count()
    written = chosen.render(harbour(), "codepoint", Budget(1e9, lambda: next(ticks)))
    looks = next(ticks) - 1
    assert looks * FEW >= len(harbour().events)
    assert written == chosen.render(harbour(), "codepoint")
    for last in range(1, looks + 1):
        ticks = count()
        with pytest.raises(BudgetExceeded):
            chosen.render(harbour(), "codepoint", Budget(last, lambda ticks=ticks: next(ticks)))  # type: ignore[misc]
