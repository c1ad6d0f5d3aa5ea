"""Keyed hashes: what names a campaign or a file in a table, so that tables can be joined and not read back.

Only who has the secret can tell which campaign a key stands for. The same secret gives the same keys.
"""

from __future__ import annotations

from dataclasses import field
from hashlib import blake2b

from hustings.frozen_records import dataclass

SECRET_BYTES = 32
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that a secret gives."""

    secret: bytes = field(repr=False)

    def of(self, kind: str, named: str) -> str:
        """The key of something of one kind, as 32 hexadecimal digits."""
        return blake2b(f"{kind} {named}".encode(), digest_size=_KEY_BYTES, key=self.secret).hexdigest()
