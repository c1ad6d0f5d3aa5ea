"""Findings and open points, as SQL (method.md 1.2 and 1.8)."""
