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
Blocks = tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]

PADDING: Final = 3  # tokens between sentences, so that no window reaches into the next one
TAG_PASSES: Final = 2
MODEL_FILE: Final = "tagger.npz"
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORTEST_CLAUSE: Final = 4  # tokens
SURE_MARGIN: Final = 64  # in weights: the first pass alone decides where no other tag comes so near
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

    ``features``, ``classes`` and ``frequent`` give a name's number. ``lexical`` has a row a feature in three blocks:
    the weights at the offsets 0, -1 and 1 (both passes side by side), -2 and 2 (second pass). ``rows`` has the same,
    side by side, for each spelling of ``numbers``.
    """

    tags: tuple[str, ...]
    features: dict[str, int]
    classes: dict[str, int]
    frequent: dict[str, int]
    lexical: Blocks
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


def lexical_rows(numbers: Ints, lexical: Blocks) -> Scores:
    """The weights of each row of feature numbers, added up as far as each offset of the window looks."""
    slots = (tag_features.SLOTS, tag_features.NEAR_SLOTS, tag_features.FAR_SLOTS)
    parts = []
    for block, count in zip(lexical, slots, strict=True):
        weights = block.take(numbers[:, :count], axis=0)
        parts.append(weights.sum(axis=1, dtype=np.int16))
    return np.concatenate(parts, axis=1)


def _load() -> Model:
    with files(__package__).joinpath(MODEL_FILE).open("rb") as file, np.load(file, allow_pickle=False) as data:
        tags, names, classes, frequent, keys = (
            bytes(data[part]).decode("utf-8").split("\n")
            for part in ("tags", "features", "classes", "frequent", "keys")
        )
        features = {name: number for number, name in enumerate(names, 1)}
        class_numbers = {name: number for number, name in enumerate(classes, 1)}
        lexical = _blocks(data["lexical"], len(tags))
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
        rows=lexical_rows(lexical_numbers(keys, features), lexical),
        row_classes=_class_numbers(keys, class_numbers, frequent_numbers),
    )


def _blocks(lexical: NDArray[np.int8], tags: int) -> Blocks:
    here, near, far = np.split(lexical, (2 * tags, 6 * tags), axis=1)
    return np.ascontiguousarray(here), np.ascontiguousarray(near), np.ascontiguousarray(far)


def _class_numbers(keys: list[str], classes: dict[str, int], frequent: dict[str, int]) -> Ints:
    return np.array([classes.get(tag_features.word_class(key, frequent), 0) for key in keys], np.int64)


_MODEL: Final = _load()


_ALIKE = frozenset(
    "beat cut hit put set shut cost let spread quit split hurt burst broadcast forecast upset cast".split()
)
_HELPED = frozenset(
    """to and did does do will would can could may might must should shall 'll ’ll let lets made make makes helped help
    see saw watch watched that""".split()
)


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
    best = first.argmax(axis=1)
    undecided = _undecided(first, best)
    _add_pairs(model, second, classes, at, undecided)
    found = np.full(len(ids), model.pad_tag, np.int64)
    found[at] = best
    scores = first
    todo = np.flatnonzero(undecided)
    for _ in range(TAG_PASSES):
        scores[todo] = _scores_in_context(model, second[todo], classes, found, at[todo])
        new = scores[todo].argmax(axis=1)
        changed = at[todo[new != best[todo]]]
        best[todo] = new
        found[at] = best
        todo = _neighbours(changed, at, len(ids), undecided)
    _give_each_sentence_a_verb(model, scores, best, sentences)
    return _with_pasts(tokens.lower, [model.tags[number] for number in best.tolist()])


def _with_pasts(lower: list[str], tags: list[str]) -> list[str]:
    """The tags, with "Athletic beat Rovers" in the past: a singular subject's present would be "beats"."""
    for i, word in enumerate(lower):
        if word not in _ALIKE or tags[i] not in ("VB", "VBP") or i == 0:
            continue
        singular = tags[i - 1] in ("NN", "NNP") or lower[i - 1] in ("he", "she", "it")
        if singular and _HELPED.isdisjoint(lower[max(0, i - 5) : i]):
            tags[i] = "VBD"
    return tags


def _undecided(scores: Scores, best: Ints) -> NDArray[np.bool_]:
    """Which tokens the first pass leaves in doubt: another tag comes near the best one."""
    others = scores.copy()
    others[np.arange(len(best)), best] = np.iinfo(np.int16).min
    near: NDArray[np.bool_] = scores.max(axis=1) - others.max(axis=1) < SURE_MARGIN
    return near


def _add_pairs(model: Model, scores: Scores, classes: Ints, at: Ints, undecided: NDArray[np.bool_]) -> None:
    some = scores[undecided]
    values = tag_features.pair_values(classes, at[undecided], len(model.classes) + 1)
    for template, value in zip(model.pairs, values, strict=True):
        template.add_to(some, value)
    scores[undecided] = some


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


def _neighbours(changed: Ints, at: Ints, length: int, undecided: NDArray[np.bool_]) -> Ints:
    """The undecided tokens (numbers of rows of ``at``) whose window has a changed tag in it."""
    touched = np.zeros(length, np.bool_)
    for offset in range(-PADDING, PADDING + 1):
        touched[changed + offset] = True
    return np.flatnonzero(touched[at] & undecided)


def _read(model: Model, keys: list[str]) -> tuple[Scores, Ints]:
    """The rows and classes of the tokens, in their order; the padding comes last."""
    known = model.numbers
    ids = np.array([known.get(key, -1) for key in (*keys, tag_features.PAD)], np.int64)
    rows = model.rows.take(ids, axis=0)
    classes = model.row_classes.take(ids)
    unknown = np.flatnonzero(ids < 0)
    if len(unknown):
        places: dict[str, int] = {}
        which = [places.setdefault(keys[i], len(places)) for i in unknown.tolist()]
        new = list(places)
        rows[unknown] = lexical_rows(lexical_numbers(new, model.features), model.lexical).take(which, axis=0)
        classes[unknown] = _class_numbers(new, model.classes, model.frequent).take(which)
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
