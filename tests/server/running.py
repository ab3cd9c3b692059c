"""A real gunicorn on loopback, as ``make run`` starts it, with its log read and its workers known."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
LONG = os.environ.get("TIMELINE_TEST_LENGTH") == "long"
PATIENCE = 60  # seconds: how long a test waits for what must come; no test asserts how long it took
# On a starved machine the service would rightly give up; what is tested with it is something else.
PATIENT = {"TIMELINE_TIME_BUDGET_SECONDS": "600", "TIMELINE_MAX_WAITING_SECONDS": "600"}
ARTICLE = (
    "The harbour was closed on Friday after a storm that began two days earlier. It is to open again next week, the "
    "council said. In May 2019 a similar storm had sunk eleven boats. Fishermen have asked for a wall since then."
)


def bare_environment() -> dict[str, str]:
    """The environment without what a service, or these tests, would take for a setting."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("TIMELINE_", "PROMETHEUS_"))}


class Server:
    """A running service. ``lines`` is its log so far, each a line of JSON or, from others, plain text."""

    def __init__(self, environ: dict[str, str], app: str, folder: Path, user: int | None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn_conf", app],
            cwd=folder,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            env={**bare_environment(), "HOST": "127.0.0.1", "PORT": "0", "WORKERS": "2", **PATIENT, **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.pid = self._process.pid
        self.lines: list[dict[str, Any]] = []
        self._news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        try:
            listening = self.wait_for("Listening at")
            self.port = int(listening["message"].split(" (")[0].rpartition(":")[2])
            self.wait_for("Booting worker", int(environ.get("WORKERS", "2")))
            assert self.request("GET", "/readyz")[0] == 200
        except BaseException:
            self.stop()
            raise

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                told = json.loads(line)
            except ValueError:
                told = {"message": line.rstrip(), "level": "PLAIN"}
            with self._news:
                self.lines.append(told)
                self._news.notify_all()
        with self._news:
            self._news.notify_all()

    def told(self, words: str) -> list[dict[str, Any]]:
        """The log lines whose message holds ``words``."""
        with self._news:
            return [each for each in self.lines if words in str(each.get("message"))]

    def wait_for(self, words: str, times: int = 1) -> dict[str, Any]:
        """Wait until ``words`` stand in the log ``times`` times; the last line that holds them."""

        def there() -> bool:
            return sum(words in str(each.get("message")) for each in self.lines) >= times

        with self._news:
            assert self._news.wait_for(there, PATIENCE), f"{words!r} never came; the log: {self.lines[-20:]}"
        return self.told(words)[times - 1]

    @property
    def workers(self) -> set[int]:
        """The processes that answer now."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return {int(each) for each in children}

    def wait_until_gone(self, processes: set[int]) -> None:
        """Wait until none of ``processes`` is a worker any more."""
        deadline = time.monotonic() + PATIENCE
        while processes & self.workers:
            assert time.monotonic() < deadline, "old workers stay"
            time.sleep(0.05)

    def resident_kilobytes(self) -> int:
        """Memory of all workers, shared pages counted once for each of them."""
        total = 0
        for each in self.workers:
            status = Path(f"/proc/{each}/status").read_text()
            total += int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
        return total

    def connection(self) -> http.client.HTTPConnection:
        """A new connection."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one request on a connection of its own."""
        connection = self.connection()
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def post(self, **members: Any) -> tuple[int, dict[str, str], bytes]:
        """One article."""
        body = json.dumps({"text": ARTICLE, "published_at": "2025-03-23", **members}).encode()
        return self.request("POST", "/v1/timelines", body, {"Content-Type": "application/json"})

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the master."""
        os.kill(self.pid, number)

    def wait(self) -> int:
        """Wait for the end; the exit status."""
        return self._process.wait(PATIENCE)

    def stop(self) -> None:
        """End it, and be sure that nothing unforeseen was logged."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(PATIENCE)


@contextmanager
def running(
    app: str = "service.wsgi:app", *, folder: Path = ROOT, user: int | None = None, **environ: str
) -> Iterator[Server]:
    """A service of its own for one test: ``app`` from ``folder``, as ``user`` where that is another."""
    server = Server({name.upper(): value for name, value in environ.items()}, app, folder, user)
    try:
        yield server
    finally:
        server.stop()
