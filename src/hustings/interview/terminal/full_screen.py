"""The full-screen interview: one application from the first page to the last.

`screen` draws pages and decides what keys do, without a terminal; this is the thin layer between it and prompt_toolkit.
The application runs only while a page waits for its reply. Between two pages the interview saves the answer, and what
is typed meanwhile waits in the terminal. `shown_page` is the page, `key_bindings` its keys; only these modules and
`choice_list` import questionary and prompt_toolkit.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Float,
    FloatContainer,
    FormattedTextControl,
    Layout,
    Window,
)
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style

from hustings.interview.pages.page import Page, Reply
from hustings.interview.terminal.background import depth_on, terminal_background
from hustings.interview.terminal.garbage_collection import CollectWhenIdle, collect_in_pauses
from hustings.interview.terminal.key_bindings import key_bindings
from hustings.interview.terminal.shown_page import Outcome, ShownPage
from hustings.line_input import on_resume
from hustings.styled_text.palette import Depth, styles
from hustings.styled_text.terminal_text import safe

ESCAPE_SECONDS = 0.06
"""Seconds after which Esc is a key of its own, and not the start of an arrow key or of Alt with a letter."""
FLASH_SECONDS = 0.5
"""Seconds for which the tick of what was saved stands out; nothing else moves."""
DEPTHS: dict[Depth, ColorDepth] = {
    "none": ColorDepth.DEPTH_1_BIT, "16": ColorDepth.DEPTH_4_BIT, "256": ColorDepth.DEPTH_8_BIT,
    "true": ColorDepth.DEPTH_24_BIT,
}  # fmt: skip


class FullScreen:
    """Shows pages on a terminal, one at a time. `width` overrides the window's own."""

    passes = False

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._shown: ShownPage | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._running: asyncio.Task[Any] | None = None

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply."""
        if self._shown is None or self._loop is None or self._running is None:
            with self.open():
                return self.ask(page)
        reply: asyncio.Future[Outcome] = self._loop.create_future()
        self._shown.show(page, reply)
        if page.saved:
            self._loop.call_later(FLASH_SECONDS, self._shown.cool, page)
        self._loop.run_until_complete(asyncio.wait((reply, self._running), return_when=asyncio.FIRST_COMPLETED))
        if not reply.done():  # the terminal is gone, and nobody will press a key any more
            raise EOFError
        outcome = reply.result()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    @contextmanager
    def open(self) -> Iterator[None]:
        """Run the application, with the terminal raw, from the first page to the last.

        Between two pages it would otherwise echo what is typed ahead, and Ctrl-C would send a signal while an answer is
        saved.
        """
        tone, typed = terminal_background(os.environ)
        depth = depth_on(sys.platform, os.environ)
        shown = ShownPage(self._width)
        app = _application(shown, styles(tone, depth), depth)
        self._shown, self._loop = shown, asyncio.new_event_loop()
        with collect_in_pauses(), get_app_session().input.raw_mode(), _restore_raw_mode(), on_resume(shown.resume):
            try:
                begun = asyncio.Event()
                running = self._loop.create_task(app.run_async(pre_run=begun.set, set_exception_handler=False))
                self._running = running
                self._loop.set_exception_handler(shown.failed)
                self._loop.run_until_complete(_started(running, begun))
                shown.type_ahead(typed)
                yield
            finally:
                with suppress(OSError):
                    _end(self._loop, app, running)
                self._shown, self._loop, self._running = None, None, None

    def say(self, *lines: str) -> None:
        """Print lines, at the end."""
        for line in lines:
            print(safe(line), flush=True)


async def _started(running: asyncio.Task[Any], begun: asyncio.Event) -> None:
    """Wait until the application reads keys, or has failed."""
    waiting = asyncio.create_task(begun.wait())
    await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)


def _end(loop: asyncio.AbstractEventLoop, app: Application[Any], running: asyncio.Task[Any]) -> None:
    """End the application, which gives the terminal back as it was."""
    if app.is_running and not running.done():
        app.exit()
    if not running.done():
        loop.run_until_complete(running)
    loop.close()


def _application(shown: ShownPage, look: dict[str, str], depth: Depth) -> Application[Any]:
    """The one application: a sheet, and over it a field to write in where the page has one."""
    field = Float(
        ConditionalContainer(
            Window(BufferControl(shown.buffer), wrap_lines=True, style="class:field"), Condition(shown.writes)
        )
    )
    paper = Window(
        FormattedTextControl(shown.painted, focusable=True, show_cursor=False),
        always_hide_cursor=True,
        wrap_lines=False,
    )
    app: Application[Any] = Application(
        Layout(FloatContainer(paper, [field]), focused_element=paper),
        key_bindings=key_bindings(shown),
        full_screen=True,
        style=Style.from_dict({name: style for name, style in look.items() if style}),
        color_depth=DEPTHS[depth],
        include_default_pygments_style=False,
    )
    app.ttimeoutlen, app.timeoutlen = ESCAPE_SECONDS, ESCAPE_SECONDS
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED  # the page's start is known, and a query can print a warning
    app.after_render += CollectWhenIdle()
    app.before_render += shown.before_render
    shown.attach(app, field, paper)
    return app


@contextmanager
def _restore_raw_mode() -> Iterator[None]:
    """Restore raw mode after the job was stopped, because the shell changes the mode of the terminal."""
    try:
        import termios
    except ImportError:  # Windows, where no job is stopped
        yield
        return
    fileno = get_app_session().input.fileno()
    if not os.isatty(fileno):
        yield
        return
    raw = termios.tcgetattr(fileno)
    with on_resume(lambda: termios.tcsetattr(fileno, termios.TCSANOW, raw)):
        yield
