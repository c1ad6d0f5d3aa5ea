"""What a page says, as lines for a terminal of a given size. Pure, so that it is tested without one.

One question, one purpose: where we are, the question, what helps to answer it, the choices, the keys. Where the
window is small, what is least needed goes first: air, the second line of keys, what stands under the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hustings.interview.keys import hints
from hustings.interview.page import Option, Page, PageLine
from hustings.interview.terminal.terminal_text import fitting, paragraphs, safe
from hustings.messages import say
from hustings.text import cells

WIDEST = 88
"""Longer lines are hard to read."""
MARGIN = 1
RULE = "─"
EMPTY = PageLine("")


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page laid out: what stands above the choices or the input, the choices' titles, and what stands below.

    `rows` are left for the choices; `scrolls`: they do not all fit, and one more row is free to say so.
    """

    head: tuple[PageLine, ...]
    titles: tuple[str, ...]
    foot: tuple[PageLine, ...]
    rows: int
    scrolls: bool


def screen(page: Page, columns: int, rows: int) -> PageLayout:
    """Lay out a page on so many columns and rows, giving up what is least needed until it fits."""
    width = min(columns - 2 * MARGIN, WIDEST)
    titles = tuple(title(page, option, columns) for option in page.options)
    needed = sum(text.count("\n") + 1 for text in titles) or _input_rows(page, width)
    laid = [(h, f) for h, f in _versions(page, width) if len(h) + len(f) + needed <= rows]
    head, foot = laid[0] if laid else _smallest(page, width, rows)
    left = max(rows - len(head) - len(foot), 1)
    return PageLayout(head, titles, foot, needed if needed <= left else max(left - 1, 1), needed > left)


def _versions(page: Page, width: int) -> Iterator[tuple[tuple[PageLine, ...], tuple[PageLine, ...]]]:
    """Head and foot, from all that there is to the least."""
    for airy, keys, full in ((True, 2, True), (False, 2, True), (False, 1, True), (False, 1, False)):
        yield tuple(_head(page, width, airy=airy, full=full)), tuple(_foot(page, width, keys, airy=airy))


def _smallest(page: Page, width: int, rows: int) -> tuple[tuple[PageLine, ...], tuple[PageLine, ...]]:
    """Even the least does not fit: keep the end of the question and a few rows of choices, which scroll."""
    *_, (head, foot) = _versions(page, width)
    most = max(rows * 2 // 3 - len(foot), 1)
    return head[-most:], foot if rows > len(foot) + 2 else ()


def _head(page: Page, width: int, *, airy: bool, full: bool) -> Iterator[PageLine]:
    if page.place:
        yield PageLine(fitting([safe(form) for form in page.place], width), "quiet")
        yield PageLine(RULE * width, "quiet")
    if page.opening and full:
        yield from _air(airy)
        yield from (PageLine(text, "quiet") for text in paragraphs(page.opening, width))
    yield from _air(airy)
    yield from (PageLine(text, "strong") for text in paragraphs(page.title, width))
    yield from _body(page, width, full=full)
    for notice in page.notices:
        yield from (PageLine(text, "notice") for text in paragraphs(f"! {notice}", width, "  "))
    yield from _air(airy)


def _body(page: Page, width: int, *, full: bool) -> Iterator[PageLine]:
    if full or page.way == "go":
        for line in page.lines:
            yield from (PageLine(text, line.look) for text in paragraphs(line.text, width))
    if page.hint:
        yield from (PageLine(text, "quiet") for text in paragraphs(page.hint, width))


def _air(airy: bool) -> Iterator[PageLine]:
    if airy:
        yield EMPTY


def _foot(page: Page, width: int, lines: int, *, airy: bool) -> Iterator[PageLine]:
    yield from _air(airy)
    yield from (
        PageLine(text, "quiet")
        for text in hints(page.keys, width, lists=page.way != "words" and not page.searched, lines=lines)
    )


def _input_rows(page: Page, width: int) -> int:
    """Rows for what is typed, with room for one line more."""
    typed = page.before if isinstance(page.before, str) else ""
    return 2 + cells(typed) // max(width - 2, 1)


def parts(page: Page, columns: int, rows: int) -> tuple[Page, ...]:
    """A page that is only read, in as many pages as the window needs."""
    width = min(columns - 2 * MARGIN, WIDEST)
    around = sum(len(paragraphs(text, width)) for text in (page.title, *page.notices)) + 2 * bool(page.place) + 3
    room = max(rows - around, 3)
    lines = tuple(PageLine(text, line.look) for line in page.lines for text in paragraphs(line.text, width))
    if len(lines) <= room:
        return (page,)
    cut = [lines[start : start + room] for start in range(0, len(lines), room)]
    return tuple(
        replace(page, lines=part, options=(more,)) for part, more in zip(cut, _more(page, len(cut)), strict=True)
    )


def _more(page: Page, pages: int) -> Iterator[Option]:
    for number in range(1, pages):
        yield Option("more", say("Read on ({number} of {pages})", number=number, pages=pages))
    yield page.options[0]


# --- choices -----------------------------------------------------------------------------------------------

SHORTCUTS = 9


def numbered(page: Page) -> bool:
    """Whether the choices can be reached by a digit."""
    return page.way == "one" and sum(not option.heading for option in page.options) <= SHORTCUTS


def title(page: Page, option: Option, columns: int) -> str:
    """A choice's text, paragraphs for where it stands: behind the pointer and its number or box."""
    if option.heading:
        return f"{RULE * 2} {safe(option.text)}"
    indent = 6 if numbered(page) else 5 if page.way == "several" else 3
    width = min(columns - MARGIN, WIDEST) - indent
    return ("\n" + " " * indent).join(paragraphs(option.text, width))
