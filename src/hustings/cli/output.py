"""Lines for people: as wide as the terminal and no wider than reads well; whole lines where a program reads them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from hustings.problems import escaped
from hustings.text import wrapped

WIDEST = 100


SPACES_AND_JOINERS = "\n\t\u00a0\u2007\u202f\u200c\u200d"
"""What a terminal does not obey, though it is not printed: kinds of blanks, and what joins letters and emoji."""


def printable(text: object) -> str:
    """A text that a terminal shows and does not obey: names, titles and paths come from files that anyone has made."""
    return escaped(str(text), keep=SPACES_AND_JOINERS)


def echo(text: object = "", *, err: bool = False) -> None:
    """Print a text. Whatever the command says goes through here."""
    click.echo(printable(text), err=err)


@contextmanager
def printable_usage_errors() -> Iterator[None]:
    """What click says of a command that it did not understand, with what was typed in it."""
    try:
        yield
    except click.ClickException as wrong:
        wrong.message = printable(wrong.message)  # type: ignore[misc]  # ours to show, and click takes no other way
        raise


def echo_lines(lines: Iterable[str]) -> None:
    """Print lines. In a terminal, long ones go on below their own beginning."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout and sys.stdout.isatty() else 0
    for line in lines:
        echo(folded(printable(line), width) if width else line)


def warn_missing_characters(characters: Iterable[str]) -> None:
    """Say once which characters a paper could not be printed with, and what to do."""
    from hustings.report.render.missing_glyphs import missing_glyphs

    for line in missing_glyphs(tuple(dict.fromkeys(characters))):
        echo(line, err=True)


def folded(line: str, width: int) -> str:
    """A line in several, each as far in as the first."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return "\n".join(each for part in line.expandtabs().split("\n") for each in _part(part, width, indent))


def _part(part: str, width: int, indent: str) -> Iterator[str]:
    own_indent = " " * (len(part) - len(part.lstrip(" "))) if part.strip(" ") else ""
    return wrapped(part, width, own_indent, indent)
