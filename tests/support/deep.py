"""What is tried in part on every day and in full by `make deep`: long lists whose parts mostly show the same.

HUSTINGS_DEEP says that all of it is wanted.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
DEEP = bool(os.environ.get("HUSTINGS_DEEP"))


def count(deep: int, daily: int) -> int:
    """How many are tried in a deep run, or on every day."""
    return deep if DEEP else daily


def some(everything: Sequence[T], every: int) -> Sequence[T]:
    """Every so-manieth of a list, beginning with the first; all of it in a deep run."""
    return everything if DEEP else everything[::every]
