"""Worksheets, their fields when they come back filled in, and the facilitator's guide."""
