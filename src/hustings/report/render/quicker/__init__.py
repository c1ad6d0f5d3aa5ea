"""Pages read and printed with less work, to the same tree and the same bytes."""
