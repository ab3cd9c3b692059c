"""The HTML answer in a real browser: styled under its own policy, readable at any width, in both schemes, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from service.article import Article
from service.render.html import CONTENT_SECURITY_POLICY, render
from service.timeline.model import Timeline
from tests.render.timelines import harbour

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

ORIGIN = "http://timeline.test/"


class Opened:
    """A page with the document, and everything that went wrong or was asked for while it was shown."""

    def __init__(self, browser: Any, timeline: Timeline, **options: Any) -> None:
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CONTENT_SECURITY_POLICY}

        def answer(route: Any) -> None:
            self.requests.append(route.request.url)
            route.fulfill(body=render(timeline), headers=headers)

        self.page.route("**/*", answer)
        self.page.goto(ORIGIN)

    def style(self, selector: str, name: str) -> str:
        return str(self.page.eval_on_selector(selector, "(element, name) => getComputedStyle(element)[name]", name))


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Opened]]:
    pages: list[Opened] = []

    def make(timeline: Timeline, **options: Any) -> Opened:
        pages.append(Opened(browser, timeline, **options))
        return pages[-1]

    yield make
    for each in pages:
        each.page.close()


def test_the_policy_lets_the_style_in_and_nothing_else_is_asked_for(opened: Callable[..., Opened]) -> None:
    shown = opened(harbour())
    assert shown.style("#e5", "borderInlineStartStyle") == "dashed"
    assert shown.style("#e7", "borderInlineStartStyle") == "double"
    assert shown.requests == [ORIGIN]
    assert shown.troubles == []


def test_a_link_leads_from_the_event_to_its_word_and_back(opened: Callable[..., Opened]) -> None:
    page = opened(harbour()).page
    page.click('#e3 a[href="#in-e3"]')
    assert page.evaluate("document.querySelector(':target').textContent") == "met"
    page.click(":target")
    assert page.evaluate("document.querySelector(':target').id") == "e3"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1600])
def test_it_fits_and_is_accessible(opened: Callable[..., Opened], scheme: str, width: int) -> None:
    long_word = replace(harbour(), article=Article("x" * 500, title="y" * 300), timexes=(), events=(), undated=())
    for timeline in (harbour(), long_word):
        page = opened(timeline, viewport={"width": width, "height": 800}, color_scheme=scheme).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe.Axe().run(page).response["violations"] == []


def test_a_dark_scheme_gets_a_dark_page(opened: Callable[..., Opened]) -> None:
    light, dark = (
        opened(harbour(), color_scheme=scheme).style("body", "backgroundColor") for scheme in ("light", "dark")
    )
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(22, 24, 28)")


def test_on_paper_it_is_black_on_white_and_whole(opened: Callable[..., Opened]) -> None:
    shown = opened(harbour(), color_scheme="dark")
    shown.page.emulate_media(media="print")
    assert shown.style("body", "color") == "rgb(0, 0, 0)"
    assert shown.style("#e3 .small a", "display") == "none"
    assert shown.page.pdf().startswith(b"%PDF")


def test_text_from_right_to_left_is_set_so(opened: Callable[..., Opened]) -> None:
    text = "افتتح المجلس الهويس الجديد يوم 4 يونيو 2025."
    shown = opened(
        replace(harbour(), article=Article(text, title="الهويس", language="ar"), events=(), undated=(), timexes=())
    )
    assert shown.style(".article", "direction") == "rtl"
    assert shown.style("h1", "direction") == "rtl"
    assert shown.style("h2", "direction") == "ltr"


def test_script_in_the_article_does_not_run(opened: Callable[..., Opened]) -> None:
    text = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"
    shown = opened(replace(harbour(), article=Article(text, title=text), events=(), undated=(), timexes=()))
    assert shown.page.title() == f"{text} – timeline"
    assert shown.page.locator(".article").text_content() == text
    assert shown.requests == [ORIGIN]
