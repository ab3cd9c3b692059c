"""What goes wrong is told in words, and nothing that was typed is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.browser import recorded

Open = Callable[..., Any]


def ask(page: Any, text: str = recorded.NEWS) -> None:
    page.fill("#text", text)
    page.click("#submit")


def problem(route: Any, status: int, headers: dict[str, str] | None = None, **members: Any) -> None:
    body = json.dumps({"type": "about:blank", "status": status, **members})
    route.fulfill(status=status, content_type="application/problem+json", body=body, headers=headers or {})


def test_an_empty_article_is_not_sent(open_page: Open) -> None:
    sent: list[Any] = []
    page = open_page(lambda route: sent.append(route))
    ask(page, "  \n ")
    assert page.inner_text("#text-problem") == "Paste an article first, or load one of the examples."
    assert page.evaluate("document.activeElement.id") == "text"
    assert sent == []


def test_a_refused_member_is_marked_where_it_is(open_page: Open) -> None:
    refusal = {"pointer": "/timezone", "detail": "Mars/Olympus is not a time zone."}
    page = open_page(
        lambda route: problem(route, 422, title="Not valid", detail="See errors.", errors=[refusal], request_id="abc"),
        quiet=False,
    )
    ask(page)
    page.wait_for_selector(".problem")
    assert page.inner_text(".problem h3") == "Not valid"
    assert page.inner_text("#timezone-problem") == refusal["detail"]
    assert page.get_attribute("#timezone", "aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "timezone"
    assert "abc" in page.inner_text(".problem")
    assert page.input_value("#text") == recorded.NEWS


def test_an_error_about_something_else_is_listed(open_page: Open) -> None:
    refusal = {"pointer": "/offset_unit", "detail": "Unknown."}
    page = open_page(lambda route: problem(route, 422, title="Not valid", errors=[refusal]), quiet=False)
    ask(page)
    assert page.inner_text(".problem li") == "/offset_unit: Unknown."


def test_a_busy_service_says_when_to_come_back(open_page: Open) -> None:
    page = open_page(
        lambda route: problem(
            route, 503, {"Retry-After": "7"}, title="Out of time", detail="The article took too long."
        ),
        quiet=False,
    )
    ask(page)
    assert page.inner_text(".problem p") == "The article took too long. Try again in 7 seconds."


def test_on_a_narrow_screen_waiting_and_failing_are_brought_into_sight(open_page: Open) -> None:
    held: list[Any] = []
    page = open_page(lambda route: held.append(route), width=360, quiet=False)
    ask(page)
    in_sight = "node => { const box = node.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    page.wait_for_selector("#progress:not([hidden])")
    assert page.eval_on_selector("#progress", in_sight)
    page.evaluate("window.scrollTo(0, 0)")
    held[0].abort()
    page.wait_for_selector(".problem")
    assert page.eval_on_selector("#problem", in_sight)


def test_a_failure_that_is_no_problem_document_gets_words(open_page: Open) -> None:
    page = open_page(lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>x</h1>"), quiet=False)
    ask(page)
    assert page.inner_text(".problem h3") == "The service answered 502"
    assert page.is_visible("#text")


def test_an_answer_that_is_no_timeline_gets_words(open_page: Open) -> None:
    page = open_page(lambda route: route.fulfill(status=200, content_type="application/json", body="{"), quiet=False)
    ask(page)
    assert page.inner_text(".problem h3") == "The answer could not be read"


def test_a_lost_connection_gets_words_and_can_be_tried_again(open_page: Open) -> None:
    failing = [True]

    def answer(route: Any) -> None:
        if failing:
            failing.pop()
            route.abort("connectionrefused")
        else:
            route.fulfill(status=200, content_type="application/json", body=json.dumps(recorded.news()))

    page = open_page(answer, quiet=False)
    ask(page)
    assert page.inner_text(".problem h3") == "The service cannot be reached"
    page.click("#submit")
    page.wait_for_selector("#reader:not([hidden])")
    assert page.locator(".problem").count() == 0


def test_a_slow_service_is_waited_for_aloud_and_can_be_given_up(open_page: Open) -> None:
    page = open_page(lambda route: None)
    page.clock.install()
    ask(page)
    page.wait_for_selector("#progress:not([hidden])")
    assert page.inner_text("#status") == "Reading the article…"
    assert page.get_attribute("#timeline-panel", "aria-busy") == "true"
    page.clock.run_for(5_000)
    assert page.inner_text("#status").startswith("Still reading.")
    page.click("#cancel")
    assert page.inner_text("#status") == "Cancelled."
    assert not page.is_visible("#progress")


def test_a_new_request_ends_the_one_before(open_page: Open) -> None:
    held: list[Any] = []
    later = recorded.answer("Second.")

    def answer(route: Any) -> None:
        if not held:
            held.append(route)
            return
        route.fulfill(status=200, content_type="application/json", body=json.dumps(later))

    page = open_page(answer)
    with page.expect_event("requestfailed") as ended:
        ask(page)
        page.wait_for_selector("#progress:not([hidden])")
        ask(page, "Second.")
    assert "ABORTED" in ended.value.failure
    page.wait_for_selector("#reader:not([hidden])")
    assert page.inner_text("#reader") == "Second."


def test_a_failed_download_leaves_the_timeline(open_page: Open) -> None:
    def answer(route: Any) -> None:
        if route.request.headers["accept"] == "text/csv":
            problem(route, 406, title="Not acceptable", detail="Ask for JSON.")
        else:
            route.fulfill(status=200, content_type="application/json", body=json.dumps(recorded.news()))

    page = open_page(answer, quiet=False)
    ask(page)
    page.click("[data-format=csv]")
    assert page.inner_text(".problem h3") == "Not acceptable"
    assert page.locator(".axis .card").count() == 7
