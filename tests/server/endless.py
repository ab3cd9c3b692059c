"""The service with an engine that never comes back from certain articles, and never looks at the clock there."""

from __future__ import annotations

import re

from service import create_app
from service.article import Article, Budget, Detail
from service.timeline.build import build_timeline
from service.timeline.model import Timeline
from tests.server.clients import ENDLESS, STUCK


def build(article: Article, detail: Detail, budget: Budget | None) -> Timeline:
    """What the engine builds, but for ``ENDLESS`` and ``STUCK``."""
    if article.text == STUCK:
        re.match(r"(a+)+$", article.text)
    while article.text == ENDLESS:
        pass
    return build_timeline(article, detail, budget)


app = create_app(build=build)
