"""What each key does on a page: our keys beside questionary's own, and its lists taught to tick with care."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from hustings.answers.accept import too_long
from hustings.interview.keys import STROKES, Key
from hustings.interview.page import KeyPressed
from hustings.interview.terminal.prompt_view import PromptView
from hustings.messages import english, say
from hustings.text import harmless

NOTHING_TICKED = english("Nothing is ticked. Space ticks; press Enter again if really none of these fits.")
NOT_KEPT = english("This is not kept yet. Enter keeps it; Esc once more leaves it.")
NOT_PASTED = english("Nothing was pasted; what you typed is still here.")
FULL = english("No more fits here: {most} characters is the most.")
ARROWS: dict[str, Key] = {"left": "back", "right": "forward"}


def key_bindings(drawn: PromptView) -> KeyBindings:
    """The keys of one page. A letter is a key only where nothing is typed."""
    bound = KeyBindings()
    for stroke in STROKES:
        letters = drawn.choices is not None and not drawn.page.searched
        marks = (stroke.function, stroke.control, *((stroke.letter,) if letters else ()))
        if stroke.key in drawn.page.keys:
            for mark in marks:
                bound.add(mark, eager=True)(_leads(drawn, stroke.key))
    bound.add("<sigint>", eager=True)(_raises(KeyboardInterrupt))
    bound.add("c-z", eager=True)(_suspends)
    bound.add("escape", Keys.Any)(lambda _event: None)  # Alt with a letter is no letter
    if drawn.page.side:
        bound.add("escape")(_closes(drawn))
    if drawn.choices is None:
        bound.add(Keys.BracketedPaste, eager=True)(_pastes(drawn))
        bound.add(Keys.Any)(_types(drawn))
    if drawn.choices is not None:
        _list_bindings(drawn, bound)
    return bound


def _leads(drawn: PromptView, key: Key) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(result=KeyPressed(key, drawn.draft()))

    return pressed


def _raises(wrong: type[BaseException]) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(exception=wrong)

    return pressed


def _suspends(_event: KeyPressEvent) -> None:
    """Ctrl-Z: back to the shell, with the whole job, as the terminal would have done it."""
    if hasattr(signal, "SIGTSTP"):
        run_in_terminal(lambda: os.kill(0, signal.SIGTSTP))


def _closes(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
    """Esc leads back; what was typed and is not kept yet is not thrown away at once."""

    def pressed(event: KeyPressEvent) -> None:
        changed = drawn.choices is None and drawn.draft() != (drawn.page.before or "")
        if changed and say(NOT_KEPT) not in drawn.page.notices:
            drawn.warn(say(NOT_KEPT))
        else:
            event.app.exit(result=KeyPressed("back", drawn.draft()))

    return pressed


def _pastes(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
    """All of it or nothing: half a text is worse than none, and what was typed before stays."""

    def pressed(event: KeyPressEvent) -> None:
        buffer, text = event.current_buffer, harmless(event.data)
        if long := too_long(buffer.text + text, drawn.page.most):
            drawn.warn(f"{long} {say(NOT_PASTED)}")
        else:
            buffer.insert_text(text)

    return pressed


def _types(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
    """A character; a terminal that pastes as if it were typed does not get further than the most that fits."""

    def pressed(event: KeyPressEvent) -> None:
        if len(event.current_buffer.text) < drawn.page.most:
            event.current_buffer.insert_text(event.data)
        else:
            event.app.key_processor.input_queue.clear()
            drawn.warn(say(FULL, most=drawn.page.most))

    return pressed


def _list_bindings(drawn: PromptView, bound: KeyBindings) -> None:
    bound.add("c-d", eager=True)(_raises(EOFError))
    for mark, key in ARROWS.items():
        if key in drawn.page.keys:
            bound.add(mark, eager=True)(_leads(drawn, key))
    for mark, step in (("pagedown", 1), ("pageup", -1)):
        bound.add(mark, eager=True)(_strides(drawn, step))
    if drawn.page.searched:
        bound.add(Keys.Any, eager=True)(_finds(drawn))
        bound.add("backspace", eager=True)(lambda _event: drawn.find(drawn.sought[:-1]))
    if drawn.page.way == "several":
        bound.add(" ", eager=True)(_ticks(drawn))
        bound.add("enter", eager=True)(_takes(drawn))
        for mark in ("a", "i"):  # tick all, invert: nobody means that here
            bound.add(mark, eager=True)(lambda _event: None)


def _finds(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
    """Go to the first choice that begins with what was typed; a letter that fits no more begins anew."""

    def pressed(event: KeyPressEvent) -> None:
        if event.data.isprintable() and not (drawn.find(drawn.sought + event.data) or drawn.find(event.data)):
            drawn.find("")

    return pressed


def _strides(drawn: PromptView, step: int) -> Callable[[KeyPressEvent], None]:
    """To the first choice of the next or the previous group; to the end where there is none."""

    def pressed(_event: KeyPressEvent) -> None:
        assert drawn.choices is not None
        all_ = drawn.choices.choices
        firsts = [i for i, c in enumerate(all_) if not c.disabled and (i == 0 or all_[i - 1].disabled)]
        ahead = [i for i in (*firsts, len(all_) - 1)[::step] if (i - drawn.choices.pointed_at) * step > 0]
        drawn.choices.pointed_at = ahead[0] if ahead else drawn.choices.pointed_at

    return pressed


def _ticks(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
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


def _takes(drawn: PromptView) -> Callable[[KeyPressEvent], None]:
    """Take what is ticked. Enter on “We don't know” means it; Enter on nothing is asked about once."""

    def pressed(event: KeyPressEvent) -> None:
        assert drawn.choices is not None
        ticked, pointed = drawn.choices.selected_options, drawn.choices.get_pointed_at().value
        keyed = any(option.id == pointed and option.key for option in drawn.page.options)
        if not ticked and keyed:
            event.app.exit(result=[pointed])
        elif not ticked and say(NOTHING_TICKED) not in drawn.page.notices:
            drawn.warn(say(NOTHING_TICKED))
        else:
            event.app.exit(result=list(ticked))

    return pressed
