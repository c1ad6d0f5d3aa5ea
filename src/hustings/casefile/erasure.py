"""Removing names, single votes and keys from a case file when a workshop ends, so that no byte of them is left.

The rows are deleted in the transaction that ends the workshop. Their bytes in unused parts of the file are removed
afterwards by a vacuum. A key marks that it is still to be done, so that the next opening of the file completes it after
a power cut. Files that an older Hustings left between the two steps are recognised by the rows still in them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from hustings.casefile import connection
from hustings.casefile.lock import lock
from hustings.casefile.untrusted.integrity import TABLES, unfinished
from hustings.messages import say
from hustings.problems import InputError

MARK = "erasing"
"""The key that marks a file whose rows are deleted but which still needs a vacuum."""


def take_rows(db: sqlite3.Connection, assessment: str) -> None:
    """Delete the rows of one assessment, within the caller's transaction."""
    for table in TABLES:
        db.execute(f"delete from {table} where assessment = ?", (assessment,))  # noqa: S608 - our names
    db.execute("insert into workshop_key(assessment, name, text) values(?, ?, '')", (assessment, MARK))


def erase(db: sqlite3.Connection, path: Path, assessments: Sequence[str]) -> None:
    """Delete the rows and vacuum the file. `InputError` if somebody reads it at this moment."""
    with connection.transaction(db):
        for name in assessments:
            take_rows(db, name)
    db.execute("vacuum")
    busy, *_ = db.execute("pragma wal_checkpoint(truncate)").fetchone()
    if busy:
        raise InputError(
            say("Another program is reading {file}, so that votes are still in it.", file=path.name),
            say("Close the other program, then end the workshop again."),
        )
    with connection.transaction(db):
        db.execute("delete from workshop_key where name = ?", (MARK,))


def erased(db: sqlite3.Connection, path: Path, ended: Sequence[str]) -> bool:
    """Complete an unfinished erasure, before anything else is written. False if it could not be done now."""
    try:
        if ended:
            erase(db, path, ended)
    except (InputError, sqlite3.Error):
        return False
    return True


def erase_on_reading(path: Path) -> bool:
    """The same for a file that is only read. False if it cannot be written.

    A program that has it open for writing does it itself.
    """
    try:
        held = lock(path)
    except InputError:
        return True
    except OSError:
        return False
    try:
        with closing(connection.writer(path)) as db:
            return erased(db, path, unfinished(db))
    except (OSError, sqlite3.Error):
        return False
    finally:
        held.release()
