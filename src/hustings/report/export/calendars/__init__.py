"""The plan and its reminders for calendar programs."""
