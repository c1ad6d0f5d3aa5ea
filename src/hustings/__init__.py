"""Hustings: how ready a political campaign is for AI.

The version is a constant here, because reading package metadata costs more than all of `--version`.
"""

__version__ = "0.1.0"
