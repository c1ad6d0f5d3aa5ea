"""Texts of a pack, out to a translator and back in."""
