"""The application put together: every route, and what surrounds it."""

from __future__ import annotations

from flask import Flask

from service.api import docs, languages, logs, middleware, operations, page, problems
from service.api.batch import batch
from service.api.metrics import Metrics
from service.api.reading import Build, Reader
from service.api.timelines import timelines
from service.settings import Settings


def assemble(settings: Settings, build: Build) -> Flask:
    """A Flask application that answers with what ``build`` makes of an article."""
    app = Flask("service", static_folder=None)
    app.url_map.strict_slashes = False
    app.json.ensure_ascii = app.json.sort_keys = False  # type: ignore[attr-defined]
    logs.configure(settings.log_level)
    metrics = Metrics()
    reader = Reader(build, settings, metrics)
    app.extensions[Reader.__name__] = reader  # for who watches over the process
    problems.register(app)
    middleware.register(app, settings, metrics)
    app.register_blueprint(timelines(settings, reader))
    app.register_blueprint(batch(settings, reader))
    app.register_blueprint(languages.blueprint)
    app.register_blueprint(operations.operations(build, metrics))
    app.register_blueprint(docs.docs())
    app.register_blueprint(page.create_blueprint())
    return app
