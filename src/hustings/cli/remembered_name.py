"""Who answers: the name given with `--by`, remembered on this machine for the next time. Never the login name.

It is kept in one small file of the user's own settings, and in the case files where it was used. `--by ""` forgets it.
What goes wrong with that file is no reason to stop: then nobody is named.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from hustings.file_input import content_of
from hustings.file_output import write_file
from hustings.problems import InputError
from hustings.text import name_of

MOST = 1_000
"""Bytes of the file that holds the name."""
LONGEST = 100
"""Letters of a name that are kept."""


def author(by: str | None) -> str:
    """The name that is recorded with answers; empty if none was given. A given one is remembered, or forgotten."""
    if by is None:
        return _remembered()
    name = _name(by)
    with suppress(OSError, InputError):
        _remember(name)
    return name


def _name(text: str) -> str:
    return name_of(text)[:LONGEST].strip()


def _file() -> Path:
    return Path(click.get_app_dir("hustings")) / "name"


def _remembered() -> str:
    try:
        return _name(content_of(_file(), MOST).decode())
    except (OSError, ValueError, InputError):
        return ""


def _remember(name: str) -> None:
    if not name:
        _file().unlink(missing_ok=True)
        return
    _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_file(_file(), name.encode())
