"""The full-screen interview in a terminal, with questionary.

questionary has no "back", cuts long choices and has no notion of a page. So each prompt is built by questionary, and
its application then gets our page, our keys, and titles that are wrapped again whenever the window changes.
`prompt_view` is the page, `key_bindings` its keys; only these three modules import questionary and prompt_toolkit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any

import questionary
from prompt_toolkit.application import Application, application, get_app_session
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style, default_ui_style, merge_styles
from questionary.constants import DEFAULT_STYLE
from questionary.prompts.common import InquirerControl

from hustings.interview.keys import key_lines
from hustings.interview.navigation import Draft
from hustings.interview.page import KeyPressed, Option, Page, PageLine, Reply, TypedAnswer
from hustings.interview.terminal.garbage_collection import CollectWhenIdle, collect_in_pauses
from hustings.interview.terminal.key_bindings import key_bindings
from hustings.interview.terminal.page_layout import numbered, split_page
from hustings.interview.terminal.prompt_view import PromptView
from hustings.line_input import on_resume
from hustings.messages import say
from hustings.styled_text.terminal_text import safe

STYLE = Style.from_dict({
    "strong": "bold",
    "heading": "bold",
    "separator": "bold",
    "quiet": "dim",
    "notice": "bold",
    "pointer": "ansicyan bold",
    "highlighted": "bold",
    "selected": "noreverse",
    "answer": "noinherit",
    "qmark": "ansicyan bold",
    "question": "",
})  # fmt: skip
# merged once; otherwise each application merges its own
STYLES = merge_styles([default_ui_style(), DEFAULT_STYLE, STYLE])
ESCAPE_SECONDS = 0.1
"""Seconds after which Esc is a key of its own, and not the start of an arrow key or of Alt with a letter."""
POINTER = "›"
# Each prompt makes three applications, and each would build the same hundreds of bindings again, which takes half of
# the time between two questions. They are built once (`make bench`).
application.load_key_bindings = cache(load_key_bindings)  # type: ignore[attr-defined]


class FullScreen:
    """Shows pages on a terminal, one at a time on a cleared screen. `width` overrides the window's own."""

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._started = False

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply."""
        self._scroll_back()
        window = get_app_session().output.get_size()
        page = replace(page, lines=(*page.lines, *_key_help(page)))
        pages = split_page(page, self._width or window.columns, window.rows) if page.kind == "go" else (page,)
        for piece in pages[:-1]:
            reply = _ask_page(piece, self._width)
            if isinstance(reply, KeyPressed):
                return reply
        return _ask_page(pages[-1], self._width)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Keep the terminal raw from the first page to the last.

        Between two prompts it would echo what is typed ahead, and Ctrl-C would send a signal while an answer is saved.
        """
        with collect_in_pauses(), get_app_session().input.raw_mode(), _restore_raw_mode():
            yield

    def _scroll_back(self) -> None:
        """Move the content of the screen into the scroll-back, so that clearing pages does not delete it."""
        if not self._started:
            print("\n" * get_app_session().output.get_size().rows, end="", flush=True)
            self._started = True

    def say(self, *lines: str) -> None:
        """Print lines above the next page."""
        for line in lines:
            print(safe(line), flush=True)


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


def _key_help(page: Page) -> tuple[PageLine, ...]:
    """The lines that describe the keys of a page, if it explains them."""
    if not page.explained_keys:
        return ()
    return (
        PageLine(""),
        PageLine(say("Keys"), "heading"),
        *(PageLine(line) for line in key_lines(page.explained_keys)),
    )


def _ask_page(page: Page, width: int | None) -> Reply:
    prompt = _prompt(page)
    app: Application[Any] = prompt.application
    choices = _control(app)
    if choices is not None and page.kind != "several":
        choices.selected_options = []  # otherwise it marks the initial choice as if it were an answer
    view = PromptView(app, page, width, choices)
    app.layout = view.layout()
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), key_bindings(view)])
    app.before_render += view.before_render
    app.after_render += CollectWhenIdle()
    app.erase_when_done = True
    app.renderer.style = STYLES
    app.ttimeoutlen, app.timeoutlen = ESCAPE_SECONDS, ESCAPE_SECONDS
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED  # the page's start is known, and a query can print a warning
    with on_resume(view.resume):
        return _reply(page, prompt.unsafe_ask())


def _reply(page: Page, result: KeyPressed | Draft | list[str]) -> Reply:
    match result:
        case KeyPressed():
            return result
        case str() if page.kind in ("one", "go"):
            key = next(option.key for option in page.options if option.id == result)
            return KeyPressed(key, result) if key else TypedAnswer(result)
        case str():
            return TypedAnswer(result)
        case _:
            ticked = [option for option in page.options if option.id in result]
            key = next((option.key for option in ticked if option.key), None)
            return KeyPressed(key, tuple(result)) if key else TypedAnswer(tuple(option.id for option in ticked))


# --- the prompts of questionary ----------------------------------------------------------------------------


def _prompt(page: Page) -> questionary.Question:
    match page.kind:
        case "words":
            before = page.initial if isinstance(page.initial, str) else ""
            return questionary.text("", default=safe(before), qmark=f" {POINTER}", style=STYLE)
        case "several":
            return _checkbox(page)
        case _:
            return _select(page)


def _select(page: Page) -> questionary.Question:
    ids = [option.id for option in page.options if not option.heading]
    return questionary.select(
        "",
        choices=[_choice(option) for option in page.options],
        default=page.initial if page.initial in ids else None,
        pointer=POINTER,
        style=STYLE,
        use_shortcuts=numbered(page),
        use_jk_keys=False,
    )


def _checkbox(page: Page) -> questionary.Question:
    ticked = page.initial if isinstance(page.initial, tuple) else ()
    choices = [questionary.Choice(safe(o.text), o.id, checked=o.id in ticked) for o in page.options]
    return questionary.checkbox("", choices=choices, pointer=POINTER, style=STYLE, use_jk_keys=False)


def _choice(option: Option) -> questionary.Choice:
    return (
        questionary.Separator(safe(option.text)) if option.heading else questionary.Choice(safe(option.text), option.id)
    )


def _control(app: Application[Any]) -> InquirerControl | None:
    """The list of choices, if this prompt has one."""
    contents = (window.content for window in app.layout.find_all_windows())
    return next((content for content in contents if isinstance(content, InquirerControl)), None)
