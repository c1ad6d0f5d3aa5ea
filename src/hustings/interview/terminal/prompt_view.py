"""A page on the screen around one prompt of questionary, laid out again whenever the window changes."""

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
from hustings.interview.terminal.page_layout import MARGIN, PageLayout, lay_out
from hustings.messages import say
from hustings.text import without_accents

BLANK = PageLayout((), (), (), 1, scrolls=False)


@dataclass(slots=True)
class PromptView:
    """A page on the screen. `choices` is questionary's list, if the page has one."""

    app: Application[Any]
    page: Page
    width: int | None
    choices: InquirerControl | None
    size: tuple[int, int] = (0, 0)
    page_layout: PageLayout = BLANK
    search_text: str = ""

    def before_render(self, _app: object = None) -> None:
        """Clear the screen and lay out the page before the first drawing and after a change of size."""
        window = self.app.output.get_size()
        size = (self.width or window.columns, window.rows)
        if size != self.size:
            self.size = size
            self.app.renderer.clear()
            self.update_layout()

    def resume(self) -> None:
        """After a suspension: move what the shell wrote into the scroll-back, and draw the page again."""
        self.app.output.write("\n" * self.size[1])
        self.app.output.flush()
        self.size = (0, 0)
        self.app.invalidate()

    def update_layout(self) -> None:
        """Lay the page out for the current size of the terminal."""
        self.page_layout = lay_out(self.page, *self.size)
        if self.choices is not None:
            for choice, title in zip(self.choices.choices, self.page_layout.titles, strict=True):
                choice.title = title
                if isinstance(choice, questionary.Separator):
                    choice.line = title

    def find(self, search_text: str) -> bool:
        """Select the first choice that begins with these letters; whether there is one."""
        assert self.choices is not None
        texts = [without_accents(option.text) for option in self.page.options]
        index = next((i for i, text in enumerate(texts) if text.startswith(without_accents(search_text))), None)
        if index is None:
            return False
        self.search_text = search_text
        self.choices.pointed_at = index if search_text else self.choices.pointed_at
        return True

    def warn(self, notice: str) -> None:
        """Show a notice on the page instead of earlier ones."""
        self.page = replace(self.page, notices=(notice,))
        self.update_layout()

    def layout(self) -> Layout:
        """The layout: head, choices or input, foot."""
        content = self._list() if self.choices is not None else self.app.layout.container
        page = HSplit([_text(self._head), content, _text(self._foot)])
        return Layout(page, focused_element=DEFAULT_BUFFER if self.choices is None else content)

    def _list(self) -> Window:
        return Window(
            self.choices,
            height=lambda: Dimension(min=1, max=self.page_layout.rows, preferred=self.page_layout.rows),
            dont_extend_height=True,
            always_hide_cursor=True,
            scroll_offsets=ScrollOffsets(top=self._rows_above, bottom=self._rows_below),
        )

    def _rows_above(self) -> int:
        """Rows to show above the selected choice: its heading, if there is one."""
        assert self.choices is not None
        index = self.choices.pointed_at
        return 1 if index and isinstance(self.choices.choices[index - 1], questionary.Separator) else 0

    def _rows_below(self) -> int:
        """Rows to show below: the other lines of the selected choice."""
        assert self.choices is not None
        return str(self.choices.get_pointed_at().title).count("\n")

    def _head(self) -> tuple[PageLine, ...]:
        return self.page_layout.head

    def _foot(self) -> tuple[PageLine, ...]:
        return (
            (PageLine(self._position(), "quiet"), *self.page_layout.foot)
            if self.page_layout.scrolls
            else self.page_layout.foot
        )

    def _position(self) -> str:
        assert self.choices is not None
        if self.page.searchable and self.search_text:
            return say("Found with “{letters}”. Type on, or use the arrow keys.", letters=self.search_text)
        if self.page.searchable:
            return say("Type the first letters, or use the arrow keys.")
        choosable = [index for index, choice in enumerate(self.choices.choices) if not choice.disabled]
        return say(
            "{number} of {all}, more with the arrow keys",
            number=choosable.index(self.choices.pointed_at) + 1,
            all=len(choosable),
        )

    def draft(self) -> Draft | None:
        """What is typed, ticked or selected."""
        if self.choices is None:
            buffer = self.app.layout.get_buffer_by_name(DEFAULT_BUFFER)
            return buffer.text if buffer else None
        if self.page.kind == "several":
            return tuple(self.choices.selected_options)
        return str(self.choices.get_pointed_at().value)


def _text(lines: Callable[[], tuple[PageLine, ...]]) -> Window:
    def tokens() -> StyleAndTextTuples:
        return [(f"class:{line.style}", " " * MARGIN + line.text + "\n") for line in lines()]

    def height() -> Dimension:
        return Dimension.exact(len(lines()))

    return Window(FormattedTextControl(tokens), height=height, dont_extend_height=True, always_hide_cursor=True)
