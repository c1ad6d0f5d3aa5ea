"""Limits on connections: how long one may take, and how many an address may have.

uvicorn limits only the time between two requests. A client that sends nothing, half a request or half a body, or never
reads the response, would hold its connection forever; so each connection has timers of its own here.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import field
from typing import Any

from hustings.frozen_records import dataclass
from hustings.workshop.web.security.rate_limits import network

REQUEST = 15.0
"""Seconds until a request has arrived with its body of at most 16 kilobytes."""
IDLE = 5
"""Seconds between two requests."""
READING = 30.0
"""Seconds for which a client may leave a response unread."""
CONNECTIONS = 1500
"""Connections of one address at once: three hundred phones behind it, with all that a browser opens."""
INCOMPLETE = ("IDLE", "SEND_BODY")
"""The states of h11 in which a request has not arrived completely."""


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """Seconds for a `request`, for being `idle` and for `reading`; `most` connections of one address."""

    request: float = REQUEST
    idle: int = IDLE
    reading: float = READING
    most: int = CONNECTIONS


@dataclass(slots=True)
class ConnectionTimers:
    """The timers of one connection. `cut` ends it when one runs out."""

    loop: asyncio.AbstractEventLoop
    cut: Callable[[], None]
    running: dict[str, asyncio.TimerHandle] = field(default_factory=dict)

    def start(self, name: str, seconds: float) -> None:
        """Start a timer. A running one is not restarted, so that a slow trickle of bytes does not extend it."""
        if name not in self.running:
            self.running[name] = self.loop.call_later(seconds, self.cut)

    def stop(self, name: str) -> None:
        """Stop one timer, if it runs."""
        if timer := self.running.pop(name, None):
            timer.cancel()

    def stop_all(self) -> None:
        """Stop every timer."""
        for name in list(self.running):
            self.stop(name)


def timed_connection(limits: ConnectionLimits) -> type[Any]:
    """Uvicorn's connection class with timers. The connections of one server are counted by address."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    counts: Counter[str] = Counter()

    class Timed(H11Protocol):
        """One connection. It is cut without a response when a timer runs out."""

        timers: ConnectionTimers
        address: str = ""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.address = network(self.client[0] if self.client else "")
            self.timers = ConnectionTimers(self.loop, transport.abort)
            self.timers.start("request", limits.request)
            counts[self.address] += 1
            if counts[self.address] > limits.most:
                transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            self.timers.stop_all()
            counts.subtract([self.address])
            if not counts[self.address]:
                del counts[self.address]
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state.__name__ in INCOMPLETE:
                self.timers.start("request", limits.request)
            else:
                self.timers.stop("request")

        def pause_writing(self) -> None:
            super().pause_writing()
            self.timers.start("reading", limits.reading)

        def resume_writing(self) -> None:
            super().resume_writing()
            self.timers.stop("reading")

    return Timed
