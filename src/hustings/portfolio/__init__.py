"""Many campaigns at once: their assessments as a table, and the rubric as one SQL query over it."""
