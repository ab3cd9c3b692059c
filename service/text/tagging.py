"""Part-of-speech tags (Penn Treebank's set) for tokens.

Two linear models over a window of words: the first sees the words, the second also the tags that the first gave to the
neighbours. Each adds up rows of whole numbers for all tokens of an article at once: the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.text import tag_features
from service.text.sentences import Sentence
from service.text.tag_model import Ints, Model, Scores, lexical_rows, load
from service.text.tokens import Tokens

PADDING: Final = 3  # tokens between sentences, so that no window reaches into the next one
TAG_PASSES: Final = 2
BATCH: Final = 2_048  # tokens that are tagged at once: whole sentences, so that a long text takes no more memory
SPELLINGS: Final = 8_192  # that are remembered from article to article: the news has the same names again and again
LONGEST: Final = 40  # characters of such a spelling
SHORTEST_CLAUSE: Final = 4  # tokens
SURE_MARGIN: Final = 64  # in weights: the first pass alone decides where no other tag comes so near
VERB_MARGIN: Final = 24  # in weights; sixteen are a factor e of likelihood
# Verbs whose past tense is spelt as their present; and after what they are no past tense.
_ALIKE = frozenset(
    "beat cut hit put set shut cost let spread quit split hurt burst broadcast forecast upset cast".split()
)
_HELPED = frozenset(
    """to and did does do will would can could may might must should shall 'll ’ll let lets made make makes helped help
    see saw watch watched that""".split()
)

_MODEL: Final = load()


@lru_cache(SPELLINGS)
def _spelling(key: str) -> tuple[tuple[int, ...], int]:
    """The feature numbers and the class of a spelling that the model has no row for: a name, mostly."""
    features = _MODEL.features
    numbers = [features.get(name, 0) for name in tag_features.lexical(key)]
    return tuple(numbers), _MODEL.classes.get(tag_features.word_class(key, _MODEL.frequent), 0)


def tag(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """One Penn tag (NN, VBD, …) a token. The model is loaded when this module is imported.

    The same tokens get the same tags always; the work is linear in their number.
    """
    if not len(tokens):
        return []
    keys = tag_features.keys(tokens, sentences)
    tags: list[str] = []
    for some in _batches(sentences):
        tags += _tag(_MODEL, keys[some[0].first : some[-1].last], [each.last - each.first for each in some])
    return _with_pasts(tokens, tags)


def _batches(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences in runs of about ``BATCH`` tokens."""
    begin = 0
    for number, sentence in enumerate(sentences, 1):
        if sentence.last - sentences[begin].first >= BATCH or number == len(sentences):
            yield sentences[begin:number]
            begin = number


def _tag(model: Model, keys: list[str], lengths: list[int]) -> list[str]:
    """The tags of sentences that have so many tokens each, before ``_with_pasts``."""
    ids, rows, classes = _read(model, keys)
    order, at = _padded(lengths)
    ids = ids[order]
    classes = classes[ids]
    first, second = _word_scores(model, rows, ids, at)
    best = first.argmax(axis=1)
    undecided = _undecided(first, best)
    some = np.flatnonzero(undecided)
    second[some] += model.pairs.sums(tag_features.pair_values(classes, at[some], len(model.classes) + 1))
    found = np.full(len(ids), model.pad_tag, np.int64)
    found[at] = best
    scores, todo = first, some
    for _ in range(TAG_PASSES):
        scores[todo] = second[todo] + _context_scores(model, classes, found, at[todo])
        new = scores[todo].argmax(axis=1)
        changed = at[todo[new != best[todo]]]
        best[todo] = new
        found[at] = best
        todo = _neighbours(changed, at, len(ids), undecided)
    _give_each_sentence_a_verb(model, scores, best, lengths)
    return [model.tags[number] for number in best.tolist()]


def _with_pasts(tokens: Tokens, tags: list[str]) -> list[str]:
    """The tags, with "Athletic beat Rovers" in the past: a singular subject's present would be "beats"."""
    lower = tokens.lower
    for i in tokens.places(_ALIKE):
        if tags[i] not in ("VB", "VBP") or i == 0:
            continue
        singular = tags[i - 1] in ("NN", "NNP") or lower[i - 1] in ("he", "she", "it")
        if singular and _HELPED.isdisjoint(lower[max(0, i - 5) : i]):
            tags[i] = "VBD"
    return tags


def _undecided(scores: Scores, best: Ints) -> NDArray[np.bool_]:
    """Which tokens the first pass leaves in doubt: another tag comes near the best one."""
    top = scores[np.arange(len(best)), best]
    near: NDArray[np.bool_] = np.count_nonzero(scores > (top - SURE_MARGIN)[:, np.newaxis], axis=1) > 1
    return near


def _context_scores(model: Model, classes: Ints, tags: Ints, at: Ints) -> Scores:
    """What the tags around the tokens at ``at`` say, for the second pass."""
    return model.contexts.sums(tag_features.context_values(classes, tags, at, len(model.classes) + 1, len(model.tags)))


def _give_each_sentence_a_verb(model: Model, scores: Scores, best: Ints, lengths: list[int]) -> None:
    """In a sentence without a finite verb, make the likeliest word one, if it is nearly as likely as what it was.

    News is full of present tenses ("talks fail", "the minister plans to") that the treebank's web texts have as nouns.
    """
    begins = [0, *accumulate(lengths[:-1])]
    has_verb = np.logical_or.reduceat(model.finite.take(best), begins)
    finite = np.flatnonzero(model.finite)
    for number in np.flatnonzero(~has_verb).tolist():
        if lengths[number] < SHORTEST_CLAUSE:
            continue
        begin = begins[number]
        own = scores[begin : begin + lengths[number]]
        verbal = own[:, finite]
        margins = verbal.max(axis=1) - own.max(axis=1)
        likeliest = int(margins.argmax())
        if margins[likeliest] >= -VERB_MARGIN:
            best[begin + likeliest] = finite[verbal[likeliest].argmax()]


def _neighbours(changed: Ints, at: Ints, length: int, undecided: NDArray[np.bool_]) -> Ints:
    """The undecided tokens (numbers of rows of ``at``) whose window has a changed tag in it."""
    touched = np.zeros(length, np.bool_)
    touched[(changed[:, np.newaxis] + np.arange(-PADDING, PADDING + 1)).ravel()] = True
    return np.flatnonzero(touched[at] & undecided)


def _read(model: Model, keys: list[str]) -> tuple[Ints, Scores, Ints]:
    """The numbers of the tokens' spellings in their order, the padding last; and the spellings' rows and classes."""
    place: dict[str, int] = {}
    ids = np.array([place.setdefault(key, len(place)) for key in (*keys, tag_features.PAD)])
    number = model.numbers.get
    known = [number(key, -1) for key in place]
    rows, classes = model.rows.take(known, axis=0), model.row_classes.take(known)
    new = {at: key for at, (key, row) in enumerate(zip(place, known, strict=True)) if row < 0}
    if new:
        spellings = [_spelling(key) if len(key) < LONGEST else _spelling.__wrapped__(key) for key in new.values()]
        rows[[*new]] = lexical_rows(np.array([numbers for numbers, _ in spellings], np.int64), model.lexical)
        classes[[*new]] = [number for _, number in spellings]
    return ids, rows, classes


def _padded(lengths: list[int]) -> tuple[Ints, Ints]:
    """Token numbers with padding (number ``count``) around each sentence, and the places of the tokens among them."""
    count = sum(lengths)
    at = np.arange(count) + PADDING * (1 + np.repeat(np.arange(len(lengths)), lengths))
    ids = np.full(count + PADDING * (len(lengths) + 1), count, np.int64)
    ids[at] = np.arange(count)
    return ids, at


def _word_scores(model: Model, rows: Scores, ids: Ints, at: Ints) -> tuple[Scores, Scores]:
    """What the words of the window say: for the first pass and for the second."""
    k = len(model.tags)
    both = rows[ids[at], : 2 * k]
    for offset, begin in ((-1, 2 * k), (1, 4 * k)):
        both += rows[ids[at + offset], begin : begin + 2 * k]
    second = both[:, k:].copy()
    for offset, begin in ((-2, 6 * k), (2, 7 * k)):
        second += rows[ids[at + offset], begin : begin + k]
    return both[:, :k], second
