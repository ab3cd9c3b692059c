"""Where sentences and paragraphs begin and end, told from the tokens."""

from __future__ import annotations

from dataclasses import dataclass

from service.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` up to (not including) ``last``; ``paragraph`` counts from 0 (a line break ends a paragraph).

    ``heading``: a line of its own without a full stop, such as a headline, a section title or a site's banner.
    """

    first: int
    last: int
    paragraph: int
    heading: bool


def split_sentences(tokens: Tokens) -> list[Sentence]:
    """The sentences of ``tokens`` in order; every token is in exactly one. Linear in the number of tokens."""
    raise NotImplementedError
