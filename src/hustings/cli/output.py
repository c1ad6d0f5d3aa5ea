"""Output: lines wrapped for a terminal, whole lines for a program."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from hustings.problems import escaped
from hustings.styled_text.ansi import ansi
from hustings.styled_text.palette import background_of, depth_of, styles
from hustings.styled_text.rows import UNBOUNDED, Row
from hustings.styled_text.signs import in_ascii
from hustings.text import wrapped

WIDEST, WIDEST_ROW = 100, 88
"""The longest lines, in cells: of running text, and of rows with something at both ends."""
MARGIN = 1

SPACES_AND_JOINERS = "\n\t\u00a0\u2007\u202f\u200c\u200d"
"""Characters that Python does not call printable but that are harmless: spaces and joiners."""


def printable(text: object) -> str:
    """The text without control characters, since names, titles and paths come from files of other people."""
    return escaped(str(text), keep=SPACES_AND_JOINERS)


def echo(text: object = "", *, err: bool = False) -> None:
    """Print a text. All output of commands uses this. On a terminal, no line is wider than it, but for commands."""
    stream, shown = sys.stderr if err else sys.stdout, printable(text)
    click.echo(_fitted(shown) if stream is not None and stream.isatty() else shown, err=err)


def _fitted(text: str) -> str:
    """A text folded to the terminal's width; a command stays in one piece, so that it can be copied."""
    columns = shutil.get_terminal_size().columns
    return "\n".join(
        line if len(line) <= columns or COMMAND.search(line) else folded(line, columns) for line in text.split("\n")
    )


NOTES = "hustings.notes"
COMMAND = re.compile(r"(?:^|[\s/`“])hustings ")
"""What a line with a command to copy holds."""


def note_once(text: str) -> None:
    """Print a note on the standard error, unless this command has printed it already."""
    context = click.get_current_context(silent=True)
    printed = context.find_root().meta.setdefault(NOTES, set()) if context is not None else set()
    if text not in printed:
        printed.add(text)
        echo(text, err=True)


@contextmanager
def printable_usage_errors() -> Iterator[None]:
    """A context in which click's usage errors are made printable, as they contain what was typed."""
    try:
        yield
    except click.ClickException as wrong:
        wrong.message = printable(wrong.message)  # type: ignore[misc]  # ours to show, and click takes no other way
        raise


def echo_lines(lines: Iterable[str]) -> None:
    """Print lines. In a terminal, long ones are wrapped with their indentation."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if is_terminal() else 0
    for line in lines:
        echo(folded(printable(line), width) if width else line)


def row_width() -> int:
    """The width for rows that are to be printed: that of the terminal without its margins; unbounded in a pipe."""
    if not is_terminal():
        return UNBOUNDED
    return max(min(shutil.get_terminal_size().columns, WIDEST_ROW) - 2 * MARGIN, 1)


def row_height() -> int:
    """How many rows a terminal shows above its prompt; 0, for any number, in a pipe."""
    return shutil.get_terminal_size().lines - 1 if is_terminal() else 0


def echo_rows(rows: Iterable[Row], change: Callable[[str], str] = str) -> None:
    """Print rows: with colours and a margin on a terminal, as plain text in a pipe. `change` is done to each text."""
    terminal = is_terminal()
    depth = depth_of(os.environ)
    looks = styles(background_of(os.environ), depth) if terminal else {}
    for row in rows:
        shown = tuple((role, printable(change(text))) for role, text in row)
        line = ansi(shown if _writes_unicode() else in_ascii(shown), looks, depth)
        click.echo(f"{' ' * MARGIN}{line}" if terminal and line else line)


def is_terminal() -> bool:
    """Whether people read what is printed; in a pipe it may be a program."""
    return bool(sys.stdout) and sys.stdout.isatty()


def _writes_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "cp65001")


def warn_missing_characters(characters: Iterable[str]) -> None:
    """Warn once about characters that could not be printed, and say what to do."""
    from hustings.report.render.missing_glyphs import missing_glyphs

    for line in missing_glyphs(tuple(dict.fromkeys(characters))):
        echo(line, err=True)


def folded(line: str, width: int) -> str:
    """A line wrapped into several, each with the indentation of the first."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return "\n".join(each for part in line.expandtabs().split("\n") for each in _part(part, width, indent))


def _part(part: str, width: int, indent: str) -> Iterator[str]:
    own_indent = " " * (len(part) - len(part.lstrip(" "))) if part.strip(" ") else ""
    return wrapped(part, width, own_indent, indent)
