"""Taking names, single votes and keys out of a case file when a workshop ends, so that no byte of them is left.

The rows go in the transaction that ends the workshop: there is no moment at which it has ended and they are still
there. What SQLite may have left of them in unused parts of the file goes afterwards, when the file is written anew. A
mark among the keys stands until that is done, so that the next opening of the file does what a power cut prevented.
Files in which an older Hustings was cut off between the two are known by what is still in them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from hustings.casefile import connection
from hustings.casefile.integrity import TABLES, unfinished
from hustings.casefile.lock import lock
from hustings.messages import say
from hustings.problems import InputError

MARK = "erasing"
"""The key that says: the rows are gone, the file is still to be written anew."""


def take_rows(db: sqlite3.Connection, assessment: str) -> None:
    """Take the rows of one assessment away, within a transaction of the caller's."""
    for table in TABLES:
        db.execute(f"delete from {table} where assessment = ?", (assessment,))  # noqa: S608 - our names
    db.execute("insert into workshop_key(assessment, name, text) values(?, ?, '')", (assessment, MARK))


def erase(db: sqlite3.Connection, path: Path, assessments: Sequence[str]) -> None:
    """Take the rows away, and write the file anew without them. `InputError` if somebody reads it at this moment."""
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
    """Do what was left to do, before anything else is written. False if it could not be done now."""
    try:
        if ended:
            erase(db, path, ended)
    except (InputError, sqlite3.Error):
        return False
    return True


def erase_on_reading(path: Path) -> bool:
    """The same for whoever only reads the file. False if it may not be written.

    Another window that has it open for writing does it itself.
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
