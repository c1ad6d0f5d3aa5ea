"""Help: why we ask, what counts as proof, who knows, where it comes from, and all keys; beside a question or below."""

from __future__ import annotations

from hustings.interview.pages.page import Page, Sign
from hustings.interview.screen.key_lines import key_table
from hustings.messages import say
from hustings.styled_text.rows import BLANK, Piece, Row, Rows, filled, para, ruled

KEY_COLUMN = 22
FROM: Sign = "open"
ANSWER: Sign = "below"
"""How lines are marked that say where something comes from, and how to answer."""
STEP = 3
"""Rows by which help scrolls at a key."""


def help_rows(page: Page, width: int, *, whole: bool, beside: bool = False) -> Rows:
    """The help of a page. `whole`: with sources and keys; `beside`: without what stands in the question itself."""
    hidden = (*((FROM,) if not whole else ()), *((ANSWER,) if beside else ()))
    rows = list[Row]()
    for line in page.explained:
        if line.sign not in hidden:
            rows += [BLANK] if line.style == "heading" and rows else []
            rows += para(line.text, width, "strong" if line.style == "heading" else "quiet" if line.sign else "")
    keys = key_rows(page, width) if whole else ()
    return (*rows, *((BLANK,) if rows and keys else ()), *keys)


def key_rows(page: Page, width: int) -> Rows:
    """All keys in columns."""
    pairs, columns = key_table(page), max(1, width // KEY_COLUMN)
    deep = -(-len(pairs) // columns)
    rows: list[Row] = [(("strong", say("Keys")),)]
    for line in range(deep):
        row: tuple[Piece, ...] = ()
        for key, words in pairs[line::deep]:
            row = filled((*row, ("key", f"{key:<4}"), ("quiet", words)), KEY_COLUMN * (1 + len(row) // 3))
        rows.append(row)
    return tuple(rows)


def lower_panel(page: Page, width: int, room: int, scroll: int) -> tuple[Rows, bool]:
    """Help below the question, with how much of it is seen; and whether there is more."""
    rows = help_rows(page, width, whole=True)
    title, body = (rows[0][0][1], rows[1:]) if rows and rows[0] else (say("Keys"), rows)
    first = max(0, min(scroll, len(body) - room))
    seen = body[first : first + room]
    right: Row = ()
    if len(body) > room:
        right = (("quiet", say("{n} of {all} lines", n=first + len(seen), all=len(body))),)
    return (ruled(title, width, right), *seen), first + room < len(body)
