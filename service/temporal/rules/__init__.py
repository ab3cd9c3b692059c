"""The rules of a language, compiled once at start, and the meanings that they give to words."""
