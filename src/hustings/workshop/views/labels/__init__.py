"""The fixed texts of the pages, by the names that their scripts use."""
