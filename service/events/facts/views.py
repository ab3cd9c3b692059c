"""What stands over a clause or a noun, and changes what it says by itself: a plan, a wish, a denial."""

from __future__ import annotations

from typing import Final

from service.events.facts.governors import Effect
from service.events.model import Certainty, Status
from service.record import record


@record
class View:
    """What stands over a clause: ``status`` replaces that of the verb's form, ``negative`` turns its polarity."""

    status: Status | None = None
    negative: bool = False
    certainty: Certainty = "certain"
    denier: str | None = None
    source: str | None = None


PLAIN: Final = View()
_BY_EFFECT: Final[dict[Effect, View]] = {
    "plan": View("scheduled", False, "probable"),
    "wish": View("hypothetical", False, "possible"),
    "negate": View("occurred", True, "certain"),
    "claim": View("occurred", False, "possible"),
    "believe": View(None, False, "probable"),
    "deny": View("denied", False, "possible"),
}


def by_effect(effect: Effect) -> View:
    """What a noun or a modifier says of what it governs."""
    return _BY_EFFECT.get(effect, PLAIN)
