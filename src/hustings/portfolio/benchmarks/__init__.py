"""Benchmarks that can be passed on, and the record of what was published."""
