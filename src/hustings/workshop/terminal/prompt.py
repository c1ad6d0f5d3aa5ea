"""A conversation in lines: say, ask, ask again until it can be understood. No cursor, no colour, no key but Enter.

This is what a screen reader reads best, what goes through a pipe, and what works in any terminal.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from hustings.answers.accept import LONGEST_NOTE, too_long
from hustings.line_input import line_input
from hustings.messages import english, say, spelled_date
from hustings.pack.rules import DateOrder
from hustings.problems import InputError
from hustings.text import harmless
from hustings.workshop.session.payload import day
from hustings.workshop.terminal.workshop_text import NARROWEST, WIDEST, folded

BACK = english("back")


class GoBack(Exception):  # noqa: N818 - not an error: somebody thought better of it
    """Whoever was asked wants to leave this step as it was."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """`read` shows a prompt and returns a line, or raises `EOFError`; `write` puts out a line."""

    width: int
    read: Callable[[str], str]
    write: Callable[[str], object]

    def say(self, *texts: str) -> None:
        """Show texts, folded to the width of the terminal."""
        for text in texts:
            self.show(folded(text, self.width))

    def show(self, lines: Iterable[str]) -> None:
        """Lines that are folded already."""
        for line in lines:
            self.write(line)

    def ask(self, prompt: str, most: int = LONGEST_NOTE) -> str:
        """One line, empty for Enter; asked for again if it is longer than that. Raises `Back` if that was typed."""
        *lines, last = folded(prompt, self.width)
        self.show(lines)
        while long := too_long(typed := " ".join(self.read(f"{last} ").split()), most):
            self.say(str(long))
        if typed.lower() in (BACK, say(BACK)):
            raise GoBack
        return typed

    def needed(self, prompt: str) -> str:
        """One line that is not empty."""
        while not (typed := self.ask(prompt)):
            self.say(say("A few words are needed. `{back}` leaves it as it was.", back=say(BACK)))
        return typed

    def number(self, prompt: str, most: int) -> int:
        """A whole number; 0 for Enter."""
        while True:
            typed = self.ask(prompt) or "0"
            if typed.isascii() and typed.isdigit() and len(typed) < 6 and int(typed) <= most:  # noqa: PLR2004
                return int(typed)
            self.say(say("Give a number from 0 to {most}.", most=most))

    def day(self, prompt: str, order: DateOrder | None = None) -> str:
        """A day, read back in words, as year-month-day; empty for Enter."""
        while True:
            typed = self.ask(prompt)
            try:
                found: date | None = day({"due": typed}, "due", order)
            except InputError as wrong:
                self.say(str(wrong))
            else:
                self.say(*([spelled_date(found)] if found else []))
                return found.isoformat() if found else ""


def at_terminal() -> Prompt:
    """With whoever sits there, or with the two ends of a pipe."""
    width = shutil.get_terminal_size((72, 24)).columns
    return Prompt(max(NARROWEST, min(width, WIDEST)), line_input(_put), _put)


def _put(line: str) -> None:
    print(harmless(line), flush=True)  # noqa: T201 - this is the face
