"""Reading lines from a terminal or a pipe, and showing the prompt again after Ctrl-Z.

A line that is not UTF-8 is refused with a message, never stored as something else. Line mode of the interview,
workshops in the terminal and the menu use this.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from hustings.messages import say
from hustings.problems import InputError
from hustings.text import harmless

MOST_IN_A_TERMINAL = 4094
"""The longest line in bytes: a terminal silently cuts longer ones."""
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


class UnreadableError(InputError):
    """The input of a pipe is not UTF-8, so that its further lines cannot be trusted either."""


@dataclass(slots=True)
class LineInput:
    """Reads lines from the standard input. `write` prints messages about lines that are not accepted."""

    write: Callable[[str], object] = print
    read: int = 0

    def __call__(self, prompt: str) -> str:
        """Show a prompt and read a line. In a pipe the prompt gets a line of its own; its end raises `EOFError`."""
        prompt = harmless(prompt)
        if sys.stdin.isatty():
            return self._read_terminal(prompt)
        print(prompt, flush=True)  # noqa: T201 - this is the face
        self.read += 1
        raw = getattr(sys.stdin, "buffer", None)
        line = sys.stdin.readline() if raw is None else self._read_pipe(raw)
        if not line:
            raise EOFError
        return line.rstrip("\n")

    def _read_terminal(self, prompt: str) -> str:
        while True:
            with on_resume(lambda: print(prompt, end="", flush=True)):  # noqa: T201 - as `input` shows it
                line = input(prompt)
            if len(line.encode(errors="replace")) >= MOST_IN_A_TERMINAL:
                self.write(say("That line is longer than a terminal can take. Nothing of it was kept; type less."))
            elif UNREADABLE in line:
                self.write(
                    say("A character of that line is not in UTF-8. Set the terminal to UTF-8, then type it again.")
                )
            else:
                return line

    def _read_pipe(self, stream: BinaryIO) -> str:
        raw = stream.readline()
        try:
            line = raw.decode("utf-8-sig" if self.read == 1 else "utf-8")
        except UnicodeDecodeError as wrong:
            raise self._not_utf8(len(raw[: wrong.start].decode()) + 1) from None
        if "\0" in line:
            raise self._not_utf8(line.index("\0") + 1)
        return line.replace("\r\n", "\n")

    def _not_utf8(self, column: int) -> UnreadableError:
        what = say(
            "What comes in is not text in UTF-8: line {line}, character {column}.", line=self.read, column=column
        )
        return UnreadableError(what, say("Save it as UTF-8 text, then send it again."))


def line_input(write: Callable[[str], object] = print) -> LineInput:
    """A reader of lines from the terminal or a pipe."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # in a terminal, the line of an invalid byte is asked for again
    return LineInput(write)


@contextmanager
def on_resume(show_again: Callable[[], object]) -> Iterator[None]:
    """A context in which a function is called when the program continues after Ctrl-Z; the outermost first."""
    number = getattr(signal, "SIGCONT", None)  # Windows has none
    if number is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.getsignal(number)

    def shown(*arguments: object) -> None:
        if callable(previous):
            previous(*arguments)  # type: ignore[arg-type]
        show_again()

    signal.signal(number, shown)
    try:
        yield
    finally:
        signal.signal(number, previous)
