"""The chapters about a workshop: where people disagreed, and what was decided."""
