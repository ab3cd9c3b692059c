"""One server for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.running import Server, running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/server/" in item.nodeid or "tests/hostile/" in item.nodeid:
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running(timeline_body_seconds="5") as shared:
        yield shared
        assert shared.told("unforeseen error") == []
