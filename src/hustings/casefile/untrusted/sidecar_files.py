"""The files that SQLite keeps next to a database, checked before SQLite opens them.

A case file may come by mail, with other files in its folder. SQLite would obey a rollback journal (one of some hundred
bytes can name any file to be deleted), write through a link, and empty a file that has a second name. Hustings never
leaves a rollback journal; its -wal and -shm are plain files with one name.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

from hustings.messages import say
from hustings.problems import InputError

JOURNAL, LOG, INDEX = "-journal", "-wal", "-shm"


def check_sidecars(path: Path) -> None:
    """Refuse files that must not be next to a case file. `InputError` names what to move; `OSError` if that fails."""
    for ending in (JOURNAL, LOG, INDEX):
        beside = path.with_name(path.name + ending)
        try:
            seen = beside.lstat()
        except FileNotFoundError:
            continue
        if ending == JOURNAL or not stat.S_ISREG(seen.st_mode) or seen.st_nlink > 1:
            raise _refused(path, beside)


def log_of(path: Path) -> Path:
    """The path of the -wal file of a case file."""
    return path.with_name(path.name + LOG)


def waits(log: Path) -> bool:
    """Whether a -wal file has content. It may disappear at any moment, when its writer ends."""
    try:
        return log.stat().st_size > 0
    except FileNotFoundError:
        return False


def clear_sidecars(path: Path) -> None:
    """Delete the files that a failed opening left, if they are empty."""
    if not waits(log_of(path)):
        for ending in (LOG, INDEX):
            with suppress(OSError):
                path.with_name(path.name + ending).unlink()


def stale_log(path: Path) -> InputError:
    """The error for a sound case file with a -wal file that does not belong to it."""
    what = say("{log} lies beside {file} and does not belong to it.", log=log_of(path).name, file=path.name)
    hint = say(
        "That happens when an older copy is put back. Move {log} to another folder, then open {file} again.",
        log=log_of(path).name, file=path.name,
    )  # fmt: skip
    return InputError(what, f"{hint} {say('Nothing was changed.')}")


def _refused(path: Path, beside: Path) -> InputError:
    what = say("{name} lies beside {file} and did not come from Hustings.", name=beside.name, file=path.name)
    return InputError(f"{what} {say('It was not opened.')}", say("Move it to another folder, then try again."))
