"""The agenda of a workshop, and the facts that decide which questions are on it."""
