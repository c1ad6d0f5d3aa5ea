"""Who answered what, when, and what waits for whom."""
