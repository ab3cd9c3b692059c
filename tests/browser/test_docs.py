"""Swagger UI as a reader sees it: everything from the service itself, nothing against the content security policy."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def seen(browser: Any, address: str) -> Any:
    """The page at /docs, with what it asked for (``asked``) and what the browser complained of (``complaints``)."""
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{address}/docs")
    page.wait_for_selector("#operations-timelines-createTimeline")
    yield page
    page.close()


def test_the_contract_is_shown_from_here_alone(seen: Any, address: str) -> None:
    for name in ("createTimeline", "createTimelines", "listLanguages", "getReadiness"):
        assert seen.locator(f"[id$=-{name}]").count() == 1
    elsewhere = [url for url in seen.asked if not url.startswith((address, "data:"))]
    assert elsewhere == []
    assert seen.complaints == []


@pytest.mark.parametrize("example", ["news", "undated", "narrative"])
def test_the_examples_run_from_try_it_out(seen: Any, example: str) -> None:
    operation = seen.locator("#operations-timelines-createTimeline")
    operation.locator(".opblock-summary-control").click()
    operation.locator(".body-param").wait_for()
    operation.locator(".opblock-section-request-body select.examples-select-element").select_option(example)
    with seen.expect_response("**/v1/timelines**") as answered:
        operation.locator("button.execute").click()
    assert answered.value.status == 200
    assert answered.value.url.endswith("/v1/timelines")
    operation.locator(".live-responses-table .response-col_status").last.wait_for()
    assert seen.complaints == []
