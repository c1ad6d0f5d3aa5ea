"""One target for each reader of what strangers send: it draws an input, reads it, and goes on with what was read.

Whatever a target raises besides `InputError`, which is told to the person in words, is a fault.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from fuzz.case_files import Mutated, mutated
from fuzz.case_walk import glance, walk
from hustings.problems import InputError
from session_support import town

Target = Callable[[Random, Path], None]


def case_file(draw: Random, folder: Path) -> None:
    """A case file, taken through everything that is done with one."""
    path = _laid(mutated(draw), folder)
    with suppress(InputError):
        walk(path, town(), draw)


def case_opened(draw: Random, folder: Path) -> None:
    """A case file, opened and held against its pack; now and then scored, told or led as well. Many can be tried."""
    path = _laid(mutated(draw), folder)
    with suppress(InputError):
        glance(path, town(), draw)


def _laid(found: Mutated, folder: Path) -> Path:
    for left in folder.iterdir():
        left.unlink()
    path = folder / "rivera.hustings"
    path.write_bytes(found.file)
    if found.log:
        path.with_name("rivera.hustings-wal").write_bytes(found.log)
    return path


TARGETS: dict[str, Target] = {"case_file": case_file, "case_opened": case_opened}
