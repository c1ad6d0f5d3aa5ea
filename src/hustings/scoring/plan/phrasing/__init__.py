"""The plan in words: its steps, its sentences, and its lines in a terminal. Every face uses these."""
