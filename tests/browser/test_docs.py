"""Swagger UI works under the service's own content security policy, and its requests are answered."""

from __future__ import annotations

import re
from typing import Any


def test_try_it_out_gets_an_answer(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(15_000)
    refused: list[str] = []
    page.on(
        "console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.goto(f"{address}/docs")
    block = page.locator(".opblock-post", has=page.locator("[data-path='/v1/timelines']"))
    block.locator(".opblock-summary-control").click()
    if block.locator(".try-out__btn:not(.cancel)").count():
        block.locator(".try-out__btn").click()
    with page.expect_response(re.compile("/v1/timelines")) as answered:
        block.locator(".execute").click()
    assert answered.value.status == 200
    block.locator(".live-responses-table .response-col_status", has_text="200").first.wait_for()
    assert refused == []
    page.close()
