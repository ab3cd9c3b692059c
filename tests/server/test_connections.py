"""Connections to a real gunicorn: batches, limits, slow and vanishing clients, many at once."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from tests.server.clients import GOOD, chunk, open_batch, read_until
from tests.server.running import LONG, PATIENCE, Server, running


def test_a_batch_is_answered_while_it_is_sent(server: Server) -> None:
    with open_batch(server) as client:
        for _ in range(3):
            client.sendall(chunk(GOOD + b"\n"))
            assert b'"status":200' in read_until(client, b"}}\n")
        client.sendall(b"0\r\n\r\n")
        assert read_until(client, b"0\r\n\r\n").endswith(b"0\r\n\r\n")


def test_open_batches_leave_room_for_others() -> None:
    batch = ("POST", "/v1/timelines/batch", GOOD, {"Content-Type": "application/x-ndjson"})
    with running(workers="1", timeline_max_waiting="4") as server, open_batch(server) as first, open_batch(server):
        status, headers, body = server.request(*batch)
        assert (status, headers["Retry-After"]) == (503, "10")
        assert json.loads(body)["type"] == "/docs/problems#overloaded"
        assert server.post()[0] == 200
        first.sendall(b"0\r\n\r\n")
        assert read_until(first, b"0\r\n\r\n").endswith(b"0\r\n\r\n")
        assert 200 in (server.request(*batch)[0] for _ in range(200))  # its place is free once the server closed it


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
