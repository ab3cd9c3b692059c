"""Fit for every reader and every width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser import recorded
from tests.browser.conftest import read_article

Open = Callable[..., Any]


def violations(page: Any) -> list[str]:
    """What axe finds wrong, best practices included."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(open_page: Open, scheme: str) -> None:
    page = open_page(recorded.news(), scheme=scheme)
    page.click("#more summary")
    assert violations(page) == []
    read_article(page, recorded.NEWS)
    page.click(".legend summary")
    assert violations(page) == []
    page.click("[data-event=e2] .headline")
    assert violations(page) == []
    page.click(".timex >> nth=3")
    assert violations(page) == []


def test_axe_finds_nothing_wrong_with_a_failure(open_page: Open) -> None:
    page = open_page(lambda route: route.abort(), quiet=False)
    page.click("#submit")
    page.fill("#text", "Something.")
    page.click("#submit")
    page.wait_for_selector(".problem")
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 900, 1600])
def test_nothing_is_wider_than_the_window(open_page: Open, width: int) -> None:
    page = open_page(recorded.news(), width=width)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    read_article(page, recorded.NEWS + "x" * 400)
    page.click("[data-event=e2] .headline")
    assert page.evaluate(overflow) == 0
    article = page.locator("#article-panel").bounding_box()
    timeline = page.locator("#timeline-panel").bounding_box()
    beside = article["x"] + article["width"] <= timeline["x"]
    assert beside == (width >= 900)


def test_a_long_time_breaks_before_what_is_said_of_it(open_page: Open) -> None:
    time = recorded.when("2024-11-11", "2024-11-20", "month", approximate=True)
    event = recorded.event("It rained.", "e1", "It rained", "rained", "It rained", time)
    page = read_article(open_page(recorded.answer("It rained.", events=[event]), width=320), "It rained.")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert page.inner_text(".qualifier") == "approximately"


def test_the_outcome_is_announced(news_page: Any) -> None:
    assert news_page.get_attribute("#status", "role") == "status"
    assert news_page.get_attribute("#problem", "role") == "alert"
    assert news_page.get_attribute("#timeline-panel", "aria-busy") == "false"


def test_print_keeps_article_and_timeline_and_drops_the_controls(news_page: Any) -> None:
    news_page.emulate_media(media="print")
    assert news_page.is_visible(".axis .card >> nth=0")
    assert news_page.is_visible("#reader")
    assert not news_page.is_visible("#copy-curl")
    assert not news_page.is_visible("#edit")
