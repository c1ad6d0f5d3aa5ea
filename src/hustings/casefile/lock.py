"""One writer at a time, told in words.

SQLite alone would let two interviews take turns on one file, each with its own idea of what was answered. So whoever
writes holds a lock of the operating system on a small file beside the case file, for as long as it is open. Such a
lock dies with its process, also under kill -9; what then lies there is only a name. It is not put on the case file
itself, because closing any handle of a file drops SQLite's own locks on it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hustings.problems import InputError
from hustings.wording import say

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

FAR = 1 << 20  # Windows: a locked byte cannot be read, so it lies beyond the process number


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held. `release` it, or die."""

    path: Path
    handle: int

    def release(self) -> None:
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)  # while it is held, so that nobody else's is removed
        os.close(self.handle)


def lock(case: Path) -> Lock:
    """The only writer's lock on a case file; `InputError` if somebody else holds it."""
    path = case.with_name(f"{case.name}-lock")
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if not _take(handle):
            raise _in_use(case, handle)
        if _still_there(path, handle):
            os.truncate(handle, 0)
            with suppress(OSError):  # on a full disk the number is missing; the lock holds
                os.write(handle, str(os.getpid()).encode())
            return Lock(path, handle)
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":  # pragma: no cover
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _still_there(path: Path, handle: int) -> bool:
    """Whether the file that was locked is the one others would lock: its last owner may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _in_use(case: Path, handle: int) -> InputError:
    owner = os.read(handle, 20).decode(errors="replace").strip()
    os.close(handle)
    what = (
        say("{file} is open in another window (process {number}).", file=case.name, number=owner)
        if owner.isdigit()
        else say("{file} is open in another window.", file=case.name)
    )
    hint = say("Finish there first. You can still look at it from here: score, explain and report only read.")
    return InputError(what, hint)
