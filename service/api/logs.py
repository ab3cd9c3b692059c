"""Logs: one JSON object a line, on standard output. Nothing that a client wrote gets in, the article least of all."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import g, has_request_context

_LOGGER = logging.getLogger("service")


class JsonLines(logging.Formatter):
    """A log record as a line of JSON; what the caller gave as ``extra={"fields": {...}}`` stands beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {"time": moment, "level": record.levelname, "logger": record.name}
        told["message"] = record.getMessage()
        told.update(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[1] is not None:
            told.update(_where(record.exc_info[1]))
        return json.dumps(told, default=str)


def configure(level: str) -> None:
    """Send this service's logs to standard output at ``level``. Calling it again changes the level only."""
    _LOGGER.setLevel(level)
    _LOGGER.propagate = False
    if not _LOGGER.handlers:
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(JsonLines())
        _LOGGER.addHandler(handler)


def log(message: str, level: int = logging.INFO, **fields: Any) -> None:
    """One line; ``fields`` stand beside the message."""
    _LOGGER.log(level, message, extra={"fields": fields})


def log_failure(error: Exception) -> None:
    """An error that nobody foresaw: its kind and place. Its message is left out, for it may quote the article."""
    request_id = getattr(g, "request_id", None) if has_request_context() else None
    log("unforeseen error", logging.ERROR, request_id=request_id, **_where(error))


def log_hang(thread: int) -> None:
    """A thread that has been at one article for too long: where it is now."""
    frame = sys._current_frames().get(thread)
    log("an article takes for ever", logging.ERROR, frames=_frames(traceback.extract_stack(frame)) if frame else [])


def _where(error: BaseException) -> dict[str, Any]:
    return {"error": type(error).__name__, "frames": _frames(traceback.extract_tb(error.__traceback__))}


def _frames(stack: traceback.StackSummary) -> list[str]:
    return [f"{each.filename}:{each.lineno} {each.name}" for each in stack[-8:]]
