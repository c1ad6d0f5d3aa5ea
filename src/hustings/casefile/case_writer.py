"""The one writer of an open case file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hustings.casefile.lock import Lock
from hustings.casefile.paths import in_words
from hustings.casefile.untrusted.integrity import damaged
from hustings.messages import english, say
from hustings.problems import InputError

Kept = TypeVar("Kept")
SAFE = english("Everything that was answered before is safe.")


class Writer:
    """The lock and the connection of the one writer, and the file they are for."""

    def __init__(self, path: Path, db: sqlite3.Connection, held: Lock) -> None:
        self._path, self._db, self._held = path, db, held
        self._file = path.stat()

    def write(self, record: Callable[[sqlite3.Connection], Kept], otherwise: str) -> Kept:
        """Run `record` in a transaction; when this returns, it is on disk. Raises `InputError` if it failed."""
        with in_words(self._path, otherwise, SAFE):
            if not self._still_there():
                what = say("{file} was moved or deleted while it was open.", file=self._path.name)
                raise InputError(f"{what} {say(otherwise)}", say("Put it back where it was and open it again."))
            return self._recorded(record, otherwise)

    def _recorded(self, record: Callable[[sqlite3.Connection], Kept], otherwise: str) -> Kept:
        try:
            return record(self._db)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as wrong:
            raise damaged(self._path, f"{wrong}. {say(otherwise)}".removesuffix(".")) from wrong

    def _still_there(self) -> bool:
        """Whether the path still names the open file: SQLite would go on writing to a deleted one."""
        return self._path.exists() and os.path.samestat(self._path.stat(), self._file)

    def put_down(self, *, discard: bool = False) -> None:
        """Close the file, with `discard` delete it, then release the lock."""
        try:
            self._db.close()
            if discard and self._still_there():
                self._path.unlink()
        finally:
            self._held.release()
