"""The interview in a terminal, on questionary.

questionary asks one thing at a time and has no "back", cuts long choices and does not know of a page. So each prompt is
built by questionary, and then its application gets our page around it, our keys, and titles that are wrapped anew
whenever the window changes. `prompt_view` is the page, `key_bindings` its keys; only these three know
questionary and prompt_toolkit.
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
from hustings.interview.terminal.garbage_collection import CollectWhenIdle, collecting_in_pauses
from hustings.interview.terminal.key_bindings import key_bindings
from hustings.interview.terminal.page_layout import numbered, parts
from hustings.interview.terminal.prompt_view import PromptView
from hustings.interview.terminal.terminal_text import safe
from hustings.line_input import on_resume
from hustings.messages import say

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
LOOK = merge_styles([default_ui_style(), DEFAULT_STYLE, STYLE])  # merged once; each application would merge its own
ESCAPED = 0.1
"""Seconds after which an Esc is an Esc, and not the beginning of an arrow key or of Alt with a letter."""
POINTER = "›"
# Each prompt makes three applications, and each would build the same hundreds of bindings anew, never to change them:
# half of the time between two questions. They are built once (`make bench`).
application.load_key_bindings = cache(load_key_bindings)  # type: ignore[attr-defined]


class FullScreen:
    """Shows pages on a terminal, one at a time on a cleared screen. `width` overrides the window's own."""

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._begun = False

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply."""
        self._begin()
        window = get_app_session().output.get_size()
        page = replace(page, lines=(*page.lines, *_explained(page)))
        shown = parts(page, self._width or window.columns, window.rows) if page.way == "go" else (page,)
        for part in shown[:-1]:
            reply = _asked(part, self._width)
            if isinstance(reply, KeyPressed):
                return reply
        return _asked(shown[-1], self._width)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Keep the terminal raw from the first page to the last.

        Between two prompts it would echo what is typed ahead, and turn Ctrl-C into a signal in the midst of saving.
        """
        with collecting_in_pauses(), get_app_session().input.raw_mode(), _raw_again():
            yield

    def _begin(self) -> None:
        """Move what is on the screen into the scroll-back, so that clearing pages takes nothing away."""
        if not self._begun:
            print("\n" * get_app_session().output.get_size().rows, end="", flush=True)
            self._begun = True

    def say(self, *lines: str) -> None:
        """Print lines above the next page."""
        for line in lines:
            print(safe(line), flush=True)


@contextmanager
def _raw_again() -> Iterator[None]:
    """A shell sets the terminal for itself while a job is stopped; when it goes on, it is raw as before."""
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


def _explained(page: Page) -> tuple[PageLine, ...]:
    """The keys, in words, where a page tells about them."""
    if not page.explains:
        return ()
    return (PageLine(""), PageLine(say("Keys"), "heading"), *(PageLine(line) for line in key_lines(page.explains)))


def _asked(page: Page, width: int | None) -> Reply:
    prompt = _prompt(page)
    app: Application[Any] = prompt.application
    choices = _control(app)
    if choices is not None and page.way != "several":
        choices.selected_options = []  # it would mark where the pointer began, as if it were an answer
    drawn = PromptView(app, page, width, choices)
    app.layout = drawn.layout()
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), key_bindings(drawn)])
    app.before_render += drawn.fit
    app.after_render += CollectWhenIdle()
    app.erase_when_done = True
    app.renderer.style = LOOK
    app.ttimeoutlen, app.timeoutlen = ESCAPED, ESCAPED
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED  # we know where the page starts; asking draws a warning
    with on_resume(drawn.resume):
        return _reply(page, prompt.unsafe_ask())


def _reply(page: Page, result: KeyPressed | Draft | list[str]) -> Reply:
    match result:
        case KeyPressed():
            return result
        case str() if page.way in ("one", "go"):
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
    match page.way:
        case "words":
            before = page.before if isinstance(page.before, str) else ""
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
        default=page.before if page.before in ids else None,
        pointer=POINTER,
        style=STYLE,
        use_shortcuts=numbered(page),
        use_jk_keys=False,
    )


def _checkbox(page: Page) -> questionary.Question:
    ticked = page.before if isinstance(page.before, tuple) else ()
    choices = [questionary.Choice(safe(o.text), o.id, checked=o.id in ticked) for o in page.options]
    return questionary.checkbox("", choices=choices, pointer=POINTER, style=STYLE, use_jk_keys=False)


def _choice(option: Option) -> questionary.Choice:
    return (
        questionary.Separator(safe(option.text)) if option.heading else questionary.Choice(safe(option.text), option.id)
    )


def _control(app: Application[Any]) -> InquirerControl | None:
    """The list of choices, if this prompt has one."""
    found = (window.content for window in app.layout.find_all_windows())
    return next((content for content in found if isinstance(content, InquirerControl)), None)
