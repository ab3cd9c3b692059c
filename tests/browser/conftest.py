"""A real Chromium, and the service on a loopback port. Where no Chromium is installed, the tests say so and skip."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.serving import make_server

from tests.browser import recorded

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests; each test gets a context of its own."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def serve(app: Flask) -> Iterator[str]:
    """The address of ``app`` on a free loopback port, until the test is over."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The whole service, as it is run."""
    from service import create_app

    yield from serve(create_app())


Answer = Callable[[Any], None]


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Open the page in a new context: ``open_page(answer=…, width=…, scheme=…)``.

    ``answer`` is what ``POST /v1/timelines`` gives: a dict for a 200, or a function that gets the route. Without it
    the real engine answers. Whatever the page complains of on its console, or throws, fails the test.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def opened(
        answer: dict[str, Any] | Answer | None = None, *, width: int = 1280, scheme: str = "light", path: str = "/",
        quiet: bool = True, **options: Any,
    ) -> Any:  # fmt: skip
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        context.set_default_timeout(5_000)
        page = context.new_page()
        if quiet:
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
        if answer is not None:
            handler = answer if callable(answer) else _always(answer)
            page.route("**/v1/timelines", handler)
        page.goto(address + path)
        page.wait_for_selector(".example")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _always(answer: dict[str, Any]) -> Answer:
    return lambda route: route.fulfill(status=200, content_type="application/json", body=json.dumps(answer))


@pytest.fixture
def news_page(open_page: Callable[..., Any]) -> Any:
    """The page with the recorded news article and its timeline on it."""
    return read_article(open_page(recorded.news()), recorded.NEWS)


def read_article(page: Any, text: str) -> Any:
    """Paste ``text``, ask, and wait for the answer."""
    page.fill("#text", text)
    page.click("#submit")
    page.wait_for_selector("#reader:not([hidden])")
    return page
