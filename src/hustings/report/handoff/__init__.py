"""What a report carries so that others can check it: the assessment, the pack, and how it was printed."""
