"""Shapes of authored files to the records of a pack; what cannot be resolved becomes a problem."""
