"""The page that is on the screen: what was done on it, its field, and the reply that it waits for."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Float, Window
from questionary.prompts.common import InquirerControl

from hustings.interview.keys import Key
from hustings.interview.pages.page import Page, Reply, TypedAnswer
from hustings.interview.screen.grid import grid_for
from hustings.interview.screen.pace import Pace, counts, left, typed
from hustings.interview.screen.press import press
from hustings.interview.screen.sheet import Sheet, sheet
from hustings.interview.screen.view import View, view_of, writes
from hustings.interview.terminal.choice_list import choice_list, read_from, write_back
from hustings.styled_text.signs import in_ascii
from hustings.styled_text.terminal_text import safe

Outcome = Reply | BaseException
"""A reply, or what is raised instead; as a value, because asyncio treats `KeyboardInterrupt` in a way of its own."""
EMPTY = Page("go", "")
ANSWERS: tuple[Key, ...] = ("dont_know", "na", "skip")
"""Keys that answer a question."""


class ShownPage:
    """A page, its view, and the buffer of its field. `width` overrides that of the window."""

    def __init__(self, width: int | None = None) -> None:
        self.page: Page = EMPTY
        self.buffer = Buffer(multiline=False)
        self.buffer.on_text_changed += self._typed
        self._view = View()
        self._list: InquirerControl | None = None
        self._width, self._pace, self._whole = width, Pace(), False
        self._reply: asyncio.Future[Outcome] | None = None
        self._sheet = Sheet(())
        self._ahead: list[KeyPress] = []

    def attach(self, app: Application[Any], field: Float, paper: Window) -> None:
        """Take the application whose page this is, its field and its paper."""
        self._app, self._field, self._paper = app, field, paper

    # --- the page ----------------------------------------------------------------------------------------------

    def show(self, page: Page, reply: asyncio.Future[Outcome]) -> None:
        """Show a page, which takes keys until there is a reply."""
        self.page, self._reply = page, reply
        self._view = replace(view_of(page), fresh=bool(page.saved))
        self._list = choice_list(page, self._view)
        self._write(self._view.typed)
        self._settle()
        if self._ahead:
            reply.get_loop().call_soon(self._catch_up)

    def _catch_up(self) -> None:
        """Take the keys that came before the page."""
        ahead, self._ahead = self._ahead, []
        self._app.key_processor.feed_multiple(ahead)
        self._app.key_processor.process_keys()

    def cool(self, page: Page) -> None:
        """What was saved stands out no longer."""
        if self.page is page and self._view.fresh:
            self._view = replace(self._view, fresh=False)
            self._app.invalidate()

    def failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A fault while a page is shown ends the interview, instead of being printed over the page."""
        error = context.get("exception")
        self.end(error if isinstance(error, BaseException) else RuntimeError(str(context.get("message"))))

    @property
    def view(self) -> View:
        """What was done on the page."""
        return self._view if self._list is None else read_from(self._list, self._view)

    def writes(self) -> bool:
        """Whether letters go into the field."""
        return writes(self.page, self._view)

    def warn(self, words: str) -> None:
        """Say something under the field."""
        self._view = replace(self._view, warning=words)
        self._app.invalidate()

    def end(self, outcome: Outcome) -> None:
        """Give the reply, or what is raised instead. Keys that came in the same go wait for the next page."""
        if self._reply is not None and not self._reply.done():
            self._reply.set_result(outcome)
            waiting = self._app.key_processor.input_queue
            self._ahead = [*waiting]
            waiting.clear()

    # --- keys --------------------------------------------------------------------------------------------------

    def waits(self) -> bool:
        """Whether a reply is still waited for; between two pages, keys are dropped."""
        return self._reply is not None and not self._reply.done()

    def press(self, key: str) -> None:
        """A key with a meaning of its own, if it counts."""
        if self.counts(key):
            self.take(press(self.page, self.view, key, folded=self._sheet.folded), key)

    def type(self, character: str) -> None:
        """A character into the field."""
        self._pace = typed(self._pace, time.monotonic())
        self.buffer.insert_text(character)

    def counts(self, key: str) -> bool:
        """Whether a key counts, or is held down, pasted, or too early."""
        now = time.monotonic()
        counting, self._pace = counts(self._pace, key, now, deaf=self.page.state == "stop")
        return counting and self.waits()

    def take(self, outcome: View | Reply, key: str) -> None:
        """What a key did: the page looks different, or is left."""
        if not isinstance(outcome, View):
            answered = isinstance(outcome, TypedAnswer) or outcome.key in ANSWERS
            self._pace = left(self._pace, key, time.monotonic(), answered=answered)
            self.end(outcome)
            return
        before, self._view = self._view, outcome
        if (outcome.shown, outcome.typed) != (before.shown, before.typed):
            self._list = choice_list(self.page, outcome)
        if self._list is not None:
            write_back(self._list, outcome)
        if outcome.typed != self.buffer.text:
            self._write(outcome.typed)
        self._settle()

    def toggle_help(self, key: str) -> None:
        """Open help on the page, or close it."""
        if self.counts(key):
            self.take(replace(self.view, help=not self._view.help, scroll=0), key)

    def type_ahead(self, text: str) -> None:
        """Keys that came before the first page."""
        known = {"\r": Keys.ControlM, "\x1b": Keys.Escape}
        self._ahead = [KeyPress(known.get(character, character), character) for character in text]

    def _typed(self, buffer: Buffer) -> None:
        if buffer.text == self._view.typed:
            return
        self._view = replace(self._view, typed=buffer.text, warning="", warned="")
        if self.page.searchable:
            self._view = replace(self._view, selected=0)
            self._list = choice_list(self.page, self._view)

    def _write(self, text: str) -> None:
        text = safe(text)
        self._view = replace(self._view, typed=text)
        self.buffer.text = text
        self.buffer.cursor_position = len(text)

    def _settle(self) -> None:
        self._app.layout.focus(self.buffer if self.writes() else self._paper)
        self._app.invalidate()

    # --- drawing -----------------------------------------------------------------------------------------------

    def painted(self) -> StyleAndTextTuples:
        """The sheet as prompt_toolkit draws it, nothing before the first; the field is moved to its place."""
        if self.page is EMPTY:
            return []
        size = self._app.output.get_size()
        self._sheet = sheet(self.page, self.view, grid_for(self._width or size.columns, size.rows))
        if (place := self._sheet.field) is not None:
            self._field.left, self._field.top, self._field.width, self._field.height = place
        plain = not (self._app.output.encoding() or "").lower().startswith("utf")
        tokens: StyleAndTextTuples = []
        for number, row in enumerate(self._sheet.rows[: size.rows]):
            tokens += [("", "\n")] if number else []
            tokens += [(f"class:{role}" if role else "", text) for role, text in (in_ascii(row) if plain else row)]
        return tokens

    def before_render(self, _app: object = None) -> None:
        """Draw all of it again after the program was stopped, because the shell wrote on the screen."""
        if self._whole:
            self._whole = False
            self._app.renderer.clear()

    def resume(self) -> None:
        """After the program was stopped: draw the page again."""
        self._whole = True
        self._app.invalidate()
