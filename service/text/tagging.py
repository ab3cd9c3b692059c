"""Part-of-speech tags (Penn Treebank's set) for tokens.

Two linear models over a window of words: the first sees the words, the second also the tags that the first gave to the
neighbours. Each adds up rows of whole numbers for all tokens of an article at once: the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, count
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.text import tag_features
from service.text.sentences import Sentence
from service.text.tag_model import (
    BLOCKS,
    FIRST,
    SECOND,
    Ints,
    Model,
    Scores,
    class_numbers,
    feature_numbers,
    lexical_rows,
    load,
)
from service.text.tagset import INVARIANT
from service.text.tokens import Tokens

PADDING: Final = 3  # tokens between sentences, so that no window reaches into the next one
TAG_PASSES: Final = 2
BATCH: Final = 2_048  # tokens that are tagged at once: whole sentences, so that a long text takes no more memory
SPELLINGS: Final = 4_096  # that are remembered from article to article: the news has the same names again and again
LONGEST: Final = 40  # characters of such a spelling
MANY: Final = 128  # of them in one text are no names: worked out together, and forgotten
SHORTEST_CLAUSE: Final = 4  # tokens
SURE_MARGIN: Final = 64  # in weights: the first pass alone decides where no other tag comes so near
VERB_MARGIN: Final = 24  # in weights; sixteen are a factor e of likelihood
# After what a verb whose past tense is spelt as its present is no past tense.
_HELPED = frozenset(
    """to and did does do will would can could may might must should shall 'll ’ll let lets made make makes helped help
    see saw watch watched that""".split()
)

_MODEL: Final = load()


@lru_cache(SPELLINGS)
def _spelling(key: str) -> tuple[Scores, int]:
    """The weights and the class of a spelling that the model has no row for: a name, mostly."""
    rows, classes = _spelt([key])
    return rows[0], int(classes[0])


def _spelt(keys: list[str]) -> tuple[Scores, Ints]:
    """The weights of such spellings, a row each, and their classes."""
    rows = lexical_rows(feature_numbers(keys, _MODEL.features), _MODEL.lexical)
    return rows, class_numbers(keys, _MODEL.classes, _MODEL.frequent)


def tag(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """One Penn tag (NN, VBD, …) a token. The model is loaded when this module is imported.

    The same tokens get the same tags always; the work is linear in their number.
    """
    if not len(tokens):
        return []
    spellings = tag_features.spellings(tokens, sentences)
    tags: list[str] = []
    for some in _batches(sentences):
        tags += _tag(_MODEL, spellings[some[0].first : some[-1].last], [each.last - each.first for each in some])
    return _with_pasts(tokens, tags)


def _batches(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences in runs of about ``BATCH`` tokens."""
    begin = 0
    for number, sentence in enumerate(sentences, 1):
        if sentence.last - sentences[begin].first >= BATCH or number == len(sentences):
            yield sentences[begin:number]
            begin = number


def _tag(model: Model, spellings: list[str], lengths: list[int]) -> list[str]:
    """The tags of sentences that have so many tokens each, before ``_with_pasts``.

    The padding is scored as if it were words: then a token's neighbours are the rows beside its own, wherever it
    stands.
    """
    ids, rows, classes = _read(model, _padded(spellings, lengths))
    scores = _first_scores(rows, ids)
    best = scores.argmax(axis=1)
    padding = ids == 0
    some = np.flatnonzero(_undecided(scores, best) & ~padding)
    best[padding] = model.pad_tag
    second = _second_scores(rows, ids, some)
    second += model.pairs.sums(tag_features.pair_values(classes, some, len(model.classes) + 1))
    todo = np.arange(len(some))  # rows of ``second``
    for _ in range(TAG_PASSES):
        at = some[todo]
        own = second[todo] + _context_scores(model, classes, best, at)
        new = own.argmax(axis=1)
        changed = at[new != best[at]]
        scores[at] = own
        best[at] = new
        todo = np.flatnonzero(_beside(changed, len(ids))[some])
    _give_each_sentence_a_verb(model, scores, best, lengths)
    return list(map(model.tags.__getitem__, best[~padding].tolist()))


def _with_pasts(tokens: Tokens, tags: list[str]) -> list[str]:
    """The tags, with "Athletic beat Rovers" in the past: a singular subject's present would be "beats"."""
    lower = tokens.lower
    for i in tokens.places(INVARIANT):
        if tags[i] not in ("VB", "VBP") or i == 0:
            continue
        singular = tags[i - 1] in ("NN", "NNP") or lower[i - 1] in ("he", "she", "it")
        if singular and _HELPED.isdisjoint(lower[max(0, i - 5) : i]):
            tags[i] = "VBD"
    return tags


def _undecided(scores: Scores, best: Ints) -> NDArray[np.bool_]:
    """Which tokens the first pass leaves in doubt: another tag comes near the best one."""
    top = scores[np.arange(len(best)), best]
    near = scores > (top - SURE_MARGIN)[:, np.newaxis]
    several: NDArray[np.bool_] = near.view(np.uint8).sum(axis=1, dtype=np.uint8) > 1  # there are 49 tags
    return several


def _context_scores(model: Model, classes: Ints, tags: Ints, at: Ints) -> Scores:
    """What the tags around the tokens at ``at`` say, for the second pass."""
    return model.contexts.sums(tag_features.context_values(classes, tags, at, len(model.classes) + 1, len(model.tags)))


def _give_each_sentence_a_verb(model: Model, scores: Scores, best: Ints, lengths: list[int]) -> None:
    """In a sentence without a finite verb, make the likeliest word one, if it is nearly as likely as what it was.

    News is full of present tenses ("talks fail", "the minister plans to") that the treebank's web texts have as nouns.
    """
    begins = list(accumulate((PADDING, *(length + PADDING for length in lengths[:-1]))))
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


def _beside(changed: Ints, length: int) -> NDArray[np.bool_]:
    """Which of so many tokens have one of the changed ones in their window."""
    touched = np.zeros(length, np.bool_)
    touched[(changed[:, np.newaxis] + np.arange(-PADDING, PADDING + 1)).ravel()] = True
    return touched


def _padded(spellings: list[str], lengths: list[int]) -> list[str]:
    """The spellings with padding around each sentence."""
    padding = [tag_features.PAD] * PADDING
    found, begin = list(padding), 0
    for length in lengths:
        found += spellings[begin : begin + length]
        found += padding
        begin += length
    return found


def _read(model: Model, spellings: list[str]) -> tuple[Ints, Scores, Ints]:
    """The number of each token's spelling, 0 for the padding; the spellings' weights, a row a block of each; and each
    token's class."""
    place = dict(zip(dict.fromkeys(spellings), count()))
    ids = np.fromiter(map(place.__getitem__, spellings), np.int64, len(spellings))
    number = model.numbers.get
    known = [number(spelling, -1) for spelling in place]
    new: dict[int, str] = {}
    for at, spelling in [(at, each) for each, at in place.items() if known[at] < 0]:
        key = tag_features.normalized(spelling)
        known[at] = number(key, -1)
        if known[at] < 0:
            new[at] = key
    rows, classes = model.rows.take(known, axis=0), model.row_classes.take(known)
    if len(new) > MANY:
        rows[[*new]], classes[[*new]] = _spelt([*new.values()])
    else:
        for at, key in new.items():
            rows[at], classes[at] = _spelling(key) if len(key) < LONGEST else _spelling.__wrapped__(key)
    return ids, rows.reshape(len(rows) * BLOCKS, -1), classes.take(ids)


def _first_scores(rows: Scores, ids: Ints) -> Scores:
    """What each word and the two beside it say, for the first pass."""
    at = ids * BLOCKS
    scores = rows.take(at + FIRST[0], axis=0)
    scores[1:] += rows.take(at[:-1] + FIRST[-1], axis=0)
    scores[:-1] += rows.take(at[1:] + FIRST[1], axis=0)
    return scores


def _second_scores(rows: Scores, ids: Ints, some: Ints) -> Scores:
    """What the words of the window say of the tokens ``some``, for the second pass."""
    at = ids * BLOCKS
    scores = rows.take(at[some] + SECOND[0], axis=0)
    for offset, block in SECOND.items():
        if offset:
            scores += rows.take(at[some + offset] + block, axis=0)
    return scores
