"""What the campaign answered: events, the answers they fold into, and which question comes next."""
