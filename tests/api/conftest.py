"""The application with a stand-in for the engine; its client checks every answer against the contract."""

from __future__ import annotations

import pytest
from flask import Flask

from service import create_app
from service.settings import Settings
from tests.api.stand_in import build
from tests.contract.checking import CheckedClient


@pytest.fixture(scope="session")
def app() -> Flask:
    made = create_app(Settings(max_body_bytes=20_000, max_line_bytes=2_000, max_article_characters=5_000), build)
    made.test_client_class = CheckedClient
    return made
