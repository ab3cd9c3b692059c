"""The tagger's tables: every known value is found, and no other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.tag_model import Templates
from training.hashing import perfect_hash

SPAN = 5_000


@given(st.sets(st.integers(0, 2 * SPAN - 1), min_size=1, max_size=300), st.lists(st.integers(0, SPAN - 1), min_size=1))
def test_known_values_have_their_weights_and_others_none(known: set[int], asked: list[int]) -> None:
    values = np.array(sorted(known), np.int32)
    weights = np.array([[0, 0], *([value % 100 + 1, value % 7] for value in values.tolist())], np.int8)
    table = Templates.of(values, weights, SPAN, *perfect_hash(values))
    found = table.sums(np.array([asked, asked]))
    weight = {value: (value % 100 + 1, value % 7) for value in values.tolist()}
    for value, sums in zip(asked, found.tolist(), strict=True):
        both = [weight.get(value, (0, 0)), weight.get(value + SPAN, (0, 0))]
        assert tuple(sums) == tuple(map(sum, zip(*both, strict=True)))


def test_values_that_are_the_same_are_refused() -> None:
    with pytest.raises(ValueError, match="parts all"):
        perfect_hash(np.array([7, 7]))
