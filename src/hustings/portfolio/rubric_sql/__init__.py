"""The rubric of a pack as one SQL query: every formula of method.md 1.2 to 1.6, for all rows of a table at once."""
