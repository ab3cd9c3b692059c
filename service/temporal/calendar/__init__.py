"""Arithmetic of the calendar, and how its periods are written in TIMEX3: nothing of any text."""
