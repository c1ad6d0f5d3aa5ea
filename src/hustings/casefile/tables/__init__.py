"""The tables of a case file, and their rows as records."""
