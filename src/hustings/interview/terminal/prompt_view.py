"""A page as it stands on the screen, around one prompt of questionary, laid out again whenever the window changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, ScrollOffsets, Window
from questionary.prompts.common import InquirerControl

from hustings.interview.navigation import Draft
from hustings.interview.page import Page, PageLine
from hustings.interview.terminal.page_layout import MARGIN, PageLayout, screen
from hustings.messages import say
from hustings.text import without_accents

BLANK = PageLayout((), (), (), 1, scrolls=False)


@dataclass(slots=True)
class PromptView:
    """A page as it stands on the screen: laid out again whenever the window changes."""

    app: Application[Any]
    page: Page
    width: int | None
    choices: InquirerControl | None
    size: tuple[int, int] = (0, 0)
    laid: PageLayout = BLANK
    sought: str = ""

    def fit(self, _app: object = None) -> None:
        """Before each drawing: on the first one, and after a change of size, start again on a clear screen."""
        window = self.app.output.get_size()
        size = (self.width or window.columns, window.rows)
        if size != self.size:
            self.size = size
            self.app.renderer.clear()
            self.lay()

    def resume(self) -> None:
        """After a stop: what the shell wrote moves into the scroll-back, and the page is drawn anew."""
        self.app.output.write("\n" * self.size[1])
        self.app.output.flush()
        self.size = (0, 0)
        self.app.invalidate()

    def lay(self) -> None:
        """Lay the page out for the present size of the terminal."""
        self.laid = screen(self.page, *self.size)
        if self.choices is not None:
            for choice, title in zip(self.choices.choices, self.laid.titles, strict=True):
                choice.title = title
                if isinstance(choice, questionary.Separator):
                    choice.line = title

    def find(self, sought: str) -> bool:
        """Point at the first choice that begins with these letters, and remember them; whether there is one."""
        assert self.choices is not None
        texts = [without_accents(option.text) for option in self.page.options]
        at = next((i for i, text in enumerate(texts) if text.startswith(without_accents(sought))), None)
        if at is None:
            return False
        self.sought = sought
        self.choices.pointed_at = at if sought else self.choices.pointed_at
        return True

    def warn(self, notice: str) -> None:
        """Show one notice on the page, in place of those before."""
        self.page = replace(self.page, notices=(notice,))
        self.lay()

    def layout(self) -> Layout:
        """Head, choices or input, foot."""
        middle = self._list() if self.choices is not None else self.app.layout.container
        page = HSplit([_text(self._head), middle, _text(self._foot)])
        return Layout(page, focused_element=DEFAULT_BUFFER if self.choices is None else middle)

    def _list(self) -> Window:
        return Window(
            self.choices,
            height=lambda: Dimension(min=1, max=self.laid.rows, preferred=self.laid.rows),
            dont_extend_height=True,
            always_hide_cursor=True,
            scroll_offsets=ScrollOffsets(top=self._above, bottom=self._below),
        )

    def _above(self) -> int:
        """A heading just above the choice is shown with it."""
        assert self.choices is not None
        at = self.choices.pointed_at
        return 1 if at and isinstance(self.choices.choices[at - 1], questionary.Separator) else 0

    def _below(self) -> int:
        """The last lines of the choice are shown with its first."""
        assert self.choices is not None
        return str(self.choices.get_pointed_at().title).count("\n")

    def _head(self) -> tuple[PageLine, ...]:
        return self.laid.head

    def _foot(self) -> tuple[PageLine, ...]:
        return (PageLine(self._position(), "quiet"), *self.laid.foot) if self.laid.scrolls else self.laid.foot

    def _position(self) -> str:
        assert self.choices is not None
        if self.page.searched and self.sought:
            return say("Found with “{letters}”. Type on, or use the arrow keys.", letters=self.sought)
        if self.page.searched:
            return say("Type the first letters, or use the arrow keys.")
        able = [index for index, choice in enumerate(self.choices.choices) if not choice.disabled]
        return say(
            "{number} of {all}, more with the arrow keys", number=able.index(self.choices.pointed_at) + 1, all=len(able)
        )

    def draft(self) -> Draft | None:
        """What is typed, ticked or pointed at."""
        if self.choices is None:
            buffer = self.app.layout.get_buffer_by_name(DEFAULT_BUFFER)
            return buffer.text if buffer else None
        if self.page.way == "several":
            return tuple(self.choices.selected_options)
        return str(self.choices.get_pointed_at().value)


def _text(lines: Callable[[], tuple[PageLine, ...]]) -> Window:
    def tokens() -> StyleAndTextTuples:
        return [(f"class:{line.look}", " " * MARGIN + line.text + "\n") for line in lines()]

    def height() -> Dimension:
        return Dimension.exact(len(lines()))

    return Window(FormattedTextControl(tokens), height=height, dont_extend_height=True, always_hide_cursor=True)
