"""JSON messages: small objects that come in, and responses with refusals in words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from hustings.workshop.session.input.payload import Payload

LARGEST = 16_384
"""The largest body of a request, in bytes."""


def done() -> Response:
    """The response to a command that was carried out."""
    return JSONResponse({"done": True})


def refused(status: int, what: str, hint: str = "") -> Response:
    """The response to a refused command: what is wrong, and what to do."""
    return JSONResponse({"what": what, "hint": hint}, status)


def _whole_letters(text: str) -> str:
    """The JSON text without lone surrogates, which can be neither saved nor sent back."""
    return json.dumps(json.loads(text), ensure_ascii=False).encode(errors="replace").decode()


async def payload_of(request: Request) -> Payload | None:
    """The JSON object of a request; None if it is not one, or too large."""
    body = await body_of(request, LARGEST)
    try:
        value = json.loads(_whole_letters((body or b"").decode()))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, Mapping) else None


async def body_of(request: Request, largest: int) -> bytes | None:
    """The body of a request; None if it is larger, or did not come to its end."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > largest:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
