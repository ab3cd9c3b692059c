"""Who reads next: one article at a time in a worker process, in the order of arrival.

Reading is pure computation under one interpreter lock: side by side, every article would only be late. A request that
finds too many before it is refused at once: a client that comes back later is better off than one that waits for ever.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident
from time import monotonic
from typing import NamedTuple


class OverloadedError(Exception):
    """Too many are waiting, or the wait was too long."""


class Turn(NamedTuple):
    """Whose turn it is: since when (monotonic seconds), and in which thread."""

    begun: float
    thread: int


class Gate:
    """A lock that is fair, and that refuses the ``most_waiting``-th to wait. ``current`` is who holds it."""

    def __init__(self, most_waiting: int, seconds: float) -> None:
        self._most_waiting = most_waiting
        self._seconds = seconds
        self._mutex = Lock()
        self._busy = False
        self._queue: deque[Lock] = deque()
        self.current: Turn | None = None

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._queue)

    @contextmanager
    def turn(self, patient: bool = False) -> Iterator[None]:
        """Hold the gate. ``patient``: wait however long it takes, which suits a line of a batch.

        Raises ``OverloadedError``.
        """
        self._enter(patient)
        self.current = Turn(monotonic(), get_ident())
        try:
            yield
        finally:
            self.current = None
            self._leave()

    def _enter(self, patient: bool) -> None:
        with self._mutex:
            if not self._busy:
                self._busy = True
                return
            if not patient and len(self._queue) >= self._most_waiting:
                raise OverloadedError
            mine = Lock()
            mine.acquire()
            self._queue.append(mine)
        if not mine.acquire(timeout=-1 if patient else self._seconds):
            with self._mutex:
                if mine in self._queue:
                    self._queue.remove(mine)
                    raise OverloadedError
            # The turn came between the time-out and the look: it is ours.

    def _leave(self) -> None:
        with self._mutex:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._busy = False
