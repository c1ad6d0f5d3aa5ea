"""A result to ready sentences and figures: one module for each chapter."""
