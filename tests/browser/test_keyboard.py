"""Everything can be done without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser import recorded
from tests.browser.conftest import read_article

Open = Callable[..., Any]


def focused(page: Any) -> str:
    """The text of the element that has the focus."""
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


def tab_to(page: Any, words: str, key: str = "Tab") -> None:
    """Press ``key`` until an element with this text has the focus."""
    for _ in range(60):
        if focused(page) == words:
            return
        page.keyboard.press(key)
    pytest.fail(f"{words!r} cannot be reached with {key}")


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_control_enter_asks(open_page: Open, keys: str) -> None:
    page = open_page(recorded.news())
    page.focus("#text")
    page.keyboard.insert_text(recorded.NEWS)
    page.keyboard.press(keys)
    page.wait_for_selector("#reader:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "timeline-panel"


def test_from_the_example_to_the_evidence(open_page: Open) -> None:
    page = open_page(recorded.news())
    tab_to(page, "A ferry that did not sail News, with relative dates and a claim that is denied")
    page.keyboard.press("Enter")
    page.wait_for_selector("#status:has-text('Loaded')")
    page.evaluate("text => { document.querySelector('#text').value = text; }", recorded.NEWS)
    tab_to(page, "Make the timeline")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader:not([hidden])")
    tab_to(page, "A former engineer reported a crack")
    assert page.inner_text("#reader .trigger") == "reported"
    page.keyboard.press("Enter")
    assert page.is_visible("[data-event=e2] .details")
    tab_to(page, "“March last year”")
    page.keyboard.press("Enter")
    assert page.get_attribute("#reading", "aria-label") == "Reading of “March last year”"
    assert focused(page) == "March last year"
    tab_to(page, "A former engineer reported a crack")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-event]').dataset.event") == "e2"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_date_opens_and_escape_closes_it(news_page: Any, key: str) -> None:
    news_page.focus(".timex >> nth=0")
    news_page.keyboard.press(key)
    assert news_page.is_visible("#reading")
    assert news_page.get_attribute(".timex >> nth=0", "aria-expanded") == "true"
    news_page.keyboard.press("Escape")
    assert news_page.locator("#reading").count() == 0
    assert focused(news_page) == "Tuesday"


def test_the_timeline_can_be_skipped_to(open_page: Open) -> None:
    page = read_article(open_page(recorded.news()), recorded.NEWS)
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.reload()
    page.wait_for_selector(".example")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the timeline"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "timeline-panel"
