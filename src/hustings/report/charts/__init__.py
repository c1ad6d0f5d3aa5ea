"""Where the marks of the charts go."""
