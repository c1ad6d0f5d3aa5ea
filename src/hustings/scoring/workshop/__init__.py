"""What the votes of a room mean: agreement, outcome, disagreement, and the time that is left."""
