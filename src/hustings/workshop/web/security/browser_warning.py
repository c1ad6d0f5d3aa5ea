"""A plain page that explains why the browser warns, when the certificate was made for the room.

It is served without encryption on a port of its own, since a browser that warns does not show the encrypted pages yet.
It holds no secret, reads no input, and gives every request the same response.
"""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from html import escape

from hustings.messages import Words, say, speaking

PATIENCE = 10.0
"""Seconds for a request to arrive."""
MOST = 50
"""Requests that are answered at the same time."""
STYLE = (
    "html{font:1rem/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#121c28;background:#fff}"
    "body{max-width:34rem;margin:0 auto;padding:0 1rem 2rem;overflow-wrap:anywhere}"
    "section+section{margin-top:2rem;border-top:1px solid #cfd7e0}h1{font-size:1.4rem;line-height:1.2}"
    "ol{padding-left:1.4rem}li{margin:.4rem 0}code,a{display:block;padding:.8rem 1rem;border-radius:.7rem}"
    "code{background:#f1f4f8}a{background:#14569b;color:#fff;font-weight:700;text-align:center}"
)
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
"""The only style that the page may have."""
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def warning_page(address: str, fingerprint: str, languages: Iterable[Words]) -> bytes:
    """The page in every language of the workshop, one after the other."""
    spoken = tuple(languages)
    parts = "".join(_part(address, fingerprint, words) for words in spoken)
    first = next(iter(spoken), None)
    language = escape(first.language) if first else "en"
    head = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><style>{STYLE}</style>'
    size = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    return f"{head}{size}<title>Hustings</title></head><body><main>{parts}</main></body></html>".encode()


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
    rules = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    head = "\r\n".join(
        (
            "HTTP/1.1 200 OK",
            "content-type: text/html; charset=utf-8",
            f"content-length: {len(page)}",
            f"content-security-policy: default-src 'none'; style-src 'sha256-{STYLE_HASH}'; {rules}",
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
