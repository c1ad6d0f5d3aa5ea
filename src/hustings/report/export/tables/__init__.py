"""The plan and a workshop's counts as CSV and XLSX."""
