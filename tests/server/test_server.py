"""The service as gunicorn runs it: signals, lost workers, slow and vanishing clients, many at once, flat memory."""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.server.endless import ENDLESS, STUCK
from tests.server.running import ARTICLE, LONG, PATIENCE, ROOT, Server, running

PLAIN = {"Content-Type": "text/plain"}
GOOD = json.dumps({"text": ARTICLE, "published_at": "2025-03-23"}).encode()


class Load:
    """Clients that post one article after another until told to stop, each on a new connection."""

    def __init__(self, server: Server, clients: int) -> None:
        self.statuses: Counter[int | str] = Counter()
        self._server, self._stop, self._mutex = server, threading.Event(), threading.Lock()
        self._some = threading.Semaphore(0)
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(clients)]
        for each in self._threads:
            each.start()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                outcome: int | str = self._server.post()[0]
            except (OSError, HTTPException) as error:
                outcome = type(error).__name__
            with self._mutex:
                self.statuses[outcome] += 1
            self._some.release()
            if outcome == "ConnectionRefusedError":
                return

    def wait(self, times: int) -> None:
        """Wait for so many more answers."""
        for _ in range(times):
            assert self._some.acquire(timeout=PATIENCE)

    def stop(self) -> Counter[int | str]:
        """Stop, and tell what came of it all."""
        self._stop.set()
        for each in self._threads:
            each.join(PATIENCE)
        return self.statuses


def open_batch(server: Server) -> socket.socket:
    """A connection on which a batch has begun: its first line is answered, its second not sent."""
    client = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    head = "POST /v1/timelines/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
    client.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk(GOOD + b"\n"))
    assert b'"status":200' in read_until(client, b"}}\n")
    return client


def chunk(part: bytes) -> bytes:
    return f"{len(part):x}\r\n".encode() + part + b"\r\n"


def read_until(client: socket.socket, mark: bytes) -> bytes:
    got = b""
    while mark not in got:
        part = client.recv(65_536)
        if not part:
            break
        got += part
    return got


def test_a_batch_is_answered_while_it_is_sent(server: Server) -> None:
    with open_batch(server) as client:
        for _ in range(3):
            client.sendall(chunk(GOOD + b"\n"))
            assert b'"status":200' in read_until(client, b"}}\n")
        client.sendall(b"0\r\n\r\n")
        assert read_until(client, b"0\r\n\r\n").endswith(b"0\r\n\r\n")


def test_a_batch_that_breaks_off_tells_so(server: Server) -> None:
    with open_batch(server) as client:
        client.sendall(b"zz\r\n")
        assert b'"status":400' in read_until(client, b"0\r\n\r\n")


def test_a_long_batch_takes_no_memory(server: Server) -> None:
    lines = 20_000 if LONG else 300
    before = server.resident_kilobytes()
    with open_batch(server) as client:
        sender = threading.Thread(target=lambda: [client.sendall(chunk(b"{\n" * 50)) for _ in range(lines)])
        sender.start()
        answered = 0
        while answered < 50 * lines:
            answered += client.recv(65_536).count(b'"status":400')
        sender.join()
        assert server.resident_kilobytes() - before < 8_000


def test_a_chunked_body_has_a_limit(server: Server) -> None:
    def parts() -> object:
        for _ in range(40):
            yield b"a" * 65_536

    connection = server.connection()
    connection.request("POST", "/v1/timelines", parts(), {"Content-Type": "text/plain"}, encode_chunked=True)  # type: ignore[arg-type]
    answer = connection.getresponse()
    assert (answer.status, json.load(answer)["type"]) == (413, "/docs/problems#body-too-large")


def test_a_stated_length_beyond_the_limit_is_refused_before_it_is_sent(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
        head = (
            b"POST /v1/timelines HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9999999999\r\n\r\n"
        )
        client.sendall(head)
        assert b" 413 " in read_until(client, b"\r\n")


def test_a_slow_body_is_given_up_and_others_do_not_wait_for_it(server: Server) -> None:
    head = b"POST /v1/timelines HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nThe"
    slow = [socket.create_connection(("127.0.0.1", server.port), PATIENCE) for _ in range(24)]
    for each in slow:
        each.sendall(head)
    assert [server.post()[0] for _ in range(10)] == [200] * 10
    for each in slow:
        assert b" 408 " in read_until(each, b"}\n")
        each.close()


def test_a_silent_header_is_given_up(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
        client.sendall(b"GET /livez HTTP/1.1\r\nHost")
        assert client.recv(100) == b""


def test_an_idle_connection_is_kept_as_long_as_was_set() -> None:
    with running(workers="1", timeline_keepalive_seconds="1") as server, closing(server.connection()) as idle:
        for _ in range(2):
            idle.request("GET", "/livez")
            assert idle.getresponse().read()
        assert idle.sock.recv(1) == b""  # the server ends it: one second is over


def test_clients_that_hang_up_harm_nobody(server: Server) -> None:
    workers = server.workers
    for cut in (0, 10, 60, 140, len(GOOD)):
        for abort in (False, True):
            client = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
            if abort:  # a reset instead of a goodbye
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            head = f"POST /v1/timelines HTTP/1.1\r\nHost: x\r\nContent-Length: {len(GOOD)}\r\n"
            client.sendall((head.encode() + b"Content-Type: application/json\r\n\r\n" + GOOD)[: cut + 40])
            client.close()
    with open_batch(server) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert server.post()[0] == 200
    assert server.workers == workers


def test_sixty_four_at_once_are_all_served(server: Server) -> None:
    with ThreadPoolExecutor(64) as clients:
        statuses = Counter(clients.map(lambda _: server.post()[0], range(2_000 if LONG else 192)))
    assert set(statuses) == {200}


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


def test_metrics_are_added_up_over_the_workers() -> None:
    with running(workers="2") as server:
        with ThreadPoolExecutor(8) as clients:
            assert set(clients.map(lambda _: server.post()[0], range(40))) == {200}
        told = server.request("GET", "/metrics")[2].decode()
        assert 'timeline_requests_total{method="POST",route="/v1/timelines",status="200"} 40.0' in told
        assert f"timeline_characters_total {40 * len(ARTICLE)}.0" in told


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


def test_memory_is_flat() -> None:
    requests = 100_000 if LONG else 600
    with running(workers="2", timeline_worker_requests="0") as server, ThreadPoolExecutor(8) as clients:

        def some(times: int) -> None:
            assert set(clients.map(lambda _: server.post()[0], range(times))) == {200}

        some(400)
        before = server.resident_kilobytes()
        for done in range(requests // 20, requests + 1, requests // 20):
            some(requests // 20)
            print(f"resident memory of 2 workers: {before} kB, after {done} requests {server.resident_kilobytes()} kB")
        assert server.resident_kilobytes() - before < 12_000


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
        command, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert ran.returncode != 0
    assert f"Not started: {next(iter(environ))}" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_log_is_json_line_by_line(server: Server) -> None:
    assert server.post()[0] == 200
    assert [each for each in server.lines if each["level"] == "PLAIN"] == []


def test_articles_are_never_logged() -> None:
    secret = "Zanzibar"
    ways: list[Callable[[Server], object]] = [
        lambda server: server.post(text=f"Friday in {secret}", title=secret),
        lambda server: server.request("GET", f"/{secret}?{secret}"),
        lambda server: server.request(
            "POST", f"/v1/timelines?title={secret}", secret.encode(), {"Content-Type": "text/plain"}
        ),
        lambda server: server.request(secret.upper(), "/v1/timelines"),
    ]
    broken = [
        f"GET /?title={secret} HTTP/9.9\r\n\r\n",
        f"POST /v1/timelines?title={secret} HTTP/1.1\r\nA{secret} B: {secret}\r\n\r\n",
        f"POST /v1/timelines HTTP/1.1\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n{secret}\r\n",
    ]
    with running(workers="1", timeline_log_level="DEBUG") as server:
        for each in ways:
            each(server)
        for request in broken:
            with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
                client.sendall(request.encode())
                assert b" 400 " in client.makefile("rb").readline()
        server.stop()
        assert secret.lower() not in json.dumps(server.lines).lower()
