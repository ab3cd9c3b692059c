"""A request's body that can be read as it arrives.

Gunicorn's own waits for 1,024 bytes at a time: a client that sends a line and waits for its answer would wait for ever.
"""

from __future__ import annotations

from gunicorn.http.body import Body, ChunkedReader


class PromptBody(Body):  # type: ignore[misc]
    """Gunicorn's body with ``read1``: what has arrived, and one wait at most."""

    def read1(self, size: int) -> bytes:
        """From 1 to ``size`` bytes; none at the end."""
        if held := self.buf.tell():
            return bytes(self.read(min(size, held)))
        first = bytes(self._read_reader(1))
        held = min(self._held(), size - 1)
        return first + self._read_reader(held) if first and held else first

    def _held(self) -> int:
        """Bytes that were received and not yet asked for."""
        reader = self.reader
        buffer = reader.buf if isinstance(reader, ChunkedReader) else reader.unreader.buf
        return int(buffer.tell())
