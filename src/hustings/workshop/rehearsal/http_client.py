"""A small HTTP client that acts as a browser: joins, keeps one stream open, posts votes.

For rehearsals and benchmarks. It uses the standard library only, one connection for each request and no redirects, and
reads only the responses of our own server.
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
Json = dict[str, Any]


@dataclass(slots=True)
class HttpClient:
    """One browser. `root` is the address of the workshop, such as http://127.0.0.1:8650.

    `source` is its own address; empty if the system chooses.
    """

    root: str
    cookies: dict[str, str] = field(default_factory=dict)
    source: str = ""

    async def post(self, path: str, **payload: object) -> tuple[int, Json]:
        """Send JSON; the status and the response. Raises `OSError` if there is no server, or no more of it."""
        async with self._request("POST", path, json.dumps(payload).encode()) as (status, reader):
            body = await reader.read()
        try:
            return status, json.loads(body) if body else {}
        except ValueError as error:
            raise ConnectionResetError from error

    async def read(self, path: str) -> tuple[int, bytes]:
        """Get a page; its status and its bytes."""
        async with self._request("GET", path, b"") as (status, reader):
            return status, await reader.read()

    async def views(self, face: str = "phone") -> AsyncIterator[Json]:
        """The views of a window, until the stream ends."""
        async with self._request("GET", f"/api/live?face={face}", b"") as (status, reader):
            if status != 200:  # noqa: PLR2004 - OK
                raise ConnectionRefusedError(status)
            while line := await reader.readline():
                if line.startswith(b"data: ") and line.endswith(b"\n"):  # not one that was cut off
                    yield json.loads(line[6:])

    @asynccontextmanager
    async def _request(self, method: str, path: str, body: bytes) -> AsyncIterator[tuple[int, asyncio.StreamReader]]:
        """Send a request; its status and a reader of the response's body."""
        address = urlsplit(self.root)
        own = (self.source, 0) if self.source else None
        reader, writer = await asyncio.open_connection(
            address.hostname, address.port, limit=LONGEST_LINE, local_addr=own
        )
        try:
            writer.write(self._head(method, path, address.netloc, len(body)).encode() + body)
            await writer.drain()
            yield await self._status(reader), reader
        finally:
            writer.close()

    def _head(self, method: str, path: str, host: str, length: int) -> str:
        headers = [
            f"{method} {path} HTTP/1.1",
            f"Host: {host}",
            f"Origin: {self.root}",
            "Content-Type: application/json",
            f"Content-Length: {length}",
            "Connection: close",
        ]
        if self.cookies:
            headers.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        return "\r\n".join(headers) + "\r\n\r\n"

    async def _status(self, reader: asyncio.StreamReader) -> int:
        """Read the head of a response and save its cookies. Raises `ConnectionError` if there is none."""
        first = (await reader.readline()).split()
        if len(first) < 2:  # noqa: PLR2004 - version and status
            raise ConnectionResetError
        while (line := (await reader.readline()).decode("latin-1").strip()) != "":
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                key, _, secret = value.split(";")[0].strip().partition("=")
                self.cookies[key] = secret
        return int(first[1])
