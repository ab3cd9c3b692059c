"""Tags of the tagger put right where the words leave no choice."""
