"""The interview on a terminal: full screen with questionary, or line by line."""
