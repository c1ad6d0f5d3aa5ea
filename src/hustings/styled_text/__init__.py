"""Styled text for a terminal: rows of text with roles, the palette that gives roles their colours, bars and signs.

The interview draws its pages from rows, and the verbs print them. Nothing here reads or writes: a row says what a text
is for (`palette.Role`), and the palette what that looks like on this terminal.
"""
