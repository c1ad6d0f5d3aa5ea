"""The key bindings of a page: our own besides questionary's, and other rules for ticking in its lists."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from hustings.answers.accept import too_long
from hustings.interview.keys import KEY_BINDINGS, Key
from hustings.interview.page import KeyPressed
from hustings.interview.terminal.prompt_view import PromptView
from hustings.messages import english, say
from hustings.text import harmless

NOTHING_TICKED = english("Nothing is ticked. Space ticks; press Enter again if really none of these fits.")
NOT_KEPT = english("This is not kept yet. Enter keeps it; Esc once more leaves it.")
NOT_PASTED = english("Nothing was pasted; what you typed is still here.")
FULL = english("No more fits here: {most} characters is the most.")
ARROWS: dict[str, Key] = {"left": "back", "right": "forward"}


def key_bindings(view: PromptView) -> KeyBindings:
    """The keys of one page. A letter is a key only where nothing is typed."""
    bindings = KeyBindings()
    for binding in KEY_BINDINGS:
        letters = view.choices is not None and not view.page.searchable
        marks = (binding.function, binding.control, *((binding.letter,) if letters else ()))
        if binding.key in view.page.keys:
            for name in marks:
                bindings.add(name, eager=True)(_reply_with_key(view, binding.key))
    bindings.add("<sigint>", eager=True)(_exit_with(KeyboardInterrupt))
    bindings.add("c-z", eager=True)(_suspend)
    bindings.add("escape", Keys.Any)(lambda _event: None)  # Alt with a letter is not the letter
    if view.page.closable:
        bindings.add("escape")(_close(view))
    if view.choices is None:
        bindings.add(Keys.BracketedPaste, eager=True)(_paste(view))
        bindings.add(Keys.Any)(_type_character(view))
    if view.choices is not None:
        _list_bindings(view, bindings)
    return bindings


def _reply_with_key(view: PromptView, key: Key) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(result=KeyPressed(key, view.draft()))

    return pressed


def _exit_with(exception: type[BaseException]) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(exception=exception)

    return pressed


def _suspend(_event: KeyPressEvent) -> None:
    """Ctrl-Z: suspend the whole job, as the terminal does outside raw mode."""
    if hasattr(signal, "SIGTSTP"):
        run_in_terminal(lambda: os.kill(0, signal.SIGTSTP))


def _close(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Esc: go back; typed text that is not saved is discarded only after a warning."""

    def pressed(event: KeyPressEvent) -> None:
        changed = view.choices is None and view.draft() != (view.page.initial or "")
        if changed and say(NOT_KEPT) not in view.page.notices:
            view.warn(say(NOT_KEPT))
        else:
            event.app.exit(result=KeyPressed("back", view.draft()))

    return pressed


def _paste(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Paste the whole text or, if it is too long, nothing."""

    def pressed(event: KeyPressEvent) -> None:
        buffer, text = event.current_buffer, harmless(event.data)
        if refusal := too_long(buffer.text + text, view.page.max_length):
            view.warn(f"{refusal} {say(NOT_PASTED)}")
        else:
            buffer.insert_text(text)

    return pressed


def _type_character(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Type a character up to the maximum length; more input, as from a paste, is discarded."""

    def pressed(event: KeyPressEvent) -> None:
        if len(event.current_buffer.text) < view.page.max_length:
            event.current_buffer.insert_text(event.data)
        else:
            event.app.key_processor.input_queue.clear()
            view.warn(say(FULL, most=view.page.max_length))

    return pressed


def _list_bindings(view: PromptView, bindings: KeyBindings) -> None:
    bindings.add("c-d", eager=True)(_exit_with(EOFError))
    for name, key in ARROWS.items():
        if key in view.page.keys:
            bindings.add(name, eager=True)(_reply_with_key(view, key))
    for name, step in (("pagedown", 1), ("pageup", -1)):
        bindings.add(name, eager=True)(_move_by_group(view, step))
    if view.page.searchable:
        bindings.add(Keys.Any, eager=True)(_find(view))
        bindings.add("backspace", eager=True)(lambda _event: view.find(view.search_text[:-1]))
    if view.page.kind == "several":
        bindings.add(" ", eager=True)(_tick(view))
        bindings.add("enter", eager=True)(_accept_ticked(view))
        for name in ("a", "i"):  # questionary's keys for tick all and invert, disabled
            bindings.add(name, eager=True)(lambda _event: None)


def _find(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Go to the first choice that begins with the typed letters; a letter that does not match starts a new search."""

    def pressed(event: KeyPressEvent) -> None:
        if event.data.isprintable() and not (view.find(view.search_text + event.data) or view.find(event.data)):
            view.find("")

    return pressed


def _move_by_group(view: PromptView, step: int) -> Callable[[KeyPressEvent], None]:
    """Go to the first choice of the next or previous group, or to the end of the list."""

    def pressed(_event: KeyPressEvent) -> None:
        assert view.choices is not None
        choices = view.choices.choices
        group_starts = [i for i, c in enumerate(choices) if not c.disabled and (i == 0 or choices[i - 1].disabled)]
        candidates = [i for i in (*group_starts, len(choices) - 1)[::step] if (i - view.choices.pointed_at) * step > 0]
        view.choices.pointed_at = candidates[0] if candidates else view.choices.pointed_at

    return pressed


def _tick(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Tick or untick a choice; one that stands alone clears the others."""
    alone = {option.id for option in view.page.options if option.alone}

    def pressed(_event: KeyPressEvent) -> None:
        assert view.choices is not None
        chosen, ticked = view.choices.get_pointed_at().value, view.choices.selected_options
        if chosen in ticked:
            view.choices.selected_options = [other for other in ticked if other != chosen]
        else:
            others = [] if chosen in alone else [other for other in ticked if other not in alone]
            view.choices.selected_options = [*others, chosen]

    return pressed


def _accept_ticked(view: PromptView) -> Callable[[KeyPressEvent], None]:
    """Accept what is ticked. Enter on “We don't know” chooses it; Enter without a tick is confirmed once."""

    def pressed(event: KeyPressEvent) -> None:
        assert view.choices is not None
        ticked, pointed = view.choices.selected_options, view.choices.get_pointed_at().value
        is_key = any(option.id == pointed and option.key for option in view.page.options)
        if not ticked and is_key:
            event.app.exit(result=[pointed])
        elif not ticked and say(NOTHING_TICKED) not in view.page.notices:
            view.warn(say(NOTHING_TICKED))
        else:
            event.app.exit(result=list(ticked))

    return pressed
