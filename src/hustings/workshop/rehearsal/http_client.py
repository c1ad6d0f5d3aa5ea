"""Somebody who comes in by the network, as a browser does: joins, keeps one stream open, posts votes.

For rehearsals and for measuring. Small on purpose: the standard library, one request for each connection, no redirects,
and only what our own server answers.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

LONGEST_LINE = 1 << 23
"""Bytes: the console's view of a long agenda is one line."""
Told = dict[str, Any]


@dataclass(slots=True)
class HttpClient:
    """One browser. `root` is where the workshop is, such as http://127.0.0.1:8650."""

    root: str
    cookies: dict[str, str] = field(default_factory=dict)

    async def post(self, path: str, **payload: object) -> tuple[int, Told]:
        """Send JSON; the status and what came back. `OSError` if nobody answers."""
        async with self._asked("POST", path, json.dumps(payload).encode()) as (status, reader):
            body = await reader.read()
        return status, json.loads(body) if body else {}

    async def read(self, path: str) -> tuple[int, bytes]:
        """Get a page: its status and its bytes."""
        async with self._asked("GET", path, b"") as (status, reader):
            return status, await reader.read()

    async def views(self, face: str = "phone") -> AsyncIterator[Told]:
        """What a window is told, until the stream ends or this is no longer read."""
        async with self._asked("GET", f"/api/live?face={face}", b"") as (status, reader):
            if status != 200:  # noqa: PLR2004 - what HTTP calls fine
                raise ConnectionRefusedError(status)
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])

    @asynccontextmanager
    async def _asked(self, method: str, path: str, body: bytes) -> AsyncIterator[tuple[int, asyncio.StreamReader]]:
        """A request that was sent; status and the rest of the answer."""
        where = urlsplit(self.root)
        reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=LONGEST_LINE)
        try:
            writer.write(self._head(method, path, where.netloc, len(body)).encode() + body)
            await writer.drain()
            yield await self._status(reader), reader
        finally:
            writer.close()

    def _head(self, method: str, path: str, host: str, length: int) -> str:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {host}",
            f"Origin: {self.root}",
            "Content-Type: application/json",
            f"Content-Length: {length}",
            "Connection: close",
        ]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        return "\r\n".join(lines) + "\r\n\r\n"

    async def _status(self, reader: asyncio.StreamReader) -> int:
        """Read the head of an answer and keep its cookies. `ConnectionError` if there is none."""
        first = (await reader.readline()).split()
        if len(first) < 2:  # noqa: PLR2004 - version and status
            raise ConnectionResetError
        while (line := (await reader.readline()).decode("latin-1").strip()) != "":
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                key, _, secret = value.split(";")[0].strip().partition("=")
                self.cookies[key] = secret
        return int(first[1])
