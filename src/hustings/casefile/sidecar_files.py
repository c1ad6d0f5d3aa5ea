"""The files that SQLite keeps beside a database, looked at before SQLite sees them.

A case file travels by mail, and what lies beside it may have come along. SQLite would obey a rollback journal (one of
some hundred bytes can name any file to be deleted), write through a link, and empty a file that has a second name.
Hustings never leaves a rollback journal; its -wal and -shm are plain files with one name.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

from hustings.messages import say
from hustings.problems import InputError

JOURNAL, LOG, INDEX = "-journal", "-wal", "-shm"


def check_sidecars(path: Path) -> None:
    """Refuse what must not lie beside a case file. `InputError` with what to move away; `OSError` if it cannot look."""
    for ending in (JOURNAL, LOG, INDEX):
        beside = path.with_name(path.name + ending)
        try:
            seen = beside.lstat()
        except FileNotFoundError:
            continue
        if ending == JOURNAL or not stat.S_ISREG(seen.st_mode) or seen.st_nlink > 1:
            raise _refused(path, beside)


def log_of(path: Path) -> Path:
    """The -wal file of a case file, whether it is there or not."""
    return path.with_name(path.name + LOG)


def waits(log: Path) -> bool:
    """Whether something waits in a -wal file. It may go at any moment, when whoever wrote it is done."""
    try:
        return log.stat().st_size > 0
    except FileNotFoundError:
        return False


def clear_sidecars(path: Path) -> None:
    """Take away what an opening that failed left beside the file, if nothing waits in it."""
    if not waits(log_of(path)):
        for ending in (LOG, INDEX):
            with suppress(OSError):
                path.with_name(path.name + ending).unlink()


def stale_log(path: Path) -> InputError:
    """What to say where a case file is sound, and what waits beside it does not belong to it."""
    what = say("{log} lies beside {file} and does not belong to it.", log=log_of(path).name, file=path.name)
    hint = say(
        "That happens when an older copy is put back. Move {log} to another folder, then open {file} again.",
        log=log_of(path).name, file=path.name,
    )  # fmt: skip
    return InputError(what, f"{hint} {say('Nothing was changed.')}")


def _refused(path: Path, beside: Path) -> InputError:
    what = say("{name} lies beside {file} and did not come from Hustings.", name=beside.name, file=path.name)
    return InputError(f"{what} {say('It was not opened.')}", say("Move it to another folder, then try again."))
