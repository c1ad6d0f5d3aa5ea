"""Two assessments of one campaign: what changed between them, and why."""
