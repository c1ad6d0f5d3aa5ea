"""YAML as an author typed it: text to data with places, and a way to go on after a mistake."""
