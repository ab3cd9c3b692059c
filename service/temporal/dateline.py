"""The publication date that an article carries in its own text: a dateline such as "PARIS, March 3, 2021 (Agency)
—"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.temporal.rules.expressions import Clock, Fields, Meaning
from service.text.tokens import Tokens

_HEAD = 40  # tokens
_MARKS = frozenset({"published", "updated", "posted", "dated", "date"})

_RECORDS = (["minutes", "of"], ["notes", "of"], ["proceedings", "of"], ["transcript", "of"])  # … the meeting held on


def published_in_text(tokens: Tokens, found: Sequence[tuple[int, int, Meaning]]) -> date | None:
    """The full date that stands in dateline position, None where there is none.

    That is: among the first tokens, alone on its line, after "Published" or the like, or before a dash that opens
    the story.
    """
    for first, last, told in found:
        if first >= _HEAD:
            return None
        meaning = told.date if isinstance(told, Clock) else told
        if (
            isinstance(meaning, Fields)
            and meaning.year
            and meaning.month
            and meaning.day
            and is_dateline(tokens, first, last)
        ):
            try:
                return date(meaning.year, meaning.month, meaning.day)
            except ValueError:
                return None
    return None


def is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the expression of tokens ``first`` up to ``last`` only says when the article was written."""
    if first >= _HEAD:
        return False
    text = tokens.text
    line_start = text.rfind("\n", 0, tokens.starts[first]) + 1
    line_end = text.find("\n", tokens.ends[last - 1])
    before = text[line_start : tokens.starts[first]].strip()
    after = text[tokens.ends[last - 1] : line_end if line_end >= 0 else len(text)].strip()
    if before.endswith("(") and after.startswith(")"):  # "PORT SELA (July 19) -"
        before, after = before[:-1].strip(), after[1:].strip()
    words = [w for w in before.replace(":", " ").replace(",", " ").lower().split() if w]
    if not after and (
        not before
        or words[-1:] in (["on"], *([mark] for mark in _MARKS))
        or words == ["as", "of"]
        or (before.endswith((",", "|", "-", "–", "—", "·")) and len(words) < 8)
    ):
        return True
    if words and (words[-1] in _MARKS or (words[:2] in _RECORDS and "meeting" in words)):
        return True
    opens = after.startswith(("—", "–", "--", "- ", "(", "/PRNewswire"))
    return opens and len(words) <= 5 and (before.isupper() or before.endswith(","))
