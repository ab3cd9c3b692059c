"""Clients for the tests of the server: a steady load, and a batch that is sent by hand."""

from __future__ import annotations

import json
import socket
import threading
from collections import Counter
from http.client import HTTPException

from tests.server.running import ARTICLE, PATIENCE, Server

GOOD = json.dumps({"text": ARTICLE, "published_at": "2025-03-23"}).encode()
# What the engine of ``endless.py`` never comes back from.
ENDLESS = "Once upon a time."
STUCK = "a" * 60 + "b"  # what a careless pattern takes for ever over, and lets no other thread run meanwhile


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
