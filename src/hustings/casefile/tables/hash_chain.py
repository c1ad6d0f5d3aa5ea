"""The hash chain that runs through the rows of a case file.

Each row carries the SHA-256 of the row before it and its own content: damage or a manual edit is detected when the file
is opened. It is not a signature: a rewrite of the whole chain is not detected.
"""

from __future__ import annotations

import json
from hashlib import sha256


def chained(previous: str, row: tuple[str | int | None, ...]) -> str:
    """The hash of a row that follows the row with the hash `previous`."""
    return sha256(f"{previous}\n{json.dumps(row)}".encode()).hexdigest()
