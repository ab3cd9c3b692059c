"""Workers of a real gunicorn: overloaded, hanging, killed, replaced, reloaded, stopped, not started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.server.clients import ENDLESS, GOOD, STUCK, Load, chunk, open_batch, read_until
from tests.server.running import PATIENCE, ROOT, bare_environment, running


def test_overload_is_refused_at_once() -> None:
    with running(workers="1", timeline_max_waiting="2") as server, ThreadPoolExecutor(32) as clients:
        long = "They met on Friday and again two days later. " * 400
        answers = list(clients.map(lambda _: server.post(text=long), range(64)))
        assert {status for status, _, _ in answers} == {200, 503}
        for status, headers, body in answers:
            if status == 503:
                assert headers["Retry-After"] == "1"
                assert json.loads(body)["type"] == "/docs/problems#overloaded"
        assert server.post()[0] == 200


def test_a_spent_budget_is_a_503_and_the_worker_lives() -> None:
    with running(workers="1", timeline_time_budget_seconds="0.01") as server:
        workers = server.workers
        status, headers, body = server.post(text="They met on Friday and again two days later. " * 4_000)
        assert (status, json.loads(body)["type"]) == (503, "/docs/problems#time-budget-spent")
        assert int(headers["Retry-After"]) > 0
        assert server.request("GET", "/readyz")[0] == 200
        assert server.workers == workers


def test_a_worker_that_an_article_holds_for_ever_is_replaced() -> None:
    little = {"workers": "1", "timeline_time_budget_seconds": "0.5", "timeline_hang_seconds": "2"}
    with running("tests.server.endless:app", **little) as server, ThreadPoolExecutor(1) as client:
        (held,) = server.workers
        lost = client.submit(server.post, text=ENDLESS)
        hang = server.wait_for("an article takes for ever")
        assert any("endless.py" in frame for frame in hang["frames"])
        assert ENDLESS not in json.dumps(server.lines)
        server.wait_for("Booting worker", 2)
        assert held not in server.workers
        assert server.post()[0] == 200
        with pytest.raises(ConnectionResetError):
            lost.result(PATIENCE)


def test_a_worker_in_which_nothing_runs_any_more_is_replaced() -> None:
    with running("tests.server.endless:app", workers="1", timeline_hang_seconds="2") as server:
        (stuck,) = server.workers
        with ThreadPoolExecutor(1) as client:
            lost = client.submit(server.post, text=STUCK)
            server.wait_for("Booting worker", 2)
            assert stuck not in server.workers
            assert server.post()[0] == 200
            with pytest.raises(ConnectionResetError):
                lost.result(PATIENCE)


def test_a_killed_worker_loses_only_what_it_held() -> None:
    with running(workers="2") as server:
        load = Load(server, 4)
        load.wait(20)
        os.kill(min(server.workers), signal.SIGKILL)
        server.wait_for("Booting worker", 3)
        load.wait(60)
        statuses = load.stop()
        assert sum(count for status, count in statuses.items() if status != 200) <= 4, statuses
        assert server.post()[0] == 200


def test_nothing_fails_over_a_reload() -> None:
    with running(workers="2") as server:
        old = server.workers
        load = Load(server, 4)
        load.wait(20)
        server.signal(signal.SIGHUP)
        server.wait_for("Booting worker", 4)
        server.wait_until_gone(old)
        load.wait(40)
        assert set(load.stop()) == {200}


def test_what_is_under_way_when_stopping_is_finished() -> None:
    with running(workers="2") as server:
        batches = [open_batch(server) for _ in range(4)]
        load = Load(server, 4)
        load.wait(20)
        server.signal(signal.SIGTERM)
        server.wait_for("Handling signal: term")
        for client in batches:
            client.sendall(chunk(GOOD + b"\n") + b"0\r\n\r\n")
            assert b'"status":200' in read_until(client, b"0\r\n\r\n")
            client.close()
        assert server.wait() == 0
        # A connection that no worker had taken yet is closed with the listening socket: it was never a request.
        assert set(load.stop()) <= {200, "ConnectionRefusedError", "ConnectionResetError"}


def test_workers_are_replaced_and_nothing_fails_and_all_is_counted(tmp_path: Path) -> None:
    figures = tmp_path / "figures"
    figures.mkdir()
    with running(workers="2", timeline_worker_requests="30", prometheus_multiproc_dir=str(figures)) as server:
        old = server.workers
        with ThreadPoolExecutor(4) as clients:
            assert set(clients.map(lambda _: server.post()[0], range(200))) == {200}
        server.wait_until_gone(old)
        told = server.request("GET", "/metrics")[2].decode()
        assert 'timeline_requests_total{method="POST",route="/v1/timelines",status="200"} 200.0' in told
        assert 'timeline_build_info{version="1.0.0"} 1.0' in told
        counting = {path.stem.partition("_")[2] for path in figures.glob("counter_*.db")}
        assert not counting & {str(each) for each in old}


@pytest.mark.parametrize("environ", [{"PORT": "eighty"}, {"TIMELINE_MAX_WAITING": "0"}, {"TIMELINE_TYPO": "1"}])
def test_a_wrong_setting_is_told_and_nothing_started(environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn_conf", "service.wsgi:app"]
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env={**bare_environment(), **environ},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode != 0
    assert f"Not started: {next(iter(environ))}" in ran.stderr
    assert "Traceback" not in ran.stderr
