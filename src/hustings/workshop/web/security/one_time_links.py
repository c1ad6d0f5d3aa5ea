"""Links that work once: for the facilitator's console, and for a projector on another computer.

They are kept in memory only and expire soon, so a link in a browser's history or on a visible terminal is worthless.
A browser that used one is recognised by its cookie.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from hustings.workshop.web.security.codes import code_of, digest, letters

LASTS = 10 * 60.0
"""Seconds after which a link expires."""
WAITING = 8
TYPED = 8
"""The length of a code for the projector's page, which is typed."""


@dataclass(slots=True)
class OneTimeLinks:
    """Secrets that were issued and not used yet, oldest first. It may be used from any thread."""

    now: Callable[[], float]
    unused: dict[tuple[str, str], float] = field(default_factory=dict)

    def new(self, kind: str) -> str:
        """A new secret for a `console`, or a code for a `screen` that can be typed."""
        secret = letters(TYPED) if kind == "screen" else secrets.token_urlsafe(24)
        self.unused[kind, digest(secret)] = self.now() + LASTS
        for old in [key for key in list(self.unused) if key[0] == kind][:-WAITING]:
            self.unused.pop(old, None)
        return secret

    def use(self, kind: str, secret: str) -> bool:
        """Whether a secret is valid. It is not valid any more afterwards."""
        normalized = code_of(secret) if kind == "screen" else secret
        return self.unused.pop((kind, digest(normalized)), 0.0) > self.now()
