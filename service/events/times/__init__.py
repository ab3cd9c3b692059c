"""When each event was: the tightest interval that the text supports, and no tighter."""
