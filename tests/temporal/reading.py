"""What the engine reads in a sentence of ours: shared by the tests of the temporal layer."""

from __future__ import annotations

from datetime import date

from service.article import Article, DocumentType
from service.temporal.engine import Reading, read_timexes
from service.text.sentences import split_sentences
from service.text.tokens import tokenize


def read(
    text: str,
    published: date | None = date(2024, 5, 15),
    document_type: DocumentType = "news",
    language: str = "en",
) -> Reading:
    """The reading of ``text`` as an article."""
    tokens = tokenize(text)
    article = Article(text, None, published, None, language, document_type)
    return read_timexes(article, tokens, split_sentences(tokens))


def values(
    text: str,
    published: date | None = date(2024, 5, 15),
    document_type: DocumentType = "news",
    language: str = "en",
) -> list[tuple[str, str]]:
    """(words, TIMEX3 value) of each expression in ``text``."""
    return [(timex.text, timex.value) for timex in read(text, published, document_type, language).timexes]
