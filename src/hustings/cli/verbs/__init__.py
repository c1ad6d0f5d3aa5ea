"""The verbs: one module for each, loaded only to be run."""
