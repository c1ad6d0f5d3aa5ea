"""Rules for every request: a host that is ours, and headers that lock the page (method.md 2.4).

A page may load what comes from here and nothing else, and cannot be put into another. A request under a name that is
not ours is a page elsewhere that pretends to be this one, and gets nothing.
"""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """Stands before everything else."""

    def __init__(self, inside: ASGIApp, hosts: frozenset[str]) -> None:
        self._inside, self._hosts = inside, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request (ASGI): 421 for a host that is not ours, and the headers for every response."""
        if scope["type"] != "http":
            await self._inside(scope, receive, send)
            return
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            await Response("Not here.", 421, SAFE)(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                safe = [(name.encode(), value.encode()) for name, value in SAFE.items()]
                kept = [pair for pair in message["headers"] if pair[0].decode("latin-1").lower() not in SAFE]
                message = {**message, "headers": [*kept, *safe]}
            await send(message)

        await self._inside(scope, receive, guarded)
