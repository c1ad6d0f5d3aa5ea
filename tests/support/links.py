"""A browser that only writes down what it is told to open."""

from __future__ import annotations

import time
from pathlib import Path

from support.cli import LONG


def browser(folder: Path, name: str = "browser") -> tuple[Path, Path]:
    """A browser that writes down what it is to open, and the file in which it does."""
    told, program = folder / "opened.txt", folder / name
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {told}.new && mv {told}.new {told}\n')
    program.chmod(0o755)
    return program, told


def fails(folder: Path) -> Path:
    """A browser that cannot be started."""
    program = folder / "fails"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    return program


def written(told: Path) -> str:
    end = time.monotonic() + LONG
    while not told.exists():
        assert time.monotonic() < end, "no browser was started"
        time.sleep(0.02)
    return told.read_text()
