"""What a report carries so that others can check it, and the check itself: assessment, pack, and how it was printed."""
