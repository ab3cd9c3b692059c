"""Who reads next, and for how long: the budget of one article, the queue before the gate."""

from __future__ import annotations

import threading

import pytest

from service.api.gate import Gate, OverloadedError
from service.article import Article, Budget, BudgetExceeded, Detail
from service.settings import Settings
from service.timeline.model import Timeline
from tests.api.stand_in import build, made

PATH = "/v1/timelines"


def test_a_spent_budget_is_a_503_and_the_service_goes_on() -> None:
    def slow(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        if "long" in article.text:
            raise BudgetExceeded
        return build(article, detail, budget)

    client = made(slow)
    answer = client.post(PATH, json={"text": "long"})
    assert (answer.status_code, answer.json["type"]) == (503, "/docs/problems#time-budget-spent")
    assert int(answer.headers["Retry-After"]) > 0
    assert client.post(PATH, json={"text": "short"}).status_code == 200
    assert "timeline_budget_overruns_total 1.0" in client.get("/metrics").text


def test_a_budget_is_spent_when_its_clock_says_so() -> None:
    moments = iter([100.0, 100.9, 101.0])
    budget = Budget(1.0, lambda: next(moments))
    budget.check()
    with pytest.raises(BudgetExceeded):
        budget.check()


def test_too_many_waiting_are_refused_at_once() -> None:
    inside, leave = threading.Event(), threading.Event()

    def stuck(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
        if "wait" in article.text:
            inside.set()
            leave.wait(30)
        return build(article, detail, budget)

    client = made(stuck, Settings(max_waiting=1, max_waiting_seconds=0.01))
    first = threading.Thread(target=lambda: client.post(PATH, json={"text": "wait"}))
    first.start()
    assert inside.wait(30)
    answer = client.post(PATH, json={"text": "So."})
    leave.set()
    first.join()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert client.post(PATH, json={"text": "So."}).status_code == 200
    assert "timeline_overload_refusals_total 1.0" in client.get("/metrics").text


def test_the_gate_lets_them_in_in_the_order_of_arrival() -> None:
    gate, order = Gate(8, 30), []
    threads = []
    with gate.turn():
        for number in range(4):

            def enter(number: int = number) -> None:
                with gate.turn():
                    order.append(number)

            threads.append(threading.Thread(target=enter))
            threads[-1].start()
            while len(gate._queue) <= number:
                pass
    for each in threads:
        each.join()
    assert order == [0, 1, 2, 3]


def test_a_full_gate_refuses_but_not_the_patient() -> None:
    gate, entered = Gate(0, 30), threading.Event()

    def patiently() -> None:
        with gate.turn(patient=True):
            entered.set()

    with gate.turn():
        with pytest.raises(OverloadedError), gate.turn():
            pass
        waiting = threading.Thread(target=patiently)
        waiting.start()
    waiting.join()
    assert entered.is_set()
