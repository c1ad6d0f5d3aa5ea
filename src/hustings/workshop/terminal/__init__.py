"""A workshop led from a terminal, line by line."""
