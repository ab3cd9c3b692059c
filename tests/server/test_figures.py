"""What a real gunicorn tells of itself: metrics over the workers, memory, logs."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.server.running import ARTICLE, LONG, PATIENCE, Server, running


def test_metrics_are_added_up_over_the_workers() -> None:
    with running(workers="2") as server:
        with ThreadPoolExecutor(8) as clients:
            assert set(clients.map(lambda _: server.post()[0], range(40))) == {200}
        told = server.request("GET", "/metrics")[2].decode()
        assert 'timeline_requests_total{method="POST",route="/v1/timelines",status="200"} 40.0' in told
        assert f"timeline_characters_total {40 * len(ARTICLE)}.0" in told


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
