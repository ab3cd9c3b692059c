"""Part-of-speech tags (Penn Treebank's set) for tokens."""

from __future__ import annotations

from service.text.sentences import Sentence
from service.text.tokens import Tokens


def tag(tokens: Tokens, sentences: list[Sentence]) -> list[str]:
    """One Penn tag (NN, VBD, …) a token. The model is loaded when this module is imported."""
    raise NotImplementedError
