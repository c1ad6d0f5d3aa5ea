"""Mistakes of a pack on a terminal: the place, what is wrong, the line with the word marked, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hustings.messages import say
from hustings.problems import MOST_SHOWN, NOWHERE, Problem, pointed
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Row, cut, para
from hustings.text import cells

WORD = re.compile(r"[^\s,\[\]{}]+")
"""What a caret points at: as far as the next blank or mark of YAML."""


def problem_rows(problems: Sequence[Problem], width: int) -> Iterator[Row]:
    """The first hundred problems, with a blank row between them, and how many more there are."""
    for number, problem in enumerate(problems[:MOST_SHOWN]):
        yield from (BLANK,) if number else ()
        yield from _one(problem, width)
    if more := len(problems) - MOST_SHOWN if len(problems) > MOST_SHOWN else 0:
        yield BLANK
        yield from para(say("… and {more} more. Mend these first.", more=more), width, "strong")


def _one(problem: Problem, width: int) -> Iterator[Row]:
    warning = problem.severity == "warning"
    sign: Row = (("ask", "! "),) if warning else (("error", "✕ "),)
    place = f"{problem.place}  " if problem.place != NOWHERE else ""
    if cells(place) + cells(problem.what) + 2 <= width:
        yield (*sign, ("strong", place), ("", problem.what))
    else:
        yield from para(place, width, "strong", sign) if place else ()
        yield from para(problem.what, width, "", (("", "  "),) if place else sign)
    if problem.source and problem.place.column:
        yield from _quoted(problem, width, "ask" if warning else "error")
    if problem.hint:
        yield from para(problem.hint, width, "done", (("", "  "),))


def _quoted(problem: Problem, width: int, role: Role) -> Iterator[Row]:
    """The line of the file with the word marked that the caret points at."""
    line, caret = pointed(problem.source, problem.place.column)
    start = len(line) if cells(line) < len(caret) else _index(line, len(caret) - 1)
    word = found[0] if (found := WORD.match(line, start)) else ""
    number: Row = (("quiet", f"  {problem.place.line} "), ("line", "│ "))
    blank: Row = (("", " " * (cells(str(problem.place.line)) + 3)), ("line", "│ "))
    parts: Row = (("", line[:start]), (role, word), ("", line[start + len(word) :]))
    yield cut((*number, *parts), width)
    yield cut((*blank, ("", caret[:-1]), (role, "^" * max(cells(word), 1))), width)


def _index(line: str, column: int) -> int:
    """The character of a line that begins at this column, in cells."""
    at = 0
    for index, character in enumerate(line):
        if at >= column:
            return index
        at += cells(character)
    return len(line)
