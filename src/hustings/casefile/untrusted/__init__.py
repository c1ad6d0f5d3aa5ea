"""What is checked before a stranger's case file is read."""
