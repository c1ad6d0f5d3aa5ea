"""Several cases at once: a program for each core, each report with its own errors."""
