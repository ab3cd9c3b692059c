"""Who the headline names: the article may name them by surname alone, and its pronouns may stand for them."""

from __future__ import annotations

from service.events.referents.naming import EntityMention, Kind
from service.events.words.names import NAMES
from service.text.tokens import tokenize

_BEFORE = -1  # the headline stands before the first token and the first sentence


def people_of(title: str | None) -> dict[str, EntityMention]:
    """The people of a headline by surname: a given name that tells a sex, and the next word that is none. Headlines
    capitalise every word, so that no more than that can be taken for a name."""
    if title is None:
        return {}
    words = tokenize(title).words
    people: dict[str, EntityMention] = {}
    first: int | None = None
    for i, word in enumerate(words):
        if _sex(word) is not None:
            first = i if first is None else first
        elif first is not None:
            if word[:1].isupper() and word.isalpha() and not word.isupper():
                kind = _sex(words[first]) or "person"
                people[word.lower()] = EntityMention(" ".join(words[first : i + 1]), kind, _BEFORE, _BEFORE, False)
            first = None
    return people


def _sex(word: str) -> Kind | None:
    if not word[:1].isupper():
        return None
    if word.lower() in NAMES["female"]:
        return "female"
    return "male" if word.lower() in NAMES["male"] else None
