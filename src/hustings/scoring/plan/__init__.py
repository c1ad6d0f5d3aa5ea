"""What to do and what to find out, in which order, and by when."""
