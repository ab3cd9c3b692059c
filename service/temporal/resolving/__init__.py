"""What an expression means at its place in the story: a value, bounds, and where they come from."""
