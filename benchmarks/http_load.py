"""The service over HTTP: requests a second, and how long they take, at 1, 8 and 64 connections.

``python -m benchmarks.http_load [--seconds 5] [--workers 2] [--url http://127.0.0.1:8000]``. Without ``--url`` it
starts a gunicorn of its own. The clients share the machine with the service: the figures are a lower bound.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

from tests.server.running import running

ARTICLE = (
    "The harbour of Port Ellery was closed on Friday after a storm that began two days earlier. It is to open again "
    "next week, the council said on Saturday. In May 2019 a similar storm had sunk eleven boats. Fishermen have asked "
    "for a wall since then. A report of 2021 put its cost at four million. The minister visited the town last month "
    "and promised an answer before the end of the year.\n\n"
)
BODY = json.dumps({"text": ARTICLE * 5, "published_at": "2025-03-23"}).encode()


async def client(host: str, port: int, until: float, took: list[float], refused: list[int]) -> None:
    """Post the same article again and again on one connection."""
    head = f"POST /v1/timelines HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(BODY)}\r\n"
    request = head.encode() + b"Content-Type: application/json\r\n\r\n" + BODY
    reader, writer = await asyncio.open_connection(host, port)
    while time.perf_counter() < until:
        begin = time.perf_counter()
        writer.write(request)
        answer = await reader.readuntil(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in answer.decode("latin-1").strip().split("\r\n")[1:])
        await reader.readexactly(int(fields["Content-Length"]))
        took.append(time.perf_counter() - begin)
        if not answer.startswith(b"HTTP/1.1 200 "):
            refused.append(int(answer.split()[1]))
        if fields.get("Connection") == "close":
            writer.close()
            reader, writer = await asyncio.open_connection(host, port)
    writer.close()


async def measure(host: str, port: int, connections: int, seconds: float) -> str:
    """One row of the table."""
    took: list[float] = []
    refused: list[int] = []
    begin = time.perf_counter()
    until = begin + seconds
    await asyncio.gather(*(client(host, port, until, took, refused) for _ in range(connections)))
    passed = time.perf_counter() - begin
    took.sort()
    middle, last = took[len(took) // 2], took[min(len(took) - 1, len(took) * 99 // 100)]
    return f"{connections:11} {len(took) / passed:10.0f} {middle * 1e3:9.1f} {last * 1e3:9.1f} {len(refused):8}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    with ExitStack() as stack:
        if chosen.url:
            host, port = urlsplit(chosen.url).hostname or "127.0.0.1", urlsplit(chosen.url).port or 80
        else:
            server = stack.enter_context(running(workers=str(chosen.workers)))
            host, port = "127.0.0.1", server.port
        print(f"an article of {len(ARTICLE) * 5} characters, {chosen.workers} workers")
        print("connections requests/s    p50 ms    p99 ms  refused")
        asyncio.run(measure(host, port, 8, 1))  # warm
        for connections in (1, 8, 64):
            print(asyncio.run(measure(host, port, connections, chosen.seconds)))


if __name__ == "__main__":
    main()
