"""The words and tags that several of the cases look at."""

from __future__ import annotations

from typing import Final

from service.events.words.verbs import COGNITION, REPORTING
from service.text.tagset import NOUN

DAYS: Final = frozenset("today tonight yesterday tomorrow".split())
OPENS_OBJECT: Final = frozenset("DT PRP$ NNS NNPS".split())
# What a passive takes all the same: "named the winner", "given a prize", "aged 50", "based in Oslo".
WITH_COMPLEMENT: Final = frozenset(
    """named given called elected appointed awarded paid offered told sold shown made dubbed aged based considered voted
    crowned declared ordained deemed granted denied sent taught left dressed dated headed owned charged judged rated
    ranked known seen compared provided""".split()
)
WHEN: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last next this that previous
    same following day week month year earlier later""".split()
)
SAME_IN_BOTH: Final = frozenset("held found built bought brought sold won lost left met".split())
NOMINATIVE: Final = frozenset("i he she it we they who which that".split())
SUBJECT: Final = 12  # tokens of a subject
AHEAD: Final = 80  # tokens, among which the subject would have got its verb
ONLY_WITH_COMPLEMENT: Final = WITH_COMPLEMENT - SAME_IN_BOTH
# Tags of the words that may stand …
IN_SUBJECT: Final = NOUN | {"IN", "DT", "JJ", "CD"}
TELLING: Final = REPORTING | COGNITION
ASIDE: Final = 24  # tokens that may stand between two commas
