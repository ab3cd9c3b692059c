"""The garbage collector, kept off what was made at start."""

from __future__ import annotations

import gc

_YOUNG_OBJECTS = 50_000  # more than an article is read into: then the collector comes between two articles


def settle() -> None:
    """Once, when all has been loaded and before the first article.

    Nothing there is garbage; to go through it takes tens of milliseconds in the middle of a request, and pages that the
    collector touches are shared no longer by processes that were forked. Nor need it go through what one article is
    read into several times while that is read: hardly any of it is garbage yet, and none in circles.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, 10, 10)
