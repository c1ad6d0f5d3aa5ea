"""Which gates fail and which caps follow, as SQL (method.md 1.2 and 1.5)."""
