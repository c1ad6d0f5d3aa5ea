"""Texts of the kit as DOCX files."""
