"""The interview in a terminal, on questionary.

questionary asks one thing at a time and has no "back", cuts long choices and does not know of a page. So each prompt is
built by questionary, and then its application gets our page around it, our keys, and titles that are wrapped anew
whenever the window changes. Only this module knows questionary and prompt_toolkit.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import questionary
from prompt_toolkit.application import Application, application, get_app_session
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, ScrollOffsets, Window
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from hustings.interview.keys import STROKES, Key, key_lines
from hustings.interview.page import Given, Line, Option, Page, Pressed, Reply
from hustings.interview.screen import MARGIN, Screen, numbered, parts, screen
from hustings.interview.text import safe
from hustings.interview.walk import Draft

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
BLANK = Screen((), (), (), 1, scrolls=False)
POINTER = "›"
NOTHING_TICKED = "Nothing is ticked. Space ticks; press Enter again if really none of these fits."
# Each prompt makes three applications, and each would build the same hundreds of bindings anew, never to change them:
# half of the time between two questions. They are built once (`make bench`).
application.load_key_bindings = cache(load_key_bindings)  # type: ignore[attr-defined]
ARROWS: dict[str, Key] = {"left": "back", "right": "forward"}


class Terminal:
    """Shows pages on a terminal, one at a time on a cleared screen. `width` overrides the window's own."""

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._begun = False

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply."""
        self._begin()
        columns, rows = shutil.get_terminal_size()
        page = replace(page, lines=(*page.lines, *_explained(page)))
        shown = parts(page, self._width or columns, rows) if page.way == "go" else (page,)
        for part in shown[:-1]:
            reply = _asked(part, self._width)
            if isinstance(reply, Pressed):
                return reply
        return _asked(shown[-1], self._width)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Keep the terminal raw from the first page to the last.

        Between two prompts it would echo what is typed ahead, and turn Ctrl-C into a signal in the midst of saving.
        """
        with get_app_session().input.raw_mode():
            yield

    def _begin(self) -> None:
        """Move what is on the screen into the scroll-back, so that clearing pages takes nothing away."""
        if not self._begun:
            print("\n" * shutil.get_terminal_size().lines, end="", flush=True)
            self._begun = True

    def say(self, *lines: str) -> None:
        for line in lines:
            print(safe(line), flush=True)


def _explained(page: Page) -> tuple[Line, ...]:
    """The keys, in words, where a page tells about them."""
    if not page.explains:
        return ()
    return (Line(""), Line("Keys", "heading"), *(Line(line) for line in key_lines(page.explains)))


def _asked(page: Page, width: int | None) -> Reply:
    prompt = _prompt(page)
    app: Application[Any] = prompt.application
    choices = _control(app)
    if choices is not None and page.way != "several":
        choices.selected_options = []  # it would mark where the pointer began, as if it were an answer
    drawn = Drawn(app, page, width, choices)
    app.layout = drawn.layout()
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), _bindings(drawn)])
    app.before_render += drawn.fit
    app.erase_when_done = True
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED  # we know where the page starts; asking draws a warning
    return _reply(page, prompt.unsafe_ask())


def _reply(page: Page, result: Pressed | Draft | list[str]) -> Reply:
    match result:
        case Pressed():
            return result
        case str() if page.way in ("one", "go"):
            key = next(option.key for option in page.options if option.id == result)
            return Pressed(key, result) if key else Given(result)
        case str():
            return Given(result)
        case _:
            ticked = [option for option in page.options if option.id in result]
            key = next((option.key for option in ticked if option.key), None)
            return Pressed(key, tuple(result)) if key else Given(tuple(option.id for option in ticked))


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


# --- the page around a prompt ------------------------------------------------------------------------------


@dataclass(slots=True)
class Drawn:
    """A page as it stands on the screen: laid out again whenever the window changes."""

    app: Application[Any]
    page: Page
    width: int | None
    choices: InquirerControl | None
    size: tuple[int, int] = (0, 0)
    laid: Screen = BLANK

    def fit(self, _app: object = None) -> None:
        """Before each drawing: on the first one, and after a change of size, start again on a clear screen."""
        window = self.app.output.get_size()
        size = (self.width or window.columns, window.rows)
        if size != self.size:
            self.size = size
            self.app.renderer.clear()
            self.lay()

    def lay(self) -> None:
        self.laid = screen(self.page, *self.size)
        if self.choices is not None:
            for choice, title in zip(self.choices.choices, self.laid.titles, strict=True):
                choice.title = title
                if isinstance(choice, questionary.Separator):
                    choice.line = title

    def warn(self, notice: str) -> None:
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

    def _head(self) -> tuple[Line, ...]:
        return self.laid.head

    def _foot(self) -> tuple[Line, ...]:
        return (Line(self._position(), "quiet"), *self.laid.foot) if self.laid.scrolls else self.laid.foot

    def _position(self) -> str:
        assert self.choices is not None
        able = [index for index, choice in enumerate(self.choices.choices) if not choice.disabled]
        return f"{able.index(self.choices.pointed_at) + 1} of {len(able)}, more with the arrow keys"

    def draft(self) -> Draft | None:
        """What is typed, ticked or pointed at."""
        if self.choices is None:
            buffer = self.app.layout.get_buffer_by_name(DEFAULT_BUFFER)
            return buffer.text if buffer else None
        if self.page.way == "several":
            return tuple(self.choices.selected_options)
        return str(self.choices.get_pointed_at().value)


def _text(lines: Callable[[], tuple[Line, ...]]) -> Window:
    def tokens() -> StyleAndTextTuples:
        return [(f"class:{line.look}", " " * MARGIN + line.text + "\n") for line in lines()]

    def height() -> Dimension:
        return Dimension.exact(len(lines()))

    return Window(FormattedTextControl(tokens), height=height, dont_extend_height=True, always_hide_cursor=True)


# --- keys --------------------------------------------------------------------------------------------------


def _bindings(drawn: Drawn) -> KeyBindings:
    bound = KeyBindings()
    for stroke in STROKES:
        marks = (stroke.function, stroke.control, *((stroke.letter,) if drawn.choices is not None else ()))
        if stroke.key in drawn.page.keys:
            for mark in marks:
                bound.add(mark, eager=True)(_leads(drawn, stroke.key))
    bound.add("<sigint>", eager=True)(_raises(KeyboardInterrupt))
    if drawn.choices is not None:
        _list_bindings(drawn, bound)
    return bound


def _leads(drawn: Drawn, key: Key) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(result=Pressed(key, drawn.draft()))

    return pressed


def _raises(wrong: type[BaseException]) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(exception=wrong)

    return pressed


def _list_bindings(drawn: Drawn, bound: KeyBindings) -> None:
    bound.add("c-d", eager=True)(_raises(EOFError))
    for mark, key in ARROWS.items():
        if key in drawn.page.keys:
            bound.add(mark, eager=True)(_leads(drawn, key))
    for mark, step in (("pagedown", 1), ("pageup", -1)):
        bound.add(mark, eager=True)(_strides(drawn, step))
    if drawn.page.way == "several":
        bound.add(" ", eager=True)(_ticks(drawn))
        bound.add("enter", eager=True)(_takes(drawn))
        for mark in ("a", "i"):  # tick all, invert: nobody means that here
            bound.add(mark, eager=True)(lambda _event: None)


def _strides(drawn: Drawn, step: int) -> Callable[[KeyPressEvent], None]:
    """To the first choice of the next or the previous group; to the end where there is none."""

    def pressed(_event: KeyPressEvent) -> None:
        assert drawn.choices is not None
        all_ = drawn.choices.choices
        firsts = [i for i, c in enumerate(all_) if not c.disabled and (i == 0 or all_[i - 1].disabled)]
        ahead = [i for i in (*firsts, len(all_) - 1)[::step] if (i - drawn.choices.pointed_at) * step > 0]
        drawn.choices.pointed_at = ahead[0] if ahead else drawn.choices.pointed_at

    return pressed


def _ticks(drawn: Drawn) -> Callable[[KeyPressEvent], None]:
    """Tick or untick; what stands alone clears the rest."""
    alone = {option.id for option in drawn.page.options if option.alone}

    def pressed(_event: KeyPressEvent) -> None:
        assert drawn.choices is not None
        chosen, ticked = drawn.choices.get_pointed_at().value, drawn.choices.selected_options
        if chosen in ticked:
            drawn.choices.selected_options = [one for one in ticked if one != chosen]
        else:
            kept = [] if chosen in alone else [one for one in ticked if one not in alone]
            drawn.choices.selected_options = [*kept, chosen]

    return pressed


def _takes(drawn: Drawn) -> Callable[[KeyPressEvent], None]:
    """Take what is ticked. Enter on “We don't know” means it; Enter on nothing is asked about once."""

    def pressed(event: KeyPressEvent) -> None:
        assert drawn.choices is not None
        ticked, pointed = drawn.choices.selected_options, drawn.choices.get_pointed_at().value
        keyed = any(option.id == pointed and option.key for option in drawn.page.options)
        if not ticked and keyed:
            event.app.exit(result=[pointed])
        elif not ticked and NOTHING_TICKED not in drawn.page.notices:
            drawn.warn(NOTHING_TICKED)
        else:
            event.app.exit(result=list(ticked))

    return pressed
