"""A line for each event that can stand alone."""
