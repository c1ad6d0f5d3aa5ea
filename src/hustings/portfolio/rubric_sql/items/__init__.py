"""What the answer of an item is worth, as SQL (method.md 1.2 and 1.5)."""
