"""One line that says what happened, in the article's own words: subject, verb, object, and what is needed to understand them."""

from __future__ import annotations

from service.events.clauses import Clause
from service.events.reading import EventReading, Mention

_LIMIT = 120  # characters
_EDGES = frozenset(
    {",", ";", ":", "--", "—", "–", "-", '"', "“", "”", "``", "''", "(", ")", "and", "but", "or", "that"}
)
_SENTENCE_ENDS = frozenset({".", "!", "?", "…"})


def headline(reading: EventReading, mention: Mention) -> str:
    """The headline of a mention: at most 120 characters, standing alone."""
    clause = reading.clauses.clauses[mention.clause]
    if mention.trigger.pos == "noun" or clause.verb is None:
        first, last = mention.trigger.first, mention.trigger.last
        return _sentence(reading, list(range(first, last)))
    return _sentence(reading, _words(reading, clause))


def _words(reading: EventReading, clause: Clause) -> list[int]:
    """The tokens of the clause itself, with its subject before its verb."""
    assert clause.verb is not None
    subject = list(range(*clause.subject)) if clause.subject else []
    last = min(clause.last, len(reading.tokens))
    rest = [
        i for i in range(clause.verb[0], last) if reading.clauses.clause_of[i] == clause.index or i < clause.verb[1]
    ]
    return subject + rest


def _sentence(reading: EventReading, indices: list[int]) -> str:
    tokens = reading.tokens
    while indices and (tokens.lower[indices[-1]] in _EDGES or tokens.words[indices[-1]] in _SENTENCE_ENDS):
        indices.pop()
    while indices and tokens.lower[indices[0]] in _EDGES:
        indices.pop(0)
    text = ""
    for position, i in enumerate(indices):
        gap = position > 0 and not (indices[position - 1] == i - 1 and tokens.ends[i - 1] == tokens.starts[i])
        if gap and tokens.words[i] in {",", ".", ";", "'s", "’s"}:
            gap = False
        piece = (" " if gap else "") + tokens.words[i]
        if len(text) + len(piece) > _LIMIT - 1:
            text = text.rstrip(" ,;:") + "…"
            break
        text += piece
    return text[:1].upper() + text[1:]
