"""A workshop's server that also writes down how long a reveal took, by its own clock.

It is the program itself, in an interpreter of its own, so that its memory is that of a workshop; only what goes in and
out of its web application is watched. From the arrival of the step “reveal” to the moment at which a phone's view with
the result was handed to the network: a line for each open phone, in the file that the first word names, with the
seconds and the processor's seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from hustings.cli import main as program
from hustings.workshop.web import routes

Message = MutableMapping[str, Any]


class Watched:
    """The web application, and the seconds that each phone's result took since the last reveal."""

    def __init__(self, app: Any, told: Path) -> None:
        self._app, self._told = app, told
        self._began, self._worked, self._waiting = 0.0, 0.0, set[int]()
        self._phones, self._took = set[int](), list[tuple[float, float]]()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"] not in ("/api/act", "/api/live"):
            await self._app(scope, receive, send)
        elif scope["path"] == "/api/act":
            await self._app(scope, self._noticing(receive), send)
        else:
            await self._live(scope, receive, send)

    def _noticing(self, receive: Any) -> Any:
        async def received() -> Message:
            message: Message = await receive()
            if b'"reveal"' in message.get("body", b""):
                self._began, self._worked = time.perf_counter(), time.process_time()
                self._waiting = set(self._phones)
            return message

        return received

    async def _live(self, scope: Any, receive: Any, send: Any) -> None:
        me = id(scope)
        if b"face=phone" in scope["query_string"]:
            self._phones.add(me)

        async def sent(message: Message) -> None:
            await send(message)
            if me in self._waiting and b'"phase": "revealed"' in message.get("body", b""):
                self._took.append((time.perf_counter() - self._began, time.process_time() - self._worked))
                self._has(me)

        try:
            await self._app(scope, receive, sent)
        finally:
            self._phones.discard(me)
            self._has(me)

    def _has(self, phone: int) -> None:
        """A phone has the result, or is gone; once no other is awaited, what they took is written down."""
        self._waiting.discard(phone)
        if not self._waiting and self._took:
            took, self._took = self._took, []
            with self._told.open("a", encoding="ascii") as file:
                file.writelines(f"{seconds:.6f} {worked:.6f}\n" for seconds, worked in took)


def main(told: str) -> None:
    """Run `hustings` with the other words."""
    plain = routes.web
    routes.web = lambda *given, **named: Watched(plain(*given, **named), Path(told))
    program()


if __name__ == "__main__":
    main(sys.argv.pop(1))
