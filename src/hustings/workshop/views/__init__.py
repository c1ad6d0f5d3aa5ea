"""What each page of a workshop shows, as plain values."""
