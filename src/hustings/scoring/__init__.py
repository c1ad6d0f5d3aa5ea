"""What the answers mean. Pure and exact: no clock, no files, no floats (method.md part 1, as ruled in 1.5)."""
