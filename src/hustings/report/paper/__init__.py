"""Paper to fill in, and what comes back: worksheets, their fields, and the guide of the facilitator."""
