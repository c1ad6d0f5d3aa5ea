"""`hustings workshop` and its parts, and what belongs to its paper."""
