"""The clearer the text says when, and that it was so, the surer the event."""

from __future__ import annotations

from datetime import date

import pytest

from service.article import Article
from service.timeline.build import build_timeline


def sure(marked: str) -> float:
    """The confidence of the event at the [marked] word."""
    text, at = marked.replace("[", "").replace("]", ""), marked.index("[")
    timeline = build_timeline(Article(text, published_at=date(2024, 5, 16)), detail="full")
    return next(e.confidence for e in (*timeline.events, *timeline.undated) if e.trigger.start == at)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The chapel [burned] in May 1931.", "The chapel [burned] last week."),
        ("The chapel [burned] on Tuesday.", "The chapel [burned]."),
        ("The chapel [burned] on Tuesday.", "The chapel was sold on Tuesday. It [burned]."),
        ("The firm [sold] its mill on Monday.", "The firm may [sell] its mill."),
        ("The firm [sold] its mill on Monday.", "The firm has [owned] its mill since 1931."),
        ("The firm [closed] its mill on Monday.", "According to a rival, the firm [closed] its mill on Monday."),
        ("The ship will [sail] on Monday.", "The ship was hired to [sail]."),
        ("The council [voted] on Monday.", "The council [votes] every year."),
    ],
)
def test_what_is_said_more_clearly_is_surer(surer: str, less_sure: str) -> None:
    assert sure(surer) > sure(less_sure)


def test_a_denial_is_surer_than_what_it_denies() -> None:
    denied = "The army denied on Monday that it had [shelled] the port."
    assert sure("The army [denied] on Monday that it had shelled the port.") > sure(denied)
