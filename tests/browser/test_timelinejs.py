"""TimelineJS 3 itself, in a real browser, loads what the service writes. It is fetched for the test, not shipped."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from service.article import Article, Span
from service.events.model import Event, Factuality
from service.render.timelinejs import render
from service.timeline.model import Timeline
from tests.render.timelines import empty, event, event_time, harbour

PACKAGE = "@knight-lab/timelinejs@3.9.11"  # MPL-2.0
ORIGIN = "http://timeline.test"
PAGE = """<!doctype html><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="/dist/css/timeline.css">
<div id="timeline" style="width: 1000px; height: 600px"></div><script src="/dist/js/timeline.js"></script>"""
LOAD = """async () => {
  const answer = await fetch('/timeline.json');
  window.timeline = new TL.Timeline('timeline', await answer.json(), {script_path: location.origin + '/dist/js/'});
  const done = () => timeline.ready || (timeline.config && !timeline.config.isValid());
  for (let waited = 0; waited < 200 && !done(); waited++) await new Promise(go => setTimeout(go, 50));
  const text = each => each ? each.textContent.trim() : null;
  return {
    errors: window.timeline.config.messages.errors.map(String),
    slides: [...document.querySelectorAll('.tl-slide')].map(slide => ({
      headline: text(slide.querySelector('.tl-headline')), date: text(slide.querySelector('.tl-headline-date')),
      body: text(slide.querySelector('.tl-text-content')),
    })),
    markers: document.querySelectorAll('.tl-timemarker').length,
    foreign: document.querySelectorAll('.tl-slide script, .tl-slide img, .tl-slide [onerror]').length,
  };
}"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TimelineJS's ``dist`` folder, from npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("timelinejs")
    packed = subprocess.run(
        [npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, timeout=120, check=False
    )
    if packed.returncode:
        pytest.skip(f"{PACKAGE} could not be fetched from npm")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "dist"


def load(browser: Any, library: Path, timeline: Timeline) -> tuple[dict[str, Any], list[str]]:
    """What TimelineJS made of the timeline, and what went wrong on the page."""
    troubles: list[str] = []

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(ORIGIN).split("?")[0]
        if path == "/":
            route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
        elif path == "/timeline.json":
            route.fulfill(body=render(timeline), content_type="application/json")
        elif path.startswith("/dist/") and (library / path.removeprefix("/dist/")).is_file():
            route.fulfill(path=library / path.removeprefix("/dist/"))
        else:
            route.abort()

    page = browser.new_page()
    page.route("**/*", answer)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.goto(ORIGIN + "/")
    made = page.evaluate(LOAD)
    page.close()
    return made, troubles


def test_it_draws_every_dated_event_in_our_words(browser: Any, library: Path) -> None:
    made, troubles = load(browser, library, harbour())
    assert (made["errors"], troubles) == ([], [])
    document = json.loads(render(harbour()))
    assert made["markers"] == len(harbour().events)
    assert [slide["date"] for slide in made["slides"][1:]] == [each["display_date"] for each in document["events"]]
    title, *slides = made["slides"]
    assert title["headline"] == "A new lock & an old one"
    assert "Did not happen: Divers found the anchor of the ferry <Aurora>" in title["body"]
    assert slides[2]["headline"] == "Disputed: The engineer and the mayor met in early November"
    assert "The old lock, built in 1887, has been closed since February 2022." in slides[0]["body"]


def test_it_puts_antiquity_open_ends_and_clock_times_in_order(browser: Any, library: Path) -> None:
    times = [
        event_time("-0043-03-15", "-0043-03-15"), event_time("0014-01-01", "0014-12-31", precision="year"),
        event_time(None, "1066-10-14"), event_time("2025-03-22T14:30:00Z", "2025-03-22T14:30:00Z", precision="minute"),
        event_time("2025-03-23", None, extent="throughout"),
    ]  # fmt: skip
    events = tuple(event(place, f"Event {place}", "built", "built", time) for place, time in enumerate(times))
    made, troubles = load(
        browser, library, Timeline(harbour().article, None, None, "UTC", "news", "", events, (), (), ())
    )
    assert (made["errors"], troubles) == ([], [])
    assert [slide["headline"] for slide in made["slides"][1:]] == [each.headline for each in events]
    assert [slide["date"] for slide in made["slides"][1:]] == [
        "15 March 44 BC", "some time in AD 14", "by 14 October 1066", "22 March 2025, 14:30 UTC", "since 23 March 2025",
    ]  # fmt: skip


def test_markup_in_the_article_stays_text(browser: Any, library: Path) -> None:
    text = "<img src=x onerror=alert(1)><script>alert(2)</script> &lt;b&gt; http://example.org"
    told = Factuality("occurred", source=text, disputed_by=(text,))
    hostile = Event(
        "e1", text, Span(0, 4), event_time("2024-11-01", "2024-11-01"), told, Span(0, len(text)), "main", 0.5
    )
    undated = Event("e2", text, Span(0, 4), None, told, Span(0, len(text)), "main", 0.5)
    timeline = Timeline(Article(text, title=text), None, None, "UTC", "news", "", (hostile,), (undated,), (), ())
    made, troubles = load(browser, library, timeline)
    assert (made["errors"], troubles, made["foreign"]) == ([], [], 0)
    assert made["slides"][1]["headline"] == f"Disputed: {text}"
    assert made["slides"][0]["headline"] == text
    assert text in made["slides"][1]["body"]


def test_a_timeline_without_dates_is_refused_by_the_library_in_words(browser: Any, library: Path) -> None:
    made, _ = load(browser, library, empty())
    assert made["markers"] == 0
    assert len(made["errors"]) == 1
    assert made["errors"][0].startswith("Timeline configuration has no events.")
