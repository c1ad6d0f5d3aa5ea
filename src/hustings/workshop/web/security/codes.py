"""Codes that are read from a screen and typed, and hashes of secrets."""

from __future__ import annotations

import secrets
from hashlib import sha256

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def letters(count: int) -> str:
    """A random code of letters and digits that are not easily confused."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def code_of(typed: str) -> str:
    """A typed code in its normal form."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def digest(secret: str) -> str:
    """The SHA-256 of a secret; secrets are random and long, so no salt is needed."""
    return sha256(secret.encode()).hexdigest()
