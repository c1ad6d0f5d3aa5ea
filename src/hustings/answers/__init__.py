"""What the campaign said: events, the answers they fold into, and which question comes next."""
