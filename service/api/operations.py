"""For those who run the service: ``/livez``, ``/readyz``, ``/metrics``."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, jsonify, request

from service.api.logs import log, log_failure
from service.api.metrics import Metrics
from service.api.problems import Problem
from service.api.reading import Build
from service.article import Article
from service.version import VERSION

_WARMING = "Officials met in Vienna on Tuesday, two weeks after the first round of talks ended in early November 2024."


def operations(build: Build, metrics: Metrics) -> Blueprint:
    """The routes, for one application. The engine is warmed here, before the first request."""
    blueprint = Blueprint("operations", __name__)
    warm = _warm(build)

    @blueprint.get("/livez")
    def live() -> Response:
        return jsonify({"status": "live"})

    @blueprint.get("/readyz")
    def ready() -> Response:
        if not warm:
            raise Problem("not-ready", "The engine did not start. Its log says why.", headers={"Retry-After": "5"})
        return jsonify({"status": "ready", "version": VERSION})

    @blueprint.get("/metrics")
    def expose() -> Response:
        exposition, content_type = metrics.exposition(request.headers.get("Accept", ""))
        return Response(exposition, content_type=content_type)

    return blueprint


def _warm(build: Build) -> bool:
    """Read an article once, so that rules are compiled and models loaded. Whether that worked."""
    try:
        build(Article(_WARMING), "main", None)
    except Exception as error:  # noqa: BLE001 - whatever it is, the service lives and says that it is not ready
        log_failure(error)
        return False
    log("warm", logging.DEBUG)
    return True
