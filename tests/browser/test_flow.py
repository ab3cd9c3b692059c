"""From an article to its timeline, and between the two."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.browser import recorded
from tests.browser.conftest import read_article

Open = Callable[..., Any]


def lit(page: Any) -> dict[str, str]:
    """What is lit in the article: the words of the evidence, of the trigger, of the dates."""
    joined = "nodes => nodes.map(node => node.textContent).join('')"
    return {
        name: page.eval_on_selector_all(f"#reader .{name}", joined) for name in ("evidence", "trigger", "timex.lit")
    }


def test_an_article_becomes_a_timeline(open_page: Open) -> None:
    sent: list[Any] = []

    def answer(route: Any) -> None:
        sent.append(route.request)
        route.fulfill(status=200, content_type="application/json", body=json.dumps(recorded.news()))

    page = open_page(answer)
    page.fill("#published_at", "2025-10-16")
    page.select_option("#document_type", "news")
    read_article(page, recorded.NEWS)
    assert sent[0].post_data_json == {
        "text": recorded.NEWS,
        "published_at": "2025-10-16",
        "document_type": "news",
        "offset_unit": "utf16",
    }
    assert page.eval_on_selector_all(".axis [data-event]", "nodes => nodes.map(node => node.dataset.event)") == [
        "e4", "e2", "e5", "e7", "e1", "e8", "e9",
    ]  # fmt: skip
    assert page.inner_text("#status") == "7 events in order, 1 undated, 1 warning."
    assert "no time zone was given" in page.inner_text(".warnings")


def test_times_and_standing_are_told_in_words_and_shapes(news_page: Any) -> None:
    def row(name: str) -> Any:
        return news_page.locator(f".row:has([data-event={name}])")

    def said(name: str) -> str:
        words: str = row(name).locator(".when .time").inner_text()
        return words.replace("\u00a0", " ").replace("\u2060", "")

    assert said("e4") == "since January 2023"
    assert row("e4").locator(".shape.bar.throughout.open-end").count() == 1
    assert said("e5") == "1–10 October 2025"
    assert said("e7") == "by 10 October 2025"
    assert row("e7").locator(".shape.bar.open-start").count() == 1
    assert row("e1").locator(".shape.point").count() == 1
    assert row("e1").locator(".qualifier").inner_text() == "Tuesday"
    labels = {name: row(name).locator(".labels").inner_text().split("\n") for name in ("e2", "e8", "e9")}
    assert labels["e2"] == ["According to a former engineer", "Disputed by the board"]
    assert labels["e8"] == ["Planned"]
    assert labels["e9"] == ["Hypothetical"]
    assert news_page.locator(".publication + .axis [data-event]").count() == 2
    assert news_page.inner_text(".undated .headline") == "Islanders met in the school hall"


def test_an_event_lights_up_its_words(news_page: Any) -> None:
    news_page.hover("[data-event=e2] .headline")
    assert lit(news_page) == {
        "evidence": "A former engineer reported a crack in March last year",
        "trigger": "reported",
        "timex.lit": "March last year",
    }
    news_page.hover("h1")
    assert lit(news_page) == {"evidence": "", "trigger": "", "timex.lit": ""}


def test_an_opened_event_stays_lit_and_shows_its_grounds(news_page: Any) -> None:
    news_page.click("[data-event=e5] .headline")
    news_page.hover("h1")
    assert lit(news_page)["timex.lit"] == "early October"
    details = news_page.inner_text("[data-event=e5] .details")
    assert "[2025-10-01..2025-10-10]" in details
    assert "80 %" in details
    news_page.click("[data-event=e5] .headline")
    assert not news_page.is_visible("[data-event=e5] .details")


def test_a_date_shows_its_reading_and_what_it_dates(news_page: Any) -> None:
    news_page.click(".timex:has-text('early October')")
    reading = news_page.inner_text("#reading")
    for words in ("2025-10", "START", "2025-10-01 to 2025-10-10", "the publication, 16 October 2025", "part-of-month"):
        assert words in reading
    assert news_page.eval_on_selector_all(".card.lit", "nodes => nodes.map(node => node.dataset.event)") == ["e5", "e7"]
    news_page.click("#reading .link:text('The ferry was inspected')")
    assert news_page.is_visible("[data-event=e7] .details")
    assert news_page.locator("#reading").count() == 0


def test_a_date_that_leans_on_another_leads_there(open_page: Open) -> None:
    page = read_article(open_page(recorded.history()), recorded.HISTORY)
    page.click(".timex:has-text('The next day')")
    page.click("#reading .link:text('26 November 1703')")
    assert page.get_attribute("#reading", "aria-label") == "Reading of “26 November 1703”"


def test_centuries_stand_beside_days(open_page: Open) -> None:
    page = read_article(open_page(recorded.history()), recorded.HISTORY)
    times = page.locator(".when .time, .when time").all_inner_texts()
    assert [time.replace("\u00a0", " ").replace("\u2060", "") for time in times] == [
        "280 BC", "8 August 1303", "1584–1611", "1609", "26 November 1703", "27 November 1703",
    ]  # fmt: skip
    assert [gap for gap in page.locator(".gap").all_inner_texts() if gap] == [
        "about 1,580 years later", "about 281 years later", "about 25 years later", "about 94 years later",
        "the next day",
    ]  # fmt: skip
    bar = page.locator(".row:has([data-event=e3]) .shape").bounding_box()
    inside = page.locator(".row:has([data-event=e4]) .shape").bounding_box()
    after = page.locator(".row:has([data-event=e5]) .shape").bounding_box()
    assert bar["y"] < inside["y"] < inside["y"] + inside["height"] <= bar["y"] + bar["height"] < after["y"]
    assert bar["x"] >= inside["x"] + inside["width"]


def test_an_article_full_of_markup_is_shown_as_text(open_page: Open) -> None:
    text = (
        "<script>document.title = 'broken'</script>\n"
        "<img src=x onerror=\"document.title = 'broken'\"> met on <b>Tuesday</b> & left."
    )
    where = recorded.when("2025-10-14", "2025-10-14", "day", "t1")
    hostile = recorded.event(
        text, "e1", "<b>Ruth</b> met <img src=x>", "met", "met on <b>Tuesday</b>", where, source="<i>nobody</i>"
    )
    answer = recorded.answer(
        text,
        events=[hostile],
        timexes=[recorded.timex(text, "t1", "Tuesday", "<u>", "2025-10-14", "2025-10-14")],
        warnings=[{"code": "x", "detail": "<img src=x onerror=alert(1)>"}],
    )
    page = read_article(open_page(answer), text)
    assert page.inner_text("#reader").replace("\n\n", "\n") == text
    assert page.inner_text("[data-event=e1] .headline") == "<b>Ruth</b> met <img src=x>"
    page.click(".timex")
    assert page.locator("main script, main img, main b, main i, main u").count() == 0
    assert page.title() == "Event timeline"


def test_emoji_before_a_date_move_nothing(news_page: Any) -> None:
    assert recorded.NEWS.index("🚢") < recorded.NEWS.index("Tuesday")
    assert news_page.locator(".timex").all_inner_texts() == [
        "Tuesday", "March last year", "January 2023", "early October", "20 October", "next year",
    ]  # fmt: skip


def test_lines_that_were_wrapped_by_hand_stay_one_paragraph(open_page: Open) -> None:
    text = "A headline\n\nThe first line of it\nand the second.\n \nAnother on Tuesday\nmorning."
    answer = recorded.answer(text, timexes=[recorded.timex(text, "t1", "Tuesday\nmorning", "x", None, None)])
    page = read_article(open_page(answer), text)
    paragraphs = page.locator("#reader p").all_inner_texts()
    assert paragraphs == ["A headline", "The first line of it\nand the second.", "Another on Tuesday\nmorning."]
    assert page.inner_text(".timex") == "Tuesday\nmorning"


@pytest.mark.parametrize("text", ["في عام 1955 افتتحت المدرسة.\nThe school opened in 1955."])
def test_each_paragraph_runs_in_its_own_direction(open_page: Open, text: str) -> None:
    page = read_article(open_page(recorded.answer(text)), text)
    directions = page.eval_on_selector_all("#reader p", "nodes => nodes.map(node => getComputedStyle(node).direction)")
    assert directions == ["rtl", "ltr"]


def test_an_article_without_events_is_told_so(open_page: Open) -> None:
    page = read_article(open_page(recorded.answer("Nothing.")), "Nothing.")
    assert page.inner_text("#status") == "No events and no dates were found in this article."
    assert page.is_visible(".empty")


def test_the_address_carries_options_and_never_the_text(open_page: Open) -> None:
    page = open_page(recorded.news(), path="/#published_at=2025-10-16&detail=full&timezone=Europe/Paris")
    assert [page.input_value(f"#{name}") for name in ("published_at", "detail", "timezone")] == [
        "2025-10-16", "full", "Europe/Paris",
    ]  # fmt: skip
    page.select_option("#detail", "main")
    read_article(page, recorded.NEWS)
    assert unquote(page.url).partition("#")[2] == "published_at=2025-10-16&timezone=Europe/Paris"


def test_time_and_headline_are_sent_and_the_headline_is_not_in_the_address(open_page: Open) -> None:
    sent: list[Any] = []

    def answer(route: Any) -> None:
        sent.append(route.request.post_data_json)
        route.fulfill(status=200, content_type="application/json", body=json.dumps(recorded.news()))

    page = open_page(answer, path="/#published_at=2025-10-16T08:30&title=No")
    assert page.input_value("#published_at") == "2025-10-16"
    assert page.input_value("#published_time") == "08:30"
    assert page.input_value("#title") == ""
    page.fill("#title", "A ferry stays in")
    read_article(page, recorded.NEWS)
    assert (sent[0]["published_at"], sent[0]["title"]) == ("2025-10-16T08:30", "A ferry stays in")
    assert unquote(page.url).partition("#")[2] == "published_at=2025-10-16T08:30"


def test_a_time_said_again_is_said_quietly(open_page: Open) -> None:
    text = "It rained. It snowed. It froze."
    events = [
        recorded.event(text, f"e{n}", words, word, words, recorded.when("2025-10-14", end, "day"))
        for n, (words, word, end) in enumerate(
            [
                ("It rained", "rained", "2025-10-14"),
                ("It snowed", "snowed", "2025-10-14"),
                ("It froze", "froze", "2025-10-15"),
            ]
        )
    ]
    page = read_article(open_page(recorded.answer(text, events=events)), text)
    again = page.eval_on_selector_all(".axis .row", "rows => rows.map(row => row.classList.contains('again'))")
    assert again == [False, True, False]
    assert page.inner_text(".row:has([data-event=e1]) .time, .row:has([data-event=e1]) time").startswith("14")


def test_the_languages_are_those_of_the_service(open_page: Open) -> None:
    page = open_page(recorded.news(), path="/#language=de")
    page.wait_for_selector("#language option[value=de]", state="attached")
    assert page.input_value("#language") == "de"
    assert page.inner_text("#language option[value=de]") == "German (dates only)"


def test_english_is_read_unless_another_language_is_chosen(open_page: Open) -> None:
    page = open_page(recorded.news())
    page.wait_for_selector("#language option[value=de]", state="attached")
    assert page.input_value("#language") == "en"


def test_an_example_can_be_linked_to(open_page: Open) -> None:
    page = open_page(recorded.news(), path="/#example=history")
    page.wait_for_selector("#status:has-text('Loaded')")
    assert page.input_value("#text").startswith("Lights for sailors")
    assert page.input_value("#document_type") == "narrative"


def test_the_text_can_be_edited_and_read_again(news_page: Any) -> None:
    news_page.click("#edit")
    assert news_page.input_value("#text") == recorded.NEWS
    assert not news_page.is_visible("#reader")
    read_article(news_page, recorded.NEWS + "\nMore.")
    assert news_page.inner_text("#reader p:last-of-type") == "More."


def test_curl_reads_back_what_was_sent(open_page: Open) -> None:
    text = "It's 5 o'clock, $HOME `date` \\ \"quoted\"! 🚢\nOn Tuesday."
    page = open_page(recorded.answer(text), permissions=["clipboard-read", "clipboard-write"])
    read_article(page, text)
    page.click("#copy-curl")
    page.wait_for_selector("#status:has-text('clipboard')")
    words = shlex.split(page.evaluate("navigator.clipboard.readText()"))
    assert words[0] == "curl"
    assert words[1].endswith("/v1/timelines")
    assert json.loads(words[words.index("--data-binary") + 1]) == {"text": text, "offset_unit": "utf16"}


def test_curl_can_be_copied_by_hand_where_the_clipboard_is_closed(news_page: Any) -> None:
    news_page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    news_page.click("#copy-curl")
    news_page.wait_for_selector("#curl:not([hidden])")
    assert news_page.input_value("#curl-text").startswith("curl ")


@pytest.mark.parametrize(
    ("name", "accept"), [("json", "application/json"), ("csv", "text/csv"), ("ics", "text/calendar")]
)
def test_downloads_are_asked_for_by_accept(open_page: Open, name: str, accept: str) -> None:
    seen: list[str] = []

    def answer(route: Any) -> None:
        seen.append(route.request.headers["accept"])
        route.fulfill(status=200, content_type=seen[-1], body=json.dumps(recorded.news()))

    page = read_article(open_page(answer), recorded.NEWS)
    with page.expect_download() as download:
        page.click(f"[data-format={name}]")
    assert download.value.suggested_filename == f"timeline.{name}"
    assert seen[-1] == accept


def test_the_real_service_answers_the_page(open_page: Open) -> None:
    page = open_page()
    page.click(".example:has-text('A ferry')")
    page.wait_for_selector("#status:has-text('Loaded')")
    page.click("#submit")
    page.wait_for_selector("#reader:not([hidden])")
    dates = page.locator(".timex").all_inner_texts()
    assert "early September" in dates
    assert "4 February 2016" in dates
    for name, beginning in (("json", "{"), ("csv", "id,"), ("ics", "BEGIN:VCALENDAR"), ("html", "<!doctype html>")):
        with page.expect_download() as download:
            page.click(f"[data-format={name}]")
        written = Path(download.value.path()).read_text("utf-8")
        assert written.lstrip("\ufeff").startswith(beginning)
