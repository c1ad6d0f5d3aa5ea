"""Lines for people: as wide as the terminal and no wider than reads well; whole lines where a program reads them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from textwrap import wrap

import click

from hustings.problems import escaped

WIDEST = 100


def tell(lines: Iterable[str]) -> None:
    """Print lines. In a terminal, long ones go on below their own beginning."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout and sys.stdout.isatty() else 0
    for line in lines:
        safe = escaped(line, keep="\n\u00a0\u202f")  # names and titles come from files that anyone may have made
        click.echo(folded(safe, width) if width else safe)


def tell_missing(characters: Iterable[str]) -> None:
    """Say once which characters a paper could not be printed with, and what to do."""
    from hustings.report.missing_glyphs import missing_glyphs

    for line in missing_glyphs(tuple(dict.fromkeys(characters))):
        click.echo(escaped(line), err=True)


def folded(line: str, width: int) -> str:
    """A line in several, each as far in as the first."""
    indent = " " * (len(line) - len(line.lstrip()))
    parts = [wrap(part, width, subsequent_indent=indent, break_on_hyphens=False) for part in line.split("\n")]
    return "\n".join("\n".join(part) for part in parts)
