"""The records of a workshop: its log, its counts, and the state that they fold into."""
