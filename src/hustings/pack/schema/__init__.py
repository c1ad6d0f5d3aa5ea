"""The shapes of authored files: what pydantic checks and the JSON Schemas are made from."""
