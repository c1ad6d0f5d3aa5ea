"""The report of a portfolio: its figures in words, tables and charts."""
