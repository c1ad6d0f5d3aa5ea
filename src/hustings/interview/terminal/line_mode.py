"""The interview line by line: for screen readers, pipes, and terminals that cannot move the cursor.

Nothing is redrawn. Choices have numbers, keys are words after a slash, every page is only ever added below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from hustings.interview.keys import Key, command, key_named
from hustings.interview.navigation import Draft
from hustings.interview.page import KeyPressed, Option, Page, Reply, TypedAnswer, Way
from hustings.interview.terminal.terminal_text import paragraphs, safe
from hustings.line_input import on_resume
from hustings.messages import english, say

NONE = ("0", english("none"))
PROMPTS: dict[Way, str] = {"one": english("Number"), "several": english("Numbers"), "words": english("Answer")}


class LineMode:
    """Asks with numbered lines. `read` shows a prompt and returns a line; `write` puts out a line."""

    def __init__(self, width: int, read: Callable[[str], str] = input, write: Callable[[str], object] = print) -> None:
        self._width, self._read, self._write = width, read, write

    @contextmanager
    def open(self) -> Iterator[None]:
        """Nothing to prepare."""
        yield

    def ask(self, page: Page) -> Reply:
        """Show a page and read lines until one of them is a reply."""
        self.say("", *_page_lines(page, self._width))
        if page.way == "go":
            return TypedAnswer("")
        with on_resume(lambda: self.say("", *_page_lines(page, self._width))):
            return self._reply(page)

    def _reply(self, page: Page) -> Reply:
        while True:
            typed = safe(self._read(_prompt(page))).strip()
            reply = understood(page, typed)
            if not isinstance(reply, str):
                return reply
            self.say(*paragraphs(reply, self._width))

    def say(self, *lines: str) -> None:
        """Write lines, without anything that a terminal would obey."""
        for line in lines:
            self._write(safe(line))


def _page_lines(page: Page, width: int) -> Iterator[str]:
    said = (page.place[0] if page.place else "", page.opening, page.title)
    for text in (*(t for t in said if t), *(line.text for line in page.lines), *(f"! {n}" for n in page.notices)):
        yield from paragraphs(text, width)
    if page.way != "go":
        yield from _options(page, width)


def _options(page: Page, width: int) -> Iterator[str]:
    number = 0
    for option in page.options:
        number += not option.heading
        lead, indent = ("", "") if option.heading else (f"{number:>3}  ", "     ")
        yield from paragraphs(option.text, width, indent, lead)
    if page.way == "several":
        yield from paragraphs(say("Give all that fit, such as 1, 3; 0 means none of these."), width)
    elif page.hint:
        yield from paragraphs(page.hint, width)
    yield from paragraphs(_commands(page.keys), width)


def _commands(keys: Sequence[Key]) -> str:
    return say("Or: {commands}", commands=" ".join(f"/{command(key)}" for key in keys))


def _prompt(page: Page) -> str:
    kept = f" ({say('Enter keeps it')})" if _kept(page) is not None else ""
    return f"{say(PROMPTS.get(page.way, PROMPTS['words']))}{kept}: "


def _kept(page: Page) -> Draft | None:
    """What an empty line stands for: what was said before."""
    return page.before if page.before not in (None, "") else None


def understood(page: Page, typed: str) -> Reply | str:
    """A typed line as a reply, or a sentence that says why it is none."""
    if typed == "?":
        typed = "/help"
    if typed.startswith("/") and not typed.startswith("//"):
        key = key_named(typed[1:].strip(), page.keys)
        return (
            KeyPressed(key)
            if key
            else say("“{typed}” is no command here. {commands}", typed=typed, commands=_commands(page.keys))
        )
    typed = typed.removeprefix("/") if typed.startswith("//") else typed
    if not typed and (kept := _kept(page)) is not None:
        return _chosen(page, kept)
    match page.way:
        case "one":
            return _one(page, typed)
        case "several":
            return _several(page, typed)
        case _:
            return TypedAnswer(typed)


def _able(page: Page) -> tuple[Option, ...]:
    return tuple(option for option in page.options if not option.heading)


def _one(page: Page, typed: str) -> Reply | str:
    option = _option(page, typed)
    return _chosen(page, option.id) if option else say("Give a number from 1 to {most}.", most=len(_able(page)))


def _option(page: Page, typed: str) -> Option | None:
    """By its number, or by its id, which is how a script may answer."""
    able = _able(page)
    if typed.isascii() and typed.isdigit() and len(typed) < 4:  # noqa: PLR2004 - no list is that long
        return able[int(typed) - 1] if 1 <= int(typed) <= len(able) else None
    return next((option for option in able if option.id == typed), None)


def _several(page: Page, typed: str) -> Reply | str:
    words = typed.replace(",", " ").split()
    if len(words) == 1 and words[0].lower() in (*NONE, say(NONE[1])):
        return TypedAnswer(())
    found = [_option(page, word) for word in words]
    if not words or None in found:
        return say("Give numbers from 1 to {most}, or 0 for none of these.", most=len(_able(page)))
    return _chosen(page, tuple(option.id for option in found if option))


def _chosen(page: Page, ids: Draft) -> Reply | str:
    """What is chosen, unless something that stands alone is chosen with others."""
    if page.way == "words":
        return TypedAnswer(ids)
    several = ids if isinstance(ids, tuple) else (ids,)
    chosen = [option for option in _able(page) if option.id in several]
    keyed = next((option for option in chosen if option.key), None)
    if keyed and len(chosen) > 1:
        return say("“{choice}” cannot go together with other choices.", choice=keyed.text)
    return KeyPressed(keyed.key) if keyed and keyed.key else TypedAnswer(ids)
