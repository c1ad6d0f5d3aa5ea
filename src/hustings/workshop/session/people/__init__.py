"""Who is in a workshop: its roster, who is present, and who gets a seat."""
