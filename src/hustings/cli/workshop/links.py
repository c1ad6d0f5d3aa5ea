"""Links to the console: it opens by itself, and the terminal shows a link only on request.

The terminal may be visible to everybody, and a browser keeps a history. So a link works once. A facilitator who closed
the browser, or uses another device, types a letter in the terminal to get a new one.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextvars import copy_context
from threading import Thread
from typing import TYPE_CHECKING

from hustings.cli.output import echo
from hustings.messages import say

if TYPE_CHECKING:
    from webbrowser import BaseBrowser

    from hustings.workshop.web.server import RunningServer

IN_TERMINAL = ("www-browser", "links", "elinks", "lynx", "w3m")
"""Browsers that run inside the terminal."""
CONSOLE, SCREEN, WALL = "c", "p", "w"
KINDS = {CONSOLE: "console", SCREEN: "screen", WALL: "screen"}
LONGEST = 4096


def open_browser(address: str) -> bool:
    """Open an address in a graphical browser; False if there is none, or no terminal."""
    import webbrowser

    if not (sys.stdout and sys.stdout.isatty()):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if getattr(browser, "basename", "") in IN_TERMINAL:
        return False
    Thread(target=copy_context().run, args=(_open, browser, address), daemon=True).start()
    return True


def _open(browser: BaseBrowser, address: str) -> None:
    """Wait for a browser: it may run until it is closed, or say after a while that it could not be started."""
    if not browser.open(address):
        echo(say("The browser did not start. Type c and press Enter for a link to the console, p for the projector."))


def listen(ready: RunningServer, *, page_open: bool) -> None:
    """Answer typed letters while the program runs. `page_open`: a page was opened, so no link is needed."""
    if hasattr(signal, "SIGTTIN"):  # a background job goes on, and is not stopped for reading
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)
    Thread(target=copy_context().run, args=(_answer_lines, ready, page_open), daemon=True).start()


def _answer_lines(ready: RunningServer, page_open: bool) -> None:
    has_typed = False
    for line in _typed_lines():
        has_typed = True
        _show(ready, line.strip().lower())
    if not (has_typed or page_open):  # there is no input, as in a system service
        _show(ready, CONSOLE)


def _show(ready: RunningServer, letter: str) -> None:
    if letter not in KINDS:
        echo(key_help())
        return
    if letter == WALL and open_browser(ready.link_here("screen")):
        echo(say("The projector's page opens in a new window. Move it to the wall and press F11."))
        return
    if letter == CONSOLE:
        echo(say("Whoever opens this link first leads the workshop. It works once, within ten minutes:"))
    else:
        echo(say("For the projector on another computer. It works once, within ten minutes:"))
    echo(f"  {ready.link(KINDS[letter])}")


def key_help() -> str:
    """The help on the letters that can be typed."""
    return "\n".join(
        (
            say("Type a letter here, then press Enter:"),
            say("  {letter}  shows a link to the console, for you, on any device", letter=CONSOLE),
            say("  {letter}  opens the projector's page here, for a second screen or a beamer", letter=WALL),
            say("  {letter}  shows a link for the projector on another computer", letter=SCREEN),
        )
    )


def _typed_lines() -> Iterator[str]:
    """Typed lines until the input ends. Python's own buffer is not used, because its lock would delay the exit."""
    rest = b""
    while True:
        try:
            part = os.read(0, LONGEST)
        except OSError:
            if sys.stdin is None or sys.stdin.closed or not os.isatty(0):
                return
            time.sleep(1)  # a background job cannot read the terminal
            continue
        if not part:
            return
        *lines, rest = (rest + part)[-LONGEST:].split(b"\n")
        yield from (line.decode(errors="replace") for line in lines)
