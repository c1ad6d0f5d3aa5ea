"""Answers that were given with another version of the pack."""
