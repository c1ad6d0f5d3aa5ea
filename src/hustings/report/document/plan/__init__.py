"""The chapter on the plan."""
