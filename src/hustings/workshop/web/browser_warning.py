"""A plain page that explains why the browser warns, when the certificate was made for the room.

It is served without encryption beside the workshop, since whoever is warned cannot read the other one yet. It holds no
secret, takes nothing, and answers every request alike.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from html import escape

from hustings.messages import Words, say, speaking

PATIENCE = 10.0
"""Seconds for a request to arrive."""
MOST = 50
"""Requests that are answered at the same time."""
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def warning_page(address: str, fingerprint: str, languages: Iterable[Words]) -> bytes:
    """The page in every language of the workshop, one after the other."""
    parts = "".join(_part(address, fingerprint, words) for words in languages)
    head = '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f"{head}<title>Hustings</title></head><body>{parts}</body></html>".encode()


def _part(address: str, fingerprint: str, words: Words) -> str:
    with speaking(words):
        title = say("Why does my browser warn me?")
        why = (
            say("Your votes are encrypted with a certificate that the facilitator's computer made for this room."),
            say("No authority on the internet knows it, so your browser cannot tell whose it is, and warns."),
        )
        steps = (
            say("Open {address}", address=address),
            say("Press “Advanced” or “Show details”, then “Proceed” or “visit this website”."),
            say("To be sure, compare the fingerprint (SHA-256) with the one in the facilitator's terminal:"),
        )
        listed = "".join(f"<li>{escape(step)}</li>" for step in steps)
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in why)
        link = f'<p><a href="{escape(address)}/">{escape(address)}</a></p>'
        code = f"<p><code>{escape(fingerprint)}</code></p>"
        language = escape(words.language)
        return f'<section lang="{language}"><h1>{escape(title)}</h1>{paragraphs}<ol>{listed}</ol>{code}{link}</section>'


def answering(page: bytes) -> Answer:
    """What answers each connection with the page."""
    head = "\r\n".join(
        (
            "HTTP/1.1 200 OK",
            "content-type: text/html; charset=utf-8",
            f"content-length: {len(page)}",
            "content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cache-control: no-store",
            "connection: close",
        )
    )
    content, room = f"{head}\r\n\r\n".encode() + page, asyncio.Semaphore(MOST)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(PATIENCE), room:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(content)
                await writer.drain()
        with suppress(OSError):
            writer.close()

    return answer
