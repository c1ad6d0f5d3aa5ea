"""Output: lines wrapped for a terminal, whole lines for a program."""

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
"""Characters that Python does not call printable but that are harmless: spaces and joiners."""


def printable(text: object) -> str:
    """The text without control characters, since names, titles and paths come from files of other people."""
    return escaped(str(text), keep=SPACES_AND_JOINERS)


def echo(text: object = "", *, err: bool = False) -> None:
    """Print a text. All output of commands uses this."""
    click.echo(printable(text), err=err)


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
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout and sys.stdout.isatty() else 0
    for line in lines:
        echo(folded(printable(line), width) if width else line)


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
