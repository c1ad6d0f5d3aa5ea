"""What people send and write in a workshop: read from its payload, cleaned, of limited length, and stored."""
