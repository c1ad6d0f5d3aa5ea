"""Plain mode: the interview line by line, for screen readers, pipes, and terminals that cannot move the cursor.

It says what a screen says, in the same order, and nothing is redrawn: every page is printed below the last one. An
error repeats the prompt alone, because a listener has just heard the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hustings.interview.pages.page import Page, PageState, Reply, TypedAnswer
from hustings.interview.screen.fields import day_hint
from hustings.interview.terminal.typed_line import choices_words, default, key_words, marked, parse_line
from hustings.line_input import on_resume
from hustings.messages import say
from hustings.styled_text.terminal_text import paragraphs, safe
from hustings.text import upper_first

PLACED: tuple[PageState, ...] = ("question", "help", "sections")
"""Pages that say where we are in words of their own, or belong to one that has just said it."""


class LineMode:
    """Asks with numbered lines. `read` shows a prompt and returns a line; `write` prints a line.

    `passes`: nobody is there to choose, as at a pipe, so a page at which a sitting begins or ends asks nothing.
    """

    def __init__(
        self,
        width: int,
        read: Callable[[str], str] = input,
        write: Callable[[str], object] = print,
        *,
        passes: bool = True,
    ) -> None:
        self._width, self._read, self._write, self.passes = width, read, write, passes
        self._section, self._saved, self._explained = "", "", False

    @contextmanager
    def open(self) -> Iterator[None]:
        """Nothing to prepare."""
        yield

    def ask(self, page: Page) -> Reply:
        """Show a page and read lines until one of them is a reply. One that was refused repeats the prompt alone."""
        lines = tuple(page.notices) if page.refused and page.notices else tuple(_closed_up(self._lines(page)))
        self._tell(lines)
        if page.kind == "go" or (page.passing and self.passes):
            return TypedAnswer("")
        with on_resume(lambda: self._tell(lines)):
            return self._reply(page)

    def _reply(self, page: Page) -> Reply:
        while True:
            typed = safe(self._read(_prompt(page))).strip()
            reply = parse_line(page, typed)
            if not isinstance(reply, str):
                return reply
            self._tell((reply,))

    def say(self, *lines: str) -> None:
        """Write lines, without control characters."""
        for line in lines:
            self._write(safe(line))

    def _tell(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            choice = line.startswith("  ")
            self.say(
                *(paragraphs(line.strip(), self._width, "     ", "  ") if choice else paragraphs(line, self._width))
            )

    def _lines(self, page: Page) -> Iterator[str]:
        """What a page says: what was saved, where we are, the question with its choices, and what is to be known."""
        if page.saved and page.saved != self._saved:
            yield say("Saved: {answer}", answer=page.saved)
        self._saved = page.saved if page.state in ("stop", "section_end") else ""
        yield ""
        if page.state == "question":
            yield from self._place(page)
        yield from _page_lines(page, asks=page.kind != "go" and not (page.passing and self.passes))

    def _place(self, page: Page) -> Iterator[str]:
        """The keys, once; and the section, where another one begins."""
        if not self._explained:
            yield say("Type a number or letter to answer. b is back, d we don't know, ? help and all keys, q leave.")
            yield say("Where you write, put a slash before a letter: /b, /d, /?, /q.")
            yield ""
        if page.head.title != self._section:
            yield from _section_words(page)
            yield ""
        self._explained, self._section = True, page.head.title


def _closed_up(lines: Iterator[str]) -> Iterator[str]:
    """Lines with no more than one blank one in a row."""
    before = None
    for line in lines:
        if line or before != "":
            yield line
        before = line


def _section_words(page: Page) -> Iterator[str]:
    stops = f" {page.head.stops}." if page.head.stops else ""
    left = upper_first(page.position[0].rpartition(" · ")[2]) if page.position else ""
    yield f"{say('Section: {section}.', section=page.head.title)} {left}.{stops}"
    yield from (page.intro,) if page.intro else ()


def _page_lines(page: Page, *, asks: bool) -> Iterator[str]:
    yield from () if page.state in PLACED else (text for text in (*page.position[:1], page.intro) if text)
    yield from (page.above.title,) if page.above and page.state != "help" else ()
    yield _title(page)
    yield from (line.words for line in page.lines if line.strip is None)
    yield from (say("This is said once. It stays first in your plan."),) if page.state == "stop" else ()
    yield from page.notices
    if page.state == "help" and page.above is not None:
        yield key_words(page.above)
    if asks:
        yield from _choices(page)


def _title(page: Page) -> str:
    if page.state == "stop":
        return say("STOP. {title}", title=page.title)
    return f"{page.head.count}. {page.title}" if page.state == "question" and page.head.count else page.title


def _choices(page: Page) -> Iterator[str]:
    marks = {option.id: mark for mark, option in marked(page)}
    yield from (say("Type a number, or a part of the name."),) if page.searchable else ()
    for option in page.options:
        words = option.short if option.letter and option.short else option.text
        yield words if option.heading else f"  {marks[option.id]}. {words}"
    hint = page.hint if page.day_of is None else day_hint(page.day_of)
    yield from (hint,) if hint and page.kind != "several" else ()


def _prompt(page: Page) -> str:
    if default(page) is None or page.refused:
        return f"{_wanted(page)}: "
    return f"{_wanted(page)} ({say('Enter goes on') if page.state == 'resume' else say('Enter keeps it')}): "


def _wanted(page: Page) -> str:
    match page.kind:
        case "one":
            return choices_words(page)
        case "several":
            return say("Numbers, such as 1 3; 0 for none")
        case _:
            return say("Answer")
