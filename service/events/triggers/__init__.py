"""The words that name events."""
