"""Article text in, chronological event timeline out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from service.api.reading import Build
    from service.settings import Settings


def create_app(settings: Settings | None = None, build: Build | None = None) -> Flask:
    """The Flask application. ``settings`` come from the environment, and ``build`` is the engine, unless given.

    Imports are made here, not above, so that the engine can be used as a library without Flask.
    """
    from service.api.application import assemble
    from service.settings import Settings
    from service.timeline.build import build_timeline

    return assemble(settings or Settings.from_environment(), build or build_timeline)
