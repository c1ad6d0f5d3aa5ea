"""Links that work once: for the facilitator's console, and for a projector on another computer.

They are in memory only, and soon too old. What stays in a browser's history, or on a terminal that the room can see,
opens nothing any more; what was opened lives on in a cookie.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from hustings.workshop.web.codes import code_of, digest, letters

LASTS = 10 * 60.0
"""Seconds for which a link may wait to be used."""
WAITING = 8
TYPED = 8
"""Letters of a code that somebody types into the projector's page."""


@dataclass(slots=True)
class OneTimeLinks:
    """Secrets that were given out and not used yet, oldest first. May be asked from any thread."""

    now: Callable[[], float]
    given: dict[tuple[str, str], float] = field(default_factory=dict)

    def new(self, kind: str) -> str:
        """A secret for a `console`, or a code for a `screen` that can be typed."""
        secret = letters(TYPED) if kind == "screen" else secrets.token_urlsafe(24)
        self.given[kind, digest(secret)] = self.now() + LASTS
        for old in [key for key in list(self.given) if key[0] == kind][:-WAITING]:
            self.given.pop(old, None)
        return secret

    def take(self, kind: str, secret: str) -> bool:
        """Whether this opens something now. From here on it does not."""
        written = code_of(secret) if kind == "screen" else secret
        return self.given.pop((kind, digest(written)), 0.0) > self.now()
