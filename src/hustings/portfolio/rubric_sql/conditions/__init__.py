"""Which questions apply, and how conditions turn out, as SQL (method.md 1.5)."""
