"""The positions of the marks of charts."""
