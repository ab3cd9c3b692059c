"""Part-of-speech tags (Penn Treebank's set) for tokens.

Two linear models over a window of words: the first sees the words, the second also the tags that the first gave to the
neighbours. Each adds up rows of whole numbers for all tokens of an article at once: the same answer on every machine.
``training/train_tagger.py`` writes the model file; NOTICE says what it was trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.text import tag_features
from service.text.sentences import Sentence
from service.text.tokens import Tokens

Ints = NDArray[np.int64]
Scores = NDArray[np.int16]

PADDING: Final = 3  # tokens between sentences, so that no window reaches into the next one
TAG_PASSES: Final = 2
MODEL_FILE: Final = "tagger.npz"
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORTEST_CLAUSE: Final = 4  # tokens
VERB_MARGIN: Final = 24  # in weights; sixteen are a factor e of likelihood


@dataclass(frozen=True, slots=True)
class Template:
    """Weights for the values of one combination: ``known`` is sorted, and row 0 is for the values not in it."""

    known: Ints
    weights: NDArray[np.int8]

    def add_to(self, scores: Scores, values: Ints) -> None:
        """Add to each row of ``scores`` the weights of its value."""
        at = self.known.searchsorted(values)
        at[self.known.take(at, mode="clip") != values] = -1
        scores += self.weights.take(at + 1, axis=0)


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of both passes, and the rows of frequent spellings already added up.

    ``features``, ``classes`` and ``frequent`` give a name's number. ``lexical`` has a row a feature: the weights at the
    offsets 0, -1, 1 (both passes side by side) and -2, 2 (second pass); ``rows`` the same for each of ``numbers``.
    """

    tags: tuple[str, ...]
    features: dict[str, int]
    classes: dict[str, int]
    frequent: dict[str, int]
    lexical: NDArray[np.int8]
    pairs: tuple[Template, ...]
    contexts: tuple[Template, ...]
    numbers: dict[str, int]
    rows: Scores
    row_classes: Ints

    @property
    def pad_tag(self) -> int:
        return len(self.tags)


def lexical_numbers(keys: list[str], features: dict[str, int]) -> Ints:
    """Feature numbers of each key, a row a key, filled up with 0."""
    found = np.zeros((len(keys), tag_features.SLOTS), np.int64)
    for row, key in enumerate(keys):
        names = tag_features.lexical(key)
        found[row, : len(names)] = [features.get(name, 0) for name in names]
    return found


def lexical_rows(numbers: Ints, lexical: NDArray[np.int8], tags: int) -> Scores:
    """The weights of each row of feature numbers, added up as far as each offset of the window looks."""
    near, far = tag_features.NEAR_SLOTS, tag_features.FAR_SLOTS
    rows = np.zeros((len(numbers), lexical.shape[1]), np.int16)
    edges = (0, 2 * tags, 6 * tags, 8 * tags)
    for slots, begin, end in zip((tag_features.SLOTS, near, far), edges, edges[1:], strict=False):
        for slot in range(slots):
            rows[:, begin:end] += lexical[numbers[:, slot], begin:end]
    return rows


def _load() -> Model:
    with files(__package__).joinpath(MODEL_FILE).open("rb") as file, np.load(file, allow_pickle=False) as data:
        tags, names, classes, frequent, keys = (
            bytes(data[part]).decode("utf-8").split("\n")
            for part in ("tags", "features", "classes", "frequent", "keys")
        )
        features = {name: number for number, name in enumerate(names, 1)}
        class_numbers = {name: number for number, name in enumerate(classes, 1)}
        lexical = data["lexical"]
        templates = {
            part: tuple(
                Template(data[f"{part}{i}_known"].astype(np.int64), data[f"{part}{i}_weights"])
                for i in range(int(data[f"{part}s"]))
            )
            for part in ("pair", "context")
        }
    frequent_numbers = {word: number for number, word in enumerate(frequent)}
    numbers = {key: number for number, key in enumerate(keys)}
    return Model(
        tags=tuple(tags),
        features=features,
        classes=class_numbers,
        frequent=frequent_numbers,
        lexical=lexical,
        pairs=templates["pair"],
        contexts=templates["context"],
        numbers=numbers,
        rows=lexical_rows(lexical_numbers(keys, features), lexical, len(tags)),
        row_classes=_class_numbers(keys, class_numbers, frequent_numbers),
    )


def _class_numbers(keys: list[str], classes: dict[str, int], frequent: dict[str, int]) -> Ints:
    return np.array([classes.get(tag_features.word_class(key, frequent), 0) for key in keys], np.int64)


_MODEL: Final = _load()


def tag(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """One Penn tag (NN, VBD, …) a token. The model is loaded when this module is imported.

    The same tokens get the same tags always; the work is linear in their number.
    """
    if not len(tokens):
        return []
    model = _MODEL
    rows, classes = _read(model, tag_features.keys(tokens, sentences))
    ids, at = _padded(len(tokens), sentences)
    classes = classes[ids]
    first, second = _word_scores(model, rows, ids, at)
    pairs = tag_features.pair_values(classes, at, len(model.classes) + 1)
    for template, values in zip(model.pairs, pairs, strict=True):
        template.add_to(second, values)
    best = first.argmax(axis=1)
    found = np.full(len(ids), model.pad_tag, np.int64)
    found[at] = best
    todo = np.arange(len(at))
    scores = second.copy()
    for _ in range(TAG_PASSES):
        scores[todo] = _scores_in_context(model, second[todo], classes, found, at[todo])
        new = scores[todo].argmax(axis=1)
        changed = at[todo[new != best[todo]]]
        best[todo] = new
        found[at] = best
        todo = _neighbours(changed, at, len(ids))
    _give_each_sentence_a_verb(model, scores, best, sentences)
    return [model.tags[number] for number in best.tolist()]


def _scores_in_context(model: Model, scores: Scores, classes: Ints, tags: Ints, at: Ints) -> Scores:
    """The second pass for the tokens at ``at``: their ``scores`` so far and what the tags around them say."""
    values = tag_features.context_values(classes, tags, at, len(model.classes) + 1, len(model.tags))
    for template, value in zip(model.contexts, values, strict=True):
        template.add_to(scores, value)
    return scores


def _give_each_sentence_a_verb(model: Model, scores: Scores, best: Ints, sentences: list[Sentence]) -> None:
    """In a sentence without a finite verb, make the likeliest word one, if it is nearly as likely as what it was.

    News is full of present tenses ("talks fail", "the minister plans to") that the treebank's web texts have as nouns.
    """
    finite = np.array([number for number, name in enumerate(model.tags) if name in FINITE])
    has_verb = np.logical_or.reduceat(np.isin(best, finite), [sentence.first for sentence in sentences])
    for number in np.flatnonzero(~has_verb).tolist():
        sentence = sentences[number]
        if sentence.last - sentence.first < SHORTEST_CLAUSE:
            continue
        own = scores[sentence.first : sentence.last]
        verbal = own[:, finite]
        margins = verbal.max(axis=1) - own.max(axis=1)
        likeliest = int(margins.argmax())
        if margins[likeliest] >= -VERB_MARGIN:
            best[sentence.first + likeliest] = finite[verbal[likeliest].argmax()]


def _neighbours(changed: Ints, at: Ints, length: int) -> Ints:
    """The tokens (numbers of rows of ``at``) whose window has a changed tag in it."""
    touched = np.zeros(length, np.bool_)
    for offset in range(-PADDING, PADDING + 1):
        touched[changed + offset] = True
    return np.flatnonzero(touched[at])


def _read(model: Model, keys: list[str]) -> tuple[Scores, Ints]:
    """The rows and classes of the tokens, in their order; the padding comes last."""
    known = model.numbers
    ids = np.array([known.get(key, -1) for key in (*keys, tag_features.PAD)], np.int64)
    rows = model.rows.take(ids, axis=0)
    classes = model.row_classes.take(ids)
    unknown = np.flatnonzero(ids < 0)
    if len(unknown):
        new = [keys[i] for i in unknown.tolist()]
        rows[unknown] = lexical_rows(lexical_numbers(new, model.features), model.lexical, len(model.tags))
        classes[unknown] = _class_numbers(new, model.classes, model.frequent)
    return rows, classes


def _padded(count: int, sentences: list[Sentence]) -> tuple[Ints, Ints]:
    """Token numbers with padding (number ``count``) around each sentence, and the places of the tokens among them."""
    lengths = [sentence.last - sentence.first for sentence in sentences]
    at = np.arange(count) + PADDING * (1 + np.repeat(np.arange(len(lengths)), lengths))
    ids = np.full(count + PADDING * (len(lengths) + 1), count, np.int64)
    ids[at] = np.arange(count)
    return ids, at


def _word_scores(model: Model, rows: Scores, ids: Ints, at: Ints) -> tuple[Scores, Scores]:
    """What the words of the window say: for the first pass and for the second."""
    k = len(model.tags)
    both = rows[:-1, : 2 * k].copy()
    for offset, begin in ((-1, 2 * k), (1, 4 * k)):
        both += rows[ids[at + offset], begin : begin + 2 * k]
    second = both[:, k:].copy()
    for offset, begin in ((-2, 6 * k), (2, 7 * k)):
        second += rows[ids[at + offset], begin : begin + k]
    return both[:, :k], second
