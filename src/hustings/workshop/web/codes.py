"""Codes that are read from a wall and typed, and hashes of secrets."""

from __future__ import annotations

import secrets
from hashlib import sha256

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def letters(count: int) -> str:
    """A random code of letters and digits that are not taken for one another."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def code_of(typed: str) -> str:
    """A code, however it was typed."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def digest(secret: str) -> str:
    """SHA-256 of a secret: random and long, so that it needs no salt."""
    return sha256(secret.encode()).hexdigest()
