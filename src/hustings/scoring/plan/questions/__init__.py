"""What is not known: open points, what depends on each, and what to ask first."""
