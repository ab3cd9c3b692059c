"""The tagger's weights: how they are kept, looked up and added up.

``training/train_tagger.py`` writes their file; NOTICE says what it was trained on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from service.text import tag_features
from service.text.tagset import FINITE

Ints = NDArray[np.int64]
Scores = NDArray[np.int16]
Blocks = tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]

BUCKET_SHIFT: Final = 16  # the bits of a hash from this one on tell its displacement, those from the first one its slot
MODEL_FILE: Final = "tagger.npz"
# Which block of a row has the weights of each pass for a token at an offset from the row's own.
FIRST: Final = {0: 0, -1: 2, 1: 4}
SECOND: Final = {0: 1, -1: 3, 1: 5, -2: 6, 2: 7}
BLOCKS: Final = 8
STRETCH: Final = 512  # spellings


@dataclass(frozen=True, slots=True)
class Templates:
    """Weights for the values of several combinations, looked up together: that costs hardly more than one alone.

    The values of combination n lie from ``n * span`` on. Each known value has a slot of its own: ``multiplier`` makes
    it a hash, that tells a displacement, and both together the slot (a perfect hash, which training finds). A slot has
    the number of a row, of which ``known`` is the value; row 0 of ``weights`` is empty, for values that are not known.
    """

    span: int
    multiplier: int
    displacements: NDArray[np.uint8]
    slots: NDArray[np.int32]
    known: NDArray[np.int32]
    weights: NDArray[np.int8]

    @classmethod
    def of(
        cls,
        known: NDArray[np.int32],
        weights: NDArray[np.int8],
        span: int,
        multiplier: int,
        displacements: NDArray[np.uint8],
    ) -> Templates:
        """The table of the ``known`` values, whose weights are those from row 1 on."""
        size = 1 << slot_bits(len(known))
        slots = np.zeros(size, np.int32)
        hashes = known.astype(np.int64) * multiplier
        slots[slots_of(hashes, displacements, size)] = np.arange(1, len(known) + 1, dtype=np.int32)
        known = np.concatenate([np.full(1, -1, np.int32), known])
        return cls(span, multiplier, displacements, slots, known, weights)

    def sums(self, values: Ints) -> Scores:
        """The weights of the values, a row a combination, added up: a row an element."""
        wanted = values + np.arange(0, len(values) * self.span, self.span)[:, np.newaxis]
        rows = self.slots.take(slots_of(wanted * self.multiplier, self.displacements, len(self.slots)))
        rows *= self.known.take(rows) == wanted
        sums: Scores = self.weights.take(rows, axis=0).sum(axis=0, dtype=np.int16)
        return sums


def slot_bits(count: int) -> int:
    """How many slots there are for so many values, as a power of two: about half of them are used."""
    return max(1, count * 3 // 2).bit_length()


def slots_of(hashes: Ints, displacements: NDArray[np.uint8], size: int) -> Ints:
    """Which of ``size`` slots, a power of two, each hash has. The hashes are gone then."""
    hashes += displacements.take(buckets_of(hashes, len(displacements)))
    hashes &= size - 1
    return hashes


def buckets_of(hashes: Ints, count: int) -> Ints:
    """Which of ``count`` displacements, a power of two, each hash has."""
    found = hashes >> BUCKET_SHIFT
    found &= count - 1
    return found


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of both passes, and the rows of frequent spellings already added up.

    ``features``, ``classes`` and ``frequent`` give a name's number. ``lexical`` has a row a feature in three blocks:
    the weights at the offsets 0, -1 and 1 (both passes side by side), -2 and 2 (second pass). Features that count
    further from their word have the lower numbers, and the blocks have no row for a feature that they have no weights
    of. ``rows`` has the same, side by side, for each spelling of ``numbers``, with what the spelling itself weighs.
    ``finite`` tells of each tag, and last of the padding, whether it is a finite verb's.
    """

    tags: tuple[str, ...]
    features: dict[str, int]
    classes: dict[str, int]
    frequent: dict[str, int]
    lexical: Blocks
    pairs: Templates
    contexts: Templates
    numbers: dict[str, int]
    rows: Scores
    row_classes: Ints
    finite: NDArray[np.bool_]

    @property
    def pad_tag(self) -> int:
        return len(self.tags)


def feature_numbers(keys: list[str], features: dict[str, int]) -> Ints:
    """Feature numbers of each key, a row a key, filled up with 0."""
    number, blanks = features.get, [0] * tag_features.PARTS
    rows = [[number(name, 0) for name in tag_features.parts(key)] for key in keys]
    return np.array([(row + blanks)[: tag_features.PARTS] for row in rows], np.int64).reshape(-1, tag_features.PARTS)


def class_numbers(keys: list[str], classes: dict[str, int], frequent: dict[str, int]) -> Ints:
    """The number of each key's class, 0 for one that has none."""
    return np.array([classes.get(tag_features.word_class(key, frequent), 0) for key in keys], np.int64)


def lexical_rows(numbers: Ints, lexical: Blocks) -> Scores:
    """The weights of each row of feature numbers, added up as far as each offset of the window looks."""
    counts = (tag_features.PARTS, tag_features.NEAR_PARTS, tag_features.FAR_PARTS)
    parts = []
    for block, count in zip(lexical, counts, strict=True):
        weights = block.take(numbers[:, :count], axis=0)
        parts.append(weights.sum(axis=1, dtype=np.int16))
    return np.concatenate(parts, axis=1)


def load() -> Model:
    with files(__package__).joinpath(MODEL_FILE).open("rb") as file, np.load(file, allow_pickle=False) as data:
        tags, names, classes, frequent, keys = (
            bytes(data[part]).decode("utf-8").split("\n")
            for part in ("tags", "features", "classes", "frequent", "keys")
        )
        features = {name: number for number, name in enumerate(names, 1)}
        classed = {name: number for number, name in enumerate(classes, 1)}
        frequent_numbers = {word: number for number, word in enumerate(frequent)}
        lexical = data["here"], data["near"], data["far"]
        return Model(
            tags=tuple(tags),
            features=features,
            classes=classed,
            frequent=frequent_numbers,
            lexical=lexical,
            pairs=_templates(data, "pair"),
            contexts=_templates(data, "context"),
            numbers={key: number for number, key in enumerate(keys)},
            rows=_spelling_rows(data, lexical),
            row_classes=data["spelling_classes"].astype(np.int64),
            finite=np.array([name in FINITE for name in (*tags, tag_features.PAD)]),
        )


def _spelling_rows(data: Mapping[str, NDArray[Any]], lexical: Blocks) -> Scores:
    """The weights of the known spellings: of their parts, and of each as a whole. A stretch at a time: what is only
    needed for a moment shall not take twice the memory of what stays."""
    numbers, weights = data["spelling_parts"], data["spelling_weights"]
    rows = np.empty((len(numbers), sum(block.shape[1] for block in lexical)), np.int16)
    for first in range(0, len(numbers), STRETCH):
        some = slice(first, first + STRETCH)
        rows[some] = lexical_rows(numbers[some].astype(np.int64), lexical)
        rows[some, : weights.shape[1]] += weights[some]
    return rows


def _templates(data: Mapping[str, NDArray[Any]], part: str) -> Templates:
    known, weights, displacements = (data[f"{part}_{name}"] for name in ("known", "weights", "displacements"))
    return Templates.of(known, weights, int(data[f"{part}_span"]), int(data[f"{part}_multiplier"]), displacements)
