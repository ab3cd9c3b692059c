"""How the article stands to each event: that it happened, may, will, did not; who says so, who denies it."""
