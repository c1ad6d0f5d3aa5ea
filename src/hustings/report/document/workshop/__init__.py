"""The chapters about a workshop: where people differed, and what was decided."""
