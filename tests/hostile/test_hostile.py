"""Thousands of malformed requests against a real server: each gets an answer, none a 500, and no worker is lost."""

from __future__ import annotations

import json
import re
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.hostile.bodies import MAKERS, requests
from tests.server.running import LONG, PATIENCE, Server

COUNT = 12_000 if LONG else 600
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
EXPECTED = {200, 400, 404, 405, 406, 408, 413, 414, 415, 417, 422, 431, 501, 505}


def throw(server: Server, request: bytes) -> int:
    """The status of the answer to ``request``, after which our side says goodbye; 0 where there was none."""
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
        try:
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # refused before it was all sent: what was answered can still be read
        answer = b""
        try:
            while part := client.recv(65_536):
                answer += part
        except OSError:
            pass
    assert b"Traceback" not in answer
    assert b"<html>" not in answer or b" 200 OK" in answer
    found = STATUS.match(answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n"))
    return int(found.group(1)) if found else 0


def test_what_is_not_http_gets_a_problem_document_too(server: Server) -> None:
    for request, status in (
        (b"POST /v1/timelines HTTP/9.9\r\n\r\n", 400),
        (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nA: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: braille\r\n\r\n", 501),
    ):
        with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
            client.sendall(request)
            head, _, body = client.makefile("rb").read().partition(b"\r\n\r\n")
        assert f" {status} ".encode() in head
        assert b"Content-Type: application/problem+json" in head
        assert json.loads(body)["status"] == status


def test_malformed_requests_harm_nothing(server: Server) -> None:
    workers = server.workers
    came_back: Counter[tuple[str, int]] = Counter()
    with ThreadPoolExecutor(8) as clients:
        thrown = list(requests(COUNT, seed=2025))
        for (kind, _), status in zip(thrown, clients.map(lambda each: throw(server, each[1]), thrown), strict=True):
            came_back[kind, status] += 1
    for (kind, status), count in sorted(came_back.items()):
        print(f"{kind:14} {status} {count}")
    assert {status for _, status in came_back} <= EXPECTED | {0}
    assert {kind for kind, status in came_back if status == 0} <= {"bad_head", "bad_chunks", "wrong_length"}
    assert len({kind for kind, _ in came_back}) == len(MAKERS)
    assert server.workers == workers
    assert server.told("unforeseen error") == []
    assert server.post()[0] == 200
