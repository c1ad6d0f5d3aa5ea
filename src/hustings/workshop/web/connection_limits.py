"""How long a connection may take, and how many one address may have.

uvicorn counts only the time between two requests. Whoever opens connections and says nothing, sends half a request or
half a body, or never reads what comes, would hold them for good; so each connection has its own clocks here.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hustings.workshop.web.rate_limits import network

REQUEST = 15.0
"""Seconds from the first moment until a request is here with its body: 16 kilobytes at most."""
IDLE = 5
"""Seconds between two requests."""
READING = 30.0
"""Seconds for which somebody may leave unread what is on the way to them."""
CONNECTIONS = 1500
"""Of one address at once: three hundred phones behind it with all that a browser opens."""
INCOMPLETE = ("IDLE", "SEND_BODY")
"""What h11 calls the state of somebody whose request is not here yet."""


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """How long and how many: seconds for a `request`, `idle` and for `reading`, connections of one address."""

    request: float = REQUEST
    idle: int = IDLE
    reading: float = READING
    most: int = CONNECTIONS


@dataclass(slots=True)
class ConnectionTimers:
    """The clocks of one connection. `cut` ends it when one runs out."""

    loop: asyncio.AbstractEventLoop
    cut: Callable[[], None]
    running: dict[str, asyncio.TimerHandle] = field(default_factory=dict)

    def start(self, name: str, seconds: float) -> None:
        """Start a clock; one that runs already goes on, so that a trickle does not wind it up."""
        if name not in self.running:
            self.running[name] = self.loop.call_later(seconds, self.cut)

    def stop(self, name: str) -> None:
        """Stop one timer, if it runs."""
        if clock := self.running.pop(name, None):
            clock.cancel()

    def stop_all(self) -> None:
        """Stop every timer."""
        for name in list(self.running):
            self.stop(name)


def timed_connection(patience: ConnectionLimits) -> type[Any]:
    """Uvicorn's kind of connection, with clocks. Those of one server are counted together, by address."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    counts: Counter[str] = Counter()

    class Timed(H11Protocol):
        """One connection. It is cut off, without an answer, when a clock runs out."""

        clocks: ConnectionTimers
        address: str = ""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.address = network(self.client[0] if self.client else "")
            self.clocks = ConnectionTimers(self.loop, transport.abort)
            self.clocks.start("request", patience.request)
            counts[self.address] += 1
            if counts[self.address] > patience.most:
                transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            self.clocks.stop_all()
            counts.subtract([self.address])
            if not counts[self.address]:
                del counts[self.address]
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state.__name__ in INCOMPLETE:
                self.clocks.start("request", patience.request)
            else:
                self.clocks.stop("request")

        def pause_writing(self) -> None:
            super().pause_writing()
            self.clocks.start("reading", patience.reading)

        def resume_writing(self) -> None:
            super().resume_writing()
            self.clocks.stop("reading")

    return Timed
