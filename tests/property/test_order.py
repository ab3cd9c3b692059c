"""No state between requests: the same articles give the same bytes in any order and from any thread."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from service import create_app
from service.settings import Settings

ARTICLES = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.txt"))
FOREIGN = {
    "de": "Die Brücke wurde am 3. Mai 2021 eröffnet. Vor zwei Wochen riss ein Kabel, und gestern wurde sie gesperrt.",
    "fr": "Le pont a été ouvert le 3 mai 2021. Il y a deux semaines un câble a cédé, et hier il a été fermé.",
    "pt": "A ponte foi aberta em 3 de maio de 2021. Há duas semanas um cabo partiu-se, e ontem foi fechada.",
}
KINDS = ("news", "narrative", "auto")


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(Settings(time_budget_seconds=600))


@pytest.fixture(scope="module")
def requests() -> list[tuple[str, dict[str, str]]]:
    """Every article as two requests: with a publication date, and as another kind without one."""
    found = []
    for n, path in enumerate(ARTICLES):
        text = path.read_text(encoding="utf-8")
        found.append((text, {"published_at": f"2024-0{n % 9 + 1}-15"}))
        found.append((text, {"document_type": KINDS[n % 3], "detail": "full"}))
    for code, sentences in FOREIGN.items():
        found.append((sentences, {"published_at": "2024-05-15", "language": code}))
    return found


def answer(app: Flask, request: tuple[str, dict[str, str]]) -> bytes:
    text, members = request
    response = app.test_client().post("/v1/timelines", json={"text": text, **members})
    assert response.status_code == 200
    return response.data


@pytest.fixture(scope="module")
def expected(app: Flask, requests: list[tuple[str, dict[str, str]]]) -> list[bytes]:
    return [answer(app, request) for request in requests]


def test_there_is_something_to_compare(expected: list[bytes]) -> None:
    assert len(set(expected)) == len(expected) >= 20


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_requests_changes_nothing(
    app: Flask, requests: list[tuple[str, dict[str, str]]], expected: list[bytes], seed: int
) -> None:
    order = list(range(len(requests)))
    random.Random(seed).shuffle(order)
    assert all(answer(app, requests[n]) == expected[n] for n in order)


@pytest.mark.parametrize("threads", [2, 8])
def test_threads_change_nothing(
    app: Flask, requests: list[tuple[str, dict[str, str]]], expected: list[bytes], threads: int
) -> None:
    order = [n for n in range(len(requests)) for _ in range(2)]
    random.Random(threads).shuffle(order)
    with ThreadPoolExecutor(threads) as pool:
        answers = list(pool.map(lambda n: answer(app, requests[n]), order))
    assert answers == [expected[n] for n in order]


def test_a_new_application_gives_the_same_bytes(
    requests: list[tuple[str, dict[str, str]]], expected: list[bytes]
) -> None:
    fresh = create_app(Settings(time_budget_seconds=600))
    assert [answer(fresh, request) for request in reversed(requests)] == expected[::-1]
