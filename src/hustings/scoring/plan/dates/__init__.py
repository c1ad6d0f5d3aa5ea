"""When: the calendar of the campaign, the hours of its team, and the dates of steps."""
