"""The case that a verb works on: its file, its assessments, and the pack that it was answered with."""
