"""Which secret and which memory of benchmarks belong to the tables of a portfolio.

Tables in one folder share both, so that those of January and February can be joined, and what is published of one is
known when the other is published. A table that has a secret of its own beside it, under its own name, keeps that.
"""

from __future__ import annotations

import os
from pathlib import Path

KEY, PUBLISHED = ".key", "-published.json"
SHARED = "portfolio"


def key_of(table: Path) -> Path:
    """Where the secret of a table lies, or is to lie."""
    own = table.with_suffix(KEY)
    return own if os.path.lexists(own) else table.with_name(f"{SHARED}{KEY}")


def published_of(table: Path) -> Path:
    """Where it is remembered what was published of the campaigns whose keys have that secret."""
    return table.with_name(f"{key_of(table).stem}{PUBLISHED}")
