"""HTML: well formed, complete, without script, and everything from the article escaped."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import html5lib
import pytest
from hypothesis import given

from service.article import Article, Span
from service.events.model import Event, Factuality
from service.render.characters import plain_lines
from service.render.html import CONTENT_SECURITY_POLICY, render
from service.render.markup import pieces
from service.timeline.model import Timeline
from service.timeline.model import Warning as Note
from tests.render.timelines import empty, harbour, timelines

ALLOWED = {"html", "head", "meta", "title", "style", "body", "header", "h1", "p", "time", "main", "section", "h2",
           "ul", "li", "ol", "div", "h3", "strong", "blockquote", "abbr", "code", "a", "mark", "span"}  # fmt: skip
MARKUP = "<script>alert(1)</script> <img src=x onerror=alert(1)> \" ' </style></div></body> {{ 7*7 }} &amp; <!--"


def read(timeline: Timeline) -> Any:
    """The document, parsed strictly: any parse error of the HTML standard is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(render(timeline))


def text_of(element: Any) -> str:
    return "".join(element.itertext())


def article_of(document: Any) -> str:
    return text_of(next(each for each in document.iter("div") if each.get("class") == "article"))


def test_an_article_with_one_of_everything() -> None:
    document = read(harbour())
    items = {each.get("id"): each for each in document.iter("li") if each.get("id")}
    assert list(items) == ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]
    met = re.sub(r"\s+", " ", text_of(items["e3"]))
    for words in (
        "early November 2024",
        "The engineer and the mayor met",
        "probably happened",
        "according to Separate letters",
        "disputed by the mayor",
        "[2024-11-01..2024-11-10]",
        "confidence 83%",
        "counted from another date",
        "before: Officials spoke of the new lock",
    ):
        assert words in met
    assert [each.get("datetime") for each in items["e4"].iter("time")] == ["2025-03-21"]
    assert list(items["e3"].iter("time")) == []
    assert article_of(document) == harbour().article.text
    whole = text_of(document)
    assert "A warning with <markup> & more." in whole
    assert "Published 23 March 2025." in re.sub(r"\s+", " ", whole)
    assert "5 dated and 2 undated events" in whole


def test_links_lead_to_what_is_there() -> None:
    document = read(harbour())
    identities = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(identities) == len(set(identities))
    targets = [each.get("href") for each in document.iter("a")]
    assert targets
    assert {target[1:] for target in targets} <= set(identities)


def test_expressions_and_triggers_are_marked_and_say_how_they_were_read() -> None:
    marks = [(each.get("class"), text_of(each), each.get("title")) for each in read(harbour()).iter("mark")]
    assert (
        "timex",
        "early November",
        "2024-11 START, 1 November 2024 – 10 November 2024, counted from the publication date",
    ) in marks
    assert ("trigger", "met", None) in marks


def test_nothing_to_show_is_said() -> None:
    whole = text_of(read(empty()))
    assert "No event of this article can be dated." in whole
    assert "The publication date is not known." in whole


def test_an_article_full_of_markup_is_shown_as_text() -> None:
    told = Factuality("occurred", source=MARKUP, disputed_by=(MARKUP,))
    found = Event("e1", MARKUP, Span(1, 7), None, told, Span(0, len(MARKUP)), "main", 0.5)
    article = Article(MARKUP, title=MARKUP, language="en")
    document = read(Timeline(article, None, None, "UTC", "news", MARKUP, (), (found,), (), (Note("x", MARKUP),)))
    assert {each.tag for each in document.iter() if isinstance(each.tag, str)} <= ALLOWED
    assert article_of(document) == MARKUP
    assert text_of(next(document.iter("title"))).startswith(MARKUP)
    assert not any(name.startswith("on") for each in document.iter() for name in each.attrib)


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    sheets = re.findall(r"<style>(.*?)</style>", render(harbour()), re.S)
    assert len(sheets) == 1
    digest = b64encode(sha256(sheets[0].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'")
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "</" not in sheets[0]


def test_no_style_attribute_script_or_foreign_address() -> None:
    document = read(harbour())
    assert not any("style" in each.attrib or "src" in each.attrib for each in document.iter())
    assert next(document.iter("script"), None) is None
    assert all(each.get("href").startswith("#") for each in document.iter("a"))


@pytest.mark.parametrize("text", ["\nline one\n\n  line two", "a\r\nb", "\t🔔 שלום", "\x00\x1b"])
def test_the_text_keeps_its_lines(text: str) -> None:
    assert article_of(read(empty(text))) == plain_lines(text)


@given(timelines())
def test_every_timeline_is_a_document(timeline: Timeline) -> None:
    document = read(timeline)
    render(timeline).encode()
    identities = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(identities) == len(set(identities))
    assert {each.get("href")[1:] for each in document.iter("a")} <= set(identities)
    assert {each.tag for each in document.iter() if isinstance(each.tag, str)} <= ALLOWED
    assert article_of(document) == "".join(plain_lines(piece.text) for piece in pieces(timeline))
