"""What a workshop leaves behind: its log, its counts, and the state that they fold into."""
