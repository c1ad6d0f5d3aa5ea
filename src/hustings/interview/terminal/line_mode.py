"""The interview line by line: for screen readers, pipes, and terminals that cannot move the cursor.

Nothing is redrawn: every page is printed below the last one. Choices have numbers, and keys are words after a slash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from hustings.interview.keys import Key, command_word, key_of_word
from hustings.interview.navigation import Draft
from hustings.interview.pages.page import KeyPressed, Option, Page, PageKind, Reply, TypedAnswer
from hustings.line_input import on_resume
from hustings.messages import english, say
from hustings.styled_text.terminal_text import paragraphs, safe

NONE = ("0", english("none"))
PROMPTS: dict[PageKind, str] = {"one": english("Number"), "several": english("Numbers"), "words": english("Answer")}


class LineMode:
    """Asks with numbered lines. `read` shows a prompt and returns a line; `write` prints a line."""

    def __init__(self, width: int, read: Callable[[str], str] = input, write: Callable[[str], object] = print) -> None:
        self._width, self._read, self._write = width, read, write

    @contextmanager
    def open(self) -> Iterator[None]:
        """Nothing to prepare."""
        yield

    def ask(self, page: Page) -> Reply:
        """Show a page and read lines until one of them is a reply."""
        self.say("", *_page_lines(page, self._width))
        if page.kind == "go" or page.passing:
            return TypedAnswer("")
        with on_resume(lambda: self.say("", *_page_lines(page, self._width))):
            return self._reply(page)

    def _reply(self, page: Page) -> Reply:
        while True:
            typed = safe(self._read(_prompt(page))).strip()
            reply = parse_line(page, typed)
            if not isinstance(reply, str):
                return reply
            self.say(*paragraphs(reply, self._width))

    def say(self, *lines: str) -> None:
        """Write lines, without control characters."""
        for line in lines:
            self._write(safe(line))


def _page_lines(page: Page, width: int) -> Iterator[str]:
    if page.saved:
        yield from paragraphs(say("Saved: {answer}", answer=page.saved), width)
    title = say("STOP. {title}", title=page.title) if page.state == "stop" else page.title
    texts = (page.position[0] if page.position else "", page.intro, page.above.title if page.above else "", title)
    lines = (line.words for line in page.lines if line.strip is None)
    for text in (*(t for t in texts if t), *lines, *(f"! {n}" for n in page.notices)):
        yield from paragraphs(text, width)
    if page.kind != "go" and not page.passing:
        yield from _options(page, width)


def _options(page: Page, width: int) -> Iterator[str]:
    number = 0
    for option in page.options:
        number += not option.heading
        prefix, indent = ("", "") if option.heading else (f"{number:>3}  ", "     ")
        yield from paragraphs(option.text, width, indent, prefix)
    if page.kind == "several":
        yield from paragraphs(say("Give all that fit, such as 1, 3; 0 means none of these."), width)
    elif page.hint:
        yield from paragraphs(page.hint, width)
    yield from paragraphs(_commands(page.keys), width)


def _commands(keys: Sequence[Key]) -> str:
    return say("Or: {commands}", commands=" ".join(f"/{command_word(key)}" for key in keys))


def _prompt(page: Page) -> str:
    default_hint = f" ({say('Enter keeps it')})" if _default(page) is not None else ""
    return f"{say(PROMPTS.get(page.kind, PROMPTS['words']))}{default_hint}: "


def _default(page: Page) -> Draft | None:
    """The reply of an empty line: the earlier answer, if there is one."""
    return page.initial if page.initial not in (None, "") else None


def parse_line(page: Page, typed: str) -> Reply | str:
    """A typed line as a reply, or a sentence on why it is not valid."""
    if typed == "?":
        typed = "/help"
    if typed.startswith("/") and not typed.startswith("//"):
        key = key_of_word(typed[1:].strip(), page.keys)
        return (
            KeyPressed(key)
            if key
            else say("“{typed}” is no command here. {commands}", typed=typed, commands=_commands(page.keys))
        )
    typed = typed.removeprefix("/") if typed.startswith("//") else typed
    if not typed and (default := _default(page)) is not None:
        return _reply_with(page, default)
    match page.kind:
        case "one":
            return _parse_one(page, typed)
        case "several":
            return _parse_several(page, typed)
        case _:
            return TypedAnswer(typed)


def _choosable(page: Page) -> tuple[Option, ...]:
    return tuple(option for option in page.options if not option.heading)


def _parse_one(page: Page, typed: str) -> Reply | str:
    option = _option(page, typed)
    return (
        _reply_with(page, option.id) if option else say("Give a number from 1 to {most}.", most=len(_choosable(page)))
    )


def _option(page: Page, typed: str) -> Option | None:
    """An option by its number or, for scripts, by its id."""
    options = _choosable(page)
    if typed.isascii() and typed.isdigit() and len(typed) < 4:  # noqa: PLR2004 - no list is that long
        return options[int(typed) - 1] if 1 <= int(typed) <= len(options) else None
    return next((option for option in options if option.id == typed), None)


def _parse_several(page: Page, typed: str) -> Reply | str:
    words = typed.replace(",", " ").split()
    if len(words) == 1 and words[0].lower() in (*NONE, say(NONE[1])):
        return TypedAnswer(())
    options = [_option(page, word) for word in words]
    if not words or None in options:
        return say("Give numbers from 1 to {most}, or 0 for none of these.", most=len(_choosable(page)))
    return _reply_with(page, tuple(option.id for option in options if option))


def _reply_with(page: Page, ids: Draft) -> Reply | str:
    """The reply of chosen options, or a sentence if one that stands alone is combined with others."""
    if page.kind == "words":
        return TypedAnswer(ids)
    ids_chosen = ids if isinstance(ids, tuple) else (ids,)
    chosen = [option for option in _choosable(page) if option.id in ids_chosen]
    with_key = next((option for option in chosen if option.key), None)
    if with_key and len(chosen) > 1:
        return say("“{choice}” cannot go together with other choices.", choice=with_key.text)
    return KeyPressed(with_key.key) if with_key and with_key.key else TypedAnswer(ids)
