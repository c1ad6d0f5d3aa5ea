"""One writer at a time, with a message for the others.

SQLite alone would let two interviews take turns on one file, each with its own idea of what was answered. So a writer
holds a lock of the operating system on a small file next to the case file while that is open. The lock ends with its
process, even after kill -9; the file left behind does not matter. It is not on the case file itself, because closing
any handle of a file releases SQLite's own locks on it.

A file with that name that is not a lock file of ours, or is a second name of another file, is neither written to nor
deleted.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress
from errno import EACCES, EAGAIN, ELOOP, ENOLCK, ENOSYS, ENOTSUP
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.problems import InputError

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

FAR = 1 << 20  # Windows: a locked byte cannot be read, so it lies beyond the process number
LONGEST = 20
OURS = re.compile(rb"[0-9]*\s*")
TAKEN = (EAGAIN, EACCES)
NO_LOCKS = (ENOLCK, ENOSYS, ENOTSUP)


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held until `release`, or the end of the process."""

    path: Path
    handle: int

    def release(self) -> None:
        """Give the lock back. Where the system allows it, the lock file is deleted while it is still held."""
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)  # while it is held, so that nobody else's is removed
        os.close(self.handle)


def lock(case: Path) -> Lock:
    """Take the writer's lock of a case file; `InputError` if somebody else holds it, or locks do not work here."""
    path = case.with_name(f"{case.name}-lock")
    while True:
        handle = _opened(path)
        try:
            _ours(path, handle)
            _take(handle, case)
            if _still_there(path, handle):
                _signed(handle)
                return Lock(path, handle)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        return os.open(path, flags, 0o600)
    except OSError as wrong:
        if wrong.errno == ELOOP or path.is_dir():
            raise _foreign(path) from wrong
        raise


def _ours(path: Path, handle: int) -> None:
    """Whether a file is a lock file of ours: it has one name, and holds a process number or nothing."""
    seen = os.fstat(handle)
    if not stat.S_ISREG(seen.st_mode) or seen.st_nlink > 1 or seen.st_size > LONGEST:
        raise _foreign(path)
    if not OURS.fullmatch(os.read(handle, LONGEST)):
        raise _foreign(path)
    os.lseek(handle, 0, os.SEEK_SET)


def _foreign(path: Path) -> InputError:
    what = say("{name} lies here and is not a lock of Hustings.", name=path.name)
    return InputError(what, say("Move it away and try again. Nothing was changed."))


def _signed(handle: int) -> None:
    os.truncate(handle, 0)
    with suppress(OSError):  # on a full disk the number is missing; the lock holds
        os.write(handle, str(os.getpid()).encode())


def _take(handle: int, case: Path) -> None:
    """Take the lock. `InputError` if somebody else has it, or locks do not work here."""
    try:
        if sys.platform == "win32":  # pragma: no cover
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as wrong:
        if wrong.errno in NO_LOCKS:
            raise no_locks(case) from wrong
        if wrong.errno in TAKEN:
            raise _in_use(case, handle) from None
        raise


def no_locks(case: Path) -> InputError:
    """The error for a folder without locks, such as some network folders."""
    what = say("{file} lies in a folder that cannot lock files, such as one on a network.", file=case.name)
    hint = say("Copy it to a folder of this computer, work there, and copy it back.")
    return InputError(what, f"{hint} {say('Nothing was changed.')}")


def _still_there(path: Path, handle: int) -> bool:
    """Whether the locked file still has its name: its last owner may have deleted it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _in_use(case: Path, handle: int) -> InputError:
    owner = os.read(handle, LONGEST).decode(errors="replace").strip()
    what = (
        say("{file} is open in another window (process {number}).", file=case.name, number=owner)
        if owner.isdigit()
        else say("{file} is open in another window.", file=case.name)
    )
    hint = say("Finish there first. You can still look at it from here: score, explain and report only read.")
    return InputError(what, hint)
