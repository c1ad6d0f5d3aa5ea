"""How much there is to lay out on a page, measured before it is laid out, and the bound on it.

Layout takes 21 kB of memory and a millisecond for each element and for each line of text, whatever is in it. So what
is counted is elements and lines: the line breaks of a text, and a line for each `LINE` letters, or `NARROW` in a cell
of a table. Two things take longer: a word without a break, because the place to break it is searched for; and a text
that fits on no page, because it is laid out again on the next one.
"""

from __future__ import annotations

import re
from pathlib import Path

from hustings.messages import say
from hustings.problems import InputError
from hustings.report.document.document_records import Document
from hustings.report.document.ledger.abridged import abridged
from hustings.report.render.html import render_html

MOST_LINES = 14_000
"""The most elements and lines: 25 seconds of work and 400 MB, the rest of the program included."""
LINE, NARROW, LONG_TEXT = 90, 40, 1_000
LONG_TEXT_COSTS, LONG_WORD_COSTS = 3, 5
TEXT = re.compile(r"(<td[^<>]*)?>([^<]+)")
LONG_WORD = re.compile(r"[!-\u0dff]{60,}")
"""A word that breaks nowhere; Thai, Chinese and Japanese, which need no spaces, break between letters."""


def render_printed(document: Document, theme: Path) -> str:
    """The page to print: all of the document, or an abridged ledger if that is too much. Raises `InputError`."""
    page = render_html(document, theme)
    if printed_lines(page) <= MOST_LINES:
        return page
    hint = say("Add --html for a web page, which may be longer; or shorten what the pack says.")
    return bounded(render_html(abridged(document), theme), hint)


def bounded(page: str, hint: str) -> str:
    """The page, if it is not too much to lay out. Raises `InputError`, with the hint."""
    if printed_lines(page) <= MOST_LINES:
        return page
    raise InputError(
        say(
            "There is too much to print: about {n} lines and boxes, and {most} is the most for a PDF.",
            n=f"{printed_lines(page):,}",
            most=f"{MOST_LINES:,}",
        ),
        hint,
    )


def printed_lines(page: str) -> int:
    """The elements and lines in the body of a page."""
    body = page.partition("</head>")[2]
    lines = sum(_lines(text, NARROW if cell else LINE) for cell, text in TEXT.findall(body) if not text.isspace())
    return body.count("<") // 2 + int(lines)


def _lines(text: str, width: int) -> float:
    long_words = sum(len(word) for word in LONG_WORD.findall(text))
    beyond = max(0, len(text) - LONG_TEXT)
    letters = len(text) + (LONG_TEXT_COSTS - 1) * beyond + (LONG_WORD_COSTS - 1) * long_words
    return letters / width + text.count("\n")
