"""The one-minute page."""
