"""How gunicorn runs the service: ``gunicorn -c python:service.gunicorn_conf service.wsgi:app``.

One process for each core, for reading is computation; threads in it so that a slow client, a batch or a probe does not
hold up the rest. The application is loaded before the fork: workers start warm and share its memory.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import sys
import tempfile
from typing import Any

from service.collector import settle
from service.cores import usable_cores
from service.settings import Settings, WrongSetting

_HEADROOM = 16  # threads beyond those that wait for the engine: probes, refusals, bodies still arriving
_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a memory file system: heartbeats need no disk

try:
    _settings = Settings.from_environment()
except WrongSetting as wrong:
    sys.exit(f"Not started: {wrong}")

# Before anything imports prometheus_client, which looks for it then. Kept over a SIGHUP, which reads this file again.
if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="timeline-metrics-", dir=_MEMORY)
_metrics_directory = os.environ["PROMETHEUS_MULTIPROC_DIR"]

_address = f"[{_settings.host}]" if ":" in _settings.host else _settings.host
bind = f"{_address}:{_settings.port}"
workers = _settings.workers or usable_cores()
worker_class = "service.gunicorn_worker.TimelineWorker"
threads = _settings.max_waiting + _HEADROOM
worker_connections = 1_000
backlog = 512
keepalive = _settings.keepalive_seconds
preload_app = True
timeout = _settings.hang_seconds
graceful_timeout = _settings.stop_seconds
max_requests = _settings.worker_requests
max_requests_jitter = _settings.worker_requests // 10
worker_tmp_dir = _MEMORY
control_socket_disable = True
limit_request_line = 8_190
limit_request_fields = 64
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "service.api.logs.JsonLines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}},
    "root": {"level": _settings.log_level, "handlers": ["out"]},
    "loggers": {
        # Not DEBUG: gunicorn writes there what a client asked for, query and all.
        "gunicorn.error": {
            "level": "INFO" if _settings.log_level == "DEBUG" else _settings.log_level,
            "handlers": ["out"],
            "propagate": False,
        },
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
    },
}


def when_ready(server: Any) -> None:
    """Before the first fork.

    A client that is silent in the middle of its header is given up: accepted sockets inherit the option. And the
    garbage collector is kept off what was made at start.
    """
    patience = struct.pack("ll", int(_settings.body_seconds) or 1, 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, patience)
    settle()


def child_exit(server: Any, worker: Any) -> None:
    """Forget what a dead worker had under way; what it counted stays counted."""
    from service.api.metric_files import bury

    try:
        bury(_metrics_directory, worker.pid)
    except Exception:  # figures are not worth the master's life
        server.log.exception("The figures of worker %s are left where they are", worker.pid)


def on_exit(server: Any) -> None:
    """Leave nothing behind."""
    shutil.rmtree(_metrics_directory, ignore_errors=True)
