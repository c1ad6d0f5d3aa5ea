"""Sums over the items of an area, as SQL: by columns of items, or looked up by answers."""
