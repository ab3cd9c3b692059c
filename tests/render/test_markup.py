"""The article in pieces."""

from __future__ import annotations

from hypothesis import given

from service.render.markup import pieces
from service.timeline.model import Timeline
from tests.render.timelines import harbour, timelines


@given(timelines())
def test_the_pieces_of_an_article_are_the_whole_article(timeline: Timeline) -> None:
    assert "".join(piece.text for piece in pieces(timeline)) == timeline.article.text


def test_expressions_and_triggers_are_marked_where_they_stand() -> None:
    marked = [(piece.text, piece.timex.id if piece.timex else None, [each.id for each in piece.events])
              for piece in pieces(harbour()) if piece.timex or piece.events]  # fmt: skip
    assert marked == [
        ("open", None, ["e5"]), ("4 June 2025", "t1", []), ("said", None, ["e4"]), ("Friday", "t2", []),
        ("met", None, ["e3"]),
        ("early November", "t3", []), ("built", None, ["e1"]), ("1887", "t4", []), ("closed", None, ["e2"]),
        ("February 2022", "t5", []), ("follow", None, ["e6"]), ("found", None, ["e7"]),
    ]  # fmt: skip
