"""The result as JSON, with a published schema."""
