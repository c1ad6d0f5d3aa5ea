"""The page on the browser's warning holds no secret and answers everybody alike."""

from __future__ import annotations

import asyncio

import pytest
from playwright.sync_api import Browser

from hustings.messages import ENGLISH
from hustings.pack.translation.ui_language import read_words
from hustings.workshop.web.security.browser_warning import answering, warning_page
from support.browser import violations_of


def test_it_is_said_in_every_language_and_nothing_is_markup() -> None:
    page = warning_page("https://<b>:1", "AB:CD", (ENGLISH, read_words("es"))).decode()
    assert 2 == page.count("<h1>")
    assert "Why does my browser warn me?" in page
    assert "https://&lt;b&gt;:1" in page
    assert "AB:CD" in page


async def asked(sent: bytes) -> bytes:
    server = await asyncio.start_server(answering(b"page"), "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(sent)
        writer.write_eof()
        told = await reader.read()
        writer.close()
        return told


def test_every_request_gets_the_page_and_half_a_one_nothing() -> None:
    told = asyncio.run(asked(b"GET /any HTTP/1.1\r\nhost: x\r\n\r\n"))
    assert told.startswith(b"HTTP/1.1 200 OK\r\n")
    assert told.endswith(b"\r\n\r\npage")
    assert b"" == asyncio.run(asked(b"GET / HTTP"))
    assert b"" == asyncio.run(asked(b"x" * 100_000))


@pytest.mark.slow
def test_it_fits_a_phone_and_keeps_wcag(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 568})
    content = warning_page("https://192.168.4.20:8650", ":".join(["AB"] * 32), (ENGLISH, read_words("es"))).decode()
    page.set_content(content)
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert [] == violations_of(page)
    page.close()
