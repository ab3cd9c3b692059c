"""Groups of tags that many look at together, by their names in the Penn Treebank, and verbs whose tag is in doubt."""

from __future__ import annotations

from typing import Final

FINITE: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})  # verbs that carry a tense, or a modal
NOUN: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
ADVERB: Final = frozenset({"RB", "RBR", "RBS"})
# Verbs whose past tense is spelt as their present.
INVARIANT: Final = frozenset(
    """beat bet broadcast burst cast cost cut forecast hit hurt let put quit rid set shed shut split spread
    upset""".split()
)
