"""Settings: frozen, read from the environment once, checked at start.

A wrong value is refused with a sentence that names the variable, what it holds and what it may hold.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

PREFIX = "TIMELINE_"
# Kubernetes sets these in every container of a namespace that has a service called "timeline".
_SERVICE_LINK = re.compile(r"TIMELINE_(SERVICE_(HOST|PORT.*)|PORT(_.*)?)")
_ORIGIN = re.compile(r"\*|https?://[A-Za-z0-9.\-\[\]:]+")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class WrongSetting(ValueError):
    """A setting that the service will not start with; its message is for the operator."""


def _setting(name: str, default: Any, about: str, low: float | None = None, high: float | None = None) -> Any:
    return field(default=default, metadata={"name": name, "about": about, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an operator can choose. Sizes are bytes, times seconds."""

    host: str = _setting("HOST", "127.0.0.1", "address to listen on; 0.0.0.0 in a container")
    port: int = _setting("PORT", 8000, "port to listen on; 0 takes a free one", 0, 65_535)
    workers: int = _setting("WORKERS", 0, "worker processes; 0: one for each core the container really has", 0, 512)
    max_body_bytes: int = _setting(
        "TIMELINE_MAX_BODY_BYTES", 1_048_576, "largest body of one request", 1_000, 100_000_000
    )
    max_line_bytes: int = _setting("TIMELINE_MAX_LINE_BYTES", 1_048_576, "largest line of a batch", 1_000, 100_000_000)
    max_article_characters: int = _setting(
        "TIMELINE_MAX_ARTICLE_CHARACTERS", 200_000, "longest article, in code points", 100, 10_000_000
    )
    max_json_depth: int = _setting("TIMELINE_MAX_JSON_DEPTH", 16, "how deep JSON may be nested", 1, 500)
    max_json_members: int = _setting(
        "TIMELINE_MAX_JSON_MEMBERS", 200, "members and items in one JSON document", 10, 100_000
    )
    time_budget_seconds: float = _setting(
        "TIMELINE_TIME_BUDGET_SECONDS", 5.0, "time for one article, then 503", 0.01, 600
    )
    body_seconds: float = _setting(
        "TIMELINE_BODY_SECONDS", 20.0, "time in which a body (a batch: each line) must arrive, then 408", 0.1, 600
    )
    max_waiting: int = _setting(
        "TIMELINE_MAX_WAITING", 128, "requests that may wait for one worker; more are refused with 503", 1, 1_000
    )
    max_waiting_seconds: float = _setting(
        "TIMELINE_MAX_WAITING_SECONDS", 5.0, "how long a request may wait for its turn, then 503", 0.01, 600
    )
    keepalive_seconds: int = _setting(
        "TIMELINE_KEEPALIVE_SECONDS",
        75,
        "how long an idle connection is kept: longer than the balancer keeps it",
        1,
        3_600,
    )
    worker_requests: int = _setting(
        "TIMELINE_WORKER_REQUESTS", 50_000, "requests after which a worker is replaced; 0: never", 0, 100_000_000
    )
    hang_seconds: int = _setting(
        "TIMELINE_HANG_SECONDS", 30, "how long a worker may hang beyond the time budget, then it is replaced", 1, 3_600
    )
    stop_seconds: int = _setting("TIMELINE_STOP_SECONDS", 30, "time for requests under way when stopping", 1, 3_600)
    cors_origins: tuple[str, ...] = _setting(
        "TIMELINE_CORS_ORIGINS", (), "origins whose pages may call the service, by commas; * for any"
    )
    log_level: str = _setting("TIMELINE_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The settings that ``environ`` (the process's own by default) holds. Raises ``WrongSetting``."""
        environ = os.environ if environ is None else environ
        _refuse_unknown(environ)
        known = {}
        for each in fields(cls):
            text = environ.get(each.metadata["name"], "").strip()
            if text:
                known[each.name] = _read(each.metadata, each.default, text)
        return cls(**known)


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    names = {each.metadata["name"] for each in fields(Settings)}
    for name in environ:
        if name.startswith(PREFIX) and name not in names and not _SERVICE_LINK.fullmatch(name):
            raise WrongSetting(f"{name} is not a setting of this service. Its settings are {', '.join(sorted(names))}.")


def _read(about: Mapping[str, Any], default: Any, text: str) -> Any:
    if isinstance(default, int | float):
        return _number(about, type(default), text)
    if isinstance(default, tuple):
        return _origins(about["name"], text)
    if about["name"] == "TIMELINE_LOG_LEVEL":
        if text.upper() not in _LEVELS:
            raise WrongSetting(f"{about['name']} is {text!r}, and must be one of {', '.join(_LEVELS)}.")
        return text.upper()
    return text


def _number(about: Mapping[str, Any], kind: type[int] | type[float], text: str) -> int | float:
    noun = "a whole number" if kind is int else "a number"
    wrong = WrongSetting(f"{about['name']} is {text!r}, and must be {noun} from {about['low']} to {about['high']}.")
    try:
        value = kind(text)
    except ValueError:
        raise wrong from None
    if not about["low"] <= value <= about["high"]:
        raise wrong
    return value


def _origins(name: str, text: str) -> tuple[str, ...]:
    origins = tuple(each.strip() for each in text.split(",") if each.strip())
    for each in origins:
        if not _ORIGIN.fullmatch(each):
            raise WrongSetting(f"{name} holds {each!r}, which is no origin. An origin looks like https://example.org.")
    return origins
