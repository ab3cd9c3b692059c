"""The running service that the generated clients are used against."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from werkzeug.serving import make_server

from service import create_app


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The service on a free port of loopback."""
    server = make_server("127.0.0.1", 0, create_app(), threaded=True)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
