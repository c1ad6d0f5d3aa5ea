"""Reading files that users name, within limits: only regular files, and only up to a size.

A pipe could block forever and a device has no end, so both are refused before a byte is read.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from hustings.messages import say
from hustings.problems import InputError, reason

NON_BLOCKING = getattr(os, "O_NONBLOCK", 0)  # without it, opening a pipe blocks until there is a writer
FLAGS = os.O_RDONLY | NON_BLOCKING | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a file, at most so many. Raises `InputError`; its messages call the file “it”."""
    try:
        return _read(path, most)
    except (OSError, ValueError) as wrong:
        what = say("It cannot be read ({why}).", why=reason(wrong))
        raise InputError(what, say("Give the file's name as it is.")) from wrong


def _read(path: Path, most: int) -> bytes:
    if path.is_dir():
        raise InputError(say("It is a folder."), say("Name the files in it."))
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise InputError(say("It is a pipe or a device, not a file on disk."), say("Save it as a file first."))
        if status.st_size > most:
            raise _too_large(most)
        content = file.read(most + 1)
    if len(content) > most:  # it grew meanwhile
        raise _too_large(most)
    return content


def _too_large(most: int) -> InputError:
    size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"  # noqa: PLR2004 - a million bytes
    return InputError(say("It is larger than {most}.", most=size), say("Check that it is the right file."))
