"""Where each number comes from, line by line."""
