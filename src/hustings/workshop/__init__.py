"""A room of people, one agreed set of answers: facilitator, projector and phones, or a terminal alone (method.md 2)."""
