"""Whether a path is, or could be, a case file.

Checked before SQLite opens it, so that errors have our words and nothing is changed.
"""

# ruff: noqa: PTH114 - os.path takes any name; a Path raises at 300 letters

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path

from hustings.messages import english, say
from hustings.problems import InputError, near, reason

ENDING = ".hustings"
ALONE = english("Nothing was changed.")
LEFT = ("-wal", "-shm")
FULL = english("the disk is full")
FEW = 8  # case files that fit in one sentence


def whole(path: Path) -> Path:
    """The resolved path, so that two names of one file are equal."""
    if "\0" in str(path):
        raise InputError(say("A file name cannot hold a NUL character."))
    with in_words(path, ALONE):
        return path.resolve()


def not_ours() -> str:
    """What to do about a file that is not a case file."""
    return say("Nothing was changed. `hustings` alone lists the case files of this folder.")


def there(path: Path, *, write: bool) -> Path:
    """Check that a file exists and may be read, or written; `InputError` otherwise."""
    named, path = path, whole(path)
    with in_words(path, ALONE):
        if path.is_dir():
            raise InputError(say("{file} is a folder, not a case file.", file=path.name), _nearest(path / "x"))
        if not path.exists() and os.path.islink(named):
            raise _dangling(named)
        if not path.exists():
            raise InputError(say("There is no case file {file}.", file=path), _nearest(path))
        if not path.is_file() or path.stat().st_size == 0:
            raise InputError(say("{file} is empty: it is not a case file.", file=path.name), not_ours())
    if not may(path, os.R_OK):
        what = say("You are not allowed to read {file}.", file=path.name)
        raise InputError(what, say("Ask its owner, or copy it as its owner."))
    if write:
        _writable(path)
    return path


def free(path: Path) -> Path:
    """Check that a name is free, in a folder that may be written to; `InputError` otherwise."""
    named, path = path, whole(path)
    with in_words(path, ALONE):
        if os.path.islink(named) and not path.exists():
            raise _dangling(named)
        if os.path.lexists(named):
            what = say("{file} is already there.", file=named.name)
            raise InputError(what, say("Continue with it, or choose another name."))
        if left := next((end for end in LEFT if os.path.lexists(f"{path}{end}")), None):
            raise InputError(
                say("{left} lies here, left over from an earlier {file}.", left=f"{path.name}{left}", file=path.name),
                say("It may hold answers of that case. Move it away, or choose another name."),
            )
        if not path.parent.is_dir():
            what = say("There is no folder {folder}.", folder=path.parent)
            raise InputError(what, say("Make it first, or choose another one."))
    if not may(path.parent, os.W_OK | os.X_OK):
        raise InputError(
            say("You are not allowed to write in {folder}.", folder=path.parent), say("Choose another folder.")
        )
    return path


def _dangling(named: Path) -> InputError:
    what = say("{file} is a link to {target}, which is not there.", file=named.name, target=named.resolve())
    return InputError(what, say("Bring that file back, or take the link away."))


def _writable(path: Path) -> None:
    if not may(path, os.W_OK):
        what = say("{file} can be read but not written.", file=path.name)
        raise InputError(what, say("Change its permissions, or continue in a copy."))
    if not may(path.parent, os.W_OK | os.X_OK):
        what = say("{file} lies in a folder that cannot be written.", file=path.name)
        raise InputError(what, say("Copy it to a folder of yours and continue there."))


def may(path: Path, how: int) -> bool:
    """Whether this user may access a path; `how` as for `os.access`, such as `os.W_OK`."""
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def _nearest(path: Path) -> str:
    """A hint at the case file that was meant: the nearest name in the folder, with or without its ending."""
    names = sorted({one.stem for one in path.parent.glob(f"*{ENDING}")})
    if nearest := near(path.name.removesuffix(ENDING), names):
        return say("Did you mean `{name}`?", name=f"{nearest}{ENDING}")
    if len(names) > FEW or not names:
        return ""
    return say("In that folder: {names}.", names=", ".join(f"`{name}{ENDING}`" for name in names))


NO_LOCKS = english("its folder cannot lock files, such as one on a network; copy it to a folder of this computer")
NO_ROOM = english("there is no room beside it: the disk may be full")
_SAID = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: english("another program is using it"),
    sqlite3.SQLITE_PROTOCOL: NO_LOCKS,
    sqlite3.SQLITE_NOLFS: NO_LOCKS,
    sqlite3.SQLITE_IOERR_LOCK: NO_LOCKS,
    sqlite3.SQLITE_IOERR_RDLOCK: NO_LOCKS,
    sqlite3.SQLITE_IOERR_UNLOCK: NO_LOCKS,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK: NO_LOCKS,
    sqlite3.SQLITE_IOERR_SHMLOCK: NO_LOCKS,
    sqlite3.SQLITE_IOERR_SHMOPEN: NO_LOCKS,
    sqlite3.SQLITE_IOERR_SHMMAP: NO_LOCKS,
    sqlite3.SQLITE_IOERR_SHMSIZE: NO_ROOM,
    sqlite3.SQLITE_IOERR_WRITE: NO_ROOM,
    sqlite3.SQLITE_IOERR_TRUNCATE: NO_ROOM,
    sqlite3.SQLITE_IOERR_FSYNC: NO_ROOM,
}


@contextmanager
def in_words(path: Path, otherwise: str, hint: str = "") -> Iterator[None]:
    """Turn errors of the system and of SQLite into an `InputError`. `otherwise` says what the failure means.

    `otherwise` and `hint` are sentences in the language in use.
    """
    try:
        yield
    except OSError as wrong:
        why = say(FULL) if wrong.errno == ENOSPC else reason(wrong)
        raise InputError(f"{path.name}: {why}. {say(otherwise)}", say(hint)) from wrong
    except sqlite3.OperationalError as wrong:
        raise InputError(f"{path.name}: {_why(wrong)}. {say(otherwise)}", say(hint)) from wrong


def _why(wrong: sqlite3.OperationalError) -> str:
    known = _SAID.get(getattr(wrong, "sqlite_errorcode", 0))
    return say(known) if known else say(str(wrong))
