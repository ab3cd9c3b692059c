#!/usr/bin/env python3
"""Train the part-of-speech tagger of ``service/text`` on a UD treebank with Penn tags, and write its model file.

    python -m training.train_tagger TREEBANK_DIR [--out service/text/tagger.npz] [--with-dev]

Needs numpy and scipy. The same treebank gives the same model (fixed seeds). Two softmax models are trained: one that
sees words only, and one that also sees the tags which the first gives to the neighbours (learnt from the first model's
answers on text that it was not trained on: five folds).
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse

from service.text import tag_features as tf
from service.text.sentences import Sentence
from service.text.tag_features import context_values, pair_values
from service.text.tag_model import class_numbers, feature_numbers
from service.text.tokens import Tokens, tokenize
from training.hashing import perfect_hash

ROOT = Path(__file__).resolve().parent.parent
SEED = 20250523
FOLDS = 5
FOLD_RUN = 40  # sentences in a row in the same fold, so that one text is rarely on both sides
BATCH = 1024
RATE = 0.15
DROPOUT = 0.25  # of the features, each time an example is seen: endings must carry words that are not known
AVERAGED = 3  # epochs, the last ones
SCALE = 16
LEAST_WEIGHT = 0.05
LEAST_KEY = 2
OWN = ("news_sentences", "news_articles", "test_sentences")
OWN_WEIGHT = 3  # how often our own sentences count
SLOTS = (tf.PARTS + 1, tf.NEAR_PARTS + 1, tf.FAR_PARTS)  # features of a token that count at the offsets 0, ±1, ±2
KINDS = [name[0] for name in tf.parts("a")]  # of parts, in their order


@dataclass
class Example:
    tokens: Tokens
    tags: list[str]


def read_treebank(path: Path) -> list[Example]:
    """The sentences of a CoNLL-U file, cut as this service cuts words; each word has the tag of what it begins in."""
    examples = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, spans = "", []
        skip_until, lines = 0, [x for x in block.split("\n") if x and x[0].isdigit()]
        multi: dict[int, tuple[int, str, str]] = {}
        for line in lines:
            cells = line.split("\t")
            if "-" in cells[0]:
                a, b = map(int, cells[0].split("-"))
                multi[a] = (b, cells[1], cells[9])
        for line in lines:
            cells = line.split("\t")
            if "-" in cells[0] or "." in cells[0]:
                continue
            number = int(cells[0])
            if number in multi:  # don't = do + n't: written together, one tag a part where the parts spell it
                last, form, misc = multi[number]
                parts = [x.split("\t") for x in lines if x.split("\t")[0].isdigit()]
                parts = [p for p in parts if number <= int(p[0]) <= last]
                if "".join(p[1] for p in parts) == form:
                    for p in parts:
                        spans.append((len(text), len(text) + len(p[1]), p[4]))
                        text += p[1]
                else:
                    spans.append((len(text), len(text) + len(form), parts[0][4]))
                    text += form
                skip_until = last
                text += "" if "SpaceAfter=No" in misc else " "
            elif number > skip_until:
                spans.append((len(text), len(text) + len(cells[1]), cells[4]))
                text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        if spans:
            tokens = tokenize(text)
            examples.append(Example(tokens, aligned(tokens, spans)))
    return examples


def read_own(path: Path) -> list[Example]:
    """Sentences of word/TAG pairs, a line a sentence; lines that begin with # are remarks."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pairs = [pair.rsplit("/", 1) for pair in line.split(" ")]
            text, spans = "", []
            for word, mark in pairs:
                spans.append((len(text), len(text) + len(word), mark))
                text += word + " "
            tokens = tokenize(text)
            examples.append(Example(tokens, aligned(tokens, spans)))
    return examples


def aligned(tokens: Tokens, spans: list[tuple[int, int, str]]) -> list[str]:
    """For each token the tag of the treebank's word that covers its start."""
    tags, at = [], 0
    for start in tokens.starts:
        while spans[at][1] <= start:
            at += 1
        tags.append(spans[at][2])
    return tags


def recased(example: Example, rng: random.Random, how: str) -> Example:
    """The example as a headline, in capitals, or in small letters: news has more of these than the web's treebank."""
    words = []
    for word in example.tokens.words:
        if how == "headline":
            small = len(word) <= 3 and rng.random() < 0.6
            word = word if small or not word[0].isalpha() else word[0].upper() + word[1:]
        else:
            changed = word.upper() if how == "upper" else word.lower()
            word = changed if len(changed) == len(word) else word
        words.append(word)
    t = example.tokens
    return Example(Tokens(t.text, words, [w.lower() for w in words], t.starts, t.ends), example.tags)


def augmented(examples: list[Example], rng: random.Random) -> tuple[list[Example], list[int]]:
    """The examples and recased copies of some, with the number of the original of each."""
    extra, origin = [], list(range(len(examples)))
    for number, e in enumerate(examples):
        x = rng.random()
        how = "headline" if x < 0.15 and len(e.tokens) > 4 else "upper" if x < 0.18 else "lower" if x < 0.22 else ""
        if how:
            extra.append(recased(e, rng, how))
            origin.append(number)
    return examples + extra, origin


def lexical(key: str) -> list[str]:
    """The names of ``key``'s features: its parts, and among those that count for its neighbours the whole spelling."""
    parts = tf.parts(key)
    return [*parts[: tf.NEAR_PARTS], "w=" + key, *parts[tf.NEAR_PARTS :]] if key != tf.PAD else parts


def padded_keys(example: Example) -> list[str]:
    n = len(example.tokens)
    k = tf.keys(example.tokens, [Sentence(0, n, 0, False)])
    return [tf.PAD] * 3 + k + [tf.PAD] * 3


@dataclass
class Spec:
    """The names that a model knows, each with its number."""

    tags: list[str] = field(default_factory=list)
    features: dict[str, int] = field(default_factory=dict)
    frequent: dict[str, int] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)


def build_spec(examples: list[Example]) -> Spec:
    spec = Spec(tags=sorted({t for e in examples for t in e.tags}))
    names: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for e in examples:
        for key in padded_keys(e):
            names.update(lexical(key))
        lower.update(e.tokens.lower)
    spec.features = {
        n: i + 1 for i, n in enumerate(sorted(n for n, c in names.items() if c >= (2 if n[0] in "lw" else 3)))
    }
    spec.frequent = {w: i for i, w in enumerate(sorted(w for w, c in lower.items() if c >= 25))}
    classes: Counter[str] = Counter(tf.word_class(k, spec.frequent) for e in examples for k in padded_keys(e))
    spec.classes = {n: i + 1 for i, n in enumerate(sorted(n for n, c in classes.items() if c >= 10))}
    return spec


class Encoded:
    """All tokens of a set of examples as numbers, with padding between sentences."""

    def __init__(self, examples: list[Example], spec: Spec) -> None:
        cache: dict[str, tuple[list[int], int]] = {}
        rows, classes, gold, real, sent = [], [], [], [], []
        number = {t: i for i, t in enumerate(spec.tags)}
        for s, e in enumerate(examples):
            for i, key in enumerate(padded_keys(e)):
                if key not in cache:
                    ids = [spec.features.get(n, 0) for n in lexical(key)]
                    cache[key] = (
                        ids + [0] * (SLOTS[0] - len(ids)),
                        spec.classes.get(tf.word_class(key, spec.frequent), 0),
                    )
                rows.append(cache[key][0])
                classes.append(cache[key][1])
                inside = 3 <= i < 3 + len(e.tokens)
                real.append(inside)
                gold.append(number.get(e.tags[i - 3], -1) if inside else len(spec.tags))
                sent.append(s)
        self.lexical = np.array(rows, np.int32)
        self.classes = np.array(classes, np.int64)
        self.gold = np.array(gold, np.int64)
        self.where = np.flatnonzero(np.array(real))
        self.sentence = np.array(sent)[self.where]
        self.spec = spec


def lexical_columns(e: Encoded, offsets: tuple[int, ...]) -> list[np.ndarray]:
    """Columns of the lexical features at some offsets of the window, in the blocks -2, -1, 0, 1, 2."""
    columns, width = [], len(e.spec.features) + 1
    for offset in offsets:
        slots = SLOTS[abs(offset)]
        for slot in range(slots):
            found = e.lexical[e.where + offset, slot]
            columns.append(np.where(found > 0, found + (offset + 2) * width, -1).astype(np.int64))
    return columns


class Indexer:
    """Numbers for the values of each template that were seen at least ``least`` times in training."""

    def __init__(self, columns: list[np.ndarray], base: int, least: int) -> None:
        self.known, self.bases = [], []
        for col in columns:
            values, counts = np.unique(col, return_counts=True)
            values = values[counts >= least]
            self.known.append(values)
            self.bases.append(base)
            base += len(values)
        self.size = base

    def __call__(self, columns: list[np.ndarray]) -> list[np.ndarray]:
        out = []
        for col, known, base in zip(columns, self.known, self.bases, strict=True):
            at = np.searchsorted(known, col).clip(0, max(len(known) - 1, 0))
            hit = known[at] == col if len(known) else np.zeros(len(col), bool)
            out.append(np.where(hit, at + base, -1))
        return out


def matrix(columns: list[np.ndarray], width: int) -> sparse.csr_matrix:
    ids = np.stack(columns, axis=1)
    keep = ids >= 0
    indptr = np.concatenate([[0], np.cumsum(keep.sum(axis=1))])
    indices = ids[keep]
    return sparse.csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=(len(ids), width))


def fit(x: sparse.csr_matrix, y: np.ndarray, k: int, epochs: int, seed: int) -> np.ndarray:
    """Multinomial logistic regression by Adagrad with feature dropout; the mean of the weights of the last epochs."""
    rng = np.random.default_rng(seed)
    n, width = x.shape
    w = np.zeros((width, k), np.float32)
    g2 = np.full((width, k), 1e-2, np.float32)
    total = np.zeros_like(w)
    for epoch in range(epochs):
        order = rng.permutation(n)
        rate = RATE * (1 - epoch / (epochs + 1))
        for at in range(0, n, BATCH):
            rows = order[at : at + BATCH]
            xb = x[rows]
            xb.data = (rng.random(len(xb.data)) >= DROPOUT).astype(np.float32) / (1 - DROPOUT)
            used, local = np.unique(xb.indices, return_inverse=True)
            xb = sparse.csr_matrix((xb.data, local, xb.indptr), shape=(len(rows), len(used)))
            wu = w[used]
            s = xb @ wu
            s -= s.max(axis=1, keepdims=True)
            p = np.exp(s)
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(rows)), y[rows]] -= 1
            grad = xb.T @ p
            acc = g2[used] + grad * grad
            g2[used] = acc
            w[used] = wu - rate * grad / np.sqrt(acc)
        if epoch >= epochs - AVERAGED:
            total += w
    return total / AVERAGED


def train(examples: list[Example], epochs: int) -> dict[str, np.ndarray]:
    """The arrays of the model file."""
    examples, origin = augmented(examples, random.Random(SEED))
    spec = build_spec(examples)
    e = Encoded(examples, spec)
    y, k, size = e.gold[e.where], len(spec.tags), len(spec.classes) + 1
    width = 5 * (len(spec.features) + 1)

    narrow = matrix(lexical_columns(e, (-1, 0, 1)), width)
    guessed = np.zeros(len(y), np.int64)
    folds = (np.array(origin)[e.sentence] // FOLD_RUN) % FOLDS
    for fold in range(FOLDS):
        rest, held = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        guessed[held] = (narrow[held] @ fit(narrow[rest], y[rest], k, epochs - 3, SEED + fold)).argmax(axis=1)
    print(f"first pass, on text it has not seen: {100 * (guessed == y).mean():.2f} %")
    first = fit(narrow, y, k, epochs, SEED)

    tags = np.full(len(e.classes), k)
    tags[e.where] = guessed
    pairs = pair_values(e.classes, e.where, size)
    contexts = context_values(e.classes, tags, e.where, size, k)
    pair_index = Indexer(pairs, width, 4)
    context_index = Indexer(contexts, pair_index.size, 3)
    wide = matrix(
        lexical_columns(e, (-2, -1, 0, 1, 2)) + pair_index(pairs) + context_index(contexts), context_index.size
    )
    second = fit(wide, y, k, epochs + 2, SEED)
    return arrays(spec, examples, first, second, (pair_index, context_index))


def whole(weights: np.ndarray) -> np.ndarray:
    """Weights as small whole numbers; what hardly weighs is 0, which packs well."""
    scaled = np.where(np.abs(weights) < LEAST_WEIGHT, 0, weights * SCALE)
    return np.clip(np.rint(scaled), -127, 127).astype(np.int8)


def arrays(
    spec: Spec, examples: list[Example], first: np.ndarray, second: np.ndarray, indexes: tuple[Indexer, Indexer]
) -> dict[str, np.ndarray]:
    n = len(spec.features) + 1
    one, two = whole(first), whole(second)
    here, near, far = (
        np.concatenate([weights[(offset + 2) * n : (offset + 3) * n] for weights, offset in blocks], axis=1)
        for blocks in (
            [(one, 0), (two, 0)],
            [(one, -1), (two, -1), (one, 1), (two, 1)],
            [(two, -2), (two, 2)],
        )
    )
    used = here.any(axis=1) | near.any(axis=1) | far.any(axis=1)
    reaching: list[list[str]] = [[], [], []]  # the names of parts that count at ±2, at ±1 only, and nowhere beside
    for name, number in spec.features.items():
        if used[number] and name[0] in KINDS:
            at = KINDS.index(name[0])
            reaching[0 if at < tf.FAR_PARTS else 1 if at < tf.NEAR_PARTS else 2].append(name)
    names = [name for group in reaching for name in group]
    rows = np.array([0, *(spec.features[name] for name in names)])
    keys = Counter(key for e in examples for key in padded_keys(e))
    kept = [tf.PAD, *sorted(key for key, count in keys.items() if count >= LEAST_KEY and key != tf.PAD)]
    spelt = [spec.features.get("w=" + key, 0) for key in kept]
    numbers = {name: number for number, name in enumerate(names, 1)}
    out = {
        "tags": text(spec.tags),
        "features": text(names),
        "classes": text(list(spec.classes)),
        "frequent": text(list(spec.frequent)),
        "keys": text(kept),
        "here": here[rows],
        "near": near[rows[: 1 + len(reaching[0]) + len(reaching[1])]],
        "far": far[rows[: 1 + len(reaching[0])]],
        "spelling_weights": np.concatenate([here[spelt], near[spelt]], axis=1),
        "spelling_parts": small(feature_numbers(kept, numbers)),
        "spelling_classes": small(class_numbers(kept, spec.classes, spec.frequent)),
    }
    size, count = len(spec.classes) + 1, len(spec.tags) + 1
    spans = (size**2, count**2 * max(size, count))  # more than any value
    for part, index, span in zip(("pair", "context"), indexes, spans, strict=True):
        out |= templates(part, index, two, span)
    return out


def templates(part: str, index: Indexer, weights: np.ndarray, span: int) -> dict[str, np.ndarray]:
    """The arrays of one kind of combinations: their values that weigh something, each template's in a span of its
    own; the weights; and where to look a value up."""
    values = np.concatenate([known + number * span for number, known in enumerate(index.known)])
    own = weights[index.bases[0] : index.size]
    kept = own.any(axis=1)
    multiplier, displacements = perfect_hash(values[kept])
    return {
        f"{part}_span": np.array(span),
        f"{part}_known": values[kept].astype(np.int32),
        f"{part}_weights": np.concatenate([np.zeros((1, own.shape[1]), np.int8), own[kept]]),
        f"{part}_multiplier": np.array(multiplier),
        f"{part}_displacements": displacements,
    }


def small(numbers: np.ndarray) -> np.ndarray:
    return numbers.astype(np.min_scalar_type(numbers.max()))


def text(names: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def accuracy(examples: list[Example]) -> str:
    """How the model file that the service now loads does on ``examples``."""
    from service.text.tagging import tag

    right = total = verbs = found = hit = 0
    for e in examples:
        tags = tag(e.tokens, [Sentence(0, len(e.tokens), 0, False)])
        for gold, guess in zip(e.tags, tags, strict=True):
            total += 1
            right += gold == guess
            verbs += gold.startswith("VB")
            found += guess.startswith("VB")
            hit += gold == guess and gold.startswith("VB")
    return f"{100 * right / total:.2f} % of {total} tags; verb tags P {100 * hit / found:.2f} R {100 * hit / verbs:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path, help="directory with en_ewt-ud-{train,dev,test}.conllu")
    parser.add_argument("--out", type=Path, default=ROOT / "service/text/tagger.npz")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--with-dev", action="store_true", help="train on the dev part as well (the model that ships)")
    parser.add_argument("--evaluate-only", action="store_true", help="measure the model file that is there")
    options = parser.parse_args()
    if not options.evaluate_only:
        parts = ("train", "dev") if options.with_dev else ("train",)
        examples = [e for part in parts for e in read_treebank(options.treebank / f"en_ewt-ud-{part}.conllu")]
        for own in OWN:
            examples += read_own(ROOT / f"training/{own}.txt") * OWN_WEIGHT
        np.savez_compressed(options.out, **train(examples, options.epochs))
        print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    for part in ("dev", "test"):
        print(f"{part}: {accuracy(read_treebank(options.treebank / f'en_ewt-ud-{part}.conllu'))}")


if __name__ == "__main__":
    main()
