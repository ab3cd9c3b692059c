"""The server under attack is the one of ``tests/server``."""

from tests.server.conftest import server

__all__ = ["server"]
