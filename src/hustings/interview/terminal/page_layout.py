"""The layout of a page for a terminal of a given size. Pure, so that it can be tested without a terminal.

A page has the position, the question, help on it, the choices and the keys. In a small window the least needed parts
are left out first: blank lines, the second line of keys, the lines under the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hustings.interview.keys import hints
from hustings.interview.page import Option, Page, PageLine
from hustings.messages import say
from hustings.styled_text.terminal_text import first_fitting, paragraphs, safe
from hustings.text import cells

WIDEST = 88
"""The maximum width, because longer lines are hard to read."""
MARGIN = 1
RULE = "─"
EMPTY = PageLine("")


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The layout of a page: the lines above the choices or the input, the choices' titles, and the lines below.

    `rows` are available for the choices; `scrolls`: they do not all fit, and one more row is free for a note on it.
    """

    head: tuple[PageLine, ...]
    titles: tuple[str, ...]
    foot: tuple[PageLine, ...]
    rows: int
    scrolls: bool


def lay_out(page: Page, columns: int, rows: int) -> PageLayout:
    """Lay out a page for so many columns and rows, leaving out the least needed parts until it fits."""
    width = min(columns - 2 * MARGIN, WIDEST)
    titles = tuple(choice_title(page, option, columns) for option in page.options)
    choice_rows = sum(text.count("\n") + 1 for text in titles) or _input_rows(page, width)
    fitting = [(h, f) for h, f in _versions(page, width) if len(h) + len(f) + choice_rows <= rows]
    head, foot = fitting[0] if fitting else _smallest(page, width, rows)
    available = max(rows - len(head) - len(foot), 1)
    return PageLayout(
        head, titles, foot, choice_rows if choice_rows <= available else max(available - 1, 1), choice_rows > available
    )


def _versions(page: Page, width: int) -> Iterator[tuple[tuple[PageLine, ...], tuple[PageLine, ...]]]:
    """Versions of head and foot, from the complete to the shortest."""
    for spaced, keys, complete in ((True, 2, True), (False, 2, True), (False, 1, True), (False, 1, False)):
        yield (
            tuple(_head(page, width, spaced=spaced, complete=complete)),
            tuple(_foot(page, width, keys, spaced=spaced)),
        )


def _smallest(page: Page, width: int, rows: int) -> tuple[tuple[PageLine, ...], tuple[PageLine, ...]]:
    """If even the shortest version does not fit: the end of the question and a few rows of choices, which scroll."""
    *_, (head, foot) = _versions(page, width)
    most = max(rows * 2 // 3 - len(foot), 1)
    return head[-most:], foot if rows > len(foot) + 2 else ()


def _head(page: Page, width: int, *, spaced: bool, complete: bool) -> Iterator[PageLine]:
    if page.position:
        yield PageLine(first_fitting([safe(form) for form in page.position], width), "quiet")
        yield PageLine(RULE * width, "quiet")
    if page.intro and complete:
        yield from _blank_line(spaced)
        yield from (PageLine(text, "quiet") for text in paragraphs(page.intro, width))
    yield from _blank_line(spaced)
    yield from (PageLine(text, "strong") for text in paragraphs(page.title, width))
    yield from _body(page, width, complete=complete)
    for notice in page.notices:
        yield from (PageLine(text, "notice") for text in paragraphs(f"! {notice}", width, "  "))
    yield from _blank_line(spaced)


def _body(page: Page, width: int, *, complete: bool) -> Iterator[PageLine]:
    if complete or page.kind == "go":
        for line in page.lines:
            yield from (PageLine(text, line.style) for text in paragraphs(line.text, width))
    if page.hint:
        yield from (PageLine(text, "quiet") for text in paragraphs(page.hint, width))


def _blank_line(spaced: bool) -> Iterator[PageLine]:
    if spaced:
        yield EMPTY


def _foot(page: Page, width: int, lines: int, *, spaced: bool) -> Iterator[PageLine]:
    yield from _blank_line(spaced)
    yield from (
        PageLine(text, "quiet")
        for text in hints(page.keys, width, in_lists=page.kind != "words" and not page.searchable, lines=lines)
    )


def _input_rows(page: Page, width: int) -> int:
    """Rows for the typed text and one line more."""
    typed = page.initial if isinstance(page.initial, str) else ""
    return 2 + cells(typed) // max(width - 2, 1)


def split_page(page: Page, columns: int, rows: int) -> tuple[Page, ...]:
    """A page without a question, split into as many pages as the window needs."""
    width = min(columns - 2 * MARGIN, WIDEST)
    other_rows = sum(len(paragraphs(text, width)) for text in (page.title, *page.notices)) + 2 * bool(page.position) + 3
    room = max(rows - other_rows, 3)
    lines = tuple(PageLine(text, line.style) for line in page.lines for text in paragraphs(line.text, width))
    if len(lines) <= room:
        return (page,)
    chunks = [lines[start : start + room] for start in range(0, len(lines), room)]
    return tuple(
        replace(page, lines=part, options=(option,))
        for part, option in zip(chunks, _more(page, len(chunks)), strict=True)
    )


def _more(page: Page, pages: int) -> Iterator[Option]:
    for number in range(1, pages):
        yield Option("more", say("Read on ({number} of {pages})", number=number, pages=pages))
    yield page.options[0]


# --- choices -----------------------------------------------------------------------------------------------

SHORTCUTS = 9


def numbered(page: Page) -> bool:
    """Whether the choices can be chosen by a digit."""
    return page.kind == "one" and sum(not option.heading for option in page.options) <= SHORTCUTS


def choice_title(page: Page, option: Option, columns: int) -> str:
    """A choice's text, wrapped for its place after the pointer and the number or box."""
    if option.heading:
        return f"{RULE * 2} {safe(option.text)}"
    indent = 6 if numbered(page) else 5 if page.kind == "several" else 3
    width = min(columns - MARGIN, WIDEST) - indent
    return ("\n" + " " * indent).join(paragraphs(option.text, width))
