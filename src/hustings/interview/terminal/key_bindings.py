"""The keys of a terminal as keys of a page: those with a meaning go to `screen.press`, the others are typed."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from hustings.answers.accept import too_long
from hustings.interview.keys import KEY_BINDINGS, Key
from hustings.interview.pages.page import KeyPressed
from hustings.interview.screen.press import draft
from hustings.interview.terminal.shown_page import ShownPage
from hustings.messages import english, say
from hustings.text import harmless

NOT_PASTED = english("Nothing was pasted; what you typed is still here.")
NO_PASTE = english("A paste answers nothing here. Press a key.")
FULL = english("No more fits here: {most} characters is the most.")
NAMED = {
    "enter": "enter", "up": "up", "down": "down", "pageup": "pageup", "pagedown": "pagedown", "escape": "escape",
}  # fmt: skip
IN_NUMBERS = "0123456789.,+- "


def key_bindings(shown: ShownPage) -> KeyBindings:
    """The keys of every page. A letter is a key only where nothing is typed, or only digits are."""
    bindings = KeyBindings()
    writing = Condition(shown.writes)
    for name, key in NAMED.items():
        bindings.add(name)(_press(shown, key))
    for name in ("left", "right"):
        bindings.add(name, filter=~writing)(_press(shown, name))
    for binding in KEY_BINDINGS:
        applies = Condition(_has_key(shown, binding.key))
        for name in filter(None, (binding.function, binding.control)):
            bindings.add(name, filter=applies, eager=True)(_reply_with(shown, binding.key, name))
    bindings.add(Keys.Any, filter=~writing)(_press_typed(shown))
    bindings.add(Keys.Any, filter=writing)(_type_character(shown))
    bindings.add(Keys.BracketedPaste, eager=True)(_paste(shown))
    _leaving_bindings(shown, bindings)
    _ignored_bindings(shown, bindings)
    return bindings


def _press(shown: ShownPage, key: str) -> Callable[[KeyPressEvent], None]:
    def pressed(_event: KeyPressEvent) -> None:
        shown.press(key)

    return pressed


def _press_typed(shown: ShownPage) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            shown.press(event.data)

    return pressed


def _has_key(shown: ShownPage, key: Key) -> Callable[[], bool]:
    return lambda: key in shown.page.keys


def _reply_with(shown: ShownPage, key: Key, name: str) -> Callable[[KeyPressEvent], None]:
    """A function key or Ctrl key: help opens on the page, any other leaves it."""

    def pressed(_event: KeyPressEvent) -> None:
        if key == "help" and shown.page.state == "question":
            shown.toggle_help(name)
        elif shown.counts(name):
            shown.take(KeyPressed(key, draft(shown.page, shown.view)), name)

    return pressed


# --- leaving -----------------------------------------------------------------------------------------------


def _leaving_bindings(shown: ShownPage, bindings: KeyBindings) -> None:
    """Ctrl-C and Ctrl-D leave at once, with everything saved; Ctrl-Z suspends the job."""
    for name in ("c-c", "<sigint>"):
        bindings.add(name, eager=True)(lambda _event: shown.end(KeyboardInterrupt()))
    empty = Condition(lambda: not shown.writes() or not shown.buffer.text)
    bindings.add("c-d", filter=empty, eager=True)(lambda _event: shown.end(EOFError()))
    bindings.add("c-z", eager=True)(_suspend)


def _suspend(_event: KeyPressEvent) -> None:
    """Ctrl-Z: suspend the whole job, as the terminal does outside raw mode."""
    if hasattr(signal, "SIGTSTP"):
        run_in_terminal(lambda: os.kill(0, signal.SIGTSTP))


def _ignored_bindings(_shown: ShownPage, bindings: KeyBindings) -> None:
    """Alt with a letter is not the letter; nor does a late answer of the terminal about its colours press any key."""
    bindings.add("escape", Keys.Any)(lambda _event: None)
    for begins in ("]", "["):
        bindings.add("escape", begins)(_drop_the_rest)


def _drop_the_rest(event: KeyPressEvent) -> None:
    event.app.key_processor.input_queue.clear()


# --- typing ------------------------------------------------------------------------------------------------


def _paste(shown: ShownPage) -> Callable[[KeyPressEvent], None]:
    """Paste the whole text into a field or, if it is too long, nothing; in a list a paste answers nothing."""

    def pressed(event: KeyPressEvent) -> None:
        if not shown.writes():
            shown.warn(say(NO_PASTE))
            return
        buffer, text = shown.buffer, harmless(event.data)
        if refusal := too_long(buffer.text + text, shown.page.max_length):
            shown.warn(f"{refusal} {say(NOT_PASTED)}")
        else:
            buffer.insert_text(text)

    return pressed


def _type_character(shown: ShownPage) -> Callable[[KeyPressEvent], None]:
    """Type a character up to the maximum length; more input, as from a paste, is discarded."""

    def pressed(event: KeyPressEvent) -> None:
        if shown.page.words == "number" and shown.page.kind == "words" and event.data not in IN_NUMBERS:
            shown.press(event.data)
        elif not event.data.isprintable():
            return
        elif len(shown.buffer.text) < shown.page.max_length:
            shown.type(event.data)
        else:
            event.app.key_processor.input_queue.clear()
            shown.warn(say(FULL, most=shown.page.max_length))

    return pressed
