"""What the console of the facilitator shows, as plain values."""
