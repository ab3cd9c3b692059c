"""The whole noun phrase that a headline needs: with its figure, its name, what belongs to it; no ages, no asides."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.clauses.phrases import ROUND
from service.events.headlines.page import LONG_CLAUSE, QUOTES, REACH, Page, is_amount, prefixed
from service.events.referents.naming import ROUNDED
from service.events.words.lexicon import noun_base
from service.events.words.names import PERSONS

_WORKS: Final = frozenset("memoir novel book album film opera play song poem record single documentary".split())
_CLAIMS: Final = frozenset("rumour rumor claim report allegation suggestion story warning accusation".split())
_LIMITS: Final = frozenset("up to at least most about around more than nearly almost over only just".split())
_EXTENTS: Final = frozenset("long wide high deep tall thick".split())
_ROUGHLY: Final = frozenset("about around nearly almost roughly approximately over only".split())
_NEXT: Final = frozenset("next following same previous".split())
_UNITS: Final = frozenset("day night morning evening week month year spring summer autumn winter".split())
_APART: Final = frozenset({"later", "earlier", "ago", "afterwards"})
_AGED: Final = 6  # tokens
_HALF: Final = frozenset({"half", "all", "both"})
_ORDINALS: Final = frozenset("first last second third latest youngest oldest".split())
_ONE_OF: Final = frozenset("another one two three".split())


def whole_phrase(page: Page, chunk: Stretch, clause: Clause) -> list[int]:
    """The subject with what belongs to it before the verb: "talks on the border", but no apposition or clause."""
    end = clause.verb[0] if clause.verb is not None and clause.verb[0] > chunk[0] else chunk[1]
    if page.tokens.lower[chunk[0]] == "that" and page.tags[chunk[1] - 1] in ("NNS", "NNPS"):
        chunk = (chunk[0] + 1, chunk[1])  # "and that lamps would follow": a conjunction, whatever it was taken for
    if page.tokens.lower[chunk[0] - 1 : chunk[1]] == ["which", "case"]:
        chunk = page.chunk_at.get(chunk[1], chunk)  # "in which case a second vote would be held"
    chunk = (quantified(page, prefixed(page, _after_day(page, chunk))), chunk[1])
    first = chunk[0]
    aged = page.chunk_at.get(first - 2) if _is_age(page, chunk) else None
    if aged is not None:
        return list(range(*aged))
    if end <= chunk[1]:  # nothing stands between it and its verb
        return _without_ages(page, list(range(*chunk)))
    named = _apposed_name(page, chunk, end)
    if named is not None:
        return list(range(chunk[0], named[1] + 1) if _needs_its_kin(page, chunk, named) else range(*named))
    tokens = list(range(*chunk))
    i = chunk[1]
    end = min(end, i + REACH)
    while i < end:
        child = page.clauses.at(i)
        if child.index not in (clause.index, page.clauses.clause_of[first]):
            if child.first != i or child.kind not in ("infinitive", "participle", "complement") or child.last > end:
                break
            said = [k for k in range(child.first, child.last) if k not in page.timex_at]
            if not _least(page, child, i) <= len(said) <= LONG_CLAUSE:
                break
            tokens.extend(range(child.first, child.last))
            i = child.last
            continue
        based = _based(page, i, end) or _limited(page, i, end) or _titled(page, i, end)
        if based is not None:
            tokens.extend(range(i, based))
            i = based
            continue
        if page.tokens.lower[i] in _EXTENTS and page.tags[i] == "JJ" and is_amount(page, i - 1):
            tokens.append(i)  # "a wall of water 12 metres high"
            i += 1
            continue
        if page.tags[i] not in ("IN", "CC", "TO") and i not in page.chunk_at and page.tags[i] != "POS":
            break
        after = page.chunk_at.get(i + 1)
        if page.tags[i] in ("IN", "CC", "TO") and (after is None or after[1] > end):
            break
        tokens.append(i)
        i += 1
    return _comma_closed(page, _named_at_last(page, _without_ages(page, tokens), chunk, i, end), end)


def _least(page: Page, child: Clause, i: int) -> int:
    """How many tokens a clause has at least that belongs to its noun: "those living", "an order to leave"."""
    if child.kind == "participle":
        return 1 if page.tokens.lower[i - 1] == "those" else 3
    if child.kind == "complement" and (child.marker != i or noun_base(page.tokens.lower[i - 1]) not in _CLAIMS):
        return LONG_CLAUSE + 1
    return 2 if page.tokens.lower[page.chunk_at.get(i - 1, (i, i))[0]] == "no" else 3


def _limited(page: Page, i: int, end: int) -> int | None:
    """Where "of up to £85,000", "of more than 40" ends."""
    if page.tags[i] != "IN" or i + 1 in page.chunk_at:
        return None
    for k in range(i + 1, min(i + 4, end)):
        if page.tokens.lower[k] not in _LIMITS:
            chunk = page.chunk_at.get(k)
            return chunk[1] if chunk is not None and k > i + 1 and chunk[1] <= end and is_amount(page, k) else None
    return None


def _titled(page: Page, i: int, end: int) -> int | None:
    """Where a title in quotation marks ends: "her recording of “Low Tide” sold"."""
    if page.tags[i] != "IN" or page.tokens.words[i + 1] not in QUOTES:
        return None
    return next((k + 1 for k in range(i + 2, min(i + 12, end)) if page.tokens.words[k] in QUOTES), None)


def _comma_closed(page: Page, tokens: list[int], end: int) -> list[int]:
    """With the comma that ends what stands beside the subject: "two brothers, Sean and Dale Orme,"."""
    words = page.tokens.words
    commas = [i for i in tokens if words[i] == ","]
    said = next((i for i in commas if page.tags[i + 1] in ("WP", "WDT", "WP$")), None)
    if said is not None:
        return tokens[: tokens.index(said)]  # "Orme, who leaves two daughters, 6 and 9, will"
    if (
        len(commas) != 1
        or words[end - 1] != ","
        or end - 1 in tokens
        or page.tags[tokens[0]] == "NNP"
        or page.tags[commas[0] - 1] == "CD"
    ):
        return tokens
    return [*tokens, end - 1]


def _after_day(page: Page, chunk: Stretch) -> int:
    """Where the subject begins in "the next day Velde turned back"."""
    first, lower = chunk[0], page.tokens.lower
    timex = page.timex_at.get(first)
    if timex is not None and timex.first == first and timex.last < chunk[1] and lower[timex.last - 1] in _APART:
        return timex.last  # "two years later somebody fired"
    day = lower[first] == "the" and lower[first + 1] in _NEXT and first + 3 < chunk[1] and lower[first + 2] in _UNITS
    return first + 3 if day and page.tokens.words[first + 3][0].isupper() else first


def _needs_its_kin(page: Page, chunk: Stretch, named: Stretch) -> bool:
    """Whether a given name alone says too little: "Orme's wife, Paula", "his brother, Tom"."""
    if page.tokens.lower[chunk[1] - 1] in _WORKS:
        return True  # "a memoir, Cold Frame,"
    owned = page.tags[chunk[0]] == "PRP$" or any(page.tags[i] == "POS" for i in range(*chunk))
    return owned and named[1] - named[0] == 1


def _without_ages(page: Page, tokens: list[int]) -> list[int]:
    """ "Ann Orme, 15, and Tom Velde" without the age; nor "aged 26 and 23" at their end."""
    words = page.tokens.words
    if "aged" in page.tokens.lower[tokens[0] : tokens[-1] + 1]:
        aged_at = next((k for k, i in enumerate(tokens) if page.tokens.lower[i] == "aged"), 0)
        if aged_at and words[tokens[aged_at - 1]] == "," and len(tokens) - aged_at < _AGED:
            tokens = tokens[: aged_at - 1]
    if "," not in words[tokens[0] : tokens[-1]]:
        return tokens
    drop: set[int] = set()
    for k in range(len(tokens) - 4):
        i = tokens[k + 1]
        aged = words[i] == "," and page.tags[i + 1] == "CD" and words[i + 2 : i + 3] == [","] and words[i + 1].isdigit()
        aged = aged and page.tags[i + 3] == "CC" and page.tags[i + 4] in ("NNP", "PRP$", "DT", "CD")
        if aged and tokens[k + 1 : k + 4] == [i, i + 1, i + 2] and page.tags[tokens[k]] in ("NNP", "NNPS"):
            drop.update((i, i + 1, i + 2))
    return [i for i in tokens if i not in drop]


def _named_at_last(page: Page, tokens: list[int], chunk: Stretch, comma: int, end: int) -> list[int]:
    """The name beside a phrase that has none: "another of its ships, the Orm"; for "the first to die, Ann Orme," it
    alone."""
    words, tags = page.tokens.words, page.tags
    day = page.timex_at.get(comma + 1) if comma < end and page.tokens.lower[comma] == "of" else None
    comma = day.last if day is not None else comma  # "the minister of the day, Tom Velde, was"
    if comma < end:
        hanging = page.clauses.at(comma)
        if hanging.kind == "infinitive" and hanging.first == comma and hanging.last < end:
            comma = hanging.last
    after = page.chunk_at.get(comma + 1) if comma < end and words[comma] == "," else None
    if after is None or after[1] >= end or words[after[1]] != "," or tags[after[1] - 1] not in ("NNP", "NNPS"):
        return tokens
    if page.tokens.lower[chunk[1] - 1] in _ORDINALS:
        return list(range(*after))
    of = page.tokens.lower[chunk[1] : chunk[1] + 1] == ["of"]
    if of and noun_base(page.tokens.lower[chunk[1] - 1]) in PERSONS and page.tags[chunk[1] - 1] == "NN":
        return list(range(*after))  # "the chief of the navy, Tom Velde, was"
    if page.tokens.lower[chunk[0]] in _ONE_OF and "of" in page.tokens.lower[chunk[1] : chunk[1] + 1]:
        return [*tokens, *range(comma, after[1] + 1)]
    return tokens


def _is_age(page: Page, chunk: Stretch) -> bool:
    """Whether the phrase is only the age of who is named before it: "Sanders, 35, had"."""
    alone = chunk[1] - chunk[0] == 1 and page.tags[chunk[0]] == "CD" and chunk[0] > 1
    return alone and page.tokens.words[chunk[0] - 1] == "," and page.tokens.words[chunk[1] : chunk[1] + 1] == [","]


def without_age(page: Page, chunk: Stretch) -> Stretch:
    """Who is meant by a phrase that only tells the age: Sanders in "Sanders, 35, whose"."""
    return page.chunk_at.get(chunk[0] - 2, chunk) if _is_age(page, chunk) else chunk


def quantified(page: Page, first: int) -> int:
    """Where a figure begins with what qualifies it: "about 900", "more than 6,000", "at least 64"."""
    lower = page.tokens.lower
    if first and lower[first - 1] == "at" and lower[first] in ("least", "most"):
        return first - 1
    if first and lower[first - 1] in _HALF and page.tags[first] in ("DT", "PRP$"):
        return first - 1
    if first and lower[first - 1] == "both" and page.tags[first] in ("NNS", "JJ"):
        return first - 1
    if first and lower[first - 1] in ("about", "around") and (lower[first] == "half" or lower[first + 1] in ROUND):
        return first - 1
    if page.tags[first] != "CD" or first == 0:
        return first
    if lower[first - 1] in _ROUGHLY:
        return first - 1
    return first - 2 if first > 1 and (lower[first - 2], lower[first - 1]) in ROUNDED else first


def _based(page: Page, comma: int, end: int) -> int | None:
    """Where ", Ohio-based company" ends, if that is what the comma opens."""
    if page.tokens.words[comma] != ",":
        return None
    for i in range(comma + 1, min(comma + 6, end)):
        if page.tokens.lower[i] == "based":
            after = page.chunk_at.get(i + 1) or page.chunk_at.get(i)
            return after[1] if after is not None and after[1] <= end else None
    return None


def _apposed_name(page: Page, chunk: Stretch, end: int) -> Stretch | None:
    """For "her barrister, Colin Reyes, told" the name."""
    after = page.chunk_at.get(chunk[1] + 1)
    if any(page.tags[i] == "CC" for i in range(*chunk)):
        return None  # "she and the director, Max Stern,": both
    if after is not None and page.tokens.lower[chunk[0]] in ("a", "another") and page.tags[after[1] - 1] == "NN":
        beyond = page.chunk_at.get(after[1] + 1)  # "a second person, the man's cousin, Ann Orme, 29, surrendered"
        if beyond is not None and page.tokens.words[after[1]] == "," and page.tags[beyond[0]] == "NNP":
            after = beyond if page.tokens.words[chunk[1]] == "," else after
            if after[1] < end and page.tokens.words[after[1]] == "," and after == beyond:
                return after
    if after is None or after[1] >= end or page.tokens.words[chunk[1]] != "," or page.tokens.words[after[1]] != ",":
        return None
    proper = all(page.tags[i] in ("NNP", "NNPS") for i in range(*after))
    titled = after[1] - after[0] > 2 and all(page.tags[i] in ("NNP", "NNPS") for i in range(after[1] - 2, after[1]))
    own = page.tags[chunk[1] - 1] in ("NN", "JJ")
    work = page.tokens.lower[chunk[1] - 1] in _WORKS and all(page.tokens.words[i][0].isupper() for i in range(*after))
    return after if (proper or titled or work) and own else None
