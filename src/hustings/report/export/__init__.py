"""The result for machines: JSON with a published schema."""
