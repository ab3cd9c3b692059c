"""The tagger's weights: how they are kept, looked up and added up.

``training/train_tagger.py`` writes their file; NOTICE says what it was trained on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.text import tag_features
from service.text.tagset import FINITE

Ints = NDArray[np.int64]
Scores = NDArray[np.int16]
Blocks = tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]

PAGE_BITS: Final = 4
PAGE_MASK: Final = (1 << PAGE_BITS) - 1
MODEL_FILE: Final = "tagger.npz"
# Which block of a row has the weights of each pass for a token at an offset from the row's own.
FIRST: Final = {0: 0, -1: 2, 1: 4}
SECOND: Final = {0: 1, -1: 3, 1: 5, -2: 6, 2: 7}
BLOCKS: Final = 8


@dataclass(frozen=True, slots=True)
class Templates:
    """Weights for the values of several combinations, looked up together: that costs hardly more than one alone.

    The values of combination n lie from ``n * span`` on. Where a value's weights are is told in two steps, as in a
    page table: ``pages`` (by the value without its last four bits), then ``rows``. Row 0 of ``weights`` is empty, for
    values that are not known.
    """

    span: int
    pages: NDArray[np.unsignedinteger]
    rows: NDArray[np.int32]
    weights: NDArray[np.int8]

    @classmethod
    def of(cls, known: list[Ints], weights: list[NDArray[np.int8]], span: int) -> Templates:
        """The table of combinations whose ``known`` values, all below ``span``, have ``weights`` from row 1 on."""
        values = np.concatenate([own + number * span for number, own in enumerate(known)])
        used, page_of = np.unique(values >> PAGE_BITS, return_inverse=True)
        pages = np.zeros((len(known) * span >> PAGE_BITS) + 1, np.min_scalar_type(len(used)))
        pages[used] = np.arange(1, len(used) + 1)
        rows = np.zeros((len(used) + 1) << PAGE_BITS, np.int32)
        rows[((page_of + 1) << PAGE_BITS) | (values & PAGE_MASK)] = np.arange(1, len(values) + 1)
        return cls(span, pages, rows, np.concatenate([weights[0][:1], *(own[1:] for own in weights)]))

    def sums(self, values: Ints) -> Scores:
        """The weights of the values, a row a combination, added up: a row an element."""
        wanted = values + np.arange(0, len(values) * self.span, self.span)[:, np.newaxis]
        page = self.pages.take(wanted >> PAGE_BITS).astype(np.int64)
        rows = self.rows.take((page << PAGE_BITS) | (wanted & PAGE_MASK))
        sums: Scores = self.weights.take(rows, axis=0).sum(axis=0, dtype=np.int16)
        return sums


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of both passes, and the rows of frequent spellings already added up.

    ``features``, ``classes`` and ``frequent`` give a name's number. ``lexical`` has a row a feature in three blocks:
    the weights at the offsets 0, -1 and 1 (both passes side by side), -2 and 2 (second pass). ``rows`` has the same,
    side by side, for each spelling of ``numbers``. ``finite`` tells of each tag, and last of the padding, whether it is
    a finite verb's.
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


def lexical_numbers(keys: list[str], features: dict[str, int]) -> Ints:
    """Feature numbers of each key, a row a key, filled up with 0."""
    number, blanks = features.get, [0] * tag_features.SLOTS
    rows = [[number(name, 0) for name in tag_features.lexical(key)] for key in keys]
    return np.array([(row + blanks)[: tag_features.SLOTS] for row in rows], np.int64).reshape(-1, tag_features.SLOTS)


def class_numbers(keys: list[str], classes: dict[str, int], frequent: dict[str, int]) -> Ints:
    """The number of each key's class, 0 for one that has none."""
    return np.array([classes.get(tag_features.word_class(key, frequent), 0) for key in keys], np.int64)


def lexical_rows(numbers: Ints, lexical: Blocks) -> Scores:
    """The weights of each row of feature numbers, added up as far as each offset of the window looks."""
    slots = (tag_features.SLOTS, tag_features.NEAR_SLOTS, tag_features.FAR_SLOTS)
    parts = []
    for block, count in zip(lexical, slots, strict=True):
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
        lexical = _blocks(data["lexical"], len(tags))
        size, count = len(classes) + 1, len(tags) + 1
        pairs = _templates(data, "pair", size**2)
        contexts = _templates(data, "context", count**2 * max(size, count))
    frequent_numbers = {word: number for number, word in enumerate(frequent)}
    numbers = {key: number for number, key in enumerate(keys)}
    return Model(
        tags=tuple(tags),
        features=features,
        classes=classed,
        frequent=frequent_numbers,
        lexical=lexical,
        pairs=pairs,
        contexts=contexts,
        numbers=numbers,
        rows=lexical_rows(lexical_numbers(keys, features), lexical),
        row_classes=class_numbers(keys, classed, frequent_numbers),
        finite=np.array([name in FINITE for name in (*tags, tag_features.PAD)]),
    )


def _templates(data: Mapping[str, NDArray[np.int8]], part: str, span: int) -> Templates:
    numbers = range(int(data[f"{part}s"]))
    known = [data[f"{part}{n}_known"].astype(np.int64) for n in numbers]
    return Templates.of(known, [data[f"{part}{n}_weights"] for n in numbers], span)


def _blocks(lexical: NDArray[np.int8], tags: int) -> Blocks:
    here, near, far = np.split(lexical, (2 * tags, 6 * tags), axis=1)
    return np.ascontiguousarray(here), np.ascontiguousarray(near), np.ascontiguousarray(far)
