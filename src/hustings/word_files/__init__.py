"""DOCX files: a page with real styles, lists, tables and pictures, and the same bytes for the same content."""
