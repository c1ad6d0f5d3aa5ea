"""Which actions to choose: the exact search for the set that reaches a target with the fewest hours."""
