"""What the projector shows, as plain values."""
