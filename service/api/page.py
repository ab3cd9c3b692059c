"""The page at ``/`` and its static files: read once, at start, and served from memory with an entity tag.

Names are looked up among the files that were read, so no path of a request reaches the file system. Nothing here is
fingerprinted: a browser asks again each time and is told 304, so that two releases side by side never mix.
"""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, abort, request

STATIC = Path(__file__).resolve().parent.parent / "static"
INDEX = "index.html"

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file: its bytes, its media type, and a strong entity tag over the bytes."""

    body: bytes
    media_type: str
    etag: str


def read_assets(folder: Path = STATIC) -> dict[str, Asset]:
    """Every file below ``folder`` by its path there, with forward slashes. The documentation serves its own."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and folder / "docs" not in path.parents)
    return {path.relative_to(folder).as_posix(): _read(path) for path in files}


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    media_type = _MEDIA_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(body, media_type, hashlib.sha256(body).hexdigest()[:32])


def create_blueprint(assets: dict[str, Asset] | None = None) -> Blueprint:
    """The blueprint that serves ``/`` and ``/static/…``; ``assets`` are the project's own unless given."""
    files = read_assets() if assets is None else assets
    blueprint = Blueprint("page", __name__)

    @blueprint.get("/")
    def index() -> Response:
        return _answer(files[INDEX])

    @blueprint.get("/static/<path:name>")
    def static_file(name: str) -> Response:
        if name not in files or name == INDEX:
            abort(404)
        return _answer(files[name])

    return blueprint


def _answer(asset: Asset) -> Response:
    response = Response(asset.body, content_type=asset.media_type)
    response.set_etag(asset.etag)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.make_conditional(request)
    return response
