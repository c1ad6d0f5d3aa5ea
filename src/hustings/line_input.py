"""Lines that somebody types, or that come through a pipe, and what is shown again after Ctrl-Z.

A line is read as UTF-8 or refused in words, never stored as something else. The plain interview, a workshop in the
terminal and the menu read their lines here.
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
"""Bytes of a line: a terminal silently cuts what is longer."""
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


class UnreadableError(InputError):
    """What comes through a pipe is not text in UTF-8: what follows cannot be relied on either."""


@dataclass(slots=True)
class LineInput:
    """Reads lines from the standard input. `write` puts out what is said about a line that cannot be taken."""

    write: Callable[[str], object] = print
    read: int = 0

    def __call__(self, prompt: str) -> str:
        """Show a prompt and read a line. In a pipe the prompt gets a line of its own; its end raises `EOFError`."""
        prompt = harmless(prompt)
        if sys.stdin.isatty():
            return self._typed(prompt)
        print(prompt, flush=True)  # noqa: T201 - this is the face
        self.read += 1
        raw = getattr(sys.stdin, "buffer", None)
        line = sys.stdin.readline() if raw is None else self._piped(raw)
        if not line:
            raise EOFError
        return line.rstrip("\n")

    def _typed(self, prompt: str) -> str:
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

    def _piped(self, stream: BinaryIO) -> str:
        raw = stream.readline()
        try:
            line = raw.decode("utf-8-sig" if self.read == 1 else "utf-8")
        except UnicodeDecodeError as wrong:
            raise self._refused(len(raw[: wrong.start].decode()) + 1) from None
        if "\0" in line:
            raise self._refused(line.index("\0") + 1)
        return line.replace("\r\n", "\n")

    def _refused(self, column: int) -> UnreadableError:
        what = say(
            "What comes in is not text in UTF-8: line {line}, character {column}.", line=self.read, column=column
        )
        return UnreadableError(what, say("Save it as UTF-8 text, then send it again."))


def line_input(write: Callable[[str], object] = print) -> LineInput:
    """Lines from whoever sits at the terminal, or from a pipe."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # in a terminal a stray byte is told, and asked for again
    return LineInput(write)


@contextmanager
def on_resume(again: Callable[[], object]) -> Iterator[None]:
    """Within this, what is shown is shown again when the program goes on after Ctrl-Z; the outermost first."""
    number = getattr(signal, "SIGCONT", None)  # Windows has none
    if number is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(number)

    def shown(*arguments: object) -> None:
        if callable(before):
            before(*arguments)  # type: ignore[arg-type]
        again()

    signal.signal(number, shown)
    try:
        yield
    finally:
        signal.signal(number, before)
