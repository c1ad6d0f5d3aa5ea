"""What comes in and goes out: small JSON objects, and refusals in words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from hustings.workshop.session.payload import Payload

LARGEST = 16_384
"""Bytes of a request's body."""


def done() -> Response:
    """It was done."""
    return JSONResponse({"done": True})


def refused(status: int, what: str, hint: str = "") -> Response:
    """It was not done: what is wrong, and what to do."""
    return JSONResponse({"what": what, "hint": hint}, status)


def _whole_letters(text: str) -> str:
    """JSON can name half a letter (a lone surrogate), which can be neither kept nor sent back."""
    return json.dumps(json.loads(text), ensure_ascii=False).encode(errors="replace").decode()


async def payload_of(request: Request) -> Payload | None:
    """The JSON object of a request; None if it is none, or too large."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                return None
        found = json.loads(_whole_letters(body.decode()))
    except (ClientDisconnect, ValueError, RecursionError):
        return None
    return found if isinstance(found, Mapping) else None
