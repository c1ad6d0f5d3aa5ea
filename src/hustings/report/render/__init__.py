"""A document and a theme to HTML and PDF."""
