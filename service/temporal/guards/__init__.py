"""Whether words that look like a time tell one where they stand."""
