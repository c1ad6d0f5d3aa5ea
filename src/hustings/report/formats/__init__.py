"""A report for other programs: Markdown, a spreadsheet, a word processor. No writer computes anything."""
