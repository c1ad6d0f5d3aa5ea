"""Themes: where they are found, what they may hold, and the program that renders a stranger's."""
