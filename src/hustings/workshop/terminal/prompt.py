"""Line-based input and output: show text, ask, repeat until the input is valid. No cursor, no colour, no key but Enter.

Screen readers, pipes and every terminal can use it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date

from hustings.answers.accept import LONGEST_NOTE, too_long
from hustings.frozen_records import dataclass
from hustings.line_input import line_input
from hustings.messages import english, say, spelled_date
from hustings.pack.rules import DateOrder
from hustings.problems import InputError
from hustings.text import harmless
from hustings.workshop.session.input.payload import day
from hustings.workshop.terminal.workshop_text import NARROWEST, WIDEST, folded

BACK = english("back")


class GoBack(Exception):  # noqa: N818 - not an error: the user changed their mind
    """The user wants to leave a step without changing anything."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """`read` shows a prompt and returns a line, or raises `EOFError`; `write` prints a line."""

    width: int
    read: Callable[[str], str]
    write: Callable[[str], object]

    def say(self, *texts: str) -> None:
        """Show texts, folded to the width of the terminal."""
        for text in texts:
            self.show(folded(text, self.width))

    def show(self, lines: Iterable[str]) -> None:
        """Show lines that are folded already."""
        for line in lines:
            self.write(line)

    def ask(self, prompt: str, most: int = LONGEST_NOTE) -> str:
        """Ask for one line of at most `most` characters; empty for Enter. Raises `GoBack` if `back` was typed."""
        *lines, last = folded(prompt, self.width)
        self.show(lines)
        while refusal := too_long(typed := " ".join(self.read(f"{last} ").split()), most):
            self.say(str(refusal))
        if typed.lower() in (BACK, say(BACK)):
            raise GoBack
        return typed

    def ask_required(self, prompt: str) -> str:
        """Ask for one line that is not empty."""
        while not (typed := self.ask(prompt)):
            self.say(say("A few words are needed. `{back}` leaves it as it was.", back=say(BACK)))
        return typed

    def number(self, prompt: str, most: int) -> int:
        """Ask for a whole number up to `most`; 0 for Enter."""
        while True:
            typed = self.ask(prompt) or "0"
            if typed.isascii() and typed.isdigit() and len(typed) < 6 and int(typed) <= most:  # noqa: PLR2004
                return int(typed)
            self.say(say("Give a number from 0 to {most}.", most=most))

    def day(self, prompt: str, order: DateOrder | None = None) -> str:
        """Ask for a date and read it back in words. Returns it as year-month-day; empty for Enter."""
        while True:
            typed = self.ask(prompt)
            try:
                chosen: date | None = day({"due": typed}, "due", order)
            except InputError as wrong:
                self.say(str(wrong))
            else:
                self.say(*([spelled_date(chosen)] if chosen else []))
                return chosen.isoformat() if chosen else ""


def terminal_prompt() -> Prompt:
    """A prompt on standard input and output, be they a terminal or pipes."""
    width = shutil.get_terminal_size((72, 24)).columns
    return Prompt(max(NARROWEST, min(width, WIDEST)), line_input(_put), _put)


def _put(line: str) -> None:
    print(harmless(line), flush=True)  # noqa: T201 - the output of the program
