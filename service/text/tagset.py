"""Groups of tags that many look at together, by their names in the Penn Treebank."""

from __future__ import annotations

from typing import Final

FINITE: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})  # verbs that carry a tense, or a modal
NOUN: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
ADVERB: Final = frozenset({"RB", "RBR", "RBS"})
